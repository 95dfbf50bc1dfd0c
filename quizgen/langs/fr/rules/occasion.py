"""When an event took place, told with its noun: « les élections législatives du 17 juin », « le sommet de Lisbonne en mars 2019 »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens
from quizgen.langs.fr.phrase.functions import heads_with_place
from quizgen.langs.fr.phrase.moments import read_moment
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import article_for, say_tokens
from quizgen.langs.fr.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "occasion"
SHORTEST = 2  # words without the article: « l’accident du 3 mai » is known by its date alone
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The dated event nouns of `sentence`."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.lemma not in word_set("nouns", "occasions") or noun.pos != "NOUN":
            continue
        date = next((t for t in document.children(noun, "nmod", "obl") if t.i > noun.i and _is_day(reading, t)), None)
        if date is not None:
            yield attempt(NAME, read_occasion, reading, noun, date)


def _is_day(reading: Reading, token: Token) -> bool:
    return dates.resolve_date(token.text, reading.document.article.date) is not None


def read_occasion(reading: Reading, noun: Token, date: Token) -> Fact:
    """« N a eu lieu le D ». Raises Refused if N is not known without its date."""
    document = reading.document
    moment = read_moment(reading, date, "time")
    if moment is None:
        raise Refused("the date is not known")
    if noun.lemma in word_set("nouns", "unfolding") and moment.text.startswith("le "):
        raise Refused("a day of something that lasts")
    moment = replace(moment, role="time", marker="" if moment.text.startswith("le ") else "en")
    words = [t for t in kept_tokens(document, noun, reading) if t.i < _start(document, date, noun)]
    whole = read_phrase(reading, noun, "subject")
    only = len(document.by_lemma.get(noun.lemma, ())) == 1 and plain(noun.lemma) in title_words(document)  # the title tells which one
    if len([t for t in words if t.dep != "det"]) < SHORTEST and not ((only or is_single(document, noun)) and words):
        raise Refused("the event is known by its date alone")
    if any(t.text.lower() in word_set("grammar", "possessives") for t in words):
        raise Refused("it is not told whose event it is")
    text = say_tokens(reading, words)
    if text.lower().startswith(("un ", "une ")):
        raise Refused("one event of several")
    text = text if is_definite(replace(whole, text=text)) else f"{article_for(noun, text)}{text}"
    subject = replace(
        whole, text=text, span=Span(start=words[0].span.start, end=words[-1].span.end), marker="", count="", counted="", role="what", kind="thing"
    )
    clause = Clause(verb=_verb(subject, moment, document.article.date), subject=subject, complements=(moment,))
    return build_fact(reading, noun, clause, type="event", rule=NAME, predicate=noun.lemma, confidence=CONFIDENCE)


def is_single(document: Document, noun: Token) -> bool:
    """« Norvège : … »: whether of such an event the country of the title had one, or few, and the article speaks of one: « le référendum »."""
    rare = noun.lemma in word_set("nouns", "rare_events") and noun.has("Number=Sing")
    return rare and len(document.by_lemma.get(noun.lemma, ())) == 1 and heads_with_place(document)


def _start(document: Document, date: Token, noun: Token) -> int:
    """Where the words of the date begin: its preposition, or the date itself."""
    return min((t.i for t in document.children(date, "case", "det") if t.i > noun.i), default=date.i)


def _verb(subject: Phrase, moment: Phrase, written: str) -> Verb:
    """« a eu lieu », or « aura lieu » for a day after the article's."""
    many = subject.number == "p"
    found = dates.find_date(moment.text)
    if found and written and found[0] > written[: len(found[0])]:
        return Verb(lemma="avoir", finite="auront" if many else "aura", rest="lieu", number=subject.number)
    return Verb(lemma="avoir", finite="ont" if many else "a", rest="eu lieu", number=subject.number)
