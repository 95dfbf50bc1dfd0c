"""A number, a date or a named thing -> others near to it, of the same roundness, precision or kind: what a wrong option may be, in any language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizgen.model import Entity

# Of a number, the step to the next wrong one: far enough to be wrong, near enough to be thought of, and not always the same,
# lest the right one be known as a multiple of the step.
SHARES = (0.13, 0.15, 0.17, 0.19, 0.21, 0.23, 0.25)
REACH = 3  # wrong values to each side, so that the right one may stand at any place among four
WEEK = 7
NEAR_OWN, NEAR_DATA = 0.7, 0.4  # what the article names comes nearer to the answer than what it does not


@dataclass(frozen=True, kw_only=True)
class Amount:
    """A number inside a text: where it stands (half-open), its value, and whether it is in digits."""

    start: int
    end: int
    value: float
    digits: bool


def other_things(entity: Entity, own: Iterable[Entity], data: Iterable[Entity], plain: Callable[[str], str]) -> Iterator[tuple[Entity, float]]:
    """Things other than `entity`, each once, and how near it comes: the article's `own`, then those from `data`; `plain` makes names alike."""
    found = [*((e, NEAR_OWN) for e in own), *((e, NEAR_DATA) for e in data)]
    unique = {plain(e.name): (e, near) for e, near in reversed(found) if plain(e.name) != plain(entity.name)}
    yield from reversed(unique.values())


def vary_amount(text: str, amount: Amount, others: Iterable[tuple[str, float]], *, percent: bool) -> Iterator[tuple[str, float]]:
    """`text` with each of the `others` (words, value) for its `amount`, and how near (0..1) it comes; no share over a hundred for one under it."""
    for written, value in others:
        if value >= 2 and not (percent and value > 100 >= amount.value):
            yield f"{text[: amount.start]}{written}{text[amount.end :]}", 1 - min(1.0, abs(value - amount.value) / amount.value)


def words_near(written: str, series: Iterable[Sequence[str]], values: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """« thirty » -> « twenty », « forty »…: the neighbours, with their value, in the one of the `series` that has the word."""
    row = next((row for row in series if written in row), ())
    at = row.index(written) if row else 0
    yield from ((word, values[word]) for word in row[max(0, at - REACH) : at + REACH + 1] if word != written)


def size_of_date(iso: str) -> float:
    """An ISO date as a number of days, by which dates are put in order."""
    return float(day_of(iso).toordinal())


def values_near(whole: int, decimals: int) -> Iterator[int]:
    """4000 -> 1000, …, 7000: the last digit that is not zero moves by steps of a sixth or so.

    `whole` is the number times ten to the power of `decimals`, and so are the values: 72 with one decimal is 7.2.
    """
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
            yield value


def dates_near(iso: str, told: str) -> Iterator[tuple[str, float]]:
    """Other ISO dates of the same precision and how near (0..1) each is.

    `told` is the ISO date of the telling, or empty. What lies before it is past, what lies after it is to come, and the wrong dates
    lie on the same side: few on the other, of years none. A few, lest the last (or first) option always be the right one.
    """
    others = _around(iso, told)
    beyond = [other for other in others if told and _lies_beyond(other, iso, told)]
    spared = beyond[: int(iso[-2:]) % REACH] if "-" in iso else []
    for near, other in enumerate(others, start=1):
        if other not in beyond or other in spared:
            yield other, 1 - near / (2 * REACH + 1)


def _lies_beyond(other: str, iso: str, told: str) -> bool:
    """Whether the telling lies between `iso` and `other`."""
    if day_of(iso) > day_of(told, end=True):
        return day_of(other, end=True) < day_of(told)
    return day_of(other) > day_of(told, end=True)


def _around(iso: str, last: str) -> list[str]:
    """Dates about `iso`, the nearest first: weeks for a day, months for a month, years for a year (decades for one long ago)."""
    steps = [sign * i for i in range(1, REACH + 1) for sign in (-1, 1)]
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return [(day_of(iso) + timedelta(days=WEEK * i)).isoformat() for i in steps]
    if len(parts) == 2:
        months = [parts[0] * 12 + parts[1] - 1 + i for i in steps]
        return [f"{m // 12}-{m % 12 + 1:02}" for m in months]
    ago = int(last[:4]) - parts[0] if last else 0
    stride = 10 if ago > 100 else 5 if ago > 30 else 2 if ago > 10 else 1
    return [str(parts[0] + stride * i) for i in steps]


def day_of(iso: str, *, end: bool = False) -> date:
    """The first day of an ISO date, or its last."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if not end or day:
        return date(year, month or 1, day or 1)
    return date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1) - timedelta(days=1)
