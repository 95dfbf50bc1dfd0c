"""What several exporters show alike: the source line, the quote with its answer marked, card faces from templates/."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.exports import Options
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from quizgen.resources import read_template


def source_line(deck: Deck, pack: LanguagePack) -> str:
    """« Publisher, title, 14 mars 2019 », as far as known."""
    date = pack.say_date(deck.date) if deck.date else ""
    parts = (deck.source.publisher, deck.title, date)
    return ", ".join(part for part in parts if part) or deck.slug


def mark_answer(quote: str, answer: str, safe: Callable[[str], str]) -> str:
    """`quote` with the words of `answer` in <mark>, every piece made safe by `safe`."""
    flat = re.sub(r"[\u00a0\u202f]", " ", answer)
    pattern = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in flat.split())
    match = re.search(rf"(?<!\w){pattern}(?!\w)", quote, re.I) if pattern else None
    if match is None:
        return safe(quote)
    return f"{safe(quote[: match.start()])}<mark>{safe(match.group())}</mark>{safe(quote[match.end() :])}"


def card_face(name: str, options: Options) -> str:
    """The text of a card template: Anki fills its fields, so Jinja2 leaves it as it is."""
    return read_template(f"anki/{name}", options.templates)
