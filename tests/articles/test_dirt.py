"""Dirty inputs -> the clean text, and what is said of the rest."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizgen.articles import Wishes, read_article
from quizgen.articles.cleaning import clean_article
from quizgen.articles.dirt import REASONS, TESTS, compile_patterns
from quizgen.articles.kinds import Content, read_content
from quizgen.errors import PackError
from quizgen.langs import LanguagePack, read_page_words
from quizgen.model import Article

TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("dirty.toml").read_text("utf-8"))


def fill(text: str) -> str:
    return text.replace("{body}", TABLE["body"]).replace("{more}", TABLE["more"])


def clean(text: str, lang: str = "auto") -> Article:
    return clean_article(read_content(Content(data=text.encode(), where="a.txt", slug="a")), lang=lang, title="", date="")


@pytest.mark.parametrize("row", TABLE["row"], ids=lambda row: row["name"])
def test_dirt(row: dict[str, Any]) -> None:
    """What is not the article's text goes, with its rule; what is stays as it was."""
    article = clean(fill(row["text"]))
    assert article.text == fill(row["clean"])
    assert [skipped.rule for skipped in article.removed] == row.get("rules", [])
    assert (article.title, article.date) == (row.get("title", ""), row.get("date", ""))


def test_table_is_large_and_whole() -> None:
    """Forty rows at least, and every rule is shown once."""
    shown = {rule for row in TABLE["row"] for rule in row.get("rules", [])}
    assert len(TABLE["row"]) >= 40
    assert set(REASONS) - shown == {"layout"}  # shown with the PDFs
    assert {rule for rule, _ in TESTS} <= set(REASONS)


@pytest.mark.parametrize("row", TABLE["row"], ids=lambda row: row["name"])
def test_clean_text_stays(row: dict[str, Any]) -> None:
    """Clean text comes back as it is, and nothing is said of it."""
    article = clean(fill(row["clean"]), lang="fr")
    assert (article.text, article.removed) == (fill(row["clean"]), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "iso8859-15", "mac_roman"])
def test_every_row_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    """Each encoding gives the text that UTF-8 gives, for every row that it can write."""
    written = 0
    for row in TABLE["row"]:
        text = fill(row["text"]) + (f"\n\n{fill('{body} {more} ' * 3)}" if encoding == "mac_roman" else "")
        if encoding in ("latin-1", "iso8859-15"):
            text = text.replace("’", "'").replace("–", "-").replace("—", "-").replace("…", "...")
        if "Ã§" in text and not encoding.startswith("utf"):
            continue  # half of it would be UTF-8
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        (tmp_path / "a.txt").write_bytes(data)
        expected = clean(data.decode(encoding)).text
        assert read_article(str(tmp_path / "a.txt"), Wishes()).text == expected, row["name"]
        written += 1
    assert written >= 40


def test_what_goes_is_told_where_it_stood() -> None:
    """A piece left out has its words, its rule with a reason, and the place of the paragraph that it stood before."""
    article = clean(fill("{body}\n\nEPA/IDA KERMO\n\n{more}"))
    (skipped,) = article.removed
    assert (skipped.stage, skipped.rule, skipped.reason, skipped.text) == ("articles", "credit", REASONS["credit"], "EPA/IDA KERMO")
    assert (skipped.span.start, skipped.span.end) == (len(TABLE["body"]),) * 2


def test_patterns_without_words_catch_nothing(french: LanguagePack) -> None:
    """A pack without page words cleans less and harms nothing."""
    from quizgen.langs import PageWords

    assert compile_patterns(PageWords()).teaser.search("Lire aussi : le lac") is None
    assert compile_patterns(french.page).teaser.search("Lire aussi : le lac")


def test_a_wrong_list_is_named(tmp_path: Path) -> None:
    """A file of page words with an unknown or missing key, or that is no TOML, is named."""
    (tmp_path / "page.toml").write_text("agences = []\n")
    with pytest.raises(PackError, match=r"page\.toml: unknown or missing key: .*agences"):
        read_page_words(tmp_path / "page.toml")
    (tmp_path / "page.toml").write_text("agences = [")
    with pytest.raises(PackError, match=r"page\.toml: cannot be read"):
        read_page_words(tmp_path / "page.toml")
