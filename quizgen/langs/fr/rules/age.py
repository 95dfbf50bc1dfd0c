"""How old somebody is: « X, 20 ans, », « X, âgée de 81 ans, »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.phrase.functions import DEAD
from quizgen.langs.fr.phrase.moments import told_month
from quizgen.langs.fr.phrase.phrases import person_of, read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "age"
CONFIDENCE = 0.5  # of six such cards readers kept none but those on the person of the title
LEAD = 2  # sentences; an age is worth asking of those whom the article is about


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The ages that `sentence` gives to named persons."""
    document = reading.document
    for years in document.words(sentence):
        number = document.before(years)
        if years.text.lower() == "ans" and number is not None and number.text.isdigit() and years.i not in document.quotations:
            yield attempt(NAME, read_age, reading, years, number)


def read_age(reading: Reading, years: Token, number: Token) -> Fact:
    """« X a N ans ». Raises Refused unless a person's name stands right before the number."""
    document = reading.document
    name = find_bearer(document, number)
    after = document.after(years)
    person = reading.entity(name) if name is not None else None
    if name is None or person is None or person.kind != "person" or (after is not None and after.text not in (",", ".", ")", ";", ":")):
        raise Refused("it is nobody's age")
    if document.sentence_number(years) > LEAD and plain(person.name.split()[-1]) not in plain(document.article.title):
        raise Refused("the age of one whom the article is not about")
    if is_one_of_ages(document, years):
        raise Refused("one age of several")
    owner = person_of(reading, document.head(name)) or (name.i, person)
    subject = replace(read_phrase(reading, name, "told_person"), text=person.name, entities=(person,), marker="")
    span = Span(start=number.span.start, end=years.span.end)
    age = Phrase(role="age", text=document.text(span), span=span, kind="measure", head="âge")
    dead = DEAD.search(document.text(document.sentence_of(years).span))
    year = None if dead else told_month(document, years)
    clause = Clause(verb=Verb(lemma="avoir", finite="a" if year else "avait"), subject=subject, complements=(age, year) if year else (age,))
    return build_fact(reading, years, clause, type="quantity", rule=NAME, predicate=f"âge {owner[1].name}", confidence=CONFIDENCE)


def is_one_of_ages(document: Document, years: Token) -> bool:
    """« Karl Lund, 31 ans, et Pierre Garnier, 28 ans, »: of several people nobody keeps the age of each."""
    words = document.words(document.sentence_of(years))
    ages = [t for t in words if t.text.lower() == "ans" and (number := document.before(t)) is not None and find_bearer(document, number) is not None]
    return len(ages) > 1


def find_bearer(document: Document, number: Token) -> Token | None:
    """The name before « , 20 ans » or « , âgée de 20 ans »."""
    token = document.before(number)
    first = document.words(document.sentence_of(number))[0]
    if first.text.lower() in ("âgé", "âgée") and number.i <= first.i + 3:
        subject = find_subject(document, document.head(first))
        return subject if subject is not None and subject.i > number.i else None
    while token is not None and token.text.lower() in ("de", ",", "(", "âgé", "âgée", "agé", "agée"):
        token = document.before(token)
    return token if token is not None and token.name and token.i < number.i - 1 else None
