"""Stage 1 of 6: file, folder, address or standard input -> Article.

One module here for each place that an article comes from (each says what it `accepts`), one in kinds/ for each kind of file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.articles.cleaning import clean_article, make_slug
from quizgen.articles.file import accepts as is_file
from quizgen.articles.file import split_part
from quizgen.articles.folder import accepts as is_folder
from quizgen.articles.folder import is_deck, list_articles
from quizgen.articles.kinds import Content, RawArticle, read_content
from quizgen.errors import ArticleError
from quizgen.model import Article


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the user said on the command line, before anything found in the source; empty means « find out »."""

    lang: str = "auto"
    title: str = ""
    date: str = ""


def read_article(source: str, wishes: Wishes) -> Article:
    """The article at `source`: a file, a deck folder, an address, or « - » for standard input.

    Raises ArticleError if there is nothing to read there.
    """
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        place = importlib.import_module(f"{__name__}.{module.name}")
        if hasattr(place, "accepts") and place.accepts(source):
            raw: RawArticle = place.read_raw(source)
            return clean_article(raw, lang=wishes.lang, title=wishes.title, date=wishes.date)
    raise ArticleError("cannot tell what kind of source this is.", where=source, todo="Give a file, a deck folder, an address, or -.")


def read_given(content: Content, wishes: Wishes) -> Article:
    """The article in bytes that were read elsewhere. Raises ArticleError."""
    return clean_article(read_content(content), lang=wishes.lang, title=wishes.title, date=wishes.date)


def list_sources(sources: Sequence[str]) -> Iterator[str | ArticleError]:
    """`sources`, with the articles of each folder that is no deck in its place, or the error that says why there are none."""
    for source in sources:
        if not is_folder(source) or is_deck(source):
            yield source
            continue
        try:
            yield from list_articles(source)
        except ArticleError as error:
            yield error


def guess_slug(source: str) -> str:
    """The slug that the article at `source` will have unless it names another, or empty if only its title tells."""
    if is_folder(source):
        return make_slug(Path(source).resolve().name)
    if not is_file(source):
        return ""
    path, part = split_part(source)
    return make_slug(f"{path.stem}-{part}" if part else path.stem)
