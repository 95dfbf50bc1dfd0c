"""The cloze form: the fact said as one sentence with one gap."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.langs import LanguagePack, Wording
from quizgen.model import Article, Fact

FORM = "cloze"
UNASKED = True  # whether a deck has this form without being asked for it


def word(pack: LanguagePack, fact: Fact, role: str, facts: Sequence[Fact], article: Article) -> Wording | str:
    """The sentence with `role` of `fact` as its gap, or the reason for none."""
    return pack.gap(fact, role)
