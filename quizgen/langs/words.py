"""A pack's word tables: TOML file -> table, checked: a misspelt or missing key is an error that names the file."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from quizgen.errors import PackError


def read_table(path: Path, wanted: Collection[str] | None) -> dict[str, Any]:
    """The table of the file at `path`, whose keys must be `wanted` if these are given. Raises PackError."""
    try:
        words = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"cannot be read: {error}.", where=str(path), todo="Reinstall quizgen or mend the file.") from error
    if wanted is not None and set(wanted) != set(words):
        wrong = ", ".join(sorted(set(wanted) ^ set(words)))
        raise PackError(f"unknown or missing key: {wrong}.", where=str(path), todo="Compare with lexicon.py.")
    return words


def pick_words(table: dict[str, Any], keys: tuple[str, ...]) -> frozenset[str]:
    """The word list of `table` at `keys`, each a level deeper, as a set."""
    node: Any = table
    for key in keys:
        node = node[key]
    return frozenset(node)
