"""Throughput and growth in one process with the models loaded, against the bare pipeline: the same components, run as spaCy runs them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.pairs import ratio_row, row, timed
from benchmarks.texts import ROOT, make_articles, make_text
from quizgen.articles import read_given
from quizgen.articles.kinds import Content
from quizgen.corpus.listing import Listed
from quizgen.corpus.tasks import Task, make_decks, make_key, read_task
from quizgen.document import analyse, gather, load_analyser
from quizgen.exports import default_formats
from quizgen.langs import get_pack
from quizgen.pipeline import Settings

ARTICLES, TURNS = 100, 3
HANDFUL = 16  # as `quizgen corpus` hands them out
AT_ONCE = 128  # texts at once, nlp.pipe's own habit
LENGTHS = {1_000: 60, 10_000: 12, 100_000: 1, 990_000: 1}  # characters (a million is the limit): texts of that length in a turn
LONG_TURNS = 2
TITLE = "Une affaire du lac\n\n12 mars 2019\n\n"


def tasks_of(contents: Sequence[Content]) -> list[Task]:
    """As `quizgen corpus` makes them."""
    formats = default_formats()
    key = make_key(formats, Settings())
    return [Task(name=c.where, place=".", content=c, formats=formats, settings=Settings(), key=key) for c in contents]


def make_all(tasks: Sequence[Task]) -> None:
    """Decks, with their files, of all the tasks. Ends the whole if one failed."""
    for first in range(0, len(tasks), HANDFUL):
        for done in make_decks(tasks[first : first + HANDFUL]):
            if done.error:
                raise SystemExit(f"{done.task_name}: {done.error}")


def parse_bare(texts: Sequence[str]) -> None:
    """The bare pipeline: every component in its order, as nlp.pipe runs them, matrix products included."""
    analyser = load_analyser(get_pack("fr"))
    for first in range(0, len(texts), AT_ONCE):
        docs = [analyser.tokenize(text) for text in texts[first : first + AT_ONCE]]
        for step in (analyser.names, *analyser.steps):
            docs = list(step.pipe(docs, batch_size=AT_ONCE))


def parse_ours(texts: Sequence[str]) -> None:
    """The same analysis in our way: a few paragraphs at once, and our own matrix products."""
    pack = get_pack("fr")
    for handful in gather(texts, len):
        analyse(handful, load_analyser(pack), pack)


def measure_throughput(folder: Path) -> list[dict[str, Any]]:
    """Rows of the table: made articles, and where a checkout has press articles beside it, these."""
    press = sorted((ROOT.parent / "shared" / "articles").glob("[!e]*/*.txt"))[:ARTICLES]
    return [
        *time_articles("made articles", make_articles(ARTICLES, folder / "warm")),
        *(time_articles("press articles at hand", press) if press else ()),
    ]


def time_articles(kind: str, paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The rows of some articles: from the bytes of their files to the bytes of their decks, against the analysis alone."""
    listed = [Listed(path.name, path, ".") for path in paths]
    found = [read_task(one, default_formats(), Settings(), "") for one in listed]
    tasks = [task for task in found if isinstance(task, Task)]
    whole = [read_given(task.content, task.settings.wishes).text for task in tasks]
    parts = [part for text in whole for part in text.split("\n\n")]
    make_all(tasks), parse_bare(whole)
    turns = [(timed(lambda: make_all(tasks)), timed(lambda: parse_bare(whole)), timed(lambda: parse_ours(parts))) for _ in range(TURNS)]
    return [
        row(f"{len(paths)} {kind}, models loaded", "s", [(a, b) for a, b, _ in turns], 1.25, "the same components through nlp.pipe"),
        row("the same", "s", [(a, c) for a, _, c in turns], 1e9, "… run as we run them, alone"),
    ]


def measure_growth() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(rows of the table, points of the plot): seconds per 1,000 words by length of the article."""
    make_all(tasks_of([content(make_text(5_000, 99))]))
    points = [{"characters": length, **time_length(length, texts, "\n\n")} for length, texts in LENGTHS.items()]
    longest = max(LENGTHS)
    block = time_length(longest, 1, " ")
    ten = next(point for point in points if point["characters"] == 10_000)
    rows = [against(f"1,000 words of an article of 1 MB{how}", long, ten) for how, long in (("", points[-1]), (", all one paragraph", block))]
    return rows, [*points, {"characters": longest, "one_paragraph": True, **block}]


def content(text: str, number: int = 0) -> Content:
    """A text as the bytes of an article."""
    return Content(data=(TITLE + text).encode(), where=f"t{number}.txt", slug=f"t{number}", suffix=".txt")


def time_length(length: int, texts: int, parting: str) -> dict[str, Any]:
    """Seconds per 1,000 words of texts of one length: ours, turn by turn, and the bare pipeline's on the same paragraphs."""
    made = [make_text(length, seed, parting) for seed in range(texts)]
    words = sum(len(text.split()) for text in made) / 1000
    tasks = tasks_of([content(text, n) for n, text in enumerate(made)])
    parts = [part for text in made for part in text.split("\n\n")]
    ours = [timed(lambda: make_all(tasks)) / words for _ in range(LONG_TURNS)]
    bare = [] if parting == " " else [timed(lambda: parse_bare(parts)) / words]
    return {"words": round(words * 1000), "ours": ours, "bare": bare}


def against(what: str, long: dict[str, Any], short: dict[str, Any]) -> dict[str, Any]:
    """A row: the long article's time per word against the short one's."""
    mine, theirs = long["ours"], short["ours"][: len(long["ours"])]
    good = sum(mine) <= 1.3 * sum(theirs)
    return ratio_row(what, "s", mine, theirs, "≤ 1.3", baseline="1,000 words of one of 10 kB", good=good)
