"""Numbers and dates in English words or digits -> their values, and other values of the same make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs.en.forms import dates
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.nearness import Amount, dates_near, size_of_date, values_near, vary_amount, words_near

DIGITS = re.compile(r"(?<![\w.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
OPENING = re.compile(r"^(?:the |in |on |since |for |a |an |by |to |at |[$€£¥])+", re.I)
# The result of a match (of each set: « 3-6, 7-6 (7-4), 6-2 »), and that of a vote: « 4–2 », « 214 votes to 98 ».
SETS = r"\d[-–]\d(?: \(\d{1,2}[-–]\d{1,2}\))?(?:, \d[-–]\d(?: \(\d{1,2}[-–]\d{1,2}\))?)+"
SCORE = re.compile(rf"{SETS}|\d{{1,3}}[-–]\d{{1,3}}")
BALLOT = re.compile(r"(?i)\d[\d,]*(?: votes?)? (?:to|–) \d[\d,]*(?: votes?)?")
SCALES = {"thousand": 1e3, "k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}


def read_amount(text: str) -> Amount | None:
    """The one number of `text`, or None if there is none or several."""
    found = [Amount(start=m.start(), end=m.end(), value=_value(m.group()), digits=True) for m in DIGITS.finditer(text)]
    if not found:
        values = word_values()
        spelled = [m for m in re.finditer(r"[a-z]+(?:-[a-z]+)?", text, re.I) if m.group().lower() in values]
        found = [Amount(start=m.start(), end=m.end(), value=values[m.group().lower()], digits=False) for m in spelled]
    return found[0] if len(found) == 1 else None


def _value(written: str) -> float:
    return float(written.replace(",", ""))


def word_values() -> dict[str, float]:
    """Every number word with its value: « seven », « forty »."""
    words = read_words("distractors")
    values = {word: float(n) for n, word in enumerate(words["numbers"], start=2)}
    return values | {word: 10.0 * n for n, word in enumerate(words["tens"], start=2)}


def magnitude(text: str) -> float | None:
    """The value of a text that is a number (with its unit) or a date, or None: dates count days, 3 million is 3e6."""
    bare = OPENING.sub("", _without_approximation(text.strip()))
    found = dates.find_date(bare)
    if found and found[1] == 0 and found[2] == len(bare):
        return size_of_date(found[0])
    amount = read_amount(bare)
    if amount is None or amount.start:
        return None
    following = re.match(r"[ -]*([a-z]+)", bare[amount.end :], re.I)
    return amount.value * SCALES.get(following.group(1).lower() if following else "", 1)


def _without_approximation(text: str) -> str:
    for words in sorted(word_set("grammar", "approximations"), key=len, reverse=True):
        text = re.sub(rf"^{re.escape(words)}\s+", "", text, flags=re.I)
    return text


def is_bound(text: str) -> bool:
    """Whether words before a number make others right as well: « more than 3,000 »."""
    return any(re.search(rf"\b{re.escape(words)}\b", text, re.I) for words in word_set("distractors", "bounds"))


def other_amounts(text: str) -> Iterator[tuple[str, float]]:
    """`text` with other numbers of the same order and roundness, and how near (0..1) each comes to its own."""
    amount = read_amount(text)
    degrees = amount is not None and text[amount.end :].lstrip().startswith(("°", "degree"))  # no quarter more of them
    if amount is None or amount.value < 2 or is_bound(text) or degrees:
        return
    percent = text[amount.end :].lstrip().startswith(("%", "per cent", "percent"))
    written = text[amount.start : amount.end]
    yield from vary_amount(text, amount, _other_digits(written) if amount.digits else _other_words(written.lower()), percent=percent)


def _other_digits(written: str) -> Iterator[tuple[str, float]]:
    """« 4,000 » -> « 1,000 », …, « 7,000 »."""
    decimals = len(written.partition(".")[2])
    grouped = not re.fullmatch(r"\d{4,}(?:\.\d+)?", written)
    for value in values_near(int(re.sub(r"\D", "", written)), decimals):
        whole, rest = divmod(value, 10**decimals)
        tail = f".{rest:0{decimals}}" if decimals else ""
        yield (f"{whole:,}" if grouped else str(whole)) + tail, value / 10**decimals


def _other_words(written: str) -> Iterator[tuple[str, float]]:
    words = read_words("distractors")
    return words_near(written, [words[key] for key in ("numbers", "tens")], word_values())


def other_dates(text: str, told: str) -> Iterator[tuple[str, float]]:
    """`text` with other dates of the same precision and how near each is; few on the other side of the day `told` (`dates_near`)."""
    found = dates.find_date(text)
    if found is None:
        return
    iso, start, end = found
    for other, near in dates_near(iso, told):
        yield f"{text[:start]}{dates.say_date(other)}{text[end:]}", near
