"""Numbers in a phrase: the count with its approximation, and what is counted."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.forms.amounts import SCORE
from quizgen.langs.en.forms.dates import YEAR
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Span, Token

HOURS = ("am", "pm", "a.m.", "p.m.", "o'clock", "o’clock")
RATE = re.compile(r"(?:days|hours|nights|weeks|months|times) (?:a|per|each) (?:day|week|month|year)$")  # « four days a week »
SAME = (
    "aircraft",
    "species",
    "series",
    "sheep",
    "fish",
    "staff",
    "people",
    "spacecraft",
    "offspring",
    "deer",
    "cattle",
    "crew",
    "personnel",
    "police",
    "dead",
)
MANY = ("hundreds", "thousands", "millions", "billions", "dozens", "tens")


def with_count(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase:
    """`phrase` with the number in it and what is counted, if there is one."""
    document = reading.document
    number = document.child(head, "nummod") or next((t for t in document.children(head, "amod") if t.pos == "NUM" and t.i < head.i), None)
    if head.text.lower() in MANY:
        return _with_many(reading, phrase, head)
    if number is None and (told := _of_number(reading, phrase, head, kept)) is not None:
        return told
    if head.pos == "NUM" and (whole := _whole(document, head, kept)):
        return replace(phrase, count=_number_words(document, head), counted=say_tokens(reading, whole), number="p")
    if head.pos in ("NUM", "SYM") or head.text in ("%", "$", "£", "€"):
        return replace(phrase, kind="measure", text=_with_lead(document, phrase, kept))
    if (
        number is None
        and head.lemma.lower() in word_set("nouns", "units")
        and any(t.text.lower() in ("a", "an") for t in document.children(head, "det"))
    ):
        return replace(phrase, kind="measure")  # « a ton »
    if head.text.lower() in HOURS and number is not None:
        return replace(phrase, kind="measure", text=f"{approximation(document, number)}{number.text} {head.text}")
    if number is None or is_of_one(document, head) or number.i > head.i or is_uncounted(phrase) or is_no_count(document, number, head):
        return phrase
    lead = approximation(document, number)
    if phrase.kind == "duration":
        return _with_time(reading, phrase, number, kept)
    if is_one_of_a_row(head, number):
        return phrase
    parted = any(t.text.lower() == "of" for t in document.children(head, "prep"))
    plain_object = phrase.role == "object" and head.lemma.lower() not in ("%", "percent") and not document.children(head, "amod")
    if head.lemma.lower() in word_set("nouns", "units") and not (parted or plain_object):
        return replace(phrase, kind="measure", text=phrase.text if phrase.text.lower().startswith(lead) else f"{lead}{phrase.text}")
    if any(t.text.lower() in ("the", "these", "those") for t in document.children(head, "det")) and number.text.lower() in ("one", "two", "three"):
        return phrase
    others = document.children(head, "conj")
    if any(document.child(c, "nummod") or document.child(c, "det") or is_some(document, c) for c in others) or document.child(number, "conj"):
        return phrase  # « five men and one woman »: the number counts one part only
    counted = say_tokens(reading, [t for t in kept if t.i > number.i])
    if not counted or re.search(r"\d(?![\w-]*-[a-z])|\b(his|her|its|their)\b", counted) or document.child(head, "poss"):
        return phrase
    return replace(phrase, count=_number_words(document, number), counted=counted.partition(" instead of ")[0])


def is_some(document: Document, noun: Token) -> bool:
    """Whether a noun is told with « several » or its like, beside the number of another: « 20 vans and several carts »."""
    return any(t.text.lower() in ("several", "many", "few", "numerous", "countless") for t in document.children(noun, "amod"))


def is_one_of_a_row(head: Token, number: Token) -> bool:
    """Whether a number before a singular counts nothing: « the 2018 tournament », « an Alder 5 rocket »."""
    counted = word_set("nouns", "units") | word_set("nouns", "durations") | word_set("questions", "currencies")
    alone = head.pos == "NOUN" and head.has("Number=Sing") and head.lemma.lower() not in counted
    return alone and number.text[:1].isdigit() and number.text != "1" and head.text.lower() == head.lemma.lower() and head.lemma not in SAME


def _of_number(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase | None:
    """A crowd of so many, or a part of a whole; None if the phrase is neither."""
    if head.lemma.lower() in word_set("nouns", "crowds") and (people := _crowd(reading.document, phrase, head, kept)) is not None:
        return people
    return _part(reading, phrase, head) if head.lemma.lower() in word_set("nouns", "fractions") else None


def _with_time(reading: Reading, phrase: Phrase, number: Token, kept: list[Token]) -> Phrase:
    """A duration with its number, which is counted in « four days a week » and « sentenced to seven years in prison »."""
    rate = RATE.search(phrase.text)
    bound = phrase.marker in ("to", "by") and " and " not in phrase.text  # not « three years and four months »
    counted = rate.group() if rate else say_tokens(reading, [t for t in kept if t.i > number.i]) if bound else ""
    if counted:
        return replace(phrase, kind="thing", count=_number_words(reading.document, number), counted=counted, number="p")
    lead = approximation(reading.document, number)
    return phrase if not lead or lead in f"{phrase.text.lower()} " else replace(phrase, text=f"{lead}{phrase.text}")  # « a little over five minutes »


def _whole(document: Document, number: Token, kept: list[Token]) -> list[Token]:
    """« of the patients » behind « thirty »; empty where no several things are told of which so many are."""
    of = next((t for t in document.children(number, "prep") if t.text.lower() == "of" and t.i == number.i + 1), None)
    noun = document.child(of, "pobj") if of is not None else None
    definite = noun is not None and any(t.text.lower() in ("the", "its", "their") for t in document.children(noun, "det", "poss"))
    if of is None or noun is None or not (definite and noun.pos == "NOUN" and noun.has("Number=Plur")) or number.text.lower() == "one":
        return []
    return [t for t in kept if t.i >= of.i]


def is_of_one(document: Document, head: Token) -> bool:
    """Whether a number stands with one thing, which it does not count: « a magnitude 6 quake », « an Alder 5 van »."""
    return head.has("Number=Sing") and any(t.text.lower() in ("a", "an") for t in document.children(head, "det"))


def is_uncounted(phrase: Phrase) -> bool:
    """Whether a phrase is a date or a name, in which a number counts nothing."""
    return phrase.kind == "time" or bool(phrase.entities and phrase.kind != "people")


def is_no_count(document: Document, number: Token, head: Token) -> bool:
    """Whether a number beside a noun tells a year, is a part of a name, or counts the names behind: « the 2012 putsch », « an Alder 5 rocket »."""
    articles = {t.text.lower() for t in document.children(head, "det")}
    if SCORE.fullmatch(number.text):
        return True  # « a 0–0 draw »
    if (sign := document.before(number)) is not None and sign.text in word_set("questions", "signs"):
        return True  # « the $75 million mission » is one
    single = head.has("Number=Sing") and head.lemma.lower() not in word_set("nouns", "units")
    named = (before := document.before(number)) is not None and before.pos == "PROPN" and number.text[:1].isdigit()
    year = YEAR.fullmatch(number.text) is not None
    return (year and (single or "the" in articles)) or (single and named and bool(articles & {"a", "an"})) or is_named_list(document, head)


def is_named_list(document: Document, head: Token) -> bool:
    """Whether the names behind a comma are what the number counts: « two elements, Alder and Elm, »."""
    following = document.after(head)
    joined = document.child(head, "conj")
    return joined is not None and following is not None and following.text == "," and joined.pos == "PROPN" and head.pos == "NOUN"


def _part(reading: Reading, phrase: Phrase, head: Token) -> Phrase | None:
    """« nearly a fifth of the area »: what is counted is the share; None if it is not said of what."""
    document = reading.document
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of" and t.i == head.i + 1), None)
    noun = document.child(of, "pobj") if of is not None else None
    article = document.child(head, "det")
    if noun is None or article is None or article.text.lower() != "a":
        return None
    whole = say_tokens(reading, kept_tokens(document, noun))
    return replace(phrase, count=f"{approximation(document, article)}a", counted=f"{head.text.lower()} of {whole}")


def _crowd(document: Document, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase | None:
    """« a crowd of 18,326 »: it is people who are counted; None if it is of something else."""
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of" and t.i == head.i + 1), None)
    number = document.child(of, "pobj") if of is not None else None
    if number is None or number.pos != "NUM" or number not in kept:
        return None
    return replace(phrase, count=_number_words(document, number), counted="people")


def _number_words(document: Document, number: Token) -> str:
    """« more than 300 », as written."""
    words = [t for t in document.subtree(number) if t.i <= number.i and t.pos not in ("PUNCT",)]
    words = words[1:] if words[0].text.lower() == "then" else words  # « by then 24 people were ill »
    text = document.text(Span(start=words[0].span.start, end=number.span.end))
    lead = approximation(document, number)
    return text if text.lower().startswith(lead.strip()) else f"{lead}{number.text}"


def _with_lead(document: Document, phrase: Phrase, kept: list[Token]) -> str:
    lead = approximation(document, kept[0])
    return phrase.text if phrase.text.lower().startswith(lead) else f"{lead}{phrase.text}"


def _with_many(reading: Reading, phrase: Phrase, head: Token) -> Phrase:
    """« thousands of people »: the noun is the number."""
    document = reading.document
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of"), None)
    noun = document.child(of, "pobj") if of is not None else None
    if noun is None and document.children(head, "quantmod"):
        raise Refused("it is not told of what so many are")  # « hundreds of millions »
    if noun is None:
        return phrase
    lead = approximation(document, head)
    return replace(phrase, count=f"{lead}{head.text.lower()}", counted=say_tokens(reading, kept_tokens(document, noun)), number="p")


def approximation(document: Document, number: Token) -> str:
    """The words before a number that are part of it, with a space after: « more than  », or empty."""
    start = document.sentence_of(number).span.start
    lead = document.article.text[start : number.span.start].lower()
    lead = re.sub(r"[$£€]\s*$", "", lead)
    before = document.before(number)
    if before is not None and before.dep == "prep" and document.head(before).lemma in word_set("nouns", "works"):
        return ""  # « a film about two sisters »
    governs = before is not None and before.dep in ("prep", "agent") and number in document.subtree(before)  # « over four years »
    for words in sorted(word_set("grammar", "approximations"), key=len, reverse=True):
        if governs and before is not None and words == before.text.lower():
            continue
        if re.search(rf"(^|\W){re.escape(words)}\s*$", lead):
            return f"{words} "
    return ""
