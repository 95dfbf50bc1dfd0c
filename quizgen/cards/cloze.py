"""The cloze form: the fact said as one sentence with one gap."""

from __future__ import annotations

from quizgen.langs import LanguagePack, Wording
from quizgen.model import Fact

FORM = "cloze"


def word(pack: LanguagePack, fact: Fact, role: str) -> Wording | str:
    """The sentence with `role` of `fact` as its gap, or the reason for none."""
    return pack.gap(fact, role)
