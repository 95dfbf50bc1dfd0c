"""The word lists: every list is used, no word stands twice in one, a misspelt key names its file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quizgen.errors import PackError
from quizgen.langs.fr import lexicon

FOLDER = Path(lexicon.__file__).parent
FILES = sorted((FOLDER / "words").glob("*.toml"))
CODE = "\n".join(p.read_text("utf-8") for p in (*FOLDER.glob("*.py"), *FOLDER.glob("rules/*.py")) if p.name != "lexicon.py")


def lists(table: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """Every list of a table with its key, those of inner tables too."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value)
        elif isinstance(value, list) and value and isinstance(value[0], str):
            yield key, value


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_no_word_stands_twice(path: Path) -> None:
    """A word is once in its list."""
    for key, words in lists(tomllib.loads(path.read_text("utf-8"))):
        assert sorted(set(words)) == sorted(words), key


@pytest.mark.parametrize("name", sorted(lexicon._KEYS))
def test_every_table_is_used(name: str) -> None:
    """A list that no rule reads is dead weight."""
    unused = [key for key in lexicon.read_words(name) if f'"{key}"' not in CODE and key not in ("types", "modality")]
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
