"""Decks and speed under several parsers.  `python training/compare.py ARTICLE... --out DIR --parser NAME=PATH...`

PATH is a folder of components as slim.py writes them, or `-` for the plain spaCy package. For each parser it writes the
decks of the articles as JSON to DIR/NAME, for a scorer to read, and prints cards, facts and words a second.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from quizgen import document
from quizgen.articles import Wishes, read_article
from quizgen.exports import Options, export_deck
from quizgen.langs import Analysis, get_pack
from quizgen.pipeline import Settings, make_deck


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--parser", action="append", required=True, metavar="NAME=PATH")
    options = parser.parse_args()
    pack = get_pack("fr")
    shipped = pack.analysis
    for spec in options.parser:
        name, path = spec.split("=", 1)
        pack.analysis = Analysis(base=shipped.base, components=None if path == "-" else Path(path))
        document.load_analyser.cache_clear()
        document.load_analyser(pack)
        cards = facts = 0
        for source in options.articles:
            deck, _ = make_deck(source, Settings())
            cards, facts = cards + len(deck.cards), facts + len(deck.facts)
            export_deck(deck, pack, ("json",), options.out / name, Options())
        articles = [read_article(source, Wishes()) for source in options.articles]
        start = time.perf_counter()
        words = sum(len(document.read_document(article, pack).tokens) for article in articles for _ in range(3))
        seconds = time.perf_counter() - start
        print(f"{name:16} {facts:4} facts {cards:4} cards {words / seconds:8.0f} words/s")


if __name__ == "__main__":
    main()
