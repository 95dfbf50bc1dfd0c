"""Deck -> the handout as PDF, the same pages as the HTML, by WeasyPrint if it is installed."""

from __future__ import annotations

import logging
from typing import Any

from quizgen.errors import QuizgenError
from quizgen.exports import Options
from quizgen.exports.pages import KEYS, SHEETS, render_handout
from quizgen.langs import LanguagePack
from quizgen.model import Deck

SUFFIX = ".pdf"
KEY_SUFFIX = ".key.pdf"
SUMMARY = "the printable quiz as PDF (needs the extra “pdf”)"


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The quiz as PDF, with its key if that belongs to the same file. Raises QuizgenError if WeasyPrint is missing."""
    return print_pdf(render_handout(deck, pack, options, *((SHEETS, KEYS) if options.key == "end" else (SHEETS,))))


def export_more(deck: Deck, pack: LanguagePack, options: Options) -> dict[str, bytes]:
    """The key, if it is a file apart."""
    return {KEY_SUFFIX: print_pdf(render_handout(deck, pack, options, KEYS))} if options.key == "apart" else {}


def print_pdf(html: str) -> bytes:
    """The pages of `html`; nothing is fetched but what stands in it."""
    weasyprint = import_weasyprint()
    made: bytes = weasyprint.HTML(string=html, url_fetcher=weasyprint.URLFetcher(allowed_protocols=("data",))).write_pdf()
    return made


def import_weasyprint() -> Any:
    """The library, imported when it is needed. Raises QuizgenError if it, or what it draws letters with, is missing."""
    try:
        import weasyprint
    except ImportError as error:
        raise QuizgenError(
            "PDF needs WeasyPrint, which is not installed.",
            todo="Install it with `pip install 'quizgen[pdf]'`, or print the html format from a browser.",
        ) from error
    except OSError as error:
        raise QuizgenError(
            "WeasyPrint finds no Pango on this computer.", todo="Install Pango (Debian: libpangoft2-1.0-0), or print the html format from a browser."
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of every rule that is meant for screens
    return weasyprint
