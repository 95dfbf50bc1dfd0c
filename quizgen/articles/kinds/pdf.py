"""A PDF -> RawArticle: lines put into reading order and joined into paragraphs, without running heads, page numbers and small print."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING, Any

from quizgen.articles.kinds import Content, RawArticle
from quizgen.articles.limits import MAX_SECONDS, MAX_TEXT, check_pages, check_text
from quizgen.errors import ArticleError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

NAME = "a PDF"
SUFFIXES = (".pdf",)
TODO = "Open it, copy the article and save it as .txt."
HEAD = 1024  # bytes before the mark that readers allow
SMALL = 0.87  # of the size of the text: notes, captions and heads are set smaller
EDGE_SIZE = 0.97  # at an edge, a little smaller is enough
LARGE = 1.15  # a heading is set larger
EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
GAP = 1.3  # of the usual step from line to line: more is a new paragraph
SHORT = 0.85  # of the longest line of the page: a last line is shorter
INDENT = (0.4, 4.0)  # first line of a paragraph, in letters' heights
APART = 1.8  # letters' heights from a page number to the nearest line of text
GAPS = 2  # so many gaps in a file show that its paragraphs are parted by gaps
GUTTER = 3.0  # letters' heights between two columns on one line
_NUMBER = re.compile(r"\W*(?:p\w{0,3}\.?\s*)?\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?\W*", re.I)
_STOP = re.compile(r"[.!?…][\s»”’\")\]]*$")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of print: where it begins (points, from the bottom left), the height of its letters, its words."""

    x: float
    y: float
    size: float
    text: str


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
    pages = [order_columns(lines) for lines in read_pages(reader, content.where)]
    if not any(pages):
        raise ArticleError("holds no text: it may be a scan.", where=content.where, todo="Run a text recognition on it, or give the text.")
    body = size_of_text(pages)
    kept, left_out = drop_edges(pages, body)
    title, kept = split_title(kept, body)
    fields = {"title": title} if title else {}
    text = "\n\n".join(join_lines(paragraph) for paragraph in split_paragraphs(kept))
    return RawArticle(text=text, where=content.where, slug=content.slug, fields=fields, left_out=left_out)


def read_pages(reader: PdfReader, where: str) -> Iterator[list[Line]]:
    """The lines of each page, as they stand in the file. Raises ArticleError past a limit."""
    start, length = monotonic(), 0
    check_pages(count := len(reader.pages), where)
    for number in range(count):
        lines = read_lines(reader.pages[number])
        length += sum(len(line.text) for line in lines)
        if length > 2 * MAX_TEXT:
            check_text(length, where)
        if monotonic() - start > MAX_SECONDS:
            what = f"takes longer than {MAX_SECONDS} seconds to read (page {number + 1} of {count})."
            raise ArticleError(what, where=where, todo="Save the pages of the article alone, or its text as .txt.")
        yield lines


def read_lines(page: PageObject) -> list[Line]:
    """The lines of `page`: pieces on one height that follow each other; turned ones (watermarks) are left out."""
    lines: list[Line] = []
    ended = True

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        nonlocal ended
        down = tm[2] * cm[1] + tm[3] * cm[3]
        if text.strip() and abs(down) > abs(tm[0] * cm[1] + tm[1] * cm[3]):
            piece = Line(
                x=cm[0] * tm[4] + cm[2] * tm[5] + cm[4], y=cm[1] * tm[4] + cm[3] * tm[5] + cm[5], size=abs(size * down), text=text.strip("\n")
            )
            if ended or not lines or not follows(lines[-1], piece):
                lines.append(piece)
            else:
                lines[-1] = Line(x=lines[-1].x, y=lines[-1].y, size=max(lines[-1].size, piece.size), text=lines[-1].text + piece.text)
        ended = (ended and not text.strip()) or text.endswith("\n")

    page.extract_text(visitor_text=visit)
    return [line for line in lines if line.size]


def follows(line: Line, piece: Line) -> bool:
    """Whether `piece` goes on on the same line, and not in the next column."""
    end = line.x + 0.5 * line.size * len(line.text)
    height = max(line.size, piece.size)
    return abs(line.y - piece.y) < 0.6 * height and piece.x >= line.x and piece.x - end < GUTTER * height


def order_columns(lines: list[Line]) -> list[Line]:
    """`lines` column by column, where the file has them row by row; else as they are.

    Row by row shows in many steps to a line of the same height further right.
    """
    right = [b.x for a, b in pairwise(lines) if abs(a.y - b.y) < 0.5 * a.size and b.x > a.x]
    if len(right) < 3 or len(right) < len(lines) / 4:
        return lines
    gutter = min(right) - 1
    return [line for line in lines if line.x < gutter] + [line for line in lines if line.x >= gutter]


def size_of_text(pages: Sequence[Sequence[Line]]) -> float:
    """The height of letters that most of the text has."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def drop_edges(pages: Sequence[Sequence[Line]], body: float) -> tuple[list[list[Line]], tuple[str, ...]]:
    """(pages without running heads, page numbers and small print, the words left out)."""
    heads = Counter(shape for page in pages for shape in {shape_of(line) for line in edges(page)})
    least = min(3, len(pages)) if len(pages) > 1 else 2
    kept, left_out = [], []
    for page in pages:
        edge = edges(page)
        out = {line for line in page if line.size < SMALL * body}
        out |= {line for line in edge if heads[shape_of(line)] >= least or line.size < EDGE_SIZE * body}
        out |= {line for line in edge if _NUMBER.fullmatch(line.text) and is_apart(line, page)}
        kept.append([line for line in page if line not in out])
        left_out += [line.text.strip() for line in page if line in out]
    return kept, tuple(dict.fromkeys(left_out))


def edges(page: Sequence[Line]) -> list[Line]:
    """The lines that stand highest and lowest on a page."""
    ordered = sorted(page, key=lambda line: -line.y)
    return ordered[:EDGE] + ordered[-EDGE:] if len(ordered) > 2 * EDGE else ordered


def is_apart(line: Line, page: Sequence[Line]) -> bool:
    """Whether no line but one on the same height stands near `line`: the last line of a paragraph may be a number, too."""
    return all(abs(line.y - other.y) < 1 or abs(line.y - other.y) > APART * line.size for other in page)


def shape_of(line: Line) -> str:
    """The words of a line with every number alike: « Page 3 » and « Page 4 » are one head."""
    return re.sub(r"\d+", "0", line.text.casefold()).strip()


def split_title(pages: list[list[Line]], body: float) -> tuple[str, list[list[Line]]]:
    """(the first lines of the largest size on the first page, the pages without them), or no title if nothing is larger than the text."""
    first = pages[0] if pages else []
    largest = max((line.size for line in first), default=0)
    if largest < LARGE * body:
        return "", pages
    runs = [(big, list(run)) for big, run in groupby(first, key=lambda line: line.size > 0.97 * largest)]
    title = next(run for big, run in runs if big)
    rest = [line for line in first if line not in title]
    return " ".join(join_lines(title).split()), [rest, *pages[1:]]


def split_paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The lines of each paragraph, over columns and pages."""
    paragraph: list[Line] = []
    spaced = sum(count_gaps(page) for page in pages) >= GAPS
    for page in pages:
        step = usual_step(page)
        longest = max((len(line.text) for line in page), default=0)
        for line, after in zip_longest(page, page[1:]):
            if paragraph and is_new(paragraph[-1], line, after, step=step, longest=longest, spaced=spaced):
                yield paragraph
                paragraph = []
            paragraph.append(line)
    if paragraph:
        yield paragraph


def usual_step(page: Sequence[Line]) -> float:
    """The usual distance from line to line."""
    steps = [a.y - b.y for a, b in pairwise(page) if 0 < a.y - b.y < 4 * a.size]
    return median(steps) if steps else 0.0


def count_gaps(page: Sequence[Line]) -> int:
    """The gaps between paragraphs of the text: below a stop, and not beside a heading."""
    step = usual_step(page)
    return sum(gap_above(a, b, step) and abs(a.size - b.size) < 1 and _STOP.search(a.text) is not None for a, b in pairwise(page))


def gap_above(before: Line, line: Line, step: float) -> bool:
    """Whether `line` stands lower than the usual step, in the same column."""
    return GAP * step < before.y - line.y < 20 * line.size and step > 0


def is_new(before: Line, line: Line, after: Line | None, *, step: float, longest: int, spaced: bool) -> bool:
    """Whether `line` begins a paragraph: another size, a gap above it; where paragraphs are not `spaced`, and at the head of a column,
    an indent, or a short line with a stop before it."""
    if max(before.size, line.size) > 1.1 * min(before.size, line.size) or gap_above(before, line, step):
        return True
    if spaced and 0 < before.y - line.y:
        return False
    indent = (line.x - after.x) / line.size if after is not None and 0 < line.y - after.y < GAP * step else 0
    ended = _STOP.search(before.text) is not None
    return ended and (INDENT[0] < indent < INDENT[1] or len(before.text) < SHORT * longest)


def join_lines(lines: Sequence[Line]) -> str:
    """The words of `lines` as running text. A line end stays only after a hyphen: the language tells whether it parts a word."""
    text = ""
    for line in (line.text.strip() for line in lines):
        if text.endswith("\u00ad"):
            text = text[:-1] + line
        elif re.search(r"[^\W_][-\u2010]$", text[-2:]) and line[:1].isalnum():
            text += f"\n{line}"
        else:
            text += f" {line}" if text else line
    return text
