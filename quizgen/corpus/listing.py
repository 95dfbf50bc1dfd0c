"""A folder or a list file -> the articles in it, with the folder that the results of each go to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from quizgen.articles.folder import is_deck
from quizgen.articles.kinds import list_suffixes
from quizgen.errors import ArticleError, OutputError


class Listed(NamedTuple):
    """An article of a corpus: `name` as it is told (relative to the corpus), where it lies, and the folder under the output it goes to."""

    name: str
    path: Path
    place: str


def list_corpus(source: str) -> list[Listed]:
    """The articles of a folder and of the folders in it, by name; or those that a list file names, one a line, in its order.

    Deck folders are left out, for a human decides there. Raises ArticleError if there is nothing.
    """
    found = _in_folder(Path(source)) if os.path.isdir(source) else _in_list(Path(source))
    if not found:
        raise ArticleError("holds no article.", where=source, todo=f"Articles are files with these endings: {', '.join(list_suffixes())}.")
    return found


def check_apart(source: str, folder: Path) -> None:
    """Raises OutputError if the results would fall among the articles, where the next run would take them for such."""
    top = Path(source).resolve()
    if top.is_dir() and (folder.resolve() == top or top in folder.resolve().parents):
        raise OutputError(f"lies inside of the articles’ folder “{source}”.", where=str(folder), todo="Choose another folder with -o.")


def _in_folder(top: Path) -> list[Listed]:
    def refuse(error: OSError) -> None:
        raise ArticleError(f"cannot be listed: {error.strerror}.", where=str(error.filename), todo="Check its permissions.") from error

    found = []
    suffixes = list_suffixes()
    for folder, folders, names in os.walk(top, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not is_deck(os.path.join(folder, name)))
        place = Path(folder).relative_to(top)
        for name in sorted(names):
            if name.lower().endswith(suffixes) and not name.startswith("."):
                found.append(Listed((place / name).as_posix(), Path(folder) / name, place.as_posix()))
    return found


def _in_list(path: Path) -> list[Listed]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise ArticleError("there is no such folder or list.", where=str(path), todo="Check the path.") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise ArticleError(f"cannot be read: {reason}.", where=str(path), todo="A list is a text file with one path a line.") from error
    names = (line.strip() for line in lines)
    return [Listed(name, path.parent / name, ".") for name in dict.fromkeys(names) if name and not name.startswith("#")]
