"""Countries in French: their names (CLDR), articles, gender, and adjectives."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from quizgen.langs.fr.forms.morphology import starts_with_vowel
from quizgen.langs.fr.lexicon import read_words, word_set


@dataclass(frozen=True, kw_only=True)
class Country:
    """A country by its ISO 3166 code; `article` is le, la, l’, les or empty."""

    code: str
    name: str
    gender: str
    number: str
    article: str


@lru_cache(maxsize=8192)  # the same few hundred words, compared many times in an article
def plain(name: str) -> str:
    """`name` for comparison: lower case, no accents, straight apostrophes, single hyphens."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return "".join(c for c in text if not unicodedata.combining(c)).replace("-", " ").strip()


@cache
def plain_set(name: str, *keys: str) -> frozenset[str]:
    """`word_set`, its words without accents and capitals."""
    return frozenset(map(plain, word_set(name, *keys)))


@cache
def _codes() -> dict[str, str]:
    names = {plain(name): code for code, name in Locale("fr").territories.items() if re.fullmatch("[A-Z]{2}", code)}
    names |= {plain(name): code for name, code in read_words("countries")["other_names"].items()}
    return {name: code for name, code in names.items() if code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")}


@cache
def _demonyms() -> dict[str, str]:
    words = read_words("countries")
    further = {plain(adjective): code for adjective, code in words["other_demonyms"].items()}
    return {plain(adjective): code for code, adjective in words["demonyms"].items()} | further


def find_country(name: str) -> Country | None:
    """The country called `name`, or None."""
    code = _codes().get(plain(name))
    if code is None:
        return None
    gender, number = _grammar(code, name)
    if code in word_set("countries", "without_article"):
        article = ""
    elif number == "p":
        article = "les"
    else:
        article = "l’" if starts_with_vowel(name) else {"m": "le", "f": "la"}[gender]
    return Country(code=code, name=name, gender=gender, number=number, article=article)


def _grammar(code: str, name: str) -> tuple[str, str]:
    words = read_words("countries")
    own = code not in words["other_names"].values() or plain(name) not in map(plain, words["other_names"])
    if (code in words["plural_masculine"] and own) or plain(name).startswith("etats"):
        return "m", "p"
    if code in words["plural_feminine"]:
        return "f", "p"
    feminine = plain(name).split()[0].endswith("e") and not (own and code in words["masculine_in_e"])
    return ("f" if feminine else "m"), "s"


def is_people(name: str) -> bool:
    """Whether a name is that of the people of a country: « les Portugais », « l’Ukrainienne », « la Suissesse »."""
    return name[:1].isupper() and plain(name) in _peoples()


def is_place_form(word: str) -> bool:
    """Whether a word is the adjective of a country in any of its forms: « russe », « italiennes »."""
    return plain(word) in _peoples()


@cache
def _peoples() -> frozenset[str]:
    """All forms of the names of peoples: masculine, feminine, plural."""
    return frozenset(form for adjective in _demonyms() for form in _forms(adjective)) | {"suissesse", "suissesses"}


def _forms(adjective: str) -> tuple[str, ...]:
    """An adjective of place as masculine, feminine, and their plurals."""
    if adjective in ("turc", "grec"):
        feminine = {"turc": "turque", "grec": "grecque"}[adjective]
    else:
        feminine = f"{adjective}ne" if adjective.endswith(("ien", "éen", "een", "on")) else adjective.rstrip("e") + "e"
    return adjective, f"{adjective}s", feminine, f"{feminine}s"


@cache
def country_of_form(word: str) -> str | None:
    """The ISO code of the country that an adjective names in any of its forms: « anti-américaines », « russe »; None for any other word."""
    bare = plain(word).removeprefix("anti ").removeprefix("anti").removeprefix("pro ")
    return next((code for adjective, code in _demonyms().items() if bare in _forms(adjective)), None)


def is_inhabitant(name: str) -> bool:
    """Whether a name is that of somebody of a country or a region: « l’Ukrainienne », « le Breton »."""
    return name[:1].isupper() and plain(name) in _peoples() | _inhabitants()


@cache
def _inhabitants() -> frozenset[str]:
    return frozenset(form for adjective in _regions() for form in _forms(adjective))


@cache
def _regions() -> frozenset[str]:
    return frozenset(map(plain, word_set("countries", "regions")))


def is_place_adjective(adjective: str) -> bool:
    """Whether an adjective (masculine singular) says of which country or region a thing is."""
    return country_of_adjective(adjective) is not None or plain(adjective) in _regions()


def country_of_adjective(adjective: str) -> str | None:
    """The ISO code of the country that an adjective (masculine singular) names, or None."""
    return _demonyms().get(plain(adjective))
