"""Limits on what is read, and the one message that each gives: what was too much, and how to go on."""

from __future__ import annotations

from quizgen.errors import ArticleError

MAX_BYTES = 20_000_000  # of a file: pictures in a page or a Word file need room, a film is no article
MAX_TEXT = 1_000_000  # characters: what DESIGN section 11 budgets for, about 600 printed pages
MAX_PAGES = 2_000
MAX_PAGE = 8_000_000  # bytes that one page is drawn with; a full page of text takes 50,000
MAX_TAGS = 200_000  # of a web page; the longest encyclopedia articles have 60,000
MAX_SECONDS = 20  # to take the text out of one file: what takes longer was made to take long


def check_bytes(size: int, where: str) -> None:
    """Raises ArticleError if `size` bytes are too many."""
    if size > MAX_BYTES:
        raise ArticleError(f"is larger than {MAX_BYTES // 1_000_000} MB.", where=where, todo="Save its text alone as .txt, or split it.")


def check_text(length: int, where: str) -> None:
    """Raises ArticleError if `length` characters are too many."""
    if length > MAX_TEXT:
        raise ArticleError(f"the text has {length:,} characters, the limit is {MAX_TEXT:,}.", where=where, todo="Split it into several articles.")


def check_pages(number: int, where: str) -> None:
    """Raises ArticleError if `number` pages are too many."""
    if number > MAX_PAGES:
        raise ArticleError(f"has {number:,} pages, the limit is {MAX_PAGES:,}.", where=where, todo="Save the pages of the article alone.")


def check_tags(number: int, where: str) -> None:
    """Raises ArticleError if `number` tags are too many."""
    if number > MAX_TAGS:
        raise ArticleError(f"has {number:,} tags, the limit is {MAX_TAGS:,}.", where=where, todo="Save the page as text and give that file.")
