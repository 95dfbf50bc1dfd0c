"""Deck -> printable quiz: one self-contained HTML file, questions first, the key on a new page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from string import ascii_uppercase

from markupsafe import Markup

from quizgen.deck import spread_cards
from quizgen.exports import Options
from quizgen.exports.faces import mark_answer, source_line
from quizgen.langs import LanguagePack
from quizgen.model import FORMS, GAP, Card, Deck
from quizgen.resources import render_template

SUFFIX = ".html"
SUMMARY = "quiz to print: questions, then the key on a new page"
DEFAULT = True
LONGEST_FOOT = 80  # characters; more would meet the page number


@dataclass(frozen=True, kw_only=True)
class Question:
    """A card with its number on the sheet, its sentence around the gap, and its quote with the answer marked."""

    number: int
    card: Card
    parts: tuple[str, ...]
    quote: Markup
    show_context: bool


@dataclass(frozen=True, kw_only=True)
class Section:
    """The questions of one form under a letter."""

    letter: str
    form: str
    questions: tuple[Question, ...]


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The quiz as UTF-8 HTML."""
    untold = tuple(card for card in deck.cards if not told_by_title(card, deck, pack))
    chosen = choose_for_sheet(untold or deck.cards, options.handout_cards)
    shared = shared_context(chosen, pack)
    date = pack.say_date(deck.date) if deck.date else ""
    origin = f"{pack.labels['from_day' if deck.date.count('-') == 2 else 'from']} {date}" if date else ""
    heading = deck.title or shared or origin or deck.slug
    page = render_template(
        "handout.html", options.templates,
        deck=deck, labels=pack.labels, sections=arrange(chosen, shared), total=len(chosen), heading=heading,
        shared="" if is_within(heading, shared) else shared, origin="" if origin == heading else origin,
        source=source_line(deck, pack), running=css_string(shorten(heading)), page_word=css_string(pack.labels["page"]),
    )  # fmt: skip
    return page.encode()


def is_within(heading: str, context: str) -> bool:
    """Whether a context line only repeats the heading (and adds its date)."""
    flat, line = ("".join(text.split()).casefold() for text in (heading, context))
    return flat in line


def shorten(text: str) -> str:
    """`text` cut to what fits at the foot of a page."""
    return text if len(text) <= LONGEST_FOOT else text[:LONGEST_FOOT].rsplit(" ", 1)[0] + "…"


def css_string(text: str) -> Markup:
    """`text` as a CSS string in which nothing but letters and digits stands for itself: it can close neither string nor style."""
    return Markup('"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):06x}" for c in text) + '"')


def choose_for_sheet(cards: Sequence[Card], most: int) -> tuple[Card, ...]:
    """The best cards, at most `most`, spread over facts, forms and article, in reading order.

    A card that gives a better card of its fact away, or is given away by it, comes last.
    """
    return tuple(sorted(spread_cards(cards, most, sheet=True), key=lambda c: (c.span.start, -c.score, c.id)))


def told_by_title(card: Card, deck: Deck, pack: LanguagePack) -> bool:
    """Whether the title, which heads the sheet, gives the answer away."""
    return pack.find_flaw("", card.question, card.answer) is None and pack.find_flaw(deck.title, card.question, card.answer) is not None


def shared_context(cards: Sequence[Card], pack: LanguagePack) -> str:
    """The context line that most cards share, printed once at the top; "" if it would give an answer of the sheet away."""
    counts = Counter(card.context for card in cards if card.context)
    best = max(counts, key=lambda c: (counts[c], c), default="")
    if not best or counts[best] * 2 < len(cards):
        return ""
    return best if all(pack.find_flaw(best, c.question, c.answer) is None for c in cards if c.context != best) else ""


def arrange(cards: Sequence[Card], shared: str) -> tuple[Section, ...]:
    """Sections A, B, C… by form, questions numbered through; a context is printed where it is not the one above."""
    sections: list[Section] = []
    number = 0
    for form in FORMS:
        questions = []
        previous = shared
        for card in (c for c in cards if c.form == form):
            number += 1
            questions.append(make_question(number, card, show_context=card.context != previous))
            previous = shared or card.context
        if questions:
            sections.append(Section(letter=ascii_uppercase[len(sections)], form=form, questions=tuple(questions)))
    return tuple(sections)


def make_question(number: int, card: Card, *, show_context: bool) -> Question:
    """`card` as question `number` of the sheet."""
    parts = tuple(card.question.split(GAP)) if card.form == "cloze" else (card.question,)
    quote = Markup(mark_answer(card.quote, card.answer, escape))
    return Question(number=number, card=card, parts=parts, quote=quote, show_context=show_context and bool(card.context))
