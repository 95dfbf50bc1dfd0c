"""Facts of a deck -> exercises of several facts: matching (who has which function, did what, where) and putting in order of time.

A fact is used only if the deck has a card on it, so that what a human dropped stays out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.langs import LanguagePack
from quizgen.model import GAP, Card, Deck, Fact

MATCHING, ORDERING = "matching", "ordering"
LEFT_OUT = "…"  # what stands where the left side belongs
LEAST, MOST = 3, 5  # pairs of an exercise: fewer are guessed, more are lost on a page
LONGEST = 160  # characters of one side
MOST_MATCHING = 2
PLACES = frozenset({"city", "country", "region", "sea"})
PLACE_ROLES = frozenset({"place", "destination", "origin"})


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two things that belong together by a fact; in an order of time, `left` is the date in words and `date` its ISO form."""

    left: str
    right: str
    fact: str
    quote: str
    code: str
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """`pairs` in reading order, or in order of time; `topic` says what is on the left: function, country, place, time…"""

    form: str
    topic: str
    pairs: tuple[Pair, ...]

    @property
    def facts(self) -> frozenset[str]:
        """The ids of its facts."""
        return frozenset(pair.fact for pair in self.pairs)

    def texts(self) -> Iterator[str]:
        """Every text that the pupil reads in it."""
        for pair in self.pairs:
            yield pair.right
            if self.form == MATCHING:
                yield pair.left


def find_exercises(deck: Deck, pack: LanguagePack) -> tuple[Exercise, ...]:
    """The exercises that the facts of `deck` allow, at most two of matching and one of order; no fact serves twice."""
    best = best_cards(deck.cards)
    facts = [f for f in sorted(deck.facts, key=lambda f: (-best[f.id].score, f.id) if f.id in best else (0, "")) if f.id in best]
    found: list[Exercise] = []
    for form, topic, find in searches(pack):
        if form == MATCHING and sum(e.form == MATCHING for e in found) >= MOST_MATCHING:
            continue
        used = {fact for exercise in found for fact in exercise.facts}
        candidates = (find(fact, best[fact.id]) for fact in facts if fact.id not in used)
        pairs = choose_pairs([p for p in candidates if p and not gives_away(p, deck.title, found)], best, ordered=form == ORDERING)
        if len(pairs) >= LEAST:
            found.append(Exercise(form=form, topic=topic, pairs=pairs))
    return tuple(found)


def best_cards(cards: Sequence[Card]) -> dict[str, Card]:
    """The best card of each fact."""
    return {card.fact: card for card in sorted(cards, key=lambda c: (c.score, c.id))}


def searches(pack: LanguagePack) -> Iterator[tuple[str, str, Callable[[Fact, Card], Pair | None]]]:
    """(form, topic, how a fact gives a pair), the most telling first."""
    yield MATCHING, "function", match_function
    yield MATCHING, "country", lambda fact, card: match_actor(fact, card, pack, "country")
    yield ORDERING, "time", lambda fact, card: date_event(fact, card, pack)
    yield MATCHING, "place", lambda fact, card: match_place(fact, card, pack)
    yield MATCHING, "person", lambda fact, card: match_actor(fact, card, pack, "person")
    yield MATCHING, "organisation", lambda fact, card: match_actor(fact, card, pack, "organisation")


def make_pair(fact: Fact, card: Card, left: str, right: str, date: str = "") -> Pair | None:
    """The pair, with the number of the fact as its code; None if a side is empty or too long to print."""
    if not left or not right or max(len(left), len(right)) > LONGEST:
        return None
    return Pair(left=left, right=right, fact=fact.id, quote=card.quote, code=card.code.partition("·")[0], date=date)


def match_function(fact: Fact, card: Card) -> Pair | None:
    """A person and the function that the article gives."""
    person, function = fact.argument("person"), fact.argument("function")
    if fact.type != "role" or fact.polarity != "positive" or not person or not function:
        return None
    name = person.mention.entity.name if person.mention.entity else person.mention.text
    return make_pair(fact, card, name, function.mention.text)


def match_actor(fact: Fact, card: Card, pack: LanguagePack, kind: str) -> Pair | None:
    """One named actor of `kind` and what it did, as a sentence in which it is left out."""
    actor = next(iter(fact.arguments))
    if fact.type == "role" or actor.kind != kind or actor.mention.entity is None:
        return None
    told = pack.tell(fact, actor.role)
    if isinstance(told, str) or LEFT_OUT not in told.question:
        return None
    return make_pair(fact, card, told.answer, told.question)


def match_place(fact: Fact, card: Card, pack: LanguagePack) -> Pair | None:
    """A place and what happened there, as a sentence with a gap."""
    place = next((a for a in fact.arguments if a.kind in PLACES and a.role in PLACE_ROLES), None)
    told = pack.gap(fact, place.role) if place else ""
    return None if isinstance(told, str) else make_pair(fact, card, told.answer, leave_out(told.question))


def leave_out(sentence: str) -> str:
    """A sentence with its gap and the hint after it (« _____ (where?) ») as what the left side fills."""
    return re.sub(rf"{GAP}(?: \([^)]*\))?\.?", LEFT_OUT, sentence)


def date_event(fact: Fact, card: Card, pack: LanguagePack) -> Pair | None:
    """What happened, said without its date, and the date."""
    gap, told = pack.gap(fact, "time"), pack.tell(fact, "time")
    if isinstance(gap, str) or isinstance(told, str):
        return None
    date = pack.read_date(gap.answer)
    if date is None or date[:4] in told.question:
        return None
    return make_pair(fact, card, pack.say_date(date), told.question, date)


def choose_pairs(pairs: Sequence[Pair], best: dict[str, Card], *, ordered: bool) -> tuple[Pair, ...]:
    """The first pairs that go together, at most MOST, by date or in reading order."""
    chosen: list[Pair] = []
    for pair in pairs:
        if len(chosen) < MOST and all(are_apart(pair, other, ordered=ordered) for other in chosen):
            chosen.append(pair)
    return tuple(sorted(chosen, key=lambda p: (p.date, best[p.fact].span.start, p.fact)))


def are_apart(one: Pair, other: Pair, *, ordered: bool) -> bool:
    """Whether neither pair can be taken for the other, or gives it away; dates must not lie within each other."""
    if words(one.right) <= words(other.right) or words(other.right) <= words(one.right):
        return False
    if ordered:
        return not one.date.startswith(other.date) and not other.date.startswith(one.date)
    lefts, rights = (one.left, other.left), (one.right, other.right)
    return not any(words(left) <= words(text) for left in lefts for text in rights) and not overlaps(*lefts)


def overlaps(one: str, other: str) -> bool:
    """Whether one text holds all the words of the other."""
    return words(one) <= words(other) or words(other) <= words(one)


def gives_away(pair: Pair, title: str, exercises: Sequence[Exercise]) -> bool:
    """Whether the title or an exercise tells `pair`, or `pair` tells one of an exercise."""
    others = [p for e in exercises if e.form == MATCHING for p in e.pairs]
    texts = [title, *(text for e in exercises for text in e.texts())]
    return any(tells_pair(text, pair) for text in texts) or any(tells_pair(f"{pair.left} {pair.right}", other) for other in others)


def tells_pair(text: str, pair: Pair) -> bool:
    """Whether `text` holds all the words of both sides of `pair`."""
    return words(pair.left) | words(pair.right) <= words(text)


@lru_cache(maxsize=4096)  # each card is held against every other
def words(text: str) -> frozenset[str]:
    """The words over two letters of `text`, and its numbers, in lower case."""
    return frozenset(w for w in re.findall(r"\w+", text.casefold()) if len(w) > 2 or w.isdigit())
