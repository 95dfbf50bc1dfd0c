"""Standard input (« - ») -> RawArticle."""

from __future__ import annotations

import sys

from quizgen.articles.cleaning import RawArticle
from quizgen.articles.file import MAX_BYTES, parse_source
from quizgen.errors import ArticleError


def accepts(source: str) -> bool:
    """« - » alone."""
    return source == "-"


def read_raw(source: str) -> RawArticle:
    """Read all of standard input, as Markdown or plain text; the slug comes from the title. Raises ArticleError if it is too long or no text."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ArticleError(f"is longer than {MAX_BYTES // 1_000_000} MB.", where="standard input", todo="Split it.")
    return parse_source(data, where="standard input", slug="", markdown=True)
