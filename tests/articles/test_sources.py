"""Files, folders, standard input, addresses -> Article, and what is said when they cannot be read."""

from __future__ import annotations

import codecs
import io
import sys
import time
from pathlib import Path

import pytest

from quizgen.articles import Wishes, list_sources, read_article
from quizgen.articles.kinds import Content, read_content
from quizgen.articles.limits import MAX_TEXT
from quizgen.articles.markup import strip_markdown
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
    "zero far inside": (b"texte " * 2000 + b"\x00", "is a binary file, not text. Give the article as plain text (UTF-8)."),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "is a file of an old Word or another old office program. Save it as .docx or .txt."),
    "RTF": (b"{\\rtf1 le maire}", "is an RTF file, which is not read."),
    "archive": (b"PK\x03\x04" + b"\x00" * 40, "is an archive or damaged. Unpack it and give the article."),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "a.txt: is a picture, not text."),
    "controls": (b"\x01\x02\x03\x04\x05 le maire", "is no text in a known encoding. Save it as UTF-8."),
    "odd UTF-16": (codecs.BOM_UTF16_LE + b"a", "is a binary file, not text."),
    "one broken byte in UTF-8": ("é\nà\nl'".encode() + b"\xe9t\xe9", "a.txt:3: the byte 0xE9 is not UTF-8, the text around it is."),
    "nothing": (b"", "a.txt: is empty."),
    "spaces": (b" \n\t\r\n", "is empty."),
    "front matter alone": (b"---\ntitle: Lac\n---\n", "is empty."),
    "front matter not closed": (b"---\ntitle: Lac\n\nLe texte.", "a.txt:1: the front matter has no closing line"),
    "front matter line": (b"---\ntitle: Lac\n\n# note\nsans valeur\n---\nLe texte.", "a.txt:5: the front matter has a line that is not"),
    "front matter line, CRLF": (b"---\r\ntitle: Lac\r\nsans valeur\r\n---\r\nLe texte.", "a.txt:3: the front matter"),
    "TOML not closed": (b'+++\ntitle = "Lac"\n\nLe texte.', "a.txt:1: the front matter has no closing line “+++”."),
    "TOML that is none": (b"+++\ntitle = Lac\n+++\nLe texte.", "the front matter is not TOML ("),
    "text too long": (b"a " * (MAX_TEXT // 2 + 1), "the text has 1,000,001 characters, the limit is 1,000,000. Split it into several articles."),
    "file too large": (b"a " * 10_000_001, "is larger than 20 MB."),
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
    "quotes inside stay": ("---\ntitle: Le « lac » d'Auvine, dit 'bleu'\n---\n", "Le « lac » d’Auvine, dit 'bleu'"),
    "colon in the value": ("---\nTitle : Grèce : le lac\n---\n", "Grèce : le lac"),
    "comment and blank line": ("---\n# note\n\ntitle: Lac\n---\n", "Lac"),
    "a word that YAML takes for false": ("---\ntitle: Non\n---\n", "Non"),
    "folded": ("---\ntitle: >\n  Le lac\n  d’Auvine\n---\n", "Le lac d’Auvine"),
    "TOML": ('+++\ntitle = "Lac"\n+++\n', "Lac"),
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
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    said = {}
    for source in (tmp_path / "non.txt", tmp_path, tmp_path / "a.pdf", "ftp://x.example/a", "a" * 5000, ""):
        with pytest.raises(ArticleError) as caught:
            read_article(str(source), Wishes())
        said[str(source)] = str(caught.value)
    assert [text.partition(" is damaged: ")[2] or text.rpartition(": ")[2] for text in said.values()] == [
        "there is no such file. Check the path.",
        f"it has no article.md. Put the article into {tmp_path / 'article.md'}.",
        "as a PDF it cannot be read (Stream has ended unexpectedly). Open it, copy the article and save it as .txt.",
        "is no address of a web page. Give one that begins with https:// or http://.",
        "there is no such file. Check the path.",
        "there is no such file. Check the path.",
    ]


def test_plain_text_keeps_marks() -> None:
    """Only Markdown loses its marks."""
    assert read_content(Content(data=b"*a* <b>", where="")).text == "*a* <b>"
    assert read_content(Content(data=b"*a* <b>", where="", suffix=".md")).text == "a "


def test_front_matter_of_other_programs(tmp_path: Path) -> None:
    """Lists of authors, the usual other names of fields, dates and numbers: in YAML and in TOML alike."""
    yaml = "---\nauthor:\n  - Ada Brun\n  - Léo Fay\ndate: 2022-01-21\nurl: https://x.example/a\nlicense: CC BY\nextra: {a: [1]}\n---\n"
    toml = '+++\nauthors = ["Ada Brun", "Léo Fay"]\ndate = 2022-01-21\nurl = "https://x.example/a"\nlicense = "CC BY"\n[extra]\na = 1\n+++\n'
    for head in (yaml, toml):
        (tmp_path / "a.md").write_text(head + BODY)
        article = read_article(str(tmp_path / "a.md"), Wishes())
        assert (article.date, article.source.authors) == ("2022-01-21", ("Ada Brun", "Léo Fay"))
        assert (article.source.address, article.source.licence, article.text) == ("https://x.example/a", "CC BY", BODY)


def test_folder_means_its_articles(tmp_path: Path) -> None:
    """A folder stands for the articles and decks in it, by name; what is no article, or hidden, is left; an empty one says what to do."""
    for name in ("b.txt", "a.md", "c.PDF", "picture.png", ".hidden.txt", "notes.csv"):
        (tmp_path / name).write_text(BODY)
    for name in ("deck", "empty"):
        (tmp_path / name).mkdir()
    (tmp_path / "deck" / "article.md").write_text(BODY)
    found = list(list_sources([str(tmp_path), "-", str(tmp_path / "deck")]))
    assert [str(source).removeprefix(f"{tmp_path}/") for source in found] == ["a.md", "b.txt", "c.PDF", "deck", "-", "deck"]
    (error,) = list_sources([str(tmp_path / "empty")])
    assert "this folder holds no article and no article.md. Put the article into" in str(error)
