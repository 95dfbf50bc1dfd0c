"""The teller: a fact -> a French statement, whole or with one part left out, for study sheets and exercises."""

from __future__ import annotations

from quizgen.langs import Wording
from quizgen.langs.fr.asking.questions import answer_of
from quizgen.langs.fr.asking.saying import say_statement
from quizgen.langs.fr.forms.morphology import upper_first
from quizgen.langs.fr.forms.typography import set_typography
from quizgen.langs.telling import tell_fact
from quizgen.model import Clause, Fact


def tell(fact: Fact, without: str = "") -> Wording | str:
    """`fact` as a sentence, its answer the words of the role `without` that is left out; or the reason for none."""
    return tell_fact(fact, without, _sentence, lambda clause, target: set_typography(answer_of(target, without)))


def _sentence(fact: Fact, clause: Clause) -> str:
    lead = f"selon {fact.attribution}, " if fact.attribution else ""
    return set_typography(upper_first(f"{lead}{say_statement(clause)}."))
