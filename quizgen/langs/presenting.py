"""A question's people and bodies -> presented as the article does: « la présidente du Parti Kermo Vera Holm », « the coach Ivo Brand ».

Months later a bare name says nothing. What is asked is never presented; a language says what its names are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quizgen.langs.trimming import swap
from quizgen.model import Clause, Fact, Phrase

LONGEST = 16  # words of a clause over which nothing is added


def introduce(facts: Sequence[Fact], presented: Callable[[Phrase], Phrase], date: str = "", lasting: Sequence[str] = ()) -> list[Fact]:
    """`facts`, the phrases of one thing in their clauses as `presented` gives them: with the words that present it, or as they are.

    What was done years before the `date` of the article was perhaps not done in the function that somebody has now; what has lasted since
    then (told by a `lasting` preposition) is of now.
    """
    now = (f.clause if f.clause is not None and _is_of_now(f, f.clause, date, lasting) else None for f in facts)
    return [replace(f, clause=_introduced(clause, presented)) if clause is not None else f for f, clause in zip(facts, now, strict=True)]


def _is_of_now(fact: Fact, clause: Clause, date: str, lasting: Sequence[str]) -> bool:
    """Whether a fact is dated no earlier than the year before the article."""
    times = (p for p in clause.phrases() if p.kind == "time" and p.marker not in lasting)
    years = [int(y) for p in times for y in re.findall(r"\b1\d{3}\b|\b20\d\d\b", p.text)]
    return fact.type != "role" and not (date and years and int(date[:4]) - max(years) > 1)


def _introduced(clause: Clause, presented: Callable[[Phrase], Phrase]) -> Clause:
    for phrase in tuple(clause.phrases()):
        if len(phrase.entities) == 1:
            clause = swap(clause, phrase, presented(phrase))
    return clause


def functions_told(facts: Sequence[Fact]) -> Iterator[tuple[str, Phrase]]:
    """The name of each person and a function that a fact gives, in the order of the facts."""
    for fact in facts:
        if fact.rule == "role" and fact.clause is not None and fact.clause.subject is not None:
            yield from ((fact.clause.subject.text, p) for p in fact.clause.phrases() if p.kind == "function")


def present(clause: Clause, target: Phrase) -> Clause:
    """`clause` with its bare names presented, as long as that keeps it short; not the one that is asked."""
    for phrase in tuple(clause.phrases()):
        if phrase is target or not phrase.presented or phrase.same_as_subject:
            continue
        others = sum(len(p.text.split()) for p in clause.phrases() if p is not target and p is not phrase and not p.same_as_subject)
        if others + len(phrase.presented.split()) <= LONGEST:
            clause = swap(clause, phrase, replace(phrase, text=phrase.presented))
    return clause
