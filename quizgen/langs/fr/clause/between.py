"""Those between whom something is, told behind its noun: « un cessez-le-feu | entre la Norvège et les rebelles »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.reference.mentions import actors
from quizgen.langs.refusal import Refused
from quizgen.model import Phrase, Reading, Span, Token

BETWEEN = "between"
SOMEBODY = ("person", "organisation", "country")
LONGEST = 14  # words of those between whom it is


def split_between(reading: Reading, noun: Token, phrase: Phrase) -> list[Phrase]:
    """`phrase`, the object of `noun`, and apart from it « entre A et B » at its end, where A and B are people, bodies or countries."""
    document = reading.document
    if noun.lemma not in word_set("nouns", "mutual"):
        return [phrase]
    first = next((t for t in document.children(noun, "nmod", "obl") if t.i > noun.i and _follows_between(reading, t)), None)
    if first is None or not is_pair(reading, first):
        return [phrase]
    try:
        pair = replace(read_phrase(reading, first, BETWEEN), role=BETWEEN, core=True)
    except Refused:
        return [phrase]
    bond, _, rest = phrase.text.partition(" entre ")
    if rest != pair.text or len(rest.split()) > LONGEST:
        return [phrase]
    end = min(t.span.start for t in document.children(first, "case"))
    return [replace(phrase, text=bond, span=Span(start=phrase.span.start, end=end), entities=(), named=False), pair]


def _follows_between(reading: Reading, token: Token) -> bool:
    case = reading.document.child(token, "case")
    return case is not None and case.text.lower() == "entre"


def is_pair(reading: Reading, first: Token) -> bool:
    """Whether what hangs on « entre » are several of whom one asks « qui »."""
    parts = (first, *reading.document.children(first, "conj"))
    return len(parts) > 1 and all(_is_somebody(reading, t) for t in parts)


def _is_somebody(reading: Reading, token: Token) -> bool:
    entity = reading.entity(token)
    if entity is not None:
        return entity.kind in SOMEBODY
    return token.lemma in actors() | word_set("nouns", "forces") | word_set("clauses", "somebody")
