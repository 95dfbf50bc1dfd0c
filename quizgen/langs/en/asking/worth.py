"""A clause and the part that is asked -> what the question is worth: whether its words lead to the answer, and how plain that is."""

from __future__ import annotations

import re

from quizgen.langs.en.lexicon import word_set
from quizgen.langs.targets import PLACE_KINDS, TELLING_KINDS, verb_above
from quizgen.model import Clause, Phrase, Verb

KNOWN_NOUN, BARE_NOUN = 0.9, 0.55  # worth of a wording for each definite noun that the event explains, or that the reader must guess
EXACT_BARE = 0.8  # the same where a number or date is asked, which the bare noun does not hide: « How many workers lost their lives? »
EXACT = ("time", "duration", "measure")
LEAST_WORDS = 3  # of an answer that is no name, date or number
# « would give an answer on 20 May »: to what, another sentence tells
EMPTY_DEED = re.compile(
    r"\b(?:give|make|take|announce|issue|reach) (?:an?|the|his|her|its|their) (?:answer|decision|reply|ruling|statement)\b"
    r"(?! (?:on|about|over|to|against|that|whether) (?!\d))"
)
DEFINITE = re.compile(r"the\b", re.I)


def clearness(clause: Clause, target: Phrase, fact_type: str) -> float:
    """How well the words of a question lead to its answer, times what readers make of questions for such a role."""
    return worth_of_role(clause, target, fact_type) * plainness(clause, target, fact_type)


def worth_of_role(clause: Clause, target: Phrase, fact_type: str) -> float:
    """What share of the questions for a role readers took, against that of all; the figures are those of French."""
    if fact_type != "action":
        return 1.0
    if target is clause.subject:
        others = [p for p in clause.phrases() if p is not target]
        return 1.0 if any(p.entities or p.named or p.count or p.kind in ("time", "measure") for p in others) else 0.7
    if target.kind == "time":
        return 1.2
    if target.role.startswith("complement"):
        return 0.9 if len(target.text.split()) >= LEAST_WORDS or is_mass(target) else 0.75  # « feed on plankton »
    return 0.85 if target.role.startswith(("place", "destination")) else 1.0


def plainness(clause: Clause, target: Phrase, fact_type: str) -> float:
    """1, less for each bare definite noun that the reader must guess (« the party »), and for « What did X promise? »."""
    if fact_type == "definition":
        return 1.0
    plain_object = target is not clause.subject and not target.marker and not target.count and target.kind == "thing"
    if plain_object and not any(p for p in clause.phrases() if p is not target and p is not clause.subject):
        if target.head in word_set("questions", "rulings") and re.search(r" that .*[A-Z]", target.text):
            return 1.2  # « What complaint did X drop? »: the answer tells which one, by its names
        inner = verb_above(clause, target) is not clause.verb and len(target.text.split()) >= LEAST_WORDS  # « What has X pledged to cut? »
        return 0.75 if inner or leads_to(clause.verb, target) else 0.4
    if plain_object and fact_type == "action":
        return 0.75  # only verbs of giving, sending and announcing lead to their object
    if target is clause.subject and target.kind == "person" and not (target.entities or target.count):
        return 0.7  # « Who… ? » wants a name
    bare = [p for p in clause.phrases() if p is not target and DEFINITE.match(p.text) and says_little(p) and not is_titled(p, target)]
    known = [p for p in bare if p.head in word_set("nouns", "situational")]
    exact = target.count or target.kind in EXACT
    return float(KNOWN_NOUN ** len(known) * (EXACT_BARE if exact else BARE_NOUN) ** (len(bare) - len(known)))


def is_titled(subject: Phrase, target: Phrase) -> bool:
    """Whether the title tells of the one thing whose name is asked: « What is the vaccine called? »."""
    return subject.topical and target.named and subject.role == "told_subject"


def leads_to(verb: Verb, target: Phrase) -> bool:
    """Whether a verb and the noun of what is asked lead to it: « What does X expect? », « What limit did X introduce? »."""
    long = len(target.text.split()) >= LEAST_WORDS
    return long and (verb.lemma in word_set("questions", "expecting") or target.head in word_set("questions", "rulings"))


def is_vague(target: Phrase) -> bool:
    """Whether a definite phrase has a noun that could mean anything, and nothing that says of what: « the allowed amount »."""
    named = target.named or target.entities or target.count or target.taken_up or target.topical or len(target.text.split()) > LEAST_WORDS
    if target.text.lower() in word_set("nouns", "hanging"):
        return True  # « work has been entrusted to X »
    return not named and target.head in word_set("nouns", "hanging") and DEFINITE.match(target.text) is not None and " of " not in target.text


def is_told_of(target: Phrase) -> bool:
    """Whether a vague noun is told by what was done to it, so that a figure may be asked of it: « the permitted load »."""
    return re.fullmatch(r"(?i)the [a-z]+ed [a-z]+", target.text) is not None


def is_mass(target: Phrase) -> bool:
    """Whether a noun without an article names a matter or a subject: « chemistry », « plankton »."""
    plain = re.fullmatch(r"[a-z]{5,}", target.text) is not None and target.number == "s"
    return plain and target.kind == "thing" and target.head not in word_set("nouns", "vague") | word_set("nouns", "dimensions")


def says_little(target: Phrase) -> bool:
    """Whether an answer would be a noun that could stand anywhere: « the plan », « his daughter », « in the town »."""
    named = bool(target.named or target.entities)
    said = re.sub(r"^(?:the|a|an|his|her|its|their) ", "", target.text, flags=re.I).split()
    words = sum(w.lower() not in word_set("grammar", "additions") for w in said)
    if (target.kind in PLACE_KINDS or target.role.startswith("place")) and not named and words < LEAST_WORDS - 1:
        return True  # « in the town », « to hospital »
    if target.role.startswith(("object", "complement")) and re.fullmatch(r"(?:his|her|its|their) [a-z-]+", target.text):
        return True  # « angered them with her spending »
    loose = target.head in word_set("nouns", "hanging") and DEFINITE.match(target.text) and " of " not in target.text and not named
    if is_vague(target) or loose or target.text.lower().startswith(("each ", "every ")):
        return True
    if target.role.startswith(("object", "complement")) and is_mass(target):
        return False
    telling = target.role == "cause" or target.kind in (*TELLING_KINDS, "content", "age")
    return not telling and not named and not target.count and words < LEAST_WORDS - 1
