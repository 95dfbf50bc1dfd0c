"""A fact -> a statement, whole or with one part left out, in any language that can say a clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizgen.langs import Wording
from quizgen.langs.targets import find_target
from quizgen.langs.trimming import drop_target, shorten, swap
from quizgen.model import Clause, Fact, Phrase

LEFT_OUT = "…"  # stands for a subject that is left out; other parts leave no trace


def tell_fact(fact: Fact, without: str, say: Callable[[Fact, Clause], str], answer: Callable[[Clause, Phrase], str]) -> Wording | str:
    """`fact` as a sentence that `say` gives, its `answer` the words of the role `without` that is left out; or the reason for none."""
    clause = fact.clause
    if clause is None or clause.subject is None:
        return "it is no clause with a subject"
    if not without:
        return Wording(question=say(fact, clause), answer=say(fact, clause))
    target = find_target(fact, without)
    if target is None or clause.verb.negation:
        return "it cannot be told without that part"
    rest = swap(clause, target, replace(target, text=LEFT_OUT)) if target is clause.subject else drop_target(clause, target)
    return Wording(question=say(fact, rest), answer=answer(clause, target))


def trimmed_clause(fact: Fact, role: str, phrase: Phrase | None, say: Callable[[Clause], str]) -> Clause | None:
    """The clause of `fact` without parts that `say` need not say, but with its `role`, where `phrase` stands if given; None without either."""
    clause, target = fact.clause, find_target(fact, role)
    if clause is None or target is None or clause.subject is None:
        return None
    short = shorten(clause, target, say)
    return swap(short, target, phrase) if phrase else short
