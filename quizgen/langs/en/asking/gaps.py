"""A passage of the article -> the passage with its first argument as the gap."""

from __future__ import annotations

from quizgen.langs import Wording
from quizgen.langs.en.asking.question_words import names_known_city
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.en.lexicon import read_words
from quizgen.langs.passages import word_gap
from quizgen.model import Fact


def gap_told(fact: Fact, told: tuple[str, str, str], role: str) -> Wording | str:
    """`told`, the words around the first argument of `fact`, with a gap for it."""
    if told[1][:1] in (",", ";", ":", ")", "–", "—"):
        return "the answer is cut"  # the parser put a comma into it
    return word_gap(fact, told, role, lambda kind: hint_for(_sure_kind(fact, kind)), set_typography)


def _sure_kind(fact: Fact, kind: str) -> str:
    """The kind that the hint may say: a name that no list has among cities may be that of a village, and is one of a place."""
    entity = fact.arguments[0].mention.entity
    return "region" if kind == "city" and not (entity is not None and names_known_city(entity)) else kind


def hint_for(kind: str) -> str:
    """What kind of word fills a gap, where several would fit."""
    hints = read_words("labels")["hints"]
    return f" ({hints[kind]})" if kind in hints else ""
