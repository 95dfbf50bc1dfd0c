"""Short names and the words that spell them: « le Front de libération (FL) », « la BC (Banque centrale) »."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set

SHORT = re.compile(r"[A-ZÉ](?:\.?[A-ZÉ]){1,6}\.?")
SPOKEN = re.compile(r"[A-ZÉ][a-zéè]{2,9}")  # a short name said as a word: « Insee », « Minusca »
LONGEST = 14  # words of a full name
INITIALS = 3  # letters of a spoken short name that open words, at least
WORD = r"[\w’'-]+"
BRACKETED = re.compile(rf"\((?:{SHORT.pattern})\)")


def find_full_names(text: str) -> list[tuple[int, int]]:
    """Offsets of the full names of `text` that stand before their short name in brackets, if they open with a capital."""
    found = []
    for match in BRACKETED.finditer(text):
        span = spell_before(text, match.start() + 1, match.group()[1:-1])
        if span is not None and text[span[0]].isupper():
            found.append(span)
    return found


def spell_before(text: str, at: int, short: str) -> tuple[int, int] | None:
    """The words right before « (A » that spell A: their offsets."""
    lead = re.search(r"\(\s*$", text[:at])
    if lead is None:
        return None
    words = list(re.finditer(WORD, text[: lead.start()]))
    for count in range(2, min(LONGEST, len(words)) + 1):
        first = words[-count]
        told = [w.group() for w in words[-count:]]
        spoken = SPOKEN.fullmatch(short) and told[0][0].isupper() and count > INITIALS and is_spoken_for(told, short)
        if (spells(told, short) or spoken) and text[first.start() : lead.start()].count(",") == 0:
            return _without_article(text, first.start(), words[-1].end())
    return None


def spell_after(text: str, end: int, short: str) -> tuple[int, int] | None:
    """The words in the brackets or the aside right after A that spell it: their offsets."""
    match = re.match(r"\s*\(([^)]+)\)|,\s*((?:l[ea] |l['’])[^,.;:]+)", text[end:])
    if match is None:
        return None
    group = 1 if match.group(1) else 2
    words = list(re.finditer(WORD, match.group(group)))
    for count in range(2, min(LONGEST, len(words)) + 1):
        if spells([w.group() for w in words[:count]], short):
            start = end + match.start(group)
            return _without_article(text, start + words[0].start(), start + words[count - 1].end())
    return None


def spells(words: list[str], short: str) -> bool:
    """Whether the initials of the telling words are the letters of `short`: « Office des parcs et jardins » for OPJ."""
    parts = [p for word in words for p in re.split(r"['’-]", word) if p]
    if parts and parts[0].lower() in ("le", "la", "les", "l", "du", "des"):
        parts = parts[1:]
    telling = [p for p in parts if p.lower() not in word_set("grammar", "function_words") or p[0].isupper()]
    initials = "".join(plain(p)[:1] for p in telling)
    return bool(telling) and parts[0] == telling[0] and initials == plain(short).replace(".", "")


def is_spoken_for(words: list[str], short: str) -> bool:
    """Whether the letters of `short` come in this order in the telling words, and enough of them, the first too, open one: « Minusma »."""
    parts = [
        plain(p)
        for word in words
        for p in re.split(r"['’-]", word)
        if p and (p.lower() not in word_set("grammar", "function_words") or p[0].isupper())
    ]
    letters, opened, at = list(plain(short)), 0, 0
    for part in parts:
        run = 0
        while at < len(letters) and run < len(part) and (found := part.find(letters[at], run)) >= 0 and (found == 0 or run):
            opened += found == 0
            run, at = found + 1, at + 1
    return bool(parts) and parts[0][0] == letters[0] and at == len(letters) and opened >= INITIALS


def _without_article(text: str, start: int, end: int) -> tuple[int, int]:
    lead = re.match(r"(?i)(?:les? |la |l['’]|du |des |d['’])", text[start:end])
    return (start + lead.end() if lead else start, end)
