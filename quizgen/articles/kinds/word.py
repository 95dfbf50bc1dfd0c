"""A Word file (.docx) -> RawArticle: paragraphs in their order, without captions, deleted words and text boxes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizgen.articles.archive import list_parts, open_archive
from quizgen.articles.kinds import Content, RawArticle
from quizgen.errors import ArticleError

if TYPE_CHECKING:
    from docx.document import Document

NAME = "a Word file"
SUFFIXES = (".docx",)
TODO = "Open it in Word or LibreOffice and save it again as .docx or .txt."
MAIN = "word/document.xml"
SPACES = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
LEFT_OUT = ("del", "moveFrom", "txbxContent", "Fallback")  # deleted words, text boxes, the second form of a picture


def recognises(content: Content) -> bool:
    """An archive with the main part of a Word file."""
    return MAIN in list_parts(content.data)


def read(content: Content) -> RawArticle:
    """Raises ArticleError for a file that is protected, too large when unpacked, or without text."""
    open_archive(content.data, content.where).close()
    from docx import Document as open_document  # 80 ms, for Word files alone

    document = open_document(io.BytesIO(content.data))
    title, paragraphs = "", []
    for style, text in list_paragraphs(document):
        if style in ("title", "titre") and not title:
            title = " ".join(text.split())
        elif style not in ("caption", "légende"):
            paragraphs.append(text)
    if not paragraphs and not title:
        raise ArticleError("holds no text.", where=content.where, todo="Give a file with the text of an article.")
    fields = {"title": title} if title else {}
    return RawArticle(text="\n\n".join(paragraphs), where=content.where, slug=content.slug, fields=fields)


def list_paragraphs(document: Document) -> Iterator[tuple[str, str]]:
    """(name of the style in lower case, text) of each paragraph that has words; tables are read only where there is nothing else."""
    blocks = [p for p in document.paragraphs if text_of(p._p).strip()]
    if not blocks:
        blocks = [p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    for paragraph in blocks:
        style = paragraph.style.name if paragraph.style is not None else ""
        if text := text_of(paragraph._p).strip():
            yield (style or "").lower(), text


def text_of(element: Any) -> str:
    """The words of a paragraph as the reader sees them: insertions taken in, deletions and text boxes left out."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if name in LEFT_OUT:
        return ""
    if name == "t":
        return element.text or ""
    return SPACES.get(name, "") + "".join(map(text_of, element))
