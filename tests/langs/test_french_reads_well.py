"""An independent reader of French, Grammalecte, finds no error in the questions of our own deck and of the examples."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from quizgen.articles import Wishes, read_article
from quizgen.cards import write_cards
from quizgen.document import read_document
from quizgen.facts import extract_facts
from quizgen.langs import get_pack
from quizgen.model import GAP
from tests.recording import load_document, read_examples

ROOT = Path(__file__).parents[2]
# Preferences, not errors: how Grammalecte wants demonyms, ordinals and accents of capitals that the article writes otherwise.
PREFERENCES = ("maj_gentil", "maj_accents", "typo_ordinaux", "maj_État")


def questions() -> list[str]:
    """Every question of the example deck and of the examples, a gap filled by its answer."""
    pack = get_pack("fr")
    article = read_article(str(ROOT / "decks" / "entretiens-de-geneve"), Wishes())
    documents = [read_document(article, pack), *(load_document(e["text"], "fr") for e in read_examples("fr")["catch"])]
    cards = [card for d in documents for card in write_cards(d, extract_facts(d, pack)[0], pack)[0]]
    return sorted({card.question.replace(GAP, card.answer) for card in cards})


@pytest.mark.model
@pytest.mark.skipif(not shutil.which("grammalecte-cli") and not os.environ.get("CI"), reason="grammalecte-cli is not installed")
def test_no_grammar_error(tmp_path: Path) -> None:
    """No rule of grammar or typography speaks up."""
    asked = questions()
    assert len(asked) > 60
    text = tmp_path / "questions.txt"
    text.write_text("\n\n".join(asked) + "\n", "utf-8")
    run = subprocess.run(["grammalecte-cli", "-f", text, "-j", "--only_when_errors"], capture_output=True, text=True, check=True)
    errors = [e for part in json.loads(run.stdout)["data"] for e in part["lGrammarErrors"]]
    assert [e["sMessage"] for e in errors if not any(name in e["sRuleId"] for name in PREFERENCES)] == []
