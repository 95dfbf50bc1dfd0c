"""A part that is a plain thing -> what is asked for it: « quel type de laves », « qu’est-ce qui », « de quoi » after « faire partie »."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import elide, join_preposition
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.reference.mentions import actors
from quizgen.model import Clause, Phrase, Verb

# Of people, bodies and quantities one does not ask the type.
TYPELESS = ("persons", "functions", "organisations", "groups", "forces", "toll", "measures", "shares", "durations", "units", "members", "vague")
LONGEST_KIND = 6  # words of « des missiles sol-air à longue portée »


def which_kind(phrase: Phrase) -> str | None:
    """« quel type de laves » for « des laves basaltiques fluides »; None for what has no word more, and for people, bodies and amounts."""
    match = re.fullmatch(r"des ([\wà-ÿ-]+) (.+)", phrase.text)
    if match is None or phrase.count or phrase.entities or phrase.kind not in ("thing", "other") or phrase.marker:
        return None
    noun, rest = match.groups()
    if plain(noun)[:4] != plain(phrase.head)[:4] or any(phrase.head in word_set("nouns", key) for key in TYPELESS):
        return None
    if (
        len(phrase.text.split()) > LONGEST_KIND
        or re.match(r"(pour|entre|contre|sur|en|à|au|aux|dans|du|des|d’autres|qui)\b", rest)
        or "," in rest
        or " et " in rest
    ):
        return None
    return f"quel type {elide('de', noun)}"


def causing_word(subject: Phrase, clause: Clause) -> str | None:
    """« qu’est-ce qui » for a thing that brings something about; None for who or what must be asked otherwise."""
    verb = clause.verb
    if verb.lemma not in word_set("clauses", "causing") or verb.passive or verb.reflexive:
        return None
    if subject.kind not in ("thing", "other") or subject.count or len(subject.entities) > 1 or subject.head in actors():
        return None
    if any(isinstance(p, Clause) for p in clause.complements) or re.match(r"(plusieurs|certaine?s|quelques|aucune?) ", subject.text):
        return None  # « le fisc menace de … »: one who wants something
    return "qu’est-ce qui"


def event_word(subject: Phrase, verb: Verb) -> str | None:
    """« quel naufrage » for « le naufrage d’un cargo de Vestar », which cost lives; None for another deed, and for a noun alone."""
    told = re.match(r"(?:le |la |l’)([a-zà-ÿ]+) (?:de |du |des |d’)", subject.text)
    if told is None or verb.lemma != "coûter" or subject.head not in word_set("nouns", "disasters"):
        return None
    return f"{'quel' if subject.gender == 'm' else 'quelle'} {told.group(1)}"


def thing_word(subject: Phrase, verb: Verb) -> str | None:
    """« qu’est-ce qui » for a thing told with more than its noun: « la transparence des comptes »; None for people, bodies and figures."""
    opening = re.match(r"(?:le |la |l’|sa |son )([a-zà-ÿ-]{2,}) ", subject.text)
    thing = subject.kind in ("thing", "other") and not subject.entities and not subject.count and subject.head not in actors()
    if opening is None or not thing or verb.lemma in ("être", "avoir", "faire") or re.search(r" (?:et|ou|qui) ", subject.text):
        return None
    return event_word(subject, verb) or "qu’est-ce qui"


def is_told_cause(subject: Phrase, clause: Clause) -> bool:
    """Whether a subject of one plain noun is yet an answer: « la neige » retarded the trains."""
    bare = subject.head not in word_set("nouns", "vague") and subject.head not in word_set("nouns", "situational")
    return causing_word(subject, clause) is not None and bare and not subject.taken_up


def is_owed(target: Phrase, clause: Clause) -> bool:
    """Whether a part is what the subject is due to: « à la neige », « par un choc »."""
    return clause.verb.lemma in word_set("clauses", "caused") and target.marker in ("à", "par") and target.head not in word_set("nouns", "vague")


def is_death_of(target: Phrase, verb: Verb) -> bool:
    """Whether a part is what somebody died of: « d’un cancer », « à une pneumonie »."""
    own = re.match(r"(?:vieillesse|mort)\b", target.text)
    return verb.lemma in word_set("clauses", "dying") and target.marker in ("de", "à") and target.kind in ("thing", "other") and own is None


def dying_word(target: Phrase, verb: Verb) -> str | None:
    """« de quoi » one died, « comment » one took one’s life (« par pendaison ») or lost it (« dans un accident », « d’un coup »); else None."""
    if target.kind not in ("thing", "other") or target.entities:
        return None
    if target.head == "coup" and target.marker == "de" and verb.passive:
        return "comment"
    if verb.lemma == "suicider" or verb.lemma in word_set("clauses", "dying"):
        lost = target.marker == "dans" and target.head in word_set("nouns", "disasters") and verb.lemma != "suicider"
        if target.marker == "par" or lost:
            return "comment"
    return join_preposition(target.marker, "quoi") if is_death_of(target, verb) else None


def meant_word(target: Phrase, verb: Verb, *, people: bool) -> str | None:
    """« pour quoi », or « pour qui », something is made or used; None beside other verbs, and where a doer does it for an aim of his own."""
    told = verb.lemma in word_set("clauses", "meant_for") and (verb.passive or verb.with_be) and target.kind in ("thing", "other")
    return ("pour qui" if people else "pour quoi") if target.marker == "pour" and told and not target.count else None


def idiom_word(target: Phrase, clause: Clause) -> str | None:
    """« de quoi » for what stands after « faire partie »; None where verb and noun are no idiom."""
    beside = [p for p in clause.complements if isinstance(p, Phrase) and p is not target and not p.marker]
    idioms = read_words("clauses")["idioms"].get(target.marker, ())
    if target.kind not in ("thing", "other", "organisation", "region") or not any(f"{clause.verb.lemma} {p.text}" in idioms for p in beside):
        return None
    return join_preposition(target.marker, "quoi")


def governed_word(target: Phrase, verb: Verb) -> str | None:
    """« sur quoi », « à quoi » for what such a verb takes; None for a verb that takes nothing so."""
    marker = target.marker
    taken = (*read_words("verbs")["governs"].get(marker, ()), *read_words("clauses")["asked"].get(marker, ()))
    return join_preposition(marker, "quoi") if target.role == "agent" or verb.lemma in taken else None
