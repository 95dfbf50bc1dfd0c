"""Who said the words in quotation marks: « X a déclaré : « … » », « … », a indiqué X ».

A quotation is asked with its speaker if it is a whole sentence that stands alone; parts of what somebody said are left to
the rule of statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizgen.langs import Refusal
from quizgen.langs.fr.facts import attempt, build_fact, is_report
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.rules.clause import is_specific, read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "quotation"
SHORTEST, LONGEST = 5, 22  # words of a quotation in a question
SPEAKERS = ("person", "organisation", "country", "other")
OWN = ("je", "j’", "moi", "tu", "vous", "on", "ça", "ceci", "me", "m’")
CONFIDENCE = 0.8
DASHES = re.compile(r"\[(?:…|\.\.\.)\]|\.\.\.|…")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The quotations whose speaker `sentence` names."""
    document = reading.document
    for verb in document.words(sentence):
        if is_report(verb) and verb.i not in document.quotations and verb.pos == "VERB" and not verb.has("VerbForm=Inf"):
            number = find_quotation(document, sentence, verb)
            if number is not None:
                yield attempt(NAME, read_quotation, reading, verb, number)


def find_quotation(document: Document, sentence: Sentence, verb: Token) -> int | None:
    """The number of the quotation that opens after the colon behind `verb`, or closes right before it."""
    words = document.words(sentence)
    for here, following in pairwise(words):
        if here.i > verb.i and here.text == ":" and following.text in ("«", "“", '"') and following.i + 1 in document.quotations:
            return document.quotations[following.i + 1]
    opener = next((t for t in reversed(document.tokens[max(0, verb.i - 4) : verb.i]) if t.text in ("»", "”", '"')), None)
    return document.quotations.get(opener.i - 1) if opener is not None else None


def read_quotation(reading: Reading, verb: Token, number: int) -> Fact:
    """« S a déclaré : « Q » ». Raises Refused if S is not named, or Q does not stand alone."""
    document = reading.document
    speaker = read_clause_subject(reading, verb)
    if speaker.kind not in SPEAKERS or not (speaker.entities or speaker.named or is_specific(speaker)):
        raise Refused("the speaker is not named")
    span = first_sentence(document, number)
    said = DASHES.sub("", document.text(span)).strip(" .,;")
    check_alone(document, span, said)
    many = speaker.number == "p"
    content = Phrase(role="object", text=f"« {said} »", span=span, marker=":", kind="content")
    told = Verb(lemma="déclarer", finite="ont" if many else "a", rest="déclaré", number=speaker.number)
    clause = Clause(verb=told, subject=replace(speaker, marker=""), complements=(content,))
    fact = build_fact(reading, verb, clause, type="statement", rule=NAME, predicate=verb.lemma, modality="said", confidence=CONFIDENCE)
    whole = Span(start=min(fact.evidence.start, span.start), end=max(fact.evidence.end, span.end))
    return replace(fact, evidence=whole)  # the quotation may open sentences before the one that names its speaker


def first_sentence(document: Document, number: int) -> Span:
    """The first sentence of a quotation."""
    inside = [document.tokens[i] for i in document.quoted[number]]
    first = inside[0]
    end = next((t for t in inside if t.text in (".", "!", "?") and t.i > first.i), inside[-1])
    return Span(start=first.span.start, end=end.span.end if end.text not in (".",) else end.span.start)


def check_alone(document: Document, span: Span, said: str) -> None:
    """Raises Refused for words that are too few or too many, or that only what goes before explains."""
    tokens = document.tokens_in(span)
    if not SHORTEST <= len(said.split()) <= LONGEST or "«" in said or "?" in said:
        raise Refused("what is said is too long or too short to be asked")
    if said.lower().startswith(("oui", "non,", "non ")):
        raise Refused("it answers a question that is not told")
    if not any(t.has("VerbForm=Fin") for t in tokens) or not said[:1].isupper():
        raise Refused("it is no whole sentence")
    low = {t.text.lower().replace("'", "’") for t in tokens if t.pos in ("PRON", "DET", "ADV")}
    if low & (word_set("grammar", "demonstratives") | word_set("grammar", "own") | set(OWN)):
        raise Refused("it points to something outside of it")
    first = next((t for t in tokens if t.pos != "PUNCT"), None)
    if first is not None and first.pos == "PRON" and first.text.lower() not in ("nous", "personne", "rien", "il"):
        raise Refused("it begins with a pronoun")
