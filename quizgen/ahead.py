"""Several article files -> their documents, a handful analysed together when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby

from quizgen.articles import Wishes, read_article
from quizgen.articles.file import accepts as is_file
from quizgen.document import read_documents
from quizgen.langs import get_pack
from quizgen.model import Article, Document

HANDFUL = 16  # articles: enough words for a full trip through the models, few enough that the first deck comes soon


class Ahead:
    """The documents of `sources`. What is no file, or goes wrong, is left to those who ask: they go the ordinary way and meet the error there."""

    def __init__(self, sources: Sequence[str], wishes: Wishes, model: str = "") -> None:
        self.left = [source for source in sources if is_file(source)]
        self.wishes, self.model = wishes, model
        self.found: dict[str, Document] = {}

    def take(self, source: str) -> Document | None:
        """The document of `source`, once; None if it is not to be had here."""
        if source in self.left:
            first = self.left.index(source)
            group, self.left = self.left[first : first + HANDFUL], self.left[first + HANDFUL :]
            self.found = dict(self._analyse(group))
        return self.found.pop(source, None)

    def _analyse(self, sources: Sequence[str]) -> Iterator[tuple[str, Document]]:
        articles: list[tuple[str, Article]] = []
        for source in sources:
            with suppress(Exception):
                articles.append((source, read_article(source, self.wishes)))
        for lang, same in groupby(articles, key=lambda pair: pair[1].lang):
            names, group = zip(*same, strict=True)
            with suppress(Exception):
                yield from zip(names, list(read_documents(group, get_pack(lang), self.model)), strict=True)
