"""A number of a sentence -> the whole figure that it begins: « 2 à 3 » mètres, « entre 25 et 30 » millions, « 2 heures 8 minutes »."""

from __future__ import annotations

import re

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Document, Token

DASHES = ("-", "–")
BETWEEN = {"à": "", "ou": "", "et": "entre"}  # what joins the ends of a range -> the word that it needs before
LABELS = ("n°", "numéro", "article", "chapitre", "page", "entre")  # a number after these is a label, or one of two


def read_figure(document: Document, token: Token) -> tuple[int, int] | None:
    """The tokens first..last (half-open) of the figure that the number `token` begins; None inside of one, for labels, scores, and « 3 à 400 »."""
    before = document.before(token)
    if _is_score(document, token) or _names_a_race(document, token) or _is_shortened(document, token):
        return None
    if before is not None and before.pos == "NOUN" and is_clock_unit(before) and _ends_time(document, before, token):
        return None
    first = token.i - 1 if before is not None and before.text.lower() == "entre" else token.i
    if (end := _end_of_range(document, token)) is not None:
        return first, end
    limit = document.before(before) if before is not None else None
    up_to = limit is not None and limit.text.lower().replace("'", "’") == "jusqu’"  # « jusqu’à 300 millimètres »
    if before is not None and not up_to and (before.text.lower() in LABELS or _ends_range(document, before)):
        return None
    return token.i, _end_of_time(document, token)


def is_clock_unit(token: Token) -> bool:
    """« heures », « minutes », « secondes », or their signs."""
    return token.lemma in ("heure", "minute", "seconde") or token.text in ("h", "min", "s")


def _is_score(document: Document, token: Token) -> bool:
    """« 3-1 »: a number joined to another without a space."""
    beside = (document.before(token), document.after(token))
    near = [t for t in beside if t is not None and t.text in DASHES]
    return any(t.span.end == token.span.start or t.span.start == token.span.end for t in near)


def _names_a_race(document: Document, token: Token) -> bool:
    """« le 200 mètres », « du 10 000 mètres »: the number is part of a name."""
    before, noun = document.before(token), document.after(token)
    return before is not None and before.text.lower() in ("le", "du", "au") and noun is not None and noun.lemma in word_set("nouns", "lengths")


def _is_shortened(document: Document, token: Token) -> bool:
    """« 3 à 400 mètres », for 300 to 400: who reads the figure alone takes it for three."""
    words = [t.text.lower() for t in document.tokens[token.i : token.i + 3]]
    return re.fullmatch(r"\d (à|ou|et) \d+00", " ".join(words)) is not None


def _end_of_range(document: Document, token: Token) -> int | None:
    """The end of « 2 à 3 » from its first number; None for a lone number, and for what goes from one to the other."""
    joint, other = (document.tokens[i] if i < len(document.tokens) else None for i in (token.i + 1, token.i + 2))
    if joint is None or other is None or other.pos != "NUM" or (needed := BETWEEN.get(joint.text.lower())) is None:
        return None
    before = document.before(token)
    lead = before.text.lower() if before is not None else ""
    if (needed and lead != needed) or token.text.isdigit() != other.text.replace(",", "").isdigit():
        return None
    moving = lead in ("de", "d’", "d'") and any(t.lemma in word_set("verbs", "changing") for t in document.ancestors(token))
    return None if moving else other.i + 1


def _ends_range(document: Document, joint: Token) -> bool:
    """Whether the « à » or « et » before a number joins it to another one: « 18 et 24 ans », « entre 25 millions et 30 millions »."""
    if joint.text.lower() not in BETWEEN:
        return False
    earlier = document.tokens[max(0, joint.i - 4, document.sentence_of(joint).first) : joint.i]
    return bool(earlier) and (earlier[-1].pos == "NUM" or (joint.text.lower() == "et" and any(t.text.lower() == "entre" for t in earlier)))


def _ends_time(document: Document, unit: Token, token: Token) -> bool:
    """Whether `token` goes on with a time told in `unit`: the 8 of « 2 heures 8 minutes »."""
    number = document.before(unit)
    following = document.after(token)
    smaller = following is not None and is_clock_unit(following)
    return number is not None and number.text[:1].isdigit() and (smaller or unit.lemma == "heure" or unit.text == "h")


def _end_of_time(document: Document, token: Token) -> int:
    """The end of « 2 heures 8 minutes » from its first number; of any other number, its own end."""
    last = token.i + 1
    unit = document.after(token)
    while unit is not None and is_clock_unit(unit):
        number = document.after(unit)
        if number is None or number.pos != "NUM" or not _ends_time(document, unit, number):
            break
        unit = document.after(number)
        last = number.i + 2 if unit is not None and is_clock_unit(unit) else number.i + 1
    return last
