"""One fact for what is said twice; a poorer telling of the same thing gives way to the richer one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.facts.identity import canonical
from quizgen.model import Fact


def merge_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """`facts` in order, each thing said once: of equal ids the surest stays, and what another fact holds whole goes."""
    tellings: dict[str, list[Fact]] = {}
    for fact in facts:
        tellings.setdefault(fact.id, []).append(fact)
    kept = [join_tellings(found) for found in tellings.values()]
    kin: dict[tuple[str, ...], list[tuple[Fact, frozenset[tuple[str, str]]]]] = {}
    for fact in kept:
        kin.setdefault(way(fact), []).append((fact, said(fact)))
    parts = {id(fact) for tellings in kin.values() for fact, words in tellings if any(words < more for _, more in tellings)}
    return tuple(fact for fact in kept if id(fact) not in parts)


def way(fact: Fact) -> tuple[str, ...]:
    """What two tellings of one thing have in common."""
    return (fact.type, fact.predicate, fact.modality, fact.attribution)


def said(fact: Fact) -> frozenset[tuple[str, str]]:
    """What `fact` says in each role; a fact that says all of it and more makes it superfluous."""
    return frozenset((a.role, canonical(a)) for a in fact.arguments)


def join_tellings(found: list[Fact]) -> Fact:
    """The surest of several tellings of one fact (the first of equals), with the sentences of the others."""
    best = max(found, key=lambda f: f.confidence)
    others = dict.fromkeys(f.evidence for f in found if f.evidence != best.evidence)
    return replace(best, said_again=tuple(others))
