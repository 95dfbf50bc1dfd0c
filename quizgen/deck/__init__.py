"""Stage 5 of 6: cards -> Deck. Chooses among the cards, puts them in reading order, numbers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizgen.cards import find_forms
from quizgen.cards.choice import draw
from quizgen.model import FORMS, GAP, Article, Card, Deck, Fact, Skipped, Span

STAGE = "deck"
PER_FACT = 4  # a fact has a few sides worth asking, not every one
PER_ACTION, CENTRAL = 3, 0.5  # fewer on a clause of no special type, unless it is central to the article
CLOZE_FROM = 3  # the third card on a fact comes as a gap, for variety
TWINS = "²³⁴"  # marks of further cards with one code
ALIKE = 0.75  # share of common words from which two questions with one answer are the same
# What a card is still worth after one with the same …; forms matter only where several were asked for.
AGAIN = {"fact": 0.5, "answer": 0.6, "type": 0.97, "form": 0.93, "stretch": 0.9}
NESTED = 0.5  # the same for two answers of one sentence of which one holds the other: « 2 000 », « 2 000 soldats »
COUNTED = 3  # words after a gap that tell what is counted
FIGURES = re.compile(r"\d{2}|\d[.,]\d")
YEAR = 4  # digits
REVERSED = {"person": "function", "function": "person"}  # who holds which function: the same from both sides
FIGURE = 2  # words of an answer that a bare number may be the whole of: « 17 ministres »
STRETCHES = 8  # of an article, each to have its share of a short choice


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What the user asked of the choice; 0 cards means all."""

    max_cards: int = 0
    min_score: float = 0.2
    forms: tuple[str, ...] = ()  # asked for by name; empty means what a deck has unasked
    seed: int = 0


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
    by_fact: dict[str, list[Card]] = {}
    by_answer: dict[frozenset[str], list[Card]] = {}
    by_sentence: dict[Span, list[Card]] = {}
    for card in sorted(cards, key=lambda c: (-c.score, FORMS.index(c.form), c.id)):
        sisters, neighbours = by_fact.setdefault(card.fact, []), by_sentence.setdefault(card.span, [])
        namesakes = by_answer.setdefault(words(card.answer), [])
        reason = reason_against(card, sisters, (*namesakes, *neighbours), choice)
        if reason:
            dropped.append(drop(card, reason))
        else:
            for group in (kept, sisters, namesakes, neighbours):
                group.append(card)
    varied = kept if choice.forms else vary_forms(kept, cards)
    best = spread_cards(varied, choice.max_cards) if choice.max_cards else tuple(varied)
    chosen = {card.id for card in best}
    dropped += (drop(card, f"the {choice.max_cards} best cards are taken") for card in varied if card.id not in chosen)
    return tuple(sorted(balance_keys(best, choice.seed), key=lambda c: (c.span.start, -c.score, c.id))), tuple(dropped)


def drop(card: Card, reason: str) -> Skipped:
    """Why `card` is not in the deck."""
    return Skipped(span=card.span, stage=STAGE, rule=f"{card.form}/{card.type}/{card.role}", reason=reason)


def reason_against(card: Card, sisters: Sequence[Card], others: Sequence[Card], choice: Choice) -> str | None:
    """Why `card` is not wanted beside the better ones already kept, or None: `sisters` of the same fact, `others` with the same answer or sentence.

    Forms that were asked for by name stand side by side: a role may then have one card of each.
    """
    lowest = choice.min_score * worth_of_form(card.form)
    if card.score < lowest:
        return f"score {card.score:.2f} is under {lowest:.2f}"
    beside = [c for c in sisters if c.form == card.form or not choice.forms]
    if any(c.role == card.role for c in beside):
        return "the same role is asked by a better card"
    if card.type == "role" and any(c.role == REVERSED.get(card.role) for c in beside):
        return "a better card asks the same from the other side"
    if card.form == "true_false" and any(c.form == card.form for c in beside):
        return "the same fact is told true or false by a better card"
    most = PER_ACTION if card.type == "action" and card.score < CENTRAL else PER_FACT
    if len(beside) >= most:
        return f"{most} better cards ask the same fact"
    if any(is_alike(card, other) for other in others if other.form == card.form or not choice.forms):
        return "a better card asks almost the same"
    return None


def worth_of_form(form: str) -> float:
    """What the scores of a form are lowered by: the form is worth less, the fact is not."""
    return float(getattr(find_forms()[form], "QUALITY", 1.0))


def spread_cards(cards: Sequence[Card], most: int, *, sheet: bool = False) -> tuple[Card, ...]:
    """The `most` best of `cards`, the best first: what is like the cards already taken counts less each time.

    On a `sheet` cards stand side by side: every fact comes once before any comes twice, and a card that gives a taken one
    away, or is given away by it, comes last.
    """
    taken: list[Card] = []
    worth = {card.id: card.score for card in cards}
    length = max((c.span.end for c in cards), default=0) / STRETCHES or 1.0
    left = sorted(cards, key=lambda c: (-c.score, c.id))

    told: set[str] = set()  # cards that a taken one gives away
    sisters: Counter[str] = Counter()  # taken cards of each fact
    while left and len(taken) < most:
        best = min(left, key=lambda c: (c.id in told, sisters[c.fact] if sheet else 0, -worth[c.id]))
        taken.append(best)
        left = [c for c in left if c is not best and not (sheet and is_again(c, best))]
        sisters[best.fact] += 1
        told |= {c.id for c in left if sheet and gives_away(c, best)}
        for card in left:
            worth[card.id] *= likeness(card, best, length)
    return tuple(taken)


def likeness(card: Card, other: Card, length: float) -> float:
    """What `card` is still worth beside `other`, 0..1; a stretch of the article has `length` characters."""
    worth = 1.0
    for same, weight in (
        (other.fact == card.fact, AGAIN["fact"]),
        (words(other.answer) == words(card.answer), AGAIN["answer"]),
        (other.type == card.type, AGAIN["type"]),
        (other.form == card.form, AGAIN["form"]),
        (int(other.span.start / length) == int(card.span.start / length), AGAIN["stretch"]),
    ):
        worth *= weight if same else 1.0
    return worth


def is_again(card: Card, other: Card) -> bool:
    """Whether two cards ask the same of the same fact in two forms."""
    return (card.fact, card.role) == (other.fact, other.role) and card.form != other.form


def gives_away(card: Card, other: Card) -> bool:
    """Whether the question of one of two cards tells the answer of the other.

    Of the same fact any mention of it tells; of another fact it takes half of the words asked with, too.
    """
    for asked, telling in ((card, other), (other, card)):
        answer = asked.answer.partition(":")[2] if asked.form == "true_false" else asked.answer
        hidden = words(answer) or all_words(answer)
        if hidden and hidden <= all_words(telling.question):
            common = len(words(asked.question) & words(telling.question))
            if asked.fact == telling.fact or 2 * common >= len(words(asked.question)):
                return True
    return False


def balance_keys(cards: Sequence[Card], seed: int) -> list[Card]:
    """`cards` with the keys of the choices at all places alike; options in an order of their own (numbers, dates) stay.

    The places are dealt by lots drawn from `seed`, so that no pattern helps to guess.
    """
    used: Counter[int] = Counter(place_of_key(c) for c in cards if c.options and c.ordered)
    balanced = []
    for card in cards:
        if card.options and not card.ordered:
            places = sorted(range(len(card.options)), key=lambda n: (used[n], draw(f"{seed}/{card.id}/{n}")))
            used[places[0]] += 1
            others = sorted((o for o in card.options if o != card.answer), key=lambda o: draw(f"{seed}/{card.id}/{o}"))
            card = replace(card, options=(*others[: places[0]], card.answer, *others[places[0] :]))
        balanced.append(card)
    return balanced


def place_of_key(card: Card) -> int:
    """Where the key stands among the options, from 0."""
    return card.options.index(card.answer)


def is_alike(card: Card, other: Card) -> bool:
    """Whether two cards ask the same: one answer, mostly the same words; of one sentence, an answer that holds the other, half of the words."""
    mine, theirs = words(card.question), words(other.question)
    common = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    answer, known = words(card.answer), words(other.answer)
    if answer == known and (answer or all_words(card.answer) == all_words(other.answer)):  # « one » and « two » are no words here, and not alike
        figure = card.span == other.span and FIGURES.search(card.answer) is not None  # a question and a gap may ask it in other words
        return common >= ALIKE or (figure and card.form != other.form) or counts_same(card, other)
    small, large = sorted((answer, known), key=len)
    stray = all(w.isdigit() and len(w) < YEAR for w in small) and len(large) > FIGURE  # « 17 » is no part of « à la suite des élections du 17 juin »
    return bool(small) and small < large and not stray and card.span == other.span and common >= NESTED


def counts_same(card: Card, other: Card) -> bool:
    """Whether in two cards of one answer the words after the gap are the same: « … par _____ des 27 pays », said in the lead and again below."""
    after = [re.findall(r"\w+", c.question.partition(GAP)[2])[:COUNTED] for c in (card, other)]
    return after[0] == after[1] and len(after[0]) == COUNTED


@lru_cache(maxsize=4096)  # each card is held against every other
def all_words(text: str) -> frozenset[str]:
    """The words of `text`, in lower case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The words of `text` over three letters, and its numbers, in lower case."""
    return frozenset(w for w in all_words(text) if len(w) > 3 or w.isdigit())


def vary_forms(kept: Sequence[Card], cards: Sequence[Card]) -> list[Card]:
    """`kept` with the gap that asks the same, where a card is the third or a later one on its fact."""
    gaps = {(c.fact, c.role): c for c in cards if c.form == "cloze"}
    ranks: Counter[str] = Counter()
    varied = []
    for card in kept:
        ranks[card.fact] += 1
        varied.append(card if ranks[card.fact] < CLOZE_FROM else gaps.get((card.fact, card.role), card))
    return varied


def number_cards(cards: Sequence[Card], older: Sequence[Card] = ()) -> tuple[Card, ...]:
    """`cards` with their codes: « F3·qui » is the third fact, asked for a person. Numbers go on after those of `older` cards."""
    numbers = {c.fact: int(m[1]) for c in older if c.fact and (m := re.match(r"F(\d{1,9})·", c.code))}
    first = max(numbers.values(), default=0) + 1
    numbers |= {fact: n for n, fact in enumerate(dict.fromkeys(c.fact for c in cards if c.fact not in numbers), start=first)}
    taken = Counter(c.code.rstrip(TWINS) for c in older)
    coded: list[Card] = []
    for card in cards:
        code = f"F{numbers[card.fact]}·{card.code}"
        coded.append(replace(card, code=code + ("", *TWINS)[min(taken[code], len(TWINS))]))
        taken[code] += 1
    return tuple(coded)
