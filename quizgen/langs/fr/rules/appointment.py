"""To which function somebody comes, told in passing: « X, nommé vice-ministre », « X, élue présidente de Y »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.morphology import agree, bare_participle
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import function_phrase, person_at
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import run_after
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Reading, Sentence, Token, Verb

NAME = "appointment"
CONFIDENCE = 0.9
ENDS = (",", ".", ";", ")", ":", "et", "qui", "en", "le", "par", "avec", "après", "dès", "depuis", "lors", "pour", "mardi", "hier")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The appointments that an aside of `sentence` tells."""
    document = reading.document
    for token in document.words(sentence):
        if token.lemma not in word_set("verbs", "appointing") or not token.has("VerbForm=Part") or document.children(token, "aux"):
            continue
        noun, comma = document.after(token), document.before(token)
        name = document.before(comma) if comma is not None and comma.text == "," else None
        if noun is not None and name is not None and (is_function(noun.lemma) or noun.lemma == "premier"):
            yield attempt(NAME, read_appointment, reading, token, noun, name)


def read_appointment(reading: Reading, participle: Token, noun: Token, name: Token) -> Fact:
    """« X a été nommé F ». Raises Refused unless X is a person and F can be said alone."""
    person = person_at(reading, name)
    if person is None or participle.has("Number=Plur"):
        raise Refused("no person stands before the aside")
    words = [noun, *run_after(reading.document, noun, ENDS)]
    head = noun if is_function(noun.lemma) else words[1]
    title = replace(function_phrase(reading, head, words), role="title")
    title = replace(title, kind="quality", text=title.text.removeprefix("le ").removeprefix("la ").removeprefix("l’"))
    gender = "f" if participle.has("Gender=Fem") else "m"
    bare = bare_participle(participle.text.lower(), gender, "s")
    subject = replace(read_phrase(reading, name, "subject"), text=person.name, entities=(person,), kind="person", gender=gender, marker="")
    verb = Verb(lemma=participle.lemma, finite="a", rest=f"été {agree(bare, gender, 's')}", passive=True, with_be=True)
    clause = Clause(verb=verb, subject=replace(subject, role="told_subject", number="s"), complements=(title,))
    return build_fact(reading, participle, clause, type="action", rule=NAME, confidence=CONFIDENCE)
