"""Stage 6 of 6: Deck -> bytes. One module per format, found and not listed: to_*.py.

Each has SUFFIX, SUMMARY and `export`, DEFAULT if it is wanted unasked, `export_more` if it has further files (by their suffix),
and `send` if it can hand a deck to a running program.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import tempfile
from dataclasses import dataclass
from errno import EISDIR
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from quizgen.errors import OutputError, QuizgenError
from quizgen.langs import LanguagePack
from quizgen.model import Deck

PREFIX = "to_"
KEYS = ("end", "apart", "none")
VARIANTS = ("standard", "large", "dyslexia")
PAPERS = ("a4", "letter")
MOST_VERSIONS = 26  # one for each letter


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the user chose for the exports.

    `templates` is a folder of his own templates; `key` is end (of the file), apart (a file of its own) or none; `logo` is a
    picture as a data: address.
    """

    seed: int = 0
    handout_cards: int = 20
    templates: Path | None = None
    versions: int = 1
    duplex: bool = False
    key: str = KEYS[0]
    variant: str = VARIANTS[0]
    paper: str = PAPERS[0]
    columns: int = 1
    ink_saving: bool = False
    school: str = ""
    logo: str = ""

    def __post_init__(self) -> None:
        if self.columns > 1 and self.variant != VARIANTS[0]:
            raise ValueError(f"the variant “{self.variant}” has one column: its lines would be too short in two")


@cache
def find_formats() -> dict[str, ModuleType]:
    """The exporters by the name of their format, in alphabetical order."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith(PREFIX))
    return {name.removeprefix(PREFIX).replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in names}


def get_format(name: str) -> ModuleType:
    """The exporter of `name`. Raises QuizgenError with the installed ones if there is none."""
    formats = find_formats()
    if name not in formats:
        raise QuizgenError(f"there is no format “{name}”.", todo=f"Installed: {', '.join(formats)} (see `quizgen formats`).")
    return formats[name]


def default_formats() -> tuple[str, ...]:
    """The formats written when none is named."""
    return tuple(name for name, module in find_formats().items() if getattr(module, "DEFAULT", False))


def export_deck(deck: Deck, pack: LanguagePack, names: tuple[str, ...], folder: Path, options: Options) -> tuple[Path, ...]:
    """Write `deck` in the formats `names` into `folder`; all of the files or none. Returns their paths.

    Raises OutputError if the folder cannot be written.
    """
    return write_files(folder, pack_deck(deck, pack, names, options))


def pack_deck(deck: Deck, pack: LanguagePack, names: tuple[str, ...], options: Options) -> dict[str, bytes]:
    """The files of `deck` in the formats `names`: file name -> bytes."""
    contents: dict[str, bytes] = {}
    for module in map(get_format, dict.fromkeys(names)):
        contents[f"{deck.slug}{module.SUFFIX}"] = module.export(deck, pack, options)
        if hasattr(module, "export_more"):
            contents |= {f"{deck.slug}{suffix}": data for suffix, data in module.export_more(deck, pack, options).items()}
    return contents


def send_deck(deck: Deck, pack: LanguagePack, options: Options, target: object) -> Any:
    """Hand `deck` to a running program through the one format that can. Raises QuizgenError if it fails."""
    sender = next(module for module in find_formats().values() if hasattr(module, "send"))
    return sender.send(deck, pack, options, target)


def write_files(folder: Path, contents: dict[str, bytes]) -> tuple[Path, ...]:
    """Write `contents` by name into `folder`: to temporary files first, put in place together at the end.

    Raises OutputError if that fails. Then, or if the user breaks it off, nothing new is left behind.
    """
    staged: list[tuple[str, Path]] = []
    made: list[Path] = []
    try:
        made = [p for p in (folder, *folder.parents) if not p.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, f"{name} is a folder there")
            staged.append((_write_temporary(folder, name, data), folder / name))
        for temporary, path in staged:
            os.replace(temporary, path)
    except BaseException as error:
        for temporary, _ in staged:
            Path(temporary).unlink(missing_ok=True)
        _remove_empty(made)
        if not isinstance(error, OSError):
            raise
        raise OutputError(f"cannot be written: {error.strerror or error}.", where=str(folder), todo="Choose another folder with -o.") from error
    return tuple(path for _, path in staged)


def _write_temporary(folder: Path, name: str, data: bytes) -> str:
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return
