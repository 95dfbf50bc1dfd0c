"""Deck -> Anki package (.apkg), through genanki: fixed ids, our own GUIDs, identical bytes for identical decks."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import genanki

from quizgen.exports import Options
from quizgen.exports.faces import card_face, source_line
from quizgen.exports.notes import EPOCH, NOTE_TYPES, Note, deck_name, fields_of, make_notes, type_name
from quizgen.exports.sending import AnkiConnect, Sent, send_notes
from quizgen.langs import LanguagePack
from quizgen.model import Deck

SUFFIX = ".apkg"
SUMMARY = "Anki deck; importing a newer one updates the cards and keeps the reviews"
DEFAULT = True

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
NOTE_IDS = 1_000_000_000_000  # milliseconds, as Anki counts; each deck gets its own range from its slug
NOTE_RANGE = 500_000_000


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with its own modification stamp: Anki updates a note only when the stamp is newer than the learner's."""

    def __init__(self, *, stamp: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.stamp = stamp

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, self.stamp, deck_id, id_gen)

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Not again for every field of every deck: the tests hold ours against genanki's check."""


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The deck as the bytes of an .apkg file."""
    return pack_notes(make_notes(deck, pack), deck, pack, options)


def send(deck: Deck, pack: LanguagePack, options: Options, anki: AnkiConnect) -> Sent:
    """Add or update the notes of `deck` in the Anki that `anki` reaches. Raises QuizgenError if it cannot."""
    return send_notes(make_notes(deck, pack), lambda notes: pack_notes(notes, deck, pack, options), anki)


def pack_notes(notes: Sequence[Note], deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """`notes`, all or some of those of `deck`, as the bytes of an .apkg file."""
    made = genanki.Deck(deck_id(deck.slug), deck_name(deck), describe(deck, pack))
    models = {kind: make_model(kind, options) for kind in NOTE_TYPES}
    for note in notes:
        fields, tags = list(note.fields), list(note.tags)
        made.add_note(_Note(stamp=note.stamp, model=models[note.kind], fields=fields, guid=note.guid, tags=tags, due=note.position))
    return pack_files(made, max((note.stamp for note in notes), default=EPOCH), deck.slug)


def describe(deck: Deck, pack: LanguagePack) -> str:
    """What Anki shows under the deck's name: source, address, licence, and what made it."""
    made = ", ".join(f"{name} {version}" for name, version in deck.made_with)
    lines = (source_line(deck, pack), deck.source.address, deck.source.licence, made)
    return "<br>".join(escape(line) for line in lines if line)


def deck_id(slug: str) -> int:
    """A deck's id, from its slug, within 2**30 and clear of Anki's default deck."""
    return int.from_bytes(hashlib.sha256(f"quizgen deck {slug}".encode()).digest()[:4], "big") % 2**30 + 2**30


def make_model(kind: str, options: Options) -> genanki.Model:
    """The note type `kind`, with its faces from templates/."""
    return _model(kind, card_face(f"{kind}-front.html", options), card_face(f"{kind}-back.html", options), card_face("card.css", options))


@lru_cache(maxsize=64)  # genanki finds out anew, for each object, which fields a face needs
def _model(kind: str, front: str, back: str, css: str) -> genanki.Model:
    return genanki.Model(
        NOTE_TYPES[kind],
        type_name(kind),
        fields=[{"name": field} for field in fields_of(kind)],
        templates=[{"name": "Card", "qfmt": front, "afmt": back}],
        css=css,
        model_type=genanki.Model.CLOZE if kind == "cloze" else genanki.Model.FRONT_BACK,
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
    connection = sqlite3.connect(":memory:")
    _Package(deck, first).write_to_db(connection.cursor(), stamp, itertools.count())
    connection.commit()
    contents = {"collection.anki2": connection.serialize(), "media": json.dumps({}).encode()}
    connection.close()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(contents.items()):
            archive.writestr(zipfile.ZipInfo(name, ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
