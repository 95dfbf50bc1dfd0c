"""The choice of cards: one for a role, few for a fact, no near-duplicates, in reading order, with codes."""

from __future__ import annotations

from quizgen.deck import Choice, choose_cards, number_cards
from quizgen.model import Card, Span

EVERY = Choice(min_score=0)


def make_card(id: str, *, fact: str = "f1", role: str = "place", form: str = "open", score: float = 0.5, start: int = 0, **rest: str) -> Card:
    """A card of which only what the choice looks at matters."""
    question = rest.get("question", f"Question {id} sur le sujet {role} ?") + (" _____" if form == "cloze" else "")
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


def test_three_cards_for_a_fact_the_third_as_a_gap() -> None:
    """A fact gives three cards at most, and the third is the gap for its role, if there is one."""
    cards = [make_card(r, role=r, score=s, answer=f"mot{r}") for r, s in (("w", 0.9), ("x", 0.8), ("y", 0.7), ("z", 0.6))]
    assert kept(cards) == ["w", "x", "y"]
    assert kept([*cards, make_card("gap", role="y", form="cloze", score=0.5)]) == ["w", "x", "gap"]


def test_near_duplicates_go() -> None:
    """The same answer to mostly the same words is asked once, and the reason is recorded."""
    first = make_card("a", question="Dans quelle ville Marta Silva a-t-elle rencontré Karl Lund ?", answer="à Oslo", score=0.9)
    again = make_card("b", fact="f2", question="Dans quelle ville Marta Silva et Karl Lund se sont-ils rencontrés ?", answer="à Oslo")
    other = make_card("c", fact="f3", question="Dans quelle ville Jens Olsen a-t-il inauguré le pont ?", answer="à Oslo")
    cards, dropped = choose_cards([first, again, other], EVERY)
    assert [c.id for c in cards] == ["a", "c"]
    assert [s.reason for s in dropped] == ["a better card asks almost the same"]


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
