"""An address on the web -> RawArticle: not read yet, said so."""

from __future__ import annotations

from quizgen.articles.cleaning import RawArticle
from quizgen.errors import ArticleError


def accepts(source: str) -> bool:
    """Whatever has a scheme, as https://…"""
    return "://" in source


def read_raw(source: str) -> RawArticle:
    """Raises ArticleError: nothing is fetched."""
    raise ArticleError("addresses are not read yet.", where=source, todo="Save the page as text and give the file.")
