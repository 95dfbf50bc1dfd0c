"""Raw text -> Article: title, date and language found, text in NFC with one blank line between paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.errors import ArticleError
from quizgen.langs import LanguagePack, find_packs, get_pack
from quizgen.model import Article, Source

MAX_TITLE = 150  # characters; longer first lines are text
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

    Raises ArticleError for an empty text, a bad date, or a language that cannot be told.
    """
    text = normalise_text(raw.text)
    if not text:
        raise ArticleError("is empty.", where=raw.where, todo="Give a file with the text of an article.")
    lang = raw.fields.get("lang", lang) if lang == "auto" else lang
    pack = choose_pack(text, raw.where) if lang == "auto" else get_pack(lang)
    found_title, found_date, body = split_head(text, pack, has_title="title" in raw.fields)
    given = date or raw.fields.get("date", "")
    iso = pack.read_date(given) if given else found_date
    if iso is None:
        raise ArticleError(f"“{given}” is no date.", where=raw.where, todo="Write it as 2022, 2022-01 or 2022-01-21.")
    updated = raw.fields.get("updated", "")
    if updated and pack.read_date(updated) is None:
        raise ArticleError(f"“{updated}” is no date.", where=raw.where, todo="Write `updated:` as 2022-01-21.")
    return Article(
        id=raw.fields.get("id", "") or make_slug(raw.slug or title or raw.fields.get("title", "") or found_title),
        lang=pack.code,
        title=title or raw.fields.get("title", "") or found_title,
        text=body,
        date=iso,
        updated=pack.read_date(updated) or "",
        source=Source(
            address=raw.fields.get("source", ""),
            publisher=raw.fields.get("publisher", ""),
            authors=tuple(filter(None, (a.strip() for a in raw.fields.get("authors", "").split(",")))),
            licence=raw.fields.get("licence", ""),
        ),
    )


def normalise_text(text: str) -> str:
    """NFC, no control or zero-width characters, single spaces, one blank line between paragraphs."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = re.sub(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]|[\x00-\x08\x0b-\x1f\x7f]", _space_of, text)
    lines = (re.sub(r"[ \t\u00a0\u202f\u2009]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _space_of(match: re.Match[str]) -> str:
    return "\n" if match.group() in "\u2028\u2029" else ""


def choose_pack(text: str, where: str) -> LanguagePack:
    """The pack whose function words fill the largest share of `text`. Raises ArticleError if none fits."""
    words = re.findall(r"[^\W\d_]+", text.lower())[:2000]
    shares = {code: pack.share_of_function_words(words) for code, pack in find_packs().items()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] < LEAST_SHARE:
        names = ", ".join(pack.name for pack in find_packs().values())
        raise ArticleError(f"this does not look like a text in {names}.", where=where, todo="Name its language with --lang.")
    return get_pack(best)


def split_head(text: str, pack: LanguagePack, *, has_title: bool) -> tuple[str, str, str]:
    """(title, ISO date or "", body): a short first line without a final stop is the title, a date line is the date."""
    date, text = pack.split_dateline(text)
    title = ""
    first, _, rest = text.partition("\n")
    if not has_title and rest.strip() and is_title(first):
        title, text = first.lstrip("# ").strip(), rest.strip()
    first, _, rest = text.partition("\n")
    if rest.strip() and (line_date := pack.read_date(first)):
        date, text = date or line_date, rest.strip()
    dateline, text = pack.split_dateline(text)
    return title, date or dateline, join_paragraphs(split_paragraphs(text))


def is_title(line: str) -> bool:
    """Whether a first line is a title: short, and no sentence."""
    return 0 < len(line) <= MAX_TITLE and not line.rstrip().endswith((".", ":", ";", ",", "»"))


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
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("æ", "ae")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-") or "article"
