"""A folder -> RawArticle if it is a deck (article.md inside), else the list of the articles in it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from quizgen.articles.file import read_raw as read_file
from quizgen.articles.kinds import RawArticle, list_suffixes
from quizgen.errors import ArticleError

ARTICLE = "article.md"


def accepts(source: str) -> bool:
    """Any folder."""
    return source != "-" and os.path.isdir(source)


def is_deck(folder: str) -> bool:
    """Whether `folder` holds one article with its deck, not several articles."""
    return os.path.isfile(os.path.join(folder, ARTICLE))


def read_raw(source: str) -> RawArticle:
    """Read article.md of the folder; its slug is the folder's name. Raises ArticleError if there is none."""
    path = Path(source) / ARTICLE
    if not path.is_file():
        raise ArticleError(f"this folder is no deck: it has no {ARTICLE}.", where=source, todo=f"Put the article into {path}.")
    return replace(read_file(str(path)), slug=Path(source).resolve().name)


def list_articles(folder: str) -> tuple[str, ...]:
    """The articles and deck folders that lie in `folder`, by name. Raises ArticleError if there are none or it cannot be listed."""
    try:
        entries = sorted((e for e in os.scandir(folder) if not e.name.startswith(".")), key=lambda e: e.name)
    except OSError as error:
        raise ArticleError(f"cannot be listed: {error.strerror}.", where=folder, todo="Check its permissions.") from error
    suffixes = list_suffixes()
    found = tuple(e.path for e in entries if (is_deck(e.path) if e.is_dir() else e.name.lower().endswith(suffixes)))
    if not found:
        todo = f"Put the article into {Path(folder) / ARTICLE}, or articles ({', '.join(suffixes)}) beside each other."
        raise ArticleError(f"this folder holds no article and no {ARTICLE}.", where=folder, todo=todo)
    return found
