"""Two pieces of work, done in turn several times -> how many times as long the one takes, with the spread over the turns."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import Any


def ratio_row(what: str, unit: str, ours: Sequence[float], theirs: Sequence[float], budget: str, *, baseline: str, good: bool) -> dict[str, Any]:
    """A row of the table: medians of both sides, the median of the turns' ratios, and the least and greatest of them."""
    ratios = sorted(mine / other for mine, other in zip(ours, theirs, strict=True))
    row = {"what": what, "unit": unit, "ours": statistics.median(ours), "theirs": statistics.median(theirs), "ratio": statistics.median(ratios)}
    return {**row, "least": ratios[0], "most": ratios[-1], "turns": len(ratios), "budget": budget, "baseline": baseline, "good": good}


def row(what: str, unit: str, pairs: Sequence[tuple[float, float]], most: float, baseline: str) -> dict[str, Any]:
    """A row whose ratio may be at most `most`; pairs are (ours, theirs)."""
    ours, theirs = zip(*pairs, strict=True)
    ratio = statistics.median(mine / other for mine, other in pairs)
    return ratio_row(what, unit, ours, theirs, f"≤ {most:g}" if most < 100 else "", baseline=baseline, good=ratio <= most)


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor for one run in this process, which has one thread: others on the machine disturb them little."""
    start = time.process_time()
    work()
    return time.process_time() - start


def run(command: Sequence[str]) -> tuple[float, float]:
    """(seconds, peak memory in MB) of a command with its children. Ends the whole if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024
