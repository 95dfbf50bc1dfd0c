"""A clause and the part that is asked -> why its answer would tell nothing: what was told before, a body by its house, one of many ways."""

from __future__ import annotations

import re

from quizgen.langs.fr.asking.question_words import asks_own_noun
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.model import Clause, Phrase

BARE = re.compile(r"(?:les? |la |l’|ce |cette |cet )([\wà-ÿ-]+)")
AWAITED = re.compile(r"(?:les? |la |l’)[\wà-ÿ-]+ (?:si|tant|longtemps|très|aussi) (?:attendu|espéré|redouté|désiré|convoité|décrié)e?s?")
OF_HOUSE = re.compile(r"(?:le |la |l’)([\wà-ÿ-]+) (?:du |de la |de l’|des )([\wà-ÿÀ-Ý-]+)")
PASSING = ("doubler", "dépasser", "distancer", "devancer", "rattraper")  # somebody, at one moment of a race
JOINING = ("relier", "desservir")  # two places, or one
PLACED = ("place", "destination")
ADDRESSED = re.compile(r"\b(?:demande|aide|appel|réponse|opposition|accès|adhésion|recours|référence|attachement)$")
EFFORT = re.compile(r"(?:les |ses |leurs |la |sa |l’|son )(?:efforts?|tentatives?)\b")
AIMED = re.compile(r"\b(?:pour|afin|contre|visant|en faveur|d’\w+(?:er|ir|re|tion|ment)|de \w+(?:er|ir|re|tion|ment))\b")
MOVING = ("aller", "émigrer", "migrer", "passer", "partir", "venir")
GLORY = ("consécration", "gloire", "notoriété", "reconnaissance", "renommée", "succès", "célébrité")
NEAR = 5  # characters of « à la » before a noun
COSTS = ("prix", "coût", "taux", "montant", "marge")


def reason_hollow(clause: Clause, target: Phrase) -> str | None:
    """Why an answer would tell nothing, or be one of many, or None."""
    if AWAITED.fullmatch(target.text):
        return "nothing but that it was waited for tells it from others"
    if is_called_so(target):
        return f"« {target.text} » is what the article calls what it has told"
    if is_body_of_house(target):
        return "which one of its house it is stays untold"
    if target is clause.subject and clause.verb.lemma in JOINING and not clause.verb.passive:
        return "many ways lead from one place to another"
    if target.role == "object" and any(p.marker == "en" and p.head in read_words("verbs")["trends"] for p in clause.phrases()):
        return "how it has changed would stay in the question"
    if EFFORT.match(target.text) and not AIMED.search(target.text):
        return "it is not told what was tried"
    if parts_request(clause, target):
        return "to whom it goes is told of the thing, not of the deed"
    if is_overtaking(clause):
        return "it is not told at what moment one was before the other"
    if is_bare_deed(clause, target):
        return "nothing but a vague verb is told of somebody"
    if is_start_alone(clause, target):
        return "it is not told what begins or ends so"
    if target is clause.subject and (says_own_amount(clause, target) or is_somewhere_only(clause, target)):
        return "its own noun is all that leads to it"
    return None


def is_called_so(target: Phrase) -> bool:
    """« le drame », « la tragédie »: how a text takes up the death or the accident that it is about."""
    bare = BARE.fullmatch(target.text)
    return bare is not None and not target.entities and any(bare.group(1) in words for words in read_words("nouns")["retold"])


def is_body_of_house(target: Phrase) -> bool:
    """« la commission du Parlement »: a body of which nothing but its house is told, where a house has many."""
    told = OF_HOUSE.fullmatch(target.text)
    return told is not None and told.group(1) in word_set("nouns", "organisations") and told.group(2).lower() in word_set("nouns", "sole_bodies")


def parts_request(clause: Clause, target: Phrase) -> bool:
    """« a rendu publique sa demande d’aide | à la Suède »: « à » belongs to what is asked, and would stay behind without it."""
    others = (p for p in clause.phrases() if p.marker == "à" and p.kind != "city" and not p.role.startswith(PLACED))
    to = [p for p in others if 0 <= p.span.start - target.span.end <= NEAR]
    gives = clause.verb.lemma in word_set("verbs", "recipients")
    return target.role == "object" and not target.marker and bool(to) and not gives and ADDRESSED.search(target.text) is not None


def is_overtaking(clause: Clause) -> bool:
    """« Ida Lund a doublé Ana Vik », without when: who leads a race changes."""
    raced = any(p.role == "object" and p.kind == "person" for p in clause.phrases())
    return clause.verb.lemma in PASSING and raced and not any(p.kind == "time" for p in clause.phrases())


def is_bare_deed(clause: Clause, target: Phrase) -> bool:
    """« Qui migra vers Radio Brume ? », « Qui obtint la gloire en 1998 ? »: in what, or from where, is not told."""
    verb, subject = clause.verb, clause.subject
    if subject is None or target is not subject or verb.passive:
        return False
    others = [p for p in clause.phrases() if p is not subject]
    if subject.kind != "person":  # « Quel navire est parti de Gand ? »: without its day
        return verb.lemma in MOVING and bool(others) and all(p.role.startswith((*PLACED, "complement")) and p.marker for p in others)
    free = [p for p in others if p.kind != "time"]
    moved = verb.lemma in MOVING and all(p.role.startswith((*PLACED, "complement")) for p in free)
    return moved or (len(free) == 1 and free[0].head in GLORY and BARE.fullmatch(free[0].text) is not None)


def is_start_alone(clause: Clause, target: Phrase) -> bool:
    """« Par quoi Ida Lund a-t-elle commencé ? »: of somebody without what is begun; an event begins itself."""
    someone = clause.subject is not None and clause.subject.kind in ("person", "people")
    parts = [p for p in clause.phrases() if p is not clause.subject]
    bare = any(p.marker == "par" for p in parts) and not any(p.role.startswith(("object", "content")) for p in parts)
    return someone and bare and clause.verb.lemma in word_set("clauses", "starting")


def says_own_amount(clause: Clause, subject: Phrase) -> bool:
    """« Quel chiffre d’affaires a reculé de 3 % ? Le chiffre d’affaires de X »: the figure is asked, of what everybody has."""
    measured = any(p.kind == "measure" for p in clause.phrases() if p is not subject)
    return measured and subject.head in (*COSTS, *word_set("nouns", "firm_parts")) and asks_own_noun(subject)


def is_somewhere_only(clause: Clause, subject: Phrase) -> bool:
    """« Quel débat est relancé en France ? »: nothing but where is told of a thing that the question calls by its noun."""
    others = [p for p in clause.phrases() if p is not subject]
    placed = bool(others) and all(p.role.startswith(PLACED) for p in others)
    return placed and subject.kind == "thing" and not subject.entities and asks_own_noun(subject)
