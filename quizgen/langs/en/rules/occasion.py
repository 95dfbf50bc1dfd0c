"""When an event took place, told with its noun: « the summit of Gao on 3 May 2019 », « the general election in March 2018 »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact, iso_of
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.moments import read_moment
from quizgen.langs.en.phrase.phrases import is_open, read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "occasion"
SHORTEST = 3  # words: « the attack of 3 May » is known by its date alone
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The dated event nouns of `sentence`."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.lemma in word_set("nouns", "occasions") and noun.pos == "NOUN" and (day := find_day(reading, noun)) is not None:
            yield attempt(NAME, read_occasion, reading, noun, day)


def find_day(reading: Reading, noun: Token) -> Phrase | None:
    """The date behind an event noun: « on 3 May 2019 », « in March »."""
    document = reading.document
    for prep in document.children(noun, "prep"):
        token = document.child(prep, "pobj")
        moment = read_moment(reading, token, prep.text.lower()) if token is not None and prep.i > noun.i else None
        if moment is not None and iso_of(moment) and moment.marker in ("on", "in"):
            return moment
    return None


def read_occasion(reading: Reading, noun: Token, day: Phrase) -> Fact:
    """« N took place on D ». Raises Refused if N is not known without its date."""
    document = reading.document
    words = [t for t in kept_tokens(document, noun) if t.span.end <= day.span.start]
    if any(is_open(reading, t, None) for t in words) or not any(t.text.lower() == "the" or t.dep == "poss" for t in words):
        raise Refused("it is not told which event it is")
    subject = replace(read_phrase(reading, noun, "what"), marker="", count="", counted="", kind="thing", entities=())
    if len(subject.text.split()) < SHORTEST:
        raise Refused("the event is known by its date alone")
    clause = Clause(verb=_verb(subject, iso_of(day), document), subject=subject, complements=(day,))
    return build_fact(reading, noun, clause, type="event", rule=NAME, predicate=noun.lemma, confidence=CONFIDENCE)


def _verb(subject: Phrase, day: str, document: Document) -> Verb:
    """« took place », or « will take place » for a day after the article's."""
    written = document.article.date
    if written and day > written[: len(day)]:
        return Verb(lemma="take", finite="will", rest="take place", number=subject.number)
    return Verb(lemma="take", finite="took", rest="place", number=subject.number)
