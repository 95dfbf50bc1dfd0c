"""Which ones, of a kind that is told: « other goods are scarce, including soap, rice and candles », « problems such as dust, noise and theft »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import read_clause
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.verbs import is_clause_head
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.en.rules.clause import check_standing, sureness
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import swap
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "instances"
INSTANCES = "instances"  # kind of the words that answer « Which goods … ? »
FEWEST, LONGEST = 2, 12  # things that are listed, and words that list them
LONGEST_KIND = 4  # words of the kind: « other products », « common garden birds »
CONFIDENCE = 0.9
SUBJECTS = ("nsubj", "nsubj:pass")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The lists of `sentence` that tell which ones of a kind are meant."""
    document = reading.document
    for mark in document.words(sentence):
        if (items := listed_behind(document, mark)) and (kind := kind_of(document, mark, items)) is not None:
            yield attempt(NAME, read_instances, reading, kind, mark, items)


def listed_behind(document: Document, mark: Token) -> list[Token]:
    """The nouns listed behind « including » or « such as »; empty for another word."""
    such = mark.text.lower() == "as" and mark.i > 0 and document.tokens[mark.i - 1].text.lower() == "such"
    if mark.text.lower() != "including" and not such:
        return []
    first = document.child(mark, "pobj")
    return conjoined(document, first) if first is not None and first.pos in ("NOUN", "PROPN") else []


def conjoined(document: Document, first: Token) -> list[Token]:
    """`first` and the nouns joined to it, in text order: « soap, rice and candles »."""
    found, below = [first], [first]
    while below:
        below = [t for one in below for t in document.children(one, "conj") if t.i > one.i]
        found += [t for t in below if t.pos in ("NOUN", "PROPN")]
    return sorted(found, key=lambda t: t.i)


def kind_of(document: Document, mark: Token, items: list[Token]) -> Token | None:
    """The plural noun that the list belongs to: the one right before it, or the subject of the clause that it ends; None if there is neither."""
    before = document.tokens[mark.i - 1 - (mark.text.lower() == "as")] if mark.i > 1 else None
    before = document.before(before) if before is not None and before.text == "," else before
    if before is None or before.i in (t.i for t in items):
        return None
    if before.pos == "NOUN" and before.has("Number=Plur"):
        return before
    verb = next((t for t in document.ancestors(mark) if is_clause_head(document, t)), None)
    subject = document.child(verb, *SUBJECTS) if verb is not None else None
    comma = document.before(mark)
    ends = verb is not None and comma is not None and comma.text == "," and verb.i < mark.i
    return subject if ends and subject is not None and subject.pos == "NOUN" and subject.has("Number=Plur") else None


def read_instances(reading: Reading, kind: Token, mark: Token, items: list[Token]) -> Fact:
    """« K V » with the list for K. Raises Refused unless K stands in a clause by itself and the list is told whole."""
    document = reading.document
    verb = next((t for t in document.ancestors(kind) if is_clause_head(document, t)), None)
    if verb is None:
        raise Refused("no clause tells it")
    attribution = check_standing(reading, verb)
    listed = read_list(reading, mark, items)
    clause = read_clause(reading, verb)
    whole = next((p for p in clause.phrases() if p.head == kind.lemma and p.span.start <= kind.span.start < p.span.end), None)
    if clause.verb.negation or whole is None or whole not in (clause.subject, *clause.complements):
        raise Refused("it is not told of the kind itself")
    asked = replace(listed, role=whole.role, marker=whole.marker, head=say_kind(reading, kind), number="p")
    clause = replace(clause, subject=asked) if whole is clause.subject else swap(clause, whole, asked)
    others = [p for p in clause.phrases() if p is not asked]
    if any(p.span.start <= mark.span.start < p.span.end for p in others) or not others:
        raise Refused("nothing else is told of them, or the list stands in a part of the clause")
    told = tuple(replace(p, role=f"told_{p.role}") if isinstance(p, Phrase) and p is not asked else p for p in clause.complements)
    subject = clause.subject if clause.subject is asked or clause.subject is None else replace(clause.subject, role="told_subject")
    clause = Clause(verb=clause.verb, subject=subject, complements=told)
    return build_fact(
        reading, kind, clause, type="action", rule=NAME, predicate=verb.lemma, attribution=attribution,
        confidence=sureness(document, verb, clause) * CONFIDENCE,
    )  # fmt: skip


def read_list(reading: Reading, mark: Token, items: list[Token]) -> Phrase:
    """The things as one answer. Raises Refused for a list of one, one that is too long, or that is not joined by commas and « and » alone."""
    document = reading.document
    last = document.subtree(items[-1])[-1]
    words = [t for t in document.tokens[mark.i + 1 : last.i + 1]]
    text = say_tokens(reading, words)
    if len(items) < FEWEST or not any(t.text.lower() == "and" for t in words) or len(text.split()) > LONGEST:
        raise Refused("one thing alone, or too many words")
    if any(t.pos in ("PRON", "AUX") or (t.pos == "VERB" and t.dep not in ("amod", "compound")) or t.text.lower() in ("this", "these") for t in words):
        raise Refused("more is told in the list than things")
    return Phrase(role=INSTANCES, text=text, span=Span(start=words[0].span.start, end=last.span.end), kind=INSTANCES, head="")


def say_kind(reading: Reading, kind: Token) -> str:
    """« other goods » of « some other goods »: the kind, without what counts it or points to it. Raises Refused for one that tells nothing."""
    document = reading.document
    words = [t for t in kept_tokens(document, kind) if t.i <= kind.i and t.dep not in ("det", "nummod", "poss", "predet", "quantmod", "case")]
    words = [t for t in words if t.text.lower() not in ("many", "several", "various", "numerous", "few", "such")]
    if not 0 < len(words) <= LONGEST_KIND or kind.lemma in word_set("nouns", "vague"):
        raise Refused("what kind they are is not told")
    return say_tokens(reading, words)
