"""All benchmarks -> benchmarks/results/DATE.json, docs/performance.md with its plot, and the figures of docs/scale.md.

`make bench`; with ARGS=--pages the pages are only written again, from the newest result file.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import anki, cold, corpora, warm
from benchmarks.pages import newest_result, show_rows, write_pages
from benchmarks.texts import ROOT
from quizgen import __version__
from quizgen.document import load_analyser
from quizgen.langs import get_pack

RESULTS = ROOT / "benchmarks" / "results"


def measure() -> dict[str, Any]:
    """Everything, section by section, each told when it is done."""
    rows: list[dict[str, Any]] = []

    def add(found: list[dict[str, Any]]) -> None:
        rows.extend(found)
        print("\n".join(show_rows(found)), flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        add(cold.measure(folder))
        found, corpus = corpora.measure(folder)
        add(found)
        add(warm.measure_throughput(folder))
        found, growth = warm.measure_growth()
        add(found)
        add(anki.measure(folder))
    return {"schema": "quizgen/benchmark@1", **describe(), "rows": rows, "growth": growth, "corpus": corpus}


def describe() -> dict[str, Any]:
    """When, on what, of what."""
    cpu = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in cpu.read_text().splitlines() if line.startswith("model name")] if cpu.exists() else []
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {"processor": names[0] if names else platform.processor(), "cores": os.cpu_count(), "python": platform.python_version()},
        "made_with": {"quizgen": __version__, "model": load_analyser(get_pack("fr")).name},
    }


def main() -> None:
    if "--pages" not in sys.argv[1:]:
        result = measure()
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{result['date']}.json"
        path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(path.relative_to(ROOT))
    for page in write_pages(newest_result(RESULTS)):
        print(page.relative_to(ROOT))


if __name__ == "__main__":
    main()
