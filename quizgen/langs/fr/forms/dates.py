"""French dates: reading and saying them, with the precision they have."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale

from quizgen.langs.months import near_month, shifted, year_of_season

_LOCALE = Locale("fr")
MONTHS = {name.lower(): n for n, name in _LOCALE.months["format"]["wide"].items()}
SHORT = {name.lower().rstrip("."): n for n, name in _LOCALE.months["format"]["abbreviated"].items()} | {"fevrier": 2, "aout": 8, "decembre": 12}
WEEKDAYS = tuple(name.lower() for _, name in sorted(_LOCALE.days["format"]["wide"].items()))
DAY_PARTS = ("matin", "matinée", "midi", "après-midi", "soir", "soirée")  # « ce matin »; « cette nuit » may be that before
DAY_ADVERBS = ("hier", "aujourd’hui", "demain")  # told by the day of writing
NEAR = frozenset((*WEEKDAYS, *DAY_PARTS, "hier", "aujourd'hui", "demain"))
_MONTH = "|".join(MONTHS)
_DAY = "|".join(WEEKDAYS)
FULL = re.compile(rf"(?i)(?:(?:le|{_DAY})\s+)*(1er|\d{{1,2}})\s+({_MONTH})\s+(\d{{4}})")
MONTH_YEAR = re.compile(rf"(?i)({_MONTH})\s+(\d{{4}})")
_FOUR_DIGITS = re.compile(r"\d{4}")
YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})")
UNIT = re.compile(rf"(?i)\b(?:(?:(?:{_DAY})\s+)?(?:1er|\d{{1,2}})\s+(?:{_MONTH})(?:\s+\d{{4}})?|(?:{_MONTH})\s+\d{{4}})\b")
PARTS = re.compile(rf"(?i)(?:(?:{_DAY})\s+)?(?:(1er|\d{{1,2}})\s+)?({_MONTH})(?:\s+(\d{{4}}))?")
ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_HEADER = re.compile(r"(?i)^\s*date\s*:?\s*(\d{4}(?:-\d{2}){0,2})\b\s*")
_HEAD_MONTH = "|".join([*MONTHS, *SHORT])
_PLACE = r"(?:[A-ZÀ-Ý][\w’' -]{1,40}(?:\([^)]*\))?,\s+)?(?:publié )?(?:le\s+)?"
_PLACE_AFTER = r"(?:,\s+(?-i:[A-ZÀ-Ý])[\w’' -]{1,30})?"  # « 3 mai 2019, Gao. - Selon… »
_DISPATCH = r"(?:(?-i:[A-ZÀ-Ý])[\w’' -]{1,30}(?:\([^)]{1,30}\))?,\s+)"  # « GAO (Mali), 3 mai 2019 »
_HEAD_DAY = re.compile(
    rf"(?i)(?:{_DISPATCH}|publié |mis à jour )?(?:le )?(?:(?:{_DAY}) )?(1er|\d{{1,2}}) ({_HEAD_MONTH})\.? (\d{{4}})(?: à .*|\s*\([^)]{{1,20}}\))?"
)
_HEAD = rf"(?:(?:le|{_DAY})\s+)*(1er|\d{{1,2}})\s+({_HEAD_MONTH})\.?\s+(\d{{4}})"
_DASH = rf"{_PLACE_AFTER}\s*(?:\([^)]{{1,20}}\))?\s*[.:]?\s*[-–—|]\s*"
_STOP = r"\.\s+(?-i:(?=[A-ZÀ-Ý«]))"  # behind a place and a day, a full stop is enough
_DATELINE = re.compile(rf"(?i)^\s*(?:{_PLACE}{_HEAD}{_DASH}|{_DISPATCH}{_HEAD}{_STOP})")


def read_date(text: str) -> str | None:
    """The ISO date that the whole of `text` is, or None: « 4 juillet 2012 » -> 2012-07-04."""
    text = text.strip().rstrip(".")
    if m := ISO.fullmatch(text):
        return text if m.group(2) is None or _is_real(m.group(1), int(m.group(2)), m.group(3) or "") else None
    if m := _HEAD_DAY.fullmatch(text):
        return _iso(m.group(3), m.group(2), m.group(1))
    if m := MONTH_YEAR.fullmatch(text):
        return _iso(m.group(2), m.group(1))
    return None


def find_units(text: str) -> list[tuple[int, int]]:
    """Offsets of the dates of `text` that must be one word: « mercredi 4 juillet », « 18 mars 1962 », « mars 2019 »."""
    return [m.span() for m in UNIT.finditer(text)]


def resolve_date(text: str, anchor: str, *, ahead: bool = False, behind: bool = False) -> str | None:
    """The ISO date of a date unit; its year, if not said, is that which brings it nearest to `anchor` (an ISO date).

    `ahead` (« le 16 juillet prochain ») allows only dates after it, `behind` none of the year after. None without a year and an anchor of
    month precision.
    """
    match = PARTS.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year = match.groups()
    if year:
        return _iso(year, month, day or "")
    if not day or anchor.count("-") < 1:
        return None
    here = [int(part) for part in anchor.split("-")]
    there = MONTHS[month.lower()]
    distance = there - here[1]
    shift = 1 if (distance < -6 and not behind) or (ahead and distance < 0) else -1 if distance > 6 and not ahead else 0
    iso = _iso(str(here[0] + shift), month, day)
    over = ahead and iso is not None and len(here) > 2 and iso < anchor  # « se tiendra du 2 au 9 août », written on August 20
    return _iso(str(here[0] + shift + 1), month, day) if over else iso


def is_near(text: str) -> bool:
    """Whether `text` is a word that `resolve_near` may know."""
    return text.lower().replace("’", "'") in NEAR


def resolve_near(text: str, anchor: str, *, this: bool) -> str | None:
    """The ISO date of « hier », « demain », « aujourd'hui », « ce mardi », « ce matin » (`this`), where the article's day makes it sure; else None.

    A weekday alone is left: it may look back or ahead.
    """
    if anchor.count("-") != 2:
        return None
    day = date.fromisoformat(anchor)
    word = text.lower().replace("’", "'")
    if word == "hier":
        return (day - timedelta(days=1)).isoformat()
    if word == "demain":
        return (day + timedelta(days=1)).isoformat()
    here = this and (word in DAY_PARTS or (word in WEEKDAYS and WEEKDAYS.index(word) == day.weekday()))
    if word == "aujourd'hui" or here:
        return anchor
    return None


_AGO = re.compile(r"il y a (?:environ )?(\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|un|une) (ans?|mois|jours?|années?)")
_SHIFT = re.compile(r"(?:le |l'|la |cet |cette |ce )?(an|année|mois)(?:-ci)? ?(dernier|dernière|passé|passée|prochain|prochaine)?")
_NEAR_MONTH = re.compile(rf"(?:en )?({_MONTH}) (dernier|prochain)")
_NEAR_DAY = re.compile(rf"(?:(ce|le) )?({_DAY})(?: (?:matin|soir|midi|après-midi|dernier|prochain))*(?: (?:matin|soir))?")
_SMALL = dict(zip("un deux trois quatre cinq six sept huit neuf dix".split(), range(1, 11), strict=True)) | {"une": 1}


def resolve_relative(text: str, anchor: str, *, ahead: bool | None) -> str | None:
    """The ISO date of a time told by the day of writing (`anchor`, an ISO date), with the precision that both allow; else None.

    `ahead` says whether the verb looks forward; a bare weekday needs it: « a démissionné mardi » looks back, « partira mardi » ahead.
    """
    said = text.lower().replace("’", "'").strip()
    if match := _SHIFT.fullmatch(said):
        return _shifted(match.group(1), match.group(2) or "", anchor) if match.group(2) or said.startswith(("cet", "ce ")) else None
    if (match := _AGO.fullmatch(said)) and not match.group(2).startswith("jour"):
        back = _SMALL.get(match.group(1)) or int(match.group(1))
        return shifted(anchor, years=-back) if match.group(2)[0] == "a" else shifted(anchor, months=-back)
    if match := _NEAR_MONTH.fullmatch(said):
        return near_month(MONTHS[match.group(1)], anchor, ahead=match.group(2) == "prochain")
    if said.removeprefix("en ") in MONTHS and ahead is not None:
        return near_month(MONTHS[said.removeprefix("en ")], anchor, ahead=ahead, here_too=True)
    if anchor.count("-") != 2:
        return None
    day = date.fromisoformat(anchor)
    if (match := _NEAR_DAY.fullmatch(said)) is None:
        return None
    if "dernier" in said or "prochain" in said:
        ahead = "prochain" in said
    gap = (WEEKDAYS.index(match.group(2)) - day.weekday()) % 7
    if match.group(1) == "ce" and gap == 0:
        return anchor
    if ahead is None:
        return None
    return (day + timedelta(days=gap if ahead else -((7 - gap) % 7))).isoformat()


_YEARS = re.compile(r"(?:de|entre) (\d{4}) (?:à|et) (\d{4})(?!\d)")
_DAYS = re.compile(rf"(?i)(?:(?:dans|pendant|durant) la nuit )?du (1er|\d{{1,2}})(?: ({_MONTH}))? au (1er|\d{{1,2}}) ({_MONTH})(?: (\d{{4}}))?")
_MONTHS = re.compile(rf"(?i)(?:de|entre) ({_MONTH})(?: (\d{{4}}))? (?:à|et) ({_MONTH})(?: (\d{{4}}))?(?!\w)")
_SEASON = re.compile(r"(?i)(au |à l['’]|cet |cette |l['’]|en )(printemps|été|automne|hiver)(?: (prochain|dernier))?(?! \d)")
_TERM = re.compile(r"(?i)au (premier|deuxième|second|troisième|quatrième) (semestre|trimestre)(?! (?:de )?\d)")
_NIGHT = re.compile(rf"(?i)(?:dans|pendant|durant|au cours de)? ?la nuit de ({_DAY}) à ({_DAY})")
_ORDINALS = {"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4}
EDGES = ("début", "fin")  # of a year or a month
PARTS_OF_CENTURY = (*EDGES, "milieu")
_CENTURY = re.compile(r"(?:à la fin du|au (?:début|milieu) du|dès le|au) [IVX]+(?:e|è|er|ème) siècle")
_EDGE = re.compile(rf"(?i)(?:à la |au )?(début|fin|mi)[ -](?:de )?(?:({_MONTH})(?: (\d{{4}}))?|(\d{{4}}))(?!\d)")


_PERIOD = re.compile(
    r"(de|entre) \d{4} (à|et) \d{4}|du .* au .* \d{4}|(de|entre) .* \d{4}|(la |le )?(début |fin |mi-).*\d{4}|(au |à l’|dans la nuit du ).* \d{4}"
)
# How a word begins that can stand in a period.
_IN_PERIOD = re.compile(
    rf"(?i)\d|(?:de|entre|à|et|du|au|la|en|cet|cette|prochain|dernier|début|fin|mi|printemps|été|automne|hiver|semestre|trimestre|nuit|{_MONTH})(?!\w)|l['’]"
)
_TELLS_TIME = re.compile(rf"(?i)\d|nuit|printemps|été|automne|hiver|{_MONTH}")  # one of these is in every period


@lru_cache(maxsize=16384)  # asked of every word, and words recur
def is_in_periods(word: str) -> bool:
    """Whether `word` is one that periods are made of."""
    return _IN_PERIOD.match(word) is not None


def tells_time(text: str) -> bool:
    """Whether a word of `text` is one that every period has."""
    return _TELLS_TIME.search(text) is not None


def is_century(text: str) -> bool:
    """Whether the whole of `text` is « au XIIe siècle », « à la fin du XIIe siècle »."""
    return _CENTURY.fullmatch(text) is not None


def is_period(text: str) -> bool:
    """Whether the whole of `text` is a period as `find_period` says it."""
    return _PERIOD.fullmatch(text) is not None


def find_period(text: str, at: int, anchor: str, *, ahead: bool | None) -> tuple[str, int, int] | None:
    """(words, start, end) of a period in `text` that holds the offset `at`: « de 2002 à 2007 », « du 2 au 12 août », « fin juin ».

    A year that is not said comes from `anchor`, as for a date.
    """
    for pattern in (_YEARS, _DAYS, _MONTHS, _EDGE, _SEASON, _TERM, _NIGHT):
        match = next((m for m in pattern.finditer(text) if m.start() <= at < m.end()), None)
        if match is not None:
            said = _say_period(pattern, match, anchor, ahead=ahead)
            return (said, match.start(), match.end()) if said else None
    return None


def _say_period(pattern: re.Pattern[str], match: re.Match[str], anchor: str, *, ahead: bool | None) -> str | None:
    words = match.group().lower()
    if pattern is _YEARS:
        return words
    if pattern is _DAYS:
        day, month, year = match.group(3), match.group(4), match.group(5)
        iso = _iso(year, month, day) if year else resolve_date(f"{day} {month}", anchor, ahead=bool(ahead))
        return f"{words} {iso[:4]}" if iso and not year else words if iso else None
    if pattern is _MONTHS:
        return _say_months(match, anchor, ahead=ahead)
    if pattern is _SEASON:
        return _say_season(match, anchor, ahead=ahead)
    if pattern is _NIGHT:
        return _say_night(match, anchor, ahead=ahead)
    if pattern is _TERM:
        term = _year_of_term(match, anchor, ahead=bool(ahead))
        return f"{words} {term}" if term else None
    edge, month, year, alone = match.groups()
    if alone or year:
        return words
    if ahead is None or (iso := near_month(MONTHS[month.lower()], anchor, ahead=ahead, here_too=True)) is None:
        return None
    return f"{'mi-' if edge.lower() == 'mi' else edge.lower() + ' '}{say_date(iso)}"


def _say_night(match: re.Match[str], anchor: str, *, ahead: bool | None) -> str | None:
    """« dans la nuit de vendredi à samedi » -> « dans la nuit du 8 au 9 mars 2019 »."""
    morning = resolve_relative(match.group(2), anchor, ahead=ahead)
    if morning is None:
        return None
    evening = date.fromisoformat(morning) - timedelta(days=1)
    if WEEKDAYS[evening.weekday()] != match.group(1).lower():
        return None
    said = say_date(evening.isoformat()).split()
    kept = said[: 1 if evening.isoformat()[:7] == morning[:7] else 2 if evening.year == int(morning[:4]) else 3]
    return f"dans la nuit du {' '.join(kept)} au {say_date(morning)}"


def _say_months(match: re.Match[str], anchor: str, *, ahead: bool | None) -> str | None:
    """« entre mars et mai » -> « entre mars et mai 2019 »: the last or next ones, if they lie in one year."""
    first, first_year, last, year = match.groups()
    if year or first_year:
        return match.group().lower() if year else None
    if ahead is None or MONTHS[first.lower()] >= MONTHS[last.lower()]:
        return None
    there = near_month(MONTHS[last.lower()], anchor, ahead=ahead, here_too=True)
    return f"{match.group().lower()} {there[:4]}" if there else None


def _year_of_term(match: re.Match[str], anchor: str, *, ahead: bool) -> int | None:
    """The year of « au premier semestre »: of the last one that is over, or the next to begin; None while it lasts, or without a month."""
    if anchor.count("-") < 1:
        return None
    months = 6 if match.group(2).lower() == "semestre" else 3
    last = _ORDINALS[match.group(1).lower()] * months
    year, here = int(anchor[:4]), int(anchor[5:7])
    if last > 12 or last - months < here <= last:
        return None
    return year + (last < here) if ahead else year - (last > here)


def _say_season(match: re.Match[str], anchor: str, *, ahead: bool | None) -> str | None:
    """« au printemps prochain » -> « au printemps 2024 »; winter is left, it has two years."""
    season, shift = match.group(2).lower(), (match.group(3) or "").lower()
    ahead = shift == "prochain" if shift else ahead
    if season == "hiver" or ahead is None or anchor.count("-") < 1:
        return None
    first = {"printemps": 3, "été": 6, "automne": 9}[season]
    year = year_of_season(first, anchor, ahead=ahead, other=bool(shift))
    return f"{'au' if season == 'printemps' else 'à l’'}{' ' if season == 'printemps' else ''}{season} {year}"


def _shifted(unit: str, shift: str, anchor: str) -> str | None:
    step = -1 if shift.startswith(("derni", "passé")) else 1 if shift else 0
    return shifted(anchor, months=step) if unit == "mois" else shifted(anchor, years=step)


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date inside `text` that stands by itself (year known), with its offsets."""
    if not _FOUR_DIGITS.search(text):
        return None  # spares most words the rest
    for pattern in (FULL, MONTH_YEAR, YEAR):
        if m := pattern.search(text):
            groups = m.groups()
            iso = _iso(*reversed(groups)) if pattern is not YEAR else m.group(1)
            return (iso, m.start(), m.end()) if iso else None
    return None


def split_dateline(text: str) -> tuple[str, str]:
    """(ISO date or "", the text without it) for « date 2022-01 Le… » and « 4 juillet 2012. - L'armée… »."""
    if (m := _HEADER.match(text)) and read_date(m.group(1)):
        return m.group(1), text[m.end() :]
    if m := _DATELINE.match(text):
        day, month, year = [group for group in m.groups() if group]
        return _iso(year, month, day) or _iso(year, month) or "", text[m.end() :]  # a day that no calendar has still tells its month
    return "", text


def say_date(date: str) -> str:
    """An ISO date in French words: 2022-01 -> « janvier 2022 »."""
    year, month, day = [*date.split("-"), "", ""][:3]
    name = next((name for name, n in MONTHS.items() if month and n == int(month)), "")
    number = "1er" if day == "01" else day.lstrip("0")
    return " ".join(part for part in (number, name, year) if part)


def _iso(year: str, month: str = "", day: str = "") -> str | None:
    number = MONTHS.get(month.lower()) or SHORT.get(month.lower()) or 0
    day = "1" if day.lower() == "1er" else day
    if (month and not number) or (number and not _is_real(year, number, day)):
        return None
    return "-".join([year, *([f"{number:02}"] if month else []), *([f"{int(day):02}"] if day else [])])


def _is_real(year: str, month: int, day: str) -> bool:
    """Whether the calendar has such a day, or month."""
    return 1 <= month <= 12 and (not day or 1 <= int(day) <= monthrange(int(year), month)[1])
