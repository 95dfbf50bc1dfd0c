"""The true/false form: a fact said as it is, or with one thing in it changed; the answer then holds the correction."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.cards.choice import draw
from quizgen.cards.uniqueness import sound_alternatives
from quizgen.langs import LanguagePack, Wording
from quizgen.model import Article, Fact

FORM = "true_false"
UNASKED = False  # whether a deck has this form without being asked for it
QUALITY = 0.75  # half of the answers come right by chance
LOTS = 3  # one true statement to two false ones: for half of those nothing surely wrong is found


def word(pack: LanguagePack, fact: Fact, role: str, facts: Sequence[Fact], article: Article) -> Wording | str:
    """The statement and whether it holds, or the reason for none."""
    if fact.polarity == "negative":
        return word_negated(pack, fact, role)
    asked = pack.ask(fact, role)
    asked = pack.gap(fact, role) if isinstance(asked, str) else asked
    if isinstance(asked, str):
        return asked
    wrong = None
    if draw(f"{fact.id}{role}") % LOTS:
        quote = article.text[fact.evidence.start : fact.evidence.end]
        found = pack.alternatives(fact, role, facts, article)
        sound = sound_alternatives(found, fact, role, facts, quote, (asked.answer, *asked.also_right))
        wrong = min(sound, key=lambda a: (-a.near, draw(f"{fact.id}{a.name}")), default=None)
        if wrong is None:
            return "nothing is surely wrong in its place"
    said = pack.state(fact, role, wrong.phrase if wrong else None)
    if said is None:
        return "it cannot be said as a statement"
    answer = pack.verdict(asked.answer if wrong else "")
    nearness = wrong.near if wrong else 0.5
    return Wording(question=said, answer=answer, quality=asked.quality * QUALITY, hidden=(asked.question, asked.answer), nearness=nearness)


def word_negated(pack: LanguagePack, fact: Fact, role: str) -> Wording | str:
    """A negated fact said as if it were so, once, for its first role: said as it is, it would be a negative question."""
    said, turned = pack.repeat(fact), pack.affirm(fact)
    if role != fact.arguments[0].role or said is None or turned is None or not fact.arguments[0].mention.entity or fact.modality != "actual":
        return "a negated fact is turned round once, if it is about the past or present of somebody named"
    return Wording(question=turned, answer=pack.verdict(said), quality=QUALITY, hidden=(turned, pack.verdict("")))
