"""The rules of the English pack, one module per kind of fact; each has NAME and `find(reading, sentence)`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from quizgen.langs import Refusal
from quizgen.model import Fact, Reading, Sentence


@cache
def find_rules() -> tuple[ModuleType, ...]:
    """The rule modules of this folder in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def apply_rules(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What each rule finds in `sentence`."""
    for rule in find_rules():
        yield from rule.find(reading, sentence)
