"""A small AnkiConnect: the actions of its published protocol (version 6), done by Anki's own code on a real collection."""

from __future__ import annotations

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


class AnkiServer:
    """Listens on a free port of this machine; `calls` are the actions asked for, in order."""

    def __init__(self, collection: Collection, key: str = "") -> None:
        self.collection, self.key = collection, key
        self.calls: list[str] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                body = json.dumps(server.answer(request)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The reply to one request: {result, error}."""
        self.calls.append(request["action"])
        try:
            assert request["version"] == 6
            if self.key and request.get("key") != self.key:
                raise ValueError("valid api key must be provided")
            action = getattr(self, request["action"], None)
            if action is None:
                raise ValueError("unsupported action")
            return {"result": action(**request.get("params", {})), "error": None}
        except Exception as error:
            return {"result": None, "error": str(error)}

    def version(self) -> int:
        return 6

    def multi(self, actions: list[dict[str, Any]]) -> list[Any]:
        return [self.answer(action) for action in actions]

    def findNotes(self, query: str) -> list[int]:
        return list(self.collection.find_notes(query))

    def notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:
        return [self.info(note) for note in notes]

    def info(self, number: int) -> dict[str, Any]:
        note = self.collection.get_note(number)  # type: ignore[arg-type]
        fields = {name: {"value": value, "order": order} for order, (name, value) in enumerate(note.items())}
        return {"noteId": number, "modelName": note.note_type()["name"], "tags": note.tags, "fields": fields, "cards": list(note.card_ids())}  # type: ignore[index]

    def updateNoteFields(self, note: dict[str, Any]) -> None:
        found = self.collection.get_note(note["id"])
        for name, value in note["fields"].items():
            found[name] = value
        self.collection.update_note(found)

    def addTags(self, notes: list[int], tags: str) -> None:
        self.collection.tags.bulk_add(notes, tags)  # type: ignore[arg-type]

    def removeTags(self, notes: list[int], tags: str) -> None:
        self.collection.tags.bulk_remove(notes, tags)  # type: ignore[arg-type]

    def storeMediaFile(self, filename: str, data: str) -> str:
        return self.collection.media.write_data(filename, base64.b64decode(data))

    def deleteMediaFile(self, filename: str) -> None:
        self.collection.media.trash_files([filename])

    def importPackage(self, path: str) -> bool:
        whole = str(Path(self.collection.media.dir()) / path)
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=whole, options=options))
        return True

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()
