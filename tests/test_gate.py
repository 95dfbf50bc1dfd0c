"""The gate: gold files that agree with themselves, a measure that counts what it should, floors that do not sink unseen."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.model import Card, Deck
from tests import gate
from tests.conftest import make_deck

FILES = gate.gold_files()
KEYS = {"id", "importance", "type", "fact", "question", "answers", "about"}


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


def by_stem(path: Path) -> str:
    return path.stem


def card_of(question: str, answer: str) -> Card:
    """A card as the gate sees it, without a context."""
    return replace(make_deck().cards[0], context="", question=question, answer=answer)


@pytest.mark.parametrize("path", FILES, ids=by_stem)
def test_gold_is_complete(path: Path) -> None:
    """Enough facts and traps of known types, with ids of their own, on an article of the length that papers print."""
    gold = read(path)
    words = (gate.GOLD / gold["article"]).read_text("utf-8").split()
    assert gold["article"] == f"{path.parent.name}/{path.stem}.txt" and 250 <= len(words) <= 600
    assert 14 <= len(gold["facts"]) <= 30 and len(gold["traps"]) >= 3
    assert 5 <= sum(fact["importance"] == gate.TOP for fact in gold["facts"]) <= 8
    assert all(set(fact) == KEYS and fact["importance"] in (1, 2, 3) and fact["type"] in gate.right_types() for fact in gold["facts"])
    ids = [entry["id"] for entry in (*gold["facts"], *gold["traps"])]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", FILES, ids=by_stem)
def test_each_gold_question_asks_its_fact(path: Path) -> None:
    """A gold question with its first answer asks its own fact and states no trap."""
    gold = read(path)
    for fact in gold["facts"]:
        card = card_of(fact["question"], fact["answers"][0])
        assert gate.asks(card, fact), fact["id"]
        assert not [trap["id"] for trap in gold["traps"] if gate.states(card, trap)], fact["id"]


@pytest.mark.parametrize("path", FILES, ids=by_stem)
def test_gold_answers_stand_in_the_article(path: Path) -> None:
    """An answer of each fact stands in the article, or is a date that the article's own date gives."""
    gold = read(path)
    article = gate.plain((gate.GOLD / gold["article"]).read_text("utf-8"))
    strange = [f["id"] for f in gold["facts"] if not any(gate.plain(a) in article for a in f["answers"]) and f["type"] != "date"]
    assert strange == []


@pytest.mark.parametrize("path", FILES, ids=by_stem)
def test_the_card_of_each_trap_states_it(path: Path) -> None:
    """The wrong card that a trap shows is caught by its `match`."""
    for trap in read(path)["traps"]:
        question, _, answer = trap["card"].partition(" -> ")
        assert answer and trap["why"] and gate.states(card_of(question, answer), trap), trap["id"]


KINDS = {
    "fr": {"diplomatie", "armee", "politique", "economie", "sport", "science", "histoire", "locale"},
    "en": {"diplomacy", "economy", "sport", "science", "history", "local"},
}


@pytest.mark.parametrize("lang", gate.languages())
def test_kinds_of_article(lang: str) -> None:
    """Diplomacy, economy, sport, science, history, local news and more: the kinds have an article each."""
    assert {path.stem.split("-")[0] for path in gate.gold_files(lang)} >= KINDS[lang]


def test_plain_joins_numbers() -> None:
    """Case, accents, punctuation and the spaces of a number do not count."""
    assert gate.plain("Près de 15\u202f000 Élèves, l’été…") == "pres de 15000 eleves l ete"
    assert gate.plain("some 15,000 pupils, 3 of 4") == "some 15000 pupils 3 of 4"


def gold_of_the_lake() -> dict[str, Any]:
    """Three gold facts and two traps on the hand-made deck of the tests."""
    return {
        "facts": [
            {"id": "f01", "importance": 3, "type": "quantity", "question": "?", "answers": ["douze"], "about": [["peniche"], ["brume"]]},
            {"id": "f02", "importance": 2, "type": "date", "question": "?", "answers": ["1998"], "about": [["pont"]]},
            {"id": "f03", "importance": 3, "type": "role", "question": "?", "answers": ["batelière"], "about": [["kermo"]]},
        ],
        "traps": [
            {"id": "t01", "why": "", "card": "", "match": {"answers": ["4 000"], "about": [["petition"]], "unless": ["selon"]}},
            {"id": "t02", "why": "", "card": "", "match": {"about": [["enverra"]]}},
        ],
    }


def counted(deck: Deck) -> gate.Tally:
    tally = gate.Tally()
    gate.measure(gold_of_the_lake(), deck, tally)
    return tally


def test_counts_of_a_deck() -> None:
    """Two of three facts are asked, one of two that matter most; cards with a word of reserve fall into no trap, others do."""
    tally = counted(make_deck())
    assert (tally.found.total(), tally.facts.total(), tally.top_found, tally.top) == (2, 3, 1, 2)
    assert tally.traps == 2  # an open card and a gap say that the canton sends boats; the petition is asked with « Selon »
    assert tally.figures()["recall"] == 66.7 and tally.figures()["flawed"] == 0
    assert [note.split()[0] for note in tally.notes].count("missed") == 1


def test_a_type_fits_by_itself_or_by_its_role() -> None:
    """A count is rightly asked of any fact by its role « number »; a date is no side that a meeting's participant gives."""
    card = make_deck().cards[0]
    assert gate.is_of_type(card, "meeting") and not gate.is_of_type(card, "date")
    assert gate.is_of_type(replace(card, role="time2"), "date") and gate.is_of_type(replace(card, type="action", role="number"), "quantity")


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        ({"question": "Qui le maire de Corvelle a-t-il reçu ?", "answer": "le maire de Corvelle"}, "the question holds its answer"),
        ({"context": "Le maire de Corvelle reçu"}, "the context holds the answer"),
        ({"question": "Citez un maire."}, "no question"),
        ({"question": "Où a-t-elle reçu le maire ?"}, None),  # « a-t-elle » may be impersonal grammar: left to human judges
        ({"question": "Que pensait-elle ?"}, "« pensait-elle » may stand for nothing"),
        ({"question": "Pourquoi lui a-t-on parlé ?"}, "« lui » may stand for nothing"),
        ({"question": "Où Ada Brun vit-elle depuis lundi ?"}, "relative time: lundi"),
        ({"question": "Où Ada Brun vit-elle depuis le lundi 3 mars ?"}, None),
        ({"question": "Selon le texte, où vit Ada Brun ?"}, "it speaks of the text: selon le texte"),
        ({"question": "Where does Ada Brun live since Monday?", "lang": "en"}, "relative time: monday"),
        ({"question": "According to the article, where does Ada Brun live?", "lang": "en"}, "it speaks of the text: according to the article"),
        ({"question": "Where does he live?", "lang": "en"}, "« he » may stand for nothing"),
        ({"question": "Where did Ada Brun say he lives?", "lang": "en"}, None),
        ({"quote": "Nulle part."}, "the quote is not in the article"),
        ({"form": "choice", "options": ("un", "deux", "le maire de Corvelle")}, "the key is by far the longest option"),
        ({"form": "choice", "options": ("un maire de Salmoire", "un juge")}, "options repeat or are fewer than 3"),
    ],
)
def test_flaws_that_a_program_sees(changes: dict[str, Any], flaw: str | None) -> None:
    """Each flaw is named on the card that has it, and a sound card has none."""
    deck, lang = make_deck(), changes.pop("lang", "fr")
    card = replace(deck.cards[0], **{"question": "Qui Ada Brun a-t-elle reçu ?", "answer": "le maire de Corvelle", **changes})
    found = list(gate.find_flaws(card, gate.plain(deck.article.text), (), lang))  # type: ignore[union-attr]
    assert (flaw in found) if flaw else found == []


def test_a_question_asked_twice_is_a_flaw() -> None:
    """The second of two cards with the same words is flawed."""
    card = make_deck().cards[0]
    assert "another card asks the same" in list(gate.find_flaws(card, gate.plain(card.quote), [card]))


PINS = {"floors": {"recall": 50.0}, "limits": {"traps": 0}, "eased": {}}


@pytest.mark.parametrize(
    ("figures", "changes", "complaint"),
    [
        ({"recall": 50.0, "traps": 0}, {}, ""),
        ({"recall": 49.9, "traps": 0}, {}, "under its floor 50.0"),
        ({"recall": 50.0, "traps": 1}, {}, "over its limit 0"),
        ({"recall": 50.0, "traps": 0, "new": 3.0}, {}, "neither a floor nor a limit"),
        ({"recall": 49.0, "traps": 0}, {"floors": {"recall": 49.0}}, "stricter in an earlier commit"),
        ({"recall": 49.0, "traps": 0}, {"floors": {"recall": 49.0}, "eased": {"recall": "two articles more"}}, ""),
        ({"recall": 50.0, "traps": 1}, {"limits": {"traps": 1}}, "stricter in an earlier commit"),
        ({"recall": 50.0, "traps": 0}, {"floors": {}}, "neither a floor nor a limit"),
        ({"recall": 60.0, "traps": 0}, {"floors": {"recall": 60.0}}, ""),
    ],
)
def test_floors_do_not_sink_in_silence(figures: dict[str, float], changes: dict[str, Any], complaint: str) -> None:
    """A figure under its floor, a floor taken away, or one eased without its reason: the gate complains."""
    found = list(gate.complaints(figures, {**PINS, **changes}, [PINS]))
    assert (len(found) == 1 and complaint in found[0]) if complaint else found == []


def test_raising_never_lowers() -> None:
    """`--raise` pins what is better, and leaves the rest of the file, comments too, as it was."""
    text = "# top\n[floors]\nrecall = 50.0  # all\nrecall_3 = 60.0\n[limits]\nflawed = 3.0\n"
    assert gate.raise_floors({"recall": 55.5, "recall_3": 10.0, "flawed": 0.0}, text) == text.replace("50.0", "55.5")


@pytest.mark.parametrize("lang", gate.languages())
def test_everything_measured_is_pinned(lang: str) -> None:
    """The floor file names each figure of the gate once, and eases none without a reason."""
    pins = tomllib.loads((gate.GOLD / lang / gate.FLOORS).read_text("utf-8"))
    assert sorted((*pins["floors"], *pins["limits"])) == sorted(gate.Tally().figures())
    assert all(isinstance(reason, str) and len(reason.split()) >= 3 for reason in pins["eased"].values())
