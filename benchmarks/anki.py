"""The Anki package of ten thousand cards against plain genanki with the same notes; a deck.toml of them against a smaller one.

Plain genanki is what its documentation shows: a model, a deck, a note for each card, written to a file. It is given the fields, tags
and GUIDs ready-made; ours makes them in its time. A deck.toml is written, read, merged and written again: it must grow with the cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import genanki

from benchmarks.pairs import row, timed
from quizgen.deck.entries import new_file, read_deck_file, write_deck_file
from quizgen.deck.merging import merge_entries, stamp_entries
from quizgen.exports import Options
from quizgen.exports.notes import Note, make_notes
from quizgen.exports.to_anki import export, make_model
from quizgen.langs import get_pack
from quizgen.model import GAP, Card, Deck, Source, Span

TURNS, CARDS = 3, 10_000
QUOTE = "Le canton de Brume enverra douze péniches sur le lac d’Auvine, a dit la batelière Ida Kermo au palais des Étangs."


def make_card(n: int) -> Card:
    """One of many cards of the three note types, each a little different."""
    form = ("open", "cloze", "choice")[n % 3]
    gap = f" sur {GAP}" if form == "cloze" else ""
    return Card(
        id=f"c{n:012x}", form=form, context="Querelle du lac d’Auvine, mars 2019", question=f"Combien de péniches le canton {n} enverra-t-il{gap} ?",
        answer="le lac d’Auvine" if gap else f"douze {n}", options=(f"douze {n}", "treize", "quatorze", "quinze") if form == "choice" else (),
        fact=f"f{n:012x}", role="number", type="deployment", code="nb", quote=QUOTE, span=Span(start=n, end=n + 9), score=0.5, changed=1_700_000_000,
    )  # fmt: skip


def make_deck(cards: int) -> Deck:
    """A deck of so many cards."""
    source = Source(publisher="Le Journal du lac", licence="CC BY 4.0")
    return Deck(
        slug="lac", title="Une querelle", lang="fr", date="2019-03", source=source, made_with=(), cards=tuple(make_card(n) for n in range(cards))
    )


def plain(deck: Deck, notes: Sequence[Note], path: Path) -> None:
    """The same notes through plain genanki, their fields given."""
    models = {kind: make_model(kind, Options()) for kind in ("basic", "cloze", "choice")}
    made = genanki.Deck(1_234_567_890, deck.title)
    for note in notes:
        made.add_note(genanki.Note(model=models[note.kind], fields=list(note.fields), tags=list(note.tags), guid=note.guid))
    genanki.Package(made).write_to_file(path)


def keep(deck: Deck) -> None:
    """A deck.toml of the cards: made, read again, merged, written again."""
    cards = deck.cards
    file = new_file()
    text = write_deck_file(file, stamp_entries(merge_entries((), deck, cards)[0], deck, 1))
    again = read_deck_file(text, where="deck.toml", slug="lac")
    entries = stamp_entries(merge_entries(again.entries, deck, cards)[0], deck, 2)
    if write_deck_file(again, entries) != text:
        raise SystemExit("deck.toml changed without a reason.")


def measure(folder: Path) -> list[dict[str, Any]]:
    """Rows of the table."""
    deck = make_deck(CARDS)
    notes = make_notes(deck, get_pack("fr"))

    def ours() -> None:
        export(deck, get_pack("fr"), Options())

    pairs = [(timed(ours), timed(lambda: plain(deck, notes, folder / "plain.apkg"))) for _ in range(TURNS)]
    files = [
        (timed(lambda: keep(deck)) / CARDS, timed(lambda: keep(replace(deck, cards=deck.cards[: CARDS // 10]))) / (CARDS // 10)) for _ in range(2)
    ]
    return [
        row(f"{CARDS:,} cards as .apkg", "s", pairs, 2.0, "plain genanki, its fields given"),
        row(f"a card of a deck.toml with {CARDS:,}", "s", files, 1.3, f"of one with {CARDS // 10:,}"),
    ]
