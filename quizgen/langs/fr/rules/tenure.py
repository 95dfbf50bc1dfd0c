"""How long somebody holds an office: « X est maire de Y depuis 2001 », « X, évêque de Y de 1984 à 2005 », « X, au pouvoir depuis 1994 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import find_holder, find_named_subject, function_phrase, is_central, is_former, person_at
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "tenure"
CONFIDENCE = 0.9
FARTHEST = 90  # characters from the function to its years
_YEAR = r"(?:1\d|20)\d\d"
_DAY = rf"(?:le (?:1er|\d{{1,2}}) )?(?:(?:{'|'.join(dates.MONTHS)}) )?"
SINCE = re.compile(rf" (depuis) ({_DAY}{_YEAR})\b")
SPAN = re.compile(rf" ((?:de|entre) ({_YEAR}) (?:à|et) ({_YEAR}))\b")
PLAIN = ("ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The offices of named persons in `sentence` whose years are told."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.i in document.quotations or noun.pos not in ("NOUN", "PROPN") or years_of(document, noun, sentence) is None:
            continue
        holder = ruler_before(reading, noun) if noun.lemma == "pouvoir" else None
        if noun.lemma != "pouvoir":
            holder = find_named_subject(reading, noun) or subject_of_past(reading, noun)
        if holder is None and noun.lemma in word_set("nouns", "functions"):
            holder = find_holder(reading, noun)
        if holder is not None:
            yield attempt(NAME, read_tenure, reading, noun, sentence, *holder)


def years_of(document: Document, noun: Token, sentence: Sentence) -> re.Match[str] | None:
    """The years right behind a function and what it is of, with nothing else between."""
    end = min(sentence.span.end, noun.span.end + FARTHEST)
    text = document.article.text
    found = SINCE.search(text, noun.span.end, end) or SPAN.search(text, noun.span.end, end)
    if found is None or any(t.pos not in PLAIN for t in words_between(document, noun, found)):
        return None
    return found


def words_between(document: Document, noun: Token, years: re.Match[str]) -> list[Token]:
    """The words behind `noun` and before its years."""
    return [t for t in document.tokens_in(Span(start=noun.span.end, end=years.start())) if t.i > noun.i]


def subject_of_past(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """X of « X a été maire de Y entre 1981 et 1986 »."""
    document = reading.document
    copula, subject, helper = document.child(noun, "cop"), document.child(noun, "nsubj"), document.child(noun, "aux:tense")
    if copula is None or subject is None or helper is None or helper.text.lower() != "a" or document.children(noun, "advmod", "mark"):
        return None
    person = person_at(reading, subject) or (reading.entity(subject) if subject.pos == "PRON" else None)
    return (subject, person) if person is not None and person.kind == "person" and noun.dep == "ROOT" else None


def ruler_before(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """X of « X, au pouvoir depuis 1994 », « X (au pouvoir de 1988 à 1993) »."""
    document = reading.document
    if noun.i < 3 or document.tokens[noun.i - 1].text.lower() != "au" or document.tokens[noun.i - 2].text not in (",", "("):
        return None
    name = document.tokens[noun.i - 3]
    person = person_at(reading, name)
    return (name, person) if person is not None else None


def read_tenure(reading: Reading, noun: Token, sentence: Sentence, name: Token, person: Entity) -> Fact:
    """« X est maire de Y depuis 2001 ». Raises Refused for somebody met in passing, and for an office that is over or not told."""
    document = reading.document
    years = years_of(document, noun, sentence)
    if years is None or not is_central(reading, name, person):
        raise Refused("the years of somebody met in passing")
    words = [noun, *words_between(document, noun, years)]
    before = document.before(noun)
    if is_former(words) or (before is not None and is_former([before])) or noun.has("Number=Plur"):
        raise Refused("a former function, or one of several")
    since = years.re is SINCE
    copula = document.child(noun, "cop")
    if since and copula is not None and copula.text.lower() != "est":
        raise Refused("it is not so any more")
    subject = Phrase(
        role="told_subject", text=person.name, span=name.span, kind="person", gender=person.gender, entities=(person,), named=True, head=name.lemma
    )
    verb = Verb(lemma="être", finite="est") if since else Verb(lemma="être", finite="a", rest="été")
    clause = Clause(verb=verb, subject=subject, complements=(read_office(reading, noun, words, person), read_years(years)))
    return build_fact(reading, noun, clause, type="role", rule=NAME, predicate=f"être {noun.lemma}", confidence=CONFIDENCE)


def read_office(reading: Reading, noun: Token, words: list[Token], person: Entity) -> Phrase:
    """« maire de Gand », « au pouvoir », told and not asked."""
    if noun.lemma == "pouvoir":
        if len(words) > 1:
            raise Refused("where somebody is in power is told with it")
        return Phrase(role="told_idiom", text="le pouvoir", span=noun.span, marker="à", head=noun.lemma)
    return replace(function_phrase(reading, noun, words, person.gender), role="told_function")


def read_years(years: re.Match[str]) -> Phrase:
    """« depuis 2001 », « de 1984 à 2005 », which also says « entre 1984 et 2005 »."""
    since = years.re is SINCE
    group = 2 if since else 1
    span = Span(start=years.start(group), end=years.end(group))
    said = years.group(2) if since else f"de {years.group(2)} à {years.group(3)}"
    return Phrase(role="time", text=said, span=span, marker="depuis" if since else "", kind="time", head="année", named=True, core=False)
