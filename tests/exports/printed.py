"""Printing and reading what was printed: pages with the words and boxes that a PDF library finds on them."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from playwright.sync_api import Page

from quizgen.model import GAP, Card, Deck
from tests.conftest import make_deck

MM = 72 / 25.4
SIDE, TOP, FOOT = 16 * MM, 16 * MM, 18 * MM  # margins of a page
SLACK = 1.5  # points: the overhang of a letter
SIZES = {"a4": (595, 842), "letter": (612, 792)}
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
FORMS = ("open", "choice", "cloze", "true_false", "open")


@dataclass(frozen=True)
class Word:
    """A word and its box, in points from the upper left corner."""

    x: float
    y: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Paper:
    """A printed page."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def body(self) -> tuple[Word, ...]:
        """The words above the foot."""
        return tuple(w for w in self.words if w.y < self.height - FOOT)

    @property
    def text(self) -> str:
        """All words, the foot too."""
        return " ".join(w.text for w in self.words)

    @property
    def foot(self) -> str:
        """The words at the foot."""
        return " ".join(w.text for w in self.words if w.y >= self.height - FOOT)


def read_pdf(path: Path) -> list[Paper]:
    """The pages of a PDF."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True)
    pages = []
    for part in done.stdout.split("<page ")[1:]:
        width, height = (float(n) for n in re.findall(r'(?:width|height)="([\d.]+)"', part)[:2])
        words = tuple(Word(*map(float, w[:4]), unescape(w[4])) for w in WORD.findall(part))  # type: ignore[arg-type]
        pages.append(Paper(width, height, words))
    return pages


def print_html(page: Page, html: bytes, folder: Path) -> list[Paper]:
    """`html` as Chromium prints it."""
    (folder / "quiz.html").write_bytes(html)
    page.goto((folder / "quiz.html").as_uri())
    page.pdf(path=str(folder / "quiz.pdf"), prefer_css_page_size=True)
    return read_pdf(folder / "quiz.pdf")


def make_long_deck(number: int) -> Deck:
    """A deck of `number` cards of all forms and lengths; first and last word of each, and each option, are its own."""
    deck = make_deck([(n % 4, "open", "qui", "?", "?") for n in range(number)])
    return replace(deck, cards=tuple(make_card(card, n) for n, card in enumerate(deck.cards)))


def make_card(card: Card, n: int) -> Card:
    form = FORMS[n % len(FORMS)]
    filler = "qui vogue sur le grand lac d’Auvine sous les yeux des riverains " * (1 + n * 7 % 4)
    question = f"Debut{n}x {filler}{GAP if form == 'cloze' else ''} fin{n}x\u202f{'.' if form == 'true_false' else '?'}"
    answer = f"Reponse{n}x " + "de la rive haute " * (n % 6)
    options = (f"Autre{n}b", answer.strip(), f"Autre{n}c " + "plus longue " * (n % 9), f"Autre{n}d") if form == "choice" else ()
    context = card.context if n % 7 else f"Visite à Brume numéro {n}"
    return replace(
        card, id=f"k{n}", fact=f"f{n}", form=form, question=question, answer=answer.strip(), options=tuple(o.strip() for o in options),
        context=context, code=f"F{n}·qui", score=0.5, quote=f"Cite{n}x {filler}{answer.strip()} finie{n}x.",
    )  # fmt: skip


def check_pages(pages: list[Paper], deck: Deck, paper: str, *, lettered: bool) -> None:
    """No empty page; nothing outside of the margins; each page has its number, and the version's letter if there are several."""
    for number, page in enumerate(pages, start=1):
        assert abs(page.width - SIZES[paper][0]) < 2 and abs(page.height - SIZES[paper][1]) < 2
        assert page.body, f"page {number} is empty"
        assert page.foot.endswith(f"page {number} / {len(pages)}"), page.foot
        assert not lettered or re.search(r"version [A-Z] page", page.foot), page.foot
        for word in page.words:
            assert word.x >= SIDE - SLACK and word.right <= page.width - SIDE + SLACK, (number, word)
            assert word.y >= TOP - SLACK * 2 and word.bottom <= page.height, (number, word)
        for word in page.body:
            assert word.bottom <= page.height - FOOT + SLACK * 2, (number, word)


def check_questions(pages: list[Paper], deck: Deck, versions: int) -> None:
    """Each question of each version is whole on one page: its code, first and last word, and all its options."""
    sheets = [page for page in pages if "Corrigé" not in page.foot]
    where: dict[str, list[int]] = {}
    for number, page in enumerate(sheets):
        for word in page.body:
            where.setdefault(word.text.strip(".,…"), []).append(number)
    for card in deck.cards:
        first, last = card.question.split()[0], re.findall(r"fin\d+x", card.question)[-1]
        assert len(where[first]) == versions, first
        for own in (last, card.code):
            assert where[own] == where[first], (own, where.get(own), where[first])
        options = [number for option in card.options for number in where.get(option.split()[0], [])]
        assert set(options) <= set(where[first]) and len(options) in (versions * len(card.options), versions * (len(card.options) - 1))
