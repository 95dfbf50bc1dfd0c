"""What a figure was before: « l’île compte onze élèves, contre 34 en 2012 », « la part des femmes atteint 31 %, contre 24 % il y a dix ans ».

The clause is told again with the earlier figure and its time: « Combien d’élèves l’île comptait-elle en 2012 ? ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import is_clause_head, told_before
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.moments import read_moment
from quizgen.langs.fr.rules.clause import check_content
from quizgen.langs.fr.rules.inner_count import read_finite
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import only_told, swap
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "earlier"
CONFIDENCE = 0.9
GAP = 2  # characters between the figure of now and « contre »: a comma and a space
REACH = 6  # words of the time behind the figure
AGO = re.compile(r"il y a ([\w-]+) ans?(?= ?[.,;:)]|$)")
FIGURE = re.compile(r"\d(?:[\d\s,]*\d)?(?:\s(?:millions?|milliards?|%))?")
INTERVAL = re.compile(r"(un|[\w-]+) an(?:s|née|nées)? (?:plus tôt|auparavant|avant)(?= ?[.,;:)]|$)")
IN_YEAR = re.compile(r"en (\d{4})(?= ?[.,;:)]|$)")
NAMED_MONTH = re.compile(r"(?:en|au mois de|au mois d’|début|fin) \w+(?= ?[.,;:)]|$)")
UNITS = ("%", "millions", "milliards", "million", "milliard")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The earlier figures behind « contre » in `sentence`."""
    document = reading.document
    for contre in document.words(sentence):
        if contre.text.lower() not in ("contre", "après") or contre.i in document.quotations:
            continue
        comma, number = document.before(contre), document.after(contre)
        if comma is None or comma.text != "," or number is None or number.pos != "NUM":
            continue  # « par 46 voix contre 41 en 2017 »
        verb = next((t for t in reversed(document.tokens[sentence.first : contre.i]) if is_clause_head(document, t)), None)
        if verb is not None:
            yield attempt(NAME, read_earlier, reading, contre, number, verb)


def read_earlier(reading: Reading, contre: Token, number: Token, verb: Token) -> Fact:
    """« S V N T » with N asked. Raises Refused unless the clause ends in a figure of the same unit, and it is told when the other held."""
    document = reading.document
    count, last = read_figure(document, number)
    clause, source = read_finite(reading, verb)
    time = read_interval(reading, last, clause) or read_time(reading, last)
    now = find_figure([p for p in clause.complements if isinstance(p, Phrase)], contre.span.start)
    if now is None or clause.verb.negation:
        raise Refused("with what it is compared is not told with the clause")
    shown = now.count or (alone.group() if (alone := FIGURE.match(now.text)) else "")
    if not shown or [w for w in count.split() if w in UNITS] != [w for w in shown.split() if w in UNITS]:
        raise Refused("another unit")
    text = now.text.replace(shown, count, 1)
    before = replace(now, count=count if now.count else "", text=text, span=Span(start=number.span.start, end=last.span.end))
    group = told_before(clause.verb) if verb.lemma not in moving() else stood_at(clause, now)
    if group is None or shown not in now.text:
        raise Refused("the verb has no form of the time before that is sure")
    others = tuple(p for p in clause.complements if p is now or not (isinstance(p, Phrase) and p.kind == "time"))
    told = swap(replace(clause, verb=group, complements=(*others, time)), now, before)
    check_content(reading, told, "action")
    return build_fact(
        reading, number, only_told(told, before), type="quantity", rule=NAME, predicate=f"{verb.lemma} {now.head} avant",
        attribution=source, confidence=CONFIDENCE,
    )  # fmt: skip


def moving() -> frozenset[str]:
    """Verbs of going from one figure to another: « tomber », « reculer », « passer »."""
    return word_set("verbs", "changing") | word_set("verbs", "falling")


def stood_at(clause: Clause, now: Phrase) -> Verb | None:
    """« s’élevait » for « est tombé »: before, the figure stood where it then left; None for what fell by so much."""
    many = clause.subject is not None and clause.subject.number == "p"
    if now.marker != "à":
        return None
    return Verb(lemma="élever", finite="élevaient" if many else "élevait", reflexive=True, number="p" if many else "s")


def find_figure(phrases: list[Phrase], stop: int) -> Phrase | None:
    """The figure that ends right before the character `stop`, or before a time that does: « 1 200 navires en 2021, contre … »."""
    time = next((p for p in phrases if p.kind == "time" and 0 <= stop - p.span.end <= GAP), None)
    ends = [stop - GAP] if time is None else [stop - GAP, time.span.start - 1, time.span.start - len(f" {time.marker} ")]
    return next((p for p in phrases if (p.count or p.kind == "measure") and p is not time and any(abs(end - p.span.end) <= 1 for end in ends)), None)


def read_figure(document: Document, number: Token) -> tuple[str, Token]:
    """« 34 », « 24 % », and its last word."""
    unit = document.after(number)
    if unit is None or unit.text not in UNITS:
        return number.text, number
    return f"{number.text} {unit.text}", unit


def read_interval(reading: Reading, last: Token, clause: Clause) -> Phrase | None:
    """« un an plus tôt », from the year of the figure of now: that of the clause, or of the article where the clause tells no other."""
    document = reading.document
    words = document.tokens[last.i + 1 : min(last.i + 1 + REACH, document.sentence_of(last).last)]
    told = INTERVAL.match(" ".join(t.text for t in words))
    back = (1 if told.group(1).lower() == "un" else magnitude(told.group(1))) if told else None
    if told is None or back is None:
        return None
    years = [p.text[-4:] for p in clause.complements if isinstance(p, Phrase) and p.kind == "time" and p.text[-4:].isdigit()]
    now = years[0] if years else document.article.date[:4] if not clause.verb.rest else ""
    if not now or len(years) > 1:
        return None
    span = Span(start=words[0].span.start, end=words[1].span.end)
    return Phrase(role="time", text=str(int(now) - int(back)), span=span, marker="en", kind="time", head="an", named=True, core=False)


def read_time(reading: Reading, last: Token) -> Phrase:
    """The time right behind the earlier figure. Raises Refused if there is none that holds by itself."""
    document = reading.document
    words = document.tokens[last.i + 1 : min(last.i + 1 + REACH, document.sentence_of(last).last)]
    text = " ".join(t.text for t in words)
    span = Span(start=words[0].span.start, end=words[-1].span.end) if words else last.span
    ago = AGO.match(text)
    years = magnitude(ago.group(1)) if ago and document.article.date else None
    year = str(int(document.article.date[:4]) - int(years)) if years else (found.group(1) if (found := IN_YEAR.match(text)) else "")
    if year:
        return Phrase(role="time", text=year, span=span, marker="en", kind="time", head="an", named=True, core=False)
    for token in words[:2]:  # « l’an dernier », « fin 2019 », « le 3 mai 2019 »
        moment = read_moment(reading, token, "time")
        if moment is not None and moment.role == "time" and moment.marker in ("", "en") and moment.text[-4:].isdigit():
            return moment
    month = next((t.text.lower() for t in words[:4] if t.text.lower() in dates.MONTHS), "")
    before = dates.resolve_relative(month, document.article.date, ahead=False) if month and document.article.date else None
    if before and NAMED_MONTH.match(text):
        return Phrase(role="time", text=dates.say_date(before), span=span, marker="en", kind="time", head=month, named=True, core=False)
    raise Refused("when it was so is not told")
