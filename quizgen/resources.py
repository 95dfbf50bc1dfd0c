"""Where templates/ lies: beside the package in a checkout, inside it in an installed wheel; a user's folder first."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from quizgen.errors import QuizgenError

_PACKAGE = Path(__file__).parent


def find_templates() -> Path:
    """The folder of the templates that came with quizgen. Raises QuizgenError if the installation lacks it."""
    for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates"):
        if (folder / "handout.html").is_file():
            return folder
    raise QuizgenError("the templates are missing.", where=str(_PACKAGE / "templates"), todo="Reinstall quizgen.")


@cache
def environment(own: Path | None = None) -> Environment:
    """Jinja2 with autoescape on; templates in `own` win over ours."""
    folders = [FileSystemLoader(folder) for folder in (own, find_templates()) if folder is not None]
    return Environment(
        loader=ChoiceLoader(folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
