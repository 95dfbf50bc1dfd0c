"""Wrong dates and names: dates on the same side of the day of the telling as the right one, few beyond it."""

from __future__ import annotations

import pytest

from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.nearness import NEAR_DATA, NEAR_OWN, REACH, dates_near, other_things
from quizgen.model import Entity


@pytest.mark.parametrize(
    ("iso", "told", "never"),
    [
        pytest.param("2014", "2015-03-02", {"2016", "2017"}, id="what is done is not to come"),
        pytest.param("2017", "2016-04-21", {"2014", "2015"}, id="what is to come is not past"),
        pytest.param("2021-03", "2021-02-09", {"2020-12", "2021-01"}, id="nor in months before"),
        pytest.param("2021-06-12", "2021-06-05", {"2021-05-22"}, id="nor on a day before"),
    ],
)
def test_wrong_dates_lie_on_the_same_side(iso: str, told: str, never: set[str]) -> None:
    """« Quand sera-t-il ouvert ? » has no option before the article, but for a few days and months (never years)."""
    found = {other for other, _ in dates_near(iso, told)}
    spared = int(iso[-2:]) % REACH if "-" in iso else 0
    assert len(found & never) <= spared and iso not in found and len(found) >= REACH


def test_without_a_day_of_telling_both_sides_may_be_wrong() -> None:
    """Nothing is known to be past."""
    found = {other for other, _ in dates_near("2014", "")}
    assert {"2013", "2015"} <= found


@pytest.mark.parametrize(
    "texts", [("début 2015", "début 2017"), ("au printemps 2021", "au printemps 2024"), ("à l’automne 1998", "à l’automne 1999")]
)
def test_parts_of_a_year_are_put_in_order(texts: tuple[str, str]) -> None:
    """Options that are seasons or halves of years have a size, by which they are sorted."""
    sizes = [magnitude(text) for text in texts]
    assert None not in sizes and sizes == sorted(sizes, key=float)


def test_things_of_the_article_come_before_those_from_data() -> None:
    """Each other thing once, under the article's own name for it; never the right one."""
    right, own, data = (tuple(Entity(name=name, kind="city") for name in names.split()) for names in ("Oslo", "OSLO Bergen", "bergen Hamar"))
    found = [(entity.name, near) for entity, near in other_things(right[0], own, data, str.lower)]
    assert found == [("Bergen", NEAR_OWN), ("Hamar", NEAR_DATA)]
