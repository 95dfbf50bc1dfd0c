"""Made French articles of any length and number, from our own gold articles: figures and surnames drawn anew."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHORTEST = 40  # characters; shorter paragraphs are titles and dates
WORDS = 280  # of an ordinary article, a page of news


@cache
def paragraphs() -> tuple[str, ...]:
    """The paragraphs that texts are made of. (The sentences of the examples are no ordinary text: each was written to give facts.)"""
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "tests/gold/fr").glob("*.txt")))
    found = (" ".join(part.split()) for text in texts for part in re.split(r"\n\n|^.*\n.*\n", text) if part)
    return tuple(part for part in found if len(part) > SHORTEST)


def make_text(characters: int, seed: int, parting: str = "\n\n") -> str:
    """A text of about so many characters; `parting` stands between its paragraphs."""
    chance = random.Random(seed)
    made: list[str] = []
    length = 0
    while length < characters:
        made.append(vary(chance.choice(paragraphs()), chance))
        length += len(made[-1]) + len(parting)
    return parting.join(made)[: characters + 1].rsplit(" ", 1)[0]


def vary(paragraph: str, chance: random.Random) -> str:
    """The paragraph with other figures (years stay years) and other surnames."""

    def figure(match: re.Match[str]) -> str:
        return str(chance.randint(1950, 2020)) if len(match[0]) == 4 else str(chance.randint(2, 9)) + match[0][1:]

    named = re.sub(r"(?<=[a-zé] )([A-Z][a-zéè]{2,}) [A-Z][a-zéèï]{2,}\b", lambda m: f"{m[1]} {surname(chance)}", paragraph)
    return re.sub(r"\d+", figure, named)


def surname(chance: random.Random) -> str:
    """A name that nobody bears, or somebody by chance."""
    middle = "".join(chance.choice("a e i o u an er il".split()) + chance.choice("rlnstvmd") for _ in range(chance.choice((2, 2, 3))))
    return chance.choice("BCDFGKLMNPRSTV") + middle + chance.choice("a o i e er an".split())


def make_articles(number: int, folder: Path) -> list[Path]:
    """So many article files of ordinary length in `folder`, each with its title and date."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for n in range(number):
        chance = random.Random(n)
        text = f"Une affaire de {surname(chance)}\n\n{n % 28 + 1} mars {2000 + n % 20}\n\n{make_text(WORDS * 6, n)}\n"
        paths.append(folder / f"a{n:05}.txt")
        paths[-1].write_text(text, "utf-8")
    return paths
