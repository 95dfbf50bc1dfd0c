"""The word lists: every list is used, no word stands twice in one, a misspelt key names its file."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quizgen.errors import PackError
from quizgen.langs import find_packs
from quizgen.langs.fr import lexicon

LEXICONS = {code: importlib.import_module(f"quizgen.langs.{code}.lexicon") for code in find_packs()}
FOLDERS = {code: Path(str(module.__file__)).parent for code, module in LEXICONS.items()}
# Pairs of verb forms are no lists of words.
FILES = sorted(path for folder in FOLDERS.values() for path in (folder / "words").glob("*.toml") if path.stem != "irregular")
TABLES = [(code, name) for code, module in LEXICONS.items() for name in sorted(module._KEYS)]


def lists(table: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """Every list of a table with its key, those of inner tables too."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value)
        elif isinstance(value, list) and value and isinstance(value[0], str):
            yield key, value


@cache
def code_of(code: str) -> str:
    """The code of a pack, in which the names of its lists stand."""
    folder = FOLDERS[code]
    return "\n".join(p.read_text("utf-8") for p in folder.rglob("*.py") if p.name != "lexicon.py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_no_word_stands_twice(path: Path) -> None:
    """A word is once in its list."""
    for key, words in lists(tomllib.loads(path.read_text("utf-8"))):
        assert sorted(set(words)) == sorted(words), key


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_every_table_is_used(code: str, name: str) -> None:
    """A list that no rule reads is dead weight."""
    written = code_of(code).replace("'", '"')
    unused = [key for key in LEXICONS[code].read_words(name) if f'"{key}"' not in written and key not in ("types", "modality")]
    assert unused == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("seas = []\nmasculin = []\n", r"names\.toml.*masculin", id="a misspelt key"),
        pytest.param("seas = [", r"names\.toml.*cannot be read", id="no TOML"),
    ],
)
def test_a_wrong_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, message: str) -> None:
    """A table that cannot be used names its file and what is wrong with it."""
    (tmp_path / "names.toml").write_text(text, "utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    lexicon.read_words.cache_clear()
    with pytest.raises(PackError, match=message):
        lexicon.read_words("names")
    lexicon.read_words.cache_clear()
