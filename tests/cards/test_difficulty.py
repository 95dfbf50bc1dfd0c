"""Difficulty: the sum that docs/difficulty.md defines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.cards import ranking
from quizgen.cards.ranking import difficulty_of

PAGE = (Path(__file__).parents[2] / "docs" / "difficulty.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("form", "exact", "salience", "nearness", "difficulty"),
    [
        pytest.param("true_false", False, 0.9, 0.0, 1, id="nothing makes it hard"),
        pytest.param("open", False, 0.9, 0.0, 1, id="a name that the title leads to"),
        pytest.param("open", True, 0.9, 0.0, 2, id="a number"),
        pytest.param("cloze", False, 0.3, 0.0, 2, id="a side matter"),
        pytest.param("open", True, 0.3, 0.0, 3, id="a number of a side matter"),
        pytest.param("choice", True, 0.9, 0.8, 2, id="numbers near to each other"),
        pytest.param("choice", True, 0.3, 0.8, 3, id="the same of a side matter"),
        pytest.param("choice", False, 0.9, 0.4, 1, id="options far from the key"),
    ],
)
def test_points(form: str, exact: bool, salience: float, nearness: float, difficulty: int) -> None:
    """Each of the four things adds a point, between 1 and 3."""
    assert difficulty_of(form, exact=exact, salience=salience, nearness=nearness) == difficulty


def test_the_page_gives_the_figures_of_the_program() -> None:
    """The bounds and points of the page are those of the code."""
    assert f"salience under {ranking.ASIDE}" in PAGE and f"nearness of {ranking.NEAR}" in PAGE
    assert re.findall(r"\| (\d) \|", PAGE) == ["1"] * 4
    assert {form for form, points in ranking.EFFORT.items() if points} == {"open", "cloze"}
