"""Writing the files: all or none, nothing left behind; the formats are found, not listed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import exports
from quizgen.errors import OutputError, QuizgenError
from quizgen.exports import Options, default_formats, export_deck, find_formats, get_format, write_files
from quizgen.exports.faces import mark_answer, source_line
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from quizgen.resources import read_template, render_template


def tree(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def test_formats_are_the_files_of_the_folder() -> None:
    """Every to_*.py is a format with a suffix and a summary; some are written by default."""
    names = sorted(p.stem.removeprefix("to_").replace("_", "-") for p in Path(exports.__file__).parent.glob("to_*.py"))
    assert list(find_formats()) == names
    assert len({m.SUFFIX for m in find_formats().values()}) == len(names)
    assert all(m.SUMMARY and m.SUFFIX.startswith(".") for m in find_formats().values())
    assert default_formats() == ("anki", "html")


def test_unknown_format() -> None:
    """An unknown format names the installed ones."""
    with pytest.raises(QuizgenError, match=r"no format “pfd”. Installed: anki, anki-text, html, json"):
        get_format("pfd")


def test_export_writes_named_files(deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """<slug>.<suffix> for each format, once, in folders made on the way, readable by all."""
    paths = export_deck(deck, french, ("json", "html", "json"), tmp_path / "a" / "b", Options())
    assert [p.name for p in paths] == ["lac-auvine.json", "lac-auvine.html"]
    assert tree(tmp_path) == ["a", "a/b", "a/b/lac-auvine.html", "a/b/lac-auvine.json"]
    assert paths[0].stat().st_mode & 0o777 == 0o644


def test_overwriting_replaces(tmp_path: Path) -> None:
    """A second build takes the place of the first."""
    write_files(tmp_path, {"a.txt": b"un"})
    write_files(tmp_path, {"a.txt": b"deux"})
    assert (tmp_path / "a.txt").read_bytes() == b"deux" and tree(tmp_path) == ["a.txt"]


def test_failing_leaves_nothing(tmp_path: Path) -> None:
    """A file in place of the folder, a folder in place of a file, a name too long: an error, and the folder as it was."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "full" / "b.txt").mkdir(parents=True)
    before = tree(tmp_path)
    for folder, contents in (
        (tmp_path / "file", {"a.txt": b""}),
        (tmp_path / "file" / "deep" / "er", {"a.txt": b""}),
        (tmp_path / "full", {"a.txt": b"", "b.txt": b""}),
        (tmp_path / "new" / "er", {"a" * 300: b""}),
        (tmp_path / ("n" * 300), {"a": b""}),
    ):
        with pytest.raises(OutputError, match=r"cannot be written: .+ Choose another folder with -o\."):
            write_files(folder, contents)
        assert tree(tmp_path) == before


def test_break_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the files are put in place: no temporary file, no new folder."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path / "out", {"a.txt": b"x"})
    assert tree(tmp_path) == []


MARKS = {
    "as written": ("Il vit à Brume.", "Brume", "Il vit à [Brume]."),
    "other case": ("Le maire dort.", "le maire", "[Le maire] dort."),
    "narrow spaces": ("Il y a 4 000 pages.", "4\u202f000", "Il y a [4 000] pages."),
    "straight apostrophe": ("L'accord tient.", "l’accord", "[L'accord] tient."),
    "not inside a word": ("En 2022, 2 maires.", "2", "En 2022, [2] maires."),
    "not inside a name": ("La Brumeuse et Brume.", "Brume", "La Brumeuse et [Brume]."),
    "absent": ("Il vit à Brume.", "Corvelle", "Il vit à Brume."),
    "signs of regular expressions": ("Il dit (a+b)*.", "(a+b)*", "Il dit [(a+b)*]."),
    "empty": ("Il vit.", " ", "Il vit."),
}


@pytest.mark.parametrize(("quote", "answer", "marked"), MARKS.values(), ids=MARKS)
def test_answer_is_marked(quote: str, answer: str, marked: str) -> None:
    """The answer is marked where the quote says it, as a whole word."""
    assert mark_answer(quote, answer, str).replace("<mark>", "[").replace("</mark>", "]") == marked


@given(st.text(), st.text())
def test_marking_changes_no_word(quote: str, answer: str) -> None:
    """Without the two tags, the quote is what it was."""
    assert mark_answer(quote, answer, str).replace("<mark>", "", 1).replace("</mark>", "", 1) == quote or "mark>" in quote


def test_source_line(deck: Deck, french: LanguagePack) -> None:
    """Publisher, title, date in words."""
    assert source_line(deck, french) == "Le Journal du lac, Une querelle de riverains, mars 2019"


def test_own_templates_win(tmp_path: Path) -> None:
    """A template in the user's folder takes the place of ours; the others stay ours; values are escaped."""
    (tmp_path / "handout.html").write_text("<p>{{ x }}</p>")
    assert render_template("handout.html", tmp_path, x="<b>") == "<p>&lt;b&gt;</p>"
    assert read_template("anki/card.css", tmp_path) == read_template("anki/card.css", None)


@pytest.mark.parametrize(("text", "message"), [("a\n{% if %}", "handout.html:2: the template is wrong"), ("{{ nowhere }}", "'nowhere' is undefined")])
def test_wrong_template(tmp_path: Path, text: str, message: str) -> None:
    """A wrong template of the user's is one message with file and line, no traceback."""
    (tmp_path / "handout.html").write_text(text)
    with pytest.raises(QuizgenError) as caught:
        render_template("handout.html", tmp_path, x="")
    assert message in str(caught.value)
