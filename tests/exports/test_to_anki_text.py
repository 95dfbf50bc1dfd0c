"""The text export, imported by Anki itself: same notes as the package, the learner's field left alone, no formula for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportCsvRequest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.exports import Options, to_anki_text
from quizgen.exports.notes import FIELDS, JOINER, guard, guid_of, make_notes
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from tests.conftest import make_deck
from tests.exports.test_to_anki import answer_first, faces, import_deck, note_of, scheduling, write_own


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def import_text(collection: Collection, deck: Deck, pack: LanguagePack, tmp_path: Path) -> Any:
    """Import the text export of `deck` as Anki's own dialog would; its log."""
    path = tmp_path / "deck.anki.txt"
    path.write_bytes(to_anki_text.export(deck, pack, Options()))
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    return collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


def rows(deck: Deck, pack: LanguagePack) -> list[list[str]]:
    """The lines below the header, as a spreadsheet reads them."""
    text = to_anki_text.export(deck, pack, Options()).decode()
    return list(csv.reader(io.StringIO("".join(re.split(r"(?m)^(?=\")", text, maxsplit=1)[1:]), newline=""), delimiter="\t"))


def test_header(deck: Deck, french: LanguagePack) -> None:
    """Anki's header lines name the separator and the columns of note type, deck, tags and GUID."""
    head = to_anki_text.export(deck, french, Options()).decode().splitlines()[:6]
    assert head == ["#separator:tab", "#html:true", "#notetype column:1", "#deck column:2", "#tags column:3", "#guid column:4"]
    first = rows(deck, french)[0]
    assert first[:2] == ["Quizgen Basic", deck.title] and first[3] == guid_of(deck.cards[0]) and len(first) == 4 + len(FIELDS) - 1


def test_new_notes(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Into a collection that knows the note types, a second deck comes as text: type, deck, tags and GUIDs as in the package."""
    import_deck(collection, deck, french, tmp_path)
    other = replace(make_deck(slug="autre"), title="Autre", parent="Lacs::Nord")
    assert len(import_text(collection, other, french, tmp_path).new) == 6
    assert len(collection.find_cards('deck:"Lacs::Nord::Autre"')) == 6
    for note in make_notes(other, french):
        found = collection.get_note(collection.find_notes(f"Id:{note.id}")[0])
        assert (found.guid, tuple(found.fields), sorted(found.tags)) == (note.guid, note.fields, sorted(note.tags))
    assert len(import_deck(collection, other, french, tmp_path).duplicate) == 6


def test_correction_leaves_what_is_the_learners(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """A corrected deck as text changes the notes that it finds by GUID; reviews and the personal field stay."""
    import_deck(collection, deck, french, tmp_path)
    studied = answer_first(collection, deck.cards[0])
    write_own(collection, deck.cards[0], "à revoir")
    better = replace(deck, cards=(replace(deck.cards[0], answer="le maire de Brume"), *deck.cards[1:]))
    assert len(import_text(collection, better, french, tmp_path).updated) >= 1
    note = note_of(collection, deck.cards[0])
    assert (note["Answer"], note["My notes"], collection.note_count()) == ("le maire de Brume", "à revoir", 6)
    assert scheduling(collection, deck.cards[0]) == studied


def test_hostile_texts_are_the_same(collection: Collection, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """What shows after the import of the package shows after the import of the text: nothing opens, nothing is cut."""
    import_deck(collection, nasty_deck, french, tmp_path)
    before = [tuple(face.replace(JOINER, "") for face in faces(collection, card)) for card in nasty_deck.cards]
    import_text(collection, nasty_deck, french, tmp_path)
    assert collection.note_count() == len(nasty_deck.cards)
    assert [tuple(face.replace(JOINER, "") for face in faces(collection, card)) for card in nasty_deck.cards] == before


def test_no_formula(nasty_deck: Deck, french: LanguagePack) -> None:
    """No cell opens with a sign that a spreadsheet computes, and no line is a comment."""
    for deck in (nasty_deck, replace(nasty_deck, title="=1+1", cards=tuple(replace(c, question=f" {c.question}") for c in nasty_deck.cards))):
        cells = [cell for row in rows(deck, french) for cell in row]
        assert len(cells) == len(deck.cards) * (4 + len(FIELDS) - 1)
        assert not [cell for cell in cells if cell.lstrip()[:1] in {"=", "+", "-", "@", "#"}]


@given(st.text() | st.sampled_from(["=a", " =a", "\t+1", "-1", "@x", "#", ""]))
def test_guard(text: str) -> None:
    """A guarded cell opens no formula and reads the same."""
    assert not re.match(r"\s*[=+\-@#]", guard(text)) and guard(text).removeprefix(JOINER) == text.removeprefix(JOINER)


@given(st.text(min_size=1))
def test_no_guid_is_a_formula(id: str) -> None:
    """A GUID cannot be guarded, so none opens with such a sign."""
    assert guid_of(replace(make_deck().cards[0], id=id))[0] not in "=+-@#"
