"""Deck -> printable quiz: one self-contained HTML file, questions first, each version's key on a page of its own."""

from __future__ import annotations

from quizgen.exports import Options
from quizgen.exports.pages import KEYS, SHEETS, render_handout
from quizgen.langs import LanguagePack
from quizgen.model import Deck

SUFFIX = ".html"
KEY_SUFFIX = ".key.html"
SUMMARY = "quiz to print: questions, then the key on a new page"
DEFAULT = True


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The quiz as UTF-8 HTML, with its key if that belongs to the same file."""
    return render_handout(deck, pack, options, *((SHEETS, KEYS) if options.key == "end" else (SHEETS,))).encode()


def export_more(deck: Deck, pack: LanguagePack, options: Options) -> dict[str, bytes]:
    """The key, if it is a file apart."""
    return {KEY_SUFFIX: render_handout(deck, pack, options, KEYS).encode()} if options.key == "apart" else {}
