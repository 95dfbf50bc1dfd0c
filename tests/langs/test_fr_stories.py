"""Stories without a day of writing -> times told by the sentence before, with the real models: each row preceded by its reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.document import read_document
from quizgen.facts.entities import link_names
from quizgen.langs import get_pack
from quizgen.langs.fr.forms.dates import find_period
from quizgen.langs.fr.phrase.moments import read_moment
from tests.recording import make_article

pytestmark = pytest.mark.model

ROWS = [
    # counted from the one date of the sentence before
    ("Le pont de Brume ouvrit le 3 mai 1871. Six ans plus tard, la mairie vendit le bac.", "ans", "1877"),
    ("Le pont de Brume ouvrit en 1871. La mairie ferma le bac deux ans après, sans un mot.", "ans", "1873"),
    # two dates to count from
    ("Le pont ouvrit en 1871 et la gare en 1875. Six ans plus tard, la mairie vendit le bac.", "ans", None),
    # after something that is told
    ("Le pont de Brume ouvrit en 1871. La mairie ferma le bac deux ans après la crue.", "ans", None),
    # a season of the year that the story has come to
    ("Le pont de Brume ouvrit le 3 mai 1871. La mairie vendit le bac à l’automne.", "automne", "à l’automne 1871"),
]


@pytest.mark.parametrize(("text", "noun", "said"), ROWS)
def test_a_story_tells_the_year(text: str, noun: str, said: str | None) -> None:
    """The time of the last token so spelled, or None."""
    pack = get_pack("fr")
    reading = link_names(read_document(replace(make_article(text, "fr"), date=""), pack), pack)
    token = [t for t in reading.document.tokens if t.text == noun][-1]
    moment = read_moment(reading, token, "time")
    assert (moment.text if moment else None) == said


TERMS = [
    # the last one that is over
    ("au premier semestre", "2019-09-07", False, "au premier semestre 2019"),
    ("au quatrième trimestre", "2019-02-07", False, "au quatrième trimestre 2018"),
    # the next to begin
    ("au quatrième trimestre", "2019-02-07", True, "au quatrième trimestre 2019"),
    # it lasts still: this one, or that of the year before
    ("au premier semestre", "2019-02-07", False, None),
]


@pytest.mark.parametrize(("text", "day", "ahead", "said"), TERMS)
def test_a_term_gets_its_year(text: str, day: str, ahead: bool, said: str | None) -> None:
    """The words with the year, or nothing."""
    found = find_period(text, 3, day, ahead=ahead)
    assert (found[0] if found else None) == said
