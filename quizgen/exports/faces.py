"""What several exporters show alike: the source line, the quote with its answer marked, card faces from templates/."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from quizgen.exports import Options
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from quizgen.resources import read_template

_PLAIN = str.maketrans("\u00a0\u202f\n\t’", "    '")


def source_line(deck: Deck, pack: LanguagePack) -> str:
    """« Publisher, title, 14 mars 2019 », as far as known."""
    date = pack.say_date(deck.date) if deck.date else ""
    parts = (deck.source.publisher, deck.title, date)
    return ", ".join(part for part in parts if part) or deck.slug


def mark_answer(quote: str, answer: str, safe: Callable[[str], str]) -> str:
    """`quote` with the words of `answer` in <mark>, every piece made safe by `safe`."""
    place = find_words(quote, answer)
    if place is None:
        return safe(quote)
    start, end = place
    return f"{safe(quote[:start])}<mark>{safe(quote[start:end])}</mark>{safe(quote[end:])}"


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Where `words` first stand in `text` as whole words, whatever the case, the apostrophes and the kind of spaces.

    A plain search: to compile a regular expression for each card would take longer than to write the deck.
    """
    flat, sought = flatten(text), " ".join(flatten(words).split())
    start = flat.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        if not (is_word(flat[start - 1 : start]) or is_word(flat[end : end + 1])):
            return start, end
        start = flat.find(sought, start + 1)
    return None


@lru_cache(maxsize=1024)  # cards share their quotes
def flatten(text: str) -> str:
    """`text` in lower case with plain spaces and apostrophes, character for character."""
    low = text.translate(_PLAIN)
    return low.lower() if len(low.lower()) == len(low) else "".join(c.lower() if len(c.lower()) == 1 else c for c in low)


def is_word(character: str) -> bool:
    """Whether `character` is a letter, a digit or an underscore; "" is not."""
    return character.isalnum() or character == "_"


def card_face(name: str, options: Options) -> str:
    """The text of a card template: Anki fills its fields, so Jinja2 leaves it as it is."""
    return read_template(f"anki/{name}", options.templates)
