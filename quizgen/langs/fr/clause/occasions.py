"""The event in which people came to harm, where the sentence before tells it: « Deux marins ont été blessés » -> « lors de l’embuscade »."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens
from quizgen.langs.fr.phrase.wording import article_for, as_definite
from quizgen.langs.fr.reference.mentions import is_in_title
from quizgen.model import Clause, Phrase, Reading, Span, Token

REACH = 3  # sentences back in which the event may stand
LONGEST = 6  # words of the event as the sentence before tells it; of a longer one only the noun is said
YEAR_IN = re.compile(r"\b[12]\d{3}\b")
OWN = ("place", "cause", "agent", "told_occasion")  # what tells in which event it was


def with_occasion(reading: Reading, head: Token, clause: Clause) -> Clause:
    """`clause` with the event told, not asked, if it tells of harm and not in what."""
    if head.lemma not in word_set("verbs", "befalling") or any(p.role in OWN or p.head in word_set("nouns", "disasters") for p in clause.phrases()):
        return clause
    if any(p.marker in ("de", "à") and p.kind == "thing" and head.lemma in word_set("clauses", "dying") for p in clause.phrases()):
        return clause  # « X est mort d’un cancer » after another’s accident
    if any(p.kind == "time" and YEAR_IN.search(p.text) for p in clause.phrases()):
        return clause  # « X meurt en 1316 » after another’s accident: a year of its own is another event
    event = event_before(reading, head)
    return clause if event is None else replace(clause, complements=(*clause.complements, say_occasion(reading, event, head)))


def event_before(reading: Reading, head: Token) -> Token | None:
    """The one disaster that the sentence before in the paragraph tells; None if there is none, or the title has it."""
    document = reading.document
    number = document.sentence_number(head)
    if not number or document.sentences[number - 1].paragraph != document.sentences[number].paragraph:
        return None
    first = number - 1
    while (
        first
        and number - first < REACH
        and tells_of_harm(reading, first)
        and document.sentences[first - 1].paragraph == document.sentences[number].paragraph
    ):
        first -= 1  # « Deux marins ont été blessés. Dix assaillants ont été tués »
    near = (t for s in document.sentences[first : number + 1] for t in document.words(s))
    found = [t for t in near if t.pos == "NOUN" and t.lemma in word_set("nouns", "disasters")]
    return found[0] if len(found) == 1 and found[0].i < document.sentences[number].first and not is_in_title(document, found[0]) else None


def tells_of_harm(reading: Reading, number: int) -> bool:
    """Whether a sentence goes on with what a disaster has done, or with those who came to harm."""
    words = reading.document.words(reading.document.sentences[number])
    return not any(t.lemma in word_set("nouns", "disasters") for t in words)


def say_occasion(reading: Reading, event: Token, verb: Token) -> Phrase:
    """« lors de l’embuscade de Gand », told with `verb`."""
    kept = kept_tokens(reading.document, event, reading)
    short = len(kept) <= LONGEST and not any(t.text == "," for t in kept)
    text = as_definite(reading, event) if short else f"{article_for(event, event.text)}{event.text}"
    told = Span(start=kept[0].span.start, end=kept[-1].span.end) if short else event.span
    return Phrase(role="told_occasion", text=text, span=verb.span, marker="lors de", head=event.lemma, kind="event", taken_up=(told,), core=True)
