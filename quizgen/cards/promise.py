"""A card and its fact -> how likely a strict reader takes the card: what its score is made of.

Fitted (logistic regression, tried on articles left out) to the 1,200 cards of 100 articles in two languages that teachers took or threw
out. A likelihood is told as odds, which each sign multiplies; the figures are those of the fit, rounded. The share of a kind of which readers
judged few cards is drawn towards that of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import GAP, Card, Fact

# What share of the cards readers took: of a role of a type, of a type, of all.
SHARES = {
    "action": 0.4,
    "action/object": 0.36,
    "action/place": 0.37,
    "action/time": 0.53,
    "action/number": 0.6,
    "action/complement": 0.47,
    "action/duration": 0.35,
    "action/fate": 0.55,
    "action/name": 0.55,
    "action/length": 0.55,
    "event/length": 0.55,
    "action/plan": 0.55,
    "action/denied": 0.52,
    "action/presence": 0.52,
    "action/organisation": 0.48,
    "role/person": 0.87,
    "role/function": 0.58,
    "definition": 0.75,
    "quantity/number": 0.6,
    "quantity/dimension": 0.75,
    "told/number": 0.44,
    "announcement": 0.77,
    "request": 0.6,
    "request/time": 0.52,
    "accusation": 0.65,
    "membership": 0.6,
    "meeting": 0.65,
    "proposal": 0.6,
    "threat": 0.6,
    "agreement": 0.6,
    "refusal": 0.55,
    "location": 0.55,
    "deployment": 0.5,
    "event": 0.5,
    "statement": 0.5,
    "statement/said": 0.27,
}
OTHERS = 0.46
# What the odds that a card is taken are multiplied by …
LEAD = 2.0  # where its sentence is among the first of the article
RICH = 1.9  # where the fact has three arguments that are named, dated or counted; for fewer, a root of it
KNOWN = 1.2  # where other facts are about one of its names too
BULLETIN = 0.25  # in a text that is of the day: a forecast, the prices of a session
SHORT, SHORT_WORDS = 0.5, 8  # where a question of fewer words says too little of what it asks for
FRAMED = ("definition", "dimension", "length", "fate", "name")  # what is asked in a fixed frame, which is short: « Que signifie le sigle X ? »
TWIN = 0.7  # where a gap is made of what a question asks as well
IN_WORDS = 0.35  # where a question asks for a number told in words: « deux », « une trentaine » are details more often than « 217 »
COUNT_FIRST = 0.4  # where a sentence begins with the gap of its number: what did it is what one would know
ONE_WORD = 0.65  # where the answer is one word: a detail more often than the point
PLANNED = 0.58  # for what was still to come: it has passed when the card is asked
SOUNDNESS = 0.5  # the power of the confidence and the quality of the wording: both sort out the worst before, and say less among the rest

EXACT = ("number", "time", "duration", "measure")  # kinds of answer that nothing but memory gives


def promise_of(card: Card, fact: Fact, *, in_lead: bool, known: bool, bulletin: bool = False) -> float:
    """The likelihood, 0..1, that a reader takes `card`, which carries the quality of its wording as its score so far.

    `in_lead`: whether its sentence is among the first of the article; `known`: whether other facts are about one of its names too;
    `bulletin`: whether the text is of the day.
    """
    kind = fact.type if fact.told is None or card.role != "number" else "told"
    argument = fact.argument(card.role)
    role = "number" if argument is not None and argument.kind == "measure" else card.role  # « How much did it cost? »
    share = SHARES.get(f"{kind}/{role}", SHARES.get(f"{kind}/{card.role}", SHARES.get(fact.type, OTHERS)))
    odds: float = share / (1 - share) * (fact.confidence * card.score) ** SOUNDNESS * RICH ** richness(fact)
    for factor in signs_of(card, fact, in_lead=in_lead, known=known, bulletin=bulletin):
        odds *= factor
    return odds / (1 + odds)


def richness(fact: Fact) -> float:
    """0..1: how many of a fact's arguments are named, dated or counted."""
    return min(1.0, sum(a.mention.entity is not None or a.kind in EXACT for a in fact.arguments) / 3)


def signs_of(card: Card, fact: Fact, *, in_lead: bool, known: bool, bulletin: bool = False) -> Iterator[float]:
    """What the odds of a card are multiplied by, for each sign that it shows."""
    if in_lead:
        yield LEAD
    if known:
        yield KNOWN
    if bulletin:
        yield BULLETIN
    if fact.type not in FRAMED and card.role not in FRAMED and len(re.findall(r"[\w’'-]+", card.question)) < SHORT_WORDS:
        yield SHORT
    if card.form == "cloze" and fact.told is None:
        yield TWIN
    if card.role == "number" and fact.told is None and not re.search(r"\d", card.answer):
        yield IN_WORDS
    elif card.role == "number" and card.question.startswith(GAP):
        yield COUNT_FIRST
    elif len(card.answer.split()) == 1:
        yield ONE_WORD
    if fact.modality == "planned":
        yield PLANNED
