"""A text or Markdown file -> RawArticle."""

from __future__ import annotations

import os
import re
from pathlib import Path

from quizgen.articles.cleaning import RawArticle
from quizgen.errors import ArticleError

SUFFIXES = (".txt", ".md", ".markdown", ".text", "")
MAX_BYTES = 8_000_000  # four bytes a character at the longest text that is analysed
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_OPENED = re.compile(r"\A---[ \t]*\n[A-Za-z_-]+[ \t]*:")
MAX_ODD = 100  # one control character in so many is still text (form feeds of old agencies aside)
_UTF8_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")  # accented Latin letters, quotes, dashes
_NEVER_1252 = b"\x81\x8d\x8f\x90\x9d"
_FIELD = re.compile(r"([A-Za-z_-]+)\s*:\s*(.*)")


def accepts(source: str) -> bool:
    """Everything that is neither standard input, an address nor a folder."""
    return source != "-" and "://" not in source and not os.path.isdir(source)


def read_raw(source: str) -> RawArticle:
    """Read the file at `source`. Raises ArticleError if it is missing, no text, or of a kind that is not read."""
    path = Path(source)
    if not os.path.exists(source):
        raise ArticleError("there is no such file.", where=source, todo="Check the path.")
    if path.suffix.lower() not in SUFFIXES:
        raise ArticleError(f"files of kind “{path.suffix}” are not read.", where=source, todo="Save the article as .txt or .md.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}.", where=source, todo="Check its permissions.") from error
    if len(data) > MAX_BYTES:
        raise ArticleError(f"is larger than {MAX_BYTES // 1_000_000} MB.", where=source, todo="Split it.")
    return parse_source(data, where=source, slug=path.stem, markdown=path.suffix.lower() in (".md", ".markdown"))


def parse_source(data: bytes, *, where: str, slug: str, markdown: bool) -> RawArticle:
    """The text and front matter of `data`. Raises ArticleError for bytes that are no text, with the line where it can."""
    text = decode_text(data, where).replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    if match := _FRONT_MATTER.match(text):
        fields = parse_front_matter(match.group(1), where)
        text = text[match.end() :]
    elif _OPENED.match(text):
        raise ArticleError("the front matter has no closing line “---”.", where=f"{where}:1", todo="Add it after the last field.")
    return RawArticle(text=strip_markdown(text) if markdown else text, where=where, slug=slug, fields=fields)


def decode_text(data: bytes, where: str) -> str:
    """`data` as UTF-8 (or UTF-16 with a mark, or Windows-1252 where no byte looks like UTF-8). Raises ArticleError for no text."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\x00" in data and not wide:
        raise ArticleError("is a binary file, not text.", where=where, todo="Give the article as plain text (UTF-8).")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        text = "" if wide else _decode_old(data, error, where)
    odd = sum(c < " " and c not in "\t\n\r\f" for c in text)
    if odd * MAX_ODD > len(text) or (data and not text):
        raise ArticleError("is no text in a known encoding.", where=where, todo="Save it as UTF-8.")
    return text


def _decode_old(data: bytes, error: UnicodeDecodeError, where: str) -> str:
    """`data` as Windows-1252, unless it is UTF-8 with a broken byte: read so, every accent would come out wrong."""
    if _UTF8_LETTER.search(data):
        line = data.count(b"\n", 0, error.start) + 1
        raise ArticleError(
            f"the byte 0x{data[error.start]:02X} is not UTF-8, the text around it is.", where=f"{where}:{line}", todo="Save the file as UTF-8 again."
        )
    return data.decode("cp1252", errors="ignore") if data.translate(None, _NEVER_1252) == data else ""


def parse_front_matter(block: str, where: str) -> dict[str, str]:
    """`key: value` lines between the two --- lines. Raises ArticleError with the line of anything else."""
    fields = {}
    for number, line in enumerate(block.splitlines(), start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _FIELD.fullmatch(line.strip())
        if not match:
            raise ArticleError(f"the front matter has a line that is not “key: value”: {line!r}.", where=f"{where}:{number}", todo="Mend it.")
        fields[match.group(1).lower()] = _unquote(match.group(2).strip())
    return fields


def _unquote(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def strip_markdown(text: str) -> str:
    """`text` without rules and comments, and without the marks of headings, emphasis, links, images and lists.

    Every repeat is bounded: a page of opening brackets must not take the square of its length.
    """
    text = re.sub(r"<(https?://[^<>\s]{1,500})>", r"\1", text)
    text = re.sub(r"<!--(?:(?!<!--).){0,5000}?-->|</?[A-Za-z][^<>\n]{0,300}>", "", text, flags=re.S)
    text = re.sub(r"!\[[^\[\]]{0,500}\]\([^()\n]{0,1000}\)", "", text)
    text = re.sub(r"\[([^\[\]]{1,500})\]\([^()\n]{0,1000}\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"(?m)^[ \t]{0,3}(?:[-*_=][ \t]*){3,}$", "", text)
    return re.sub(r"(?m)^[ \t]{0,3}(#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)", "", text)
