"""How many of a kind a body or a place has, told of one or some of them: « X est l’un des neuf ports de l’île Y », « 22 des 27 pays de Y ».

Asked of the whole: « Combien de projets la fondation Y compte-t-elle ? ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "whole_count"
OF = ("de", "du", "d’", "d'")
SMALLEST = 3
FARTHEST = 3  # words of what is counted: « pays membres »
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The wholes that `sentence` counts in telling of their parts."""
    document = reading.document
    for of in document.words(sentence):
        part, number = document.before(of), document.after(of)
        if of.text.lower() != "des" or part is None or number is None or number.pos != "NUM" or part.i < sentence.first:
            continue
        if part.text.lower() in ("un", "une") or part.pos == "NUM":
            yield attempt(NAME, read_whole, reading, number)


def read_whole(reading: Reading, number: Token) -> Fact:
    """« Z compte N Y ». Raises Refused unless Y is a plain kind and Z a named body, place or thing."""
    document = reading.document
    counted = document.after(number)
    size = magnitude(number.text)
    if (
        size is None
        or size < SMALLEST
        or counted is None
        or counted.pos != "NOUN"
        or counted.lemma in word_set("nouns", "durations")
        or number.i in document.quotations
    ):
        raise Refused("too few to be asked, or a time")
    words, owner = read_kind(document, number, counted)
    whole = told_thing(reading, owner, document.sentence_of(owner).last, "told_whole")
    if not any(c.isupper() for c in whole.text) or whole.kind in ("person", "people", "event") or whole.number == "p":
        raise Refused("of what they are is not named")
    if whole.head in word_set("nouns", "disasters"):
        raise Refused("the toll of an event")
    span = Span(start=number.span.start, end=words[-1].span.end)
    kind = say_tokens(reading, words)
    things = Phrase(role="object", text=f"{number.text} {kind}", span=span, head=counted.lemma, number="p", count=number.text, counted=kind,
                    gender="f" if counted.has("Gender=Fem") else "m")  # fmt: skip
    clause = Clause(verb=Verb(lemma="compter", finite="compte"), subject=replace(whole, marker=""), complements=(things,))
    sure = sureness_of(whole) * CONFIDENCE
    return build_fact(reading, counted, clause, type="quantity", rule=NAME, predicate=f"compter {counted.lemma}", confidence=sure)


def read_kind(document: Document, number: Token, counted: Token) -> tuple[list[Token], Token]:
    """The words of what is counted, and the noun behind their « de ». Raises Refused for a choice among them: « trois des principaux ports »."""
    rest = document.tokens[number.i + 1 : document.sentence_of(number).last]
    end = next((n for n, t in enumerate(rest) if t.text.lower() in OF), 0)
    words, of = list(rest[:end]), rest[end] if end else None
    plain = all(t.pos in ("NOUN", "ADJ") for t in words)
    if of is None or not words or words[0] is not counted or len(words) > FARTHEST or not plain:
        raise Refused("they are no plain kind of something")
    return words, document.head(of)
