"""Rates the cards of one article: their score is how likely readers take them, their difficulty what docs/difficulty.md defines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizgen.cards.promise import EXACT, promise_of, richness
from quizgen.model import Card, Document, Fact

# Share of salience for each sign; together with BASE they make 1.
BASE, TITLE, LEAD, OFTEN, RICH = 0.3, 0.2, 0.2, 0.15, 0.15
MAKER = 0.1  # of a card whose answer bears the name of the bulletin, which is who makes it: of four readers took none
TELLING_WORD = 6  # letters from which a word of the title tells what the article is about

# Difficulty: what a form asks of the learner, and what makes it harder.
EFFORT = {"true_false": 0, "choice": 0, "cloze": 1, "open": 1}
ASIDE = 0.5  # salience under which a fact is a side matter
NEAR = 0.6  # nearness of options from which they are hard to tell apart


class Salience:
    """Rates cards against the names of one document."""

    def __init__(self, document: Document, facts: Sequence[Fact], *, bulletin: bool = False) -> None:
        self._bulletin = bulletin  # whether the text is of the day
        self._title = document.article.title.casefold()
        self._opening = next(iter(re.findall(r"\w+", self._title)), "")
        self._title_words = frozenset(re.findall(r"\w+", self._title))
        self._lead_end = min((s.span.end for s in document.sentences[2:3]), default=len(document.article.text))
        self._uses = Counter(a.mention.entity.name for f in facts for a in f.arguments if a.mention.entity)

    def rate(self, card: Card, fact: Fact, nearness: float = 0.0) -> Card:
        """`card` with its difficulty, and its score, which is the quality of its wording so far."""
        score = promise_of(card, fact, in_lead=self._is_in_lead(fact), known=self._uses_of(fact) > 0, bulletin=self._bulletin)
        score *= MAKER if self._bulletin and self._opening in re.findall(r"\w+", card.answer.casefold()) else 1.0
        argument = fact.argument(card.role)
        exact = card.role == "number" or (argument is not None and argument.kind in EXACT)
        return replace(card, score=round(score, 4), difficulty=difficulty_of(card.form, exact=exact, salience=self.salience(fact), nearness=nearness))

    def _is_in_lead(self, fact: Fact) -> bool:
        return fact.evidence.start < self._lead_end

    def _uses_of(self, fact: Fact) -> int:
        """How often the facts name what `fact` names."""
        return max((self._uses[a.mention.entity.name] for a in fact.arguments if a.mention.entity), default=0)

    def _is_topic(self, text: str) -> bool:
        """Whether a long word of an argument stands in the title: « l’exposition » in an article on an exhibition."""
        words = (word.casefold() for word in re.findall(rf"\w{{{TELLING_WORD},}}", text))
        return any(word in self._title_words for word in words)

    def salience(self, fact: Fact) -> float:
        """0..1: how central the fact is to its article."""
        names = [a.mention.entity.name for a in fact.arguments if a.mention.entity]
        in_title = any(n.casefold() in self._title for n in names) or any(self._is_topic(a.mention.text) for a in fact.arguments)
        often = min(1.0, self._uses_of(fact) / 4)
        return BASE + TITLE * in_title + LEAD * self._is_in_lead(fact) + OFTEN * often + RICH * richness(fact)


def difficulty_of(form: str, *, exact: bool, salience: float, nearness: float = 0.0) -> int:
    """1 to 3, as docs/difficulty.md defines it: from the form, the kind of answer, the salience of the fact, and how near the options are."""
    points = EFFORT[form] + exact + (salience < ASIDE) + (nearness >= NEAR)
    return max(1, min(3, points))
