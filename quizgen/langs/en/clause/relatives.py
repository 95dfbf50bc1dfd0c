"""A relative clause -> the noun or time outside of it that its « which » or « when » takes up."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.clause.facts import iso_of
from quizgen.langs.en.clause.verbs import RELATIVE, antecedent
from quizgen.langs.en.forms.morphology import lower_first
from quizgen.langs.en.lexicon import actors
from quizgen.langs.en.phrase.moments import read_moment
from quizgen.langs.en.phrase.phrases import PARTS, bare, read_phrase
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Span, Token

LONGEST_RELATIVE = 8  # words
OF_PEOPLE = ("er", "or", "ist", "ian", "ant", "ent", "man", "men")
SEVERAL = ("both", "two", "three", "four", "five", "several")


def read_part_of(reading: Reading, verb: Token, subject: Token) -> Phrase | None:
    """« 17 of the 138 species » for the subject of « 138 species, of which 17 were new »; None if the subject is no such part."""
    document = reading.document
    noun = document.head(verb)
    if verb.dep != "acl:relcl" or noun.pos not in ("NOUN", "PROPN") or not (subject.pos == "NUM" or subject.text.lower() in PARTS):
        return None
    of = next((t for t in (*document.children(subject, "prep"), *document.children(verb, "prep", "dep")) if t.text.lower() == "of"), None)
    which = document.child(of, "pobj") if of is not None else None
    if which is None or which.text.lower() not in ("which", "whom"):
        return None
    whole = read_phrase(reading, noun, "whole")
    human = whole.kind != "thing" or whole.head in actors() or whole.head.endswith(OF_PEOPLE)
    if which.text.lower() == "whom" and not human:
        raise Refused("« whom » is no thing: the parse is wrong")
    if (subject.text.lower() in SEVERAL or subject.pos == "NUM") and whole.number == "s" and not whole.count:
        raise Refused("one thing has no such parts: the parse is wrong")
    text = whole.text if whole.text.lower().startswith("the ") else f"the {bare(whole.text)}{_spent_on(reading, noun, whole)}"
    count = subject.text.lower() if subject.pos == "NUM" else ""
    return Phrase(
        role="subject", text=f"{subject.text.lower()} of {text}", span=subject.span, head=noun.lemma, number="p" if count else "s",
        count=count, counted=f"of {text}" if count else "", taken_up=(whole.span,),
    )  # fmt: skip


def with_own_relative(reading: Reading, noun: Token, phrase: Phrase) -> Phrase:
    """« parents who pay for care » for « parents »: with the clause that tells which of them. Raises Refused if it cannot be understood alone."""
    document = reading.document
    clause = document.child(noun, "acl:relcl")
    words = document.subtree(clause) if clause is not None else ()
    comma = document.before(words[0]) if words else None
    if not words or phrase.entities or (comma is not None and comma.text == ",") or words[0].span.start < phrase.span.end:
        return phrase
    clear = all(t.pos != "PRON" or t.text.lower() in RELATIVE or t.i in reading.links for t in words)
    if len(words) > LONGEST_RELATIVE or not clear or words[-1].i - words[0].i >= len(words):
        raise Refused("it is told of those only of whom a long clause tells")
    span = Span(start=phrase.span.start, end=words[-1].span.end)
    return replace(phrase, text=f"{phrase.text} {say_tokens(reading, list(words))}", span=span)


def _spent_on(reading: Reading, noun: Token, whole: Phrase) -> str:
    """«  that the bridge cost » behind a sum which the verb of the sentence tells of its subject; empty for anything else."""
    document = reading.document
    verb = document.head(noun)
    subject = document.child(verb, "nsubj")
    if whole.kind != "measure" or noun.dep not in ("obj", "npadvmod", "attr") or subject is None or verb.lemma != "cost":
        return ""
    return f" that {lower_first(read_phrase(reading, subject, 'whole').text)} cost"


def outer_object(reading: Reading, head: Token) -> Phrase | None:
    """The noun that « which » takes up as the object: « the ship that X sent ». Raises Refused if it is not sure."""
    document = reading.document
    check_shared_place(document, head)
    if head.dep != "acl:relcl":
        return None
    part = document.child(head, "nsubj", "nsubj:pass")
    if part is not None and read_part_of(reading, head, part) is not None:
        return None
    when = any(t.text.lower() == "when" and t.i < head.i for t in document.children(head, "advmod"))
    if when and document.head(head).pos in ("NOUN", "PROPN", "NUM"):
        return _outer_moment(reading, document.head(head)) if is_time_word(document.head(head)) else None
    relative = next((t for t in document.children(head, "obj", "dative", "pobj") if t.text.lower() in (*RELATIVE, "whom", "what")), None)
    inside = any(t.text.lower() in (*RELATIVE, "whom", "whose", "where", "when") for t in document.subtree(head) if document.head(t) is not head)
    own = next((t for t in document.children(head, "nsubj") if t.text.lower() in RELATIVE), None)
    if own is not None:
        return None
    noun = antecedent(document, head)
    if relative is None or noun is None or inside:
        raise Refused("a relative clause whose object is outside")
    if noun.dep in ("appos", "npadvmod", "dep") and [t.text.lower() for t in document.subtree(noun) if t.i < head.i and t.i <= noun.i][:1] in (
        ["a"],
        ["an"],
    ):
        raise Refused("what is summed up is told before")  # « have been lost, a charge that X rejects »
    return replace(read_phrase(reading, noun, "outer"), role="object")


def check_shared_place(document: Document, head: Token) -> None:
    """Raises Refused for a second verb of a clause whose place or object stands outside: « the laboratory, where she had lived and worked »."""
    first = head
    while first.dep == "conj" and document.head(first).pos in ("VERB", "AUX") and document.child(first, "nsubj", "nsubj:pass") is None:
        first = document.head(first)
    if first is head or first.dep != "acl:relcl":
        return
    opener = document.subtree(first)[0].text.lower()
    subject = document.child(first, "nsubj", "nsubj:pass")
    if opener in ("where", "whom", "whose") or (opener in RELATIVE and subject is not None and subject.text.lower() not in RELATIVE):
        raise Refused("a relative clause whose object is outside")


def is_time_word(noun: Token) -> bool:
    """Whether a noun tells a day or year: else « when » opens a clause that the parser hung on the wrong word."""
    return noun.pos in ("NUM", "PROPN") or noun.lemma in ("year", "month", "day")


def _outer_moment(reading: Reading, noun: Token) -> Phrase:
    """The time that « when » takes up: « in 2017, when X opened it ». Raises Refused if it is no date."""
    prep = reading.document.head(noun)
    moment = read_moment(reading, noun, prep.text.lower() if prep.dep == "prep" else "")
    if moment is None:
        raise Refused("a relative clause whose time is not known")
    return replace(moment, marker="on" if iso_of(moment).count("-") == 2 else "in")
