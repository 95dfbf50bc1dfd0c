"""How much a card is worth: the salience of its fact, the confidence in it, the quality of its wording.

Readers of trial decks threw out cards on people and figures met once in passing; so names of the title and the first
paragraph, and names that come often, weigh most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizgen.model import Card, Document, Fact

# Share of salience for each sign; together with BASE they make 1.
BASE, TITLE, LEAD, OFTEN, RICH = 0.3, 0.2, 0.2, 0.15, 0.15
# Types that state what an article is about weigh more than a clause in general and than a mere title of office.
WEIGHTS = {"action": 0.8, "role": 0.7, "statement": 0.85}

TELLING_WORD = 6  # letters from which a word of the title tells what the article is about
PASSING = 0.7  # of the weight of a role, for a person met once in passing

# Difficulty: what a form asks of the learner, and what makes it harder.
EFFORT = {"true_false": 0, "choice": 0, "cloze": 1, "open": 1}
EXACT = ("number", "time", "duration", "measure")  # kinds of answer that nothing but memory gives
ASIDE = 0.5  # salience under which a fact is a side matter
NEAR = 0.6  # nearness of options from which they are hard to tell apart


class Salience:
    """Rates cards against the names of one document."""

    def __init__(self, document: Document, facts: Sequence[Fact]) -> None:
        self._title = document.article.title.casefold()
        self._title_words = frozenset(re.findall(r"\w+", self._title))
        self._lead_end = min((s.span.end for s in document.sentences[2:3]), default=len(document.article.text))
        self._uses = Counter(a.mention.entity.name for f in facts for a in f.arguments if a.mention.entity)

    def rate(self, card: Card, fact: Fact, nearness: float = 0.0) -> Card:
        """`card` with its difficulty, and its score: salience × confidence × wording quality (which it carries as its score so far)."""
        weight = WEIGHTS.get(fact.type, 1.0)
        if fact.type == "role" and not self._is_central(fact):
            weight *= PASSING
        score = round(self.salience(fact) * weight * fact.confidence * card.score, 4)
        argument = fact.argument(card.role)
        exact = card.role == "number" or (argument is not None and argument.kind in EXACT)
        return replace(card, score=score, difficulty=difficulty_of(card.form, exact=exact, salience=self.salience(fact), nearness=nearness))

    def _is_central(self, fact: Fact) -> bool:
        """Whether the person of a role is met in the title, the lead, or several other facts."""
        names = [a.mention.entity.name for a in fact.arguments if a.mention.entity]
        return fact.evidence.start < self._lead_end or any(self._uses[n] > 1 or n.casefold() in self._title for n in names)

    def _is_topic(self, text: str) -> bool:
        """Whether a long word of an argument stands in the title: « l’exposition » in an article on an exhibition."""
        words = (word.casefold() for word in re.findall(rf"\w{{{TELLING_WORD},}}", text))
        return any(word in self._title_words for word in words)

    def salience(self, fact: Fact) -> float:
        """0..1: how central the fact is to its article."""
        names = [a.mention.entity.name for a in fact.arguments if a.mention.entity]
        rich = min(1.0, sum(a.mention.entity is not None or a.kind in EXACT for a in fact.arguments) / 3)
        often = min(1.0, max((self._uses[n] for n in names), default=0) / 4)
        in_title = any(n.casefold() in self._title for n in names) or any(self._is_topic(a.mention.text) for a in fact.arguments)
        in_lead = fact.evidence.start < self._lead_end
        return BASE + TITLE * in_title + LEAD * in_lead + OFTEN * often + RICH * rich


def difficulty_of(form: str, *, exact: bool, salience: float, nearness: float = 0.0) -> int:
    """1 to 3, as docs/difficulty.md defines it: from the form, the kind of answer, the salience of the fact, and how near the options are."""
    points = EFFORT[form] + exact + (salience < ASIDE) + (nearness >= NEAR)
    return max(1, min(3, points))
