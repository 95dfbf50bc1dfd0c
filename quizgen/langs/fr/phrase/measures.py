"""Amounts with their unit in a phrase: « 12 millions d’euros d’aides », « 31 % des voix », « 6 milles de la côte », « 3 à 400 mètres »."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.model import Document, Phrase, Reading, Token

SCALES = ("millier", "million", "milliard")
_UNIT = r"(?:\s?%|\s(?!(?:en|depuis|au|aux|pour|contre|et|dans|par|sur|à|entre|lors|selon|ou|avec|sous|après|avant)\b)[a-zà-ÿ²€$]+)"
_LEAD, _MONEY = r"(?:(?:environ|quelque|près de|plus de|moins de) )?", r"(?: d[’']euros| de (?:dollars|francs|livres))?"
_DIGITS = r"\d+ h(?: \d+)?(?: min)?|\d(?:[\d\s.,]*\d)?(?:\s(?:millions?|milliards?))?"
_RATE = r"(?P<rate> par (?:an|mois|jour|semaine|habitant|heure)| (?:le|la) (?:litre|kilo|kilogramme|tonne|mètre carré)| l[’'](?:once|hectare))?"
CURRENCY = re.compile(r"\bmill(?:ion|iard)s?( d[’']euros| de (?:dollars|francs|livres|yens|yuans|roubles|couronnes|roupies))\b")
NEAR = 40  # characters between a verb and the figures that it leads from and to
VERSUS = re.compile(r"([a-zà-ÿ]+) contre (?:\d+|[a-zà-ÿ-]+)(?: \1)?(?:(?: et|,) (?:\d+|[a-zà-ÿ-]+) abstentions?)?")
COUNTED_VERSUS = ("voix", "suffrages", "votes", "points", "buts", "oui")


def approximation(document: Document, number: Token) -> str:
    """The words before a number that are part of it, with a space after: « plus de  », « plus d’ » without one, or empty."""
    start = document.sentence_of(number).span.start
    lead = document.article.text[start : number.span.start].lower().replace("'", "’")
    told = _approximations().search(lead)
    if told is None:
        return ""
    return told.group(1) if told.group(1).endswith("’") else f"{told.group(1)} "


@cache
def _approximations() -> re.Pattern[str]:
    """What finds an approximation at the end of a text: what begins first is the longest."""
    words = sorted(word_set("grammar", "approximations"))
    elided = [f"{w.removesuffix('de')}d’" for w in words if w.endswith(" de")]
    return re.compile(rf"(?:^|\W)({'|'.join(map(re.escape, [*words, *elided]))})\s*$")


def is_unit(token: Token) -> bool:
    """Whether a word is a unit of measure or of money, or the sign of one."""
    return token.lemma in word_set("nouns", "units") or token.text in word_set("nouns", "units")


def find_unit(reading: Reading, head: Token) -> Token | None:
    """The last word of an amount that `head` begins: « km » of « 5 km », « euros » of « 3 millions d’euros », « millions » of « 64 millions »."""
    document = reading.document
    number = document.child(head, "nummod")
    if number is None or number.i > head.i:
        return None
    if is_unit(head):
        return head
    if head.lemma not in SCALES:
        return None
    below = next((t for t in document.children(head, "nmod", "obl") if t.i > head.i and read_marker(document, t)[0] == "de"), None)
    return head if below is None else below if is_unit(below) else None


def read_measure(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase | None:
    """`phrase` as a measure, with the whole or the stuff that is measured as `counted`; None if its head is no amount."""
    unit = find_unit(reading, head)
    if unit is None:
        return None
    first = amount_start(reading.document, head, kept)
    if any(t.pos == "ADJ" for t in kept if first.i < t.i < head.i):
        return phrase  # « les 1 000 derniers kilomètres »: no amount by itself
    amount = say_tokens(reading, [t for t in kept if first.i <= t.i <= unit.i])
    lead = approximation(reading.document, first)
    count = amount if amount.lower().startswith(lead) and lead else f"{lead}{amount}"
    count += missing_currency(reading.document, unit) if unit.lemma in SCALES else ""
    rest = say_tokens(reading, [t for t in kept if t.i > unit.i]) if kept[-1].i > unit.i else ""
    if not re.match(r"(?:d[eu’]|des|de la)\b|d’|au-dessus", rest) or re.search(r"\d", rest):
        broken = any(t.text == "," and t.i == unit.i + 1 for t in kept)  # « 14 euros, 21 euros en 2010 »: another measure follows
        return replace(phrase, kind="measure", text=count if broken or phrase.text == amount else phrase.text)
    return replace(phrase, kind="measure", text=f"{count} {rest}", count=count, counted=rest)


def missing_currency(document: Document, scale: Token) -> str:
    """« d’euros », with a space before, for « 64 millions, contre 21 millions d’euros un an avant »: the one currency of the sentence, or empty."""
    span = document.sentence_of(scale).span
    return found[0] if len(found := sorted({m.group(1).replace("'", "’") for m in CURRENCY.finditer(document.text(span))})) == 1 else ""


def amount_start(document: Document, head: Token, kept: list[Token]) -> Token:
    """The first word of the number before `head`."""
    numbers = [t for t in kept if t.i < head.i and (t.pos == "NUM" or t.dep == "nummod")]
    return numbers[0] if numbers else document.child(head, "nummod") or head


def read_versus(count: str, counted: str) -> tuple[str, str] | None:
    """(« 46 voix contre 41 », « voix ») for a vote or a score told as a pair, or None."""
    match = VERSUS.fullmatch(counted)
    return (f"{count} {counted}", match.group(1)) if match and match.group(1) in COUNTED_VERSUS else None


@cache
def _from_to() -> re.Pattern[str]:
    """What finds « de 18 à 27 millions », « de un à quatre sièges », « de 1 h 10 à 45 minutes »."""
    words = read_words("distractors")
    worded = "|".join(sorted({"un", "une", *words["numbers"], *words["tens"]}, key=len, reverse=True))
    amount = rf"{_LEAD}(?:{_DIGITS}|(?:{worded})(?![\w-])){_MONEY}{_UNIT}?"
    return re.compile(rf"\b(?:de|d[’'])\s?(?P<old>{amount})\s+(?:en (?P<then>\d{{4}}) )?à\s+(?P<new>{amount}){_RATE}")


def find_change(document: Document, verb: Token) -> re.Match[str] | None:
    """« de 18 à 27 millions » after a verb of change (groups old, then, new, rate), or None."""
    falling = verb.lemma in word_set("verbs", "falling")
    if verb.lemma not in word_set("verbs", "changing") and not falling:
        return None
    text, end = document.article.text, document.sentence_of(verb).span.end
    match = _from_to().search(text, verb.span.end, end)
    far = match is None or match.start() - verb.span.end > NEAR or re.search(r"[:;(]", text[verb.span.end : match.start()])
    if match is None or far:
        return None
    old, new = magnitude(match.group("old")), magnitude(match.group("new"))
    return match if not falling or (old and new and old > new) else None  # « a baissé de 20 à 30 % » is by how much


def changes_itself(document: Document, verb: Token) -> bool:
    """Whether a figure goes from one to the other, and is not led there by somebody: « le prix est passé de 2 à 3 euros le litre »."""
    match = find_change(document, verb)
    return match is not None and not any(t.span.end <= match.start() for t in document.children(verb, "obj"))
