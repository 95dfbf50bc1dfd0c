"""Item flaws: each rule flags its examples and passes the others, is documented, and finds nothing in the cards that we make."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizgen.cards import write_cards
from quizgen.cards.choice import FORM as CHOICE
from quizgen.cards.flaws import RULES, find_flaws
from quizgen.facts import extract_facts
from quizgen.langs import FlawRule, find_packs, get_pack
from quizgen.model import FORMS, Card, Span
from tests.recording import load_document, read_examples

ROOT = Path(__file__).parents[2]
# By language: the event of a card without a context line.
EVENTS = {"fr": "Congrès des bateliers, mars 2019", "en": "Bargemen’s congress, March 2019"}


def read_flaws(code: str) -> dict[str, dict[str, Any]]:
    """The pack's examples of flaws by the name of the rule."""
    rows = tomllib.loads((ROOT / "quizgen" / "langs" / code / "flaws.toml").read_text("utf-8"))["flaw"]
    return {row["name"]: row for row in rows}


EXAMPLES = {code: read_flaws(code) for code in find_packs()}
ROWS = [
    (code, name, kind, card)
    for code, examples in EXAMPLES.items()
    for name, e in examples.items()
    for kind in ("flags", "passes")
    for card in e[kind]
]


def all_rules(code: str) -> tuple[FlawRule, ...]:
    return (*RULES, *get_pack(code).flaw_rules())


def make_card(given: dict[str, Any], code: str = "fr", *, spaced: bool = False) -> Card:
    """A card of an example, set as the language wants it unless it brings its own typography."""
    fit = str if spaced else importlib.import_module(f"quizgen.langs.{code}.forms.typography").set_typography
    return Card(
        id="c1", form=given.get("form", "open"), context=fit(given.get("context", EVENTS[code])),
        question=fit(given["question"]), answer=fit(given["answer"]),
        options=tuple(map(fit, given.get("options", ()))), also_right=tuple(given.get("also_right", ())),
        fact="f1", role="subject", quote="La phrase.", span=Span(start=0, end=10),
    )  # fmt: skip


@pytest.mark.parametrize(("code", "name", "kind", "given"), ROWS, ids=lambda v: v if isinstance(v, str) else v["question"][:30])
def test_rule_and_its_examples(code: str, name: str, kind: str, given: dict[str, Any]) -> None:
    """A rule flags what shows its flaw and passes what does not; what passes a rule has no other flaw either."""
    card = make_card(given, code, spaced=name == "typography")
    found = [flaw.name for flaw in find_flaws(card, get_pack(code))]
    assert (name in found) is (kind == "flags"), found
    if kind == "passes":
        assert found == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_rule_has_examples(code: str) -> None:
    """No rule is without a card that it flags and one that it passes, and no example without its rule."""
    names = [rule.name for rule in all_rules(code)]
    assert sorted(names) == sorted(EXAMPLES[code]) and len(set(names)) == len(names)
    assert all(e["flags"] and e["passes"] for e in EXAMPLES[code].values())


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_rule_is_documented(code: str) -> None:
    """docs/item-flaws.md has one row for each rule: its name, the forms it looks at, and how to mend the flaw, as the program says it."""
    rows = [line for line in (ROOT / "docs" / "item-flaws.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    documented = {cells[0].strip("`"): (cells[1], cells[3]) for row in rows for cells in [[c.strip() for c in row.strip("|").split("|")]]}
    forms = {rule.name: "all" if rule.forms == FORMS else ", ".join(rule.forms) for rule in all_rules(code)}
    assert documented == {rule.name: (forms[rule.name], rule.todo) for rule in all_rules(code)}
    assert len(rows) == len(documented)


def test_reason_says_where() -> None:
    """The reason names what is wrong, in the words of the card."""
    card = make_card(
        {"form": CHOICE, "question": "Qui a signé ?", "answer": "le maire", "options": ["le maire", "le préfet", "aucune de ces réponses"]}
    )
    flaws = {flaw.name: flaw for flaw in find_flaws(card, get_pack("fr"))}
    assert flaws["none-of-the-above"].reason == "« aucune de ces réponses »"
    assert flaws["none-of-the-above"].todo == "Replace the option by a thing of its own."


def test_our_cards_have_no_flaw() -> None:
    """Whatever is made of the examples passes every rule."""
    pack = get_pack("fr")
    cards = []
    for example in read_examples("fr")["catch"]:
        document = load_document(example["text"], "fr")
        cards += write_cards(document, extract_facts(document, pack)[0], pack, FORMS)[0]
    assert {c.form for c in cards} == set(FORMS) and len(cards) > 150
    assert [(c.question, flaw) for c in cards for flaw in find_flaws(c, pack)] == []
