"""Each number of a list of counted things: « le cargo transportait 217 passagers et 14 marins », « trois navires et deux avions participent… ».

The clause rule reads the list as one thing; here the clause is told once for each part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.clause.verbs import clause_type, is_clause_head
from quizgen.langs.fr.forms.morphology import agree, bare_participle
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.counts import with_count
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_content, check_standing
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import only_told, swap
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "tally"
PLACES = ("nsubj", "obj", "obl")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The counted parts of the lists in the clauses of `sentence`."""
    document = reading.document
    for first in document.words(sentence):
        if first.dep.split(":")[0] not in PLACES or first.i in document.quotations:
            continue
        verb = document.head(first)
        parts = [t for t in (first, *document.children(first, "conj")) if _is_counted(document, t)]
        if all(t.lemma in word_set("nouns", "durations") for t in parts):
            continue  # « 16 jours et 9 heures » is one length of time
        if len(parts) > 1 and _is_counted(document, first) and is_clause_head(document, verb):
            for part in parts:
                yield attempt(NAME, read_part, reading, part, first, verb)


def _is_counted(document: Document, noun: Token) -> bool:
    number = document.child(noun, "nummod")
    return noun.pos == "NOUN" and number is not None and number.i < noun.i and number.text.lower() not in ("un", "une")


def read_part(reading: Reading, part: Token, first: Token, verb: Token) -> Fact:
    """The clause of `verb` with `part` alone for the list that `first` opens. Raises Refused if either cannot be said."""
    attribution = check_standing(reading, verb)
    if is_report(verb):
        raise Refused("a reporting verb")
    clause = read_clause(reading, verb)
    whole = next((p for p in clause.phrases() if p.span.start <= first.span.start < p.span.end and " et " in p.text), None)
    if whole is None:
        raise Refused("the list is not told with the clause")
    own = read_counted(reading, part, whole, first)
    clause = _agreed(clause, own) if whole is clause.subject else clause
    told = swap(clause, whole, own)
    check_content(reading, told, "action")
    kind = clause_type(verb)
    return build_fact(
        reading, part, only_told(told, own), type="quantity", rule=NAME, predicate=f"{kind} {verb.lemma} {part.lemma}", attribution=attribution
    )


def read_counted(reading: Reading, part: Token, whole: Phrase, first: Token) -> Phrase:
    """The phrase of one part of the list. Raises Refused if it is no number of things."""
    document = reading.document
    inside = {t.i for other in document.children(first, "conj", "cc") for t in document.subtree(other)} if part is first else set()
    kept = [t for t in kept_tokens(document, part, reading) if t.i not in inside and t.text != ","]
    span = Span(start=kept[0].span.start, end=kept[-1].span.end)
    marker, _ = read_marker(document, part)
    phrase = Phrase(
        role=whole.role, text=say_tokens(reading, kept), span=span, marker=marker or whole.marker, head=part.lemma,
        gender="f" if part.has("Gender=Fem") else "m", number="p", named=whole.named,
    )  # fmt: skip
    counted = with_count(reading, phrase, part, kept) if part is not first else _first_count(reading, phrase, part, kept)
    if not (counted.count and counted.counted):
        raise Refused("what is counted is not clear")
    return counted


def _first_count(reading: Reading, phrase: Phrase, part: Token, kept: list[Token]) -> Phrase:
    """The count of the first part, which `with_count` refuses because of the others."""
    number = reading.document.child(part, "nummod")
    assert number is not None
    counted = say_tokens(reading, [t for t in kept if t.i > number.i])
    words = [t for t in kept if t.i <= number.i]
    return replace(phrase, count=say_tokens(reading, words), counted=counted)


def _agreed(clause: Clause, subject: Phrase) -> Clause:
    """The clause with its participle agreed with one part of the subject."""
    verb = clause.verb
    if not (verb.with_be and verb.rest):
        return clause
    lead, _, participle = verb.rest.rpartition(" ")
    bare = bare_participle(participle, "f" if participle.endswith(("e", "es")) else "m", "p")
    return replace(clause, verb=replace(verb, rest=f"{lead} {agree(bare, subject.gender, 'p')}".strip()))
