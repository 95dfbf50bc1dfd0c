"""Clauses: from a verb to a `Clause` that can be said again as a statement or a question, or the reason why not."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.clause.complements import read_complements
from quizgen.langs.fr.clause.ellipsis import counted_object, counted_subject, without_number, without_whole
from quizgen.langs.fr.clause.shades import with_shades
from quizgen.langs.fr.clause.verbs import (
    CLITICS,
    OBJECT_PRONOUNS,
    PERFECT,
    RELATIVE_OBJECT,
    agree_with_subject,
    bare_of,
    find_subject,
    is_singular_of_two,
    read_verb,
    recent_past,
    told_past,
)
from quizgen.langs.fr.clause.wholeness import check_condition, is_whole
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import as_definite, say_entity
from quizgen.langs.fr.reference.mentions import object_antecedent
from quizgen.langs.memory import remember
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Token, Verb

OWN = ("son", "sa", "ses")
SINCE = 3  # tokens of « depuis lors, »


@remember
def read_clause(reading: Reading, head: Token) -> Clause:
    """The main clause whose verb is `head`. Raises Refused if it cannot be said alone."""
    document = reading.document
    taken_up = read_object_pronoun(reading, head)
    again = counted_object(reading, head)
    verb = read_verb(document, head, known=taken_up is not None or again is not None)
    subject_token = find_subject(document, head)
    if subject_token is None:
        raise Refused("no subject was found")
    subject = counted_subject(reading, subject_token, head) or read_phrase(reading, subject_token, "subject", subject=True)
    check_agreement(document, head, verb, subject)
    if verb.number == "p" and subject_token.name == "PER" and subject.text == subject_token.text:
        raise Refused("another doer is lost")  # « X, juge, et son fils, Y, ont … »
    subject = with_shown_gender(head, verb, subject)
    verb = agree_with_subject(document, head, verb, subject)
    if any(t.text.lower() in RELATIVE_OBJECT for t in document.children(head, "obj")) and verb.rest:
        verb = replace(verb, rest=bare_of(document, head, verb.rest))
    verb = told_perfect(document, head, verb)
    complements = without_whole(with_shades(document, head, read_complements(reading, head, subject)), subject)
    check_counted_since(document, head, subject, complements)
    check_there(document, head, subject, complements)
    if again is not None:
        complements = (again[0], *without_number(complements, again[1]))
    if taken_up is not None:
        verb = replace(verb, rest=bare_of(document, head, verb.rest))
        complements = (taken_up, *complements)
    if not complements:
        check_passive(verb, subject)
    check_condition(document, head, complements)
    whole = is_whole(reading, head, complements) and all(c.whole for c in complements if isinstance(c, Clause))
    if any(isinstance(p, Phrase) and p.kind == "time" and p.role == "time" and p.marker not in ("depuis", "de") for p in complements):
        verb = told_past(verb)
    if head.lemma == "venir":
        verb, complements = recent_past(verb, complements)
    if verb.number == "s" and subject.number == "p" and len(subject.entities) < 2:
        subject = replace(subject, number="s")  # « le journaliste et écrivain X »
    articled = subject.kind == "country" or (subject.kind == "organisation" and " " in subject.text)  # « la Nouvelle Démocratie », « Nintendo »
    if len(subject.entities) == 1 and articled and subject.text == subject.entities[0].name:
        subject = replace(subject, text=say_entity(subject.entities[0]))
    return Clause(verb=verb, subject=replace(subject, marker=""), complements=complements, whole=whole)


def check_counted_since(document: Document, head: Token, subject: Phrase, complements: tuple[Phrase | Clause, ...]) -> None:
    """Raises Refused for « Depuis, X avait perdu trois finales »: how many there were since a day that another sentence tells."""
    since = any(t.text.lower() == "depuis" and t.pos == "ADV" and len(document.subtree(t)) <= SINCE for t in document.children(head, "advmod"))
    parts = (subject, *(p for c in complements for p in (c.phrases() if isinstance(c, Clause) else (c,))))
    if since and any(p.count for p in parts):
        raise Refused("it is not told since when it is counted")


def check_there(document: Document, head: Token, subject: Phrase, complements: tuple[Phrase | Clause, ...]) -> None:
    """Raises Refused for « 42 personnes y ont perdu la vie »: where it was, and nothing else that is named or dated, is told before."""
    there = any(t.text.lower() == "y" and t.i < head.i for t in document.children(head)) and head.lemma != "avoir"
    parts = (subject, *(p for c in complements for p in (c.phrases() if isinstance(c, Clause) else (c,))))
    if there and not any(p.entities or p.named or p.kind == "time" for p in parts):
        raise Refused("where it was is told elsewhere")


def with_shown_gender(head: Token, verb: Verb, subject: Phrase) -> Phrase:
    """`subject`, feminine where a participle with être is written so: « la constitution de l’État indépendant a été adoptée »."""
    shown = verb.with_be and head.has("Gender=Fem") and head.text.lower().endswith(("ée", "ées", "ie", "ies", "te", "tes", "ue", "ues"))
    known = subject.kind == "person" or len(subject.entities) > 1 or any(e.gender for e in subject.entities)
    if not shown or subject.gender != "m" or known or subject.count:
        return subject
    return replace(subject, gender="f")


def told_perfect(document: Document, head: Token, verb: Verb) -> Verb:
    """« avait signé » said as « a signé »; « était signé » and « était supérieur », which tell how it was, stay."""
    lasted = document.child(head, "cop") is not None and verb.finite in ("était", "étaient")
    if not verb.rest or lasted or (verb.passive and not verb.rest.startswith("été")):
        return verb
    return replace(verb, finite=PERFECT.get(verb.finite, verb.finite))


def check_passive(verb: Verb, subject: Phrase) -> None:
    """Raises Refused for « quatre personnes sont recherchées »: a count of the moment; what is called off stays so."""
    lasting = verb.lemma in word_set("verbs", "called_off")
    if not lasting and verb.passive and subject.count and verb.finite in ("est", "sont") and not verb.rest.startswith("été"):
        raise Refused("a count that held for the moment only")


def check_agreement(document: Document, head: Token, verb: Verb, subject: Phrase) -> None:
    """Raises Refused for « seul X … », and where subject and verb disagree, or a participle shows an object that is not there: a wrong parse."""
    if re.match(r"seule?s? ", subject.text.lower()):
        raise Refused("what one alone does is not told whole by a question")
    several = (
        len(subject.entities) > 1
        or " et " in subject.text
        or subject.count
        or subject.head in word_set("nouns", "measures") | word_set("nouns", "shares")
    )
    if is_singular_of_two(document, head):
        raise Refused("two things, and a verb for one")
    if (subject.number != verb.number and not several) or (verb.number == "s" and len(subject.entities) > 1):
        raise Refused(f"« {subject.text} » and « {verb.finite} » do not agree")
    if re.search(r",(?!\d)", subject.text) and len(subject.entities) < 2:
        raise Refused("the subject is broken by an aside")
    if _shows_other_noun(head, verb, subject):
        raise Refused(f"« {head.text} » does not agree with « {subject.text} »: « qui » takes up another noun")
    both = re.search(r"(?:mis|pris|quis|clus|clos)$", verb.rest) is not None  # « a requis »: the same for one and for several
    agreed = head.has("Gender=Fem") or (head.has("Number=Plur") and not both) or re.search(r"(ée|ie|ue)s?$|és$", verb.rest)
    outside = any(t.text.lower() in (*RELATIVE_OBJECT, *OBJECT_PRONOUNS) and t.i < head.i for t in document.children(head, "obj"))
    with_have = not (verb.with_be or verb.passive or verb.reflexive or verb.lemma == "être")
    if verb.rest and agreed and with_have and not outside:
        raise Refused("the participle agrees with an object that was not found")


def _shows_other_noun(head: Token, verb: Verb, subject: Phrase) -> bool:
    """« le quai 4 de la gare de Gand, qui était utilisé … »: the participle of a relative clause shows that the nearer noun is not meant."""
    if head.dep != "acl:relcl" or not verb.passive or not subject.gender or subject.count or len(subject.entities) > 1:
        return False
    said = "f" if head.has("Gender=Fem") else "m" if head.has("Gender=Masc") else ""
    spelled = "f" if re.search(r"(?:ée|ie|ue|te|se)s?$", head.text) else "m"
    return said == spelled != subject.gender


def read_object_pronoun(reading: Reading, head: Token) -> Phrase | None:
    """What « l’a repérée » says was spotted, if that is sure and the only pronoun before the verb."""
    document = reading.document
    before = [t for t in document.children(head) if t.i < head.i and t.pos == "PRON" and t.text.lower().replace("'", "’") in CLITICS]
    if len(before) != 1 or before[0].text.lower() not in OBJECT_PRONOUNS:
        return None
    noun = before[0] if before[0].i in reading.links else object_antecedent(reading, before[0], head)
    if noun is None:
        return None
    phrase = _owned(reading, noun) or read_phrase(reading, noun, "object", subject=True)
    if phrase.marker or phrase.count or not (phrase.entities or is_definite(phrase) or phrase.text[:1].isupper()):
        return None
    return replace(phrase, span=before[0].span, taken_up=(*phrase.taken_up, phrase.span))


def _owned(reading: Reading, noun: Token) -> Phrase | None:
    """« les actions du prince X » for « ses actions » in « Le prince X vendit ses actions. »; None if `noun` is no such object."""
    document = reading.document
    determiner = document.child(noun, "det")
    subject = document.child(document.head(noun), "nsubj")
    if determiner is None or determiner.text.lower() not in OWN or subject is None or subject.i > noun.i:
        return None
    owner = read_phrase(reading, subject, "owner", subject=True)
    if owner.number != "s" or not (owner.entities or is_definite(owner)):
        return None
    phrase = read_phrase(reading, noun, "object")
    text = f"{as_definite(reading, noun)} {join_preposition('de', owner.text)}"
    return replace(phrase, text=text, taken_up=(*phrase.taken_up, *owner.taken_up, owner.span))
