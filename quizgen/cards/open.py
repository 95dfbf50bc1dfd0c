"""The open form: a question with a short answer."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.langs import LanguagePack, Wording
from quizgen.model import Article, Fact

FORM = "open"
UNASKED = True  # whether a deck has this form without being asked for it


def word(pack: LanguagePack, fact: Fact, role: str, facts: Sequence[Fact], article: Article) -> Wording | str:
    """The question for `role` of `fact`, or the reason for none."""
    return pack.ask(fact, role)
