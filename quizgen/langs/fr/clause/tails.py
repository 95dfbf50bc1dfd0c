"""What the parser hung on an object, or beside it, and belongs to the verb: the end of an idiom, « chaque année »."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Span, Token

LONGEST_FUNCTION = 6  # words of what one is taken for: « comme gardiens de nuit »
FEWEST = 2  # words that an object keeps
SEASONS = ("printemps", "été", "automne", "hiver", "matin", "soir", "nuit", "week-end")
RANKED = re.compile(r"\b(?:meilleure?s?|pires?|(?:le|la|les|son|sa|ses|leurs?) (?:plus|moins))\b")
EVERY = re.compile(r"(?:chaque|tou(?:te)?s les) [\wà-ÿ]+")


def read_rate(document: Document, token: Token) -> Phrase | None:
    """« chaque année », « tous les mois »: a figure without it says something else. None for other phrases."""
    timed = token.lemma in word_set("nouns", "durations") or token.lemma in SEASONS or token.text.lower() in dates.WEEKDAYS
    if not timed or document.child(token, "case") is not None:
        return None
    words = [t for t in document.subtree(token) if t.pos != "PUNCT"]
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    text = document.text(span).lower()
    return Phrase(role="told_rate", text=text, span=span, kind="rate", head=token.lemma, core=True) if EVERY.fullmatch(text) else None


def split_tail(document: Document, phrase: Phrase) -> list[Phrase]:
    """`phrase`, and apart from it the idiom's end: « sa campagne | entre parenthèses », « les prisonniers | comme gardiens »."""
    if phrase.count or len(phrase.entities) > 1:
        return [phrase]
    tail = next((t for t in sorted(word_set("clauses", "tails")) if phrase.text.endswith(f" {t}")), "")
    if tail:
        idiom = Phrase(role="told_tail", text=tail, span=phrase.span, head=tail.split()[-1], kind="thing", marker="")
        return [replace(phrase, text=phrase.text.removesuffix(f" {tail}")), replace(idiom, core=True)]
    thing, _, function = phrase.text.partition(" comme ")
    if function and " comme " not in document.text(phrase.span):
        return [replace(phrase, text=thing)]  # the noun was said by a mention that stands elsewhere
    if re.search(r"\d", function):
        raise Refused("« comme » with a figure")  # « calculé la latitude comme 38° »
    if function and len(function.split()) <= LONGEST_FUNCTION:
        seen = Phrase(role="told_seen_as", text=function, span=phrase.span, head="", kind="thing", marker="comme", core=True)
        return [replace(phrase, text=thing), seen]
    opening = re.search(rf" (?:{'|'.join(sorted(word_set('clauses', 'circumstances')))})\b", phrase.text)
    if opening and opening.group() == " depuis" and RANKED.search(phrase.text[: opening.start()]):
        return [phrase]  # « son pire résultat depuis vingt ans »
    before = phrase.text[: opening.start()] if opening else ""
    return [replace(phrase, text=before)] if len(before.replace("’", "’ ").split()) >= FEWEST else [phrase]
