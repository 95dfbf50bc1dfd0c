"""What nobody need keep of a clause: predecessors, head counts, the hours of a meeting; from clauses made by hand."""

from __future__ import annotations

import pytest

from quizgen.langs.en.asking.details import detail
from quizgen.model import Argument, Clause, Fact, Mention, Phrase, Span, Verb

HERE = Span(start=0, end=1)
ARGUMENT = Argument(role="object", mention=Mention(span=HERE, text="x"), kind="thing")


def phrase(role: str, text: str, marker: str = "", kind: str = "thing", counted: str = "", *, topical: bool = False) -> Phrase:
    head = counted or text.split()[-1]
    return Phrase(role=role, text=text, span=HERE, marker=marker, kind=kind, head=head, counted=counted, topical=topical)


def why(verb: str, asked: Phrase, rest: str = "") -> str | None:
    """What is said against asking `asked` of a clause."""
    clause = Clause(
        verb=Verb(lemma=verb, finite=verb, rest=rest),
        subject=phrase("subject", "Rita Holm", kind="person"),
        complements=(asked,),
    )
    fact = Fact(id="f", type="action", predicate=verb, arguments=(ARGUMENT,), evidence=HERE, rule="clause", clause=clause)
    return detail(fact, clause, asked, asked.role)


@pytest.mark.parametrize(
    ("verb", "asked", "refused"),
    [
        ("meet", phrase("duration", "six hours", "for", "duration"), True),
        ("meet", phrase("duration", "six weeks", "for", "duration"), False),
        ("retire", phrase("complement", "forty", "at", "age"), True),
        ("marry", phrase("complement", "forty", "at", "age"), False),
        ("hire", phrase("object", "extra guards"), True),
        ("hire", phrase("object", "guards from Norvale"), False),
        ("face", phrase("object", "a slow crossing"), True),
        ("cross", phrase("object", "a slow crossing"), False),
    ],
)
def test_parts(verb: str, asked: Phrase, refused: bool) -> None:
    """The length of a meeting in hours, the age of somebody who retires, and what anybody guesses."""
    assert (why(verb, asked) is not None) == refused


def test_predecessor() -> None:
    """From whom somebody took over is not asked; from what somebody took something is."""
    other = phrase("complement", "Jan Weber", "from", "person")
    assert why("take", other, rest="over") is not None
    assert why("buy", other) is None


@pytest.mark.parametrize("topical", [True, False])
def test_heads(topical: bool) -> None:
    """Visitors are counted only where the title is about what they come to see."""
    people = phrase("subject", "4,000 people", counted="people")
    clause_place = phrase("object", "the mill", topical=topical)
    clause = Clause(verb=Verb(lemma="visit", finite="visited"), subject=people, complements=(clause_place,))
    fact = Fact(id="f", type="action", predicate="visit", arguments=(ARGUMENT,), evidence=HERE, rule="clause", clause=clause)
    assert (detail(fact, clause, people, "number") is None) == topical
