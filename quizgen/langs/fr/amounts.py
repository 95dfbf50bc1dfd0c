"""Numbers and dates in words or digits -> their values, and other values of the same make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quizgen.langs.fr import dates
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.morphology import NARROW

# Of a number, the step to the next wrong one: far enough to be wrong, near enough to be thought of, and not always the same,
# lest the right one be known as a multiple of the step.
SHARES = (0.13, 0.15, 0.17, 0.19, 0.21, 0.23, 0.25)
REACH = 3  # wrong values to each side, so that the right one may stand at any place among four
WEEK = 7
DIGITS = re.compile(r"(?<!\w)\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?")
OPENING = re.compile(r"^(?:le |en |depuis |pendant |une? |les? )+", re.I)
SCALES = {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9}


@dataclass(frozen=True, kw_only=True)
class Amount:
    """A number inside a text: where it stands (half-open), its value, and whether it is in digits."""

    start: int
    end: int
    value: float
    digits: bool


def read_amount(text: str) -> Amount | None:
    """The one number of `text`, or None if there is none or several."""
    found = [Amount(start=m.start(), end=m.end(), value=_value(m.group()), digits=True) for m in DIGITS.finditer(text)]
    for word, value in _word_values().items():
        if not found and (m := re.search(rf"(?<![\w-]){word}(?![\w-])", text, re.I)):
            found.append(Amount(start=m.start(), end=m.end(), value=value, digits=False))
    return found[0] if len(found) == 1 else None


def _value(written: str) -> float:
    return float(re.sub(r"[^\d,]", "", written).replace(",", "."))


def _word_values() -> dict[str, float]:
    """Every number word with its value, the longest first."""
    words = read_words("distractors")
    values = {word: n for n, word in enumerate(words["numbers"], start=2)}
    values |= {word: 10.0 * n for n, word in enumerate(words["tens"], start=2)}
    values |= {word: 10.0 * n for n, word in enumerate(words["collectives"], start=1)}
    return dict(sorted(values.items(), key=lambda item: -len(item[0])))


def magnitude(text: str) -> float | None:
    """The value of a text that is a number (with its unit) or a date, or None: dates count days, 3 millions are 3e6."""
    bare = OPENING.sub("", _without_approximation(text.strip()))
    found = dates.find_date(bare)
    if found and found[1] == 0 and found[2] == len(bare):
        year, month, day = (int(part) for part in f"{found[0]}-01-01".split("-")[:3])
        return float(date(year, month, day).toordinal())
    amount = read_amount(bare)
    if amount is None or amount.start:
        return None
    following = re.match(r"\s*([\w]+)", bare[amount.end :])
    return amount.value * SCALES.get(following.group(1).lower() if following else "", 1)


def _without_approximation(text: str) -> str:
    for words in sorted(word_set("grammar", "approximations"), key=len, reverse=True):
        text = re.sub(rf"^{re.escape(words)}\s+", "", text, flags=re.I)
    return text


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
    others = _other_digits(text[amount.start : amount.end]) if amount.digits else _other_words(text[amount.start : amount.end].lower())
    for written, value in others:
        if value >= 2 and not (percent and value > 100 >= amount.value):
            yield f"{text[: amount.start]}{written}{text[amount.end :]}", 1 - min(1.0, abs(value - amount.value) / amount.value)


def _other_digits(written: str) -> Iterator[tuple[str, float]]:
    """« 4 000 » -> « 1 000 », …, « 7 000 »: the last digit that is not zero moves by steps of a sixth or so."""
    decimals = len(written.partition(",")[2])
    whole = int(re.sub(r"\D", "", written))
    zeros = 0 if decimals else len(str(whole)) - len(str(whole).rstrip("0"))
    if zeros and whole // 10**zeros < 4:
        zeros -= 1  # from 100 to 75 and 125, not to 200
    base = whole // 10**zeros
    step = max(1, round(base * SHARES[base % len(SHARES)]))
    if decimals and step % 5 == 0:
        step += 1  # else every other one would be a whole number, which nobody writes « 4,0 »
    for i in (*range(-REACH, 0), *range(1, REACH + 1)):
        value = (base + i * step) * 10**zeros
        if value > 0 and not (decimals and value % 10 == 0):
            yield _written(value, decimals, spaced=not re.fullmatch(r"\d{4,}", written)), value / 10**decimals


def _written(value: int, decimals: int, *, spaced: bool) -> str:
    if decimals:
        return f"{value // 10**decimals},{value % 10**decimals:0{decimals}}"
    return f"{value:,}".replace(",", NARROW) if spaced else str(value)


def _other_words(written: str) -> Iterator[tuple[str, float]]:
    """« trente » -> « vingt », « quarante »…: the neighbours in the list that has the word."""
    words = read_words("distractors")
    values = _word_values()
    series = next(words[key] for key in ("numbers", "tens", "collectives") if written in words[key])
    at = series.index(written)
    yield from ((word, values[word]) for word in series[max(0, at - REACH) : at + REACH + 1] if word != written)


def other_dates(text: str, last: str) -> Iterator[tuple[str, float]]:
    """`text` with other dates of the same precision and how near each is; few after `last` (an ISO date, or empty), of years none.

    A few, lest the last option always be the right one for what an article tells of its own day.
    """
    found = dates.find_date(text)
    if found is None:
        return
    iso, start, end = found
    lead = text[:start] + ("le " if text[start:].lower().startswith("le ") else "")  # the pattern of a full date takes the article in
    others = _around(iso, last)
    late = [other for other in others if last and _day_of(other) > max(_day_of(iso), _day_of(last, end=True))]
    spared = late[: int(iso[-2:]) % REACH] if "-" in iso else []
    for near, other in enumerate(others, start=1):
        if other not in late or other in spared:
            yield f"{lead}{dates.say_date(other)}{text[end:]}", 1 - near / (2 * REACH + 1)


def _around(iso: str, last: str) -> list[str]:
    """Dates about `iso`, the nearest first: weeks for a day, months for a month, years for a year (decades for one long ago)."""
    steps = [sign * i for i in range(1, REACH + 1) for sign in (-1, 1)]
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return [(_day_of(iso) + timedelta(days=WEEK * i)).isoformat() for i in steps]
    if len(parts) == 2:
        months = [parts[0] * 12 + parts[1] - 1 + i for i in steps]
        return [f"{m // 12}-{m % 12 + 1:02}" for m in months]
    ago = int(last[:4]) - parts[0] if last else 0
    stride = 10 if ago > 100 else 5 if ago > 30 else 2 if ago > 10 else 1
    return [str(parts[0] + stride * i) for i in steps]


def _day_of(iso: str, *, end: bool = False) -> date:
    """The first day of an ISO date, or its last."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if not end or day:
        return date(year, month or 1, day or 1)
    return date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1) - timedelta(days=1)
