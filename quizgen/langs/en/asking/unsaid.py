"""A clause and the part that is asked -> what a question would leave unsaid: the season, the match, the post; or how little an answer says."""

from __future__ import annotations

import re

from quizgen.langs.en.asking.question_words import is_distance
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Clause, Phrase

LOOSE_AMOUNT = re.compile(r"(?:(?:only|just|about) )?(?:a few|a couple of|several|some|many) [a-z]+")
SOME_OF = re.compile(r"(?:many|most|some|several|a few|few) of (?:the|his|her|its|their) [a-z-]+")
LEAVING = ("resign", "quit", "retire")
ANSWERED = ("meet", "greet")
LENGTH = re.compile(r"(?:(?:about|some|only|just|around) )?(?:a few|several|[\w.,]+) [a-z]+")
PLACED = frozenset("leave stand lie stop park land left standing lying stopped parked".split())
MEASURED = ("measure", "duration")


def reason_unsaid(clause: Clause, target: Phrase, role: str) -> str | None:
    """Why the reader of a question for `target` would have to ask back, or would learn nothing; None if nothing is against it."""
    if (bodies := next((p for p in clause.phrases() if are_unknown_bodies(p)), None)) is not None:
        return f"it is not said which “{bodies.text}” they are"
    if is_cut_distance(clause):
        return "from what it was so far off is cut"
    if is_visit(clause):
        return "who went to the scene of an event is a side matter"
    if clause.verb.lemma == "watch" and role != "number":
        return "who looked on, and where, is a side matter"
    if role == "number":
        return unsaid_of_number(clause, target)
    if target.kind in MEASURED and LOOSE_AMOUNT.fullmatch(target.text):
        return f"“{target.text}” is no figure"
    if SOME_OF.fullmatch(target.text) and not target.entities:
        return f"“{target.text}” names nobody"
    if target.head == "need" and re.fullmatch(r"the [a-z-]+ needs", target.text):
        return f"“{target.text}” says little"
    if target is clause.subject:
        return unsaid_of_subject(clause, target)
    if target.kind == "time" and clause.verb.passive and clause.verb.lemma in ANSWERED and any(p.marker == "with" for p in clause.phrases()):
        return "how it was received is asked, not when"
    leads = clause.verb.lemma == "lead" and target.marker == "to" and any(p.role == "object" for p in clause.phrases())
    return "« What did X lead Y to? » is too open" if leads and not target.entities and not target.named else None


def is_cut_distance(clause: Clause) -> bool:
    """« was left standing two metres », of « two metres from the edge », where the edge is told elsewhere."""
    told = any(p.marker in ("from", "off", "above", "below", "outside") for p in clause.phrases())
    alone = (p for p in clause.phrases() if p.kind == "measure" and not p.marker and LENGTH.fullmatch(p.text) and is_distance(p))
    placed = {clause.verb.lemma, *clause.verb.rest.split()} & PLACED
    return bool(placed) and not told and any(alone)


def are_unknown_bodies(phrase: Phrase) -> bool:
    """« the firms », which stand for nothing named; not where the title tells of them."""
    body = phrase.head in word_set("nouns", "bodies") and phrase.number == "p"
    return body and not (phrase.entities or phrase.topical or phrase.count) and re.fullmatch(r"(?i)the [a-z]+", phrase.text) is not None


def is_visit(clause: Clause) -> bool:
    """« visited the scene »."""
    return clause.verb.lemma == "visit" and any(p.text.lower() in ("the scene", "the site") for p in clause.phrases())


def unsaid_of_number(clause: Clause, target: Phrase) -> str | None:
    """Why a number is not asked: players are sent off in some match, goals scored in some season."""
    others = [p for p in clause.phrases() if p is not target]
    if clause.verb.passive and clause.verb.lemma in word_set("verbs", "penalising") and not any(p.marker or p.kind == "time" for p in others):
        return "in which match is not told"
    goals = clause.verb.lemma == "score" and clause.verb.finite in ("has", "have") and re.search(r"\bgoals?\b", target.counted) is not None
    return "in what time is not told" if goals and not any(p.marker or p.kind == "time" for p in others) else None


def unsaid_of_subject(clause: Clause, subject: Phrase) -> str | None:
    """Why the doer is not asked: what he left is not told, or he only had to do something."""
    others = [p for p in clause.phrases() if p is not subject]
    if clause.verb.lemma in LEAVING and not any(p.marker in ("as", "from") or p.kind == "time" or p.entities or p.named for p in others):
        return "from what is not told"
    wanting = clause.verb.lemma in ("need", "have to") and not any(p.entities or p.named or p.count or p.kind == "time" for p in others)
    return "what somebody needs tells him from nobody" if wanting else None
