"""Where templates/ lies: beside the package in a checkout, inside it in an installed wheel; a user's folder first."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from quizgen.errors import QuizgenError

_PACKAGE = Path(__file__).parent


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
