"""What a short name stands for: « the Front for Liberation (FL) »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.reference.names import spells
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "acronym"
SHORT = re.compile(r"[A-Z](?:\.?[A-Z]){1,6}\.?")
LONGEST = 10  # words of a full name
CONFIDENCE = 0.7
LEAST_USES = 2  # behind the bracket


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The short names that `sentence` spells out."""
    document = reading.document
    for token in document.words(sentence):
        before, after = document.before(token), document.after(token)
        if SHORT.fullmatch(token.text) and before is not None and after is not None and before.text == "(" and after.text == ")":
            yield attempt(NAME, read_acronym, reading, token, before)


def read_acronym(reading: Reading, short: Token, bracket: Token) -> Fact:
    """« A stands for F ». Raises Refused if the words before the bracket do not spell it."""
    document = reading.document
    if sum(t.text == short.text for t in document.tokens[short.i + 1 :]) < LEAST_USES:
        raise Refused("the article hardly uses it")
    start = document.sentence_of(short).span.start
    words = list(re.finditer(r"[\w’'&-]+", document.article.text[start : bracket.span.start]))
    for count in range(2, min(LONGEST, len(words)) + 1):
        part = words[-count:]
        if part[0].group()[0].isupper() and spells([w.group() for w in part], short.text):
            span = Span(start=start + part[0].start(), end=start + part[-1].end())
            break
    else:
        raise Refused("the words before it do not spell it")
    term = Phrase(role="term", text=short.text, span=short.span, head=short.text, named=True)
    gloss = Phrase(role="gloss", text=document.text(span), span=span, head=short.text, named=True)
    clause = Clause(verb=Verb(lemma="stand", finite="stands", rest="for"), subject=term, complements=(gloss,))
    return build_fact(reading, short, clause, type="definition", rule=NAME, predicate="stand for", confidence=CONFIDENCE)
