"""How many were for and against, and how many looked on: « by 214 votes to 98 », « before a crowd of 12,000 | at the stadium »."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.langs.en.forms.amounts import BALLOT
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.model import Clause, Phrase, Reading, Span, Token

VOTE_OF = "a vote of "


def join_votes(parts: Iterable[Phrase | Clause], lemma: str) -> tuple[Phrase | Clause, ...]:
    """`parts` of the verb `lemma` with the votes against joined to those for: « by 214 votes to 98 », « by a vote of 60 to 38 »."""
    joined: list[Phrase | Clause] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Phrase) and isinstance(last, Phrase) and is_ballot(last, part, voted=lemma in word_set("questions", "voting")):
            text = f"{last.text.removeprefix(VOTE_OF)} {part.marker} {part.text}"
            span = Span(start=last.span.start, end=part.span.end)
            joined[-1] = replace(last, text=text, span=span, marker="by", role="complement", kind="measure", count="", counted="")
        else:
            joined.append(part)
    return tuple(joined)


def is_ballot(votes: Phrase, others: Phrase, *, voted: bool) -> bool:
    """Whether two parts are the votes for and against, right behind one another; `voted`: under a verb by which a body decides."""
    near = 0 < others.span.start - votes.span.end <= len(others.marker) + 2
    told = votes.marker == "by" or (voted and not votes.marker and votes.text.isdigit())
    return near and told and others.marker == "to" and BALLOT.fullmatch(f"{votes.text.removeprefix(VOTE_OF)} to {others.text}") is not None


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
