"""Deck -> flash cards to cut out: pages of eight fronts, each followed by its backs, mirrored for two-sided printing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

from markupsafe import Markup

from quizgen.exports import Options
from quizgen.exports.faces import mark_answer, source_line
from quizgen.exports.pages import render_page
from quizgen.langs import LanguagePack
from quizgen.model import GAP, Card, Deck

SUFFIX = ".cards.html"
SUMMARY = "flash cards to cut out, printed on both sides"
COLUMNS, ROWS = 2, 4
WIDTH, HEIGHT = 80, 46  # millimetres of a card for its text, the lower on Letter paper
SIZES = (16.0, 14.0, 12.0, 10.5, 9.0, 8.0, 7.0, 6.0)  # points
POINT = 0.353  # millimetres
LETTER, LINE = 0.54, 1.32  # of a point: the width of a letter, rather too much; the height of a line
SMALL = 0.72  # context, quote and source beside the main words
LONGEST_QUOTE, LONGEST_CONTEXT, LONGEST_SOURCE = 260, 140, 110  # characters


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a card: `above` the main words the context, `below` them options or the quote; `size` in points."""

    above: str
    words: str
    below: tuple[str | Markup, ...]
    foot: str
    code: str
    size: float


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """One sheet of paper: sides in the order of printing, None where there is no card."""

    fronts: tuple[Side | None, ...]
    backs: tuple[Side | None, ...]


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The cards as UTF-8 HTML."""
    heading = deck.title or deck.slug
    leaves = tuple(make_leaves(deck, pack))
    return render_page("cards/cards.html", deck, pack, options, heading=heading, leaves=leaves, columns=COLUMNS, rows=ROWS).encode()


def make_leaves(deck: Deck, pack: LanguagePack) -> Iterator[Leaf]:
    """Eight cards a leaf; on the back each row runs from right to left, so that it meets its front."""
    size = COLUMNS * ROWS
    source = cut(source_line(deck, pack), LONGEST_SOURCE)
    for start in range(0, len(deck.cards), size):
        cards = deck.cards[start : start + size]
        fronts = fill([make_front(card, pack) for card in cards], size)
        backs = fill([make_back(card, source, pack) for card in cards], size)
        rows = (backs[n : n + COLUMNS] for n in range(0, size, COLUMNS))
        yield Leaf(fronts=tuple(fronts), backs=tuple(side for row in rows for side in reversed(row)))


def fill(sides: Sequence[Side], size: int) -> list[Side | None]:
    """`sides` with empty places up to `size`."""
    return [*sides, *([None] * (size - len(sides)))]


def make_front(card: Card, pack: LanguagePack) -> Side:
    """Context, question, options."""
    if card.form == "true_false":
        options: tuple[str, ...] = (f"{pack.labels['true']} / {pack.labels['false']}",)
    else:
        options = tuple(f"{letter}. {option}" for letter, option in zip("ABCDEFGH", card.options, strict=False))
    return fit(cut(card.context, LONGEST_CONTEXT), card.question.replace(GAP, "……"), options, "", card.code)


def make_back(card: Card, source: str, pack: LanguagePack) -> Side:
    """Answer, the sentence that gives it, source."""
    quote = cut_around(card.quote, card.answer, LONGEST_QUOTE)
    marked = Markup(mark_answer(quote, card.answer, escape))
    side = fit("", card.answer, (quote,), source, card.code)
    quoted = Markup("{}{}{}").format(pack.labels["quote_open"], marked, pack.labels["quote_close"])
    return Side(above="", words=side.words, below=(quoted,), foot=source, code=card.code, size=side.size)


def fit(above: str, words: str, below: tuple[str, ...], foot: str, code: str) -> Side:
    """The side in the largest size in which it fits on a card; the words are cut if it fits in none."""
    small = tuple(filter(None, (above, *below)))
    foot_height = height(foot, SIZES[-1]) if foot else 0.0
    for size in SIZES:
        taken = foot_height + sum(height(text, size * SMALL) for text in small)
        if taken + height(words, size) <= HEIGHT:
            return Side(above=above, words=words, below=below, foot=foot, code=code, size=size)
    lines = int((HEIGHT - taken) / (size * LINE * POINT))
    if lines < 1:  # options that alone are too long for a card
        return fit(above, words, tuple(cut(text, 60) for text in below), foot, code)
    return Side(above=above, words=cut_lines(words, size, lines), below=below, foot=foot, code=code, size=size)


def height(text: str, size: float) -> float:
    """The millimetres that `text` takes in height when set in `size` points."""
    lines = math.ceil(width(text) * size * LETTER * POINT / WIDTH * 1.08)  # a line ends before the word that is too long for it
    return lines * size * LINE * POINT + size * 0.3 * POINT


def width(text: str) -> float:
    """The letters of `text`, wide ones counted double, capitals one and a half times."""
    return sum(2 if east_asian_width(c) in "WF" else 1.5 if c.isupper() or c in "—…@%" else 1 for c in text)


def cut_lines(text: str, size: float, lines: int) -> str:
    """The beginning of `text` that fills `lines`."""
    room = lines * WIDTH / (size * LETTER * POINT) / 1.08 - 2
    for n, _ in enumerate(text):
        if width(text[: n + 1]) > room:
            return text[:n].rstrip() + "…"
    return text


def cut(text: str, most: int) -> str:
    """`text`, cut before a word if it has more than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def cut_around(quote: str, answer: str, most: int) -> str:
    """About `most` characters of `quote` with `answer` among them."""
    if len(quote) <= most:
        return quote
    at = max(0, quote.find(answer))
    start = max(0, min(at - (most - min(len(answer), most)) // 2, len(quote) - most))
    start = quote.find(" ", start) + 1 if start and " " in quote[start:at] else start
    return ("…" if start else "") + cut(quote[start:], most)
