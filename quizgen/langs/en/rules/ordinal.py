"""Which one of a row somebody is: « X was the first woman to win the prize », « X became the youngest sailor to cross the strait ».

Asked by what is told of the row: « Who was the first woman to win the prize? ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.verbs import find_subject, is_clause_head, read_negation
from quizgen.langs.en.forms.dates import WEEKDAYS
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.en.rules.clause import check_standing
from quizgen.langs.en.rules.statement import POINTING, RELATIVE
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "ordinal"
ORDINAL = re.compile(r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|only|last|[a-z]{3,}est")
LONGEST = 18  # words of what is told of the row
ENDS = (",", ";", ":", "(", "–", "—", ".", "“", '"')
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The ranks that `sentence` gives to a named one."""
    document = reading.document
    for rank in document.words(sentence):
        noun = document.head(rank)
        article = next((t for t in document.children(noun, "det") if t.text.lower() == "the" and t.i < rank.i), None)
        if rank.dep != "amod" or not ORDINAL.fullmatch(rank.text.lower()) or noun.i < rank.i or article is None or rank.i in document.quotations:
            continue
        if any(t.text.lower() == "to" for d in document.children(noun, "acl", "acl:relcl") for t in document.children(d, "aux")):
            yield attempt(NAME, read_ordinal, reading, noun, article)


def read_ordinal(reading: Reading, noun: Token, article: Token) -> Fact:
    """« X was the Nth N to V ». Raises Refused unless X is named, and nothing in the words points elsewhere."""
    document = reading.document
    verb, subject = find_bearer(document, noun)
    attribution = check_standing(reading, verb) if is_clause_head(document, verb) else ""
    if read_negation(document, verb) or any(t.has("VerbType=Mod") for t in document.children(verb, "aux")):
        raise Refused("it is not told as so")
    term = replace(read_phrase(reading, subject, "term"), marker="")
    if len(term.entities) != 1 or term.kind not in ("person", "country", "city", "organisation"):
        raise Refused(f"“{term.text}” is no named one")
    words = words_of_row(document, noun, article)
    text = say_tokens(reading, words)
    if RELATIVE.search(text) or POINTING.search(text):
        raise Refused("it points to a day, or to a sentence before")
    finite = "became" if verb.lemma == "become" else "is" if verb.has("Tense=Pres", "VerbForm=Fin") and verb.lemma == "be" else "was"
    gloss = Phrase(role="told_gloss", text=text, span=Span(start=article.span.start, end=words[-1].span.end), head="rank")
    clause = Clause(verb=Verb(lemma="be", finite=finite), subject=term, complements=(gloss,))
    return build_fact(reading, noun, clause, type="definition", rule=NAME, predicate="rank", attribution=attribution, confidence=CONFIDENCE)


def find_bearer(document: Document, noun: Token) -> tuple[Token, Token]:
    """The verb that gives the rank and who has it. Raises Refused if it is not told of whom it is."""
    above = document.head(noun)
    if noun.dep in ("attr", "xcomp", "obj") and above.lemma in ("be", "become"):
        opened = above.dep == "advcl" and above.has("Aspect=Prog") and above.lemma == "become"
        subject = find_subject(document, document.head(above) if opened else above)
        if subject is not None and (opened or is_clause_head(document, above)) and subject.i < noun.i:
            return above, subject
    if noun.dep == "appos" and above.i < noun.i and above.name:
        verb = next((t for t in document.ancestors(above) if t.pos in ("VERB", "AUX")), None)
        if verb is not None:
            return verb, above
    raise Refused("it is not told of whom it is the rank")


def words_of_row(document: Document, noun: Token, article: Token) -> list[Token]:
    """The words from « the » to the end of what is done. Raises Refused for a pronoun in them, and for too many."""
    inside = {t.i for t in document.subtree(noun)}
    words = [article]
    while (following := document.after(words[-1])) is not None and following.i in inside and following.text not in ENDS:
        words.append(following)
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "own") | word_set("grammar", "unresolved")
    if any(t.pos == "PRON" or t.text.lower() in pointing or t.text.lower() in WEEKDAYS for t in words):
        raise Refused("the words point elsewhere")
    if len(words) > LONGEST or words[-1].i <= noun.i:
        raise Refused("too much or too little would have to be told")
    return words
