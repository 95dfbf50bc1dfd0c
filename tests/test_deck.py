"""The choice of cards: one for a role, few for a fact, no near-duplicates, in reading order, with codes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.deck import PER_FACT, Choice, balance_keys, choose_cards, gives_away, number_cards, spread_cards
from quizgen.model import FORMS, GAP, Card, Span
from quizgen.pipeline import check

EVERY = Choice(min_score=0)


def make_card(id: str, *, fact: str = "f1", role: str = "place", form: str = "open", score: float = 0.5, start: int = 0, **rest: str) -> Card:
    """A card of which only what the choice looks at matters."""
    question = rest.get("question", f"Question {id} sur le sujet {role} ?") + (
        " _____" if form == "cloze" and GAP not in rest.get("question", "") else ""
    )
    return Card(
        id=id, form=form, context="", question=question, answer=rest.get("answer", f"réponse{id}"), fact=fact, role=role,
        quote="La phrase.", span=Span(start=start, end=start + 10), score=score, type="meeting", code=role,
    )  # fmt: skip


def kept(cards: list[Card], choice: Choice = EVERY) -> list[str]:
    return [card.id for card in choose_cards(cards, choice)[0]]


def test_one_card_for_a_role() -> None:
    """Of two forms for one role the better stays, the open one where they are level."""
    assert kept([make_card("a", form="cloze"), make_card("b")]) == ["b"]
    assert kept([make_card("a", form="cloze", score=0.9), make_card("b")]) == ["a"]


def test_few_cards_for_a_fact_the_third_as_a_gap() -> None:
    """A fact gives PER_FACT cards at most, and the third is the gap for its role, if there is one."""
    cards = [make_card(r, role=r, score=0.9 - n / 10, answer=f"mot{r}") for n, r in enumerate("uvwxyz")]
    assert kept(cards) == list("uvwxyz")[:PER_FACT]
    with_gap = kept([*cards, make_card("gap", role="w", form="cloze", score=0.65)])
    assert set(with_gap) == {*list("uvwxyz")[:PER_FACT], "gap"} - {"w"}


def test_near_duplicates_go() -> None:
    """The same answer to mostly the same words is asked once, and the reason is recorded."""
    first = make_card("a", question="Dans quelle ville Marta Silva a-t-elle rencontré Karl Lund ?", answer="à Oslo", score=0.9)
    again = make_card("b", fact="f2", question="Dans quelle ville Marta Silva et Karl Lund se sont-ils rencontrés ?", answer="à Oslo")
    other = make_card("c", fact="f3", question="Dans quelle ville Jens Olsen a-t-il inauguré le pont ?", answer="à Oslo")
    cards, dropped = choose_cards([first, again, other], EVERY)
    assert [c.id for c in cards] == ["a", "c"]
    assert [s.reason for s in dropped] == ["a better card asks almost the same"]


def test_a_figure_of_a_sentence_is_asked_once() -> None:
    """A question and a gap for one figure of one sentence are the same card in other words; a date of it, or one figure of two sentences, is not."""
    first = make_card("a", question="Combien le chantier de Gand coûtera-t-il ?", answer="27 millions", score=0.9)
    gap = make_card("b", fact="f2", form="cloze", question="Gand paiera la moitié du budget :", answer="27 millions")
    beside = make_card("c", fact="f3", form="cloze", question="Oslo paiera la moitié du budget :", answer="27 millions", start=90)
    assert kept([first, gap, beside]) == ["a", "c"]


def test_a_figure_said_in_the_lead_and_below_is_asked_once() -> None:
    """Two gaps with one answer before the same words ask the same, whatever else the sentences say; before other words they do not."""
    lead = make_card("a", form="cloze", question="Signé par _____ des 27 pays, le traité a été rejeté.", answer="22", score=0.9)
    below = make_card("b", fact="f2", form="cloze", question="Le texte avait été conclu en mai avec _____ des 27 pays.", answer="22", start=90)
    other = make_card("c", fact="f3", form="cloze", question="Le texte a _____ articles et 27 annexes.", answer="22", start=90)
    assert kept([lead, below, other]) == ["a", "c"]


def test_limits() -> None:
    """--max-cards keeps the best, --min-score drops the poor, and the order is that of the article."""
    cards = [
        make_card("low", fact="f1", score=0.2, start=0),
        make_card("mid", fact="f2", score=0.5, start=20),
        make_card("top", fact="f3", score=0.9, start=40),
    ]
    assert kept(cards) == ["low", "mid", "top"]
    assert kept(cards, Choice(max_cards=2, min_score=0)) == ["mid", "top"]
    assert kept(cards, Choice(min_score=0.4)) == ["mid", "top"]


def test_codes_name_fact_and_role() -> None:
    """The short code counts facts in reading order, and two cards never share one."""
    cards = number_cards([make_card("a", fact="f9"), make_card("b", fact="f9"), make_card("c", fact="f2")])
    assert [c.code for c in cards] == ["F1·place", "F1·place²", "F2·place"]


def test_the_order_of_the_input_does_not_matter() -> None:
    """Ties are broken by id, so any order of the cards gives the same deck."""
    cards = [make_card(i, fact=f"f{i}", start=int(i)) for i in "123456"]
    assert kept(cards) == kept(cards[::-1])


def test_forms_asked_for_stand_side_by_side() -> None:
    """A role has one card of each form that was asked for by name, and one card at all if none was."""
    cards = [make_card("a"), make_card("b", form="choice", score=0.45), make_card("c", form="true_false", score=0.4, question="Karl est à Oslo.")]
    assert kept(cards) == ["a"]
    assert kept(cards, Choice(min_score=0, forms=("open", "choice", "true_false"))) == ["a", "b", "c"]


def test_a_fact_is_told_true_or_false_once() -> None:
    """Statements of one fact are much alike, whatever role is changed in them."""
    cards = [make_card(r, role=r, form="true_false", question=f"Phrase {r}.", answer="Vrai.") for r in "xy"]
    assert kept(cards, Choice(min_score=0, forms=("true_false",))) == ["x"]


def test_a_form_of_less_worth_has_a_lower_bar() -> None:
    """The score of a choice holds what the form is worth less; its fact is worth as much as that of an open card."""
    card = make_card("a", form="choice", score=0.2)
    assert kept([card], Choice(min_score=0.22, forms=("choice",))) == ["a"]
    assert kept([replace(card, form="open")], Choice(min_score=0.22)) == []


def test_a_short_choice_is_spread() -> None:
    """The best cards come from all over the article, with other facts and answers, not one matter five times."""
    alike = [make_card(f"a{n}", fact="f1", role=f"r{n}", score=0.9 - n / 100, answer=f"mot{n}") for n in range(3)]
    same = [make_card(f"b{n}", fact=f"g{n}", score=0.8, answer="Oslo", start=100 * n) for n in range(3)]
    far = make_card("far", fact="h", score=0.6, answer="Gao", start=900)
    assert [c.id for c in spread_cards([*alike, *same, far], 3)] == ["a0", "b2", "far"]
    assert len(spread_cards([*alike, *same, far], 99)) == 7


def test_no_card_of_a_sheet_answers_another() -> None:
    """A question that names somebody with his function tells who holds it, be it of another fact."""
    who = make_card("a", question="Qui est la ministre de la Pêche ?", answer="Ida Kermo")
    told = make_card("b", fact="f2", question="Où la ministre de la Pêche Ida Kermo a-t-elle parlé ?", answer="à Oslo")
    other = make_card("c", fact="f3", question="Où Ida Kermo a-t-elle déjeuné ?", answer="à Gao")
    assert gives_away(who, told) and gives_away(told, who) and not gives_away(who, other)
    assert {c.id for c in spread_cards([who, told, other], 2, sheet=True)} == {"a", "c"}
    assert [c.id for c in spread_cards([who, replace(who, id="z", form="choice")], 2, sheet=True)] == ["a"]


def make_choice(n: int, *, ordered: bool = False) -> Card:
    options = ("9", "12", "15", "18") if ordered else ("à Oslo", "à Gao", "à Rome", "à Lyon")
    return replace(make_card(f"c{n}", fact=f"f{n}", form="choice"), options=options, answer=options[0], ordered=ordered)


def test_keys_are_balanced() -> None:
    """Over the deck the keys stand at all places alike; numbers keep their order; the seed changes the rest."""
    cards = [make_choice(n, ordered=n < 2) for n in range(8)]
    balanced = balance_keys(cards, 1)
    assert sorted(c.options.index(c.answer) for c in balanced) == [0, 0, 1, 1, 2, 2, 3, 3]
    assert [c.options for c in balanced[:2]] == [("9", "12", "15", "18")] * 2
    assert all(sorted(c.options) == sorted(d.options) for c, d in zip(cards, balanced, strict=True))
    assert balanced == balance_keys(cards, 1) != balance_keys(cards, 2)


@pytest.mark.parametrize("folder", sorted((Path(__file__).parents[1] / "decks").iterdir()), ids=lambda p: p.name)
def test_our_decks_have_no_flaw(folder: Path) -> None:
    """The decks that show what quizgen is for are ones to be shown: no card in use breaks a rule."""
    checked = check(str(folder))
    assert len(checked) >= 20
    assert [(entry.card.question, flaw.name) for entry, flaws in checked for flaw in flaws] == []


def test_the_english_deck_was_read() -> None:
    """Somebody has read every card of the English deck: none is a draft, and all forms are there."""
    cards = [entry for entry, _ in check(str(Path(__file__).parents[1] / "decks" / "channel-tunnel"))]
    assert {entry.status for entry in cards} == {"kept", "edited"}
    assert {entry.card.form for entry in cards} == set(FORMS)
