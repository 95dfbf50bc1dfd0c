"""The open form: a question with a short answer."""

from __future__ import annotations

from quizgen.cards.material import Material
from quizgen.langs import Wording
from quizgen.model import Fact

FORM = "open"
UNASKED = True  # whether a deck has this form without being asked for it


def word(material: Material, fact: Fact, role: str) -> Wording | str:
    """The question for `role` of `fact`, or the reason for none."""
    return material.pack.ask(fact, role)
