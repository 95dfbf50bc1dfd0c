"""A text or Markdown file -> RawArticle. Whatever is no other kind comes here."""

from __future__ import annotations

import re

from quizgen.articles.encoding import decode_text
from quizgen.articles.front_matter import split_front_matter
from quizgen.articles.kinds import Content, RawArticle
from quizgen.articles.limits import MAX_TEXT, check_text
from quizgen.articles.markup import strip_markdown, strip_wiki
from quizgen.errors import ArticleError

NAME = "text"
SUFFIXES = (".txt", ".md", ".markdown", ".text")
TODO = "Save it as plain text (UTF-8)."
MARKDOWN = (".md", ".markdown")
BYTES_A_LETTER = 4  # at most, in any encoding

# Kinds that are not read, by their first bytes: what they are, and what to do.
UNREAD = (
    (re.compile(rb"\xd0\xcf\x11\xe0"), "is a file of an old Word or another old office program.", "Save it as .docx or .txt."),
    (re.compile(rb"\{\\rtf"), "is an RTF file, which is not read.", "Save it as .docx or .txt."),
    (re.compile(rb"PK\x03\x04|PK\x05\x06|\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ"), "is an archive or damaged.", "Unpack it and give the article."),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|RIFF.{4}WEBP", re.S), "is a picture, not text.", "Give the article as text."),
)


def recognises(content: Content) -> bool:
    """Everything: the other kinds were asked before."""
    return True


def read(content: Content) -> RawArticle:
    """The text and front matter. Raises ArticleError for bytes that are no text, with the line where it can."""
    for sign, what, todo in UNREAD:
        if sign.match(content.data):
            raise ArticleError(what, where=content.where, todo=todo)
    if len(content.data) > MAX_TEXT * BYTES_A_LETTER:
        check_text(len(content.data), content.where)
    text = decode_text(content.data, content.where, declared=content.declared).replace("\r\n", "\n").replace("\r", "\n")
    fields, text = split_front_matter(text, content.where)
    text = strip_wiki(text)
    return RawArticle(text=strip_markdown(text) if content.suffix in MARKDOWN else text, where=content.where, slug=content.slug, fields=fields)
