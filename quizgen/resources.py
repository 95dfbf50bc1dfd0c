"""Where templates/ lies: beside the package in a checkout, inside it in an installed wheel; a user's folder first. And his logo."""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from quizgen.errors import OutputError, QuizgenError

_PACKAGE = Path(__file__).parent
# The first bytes of each kind of picture that a browser shows; WebP has four bytes of length between its two marks.
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"RIFF": "webp", b"<svg": "svg+xml", b"<?xml": "svg+xml"}
MOST_BYTES = 1_000_000  # of a logo: it stands in every file that is written


def find_templates() -> Path:
    """The folder of the templates that came with quizgen. Raises QuizgenError if the installation lacks it."""
    for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates"):
        if (folder / "handout").is_dir():
            return folder
    raise QuizgenError("the templates are missing.", where=str(_PACKAGE / "templates"), todo="Reinstall quizgen.")


def render_template(name: str, own: Path | None, **values: Any) -> str:
    """The template `name` filled with `values`, each escaped for HTML. Raises QuizgenError for a template that is wrong."""
    try:
        return _environment(own).get_template(name).render(values)
    except TemplateError as error:
        raise _template_error(error, name, own) from error


def read_template(name: str, own: Path | None) -> str:
    """The words of the template `name`, not filled. Raises QuizgenError if it cannot be read."""
    env = _environment(own)
    assert env.loader is not None
    try:
        return env.loader.get_source(env, name)[0]
    except TemplateError as error:
        raise _template_error(error, name, own) from error


@cache
def _environment(own: Path | None) -> Environment:
    """Jinja2 with autoescape on; templates in `own` win over ours."""
    loaders: list[BaseLoader] = [FileSystemLoader(folder) for folder in (own, find_templates()) if folder is not None]
    return Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def _template_error(error: TemplateError, name: str, own: Path | None) -> QuizgenError:
    line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
    where = f"{own or find_templates()}/{name}{line}"
    return QuizgenError(f"the template is wrong: {error.message}.", where=where, todo="Mend it, or leave out --templates.")


def copy_templates(folder: Path) -> tuple[Path, ...]:
    """Copy our templates into `folder`, all or none; returns their paths.

    Raises OutputError if a file of that name is there, or if it cannot be written.
    """
    ours = find_templates()
    names = sorted(path.relative_to(ours) for path in ours.rglob("*") if path.is_file())
    there = next((folder / name for name in names if os.path.lexists(folder / name)), None)
    if there is not None:
        raise OutputError("is there already.", where=str(there), todo="Choose another folder; yours stays as it is.")
    new = next((parent for parent in (folder, *folder.parents)[::-1] if not parent.exists()), None)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:  # a full disk leaves no half of them behind
            copy = shutil.copytree(ours, Path(scratch) / "templates")
            shutil.copytree(copy, folder, dirs_exist_ok=True)
    except OSError as error:
        if new is not None:
            shutil.rmtree(new, ignore_errors=True)
        raise OutputError(f"cannot be written: {error.strerror or error}.", where=str(folder), todo="Choose another folder.") from error
    return tuple(folder / name for name in names)


def read_picture(path: Path) -> str:
    """The picture at `path` as a data: address. Raises QuizgenError for a file that is none, or too big."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except OSError as error:
        raise QuizgenError(f"cannot be read: {error.strerror or error}.", where=str(path), todo="Check the path.") from error
    kind = next((kind for mark, kind in _PICTURES.items() if data.lstrip().startswith(mark)), None)
    if kind is None:
        todo = f"Give a PNG, JPEG, GIF, WebP or SVG file of at most {MOST_BYTES // 1000} kB."
        raise QuizgenError("is no picture that can be printed.", where=str(path), todo=todo)
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
