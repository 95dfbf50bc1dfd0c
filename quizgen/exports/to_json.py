"""Deck -> JSON, schema quizgen/deck@1."""

from __future__ import annotations

import json

from quizgen.exports import Options
from quizgen.exports.data import deck_data
from quizgen.langs import LanguagePack
from quizgen.model import Deck

SUFFIX = ".json"
SUMMARY = "everything: facts, cards, what was left out and why"


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The deck as UTF-8 JSON."""
    return (json.dumps(deck_data(deck), ensure_ascii=False, indent=1) + "\n").encode()
