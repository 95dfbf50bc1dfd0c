"""Deck -> Anki package (.apkg), through genanki: fixed ids, our own GUIDs, escaped fields, identical bytes for identical decks."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import genanki

from quizgen.exports import Options
from quizgen.exports.faces import card_face, mark_answer, source_line
from quizgen.langs import LanguagePack
from quizgen.model import GAP, Card, Deck

SUFFIX = ".apkg"
SUMMARY = "Anki deck; importing a newer one updates the cards and keeps the reviews"
DEFAULT = True

# Chosen once at random and never changed: Anki knows a note type by its id.
MODEL_IDS = {"basic": 1607392319, "cloze": 1607392320}
# Extra fields wait for later releases (a new field would break updates); « My notes » is the learner's own, never written.
FIELDS = ("Question", "Answer", "Context", "Quote", "Source", "Code", "Id", "Also right", "Extra 1", "Extra 2", "Extra 3", "My notes")
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
EPOCH = 946_684_800  # 2000-01-01: the stamp of decks without a date
NOTE_IDS = 1_000_000_000_000  # milliseconds, as Anki counts; each deck gets its own range from its slug
NOTE_RANGE = 500_000_000
JOINER = "\u2060"
# The first character of: {{ }} (fields, clozes), :: (hints), [[ (typed answers), \( \[ (MathJax), [sound: [anki: [latex] [$] [/ (media, LaTeX).
_OPENINGS = re.compile(r"\{(?=\{)|\}(?=\})|:(?=:)|\[(?=\[|sound|anki|latex|/|\$)|\\(?=[(\[])", re.I)


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with its own modification stamp: Anki updates a note only when the stamp is newer than the learner's."""

    def __init__(self, *, stamp: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.stamp = stamp

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, self.stamp, deck_id, id_gen)


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The deck as the bytes of an .apkg file."""
    stamp = stamp_of(deck.article.updated or deck.date if deck.article else deck.date)
    name = re.sub(":{2,}", ":", deck.title or deck.slug)  # two colons would make a subdeck
    made = genanki.Deck(deck_id(deck.slug), name, escape(source_line(deck, pack)))
    models = {name: make_model(name, options) for name in MODEL_IDS}
    for position, card in enumerate(deck.cards, start=1):
        model = models["cloze" if card.form == "cloze" else "basic"]
        made.add_note(_Note(stamp=stamp, model=model, fields=fields_of(card, deck, pack), guid=guid_of(card), tags=tags_of(card, deck), due=position))
    return pack_files(made, stamp, deck.slug)


def deck_id(slug: str) -> int:
    """A deck's id, from its slug, within 2**30 and clear of Anki's default deck."""
    return int.from_bytes(hashlib.sha256(f"quizgen deck {slug}".encode()).digest()[:4], "big") % 2**30 + 2**30


def guid_of(card: Card) -> str:
    """A note's GUID from its card's id: the same card is the same note for ever."""
    return str(genanki.guid_for("quizgen", card.id))


def stamp_of(date: str) -> int:
    """Seconds of the first moment of an ISO date of any precision."""
    if not date:
        return EPOCH
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return max(EPOCH, int(datetime(year, month, day, tzinfo=UTC).timestamp())) if year >= 2000 else EPOCH


def fields_of(card: Card, deck: Deck, pack: LanguagePack) -> list[str]:
    """The fields of a note as safe HTML, in the order of FIELDS."""
    question = write_cloze(card) if card.form == "cloze" else protect(card.question)
    also = ", ".join(protect(text) for text in card.also_right)
    quote = mark_answer(card.quote, card.answer, protect)
    source = protect(source_line(deck, pack))
    return [question, protect(card.answer), protect(card.context), quote, source, protect(card.code), card.id, also, "", "", "", ""]


def write_cloze(card: Card) -> str:
    """The question with its answer as Anki's cloze, kept apart from braces and colons of the text beside it."""
    before, after = card.question.split(GAP)
    left, hidden, right = (re.sub(r"\A(?=[{}:])|(?<=[{}:])\Z", JOINER, protect(text)) for text in (before, card.answer, after))
    return f"{left}{{{{c1::{hidden}}}}}{right}"


def protect(text: str) -> str:
    """`text` as HTML that can neither run nor open a field, a cloze, a sound or a formula of Anki.

    The marks are parted by an invisible joiner rather than written as entities: Anki's editor would turn those back.
    Apostrophes stay as they are, or no search would find « l'accord ».
    """
    return _OPENINGS.sub(lambda m: m.group() + JOINER, escape(text, quote=False).replace('"', "&quot;"))


def tags_of(card: Card, deck: Deck) -> list[str]:
    """Tags in our own tree; no spaces, which Anki would split at."""
    return [f"quizgen::type::{card.type}", f"quizgen::lang::{deck.lang}", f"quizgen::form::{card.form}", f"quizgen::deck::{deck.slug}"]


def make_model(name: str, options: Options) -> genanki.Model:
    """The note type `name`, with its faces from templates/."""
    cloze = name == "cloze"
    return genanki.Model(
        MODEL_IDS[name],
        f"Quizgen {name.title()}",
        fields=[{"name": field} for field in FIELDS],
        templates=[{"name": "Card", "qfmt": card_face(f"{name}-front.html", options), "afmt": card_face(f"{name}-back.html", options)}],
        css=card_face("card.css", options),
        model_type=genanki.Model.CLOZE if cloze else genanki.Model.FRONT_BACK,
    )


class _Package(genanki.Package):  # type: ignore[misc]
    """A package whose note ids are the deck's own, so that two decks of one day do not meet."""

    def __init__(self, deck: genanki.Deck, first: int) -> None:
        super().__init__(deck)
        self.first = first

    def write_to_db(self, cursor: Any, timestamp: float, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, timestamp, itertools.count(self.first))


def pack_files(deck: genanki.Deck, stamp: int, slug: str) -> bytes:
    """The package as bytes, the same for the same deck: fixed entry times, sorted names."""
    digest = hashlib.sha256(slug.encode()).digest()
    first = NOTE_IDS + int.from_bytes(digest[:6], "big") % NOTE_RANGE * 1000
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "collection.anki2"
        connection = sqlite3.connect(database)
        _Package(deck, first).write_to_db(connection.cursor(), stamp, itertools.count())
        connection.commit()
        connection.close()
        contents = {"collection.anki2": database.read_bytes(), "media": json.dumps({}).encode()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(contents.items()):
            archive.writestr(zipfile.ZipInfo(name, ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
