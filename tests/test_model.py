"""The values: frozen, keyword-only, checked when built."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import model
from quizgen.model import GAP, Article, Card, Document, Fact, Sentence, Span, Token
from tests.conftest import make_deck

TYPES = [value for _, value in inspect.getmembers(model, inspect.isclass) if value.__module__ == model.__name__]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_types_are_frozen_and_keyword_only(kind: type[Any]) -> None:
    """Every type of the model is a frozen dataclass whose fields are given by name, and says what it is."""
    assert dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert all(field.kw_only for field in dataclasses.fields(kind))
    assert kind.__doc__ and not kind.__doc__.startswith(f"{kind.__name__}(")


def changed(value: Any, **fields: Any) -> Any:
    return dataclasses.replace(value, **fields)


CARD, CLOZE = make_deck().cards[:2]
FACT: Fact = make_deck().facts[0]
ARTICLE = Article(id="lac", lang="fr", title="", text="")
WRONG = {
    "span backwards": (Span(start=0, end=3), {"start": 4}, "not a span: 4..3"),
    "span before the text": (Span(start=0, end=3), {"start": -1}, "not a span"),
    "id with a path": (ARTICLE, {"id": "../lac"}, "not a slug"),
    "id in capitals": (ARTICLE, {"id": "Lac"}, "not a slug"),
    "no id": (ARTICLE, {"id": ""}, "not a slug"),
    "date in words": (ARTICLE, {"date": "mai 2022"}, "not a date"),
    "date half written": (ARTICLE, {"date": "2022-5"}, "not a date"),
    "updated": (ARTICLE, {"updated": "2022-05-03T10:00"}, "not a date"),
    "confidence over one": (FACT, {"confidence": 1.5}, "not within 0..1"),
    "confidence under zero": (FACT, {"confidence": -0.1}, "not within 0..1"),
    "fact of nothing": (FACT, {"arguments": ()}, "needs an argument"),
    "unknown form": (CARD, {"form": "essay"}, "unknown form 'essay'"),
    "no question": (CARD, {"question": ""}, "needs a question"),
    "no answer": (CARD, {"answer": ""}, "needs a question, an answer"),
    "no quote": (CARD, {"quote": ""}, "needs a question, an answer and a quote"),
    "cloze without a gap": (CLOZE, {"question": "Le lac."}, "exactly one gap"),
    "cloze with two gaps": (CLOZE, {"question": f"{GAP} et {GAP}"}, "exactly one gap"),
}


@pytest.mark.parametrize(("value", "fields", "message"), WRONG.values(), ids=WRONG)
def test_wrong_values_are_refused(value: Any, fields: dict[str, Any], message: str) -> None:
    """A wrong value cannot be built, and the error says which."""
    with pytest.raises(ValueError, match=message):
        changed(value, **fields)


@pytest.mark.parametrize("date", ["", "2022", "2022-05", "2022-05-03"])
def test_dates_of_every_precision(date: str) -> None:
    """A date is a year, a month, a day, or unknown."""
    assert changed(ARTICLE, date=date, updated=date).date == date


SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(start=min(ends), end=max(ends)))


@given(SPANS, SPANS, SPANS)
def test_holding_is_an_order(one: Span, two: Span, three: Span) -> None:
    """A span holds itself; two that hold each other are one; what holds a holder holds what is held."""
    assert one.holds(one)
    assert not (one.holds(two) and two.holds(one)) or one == two
    assert not (one.holds(two) and two.holds(three)) or one.holds(three)
    assert one.holds(two) == (set(range(two.start, two.end + 1)) <= set(range(one.start, one.end + 1)))


def test_argument_of_a_role() -> None:
    """The first argument in a role, or None."""
    assert FACT.argument("subject") is FACT.arguments[0] and FACT.argument("time") is None


HEADS = st.integers(1, 12).flatmap(lambda n: st.tuples(*(st.integers(0, max(0, i - 1)) for i in range(n))))


@given(HEADS)
def test_trees(heads: tuple[int, ...]) -> None:
    """In any tree: children name their head, a subtree is the token and the subtrees of its children, ancestors end at the root."""
    tokens = tuple(
        Token(i=i, span=Span(start=i, end=i + 1), text="a", lemma="a", pos="X", dep="obl:arg" if i else "root", head=h) for i, h in enumerate(heads)
    )
    sentence = Sentence(span=Span(start=0, end=len(heads)), first=0, last=len(heads), paragraph=0)
    document = Document(article=changed(ARTICLE, text="a" * len(heads)), tokens=tokens, sentences=(sentence,), model="")
    for token in tokens:
        below = document.children(token)
        assert all(document.head(child) is token for child in below)
        assert below == document.children(token, "obl") == document.children(token, "obl:arg") and not document.children(token, "obj")
        assert document.child(token) is (below[0] if below else None)
        assert document.subtree(token) == tuple(sorted([token, *(t for child in below for t in document.subtree(child))], key=lambda t: t.i))
        assert [*document.ancestors(token), token][0 if token.i else -1].i == heads[token.i]
        assert document.sentence_of(token) is sentence and document.sentence_number(token) == 0
        assert document.text(token.span) == "a"
    assert document.before(tokens[0]) is None and document.after(tokens[-1]) is None
    assert len(document.subtree(tokens[0])) == len(tokens)


def test_card_is_a_value() -> None:
    """Two cards with the same fields are one value, and can be members of sets."""
    assert isinstance(CARD, Card) and len({CARD, changed(CARD)}) == 1
