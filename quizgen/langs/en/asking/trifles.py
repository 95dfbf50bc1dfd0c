"""A clause and the part that is asked -> why the card would be true and yet displease: a side matter, or an answer that anybody guesses."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.asking.question_words import CLOCK, is_distance
from quizgen.langs.en.forms.geography import is_demonym
from quizgen.langs.en.forms.morphology import BE, HAVE
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.targets import PLACE_KINDS, verb_above
from quizgen.model import Clause, Fact, Phrase

BARE_FEELING = re.compile(r"(?:[a-z]+ly|quite|very|rather) [a-z-]+")  # « deeply disappointing »
JOINED_FEELINGS = re.compile(r"[a-z-]+(?:, [a-z-]+)* and (?:(?:[a-z]+ly|quite|very|rather) )?[a-z-]+")  # « bold and entirely right »
ONE_OF_A_ROW = re.compile(r"the (?:first|second|third|next|previous|former|latter|same|remaining)(?: [a-z-]+){1,2}", re.I)
ANYBODY = re.compile(r"(?:the )?(?:[a-z-]+ )?[a-z]+")
PLAIN_PEOPLE = re.compile(r"[a-z]+s")  # « guards »
TRADE = re.compile(r"(?:an? |the )?[a-z]+")
SHARES = re.compile(r"(?:the |its )?shares\b")
OWNED = re.compile(r"(?:his|her|its|their) ", re.I)
STARTING = re.compile(
    r"(?:begin|start|open|end|close|last|run|take place|go ahead|go on|continue)(?:$| (?:in|on|at|from|until|by|after|before|for)\b)"
)
ROUND = re.compile(r"(?:about |around |some |many )?(?:thousands|hundreds|dozens|scores|millions|tens of thousands|hundreds of thousands)", re.I)
SITE = re.compile(
    r"(?:an?|the) (?:[a-z-]+ )?(?:town|village|suburb|hamlet|city|district|settlement|county)(?: [a-z-]+)? (?:of|in|near|on|outside) .+"
)


def trifle(fact: Fact, clause: Clause, target: Phrase, role: str) -> str | None:
    """Why readers would not take a question for `target`, though it is true and well said; None if nothing is against it."""
    hours = [p for p in clause.phrases() if CLOCK.fullmatch(p.text)]
    dated = any(p.kind == "time" and p not in hours for p in clause.phrases())
    if hours and not is_habit(clause) and (target is clause.subject or (target in hours and target.marker == "at" and not dated)):
        return "nobody needs to know the hour, nor is anybody known by it"
    if is_sitting(clause, target):
        return "at what hour some met is a side matter"
    if is_share_price(clause, target):
        return "what shares cost is soon of no interest"
    if any(is_one_of_a_row(p) for p in clause.phrases()):
        return "which one of a row is meant is not told"
    if is_courtesy(clause):
        return "a courtesy is nothing to learn"
    trade = target.kind == "function" and target.head in word_set("questions", "trades") and TRADE.fullmatch(target.text)
    if trade and target is not clause.subject:
        return "a bare trade tells little of somebody, who may be called something else as well"
    if target.kind == "function" and is_position(target):
        return "where a player plays is a side matter"
    if (target is clause.subject or target.role.startswith("agent")) and (plain := trifling_doer(target)) is not None:
        return plain
    if fact.type == "definition":
        return trifling_gloss(target)
    if role == "number":
        return trifling_number(clause, target)
    return trifling_subject(clause, target) if target is clause.subject else trifling_part(clause, target)


def trifling_doer(doer: Phrase) -> str | None:
    """Why a doer is no answer: people whom any such event befalls (« residents »), a firm told by its trade (« the Danish brewer »)."""
    if doer.entities or doer.count:
        return None
    if doer.head in word_set("nouns", "plain_people") and ANYBODY.fullmatch(doer.text):
        return f"“{doer.text}” is too plain an answer"
    trade = doer.head in word_set("nouns", "bodies") | word_set("nouns", "traders") and doer.text.startswith("the ")
    named = any(w[:1].isupper() and not is_demonym(w) for w in doer.text.split())
    return f"“{doer.text}” is no name" if trade and not named and " of " not in doer.text else None


def is_sitting(clause: Clause, target: Phrase) -> bool:
    """Whether the hour of a meeting would be asked: « would sit at 11:30 on 25 May »."""
    return CLOCK.fullmatch(target.text) is not None and verb_above(clause, target).lemma in word_set("verbs", "gathering")


def is_share_price(clause: Clause, target: Phrase) -> bool:
    """Whether it would be asked to what level shares rose or fell."""
    subject = clause.subject
    priced = subject is not None and SHARES.match(subject.text) is not None and clause.verb.lemma in word_set("questions", "changing")
    return priced and target.marker == "to" and any(c.isdigit() for c in target.text)


def is_position(function: Phrase) -> bool:
    """Whether a function is where somebody plays in a team: « the Danish goalkeeper »."""
    return function.head in word_set("nouns", "positions") and function.text.split()[-1] == function.head


def is_habit(clause: Clause) -> bool:
    """Whether the verb tells what is done day by day: « opens at 9 a.m. »."""
    return clause.verb.finite.endswith("s") and not clause.verb.rest and clause.verb.finite not in BE | HAVE


def is_whereabouts(clause: Clause) -> bool:
    """Whether it is told no more of somebody than that he was in a place: « X was in Oslo for the summit »."""
    subject = clause.subject
    placed = any(p.role.startswith("place") or p.kind in PLACE_KINDS for p in clause.phrases() if p is not subject)
    return clause.verb.lemma == "be" and subject is not None and subject.kind == "person" and placed


def is_one_of_a_row(phrase: Phrase) -> bool:
    """Whether a phrase is a bare « the next trial », « the first patrol car », of which the row is not told."""
    known = phrase.entities or phrase.named or phrase.topical or phrase.taken_up
    return not known and phrase.role.endswith(("subject", "agent")) and ONE_OF_A_ROW.fullmatch(phrase.text) is not None


def is_courtesy(clause: Clause) -> bool:
    """Whether somebody thanks, or sends congratulations."""
    objects = [p for p in clause.complements if isinstance(p, Phrase) and p.role.endswith("object")]
    return clause.verb.lemma in word_set("verbs", "courtesy") or any(p.head in word_set("nouns", "courtesies") for p in objects)


def trifling_gloss(target: Phrase) -> str | None:
    """Why it is not asked what a place is: nothing more is told than where it lies."""
    return "where a small place lies is no point of the article" if target.role == "gloss" and SITE.fullmatch(target.text) else None


def trifling_number(clause: Clause, target: Phrase) -> str | None:
    """Why a number is not asked: it is a round word, or that of onlookers."""
    if ROUND.fullmatch(target.count):
        return f"“{target.count}” is no number"
    if re.match(r"(?:percentage )?points?\b", target.counted) and clause.verb.lemma in word_set("verbs", "winning") and not names_start(clause):
        return "compared with when is not told"  # « How many points did X lose? »
    in_one = (p for p in clause.phrases() if p.marker == "in" and p.text.startswith(("a ", "an ")) and not (p.topical or p.entities or p.named))
    if clause.verb.passive and clause.verb.lemma in word_set("verbs", "harming") and next(in_one, None) is not None and not names_one(clause):
        return "in which one is not told"  # « How many people were killed in a collision? »
    if target.marker == "within" and any(f"{unit}s" in target.counted for unit in ("hour", "minute")):
        return "within how many hours is a side matter"
    noun = target.counted.split(" ")[0]
    if noun.removesuffix("s") in word_set("nouns", "material"):
        return "how much was gathered is a side matter"
    if target.marker == "before" and noun == "people":
        return "the size of a crowd is a side matter"
    lies = is_habit(clause) and clause.verb.lemma in ("begin", "lie", "stand", "start") and clause.subject is not None and clause.subject.topical
    if target.marker == "from" or (
        not lies and noun in word_set("questions", "lengths") and re.search(r" (?:from|off|north|south|east|west)\b", target.counted)
    ):
        return "how far off it was is a side matter"
    looking = (target is clause.subject and not clause.verb.passive) or target.role.startswith("agent")
    return "how many looked on is a side matter" if clause.verb.lemma in word_set("verbs", "watching") and looking else None


def names_start(clause: Clause) -> bool:
    """Whether a clause tells against whom, when or in what something was won or lost."""
    return any(p.kind == "time" or p.marker for p in clause.phrases())


def names_one(clause: Clause) -> bool:
    """Whether anything in a clause is named or dated."""
    return any(p.entities or p.named or p.kind == "time" for p in clause.phrases())


def trifling_subject(clause: Clause, subject: Phrase) -> str | None:
    """Why it is not asked who was born or works somewhere: many others were and do, and where it was is asked."""
    others = [p for p in clause.phrases() if p is not subject]
    plain = all(p.role.startswith("place") or p.kind in (*PLACE_KINDS, "time", "duration") or not (p.entities or p.named) for p in others)
    if clause.verb.rest.split(" ")[-1:] == ["born"] and all(p.role.startswith("place") or p.kind in (*PLACE_KINDS, "time") for p in others):
        return "where and when somebody was born is asked, not who was"
    if is_whereabouts(clause):
        return "many others were there"
    if clause.verb.lemma in word_set("verbs", "dwelling") and plain and subject.kind == "person":
        return "many others do the same"
    return None


def trifling_place(clause: Clause, target: Phrase) -> str | None:
    """Why a place is not asked: it is told how many are there, or no more than that somebody was there or went back."""
    subject = clause.subject
    if not (target.role.startswith(("place", "destination", "origin")) or target.kind in PLACE_KINDS):
        return None
    counted = (
        subject is not None and not (subject.entities or subject.topical or ROUND.fullmatch(subject.count)) and subject.count and subject.counted
    )
    alone = all(p is target or p is subject or p.kind == "time" for p in clause.phrases())
    if counted and alone and (target.entities or target.named):
        return "how many is asked, not where"
    if is_whereabouts(clause):
        return "where somebody was for something is a side matter"
    back = any(f" {verb.rest} {verb.lemma} ".endswith((" back ", f" back {verb.lemma} ")) for verb in (clause.verb, verb_above(clause, target)))
    return "where somebody goes back to is guessed" if back and subject is not None and subject.kind == "person" else None


def is_feeling(quality: Phrase) -> bool:
    """Whether something is called no more than « extraordinary », or « bold and entirely right »."""
    return " " not in quality.text or JOINED_FEELINGS.fullmatch(quality.text) is not None


def is_inquiry_alone(target: Phrase) -> bool:
    """Whether an answer is a bare « independent inquiry », of which it is not told into what."""
    return target.head in word_set("nouns", "inquiries") and not re.search(r" (?:in|into|of|on|over|about|by) ", target.text)


def trifling_part(clause: Clause, target: Phrase) -> str | None:
    """Why a part that is not the subject is not asked: its verb leads to it, or to anything."""
    verb = verb_above(clause, target)
    others = [p for p in clause.phrases() if p is not target and p is not clause.subject]
    once = clause.verb.finite in ("was", "were") or clause.verb.rest.startswith("been ")  # « will be run by volunteers » is another thing
    if (
        once
        and target.role.startswith("agent")
        and target.kind in ("person", "people")
        and not target.entities
        and PLAIN_PEOPLE.fullmatch(target.text)
    ):
        return f"“{target.text}” is too plain an answer"
    if target.marker == "within" and target.kind == "duration" and " of " not in target.text:
        return "from when on is not told"
    if target.marker == "from" and any(p.counted and is_distance(replace(p, text=p.counted)) for p in others):
        return "how far from there is asked"
    if target.role == "object" and not others and OWNED.match(target.text):
        return "what is somebody's own is asked with nothing to lead to it"
    if target.role == "quality" and (BARE_FEELING.fullmatch(target.text) or JOINED_FEELINGS.fullmatch(target.text)):
        return "in which words somebody was dismayed is soon forgotten"
    if target.role == "object" and verb.lemma == "spend" and target.head in word_set("nouns", "durations") | {"night"}:
        return "what is spent is always a time"
    if target.role == "object" and verb.lemma == "reach" and target.head in word_set("nouns", "settlements"):
        return "two sides reach nothing else"
    if target.kind == "deed" and STARTING.match(target.text):
        return "when or where it starts is asked"
    if target.role.endswith(("object", "content")) and is_inquiry_alone(target):
        return "into what is not told"
    if target.role == "object" and target.head == "seat" and verb.lemma in word_set("verbs", "winning"):
        return "how many is asked"
    return trifling_place(clause, target) or trifling_date(clause, target)


def trifling_date(clause: Clause, target: Phrase) -> str | None:
    """Why a date is not asked: one by which a figure had been reached, or a year of the life of somebody whom the article is not about."""
    subject = clause.subject
    if target.kind != "time":
        return None
    counted = [p for p in clause.phrases() if p is not target and (p.count or p.kind == "measure")]
    if target.marker in ("by", "as of") and counted:
        return "how many by then is asked"
    if is_career_step(clause):
        return "the month of a transfer or an operation is a side matter"
    lived = clause.verb.lemma in word_set("verbs", "of_a_life") and subject is not None and subject.kind == "person" and bool(subject.entities)
    return "a date of a life that is not the topic" if lived else None


def is_career_step(clause: Clause) -> bool:
    """Whether somebody changes teams for a sum, or is operated on: « joined the Rovers for £9,000 », « will have knee surgery »."""
    subject = clause.subject
    bought = clause.verb.lemma == "join" and any(p.marker == "for" and p.kind == "measure" for p in clause.phrases())
    operated = clause.verb.lemma in ("have", "undergo") and any(p.head in word_set("nouns", "operations") for p in clause.phrases())
    return (bought or operated) and subject is not None and subject.kind == "person"
