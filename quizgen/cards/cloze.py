"""The cloze form: the fact said as one sentence with one gap."""

from __future__ import annotations

from quizgen.cards.material import Material
from quizgen.langs import Wording
from quizgen.model import Fact

FORM = "cloze"
UNASKED = True  # whether a deck has this form without being asked for it


def word(material: Material, fact: Fact, role: str) -> Wording | str:
    """The sentence with `role` of `fact` as its gap, or the reason for none."""
    return material.pack.gap(fact, role)
