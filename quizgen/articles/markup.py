"""Text with the marks of Markdown or of a wiki -> the words alone.

Every repeat is bounded: a page of opening brackets must not take the square of its length.
"""

from __future__ import annotations

import re

_WIKI_SIGN = re.compile(r"\[\[[^\[\]\n]{1,500}\]\]|'''|\{\{[^{}]{1,2000}\}\}|<ref\b|^==[^=\n]{1,200}==", re.M)
DEEPEST = 5  # templates within templates, pictures with links in their captions


def strip_markdown(text: str) -> str:
    """`text` without rules, comments and notes, and without the marks of headings, emphasis, links, images and lists."""
    text = re.sub(r"<(https?://[^<>\s]{1,500})>", r"\1", text)
    text = re.sub(r"<!--(?:(?!<!--).){0,5000}?-->|</?[A-Za-z][^<>\n]{0,300}>", "", text, flags=re.S)
    text = re.sub(r"(?m)^\[\^[^\[\]\n]{1,50}\]:[^\n]*$|\[\^[^\[\]\n]{1,50}\]", "", text)
    text = re.sub(r"!\[[^\[\]]{0,500}\]\([^()\n]{0,1000}\)", "", text)
    text = re.sub(r"\[([^\[\]]{1,500})\]\([^()\n]{0,1000}\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"(?m)^[ \t]{0,3}(?:[-*_=][ \t]*){3,}$", "", text)
    return re.sub(r"(?m)^[ \t]{0,3}(#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)", "", text)


def strip_wiki(text: str) -> str:
    """`text` without templates, notes, tables, pictures and categories, and without the marks of links, emphasis and headings.

    A text that shows none of a wiki's own signs is given back as it is.
    """
    if not _WIKI_SIGN.search(text):
        return text
    text = re.sub(r"<ref\b[^<>]{0,500}/>|<ref\b[^<>]{0,500}>[^<]{0,2000}</ref>|<br ?/?>|</?(?:nowiki|small|center|div|span)\b[^<>]{0,300}>", "", text)
    for _ in range(DEEPEST):
        text = re.sub(r"\{\{[^{}]{0,5000}\}\}|\{\|[^{}]{0,20000}?\|\}", "", text)
        text = re.sub(
            r"\[\[(?:[A-ZÀ-Ý][^\[\]|:\n]{1,30}|:?[a-z]{2,3}):[^\[\]]{0,2000}\]\]", "", text
        )  # a file, a category, the page in another language
        text = re.sub(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]", r"\1", text)
    text = re.sub(r"\[https?://[^\s\[\]]{1,1000}(?: ([^\[\]\n]{1,300}))?\]", r"\1", text)
    text = re.sub(r"'{2,5}", "", text)
    return re.sub(r"(?m)^(={2,6})\s*([^=\n]{1,200}?)\s*\1\s*$", r"\2\n", text)
