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
    return tuple(f for f in kept if not any(is_part(f, other) for other in kept if other is not f))


def join_tellings(found: list[Fact]) -> Fact:
    """The surest of several tellings of one fact (the first of equals), with the sentences of the others."""
    best = max(found, key=lambda f: f.confidence)
    others = dict.fromkeys(f.evidence for f in found if f.evidence != best.evidence)
    return replace(best, said_again=tuple(others))


def is_part(fact: Fact, other: Fact) -> bool:
    """Whether `other` says all that `fact` says and more, about the same predicate."""
    if (fact.type, fact.predicate, fact.modality, fact.attribution) != (other.type, other.predicate, other.modality, other.attribution):
        return False
    said = {(a.role, canonical(a)) for a in fact.arguments}
    return said < {(a.role, canonical(a)) for a in other.arguments}
