"""A clause said again in English: as a statement, inverted, with the clauses under it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.forms.morphology import BE, DO, HAVE, MODALS, base_of, lower_first, tense_of
from quizgen.langs.en.forms.verb_forms import with_number
from quizgen.model import Clause, Phrase, Verb

PRONOUNS = {"m": "he", "f": "she"}
# What opens a phrase and is no part of a name, with a capital only at the head of a sentence.
ARTICLE = re.compile(
    r"(The|A|An|Some|Many|Several|Most|About|Around|More|Nearly|Almost|Over|Its|His|Her|Their|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
)


def say_statement(clause: Clause) -> str:
    """The clause as a sentence, without its final stop."""
    lead = say_subject(clause.subject) if clause.subject else ""
    if clause.verb.rest == "there":
        return f"there {clause.verb.finite} {lead} {say_parts(clause.complements, clause.subject)}".strip()
    return f"{lead} {say_verb(clause.verb)} {say_parts(clause.complements, clause.subject)}".strip()


def say_subject(phrase: Phrase) -> str:
    """The subject's words, its article or number with a small initial unless it belongs to a title."""
    return lower_first(phrase.text) if ARTICLE.match(phrase.text) and not is_title(phrase) else phrase.text


def is_title(phrase: Phrase) -> bool:
    """Whether a phrase is a name that an article opens: « The Gambia », « The Hague »."""
    return any(e.name.startswith("The ") for e in phrase.entities)


def is_auxiliary(verb: Verb) -> bool:
    """Whether the finite word can stand before the subject: be, a modal, and have or do where another verb follows."""
    finite = verb.finite.lower()
    if finite in BE or finite in MODALS:
        return True
    if finite in HAVE:
        return bool(verb.rest) and not verb.rest.startswith("to ") and (verb.lemma != "have" or re.search(r"\bhad\b", verb.rest) is not None)
    return finite in DO and bool(verb.rest) and (verb.lemma != "do" or re.search(r"\bdo\b", verb.rest) is not None)


def say_verb(verb: Verb) -> str:
    """The verb group with its negation, in the order of a statement."""
    parts = (verb.finite, verb.negation, verb.before, verb.rest) if is_auxiliary(verb) else (verb.before, verb.finite, verb.negation, verb.rest)
    return re.sub(r"\bcan not\b", "cannot", " ".join(filter(None, parts)))


def invert(verb: Verb, subject: str) -> str:
    """The verb group around its subject: « has Norway sent », « did Norway send »."""
    if is_auxiliary(verb):
        return " ".join(filter(None, (verb.finite, subject, verb.negation, verb.before, verb.rest)))
    lemma = base_of(verb.lemma, verb.finite)
    return " ".join(filter(None, (tense_of(verb.finite, lemma), subject, verb.negation, verb.before, lemma, verb.rest)))


def say_parts(parts: tuple[Phrase | Clause, ...], subject: Phrase | None) -> str:
    """The complements in order; pronouns for the subject above are those for `subject`."""
    return " ".join(filter(None, (say_inner(part, subject) if isinstance(part, Clause) else say_phrase(part) for part in parts)))


def say_phrase(phrase: Phrase) -> str:
    """A phrase with its preposition."""
    return f"{phrase.marker} {phrase.text}".strip()


def say_inner(clause: Clause, subject: Phrase | None) -> str:
    """« that it would send ships », « to send troops », « not to join the fleet »; `subject` is that of the clause above."""
    own = clause.subject
    taken_up = own is None or own.same_as_subject
    rest = say_parts(clause.complements, subject if taken_up else own)
    if own is None:
        bare = say_verb(replace(clause.verb, negation=""))
        deed = clause.link not in ("", "to")  # « for not paying », « not to pay »
        lead = (clause.link, clause.verb.negation) if deed else (clause.verb.negation, clause.link)
        return " ".join(filter(None, (*lead, bare, rest)))
    said = say_pronoun(subject) if taken_up and subject else say_subject(own)
    verb = with_number(clause.verb, "p" if said == "they" else "s") if taken_up else clause.verb
    return " ".join(filter(None, (clause.link, said, say_verb(verb), rest)))


def say_pronoun(subject: Phrase) -> str:
    """What stands for a subject said before: he, she, it, they; the name again for one person of unknown gender."""
    if subject.number == "p":
        return "they"
    if subject.kind != "person":
        return "it"
    return PRONOUNS.get(subject.gender) or (subject.entities[0].name.split()[-1] if subject.entities else "they")
