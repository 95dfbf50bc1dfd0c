"""« en présence de X » under a verb -> the phrase of those who attended, or nothing."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Phrase, Reading, Token

MARKER = "en présence de"
ATTENDING = ("person", "people", "organisation", "country")
LONGEST = 10  # words of those who attended


def read_attendance(reading: Reading, token: Token) -> Phrase | None:
    """Those in whose presence a thing was done; None if `token` is not « présence » after « en », or they could be anybody."""
    document = reading.document
    if token.lemma != "présence" or [t.text.lower() for t in document.children(token, "case")] != ["en"]:
        return None
    who = next((t for t in document.children(token, "nmod") if t.i > token.i), None)
    if who is None:
        return None
    try:
        phrase = read_phrase(reading, who, "presence")
    except Refused:
        return None
    people = phrase.kind in ATTENDING or phrase.head in word_set("nouns", "functions") | word_set("nouns", "persons")
    known = bool(phrase.entities) or phrase.named
    if not people or not known or phrase.count or len(phrase.text.split()) > LONGEST:
        return None
    return replace(phrase, role="presence", marker=MARKER, core=False)


def without_attendance(clause: Clause, target: Phrase) -> Clause:
    """`clause` without those who attended, unless they are asked: the rest is plain without them."""
    kept = tuple(p for p in clause.complements if p is target or p.role != "presence")
    return clause if len(kept) == len(clause.complements) else replace(clause, complements=kept)
