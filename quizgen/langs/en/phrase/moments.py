"""Times in a sentence -> phrases with a date that holds by itself, found from the day of the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date

from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import find_country
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Document, Phrase, Reading, Span, Token

PARTS_OF_TIME = ("beginning", "start", "end", "middle", "quarter", "half")
REACH = 1000  # characters: a paragraph or two, in which a story stays in its year
NEWS = re.compile(rf"(?i)\b(?:yesterday|(?:on|last|since|until) (?:{'|'.join(dates.WEEKDAYS)}))\b")  # told by the day of writing
MODERN = "1980"  # those who held an office before have left it
MARKERS = ("", "on", "for", "in", "since", "until", "by", "before", "after", "from", "during", "till", "around", "through", "of", "between", "within")
SPANNING = re.compile(r"(?:by|until|till|since|from|to|before|the end of) $")  # before a year in which nothing is told to happen
LATEST = 4  # days after that of writing at which a weekday is surely still to come
PAST, AHEAD = ("did", "was", "were", "had"), ("will", "would", "shall", "going")


def read_moment(reading: Reading, head: Token, marker: str, *, alone: bool = False) -> Phrase | None:
    """A time as a phrase, its year found from the article's date; None if `head` is no time that can be told.

    `alone` leaves out what is joined to it: « March 4 » of « March 4 and 5 ».
    """
    document = reading.document
    if marker not in MARKERS or is_years_own(document, head):
        return None
    if (period := read_period(document, head, marker)) is not None:
        return period
    if (part := _part_of_time(reading, head, marker)) is not None:
        return part
    if (then := _since_then(reading, head, marker)) is not None:
        return then
    if (year := year_beside(document, head)) is not None:
        return _in_year(document, head, year, marker)
    if (season := _season(reading, head, marker)) is not None:
        return season
    if not alone and (both := _two_years(document, head, marker)) is not None:
        return both
    if document.child(head, "poss") is not None and head.lemma not in word_set("nouns", "durations"):
        return None  # « next year’s final » is no time
    return _dated(document, head, marker, alone=alone)


def _dated(document: Document, head: Token, marker: str, *, alone: bool) -> Phrase | None:
    """A day, month or year by the calendar and the day of the article; None if it is none."""
    anchor = document.article.date
    words = [t for t in plain_words(document, head) if t is head or t.pos != "PUNCT"]
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    iso = dates.resolve_date(head.text, anchor)
    if iso is None and (head.text.isdigit() and dates.YEAR.fullmatch(head.text) and marker in (*MARKERS[2:], "in", "of")) and len(words) == 1:
        iso = head.text
    iso = iso or dates.resolve_relative(relative_words(document.text(span)), anchor, ahead=looks_ahead(document, head))
    if iso is not None and is_past_by_now(document, head, iso):
        return None
    if iso is None:
        return _undated(document, head, marker)
    day = iso.count("-") == 2
    if day and not alone and (second := document.child(head, "conj")) is not None and second.pos == "NUM" and second.text.isdigit():
        return _two_days(document, head, second, iso, marker)
    marker = ("on" if day else "in") if marker in ("", "on", "in", "of") else marker
    return Phrase(role="time", text=dates.say_date(iso), span=span, marker=marker, kind="time", head=head.lemma, named=True, core=False)


def is_past_by_now(document: Document, head: Token, iso: str) -> bool:
    """Whether « Wednesday » of what somebody said would be may be over: told on a Thursday, « said that they would be back on Wednesday »."""
    anchor = document.article.date
    verb = next((t for t in document.ancestors(head) if t.pos in ("VERB", "AUX")), None)
    weekday = any(t.text.lower() in dates.WEEKDAYS for t in document.subtree(head))
    if not weekday or verb is None or iso.count("-") != anchor.count("-") or iso.count("-") != 2:
        return False
    would = any(t.text.lower() == "would" for t in document.children(verb, "aux"))
    return would and (date.fromisoformat(iso) - date.fromisoformat(anchor)).days > LATEST


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
    if not marker and not set(words) - {"the"}:
        return None  # « attributed the fall in prices to the frost »
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


def is_of_old(document: Document, token: Token) -> bool:
    """Whether a text without a date tells at `token` of what was long ago: a story does; of news, a paragraph that has told an old year."""
    start = document.sentences[document.sentence_number(token)].paragraph
    years = years_before(document, token.span.start)
    if not is_news(document):
        return bool(years)
    first = next(n.span.start for n in document.sentences if n.paragraph == start)
    here = years[len(years_before(document, first)) :]
    return bool(here) and max(here) < MODERN


def year_beside(document: Document, head: Token) -> str | None:
    """The year that « last year » or « of that year » behind a day or month means; empty if it is not known, None if none is told so."""
    if head.text.lower() not in dates.MONTHS and dates.yearless(head.text) is None:
        return None
    words = [t.text.lower() for t in document.tokens[head.i + 1 : head.i + 5]]
    words = words[1:] if words[:1] == ["of"] else words
    words = words[1:] if words[:1] == ["the"] else words
    if words[1:2] != ["year"] or words[0] not in ("last", "this", "next", "that", "same"):
        return None
    if words[0] in ("that", "same"):
        start = document.sentence_of(head).span.start
        years = dates.YEAR.findall(document.article.text[start : head.span.start])
        return years[-1] if years else ""
    anchor = document.article.date
    return str(int(anchor[:4]) + {"last": -1, "this": 0, "next": 1}[words[0]]) if anchor else ""


def _in_year(document: Document, head: Token, year: str, marker: str) -> Phrase | None:
    """« April 2015 » for « April of that year »."""
    iso = dates.resolve_date(f"{head.text} {year}", "") if year else None
    if iso is None:
        return None
    end = next((t.span.end for t in document.tokens[head.i + 1 : head.i + 5] if t.lemma == "year"), head.span.end)
    marker = ("on" if iso.count("-") == 2 else "in") if marker in ("", "on", "in", "of") else marker
    span = Span(start=head.span.start, end=end)
    return Phrase(role="time", text=dates.say_date(iso), span=span, marker=marker, kind="time", head=head.lemma, named=True, core=False)


def is_years_own(document: Document, year: Token) -> bool:
    """Whether « last year » stands behind the month that it is the year of."""
    before = document.tokens[year.i - 2].text.lower() if year.i > 1 else ""
    return year.lemma == "year" and before in dates.MONTHS and document.tokens[year.i - 1].text.lower() in ("last", "this", "next")


def years_before(document: Document, offset: int) -> list[str]:
    """The years that the text tells before `offset`, in order."""
    if (known := document.memory.get("years")) is None:
        found = [(m.start(), m.group(1)) for m in dates.YEAR.finditer(document.article.text)]
        known = document.memory["years"] = ([at for at, _ in found], [year for _, year in found])
    places, years = known
    return list(years[: bisect_left(places, offset)])


def is_news(document: Document) -> bool:
    """Whether the text tells of days by the day of writing: « on Friday », « yesterday »."""
    if (known := document.memory.get("news")) is None:
        known = document.memory["news"] = NEWS.search(document.article.text) is not None
    return bool(known)


def last_year(document: Document, head: Token) -> str:
    """The year told last before a day in a story that has no date of its own; empty if none was told near enough, if it was one to which
    the story looked back, or if the article is news, whose days are of its own year."""
    lead = document.article.text[max(0, head.span.start - REACH) : head.span.start]
    near = [m.group(1) for m in dates.YEAR.finditer(lead) if not SPANNING.search(lead[: m.start()])]
    told = years_before(document, head.span.start)
    return near[-1] if near and near[-1] == max(told) and not is_news(document) else ""


def _two_years(document: Document, head: Token, marker: str) -> Phrase | None:
    """« 2007 and 2010 »."""
    joined = [head, *document.children(head, "conj")]
    if len(joined) != 2 or not all(dates.YEAR.fullmatch(t.text) for t in joined):
        return None
    span = Span(start=head.span.start, end=joined[1].span.end)
    return Phrase(role="time", text=document.text(span), span=span, marker=marker, kind="time", head=head.lemma, named=True, core=False)


def _two_days(document: Document, head: Token, second: Token, iso: str, marker: str) -> Phrase:
    """« 3 and 4 August 2022 »."""
    day, _, rest = dates.say_date(iso).partition(" ")
    span = Span(start=head.span.start, end=second.span.end)
    text = f"{day} and {second.text} {rest}"
    return Phrase(role="time", text=text, span=span, marker=marker or "on", kind="time", head=head.lemma, named=True, core=False)


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
    if marker and not opener and said.startswith(f"{marker} "):
        said = said.removeprefix(f"{marker} ")
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
    if document.head(token).text.lower() in ("until", "till", "for") and token.text.lower() in dates.WEEKDAYS:
        return True  # « was shut until Friday », « called a strike for Monday »
    if document.head(token).text.lower() in ("from", "until", "till", "by") and verb.lemma in word_set("verbs", "promising"):
        return True  # « promised them a rise from January »
    helpers = [t for t in document.children(verb, "aux", "aux:pass") if t.i < verb.i]
    low = [t.text.lower() for t in helpers]
    governor = document.head(verb)
    if verb.dep == "xcomp" and governor.lemma in word_set("verbs", "awaited"):
        given_up = any(t.text.lower() == "had" for t in document.children(governor, "aux"))
        return None if given_up else True  # « is expected to open in the spring », not « had been due to close in April »
    if verb.dep == "xcomp" and governor.text.lower() in ("is", "are") and any(t.text.lower() == "to" for t in document.children(verb, "aux")):
        return True  # « is to be heard in September »
    if is_timetable(document, token, verb):
        return True
    if any(word in AHEAD for word in low) or (verb.lemma in word_set("verbs", "awaited") and verb.has("VerbForm=Part")):
        return True
    first = helpers[0] if helpers else verb
    if first.has("Tense=Past") or any(word in ("has", "have", "'s", "’s", "'ve") for word in low):
        return False
    return None


def is_timetable(document: Document, token: Token, verb: Token) -> bool:
    """Whether a day of the week belongs to a present that tells what is to come: « the hall opens on Saturday »; or to a verb whose past looks
    like its present, beside what is to come: « the schools are to close today, while the baths shut on Monday ».
    """
    if token.text.lower() not in dates.WEEKDAYS or document.children(verb, "aux", "aux:pass"):
        return False
    if verb.has("Tense=Pres") and verb.has("VerbForm=Fin"):
        return verb.lemma not in word_set("verbs", "report")
    above = document.head(verb)
    beside = verb.dep in ("conj", "advcl") and above.pos in ("VERB", "AUX") and verb.text.lower() == verb.lemma
    told = (above, *(document.children(above, "xcomp") if above.lemma == "be" else ()))
    due = any(t.text.lower() in ("will", "to") for v in told for t in document.children(v, "aux"))
    return beside and due


def is_relative_time(text: str) -> bool:
    """Whether a time is told by the day of writing (« next week », « on Friday »)."""
    words = re.findall(r"[\w’']+", text.lower())
    return not dates.find_date(text) and any(w in word_set("grammar", "relative_time") for w in words)
