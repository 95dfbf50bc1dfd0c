"""The PDF, made without a browser: the same pages as the HTML that a browser prints; nothing is fetched."""

from __future__ import annotations

import builtins
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from quizgen.errors import QuizgenError
from quizgen.exports import Options, to_html, to_pdf
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from tests.exports.printed import check_pages, check_questions, make_long_deck, print_html, read_pdf


def read(pdf: bytes, folder: Path) -> Any:
    (folder / "made.pdf").write_bytes(pdf)
    return read_pdf(folder / "made.pdf")


def test_same_pages_as_the_browser(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Sheet for sheet, the same words stand on the same pages."""
    options = Options(versions=2)
    mine = read(to_pdf.export(deck, french, options), tmp_path)
    theirs = print_html(page, to_html.export(deck, french, options), tmp_path)
    assert [sorted("".join(w.text for w in p.words)) for p in mine] == [sorted("".join(w.text for w in p.words)) for p in theirs]


@pytest.mark.parametrize("variant", ["standard", "large", "dyslexia"])
def test_pages(french: LanguagePack, tmp_path: Path, variant: str) -> None:
    """No question is cut, nothing outside of the margins, no empty page, letter and number on each."""
    deck = make_long_deck(20)
    pages = read(to_pdf.export(deck, french, Options(versions=2, variant=variant, paper="letter")), tmp_path)
    check_pages(pages, deck, "letter", lettered=True)
    check_questions(pages, deck, 2)
    assert "Fin du questionnaire · version B" in " ".join(page.text for page in pages)


def test_same_bytes(deck: Deck, french: LanguagePack) -> None:
    """The same deck gives the same file."""
    assert to_pdf.export(deck, french, Options()) == to_pdf.export(deck, french, Options())


def test_key_apart(deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The key is a file of its own."""
    options = Options(key="apart")
    (sheet,) = read(to_pdf.export(deck, french, options), tmp_path)
    (key,) = read(to_pdf.export_more(deck, french, options)[".key.pdf"], tmp_path)
    assert "Corrigé" in key.text and "Corrigé" not in sheet.text


def test_hostile_texts(nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Texts that try to break out are printed as they are."""
    pages = read(to_pdf.export(nasty_deck, french, Options(handout_cards=40)), tmp_path)
    assert any("onerror=" in page.text for page in pages)


def test_missing_library(deck: Deck, french: LanguagePack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without WeasyPrint, or without Pango, one message says what to do."""
    for error, message in (
        (ImportError("no"), "which is not installed. Install it with `pip install 'quizgen"),
        (OSError("no"), "finds no Pango on this computer."),
    ):
        real = builtins.__import__

        def refuse(name: str, *rest: Any, error: Exception = error, real: Any = real) -> Any:
            if name == "weasyprint":
                raise error
            return real(name, *rest)

        monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
        with monkeypatch.context() as patch, pytest.raises(QuizgenError) as caught:
            patch.setattr(builtins, "__import__", refuse)
            to_pdf.export(deck, french, Options())
        assert message in str(caught.value)
