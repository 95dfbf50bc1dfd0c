"""A pack's folder of rules -> its modules: a rule is a file there, with a `NAME` and `find(reading, sentence)`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType

from quizgen.langs import Refusal
from quizgen.model import Fact, Reading, Sentence


def import_rules(package: str, path: Iterable[str]) -> tuple[ModuleType, ...]:
    """The rule modules of `package`, whose files lie at `path`, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(path))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)


def apply_each(rules: Iterable[ModuleType], reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What each of `rules` finds in `sentence`."""
    for rule in rules:
        yield from rule.find(reading, sentence)
