"""A sheet -> its versions: questions in sections, numbered, shuffled by the seed, each with what the key says of it."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from string import ascii_lowercase, ascii_uppercase

from markupsafe import Markup

from quizgen.exports import Options
from quizgen.exports.exercises import MATCHING, ORDERING, Exercise, Pair
from quizgen.exports.faces import mark_answer
from quizgen.exports.sheet import Sheet
from quizgen.model import FORMS, GAP, Card

FEWER_OPTIONS = 3  # of a choice, for a pupil with dyslexia
HAND = 3.4  # millimetres that a pupil's letter takes
LINE, MOST_LINES = 140, 4  # millimetres of a whole line; lines of an answer
GAPS = (34, 55, 85, 120)  # millimetres: few widths, so that they do not tell the answer


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to choose, match or order, under its letter."""

    letter: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the key says: `sign` is the letter to mark, or empty; `left` what it belongs to in an exercise."""

    text: str
    quote: Markup
    code: str
    sign: str = ""
    left: str = ""
    also_right: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """One numbered block: a card, or an exercise of several facts; `parts` is its sentence around the gap.

    `lines` to write on, the last of them `reach` long (short, middle, whole); `gap` is the gap's width in millimetres.
    """

    number: int
    form: str
    code: str
    answers: tuple[Answer, ...]
    parts: tuple[str, ...] = ()
    context: str = ""
    options: tuple[Option, ...] = ()
    lefts: tuple[str, ...] = ()
    lines: int = 0
    reach: str = ""
    gap: int = 0

    @property
    def points(self) -> int:
        """A point for each answer."""
        return len(self.answers)


@dataclass(frozen=True, kw_only=True)
class Section:
    """The questions of one form, or one exercise of a topic, under a letter."""

    letter: str
    form: str
    topic: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class Version:
    """One paper: `letter` is empty if there is no other."""

    letter: str
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of its questions, by number."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def points(self) -> int:
        """What a faultless paper gets."""
        return sum(question.points for question in self.questions)


def make_versions(sheet: Sheet, options: Options) -> tuple[Version, ...]:
    """The versions asked for. The first keeps the order of the article; in all of them the options are shuffled."""
    letters = ascii_uppercase[: options.versions] if options.versions > 1 else ("",)
    return tuple(Writer(sheet=sheet, options=options, letter=letter).write() for letter in letters)


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Writes one version: what it shuffles depends on the seed, the version's letter and the ids of the cards alone."""

    sheet: Sheet
    options: Options
    letter: str

    def write(self) -> Version:
        """Sections A, B, C… by form, then the exercises, questions numbered through."""
        sections: list[Section] = []
        number = 1
        for form, topic, blocks in self.blocks():
            numbered = tuple(replace(block, number=number + n) for n, block in enumerate(blocks))
            sections.append(Section(letter=section_letter(len(sections)), form=form, topic=topic, questions=numbered))
            number += len(numbered)
        return Version(letter=self.letter, sections=tuple(sections))

    def blocks(self) -> Iterator[tuple[str, str, tuple[Question, ...]]]:
        """(form, topic, questions) of each section."""
        for form in FORMS:
            cards = self.order([card for card in self.sheet.cards if card.form == form])
            if cards:
                yield form, "", tuple(self.questions(cards))
        for exercise in self.sheet.exercises:
            yield exercise.form, exercise.topic, (self.match(exercise) if exercise.form == MATCHING else self.put_in_order(exercise),)

    def chance(self, *words: str) -> str:
        """A number drawn by lot, as hexadecimal digits: the same for the same seed, version and words."""
        return hashlib.sha256("\x1f".join((str(self.options.seed), self.letter or ascii_uppercase[0], *words)).encode()).hexdigest()

    def order(self, cards: Sequence[Card]) -> list[Card]:
        """The cards of a section as this version asks them; never again in the order of the first version."""
        if self.letter in ("", ascii_uppercase[0]) or len(cards) < 2:
            return list(cards)
        shuffled = sorted(cards, key=lambda card: self.chance("order", card.id))
        return [*shuffled[1:], shuffled[0]] if shuffled == list(cards) else shuffled

    def questions(self, cards: Sequence[Card]) -> Iterator[Question]:
        """The cards as questions; a context is shown where it is not the one above."""
        previous = self.sheet.shared
        places = self.places(cards)
        for card in cards:
            yield self.ask(card, card.context if card.context != previous else "", places.get(card.id, 0))
            previous = self.sheet.shared or card.context

    def places(self, cards: Sequence[Card]) -> dict[str, int]:
        """For each card the place of its right option, so that every place serves as often as the others."""
        shuffled = sorted((c for c in cards if self.may_shuffle(c)), key=lambda card: self.chance("place", card.id))
        first = int(self.chance("first"), 16)
        return {card.id: (first + n) % len(card.options) for n, card in enumerate(shuffled)}

    def may_shuffle(self, card: Card) -> bool:
        """Whether the options have no order of their own, as numbers and dates have."""
        ordered = card.ordered or all(option[:1].isdigit() for option in card.options)
        return card.form == "choice" and card.answer in card.options and not ordered

    def ask(self, card: Card, context: str, place: int) -> Question:
        """`card` as a question."""
        options = self.choices(card, place)
        lines, reach = writing_space(card.answer)
        sign = next((o.letter for o in options if o.text == card.answer), "")
        answer = Answer(
            text=card.answer, sign=sign, also_right=card.also_right, code=card.code,
            quote=Markup(mark_answer(card.quote, card.answer, escape)),
        )  # fmt: skip
        return Question(
            number=0, form=card.form, code=card.code, answers=(answer,), context=context, options=self.fewer(card, options),
            parts=tuple(card.question.split(GAP)) if card.form == "cloze" else (card.question,),
            lines=0 if options or card.form == "cloze" else 1 if card.form == "true_false" else lines,
            reach="whole" if card.form == "true_false" else reach, gap=gap_width(card.answer),
        )  # fmt: skip

    def choices(self, card: Card, place: int) -> tuple[Option, ...]:
        """The options under their letters; none if the right one is not among them."""
        if card.form != "choice" or card.answer not in card.options:
            return ()
        texts = list(card.options)
        if self.may_shuffle(card):
            texts = sorted((o for o in card.options if o != card.answer), key=lambda option: self.chance("option", card.id, option))
            texts.insert(place, card.answer)
        return tuple(Option(letter=letter, text=text) for letter, text in zip(ascii_uppercase, texts, strict=False))

    def fewer(self, card: Card, options: tuple[Option, ...]) -> tuple[Option, ...]:
        """The options, three of them for a pupil with dyslexia: under their own letters, so that one key serves all papers."""
        if self.options.variant != "dyslexia" or len(options) <= FEWER_OPTIONS:
            return options
        wrong = sorted((o for o in options if o.text != card.answer), key=lambda o: self.chance("drop", card.id, o.text))
        kept = {card.answer, *(o.text for o in wrong[: FEWER_OPTIONS - 1])}
        return tuple(o for o in options if o.text in kept)

    def match(self, exercise: Exercise) -> Question:
        """An exercise of matching: the left sides in one order, the right sides in another."""
        lefts = sorted(exercise.pairs, key=lambda pair: self.chance("left", pair.fact))
        rights = sorted(exercise.pairs, key=lambda pair: self.chance("right", pair.fact))
        if all(one is other for one, other in zip(lefts, rights, strict=True)):
            rights = [*rights[1:], rights[0]]
        letters = {pair.fact: letter for pair, letter in zip(rights, ascii_lowercase, strict=False)}
        return Question(
            number=0, form=MATCHING, code="", lefts=tuple(pair.left for pair in lefts),
            options=tuple(Option(letter=letters[pair.fact], text=pair.right) for pair in rights),
            answers=tuple(pair_answer(pair, pair.left, letters[pair.fact], pair.right) for pair in lefts),
        )  # fmt: skip

    def put_in_order(self, exercise: Exercise) -> Question:
        """An exercise of order: the events shuffled; the key has them in order of time."""
        events = sorted(exercise.pairs, key=lambda pair: self.chance("event", pair.fact))
        if events == list(exercise.pairs):
            events.reverse()
        letters = {pair.fact: letter for pair, letter in zip(events, ascii_lowercase, strict=False)}
        return Question(
            number=0, form=ORDERING, code="",
            options=tuple(Option(letter=letters[pair.fact], text=pair.right) for pair in events),
            answers=tuple(pair_answer(pair, str(n), letters[pair.fact], pair.left) for n, pair in enumerate(exercise.pairs, start=1)),
        )  # fmt: skip


def pair_answer(pair: Pair, left: str, sign: str, text: str) -> Answer:
    """What the key says of one pair of an exercise."""
    return Answer(left=left, sign=sign, text=text, quote=Markup(mark_answer(pair.quote, pair.left, escape)), code=pair.code)


def section_letter(number: int) -> str:
    """A, B, C…"""
    return ascii_uppercase[number % len(ascii_uppercase)]


def writing_space(answer: str) -> tuple[int, str]:
    """How many lines `answer` needs by hand, and how far one line alone must reach."""
    needed = len(answer) * HAND
    lines = max(1, min(MOST_LINES, math.ceil(needed / LINE)))
    return lines, "short" if needed < LINE * 0.4 else "middle" if needed < LINE * 0.65 else "whole"


def gap_width(answer: str) -> int:
    """The width of a gap that `answer` can be written into, in millimetres."""
    return next((width for width in GAPS if len(answer) * HAND <= width), GAPS[-1])
