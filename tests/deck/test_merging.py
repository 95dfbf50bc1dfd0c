"""What was made today beside what a human decided: his words stay, new words are laid beside them, nothing vanishes unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizgen.deck import Choice
from quizgen.deck.entries import Entry, entry_data, words_print
from quizgen.deck.merging import Change, deck_of, limit_deck, merge_entries, stamp_entries
from quizgen.model import Card, Deck, Span
from tests.conftest import make_deck

NOW = 1_700_000_000


def first() -> tuple[Entry, ...]:
    """The entries of a new file: every card of the deck as a draft, stamped."""
    deck = make_deck()
    made = [replace(card, code=card.role) for card in deck.cards]
    return stamp_entries(merge_entries((), deck, made)[0], deck, NOW)


def merge(entries: Sequence[Entry], cards: Sequence[Card], deck: Deck | None = None) -> tuple[tuple[Entry, ...], list[tuple[str, str]]]:
    """`entries` beside `cards`, and the kinds and ids of the changes."""
    deck = replace(deck or make_deck(), cards=tuple(cards))
    merged, changes = merge_entries(entries, deck, cards)
    return merged, [(c.kind, c.entry.card.id) for c in changes]


def cards() -> list[Card]:
    return list(make_deck().cards)


def decide(entries: Sequence[Entry], n: int, status: str, **words: str) -> list[Entry]:
    """`entries` after a human gave number `n` a status and words."""
    return [replace(e, status=status, card=replace(e.card, **words)) if i == n else e for i, e in enumerate(entries)]  # type: ignore[arg-type]


def test_a_second_run_changes_nothing() -> None:
    """The same article again: the same entries, no change, no newer stamp."""
    entries = first()
    merged, changes = merge(entries, cards())
    assert changes == [] and stamp_entries(merged, make_deck(), NOW + 99) == entries
    assert [e.card.code for e in entries] == ["F1·qui", "F1·date", "F2·nb", "F2·lieu", "F3·nb", "F4·date"]


def test_a_draft_follows_the_article() -> None:
    """A draft takes the words made today, keeps its code and gets a newer stamp; the others keep theirs."""
    new = cards()
    new[0] = replace(new[0], answer="le maire de Brume", code="F9·qui")
    merged, changes = merge(first(), new)
    stamped = stamp_entries(merged, make_deck(), NOW + 5)
    assert changes == [("reworded", new[0].id)]
    assert (merged[0].card.answer, merged[0].card.code) == ("le maire de Brume", "F1·qui")
    assert [e.card.changed - NOW for e in stamped] == [5, 0, 0, 0, 0, 0]


def test_edited_words_stay() -> None:
    """Words changed by hand make a draft an edited card; they stay through every later run, with one new stamp."""
    entries = decide(first(), 0, "draft", question="Qui est venu ?")
    merged, changes = merge(entries, cards())
    stamped = stamp_entries(merged, make_deck(), NOW + 5)
    assert changes == [] and (merged[0].status, merged[0].card.question) == ("edited", "Qui est venu ?")
    again, _ = merge(stamped, cards())
    assert stamp_entries(again, make_deck(), NOW + 50) == stamped and stamped[0].card.changed == NOW + 5


def test_stamps_grow_even_if_the_clock_does_not() -> None:
    """A change in the same second, or under a clock that was set back, still gets a later stamp: Anki would pass over it otherwise."""
    entries = first()
    for now in (NOW, NOW - 1000):
        stamped = stamp_entries(decide(entries, 0, "edited", answer=f"x{now}"), make_deck(), now)
        assert stamped[0].card.changed == NOW + 1


def test_a_conflict_waits_for_the_human() -> None:
    """Edited here, changed there: both versions stand in the file until the human removes one; then it is over."""
    new = cards()
    new[0] = replace(new[0], answer="le maire de Brume")
    entries = decide(first(), 0, "edited", question="Qui est venu ?")
    merged, changes = merge(entries, new)
    assert changes == [("conflict", new[0].id)]
    assert merged[0].proposed is not None
    assert (merged[0].card.question, merged[0].card.answer, merged[0].proposed.answer) == (
        "Qui est venu ?",
        "le maire de Corvelle",
        "le maire de Brume",
    )
    assert merge(merged, new) == (merged, changes)
    mine = [replace(merged[0], proposed=None), *merged[1:]]
    assert merge(mine, new) == (tuple(mine), [])
    stamped = stamp_entries(merged, make_deck(), NOW + 5)
    theirs, _ = merge(decide(stamped, 0, "draft"), new)
    assert (theirs[0].status, theirs[0].proposed, theirs[0].card.question) == ("draft", None, new[0].question)
    again, _ = merge(decide(stamped, 0, "draft", question="Qui donc ?"), new)
    assert (again[0].status, again[0].card.question) == ("edited", "Qui donc ?")


def test_dropped_stays_dropped() -> None:
    """A dropped card never comes back, nor does its question in another form."""
    new = cards()
    new[0] = replace(new[0], id="other-form", form="cloze", question="_____ est venu.")
    merged, changes = merge(decide(first(), 0, "dropped"), new)
    assert changes == [] and merged[0].status == "dropped"
    assert new[0].id not in {c.id for c in deck_of(merged, make_deck(), ()).cards} and len(deck_of(merged, make_deck(), ()).cards) == 5


def test_vanished_cards_are_told() -> None:
    """A draft whose fact is gone leaves the exports but not the file; an edited one stays in both; both are told each time."""
    left = cards()[2:]
    deck = replace(make_deck(), facts=make_deck().facts[1:])
    entries = decide(first(), 1, "edited", answer="le 3 mars")
    merged, changes = merge(entries, left, deck)
    assert changes == [("vanished", entries[0].card.id), ("vanished", entries[1].card.id)]
    assert [e.live for e in merged] == [False, True, True, True, True, True] and len(merged) == 6
    assert merge(merged, left, deck) == (merged, changes)
    out = deck_of(merged, deck, [Change(kind="vanished", entry=merged[0], reason="why")])
    assert len(out.cards) == 5 and [(s.rule, s.reason) for s in out.skipped[-1:]] == [("vanished", "why")]
    back, told = merge(merged, cards())
    assert told == [("back", entries[0].card.id)] and all(e.live for e in back)


def test_a_corrected_sentence_keeps_its_card() -> None:
    """« treize » for « douze » makes another fact with another card; the learner's card follows it under its own id."""
    new = cards()
    quote = new[2].quote.replace("douze", "treize")
    new[2] = replace(new[2], id="other", fact="other", answer="treize", quote=quote)
    article = make_deck().article
    assert article
    deck = replace(make_deck(), article=replace(article, text=article.text.replace("douze", "treize")))
    old = first()
    merged, changes = merge(old, new, deck)
    assert changes == [("reworded", old[2].card.id)]
    assert (merged[2].card.id, merged[2].card.answer, merged[2].follows, len(merged)) == (old[2].card.id, "treize", "other", 6)
    assert merge(merged, new, deck) == (merged, [])
    edited, told = merge(decide(old, 2, "edited", question="Combien ?"), new, deck)
    assert told == [("conflict", old[2].card.id)] and edited[2].proposed and edited[2].proposed.answer == "treize"
    unlike = [replace(c, quote="Tout autre chose est dit ici.") if c.id == "other" else c for c in new]
    assert ("vanished", old[2].card.id) in merge(old, unlike, deck)[1]


def test_hand_written_cards_stay() -> None:
    """A card without origin is left alone, gets a code, and stands where its quote or answer stands in the article."""
    deck = make_deck()
    own = Card(id="h1", form="open", context="", question="Combien ?", answer="douze péniches", fact="", role="", quote="", span=Span(start=0, end=0))
    merged, changes = merge([Entry(card=own, index=0), *first()], cards())
    assert changes == [] and merged[0].card.code == "H1"
    assert deck.article and deck.article.text[merged[0].card.span.start :].startswith("douze péniches")
    assert deck_of(merged, deck, ()).cards[0].question == "Combien ?"


def test_new_cards_stand_in_reading_order() -> None:
    """A card made for the first time comes after the one before it in the article, with a number of its own."""
    whole = [replace(card, code=card.role) for card in cards()]
    start, _ = merge((), [whole[0], *whole[4:]])
    merged, changes = merge(start, whole)
    assert [e.card.id for e in merged] == [c.id for c in whole]
    assert [kind for kind, _ in changes] == ["new"] * 3
    codes = [e.card.code for e in merged]
    assert len(set(codes)) == 6 and codes[2:4] == ["F4·nb", "F4·lieu"]


def test_a_known_card_stays_while_it_can_be_made() -> None:
    """A card that the choice would not take today stays if it is still among the candidates: learners have it."""
    deck = replace(make_deck(), cards=make_deck().cards[1:])
    merged, changes = merge_entries(first(), deck, cards())
    assert changes == () and all(e.live for e in merged)


def test_limits_of_a_folder() -> None:
    """--form, --max-cards and --min-score cut what is exported, in the order of the file."""
    deck = make_deck()
    assert [c.id for c in limit_deck(deck, Choice(), ("cloze",)).cards] == [c.id for c in deck.cards if c.form == "cloze"]
    assert [c.id for c in limit_deck(deck, Choice(max_cards=2), ()).cards] == [c.id for c in deck.cards[:2]]
    assert [c.id for c in limit_deck(deck, Choice(min_score=0.88), ()).cards] == [c.id for c in deck.cards[:3]]
    assert limit_deck(deck, Choice(), ()) == deck


EDITS = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(("draft", "kept", "edited", "dropped")), st.sampled_from(("", "autre réponse"))), max_size=6
)


@given(EDITS, st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_any_decisions_settle(edits: list[tuple[int, str, str]], gone: set[int], reworded: set[int]) -> None:
    """Whatever was decided and whatever the article became: no entry is lost, a human's words stay, and a second run changes nothing."""
    entries: Sequence[Entry] = first()
    for n, status, answer in edits:
        entries = decide(entries, n, status, **({"answer": answer} if answer else {}))
    new = [replace(c, context="Autre contexte") if n in reworded else c for n, c in enumerate(cards()) if n not in gone]
    merged, _ = merge(entries, new)
    stamped = stamp_entries(merged, make_deck(), NOW + 5)
    assert [e.card.id for e in merged] == [e.card.id for e in entries]
    for before, after in zip(entries, merged, strict=True):
        assert after.card.answer == before.card.answer or (before.status == "draft" and not after.vanished)
        assert (after.status == "dropped") == (before.status == "dropped")
    again, _ = merge(stamped, new)
    assert [entry_data(e) for e in stamp_entries(again, make_deck(), NOW + 50)] == [entry_data(e) for e in stamped]


def test_words_print_sees_words_alone() -> None:
    """The fingerprint of the words does not depend on code, score or place, and parts its fields."""
    card = cards()[0]
    assert words_print(replace(card, code="x", score=0.1, span=Span(start=1, end=2))) == words_print(card)
    assert words_print(replace(card, also_right=("a", "b"))) != words_print(replace(card, also_right=("ab",)))
