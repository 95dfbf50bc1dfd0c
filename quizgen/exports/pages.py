"""Deck -> the HTML of the handout: its versions, their keys, or both, ready for a browser or for a maker of PDF."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from markupsafe import Markup

from quizgen.exports import Options
from quizgen.exports.faces import source_line
from quizgen.exports.handout import make_versions
from quizgen.exports.sheet import make_sheet
from quizgen.langs import LanguagePack
from quizgen.model import Deck
from quizgen.resources import read_template, render_template

LONGEST_FOOT = 60  # characters; more would meet the page number
SHEETS, KEYS = "sheets", "keys"


def render_handout(deck: Deck, pack: LanguagePack, options: Options, *parts: str) -> str:
    """The handout with its `parts`: SHEETS, KEYS or both."""
    sheet = make_sheet(deck, pack, options.handout_cards)
    date = pack.say_date(deck.date) if deck.date else ""
    origin = f"{pack.labels['from_day' if deck.date.count('-') == 2 else 'from']} {date}" if date else ""
    heading = deck.title or sheet.shared or origin or deck.slug
    versions = make_versions(sheet, options)
    return render_page(
        "handout/handout.html", deck, pack, options, heading=heading,
        versions=versions, parts=parts, points=versions[0].points, total=len(versions[0].questions),
        shared="" if is_within(heading, sheet.shared) else sheet.shared, origin="" if origin == heading else origin,
    )  # fmt: skip


def render_page(name: str, deck: Deck, pack: LanguagePack, options: Options, *, heading: str, **values: Any) -> str:
    """The template `name` with what every printed page needs: labels, source, paper, feet of pages, the one script and its hash."""
    script = read_template("handout/page.js", options.templates)
    return render_template(
        name, options.templates, deck=deck, labels=pack.labels, options=options, heading=heading, source=source_line(deck, pack),
        script=Markup(script), script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        running=shorten(heading), css=css_string, **values,
    )  # fmt: skip


def is_within(heading: str, context: str) -> bool:
    """Whether a context line only repeats the heading (and adds its date)."""
    flat, line = ("".join(text.split()).casefold() for text in (heading, context))
    return flat in line


def shorten(text: str) -> str:
    """`text` cut to what fits at the foot of a page."""
    return text if len(text) <= LONGEST_FOOT else text[:LONGEST_FOOT].rsplit(" ", 1)[0][:LONGEST_FOOT] + "…"


def css_string(text: str) -> Markup:
    """`text` as a CSS string in which nothing but letters and digits stands for itself: it can close neither string nor style."""
    return Markup('"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):06x}" for c in text) + '"')
