"""The body to which somebody belongs: « X, de l’université de Y, », « la biologiste X, du Muséum de Z, », « X, délégué CFDT, »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import find_holder, is_central, person_at
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "affiliation"
CONFIDENCE = 0.85
SIDE = re.compile(r"[A-Z]{2,6}")
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
    for noun in document.words(sentence):
        if noun.pos == "NOUN" and noun.has("Number=Sing") and noun.lemma in word_set("nouns", "functions") and noun.i not in document.quotations:
            side = side_after(document, noun)
            holder = find_holder(reading, noun) if side is not None else None
            if side is not None and holder is not None:
                yield attempt(NAME, read_side, reading, *holder, side)


def side_after(document: Document, noun: Token) -> Token | None:
    """The party or union in capitals right behind a function: « délégué CFDT », « sénateur (UMP) »."""
    after = document.after(noun)
    after = document.after(after) if after is not None and after.text == "(" else after
    return after if after is not None and after.name and SIDE.fullmatch(after.text) else None


def read_side(reading: Reading, name: Token, person: Entity, side: Token) -> Fact:
    """« X appartient à la CFDT ». Raises Refused unless the capitals are those of one body whose gender is known."""
    body = reading.entity(side)
    if body is None or body.kind != "organisation" or not body.gender:
        raise Refused("the body is not known")
    if not is_central(reading, name, person):
        raise Refused("the side of somebody met in passing")
    member = replace(read_phrase(reading, name, "told_member"), text=person.name, entities=(person,), kind="person", gender=person.gender, marker="")
    article = "la" if body.gender == "f" else "le"
    text = f"l’{side.text}" if side.text[0] in "AEIOU" else f"{article} {side.text}"
    phrase = Phrase(
        role="body", text=text, span=side.span, marker="à", kind="organisation", head=side.lemma, gender=body.gender, entities=(body,), named=True
    )
    clause = Clause(verb=Verb(lemma="appartenir", finite="appartient"), subject=replace(member, number="s"), complements=(phrase,))
    return build_fact(reading, name, clause, type="membership", rule=NAME, predicate="appartenir", confidence=CONFIDENCE)


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
