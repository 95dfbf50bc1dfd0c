"""Bytes -> RawArticle: one module per kind of file. The kind is found in the bytes; the name of the file only helps where they leave a doubt.

Each module says what it `recognises` and gives `read`; libraries are imported there, when such a file comes.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType

from quizgen.articles.limits import check_bytes
from quizgen.errors import ArticleError

FALLBACK = "plain"  # whatever no other kind recognises is text, or an error


@dataclass(frozen=True, kw_only=True)
class Content:
    """The bytes of a source. `where` is said in messages; `slug` names the results; `suffix` is lower-case with its dot, or empty;
    `declared` is the encoding that the sender named, `part` the number of the chapter wanted (0 if none was named)."""

    data: bytes
    where: str
    slug: str = ""
    suffix: str = ""
    declared: str = ""
    part: int = 0


@dataclass(frozen=True, kw_only=True)
class RawArticle:
    """Text as found (blank lines between paragraphs), where it was found, and what the file says about it:
    title, date, lang, publisher, authors, source, licence, updated, id. `left_out` are lines that its layout shows to be no text."""

    text: str
    where: str
    slug: str
    fields: dict[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


@cache
def find_kinds() -> dict[str, ModuleType]:
    """The modules of this folder by name, the fallback last."""
    names = sorted((m.name for m in pkgutil.iter_modules(__path__)), key=lambda name: (name == FALLBACK, name))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


def list_suffixes() -> tuple[str, ...]:
    """The suffixes of the files that a folder is searched for, in alphabetical order."""
    return tuple(sorted({suffix for kind in find_kinds().values() for suffix in kind.SUFFIXES}))


def read_content(content: Content) -> RawArticle:
    """The article in `content`, of whatever kind. Raises ArticleError."""
    check_bytes(len(content.data), content.where)
    kind = next(kind for kind in find_kinds().values() if kind.recognises(content))
    try:
        raw: RawArticle = kind.read(content)
    except ArticleError:
        raise
    except (Exception, RecursionError, MemoryError) as error:  # whatever a damaged file makes a library raise
        raise ArticleError(f"is damaged: as {kind.NAME} it cannot be read ({_say(error)}).", where=content.where, todo=kind.TODO) from error
    return raw


def _say(error: BaseException) -> str:
    """The first line of what a library said, short."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(".")[:100]
