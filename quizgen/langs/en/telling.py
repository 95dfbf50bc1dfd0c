"""The teller: a fact -> an English statement, whole or with one part left out, for study sheets and exercises."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs import Wording
from quizgen.langs.en.morphology import set_typography, upper_first
from quizgen.langs.en.questions import answer_of, lead_of
from quizgen.langs.en.saying import say_statement
from quizgen.langs.targets import find_target, verb_above
from quizgen.langs.trimming import drop_target, swap
from quizgen.model import Clause, Fact

LEFT_OUT = "…"  # stands for a subject that is left out; other parts leave no trace


def tell(fact: Fact, without: str = "") -> Wording | str:
    """`fact` as a sentence, its answer the words of the role `without` that is left out; or the reason for none."""
    clause = fact.clause
    if clause is None or clause.subject is None:
        return "it is no clause with a subject"
    if not without:
        return Wording(question=_sentence(fact, clause), answer=_sentence(fact, clause))
    target = find_target(fact, without)
    if target is None or clause.verb.negation:
        return "it cannot be told without that part"
    rest = swap(clause, target, replace(target, text=LEFT_OUT)) if target is clause.subject else drop_target(clause, target)
    return Wording(question=_sentence(fact, rest), answer=set_typography(answer_of(target, without, verb_above(clause, target).lemma)))


def _sentence(fact: Fact, clause: Clause) -> str:
    return set_typography(upper_first(f"{lead_of(fact)}{say_statement(clause)}."))
