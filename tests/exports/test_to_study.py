"""The study sheet: each fact once, under its type; dates in order; who does what, where, with how sure it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from quizgen.exports import Options, to_study
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from tests.exports.printed import check_pages, print_html
from tests.exports.test_exercises import DATED, FUNCTIONS, SENDINGS, deck_of, phrase
from tests.exports.test_handout import find, read_html, words_of


def study(deck: Deck, pack: LanguagePack) -> dict[str, list[list[str]]]:
    """Heading -> rows of each section, the words of each cell or item."""
    root = read_html(to_study.export(deck, pack, Options()))
    found = {}
    for section in find(root, "section"):
        rows = [[words_of(cell) for cell in row if cell.tag in ("td", "th")] for row in find(section, "tr")]
        found[words_of(find(section, "h2")[0])] = rows or [[words_of(span) for span in find(item, "span")] for item in find(section, "li")]
    return found


def test_facts_by_type(french: LanguagePack) -> None:
    """Each fact is a sentence under its type, with the number that its cards bear."""
    sections = study(deck_of((*FUNCTIONS, *SENDINGS), plain=0), french)
    assert list(sections) == ["Qui fait quoi, où", "Envois et retraits de forces", "Fonctions"]
    assert sections["Fonctions"][0] == ["Sabeth Orvault est la ministre des Étangs.", "Fr1"]


def test_timeline(french: LanguagePack) -> None:
    """Dated facts stand in the order of time."""
    rows = study(deck_of(DATED[::-1]), french)["Frise des dates"]
    assert [row[0] for row in rows] == ["1998", "mars 2004", "3 mars 2019"] and rows[0][1] == "Le pont de Salmoire a rouvert en 1998."


def test_who_does_what_where(french: LanguagePack) -> None:
    """Deployments are rows, with what is planned or said by another marked as such."""
    planned = replace(SENDINGS[0], modality="planned", attribution="le préfet")
    head, row, other = study(deck_of((planned, SENDINGS[1])), french)["Qui fait quoi, où"]
    assert head[:5] == ["Qui", "Quoi", "Où", "Quand", "Précision"]
    assert row[:5] == ["la Norvège", "deux frégates", "mer Noire", "", "prévu, selon le préfet"] and other[4] == ""


def test_nobody_is_said_to_send(french: LanguagePack) -> None:
    """« 300 soldats sont stationnés » has no one under « Qui »."""
    clause, (actor, _, sea) = SENDINGS[0].clause, SENDINGS[0].arguments
    assert clause is not None
    soldiers = phrase("actor", "quelque 300 soldats")
    nameless = replace(actor, kind="thing", mention=replace(actor.mention, text=soldiers.text, entity=None))
    fact = replace(SENDINGS[0], clause=replace(clause, subject=soldiers), arguments=(nameless, sea))
    assert study(deck_of((fact,)), french)["Qui fait quoi, où"][1][:3] == ["", "quelque 300 soldats", "mer Noire"]


def test_what_cannot_be_told_is_quoted(deck: Deck, french: LanguagePack) -> None:
    """A fact without a clause, and a card written by hand without a fact, give their sentence, once."""
    by_hand = replace(deck.cards[0], fact="nowhere", type="", quote="Une phrase écrite à la main.", code="H1")
    sections = study(replace(deck, cards=(*deck.cards, by_hand)), french)
    assert sections["Rencontres"][0] == ["La ministre Sabeth Orvault a reçu le maire de Corvelle au palais des Étangs le 3 mars 2019.", "F1"]
    assert len(sections["Rencontres"]) == 4 and sections["Autres faits"] == [["Une phrase écrite à la main.", "H1"]]


def test_prints(page: Page, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Printed, nothing is outside of the margins and every page is numbered; nothing of the article runs."""
    for deck in (deck_of((*FUNCTIONS, *SENDINGS, *DATED)), nasty_deck):
        check_pages(print_html(page, to_study.export(deck, french, Options()), tmp_path), deck, "a4", lettered=False)
        assert page.trouble == []  # type: ignore[attr-defined]
