"""English dates: finding, resolving and saying them, with the precision they have."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from babel import Locale

from quizgen.langs.months import near_month, shifted, year_of_season

_LOCALE = Locale("en")
MONTHS = {name.lower(): n for n, name in _LOCALE.months["format"]["wide"].items()}
SHORT = {name.lower().rstrip("."): n for n, name in _LOCALE.months["format"]["abbreviated"].items()} | {"sept": 9}
PARTS_OF_DAY = ("night", "morning", "afternoon", "evening", "eve")
WEEKDAYS = tuple(name.lower() for _, name in sorted(_LOCALE.days["format"]["wide"].items()))
_NAMES = [name.capitalize() for name in MONTHS]
_MONTH = "|".join(_NAMES)
_SHORT_MONTH = "|".join([*_NAMES, *(rf"{name.capitalize()}\.?" for name in SHORT if name not in MONTHS)])
_DAY = "|".join(name.capitalize() for name in WEEKDAYS)
_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_LEAD = rf"(?:(?:{_DAY}),? )?(?:the )?"
# Written both ways: « March 8, 2020 » and « 8 March 2020 ».
_MONTH_FIRST = rf"{_LEAD}({_SHORT_MONTH}) {_NUMBER}(?!\d|:)(?:,? (\d{{4}})(?!\d))?"
_DAY_FIRST = rf"{_LEAD}{_NUMBER}(?: of)? ({_SHORT_MONTH})(?:,? (\d{{4}})(?!\d))?"
_MONTH_YEAR = rf"({_SHORT_MONTH})(?: of)?,? (\d{{4}})(?!\d)"
FIRST, SECOND, THIRD = (re.compile(rf"\b{p}") for p in (_MONTH_FIRST, _DAY_FIRST, _MONTH_YEAR))
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}  # the first month of each
SHORTLY = 3  # days back for which nobody says « last »
YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b(?!s)")
ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_HEADER = re.compile(r"(?i)^\s*date\s*:?\s*(\d{4}(?:-\d{2}){0,2})\b\s*")
_STAMP = re.compile(r"(?i)^(?:published|posted|updated|last updated)(?: on)?:? ")
_DATELINE = re.compile(
    rf"^\s*(?:[A-Z][\w’'.]*(?:,? [A-Z][\w’'.]*){{0,4}},?\s+(?:\([^)]{{1,30}}\)\s+)?)?"
    rf"((?:{_MONTH_FIRST})|(?:{_DAY_FIRST}))\s*(?:\([^)]{{1,30}}\))?\s*(?:[-–—]+|:)\s+"
)


def read_date(text: str) -> str | None:
    """The ISO date that the whole of `text` is, or None: « March 8, 2020 » -> 2020-03-08."""
    text = _STAMP.sub("", text.strip()).rstrip(".")
    if m := ISO.fullmatch(text):
        return text if m.group(2) is None or _is_real(m.group(1), int(m.group(2)), m.group(3) or "") else None
    text = re.sub(r",? (?:at )?\d{1,2}[:.]\d{2}.*$", "", text)  # the hour of a stamp
    parts = _parts(text)
    return _iso(*parts) if parts and parts[0] else None


def _parts(text: str) -> tuple[str, str, str] | None:
    """(year or "", month, day or "") of a text that is a date and nothing else."""
    if m := FIRST.fullmatch(text):
        return m.group(3) or "", m.group(1), m.group(2)
    if m := SECOND.fullmatch(text):
        return m.group(3) or "", m.group(2), m.group(1)
    if m := THIRD.fullmatch(text):
        return m.group(2), m.group(1), ""
    return None


def find_units(text: str) -> list[tuple[int, int]]:
    """Offsets of the dates of `text` that must be one word: « Wednesday, July 4 », « 18 March 1962 », « March 2019 »."""
    found: list[tuple[int, int]] = []
    for pattern in (FIRST, SECOND, THIRD):
        found += [m.span() for m in pattern.finditer(text) if not any(s < m.end() and m.start() < e for s, e in found)]
    return sorted(found)


def resolve_date(text: str, anchor: str) -> str | None:
    """The ISO date of a date unit; its year, if not said, is that which brings it nearest to `anchor` (an ISO date).

    None without a year and an anchor of month precision.
    """
    parts = _parts(text.strip())
    if parts is None:
        return None
    year, month, day = parts
    if year:
        return _iso(year, month, day)
    if anchor.count("-") < 1:
        return None
    distance = _month_number(month) - int(anchor[5:7])
    shift = 1 if distance < -6 else -1 if distance > 6 else 0
    return _iso(str(int(anchor[:4]) + shift), month, day)


def yearless(text: str) -> str | None:
    """« 8 March » for a day whose year is not said, or None."""
    parts = _parts(text.strip())
    return f"{int(parts[2])} {_full_month(parts[1])}" if parts and not parts[0] and parts[2] else None


_SMALL = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)) | {"a": 1, "an": 1}
_AGO = re.compile(rf"(?:about |around |some |nearly |almost )?(\d+|{'|'.join(_SMALL)}) (years?|months?) ago")
_SHIFT = re.compile(r"(?:earlier |later )?(last|this|next|earlier this|later this) (year|month)")
_NEAR_MONTH = re.compile(rf"(?i)(?:(last|next|this|late|early|mid) )?({_MONTH})")
_NEAR_DAY = re.compile(rf"(?i)(?:(last|next|this|late|early) )?({_DAY})(?: (?:{'|'.join(PARTS_OF_DAY)}))?")


def resolve_relative(text: str, anchor: str, *, ahead: bool | None) -> str | None:
    """The ISO date of a time told by the day of writing (`anchor`, an ISO date), with the precision that both allow; else None.

    `ahead` says whether the verb looks forward; a bare weekday needs it: « resigned on Tuesday » looks back, « will leave on Tuesday » ahead.
    """
    said = text.lower().strip()
    if match := _SHIFT.fullmatch(said):
        step = {"last": -1, "next": 1}.get(match.group(1), 0)
        return shifted(anchor, months=step) if match.group(2) == "month" else shifted(anchor, years=step)
    if match := _AGO.fullmatch(said):
        back = _SMALL.get(match.group(1)) or int(match.group(1))
        return shifted(anchor, years=-back) if match.group(2)[0] == "y" else shifted(anchor, months=-back)
    if (match := _NEAR_MONTH.fullmatch(said)) and match.group(1) not in ("late", "early", "mid"):
        ahead = {"last": False, "next": True}.get(match.group(1) or "", ahead)
        return None if ahead is None else near_month(MONTHS[match.group(2)], anchor, ahead=ahead, here_too=match.group(1) is None)
    return _near_day(said, anchor, ahead=ahead)


def _near_day(said: str, anchor: str, *, ahead: bool | None) -> str | None:
    """The day that « yesterday » or « Tuesday » is, told on the day `anchor`."""
    if anchor.count("-") != 2:
        return None
    day = date.fromisoformat(anchor)
    fixed = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1, "this morning": 0, "this evening": 0, "this afternoon": 0}
    if said in fixed:
        return (day + timedelta(days=fixed[said])).isoformat()
    match = _NEAR_DAY.fullmatch(said)
    if match is None or match.group(1) == "next":
        return None  # « next Tuesday » is one of two
    ahead = False if match.group(1) == "last" else ahead
    if ahead is None:
        return None
    gap = (WEEKDAYS.index(match.group(2)) - day.weekday()) % 7
    if match.group(1) == "last" and gap == 0:
        gap = 7
        return (day - timedelta(days=gap)).isoformat()
    if match.group(1) == "last" and 7 - gap <= SHORTLY:
        return None  # « last Friday », told on a Saturday, is one of two
    return (day + timedelta(days=gap if ahead else -((7 - gap) % 7))).isoformat()


_PERIODS = (
    re.compile(r"(?:[Ff]rom|[Bb]etween) (?:(?:early|late|mid)[ -])?\d{4} (?:to|until|and|till) (?:(?:early|late|mid)[ -])?\d{4}(?!\d)"),
    re.compile(r"[Ff]rom (?:around |about )?\d{1,4} (?:to|until) (?:around |about )?\d{1,4} (?:BCE?|AD|CE)\b"),
    re.compile(r"\b\d{4}\s?[–-]\s?\d{4}(?!\d)"),
    re.compile(
        rf"(?:[Ff]rom|[Bb]etween) (?:\d{{1,2}} )?(?:{_MONTH}) (?:\d{{1,2}},? )?(?:\d{{4}} )?(?:to|until|and)"
        rf" (?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{1,2}},?)? \d{{4}}"
    ),
    re.compile(rf"(?:[Ii]n |the )*(?:early|late|mid)[ -](?:{_MONTH})(?:,? \d{{4}})"),
    re.compile(r"(?:[Ii]n )?(?:the )?(?:early|late|mid)[ -]\d{4}s?"),
    re.compile(r"(?:[Ii]n |[Dd]uring )?the \d{3}0s"),
    re.compile(r"(?:[Ii]n |[Dd]uring )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+th|first|second|third) century(?: (?:BC|AD|BCE|CE))?"),
    re.compile(r"(?:spring|summer|autumn|fall) \d{4}"),
    re.compile(r"(?:[Ii]n )?(?:the )?(?:northern |southern )?(?:spring|summer|autumn|fall|winter) of \d{4}(?:\s?[–/-]\s?\d{2,4})?"),
)


def is_period(text: str) -> bool:
    """Whether the whole of `text` is a period as `find_period` says it."""
    return any(pattern.fullmatch(text.strip()) for pattern in _PERIODS)


def find_period(text: str, at: int) -> tuple[str, int, int] | None:
    """(words, start, end) of a period in `text` that holds the offset `at`: « from 2002 to 2007 », « the 1990s », « early 2019 »."""
    for pattern in _PERIODS:
        match = next((m for m in pattern.finditer(text) if m.start() <= at < m.end()), None)
        if match is not None:
            return match.group()[:1].lower() + match.group()[1:], match.start(), match.end()
    return None


def resolve_season(season: str, anchor: str, *, ahead: bool | None, other: bool = False) -> str | None:
    """« spring » of the north told on the day `anchor`, of what is to come or has been -> « spring 2017 »; None if unsure.

    `other`: not the one that it is now, « next spring », « last spring ». Winter is left, it has two years.
    """
    first = SEASONS.get(season.lower())
    if first is None or ahead is None or anchor.count("-") < 1:
        return None
    return f"{season.lower()} {year_of_season(first, anchor, ahead=ahead, other=other)}"


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date inside `text` that stands by itself (year known), with its offsets."""
    for pattern in (FIRST, SECOND, THIRD):
        for m in pattern.finditer(text):
            parts = _parts(m.group())
            iso = _iso(*parts) if parts and parts[0] else None
            if iso:
                return iso, m.start(), m.end()
    year = YEAR.search(text)
    return (year.group(1), year.start(), year.end()) if year else None


def is_date(text: str) -> bool:
    """Whether `text` is one date with its year and nothing else: « 5 May 2019 », « 2004 »."""
    found = find_date(text)
    return found is not None and found[1:] == (0, len(text))


def split_dateline(text: str) -> tuple[str, str]:
    """(ISO date or "", the text without it) for « date 2022-01 The… » and « LONDON, July 4, 2012 — The army… »."""
    if (m := _HEADER.match(text)) and read_date(m.group(1)):
        return m.group(1), text[m.end() :]
    if m := _DATELINE.match(text):
        return read_date(m.group(1)) or "", text[m.end() :]
    return "", text


def say_date(date: str) -> str:
    """An ISO date in English words, with no comma that could break a sentence: 2022-01-05 -> « 5 January 2022 »."""
    year, month, day = [*date.split("-"), "", ""][:3]
    name = next((name.capitalize() for name, n in MONTHS.items() if month and n == int(month)), "")
    return " ".join(part for part in (day.lstrip("0"), name, year) if part)


def _month_number(month: str) -> int:
    low = month.lower().rstrip(".")
    return MONTHS.get(low) or SHORT.get(low) or 0


def _full_month(month: str) -> str:
    return next(str(name).capitalize() for name, n in MONTHS.items() if n == _month_number(month))


def _iso(year: str, month: str = "", day: str = "") -> str | None:
    number = _month_number(month) if month else 0
    if (month and not number) or (number and not _is_real(year, number, day)):
        return None
    return "-".join([year, *([f"{number:02}"] if month else []), *([f"{int(day):02}"] if day else [])])


def _is_real(year: str, month: int, day: str) -> bool:
    """Whether the calendar has such a day, or month."""
    return 1 <= month <= 12 and (not day or 1 <= int(day) <= monthrange(int(year), month)[1])
