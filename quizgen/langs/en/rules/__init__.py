"""The rules of the English pack, one module per kind of fact; each has NAME and `find(reading, sentence)`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import ModuleType

from quizgen.langs import Refusal
from quizgen.langs.rules import apply_each, import_rules
from quizgen.model import Fact, Reading, Sentence


@cache
def find_rules() -> tuple[ModuleType, ...]:
    """The rule modules of this folder in alphabetical order."""
    return import_rules(__name__, __path__)


def apply_rules(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What each rule finds in `sentence`."""
    return apply_each(find_rules(), reading, sentence)
