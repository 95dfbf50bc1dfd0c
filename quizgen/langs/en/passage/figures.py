"""A number that does not stand before what it counts -> the tokens that a gap may stand for: a part of what is told, a range, a level.

« 61 passengers were injured, _____ of them seriously », « boats of between _____ tonnes », « the limit was _____ ».
"""

from __future__ import annotations

import re

from quizgen.langs.en.forms import dates
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Document, Token

TAKEN_UP = ("them", "whom", "which")
ABOUT = ("at", "least", "only", "about", "around", "some", "nearly", "almost", "roughly", "more", "fewer", "less", "than", "over", "just", "up", "to")
FRACTION = re.compile(r"(?i)half|(?:one|two|three|four)-(?:thirds?|quarters?|fifths?)")
SIGNS = ("£", "$", "€")
PERCENT = ("%", "percent")
REACHED = ("to", "at")


def find_part(document: Document, token: Token) -> tuple[int, int] | None:
    """The number (half-open tokens) of a part of what the sentence tells: « nineteen of them », « of whom 22 were », « Of the 40 ships, 12 »."""
    fraction = FRACTION.fullmatch(token.text) is not None
    if not fraction and (token.pos != "NUM" or token.text.lower() in ("one", "a") or dates.YEAR.fullmatch(token.text)):
        return None
    last = token.i + 1
    while last < len(document.tokens) and document.tokens[last].lemma in ("million", "billion", "thousand", "hundred"):
        last += 1
    behind = [t.text.lower() for t in document.tokens[last : last + 2]]
    if len(behind) == 2 and behind[0] == "of" and behind[1] in TAKEN_UP:
        return (token.i, last)
    if token.dep not in ("nsubj", "nsubj:pass"):
        return None
    return (token.i, last) if not fraction and (is_led_by_part(document, token) or is_of_whole(document, token)) else None


def is_led_by_part(document: Document, token: Token) -> bool:
    """Whether « of which », « of whom », « among them » stands right before a number: « 90 people, of whom at least 14 were minors »."""
    i = token.i - 1
    while i > 0 and document.tokens[i].text.lower() in ABOUT and document.tokens[i + 1].text.lower() not in TAKEN_UP:
        i -= 1
    return i > 0 and document.tokens[i].text.lower() in TAKEN_UP and document.tokens[i - 1].text.lower() in ("of", "among")


def is_of_whole(document: Document, token: Token) -> bool:
    """Whether the sentence opens with the whole that a number counts a part of: « Of the 1,150 patients who took part, 46 died »."""
    verb = document.head(token)
    opening = next((t for t in document.children(verb, "prep") if t.text in ("Of", "Among") and t.i < token.i), None)
    whole = document.child(opening, "pobj") if opening is not None else None
    return whole is not None and document.child(whole, "nummod") is not None


def find_range(document: Document, token: Token) -> tuple[int, int, bool] | None:
    """The range that a number opens, and whether it is of sums: « between | 40% and 50% | of », « | 20 to 30 | times », « aged | 13 to 17 | »."""
    if not is_figure(token):
        return None
    tokens, end = document.tokens, len(document.tokens)
    before = document.before(token)
    sums = before is not None and before.text in SIGNS
    first = token.i - 1 if sums else token.i
    lead = document.before(tokens[first])
    joint = token.i + 1
    while joint < end and (tokens[joint].text in PERCENT or tokens[joint].lemma in ("million", "billion")):
        joint += 1
    between = lead is not None and lead.text.lower() == "between"
    if joint + 1 >= end or tokens[joint].text.lower() != ("and" if between else "to"):
        return None
    if (not between and lead is not None and lead.text.lower() in ("from", "by", "to", "of", "than", "at", "in")) or joint > token.i + 2:
        return None
    last = joint + 2 if tokens[joint + 1].text in SIGNS else joint + 1
    if last >= end or not is_figure(tokens[last]) or sums != (last > joint + 1):
        return None
    last += 1
    while last < end and (tokens[last].text == "%" or tokens[last].lemma in ("million", "billion")):
        last += 1
    aged = lead is not None and lead.text.lower() == "aged"
    counts = last < end and (tokens[last].pos == "NOUN" or tokens[last].text.lower() in ("percent", "of"))
    return (first, last, sums) if aged or sums or counts else None


def is_figure(token: Token) -> bool:
    """Whether a word is a number that is no year."""
    return token.pos == "NUM" and not dates.YEAR.fullmatch(token.text) and token.text.lower() not in ("one", "million", "billion")


def is_level(document: Document, token: Token) -> bool:
    """Whether a number alone is how much something amounts to whose noun says that it is counted: « the limit was 30 », « the toll rose to 674 »."""
    if not is_figure(token) or not token.text[:1].isdigit() or document.children(token, "prep"):
        return False
    above = document.head(token)
    if token.dep in ("attr", "acomp") and above.lemma == "be":
        noun = document.child(above, "nsubj")
    elif token.dep == "pobj" and above.text.lower() in REACHED and document.head(above).lemma in word_set("verbs", "reaching"):
        noun = document.child(document.head(above), "obj") or document.child(document.head(above), "nsubj", "nsubj:pass")
    else:
        return False
    return noun is not None and (noun.lemma in word_set("nouns", "levels") | word_set("nouns", "totals"))
