"""Every variant, paper and length, printed by both printers and read back from the PDF's words and boxes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from quizgen.exports import PAPERS, VARIANTS, Options, to_html, to_pdf
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from tests.exports.printed import Paper, check_pages, check_questions, make_long_deck, print_html, read_pdf
from tests.exports.test_exercises import DATED, FUNCTIONS, SENDINGS, deck_of

WAYS = (
    {"versions": 1}, {"versions": 3}, {"versions": 2, "ink_saving": True}, {"versions": 2, "columns": 2},
    {"versions": 2, "school": "Lycée du Lac"},
)  # fmt: skip


def by_browser(page: Page, number: int, options: Options, pack: LanguagePack, folder: Path) -> list[Paper]:
    return print_html(page, to_html.export(make_long_deck(number), pack, options), folder)


def by_library(number: int, options: Options, pack: LanguagePack, folder: Path) -> list[Paper]:
    (folder / "made.pdf").write_bytes(to_pdf.export(make_long_deck(number), pack, options))
    return read_pdf(folder / "made.pdf")


def check(pages: list[Paper], number: int, options: Options) -> None:
    """What must hold for every printed handout."""
    deck = make_long_deck(number)
    check_pages(pages, deck, options.paper, lettered=options.versions > 1)
    check_questions(pages, deck, options.versions)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 3, 40, 400])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_by_the_browser(page: Page, french: LanguagePack, tmp_path: Path, variant: str, paper: str, number: int) -> None:
    """No question is cut, nothing is outside of the margins, no page is empty, each has its letter and number."""
    for way in WAYS:
        if (way.get("columns") == 2 and variant != "standard") or (number == 400 and way != WAYS[1]):
            continue
        options = Options(handout_cards=number, variant=variant, paper=paper, **way)  # type: ignore[arg-type]
        check(by_browser(page, number, options, french, tmp_path), number, options)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 3, 40])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_by_the_library(french: LanguagePack, tmp_path: Path, variant: str, paper: str, number: int) -> None:
    """The same, printed without a browser."""
    for way in WAYS:
        if way.get("columns") == 2 and variant != "standard":
            continue
        options = Options(handout_cards=number, variant=variant, paper=paper, **way)  # type: ignore[arg-type]
        check(by_library(number, options, french, tmp_path), number, options)


@pytest.mark.slow
def test_a_big_deck_by_the_library(french: LanguagePack, tmp_path: Path) -> None:
    """400 questions printed without a browser."""
    options = Options(handout_cards=400, variant="dyslexia")
    check(by_library(400, options, french, tmp_path), 400, options)


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_hostile_and_endless_texts(page: Page, nasty_deck: Deck, french: LanguagePack, tmp_path: Path, variant: str) -> None:
    """Words of 300 letters, quotes of 2,000 and texts that try to break out stay within the margins, by both printers."""
    deck = make_long_deck(5)
    cards = (replace(c, context="anti" * 75, quote=f"Il dit {'que le lac est grand ' * 95}{c.answer}.") for c in deck.cards)
    for texts in (nasty_deck, replace(deck, cards=tuple(cards))):
        options = Options(variant=variant, versions=2, handout_cards=40)
        (tmp_path / "made.pdf").write_bytes(to_pdf.export(texts, french, options))
        for pages in (print_html(page, to_html.export(texts, french, options), tmp_path), read_pdf(tmp_path / "made.pdf")):
            check_pages(pages, texts, options.paper, lettered=True)
    assert page.trouble == []  # type: ignore[attr-defined]


def test_headings_stay_whole(page: Page, french: LanguagePack, tmp_path: Path) -> None:
    """A heading of two lines in large print is on one page, with the exercise that it heads, wherever the page ends."""
    for plain in range(12, 19):
        deck = deck_of((*FUNCTIONS, *SENDINGS, *DATED), plain=plain)
        html = to_html.export(deck, french, Options(variant="large", handout_cards=40))
        (sheet,) = [p.text for p in print_html(page, html, tmp_path) if "Dans quel ordre" in p.text]
        assert "1 point par numéro" in sheet and "Le pont de Salmoire a rouvert." in sheet


@pytest.mark.parametrize("number", [2, 9, 16, 23])
def test_two_sided(page: Page, french: LanguagePack, tmp_path: Path, number: int) -> None:
    """Two-sided, each version and each key starts on a page with an odd number; only the back of a sheet may stay blank, and is blank."""
    options = Options(versions=3, duplex=True, handout_cards=number)
    for pages in (by_browser(page, number, options, french, tmp_path), by_library(number, options, french, tmp_path)):
        first: dict[str, int] = {}
        for n, paper in enumerate(pages, start=1):
            if paper.body:
                first.setdefault(paper.foot.rpartition(" page ")[0], n)
            else:
                assert n % 2 == 0 and not paper.words
        assert len(first) == 6 and all(n % 2 == 1 for n in first.values())
