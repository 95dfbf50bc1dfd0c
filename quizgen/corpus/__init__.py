"""A folder or a list of articles -> decks in a folder, a manifest of what is done, and a report.

The articles stream: few are in memory at a time. What the manifest knows by its content is not done again, so a run that was
broken off goes on where it stopped. Who does the work (this process, several, a cluster) changes no byte of the decks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from quizgen.corpus.listing import Listed, check_apart, list_corpus
from quizgen.corpus.manifest import Entry, Manifest
from quizgen.corpus.progress import Progress
from quizgen.corpus.report import show_summary, write_report
from quizgen.corpus.tasks import Done, Task, make_key, read_task
from quizgen.corpus.teams import Team, find_team
from quizgen.errors import OutputError
from quizgen.exports import default_formats, write_files
from quizgen.pipeline import Settings

TASKS_AT_ONCE = 16  # articles handed to a worker together, so that their words go through the models together
BYTES_AT_ONCE = 60_000  # ... unless they are long


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is wanted of a corpus: from where, to where, in which formats, by whom."""

    source: str
    folder: Path
    settings: Settings
    formats: tuple[str, ...] = ()
    jobs: int = 1
    scheduler: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a run came to: every article's entry in the order of the corpus, how many were done now, and the report's path."""

    entries: tuple[Entry, ...]
    done_now: int
    gone: tuple[str, ...]  # sources of former runs that are no longer in the corpus
    report: Path

    @property
    def failed(self) -> tuple[Entry, ...]:
        """The entries of the articles that gave an error."""
        return tuple(entry for entry in self.entries if entry.error)


def run_corpus(order: Order, written: Callable[[Path], None], tell: Callable[[str], None]) -> Outcome:
    """Make the decks of a corpus; `written` hears each path, `tell` how far it is.

    One bad article is an entry with its error. Raises QuizgenError for what spoils the whole: no corpus, a damaged manifest, no
    room, no cluster; what was done until then, or until the user broke it off, stays and is not done again.
    """
    check_apart(order.source, order.folder)
    listed = list_corpus(order.source)
    formats = order.formats or default_formats()
    key = make_key(formats, order.settings)
    with Manifest(order.folder) as manifest, find_team(order.jobs, order.scheduler) as team:
        run = Run(order, formats, key, manifest, Progress(len(listed), tell), written)
        try:
            run.go(listed, team)
        except BaseException:
            with suppress(OutputError):  # what broke the run is the one message
                write_report(order.folder, run.entries)
            raise
        report = write_report(order.folder, run.entries)
        gone = tuple(sorted(set(manifest.entries) - {one.name for one in listed}))
    written(report)
    return Outcome(entries=tuple(run.entries), done_now=run.progress.done - run.known, gone=gone, report=report)


class Run:
    """One run over a corpus: hands out what is to be done, takes in what comes back, in the order of the corpus."""

    def __init__(
        self, order: Order, formats: tuple[str, ...], key: str, manifest: Manifest, progress: Progress, written: Callable[[Path], None]
    ) -> None:
        self.order, self.formats, self.key = order, formats, key
        self.manifest, self.progress, self.written = manifest, progress, written
        self.entries: list[Entry] = []
        self.owners: dict[str, str] = {}  # path of a deck without its suffix -> its source
        self.known = 0

    def go(self, listed: list[Listed], team: Team) -> None:
        """All of the corpus, article by article."""
        for results in team.work(self.bundles(listed)):
            for result in results:
                self.take(result if isinstance(result, Entry) else self.keep(result))

    def bundles(self, listed: list[Listed]) -> Iterator[tuple[Task | Entry, ...]]:
        """What is to be done, in handfuls; an entry stands for what needs no work."""
        bundle: list[Task | Entry] = []
        size = 0
        for one in listed:
            task = read_task(one, self.formats, self.order.settings, self.key)
            if isinstance(task, Task):
                known = self.manifest.find(task)
                task, size = (known, size) if known else (task, size + len(task.content.data))
            bundle.append(task)
            if len(bundle) >= TASKS_AT_ONCE or size > BYTES_AT_ONCE:
                yield tuple(bundle)
                bundle, size = [], 0
        if bundle:
            yield tuple(bundle)

    def take(self, entry: Entry) -> None:
        """One article more."""
        self.known += entry.known
        self.entries.append(entry)
        if entry.slug:
            self.owners.setdefault(entry.slug, entry.source)
        self.progress.step()

    def keep(self, done: Done) -> Entry:
        """Write the files of an article, then its line in the manifest: never the line without the files. Raises OutputError."""
        start = monotonic()
        slug = str(Path(done.place) / done.slug) if done.files else ""
        other = self.owners.get(slug, done.task_name) if slug else done.task_name
        if other != done.task_name:
            return done.entry(error=f"its results would have the names of those of “{other}”; rename one.")
        paths = write_files(self.order.folder / done.place, dict(done.files)) if done.files else ()
        for path in paths:
            self.written(path)
        names = tuple(path.relative_to(self.order.folder).as_posix() for path in paths)
        entry = done.entry(files=names, slug=slug, seconds=done.seconds + monotonic() - start)
        if done.lasting:
            self.manifest.add(entry)
        return entry


__all__ = ["Order", "Outcome", "run_corpus", "show_summary"]
