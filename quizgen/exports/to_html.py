"""Deck -> printable quiz: one self-contained HTML file, questions first, the key on a new page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from quizgen.exports import Options
from quizgen.exports.faces import mark_answer, source_line
from quizgen.langs import LanguagePack
from quizgen.model import FORMS, GAP, Card, Deck
from quizgen.resources import environment

SUFFIX = ".html"
SUMMARY = "quiz to print: questions, then the key on a new page"


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
    chosen = choose_for_sheet(deck.cards, options.handout_cards)
    template = environment(options.templates).get_template("handout.html")
    page = template.render(
        deck=deck, labels=pack.labels, sections=arrange(chosen), total=len(chosen), source=source_line(deck, pack),
        date=pack.say_date(deck.date) if deck.date else "", day=deck.date.count("-") == 2,
        context=common_context(chosen),
    )  # fmt: skip
    return page.encode()


def choose_for_sheet(cards: Sequence[Card], most: int) -> tuple[Card, ...]:
    """The best cards, at most `most`, in reading order: first the best of each fact, then the second ones."""
    taken: list[Card] = []
    seen: dict[str, int] = {}
    ranked = sorted(cards, key=lambda c: (-c.score, c.id))
    rounds = []
    for card in ranked:
        seen[card.fact] = seen.get(card.fact, 0) + 1
        rounds.append((seen[card.fact], card))
    for _, card in sorted(rounds, key=lambda r: (r[0], -r[1].score, r[1].id))[:most]:
        taken.append(card)
    return tuple(sorted(taken, key=lambda c: (c.span.start, -c.score, c.id)))


def common_context(cards: Sequence[Card]) -> str:
    """The context that most cards share; only the others print their own."""
    counts: dict[str, int] = {}
    for card in cards:
        counts[card.context] = counts.get(card.context, 0) + 1
    best = max(counts, key=lambda c: (counts[c], c), default="")
    answers = " | ".join(c.answer.casefold() for c in cards)
    return best if counts.get(best, 0) > 1 and best and best.casefold() not in answers else ""


def arrange(cards: Sequence[Card]) -> tuple[Section, ...]:
    """Sections A, B, C… by form, questions numbered through."""
    sections: list[Section] = []
    number = 0
    for form in FORMS:
        questions = []
        previous = None
        for card in (c for c in cards if c.form == form):
            number += 1
            parts = tuple(card.question.split(GAP)) if form == "cloze" else (card.question,)
            quote = Markup(mark_answer(card.quote, card.answer, escape))
            questions.append(Question(number=number, card=card, parts=parts, quote=quote, show_context=bool(card.context) and card.context != previous))
            previous = card.context
        if questions:
            sections.append(Section(letter="ABCD"[len(sections)], form=form, questions=tuple(questions)))
    return tuple(sections)
