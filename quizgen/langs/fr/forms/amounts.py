"""Numbers and dates in words or digits -> their values, and other values of the same make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.typography import NARROW
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.nearness import Amount, dates_near, size_of_date, values_near, vary_amount, words_near

DIGITS = re.compile(r"(?<!\w)\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?")
OPENING = re.compile(r"^(?:le |en |depuis |pendant |une? |les? )+", re.I)
PART_OF_YEAR = re.compile(r"(?i)^(?:début |fin |mi-|au printemps |à l['’](?:été|automne|hiver) )")  # options of one question share it
SCALES = {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9}


def read_amount(text: str) -> Amount | None:
    """The one number of `text`, or None if there is none or several."""
    found = [Amount(start=m.start(), end=m.end(), value=_value(m.group()), digits=True) for m in DIGITS.finditer(text)]
    if found:
        return found[0] if len(found) == 1 else None
    told = ((pattern.search(text), value) for pattern, value in _word_patterns())
    return next((Amount(start=m.start(), end=m.end(), value=value, digits=False) for m, value in told if m is not None), None)


def _value(written: str) -> float:
    return float(re.sub(r"[^\d,]", "", written).replace(",", "."))


@cache
def _word_patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    """What finds each number word, with its value."""
    return tuple((re.compile(rf"(?<![\w-]){word}(?![\w-])", re.I), value) for word, value in _word_values().items())


@cache
def _word_values() -> dict[str, float]:
    """Every number word with its value, the longest first."""
    words = read_words("distractors")
    values = {word: n for n, word in enumerate(words["numbers"], start=2)}
    values |= {word: 10.0 * n for n, word in enumerate(words["tens"], start=2)}
    values |= {word: 10.0 * n for n, word in enumerate(words["collectives"], start=1)}
    return dict(sorted(values.items(), key=lambda item: -len(item[0])))


def magnitude(text: str) -> float | None:
    """The value of a text that is a number (with its unit) or a date, or None: dates count days, 3 millions are 3e6."""
    bare = PART_OF_YEAR.sub("", OPENING.sub("", _without_approximation(text.strip())))
    found = dates.find_date(bare)
    if found and found[1] == 0 and found[2] == len(bare):
        return size_of_date(found[0])
    amount = read_amount(bare)
    if amount is None or amount.start:
        return None
    following = re.match(r"\s*([\w]+)", bare[amount.end :])
    return amount.value * SCALES.get(following.group(1).lower() if following else "", 1)


def _without_approximation(text: str) -> str:
    for opening in _approximations():
        text = opening.sub("", text)
    return text


@cache
def _approximations() -> tuple[re.Pattern[str], ...]:
    """What finds each approximation at the head of a text, the longest first."""
    longest_first = sorted(word_set("grammar", "approximations"), key=lambda words: (-len(words), words))
    return tuple(re.compile(rf"^{re.escape(words)}\s+", re.I) for words in longest_first)


def is_bound(text: str) -> bool:
    """Whether words before a number make others right as well: « plus de 3 000 »."""
    return any(re.search(rf"\b{re.escape(words)}", text, re.I) for words in word_set("distractors", "bounds"))


def other_amounts(text: str) -> Iterator[tuple[str, float]]:
    """`text` with other numbers of the same order and roundness, and how near (0..1) each comes to its own."""
    amount = read_amount(text)
    degrees = amount is not None and text[amount.end :].startswith("°")  # no quarter more of them
    if amount is None or amount.value < 2 or is_bound(text) or degrees:
        return
    percent = text[amount.end :].lstrip().startswith(("%", "pour cent"))
    written = text[amount.start : amount.end]
    yield from vary_amount(text, amount, _other_digits(written) if amount.digits else _other_words(written.lower()), percent=percent)


def _other_digits(written: str) -> Iterator[tuple[str, float]]:
    """« 4 000 » -> « 1 000 », …, « 7 000 »."""
    decimals = len(written.partition(",")[2])
    for value in values_near(int(re.sub(r"\D", "", written)), decimals):
        yield _written(value, decimals, spaced=not re.fullmatch(r"\d{4,}", written)), value / 10**decimals


def _written(value: int, decimals: int, *, spaced: bool) -> str:
    if decimals:
        return f"{value // 10**decimals},{value % 10**decimals:0{decimals}}"
    return f"{value:,}".replace(",", NARROW) if spaced else str(value)


def _other_words(written: str) -> Iterator[tuple[str, float]]:
    words = read_words("distractors")
    return words_near(written, [words[key] for key in ("numbers", "tens", "collectives")], _word_values())


def other_dates(text: str, told: str) -> Iterator[tuple[str, float]]:
    """`text` with other dates of the same precision and how near each is; few on the other side of the day `told` (`dates_near`)."""
    found = dates.find_date(text)
    if found is None:
        return
    iso, start, end = found
    lead = text[:start] + ("le " if text[start:].lower().startswith("le ") else "")  # the pattern of a full date takes the article in
    for other, near in dates_near(iso, told):
        yield f"{lead}{dates.say_date(other)}{text[end:]}", near
