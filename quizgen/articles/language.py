"""Text -> its language pack, or an error that names its language and those that are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from quizgen.errors import ArticleError
from quizgen.langs import LanguagePack, find_packs, get_pack

# Function words fill over 0.35 of prose in the pack's language, under 0.15 of a neighbour's: between the two, the library is asked.
PLAIN, DOUBTFUL, FOREIGN = 0.35, 0.2, 0.15
FEWEST = 20  # words from which a share tells something
MIXED = 0.25  # of the words in other languages make a mixed text
SAMPLE = 2000  # words at the head of a text


def list_words(text: str) -> list[str]:
    """The words of `text` in lower case, without digits."""
    return re.findall(r"[^\W\d_]+", text.lower())


def choose_pack(text: str, where: str) -> LanguagePack:
    """The pack of the language of `text`. Raises ArticleError if it is in none that is installed."""
    words = list_words(text)[:SAMPLE]
    if not words:
        raise ArticleError("has no words.", where=where, todo="Give the text of an article, or name its language with --lang.")
    shares = {code: pack.share_of_function_words(words) for code, pack in find_packs().items()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= PLAIN and len(words) >= FEWEST:
        return get_pack(best)
    code = identify(text)
    if code in shares:
        return get_pack(code)
    if shares[best] >= DOUBTFUL:
        return get_pack(best)
    what = f"this seems to be {name_language(code)}; what is read: {', '.join(pack.name for pack in find_packs().values())}."
    raise ArticleError(what, where=where, todo="If it is one of these, name it with --lang.")


def find_foreign(paragraphs: Sequence[str], pack: LanguagePack, where: str) -> frozenset[int]:
    """Which paragraphs are not in the language of `pack`. Raises ArticleError if they are a good part of the text."""
    counts = [list_words(paragraph) for paragraph in paragraphs]
    doubtful = [n for n, words in enumerate(counts) if len(words) >= FEWEST and pack.share_of_function_words(words) < FOREIGN]
    foreign = {n: code for n in doubtful if (code := identify(paragraphs[n])) != pack.code}
    share = sum(len(counts[n]) for n in foreign) / max(1, sum(map(len, counts)))
    if share >= MIXED:
        names = ", ".join(sorted({name_language(code) for code in foreign.values()}))
        what = f"{share:.0%} of this text is not {pack.name} but seems to be {names}."
        raise ArticleError(what, where=where, todo=f"Give it in one language, or name the language of all of it with --lang {pack.code}.")
    return frozenset(foreign)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.5 s with its table, for doubtful texts alone

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def identify(text: str) -> str:
    """The code of the language that `text` is most likely in."""
    code: str = _identifier().classify(text[:20_000])[0]
    return code


def name_language(code: str) -> str:
    """The English name of a language."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).english_name or code
    except (UnknownLocaleError, ValueError):
        return f"another language ({code})"
