"""Deck -> what stands on the printed sheet: the best cards and the exercises, none of which gives another away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.deck import gives_away, spread_cards
from quizgen.exports.exercises import MATCHING, Exercise, find_exercises, tells_pair, words
from quizgen.langs import LanguagePack
from quizgen.model import Card, Deck

EXERCISES_FROM = 12  # cards of a deck, from which some of its facts can be spared for exercises
LEAST_CARDS = 6  # that must be left beside the exercises
ENOUGH = 8  # questions, from which one that another gives away is better left out
TOLD = 0.6  # share of a question's words from which a sentence that holds the answer gives it away


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """`cards` in reading order; `shared` is the context line that most of them have, or empty."""

    cards: tuple[Card, ...]
    exercises: tuple[Exercise, ...]
    shared: str


def make_sheet(deck: Deck, pack: LanguagePack, most: int) -> Sheet:
    """At most `most` questions, an exercise counted as one."""
    untold = tuple(card for card in deck.cards if not told_by_title(card, deck, pack)) or deck.cards
    exercises = find_exercises(deck, pack) if len(untold) >= EXERCISES_FROM <= most else ()
    while exercises and len(free_cards(untold, exercises)) < LEAST_CARDS:
        exercises = exercises[:-1]
    chosen = choose_for_sheet(free_cards(untold, exercises), most - len(exercises))
    return Sheet(cards=chosen, exercises=exercises, shared=shared_context(chosen, pack))


def free_cards(cards: Sequence[Card], exercises: Sequence[Exercise]) -> tuple[Card, ...]:
    """The cards that neither tell an exercise nor are told by one."""
    used = {fact for exercise in exercises for fact in exercise.facts}
    pairs = [pair for exercise in exercises if exercise.form == MATCHING for pair in exercise.pairs]
    said = [words(f"{pair.left} {pair.right}") for exercise in exercises for pair in exercise.pairs]
    return tuple(
        card
        for card in cards
        if card.fact not in used and not any(tells_pair(f"{card.context} {card.question}", p) for p in pairs) and not is_said(card, said)
    )


def is_said(card: Card, sentences: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence, as a set of words, holds the answer of `card` and most of its question."""
    answer, question = words(card.answer), words(card.question)
    return any(answer <= said and len(question & said) >= TOLD * len(question) for said in sentences if answer)


def choose_for_sheet(cards: Sequence[Card], most: int) -> tuple[Card, ...]:
    """The best cards, at most `most`, spread over facts, forms and article, in reading order.

    A card that gives a better one away, or is given away by it, is taken only where the sheet would be too short without it.
    """
    chosen: list[Card] = []
    for card in spread_cards(cards, most, sheet=True):  # those that are given away come last
        if len(chosen) < ENOUGH or not any(gives_away(card, other) for other in chosen):
            chosen.append(card)
    return tuple(sorted(chosen, key=lambda c: (c.span.start, -c.score, c.id)))


def told_by_title(card: Card, deck: Deck, pack: LanguagePack) -> bool:
    """Whether the title, which heads the sheet, gives the answer away."""
    return pack.find_flaw("", card.question, card.answer) is None and pack.find_flaw(deck.title, card.question, card.answer) is not None


def shared_context(cards: Sequence[Card], pack: LanguagePack) -> str:
    """The context line that most cards share, printed once at the top; "" if it would give an answer of the sheet away."""
    counts = Counter(card.context for card in cards if card.context)
    best = max(counts, key=lambda c: (counts[c], c), default="")
    if not best or counts[best] * 2 < len(cards):
        return ""
    return best if all(pack.find_flaw(best, c.question, c.answer) is None for c in cards if c.context != best) else ""
