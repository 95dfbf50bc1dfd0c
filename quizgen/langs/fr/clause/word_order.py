"""The parts of a clause as the article has them -> in the plain order of a question."""

from __future__ import annotations

from quizgen.model import Clause, Phrase

SHORT_OBJECT = 6  # words of an object that stands before a place or a time rather than after it


def object_first(parts: tuple[Phrase | Clause, ...]) -> tuple[Phrase | Clause, ...]:
    """« a battu dans la plaine l’équipe de Gao » with its short object right after the verb, before places and times."""
    deed = next((p for p in parts if isinstance(p, Clause) and p.role == "content" and p.link == "à"), None)
    if deed is not None and all(_is_loose(p) for p in parts[: parts.index(deed)]):
        return (deed, *(p for p in parts if p is not deed))  # « demande à Gao à être entendu »: to be heard in Gao
    thing = next((p for p in parts if isinstance(p, Phrase) and p.role == "object" and not p.marker), None)
    if thing is None or len(thing.text.split()) > SHORT_OBJECT:
        return parts
    before = parts[: parts.index(thing)]
    if not before or not all(_is_loose(p) for p in before):
        return parts
    return (thing, *before, *parts[len(before) + 1 :])


def _is_loose(part: Phrase | Clause) -> bool:
    """Whether a part may as well stand behind the object: a place, a time, another circumstance."""
    return isinstance(part, Phrase) and part.role != "told_idiom" and (not part.core or part.role in ("place", "destination", "time"))
