"""A web page -> RawArticle: its main text, title, date, authors and site, found by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from quizgen.articles.encoding import decode_text
from quizgen.articles.kinds import Content, RawArticle
from quizgen.articles.limits import check_tags
from quizgen.errors import ArticleError

NAME = "a web page"
SUFFIXES = (".htm", ".html", ".xhtml")
TODO = "Open the page in a browser, copy the article and save it as .txt."
HEAD = 4096  # bytes: a page says what it is before its first picture
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_ANY_TAG = re.compile(rb"<(?:p|div|h1|article|span|br)\b[^<>]*>", re.I)
_CHARSET = re.compile(rb"<(?:meta[^<>]{0,200}charset=|\?xml[^<>]{0,200}encoding=)[\s\"']*([\w-]{2,30})", re.I)
CAPTIONS = ["//figcaption", "//figure", "//sup[contains(., '[')]"]  # and the marks of footnotes
# dates: those that the page declares; searched for in its text, a date may be that of anything.
DATES = {"original_date": True, "extensive_search": False}


def recognises(content: Content) -> bool:
    """A page by its first tags, in any encoding; any tags where the name says so."""
    head = content.data[:HEAD].replace(b"\x00", b"")
    opened = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _PAGE.search(head) is not None
    return opened or (content.suffix in SUFFIXES and _ANY_TAG.search(content.data.replace(b"\x00", b"")) is not None)


def read(content: Content) -> RawArticle:
    """Raises ArticleError for a page without a main text, or with too many tags."""
    declared = _CHARSET.search(content.data[:HEAD])
    name = content.declared or (declared.group(1).decode("ascii") if declared else "")
    return read_page(decode_text(content.data, content.where, declared=name), content)


def read_page(page: str, content: Content) -> RawArticle:
    """The article in the markup `page`. Raises ArticleError for a page without a main text, or with too many tags."""
    check_tags(page.count("<"), content.where)
    from trafilatura import bare_extraction  # 0.3 s, for web pages alone

    page = re.sub(r"\A\s*<\?xml[^<>]*\?>", "", page.lstrip("\ufeff"))  # lxml takes no text that declares its bytes
    found: Any = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=False, favor_recall=True,
        date_extraction_params=DATES, prune_xpath=CAPTIONS,
    )  # fmt: skip
    text = (getattr(found, "text", "") or "").strip()
    if not text:
        raise ArticleError("no article was found in this page.", where=content.where, todo=TODO)
    fields = {
        "title": found.title, "date": found.date, "publisher": found.sitename, "authors": (found.author or "").replace(";", ","),
        "source": found.url, "licence": found.license,
    }  # fmt: skip
    text = re.sub(r"(?m)^- ", "", text).replace("\n", "\n\n")
    return RawArticle(text=text, where=content.where, slug=content.slug, fields={key: value for key, value in fields.items() if value})
