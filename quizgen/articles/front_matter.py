"""The head of a text file -> its fields (title, date, lang, source, …): YAML between --- lines, TOML between +++ lines."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from quizgen.errors import ArticleError

_BLOCK = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.S | re.M)
_OPENED = re.compile(r"\A(?:---[ \t]*\n[A-Za-z_-]+[ \t]*:|\+\+\+[ \t]*\n[A-Za-z_-]+[ \t]*=)")
_FIELD = re.compile(r"([A-Za-z_-]+)\s*:\s*(.*)")
LONGEST = 20_000  # characters; ten fields have five hundred
# What other programs call the same thing.
SYNONYMS = {"author": "authors", "auteur": "authors", "language": "lang", "url": "source", "license": "licence", "site": "publisher", "slug": "id"}


def split_front_matter(text: str, where: str) -> tuple[dict[str, str], str]:
    """(fields, the text after them). Raises ArticleError, with the line, for a head that is neither YAML nor TOML."""
    match = _BLOCK.match(text)
    if match is None:
        if _OPENED.match(text):
            raise ArticleError(f"the front matter has no closing line “{text[:3]}”.", where=f"{where}:1", todo="Add it after the last field.")
        return {}, text
    mark, block = match.groups()
    if len(block) > LONGEST:
        raise ArticleError(f"the front matter has more than {LONGEST:,} characters.", where=f"{where}:1", todo="Close it after the last field.")
    read = _read_toml if mark == "+++" else _read_yaml
    fields = {key.lower(): _say(value) for key, value in read(block, where).items()}
    return {SYNONYMS.get(key, key): value for key, value in fields.items()}, text[match.end() :]


def _say(value: Any) -> str:
    """A value as text: lists are joined by commas, dates are in ISO form, nested fields are left out."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_say, value)))
    return "" if value is None or isinstance(value, dict) else str(value)


def _read_toml(block: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArticleError(f"the front matter is not TOML ({error}).", where=where, todo="Mend it, or use “key: value” between --- lines.") from error


def _read_yaml(block: str, where: str) -> dict[str, Any]:
    """YAML with all values as text; where it is none (« title: Lac : l’été »), plain « key: value » lines."""
    import yaml  # 30 ms, for files with front matter alone

    try:
        fields = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return dict(_read_lines(block, where))
    return fields if isinstance(fields, dict) and all(isinstance(key, str) for key in fields) else dict(_read_lines(block, where))


def _read_lines(block: str, where: str) -> dict[str, str]:
    fields = {}
    for number, line in enumerate(block.splitlines(), start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _FIELD.fullmatch(line.strip())
        if not match:
            raise ArticleError(f"the front matter has a line that is not “key: value”: {line!r}.", where=f"{where}:{number}", todo="Mend it.")
        fields[match.group(1)] = _unquote(match.group(2).strip())
    return fields


def _unquote(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
