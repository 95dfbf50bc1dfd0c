"""French clauses: forms made from an infinitive or a participle, and question words for plain things."""

from __future__ import annotations

import pytest

from quizgen.langs.fr.asking.asked_nouns import sought_word
from quizgen.langs.fr.asking.kind_words import causing_word, idiom_word, which_kind
from quizgen.langs.fr.asking.open_objects import reason_against_object
from quizgen.langs.fr.forms.conjugation import imperfect, perfect, present
from quizgen.model import Clause, Phrase, Span, Verb

HERE = Span(start=0, end=1)


@pytest.mark.parametrize(
    ("lemma", "number", "said"),
    [
        ("ordonner", "s", ("a", "ordonné")),
        ("transmettre", "p", ("ont", "transmis")),
        ("recouvrir", "s", ("a", "recouvert")),
        ("partir", "s", None),  # with être
        ("moudre", "s", None),  # no rule gives it
    ],
)
def test_compound_past_of_a_verb_with_avoir(lemma: str, number: str, said: tuple[str, str] | None) -> None:
    """Regular verbs and listed ones have it; no other form is guessed."""
    assert perfect(lemma, number) == said


@pytest.mark.parametrize(
    ("participle", "lemma", "number", "said"),
    [
        ("provoquant", "provoquer", "s", "provoque"),
        ("plaçant", "placer", "p", "placent"),
        ("unissant", "unir", "s", "unit"),
        ("permettant", "permettre", "s", "permet"),
        ("recevant", "recevoir", "p", "reçoivent"),
        ("obtenant", "obtenir", "s", "obtient"),
        ("appelant", "appeler", "s", None),  # « appelle »
        ("mourant", "mourir", "s", None),
    ],
)
def test_present_from_the_present_participle(participle: str, lemma: str, number: str, said: str | None) -> None:
    """The ending of the infinitive tells the form; a stem that changes its vowel is left alone."""
    assert present(participle, lemma, number) == said


def test_imperfect_from_the_present_participle() -> None:
    """Every verb but être and avoir makes it in the same way."""
    assert imperfect("plaçant", "s") == "plaçait"
    assert imperfect("unissant", "p") == "unissaient"


@pytest.mark.parametrize(
    ("text", "head", "said"),
    [
        ("des laves basaltiques fluides", "lave", "quel type de laves"),
        ("des obus incendiaires", "obus", "quel type d’obus"),
        ("des laves", "lave", None),
        ("des morts civils", "mort", None),
        ("des aides pour les éleveurs", "aide", None),
    ],
)
def test_type_is_asked_of_things_that_have_one(text: str, head: str, said: str | None) -> None:
    """A noun with an adjective has a type; people, bare nouns and aims have none."""
    assert which_kind(Phrase(role="object", text=text, head=head, span=HERE, number="p")) == said


def test_a_thing_that_brings_something_about_is_asked_as_a_thing() -> None:
    """« Qu’est-ce qui a retardé … ? » for the snow, never for a passive."""
    snow = Phrase(role="subject", text="la neige", head="neige", span=HERE)
    delay = Verb(lemma="retarder", finite="a", rest="retardé")
    assert causing_word(snow, Clause(verb=delay, subject=snow)) == "qu’est-ce qui"
    assert causing_word(snow, Clause(verb=Verb(lemma="retarder", finite="est", rest="retardée", passive=True), subject=snow)) is None


def test_what_stands_after_an_idiom_is_asked_with_its_preposition() -> None:
    """« faire partie de » asks « de quoi », « faire peur de » nothing."""
    league = Phrase(role="complement", text="la ligue des ports", head="ligue", marker="de", span=HERE)
    for noun, word in (("partie", "de quoi"), ("peur", None)):
        beside = Phrase(role="told_idiom", text=noun, head=noun, span=HERE)
        assert idiom_word(league, Clause(verb=Verb(lemma="faire", finite="fait"), complements=(beside, league))) == word


def test_a_figure_is_asked_where_it_is_told_what_it_is_of() -> None:
    """« À combien la marge s’est-elle élevée ? » has a hundred answers; with a name or a day it has one."""
    margin = Phrase(role="subject", text="la marge moyenne", head="marge", span=HERE)
    figure = Phrase(role="measure", text="14 euros", head="euro", kind="measure", span=HERE)
    day = Phrase(role="time", text="en 2012", head="2012", kind="time", span=HERE)
    be = Verb(lemma="être", finite="a", rest="été")
    assert reason_against_object(Clause(verb=be, subject=margin, complements=(figure,)), figure) is not None
    assert reason_against_object(Clause(verb=be, subject=margin, complements=(figure, day)), figure) is None


def test_a_measure_is_asked_for_a_deed_that_is_told_of_something() -> None:
    """« Quelle mesure … ? » for « la fermeture du port », not for « une ouverture », and of no other verb."""
    demand, see = Verb(lemma="demander", finite="demande"), Verb(lemma="voir", finite="voit")
    closing = Phrase(role="object", text="la fermeture du port", head="fermeture", span=HERE)
    assert sought_word(closing, demand) == "quelle mesure"
    assert sought_word(closing, see) == ""
    assert sought_word(Phrase(role="object", text="une ouverture", head="ouverture", span=HERE), demand) == ""
