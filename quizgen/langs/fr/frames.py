"""Set questions, for facts whose question is no turning round of their clause: « Que signifie le sigle… ? », « Qu’est-ce que… ? »."""

from __future__ import annotations

from quizgen.langs.fr.morphology import elide
from quizgen.model import Clause, Fact, Phrase

PLACES = {"city": "quelle ville", "country": "quel pays", "region": "quelle région"}


def ask_framed(fact: Fact, clause: Clause, target: Phrase) -> str | None:
    """The set question for `target` of `fact`, or None if the fact has none."""
    if fact.type != "definition" or clause.subject is None:
        return None
    if fact.predicate == "signifier":
        return None if target is clause.subject else f"que signifie le sigle {clause.subject.text}"
    if target is clause.subject:
        return _ask_which(clause, target)
    return f"qu’est-ce {elide('que', clause.subject.text)}"


def _ask_which(clause: Clause, place: Phrase) -> str | None:
    """« Quelle ville est la capitale de … »"""
    word = PLACES.get("city" if place.head == "ville" or any(e.kind == "city" for e in place.entities) else place.kind)
    gloss = next((p for p in clause.complements if isinstance(p, Phrase)), None)
    return f"{word} {clause.verb.finite} {gloss.text}" if word and gloss else None
