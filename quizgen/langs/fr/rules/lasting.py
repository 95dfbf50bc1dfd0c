"""How long an event lasted, told with its noun: « un débat qui a duré douze heures », « au terme d’un procès de trois semaines »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import article_for, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "lasting"
CONFIDENCE = 0.9
# Before an event that took place; one that is called for or prepared may not.
HELD = re.compile(
    r"(?i)\b(?:(?:après|durant|pendant)|(?:à l’issue|au terme|au bout|au cours|lors|à la suite) d(?:e|’)) ?(?:une?|l[ea]|l’) ?(?:\w+ )?$"
)
LASTED = ("a duré", "avait duré", "ont duré", "avaient duré", "dura", "durèrent", "aura duré")
LONGEST = 7  # words of the event


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The events of `sentence` that are told with their length."""
    document = reading.document
    events = word_set("nouns", "occasions") | word_set("nouns", "meetings")
    for noun in document.words(sentence):
        if noun.pos != "NOUN" or noun.lemma not in events or noun.has("Number=Plur") or noun.i in document.quotations:
            continue
        length = find_length(document, noun)
        if length is not None:
            yield attempt(NAME, read_lasting, reading, noun, length)


def find_length(document: Document, noun: Token) -> Token | None:
    """The noun of the time that an event took: after « qui a duré », or right after « de » where the event is told as past."""
    if noun.i + 3 >= len(document.tokens):
        return None
    beside = document.child(noun, "acl:relcl")
    if beside is not None and beside.lemma == "durer" and beside.i > noun.i:
        first = document.after(noun)
        words = " ".join(t.text.lower() for t in document.tokens[noun.i + 2 : beside.i + 1])
        plain = first is not None and first.text.lower() == "qui" and words in LASTED
        return next((t for t in document.children(beside) if t.i > beside.i and is_length(document, t)), None) if plain else None
    of, number, unit = document.tokens[noun.i + 1], document.tokens[noun.i + 2], document.tokens[noun.i + 3]
    close = of.text.lower() in ("de", "d’", "d'") and number.pos == "NUM" and is_length(document, unit)
    before = document.article.text[document.sentence_of(noun).span.start : noun.span.start].replace("'", "’")
    return unit if close and HELD.search(before) else None


def is_length(document: Document, token: Token) -> bool:
    """« douze heures »: a counted unit of time; not an age, nor a sentence to so many years."""
    return token.lemma in word_set("nouns", "durations") and document.child(token, "nummod") is not None


def read_lasting(reading: Reading, noun: Token, length: Token) -> Fact:
    """« N a duré L ». Raises Refused if it is not known which event is meant."""
    document = reading.document
    value = [t for t in document.subtree(length) if t.dep not in ("case", "punct") and t.i <= length.i]
    words = [t for t in kept_tokens(document, noun, reading) if t.i < value[0].i]
    while words and words[-1].pos in ("ADP", "PRON", "PUNCT", "VERB", "AUX"):
        words = words[:-1]
    own = [t for t in words if t.dep != "det" or t.head != noun.i]
    if not own or noun not in own or len(own) > LONGEST:
        raise Refused("the event is not told whole")
    if any(t.text.lower() in word_set("grammar", key) for t in words for key in ("possessives", "demonstratives", "pointing")):
        raise Refused("it is not told whose event it is")
    if len(document.by_lemma.get(noun.lemma, ())) > 1 and len(own) == 1:
        raise Refused("one event of several")
    text = say_tokens(reading, own)
    whole = read_phrase(reading, noun, "subject")
    subject = Phrase(
        role="told_what", text=f"{article_for(noun, text)}{text}", span=Span(start=own[0].span.start, end=own[-1].span.end), kind="thing",
        head=noun.lemma, gender=whole.gender, entities=whole.entities,
    )  # fmt: skip
    span = Span(start=value[0].span.start, end=value[-1].span.end)
    spent = Phrase(role="length", text=f"{approximation(document, value[0])}{document.text(span)}", span=span, kind="duration", head=length.lemma)
    clause = Clause(verb=Verb(lemma="durer", finite="a", rest="duré"), subject=subject, complements=(spent,))
    return build_fact(reading, noun, clause, type="event", rule=NAME, predicate="durer", confidence=CONFIDENCE)
