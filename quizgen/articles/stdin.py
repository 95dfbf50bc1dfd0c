"""Standard input (« - ») -> RawArticle."""

from __future__ import annotations

import sys

from quizgen.articles.kinds import Content, RawArticle, read_content
from quizgen.articles.limits import MAX_BYTES


def accepts(source: str) -> bool:
    """« - » alone."""
    return source == "-"


def read_raw(source: str) -> RawArticle:
    """Read all of standard input, of any kind; text is taken as Markdown, the slug comes from the title. Raises ArticleError."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return read_content(Content(data=data, where="standard input", suffix=".md"))
