"""Stage 5 of 6: cards -> Deck. Chooses among the cards, puts them in reading order, numbers them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizgen.model import Article, Card, Deck, Fact, Skipped

STAGE = "deck"
PER_FACT = 4  # a fact has a few sides worth asking, not every one
PER_ACTION, CENTRAL = 3, 0.35  # fewer on a clause of no special type, unless it is central to the article
CLOZE_FROM = 3  # the third card on a fact comes as a gap, for variety
ALIKE = 0.75  # share of common words from which two questions with one answer are the same


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What the user asked of the choice; 0 cards means all."""

    max_cards: int = 0
    min_score: float = 0.18


def build_deck(
    article: Article, facts: Sequence[Fact], cards: Sequence[Card], skipped: Sequence[Skipped], *,
    choice: Choice, made_with: tuple[tuple[str, str], ...],
) -> Deck:  # fmt: skip
    """The deck of `article`: the best card for each asked role, near-duplicates dropped, in reading order."""
    kept, dropped = choose_cards(cards, choice)
    return Deck(
        slug=article.id,
        title=article.title,
        lang=article.lang,
        date=article.date,
        source=article.source,
        made_with=made_with,
        cards=number_cards(kept),
        facts=tuple(facts),
        skipped=(*skipped, *dropped),
        article=article,
    )


def choose_cards(cards: Sequence[Card], choice: Choice) -> tuple[tuple[Card, ...], tuple[Skipped, ...]]:
    """The cards to keep in reading order, and why the others go; ties are broken by id."""
    kept: list[Card] = []
    dropped: list[Skipped] = []
    for card in sorted(cards, key=lambda c: (-c.score, c.form != "open", c.id)):
        reason = reason_against(card, kept, choice)
        if reason:
            dropped.append(Skipped(span=card.span, stage=STAGE, rule=f"{card.form}/{card.type}/{card.role}", reason=reason))
        else:
            kept.append(card)
    varied = [vary_form(card, kept, cards) for card in kept]
    return tuple(sorted(varied, key=lambda c: (c.span.start, -c.score, c.id))), tuple(dropped)


def reason_against(card: Card, kept: Sequence[Card], choice: Choice) -> str | None:
    """Why `card` is not wanted beside the better ones in `kept`, or None."""
    if card.score < choice.min_score:
        return f"score {card.score:.2f} is under {choice.min_score:.2f}"
    if choice.max_cards and len(kept) >= choice.max_cards:
        return f"the {choice.max_cards} best cards are taken"
    same_fact = [c for c in kept if c.fact == card.fact]
    if any(c.role == card.role for c in same_fact):
        return "the same role is asked by a better card"
    most = PER_ACTION if card.type == "action" and card.score < CENTRAL else PER_FACT
    if len(same_fact) >= most:
        return f"{most} better cards ask the same fact"
    if any(is_alike(card, other) for other in kept):
        return "a better card asks almost the same"
    return None


def is_alike(card: Card, other: Card) -> bool:
    """Whether two cards ask the same: one answer, mostly the same words."""
    mine, theirs = words(card.question), words(other.question)
    common = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    return words(card.answer) == words(other.answer) and common >= ALIKE


@lru_cache(maxsize=4096)  # each card is held against every other
def words(text: str) -> frozenset[str]:
    """The words of `text` over three letters, and its numbers, in lower case."""
    return frozenset(w for w in re.findall(r"\w+", text.casefold()) if len(w) > 3 or w.isdigit())


def vary_form(card: Card, kept: Sequence[Card], cards: Sequence[Card]) -> Card:
    """`card`, or the gap that asks the same, where it is the last of several cards on one fact."""
    rank = [c.id for c in kept if c.fact == card.fact].index(card.id) + 1
    if rank < CLOZE_FROM:
        return card
    return next((c for c in cards if c.form == "cloze" and (c.fact, c.role) == (card.fact, card.role)), card)


def number_cards(cards: Sequence[Card]) -> tuple[Card, ...]:
    """`cards` with their codes: « F3·qui » is the third fact, asked for a person."""
    numbers = {fact: n for n, fact in enumerate(dict.fromkeys(c.fact for c in cards), start=1)}
    coded: list[Card] = []
    for card in cards:
        code = f"F{numbers[card.fact]}·{card.code}"
        twins = sum(c.code.rstrip("²³⁴") == code for c in coded)
        coded.append(replace(card, code=code + ("", "²", "³", "⁴")[min(twins, 3)]))
    return tuple(coded)
