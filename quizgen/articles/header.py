"""A short line under the title -> whether it only says where, when and by whom the article was written, and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import LanguagePack

LONGEST = 110  # characters of such a line
STRANGERS = 1  # small words that a line may have beside those of headers: « Kourou, Guyane française »
_PARTS = re.compile(r"\s*(?:[,|•·–—()/]|\s-|-\s|\.(?=\s|$))\s*")
_HOUR = re.compile(r"\d{1,2}\s?(?:[h:.]\s?\d{0,2}|\s?[ap]\.?m\.?)?,?", re.IGNORECASE)


def read_header(line: str, pack: LanguagePack) -> str | None:
    """The ISO date of a header line, or "" for one without a whole date; None for a line that may be text or a title.

    « DAKAR (AFP) – mercredi 12 février 2025 », « From our correspondent in Rome. Friday, May 3, 2019, updated at 6pm ».
    """
    if len(line) > LONGEST:
        return None
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    date, others = take_date(parts, pack)
    words = [word for part in others if not part.startswith(("«", "“", '"')) for word in re.findall(r"[\w’'.:-]+", part)]
    small = [w for w in words if not w[0].isupper() and not _HOUR.fullmatch(w)]
    known = pack.page.headers
    strange = [w for w in small if w.lower().rstrip(".") not in known]
    signed = (
        any(is_day(part, pack) for part in others)
        or any(w.lower().rstrip(".") in known for w in words)
        or any(agency in others for agency in pack.page.agencies)
    )
    if len(strange) > STRANGERS or not (date or signed) or (strange and not date and line.rstrip().endswith((".", "!", "?"))):
        return None
    return date


def take_date(parts: list[str], pack: LanguagePack) -> tuple[str, list[str]]:
    """(the ISO date that one of `parts`, or up to three in a row, tell, or ""; the other parts)."""
    for first, last in list_runs(len(parts)):
        if iso := pack.read_date(", ".join(parts[first:last])):
            return iso, [*parts[:first], *parts[last:]]
    return "", parts


def is_day(part: str, pack: LanguagePack) -> bool:
    """Whether a part is a day whose year the line leaves out: « August 10 »."""
    return any(c.isdigit() for c in part) and any(pack.read_date(f"{part}{mark} 2000") for mark in ("", ","))


def list_runs(count: int) -> Iterator[tuple[int, int]]:
    """The runs of up to three of `count` parts, as half-open ranges, the longest first: « Friday | May 3 | 2019 »."""
    for length in (3, 2, 1):
        for first in range(count - length + 1):
            yield first, first + length
