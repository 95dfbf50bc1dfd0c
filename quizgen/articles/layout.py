"""Lines of print with their places -> title and paragraphs: columns in order, running heads, page numbers and small print left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from statistics import median

SMALL = 0.87  # of the size of the text: notes, captions and heads are set smaller
EDGE_SIZE = 0.97  # at an edge, a little smaller is enough
LARGE = 1.15  # a heading is set larger
EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
GAP = 1.3  # of the usual step from line to line: more is a new paragraph
HALF = 0.5  # a line without a stop that is so short is a line of its own
SHORT = 0.85  # of the longest line of the page: a last line is shorter
INDENT = (0.4, 4.0)  # first line of a paragraph, in letters' heights
APART = 1.8  # letters' heights from a page number to the nearest line of text
SIGNS = 2  # so many gaps (or indents) in a file show that its paragraphs are parted by them
_NUMBER = re.compile(r"\W*(?:p\w{0,3}\.?\s*)?\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?\W*", re.I)
_STOP = re.compile(r"[.!?…][\s»”’\")\]]*$")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of print: where it begins (points, from the bottom left), the height of its letters, its words."""

    x: float
    y: float
    size: float
    text: str


def order_columns(rows: list[Row]) -> list[Row]:
    """`rows` column by column, where the file has them row by row; else as they are.

    Row by row shows in many steps to a line of the same height further right.
    """
    right = [b.x for a, b in pairwise(rows) if abs(a.y - b.y) < 0.5 * a.size and b.x > a.x]
    if len(right) < 3 or len(right) < len(rows) / 4:
        return rows
    gutter = min(right) - 1
    return [row for row in rows if row.x < gutter] + [row for row in rows if row.x >= gutter]


def size_of_text(pages: Sequence[Sequence[Row]]) -> float:
    """The height of letters that most of the text has."""
    sizes: Counter[float] = Counter()
    for row in (row for page in pages for row in page):
        sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0]


def drop_edges(pages: Sequence[Sequence[Row]], body: float) -> tuple[list[list[Row]], tuple[str, ...]]:
    """(pages without running heads, page numbers and small print, the words left out)."""
    heads = Counter(shape for page in pages for shape in {shape_of(row) for row in edges(page)})
    least = min(3, len(pages)) if len(pages) > 1 else 2
    kept, left_out = [], []
    for number, page in enumerate(pages):
        edge = edges(page)
        out = {row for row in page if row.size < SMALL * body}
        out |= {row for row in edge if heads[shape_of(row)] >= least or row.size < EDGE_SIZE * body}
        out |= {row for row in edge if _NUMBER.fullmatch(row.text) and is_apart(row, page)}
        if number == 0:
            out |= rows_above_title(edge, body)
        kept.append([row for row in page if row not in out])
        left_out += [row.text.strip() for row in page if row in out]
    return kept, tuple(dict.fromkeys(left_out))


def edges(page: Sequence[Row]) -> list[Row]:
    """The lines that stand highest and lowest on a page."""
    ordered = sorted(page, key=lambda row: -row.y)
    return ordered[:EDGE] + ordered[-EDGE:] if len(ordered) > 2 * EDGE else ordered


def rows_above_title(edge: Sequence[Row], body: float) -> set[Row]:
    """The rows at the head of a page that stand above a title: the name of the paper, a kicker."""
    title = max((row.y for row in edge if row.size > LARGE * body), default=None)
    return {row for row in edge if title is not None and row.y > title}


def is_apart(row: Row, page: Sequence[Row]) -> bool:
    """Whether no line but one on the same height stands near `row`: the last line of a paragraph may be a number, too."""
    return all(abs(row.y - other.y) < 1 or abs(row.y - other.y) > APART * row.size for other in page)


def shape_of(row: Row) -> str:
    """The words of a line with every number alike: « Page 3 » and « Page 4 » are one head."""
    return re.sub(r"\d+", "0", row.text.casefold()).strip()


def split_title(pages: list[list[Row]], body: float) -> tuple[str, list[list[Row]]]:
    """(the first lines of the largest size on the first page, the pages without them), or no title if nothing is larger than the text."""
    first = pages[0] if pages else []
    largest = max((row.size for row in first), default=0)
    if largest < LARGE * body:
        return "", pages
    runs = [(big, list(run)) for big, run in groupby(first, key=lambda row: row.size > 0.97 * largest)]
    title = next(run for big, run in runs if big)
    rest = [row for row in first if row not in title]
    return " ".join(join_rows(title).split()), [rest, *pages[1:]]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How paragraphs are parted in a file: the usual step from line to line, the longest line, gaps above them or indents."""

    step: float
    longest: int
    spaced: bool
    indented: bool


def split_paragraphs(pages: Sequence[Sequence[Row]]) -> Iterator[list[Row]]:
    """The lines of each paragraph, over columns and pages."""
    paragraph: list[Row] = []
    spaced, indented = (sum(count(page) for page in pages) >= SIGNS for count in (count_gaps, count_indents))
    for page in pages:
        longest = max((len(row.text) for row in page), default=0)
        setting = Setting(step=usual_step(page), longest=longest, spaced=spaced, indented=indented)
        for row, after in zip_longest(page, page[1:]):
            if paragraph and is_new(paragraph[-1], row, after, setting):
                yield paragraph
                paragraph = []
            paragraph.append(row)
    if paragraph:
        yield paragraph


def usual_step(page: Sequence[Row]) -> float:
    """The usual distance from line to line."""
    steps = [a.y - b.y for a, b in pairwise(page) if 0 < a.y - b.y < 4 * a.size]
    return median(steps) if steps else 0.0


def is_ended(row: Row) -> bool:
    """Whether a sentence ends with the line."""
    return _STOP.search(row.text) is not None


def count_gaps(page: Sequence[Row]) -> int:
    """The gaps between paragraphs of the text: below a stop, and not beside a heading."""
    step = usual_step(page)
    return sum(is_ended(a) and abs(a.size - b.size) < 1 and has_gap(a, b, step) for a, b in pairwise(page))


def count_indents(page: Sequence[Row]) -> int:
    """The indents below a stop."""
    step = usual_step(page)
    return sum(is_ended(a) and has_indent(b, c, step) for (a, b), c in zip(pairwise(page), page[2:], strict=False))


def has_gap(before: Row, row: Row, step: float) -> bool:
    """Whether `row` stands lower than the usual step, in the same column."""
    return GAP * step < before.y - row.y < 20 * row.size and step > 0


def has_indent(row: Row, after: Row | None, step: float) -> bool:
    """Whether `row` begins further right than the line below it."""
    if after is None or not 0 < row.y - after.y < GAP * step:
        return False
    return INDENT[0] < (row.x - after.x) / row.size < INDENT[1]


def is_new(before: Row, row: Row, after: Row | None, setting: Setting) -> bool:
    """Whether `row` begins a paragraph: another size, a gap, half a line above it (a date, a heading), or what parts paragraphs in
    this file: an indent, or else a short line with a stop."""
    if max(before.size, row.size) > 1.1 * min(before.size, row.size) or has_gap(before, row, setting.step):
        return True
    if len(before.text) < HALF * setting.longest and not row.text.lstrip()[:1].islower():
        return True
    if (setting.spaced and before.y > row.y) or not is_ended(before):
        return False
    return has_indent(row, after, setting.step) if setting.indented else len(before.text) < SHORT * setting.longest


def join_rows(rows: Sequence[Row]) -> str:
    """The words of `rows` as running text. A line end stays only after a hyphen: the language tells whether it parts a word."""
    text = ""
    for words in (row.text.strip() for row in rows):
        if text.endswith("\u00ad"):
            text = text[:-1] + words
        elif re.search(r"[^\W_][-\u2010]$", text[-2:]) and words[:1].isalnum():
            text += f"\n{words}"
        else:
            text += f" {words}" if text else words
    return text
