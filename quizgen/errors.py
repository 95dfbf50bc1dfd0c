"""The errors that a user may meet: each says what went wrong, where, and what to do next."""

from __future__ import annotations


class QuizgenError(Exception):
    """Something could not be done.

    `what` is one sentence, `where` a file, line or name ("" if there is none), `todo` what the user can do next.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(self.__str__())

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}{' ' + self.todo if self.todo else ''}"


class ArticleError(QuizgenError):
    """The article cannot be read, or gives nothing."""


class ModelError(QuizgenError):
    """A language model is missing or damaged."""


class OutputError(QuizgenError):
    """The result cannot be written."""


class ClusterError(QuizgenError):
    """The machines that were to do the work are not there, or are not fit for it."""


class DeckError(QuizgenError):
    """A deck folder is wrong, or cannot be made."""


class PackError(QuizgenError):
    """A language pack's data file is wrong."""
