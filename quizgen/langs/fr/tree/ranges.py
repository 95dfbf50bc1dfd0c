"""« détruit 200 à 300 maisons » as the parser reads it (200, and « à 300 maisons ») -> one noun that both numbers count."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.model import Token

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def join_range(tokens: list[Token], i: int) -> None:
    """« 3 à 4 mètres », « 200 à 300 maisons »: « à » joins the numbers, and the noun takes the place that the first number had."""
    if tokens[i].text.lower() != "à" or i < 1 or i + 2 >= len(tokens):
        return
    first, second, noun = tokens[i - 1], tokens[i + 1], tokens[i + 2]
    if first.pos != "NUM" or second.pos != "NUM" or noun.pos not in ("NOUN", "SYM") or not _goes_up(first, second):
        return
    if noun.text.lower() in dates.WEEKDAYS or noun.lemma in dates.MONTHS or (i > 1 and tokens[i - 2].text.lower() in ("de", "entre", "en", "du")):
        return  # « 2 à 3 dimanche »: a score; « du 3 au 5 »; « passe de 10 à 15 mètres »: a change
    if first.head != noun.i:
        tokens[noun.i] = noun = replace(noun, dep=first.dep, head=first.head)
    elif noun.dep.startswith("obl") and not any(t.head == noun.i and t.dep == "case" for t in tokens[max(0, i - 4) : i]):
        tokens[noun.i] = noun = replace(noun, dep="obj")
    tokens[first.i] = replace(first, dep="nummod", head=noun.i)
    tokens[i] = replace(tokens[i], dep="case", head=second.i)
    tokens[second.i] = replace(second, dep="obl:arg", head=first.i)


def _goes_up(first: Token, second: Token) -> bool:
    """Whether the second number is the greater; « en 1990 à 300 mètres » holds a year."""
    low, high = (re.sub(r"\s", "", t.text).replace(",", ".") for t in (first, second))
    if not all(re.fullmatch(r"\d+(\.\d+)?", n) for n in (low, high)):
        return False
    return float(low) < float(high) and (not YEAR.fullmatch(low) or bool(YEAR.fullmatch(high)) or len(high) >= len(low))
