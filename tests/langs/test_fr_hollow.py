"""French questions whose answer tells nothing, or that their context line leaves open or gives away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.langs.fr.asking.counting import number_word
from quizgen.langs.fr.asking.flaws import find_flaw
from quizgen.langs.fr.asking.hollow import reason_hollow
from quizgen.langs.fr.asking.wide import reason_too_wide
from quizgen.model import Clause, Phrase, Span, Verb


def phrase(role: str, text: str, **more: str) -> Phrase:
    return Phrase(role=role, text=text, span=Span(start=0, end=1), **more)


def past(lemma: str, rest: str) -> Verb:
    return Verb(lemma=lemma, finite="a", rest=rest)


BERG = phrase("subject", "Berg", kind="person")
LIMA = phrase("object", "Lima", kind="person")
GAO = phrase("place", "Gao", marker="à", kind="city")
DAY = phrase("time", "le 3 mai 2012", kind="time")


def clause(verb: Verb, *parts: Phrase, subject: Phrase = BERG) -> Clause:
    return Clause(verb=verb, subject=subject, complements=parts)


def test_answers_that_take_up_what_was_told() -> None:
    """« le drame » is what the article calls its subject; « le drame de Gao » is told."""
    for text, hollow in (("le drame", True), ("le drame de Gao", False), ("le vote", False)):
        cause = phrase("subject", text, kind="thing")
        raised = clause(past("relancer", "relancé"), phrase("object", "le débat sur la pêche"), subject=cause)
        assert (reason_hollow(raised, cause) is not None) is hollow


def test_bodies_of_a_house() -> None:
    """A parliament has many commissions; a commission on something is told."""
    led = Verb(lemma="présider", finite="préside")
    for text, hollow in (("la commission du Parlement", True), ("la commission de la pêche", False)):
        body = phrase("object", text, head="commission", kind="organisation")
        assert (reason_hollow(clause(led, body), body) is not None) is hollow


def test_ways_and_races() -> None:
    """Many ways join two towns; who is before whom in a race changes, unless it is told when."""
    way = phrase("subject", "le vol KX212", kind="thing")
    joined = clause(Verb(lemma="relier", finite="relie"), phrase("ends", "Oslo et Turin"), subject=way)
    assert reason_hollow(joined, way) is not None
    assert reason_hollow(clause(past("doubler", "doublé"), LIMA), LIMA) is not None
    assert reason_hollow(clause(past("doubler", "doublé"), LIMA, DAY), LIMA) is None


def test_its_own_noun() -> None:
    """« Quel chiffre d’affaires a reculé de 3 % ? » and « Quel débat est relancé à Gao ? » lead in a circle."""
    sales = phrase("subject", "le chiffre d’affaires de la laiterie", head="chiffre", kind="thing", gender="m", number="s")
    share = phrase("amount", "3 %", marker="de", kind="measure")
    assert reason_hollow(clause(past("reculer", "reculé"), share, subject=sales), sales) is not None
    debate = phrase("subject", "le débat sur la pêche au thon", head="débat", kind="thing", gender="m", number="s")
    held = Verb(lemma="relancer", finite="est", rest="relancé", passive=True)
    assert reason_hollow(clause(held, GAO, subject=debate), debate) is not None
    assert reason_hollow(clause(held, GAO, DAY, subject=debate), debate) is None


def test_what_has_fallen() -> None:
    """« vote un budget en baisse de 3 % »: the fall is the budget's, and would be left over."""
    budget = phrase("object", "le budget")
    fall = phrase("complement", "baisse de 3 %", marker="en", head="baisse")
    assert reason_hollow(clause(past("voter", "voté"), budget, fall), budget) is not None
    assert reason_hollow(clause(past("voter", "voté"), budget), budget) is None


def test_to_whom_a_thing_goes() -> None:
    """« sa demande d’aide | à la Suède » is one thing; what is given goes to somebody."""
    request = replace(phrase("object", "sa demande d’aide"), span=Span(start=10, end=27))
    sweden = replace(phrase("addressee", "la Suède", marker="à", kind="country"), span=Span(start=30, end=38))
    assert reason_hollow(clause(past("publier", "publié"), request, sweden), request) is not None
    assert reason_hollow(clause(past("adresser", "adressé"), request, sweden), request) is None


def test_efforts() -> None:
    """« les efforts du Conseil » are to no end; « les efforts pour désarmer » tell it."""
    for text, hollow in (
        ("les efforts du Conseil de pêche", True),
        ("les efforts du Conseil pour désarmer", False),
        ("la tentative de médiation", False),
    ):
        tried = phrase("object", text, kind="thing")
        assert (reason_hollow(clause(past("bloquer", "bloqué"), tried), tried) is not None) is hollow


def test_day_and_hour() -> None:
    """Many things open on a day, whatever the hour."""
    forum = phrase("subject", "le premier forum de la pêche", kind="thing")
    opened = clause(Verb(lemma="ouvrir", finite="ouvre", reflexive=True), DAY, phrase("complement", "19 heures", marker="à"), subject=forum)
    assert reason_too_wide(opened, forum, "subject") is not None


def test_limits() -> None:
    """A limit is asked as one."""
    guests = replace(phrase("object", "jusqu’à 900 personnes", kind="people"), count="jusqu’à 900", counted="personnes")
    assert number_word(guests, Verb(lemma="contenir", finite="contient")) == "jusqu’à combien de personnes"


def test_bare_deeds() -> None:
    """« Qui migra vers Radio Brume en mai ? » tells no more than where to."""
    for moved in (
        clause(Verb(lemma="migrer", finite="migra"), phrase("destination", "Radio Brume", marker="vers")),
        clause(Verb(lemma="obtenir", finite="obtint"), phrase("object", "la consécration", head="consécration"), DAY),
    ):
        assert reason_hollow(moved, BERG) is not None
    prize = clause(Verb(lemma="obtenir", finite="obtint"), phrase("object", "le prix Lund", head="prix"), DAY)
    assert reason_hollow(prize, BERG) is None


ROWS = [
    # a noun that takes up something, before « se », a count, or what it was found to be
    ("Un code pour les marins, mai 2012", "Le système se répand dans les ports de _____.", "Gao", True),
    ("Un système pour les marins, mai 2012", "Le système se répand dans les ports de _____.", "Gao", False),
    ("Naufrage d’un bac, mai 2012", "L’archipel compte plus de _____ îles.", "7 000", True),
    ("Un code pour les marins, mai 2012", "Qui a jugé la décision sage et utile ?", "Berg", True),
    ("Un code pour les marins, mai 2012", "Les ports concernés en ont _____ exemplaires.", "700", True),
    # a death or a wreck by another of its names
    ("Suicide d’un douanier à Gao, mai 2012", "Quel syndicat a révélé le décès à la presse ?", "le SUD", False),
    ("Grève des douaniers à Gao, mai 2012", "Quel syndicat a révélé le décès à la presse ?", "le SUD", True),
    # a talk of nobody
    ("Rencontre à Gao, mai 2012", "Qui a trouvé la conversation utile et franche ?", "Berg", True),
    ("Rencontre entre Lima et Vik, mai 2012", "Qui a trouvé la conversation utile et franche ?", "Berg", False),
    # the head of a cabinet under its name, and a capital
    ("Le gouvernement Kovac tient bon, mai 2012", "Quelle est la fonction de Petra Kovac en mai 2012 ?", "première ministre", True),
    ("Le gouvernement tient bon, mai 2012", "Quelle est la fonction de Petra Kovac en mai 2012 ?", "première ministre", False),
    ("Marche dans la capitale, mai 2012", "Où des milliers de marins se sont-ils rassemblés ?", "à Téhéran", True),
    ("Marche des marins, mai 2012", "Où des milliers de marins se sont-ils rassemblés ?", "à Téhéran", False),
]


@pytest.mark.parametrize(("context", "question", "answer", "flawed"), ROWS)
def test_what_the_context_line_leaves_open_or_gives_away(context: str, question: str, answer: str, flawed: bool) -> None:
    """A card with such a line is not made."""
    assert (find_flaw(context, question, answer) is not None) is flawed
