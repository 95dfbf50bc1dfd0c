"""The open form: a question with a short answer."""

from __future__ import annotations

from quizgen.langs import LanguagePack, Wording
from quizgen.model import Fact

FORM = "open"


def word(pack: LanguagePack, fact: Fact, role: str) -> Wording | str:
    """The question for `role` of `fact`, or the reason for none."""
    return pack.ask(fact, role)
