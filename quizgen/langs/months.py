"""A month or a year told by the day of writing -> its ISO date, in any language."""

from __future__ import annotations

MONTHS_OF_SEASON = 3


def shifted(anchor: str, *, years: int = 0, months: int | None = None) -> str | None:
    """The year, or the month if `months` is given, that lies so far from `anchor` (an ISO date); None where `anchor` is less precise."""
    if not anchor or (months is not None and anchor.count("-") < 1):
        return None
    if months is None:
        return str(int(anchor[:4]) + years)
    number = int(anchor[:4]) * 12 + int(anchor[5:7]) - 1 + months
    return f"{number // 12}-{number % 12 + 1:02}"


def near_month(month: int, anchor: str, *, ahead: bool, here_too: bool = False) -> str | None:
    """The next or last `month` (1..12) from `anchor`; the month of writing itself if `here_too`."""
    if anchor.count("-") < 1:
        return None
    here, beyond = int(anchor[5:7]), 0 if here_too else 1
    year = int(anchor[:4]) + ((month < here + beyond) if ahead else -(month > here - beyond))
    return f"{year}-{month:02}"


def year_of_season(first: int, day: str, *, ahead: bool, other: bool) -> int:
    """The year of the season whose first month is `first`, told on the ISO `day` with its month as one to come or one that has been.

    `other`: not the one that it is then, « next spring », « au printemps dernier ».
    """
    year, month = int(day[:4]), int(day[5:7])
    if ahead:
        return year + (month > first + MONTHS_OF_SEASON or (other and month >= first))
    return year - (month < first or (other and month < first + MONTHS_OF_SEASON))
