"""Raw text -> Article: title, date and language found, text in NFC with one blank line between paragraphs."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.errors import ArticleError
from quizgen.langs import LanguagePack, find_packs, get_pack
from quizgen.model import Article, Source

MAX_TITLE = 150  # characters; longer first lines are text
# Page, line and paragraph ends that are no « \n »; old agencies' form feeds among them.
LINE_ENDS = {0x0B: "\n", 0x0C: "\n\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n\n"}
# Soft hyphen, zero-width, direction and byte-order marks, controls, halves of characters.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Letters that are no base letter and accent to Unicode.
WHOLE_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"})
LEAST_SHARE = 0.2  # of function words: prose of the pack's language has over 0.35, of a neighbour under 0.15


@dataclass(frozen=True, kw_only=True)
class RawArticle:
    """Text as found, where it was found, and what its front matter said."""

    text: str
    where: str
    slug: str
    fields: dict[str, str] = field(default_factory=dict)


def clean_article(raw: RawArticle, *, lang: str, title: str, date: str) -> Article:
    """An Article from `raw`; `lang`, `title` and `date` given by the user win over what the text says.

    Raises ArticleError for an empty text, a bad date or id, or a language that cannot be told.
    """
    text = normalise_text(raw.text)
    if not text:
        raise ArticleError("is empty.", where=raw.where, todo="Give a file with the text of an article.")
    lang = raw.fields.get("lang", lang) if lang == "auto" else lang
    pack = choose_pack(text, raw.where) if lang == "auto" else get_pack(lang)
    own_title = normalise_line(raw.fields.get("title", ""))
    found_title, found_date, body = split_head(text, pack, own_title)
    title = normalise_line(title) or own_title or found_title
    given = date or raw.fields.get("date", "")
    updated = raw.fields.get("updated", "")
    return Article(
        id=check_id(raw.fields.get("id", ""), raw.where) or make_slug(raw.slug or title),
        lang=pack.code,
        title=title,
        text=body,
        date=check_date(given, pack, raw.where) if given else drop_unreal_day(found_date),
        updated=check_date(updated, pack, raw.where) if updated else "",
        source=read_origin(raw.fields),
    )


def read_origin(fields: dict[str, str]) -> Source:
    """Where the article comes from, as its front matter says; authors are parted by commas."""
    authors = (normalise_line(a) for a in fields.get("authors", "").split(","))
    return Source(
        address=normalise_line(fields.get("source", "")),
        publisher=normalise_line(fields.get("publisher", "")),
        authors=tuple(filter(None, authors)),
        licence=normalise_line(fields.get("licence", "")),
    )


def check_id(name: str, where: str) -> str:
    """`name` if it can be an id, for it names the files that are written. Raises ArticleError if it cannot."""
    if name and name != make_slug(name):
        raise ArticleError(f"the id “{name}” is no slug.", where=where, todo=f"Write it as “{make_slug(name)}”.")
    return name


def check_date(given: str, pack: LanguagePack, where: str) -> str:
    """The ISO form of a date that someone wrote down. Raises ArticleError if it is none, or on no calendar."""
    iso = pack.read_date(given)
    if iso is None or drop_unreal_day(iso) != iso:
        raise ArticleError(f"“{given}” is no date.", where=where, todo="Write it as 2022, 2022-01 or 2022-01-21.")
    return iso


def drop_unreal_day(date: str) -> str:
    """`date`, without its day if no calendar has it: a slip of the pen in the text still tells the month."""
    year, month, day = [*date.split("-"), "", ""][:3]
    if day and int(day) > monthrange(int(year), int(month))[1]:
        return f"{year}-{month}"
    return date


def normalise_text(text: str) -> str:
    """NFC, no control, zero-width or surrogate characters, single spaces, one blank line between paragraphs."""
    text = text.translate(LINE_ENDS).replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def normalise_line(text: str) -> str:
    """As `normalise_text`, on one line."""
    return " ".join(normalise_text(text).split())


def choose_pack(text: str, where: str) -> LanguagePack:
    """The pack whose function words fill the largest share of `text`. Raises ArticleError if none fits."""
    words = re.findall(r"[^\W\d_]+", text.lower())[:2000]
    shares = {code: pack.share_of_function_words(words) for code, pack in find_packs().items()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] < LEAST_SHARE:
        names = ", ".join(pack.name for pack in find_packs().values())
        raise ArticleError(f"this does not look like a text in {names}.", where=where, todo="Name its language with --lang.")
    return get_pack(best)


def split_head(text: str, pack: LanguagePack, title: str) -> tuple[str, str, str]:
    """(title, ISO date or "", body): a short first line without a final stop is the title, a date line is the date.

    `title` is that of the front matter, or "": the text may still repeat it above its first paragraph.
    """
    date, text = pack.split_dateline(text)
    found = ""
    first, _, rest = text.partition("\n")
    dated = pack.read_date(rest.split("\n")[0]) is not None
    if rest.strip() and is_title(first) and not pack.read_date(first) and (dated or not is_wrapped(first, rest)):
        heading = first.lstrip("# ").strip()
        if not title or heading.casefold() == title.casefold():
            found, text = heading, rest.strip()
    first, _, rest = text.partition("\n")
    if rest.strip() and (line_date := pack.read_date(first)):
        date, text = date or line_date, rest.strip()
    dateline, text = pack.split_dateline(text)
    return found, date or dateline, join_paragraphs(split_paragraphs(text))


def is_title(line: str) -> bool:
    """Whether a first line is a title: short, and no sentence."""
    return 0 < len(line) <= MAX_TITLE and not line.rstrip().endswith((".", ":", ";", ","))


def is_wrapped(line: str, rest: str) -> bool:
    """Whether `line` only ends where its paragraph was broken to a width: the next word had no room on it."""
    paragraph = rest.split("\n\n")[0]
    if not paragraph.strip() or rest.startswith("\n"):
        return False
    width = max(map(len, paragraph.split("\n")))
    return len(line) + 1 + len(paragraph.split()[0]) > width


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`: parted by blank lines, or by single line ends where the lines are too long to be wrapped."""
    if "\n\n" not in text and max(map(len, text.split("\n"))) > MAX_TITLE:
        return text.split("\n")
    return text.split("\n\n")


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """Paragraphs with their inner line breaks opened, one blank line between them."""
    joined = (re.sub(r"\s*\n\s*", " ", paragraph).strip() for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in joined if paragraph)


def make_slug(name: str) -> str:
    """Lower-case ASCII words with hyphens, safe as a file name anywhere."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(WHOLE_LETTERS))
    plain = "".join(c for c in plain.lower() if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "article"
