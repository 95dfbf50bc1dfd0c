"""A bare number of those to whom something was done that is done to people: « 1,083 had been injured », « at least 12 died »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.clause.verbs import is_passive
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.counts import approximation
from quizgen.model import Document, Phrase, Token


def as_victims(document: Document, verb: Token, number: Token, subject: Phrase) -> Phrase:
    """`subject` as so many people, where nothing else was counted before; as it is where it may be other things."""
    if not is_of_people(document, verb, number) or subject.entities:
        return subject
    noun = noun_counted_before(document, number)
    if noun is not None and noun.lemma not in ("people", "person"):
        return subject
    count = f"{approximation(document, number)}{number.text}".strip()
    return replace(subject, text=f"{count} people", kind="people", head="people", count=count, counted="people", number="p")


def is_of_people(document: Document, verb: Token, number: Token) -> bool:
    """Whether a number stands alone as the subject of what is done to people, or of what they do: « were killed », « died »."""
    alone = number.pos == "NUM" and number.dep in ("nsubj", "nsubj:pass") and not document.children(number, "prep", "nummod", "appos")
    alone = alone and not any(t.text.lower() == "of" for t in document.children(verb, "prep"))  # « of the horses, 12 were injured »
    done = verb.lemma in word_set("verbs", "done_to_people") and is_passive(document, verb)
    return alone and (done or verb.lemma in word_set("verbs", "done_by_people"))


def noun_counted_before(document: Document, number: Token) -> Token | None:
    """What was counted last before `number`, in its sentence or in the one before; None if nothing was."""
    place = document.sentence_number(number)
    first = document.sentences[max(0, place - 1)].first
    counted = (document.head(t) for t in document.tokens[first : number.i] if t.dep == "nummod" and t.pos == "NUM")
    found = [t for t in counted if t.has("Number=Plur") and t.lemma not in word_set("nouns", "durations") | word_set("nouns", "units")]
    return found[-1] if found else None
