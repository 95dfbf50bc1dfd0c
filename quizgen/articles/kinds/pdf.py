"""A PDF -> RawArticle: lines put into reading order and joined into paragraphs, without running heads, page numbers and small print."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from quizgen.articles.kinds import Content, RawArticle
from quizgen.articles.layout import Row, drop_edges, join_rows, order_columns, size_of_text, split_paragraphs, split_title
from quizgen.articles.limits import MAX_PAGE, MAX_SECONDS, MAX_TEXT, check_pages, check_text
from quizgen.errors import ArticleError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

NAME = "a PDF"
SUFFIXES = (".pdf",)
TODO = "Open it, copy the article and save it as .txt."
HEAD = 1024  # bytes before the mark that readers allow
GUTTER = 3.0  # letters' heights between two columns on one line


def recognises(content: Content) -> bool:
    """The mark at the head."""
    return b"%PDF-" in content.data[:HEAD]


def read(content: Content) -> RawArticle:
    """Raises ArticleError for a PDF that is locked, has no text (a scan), too many pages, or takes too long."""
    import logging

    from pypdf import PdfReader  # 0.1 s, for PDFs alone

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in silence is of no use to our users
    reader = PdfReader(io.BytesIO(content.data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleError("is protected by a password.", where=content.where, todo="Save it without one.")
    pages = [order_columns(rows) for rows in read_pages(reader, content.where)]
    if not any(pages):
        raise ArticleError("holds no text: it may be a scan.", where=content.where, todo="Run a text recognition on it, or give the text.")
    body = size_of_text(pages)
    kept, left_out = drop_edges(pages, body)
    title, kept = split_title(kept, body)
    fields = {"title": title} if title else {}
    text = "\n\n".join(join_rows(paragraph) for paragraph in split_paragraphs(kept))
    return RawArticle(text=text, where=content.where, slug=content.slug, fields=fields, left_out=left_out)


def read_pages(reader: PdfReader, where: str) -> Iterator[list[Row]]:
    """The lines of each page, as they stand in the file. Raises ArticleError past a limit."""
    start, length = monotonic(), 0
    check_pages(count := len(reader.pages), where)
    for number in range(count):
        check_drawing(page := reader.pages[number], number + 1, where)
        rows = read_rows(page)
        length += sum(len(row.text) for row in rows)
        if length > 2 * MAX_TEXT:
            check_text(length, where)
        if monotonic() - start > MAX_SECONDS:
            what = f"takes longer than {MAX_SECONDS} seconds to read (page {number + 1} of {count})."
            raise ArticleError(what, where=where, todo="Save the pages of the article alone, or its text as .txt.")
        yield rows


def check_drawing(page: PageObject, number: int, where: str) -> None:
    """Raises ArticleError for a page that is drawn with so much that it would take minutes to read."""
    drawing = page.get_contents()
    size = len(drawing.get_data()) if drawing is not None else 0
    if size > MAX_PAGE:
        what = f"page {number} holds {size / 1_000_000:.0f} MB of drawing, the limit is {MAX_PAGE // 1_000_000} MB."
        raise ArticleError(what, where=where, todo="Save the pages of the article alone, or its text as .txt.")


def read_rows(page: PageObject) -> list[Row]:
    """The lines of `page`: pieces on one height that follow each other; turned ones (watermarks) are left out."""
    rows: list[Row] = []
    ended = True

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        nonlocal ended
        down = tm[2] * cm[1] + tm[3] * cm[3]
        if text.strip() and abs(down) > abs(tm[0] * cm[1] + tm[1] * cm[3]):
            piece = Row(
                x=cm[0] * tm[4] + cm[2] * tm[5] + cm[4], y=cm[1] * tm[4] + cm[3] * tm[5] + cm[5], size=abs(size * down), text=text.strip("\n")
            )
            if ended or not rows or not follows(rows[-1], piece):
                rows.append(piece)
            else:
                rows[-1] = Row(x=rows[-1].x, y=rows[-1].y, size=max(rows[-1].size, piece.size), text=rows[-1].text + piece.text)
        ended = (ended and not text.strip()) or text.endswith("\n")

    page.extract_text(visitor_text=visit)
    return [row for row in rows if row.size]


def follows(row: Row, piece: Row) -> bool:
    """Whether `piece` goes on on the same line, and not in the next column."""
    end = row.x + 0.5 * row.size * len(row.text)
    height = max(row.size, piece.size)
    return abs(row.y - piece.y) < 0.6 * height and piece.x >= row.x and piece.x - end < GUTTER * height
