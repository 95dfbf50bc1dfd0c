"""The parses that facts stand on are pinned: none gets worse in silence. The real model runs."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.recording import analyse

CASES = tomllib.loads((Path(__file__).parent / "parses_fr.toml").read_text("utf-8"))["sentence"]


def holds(arc: str, tokens: list[list[Any]]) -> bool:
    """Whether the analysis has « dependent > label or label > head »."""
    dependent, labels, head = arc.split(" > ")
    return any(t[0] == dependent and t[4] in labels.split("|") and tokens[t[5]][0] == head for t in tokens)


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:40])
def test_pinned_parse(case: dict[str, Any]) -> None:
    """Every arc that was right is right, and a slip that is mended moves to the right ones."""
    tokens = [token for sentence in analyse(case["text"], "fr") for token in sentence["tokens"]]
    assert [arc for arc in case["right"] if not holds(arc, tokens)] == []
    assert [arc for arc in case["wrong"] if holds(arc, tokens)] == [], "mended: move it to `right`"
