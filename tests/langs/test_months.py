"""Months and years told by the day of writing."""

from __future__ import annotations

import pytest

from quizgen.langs.en.forms import dates as english
from quizgen.langs.fr.forms import dates as french
from quizgen.langs.months import near_month, shifted


@pytest.mark.parametrize(
    ("anchor", "years", "months", "iso"),
    [
        pytest.param("2019-05-03", -1, None, "2018", id="a year before"),
        pytest.param("2019", 1, None, "2020", id="a year is enough for years"),
        pytest.param("2019-12", 0, 1, "2020-01", id="over the end of the year"),
        pytest.param("2019-01-31", 0, -1, "2018-12", id="over its beginning"),
        pytest.param("2019-05-03", 0, 0, "2019-05", id="this month"),
        pytest.param("2019", 0, 1, None, id="no month without a month"),
        pytest.param("", -1, None, None, id="nothing without a day of writing"),
    ],
)
def test_shifted(anchor: str, years: int, months: int | None, iso: str | None) -> None:
    """As precise as what is told, never more than the day of writing allows."""
    assert shifted(anchor, years=years, months=months) == iso


@pytest.mark.parametrize(
    ("month", "anchor", "ahead", "here_too", "iso"),
    [
        pytest.param(3, "2019-05", False, False, "2019-03", id="last March"),
        pytest.param(3, "2019-05", True, False, "2020-03", id="next March"),
        pytest.param(5, "2019-05", False, False, "2018-05", id="last May, told in May"),
        pytest.param(5, "2019-05", True, False, "2020-05", id="next May, told in May"),
        pytest.param(5, "2019-05", True, True, "2019-05", id="in May, told in May"),
        pytest.param(5, "2019", True, False, None, id="no month of writing"),
    ],
)
def test_near_month(month: int, anchor: str, ahead: bool, here_too: bool, iso: str | None) -> None:
    """The nearest one on the side that is told."""
    assert near_month(month, anchor, ahead=ahead, here_too=here_too) == iso


def test_this_month_is_a_month_in_both_languages() -> None:
    """« ce mois-ci » tells the month, not only its year."""
    assert french.resolve_relative("ce mois-ci", "2019-05-03", ahead=None) == "2019-05"
    assert english.resolve_relative("this month", "2019-05-03", ahead=None) == "2019-05"
