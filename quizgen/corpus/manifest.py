"""What is done already: one line of JSON for each article in manifest.jsonl, written when its files are in place.

A line that a crash cut off is dropped, and its article done again; whatever else is wrong in the file is an error, for a
guess would do thousands of articles again, or leave some out.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from quizgen.errors import DeckError, OutputError
from quizgen.exports import write_files

if TYPE_CHECKING:
    from quizgen.corpus.tasks import Task

MANIFEST = "manifest.jsonl"
SCHEMA = {"schema": "quizgen/manifest@1"}
FRESH = "Delete the file to make everything again; the decks that are there stay until then."


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One article: what it gave. `key` stands for its content and for how it was made; `facts` counts them by type."""

    source: str
    key: str = ""
    slug: str = ""
    files: tuple[str, ...] = ()
    cards: int = 0
    facts: tuple[tuple[str, int], ...] = ()
    skipped: int = 0
    seconds: float = 0.0
    error: str = ""
    known: bool = False  # from a former run


class Manifest:
    """The manifest of an output folder, open for a run. Raises DeckError if it is damaged, OutputError if it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / MANIFEST
        self.entries = read_manifest(self.path)
        self._file: IO[str] | None = None

    def __enter__(self) -> Manifest:
        self._rewrite()
        try:
            self._file = self.path.open("a", encoding="utf-8")
        except OSError as error:
            raise self._unwritable(error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._file:
            self._file.close()
        if kind is None:
            self._rewrite()  # one line for each article, in the order of their names

    def find(self, task: Task) -> Entry | None:
        """The entry of an article that was made from the same bytes in the same way, and whose files are there."""
        entry = self.entries.get(task.name)
        if entry is None or entry.key != task.key or not all((self.folder / name).is_file() for name in entry.files):
            return None
        return replace(entry, known=True)

    def add(self, entry: Entry) -> None:
        """One article is done: its line is on the disk when this returns."""
        assert self._file is not None
        self.entries[entry.source] = entry
        try:
            self._file.write(write_line(entry))
            self._file.flush()
        except OSError as error:
            raise self._unwritable(error) from error

    def _rewrite(self) -> None:
        lines = [json.dumps(SCHEMA) + "\n", *(write_line(self.entries[name]) for name in sorted(self.entries))]
        write_files(self.folder, {MANIFEST: "".join(lines).encode()})

    def _unwritable(self, error: OSError) -> OutputError:
        todo = "Make room or choose another folder with -o, and run the same command again: what is done is not done again."
        return OutputError(f"cannot be written: {error.strerror or error}.", where=str(self.path), todo=todo)


def write_line(entry: Entry) -> str:
    """An entry as a line of JSON."""
    data = {**asdict(entry), "facts": dict(entry.facts), "seconds": round(entry.seconds, 3)}
    del data["known"]
    return json.dumps(data, ensure_ascii=False) + "\n"


def read_manifest(path: Path) -> dict[str, Entry]:
    """The entries of the file at `path` by source; none if there is no file. Raises DeckError where it is damaged."""
    try:
        lines = path.read_bytes().decode().split("\n") if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise DeckError(f"cannot be read: {reason}.", where=str(path), todo=FRESH) from error
    if lines and lines[0] != json.dumps(SCHEMA):
        raise DeckError("is no manifest of this version of quizgen.", where=str(path), todo=FRESH)
    entries = {}
    for number, line in enumerate(lines[1:-1], start=2):  # the last piece follows the last line end: empty, or cut off
        entry = _read_line(line, where=f"{path}, line {number}")
        entries[entry.source] = entry
    return entries


def _read_line(line: str, where: str) -> Entry:
    try:
        data: dict[str, Any] = json.loads(line)
        if set(data) != {field.name for field in fields(Entry)} - {"known"}:
            raise ValueError("other keys")
        return Entry(**{**data, "files": tuple(data["files"]), "facts": tuple(data["facts"].items())})
    except (ValueError, TypeError, AttributeError) as error:
        raise DeckError("this line of the manifest is damaged.", where=where, todo=FRESH) from error
