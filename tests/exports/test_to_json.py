"""The JSON export: the schema that programs rely on (quizgen/deck@1)."""

from __future__ import annotations

import json
from typing import Any

from quizgen.exports import Options, to_json
from quizgen.langs import LanguagePack
from quizgen.model import Deck

NUMBER = (int, float)
# A key's type; a list of one stands for « all like it ».
SCHEMA: dict[str, Any] = {
    "schema": str,
    "deck": {
        "slug": str, "title": str, "lang": str, "date": str,
        "source": {"address": str, "publisher": str, "authors": [str], "licence": str},
        "made_with": {"quizgen": str, "model": str}, "text": str,
    },
    "facts": [{
        "id": str, "type": str, "predicate": str, "arguments": [{"role": str, "text": str, "kind": str, "start": int, "end": int, "value": str}],
        "polarity": str, "modality": str, "attribution": (str, type(None)), "evidence": {"start": int, "end": int, "text": str},
        "said_again": [{"start": int, "end": int, "text": str}], "confidence": NUMBER, "rule": str,
    }],
    "cards": [{
        "id": str, "form": str, "context": str, "question": str, "answer": str, "also_right": [str], "options": [str], "fact": str, "role": str,
        "quote": str, "code": str, "score": NUMBER, "difficulty": int,
    }],
    "skipped": [{"start": int, "end": int, "text": str, "stage": str, "rule": str, "reason": str}],
}  # fmt: skip


def check(value: Any, shape: Any, path: str = "") -> None:
    """Fails at the first place where `value` has not the shape."""
    if isinstance(shape, dict):
        assert list(value) == list(shape), path
        for key in shape:
            check(value[key], shape[key], f"{path}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), path
        for n, item in enumerate(value):
            check(item, shape[0], f"{path}[{n}]")
    else:
        assert isinstance(value, shape), (path, value)


def export(deck: Deck, pack: LanguagePack) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(to_json.export(deck, pack, Options()))
    return data


def test_schema(deck: Deck, french: LanguagePack) -> None:
    """Every key of the schema, in its order, with its type."""
    data = export(deck, french)
    check(data, SCHEMA)
    assert data["schema"] == "quizgen/deck@1"
    assert (len(data["cards"]), len(data["facts"]), len(data["skipped"])) == (len(deck.cards), len(deck.facts), 1)


def test_links_and_spans(deck: Deck, french: LanguagePack) -> None:
    """Cards name facts that are there, spans cut the very words out of the article."""
    data = export(deck, french)
    assert deck.article
    assert {card["fact"] for card in data["cards"]} <= {fact["id"] for fact in data["facts"]}
    for part in (*(fact["evidence"] for fact in data["facts"]), *data["skipped"], *(a for f in data["facts"] for a in f["arguments"])):
        assert deck.article.text[part["start"] : part["end"]] == part["text"] != ""


def test_cloze_shows_the_gap(deck: Deck, french: LanguagePack) -> None:
    """In a cloze the question shows five underscores, once."""
    gaps = [card["question"].count("_____") for card in export(deck, french)["cards"] if card["form"] == "cloze"]
    assert gaps == [1, 1]


def test_text_is_kept_as_it_is(nasty_deck: Deck, french: LanguagePack) -> None:
    """JSON keeps plain text: nothing is escaped twice, accents are readable in the file."""
    data = export(nasty_deck, french)
    assert [(c["question"], c["answer"], c["quote"]) for c in data["cards"]] == [(c.question, c.answer, c.quote) for c in nasty_deck.cards]
    assert "très très" in to_json.export(nasty_deck, french, Options()).decode()
