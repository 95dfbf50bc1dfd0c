"""Several sources are analysed together, and none the worse for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.ahead import Ahead
from quizgen.articles import Wishes, read_article
from quizgen.document import read_document
from quizgen.langs import get_pack


@pytest.mark.model
def test_each_document_is_that_of_its_article_alone(tmp_path: Path) -> None:
    """In any order, each once; what cannot be read, or is no file, is left to the ordinary way."""
    names = []
    for n, place in enumerate(("Gao", "Oslo", "Lima")):
        names.append(str(tmp_path / f"{n}.txt"))
        Path(names[-1]).write_text(f"Une réunion\n\n12 mars 2019\n\nKarl Lund a reçu la ministre Ida Holm à {place}.\n", "utf-8")
    (tmp_path / "leer.txt").write_text("")
    ahead = Ahead([*names, str(tmp_path / "leer.txt"), str(tmp_path / "none.txt"), "-", str(tmp_path)], Wishes())
    for name in (names[1], names[2], names[0]):
        found = ahead.take(name)
        if name == names[0]:
            assert found is None  # passed over: its handful has gone by
        else:
            assert found == read_document(read_article(name, Wishes()), get_pack("fr")) and ahead.take(name) is None
    assert [ahead.take(other) for other in (str(tmp_path / "leer.txt"), str(tmp_path / "none.txt"), "-", str(tmp_path))] == [None] * 4
