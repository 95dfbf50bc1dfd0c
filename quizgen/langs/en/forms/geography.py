"""Countries in English: their names (CLDR) with or without an article, and their adjectives."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from quizgen.langs.en.lexicon import read_words

_NO_COUNTRIES = ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")  # groups and places that CLDR lists beside the countries
_WITH_ARTICLE = re.compile(
    r"(?i)(united|union|czech republic|dominican republic|central african|democratic|republic|netherlands|philippines|bahamas|gambia|maldives)"
    r"|.* (islands|republic|emirates)$|u\.?[sk]\.?a?\.?$|uae$"
)


@dataclass(frozen=True, kw_only=True)
class Country:
    """A country by its ISO 3166 code; `article` is « the » or empty."""

    code: str
    name: str
    article: str


@lru_cache(maxsize=8192)  # the same few hundred words, compared many times in an article
def plain(name: str) -> str:
    """`name` for comparison: lower case, no accents, straight apostrophes, no hyphens, no article before it."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("-", " ").strip()
    return text.removeprefix("the ")


@cache
def _codes() -> dict[str, str]:
    names = {plain(name): code for code, name in Locale("en").territories.items() if re.fullmatch("[A-Z]{2}", code)}
    names |= {plain(name): code for name, code in read_words("countries")["other_names"].items()}
    return {name: code for name, code in names.items() if code not in _NO_COUNTRIES}


@cache
def _demonyms() -> dict[str, str]:
    return {plain(word): code for code, words in read_words("countries")["demonyms"].items() for word in words}


def find_country(name: str) -> Country | None:
    """The country called `name`, or None."""
    code = _codes().get(plain(name))
    if code is None or (not name[:1].isupper() and not name.startswith("the ")):
        return None
    bare = name.removeprefix("the ").removeprefix("The ")
    return Country(code=code, name=bare, article="the" if _WITH_ARTICLE.match(bare) else "")


def is_demonym(word: str) -> bool:
    """Whether a word says of which country somebody or something is: « Norwegian », « Danes »."""
    return word[:1].isupper() and plain(word) in _demonyms()


def country_of_adjective(word: str) -> str | None:
    """The ISO code of the country that an adjective names, or None."""
    return _demonyms().get(plain(word)) if word[:1].isupper() else None
