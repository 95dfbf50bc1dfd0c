"""What part of a whole a number makes: « 310 postes, soit 8 % de ses effectifs »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.phrase.phrases import is_definite
from quizgen.langs.fr.phrase.wording import article_for, say_list, say_tokens
from quizgen.langs.fr.rules.among import find_whole
from quizgen.langs.fr.rules.clause import read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "portion"


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The shares that `sentence` gives after « soit »."""
    document = reading.document
    for token in document.words(sentence):
        share = document.head(token)
        if token.text.lower() == "soit" and share.text == "%" and token.i < share.i <= token.i + 6 and token.i > sentence.first:
            yield attempt(NAME, read_portion, reading, share, token)


def read_portion(reading: Reading, share: Token, opening: Token) -> Fact:
    """« les N W représentent p % de X ». Raises Refused if the whole or the number before « soit » is not known."""
    document = reading.document
    rest = list(takewhile(lambda t: t.pos not in ("PUNCT", "CCONJ", "VERB", "AUX"), document.tokens[share.i + 1 : document.sentence_of(share).last]))
    number = document.child(share, "nummod")
    if number is None or not rest or rest[0].text.lower() not in ("de", "du", "des", "d’", "d'"):
        raise Refused("it is not told of what it is a part")
    whole = say_whole(reading, share, rest)
    count = f"{approximation(document, number)}{number.text} %"
    span = Span(start=number.span.start, end=rest[-1].span.end)
    measure = Phrase(role="share", text=f"{count} {whole}", span=span, kind="measure", head="part", count=count, counted=whole)
    subject = replace(find_whole(reading, opening), role="told_part", marker="")
    verb = Verb(lemma="représenter", finite="représentent", number="p")
    clause = Clause(verb=verb, subject=subject, complements=(measure,))
    return build_fact(reading, share, clause, type="quantity", rule=NAME, predicate="représenter")


def say_whole(reading: Reading, share: Token, words: list[Token]) -> str:
    """« des effectifs du groupe X » for « de ses effectifs » in a sentence on the group X. Raises Refused if it is not known whose they are."""
    document = reading.document
    if len(words) > 2 and words[1].text.lower() in ("ses", "son", "sa") and (owners := reading.links.get(words[1].i)):
        said = say_tokens(reading, words[2:])
        return f"{join_preposition('de', article_for(words[2], said) + said)} {join_preposition('de', say_list(owners))}"
    owned = len(words) > 2 and words[1].text.lower() in ("ses", "son", "sa") and words[1].i not in reading.links
    verb = next((t for t in document.ancestors(share) if is_clause_head(document, t)), None)
    if owned and verb is not None:
        owner = read_clause_subject(reading, verb)
        if len(owner.entities) != 1 and not (owner.named and is_definite(owner) and owner.number == "s"):
            raise Refused("it is not told of what it is a part")
        said = say_tokens(reading, words[2:])
        return f"{join_preposition('de', article_for(words[2], said) + said)} {join_preposition('de', owner.text)}"
    whole = say_tokens(reading, words)
    if any(word in whole.split() for word in word_set("grammar", "possessives") | word_set("grammar", "demonstratives")):
        raise Refused("it is not told of what it is a part")
    return whole
