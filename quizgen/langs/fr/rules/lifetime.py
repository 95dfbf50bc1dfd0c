"""When somebody lived, told in brackets behind his name: « Paul Anselme (3 mai 1894 – 22 mars 1968) », « Paul Anselme (1832-1885) »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.morphology import agree
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "lifetime"
CONFIDENCE = 0.9
SHORTEST, LONGEST = 20, 110  # years of a life; fewer are those of an office
_MONTHS = "|".join(dates.MONTHS)
_DATE = rf"((?:(?:1er|\d{{1,2}}) (?:{_MONTHS}) )?\d{{4}})"
_PLACE = r"(?:,? (?:à|en|au|près de) [A-ZÀ-Ý][\w’' -]+)?"
LIVED = re.compile(rf"\s?\((?:née? )?(?:le |en )?{_DATE}{_PLACE}(?: ?[–—-] ?|,? (?:et )?(?:morte?|décédée?) )(?:le |en )?{_DATE}{_PLACE}\)")
DEAD = re.compile(rf"\s?\((?:morte?|décédée?) (?:le |en )(){_DATE}{_PLACE}\)")
NUMBERED = re.compile(r"\b(?:[IVX]+|Ier|Ire)\b")  # « Louis XIV (1643-1715) » has the years of his reign


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The births and deaths that `sentence` tells in brackets."""
    document = reading.document
    for token in document.words(sentence):
        entity = reading.entity(token) if token.name else None
        if entity is None or entity.kind != "person" or token.i in document.quotations:
            continue
        text = document.article.text
        told = LIVED.match(text, token.span.end) or DEAD.match(text, token.span.end)
        for group, lemma in ((1, "naître"), (2, "mourir")) if told is not None else ():
            if told is not None and told.group(group):
                yield attempt(NAME, read_end, reading, token, entity, told, group, lemma)


def read_end(reading: Reading, token: Token, entity: Entity, told: re.Match[str], group: int, lemma: str) -> Fact:
    """« X est né le 3 mai 1894 ». Raises Refused if the years may be those of an office, or X is told of in passing."""
    check_life(reading.document, token, entity, told)
    said = told.group(group)
    day = not said.isdigit()
    span = Span(start=told.start(group), end=told.end(group))
    moment = Phrase(
        role="time", text=f"le {said}" if day else said, span=span, marker="" if day else "en", kind="time", head=said, named=True, core=False
    )
    subject = Phrase(
        role="told_subject", text=entity.name, span=token.span, kind="person", gender=entity.gender, head=entity.name, entities=(entity,), named=True
    )
    participle = agree("né" if lemma == "naître" else "mort", entity.gender, "s")
    verb = Verb(lemma=lemma, finite="est", rest=participle, with_be=True)
    clause = Clause(verb=verb, subject=subject, complements=(moment,))
    return build_fact(reading, token, clause, type="event", rule=NAME, predicate=lemma, confidence=CONFIDENCE)


def check_life(document: Document, token: Token, entity: Entity, told: re.Match[str]) -> None:
    """Raises Refused for the years of a reign or an office, and for somebody of whom the article does not tell more."""
    if not entity.gender:
        raise Refused("whether it is a man or a woman is not sure")
    if len(entity.mentions) < 2 and not title_words(document).intersection(w.lower() for w in entity.name.split()):
        raise Refused("told in passing of somebody")
    years = [int(y) for y in re.findall(r"\d{4}", told.group())]
    if len(years) == 2 and not SHORTEST <= years[1] - years[0] <= LONGEST:
        raise Refused("the years of an office")
    above = document.head(token)
    ruling = above.lemma in word_set("nouns", "unique") | word_set("nouns", "rulers") or NUMBERED.search(entity.name)
    if ruling and told.group(2).isdigit() and told.group(1):
        raise Refused("the years of an office")
