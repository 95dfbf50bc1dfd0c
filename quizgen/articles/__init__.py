"""Stage 1 of 6: file, folder or standard input -> Article. One module per kind of input; each says what it accepts."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass

from quizgen.articles.cleaning import RawArticle, clean_article
from quizgen.errors import ArticleError
from quizgen.model import Article


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the user said on the command line, before anything found in the source; empty means « find out »."""

    lang: str = "auto"
    title: str = ""
    date: str = ""


def read_article(source: str, wishes: Wishes) -> Article:
    """The article at `source`: a text or Markdown file, a deck folder, or « - » for standard input.

    Raises ArticleError if there is nothing to read there.
    """
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        reader = importlib.import_module(f"{__name__}.{module.name}")
        if hasattr(reader, "accepts") and reader.accepts(source):
            raw: RawArticle = reader.read_raw(source)
            return clean_article(raw, lang=wishes.lang, title=wishes.title, date=wishes.date)
    raise ArticleError("cannot tell what kind of source this is.", where=source, todo="Give a .txt or .md file, a deck folder, or -.")
