"""Recorded analyses: what the models made of the examples, kept as data so that fast tests load no model.

`python -m tests.recording` records them again; a change of model then shows as a diff of tests/recorded/.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from quizgen.document import read_document
from quizgen.langs import find_packs, get_pack
from quizgen.model import Article, Document, Sentence, Span, Token

FOLDER = Path(__file__).parent / "recorded"
DATE = "2022-01-21"  # of every example: relative dates resolve against it


def example_files(code: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The pack's files of examples by the name of their rule."""
    folder = Path(__file__).parents[1] / "quizgen" / "langs" / code / "examples"
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}


def read_examples(code: str) -> dict[str, list[dict[str, Any]]]:
    """The pack's examples of all rules: tables `catch` and `refuse`."""
    files = example_files(code).values()
    return {table: [row for file in files for row in file.get(table, [])] for table in ("catch", "refuse")}


def make_article(text: str, code: str) -> Article:
    """An example as an article of its own."""
    return Article(id="example", lang=code, title="", text=text, date=DATE)


def analyse(text: str, code: str) -> list[dict[str, Any]]:
    """The real analysis of `text` as plain data: one table a sentence."""
    document = read_document(make_article(text, code), get_pack(code))
    return [
        {
            "first": s.first,
            "last": s.last,
            "tokens": [[t.text, t.span.start, t.lemma, t.pos, t.dep, t.head, "|".join(sorted(t.feats)), t.name] for t in document.words(s)],
        }
        for s in document.sentences
    ]


@cache
def recorded(code: str) -> dict[str, list[dict[str, Any]]]:
    """Every recorded analysis of a language by its text."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((FOLDER / code).glob("*.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found


def load_document(text: str, code: str) -> Document:
    """The document of a recorded text."""
    tables = recorded(code)[text]
    tokens: list[Token] = []
    sentences = []
    for table in tables:
        for word, start, lemma, pos, dep, head, feats, name in table["tokens"]:
            span = Span(start=start, end=start + len(word))
            tokens.append(
                Token(
                    i=len(tokens), span=span, text=word, lemma=lemma, pos=pos, dep=dep, head=head, feats=frozenset(feats.split("|")) - {""}, name=name
                )
            )
        span = Span(start=tokens[table["first"]].span.start, end=tokens[-1].span.end)
        sentences.append(Sentence(span=span, first=table["first"], last=table["last"], paragraph=0))
    return Document(article=make_article(text, code), tokens=tuple(tokens), sentences=tuple(sentences), model="recorded")


def main() -> None:
    for code in find_packs():
        (FOLDER / code).mkdir(parents=True, exist_ok=True)
        for rule, tables in example_files(code).items():
            texts = sorted({e["text"] for rows in tables.values() for e in rows})
            rows = ",\n".join(f"{json.dumps(t, ensure_ascii=False)}: {json.dumps(analyse(t, code), ensure_ascii=False)}" for t in texts)
            (FOLDER / code / f"{rule}.json").write_text(f"{{\n{rows}\n}}\n", "utf-8")


if __name__ == "__main__":
    main()
