"""A clause said again: as a statement, inverted, with the clauses under it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms.morphology import PRONOUNS, elide, invert, join_preposition, lower_first
from quizgen.langs.fr.phrase.wording import say_entity, say_list
from quizgen.model import Clause, Phrase, Verb


def say_statement(clause: Clause) -> str:
    """The clause as a sentence, without its final stop."""
    subject = clause.subject
    gender, number = (subject.gender or "m", subject.number) if subject else ("m", "s")
    lead = lower_article(subject) if subject else ""
    return f"{lead} {say_verb(clause.verb)} {say_parts(clause.complements, gender, number)}".strip()


def lower_article(phrase: Phrase) -> str:
    """The subject's words, its article with a small initial; a title keeps its own: « La Maison des vents »."""
    if any(e.kind == "other" and e.name == phrase.text for e in phrase.entities):
        return phrase.text
    return lower_first(phrase.text) if re.match(r"(?:Le|La|Les|Un|Une|Des) |L’", phrase.text) and not phrase.text.istitle() else phrase.text


def say_verb(verb: Verb, pronoun: str = "") -> str:
    """The verb group with its reflexive pronoun and negation; with `pronoun`, inverted."""
    finite = invert(verb.finite, pronoun) if pronoun else verb.finite
    group = elide("se", finite) if verb.reflexive else finite
    if verb.negation:
        group = f"{elide('ne', group)} {verb.negation}"
    return f"{group} {verb.rest}".strip()


def say_parts(parts: tuple[Phrase | Clause, ...], gender: str, number: str) -> str:
    """The complements in order; pronouns for the subject agree with `gender` and `number`."""
    return " ".join(say_inner(part, gender, number) if isinstance(part, Clause) else say_phrase(part) for part in parts)


def say_phrase(phrase: Phrase) -> str:
    """A phrase with its preposition, repeated before each name of a list where French repeats it."""
    if len(phrase.entities) > 1 and phrase.marker in ("de", "à") and phrase.text == say_list(phrase.entities):
        *lead, last = (join_preposition(phrase.marker, say_entity(e)) for e in phrase.entities)
        return f"{', '.join(lead)} et {last}"
    return join_preposition(phrase.marker, phrase.text)


def say_inner(clause: Clause, gender: str, number: str) -> str:
    """« qu’elle enverrait des navires », « d’envoyer des troupes », « pour rejoindre les forces »."""
    rest = say_parts(clause.complements, gender, number)
    verb = say_verb(clause.verb)
    if clause.verb.negation and clause.subject is None:
        plain = say_verb(replace(clause.verb, negation=""))
        verb = f"ne {clause.verb.negation} {plain}"
    words = f"{verb} {rest}".strip()
    if clause.subject is not None:
        subject = PRONOUNS[(gender or "m", number)] if clause.subject.same_as_subject else lower_article(clause.subject)
        words = f"{subject} {words}"
    return elide(clause.link, words) if clause.link in ("que", "de") else f"{clause.link} {words}".strip()
