"""Raw text -> Article: its language, title and date found, what is not its text left out, one blank line between paragraphs."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizgen.articles.characters import normalise_line, normalise_text
from quizgen.articles.dirt import REASONS, cut_pieces, cut_place, mark_dirt, mark_titles, plain_key
from quizgen.articles.header import read_header
from quizgen.articles.kinds import RawArticle
from quizgen.articles.language import choose_pack, find_foreign
from quizgen.articles.limits import check_text
from quizgen.articles.lines import HEAD, Line, is_date, join_words, list_paragraphs, split_lines
from quizgen.errors import ArticleError
from quizgen.langs import LanguagePack, PageWords, get_pack
from quizgen.model import Article, Skipped, Source, Span

STAGE = "articles"
MAX_TITLE = 150  # characters; longer first lines are text
# Letters that are no base letter and accent to Unicode.
WHOLE_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"})


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph of the article (empty if nothing of it stays) and what was taken out of it, as (rule, words)."""

    text: str
    removed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Head:
    """What the first lines say: title, ISO date (or empty), and the lines with these marked."""

    title: str
    date: str
    lines: tuple[Line, ...]


def clean_article(raw: RawArticle, *, lang: str, title: str, date: str) -> Article:
    """An Article from `raw`; `lang`, `title` and `date` given by the user win over what the file says, that over the text.

    Raises ArticleError for an empty text, a bad date or id, or a language that cannot be told or is not read.
    """
    text = normalise_text(raw.text)
    if not text:
        raise ArticleError("is empty.", where=raw.where, todo="Give a file with the text of an article.")
    check_text(len(text), raw.where)
    lang = raw.fields.get("lang", lang) if lang == "auto" else lang
    pack = choose_pack(text, raw.where) if lang == "auto" else get_pack(lang)
    own_title = normalise_line(raw.fields.get("title", ""))
    head = read_head(mark_dirt(split_lines(respell(text, pack.page), pack), pack.page), pack, own_title)
    title = normalise_line(title) or own_title or head.title
    body, removed = read_body(mark_titles(head.lines, title), pack, raw, sure=lang != "auto")
    given, updated = date or raw.fields.get("date", ""), raw.fields.get("updated", "")
    return Article(
        id=check_id(raw.fields.get("id", ""), raw.where) or make_slug(raw.slug or title),
        lang=pack.code,
        title=title,
        text=body,
        date=check_date(given, pack, raw.where) if given else drop_unreal_day(head.date),
        updated=check_date(updated, pack, raw.where) if updated else "",
        source=read_origin(raw.fields),
        removed=removed,
    )


def respell(text: str, page: PageWords) -> str:
    """`text` with the letters joined that are one letter in its language: « coeur » -> « cœur »."""
    for part in page.one_letter:
        plain = part.replace("œ", "oe")
        for wrong in (plain, plain.capitalize(), plain.upper(), plain.replace("oe", "OE", 1)):
            text = text.replace(wrong, wrong.replace("oe", "œ", 1).replace("Oe", "Œ", 1).replace("OE", "Œ", 1))
    return text


def read_head(lines: Sequence[Line], pack: LanguagePack, title: str) -> Head:
    """Title and date of the first lines: a short first line without a final stop is the title, a date line is the date.

    `title` is that of the file, or "": the text may still repeat it above its first paragraph. A byline may hold the date.
    """
    marked, found, date = list(lines), "", ""
    rest = [n for n, line in enumerate(lines) if not line.rule]
    if rest:
        date, text = pack.split_dateline(lines[rest[0]].text)
        marked[rest[0]] = replace(lines[rest[0]], text=text, rule="" if text else HEAD)
        rest = rest if text else rest[1:]
    if len(rest) > 1 and is_title(first := marked[rest[0]].text) and not is_date(first, pack):
        heading = first.lstrip("# ").strip()
        if not title or plain_key(heading) == plain_key(title):
            found, marked[rest[0]] = heading, replace(marked[rest[0]], rule=HEAD)
            rest = rest[1:]
    while len(rest) > 1 and (told := header_date(marked[rest[0]].text, pack)) is not None:
        date = date or told
        marked[rest[0]] = replace(marked[rest[0]], rule=HEAD)
        rest = rest[1:]
    if rest and not date:
        signs = (line.text for line in lines[: rest[0]] if line.rule in ("byline", "credit"))
        date = next(filter(None, (find_stamp(sign, pack) or read_header(sign, pack) for sign in signs)), "")
    if rest:
        at = find_opening(marked, rest, pack)
        dateline, text = pack.split_dateline(marked[at].text)
        marked[at] = replace(marked[at], text=text)
        date = date or dateline
    return Head(title=found, date=date, lines=tuple(line for line in marked if line.rule != HEAD))


def header_date(line: str, pack: LanguagePack) -> str | None:
    """The ISO date of a line that is a date, or tells only place, date and writer ("" where it has no date); None for text."""
    return pack.read_date(line) if is_date(line, pack) else read_header(line, pack)


def find_opening(lines: Sequence[Line], rest: Sequence[int], pack: LanguagePack) -> int:
    """Which of the lines `rest` may hold the dateline: the first, or under a lead that of the second paragraph; but no entry of a chronology."""
    openings = [n for before, n in pairwise(rest) if lines[n].paragraph != lines[before].paragraph]
    dated = [n for n in (rest[0], *openings) if pack.split_dateline(lines[n].text)[0]]
    return dated[0] if len(dated) == 1 and dated == openings[:1] else rest[0]


def find_stamp(byline: str, pack: LanguagePack) -> str:
    """The date in a byline (« Par Ada Brun | Publié le 3 mai 2022 à 10 h »), or empty."""
    parts = re.split(r"\s+[|•·–—-]\s+|,\s+", byline)
    return next(filter(None, (pack.read_date(part) for part in parts if is_date(part, pack))), "")


def read_body(lines: Sequence[Line], pack: LanguagePack, raw: RawArticle, *, sure: bool) -> tuple[str, tuple[Skipped, ...]]:
    """(text, what was left out of it). Raises ArticleError if nothing stays, or if it is in several languages (unless `sure`)."""
    paragraphs = [clean_paragraph(group, pack.page) for group in list_paragraphs(lines)]
    first = next((n for n, p in enumerate(paragraphs) if p.text), None)
    if first is None:
        raise ArticleError("holds no text but titles, links, credits and the like.", where=raw.where, todo="Give the text of the article.")
    place, text = cut_place(paragraphs[first].text, pack.page)
    if place:
        text, cuts = cut_pieces(text, pack.page)
        paragraphs[first] = Paragraph(text=text, removed=(("dateline", place), *paragraphs[first].removed, *cuts))
    foreign = frozenset() if sure else find_foreign([p.text for p in paragraphs], pack, raw.where)
    for n in foreign:
        paragraphs[n] = Paragraph(text="", removed=(("language", paragraphs[n].text), *paragraphs[n].removed))
    return join_paragraphs([Paragraph(text="", removed=tuple(("layout", line) for line in raw.left_out)), *paragraphs])


def clean_paragraph(lines: Sequence[Line], page: PageWords) -> Paragraph:
    """The lines that stay as one paragraph, without odd pieces."""
    text, cuts = cut_pieces(join_words([line.text for line in lines if not line.rule], page), page)
    return Paragraph(text=text, removed=(*((line.rule, line.text) for line in lines if line.rule), *cuts))


def join_paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Skipped, ...]]:
    """(paragraphs with a blank line between them, what was left out, each at the place where its paragraph begins)."""
    text, removed = "", []
    for paragraph in paragraphs:
        start = len(text) + 2 * bool(text) if paragraph.text else len(text)
        place = Span(start=start, end=start)
        removed += [Skipped(span=place, stage=STAGE, rule=rule, reason=REASONS[rule], text=words) for rule, words in paragraph.removed]
        if paragraph.text:
            text += f"\n\n{paragraph.text}" if text else paragraph.text
    return text, tuple(removed)


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


def is_title(line: str) -> bool:
    """Whether a first line is a title: short, and no sentence."""
    return 0 < len(line) <= MAX_TITLE and not line.rstrip().endswith((".", ":", ";", ","))


def make_slug(name: str) -> str:
    """Lower-case ASCII words with hyphens, safe as a file name anywhere."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(WHOLE_LETTERS))
    plain = "".join(c for c in plain.lower() if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "article"
