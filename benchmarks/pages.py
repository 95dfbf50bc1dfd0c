"""A result file -> docs/performance.md, its plot, and the figures of docs/scale.md. The pages hold no figure that is not in the file."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.texts import ROOT, WORDS

PAGE = """# Performance

Ratios, measured pair by pair: both of a pair are run in turn in the same session, so that a busy machine slows both. The ratio is
the median over the turns; the spread is the least and the greatest of them. `make bench` measures anew, writes
`benchmarks/results/DATE.json`, and makes this page from it.

{date}, {processor}, {cores} cores, Python {python}, quizgen {quizgen}, {model}.

{table}

- *Cold*: a new process each time, with the article of `decks/entretiens-de-geneve`. Bare spaCy imports all of French and
  reads all of the package; quizgen has a compact form of one huge pattern (the tokens are the same on 200,000 words, but that « 70 km/h. » is two:
  `tests/langs/test_tokenizer.py`), leaves out what it does not use, and imports the rest when it is needed.
- *Models loaded*: from the bytes of an article file to those of its deck and handout, everything between included. The baseline is the analysis
  alone, by the very components that quizgen uses, as spaCy runs them. quizgen runs them faster, to the same result: paragraphs by the handful,
  with numpy's matrix products (`docs/decisions/0004-products.md`); the second ratio is against this way of running them, and so shows
  what everything but the models costs.
- *1 MB*: some 170,000 words, a long novel; a paragraph that no writer would write is cut at sentences.
- *Corpus*: the whole command, with its start. In two processes two models are loaded.
- *genanki*: the notes' fields are given to it; quizgen makes them in its time.

![Seconds per 1,000 words by length of the article](images/performance.svg)

Texts are made from our own gold articles, figures and surnames drawn anew (`benchmarks/texts.py`).
"""

FIGURES = """Measured ({date}, {processor}, {cores} cores; articles of {words} words; `make bench`):

| what | figure |
| --- | --- |
| one process, once it runs | {rate:.0f} articles a second |
| its start | {start:.1f} s |
| its memory | {memory:.0f} MB, with {few} articles as with {many} |
| a million articles, one process | {one:.0f} hours |
| … 8 processes of one machine | {eight:.1f} hours, {eight_memory:.0f} GB of memory |
| … 10 machines of 8 cores | {eighty:.1f} hours |

The last three are worked out from the first, for processors like this one: each process works by itself, and two of them are held
against one in [performance.md](performance.md). Longer articles take longer in proportion."""

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 320, 70, 20, 620, 260
SERIES = (("ours", "quizgen, all of it", "#1b5e8a"), ("bare", "the bare pipeline", "#9a5b13"))


def newest_result(folder: Path) -> dict[str, Any]:
    """The newest result file."""
    result: dict[str, Any] = json.loads(max(folder.glob("*.json")).read_text("utf-8"))
    return result


def write_pages(result: dict[str, Any]) -> tuple[Path, ...]:
    """Write the pages; their paths."""
    pages = make_pages(result, (ROOT / "docs" / "scale.md").read_text("utf-8"))
    for name, text in pages.items():
        (ROOT / "docs" / name).write_text(text, "utf-8")
    return tuple(ROOT / "docs" / name for name in pages)


def make_pages(result: dict[str, Any], scale: str) -> dict[str, str]:
    """Name under docs/ -> text; `scale` is the page whose figures are replaced."""
    known = {"date": result["date"], **result["machine"], **result["made_with"]}
    page = PAGE.format(**known, table="\n".join(make_table(result["rows"])))
    block = f"<!-- figures: written by make bench -->\n{FIGURES.format(**known, **work_out(result['corpus']))}\n<!-- end of figures -->"
    scaled = re.sub(r"<!-- figures.*?<!-- end of figures -->", lambda _: block, scale, flags=re.S)
    return {"performance.md": page, "images/performance.svg": draw(result["growth"]), "scale.md": scaled}


def work_out(corpus: dict[str, Any]) -> dict[str, Any]:
    """What a corpus takes."""
    hours = 1_000_000 / corpus["steady"] / 3600
    memory = corpus["memory"]
    return {
        "words": WORDS, "rate": corpus["steady"], "start": corpus["start"], "memory": memory,
        "few": corpus["few"], "many": corpus["many"], "one": hours, "eight": hours / 8, "eighty": hours / 80, "eight_memory": 8 * memory / 1024,
    }  # fmt: skip


def make_table(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The rows in Markdown."""
    yield "| what | ours | against | baseline | ratio | spread | budget |"
    yield "| --- | ---: | ---: | --- | ---: | ---: | --- |"
    for row in rows:
        verdict = row["budget"] and f"{row['budget']} {'✓' if row['good'] else '✗'}"
        spread = f"{row['least']:.2f} – {row['most']:.2f}"
        cells = (row["what"], say(row["ours"], row["unit"]), say(row["theirs"], row["unit"]), row["baseline"], f"{row['ratio']:.2f}", spread, verdict)
        yield f"| {' | '.join(cells)} |"


def show_rows(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The rows for a terminal."""
    for row in rows:
        ratio = f"{row['ratio']:5.2f} ({row['least']:.2f} – {row['most']:.2f})"
        verdict = f"{row['budget']} {'holds' if row['good'] else 'FAILS'}" if row["budget"] else ""
        print_width = f"{row['what']:48} {say(row['ours'], row['unit']):>10} / {say(row['theirs'], row['unit']):>10}"
        yield f"{print_width}  = {ratio}  {verdict}  against {row['baseline']}"


def say(figure: float, unit: str) -> str:
    """A figure with its unit, to three digits."""
    if unit == "s" and figure < 0.1:
        figure, unit = figure * 1000, "ms"
    return f"{figure:.0f} {unit}" if figure >= 100 else f"{figure:.3g} {unit}"


def draw(points: Sequence[dict[str, Any]]) -> str:
    """The plot: length of the article on a logarithmic scale, seconds per 1,000 words from zero up."""
    line = [point for point in points if not point.get("one_paragraph")]
    top = max(median(point[side]) for point in points for side, _, _ in SERIES if point[side]) * 1.15
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">']
    parts += ["<title>Seconds per 1,000 words by length of the article</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for step in range(5):
        y, value = TOP + (BOTTOM - TOP) * step / 4, top * (1 - step / 4)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="#ddd"/><text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:.2f}</text>')
    lengths = [point["characters"] for point in line]
    for length in lengths:
        name = "1 MB" if length > 900_000 else f"{length // 1000} kB"
        parts.append(f'<text x="{x_of(length, lengths):.1f}" y="{BOTTOM + 18}" text-anchor="middle">{name}</text>')
    for n, (side, label, colour) in enumerate(SERIES):
        path = " ".join(f"{x_of(point['characters'], lengths):.1f},{y_of(median(point[side]), top):.1f}" for point in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for point in (point for point in points if point[side]):
            x, y = x_of(point["characters"], lengths), y_of(median(point[side]), top)
            fill = "#fff" if point.get("one_paragraph") else colour
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="{colour}"/>')
        parts.append(f'<text x="{LEFT + 10 + 190 * n}" y="{BOTTOM + 44}" fill="{colour}">● {label}</text>')
    parts.append(f'<text x="{LEFT + 390}" y="{BOTTOM + 44}">○ all one paragraph</text></svg>')
    return "\n".join(parts) + "\n"


def x_of(length: int, lengths: Sequence[int]) -> float:
    """Where a length stands."""
    low, high = math.log(min(lengths)), math.log(max(lengths))
    return LEFT + 30 + (RIGHT - LEFT - 60) * (math.log(length) - low) / (high - low)


def y_of(value: float, top: float) -> float:
    """Where a value stands."""
    return BOTTOM - (BOTTOM - TOP) * value / top
