"""Lines of an article -> those that are not its text, each with the rule that says so. Words come from the language pack.

A line goes whole, or an odd piece goes out of it; no sentence is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from quizgen.articles.lines import Line
from quizgen.langs import PageWords

REASONS = {
    "credit": "a credit of a picture or an agency",
    "caption": "the caption of a picture",
    "teaser": "points to another article",
    "share": "speaks to the reader of the page: share, subscribe, comment",
    "cookie": "a notice on cookies",
    "byline": "names the writer or the hour of publication",
    "links": "one of a list of links or headings",
    "note": "a footnote or its mark",
    "title": "repeats the title",
    "dateline": "place and date of the dispatch",
    "stray": "a word in capitals glued to the sentence",
    "fragment": "a broken piece of a sentence",
    "ornament": "has no letters",
    "language": "a paragraph in another language",
    "layout": "a running head, a page number or small print",
}
LINKS = 3  # so many short lines without a stop, one after the other, are a list of links
MENU_WORDS, LINK_WORDS = 3, 12
NAME_WORDS = 4  # of one person, at most
LONGEST_CREDIT = 250  # characters: more than a picture credit's pattern can hold; it stands at the end of its line
CAPTION_WORDS, BYLINE_WORDS, TEASER_WORDS = 40, 12, 50
_STOP = re.compile(r"[.!?…:;,][\s»”’\")\]]*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+")
_CREDIT_SIGN = re.compile(r"[©:/(\[]")  # one of these is in every picture credit
_NOTE = re.compile(r"(?:\[\d{1,3}\]|↑|\d{1,3}\.?\s*↑|\^)\s*\S")
_CAPITAL_CREDIT = re.compile(r"[A-Z]{2,8} ?/ ?[A-ZÀ-Ý][A-ZÀ-Ý .’-]+")
_MENU = re.compile(r"\s[|>·•›/]\s")


@dataclass(frozen=True, kw_only=True)
class Patterns:
    """What the words of a page look like, compiled once."""

    credit: re.Pattern[str]
    agency_alone: re.Pattern[str]
    agency_last: re.Pattern[str]
    picture_credit: re.Pattern[str]
    caption: re.Pattern[str]
    teaser: re.Pattern[str]
    share: re.Pattern[str]
    button: re.Pattern[str]
    cookie: re.Pattern[str]
    cookie_speech: re.Pattern[str]
    byline: re.Pattern[str]
    stamp: re.Pattern[str]
    by: re.Pattern[str]
    pieces: tuple[tuple[str, re.Pattern[str], str], ...]
    dateline: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """A group that matches one of `words`, the longest first; nothing if there are none."""
    listed = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, listed))})(?!\\w)" if listed else "(?!)"


@cache
def compile_patterns(page: PageWords) -> Patterns:
    """The patterns of `page`. Lines that open with a quotation mark are speech: no pattern begins with one."""
    start, agency, label = r"^[^\w«“]*", any_of(page.agencies), any_of(page.credits)
    signed = rf"\(?(?:[^\W\d_][\w .’-]{{1,50}}\s?/\s?)?{agency}(?:\s?/\s?[\w .’-]{{2,50}}|\s*(?:,|/|-|&|\w{{1,4}})\s*{agency}){{0,3}}\W*$"
    in_brackets, by_agency = rf"[(\[]\s*{label}\b[^()\[\]]{{0,80}}[)\]]", rf"[\w ’-]{{2,40}}\s?/\s?(?-i:{agency})[)\]]?"
    button, flags = any_of(page.buttons), re.IGNORECASE
    return Patterns(
        credit=re.compile(rf"{start}(?:©|\(c\)\s|{label}\s*(?::|©|/|\||[-–—]\s)|{label}\s.{{0,80}}(?-i:{agency})\W*$)", flags),
        agency_alone=re.compile(rf"^\W*{signed}"),
        agency_last=re.compile(rf"\W{agency}\W*$"),
        picture_credit=re.compile(rf"\s*(?:©[^.!?«»]{{1,80}}|{in_brackets}|{label}\s?:\s?[^.!?«»]{{1,80}}|{by_agency})\W*$", flags),
        caption=re.compile(rf"{start}{any_of(page.captions)}\s*[:.–—-]", flags),
        teaser=re.compile(rf"{start}(?:{any_of(page.teasers)}|{any_of(page.labels)}\s*(?:[:–—>|]|$))", flags),
        share=re.compile(rf"{start}{any_of(page.calls)}", flags),
        button=re.compile(rf"{start}{button}(?:[\s|/·•,&:>-]+{button})*[\s(:]*\d*\W*$", flags),
        cookie=re.compile(rf"\b{any_of(page.cookies)}", flags),
        cookie_speech=re.compile(rf"\b{any_of(page.cookie_speech)}", flags),
        byline=re.compile(rf"{start}{any_of(page.bylines)}", flags),
        stamp=re.compile(rf"{start}{any_of(page.stamps)}", flags),
        by=re.compile(rf"{start}{any_of(page.by)}\s+(?-i:([^\W\d_a-zà-ÿ].*))$", flags),
        pieces=tuple(list_pieces(page)),
        dateline=re.compile(
            r"^[A-ZÀ-Ý][\w’/-]*(?:(?: [a-zà-ÿ’]{1,4})? ?[A-ZÀ-Ý][\w’/-]*){0,3}"
            r"(?:,\s[^–—.]{0,30}\d[^–—.]{0,20}|(?<=[A-ZÀ-Ý]{3}),\s[A-ZÀ-Ý][\w’.-]*(?:\s[A-ZÀ-Ý][\w’.-]*){0,2}|,\s[A-ZÀ-Ý][\w’-]*\.)?"
            r"\s?(?:\([^()]{0,30}\)\s?(?:[A-ZÀ-Ý]?[\w.]{2,9} \d{1,2}\s)?)?(?<=\s)(?:[–—-]|--)\s(?=[A-ZÀ-Ý«“])"
        ),
    )


def list_pieces(page: PageWords) -> Iterable[tuple[str, re.Pattern[str], str]]:
    """(rule, pattern, what stays of it) for each kind of odd piece that goes out of a paragraph."""
    small = r"[^\W\d_A-ZÀ-Þ]"
    agency, label = any_of(page.agencies), any_of(page.credits)
    yield "note", re.compile(rf"\s?\[(?:\d{{1,3}}|(?:{any_of(page.notes)})\s?\d{{0,3}})\](?!\w)", re.I), ""
    yield "note", re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[.,»”]))[¹²³⁴-⁹]{1,3}(?!\w)"), ""
    yield "fragment", re.compile(rf"\.\s\.(?!\.)\s{small}[^.!?…«»]*(?=\s»)"), ""
    yield "fragment", re.compile(rf"(?<=[.!?…])\s\.(?!\.)\s{small}[^.!?…«»]*[.!?…]+"), ""
    yield "fragment", re.compile(r"(?<=[^\s.][.!?…»])\s\.(?!\s?\.)(?=\s[A-ZÀ-Ý«“]|\s*$)"), ""
    yield "stray", re.compile(rf"(?:^|(?<=[.!?…»]\s)){any_of(page.strays)}\s+(?={any_of(page.starters)})"), ""
    yield "credit", re.compile(rf"\s*[(\[]\s*(?:\w{{2,5}}\s)?{agency}(?:\s?(?:,|/|&|\w{{2,4}})\s?{agency}){{0,3}}\s*[)\]]\s*$"), ""
    yield "credit", re.compile(rf"\s*(?:©[^.!?«»]{{1,80}}|[(\[]\s*{label}\s*:[^()\[\]]{{1,80}}[)\]])\s*$", re.I), ""
    pointer = f"(?:{any_of(page.teasers)}|{any_of(page.labels)})"
    yield "teaser", re.compile(rf"\s*[(\[]\s*{pointer}[^()\[\]]{{0,150}}[)\]]", re.I), ""


def find_dirt(line: str, patterns: Patterns) -> str:
    """The first rule by which `line` is no text of the article, or empty."""
    return next((rule for rule, test in TESTS if test(line, patterns)), "")


def count_words(text: str) -> int:
    """The words of `text`."""
    return len(text.split())


def is_ornament(line: str, patterns: Patterns) -> bool:
    """« * * * », « ----- »"""
    return not any(c.isalnum() for c in line)


def is_note(line: str, patterns: Patterns) -> bool:
    """« [1] Le rapport… », « ↑ … »"""
    return _NOTE.match(line) is not None


def is_address(line: str, patterns: Patterns) -> bool:
    """An address of a page or of a person, alone on its line."""
    return _ADDRESS.fullmatch(line) is not None


def is_menu(line: str, patterns: Patterns) -> bool:
    """« Accueil > Monde > Lac »"""
    parts = _MENU.split(line)
    return len(parts) > 2 and not _STOP.search(line) and all(count_words(part) <= MENU_WORDS + 1 for part in parts)


def is_credit(line: str, patterns: Patterns) -> bool:
    """« Crédit photo : … », « EPA/… », « © … », « Ada Brun (avec AFP) »"""
    if count_words(line) > CAPTION_WORDS:
        return False
    if patterns.credit.search(line) or patterns.agency_alone.search(line) or _CAPITAL_CREDIT.fullmatch(line):
        return True
    return count_words(line) <= BYLINE_WORDS and patterns.agency_last.search(line) is not None and is_names(line)


def is_names(text: str) -> bool:
    """Whether every word is capitalised, or as short as a joining word."""
    words = re.findall(r"[^\W\d_]+", text)
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or len(w) <= 4 for w in words)


def is_caption(line: str, patterns: Patterns) -> bool:
    """« Le lac en 2019. © Ada Brun »: one sentence at most before a credit."""
    if patterns.caption.search(line):
        return True
    tail = max(0, len(line) - LONGEST_CREDIT)
    match = patterns.picture_credit.search(line, tail) if _CREDIT_SIGN.search(line, tail) else None
    if match is None:
        return False
    before = line[: match.start()]
    if is_names(before) and count_words(before) <= NAME_WORDS:
        return False  # the writer, not the picture
    return 0 < count_words(before) <= CAPTION_WORDS and len(re.findall(r"[.!?…](?:\s|$)", before)) <= 1 and not re.search("[«“]", before)


def is_teaser(line: str, patterns: Patterns) -> bool:
    """« Lire aussi : … »"""
    return count_words(line) <= TEASER_WORDS and patterns.teaser.search(line) is not None


def is_share(line: str, patterns: Patterns) -> bool:
    """« Abonnez-vous à notre lettre. », « Partager | Imprimer »"""
    if count_words(line) > TEASER_WORDS or re.search("[«“]", line):
        return False
    return patterns.share.search(line) is not None or patterns.button.search(line) is not None


def is_cookie(line: str, patterns: Patterns) -> bool:
    """« Nous utilisons des cookies… », not what someone is quoted to say of them."""
    return patterns.cookie.search(line) is not None and patterns.cookie_speech.search(line) is not None and not re.search("[«“]", line)


def is_byline(line: str, patterns: Patterns) -> bool:
    """« Par Ada Brun », « Propos recueillis par… », « Publié le… »"""
    if count_words(line) > BYLINE_WORDS + 3:
        return False
    if patterns.byline.search(line):
        return True
    if re.search(r"[.!?…]$", line):
        return False
    if patterns.stamp.search(line):
        return True
    match = patterns.by.search(line)
    return match is not None and is_names(re.split(r"[|•]", match.group(1))[0])


TESTS: tuple[tuple[str, Callable[[str, Patterns], bool]], ...] = (
    ("ornament", is_ornament),
    ("note", is_note),
    ("links", is_address),
    ("caption", is_caption),
    ("credit", is_credit),
    ("teaser", is_teaser),
    ("share", is_share),
    ("cookie", is_cookie),
    ("byline", is_byline),
    ("links", is_menu),
)


def mark_dirt(lines: Sequence[Line], page: PageWords) -> list[Line]:
    """`lines`, with the rule of each that is no text: by its own words, or as one of a list of links."""
    patterns = compile_patterns(page)
    marked = [replace(line, rule=find_dirt(line.text, patterns)) for line in lines]
    return mark_links(mark_after_teasers(marked))


def mark_after_teasers(lines: Sequence[Line]) -> list[Line]:
    """What follows « Lire aussi : » in its paragraph, without a stop, belongs to it."""
    marked: list[Line] = []
    for line in lines:
        above = marked[-1] if marked else None
        if above and not line.rule and above.rule == "teaser" and above.paragraph == line.paragraph and not _STOP.search(line.text):
            line = replace(line, rule="teaser")
        marked.append(line)
    return marked


def mark_links(lines: Sequence[Line]) -> list[Line]:
    """Runs of short lines without a stop are lists of links; at the top, only the shortest: the title stands below them."""
    marked: list[Line] = []
    for is_link, group in groupby(lines, key=lambda line: line.rule in ("links", "share") or (not line.rule and looks_like_link(line.text))):
        run = list(group)
        if is_link and not any(not line.rule for line in marked):
            short = next((n for n, line in enumerate(run) if count_words(line.text) > MENU_WORDS), len(run))
            count = short if short >= LINKS else 0
        else:
            count = len(run) if is_link and len(run) >= LINKS else 0
        marked += [replace(line, rule=line.rule or "links") for line in run[:count]] + run[count:]
    return marked


def looks_like_link(line: str) -> bool:
    """A short line that begins large and ends without a stop."""
    first = re.sub(r"^[\W_]+", "", line)[:1]
    return count_words(line) <= LINK_WORDS and not _STOP.search(line) and (first.isupper() or first.isdigit())


def mark_titles(lines: Sequence[Line], title: str) -> list[Line]:
    """Lines that say the title again, alone or before the name of a site, are marked."""
    key = plain_key(title)
    again = re.compile(rf"{re.escape(title)}\s*(?:[|–—-]\s.{{1,60}})?", re.IGNORECASE) if key else None
    return [
        replace(line, rule="title") if again and not line.rule and (plain_key(line.text) == key or again.fullmatch(line.text)) else line
        for line in lines
    ]


def plain_key(text: str) -> str:
    """Letters and digits alone, in one case: what two spellings of a title share."""
    return "".join(c for c in text.casefold() if c.isalnum())


def cut_pieces(paragraph: str, page: PageWords) -> tuple[str, list[tuple[str, str]]]:
    """(`paragraph` without odd pieces, the pieces as (rule, words))."""
    cuts: list[tuple[str, str]] = []
    for rule, pattern, instead in compile_patterns(page).pieces:
        found = [(rule, match.group().strip()) for match in pattern.finditer(paragraph)]
        if found:
            cuts += found
            paragraph = pattern.sub(instead, paragraph)
    return paragraph.strip(), cuts


def cut_place(paragraph: str, page: PageWords) -> tuple[str, str]:
    """(the place and agency that open a dispatch, or empty; the rest): « Corvelle (AFP) – La ministre… »."""
    match = compile_patterns(page).dateline.match(paragraph)
    return (match.group().strip(), paragraph[match.end() :]) if match else ("", paragraph)
