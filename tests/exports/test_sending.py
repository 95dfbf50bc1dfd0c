"""A deck into a running Anki, over HTTP, judged by a real collection behind the protocol of AnkiConnect."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection

from quizgen.errors import QuizgenError
from quizgen.exports import Options, send_deck
from quizgen.exports.sending import PACKAGE, AnkiConnect, Sent
from quizgen.langs import LanguagePack
from quizgen.model import Card, Deck
from tests.conftest import make_deck, make_nasty_deck
from tests.exports.anki_server import AnkiServer
from tests.exports.test_to_anki import answer_first, counts, import_deck, note_of, scheduling, write_own


@pytest.fixture
def server(tmp_path: Path) -> Iterator[AnkiServer]:
    collection = Collection(str(tmp_path / "collection.anki2"))
    running = AnkiServer(collection)
    yield running
    running.close()
    collection.close()


def send(deck: Deck, pack: LanguagePack, server: AnkiServer, **rest: Any) -> Sent:
    sent = send_deck(deck, pack, Options(), AnkiConnect(address=server.address, **rest))
    assert isinstance(sent, Sent)
    return sent


def reworded(deck: Deck, **words: Any) -> Deck:
    return replace(deck, cards=(replace(deck.cards[0], **words), *deck.cards[1:]))


def test_first_time(server: AnkiServer, deck: Deck, french: LanguagePack) -> None:
    """Every card is added with the GUID of the package, in its deck; nothing is left in the media folder."""
    sent = send(deck, french, server)
    assert (sent.added, sent.updated, sent.unchanged) == (tuple(c.id for c in deck.cards), (), ())
    assert server.collection.note_count() == 6 and len(server.collection.find_cards(f'deck:"{deck.title}"')) == 6
    assert not list(Path(server.collection.media.dir()).glob(f"{PACKAGE}*"))


def test_second_time(server: AnkiServer, deck: Deck, french: LanguagePack) -> None:
    """Nothing has changed: nothing is imported or written."""
    send(deck, french, server)
    server.calls.clear()
    assert send(deck, french, server).unchanged == tuple(c.id for c in deck.cards)
    assert server.calls == ["version", "findNotes", "notesInfo"]


def test_correction_leaves_what_is_the_learners(server: AnkiServer, deck: Deck, french: LanguagePack) -> None:
    """A corrected card changes in place: reviews, his own field and his own tags stay, whenever he wrote them."""
    send(deck, french, server)
    studied = answer_first(server.collection, deck.cards[0])
    write_own(server.collection, deck.cards[0], "à revoir")
    server.collection.tags.bulk_add([note_of(server.collection, deck.cards[0]).id], "marqué")
    sent = send(replace(reworded(deck, answer="le maire de Brume", type="agreement"), tags=("lac bleu",)), french, server)
    note = note_of(server.collection, deck.cards[0])
    assert (note["Answer"], note["My notes"]) == ("le maire de Brume", "à revoir")
    assert {"marqué", "quizgen::type::agreement", "lac_bleu"} <= set(note.tags) and "quizgen::type::meeting" not in note.tags
    assert scheduling(server.collection, deck.cards[0]) == studied
    assert (sent.added, sent.unchanged, server.collection.note_count()) == ((), (), 6) and len(sent.updated) == 6


def test_new_cards_among_old(server: AnkiServer, deck: Deck, french: LanguagePack) -> None:
    """A card more is added, a card less stays with the learner, a change is made: all said."""
    send(replace(deck, cards=deck.cards[:5]), french, server)
    sent = send(
        replace(reworded(deck, question="Qui est venu ?"), cards=reworded(deck, question="Qui est venu ?").cards[:4] + deck.cards[5:]), french, server
    )
    assert (sent.added, sent.updated) == ((deck.cards[5].id,), (deck.cards[0].id,))
    assert server.collection.note_count() == 6


def test_package_and_sending_meet(server: AnkiServer, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Sent first, imported later, or the other way round: the same notes."""
    send(deck, french, server)
    assert counts(import_deck(server.collection, deck, french, tmp_path)) == (0, 0, 6, 0)
    other = replace(make_deck(slug="autre"), title="Autre")
    import_deck(server.collection, other, french, tmp_path)
    assert send(other, french, server).unchanged == tuple(c.id for c in other.cards)


def test_many_and_hostile(server: AnkiServer, french: LanguagePack) -> None:
    """Several requests' worth of cards, and texts that try to break out: all there, and the second time all unchanged."""
    nasty = make_nasty_deck()
    many = tuple(replace(nasty.cards[n % len(nasty.cards)], id=f"c{n}") for n in range(450))
    deck = replace(nasty, cards=many)
    assert len(send(deck, french, server).added) == 450
    assert len(send(deck, french, server).unchanged) == 450


def test_key(server: AnkiServer, deck: Deck, french: LanguagePack) -> None:
    """An add-on that asks for a key gets it in every request, or says what is missing."""
    server.key = "clé"
    with pytest.raises(QuizgenError, match=r"valid api key must be provided .* Give the add-on's key with --key"):
        send(deck, french, server)
    assert server.collection.note_count() == 0
    send(deck, french, server, key="clé")
    assert send(reworded(deck, answer="x"), french, server, key="clé").updated == (deck.cards[0].id,)


def test_anki_is_not_running(deck: Deck, french: LanguagePack) -> None:
    """Nobody listens: one message with what to start."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    for where in (address, "nowhere", "http://"):
        with pytest.raises(QuizgenError, match=r"Anki does not answer .* Start Anki with the add-on AnkiConnect"):
            send_deck(deck, french, Options(), AnkiConnect(address=where))


def test_errors_of_anki(server: AnkiServer, deck: Deck, french: LanguagePack, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that Anki reports, of one action or among many, is told with the address."""
    send(deck, french, server)

    def refuse(**_: Any) -> None:
        raise ValueError("collection is not available")

    monkeypatch.setattr(server, "updateNoteFields", refuse)
    with pytest.raises(QuizgenError, match="Anki says: collection is not available"):
        send(reworded(deck, answer="x"), french, server)
    monkeypatch.setattr(server, "importPackage", refuse)
    card: Card = replace(deck.cards[0], id="new")
    with pytest.raises(QuizgenError, match="asked for importPackage"):
        send(replace(deck, cards=(card,)), french, server)
    assert not list(Path(server.collection.media.dir()).glob(f"{PACKAGE}*"))


def test_not_ankiconnect(server: AnkiServer, deck: Deck, french: LanguagePack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something else that listens there is told apart."""
    monkeypatch.setattr(server, "answer", lambda request: ["hello"])
    with pytest.raises(QuizgenError, match="what answers there is not AnkiConnect"):
        send(deck, french, server)
