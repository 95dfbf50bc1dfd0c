"""An article comes through every container whole, and gives the same deck."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from quizgen.articles import Wishes, read_article
from quizgen.model import Article
from tests.articles.containers import CONTAINERS, FURNITURE, Story, as_text, read_story

GOLD = sorted((Path(__file__).parents[1] / "gold" / "fr").glob("*.txt"))
LEAST = 0.99  # of the words, in order


def put(story: Story, container: str, folder: Path) -> Path | None:
    """The file with `story` in `container`; None where that encoding has not all its characters."""
    folder.mkdir(exist_ok=True)
    path = folder / f"histoire{Path(container).suffix}"
    try:
        path.write_bytes(CONTAINERS[container](story))
    except UnicodeEncodeError:
        return None
    return path


def read(path: Path) -> Article:
    return read_article(str(path), Wishes())


@cache
def plain(path: Path, folder: Path) -> Article:
    """The article as its text file gives it."""
    (folder / "histoire.txt").write_bytes(as_text(read_story(path.read_text("utf-8"))))
    return read(folder / "histoire.txt")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_word_comes_through(gold: Path, container: str, tmp_path: Path) -> None:
    """99 % of the words at least, in order; as few foreign ones; nothing of the page's furniture; the same title and date."""
    there = put(read_story(gold.read_text("utf-8")), container, tmp_path / "in")
    if there is None:
        pytest.skip("not writable in this encoding")
    expected, article = plain(gold, tmp_path), read(there)
    mine, theirs = words(article.text), words(expected.text)
    same = sum(block.size for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks())
    assert same >= LEAST * len(theirs) and same >= LEAST * len(mine)
    assert [line for line in FURNITURE if line in article.text] == []
    assert (article.title, article.date, article.id) == (expected.title, expected.date, expected.id)


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_same_deck_whatever_the_container(gold: Path, tmp_path: Path) -> None:
    """Every container gives the cards of the text file: the same ids with the same questions and answers, in the same order."""
    from quizgen.pipeline import Settings, make_deck

    def cards(path: Path) -> list[tuple[str, str, str]]:
        return [(card.id, card.question, card.answer) for card in make_deck(str(path), Settings())[0].cards]

    story = read_story(gold.read_text("utf-8"))
    plain(gold, tmp_path)
    expected = cards(tmp_path / "histoire.txt")
    assert expected
    for container in CONTAINERS:
        if there := put(story, container, tmp_path / "in"):
            assert cards(there) == expected, container
