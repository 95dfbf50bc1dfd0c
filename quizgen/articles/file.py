"""A file -> RawArticle. Only regular files are opened, and never more of them than the limit."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from quizgen.articles.kinds import Content, RawArticle, read_content
from quizgen.articles.limits import MAX_BYTES, check_bytes
from quizgen.errors import ArticleError


def accepts(source: str) -> bool:
    """Everything that is neither standard input, an address nor a folder."""
    return source != "-" and "://" not in source and not os.path.isdir(source)


def read_raw(source: str) -> RawArticle:
    """Read the file at `source`; « book.epub#2 » names a part of it. Raises ArticleError if it is missing, too large, or no article."""
    path, part = split_part(source)
    return read_content(
        Content(data=read_bytes(path), where=source, slug=path.stem, suffix=path.suffix.lower(), part=part),
    )


def split_part(source: str) -> tuple[Path, int]:
    """(path, number of the part, 0 if none is named)."""
    name, _, part = source.rpartition("#")
    if name and part.isascii() and part.isdigit() and not os.path.exists(source):
        return Path(name), int(part[:9])
    return Path(source), 0


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file. Raises ArticleError for what is missing, locked or too large, for pipes and devices."""
    where = str(path)
    if not where.strip(".") or not os.path.exists(path):  # an empty name is the path « . »
        raise ArticleError("there is no such file.", where=where, todo="Check the path.")
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise ArticleError("is a pipe or a device, not a file.", where=where, todo="Send it to standard input and give -.")
        check_bytes(status.st_size, where)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}.", where=where, todo="Check its permissions.") from error
    check_bytes(len(data), where)
    return data
