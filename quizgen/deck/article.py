"""Article -> the text of article.md: front matter, then the paragraphs."""

from __future__ import annotations

import re

from quizgen.model import Article

_PLAIN = re.compile(r"\w(?:(?!: | #)[^\"'])*")


def write_article(article: Article) -> str:
    """article.md of a deck folder; reading it gives the article again."""
    source = article.source
    fields = {
        "title": article.title,
        "id": article.id,
        "date": article.date,
        "updated": article.updated,
        "lang": article.lang,
        "publisher": source.publisher,
        "authors": ", ".join(source.authors),
        "source": source.address,
        "licence": source.licence,
    }
    lines = [f"{key}: {quote_value(value)}" for key, value in fields.items() if value]
    return "\n".join(("---", *lines, "---", "", article.text, ""))


def quote_value(value: str) -> str:
    """`value` in quotes where a reader of front matter could take a sign of it for its own."""
    if _PLAIN.fullmatch(value) or value[:1] in "\"'":
        return value
    return f"'{value}'" if '"' in value else f'"{value}"'
