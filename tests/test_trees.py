"""Repairs of the parse leave trees: no word hangs from itself by a circle, whatever the pack's repairs make of it."""

from __future__ import annotations

import pytest

from quizgen.document import find_loose, keep_trees
from quizgen.model import Span, Token


def make_tokens(*heads: int) -> tuple[Token, ...]:
    """Words that hang from the words at `heads`; a root names itself."""
    return tuple(Token(i=i, span=Span(start=i, end=i + 1), text="x", lemma="x", pos="NOUN", dep="d", head=h) for i, h in enumerate(heads))


@pytest.mark.parametrize(
    ("heads", "loose"),
    [
        pytest.param((0, 0, 1), set(), id="a tree"),
        pytest.param((0, 2, 1, 2), {1, 2, 3}, id="a circle, and what hangs from it"),
        pytest.param((1, 0), {0, 1}, id="no root at all"),
    ],
)
def test_words_without_a_way_to_a_root_are_found(heads: tuple[int, ...], loose: set[int]) -> None:
    """A circle is found with all that hangs from it."""
    assert find_loose(make_tokens(*heads)) == loose


def test_a_circle_is_undone_and_other_repairs_stay() -> None:
    """Words in a circle hang again where the parser had put them."""
    kept = keep_trees(make_tokens(0, 0, 1, 0), make_tokens(0, 2, 1, 1))
    assert [t.head for t in kept] == [0, 0, 1, 0]
    assert [t.head for t in keep_trees(make_tokens(0, 0, 1, 0), make_tokens(0, 0, 1, 1))] == [0, 0, 1, 1]
