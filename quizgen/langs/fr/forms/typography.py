"""Words -> as a French printer sets them: spaces and marks, ordinals, hours, capitals, without the slips of the article."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from quizgen.langs.fr.forms.spelling import mend_spelling
from quizgen.langs.fr.lexicon import word_set

# Units that keep to their number, in a regular expression.
UNITS = "(?:k|c|m)?[mg][23²³]?|ans?|mois|jours?|semaines?|euros?|dollars?|(?:kilo)?mètres?|degrés?|heures?|h|minutes?|tonnes?|hectares?|litres?"
ORDINAL = re.compile(r"\b(\d+)(ère|i?[èe]me)(s?)\b")  # « 2ème », « 1ère »: printers write « 2e », « 1re »
MARKS = re.compile(r"\s*([;:!?]+)(?=[\s)]|$)")
LOOSE = re.compile(r"\s+([,.)])")
NUMBER = re.compile(r"[\d_]")  # a gap, printed as underscores, may be one
LONE = re.compile(r"«\s?|\s?»|[“”]")
NARROW, NO_BREAK = "\u202f", "\u00a0"


@cache
def _accented() -> dict[str, str]:
    """« Etat » -> « État »."""
    return {unicodedata.normalize("NFD", word[0])[0] + word[1:]: word for word in word_set("grammar", "accented_capitals")}


@cache
def _bare_capitals() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_accented()))})\b")


@lru_cache(maxsize=4096)  # the same words are set for each form, role and context line
def set_typography(text: str) -> str:
    """French spacing and marks: narrow no-break space before ; ! ?, no-break space before : and inside « »; ordinals, hours, capitals, slips."""
    text = mend_spelling(" ".join(text.replace("'", "’").split()))
    if '"' in text or "“" in text:
        text = re.sub(r"(?:^|(?<=[ (]))[\"“]([^\"”“]*)[\"”]", r"«\1»", text)
    if "«" in text or "»" in text:
        text = re.sub(r"«\s*", f"«{NO_BREAK}", re.sub(r"\s*»", f"{NO_BREAK}»", text))
    text = MARKS.sub(lambda m: (NO_BREAK if m[1][0] == ":" else NARROW) + m[1], text)
    text = LOOSE.sub(r"\1", text)
    text = _bare_capitals().sub(lambda m: _accented()[m[0]], text)
    return _set_numbers(text) if NUMBER.search(text) else text


def without_lone_marks(text: str) -> str:
    """`text` without the marks of a quotation that was cut at its end: « un livre “écrit dans une langue rare » needs none."""
    return LONE.sub("", text) if text.count("«") != text.count("»") or text.count("“") != text.count("”") else text


def _set_numbers(text: str) -> str:
    """`text`, which has a figure or a gap, with the spaces and endings of its numbers."""
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", NARROW, text)
    text = re.sub(r"(?<![\d,])([01](?:,\d+)?) (million|milliard)s\b", r"\1 \2", text)  # under two: « 1,3 million »
    text = ORDINAL.sub(lambda m: f"{m[1]}{'re' if m[2] == 'ère' else 'e'}{m[3]}", text)
    text = re.sub(r"(?<=\d) ?h\b", f"{NO_BREAK}h", re.sub(r"(?<=\d) ?h ?(?=\d\d\b)", f"{NO_BREAK}h{NO_BREAK}", text))
    return re.sub(rf"(?<=[\d_])(?: (?=[%°€$]|(?:{UNITS})\b)|(?=°C|%))", NO_BREAK, text)
