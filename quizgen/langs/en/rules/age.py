"""How old somebody is: « X, 20, », « X, aged 81, », « the 58-year-old X »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "age"
CONFIDENCE = 0.5  # worth asking of those alone whom the title names: of others readers call it a trifle
PASSING = 0.01
OLD = re.compile(r"(\d{1,3})-year-old")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The ages that `sentence` gives to named persons."""
    document = reading.document
    for number in document.words(sentence):
        if OLD.fullmatch(number.text) or (re.fullmatch(r"\d{1,3}", number.text) and _stands_apart(document, number)):
            yield attempt(NAME, read_age, reading, number)


def _stands_apart(document: Document, number: Token) -> bool:
    """Whether a number stands between commas, as an age does."""
    before, after = document.before(number), document.after(number)
    return before is not None and after is not None and before.text.lower() in (",", "aged", "(") and after.text in (",", ")", ".")


def read_age(reading: Reading, number: Token) -> Fact:
    """« X is N years old ». Raises Refused unless a person's name stands beside the number."""
    document = reading.document
    name = _bearer_behind(reading, number) if OLD.fullmatch(number.text) else _bearer_before(document, number)
    person = reading.entity(name) if name is not None else None
    if name is None or person is None or person.kind != "person":
        raise Refused("it is nobody's age")
    subject = Phrase(
        role="told_person", text=person.name, span=name.span, kind="person", gender=person.gender, entities=(person,), named=True, head=name.lemma
    )
    years = re.sub(r"\D", "", number.text)
    age = Phrase(role="age", text=years, span=number.span, kind="age", head="age")
    finite = "was" if document.article.date else "is"  # in a year it is a year more
    clause = Clause(verb=Verb(lemma="be", finite=finite), subject=subject, complements=(age,))
    return build_fact(
        reading,
        number,
        clause,
        type="quantity",
        rule=NAME,
        predicate=f"age {person.name}",
        confidence=CONFIDENCE if is_titled(reading, person) else PASSING,
    )


def is_titled(reading: Reading, person: Entity) -> bool:
    """Whether the title names a person, in full or by the last name."""
    return person.name.split()[-1] in reading.document.article.title


def _bearer_behind(reading: Reading, number: Token) -> Token | None:
    """The name that « 58-year-old » stands before, with a noun between or not."""
    document = reading.document
    head = document.head(number)
    names = [head, *document.children(head, "appos")]
    return next((t for t in names if t.i > number.i and t.i in reading.links), None)


def _bearer_before(document: Document, number: Token) -> Token | None:
    """The name before « , 20, » or « , aged 20, »."""
    token = document.before(number)
    while token is not None and token.text.lower() in (",", "(", "aged"):
        token = document.before(token)
    return token
