"""A worded card -> its flaws: what a learner would stumble over, why, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.langs import LanguagePack
from quizgen.model import Card


@dataclass(frozen=True, kw_only=True)
class Flaw:
    """One defect: the name of its rule, the reason it was found, and what to change."""

    name: str
    reason: str
    todo: str


def find_flaws(card: Card, pack: LanguagePack) -> tuple[Flaw, ...]:
    """The flaws of `card`, as its language shows them."""
    reason = pack.find_flaw(card.context, card.question, card.answer)
    return (Flaw(name="wording", reason=reason, todo="Reword the card, or drop it."),) if reason else ()
