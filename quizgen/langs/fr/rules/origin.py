"""Where somebody comes from: « D’origine libanaise, X … », « X, d’origine basque, … », « X, originaire de Gao, … »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head
from quizgen.langs.fr.forms.morphology import agree
from quizgen.langs.fr.phrase.functions import is_central, person_at
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "origin"
CONFIDENCE = 0.9
PLACES = ("city", "country", "region")
UNTOLD = ("étranger", "inconnu", "incertain", "divers", "autre", "même", "commun")
CLOSED = (",", ".", ")", ";", "et")
COPULAS = ("est", "était", "fut")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The origins that `sentence` gives to named persons."""
    document = reading.document
    for token in document.words(sentence):
        if token.i in document.quotations or token.lemma not in ("origine", "originaire"):
            continue
        opening = document.before(token) if token.lemma == "origine" else token
        if opening is None or (opening is not token and opening.text.lower() not in ("d’", "d'")):
            continue
        if (found := find_person(reading, sentence, token, opening)) is not None:
            yield attempt(NAME, read_origin, reading, token, *found)


def find_person(reading: Reading, sentence: Sentence, token: Token, opening: Token) -> tuple[Token, Entity] | None:
    """Who is told to be of that origin: the name before a comma, the subject behind an opening aside, the subject of « est d’origine … »."""
    document = reading.document
    before = document.before(opening)
    if before is not None and before.i >= sentence.first and before.text in (",", "("):
        name = document.before(before)
        person = person_at(reading, name)
        return (name, person) if name is not None and person is not None else None
    verb = document.head(token)
    copula = document.child(token, "cop")
    if opening.i == sentence.first and verb.i > token.i and is_clause_head(document, verb):
        subject = find_subject(document, verb)
    elif copula is not None and copula.i == opening.i - 1 and copula.text.lower() in COPULAS:
        subject = find_subject(document, token)
    else:
        return None
    person = reading.entity(subject) if subject is not None else None
    return (subject, person) if subject is not None and person is not None and person.kind == "person" and person.number != "p" else None


def read_origin(reading: Reading, token: Token, name: Token, person: Entity) -> Fact:
    """« X est d’origine O », « X est originaire de P ». Raises Refused unless one origin is told in full."""
    document = reading.document
    if not is_central(reading, name, person):
        raise Refused("the origin of somebody met in passing")
    subject = Phrase(role="told_person", text=person.name, span=name.span, kind="person", gender=person.gender, entities=(person,), named=True)
    past = "était" if (copula := document.child(token, "cop")) is not None and copula.text.lower() != "est" else "est"
    verb = Verb(lemma="être", finite=past)
    if token.lemma == "origine":
        origin = read_adjectives(reading, token)
    else:
        origin = read_home(reading, token)
        verb = replace(verb, rest=agree("originaire", person.gender or "m", "s"))
    clause = Clause(verb=verb, subject=subject, complements=(origin,))
    return build_fact(reading, token, clause, type="role", rule=NAME, predicate="origine", confidence=CONFIDENCE)


def read_adjectives(reading: Reading, token: Token) -> Phrase:
    """« libanaise » of « d’origine libanaise ». Raises Refused for an origin that is not told by an adjective."""
    document = reading.document
    words: list[Token] = []
    following = document.after(token)
    while following is not None and (following.pos == "ADJ" or (words and following.text == "et")):
        words.append(following)
        following = document.after(following)
    if words and words[-1].text == "et":
        words.pop()
    after = document.after(words[-1]) if words else None
    if not words or any(t.lemma in UNTOLD for t in words) or (after is not None and after.text not in CLOSED):
        raise Refused("no plain origin follows")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="descent", text=say_tokens(reading, words), span=span, kind="quality", named=True, head="origine", gender="f")


def read_home(reading: Reading, token: Token) -> Phrase:
    """« Gao » of « originaire de Gao ». Raises Refused unless a named place follows, and nothing more of it."""
    document = reading.document
    head = next((t for t in document.tokens[token.i + 1 : token.i + 4] if t.pos in ("NOUN", "PROPN")), None)
    if head is None or head.i >= document.sentence_of(token).last:
        raise Refused("no place follows")
    home = replace(read_phrase(reading, head, "home"), marker="de")
    if home.kind not in PLACES or not home.entities:
        raise Refused("no named place follows")
    return replace(home, role="home", kind="region")
