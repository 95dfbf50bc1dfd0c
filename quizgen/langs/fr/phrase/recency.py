"""A time and its article -> whether it is a day of the news, which passes with the day and which nobody asks for later.

Of sixty questions for a day within a week of the article readers took those of the article's own news (« a remporté le tour », under a
title that says so) and of no other: on what day something was broadcast, opened, begun or said is soon of no interest.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.topics import STEM, title_stems
from quizgen.langs.months import shifted
from quizgen.model import Clause, Document, Phrase, Token

WEEK, SOON = 7, 3  # days before the article, and after it, of which a day is one of the news
YEAR = 12  # months in which what holds « since May » is of the day
TO_COME = re.compile(r"..(?:ra|ront)$")  # how what will be is told
OPENING = 2  # sentences in which an article tells its own news


def is_recent(document: Document, text: str, marker: str = "") -> bool:
    """Whether `text` is a day within a week of the article, its month or year or the one before, or after « depuis » less than a year back."""
    found, written = dates.find_date(text), document.article.date
    if found is None or len(written) < len("2012-07-04"):
        return False
    told = found[0]
    if marker == "depuis":
        return (shifted(written, months=-YEAR) or written) <= told
    if len(told) == len(written):
        return -SOON <= (date.fromisoformat(written) - date.fromisoformat(told)).days <= WEEK
    if len(told) == len("2012-07"):
        return (shifted(written, months=-1) or told) <= told <= written[:7]
    back = int(written[:4]) - int(told)
    return (back in (0, 1) and text == told and marker == "en") or (back == 0 and "début" in text)


def mark_times(document: Document, clause: Clause, head: Token, *, own: bool) -> Clause:
    """`clause` with its days of the news marked, but not where it tells the own news: `own`, and in the opening, of a named event, or to come."""
    subject = clause.subject
    named_event = clause.verb.lemma in word_set("verbs", "happen") and subject is not None and re.search(r"[a-zà-ÿ’] ?[A-ZÀ-Ý]", subject.text)
    if own and (is_in_opening(document, head) or named_event or TO_COME.search(clause.verb.finite)):
        return clause

    def marked(part: Phrase | Clause) -> Phrase | Clause:
        if isinstance(part, Clause):
            return replace(part, complements=tuple(map(marked, part.complements)))
        return replace(part, recent=True) if part.kind == "time" and is_recent(document, part.text, part.marker) else part

    return replace(clause, complements=tuple(map(marked, clause.complements)))


def is_in_opening(document: Document, token: Token) -> bool:
    """Whether a token stands in the first sentences."""
    return document.sentence_number(token) < OPENING


def is_day_of_news(document: Document, time: Token, said: str) -> bool:
    """Whether the time of a passage, told as `said`, is a day of the news, and not under the verb of the title, or with its object.

    The year after that of the article is guessed.
    """
    marker = next((t.text.lower() for t in document.children(time, "case")), "")
    above = document.head(time)
    if above.lemma in dates.EDGES or (time.dep == "nmod" and not marker and above.text.islower() and above.lemma not in word_set("nouns", "periods")):
        marker = "en"  # « au début de 2009 », « le budget 2010 »
    told = (above, *document.children(above, "obj"))
    own = is_in_opening(document, time) and marker != "depuis" and any(plain(t.lemma)[:STEM] in title_stems(document) for t in told)
    next_year = said == shifted(document.article.date, years=1) and marker == "en"
    return not own and (next_year or is_recent(document, said, marker))
