"""Questions with their context lines -> whether something in them is explained nowhere, without a model."""

from __future__ import annotations

import pytest

from quizgen.langs.fr.asking.flaws import FLAWS, is_unexplained

FLOOD = "Crue du lac de Salmoire, mars 2019"

ROWS = [
    # few words, and none of the event
    (FLOOD, "Combien de granges ont été vidées ?", True),
    # a word of the event, in another form
    (FLOOD, "Combien de granges les crues ont-elles emportées ?", False),
    # those whom any disaster brings
    (FLOOD, "Combien de granges les secours ont-ils vidées ?", False),
    # a name
    (FLOOD, "Combien de granges ont été vidées à Brume ?", False),
]


@pytest.mark.parametrize(("context", "question", "unexplained"), ROWS)
def test_what_neither_question_nor_context_tells(context: str, question: str, unexplained: bool) -> None:
    """True where a reader must guess."""
    assert is_unexplained(context, question) is unexplained


NOUNS = [
    # a noun that takes up what only the article has told
    (FLOOD, "Qui a jugé la mesure trop chère pour la commune de Brume ?", True),
    # the context line tells it, or its complement does
    ("Une mesure contre les crues, mars 2019", "Qui a jugé la mesure trop chère pour la commune de Brume ?", False),
    (FLOOD, "Qui a présenté la mesure du canton à Brume ?", False),
]


@pytest.mark.parametrize(("context", "question", "untold"), NOUNS)
def test_a_noun_that_takes_up_what_nothing_tells(context: str, question: str, untold: bool) -> None:
    """Such a card is not written."""
    assert (FLAWS.untold_thing(context, question, "Ida Kermo") is not None) is untold
