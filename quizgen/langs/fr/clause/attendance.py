"""« en présence de X », « à l’appel de X », « sous le règne de X » under a verb -> those who attended, wanted it, or ruled; or nothing."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_list
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Phrase, Reading, Span, Token

# (preposition, noun) -> the role of those after it, and the words before them.
BESIDE = {
    ("en", "présence"): ("presence", "en présence de"),
    ("à", "appel"): ("behest", "à l’appel de"),
    ("à", "initiative"): ("behest", "à l’initiative de"),
    ("à", "demande"): ("behest", "à la demande de"),
    ("à", "invitation"): ("behest", "à l’invitation de"),
    ("sous", "règne"): ("under", "sous le règne de"),
    ("sous", "mandat"): ("under", "sous le mandat de"),
    ("sous", "présidence"): ("under", "sous la présidence de"),
    ("sous", "direction"): ("under", "sous la direction de"),
    ("sous", "conduite"): ("under", "sous la conduite de"),
    ("sous", "houlette"): ("under", "sous la houlette de"),
    ("sous", "commandement"): ("under", "sous le commandement de"),
    ("sous", "égide"): ("under", "sous l’égide de"),
    ("sous", "impulsion"): ("under", "sous l’impulsion de"),
}
UNDER = "under"  # whoever reigned or led: unlike the others, it tells when or how, and stays in the questions for other parts
DROPPED = ("presence", "behest")
ROLES = (*DROPPED, UNDER)
ATTENDING = ("person", "people", "organisation", "country")
LONGEST = 10  # words of those who attended


def read_attendance(reading: Reading, token: Token) -> Phrase | None:
    """Those in whose presence, at whose call or under whose reign a thing was done; None if `token` is no such word, or they could be anybody."""
    document = reading.document
    cases = [t.text.lower() for t in document.children(token, "case")]
    role, marker = BESIDE.get((cases[0], token.lemma), ("", "")) if len(cases) == 1 else ("", "")
    if not role or any(t.i > token.i and t.dep in ("amod", "acl", "acl:relcl") for t in document.children(token)):
        return None
    who = next((t for t in document.children(token, "nmod") if t.i > token.i), None)
    if who is None:
        return None
    try:
        phrase = read_together(reading, who, role) or read_phrase(reading, who, role)
    except Refused:
        return None
    people = phrase.kind in ATTENDING or phrase.head in word_set("nouns", "functions") | word_set("nouns", "persons")
    known = bool(phrase.entities) or phrase.named
    if not people or not known or phrase.count or len(phrase.text.split()) > LONGEST:
        return None
    return replace(phrase, role=role, marker=marker, core=False)


def read_together(reading: Reading, first: Token, role: str) -> Phrase | None:
    """« de la CGT et de FO »: several names, each with its own « de »; None for one, or where one of them is not known."""
    names = (first, *reading.document.children(first, "conj"))
    entities = tuple(e for t in names if (e := reading.entity(t)) is not None)
    if len(names) < 2 or len(entities) < len(names):
        return None
    span = Span(start=first.span.start, end=names[-1].span.end)
    return Phrase(role=role, text=say_list(entities), span=span, kind=entities[0].kind, entities=entities, number="p", named=True, head=first.lemma)


def without_attendance(clause: Clause, target: Phrase) -> Clause:
    """`clause` without those who attended, unless they are asked: the rest is plain without them."""
    kept = tuple(p for p in clause.complements if p is target or p.role not in DROPPED)
    return clause if len(kept) == len(clause.complements) else replace(clause, complements=kept)
