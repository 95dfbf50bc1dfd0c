"""Texts -> what is said to belong to a bare noun, with the real models: each row preceded by its reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.document import read_document
from quizgen.facts.coreference import resolve_pointers
from quizgen.facts.entities import link_names
from quizgen.langs import get_pack
from quizgen.langs.fr.phrase.bridges import complete
from tests.recording import make_article

pytestmark = pytest.mark.model

ROWS = [
    # the work on what the sentence before says is done to
    ("", "Le pont de Brume sera rénové. Les travaux débuteront en mars.", "travaux", "du pont de Brume"),
    # two things are worked on
    ("", "Le pont sera rénové et la halle sera démolie. Les travaux débuteront en mars.", "travaux", ""),
    # its complement is told already
    ("", "Le pont de Brume sera rénové. Les travaux de la halle débuteront en mars.", "travaux", ""),
    # the firm of the title
    ("Le groupe Norsk Hydro ferme une usine", "Le groupe Norsk Hydro souffre. La perte nette a doublé en 2018.", "perte", "de Norsk Hydro"),
    # another firm stands nearer
    ("Le groupe Norsk Hydro ferme une usine", "Le groupe Norsk Hydro souffre, comme Statoil. La perte nette a doublé en 2018.", "perte", ""),
    # what the subject of the title has decided; in the second, somebody else acts
    (
        "Le groupe Norsk Hydro ferme une usine",
        "Le groupe Norsk Hydro ferme son usine. Karl Lund a jugé la décision injuste.",
        "décision",
        "de Norsk Hydro",
    ),
    ("Karl Lund attaque le groupe Norsk Hydro", "Le groupe Norsk Hydro ferme son usine. Karl Lund a jugé la décision injuste.", "décision", ""),
]


@pytest.mark.parametrize(("title", "text", "noun", "said"), ROWS)
def test_a_noun_is_completed_where_one_thing_can_be_meant(title: str, text: str, noun: str, said: str) -> None:
    """The last of the tokens so spelled gets its complement, or none."""
    pack = get_pack("fr")
    reading = resolve_pointers(link_names(read_document(replace(make_article(text, "fr"), title=title), pack), pack), pack)
    token = [t for t in reading.document.tokens if t.text == noun][-1]
    assert complete(reading, token)[0] == said
