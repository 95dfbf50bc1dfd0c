"""The true/false form: a fact said as it is, or with one thing in it changed; the answer then holds the correction."""

from __future__ import annotations

from quizgen.cards.choice import draw
from quizgen.cards.material import Material
from quizgen.cards.uniqueness import sound_alternatives
from quizgen.langs import LanguagePack, Wording
from quizgen.model import Fact

FORM = "true_false"
UNASKED = False  # whether a deck has this form without being asked for it
QUALITY = 0.75  # half of the answers come right by chance
LOTS = 4  # one true statement to three false ones: for most of those nothing surely wrong is found
PLAIN = 0.95  # a true statement has nothing to find out, so a false one of the same fact goes before it


def word(material: Material, fact: Fact, role: str) -> Wording | str:
    """The statement and whether it holds, or the reason for none."""
    pack = material.pack
    if fact.polarity == "negative":
        return word_negated(pack, fact, role)
    asked = pack.ask(fact, role)
    asked = pack.gap(fact, role) if isinstance(asked, str) else asked
    if isinstance(asked, str):
        return asked
    wrong = None
    if draw(f"{fact.id}{role}") % LOTS:
        sound = sound_alternatives(material, fact, role, (asked.answer, *asked.also_right))
        wrong = min(sound, key=lambda a: (-a.near, draw(f"{fact.id}{a.name}")), default=None)
        if wrong is None:
            return "nothing is surely wrong in its place"
    said = pack.state(fact, role, wrong.phrase if wrong else None)
    if said is None:
        return "it cannot be said as a statement"
    answer = pack.verdict(asked.answer if wrong else "")
    nearness = wrong.near if wrong else 0.5
    quality = asked.quality * QUALITY * (1 if wrong else PLAIN)
    return Wording(question=said, answer=answer, quality=quality, hidden=(asked.question, asked.answer), nearness=nearness)


def word_negated(pack: LanguagePack, fact: Fact, role: str) -> Wording | str:
    """A negated fact said as if it were so, once, for its first role: said as it is, it would be a negative question."""
    said, turned = pack.repeat(fact), pack.affirm(fact)
    if role != fact.arguments[0].role or said is None or turned is None or not fact.arguments[0].mention.entity or fact.modality != "actual":
        return "a negated fact is turned round once, if it is about the past or present of somebody named"
    return Wording(question=turned, answer=pack.verdict(said), quality=QUALITY, hidden=(turned, pack.verdict("")))
