"""From clauses and noun phrases to English facts: shared by the rules."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.building import TOLD, Telling, make_fact
from quizgen.langs.en.forms import dates
from quizgen.langs.en.lexicon import modality_of, word_set
from quizgen.model import Clause, Fact, Phrase, Reading, Token

MODALS = {
    "will": "planned", "shall": "planned", "would": "conditional", "could": "possible", "may": "possible", "might": "possible", "can": "actual",
    "must": "required", "should": "required",
}  # fmt: skip


def build_fact(
    reading: Reading, head: Token, clause: Clause, *, type: str, rule: str, attribution: str = "", modality: str = "",
    predicate: str = "", confidence: float = 1.0,
) -> Fact:  # fmt: skip
    """A fact without id from `clause`, with the roles of its type and its sentence as evidence."""
    inner = next((c for c in clause.complements if isinstance(c, Clause) and c.role == "content"), None)
    if inner is not None and not modality:
        modality = modality_of(head.lemma)
    told = Telling(
        type=type, rule=rule, predicate=predicate or head.lemma, modality=modality or mood(clause), attribution=attribution, confidence=confidence
    )
    return make_fact(reading, reading.document.sentence_of(head).span, clause, told, iso_of)


def with_told_parts(reading: Reading, clause: Clause) -> Clause:
    """`clause` with what the title gives away told, not asked: the year of the article or the one before, and the place that it is about."""
    article = reading.document.article
    counted = any(p.count or p.kind == "measure" for p in clause.phrases())

    def told(part: Phrase | Clause) -> Phrase | Clause:
        if isinstance(part, Clause) or not counted:
            return part
        near = part.kind == "time" and part.text.isdigit() and article.date and 0 <= int(article.date[:4]) - int(part.text) < 2
        titled = part.marker and len(part.entities) == 1 and part.entities[0].name.casefold() in article.title.casefold()
        return replace(part, role=f"{TOLD}{part.role}") if (near or (titled and part.kind != "time")) and part.marker else part

    return replace(clause, complements=tuple(map(told, clause.complements)))


def iso_of(phrase: Phrase) -> str:
    """The ISO date that a phrase of time is, or empty."""
    found = dates.find_date(phrase.text) if phrase.kind == "time" and dates.is_date(phrase.text) else None
    return found[0] if found else ""


def mood(clause: Clause) -> str:
    """actual, planned, conditional, possible or required, by the auxiliary or by « probably »."""
    if clause.verb.before in word_set("grammar", "likelihoods"):
        return "possible"
    return MODALS.get(clause.verb.finite, "actual")


def is_named(phrase: Phrase) -> bool:
    """Whether a phrase stands for a named, dated or counted thing."""
    return phrase.named or bool(phrase.entities) or phrase.kind in ("time", "measure", "duration", "cause") or bool(phrase.count)


def has_anchor(clause: Clause) -> bool:
    """Whether something beside the subject is named, dated or counted, or the subject is counted."""
    if clause.subject is not None and clause.subject.count:
        return True
    others = [p for p in clause.phrases() if p is not clause.subject]
    return any(is_named(p) or any(c.isupper() or c.isdigit() for c in p.text) for p in others)


def is_report(token: Token) -> bool:
    """Whether the verb makes what follows a claim of its subject."""
    return token.lemma in word_set("verbs", "report")
