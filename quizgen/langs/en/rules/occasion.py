"""When an event took place, told with its noun: « the summit of Gao on 3 May 2019 », « the election in March 2018 », « Sunday’s march in Gao »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact, iso_of
from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.moments import looks_ahead, read_moment
from quizgen.langs.en.phrase.phrases import is_open, read_phrase
from quizgen.langs.en.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "occasion"
SHORTEST = 3  # words: « the attack of 3 May » is known by its date alone
CONFIDENCE = 0.9
# « by two seats », hung on the event that somebody won by so many
MARGIN = re.compile(
    r" by (?:(?:more|less|fewer) than |nearly |about |just |only )?(?:an? |\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve).*$"
)
OWNED = ("in", "at", "after", "during", "since", "following", "into")  # before an event that its day owns, and that took place or is to
TAKEN_PART = ("win", "lose", "attend", "contest", "hold", "follow", "precede", "overshadow", "watch", "survive", "monitor", "boycott", "mark")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The dated event nouns of `sentence`."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.pos != "NOUN" or noun.i in document.quotations:
            continue
        if noun.lemma in word_set("nouns", "occasions") and (day := find_day(reading, noun)) is not None:
            yield attempt(NAME, read_occasion, reading, noun, day)
        elif noun.lemma in word_set("nouns", "occasions") | word_set("nouns", "of_a_day") and (owner := document.child(noun, "poss")) is not None:
            day = find_own_day(document, noun, owner)
            if day is not None:
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


def find_own_day(document: Document, noun: Token, owner: Token) -> Phrase | None:
    """The date of the day or month that owns an event: « Sunday » of « Sunday’s march »; None if it may have been another, or never was."""
    words = [t for t in document.subtree(owner) if t.dep != "case"]
    said = " ".join(t.text.lower() for t in words)
    if owner.text.lower() not in (*dates.WEEKDAYS, *dates.MONTHS, "yesterday", "today", "tomorrow"):
        return None
    ahead = False if words[0].text.lower() == "last" else is_to_come(document, noun)
    iso = dates.resolve_relative(said, document.article.date, ahead=ahead) if ahead is not None else None
    if iso is None:
        return None
    marker = "on" if iso.count("-") == 2 else "in"
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="time", text=dates.say_date(iso), span=span, marker=marker, kind="time", head=owner.lemma, named=True, core=False)


def is_to_come(document: Document, noun: Token) -> bool | None:
    """Whether an event is still to come (True) or has been (False), by the verb that tells of it; None if it may as well not take place."""
    lead = document.head(noun)
    verb = next((t for t in document.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    if verb is None or any(t.text.lower() in ("would", "could", "might", "may", "should") for t in document.children(verb, "aux")):
        return None
    ahead = looks_ahead(document, noun)
    denied = document.child(verb, "neg") is not None
    if noun.dep == "pobj":
        return ahead if lead.text.lower() in OWNED else None
    if noun.dep == "obj" or noun.dep == "nsubj:pass":
        return ahead if verb.lemma in TAKEN_PART and not denied else None
    return ahead if noun.dep == "nsubj" and not denied else None


def read_occasion(reading: Reading, noun: Token, day: Phrase) -> Fact:
    """« N took place on D ». Raises Refused if N is not known without its date."""
    document = reading.document
    owned = day.span.start < noun.span.start
    words = [t for t in kept_tokens(document, noun) if t.span.end <= day.span.start or (owned and t.i >= noun.i)]
    if any(is_open(reading, t, None) for t in words) or not (owned or any(t.text.lower() == "the" or t.dep == "poss" for t in words)):
        raise Refused("it is not told which event it is")
    role = "told_subject" if owned else "what"  # which one a day saw is nothing to learn
    subject = replace(read_phrase(reading, noun, role), marker="", count="", counted="", kind="thing", entities=())
    if owned:
        subject = replace(subject, text=MARGIN.sub("", re.sub(r"^[A-Z][a-z]+['’]s ", "the ", subject.text)))
    if len(subject.text.split()) < SHORTEST and not (owned and plain(noun.lemma) in title_words(document)):
        raise Refused("the event is known by its date alone")
    clause = Clause(verb=_verb(subject, iso_of(day), document), subject=subject, complements=(day,))
    return build_fact(reading, noun, clause, type="event", rule=NAME, predicate=noun.lemma, confidence=CONFIDENCE)


def _verb(subject: Phrase, day: str, document: Document) -> Verb:
    """« took place », or « will take place » for a day after the article's."""
    written = document.article.date
    if written and day > written[: len(day)]:
        return Verb(lemma="take", finite="will", rest="take place", number=subject.number)
    return Verb(lemma="take", finite="took", rest="place", number=subject.number)
