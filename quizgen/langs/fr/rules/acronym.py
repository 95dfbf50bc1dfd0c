"""What a short name stands for: « le Front de libération (FL) », « la BC (Banque centrale) », « le BE, le Bureau d’enquêtes, ».

The words must have the letters of the short name as their initials, in order; nothing else in brackets is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.reference.acronyms import SHORT, SPOKEN, spell_after, spell_before
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "acronym"
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The short names of `sentence` that stand beside their full names."""
    for token in reading.document.words(sentence):
        before = reading.document.before(token)
        spoken = SPOKEN.fullmatch(token.text) and before is not None and before.text == "("
        if (SHORT.fullmatch(token.text) or spoken) and token.i not in reading.document.quotations:
            found = attempt(NAME, read_acronym, reading, token)
            if isinstance(found, Fact):
                yield found


def read_acronym(reading: Reading, token: Token) -> Fact:
    """« Le sigle A signifie … ». Raises Refused if no words beside `token` spell it."""
    document = reading.document
    sentence = document.sentence_of(token).span
    text, at = document.text(sentence), token.span.start - sentence.start
    end = token.span.end - sentence.start
    span = spell_before(text, at, token.text) or spell_after(text, end, token.text)
    if span is None:
        raise Refused("nothing beside it spells it")
    full = Span(start=sentence.start + span[0], end=sentence.start + span[1])
    term = Phrase(role="term", text=token.text, span=token.span, kind="acronym", named=True)
    gloss = Phrase(role="gloss", text=document.text(full).replace("'", "’"), span=full, named=True)
    clause = Clause(verb=Verb(lemma="signifier", finite="signifie"), subject=term, complements=(gloss,))
    return build_fact(reading, token, clause, type="definition", rule=NAME, predicate="signifier", confidence=CONFIDENCE)
