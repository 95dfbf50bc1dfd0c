"""The benchmarks' pages hold what was measured, and their made texts are of the kind and length that they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pages import make_pages, make_table, newest_result
from benchmarks.pairs import row
from benchmarks.texts import make_articles, make_text, paragraphs
from quizgen.articles import Wishes, read_article
from tests.conftest import ROOT


def test_the_pages_are_those_of_the_newest_result() -> None:
    """docs/performance.md, its plot and the figures of docs/scale.md are made from the result file, not written by hand."""
    docs = ROOT / "docs"
    pages = make_pages(newest_result(ROOT / "benchmarks" / "results"), (docs / "scale.md").read_text("utf-8"))
    for name, text in pages.items():
        assert (docs / name).read_text("utf-8") == text, f"docs/{name}: run `make bench ARGS=--pages`"


def test_a_row_has_the_ratio_of_each_turn() -> None:
    """The median of the ratios, their least and greatest, and whether the budget holds."""
    made = row("start", "s", [(1.0, 2.0), (3.0, 4.0), (2.0, 2.0)], 0.6, "spaCy")
    assert (made["ratio"], made["least"], made["most"], made["ours"], made["theirs"], made["good"]) == (0.75, 0.5, 1.0, 2.0, 2.0, False)
    assert [*make_table([made])][2] == "| start | 2 s | 2 s | spaCy | 0.75 | 0.50 – 1.00 | ≤ 0.6 ✗ |"


@pytest.mark.parametrize("length", [1_000, 50_000])
def test_made_texts_have_their_length(length: int) -> None:
    """The same seed gives the same text, another one another; no paragraph is a title or a date."""
    text = make_text(length, 1)
    assert 0.95 * length < len(text) <= length and text == make_text(length, 1) != make_text(length, 2)
    assert len(paragraphs()) > 50 and not any(part[:1].isdigit() and len(part) < 60 for part in paragraphs())


def test_made_articles_can_be_read(tmp_path: Path) -> None:
    """Each has a title, a date and some hundred words."""
    for path in make_articles(3, tmp_path):
        article = read_article(str(path), Wishes())
        assert article.title.startswith("Une affaire de ") and article.date.startswith("200") and article.lang == "fr"
        assert 200 < len(article.text.split()) < 400
