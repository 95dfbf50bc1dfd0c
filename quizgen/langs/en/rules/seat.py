"""Where a body is based, told in passing: « Leeds-based builder Harrow Civil », « the firm, based in Gao, »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.forms.geography import find_country, is_demonym
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.phrases import named_beside
from quizgen.langs.en.phrase.wording import say_entity
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "seat"
BASED = re.compile(r"([A-Z][\w.’'-]*)-(?:based|headquartered)")
CONFIDENCE, PASSING = 0.85, 0.4  # worth of a body that the article names more than once, or once


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The places where named bodies are based."""
    document = reading.document
    for token in document.words(sentence):
        if BASED.fullmatch(token.text):
            yield attempt(NAME, read_compound, reading, token)
        elif token.lemma == "base" and token.dep == "acl" and document.child(token, "prep") is not None:
            yield attempt(NAME, read_participle, reading, token)


def read_compound(reading: Reading, token: Token) -> Fact:
    """« Gao-based X ». Raises Refused unless a named body stands behind it."""
    document = reading.document
    first = token
    while (before := document.before(first)) is not None and before.text[:1].isupper() and is_lead(reading, before):
        first = before  # « New York-based »
    place = document.article.text[first.span.start : token.span.end].rpartition("-")[0]
    if is_demonym(place.split()[-1]):
        raise Refused("it is no place")  # « American-based »
    return state(reading, token, find_body(reading, document.head(token)), place, Span(start=first.span.start, end=token.span.end))


def is_lead(reading: Reading, token: Token) -> bool:
    """Whether a capital opens the name of a place: within the sentence, or « New », « San » at its head."""
    first = reading.document.sentence_of(token).first
    return (token.i != first and token.pos == "PROPN") or token.text in word_set("names", "openings")


def read_participle(reading: Reading, token: Token) -> Fact:
    """« X, based in Gao, ». Raises Refused unless X is a named body and Gao a name."""
    document = reading.document
    prep = next((t for t in document.children(token, "prep") if t.text.lower() in ("in", "at") and t.i == token.i + 1), None)
    place = document.child(prep, "pobj") if prep is not None else None
    if prep is None or place is None or place.pos != "PROPN":
        raise Refused("it is not told where")
    return state(reading, token, find_body(reading, document.head(token)), place.text, place.span)


def find_body(reading: Reading, head: Token) -> Entity:
    """The body that `head` names, or takes up. Raises Refused if there is none, or if there are several."""
    above = reading.document.head(head)
    beside = [above] if head.dep in ("compound", "nmod", "appos") and (head.dep == "appos" or above.i == head.i + 1) else []
    own = [t for t in (head, *named_beside(reading, head)) if t.i in reading.links]
    names = own or [t for t in beside if t.i in reading.links]
    found = list(dict.fromkeys(e for t in names for e in reading.links[t.i]))
    cut = any(c.pos == "PROPN" for t in names for p in reading.document.children(t, "prep") for c in reading.document.children(p, "pobj"))
    if cut or len(found) != 1 or found[0].kind not in ("organisation", "other"):
        raise Refused("no body is named")
    return found[0]


def state(reading: Reading, token: Token, body: Entity, place: str, span: Span) -> Fact:
    """« X is based in P ». Raises Refused if the name of the body tells it."""
    if place.casefold() in body.name.casefold():
        raise Refused("its name tells it")
    country = find_country(place)
    if country is not None and len(place) <= 3:
        place = f"the {place}"
    subject = Phrase(
        role="told_subject",
        text=say_entity(body),
        span=token.span,
        kind="organisation",
        entities=(body,),
        named=True,
        head=body.name.split()[-1],
        number=body.number,
    )
    where = Phrase(role="place", text=place, span=span, marker="in", kind="country" if country else "city", named=True, head=place, core=True)
    verb = Verb(lemma="base", finite="are" if body.number == "p" else "is", rest="based", passive=True, with_be=True)
    known = len(body.mentions) > 1 or body.name.casefold() in reading.document.article.title.casefold()
    return build_fact(
        reading,
        token,
        Clause(verb=verb, subject=subject, complements=(where,)),
        type="action",
        rule=NAME,
        confidence=CONFIDENCE if known else PASSING,
    )
