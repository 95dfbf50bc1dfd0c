"""A clause and the part that is asked -> why it is a detail that its article tells and that nobody need keep: a predecessor, a head count."""

from __future__ import annotations

import re

from quizgen.langs.en.lexicon import word_set
from quizgen.langs.targets import PLACE_KINDS, verb_above
from quizgen.model import Clause, Fact, Phrase

HOURS = re.compile(r"(?:[a-z]+ )*[\w.,-]+(?: and a half)? (?:hours?|minutes?)")
TRADE = re.compile(r"(?:an? |the )?(?:[a-z-]+ )?[a-z]+")  # « a marine biologist »
MORE_OF_IT = re.compile(r"(?:extra|more|additional|further) [a-z]+")
LONGEST = 4  # words of what somebody is said to face
SINKING = ("break", "sink", "crash", "snap", "explode", "capsize", "land", "fall", "stop")  # what happens at some distance from a place


def detail(fact: Fact, clause: Clause, target: Phrase, role: str) -> str | None:
    """Why readers would not keep what is asked; None if nothing is against it."""
    if role == "number":
        return detail_of_number(clause, target)
    if fact.type == "definition":
        claimed = fact.attribution and role == "gloss" and not any(p.entities or p.named for p in clause.phrases())
        return "what somebody calls a common thing is no definition of it" if claimed else None
    if target.kind == "function" and target is not clause.subject:
        trade = target.head in word_set("questions", "trades") and TRADE.fullmatch(target.text)
        return "the trade of somebody is a side matter" if trade else None
    return detail_of_part(clause, target) if target is not clause.subject else None


def detail_of_number(clause: Clause, target: Phrase) -> str | None:
    """Why a number is not asked: heads were only counted, or something happened so far off."""
    people = target.head in word_set("nouns", "plain_people") | {"people", "person"} or target.counted.split(" ")[0] == "people"
    coming = clause.verb.lemma in word_set("verbs", "attending")
    doing = (target is clause.subject and not clause.verb.passive) or target.role.startswith("agent")
    if people and coming and doing and not any(p.topical for p in clause.phrases() if p is not target):
        return "how many came is a side matter"
    off = any(p.marker in ("from", "off") for p in clause.phrases() if p is not target)
    far = target.counted.split(" ")[0] in word_set("questions", "lengths") and clause.verb.lemma in SINKING
    return "how far off it happened is a side matter" if off and far else None


def detail_of_part(clause: Clause, target: Phrase) -> str | None:
    """Why a part that is not the subject is not asked."""
    verb = verb_above(clause, target)
    plain = not (target.entities or target.named or target.count)
    if target.marker == "from" and target.kind == "person" and f"{verb.lemma} {verb.rest}".startswith(("take over", "take taken over")):
        return "whom somebody followed is a side matter"
    if target.kind == "duration" and verb.lemma in word_set("verbs", "gathering") and HOURS.fullmatch(target.text):
        return "for how many hours somebody met is a side matter"
    if verb.lemma == "retire" and target.marker == "at" and (target.kind == "age" or target.count or plain):
        return "how old somebody was who retired is a side matter"
    if target.role == "object" and MORE_OF_IT.fullmatch(target.text):
        return f"“{target.text}” is what anybody guesses"
    if target.role == "object" and verb.lemma == "face" and plain and len(target.text.split()) <= LONGEST:
        return "what somebody is said to face is a manner of speaking"
    placed = target.role.startswith("place") or target.kind in PLACE_KINDS
    found = any(p.role == "object" and p.kind == "person" for p in clause.phrases())
    sent = verb.lemma == "reach" and clause.subject is not None and clause.subject.kind != "person"
    return "where somebody is whom a message reaches is guessed" if placed and found and sent else None
