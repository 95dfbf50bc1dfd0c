"""A clause and the part that is asked -> why too many answers would fit: nothing but a day beside it, one of a sort, what anybody fears."""

from __future__ import annotations

import re

from quizgen.langs.fr.asking.question_words import CLOCK
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Phrase

DOERS = ("subject", "actor")
ONE_OF_SORT = re.compile(r"(?:une?|des|de nouve(?:aux|lles)) ")
BARE = re.compile(r"(?:les? |la |l’)[\wà-ÿ-]+")
SINGLE = re.compile(r"(?:la |le |l’|une? )")
DETAILING = ("préciser",)
VICTIM = "victime"  # the lemma of « est victime de »
PAST = ("a", "ont", "fut", "furent", "avait", "avaient")
DAY = re.compile(r"\d{1,2}(?:er)? [a-zà-ÿ]+ \d{4}")
MEASURING = ("distance", "durée", "écart", "intervalle", "période")


def reason_too_wide(clause: Clause, target: Phrase, role: str) -> str | None:
    """Why nobody could tell which of many answers is meant, or None."""
    others = [p for p in clause.phrases() if p is not target]
    if role in DOERS and target is clause.subject and is_dated_only(clause, others):
        return "nothing but its day is told of what it did"
    if role in DOERS and target is clause.subject and is_feared(clause, target):
        return "anybody may fear it"
    cut = target.number == "p" and target.head in word_set("clauses", "measures") and " et " not in target.text
    if role == "content" and cut and SINGLE.match(target.text):
        return "one of several that are told"  # « a annoncé la vente de 30 navires, soit …, et la fermeture de … »
    if role == "speaker" and clause.verb.lemma in DETAILING:
        return "a detail is asked itself, not who adds it"
    if target.role.startswith("complement") and clause.verb.lemma == VICTIM:
        return "of what somebody was the victim is plain from the event"
    if target is not clause.subject and clause.subject is not None and is_measure_alone(clause.subject):
        return f"it is not told which « {clause.subject.text} » is meant"
    return None


def is_dated_only(clause: Clause, others: list[Phrase]) -> bool:
    """« La gamme sera présentée le 4 mars »: many things were, on that day. What harms somebody is known by the event.

    So is what was done on a day to a name: « les accords de Brume ont été conclus le 7 mai 1958 ».
    """
    if (
        not others
        or any(p.kind != "time" and not CLOCK.fullmatch(p.text) for p in others)
        or clause.verb.lemma in word_set("verbs", "harming") | word_set("verbs", "felling")
    ):
        return False
    subject = clause.subject
    named = subject is not None and (subject.entities or subject.named)
    past = clause.verb.passive and clause.verb.finite in PAST and any(DAY.search(p.text) for p in others)
    return not (named and past)


def is_feared(clause: Clause, target: Phrase) -> bool:
    """« Les observateurs craignent une escalade »: a group without a name; who has one may be asked."""
    return clause.verb.lemma in word_set("verbs", "felt") and not (target.entities or target.count)


def is_measure_alone(subject: Phrase) -> bool:
    """« la distance »: between what, the question does not tell."""
    return subject.head in MEASURING and BARE.fullmatch(subject.text) is not None


def is_one_of_sort(target: Phrase, word: str) -> bool:
    """« Quelle traduction ? Une traduction anglaise »: whether the question names no more than the noun of a thing that is one of many."""
    noun = word.partition(" ")[2]
    return word.startswith("quel") and ONE_OF_SORT.match(target.text) is not None and noun in target.text.split()
