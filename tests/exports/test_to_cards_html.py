"""Flash cards: each back lies behind its front when the sheet is turned over its long edge, and every text fits on its card."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from quizgen.exports import Options, to_cards_html
from quizgen.exports.to_cards_html import COLUMNS, cut, cut_around, fit, make_leaves
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from tests.exports.printed import SIZES, make_long_deck, print_html


def places(page: Page) -> list[list[dict[str, Any]]]:
    """For each leaf side its cards, with code and box in millimetres from the left and upper edge of the leaf."""
    script = """leaves => leaves.map(leaf => [...leaf.querySelectorAll('.card:not(.none)')].map(card => {
      const low = part => part.getBoundingClientRect().bottom
      const mine = card.getBoundingClientRect(), all = leaf.getBoundingClientRect(), mm = 96 / 25.4
      return {code: card.querySelector('.code').textContent, x: (mine.left - all.left) / mm, y: (mine.top - all.top) / mm,
              width: mine.width / mm, height: mine.height / mm,
              cut: card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth,
              meets: [...card.children].slice(0, -1).some(part => low(part) > card.querySelector('.foot').getBoundingClientRect().top)}
    }))"""
    return page.locator(".leaf").evaluate_all(script)  # type: ignore[no-any-return]


def show(page: Page, deck: Deck, pack: LanguagePack, folder: Path, paper: str = "a4") -> Page:
    (folder / "cards.html").write_bytes(to_cards_html.export(deck, pack, Options(paper=paper)))
    page.goto((folder / "cards.html").as_uri())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1000, "height": 1000})
    return page


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_backs_meet_their_fronts(page: Page, french: LanguagePack, tmp_path: Path, paper: str) -> None:
    """Turned over its long edge, what lay at x lies at width - x: there is the back of the same card; eight to a page."""
    deck = make_long_deck(19)
    sides = places(show(page, deck, french, tmp_path, paper))
    assert page.trouble == []  # type: ignore[attr-defined]
    assert [len(side) for side in sides] == [8, 8, 8, 8, 3, 3]
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        mirrored = {card["code"]: (round(200 - card["x"] - card["width"]), round(card["y"])) for card in back}
        assert {card["code"]: (round(card["x"]), round(card["y"])) for card in front} == mirrored
    assert [card["code"] for side in sides[::2] for card in side] == [card.code for card in deck.cards]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_texts_fit(page: Page, deck: Deck, nasty_deck: Deck, french: LanguagePack, tmp_path: Path, paper: str) -> None:
    """Whatever its length, no text is cut by its card or runs into the line of its code."""
    quoted = replace(deck, cards=tuple(replace(c, quote="Il dit " + "très long " * 200 + c.answer + " et la suite " * 100) for c in deck.cards))
    for texts in (deck, nasty_deck, make_long_deck(24), quoted):
        for card in (card for side in places(show(page, texts, french, tmp_path, paper)) for card in side):
            assert not card["cut"] and not card["meets"], card
    assert page.trouble == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_pages(page: Page, french: LanguagePack, tmp_path: Path, paper: str) -> None:
    """Printed, each side is one page of the paper, numbered; front and back of a card are on facing pages."""
    deck = make_long_deck(19)
    pages = print_html(page, to_cards_html.export(deck, french, Options(paper=paper)), tmp_path)
    assert len(pages) == 6
    for number, sheet in enumerate(pages, start=1):
        assert abs(sheet.width - SIZES[paper][0]) < 2 and f"page {number} / 6" in sheet.text
        assert all(w.x > 0 and w.right < sheet.width and w.y > 20 and w.bottom < sheet.height for w in sheet.words)
    for n, card in enumerate(deck.cards):
        front, back = pages[n // 8 * 2], pages[n // 8 * 2 + 1]
        assert card.question.split()[0] in front.text and card.answer.split()[0] in back.text and card.code in front.text and card.code in back.text


def test_phone(page: Page, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """On a telephone nothing sticks out sideways."""
    show(page, nasty_deck, french, tmp_path).emulate_media(media="screen")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_options_and_gap(french: LanguagePack, deck: Deck) -> None:
    """The front shows the options, or true and false; a gap is dots; an answer stands on the back alone."""
    choice = replace(deck.cards[0], form="choice", options=("le juge", "le maire de Corvelle", "le préfet"))
    verdict = replace(deck.cards[2], form="true_false", answer="Vrai")
    (leaf,) = make_leaves(replace(deck, cards=(choice, deck.cards[1], verdict)), french)
    one, two, three = (side for side in leaf.fronts if side)
    assert one.below == ("A. le juge", "B. le maire de Corvelle", "C. le préfet") and three.below == ("Vrai / Faux",)
    assert "reçu le maire de Corvelle le ……." in two.words and one.foot == ""
    backs = [side and side.words for side in leaf.backs]
    assert backs[:2] == [deck.cards[1].answer, choice.answer] and backs[2:4] == [None, "Vrai"] and len(backs) == 4 * COLUMNS


def test_size_falls_with_length() -> None:
    """A longer text is set smaller, and cut only when the smallest letters do not hold it."""
    sizes = [fit("", "mot " * n, (), "", "F1").size for n in (3, 60, 120, 240, 2000)]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] == 16 and sizes[-1] == 6
    assert fit("", "mot " * 240, (), "", "F1").words == "mot " * 240 and fit("", "mot " * 2000, (), "", "F1").words.endswith("…")


def test_cutting() -> None:
    """A text is cut between words; a quote is cut around its answer."""
    assert cut("le grand lac d’Auvine", 12) == "le grand…" and cut("le lac", 12) == "le lac"
    quote = "avant " * 100 + "Brume" + " après" * 100
    assert "Brume" in cut_around(quote, "Brume", 80) and len(cut_around(quote, "Brume", 80)) <= 81
    assert cut_around("court", "Brume", 80) == "court"
