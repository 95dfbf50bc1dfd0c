"""From clauses and noun phrases to French facts: shared by the rules."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs.building import TOLD, Telling, attempt, list_arguments, make_fact
from quizgen.langs.fr.forms.dates import find_date
from quizgen.langs.fr.lexicon import modality_of, read_words, word_set
from quizgen.langs.fr.phrase.moments import is_date
from quizgen.langs.fr.phrase.recency import mark_times
from quizgen.langs.fr.phrase.topics import mark_names, tells_own_news
from quizgen.model import Argument, Clause, Fact, Phrase, Reading, Token

__all__ = ["TOLD", "arguments", "attempt", "build_fact", "has_anchor", "is_named", "is_report"]
CONDITIONAL = ("rait", "raient")


def build_fact(
    reading: Reading, head: Token, clause: Clause, *, type: str, rule: str, attribution: str = "", modality: str = "",
    predicate: str = "", confidence: float = 1.0,
) -> Fact:  # fmt: skip
    """A fact without id from `clause`, with the roles of its type and its sentence as evidence.

    Raises Refused if no part of the clause can be an argument.
    """
    inner = next((c for c in clause.complements if isinstance(c, Clause) and c.role == "content"), None)
    if inner is not None and not modality:
        modality = modality_of(head.lemma)
    told = Telling(
        type=type, rule=rule, predicate=predicate or head.lemma, modality=modality or mood(clause), attribution=attribution, confidence=confidence
    )
    marked = mark_times(reading.document, mark_names(reading, clause), head, own=tells_own_news(reading.document, clause))
    return make_fact(reading, reading.document.sentence_of(head).span, marked, told, iso_of)


def mood(clause: Clause) -> str:
    """actual, conditional or planned (future), by the form of the verb."""
    finite = clause.verb.finite
    imperfect = clause.verb.lemma.endswith("rer") and finite.removesuffix("aient").removesuffix("ait") == clause.verb.lemma[:-2]
    if finite.endswith(CONDITIONAL) and not imperfect:
        return "conditional"
    return "planned" if finite.endswith(("ra", "ront")) and len(finite) > 4 else "actual"


def iso_of(phrase: Phrase) -> str:
    """The ISO date that a phrase of time is, or empty."""
    found = find_date(phrase.text) if phrase.kind == "time" and is_date(phrase.text) else None
    return found[0] if found else ""


def arguments(reading: Reading, clause: Clause) -> Iterator[Argument]:
    """The arguments of `clause`: each phrase, each count in one as a number, and its aim."""
    return list_arguments(reading, clause, iso_of)


def is_named(phrase: Phrase) -> bool:
    """Whether a phrase stands for a named, dated or counted thing."""
    return phrase.named or bool(phrase.entities) or phrase.kind in ("time", "measure", "duration") or bool(phrase.count)


def has_anchor(clause: Clause) -> bool:
    """Whether something beside the subject is named, dated or counted, or the subject is counted."""
    others = [p for p in clause.phrases() if p is not clause.subject]
    if clause.subject is not None and clause.subject.count:
        return True
    return any(is_named(p) or any(c.isupper() for c in p.text) for p in others)


def is_report(token: Token) -> bool:
    """Whether the verb makes what follows a claim of its subject."""
    return token.lemma in word_set("verbs", "report")


def is_stance(token: Token) -> bool:
    """Whether the verb tells what its subject holds of a thing: « saluer », « se féliciter »."""
    return any(token.lemma in verbs for verbs in read_words("speech")["stance"].values())
