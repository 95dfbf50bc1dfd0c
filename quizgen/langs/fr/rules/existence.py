"""How many of a thing there are, or how often it happened: « il existe sept espèces de lin à Madagascar », « il y a eu trois accidents en 2019 ».

It is said again with the thing as its subject: « sept espèces de lin existent … », « trois accidents ont eu lieu … ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.complements import read_complements, split_place
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_named
from quizgen.langs.fr.clause.verbs import read_negation
from quizgen.langs.fr.clause.wholeness import is_whole
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.rules.clause import SOURCES, check_standing, take_source
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "existence"


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts of the impersonal verbs of `sentence`."""
    for token in reading.document.words(sentence):
        if token.pos == "VERB" and (verb := verb_of(reading.document, token)) is not None:
            yield attempt(NAME, read_existence, reading, token, verb)


def verb_of(document: Document, token: Token) -> Verb | None:
    """« existent » for « il existe », « ont eu lieu » for « il y a eu »; None for any other verb."""
    beside = {t.text.lower() for t in document.children(token) if t.i < token.i}
    if "il" not in beside:
        return None
    if token.text.lower() in ("existe", "existait"):
        return Verb(lemma="exister", finite="existent" if token.text.lower() == "existe" else "existaient", number="p")
    if token.text.lower() == "eu" and "y" in beside and beside & {"a", "avait"}:
        return Verb(lemma="avoir", finite="ont", rest="eu lieu", number="p")
    return None


def read_existence(reading: Reading, token: Token, verb: Verb) -> Fact:
    """« N choses existent à L ». Raises Refused unless the things are counted and something tells where, when or of what."""
    document = reading.document
    attribution = check_standing(reading, token)
    thing = document.child(token, "obj", "nsubj")
    if thing is None or thing.i < token.i or read_negation(document, token):
        raise Refused("it is not sure of what it is told")
    subject = read_phrase(reading, thing, "subject")
    if subject.marker or not subject.count or not subject.counted or subject.number != "p":
        raise Refused("it is not counted")
    if verb.lemma == "avoir" and thing.lemma not in word_set("nouns", "occasions"):
        raise Refused("a thing does not take place")
    subject, *placed = split_place(reading, thing, subject)
    read = [p for p in read_complements(reading, token, None) if isinstance(p, Phrase) and p.role != "object"]
    others = (*placed, *(p for p in read if not any(p.span.start < o.span.end and o.span.start < p.span.end for o in (subject, *placed))))
    if not (subject.named or any(is_named(p) for p in others)) or not is_whole(reading, token, (subject, *others)):
        raise Refused("neither where nor when is known")
    told = tuple(p if p.marker in SOURCES else replace(p, role=f"told_{p.role}") for p in others)
    clause, source = take_source(reading, Clause(verb=verb, subject=replace(subject, role="counted"), complements=told))
    attribution = source or attribution
    return build_fact(reading, token, clause, type="quantity", rule=NAME, attribution=attribution, predicate=token.lemma)
