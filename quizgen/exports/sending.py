"""Notes -> a running Anki, through the local HTTP interface of its add-on AnkiConnect (protocol version 6).

New notes go in as a package, so that they get the GUIDs that the .apkg gives them; notes that Anki has are changed field by
field, which leaves the learner's own field and his reviews alone.
"""

from __future__ import annotations

import base64
import json
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.errors import QuizgenError
from quizgen.exports.notes import Note, type_name

VERSION = 6
ADDRESS = "http://127.0.0.1:8765"  # where AnkiConnect listens unless told otherwise
TIMEOUT = 120  # seconds: Anki answers when it has done the work, and an import of thousands of notes takes some
MOST_BYTES = 200_000_000  # of an answer; ten thousand notes have about twenty million
CHUNK = 200  # notes in one request
PACKAGE = "_quizgen.apkg"  # in Anki's media folder for a moment; an underscore keeps it out of the check for unused media
TREE = "quizgen::"  # tags that are ours to remove


@dataclass(frozen=True, kw_only=True)
class Sent:
    """The ids of the cards added, updated, and left as they were."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AnkiConnect:
    """Where Anki listens, and the key if its add-on asks for one."""

    address: str = ADDRESS
    key: str = ""

    def ask(self, action: str, **params: Any) -> Any:
        """The result of `action`. Raises QuizgenError if Anki does not run, or answers with an error."""
        try:
            answer = json.loads(self._post(json.dumps(self.request(action, params)).encode()))
            error, result = answer["error"], answer["result"]
        except (ValueError, KeyError, TypeError) as wrong:
            raise QuizgenError("what answers there is not AnkiConnect.", where=self.address, todo="Check the address.") from wrong
        if error:
            raise QuizgenError(f"Anki says: {error} (asked for {action}).", where=self.address, todo=self._advice(str(error)))
        return result

    def request(self, action: str, params: Mapping[str, Any]) -> dict[str, Any]:
        """One request of the protocol, as data."""
        return {"action": action, "version": VERSION, "params": params, **({"key": self.key} if self.key else {})}

    def ask_all(self, steps: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
        """Do several actions in one request. Raises QuizgenError for the first that failed."""
        for answer in self.ask("multi", actions=[self.request(action, params) for action, params in steps]):
            if isinstance(answer, dict) and answer.get("error"):
                raise QuizgenError(f"Anki says: {answer['error']}.", where=self.address, todo=self._advice(str(answer["error"])))

    def _advice(self, error: str) -> str:
        return "Give the add-on's key with --key." if "api key" in error else "Mend that in Anki and send again; nothing is sent twice."

    def _post(self, body: bytes) -> bytes:
        """The answer to `body`; straight to the address, past any proxy."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            request = urllib.request.Request(self.address, body, {"Content-Type": "application/json"})
            with opener.open(request, timeout=TIMEOUT) as reply:
                return bytes(reply.read(MOST_BYTES))
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            todo = "Start Anki with the add-on AnkiConnect (code 2055492159), or name its address with --address."
            raise QuizgenError(f"Anki does not answer ({reason}).", where=self.address, todo=todo) from error


def send_notes(notes: Sequence[Note], pack_notes: Callable[[Sequence[Note]], bytes], anki: AnkiConnect) -> Sent:
    """Add those of `notes` that Anki lacks, change those that differ. Raises QuizgenError if it cannot.

    `pack_notes` makes the package of some of the notes.
    """
    anki.ask("version")
    known = find_known(notes, anki)
    new = [note for note in notes if note.id not in known]
    if new:
        import_package(pack_notes(new), anki)
    changes = {note.id: list(find_changes(note, known[note.id])) for note in notes if note.id in known}
    for chunk in in_chunks([step for steps in changes.values() for step in steps]):
        anki.ask_all(chunk)
    return Sent(
        added=tuple(note.id for note in new),
        updated=tuple(id for id, steps in changes.items() if steps),
        unchanged=tuple(id for id, steps in changes.items() if not steps),
    )


def in_chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """`items`, CHUNK at a time."""
    return (items[n : n + CHUNK] for n in range(0, len(items), CHUNK))


def find_known(notes: Sequence[Note], anki: AnkiConnect) -> dict[str, Mapping[str, Any]]:
    """What Anki holds of `notes`, by card id; of two notes with one id (a copy made by hand) the older."""
    known: dict[str, Mapping[str, Any]] = {}
    for chunk in in_chunks(notes):
        ids = "|".join(note.id for note in chunk)
        found = anki.ask("findNotes", query=f'"Id:re:^({ids})$"')
        for info in anki.ask("notesInfo", notes=sorted(found)) if found else ():
            if info and info.get("modelName") in {type_name(note.kind) for note in chunk}:
                known.setdefault(info["fields"]["Id"]["value"], info)
    return known


def import_package(data: bytes, anki: AnkiConnect) -> None:
    """Give Anki a package: through its media folder, since it may run where our files are not."""
    name = anki.ask("storeMediaFile", filename=PACKAGE, data=base64.b64encode(data).decode())
    try:
        anki.ask("importPackage", path=name)
    finally:
        anki.ask("deleteMediaFile", filename=name)


def find_changes(note: Note, info: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The actions that bring the note of `info` up to date: our fields and our tags alone."""
    here = {name: field["value"] for name, field in info["fields"].items()}
    fields = {name: text for name, text in note.named.items() if name in here and unicodedata.normalize("NFC", text) != here[name]}
    if fields:
        yield "updateNoteFields", {"note": {"id": info["noteId"], "fields": fields}}
    lacking = [tag for tag in note.tags if tag not in info["tags"]]
    outdated = [tag for tag in info["tags"] if tag.startswith(TREE) and tag not in note.tags]
    if lacking:
        yield "addTags", {"notes": [info["noteId"]], "tags": " ".join(lacking)}
    if outdated:
        yield "removeTags", {"notes": [info["noteId"]], "tags": " ".join(outdated)}
