"""Deck -> tab-separated text with Anki's header lines: an import that leaves the learner's own field alone."""

from __future__ import annotations

import csv
import io

from quizgen.exports import Options
from quizgen.exports.notes import OWN, deck_name, guard, make_notes, type_name
from quizgen.langs import LanguagePack
from quizgen.model import Deck

SUFFIX = ".anki.txt"
SUMMARY = "text that Anki imports (File > Import), once it knows the note types of the .apkg"
# No column that a text of the article opens comes first: Anki takes a line that begins with # for a comment.
HEADER = ("#separator:tab", "#html:true", "#notetype column:1", "#deck column:2", "#tags column:3", "#guid column:4")


def export(deck: Deck, pack: LanguagePack, options: Options) -> bytes:
    """The notes as UTF-8 text, one to a line, every cell in quotes."""
    out = io.StringIO()
    out.write("".join(f"{line}\n" for line in HEADER))
    writer = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
    name = guard(deck_name(deck))
    for note in make_notes(deck, pack):
        texts = (guard(field) for field in note.fields[:-OWN])
        writer.writerow((type_name(note.kind), name, " ".join(note.tags), note.guid, *texts))
    return out.getvalue().encode("utf-8", "replace")
