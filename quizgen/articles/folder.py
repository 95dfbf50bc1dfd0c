"""A deck folder (article.md inside) -> RawArticle."""

from __future__ import annotations

import os
from pathlib import Path

from quizgen.articles.cleaning import RawArticle
from quizgen.articles.file import read_raw as read_file
from quizgen.errors import ArticleError

ARTICLE = "article.md"


def accepts(source: str) -> bool:
    """Any folder."""
    return source != "-" and os.path.isdir(source)


def read_raw(source: str) -> RawArticle:
    """Read article.md of the folder; its slug is the folder's name. Raises ArticleError if there is none."""
    path = Path(source) / ARTICLE
    if not path.is_file():
        raise ArticleError(f"this folder is no deck: it has no {ARTICLE}.", where=source, todo=f"Put the article into {path}.")
    raw = read_file(str(path))
    return RawArticle(text=raw.text, where=raw.where, slug=Path(source).resolve().name, fields=raw.fields)
