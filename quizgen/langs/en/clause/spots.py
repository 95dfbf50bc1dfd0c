"""Places beside a verb: a named one parted from the object that the parser hung it on, or joined to the spot that lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from quizgen.langs.en.phrase.phrases import PLACES, read_phrase
from quizgen.model import Clause, Phrase, Reading, Span, Token

SPLIT = ("in", "at", "off", "near", "outside")


def split_place(reading: Reading, noun: Token, phrase: Phrase, subject: Phrase | None) -> list[Phrase]:
    """`phrase`, and apart from it the named place at its end that the parser hung on it: « 20 years | in Oslo »."""
    document = reading.document
    for prep in (t for t in document.children(noun, "prep") if t.i > noun.i and t.text.lower() in SPLIT):
        owner = document.child(prep, "pobj")
        if owner is None or document.subtree(noun)[-1] is not document.subtree(prep)[-1] or owner.i not in reading.links:
            continue
        place = read_phrase(reading, owner, "place", marker=prep.text.lower(), subject=subject)
        tail = f" {prep.text} {place.text}"
        if place.kind not in PLACES or not phrase.text.endswith(tail):
            continue
        rest = phrase.text.removesuffix(tail)
        named = phrase.named and re.search(r"(?<!^)\b[A-Z]|^[A-Z](?!\w* )", rest) is not None
        shorter = replace(phrase, text=rest, named=named, span=Span(start=phrase.span.start, end=document.tokens[prep.i - 1].span.end))
        return [replace(shorter, counted=phrase.counted.removesuffix(tail)), replace(place, core=False)]
    return [phrase]


def join_places(parts: Iterable[Phrase | Clause]) -> tuple[Phrase | Clause, ...]:
    """`parts` with a named place joined to the spot right before it that it tells where to find: « on a field | in Brenby »."""
    joined: list[Phrase | Clause] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Phrase) and isinstance(last, Phrase) and is_within(part, last):
            text = f"{last.text} {part.marker} {part.text}"
            joined[-1] = replace(last, text=text, named=True, span=Span(start=last.span.start, end=part.span.end))
        else:
            joined.append(part)
    return tuple(joined)


def is_within(place: Phrase, spot: Phrase) -> bool:
    """Whether a named place stands right behind a spot without a name."""
    near = 0 < place.span.start - spot.span.end <= len(place.marker) + 2
    return near and place.role == spot.role == "place" and place.kind in PLACES and spot.kind not in PLACES
