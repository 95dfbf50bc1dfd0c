"""Times told by the day of writing that a sentence stays true without: « on Tuesday night », « last week », « in August », « already »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs.en.forms import dates
from quizgen.model import Document

_DAY = "|".join(dates.WEEKDAYS)
_MONTH = "|".join(dates.MONTHS)
_PART = "morning|afternoon|evening|night"
_SPAN = rf"week|month|year|weekend|summer|winter|autumn|spring|season|{_PART}|{_DAY}|{_MONTH}"
_SOME = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|a few"
LOOSE = re.compile(
    rf"(?:(?:late|early|later) )?on (?:{_DAY})(?: (?:{_PART}))?"
    rf"|(?:late |early )?(?:{_DAY}) (?:{_PART})|(?:{_DAY})"
    rf"|(?:in )?(?:early |late |mid-)?in (?:early |late |mid-)?(?:{_MONTH})(?: (?:of )?(?:last|this|next) year)?"
    rf"|on \d{{1,2}} (?:{_MONTH})|on (?:{_MONTH}) \d{{1,2}}"
    rf"|(?:(?:late|early|earlier|later) )?(?:last|next|this) (?:{_SPAN})(?: (?:{_PART}))?|(?:earlier|later) (?:on )?(?:this|that) (?:{_SPAN})"
    rf"|(?:about |some |more than |over )?(?:{_SOME}) (?:hour|day|week|month|year)s? ago"
    rf"|by the end of (?:the|this|next) (?:week|month|year)|by the end of (?:{_MONTH})|(?:a|one) (?:day|week|month|year) (?:earlier|before)"
    r"|today|yesterday|tomorrow|tonight|(?:on|at|over) the weekend"
    r"|already|now|currently|recently"
)
LONGEST = 6  # tokens
# What binds a time to the word before it, or makes it part of a name or of a pair: « until Tuesday », « Monday or Tuesday ».
BOUND_BEFORE = (
    "until", "till", "since", "by", "before", "after", "from", "to", "between", "through", "of", "for", "or", "and", "than", "only", "just", "not",
    "every", "each", "most", "more", "the", "as", "per", "during", "in", "on", "at", "even", "if", "that",
)  # fmt: skip
BOUND_AFTER = ("'s", "’s", "or", "-", "–", "when", "only")
JOINING = ("and", ",")


def find_loose_times(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """The runs of tokens in `unit` that tell only when, by the day of writing; with the comma behind one that opens the clause."""
    order = sorted(unit)
    first = order[0]
    for i in order:
        length = _match_at(document, unit, i)
        if not length:
            continue
        part = set(range(i, i + length))
        behind = i + length
        comma = behind in unit and document.tokens[behind].text == ","
        if comma and (i == first or document.tokens[i - 1].text == ","):
            part.add(behind)
        yield frozenset(part)


def _match_at(document: Document, unit: set[int], start: int) -> int:
    """How many tokens from `start` are a loose time that nothing binds to its neighbours; 0 if there is none."""
    before = document.tokens[start - 1].text.lower() if start - 1 in unit else ""
    counted = start - 1 in unit and document.tokens[start - 1].pos == "NUM" and before != "one"  # « but only 625,000 last year »
    if before in BOUND_BEFORE or before in dates.MONTHS or counted:
        return 0
    for length in range(LONGEST, 0, -1):
        run = range(start, start + length)
        if not set(run) <= unit or not LOOSE.fullmatch(" ".join(document.tokens[i].text.lower() for i in run)):
            continue
        return 0 if _is_bound_behind(document, unit, start, start + length) else length
    return 0


def _is_bound_behind(document: Document, unit: set[int], start: int, end: int) -> bool:
    """Whether what follows belongs to the time: « Tuesday’s vote », « last year alone », « the Tuesday vote », « Monday and Tuesday »."""
    last = document.tokens[end - 1]
    if last.text.lower() in ("earlier", "before") and any(re.search(r"\d{4}", document.tokens[i].text) for i in unit if i < start):
        return True  # counted from a year that the clause tells
    if end not in unit:
        return False
    following = document.tokens[end]
    low = following.text.lower()
    part_of_name = last.dep in ("compound", "amod", "nmod", "poss", "nummod") and last.head >= end
    listed = low in JOINING and any(t.dep == "conj" and t.i >= end for t in document.children(last))
    return low in BOUND_AFTER or part_of_name or listed or _modifies(document, start, end) or _is_all_that_is_told(document, start, end)


def _modifies(document: Document, start: int, end: int) -> bool:
    """Whether « now » or « already » stands by something other than a verb: « the now closed mill », « already in 1950 »."""
    token = document.tokens[start]
    return end == start + 1 and token.dep == "advmod" and document.head(token).pos not in ("VERB", "AUX")


def _is_all_that_is_told(document: Document, start: int, end: int) -> bool:
    """Whether a clause under another tells nothing but the time: « a poll that ended in March », « is expected to begin in May »."""
    above = (a for i in range(start, end) for a in document.ancestors(document.tokens[i]) if not start <= a.i < end)
    verb = next((t for t in above if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.dep not in ("acl:relcl", "acl", "xcomp", "advcl"):
        return False
    return not any(t.i > verb.i and t.pos != "PUNCT" and t.dep not in ("cc", "conj") and not start <= t.i < end for t in document.children(verb))
