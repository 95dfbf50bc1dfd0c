"""A passage of the article -> the passage with its first argument as the gap."""

from __future__ import annotations

from quizgen.langs import Wording
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.en.lexicon import read_words
from quizgen.langs.passages import word_gap
from quizgen.model import Fact


def gap_told(fact: Fact, told: tuple[str, str, str], role: str) -> Wording | str:
    """`told`, the words around the first argument of `fact`, with a gap for it."""
    if told[1][:1] in (",", ";", ":", ")", "–", "—"):
        return "the answer is cut"  # the parser put a comma into it
    return word_gap(fact, told, role, hint_for, set_typography)


def hint_for(kind: str) -> str:
    """What kind of word fills a gap, where several would fit."""
    hints = read_words("labels")["hints"]
    return f" ({hints[kind]})" if kind in hints else ""
