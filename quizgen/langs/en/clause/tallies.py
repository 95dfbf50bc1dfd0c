"""How many were for and against, and how many looked on: « by 214 votes to 98 », « before a crowd of 12,000 | at the stadium »."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.langs.en.forms.amounts import BALLOT
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.model import Clause, Phrase, Reading, Span, Token


def join_votes(parts: Iterable[Phrase | Clause]) -> tuple[Phrase | Clause, ...]:
    """`parts` with the votes against joined to the votes for: « by 214 votes to 98 »."""
    joined: list[Phrase | Clause] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Phrase) and isinstance(last, Phrase) and is_ballot(last, part):
            text = f"{last.text} {part.marker} {part.text}"
            span = Span(start=last.span.start, end=part.span.end)
            joined[-1] = replace(last, text=text, span=span, role="complement", kind="measure", count="", counted="")
        else:
            joined.append(part)
    return tuple(joined)


def is_ballot(votes: Phrase, others: Phrase) -> bool:
    """Whether two parts are the votes for and against, right behind one another."""
    near = 0 < others.span.start - votes.span.end <= len(others.marker) + 2
    return near and votes.marker == "by" and others.marker == "to" and BALLOT.fullmatch(f"{votes.text} to {others.text}") is not None


def part_crowd(reading: Reading, noun: Token, crowd: Phrase, subject: Phrase | None) -> list[Phrase]:
    """« a crowd of 12,000 », and apart from it the place that the parser hung on it: « at the stadium in Oslo »."""
    document = reading.document
    prep = next((t for t in document.children(noun, "prep") if t.i > noun.i and t.text.lower() in ("at", "in")), None)
    spot = document.child(prep, "pobj") if prep is not None else None
    if prep is None or spot is None:
        return [crowd]
    place = read_phrase(reading, spot, "place", marker=prep.text.lower(), subject=subject)
    text = crowd.text.partition(f" {prep.text} ")[0]
    before = document.tokens[prep.i - 1].span.end
    return [replace(crowd, text=text, span=Span(start=crowd.span.start, end=before)), replace(place, core=False)]
