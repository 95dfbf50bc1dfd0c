"""Documentation is executed: the values that docs/architecture.md shows are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

from quizgen.cards import write_cards
from quizgen.cli import main
from quizgen.deck.entries import STATUSES, read_deck_file
from quizgen.facts import extract_facts
from quizgen.langs import get_pack
from tests.recording import load_document

ROOT = Path(__file__).parents[1]
TEXT = "La Norvège enverra deux frégates en mer du Nord."


def blocks() -> list[str]:
    """The text blocks of the page, in order."""
    return re.findall(r"```text\n(.*?)```", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.S)


def test_the_analysis_shown_is_the_real_one() -> None:
    """Stage 2: words, classes, labels and heads."""
    document = load_document(TEXT, "fr")
    rows = [f"{t.text:11} {t.pos:6} {t.dep:10} -> {document.head(t).text}" for t in document.tokens]
    assert blocks()[0].splitlines() == rows


def test_the_fact_shown_is_the_real_one() -> None:
    """Stage 3: type, predicate, modality and arguments."""
    facts, _ = extract_facts(load_document(TEXT, "fr"), get_pack("fr"))
    (fact,) = facts
    rows = [f"{fact.type} {fact.predicate} {fact.modality}", *(f"  {a.role}: {a.mention.text}" for a in fact.arguments)]
    assert blocks()[1].splitlines() == rows


def test_the_questions_shown_are_the_real_ones() -> None:
    """Stage 4: one question for each role that can be asked."""
    pack = get_pack("fr")
    (fact,), _ = extract_facts(load_document(TEXT, "fr"), pack)
    rows = []
    for argument in fact.arguments:
        wording = pack.ask(fact, argument.role)
        if not isinstance(wording, str):
            rows.append(f"{argument.role}: {wording.question} -> {wording.answer}".replace("\u202f", " "))
    assert blocks()[2].splitlines() == rows


def test_the_options_shown_are_the_real_ones() -> None:
    """Stage 4: what a choice offers beside the key."""
    document, pack = load_document(TEXT, "fr"), get_pack("fr")
    cards, _ = write_cards(document, extract_facts(document, pack)[0], pack, ("choice",))
    rows = [f"{card.form} {card.role}: {' / '.join(card.options)}" for card in cards]
    assert blocks()[3].splitlines() == rows[:2]


def test_the_deck_file_shown_can_be_read() -> None:
    """docs/decks.md: the deck.toml on the page is one, and its table names every status."""
    page = (ROOT / "docs" / "decks.md").read_text("utf-8")
    (text,) = re.findall(r"```toml\n(.*?)```", page, re.S)
    file = read_deck_file(text, where="docs/decks.md", slug="mon-article")
    assert [entry.status for entry in file.entries] == ["edited", "draft"] and file.parent == "Actualité::Europe"
    assert re.findall(r"(?m)^\| `(\w+)` \|", page) == list(STATUSES)


def test_the_commands_shown_exist() -> None:
    """docs/decks.md: every command on the page is one."""
    page = (ROOT / "docs" / "decks.md").read_text("utf-8")
    commands = re.findall(r"(?m)^quizgen (\w+)", page)
    assert len(commands) == 5 and set(commands) <= set(main.commands)


def test_every_page_that_the_readme_names_exists() -> None:
    """Links between our own pages lead somewhere."""
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(((?!http)[^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} -> {target}"
