"""A corpus: resumed by its manifest, whole files after a break, errors that stop nothing, the same bytes whoever does the work."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen.cli import main
from quizgen.corpus import Order, Outcome, run_corpus, show_summary
from quizgen.corpus.listing import list_corpus
from quizgen.corpus.manifest import MANIFEST, Entry, read_manifest
from quizgen.corpus.progress import Progress
from quizgen.corpus.report import REPORT, cell
from quizgen.corpus.tasks import Done, Task, fail
from quizgen.corpus.teams import LOST, Processes
from quizgen.errors import ArticleError, DeckError, OutputError, QuizgenError
from quizgen.pipeline import Settings

SHIPS = ("frégates", "corvettes", "vedettes", "barges")


def make_corpus(folder: Path, number: int) -> Path:
    """A folder of so many short articles, half of them in a folder in it."""
    for n in range(number):
        path = folder / ("nord" if n % 2 else "") / f"a{n:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Une promesse norvégienne\n\n12 mars 20{n % 20:02}\n\nLa Norvège enverra {n + 2} {SHIPS[n % 4]} en mer du Nord.\n", "utf-8")
    return folder


def ignore(_: object) -> None:
    """Nobody listens."""


def decks_in(folder: Path) -> dict[str, bytes]:
    """The files of decks in a folder, by name."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name not in (MANIFEST, REPORT))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def run(source: Path, folder: Path, **more: object) -> tuple[Outcome, list[str]]:
    """The outcome of a run, and what it wrote."""
    written: list[str] = []
    order = Order(**{"source": str(source), "folder": folder, "settings": Settings(), "formats": ("json",), **more})  # type: ignore[arg-type]
    return run_corpus(order, lambda path: written.append(path.name), ignore), written


@pytest.mark.model
def test_only_new_and_changed_articles_are_done(tmp_path: Path) -> None:
    """Unchanged ones are known by their content; changed ones, and those whose files are gone, are done again; nothing is lost."""
    source, folder = make_corpus(tmp_path / "in", 4), tmp_path / "out"
    outcome, written = run(source, folder)
    assert sorted(written) == ["a000.json", "a001.json", "a002.json", "a003.json", REPORT] and outcome.done_now == 4
    assert run(source, folder)[1] == [REPORT]
    (source / "a000.txt").write_text("Une promesse\n\nLa Norvège enverra deux frégates au Groenland.\n", "utf-8")
    (folder / "nord" / "a003.json").unlink()
    (source / "a002.txt").rename(source / "a009.txt")
    outcome, written = run(source, folder)
    assert sorted(written) == ["a000.json", "a003.json", "a009.json", REPORT]
    assert outcome.gone == ("a002.txt",) and (folder / "a002.json").exists()
    assert sorted(run(source, folder, settings=Settings(tags=("mer",)))[1]) == ["a000.json", "a001.json", "a003.json", "a009.json", REPORT]


@pytest.mark.model
def test_one_bad_article_stops_nothing(tmp_path: Path) -> None:
    """Each has its row in the report, with its reason; the exit code tells that something failed."""
    source, folder = make_corpus(tmp_path / "in", 2), tmp_path / "out"
    (source / "=leer.txt").write_text("")
    (source / "nord" / "a000.txt").write_text((source / "a000.txt").read_text("utf-8"), "utf-8")
    (source / "a000.md").write_text("# Une promesse\n\nLa Norvège enverra deux frégates au Groenland.\n", "utf-8")
    (source / "stumm.txt").write_text("Sans titre\n\nIl pleut souvent ici.\n", "utf-8")
    result = CliRunner().invoke(main, ["corpus", str(source), "-o", str(folder), "-f", "json"])
    assert result.exit_code == 1
    assert result.stderr.count("quizgen: ") == 2 and "=leer.txt: is empty" in result.stderr
    assert "a000.txt: its results would have the names of those of “a000.md”" in result.stderr
    head, *rows = [line.split("\t") for line in (folder / REPORT).read_text("utf-8").splitlines()]
    assert head[:6] == ["source", "cards", "facts", "skipped", "seconds", "error"]
    assert [row[0] for row in rows] == ["'=leer.txt", "a000.md", "a000.txt", "stumm.txt", "nord/a000.txt", "nord/a001.txt"]
    assert {row[0]: row[1] for row in rows}["stumm.txt"] == "0"
    assert result.stdout.split() == [str(folder / name) for name in ("a000.json", "nord/a000.json", "nord/a001.json", REPORT)]


@pytest.mark.model
def test_a_broken_run_leaves_whole_files_and_goes_on(tmp_path: Path) -> None:
    """Ctrl-C after some articles: what is there is whole and known; a line that a crash cut off costs one article."""
    source, folder = make_corpus(tmp_path / "in", 40), tmp_path / "out"

    def stop(path: Path) -> None:
        if path.name == "a020.json":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_corpus(Order(source=str(source), folder=folder, settings=Settings(), formats=("json",)), stop, ignore)
    done = decks_in(folder)
    assert 5 < len(done) < 40 and all(json.loads(data)["cards"] for data in done.values()) and (folder / REPORT).exists()
    with (folder / MANIFEST).open("a") as file:
        file.write('{"source": "a0')
    again, written = run(source, folder)
    assert len(written) - 1 == again.done_now == 40 - len(done) + 1  # the one whose line was not written yet
    run(source, tmp_path / "whole")
    assert decks_in(folder) == decks_in(tmp_path / "whole")
    assert list(read_manifest(folder / MANIFEST)) == sorted(entry.source for entry in again.entries)


@pytest.mark.model
@pytest.mark.slow
def test_processes_give_the_same_bytes(tmp_path: Path) -> None:
    """Two processes of this machine against none."""
    source = make_corpus(tmp_path / "in", 40)
    run(source, tmp_path / "one", formats=("json", "anki"))
    run(source, tmp_path / "two", formats=("json", "anki"), jobs=2)
    assert decks_in(tmp_path / "one") == decks_in(tmp_path / "two") and len(decks_in(tmp_path / "one")) == 80


def die_or_not(tasks: tuple[Task, ...]) -> tuple[Done, ...]:
    """In the place of `make_decks`: a task called « kill » takes its process with it."""
    if any(task.name == "kill" for task in tasks):
        os._exit(1)
    return tuple(fail(task, "well") for task in tasks)


def test_a_lost_process_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others of its bundle, and of the bundles under way, are done again."""
    monkeypatch.setattr("quizgen.corpus.teams.make_decks", die_or_not)

    def task(name: str) -> Task:
        return Task(name=name, place=".", content=None, formats=(), settings=Settings(), key="k")  # type: ignore[arg-type]

    bundles = [(task("a"), Entry(source="e")), (task("b"), task("kill"), task("c")), (task("d"),)]
    with Processes(2) as team:
        results = [one for results in team.work(bundles) for one in results]
    assert [one.source if isinstance(one, Entry) else one.task_name for one in results] == ["a", "e", "b", "kill", "c", "d"]
    assert [one.error for one in results if isinstance(one, Done)] == ["well", "well", LOST, "well", "well"]
    assert [one.lasting for one in results if isinstance(one, Done)] == [True, True, False, True, True]


def test_a_list_names_its_articles(tmp_path: Path) -> None:
    """Paths beside the list, one a line, in its order, each once."""
    make_corpus(tmp_path, 4)
    (tmp_path / "list").write_text("a002.txt\n# not now: a000.txt\n\nnord/a001.txt\na002.txt\n", "utf-8")
    assert [one.name for one in list_corpus(str(tmp_path / "list"))] == ["a002.txt", "nord/a001.txt"]
    assert [one.place for one in list_corpus(str(tmp_path))] == [".", ".", "nord", "nord"]


@pytest.mark.parametrize(
    "content", ["nonsense\n", '{"schema": "quizgen/manifest@2"}\n', '{"schema": "quizgen/manifest@1"}\n{"source": 1}\n', b"\xff"]
)
def test_a_damaged_manifest_is_an_error(tmp_path: Path, content: str | bytes) -> None:
    """It is not guessed at, and not written over."""
    source, path = make_corpus(tmp_path / "in", 1), tmp_path / "out" / MANIFEST
    path.parent.mkdir()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = path.read_bytes()
    with pytest.raises(DeckError, match="Delete the file") as caught:
        run(source, tmp_path / "out")
    assert str(path) in str(caught.value) and path.read_bytes() == before


def test_errors_that_spoil_the_whole(tmp_path: Path) -> None:
    """Nothing to read, results among the articles, a folder that cannot be written: one message each, before any work."""
    source = make_corpus(tmp_path / "in", 1)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    wrong: list[tuple[Path, Path, type[QuizgenError], str]] = [
        (tmp_path / "empty", tmp_path / "out", ArticleError, "holds no article"),
        (tmp_path / "none", tmp_path / "out", ArticleError, "no such folder or list"),
        (source, source / "out", OutputError, "lies inside"),
        (source, source, OutputError, "lies inside"),
        (source, tmp_path / "file" / "out", OutputError, "cannot be written"),
    ]
    for given, folder, kind, words in wrong:
        with pytest.raises(kind, match=words):
            run(given, folder)


@pytest.mark.model
def test_a_full_disk_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done before stays."""
    source, folder = make_corpus(tmp_path / "in", 3), tmp_path / "out"
    real = os.replace

    def full(origin: str, target: Path) -> None:
        if Path(target).name == "a002.json":
            raise OSError(28, "No space left on device")
        real(origin, target)

    monkeypatch.setattr("quizgen.exports.os.replace", full)
    with pytest.raises(OutputError, match="No space left on device"):
        run(source, folder)
    monkeypatch.undo()
    assert list(decks_in(folder)) == ["a000.json"] and sorted(run(source, folder)[1]) == ["a001.json", "a002.json", REPORT]


def test_progress_tells_rate_and_time_left() -> None:
    """Of the last half minute, not of the start."""
    now, lines = [0.0], list[str]()
    progress = Progress(1000, lines.append, clock=lambda: now[0])
    for second in range(1, 101):
        now[0] = float(second)
        progress.step()
    assert lines[0] == "1/1,000 articles, 1.0 a second, 17 min left" and lines[-1] == "100/1,000 articles, 1.0 a second, 15 min left"


def test_cells_stay_cells() -> None:
    """No tab or line end, and nothing that a spreadsheet would work out."""
    assert [cell("a\tb\nc"), cell("=1+1"), cell("@x"), cell(3)] == ["a b c", "'=1+1", "'@x", "3"]


def test_the_summary_counts() -> None:
    """Articles, errors, cards, facts by type."""
    entries = (Entry(source="a", cards=2, facts=(("role", 1), ("meeting", 3)), seconds=1.5), Entry(source="b", error="is empty.", known=True))
    rows = dict(line.rsplit(maxsplit=1) for line in show_summary(entries))
    assert {key.strip(): value for key, value in rows.items()} == {
        "articles": "2", "from a former run": "1", "with errors": "1", "without a card": "0", "cards": "2", "skipped": "0", "facts": "4",
        "meeting": "3", "role": "1", "seconds of work": "1.5",
    }  # fmt: skip
