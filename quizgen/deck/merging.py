"""The cards made from an article + what a human decided on them -> one deck: nothing of his is lost, nothing vanishes unsaid."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.deck import STAGE, Choice, is_alike, number_cards, words
from quizgen.deck.entries import WORDS, Entry, fingerprint, words_print
from quizgen.model import Article, Card, Deck, Skipped, Span

CORRECTED = 0.6  # of the words of two sentences: one of eight telling words may change, and one or two more be added
NEW, REWORDED, VANISHED, CONFLICT, BACK = "new", "reworded", "vanished", "conflict", "back"


@dataclass(frozen=True, kw_only=True)
class Change:
    """What an update did to a card, or found; `reason` says why a card vanished."""

    kind: str
    entry: Entry
    reason: str = ""


def merge_entries(entries: Sequence[Entry], deck: Deck, candidates: Sequence[Card]) -> tuple[tuple[Entry, ...], tuple[Change, ...]]:
    """The entries of a deck file brought up to date, new ones in reading order between them, and what has changed.

    `deck` holds the cards chosen today, `candidates` all that could be: a card that the file knows stays as long as it is
    one of these. The words of a card that is kept, edited or written by hand are never touched.
    """
    made = {card.id: card for card in candidates}
    facts = {fact.id for fact in deck.facts}
    merged: list[Entry] = []
    changes: list[Change] = []
    for entry in follow_corrections([mark_edited(e, deck) for e in entries], deck, candidates):
        source = made.get(entry.follows or entry.card.id)
        now, change = merge_entry(entry, source, facts)
        merged.append(now if source and now.live else replace(now, card=locate_card(now.card, deck.article)))
        changes += [change] if change else []
    new = [Entry(card=card, made=words_print(card)) for card in choose_new(merged, deck.cards, made)]
    return insert_entries(name_hand_cards(merged), new), (*changes, *(Change(kind=NEW, entry=e) for e in new))


def mark_edited(entry: Entry, deck: Deck) -> Entry:
    """`entry`, edited if the words of a draft are neither those that were made nor those seen last.

    A human who sets an edited card back to draft leaves its words as they were seen: he wants quizgen's.
    """
    touched = entry.made and words_print(entry.card) != entry.made and content_print(entry.card, deck) != entry.seen
    return replace(entry, status="edited") if touched and entry.status == "draft" else entry


def follow_corrections(entries: Sequence[Entry], deck: Deck, candidates: Sequence[Card]) -> Iterator[Entry]:
    """`entries`; one whose sentence was corrected in the article follows the card that the corrected sentence gives.

    A fact's id comes from what it says, so « trois » for « deux » makes it another fact. The learner's card stays the same one:
    it keeps its id, and with it his reviews.
    """
    text = deck.article.text if deck.article else ""
    made = {card.id for card in candidates}
    known = {id for entry in entries for id in (entry.card.id, entry.follows)}
    for entry in entries:
        lost = entry.made and (entry.follows or entry.card.id) not in made and entry.card.quote not in text
        new = find_successor(entry.card, [c for c in candidates if c.id not in known]) if lost else None
        if new:
            known.add(new.id)
        yield replace(entry, follows=new.id) if new else entry


def find_successor(card: Card, candidates: Sequence[Card]) -> Card | None:
    """The card of the same kind whose sentence is most like that of `card`, if it is like enough to be its correction."""
    alike = [(share_words(card.quote, c.quote), c.id, c) for c in candidates if (c.type, c.role, c.form) == (card.type, card.role, card.form)]
    share, _, best = max(alike, default=(0.0, "", None), key=lambda found: found[:2])
    return best if share >= CORRECTED else None


def share_words(one: str, other: str) -> float:
    """The share of words that two sentences have in common, 0..1."""
    mine, theirs = words(one), words(other)
    return len(mine & theirs) / max(1, len(mine | theirs))


def merge_entry(entry: Entry, made: Card | None, facts: set[str]) -> tuple[Entry, Change | None]:
    """`entry` beside the card made today with its id, if any."""
    if entry.status == "dropped" or not entry.made:
        return entry, None
    if made is None:
        reason = "no sound card asks it any more" if entry.card.fact in facts else "its fact is no longer found in the article"
        gone = replace(entry, vanished=True)
        return gone, Change(kind=VANISHED, entry=gone, reason=reason)
    fresh = replace(made, id=entry.card.id, code=entry.card.code, tags=entry.card.tags, changed=entry.card.changed)
    entry, back = replace(entry, vanished=False), entry.vanished
    if entry.status != "draft":
        return merge_decided(entry, fresh)
    now = replace(entry, card=fresh, made=words_print(fresh), proposed=None)
    kind = BACK if back else REWORDED if now.made != entry.made else ""
    return now, Change(kind=kind, entry=now) if kind else None


def merge_decided(entry: Entry, fresh: Card) -> tuple[Entry, Change | None]:
    """A kept or edited entry: its words stay; where the card made today says something new, that is laid beside them."""
    now_made = words_print(fresh)
    card = replace(fresh, **{name: getattr(entry.card, name) for name in WORDS})
    if words_print(card) == now_made:
        return replace(entry, card=card, made=now_made, proposed=None), None
    proposed = fresh if now_made != entry.made or entry.proposed else None
    now = replace(entry, card=card, made=now_made, proposed=proposed)
    return now, Change(kind=CONFLICT, entry=now) if proposed else None


def choose_new(entries: Sequence[Entry], chosen: Sequence[Card], made: dict[str, Card]) -> tuple[Card, ...]:
    """The chosen cards that ask nothing that the file asks (or asked before it was dropped), with codes of their own."""
    old = [entry.card for entry in entries]
    ids = {id for entry in entries for id in (entry.card.id, entry.follows)}
    standing = [entry.card for entry in entries if entry.live or entry.status == "dropped"]
    asked = {(card.fact, card.role) for card in standing if card.fact}
    new = [c for c in chosen if c.id not in ids and (c.fact, c.role) not in asked]
    alone = [made[c.id] for c in new if not any(is_alike(c, other) for other in standing)]
    return number_cards(alone, old)


def name_hand_cards(entries: Sequence[Entry]) -> list[Entry]:
    """Codes for the cards without one: « H1 » is the first written by hand."""
    taken = {entry.card.code for entry in entries}
    free = (code for n in range(1, len(entries) + len(taken) + 2) if (code := f"H{n}") not in taken)
    return [entry if entry.card.code else replace(entry, card=replace(entry.card, code=next(free))) for entry in entries]


def locate_card(card: Card, article: Article | None) -> Card:
    """`card` with its place in the article: that of its quote, else of its answer, else the end."""
    text = article.text if article else ""
    for said in filter(None, (card.quote.strip(), card.answer)):
        start = text.find(said)
        if start >= 0:
            return replace(card, span=Span(start=start, end=start + len(said)))
    return replace(card, span=Span(start=len(text), end=len(text)))


def insert_entries(entries: Sequence[Entry], new: Iterable[Entry]) -> tuple[Entry, ...]:
    """`new` among `entries`: each after the last one that stands before it in the article; the order of `entries` stays."""
    order = sorted(range(len(entries)), key=lambda n: (entries[n].card.span.start, n))
    starts = [entries[n].card.span.start for n in order]
    after: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in new:
        place = bisect_right(starts, entry.card.span.start)
        after[order[place - 1] if place else -1].append(entry)
    return tuple((*after[-1], *(e for n, old in enumerate(entries) for e in (old, *after[n]))))


def stamp_entries(entries: Sequence[Entry], deck: Deck, now: int) -> tuple[Entry, ...]:
    """`entries` with the time of their last change: `now`, in seconds, where what a learner sees is new."""
    return tuple(stamp_entry(entry, content_print(entry.card, deck), now) if entry.live else entry for entry in entries)


def content_print(card: Card, deck: Deck) -> str:
    """The fingerprint of all that a learner sees of `card`."""
    return fingerprint(words_print(card), card.code, card.tags, deck.title, deck.date, deck.source.publisher, deck.tags)


def stamp_entry(entry: Entry, seen: str, now: int) -> Entry:
    """`entry` with a newer stamp if its content, `seen`, is not what it was at the last one; always later than that one."""
    card = entry.card
    if seen == entry.seen and card.changed:
        return entry
    return replace(entry, seen=seen, card=replace(card, changed=max(now, card.changed + 1)))


def deck_of(entries: Sequence[Entry], deck: Deck, changes: Sequence[Change]) -> Deck:
    """`deck` with the live cards of `entries`; the others are among what was skipped."""
    out = [entry for entry in entries if not entry.live]
    reasons = {change.entry.card.id: change.reason for change in changes if change.kind == VANISHED}
    left = (
        Skipped(span=e.card.span, stage=STAGE, rule="vanished" if e.vanished else "dropped", reason=reasons.get(e.card.id, "dropped by hand"))
        for e in out
    )
    return replace(deck, cards=tuple(e.card for e in entries if e.live), skipped=(*deck.skipped, *left))


def limit_deck(deck: Deck, choice: Choice, forms: Sequence[str]) -> Deck:
    """`deck` cut to the forms asked for, the best `choice.max_cards`, and the score asked for, in the order of the file."""
    least = choice.min_score if choice.min_score != Choice().min_score else 0.0
    wanted = [c for c in deck.cards if (not forms or c.form in forms) and c.score >= least]
    best = sorted(wanted, key=lambda c: (-c.score, c.id))[: choice.max_cards or None]
    ids = {card.id for card in best}
    return replace(deck, cards=tuple(c for c in deck.cards if c.id in ids))
