"""The body to which somebody belongs: « X, de l’université de Y, », « la biologiste X, du Muséum de Z, »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import person_at
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Reading, Sentence, Token, Verb

NAME = "affiliation"
CONFIDENCE = 0.85
CLOSING = (",", ".", ")", ";")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The affiliations that `sentence` gives in asides."""
    document = reading.document
    for name in document.words(sentence):
        comma = document.after(name)
        of = document.after(comma) if comma is not None else None
        if comma is None or of is None or comma.text not in (",", "(") or person_at(reading, name) is None:
            continue
        if of.text.lower() in ("de", "du", "d’", "d'", "des"):
            yield attempt(NAME, read_affiliation, reading, name, of)


def read_affiliation(reading: Reading, name: Token, of: Token) -> Fact:
    """« X appartient à O ». Raises Refused unless a named body follows, and then the end of the aside."""
    document = reading.document
    person = person_at(reading, name)
    head = next((t for t in document.tokens[of.i + 1 : of.i + 4] if t.pos in ("NOUN", "PROPN")), None)
    if head is None or person is None:
        raise Refused("no body follows")
    body = replace(read_phrase(reading, head, "body"), marker="à")
    words = document.tokens_from(body.span)
    after = document.after(words[-1]) if words else None
    first = head.text.split()[0].lower()
    institution = first in word_set("nouns", "institutions")
    if body.kind != "organisation" and head.lemma not in word_set("nouns", "organisations") and not institution:
        raise Refused(f"« {body.text} » is no body")
    body = replace(body, role="institution", kind="organisation", named=True) if institution else body
    if not (body.entities or body.named) or (after is not None and after.text not in CLOSING):
        raise Refused("the body is not named, or not the whole aside")
    subject = replace(read_phrase(reading, name, "told_member"), text=person.name, entities=(person,), kind="person", gender=person.gender, marker="")
    clause = Clause(verb=Verb(lemma="appartenir", finite="appartient"), subject=replace(subject, number="s"), complements=(body,))
    return build_fact(reading, name, clause, type="membership", rule=NAME, predicate="appartenir", confidence=CONFIDENCE)
