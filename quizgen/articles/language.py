"""Text -> its language pack, or an error that names its language and those that are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from quizgen.errors import ArticleError
from quizgen.langs import LanguagePack, find_packs, get_pack

# Measured on 90 French articles: function words fill 0.38 to 0.50 of each, 0.29 and more of a paragraph. Spanish reaches 0.37 with
# those that it shares, so telltales, which it does not share, must fill 0.05 too (French articles: over 0.08).
PLAIN, TELLING, DOUBTFUL = 0.35, 0.05, 0.2
DOUBTED = 0.03  # of telltales in a paragraph: one French paragraph in a hundred has fewer, and then the library is asked
FEWEST = 20  # words from which a share tells something
MIXED = 0.25  # of the words in other languages make a mixed text
SAMPLE = 2000  # words at the head of a text
QUOTED = re.compile(r"«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\"")


def list_words(text: str) -> list[str]:
    """The words of `text` in lower case, without digits."""
    return re.findall(r"[^\W\d_]+", text.lower())


def leave_quotations(text: str) -> str:
    """`text` without what it quotes, which may be in any language; whole where next to nothing would be left."""
    told = QUOTED.sub(" ", text)
    return told if len(list_words(told)) >= FEWEST else text


def share_of_telltales(words: Sequence[str], pack: LanguagePack) -> float:
    """How many of `words` only the language of `pack` has, 0..1."""
    return sum(word in pack.page.telltales for word in words) / max(1, len(words))


def choose_pack(text: str, where: str) -> LanguagePack:
    """The pack of the language that `text` tells in, whatever it quotes. Raises ArticleError if it is in none that is installed."""
    text = leave_quotations(text)
    words = list_words(text)[:SAMPLE]
    if not words:
        raise ArticleError("has no words.", where=where, todo="Give the text of an article, or name its language with --lang.")
    shares = {code: pack.share_of_function_words(words) for code, pack in find_packs().items()}
    best = max(shares, key=lambda code: shares[code])
    telling = share_of_telltales(words, get_pack(best)) >= TELLING
    if len(words) >= FEWEST and shares[best] >= PLAIN and telling:
        return get_pack(best)
    code = identify(text)
    if code in shares:
        return get_pack(code)
    if shares[best] >= DOUBTFUL and telling:
        return get_pack(best)
    what = f"this seems to be {name_language(code)}; what is read: {', '.join(pack.name for pack in find_packs().values())}."
    raise ArticleError(what, where=where, todo="If it is one of these, name it with --lang.")


def find_foreign(paragraphs: Sequence[str], pack: LanguagePack, where: str) -> frozenset[int]:
    """Which paragraphs are not in the language of `pack`. Raises ArticleError if they are, quotations aside, a good part of the text."""
    told = [leave_quotations(paragraph) for paragraph in paragraphs]
    words = [list_words(text) for text in told]
    doubtful = [n for n, found in enumerate(words) if len(found) >= FEWEST and share_of_telltales(found, pack) < DOUBTED]
    foreign = {n: code for n in doubtful if (code := identify(told[n])) != pack.code}
    share = sum(len(list_words(QUOTED.sub(" ", paragraphs[n]))) for n in foreign) / max(1, sum(map(len, words)))
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
