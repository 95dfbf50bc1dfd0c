"""What somebody knows most about: « X, spécialiste de la Syrie », « l’historienne X, experte en droit maritime », « X est spécialiste de Y »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import is_central, person_at
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import run_after
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "expertise"
CONFIDENCE = 0.9
KNOWING = ("spécialiste", "expert", "experte")
OF = ("de", "du", "des", "d’", "d'", "en")
STOPS = (",", ".", ")", ";", ":", "et", "à", "au", "aux", "chez", "qui", "(", "dans", "pour", "depuis", "sur")
LONGEST = 6  # words of what somebody knows
FARTHEST = 9  # words from the comma behind the name: « X, chercheuse à l’université de Gao et spécialiste de … »
COPULAS = ("est", "était", "fut")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The fields that `sentence` gives to named persons."""
    document = reading.document
    for token in document.words(sentence):
        if token.text.lower() not in KNOWING or token.i in document.quotations:
            continue
        if (found := find_knower(reading, sentence, token)) is not None:
            yield attempt(NAME, read_expertise, reading, token, *found)


def find_knower(reading: Reading, sentence: Sentence, token: Token) -> tuple[Token, Entity] | None:
    """The name right before the aside in which `token` stands, or the subject of « est spécialiste de … »."""
    document = reading.document
    copula = document.child(token, "cop")
    if copula is not None and copula.text.lower() in COPULAS and not document.children(token, "advmod", "mark"):
        subject = find_subject(document, token)
        person = reading.entity(subject) if subject is not None else None
        return (subject, person) if subject is not None and person is not None and person.kind == "person" else None
    before = document.tokens[max(sentence.first, token.i - FARTHEST) : token.i]
    comma = next((t for t in reversed(before) if t.text in (",", "(")), None)
    if comma is None or comma.i == sentence.first or any(t.pos in ("VERB", "AUX", "PRON") or t.name == "PER" for t in before if t.i > comma.i):
        return None
    name = document.tokens[comma.i - 1]
    person = person_at(reading, name)
    return (name, person) if person is not None else None


def read_expertise(reading: Reading, token: Token, name: Token, person: Entity) -> Fact:
    """« X est spécialiste de Y ». Raises Refused unless Y is told in a few words that point nowhere."""
    document = reading.document
    following = document.tokens[token.i + 1 : min(token.i + 4, document.sentence_of(token).last)]
    of = next((t for t in following if t.text.lower() in OF), None)
    if of is None or any(t.pos != "ADJ" for t in following if t.i < of.i):
        raise Refused("it is not told of what")
    if not is_central(reading, name, person):
        raise Refused("the field of somebody met in passing")
    words = run_after(document, of, STOPS)
    after = document.after(words[-1]) if words else None
    if not 0 < len(words) <= LONGEST or any(t.pos in ("VERB", "AUX", "PRON") for t in words) or (after is not None and after.text.lower() == "et"):
        raise Refused("the field is told in too many words")
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "possessives") | word_set("grammar", "pointing")
    if any(t.text.lower() in pointing for t in words):
        raise Refused("the field is told elsewhere")
    span = Span(start=of.span.start, end=words[-1].span.end)
    field = Phrase(role="field", text=document.text(span).replace("'", "’"), span=span, kind="quality", named=True, head="domaine")
    head = next((t for t in words if t.pos in ("NOUN", "PROPN")), None)
    place = read_phrase(reading, head, "field") if head is not None else None
    if of.text.lower() == "en":
        field = Phrase(role="field_in", text=field.text, span=span, kind="quality", named=True, head="domaine")
    elif place is not None and place.kind == "country" and len(place.entities) == 1 and len(words) <= 2:
        field = Phrase(
            role="complement", text=place.text, span=place.span, marker="de", kind="country", entities=place.entities, named=True, head=place.head,
            gender=place.gender,
        )  # fmt: skip
    known = token.text.lower()
    gender = {"experte": "f", "expert": "m"}.get(known, person.gender)
    subject = Phrase(role="told_person", text=person.name, span=name.span, kind="person", gender=gender, entities=(person,), named=True)
    copula = document.child(token, "cop")
    finite = "était" if copula is not None and copula.text.lower() != "est" else "est"
    clause = Clause(verb=Verb(lemma="être", finite=finite, rest=known), subject=subject, complements=(field,))
    return build_fact(reading, token, clause, type="role", rule=NAME, predicate="spécialiste", confidence=CONFIDENCE)
