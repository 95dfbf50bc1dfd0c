"""Times in a sentence -> phrases with a date that holds by itself, found from the day of the article."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import find_country
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Document, Phrase, Reading, Span, Token

PARTS_OF_TIME = ("beginning", "start", "end", "middle", "quarter", "half")
REACH = 1000  # characters: a paragraph or two, in which a story stays in its year
MARKERS = ("", "on", "for", "in", "since", "until", "by", "before", "after", "from", "during", "till", "around", "through", "of", "between", "within")
SPANNING = re.compile(r"(?:by|until|till|since|from|to|before|the end of) $")  # before a year in which nothing is told to happen
THAT_YEAR = re.compile(r" (?:of )?(last|this|next) year\b")
PAST, AHEAD = ("did", "was", "were", "had"), ("will", "would", "shall", "going")


def read_moment(reading: Reading, head: Token, marker: str, *, alone: bool = False) -> Phrase | None:
    """A time as a phrase, its year found from the article's date; None if `head` is no time that can be told.

    `alone` leaves out what is joined to it: « March 4 » of « March 4 and 5 ».
    """
    document = reading.document
    if marker not in MARKERS:
        return None
    if (period := read_period(document, head, marker)) is not None:
        return period
    if (part := _part_of_time(reading, head, marker)) is not None:
        return part
    if (then := _since_then(reading, head, marker)) is not None:
        return then
    if (season := _season(reading, head, marker)) is not None:
        return season
    if not alone and (both := _two_years(document, head, marker)) is not None:
        return both
    if document.child(head, "poss") is not None and head.lemma not in word_set("nouns", "durations"):
        return None  # « next year’s final » is no time
    if (dated := _of_that_year(document, head, marker)) is not None or _tells_year_of_month(document, head):
        return dated
    return _dated(document, head, marker)


def _dated(document: Document, head: Token, marker: str) -> Phrase | None:
    """A day, month or year by the calendar and the day of the article; None if it is none."""
    anchor = document.article.date
    words = [t for t in plain_words(document, head) if t is head or t.pos != "PUNCT"]
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    iso = dates.resolve_date(head.text, anchor)
    if iso is None and (head.text.isdigit() and dates.YEAR.fullmatch(head.text) and marker in (*MARKERS[2:], "in", "of")) and len(words) == 1:
        iso = head.text
    iso = iso or dates.resolve_relative(relative_words(document.text(span)), anchor, ahead=looks_ahead(document, head))
    if iso is None:
        return _undated(document, head, marker)
    day = iso.count("-") == 2
    marker = ("on" if day else "in") if marker in ("", "on", "in", "of") else marker
    return Phrase(role="time", text=dates.say_date(iso), span=span, marker=marker, kind="time", head=head.lemma, named=True, core=False)


def _part_of_time(reading: Reading, head: Token, marker: str) -> Phrase | None:
    """« since the beginning of March », « in the first quarter of 2025 », the year found; None if it is no part of a time, or of an unknown one."""
    document = reading.document
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of" and t.i == head.i + 1), None)
    whole = document.child(of, "pobj") if of is not None else None
    lead = [t for t in document.children(head, "det", "amod") if t.i < head.i]
    if head.lemma not in PARTS_OF_TIME or whole is None or not lead or lead[0].text.lower() != "the" or head.lemma == whole.lemma:
        return None
    told = read_moment(reading, whole, "of") if not document.children(whole, "det", "poss") else None
    if told is None or told.kind != "time":
        return None
    text = f"{' '.join(t.text.lower() for t in (*lead, head))} of {told.text}"
    return replace(told, text=text, marker=marker, span=Span(start=lead[0].span.start, end=told.span.end))


def _of_that_year(document: Document, head: Token, marker: str) -> Phrase | None:
    """« in February last year » by the year of the article; None if no such words stand behind the month."""
    behind = THAT_YEAR.match(document.article.text[head.span.end : head.span.end + 20])
    month = dates.MONTHS.get(head.text.lower())
    if behind is None or month is None or not document.article.date:
        return None
    year = int(document.article.date[:4]) + {"last": -1, "this": 0, "next": 1}[behind.group(1)]
    span = Span(start=head.span.start, end=head.span.end + behind.end())
    text = dates.say_date(f"{year}-{month:02}")
    return Phrase(role="time", text=text, span=span, marker=marker or "in", kind="time", head=head.lemma, named=True, core=False)


def _tells_year_of_month(document: Document, head: Token) -> bool:
    """Whether « last year » stands right behind a month, with which it is one date."""
    first = next((t for t in document.children(head) if t.text.lower() in ("last", "this", "next")), None)
    before = document.before(first) if first is not None and head.text.lower() == "year" else None
    return before is not None and before.text.lower() in dates.MONTHS


def _since_then(reading: Reading, head: Token, marker: str) -> Phrase | None:
    """« since then » by the one year or month that the sentence before tells; None if it tells none, or two."""
    document = reading.document
    number = document.sentence_number(head)
    if head.text.lower() != "then" or marker != "since" or not number:
        return None
    before, here = document.sentences[number - 1], document.sentences[number]
    if before.paragraph != here.paragraph:
        return None
    found = [(t, prep) for t in document.words(before) if (prep := document.head(t)).dep == "prep" and prep.text.lower() in ("in", "on")]
    told = [m for t, prep in found if (m := read_moment(reading, t, prep.text.lower())) is not None]
    if len(told) != 1 or any(t.dep == "npadvmod" and read_moment(reading, t, "") is not None for t in document.words(before)):
        return None
    start = document.head(head).span.start
    return replace(told[0], marker=marker, span=Span(start=head.span.start, end=head.span.end)) if start < head.span.start else None


def _season(reading: Reading, head: Token, marker: str) -> Phrase | None:
    """« in the spring », « next autumn », whose year the tense and the date of the article tell."""
    document = reading.document
    words = [t.text.lower() for t in document.children(head)]
    near = set(words) <= {"the", "this", "next", "last", "coming"} and marker in ("", "in", "during", "by")
    if head.text.lower() not in dates.SEASONS or not near or _is_of_south(reading):
        return None
    ahead = True if {"next", "coming"} & set(words) else False if "last" in words else looks_ahead(document, head)
    said = dates.resolve_season(head.text, document.article.date, ahead=ahead, other=bool({"next", "last"} & set(words)))
    if said is None:
        return None
    start = min(t.span.start for t in (head, *document.children(head)))
    return Phrase(
        role="time", text=said, span=Span(start=start, end=head.span.end), marker=marker or "in", kind="time", head=head.lemma, named=True, core=False
    )


def _is_of_south(reading: Reading) -> bool:
    """Whether the article names a country of the south, where spring comes in September."""
    return any((country := find_country(e.name)) is not None and country.code in word_set("names", "southern") for e in reading.entities)


def last_year(document: Document, head: Token) -> str:
    """The year told last before a day in a story that has no date of its own; empty if none was told near enough."""
    lead = document.article.text[max(0, head.span.start - REACH) : head.span.start]
    told = (m for m in reversed(list(dates.YEAR.finditer(lead))) if not SPANNING.search(lead[: m.start()]))
    return next((m.group(1) for m in told), "")


def _two_years(document: Document, head: Token, marker: str) -> Phrase | None:
    """« 2007 and 2010 »."""
    joined = [head, *document.children(head, "conj")]
    if len(joined) != 2 or not all(dates.YEAR.fullmatch(t.text) for t in joined):
        return None
    span = Span(start=head.span.start, end=joined[1].span.end)
    return Phrase(role="time", text=document.text(span), span=span, marker=marker, kind="time", head=head.lemma, named=True, core=False)


def plain_words(document: Document, head: Token) -> list[Token]:
    """The words of a time without what hangs on it: « 2017 » of « 2017, when X opened it »."""
    below = [t for t in document.children(head) if t.dep not in ("acl:relcl", "appos", "prep", "conj", "cc", "acl", "punct")]
    return sorted({head, *(w for t in below for w in document.subtree(t))}, key=lambda t: t.i)


def _undated(document: Document, head: Token, marker: str) -> Phrase | None:
    """« on 8 March » of an article without a date."""
    said = dates.yearless(head.text)
    if said is None or document.article.date:
        return None
    deadline = marker in ("by", "until", "till", "before", "from") or looks_ahead(document, head)  # of a year that nothing tells
    year = "" if deadline else last_year(document, head)
    said = f"{said} {year}" if year else said
    marker = "on" if marker in ("", "in", "of") else marker
    return Phrase(role="time", text=said, span=head.span, marker=marker, kind="time", head=head.lemma, named=True, core=False)


def relative_words(text: str) -> str:
    """« last Tuesday » of « on last Tuesday evening »."""
    return re.sub(r"(?i)^(?:on|in|the(?! next| last)) ", "", text)  # « the next year » is that after the one told of


def read_period(document: Document, head: Token, marker: str) -> Phrase | None:
    """A time longer than a date that `head` stands in: « from 2002 to 2007 », « the 1990s », « early 2019 »."""
    start = head.span.start
    offset = max(0, start - 24)
    found = dates.find_period(document.article.text[offset : start + 40], start - offset)
    if found is None:
        return None
    said, first, last = found
    span = Span(start=offset + first, end=offset + last)
    opener = re.match(r"(?i)(from|between|in|during|since) ", said)
    if opener and opener.group(1).lower() in ("in", "during", "since"):
        said, marker = said[opener.end() :], opener.group(1).lower()
    elif opener:
        marker = ""
    return Phrase(role="time", text=said, span=span, marker=marker, kind="time", head=head.lemma, named=True, core=False)


def looks_ahead(document: Document, token: Token) -> bool | None:
    """Whether the verb above tells what is to come (True) or what has been (False); None if its form does not say."""
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return None
    if document.head(token).text.lower() in ("until", "till") and token.text.lower() in dates.WEEKDAYS:
        return True  # « was shut until Friday »
    if document.head(token).text.lower() in ("from", "until", "till", "by") and verb.lemma in word_set("verbs", "promising"):
        return True  # « promised them a rise from January »
    helpers = [t for t in document.children(verb, "aux", "aux:pass") if t.i < verb.i]
    low = [t.text.lower() for t in helpers]
    governor = document.head(verb)
    if verb.dep == "xcomp" and governor.lemma in word_set("verbs", "awaited"):
        given_up = any(t.text.lower() == "had" for t in document.children(governor, "aux"))
        return None if given_up else True  # « is expected to open in the spring », not « had been due to close in April »
    if any(word in AHEAD for word in low) or (verb.lemma in word_set("verbs", "awaited") and verb.has("VerbForm=Part")):
        return True
    first = helpers[0] if helpers else verb
    if first.has("Tense=Past") or any(word in ("has", "have", "'s", "’s", "'ve") for word in low):
        return False
    return None


def is_relative_time(text: str) -> bool:
    """Whether a time is told by the day of writing (« next week », « on Friday »)."""
    words = re.findall(r"[\w’']+", text.lower())
    return not dates.find_date(text) and any(w in word_set("grammar", "relative_time") for w in words)
