"""Scores of matches in a clause: « 3-1 », « 6-4, 7-5 », « 82 à 75 », « trois buts à un » -> the clause without them, for the other questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Document, Phrase, Span, Token

_PAIR = r"\d{1,3}\s?[-–]\s?\d{1,3}(?!\s?[-–\d])"
_SETS = rf"{_PAIR}(?:(?:, | et ){_PAIR})*"
_SMALL = r"(?:\d{1,3}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|zéro)"
_POINTS = rf"{_SMALL} (?:buts?|points?|sets?|manches?|essais?) (?:à|contre) {_SMALL}(?!\w)"
_TO = r"\d{1,3} à \d{1,3}(?! ?[\w%])"
_OF = r"(?! ?(?:ans|mois|jours|heures|euros|%|h\b|€))"  # « les 18-24 ans »
SCORE = re.compile(rf"(?<![\w,.-])(?<!\bles )(?<!\bdes )(?<!\baux )(?:{_SETS}|{_POINTS}|{_TO}){_OF}")
LEAD = re.compile(r"(?:sur (?:le|un) score |au score |score |par |sur )(?:de )?$")


def without_score(document: Document, verb: Token, clause: Clause) -> Clause:
    """`clause` without the score told after its `verb` of winning or losing."""
    if verb.lemma not in word_set("verbs", "winning"):
        return clause
    match = SCORE.search(document.article.text, verb.span.end, document.sentence_of(verb).span.end)
    if match is None:
        return clause
    span = Span(start=match.start(), end=match.end())
    parts = tuple(p for part in clause.complements for p in ((part,) if isinstance(part, Clause) else cut_score(document, part, span)))
    return replace(clause, complements=parts)


def is_figure(phrase: Phrase) -> bool:
    """Whether a phrase is a number or a measure."""
    return bool(phrase.count) or phrase.kind == "measure"


def cut_score(document: Document, phrase: Phrase, span: Span) -> Iterator[Phrase]:
    """`phrase` without the score in it; nothing where no more is left."""
    if phrase.span.end <= span.start or span.end <= phrase.span.start:
        yield phrase
        return
    first = document.text(span)
    left = LEAD.sub("", phrase.text.partition(first)[0] if first in phrase.text else re.split(r"\s\d", phrase.text)[0]).strip(" ,")
    if phrase.span.start < span.start and len(left) > 1 and not phrase.count:
        yield replace(phrase, text=left, span=Span(start=phrase.span.start, end=span.start))
