"""The teller: a fact -> an English statement, whole or with one part left out, for study sheets and exercises."""

from __future__ import annotations

from quizgen.langs import Wording
from quizgen.langs.en.asking.questions import answer_of, lead_of
from quizgen.langs.en.asking.saying import say_statement
from quizgen.langs.en.forms.morphology import upper_first
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.targets import verb_above
from quizgen.langs.telling import tell_fact
from quizgen.model import Clause, Fact


def tell(fact: Fact, without: str = "") -> Wording | str:
    """`fact` as a sentence, its answer the words of the role `without` that is left out; or the reason for none."""
    return tell_fact(fact, without, _sentence, lambda clause, target: set_typography(answer_of(target, without, verb_above(clause, target).lemma)))


def _sentence(fact: Fact, clause: Clause) -> str:
    return set_typography(upper_first(f"{lead_of(fact)}{say_statement(clause)}."))
