"""`quizgen corpus` as a command: two processes against one, and memory by the number of articles."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from benchmarks.pairs import ratio_row, row, run
from benchmarks.texts import make_articles

SMALL, LARGE = 100, 400  # articles
TURNS = 2


def measure(folder: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """(rows of the table, figures for docs/scale.md)."""
    make_articles(LARGE, folder / "many")
    make_articles(SMALL, folder / "few")
    turns = [(corpus(folder, "many", 2), corpus(folder, "many", 1), corpus(folder, "few", 1)) for _ in range(TURNS)]
    two, one, few = zip(*turns, strict=True)
    rates = [(LARGE / a[0], LARGE / b[0]) for a, b in zip(two, one, strict=True)]
    faster = ratio_row(
        f"`--jobs 2`, articles a second ({LARGE} articles)", "/s", [a for a, _ in rates], [b for _, b in rates], "≥ 1.6",
        baseline="`--jobs 1`", good=sum(a for a, _ in rates) >= 1.6 * sum(b for _, b in rates),
    )  # fmt: skip
    memory = row(f"peak memory with {LARGE} articles", "MB", [(b[1], c[1]) for b, c in zip(one, few, strict=True)], 1.1, f"with {SMALL}")
    steady = sum((LARGE - SMALL) / (b[0] - c[0]) for b, c in zip(one, few, strict=True)) / TURNS
    figures = {
        "steady": steady,
        "start": sum(few_[0] for few_ in few) / TURNS - SMALL / steady,
        "memory": max(b[1] for b in one),
        "few": SMALL,
        "many": LARGE,
    }
    return [faster, memory], figures


def corpus(folder: Path, name: str, jobs: int) -> tuple[float, float]:
    """(seconds, peak memory in MB of the greatest process) of one run into an empty folder."""
    out = folder / "decks"
    shutil.rmtree(out, ignore_errors=True)
    return run([sys.executable, "-m", "quizgen", "corpus", str(folder / name), "-o", str(out), "--jobs", str(jobs), "-q"])
