"""What somebody was before: « l’ancien ministre des Finances, X », « X est une ancienne capitaine », « Ancien avocat, X … »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.geography import is_place_adjective
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import FIRST, find_holder, function_phrase, is_central, is_former, names_body, person_at, trimmed_function
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Entity, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "former"
CONFIDENCE = 0.85
FUTURE = ("futur", "feu")
LONGEST_OPENING = 10  # words of « Ancien directeur de X, il … »
COPULAS = ("est", "était", "fut")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The former functions that `sentence` gives to known persons."""
    for noun in reading.document.words(sentence):
        if noun.pos != "NOUN" or not is_function(noun.lemma) or not _is_called_former(reading, noun):
            continue
        holder = find_holder(reading, noun) or find_subject_person(reading, noun)
        if holder is not None:
            yield attempt(NAME, read_former, reading, noun, *holder)


def _is_called_former(reading: Reading, noun: Token) -> bool:
    before = reading.document.before(noun)
    if before is not None and before.text.lower() in FIRST:  # « l’ancien Premier ministre »
        before = reading.document.before(before)
    return is_former([noun]) or (before is not None and (is_former([before]) or before.text.lower() == "ex"))


def find_subject_person(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """X of « X est un ancien F », of « Ancien F, X (il) … », and of « cet ancien F » where that is known to be X."""
    document = reading.document
    linked = reading.entity(noun)
    if linked is not None and linked.kind == "person":
        return noun, linked
    copula = document.child(noun, "cop")
    if copula is not None and copula.text.lower() in COPULAS:
        subject = document.child(noun, "nsubj") or _only_person(reading, copula)
    elif noun.i <= document.sentence_of(noun).first + 2:
        comma = next((t for t in document.tokens[noun.i : noun.i + LONGEST_OPENING] if t.text == ","), None)
        subject = document.after(comma) if comma is not None else None
    else:
        return None
    if subject is None or subject is noun:
        return None
    person = person_at(reading, subject) or (reading.entity(subject) if subject.pos == "PRON" else None)
    return (subject, person) if person is not None and person.kind == "person" else None


def _only_person(reading: Reading, copula: Token) -> Token | None:
    """The one person named before the verb in its sentence: « X, 51 ans, est … »."""
    before = reading.document.tokens[reading.document.sentence_of(copula).first : copula.i]
    names = [t for t in before if person_at(reading, t)]
    return names[0] if len(names) == 1 and not any(t.name and t not in names for t in before) else None


def read_former(reading: Reading, noun: Token, name: Token, person: Entity) -> Fact:
    """« X a été F ». Raises Refused if the function is said with words that point elsewhere, or says too little of one met in passing."""
    words = trimmed_function(reading.document, noun, name)
    if any(t.lemma in FUTURE for t in words) or noun.has("Number=Plur"):
        raise Refused("a future function, or one of several people")
    words = [
        t
        for t in words
        if t.i >= noun.i or t.text.lower().removeprefix("ex-") in FIRST or (t.pos == "ADJ" and not is_former([t]) and t.text.lower() != "ex")
    ]
    function = function_phrase(reading, noun, words, person.gender)
    text = function.text.removeprefix("ex-").removeprefix("la ").removeprefix("le ").removeprefix("l’")
    public = noun.lemma in word_set("nouns", "unique") and any(is_place_adjective(t.lemma) for t in words)
    if not names_body(reading, words) and not public and not is_central(reading, name, person):
        raise Refused("a person met in passing")
    if person.name in text:
        raise Refused("the function names its holder")
    function = replace(function, text=text, head=noun.lemma.removeprefix("ex-"))
    subject = Phrase(
        role="told_person", text=person.name, span=name.span, kind="person", gender=person.gender, entities=(person,), named=True, head=name.lemma
    )
    clause = Clause(verb=Verb(lemma="être", finite="a", rest="été"), subject=subject, complements=(function,))
    return build_fact(reading, noun, clause, type="role", rule=NAME, predicate="ancien", confidence=CONFIDENCE)
