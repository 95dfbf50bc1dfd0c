"""Deck -> Anki notes: what a package, a text file and a running Anki are given alike. Every field is safe HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html import escape

import genanki

from quizgen.exports.faces import mark_answer, source_line
from quizgen.langs import LanguagePack
from quizgen.model import GAP, Card, Deck

# Chosen once at random and never changed: Anki knows a note type by its id.
NOTE_TYPES = {"basic": 1607392319, "cloze": 1607392320, "choice": 1607392321}
# Extra fields wait for later releases (a new field would break updates); the last one is the learner's own, never written.
FIELDS = ("Question", "Answer", "Context", "Quote", "Source", "Code", "Id", "Also right", "Extra 1", "Extra 2", "Extra 3", "My notes")
CHOICE_FIELDS = (*FIELDS[:8], "Options", "Extra 1", "Extra 2", "My notes")  # as many, so that one text file can hold all
OWN = 1  # fields at the end that are the learner's
EPOCH = 946_684_800  # 2000-01-01: the stamp of decks without a date
JOINER = "\u2060"
# The first character of: {{ }} (fields, clozes), :: (hints), [[ (typed answers), \( \[ (MathJax), [sound: [anki: [latex] [$] [/ (media, LaTeX).
_OPENINGS = re.compile(r"\{(?=\{)|\}(?=\})|:(?=:)|\[(?=\[|sound|anki|latex|/|\$)|\\(?=[(\[])", re.I)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")  # among them the one that parts the fields in Anki's files
_SPECIAL = re.compile(r'[&<>"{}:\[\\\x00-\x1f\x7f]')  # most texts hold none of these and need no care
_FORMULA = "=+-@#"  # what a spreadsheet, or Anki's comments, would take a line's first character for


@dataclass(frozen=True, kw_only=True)
class Note:
    """One note; `kind` is a key of NOTE_TYPES, `stamp` the time of its last change in seconds, `position` counts from 1."""

    id: str
    guid: str
    kind: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    stamp: int
    position: int

    @property
    def named(self) -> dict[str, str]:
        """The fields by their names, those of the learner left out."""
        return dict(zip(fields_of(self.kind)[:-OWN], self.fields, strict=False))


def make_notes(deck: Deck, pack: LanguagePack) -> tuple[Note, ...]:
    """The notes of the cards of `deck`, in its order."""
    whole = stamp_of(deck.article.updated or deck.date if deck.article else deck.date)
    source = protect(source_line(deck, pack))
    return tuple(
        Note(
            id=card.id,
            guid=guid_of(card),
            kind=kind_of(card),
            fields=write_fields(card, source),
            tags=tags_of(card, deck),
            stamp=card.changed or whole,
            position=position,
        )
        for position, card in enumerate(deck.cards, start=1)
    )


def kind_of(card: Card) -> str:
    """The note type of `card`."""
    if card.form == "cloze":
        return "cloze"
    return "choice" if card.options else "basic"


def fields_of(kind: str) -> tuple[str, ...]:
    """The names of the fields of a note type."""
    return CHOICE_FIELDS if kind == "choice" else FIELDS


def type_name(kind: str) -> str:
    """« Quizgen Basic »."""
    return f"Quizgen {kind.title()}"


def deck_name(deck: Deck) -> str:
    """The deck's path in Anki: the parent's parts, then the title (in which two colons make no subdeck)."""
    above = (part.strip() for part in deck.parent.split("::"))
    title = re.sub(":{2,}", ":", deck.title or deck.slug)
    return "::".join((*filter(None, above), title))


def guid_of(card: Card) -> str:
    """A note's GUID from its card's id: the same card is the same note for ever."""
    guid = str(genanki.guid_for("quizgen", card.id))
    return f"q{guid}" if guid[0] in _FORMULA else guid


def stamp_of(date: str) -> int:
    """Seconds of the first moment of an ISO date of any precision."""
    if not date:
        return EPOCH
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return max(EPOCH, int(datetime(year, month, day, tzinfo=UTC).timestamp())) if year >= 2000 else EPOCH


def write_fields(card: Card, source: str) -> tuple[str, ...]:
    """The fields of a note as safe HTML, in the order of its type."""
    question = write_cloze(card) if card.form == "cloze" else protect(card.question)
    also = ", ".join(protect(text) for text in card.also_right if text != card.answer)
    quote = mark_answer(card.quote, card.answer, protect)
    options = write_options(card) if kind_of(card) == "choice" else ""
    return (question, protect(card.answer), protect(card.context), quote, source, protect(card.code), card.id, also, options, "", "", "")


def write_options(card: Card) -> str:
    """The options as a list in the order of the deck; the right one is marked, which the back alone shows."""
    items = (f'<li class="key">{protect(o)}</li>' if o == card.key else f"<li>{protect(o)}</li>" for o in card.options)
    return f"<ol>{''.join(items)}</ol>"


def write_cloze(card: Card) -> str:
    """The question with its answer as Anki's cloze, kept apart from braces and colons of the text beside it."""
    before, after = card.question.split(GAP)
    left, hidden, right = (re.sub(r"\A(?=[{}:])|(?<=[{}:])\Z", JOINER, protect(text)) for text in (before, card.answer, after))
    return f"{left}{{{{c1::{hidden}}}}}{right}"


@lru_cache(maxsize=1024)  # cards share their contexts and quotes
def protect(text: str) -> str:
    """`text` as HTML that can neither run nor open a field, a cloze, a sound or a formula of Anki.

    The marks are parted by an invisible joiner rather than written as entities: Anki's editor would turn those back.
    Apostrophes stay as they are, or no search would find « l'accord ».
    """
    if not _SPECIAL.search(text):
        return text
    safe = escape(_CONTROLS.sub("", text), quote=False).replace('"', "&quot;")
    return _OPENINGS.sub(lambda m: m.group() + JOINER, safe).replace("\n", "<br>")


def guard(cell: str) -> str:
    """`cell` so that no spreadsheet reads it as a formula: an invisible joiner before a sign that would open one."""
    return JOINER + cell if cell.lstrip()[:1] and cell.lstrip()[0] in _FORMULA else cell


def tags_of(card: Card, deck: Deck) -> tuple[str, ...]:
    """Tags in our own tree, then the user's; no spaces, which Anki would split at."""
    kind = (f"quizgen::type::{card.type}",) if card.type else ()
    ours = (*kind, f"quizgen::lang::{deck.lang}", f"quizgen::form::{card.form}", f"quizgen::deck::{deck.slug}")
    return tuple(dict.fromkeys((*ours, *clean_tags((*deck.tags, *card.tags)))))


def clean_tags(tags: Iterable[str]) -> Iterable[str]:
    """`tags` as Anki can keep them."""
    return filter(None, (re.sub(r'[\s"\x00-\x1f]+', "_", tag.strip()) for tag in tags))
