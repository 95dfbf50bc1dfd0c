"""At how much somebody puts a thing: « X estime à 12 000 le nombre de réfugiés », « X a évalué les dégâts à 3 millions d’euros »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.tellers import is_document
from quizgen.langs.fr.clause.told import is_known_actor, tell_run
from quizgen.langs.fr.clause.verbs import PERFECT, agree_with_subject, is_clause_head, read_verb
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, sureness
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "estimate"
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The estimates of `sentence`."""
    document = reading.document
    for verb in document.words(sentence):
        if verb.lemma not in word_set("speech", "estimating") or verb.pos != "VERB" or not is_clause_head(document, verb):
            continue
        number = next((t for t in document.children(verb, "obl", "iobj") if t.i > verb.i and is_amount(document, t)), None)
        thing = estimated_thing(document, verb, number) if number is not None else None
        if number is not None and thing is not None:
            yield attempt(NAME, read_estimate, reading, verb, number, thing)


def estimated_thing(document: Document, verb: Token, number: Token) -> Token | None:
    """What is put to a number: the object, which the parser may have hung on the number as an apposition."""
    found = [t for t in (*document.children(verb, "obj"), *document.children(number, "appos")) if t.i > verb.i and t.pos == "NOUN"]
    return next((t for t in found if document.child(t, "det") is not None), None)


def is_amount(document: Document, token: Token) -> bool:
    """Whether a phrase is a number, or counts something, after « à »."""
    counted = token.pos == "NUM" or document.child(token, "nummod") is not None
    return counted and read_marker(document, token)[0] == "à"


def read_estimate(reading: Reading, verb: Token, number: Token, thing: Token) -> Fact:
    """« S estime à N le T ». Raises Refused unless S is known, and T can be told alone."""
    document = reading.document
    attribution = check_standing(reading, verb)
    subject = replace(read_clause_subject(reading, verb), marker="")
    if not (is_known_actor(reading, subject) or is_document(subject)) or subject.count:
        raise Refused("the one who estimates is not known")
    group = agree_with_subject(document, verb, read_verb(document, verb), subject)
    check_agreement(document, verb, group, subject)
    if group.passive or group.negation:
        raise Refused("it is not said who estimates, or it is denied")
    group = replace(group, finite=PERFECT.get(group.finite, group.finite)) if group.rest else group
    clause = Clause(
        verb=group, subject=replace(subject, role="speaker"), complements=(read_thing(reading, thing, number), read_amount(reading, number, thing))
    )
    sure = sureness(document, verb, clause) * CONFIDENCE
    return build_fact(reading, verb, clause, type="statement", rule=NAME, attribution=attribution, modality="said", confidence=sure)


def read_thing(reading: Reading, thing: Token, number: Token) -> Phrase:
    """What is estimated, in the article's words up to the number."""
    first = kept_tokens(reading.document, thing, reading)[0]
    case = min(t.i for t in reading.document.children(number, "case"))
    told = tell_run(reading, thing, first.i, stop=case if case > thing.i else 0)
    return replace(told, role="told_object", gender="f" if thing.has("Gender=Fem") else "m")


def read_amount(reading: Reading, number: Token, thing: Token) -> Phrase:
    """The amount, with what it counts."""
    other = reading.document.subtree(thing)
    kept = [t for t in kept_tokens(reading.document, number, reading) if t.pos != "PUNCT" and (t not in other or thing.i < number.i)]
    span = Span(start=kept[0].span.start, end=kept[-1].span.end)
    return Phrase(role="amount", text=say_tokens(reading, kept), span=span, marker="à", kind="measure", head=number.lemma)
