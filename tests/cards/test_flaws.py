"""Item flaws: each rule flags its examples and passes the others, is documented, and finds nothing in the cards that we make."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizgen.cards import write_cards
from quizgen.cards.choice import FORM as CHOICE
from quizgen.cards.flaws import RULES, find_flaws
from quizgen.facts import extract_facts
from quizgen.langs import FlawRule, find_packs, get_pack
from quizgen.langs.fr.morphology import set_typography
from quizgen.model import FORMS, Card, Span
from tests.recording import load_document, read_examples

ROOT = Path(__file__).parents[2]
EXAMPLES = {e["name"]: e for e in tomllib.loads((ROOT / "quizgen/langs/fr/flaws.toml").read_text("utf-8"))["flaw"]}
ROWS = [(name, kind, card) for name, e in EXAMPLES.items() for kind in ("flags", "passes") for card in e[kind]]


def all_rules() -> tuple[FlawRule, ...]:
    return (*RULES, *(rule for pack in find_packs().values() for rule in pack.flaw_rules()))


def make_card(given: dict[str, Any], *, spaced: bool = False) -> Card:
    """A card of an example, with the spaces of French typography unless it brings its own."""
    fit = str if spaced else set_typography
    return Card(
        id="c1", form=given.get("form", "open"), context=fit(given.get("context", "Congrès des bateliers, mars 2019")),
        question=fit(given["question"]), answer=fit(given["answer"]),
        options=tuple(map(fit, given.get("options", ()))), also_right=tuple(given.get("also_right", ())),
        fact="f1", role="subject", quote="La phrase.", span=Span(start=0, end=10),
    )  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "given"), ROWS, ids=lambda v: v if isinstance(v, str) else v["question"][:30])
def test_rule_and_its_examples(name: str, kind: str, given: dict[str, Any]) -> None:
    """A rule flags what shows its flaw and passes what does not; what passes a rule has no other flaw either."""
    card = make_card(given, spaced=name == "typography")
    found = [flaw.name for flaw in find_flaws(card, get_pack("fr"))]
    assert (name in found) is (kind == "flags"), found
    if kind == "passes":
        assert found == []


def test_every_rule_has_examples() -> None:
    """No rule is without a card that it flags and one that it passes, and no example without its rule."""
    names = [rule.name for rule in all_rules()]
    assert sorted(names) == sorted(EXAMPLES) and len(set(names)) == len(names)
    assert all(e["flags"] and e["passes"] for e in EXAMPLES.values())


def test_every_rule_is_documented() -> None:
    """docs/item-flaws.md has one row for each rule: its name, the forms it looks at, and how to mend the flaw, as the program says it."""
    rows = [line for line in (ROOT / "docs" / "item-flaws.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    documented = {cells[0].strip("`"): (cells[1], cells[3]) for row in rows for cells in [[c.strip() for c in row.strip("|").split("|")]]}
    forms = {rule.name: "all" if rule.forms == FORMS else ", ".join(rule.forms) for rule in all_rules()}
    assert documented == {rule.name: (forms[rule.name], rule.todo) for rule in all_rules()}
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
