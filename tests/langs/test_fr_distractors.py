"""French wrong answers: of the same kind, order, roundness and grammar as the right one."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from quizgen.cards.material import Material
from quizgen.facts import extract_facts
from quizgen.langs import Alternative, get_pack
from quizgen.langs.fr.asking import distractors, statements
from quizgen.langs.fr.forms import amounts
from quizgen.langs.fr.forms.geography import find_country
from quizgen.langs.fr.lexicon import read_words
from quizgen.model import Clause, Entity, Fact, Phrase, Span, Verb
from tests.recording import load_document

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("600", 600),
        ("quelque 4\u202f000", 4000),
        ("7,2 %", 7.2),
        ("3 millions", 3e6),
        ("douze", 12),
        ("une trentaine", 30),
        ("pendant deux heures", 2),
        ("268 m au-dessus de la mer", 268),
        ("en mer Noire", None),
        ("le numéro 2 du parti", None),
        ("de 2 à 3", None),
        ("Oslo", None),
    ],
)
def test_magnitude_of_numbers(text: str, value: float | None) -> None:
    """A number, with its unit and the words before it, has its value; what is no number has none."""
    assert amounts.magnitude(text) == value


def test_magnitude_of_dates() -> None:
    """Dates of one precision are ordered by the calendar, not by their figures."""
    days = ["le 30 janvier 1998", "le 6 février 1998", "le 1er mars 1998"]
    months = ["en décembre 2017", "en janvier 2018", "en mars 2018"]
    for row in (days, months, ["en 1998", "en 2004"]):
        values = [amounts.magnitude(text) for text in row]
        assert None not in values and values == sorted(values)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("600", ["200", "400", "800", f"1{NARROW}000", f"1{NARROW}200"]),
        ("quelque 4\u202f000", [f"quelque {n}{NARROW}000" for n in (1, 2, 3, 5, 6, 7)]),
        ("41", ["11", "21", "31", "51", "61", "71"]),
        ("2", ["3", "4", "5"]),
        ("7,2 %", ["3,6 %", "4,8 %", "8,4 %", "9,6 %", "10,8 %"]),
        ("3,5", ["2,3", "2,9", "4,1", "4,7", "5,3"]),
        ("98 %", ["59 %", "72 %", "85 %"]),
        ("3 millions", ["2 millions", "4 millions", "5 millions", "6 millions"]),
        ("trois", ["deux", "quatre", "cinq", "six"]),
        ("une trentaine", ["une dizaine", "une vingtaine", "une quarantaine", "une cinquantaine", "une soixantaine"]),
        ("plus de 600", []),
        ("jusqu’à 600", []),
        ("un", []),
        ("une heure et demie", []),
        ("de 2 à 3", []),
    ],
)
def test_other_amounts(text: str, others: list[str]) -> None:
    """Numbers of the same order and roundness; none where a smaller or greater one is right too, and none for one thing alone."""
    assert [other for other, _ in amounts.other_amounts(text)] == others


@given(st.integers(2, 10**7), st.integers(0, 2))
def test_any_number_has_others_of_its_make(number: int, decimals: int) -> None:
    """Whatever the number: others in the same writing, of about the same size, none of them equal to it or to each other."""
    text = f"{number:,}".replace(",", NARROW) + (f",{'5' * decimals}" if decimals else "")
    own, found = amounts.magnitude(text), [amounts.magnitude(other) for other, _ in amounts.other_amounts(text)]
    assert own is not None and len(found) >= 3 and len({own, *found}) == len(found) + 1
    assert all(value is not None and own / 5 <= value <= own * 5 for value in found)
    assert all(("," in other) == bool(decimals) for other, _ in amounts.other_amounts(text))


@pytest.mark.parametrize(
    ("text", "last", "others"),
    [
        ("2004", "2022", {"2000", "2002", "2006", "1998", "2008", "2010"}),
        ("2021", "2022-01", {"2018", "2019", "2020", "2022"}),
        ("1559", "2022", {"1529", "1539", "1549", "1569", "1579", "1589"}),
        ("mars 2018", "2018-03", {"décembre 2017", "janvier 2018", "février 2018"}),
        (
            "le 12 mars 2020",
            "",
            {f"le {d}" for d in ("5 mars 2020", "27 février 2020", "20 février 2020", "19 mars 2020", "26 mars 2020", "2 avril 2020")},
        ),
        ("vendredi", "2022", set()),
    ],
)
def test_other_dates(text: str, last: str, others: set[str]) -> None:
    """Dates of the same precision nearby; after the article's own no year, and few days or months."""
    assert {other for other, _ in amounts.other_dates(text, last)} == others


def material_of(text: str) -> Material:
    document, pack = load_document(text, "fr"), get_pack("fr")
    return Material(document=document, facts=extract_facts(document, pack)[0], pack=pack)


def alternatives(text: str, fact: Fact, role: str) -> list[Alternative]:
    material = material_of(text)
    return list(distractors.alternatives(fact, role, material.facts, material.entities, material.article))


def options(text: str, role: str, *, number: int = 0) -> set[str]:
    """The wrong options for `role` of the nth fact of a recorded text that has it."""
    fact = [f for f in material_of(text).facts if f.argument(role)][number]
    return {a.text for a in alternatives(text, fact, role)}


@pytest.mark.parametrize(
    ("text", "role", "some", "never"),
    [
        pytest.param(
            "Le Tchad retire 600 hommes du Mali.",
            "origin",
            {"du Bénin", "du Sénégal", "de Mauritanie", "de Côte d’Ivoire"},
            {"du Mali", "Bénin"},
            id="country",
        ),
        pytest.param(
            "La Norvège enverra deux frégates en mer du Nord.", "destination", {"en mer Noire", "en mer Baltique"}, {"en mer du Nord"}, id="sea"
        ),
        pytest.param(
            "La Norvège enverra deux frégates en mer du Nord.", "actor", {"la Suède", "le Danemark", "l’Irlande"}, {"la Norvège"}, id="actor"
        ),
        pytest.param(
            "Airbus va supprimer 1 200 emplois à Toulouse d’ici à 2025.", "place", {"à Lyon", "à Nantes"}, {"à Toulouse", "à Londres"}, id="city"
        ),
        pytest.param(
            "L’OTAN a réuni ses membres à Oslo. L’alliance militaire compte trente membres.",
            "subject",
            {"l’ONU", "l’OSCE"},
            {"OTAN", "le FMI"},
            id="body",
        ),
    ],
)
def test_alternatives_fit(text: str, role: str, some: set[str], never: set[str]) -> None:
    """Things of the same kind with the article and preposition that they take, the right one not among them."""
    found = options(text, role)
    assert some <= found and not never & found


def test_no_part_is_greater_than_its_whole() -> None:
    """Of 17, not 18: nobody would choose it."""
    found = options("L’Union portugaise récupère 10 des 17 ministères.", "number")
    assert found and all(int(text) < 17 for text in found)


def test_own_things_come_first() -> None:
    """What the article names is offered before what our tables know."""
    text = "Marta Silva a quitté Lisbonne. Elle a rejoint Madrid le 5 juin 2020."
    fact = next(f for f in material_of(text).facts if f.predicate == "quitter")
    found = alternatives(text, fact, "object")
    assert found[0].text == "Madrid" and found[0].near > found[1].near


@pytest.mark.parametrize(
    ("name", "marker", "said"),
    [
        ("Pologne", "en", "en Pologne"),
        ("Danemark", "en", "au Danemark"),
        ("Pays-Bas", "en", "aux Pays-Bas"),
        ("Chypre", "en", "à Chypre"),
        ("Iran", "à", "en Iran"),
        ("Pologne", "de", "de Pologne"),
        ("Mali", "de", "du Mali"),
        ("Espagne", "", "l’Espagne"),
        ("Danemark", "avec", "avec le Danemark"),
    ],
)
def test_countries_take_their_preposition(name: str, marker: str, said: str) -> None:
    """Each country with the preposition and the article that French gives it."""
    target = Phrase(role="place", text="X", span=Span(start=0, end=1), marker=marker, kind="country", entities=(Entity(name="X", kind="country"),))
    assert distractors._named(target, "place", Entity(name=name, kind="country"), 0.5).text == said


@pytest.mark.parametrize(
    ("function", "gender", "some"),
    [
        ("la ministre suédoise de la Défense", "f", "ministre suédoise des Affaires étrangères"),
        ("le secrétaire général de l’OTAN", "m", "président de l’OTAN"),
        ("la présidente du club", "f", "porte-parole du club"),
        ("le batelier", "m", None),
    ],
)
def test_other_functions(function: str, gender: str, some: str | None) -> None:
    """Another office of the same body, or another ministry, in the same gender; none for a trade."""
    target = Phrase(role="function", text=function, span=Span(start=0, end=1), kind="function", gender=gender)
    found = {a.text for a in distractors._functions(target, "function", ())}
    assert some in found if some else not found


def test_tables_know_their_countries() -> None:
    """Every code is a country of CLDR with a French name that we can decline, and stands in one region."""
    codes = [code for group in read_words("distractors")["regions"].values() for code in group]
    assert len(codes) == len(set(codes))
    assert all(find_country(str(Locale("fr").territories[code])) for code in (*codes, *read_words("distractors")["cities"]))


def make_fact(verb: Verb, *complements: Phrase) -> Fact:
    subject = Phrase(role="subject", text="le Portugal", span=Span(start=0, end=1), kind="country")
    fact = material_of("Le Tchad retire 600 hommes du Mali.").facts[0]
    return Fact(
        id="f1", type="action", predicate=verb.lemma, arguments=fact.arguments, evidence=fact.evidence, rule="hand", polarity="negative",
        clause=Clause(verb=verb, subject=subject, complements=complements),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("negation", "said", "affirmed"),
    [
        pytest.param("pas", "l’accord", "Le Portugal a signé l’accord.", id="pas"),
        pytest.param("plus", "l’accord", "Le Portugal a signé l’accord.", id="plus"),
        pytest.param("jamais", "l’accord", None, id="an absolute term"),
        pytest.param("pas", "aucun accord", None, id="a second negation"),
        pytest.param("pas", "d’accord", None, id="the article is not known"),
    ],
)
def test_affirm(negation: str, said: str, affirmed: str | None) -> None:
    """A negated fact is said as if it were so only where « ne … pas » alone makes the difference."""
    thing = Phrase(role="object", text=said, span=Span(start=0, end=1))
    fact = make_fact(Verb(lemma="signer", finite="a", rest="signé", negation=negation), thing)
    assert statements.affirm(fact) == affirmed


def test_verdict() -> None:
    """The answer to a statement, with the correction after a colon in French typography."""
    assert statements.verdict("") == "Vrai."
    assert statements.verdict("à Oslo") == "Faux\u00a0: à Oslo."
    assert re.sub(r"\s", " ", statements.verdict("Le Portugal n’a pas signé l’accord.")) == "Faux : le Portugal n’a pas signé l’accord."
