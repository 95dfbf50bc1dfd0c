"""Deck -> study sheet: the facts themselves by type, those with a date in order of time, deployments as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.exports import Options
from quizgen.exports.exercises import best_cards
from quizgen.exports.pages import is_within, render_page
from quizgen.exports.sheet import shared_context
from quizgen.langs import LanguagePack
from quizgen.model import Argument, Card, Deck, Fact

SUFFIX = ".study.html"
SUMMARY = "study sheet: the facts by type, a timeline, who does what where"
# The order of the groups; types not named here stand under the last one.
GROUPS = (
    ("meeting",), ("deployment", "withdrawal"), ("announcement", "proposal", "request", "refusal", "threat", "accusation", "invitation"),
    ("agreement",), ("membership",), ("role",), ("statement",), ("event",), ("change",), ("cause", "purpose"), ("quantity",),
    ("location", "border"), ("definition",), ("action",),
)  # fmt: skip
MOVES = frozenset({"deployment", "withdrawal"})
SAID = frozenset({"announcement", "proposal"})
PLACES = frozenset({"destination", "origin", "place"})


@dataclass(frozen=True, kw_only=True)
class Note:
    """A fact of a type in a sentence, the number that its cards bear, and its date in words and as ISO, if it has one."""

    type: str
    text: str
    code: str
    date: str = ""
    iso: str = ""


@dataclass(frozen=True, kw_only=True)
class Move:
    """One row of « who does what, where »; `manner` says how sure it is, `source` who says so."""

    who: str
    what: str
    where: str
    when: str
    manner: str
    source: str
    code: str


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The sheet as UTF-8 HTML."""
    notes = make_notes(deck, pack)
    shared = shared_context(deck.cards, pack)
    heading = deck.title or shared or deck.slug
    return render_page(
        "study/study.html", deck, pack, options, heading=heading, shared="" if is_within(heading, shared) else shared,
        date=pack.say_date(deck.date) if deck.date else "", groups=tuple(group_notes(notes)),
        timeline=sorted((note for note in notes if note.iso), key=lambda note: (note.iso, note.code)),
        moves=tuple(make_moves(deck, pack)),
    ).encode()  # fmt: skip


def make_notes(deck: Deck, pack: LanguagePack) -> tuple[Note, ...]:
    """What the deck asks about, in the order of the article, each sentence once."""
    facts = {fact.id: fact for fact in deck.facts}
    best = sorted(best_cards(deck.cards).values(), key=lambda c: (c.span.start, c.code))
    notes = (make_note(card, facts.get(card.fact), pack) for card in best)
    return tuple({note.text: note for note in notes}.values())


def make_note(card: Card, fact: Fact | None, pack: LanguagePack) -> Note:
    """The fact of `card` in one sentence; a card written by hand has none, and its quote stands for it."""
    told = pack.tell(fact) if fact else ""
    iso = date_of(fact, pack) if fact else ""
    text = card.quote if isinstance(told, str) else told.question
    return Note(type=fact.type if fact else card.type, text=text, code=number_of(card), date=pack.say_date(iso) if iso else "", iso=iso)


def number_of(card: Card) -> str:
    """« F3 » of « F3·qui »."""
    return card.code.partition("·")[0]


def date_of(fact: Fact, pack: LanguagePack) -> str:
    """The ISO date of the fact, or empty."""
    gap = pack.gap(fact, "time")
    return "" if isinstance(gap, str) else pack.read_date(gap.answer) or ""


def group_notes(notes: Sequence[Note]) -> Iterator[tuple[str, tuple[Note, ...]]]:
    """(name of the group, its notes), empty groups left out."""
    known = {type for group in GROUPS for type in group}
    for group in GROUPS:
        last = group is GROUPS[-1]
        inside = tuple(note for note in notes if note.type in group or (last and note.type not in known))
        if inside:
            yield group[0], inside


def make_moves(deck: Deck, pack: LanguagePack) -> Iterator[Move]:
    """A row for each deployment, announced ones too, that the deck asks about."""
    best = best_cards(deck.cards)
    for fact in sorted((f for f in deck.facts if is_move(f) and f.id in best), key=lambda f: (f.evidence, f.id)):
        date, actor, force = date_of(fact, pack), fact.argument("actor"), fact.argument("force") or fact.argument("content")
        if actor and not force and actor.mention.entity is None:
            actor, force = None, actor  # « quelque 300 soldats sont stationnés »: nobody says who sent them
        yield Move(
            who=name_of(actor), what=name_of(force), where=", ".join(name_of(a) for a in fact.arguments if a.role in PLACES),
            when=pack.say_date(date) if date else "", code=number_of(best[fact.id]),
            manner=pack.labels.get(f"modality_{fact.modality}", ""), source=fact.attribution,
        )  # fmt: skip


def is_move(fact: Fact) -> bool:
    """Whether a fact says who sends what where, or announces or proposes it."""
    return fact.type in MOVES or (fact.type in SAID and any(a.role in PLACES for a in fact.arguments))


def name_of(argument: Argument | None) -> str:
    """The name of what fills a role, or its words."""
    if argument is None:
        return ""
    entity = argument.mention.entity
    return entity.name if entity and argument.kind == "person" else argument.mention.text
