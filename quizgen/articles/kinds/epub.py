"""A chapter of an electronic book (.epub) -> RawArticle."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from quizgen.articles.archive import list_parts, open_archive
from quizgen.articles.encoding import decode_text
from quizgen.articles.kinds import Content, RawArticle
from quizgen.articles.kinds.web import read_page
from quizgen.errors import ArticleError

NAME = "an electronic book"
SUFFIXES = (".epub",)
TODO = "Save the chapter as .txt."
CONTAINER = "META-INF/container.xml"
FEWEST_LETTERS = 600  # of a chapter: covers, title pages and imprints have fewer


def recognises(content: Content) -> bool:
    """An archive that says where its package is."""
    return CONTAINER in list_parts(content.data)


def read(content: Content) -> RawArticle:
    """The chapter that was named (« book.epub#2 »), or the only one. Raises ArticleError that lists the chapters if there are several."""
    with open_archive(content.data, content.where) as book:
        chapters, fields = list_chapters(book, content)
        number = content.part or 1
        if not chapters:
            raise ArticleError("holds no chapter.", where=content.where, todo=TODO)
        if (len(chapters) > 1 and not content.part) or number > len(chapters):
            todo = f"Name one: {content.where.partition('#')[0]}#1 to #{len(chapters)}."
            raise ArticleError(f"is a book of {len(chapters)} chapters.", where=content.where, todo=todo)
        raw = read_page(chapters[number - 1], content)
    slug = f"{content.slug}-{number}" if content.part else content.slug
    kept = {key: value for key, value in raw.fields.items() if key == "title"} if len(chapters) > 1 else {}
    return replace(raw, slug=slug, fields={**fields, **kept})


def list_chapters(book: ZipFile, content: Content) -> tuple[list[str], dict[str, str]]:
    """(the markup of each chapter in reading order, the fields of the book)."""
    container = _parse(book.read(CONTAINER))
    package = next((e.get("full-path") for e in container.iter("{*}rootfile")), "")
    if package not in book.namelist():
        raise ArticleError("does not say where its chapters are.", where=content.where, todo=TODO)
    tree = _parse(book.read(package))
    files = {item.get("id"): item.get("href") for item in tree.iter("{*}item")}
    spine = [files[item.get("idref")] for item in tree.iter("{*}itemref") if item.get("idref") in files]
    names = [posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(href.partition("#")[0]))) for href in spine if href]
    pages = [decode_text(book.read(name), content.where) for name in dict.fromkeys(names) if name in book.namelist()]
    metadata = {"title": "title", "date": "date", "publisher": "publisher", "authors": "creator", "licence": "rights"}
    fields = {key: ", ".join(filter(None, (e.text for e in tree.iter(f"{{*}}{name}")))) for key, name in metadata.items()}
    fields["date"] = fields["date"][:10]
    return [page for page in pages if len(page) - 30 * page.count("<") > FEWEST_LETTERS], {k: v for k, v in fields.items() if v}


def _parse(data: bytes) -> Any:
    from lxml import etree  # with trafilatura, for books and pages alone

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
