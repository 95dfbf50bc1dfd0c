"""Clauses cut to size: without optional parts, without the part that is asked, with another part in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from quizgen.model import Clause, Phrase

LONGEST = 18  # words of a sentence before its optional parts are dropped; over 30 it is refused


def shorten(clause: Clause, target: Phrase, say: Callable[[Clause], str]) -> Clause:
    """`clause` without the optional parts that make it longer than LONGEST words when `say` says it; the target stays."""
    while len(say(clause).split()) > LONGEST:
        optional = [p for p in _parts_in(clause) if not p.core and target not in _phrases_in(p)]
        if not optional:
            return clause
        clause = _cut(clause, optional[-1])
    return clause


def _parts_in(clause: Clause) -> Iterator[Phrase | Clause]:
    """The complements of `clause` and of the clauses in it; aims come last, because they are dropped first."""
    aims = [p for p in clause.complements if isinstance(p, Clause) and p.role == "purpose"]
    for part in clause.complements:
        if isinstance(part, Clause) and part not in aims:
            yield from _parts_in(part)
        elif part not in aims:
            yield part
    yield from aims


def _cut(clause: Clause, part: Phrase | Clause) -> Clause:
    kept = (_cut(p, part) if isinstance(p, Clause) else p for p in clause.complements if p is not part)
    return replace(clause, complements=tuple(kept))


def _phrases_in(part: Phrase | Clause) -> tuple[Phrase, ...]:
    return tuple(part.phrases()) if isinstance(part, Clause) else (part,)


def drop_target(clause: Clause, target: Phrase) -> Clause:
    """`clause` without `target`; an aim that held it goes as a whole."""
    return replace(clause, complements=tuple(_without(clause.complements, target)))


def _without(parts: tuple[Phrase | Clause, ...], target: Phrase) -> Iterator[Phrase | Clause]:
    for part in parts:
        if part is target:
            continue
        if isinstance(part, Clause) and target in part.phrases():
            if part.role == "purpose":
                continue
            yield drop_target(part, target)
        else:
            yield part


def swap(clause: Clause, old: Phrase, new: Phrase) -> Clause:
    """`clause` with `new` where `old` stood."""

    def put(part: Phrase | Clause) -> Phrase | Clause:
        return swap(part, old, new) if isinstance(part, Clause) else new if part is old else part

    subject = new if clause.subject is old else clause.subject
    return replace(clause, subject=subject, complements=tuple(map(put, clause.complements)))


def only_told(clause: Clause, own: Phrase) -> Clause:
    """`clause` and the clauses in it, in which nothing but `own` is asked."""

    def put(part: Phrase | Clause) -> Phrase | Clause:
        if isinstance(part, Clause):
            return only_told(part, own)
        return part if part is own else replace(part, role=f"told_{part.role.removeprefix('told_')}")

    subject = clause.subject if clause.subject is own or clause.subject is None else replace(clause.subject, role="told_subject")
    return replace(clause, subject=subject, complements=tuple(map(put, clause.complements)))
