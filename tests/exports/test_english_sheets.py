"""What is made of an English article is English throughout: labels, dates, marks, language code; and nothing French is left in it."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner

from quizgen.cli import main
from quizgen.langs import get_pack

ARTICLE = Path(__file__).parents[1] / "gold" / "en" / "diplomacy-lake-turkana.txt"
FORMS = ("open", "cloze", "choice", "true_false")
SUFFIXES = {"html": ".html", "study": ".study.html", "cards-html": ".cards.html", "json": ".json", "anki-text": ".anki.txt"}

# Words that French sheets print and English does not have; of its labels, those that no English label equals.
FRENCH_WORDS = ("le", "la", "les", "des", "une", "est", "dans", "qui", "quel", "quelle", "combien", "vrai", "faux", "réponse")


@cache
def build() -> dict[str, str]:
    """The files of the deck of an English article by their suffix, its language found by itself."""
    with TemporaryDirectory() as folder:
        forms = [word for form in FORMS for word in ("--form", form)]
        formats = [word for name in SUFFIXES for word in ("-f", name)]
        run = CliRunner().invoke(main, ["build", str(ARTICLE), "-o", folder, *forms, *formats])
        assert run.exit_code == 0, run.output
        return {path.name.removeprefix(ARTICLE.stem): path.read_text("utf-8") for path in Path(folder).iterdir()}


def visible(page: str) -> str:
    """What a reader sees of an HTML page."""
    body = re.sub(r"(?s)<(style|script|title)\b.*?</\1>", " ", page)
    return html.unescape(re.sub(r"<[^>]+>", " ", body))


@pytest.mark.model
@pytest.mark.parametrize("suffix", [".html", ".study.html", ".cards.html"])
def test_pages_say_their_language(suffix: str) -> None:
    """A browser, and a reader aloud, are told that the page is English."""
    assert '<html lang="en">' in build()[suffix]


@pytest.mark.model
@pytest.mark.parametrize("suffix", [".html", ".study.html", ".cards.html", ".anki.txt"])
def test_no_french_is_left(suffix: str) -> None:
    """No label of French, no French word, no guillemets, no space before a mark."""
    seen = visible(build()[suffix])
    english, french = get_pack("en").labels, get_pack("fr").labels
    strange = [label for key, label in french.items() if label not in english.values() and len(label) > 3 and f" {label} " in f" {seen} "]
    assert strange == []
    words = set(re.findall(r"[^\W\d_]+", seen))
    assert words.isdisjoint(FRENCH_WORDS)
    assert not re.search("[«»\u202f]|\u00a0[:?!;]| [?!;](?=\\s)", seen)


@pytest.mark.model
def test_the_head_of_the_handout() -> None:
    """One line for the name, then class and date; the score; where the questions come from; what to do."""
    seen = " ".join(visible(build()[".html"]).split())
    for words in (
        "Name Class Date",
        "Score: ______ /",
        "From an article dated 14 May 2019",
        "Short answers",
        "Answer key",
    ):
        assert words in seen, words
    assert "Answer with a word or a short phrase unless told otherwise." in seen


@pytest.mark.model
def test_the_cards_of_the_data() -> None:
    """The JSON names the language and the date; questions and statements are set in English marks, and end as they must."""
    deck = json.loads(build()[".json"])
    assert (deck["deck"]["lang"], deck["deck"]["date"]) == ("en", "2019-05-14")
    assert {card["form"] for card in deck["cards"]} == set(FORMS)
    for card in deck["cards"]:
        assert card["question"].endswith("?" if card["form"] in ("open", "choice") else "."), card["question"]
        assert not re.search("['\"«»\u202f]", card["question"] + card["answer"] + card["context"]), card["question"]
        if card["form"] == "true_false":
            assert re.match(r"True\.|False: ", card["answer"]), card["answer"]


@pytest.mark.model
def test_the_tags_of_the_notes() -> None:
    """Anki's notes are tagged as English."""
    rows = [line for line in build()[".anki.txt"].splitlines() if not line.startswith("#")]
    assert rows and all("quizgen::lang::en" in row for row in rows)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_languages_have_the_same_labels(code: str) -> None:
    """No sheet of one language lacks a word that the other has; a modality that only English tells apart aside."""
    assert set(get_pack("fr").labels) - set(get_pack(code).labels) == set()
