"""Any text -> the same text in plain characters: NFC, spaces, line ends, apostrophes, quotation marks and ligatures in one form."""

from __future__ import annotations

import re
import unicodedata

# Page, line and paragraph ends that are no « \n »; old agencies' form feeds among them.
LINE_ENDS = {0x0B: "\n", 0x0C: "\n\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n\n"}
# Soft hyphen, zero-width, direction and byte-order marks, controls, halves of characters, private and missing characters.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffc\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]"
)
# What printers and keyboards put in the place of plain letters, hyphens and quotation marks.
LOOKALIKES = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ŉ": "’n",
        "\u2010": "-", "\u2011": "-", "\ufe63": "-", "\uff0d": "-",
        "„": "“", "‟": "“", "❝": "“", "❞": "”", "〝": "“", "〞": "”", "＂": '"', "≪": "«", "≫": "»", "《": "«", "》": "»",
    }
)  # fmt: skip
MOST_QUOTES = 400  # straight marks on a line: looking for the pair of each takes the square of their number
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['‘‛ʼʻʹ′´`＇](?=[^\W\d_]|[^\S\n]?[«“])")
_DOUBLED = re.compile(r"(?<!<)<<(?!<)(?=[^<>\n]{1,2000}?>>)|(?<=\S)(?<!>)>>(?!>)")
_STRAIGHT = re.compile(r'(?<![^\s(\[’«])"(?=[^\s"])([^"\n]{1,2000}?)(?<=\S)"(?!\w)')
_SPACED_DOTS = re.compile(r"(?<![.\s])\s?\. \. \.(?! ?\.)")
_OPENING = re.compile(r"«[^\S\n]*(?=[^\s])")
_CLOSING = re.compile(r"(?<=[^\s])[^\S\n]*»")


def normalise_text(text: str) -> str:
    """NFC, no control, zero-width or surrogate characters, single spaces, one blank line between paragraphs."""
    text = text.translate(LINE_ENDS).replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text).translate(LOOKALIKES))
    lines = (normalise_quotes(re.sub(r"[^\S\n]+", " ", line).strip()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def normalise_line(text: str) -> str:
    """As `normalise_text`, on one line."""
    return " ".join(normalise_text(text).split())


def normalise_quotes(line: str) -> str:
    """One apostrophe (’), one space inside « », “ ” where straight marks stand in pairs, « … » for three spaced dots."""
    line = _APOSTROPHE.sub("’", line)
    if line.count('"') + line.count("<<") > MOST_QUOTES:
        return _CLOSING.sub(" »", _OPENING.sub("« ", line))
    if "<<" in line:
        line = _DOUBLED.sub(lambda m: "«" if m.group() == "<<" else "»", line)
    if '"' in line:
        line = _STRAIGHT.sub(r"“\1”", line)
    line = _SPACED_DOTS.sub("…", line)
    return _CLOSING.sub(" »", _OPENING.sub("« ", line))
