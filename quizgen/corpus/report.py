"""Entries -> report.tsv, a row for each article, and the summary that is shown at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.corpus.manifest import Entry
from quizgen.exports import write_files

REPORT = "report.tsv"
COLUMNS = ("source", "cards", "facts", "skipped", "seconds", "error")


def write_report(folder: Path, entries: Sequence[Entry]) -> Path:
    """Write the report into `folder` and return its path. Raises OutputError."""
    types = sorted({type for entry in entries for type, _ in entry.facts})
    rows = ((*COLUMNS, *types), *(_row(entry, types) for entry in entries))
    text = "".join("\t".join(map(cell, row)) + "\n" for row in rows)
    return write_files(folder, {REPORT: text.encode()})[0]


def _row(entry: Entry, types: Sequence[str]) -> tuple[object, ...]:
    facts = dict(entry.facts)
    return (
        entry.source,
        entry.cards,
        sum(facts.values()),
        entry.skipped,
        f"{entry.seconds:.2f}",
        entry.error,
        *(facts.get(type, 0) for type in types),
    )


def cell(value: object) -> str:
    """A value that stays in its cell, and that no spreadsheet takes for a formula."""
    text = " ".join(str(value).split())
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def show_summary(entries: Sequence[Entry]) -> Iterator[str]:
    """The sums of all articles, as lines of a table, the facts by type below, then what went wrong."""
    failed = [entry for entry in entries if entry.error]
    types: Counter[str] = Counter()
    for entry in entries:
        types.update(dict(entry.facts))
    sums = (
        ("articles", len(entries)),
        ("from a former run", sum(entry.known for entry in entries)),
        ("with errors", len(failed)),
        ("without a card", sum(not entry.error and not entry.cards for entry in entries)),
        ("cards", sum(entry.cards for entry in entries)),
        ("skipped", sum(entry.skipped for entry in entries)),
        ("facts", types.total()),
    )
    yield from (f"{name:18}{number:>12,}" for name, number in sums)
    yield from (f"  {type:16}{number:>12,}" for type, number in sorted(types.items(), key=lambda item: (-item[1], item[0])))
    yield f"{'seconds of work':18}{sum(entry.seconds for entry in entries):>12,.1f}"
