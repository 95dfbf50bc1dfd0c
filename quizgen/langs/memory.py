"""A function of a word of the article -> the same function, which works out each answer once for an article.

Rules ask for the same phrases again and again. What has been found out is kept with the document (or the reading, as soon as
its links are made), goes with it, and is shared by all rules; so a rule may ask freely.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, Protocol, TypeVar

from quizgen.model import Token


class Remembering(Protocol):
    """A document or a reading."""

    @property
    def memory(self) -> dict[Any, Any] | None:
        """What has been found out; None while that may still change."""


T = TypeVar("T", bound=Remembering)
R = TypeVar("R")
P = ParamSpec("P")


class Raised(NamedTuple):
    """An exception that was raised: its kind and its words, never its traceback, which holds the article."""

    kind: type[Exception]
    words: tuple[Any, ...]


NOTHING = object()


def remember(function: Callable[Concatenate[T, Token, P], R]) -> Callable[Concatenate[T, Token, P], R]:
    """`function` of a document or reading, a token of it, and plain values (words, numbers; they are hashed each time).

    It must depend on these alone, and return what nobody changes. An exception is remembered as well, and raised anew.
    """

    @wraps(function)
    def recall(text: T, token: Token, /, *more: P.args, **named: P.kwargs) -> R:
        memory = text.memory
        if memory is None:
            return function(text, token, *more, **named)
        key = (function, token.i, more, *named.items()) if named else (function, token.i, more)
        found = memory.get(key, NOTHING)
        if found is NOTHING:
            try:
                found = function(text, token, *more, **named)
            except Exception as error:
                memory[key] = Raised(type(error), error.args)
                raise
            memory[key] = found
        elif type(found) is Raised:
            raise found.kind(*found.words)
        return found  # type: ignore[no-any-return]

    return recall


def once(function: Callable[[T], R]) -> Callable[[T], R]:
    """`function` of a whole document or reading, worked out once for it."""

    @wraps(function)
    def recall(text: T, /) -> R:
        memory = text.memory
        if memory is None:
            return function(text)
        if function not in memory:
            memory[function] = function(text)
        return memory[function]  # type: ignore[no-any-return]

    return recall
