"""Files, folders, standard input, addresses -> Article, and what is said when they cannot be read."""

from __future__ import annotations

import codecs
import io
import sys
import time
from pathlib import Path

import pytest

from quizgen.articles import Wishes, read_article
from quizgen.articles.file import MAX_BYTES, parse_source, strip_markdown
from quizgen.errors import ArticleError

BODY = "L’été, le maire de Corvelle a reçu la ministre dans la grande salle du palais — et il lui a remis une lettre à 3 €."


def read(path: Path) -> str:
    return read_article(str(path), Wishes()).text


ENCODINGS = {
    "UTF-8": BODY.encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + BODY.encode(),
    "UTF-16 little": codecs.BOM_UTF16_LE + BODY.encode("utf-16-le"),
    "UTF-16 big": codecs.BOM_UTF16_BE + BODY.encode("utf-16-be"),
    "Windows-1252": BODY.encode("cp1252"),
    "decomposed": BODY.replace("é", "e\u0301").replace("ç", "c\u0327").encode(),
    "CRLF": b"\r\n" + BODY.encode() + b"\r\n",
    "no-break spaces": BODY.replace(" ", "\u00a0").encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    """Every usual encoding of a text gives the same article."""
    (tmp_path / "a.txt").write_bytes(data)
    assert read(tmp_path / "a.txt") == BODY


BAD_BYTES = {
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "a.txt: is a binary file, not text."),
    "zero far inside": (b"texte " * 2000 + b"\x00", "is a binary file"),
    "controls": (b"\x01\x02\x03\x04\x05 le maire", "is no text in a known encoding. Save it as UTF-8."),
    "bytes of no encoding": (b"le maire \x81\x8d\x90", "is no text in a known encoding"),
    "odd UTF-16": (codecs.BOM_UTF16_LE + b"a", "is no text in a known encoding"),
    "one broken byte in UTF-8": ("é\nà\nl'".encode() + b"\xe9t\xe9", "a.txt:3: the byte 0xE9 is not UTF-8, the text around it is."),
    "nothing": (b"", "a.txt: is empty."),
    "spaces": (b" \n\t\r\n", "is empty."),
    "front matter alone": (b"---\ntitle: Lac\n---\n", "is empty."),
    "front matter not closed": (b"---\ntitle: Lac\n\nLe texte.", "a.txt:1: the front matter has no closing line"),
    "front matter line": (b"---\ntitle: Lac\n\n# note\nsans valeur\n---\nLe texte.", "a.txt:5: the front matter has a line that is not"),
    "front matter line, CRLF": (b"---\r\ntitle: Lac\r\nsans valeur\r\n---\r\nLe texte.", "a.txt:3: the front matter"),
    "too large": (b"a " * (MAX_BYTES // 2 + 1), "is larger than 8 MB."),
}


@pytest.mark.parametrize(("data", "message"), BAD_BYTES.values(), ids=BAD_BYTES)
def test_bad_bytes(tmp_path: Path, data: bytes, message: str) -> None:
    """Bytes that are no article: one message, with the line where there is one."""
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        read(tmp_path / "a.txt")
    assert message in str(caught.value)


FRONT = {
    "plain": ("---\ntitle: Lac\n---\n", "Lac"),
    "CRLF": ("---\r\ntitle: Lac\r\n---\r\n", "Lac"),
    "mark before": ("\ufeff---\ntitle: Lac\n---\n", "Lac"),
    "quoted": ('---\ntitle: "Lac : l’été"\n---\n', "Lac : l’été"),
    "quotes inside stay": ("---\ntitle: Le « lac » d'Auvine, dit 'bleu'\n---\n", "Le « lac » d'Auvine, dit 'bleu'"),
    "colon in the value": ("---\nTitle : Grèce : le lac\n---\n", "Grèce : le lac"),
    "comment and blank line": ("---\n# note\n\ntitle: Lac\n---\n", "Lac"),
}


@pytest.mark.parametrize(("head", "title"), FRONT.values(), ids=FRONT)
def test_front_matter(tmp_path: Path, head: str, title: str) -> None:
    """Front matter gives the fields and leaves the body."""
    (tmp_path / "a.md").write_bytes((head + BODY).encode())
    article = read_article(str(tmp_path / "a.md"), Wishes())
    assert (article.title, article.text) == (title, BODY)


MARKDOWN = {
    "heading": ("## Le lac", "Le lac"),
    "emphasis": ("le *grand* lac **très** bleu, _ici_ et __là__", "le grand lac très bleu, ici et là"),
    "a product is no emphasis": ("2 * 3 * 4 et mot_composé_long", "2 * 3 * 4 et mot_composé_long"),
    "link and picture": ("![vue](v.png)Le [lac](https://x.example/a_b) bleu", "Le lac bleu"),
    "list": ("- un\n* deux\n+ trois", "un\ndeux\ntrois"),
    "quotation": ("> dit-il", "dit-il"),
    "rule": ("a\n\n---\n\nb", "a\n\n\n\nb"),
    "underlined heading": ("Le lac\n======\n\nTexte", "Le lac\n\n\nTexte"),
    "comment and tags": ("a<!-- x\ny --> <b>b</b>", "a b"),
    "less and more": ("3 < 4 > 2", "3 < 4 > 2"),
    "bare address": ("<https://x.example>", "https://x.example"),
}


@pytest.mark.parametrize(("text", "plain"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(text: str, plain: str) -> None:
    """Marks go, words stay."""
    assert strip_markdown(text) == plain


@pytest.mark.parametrize("piece", ["[", "![", "**a ", "<!--", "<a ", "_a ", "](", "- ", "<https://"])
def test_hostile_markdown_is_linear(piece: str) -> None:
    """A page of opening marks does not take the square of its length."""
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    strip_markdown(text)
    assert time.process_time() - start < 5


def test_deck_folder(tmp_path: Path) -> None:
    """A deck folder is read from its article.md; its slug is the folder's name."""
    folder = tmp_path / "Lac d’Été"
    folder.mkdir()
    (folder / "article.md").write_text(f"---\ntitle: Lac\n---\n{BODY}")
    article = read_article(str(folder), Wishes())
    assert (article.id, article.title, article.text) == ("lac-d-ete", "Lac", BODY)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """« - » reads standard input; the slug comes from the title."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"# Le lac\n\n{BODY}".encode())))
    article = read_article("-", Wishes())
    assert (article.id, article.title, article.text) == ("le-lac", "Le lac", BODY)


def test_no_source(tmp_path: Path) -> None:
    """What cannot be read says so: nothing there, a folder that is no deck, another kind of file, an address, an endless name."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    said = {}
    for source in (tmp_path / "non.txt", tmp_path, tmp_path / "a.pdf", "https://x.example/a", "a" * 5000, ""):
        with pytest.raises(ArticleError) as caught:
            read_article(str(source), Wishes())
        said[str(source)] = str(caught.value)
    assert [text.rpartition(": ")[2] for text in said.values()] == [
        "there is no such file. Check the path.",
        f"it has no article.md. Put the article into {tmp_path / 'article.md'}.",
        "files of kind “.pdf” are not read. Save the article as .txt or .md.",
        "addresses are not read yet. Save the page as text and give the file.",
        "there is no such file. Check the path.",
        "there is no such file. Check the path.",
    ]


def test_endless_device_is_bounded() -> None:
    """A device that never ends is read up to the limit."""
    with pytest.raises(ArticleError, match="larger than"):
        read_article("/dev/zero", Wishes())


def test_plain_text_keeps_marks() -> None:
    """Only Markdown loses its marks."""
    assert parse_source(b"*a* <b>", where="", slug="", markdown=False).text == "*a* <b>"
