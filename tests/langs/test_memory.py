"""What is worked out once for an article, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.facts.coreference import resolve_pointers
from quizgen.facts.entities import link_names
from quizgen.langs import get_pack
from quizgen.langs.memory import Remembering, once, remember
from quizgen.model import Token
from tests.recording import load_document

TEXT = "La Norvège enverra deux frégates en mer du Nord."


class Counted:
    """A function of a word that counts how often it is really called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, text: Remembering, token: Token, *more: str, loud: bool = False) -> str:
        self.calls += 1
        if token.pos == "PUNCT":
            raise ValueError("no word", token.text)
        return token.text.upper() if loud else " ".join((token.text, *more))


def counted() -> tuple[Counted, object]:
    function = Counted()
    function.__name__ = function.__qualname__ = "counted"  # type: ignore[attr-defined]
    return function, remember(function)


def test_an_answer_is_worked_out_once_for_its_question() -> None:
    """The same word and values: once; another word, another value, another document: anew."""
    document = load_document(TEXT, "fr")
    function, recall = counted()
    answers = [recall(document, document.tokens[1], "a") for _ in range(3)]
    assert answers == ["Norvège a"] * 3 and function.calls == 1
    assert recall(document, document.tokens[1], "b") == "Norvège b"
    assert recall(document, document.tokens[1], loud=True) == "NORVÈGE"
    assert recall(document, document.tokens[2]) == "enverra" and function.calls == 4
    assert recall(replace(document), document.tokens[2]) == "enverra" and function.calls == 5


def test_a_refusal_is_remembered_and_raised_anew() -> None:
    """The same kind and words, but another exception: a remembered one would hold on to the article through its traceback."""
    document = load_document(TEXT, "fr")
    function, recall = counted()
    raised = []
    for _ in range(3):
        with pytest.raises(ValueError, match="no word") as caught:
            recall(document, document.tokens[-1])
        raised.append(caught.value)
    assert function.calls == 1 and {error.args for error in raised} == {("no word", ".")} and len(set(map(id, raised))) == 3


def test_nothing_is_kept_while_links_are_made() -> None:
    """A reading remembers only when its pointers are resolved: before, an answer may still change."""
    pack, document = get_pack("fr"), load_document(TEXT, "fr")
    growing = link_names(document, pack)
    function, recall = counted()
    for _ in range(2):
        recall(growing, document.tokens[1])
    assert growing.memory is None and function.calls == 2
    settled = resolve_pointers(growing, pack)
    for _ in range(2):
        recall(settled, document.tokens[1])
    assert settled.memory and function.calls == 3


def test_what_holds_for_a_whole_document_is_worked_out_once() -> None:
    """Once for each document."""
    document, calls = load_document(TEXT, "fr"), []

    @once
    def length(text: Remembering) -> int:
        calls.append(text)
        return len(document.tokens)

    assert [length(document) for _ in range(3)] == [len(document.tokens)] * 3 and len(calls) == 1
    length(replace(document))
    assert len(calls) == 2
