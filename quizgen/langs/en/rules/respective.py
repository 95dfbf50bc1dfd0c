"""What is told of several things one by one: « X and Y won 12 and 14 seats respectively »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import read_clause
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.lists import find_respective
from quizgen.langs.en.clause.verbs import is_clause_head
from quizgen.langs.en.forms.morphology import third_person
from quizgen.langs.en.forms.verb_forms import with_number
from quizgen.langs.en.phrase.moments import read_moment
from quizgen.langs.en.phrase.wording import say_entity
from quizgen.langs.en.rules.clause import check_standing
from quizgen.langs.en.rules.participle import read_deed
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Entity, Fact, Phrase, Reading, Sentence, Token

NAME = "respective"
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts that `sentence` tells respectively."""
    found = find_respective(reading.document, sentence)
    if found is not None:
        verb, values = found
        for place in range(len(values)):
            yield attempt(NAME, read_one, reading, verb, values, place)


def read_one(reading: Reading, verb: Token, values: list[Token], place: int) -> Fact:
    """The fact for one of the things. Raises Refused unless things and values are equally many."""
    document = reading.document
    head_clause = is_clause_head(document, verb)
    attribution = check_standing(reading, verb) if head_clause else ""
    clause = read_clause(reading, verb) if head_clause else read_deed(reading, verb)
    things = next((p for p in clause.phrases() if len(p.entities) == len(values)), None)
    if things is None:
        raise Refused("things and values are not equally many")
    told = next((p for p in clause.complements if isinstance(p, Phrase) and p.span.start <= values[0].span.start < p.span.end), None)
    if told is None or told is things:
        raise Refused("the values are not told with the verb")
    own = one_value(reading, told, values, place)
    clause = swap_all(clause, {id(things): one_thing(things, things.entities[place]), id(told): own})
    if clause.subject is not None and clause.subject.entities == (things.entities[place],):
        clause = replace(clause, verb=with_number(clause.verb, "s"))
    return build_fact(reading, verb, clause, type="action", rule=NAME, attribution=attribution, confidence=CONFIDENCE)


def one_thing(things: Phrase, entity: Entity) -> Phrase:
    """One of the things by its name."""
    return replace(things, text=say_entity(entity), entities=(entity,), number=entity.number, gender=entity.gender, kind=entity.kind)


def one_value(reading: Reading, told: Phrase, values: list[Token], place: int) -> Phrase:
    """The phrase with one of its values. Raises Refused if it cannot be cut out."""
    document, value = reading.document, values[place]
    if told.kind == "time":
        said = value.text if not value.text.isdigit() or len(value.text) == 4 else re.sub(r"\d{1,2}", value.text, values[0].text, count=1)
        moment = read_moment(reading, replace(values[0], text=said), told.marker, alone=True)
        if moment is None:
            raise Refused("the date is not known")
        return replace(moment, span=told.span)
    noun = document.head(values[0])
    run = document.article.text[values[0].span.start : values[-1].span.end]
    if run not in told.text:
        raise Refused("the values are not told with the verb")
    rest = told.text.partition(run)[2].strip()
    first, _, more = rest.partition(" ")
    if value.text.lower() not in ("one", "1") and not noun.has("Number=Plur"):
        first = third_person(first)  # nouns take the same ending
    return replace(
        told,
        text=told.text.replace(f"{run} {rest}", f"{value.text} {first} {more}".strip()),
        count=value.text,
        counted=f"{first} {more}".strip(),
        head=told.head,
    )


def swap_all(clause: Clause, others: dict[int, Phrase]) -> Clause:
    """`clause` with some of its phrases replaced, by identity; a possessive for several becomes one for one."""
    subject = others.get(id(clause.subject), clause.subject) if clause.subject else None
    alone = subject is not None and subject is not clause.subject
    parts = tuple(_owned(others.get(id(p), p), alone=alone) if isinstance(p, Phrase) else p for p in clause.complements)
    return replace(clause, subject=subject, complements=parts)


def _owned(phrase: Phrase, *, alone: bool) -> Phrase:
    return replace(phrase, text=re.sub(r"\btheir\b", "its", phrase.text)) if alone else phrase
