"""How many of a thing there are: « there are seven species of flax in Norway », « there were three accidents in 2019 »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.complements import read_complements
from quizgen.langs.en.clause.facts import build_fact, is_named
from quizgen.langs.en.clause.spots import split_place
from quizgen.langs.en.clause.verbs import read_negation
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.langs.en.rules.clause import check_standing, sureness, take_source
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "existence"
BEING = ("is", "are", "was", "were")
PLACED = ("place", "time")
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The counts behind « there » in `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        thing = document.child(token, "attr", "nsubj", "obj")
        if token.lemma == "be" and document.child(token, "expl") is not None and thing is not None and thing.i > token.i:
            yield attempt(NAME, read_existence, reading, token, thing)


def read_existence(reading: Reading, token: Token, thing: Token) -> Fact:
    """« there are N things in L ». Raises Refused unless the things are counted, and it is told where, when or of what."""
    document = reading.document
    attribution = check_standing(reading, token)
    if token.text.lower() not in BEING or document.children(token, "aux") or read_negation(document, token):
        raise Refused("it is not told as so")
    subject = read_phrase(reading, thing, "subject")
    if not subject.count or not subject.counted or subject.number != "p":
        raise Refused("it is not counted")
    subject, *placed = split_place(reading, thing, subject, None)
    read = [p for p in read_complements(reading, token, None) if isinstance(p, Phrase) and p.role.startswith(PLACED)]
    others = [p for p in (*placed, *read) if not (p.span.start < subject.span.end and subject.span.start < p.span.end)]
    if not (subject.named or any(is_named(p) for p in others)):
        raise Refused("neither where nor when is known")
    verb = Verb(lemma="be", finite=token.text.lower(), rest="there", number="p")
    told = tuple(replace(p, role=f"told_{p.role}") for p in others)
    clause, source = take_source(Clause(verb=verb, subject=replace(subject, role="counted"), complements=told))
    return build_fact(
        reading,
        token,
        clause,
        type="quantity",
        rule=NAME,
        attribution=source or attribution,
        confidence=sureness(document, token, clause) * CONFIDENCE,
    )
