"""A text or Markdown file -> RawArticle."""

from __future__ import annotations

import re
from pathlib import Path

from quizgen.articles.cleaning import RawArticle
from quizgen.errors import ArticleError

SUFFIXES = (".txt", ".md", ".markdown", ".text", "")
MAX_BYTES = 8_000_000  # four bytes a character at the longest text that is analysed
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"([A-Za-z_-]+)\s*:\s*(.*)")


def accepts(source: str) -> bool:
    """Everything that is neither standard input, an address nor a folder."""
    return source != "-" and "://" not in source and not Path(source).is_dir()


def read_raw(source: str) -> RawArticle:
    """Read the file at `source`. Raises ArticleError if it is missing, no text, or of a kind that is not read."""
    path = Path(source)
    if not path.exists():
        raise ArticleError("there is no such file.", where=source, todo="Check the path.")
    if path.suffix.lower() not in SUFFIXES:
        raise ArticleError(f"files of kind “{path.suffix}” are not read.", where=source, todo="Save the article as .txt or .md.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ArticleError(f"is larger than {MAX_BYTES // 1_000_000} MB.", where=source, todo="Split it.")
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}.", where=source, todo="Check its permissions.") from error
    return parse_source(data, where=source, slug=path.stem, markdown=path.suffix.lower() in (".md", ".markdown"))


def parse_source(data: bytes, *, where: str, slug: str, markdown: bool) -> RawArticle:
    """The text and front matter of `data`. Raises ArticleError for bytes that are no text."""
    text = decode_text(data, where)
    fields: dict[str, str] = {}
    if match := _FRONT_MATTER.match(text):
        fields = parse_front_matter(match.group(1), where)
        text = text[match.end() :]
    return RawArticle(text=strip_markdown(text) if markdown else text, where=where, slug=slug, fields=fields)


def decode_text(data: bytes, where: str) -> str:
    """`data` as UTF-8 (or UTF-16 with a mark, or Windows-1252 when it reads as text)."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    if b"\x00" in data[:4096] and encodings[0] != "utf-16":
        raise ArticleError("is a binary file, not text.", where=where, todo="Give the article as plain text (UTF-8).")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        odd = sum(1 for c in text if ord(c) < 32 and c not in "\t\n\r\f")
        if odd * 100 <= len(text):
            return text
    raise ArticleError("is no text in a known encoding.", where=where, todo="Save it as UTF-8.")


def parse_front_matter(block: str, where: str) -> dict[str, str]:
    """`key: value` lines between the two --- lines. Raises ArticleError with the line of anything else."""
    fields = {}
    for number, line in enumerate(block.splitlines(), start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _FIELD.fullmatch(line.strip())
        if not match:
            raise ArticleError(f"the front matter has a line that is not “key: value”: {line!r}.", where=f"{where}:{number}", todo="Mend it.")
        fields[match.group(1).lower()] = match.group(2).strip().strip("\"'")
    return fields


def strip_markdown(text: str) -> str:
    """`text` without the marks of headings, emphasis, links, images and lists."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])", r"\2", text)
    return re.sub(r"(?m)^\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+)", "", text)
