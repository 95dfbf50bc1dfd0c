"""Every rule of every pack catches its examples and leaves its counter-examples alone; from recorded parses."""

from __future__ import annotations

import importlib
from collections import Counter

import pytest

from quizgen.facts import extract_facts
from quizgen.langs import find_packs, get_pack
from quizgen.model import Fact
from tests.recording import analyse, load_document, read_examples, recorded

CATCH = [(code, e) for code in find_packs() for e in read_examples(code)["catch"]]
REFUSE = [(code, e) for code in find_packs() for e in read_examples(code)["refuse"]]


def facts_of(code: str, text: str, rule: str) -> list[Fact]:
    facts, _ = extract_facts(load_document(text, code), get_pack(code))
    return [f for f in facts if f.rule == rule]


def plain_spaces(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("code", "example"), CATCH, ids=lambda v: v["text"][:40] if isinstance(v, dict) else v)
def test_rule_catches_its_example(code: str, example: dict[str, object]) -> None:
    """The questions that the example lists are asked, word for word, with their answers."""
    pack = get_pack(code)
    asked = set()
    for fact in facts_of(code, str(example["text"]), str(example["rule"])):
        for role in {a.role for a in fact.arguments}:
            wordings = (pack.ask(fact, role), pack.gap(fact, role))
            asked |= {plain_spaces(f"{w.question} -> {w.answer}") for w in wordings if not isinstance(w, str)}
    wanted = set(example["asks"])  # type: ignore[call-overload]
    assert wanted <= asked, f"asked instead: {sorted(asked)}"


@pytest.mark.parametrize(("code", "example"), REFUSE, ids=lambda v: v["text"][:40] if isinstance(v, dict) else v)
def test_rule_leaves_its_counter_example(code: str, example: dict[str, object]) -> None:
    """The rule finds nothing where it must not."""
    assert facts_of(code, str(example["text"]), str(example["rule"])) == []


@pytest.mark.parametrize("code", list(find_packs()))
def test_every_rule_has_both_kinds_of_example(code: str) -> None:
    """A rule shows at least one sentence that it catches and one that it must not."""
    rules = importlib.import_module(f"quizgen.langs.{code}.rules").find_rules()
    caught, refused = (Counter(e["rule"] for c, e in rows if c == code) for rows in (CATCH, REFUSE))
    for rule in rules:
        assert caught[rule.NAME] and refused[rule.NAME], rule.NAME


@pytest.mark.parametrize("code", list(find_packs()))
def test_evidence_holds_the_arguments(code: str) -> None:
    """The evidence of a fact holds the words of its arguments, and they are words of the article."""
    for example in (e for c, e in CATCH if c == code):
        for fact in facts_of(code, example["text"], example["rule"]):
            for argument in fact.arguments:
                assert fact.evidence.holds(argument.mention.span), (example["text"], argument)


@pytest.mark.model
@pytest.mark.parametrize("code", list(find_packs()))
def test_recorded_parses_are_what_the_model_says(code: str) -> None:
    """No recorded parse is out of date: record again with `python -m tests.recording` and read the diff."""
    changed = [text for text, tables in recorded(code).items() if analyse(text, code) != tables]
    assert changed == []
