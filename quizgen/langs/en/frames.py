"""Set questions, for facts whose question is no turning round of their clause: « What does … stand for? », « What is … ? »."""

from __future__ import annotations

from quizgen.langs.en.saying import say_subject
from quizgen.model import Clause, Fact, Phrase

PLACES = {"city": "which city", "country": "which country", "region": "which region", "sea": "which sea"}


def ask_framed(fact: Fact, clause: Clause, target: Phrase) -> str | None:
    """The set question for `target` of `fact`, or None if the fact has none."""
    if fact.type != "definition" or clause.subject is None:
        return None
    if clause.verb.lemma == "stand":
        return None if target is clause.subject else f"what does the abbreviation {clause.subject.text} stand for"
    if target is clause.subject:
        return _ask_which(clause, target)
    word = "who" if clause.subject.kind == "person" else "what"
    return f"{word} {clause.verb.finite} {say_subject(clause.subject)}"


def _ask_which(clause: Clause, place: Phrase) -> str | None:
    """« Which city is the capital of … »"""
    word = PLACES.get(next((e.kind for e in place.entities), place.kind))
    gloss = next((p for p in clause.complements if isinstance(p, Phrase)), None)
    return f"{word} {clause.verb.finite} {gloss.text}" if word and gloss else None
