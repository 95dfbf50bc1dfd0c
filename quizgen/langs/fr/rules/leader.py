"""Who leads a body, told in passing: « une commission, présidée par X », « l’association que préside X », « X, qui dirige le jury »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import RELATIVE_OBJECT, antecedent, find_subject
from quizgen.langs.fr.forms.conjugation import imperfect, present
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.moments import told_month
from quizgen.langs.fr.phrase.phrases import person_of, read_phrase
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.rules.agent import find_agent, find_by, is_led
from quizgen.langs.fr.rules.participle import opened_clause
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "leader"
ANY = ("un", "une")
LONGEST_TASK = 10  # words of what a body does, by which it is known
DOUBTS = ("pas", "plus", "jamais", "ne", "n’", "n'")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The leaders of bodies whom `sentence` names."""
    document = reading.document
    for verb in document.words(sentence):
        if verb.lemma not in word_set("verbs", "leading") or verb.pos != "VERB" or verb.i in document.quotations:
            continue
        if verb.has("VerbForm=Part", "Tense=Past") and not document.children(verb, "aux", "cop"):
            by = find_by(document, verb)
            noun = document.head(verb) if verb.dep == "acl" and verb.i > verb.head else opened_clause(document, sentence, verb)
            if by is not None and noun is not None and is_led(verb, noun):
                yield attempt(NAME, read_led, reading, verb, noun, by)
        elif verb.has("VerbForm=Fin") and not document.children(verb, "aux"):
            yield attempt(NAME, read_leading, reading, verb)


def read_led(reading: Reading, participle: Token, noun: Token, by: Token) -> Fact:
    """« T, présidé par X ». Raises Refused unless T is known, and X a person with a name."""
    document = reading.document
    if participle.has("Number=Plur") or participle.has("Gender=Fem") != noun.has("Gender=Fem"):
        raise Refused("the participle agrees with another noun")
    agent = find_agent(reading, by)
    if agent.kind != "person" or len(agent.entities) != 1:
        raise Refused("no single person leads it")
    stop = participle.i if noun.i < participle.i else document.sentence_of(noun).last
    thing = with_task(reading, noun, participle, told_thing(reading, noun, stop, "told_body"))
    return build_leader(reading, participle, agent.entities[0], agent, thing)


def with_task(reading: Reading, noun: Token, participle: Token, thing: Phrase) -> Phrase:
    """« la commission qui rendra son rapport le 4 mai »: one of many bodies, told with what it does. Raises Refused where that tells little."""
    document = reading.document
    articles = [t.text.lower() for t in document.children(noun, "det")]
    if thing.entities or thing.named or noun.lemma in word_set("nouns", "situational") or not set(articles) & set(ANY):
        return thing
    end = max(t.i for t in document.subtree(participle) if t.pos != "PUNCT") + 1
    words = document.tokens[end + 1 : document.sentence_of(noun).last - 1]
    follows = document.tokens[end].text == "," and len(words) <= LONGEST_TASK and words and words[0].has("VerbForm=Fin")
    task = document.text(Span(start=words[0].span.start, end=words[-1].span.end)) if follows else ""
    if not any(c.isdigit() or c.isupper() for c in task) or any(t.pos == "PUNCT" or t.has("PronType=Rel") for t in words):
        raise Refused("it is not told which one is meant")
    return replace(thing, text=f"{thing.text} qui {task}", named=True)


def read_leading(reading: Reading, verb: Token) -> Fact:
    """« T, que préside X », « X, qui préside T ». Raises Refused unless T is known, and X a person with a name."""
    document = reading.document
    if any(t.text.lower() in DOUBTS for t in document.children(verb)) or not verb.text.lower().endswith(("e", "ait")):
        raise Refused("it is not told that it is so")
    token = find_subject(document, verb)
    person = led_by(reading, token) if token is not None else None
    if token is None or person is None:
        raise Refused("no single person leads it")
    noun, stop = find_led(document, verb)
    if noun is None or not is_led(verb, noun):
        raise Refused("what is led is no body")
    thing = told_thing(reading, noun, stop, "told_body")
    return build_leader(reading, verb, person, read_phrase(reading, token, "subject", subject=True), thing)


def led_by(reading: Reading, subject: Token) -> Entity | None:
    """The one person whom the subject of a verb names, or stands for."""
    owner = person_of(reading, subject)
    found = (owner[1],) if owner is not None else reading.links.get(subject.i, ())
    return found[0] if len(found) == 1 and found[0].kind == "person" and not reading.document.children(subject, "conj") else None


def find_led(document: Document, verb: Token) -> tuple[Token | None, int]:
    """What is led, and the token that it ends before: what « que » takes up, or the object."""
    relative = next((t for t in document.children(verb, "obj") if t.text.lower() in RELATIVE_OBJECT and t.i < verb.i), None)
    if relative is not None:
        noun = antecedent(document, relative, verb)
        chosen = document.head(verb)
        return (chosen if noun is not None and noun in document.subtree(chosen) else noun), relative.i
    return document.child(verb, "obj"), document.sentence_of(verb).last


def build_leader(reading: Reading, verb: Token, person: Entity, said: Phrase, thing: Phrase) -> Fact:
    """The fact that `person` leads `thing`: with the year, if it is so when it is told."""
    if thing.kind in ("person", "country", "city"):
        raise Refused("what is led is no body")
    year = None if verb.text.lower().endswith("ait") else told_month(reading.document, verb)
    stem = verb.lemma[:-2]
    form = present(f"{stem}ant", verb.lemma, "s") if year else imperfect(f"{stem}{'e' if stem.endswith('g') else ''}ant", "s")
    if form is None:
        raise Refused("a form that no rule gives")
    subject = replace(
        said, role="subject", text=person.name, kind="person", entities=(person,), gender=person.gender, number="s", marker="", named=True
    )
    clause = Clause(
        verb=Verb(lemma=verb.lemma, finite=form), subject=subject, complements=(thing, year) if year and " qui " not in thing.text else (thing,)
    )
    return build_fact(reading, verb, clause, type="role", rule=NAME, confidence=sureness_of(thing))
