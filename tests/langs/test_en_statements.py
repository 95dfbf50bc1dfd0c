"""English statements, wrong answers and context lines: tables of what comes out of clauses and titles made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.langs import Wording
from quizgen.langs.en.asking import context, statements, telling
from quizgen.langs.en.asking.saying import say_verb
from quizgen.langs.en.forms import amounts
from quizgen.model import Article, Clause, Verb
from tests.langs.test_en_grammar import LUND, SEND, fact_of, phrase


@pytest.mark.parametrize(
    ("negated", "affirmed"),
    [
        (Verb(lemma="send", finite="did", rest="send", negation="not"), "sent"),
        (Verb(lemma="send", finite="does", rest="send", negation="not"), "sends"),
        (Verb(lemma="send", finite="will", rest="send", negation="not"), "will send"),
        (Verb(lemma="be", finite="was", negation="not"), "was"),
        (Verb(lemma="carry", finite="did", rest="carry out", negation="not"), "carried out"),
    ],
)
def test_affirmed(negated: Verb, affirmed: str) -> None:
    """A verb without its negation has the tense that « do » carried."""
    assert say_verb(statements.affirmed(negated)) == affirmed


@pytest.mark.parametrize(
    ("thing", "said"), [("the Ostvik Prize", "Karl Lund won the Ostvik Prize."), ("any of the prizes of Ostvik", None), ("no prize in Ostvik", None)]
)
def test_a_negated_fact_turned_round(thing: str, said: str | None) -> None:
    """« not » goes, and nothing is said where « any » or « no » would have to go with it."""
    verb = Verb(lemma="win", finite="did", rest="win", negation="not")
    assert statements.affirm(fact_of(Clause(verb=verb, subject=LUND, complements=(phrase("object", thing, name="Ostvik"),)))) == said


def test_statements() -> None:
    """A fact said as it is, with another filler, as somebody's claim; what is one of many gets « a »; no weekday without its date."""
    number = replace(SEND.complements[0], text="three frigates", count="three")  # type: ignore[arg-type, type-var]
    assert statements.state(fact_of(SEND), "number") == "Norway will send two frigates to the North Sea."
    assert statements.state(fact_of(SEND), "number", number) == "Norway will send three frigates to the North Sea."  # type: ignore[arg-type]
    assert statements.repeat(fact_of(SEND, attribution="the army")) == "According to the army, Norway will send two frigates to the North Sea."
    trade = Clause(
        verb=Verb(lemma="be", finite="is"), subject=LUND, complements=(phrase("function", "the engineer", kind="function", head="engineer"),)
    )
    assert statements.repeat(fact_of(trade)) == "Karl Lund is an engineer."
    friday = replace(SEND, complements=(*SEND.complements, phrase("time", "Friday", "on", "time")))
    assert statements.repeat(fact_of(friday)) is None


def test_telling() -> None:
    """A fact without one of its parts, which is the answer; a subject leaves three dots."""
    told = telling.tell(fact_of(SEND), "destination")
    assert isinstance(told, Wording) and (told.question, told.answer) == ("Norway will send two frigates.", "the North Sea")
    told = telling.tell(fact_of(SEND), "subject")
    assert isinstance(told, Wording) and (told.question, told.answer) == ("… will send two frigates to the North Sea.", "Norway")


@pytest.mark.parametrize(("correction", "verdict"), [("", "True."), ("Oslo", "False: Oslo."), ("The army", "False: the army.")])
def test_verdicts(correction: str, verdict: str) -> None:
    """Whether a statement holds, with what is right."""
    assert statements.verdict(correction) == verdict


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("600", ["200", "400", "800", "1,000", "1,200"]),
        ("some 4,000", [f"some {n},000" for n in (1, 2, 3, 5, 6, 7)]),
        ("£3.5 million", ["£2.3 million", "£2.9 million", "£4.1 million", "£4.7 million", "£5.3 million"]),
        ("98%", ["59%", "72%", "85%"]),
        ("three", ["two", "four", "five", "six"]),
        ("more than 600", []),
        ("one", []),
        ("14 to 9", []),
    ],
)
def test_other_amounts(text: str, others: list[str]) -> None:
    """Numbers of the same order and roundness; none where a smaller or greater one is right too, and none for one thing alone."""
    assert [other for other, _ in amounts.other_amounts(text)] == others


@pytest.mark.parametrize(
    ("text", "value"), [("600", 600), ("some 4,000", 4000), ("7.2%", 7.2), ("3 million", 3e6), ("£40m", 40e6), ("twelve", 12), ("in Oslo", None)]
)
def test_magnitude(text: str, value: float | None) -> None:
    """A number, with its unit and the words before it, has its value; what is no number has none."""
    assert amounts.magnitude(text) == value


def test_other_dates() -> None:
    """Dates of the same precision nearby, few after the article's own day."""
    assert {other for other, _ in amounts.other_dates("2004", "2022")} == {"1998", "2000", "2002", "2006", "2008", "2010"}
    assert "5 March 2020" in [other for other, _ in amounts.other_dates("12 March 2020", "")]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "Norway sends frigates to Iceland after raid on port",
            ["Norway sends frigates to Iceland after raid on port, 5 May 2019", "Norway sends frigates to Iceland after raid, 5 May 2019"],
        ),
        (
            "Ostvik: Bridge to close for nine months",
            ["Ostvik: Bridge to close for nine months, 5 May 2019", "Bridge to close for nine months, 5 May 2019"],
        ),
    ],
)
def test_context_lines(title: str, lines: list[str]) -> None:
    """The title with the date, then what is left when its ends and its place are cut off; the bare date comes last."""
    article = Article(id="a", lang="en", title=title, text="", date="2019-05-05")
    found = list(context.context_lines(article, ()))
    assert [line for line in found if line in lines] == lines and found[-1] == "Article dated 5 May 2019"
