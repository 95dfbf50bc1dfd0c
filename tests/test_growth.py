"""Work grows with the length of an article, not with its square: counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from quizgen.cards import write_cards
from quizgen.facts import extract_facts
from quizgen.langs import find_packs, get_pack
from quizgen.model import Document, Sentence, Span, Token
from tests.recording import load_document, make_article, read_examples

# Times the work for a token in an article sixteen times as long. One rule that goes through all the text from its few sentences adds a fifth.
MOST_CALLS, MOST_SEEN = 1.3, 1.15
STEP = 16


class Counted(tuple[Token, ...]):
    """Tokens that count how many of them are gone through."""

    seen = 0

    def __iter__(self) -> Iterator[Token]:
        Counted.seen += len(self)
        return super().__iter__()

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        Counted.seen += len(found) if isinstance(key, slice) else 0
        return found


def join(documents: Sequence[Document], lang: str) -> Document:
    """One article of all the sentences of `documents`."""
    text = "\n\n".join(document.article.text for document in documents)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    start = 0
    for number, document in enumerate(documents):
        base = len(tokens)

        def move(span: Span, start: int = start) -> Span:
            return Span(start=span.start + start, end=span.end + start)

        tokens += (replace(t, i=t.i + base, head=t.head + base, span=move(t.span)) for t in document.tokens)
        sentences += (replace(s, span=move(s.span), first=s.first + base, last=s.last + base, paragraph=number) for s in document.sentences)
        start += len(document.article.text) + 2
    return Document(article=make_article(text, lang), tokens=Counted(tokens), sentences=tuple(sentences), model="")


def count_work(document: Document, lang: str) -> tuple[float, float]:
    """(calls, tokens gone through) per token, for the facts and cards of `document`."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    pack = get_pack(lang)
    Counted.seen = 0
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        facts, _ = extract_facts(document, pack)
        write_cards(document, facts, pack)
    finally:
        sys.setprofile(before)
    return calls / len(document.tokens), Counted.seen / len(document.tokens)


@pytest.mark.parametrize("lang", sorted(find_packs()))
def test_work_grows_with_the_length(lang: str) -> None:
    """The sentences of all examples in one article, against every sixteenth of them."""
    texts = list(dict.fromkeys(example["text"] for rows in read_examples(lang).values() for example in rows))
    documents = [load_document(text, lang) for text in texts]
    count_work(join(documents[:20], lang), lang)  # word tables are read once
    short, long = (count_work(join(documents[::step], lang), lang) for step in (STEP, 1))
    assert long[0] < MOST_CALLS * short[0], f"calls per token: {short[0]:.0f}, in a longer article {long[0]:.0f}"
    assert long[1] < MOST_SEEN * short[1], f"tokens gone through per token: {short[1]:.0f}, in a longer article {long[1]:.0f}"
