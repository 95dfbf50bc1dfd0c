"""From clauses and noun phrases to French facts: shared by the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.dates import find_date
from quizgen.langs.fr.lexicon import modality_of, word_set
from quizgen.langs.fr.moments import is_date
from quizgen.langs.fr.refusal import Refused
from quizgen.model import Argument, Clause, Fact, Mention, Phrase, Reading, Span, Token

# What the parts of a clause are called in a fact of each type; DESIGN section 4 names the roles.
ROLES = {
    "meeting": {"subject": "participant", "object": "other", "complement": "other", "addressee": "other", "purpose": "purpose"},
    "deployment": {"subject": "actor", "object": "force", "place": "destination"},
    "withdrawal": {"subject": "actor", "object": "force", "place": "origin", "complement": "origin"},
    "membership": {"subject": "member", "object": "organisation"},
    "statement": {"subject": "speaker", "object": "content"},
    "role": {"subject": "person", "attribute": "function"},
    "action": {},
}
TOLD = "told_"  # before the role of a phrase that is said and noted, but that no question asks for
ANNOUNCED = {"subject": "actor", "object": "content"}
CONDITIONAL = ("rait", "raient")


def attempt(rule: str, read: Callable[..., Fact], reading: Reading, token: Token, *more: object) -> Fact | Refusal:
    """What `read(reading, token, *more)` of `rule` makes of `token`: a fact, or why it is none."""
    try:
        return read(reading, token, *more)
    except Refused as refused:
        return Refusal(span=token.span, rule=rule, reason=f"« {token.text} »: {refused}")


def build_fact(
    reading: Reading, head: Token, clause: Clause, *, type: str, rule: str, attribution: str = "", modality: str = "",
    predicate: str = "", confidence: float = 1.0,
) -> Fact:  # fmt: skip
    """A fact without id from `clause`, with the roles of its type and its sentence as evidence.

    Raises ValueError if no part of the clause can be an argument.
    """
    named = number_roles(rename(clause, ROLES.get(type, ANNOUNCED)))
    inner = next((c for c in clause.complements if isinstance(c, Clause) and c.role == "content"), None)
    if inner is not None and not modality:
        modality = modality_of(head.lemma)
    return Fact(
        id="",
        type=type,
        predicate=predicate or head.lemma,
        arguments=tuple(arguments(reading, named)),
        evidence=reading.document.sentence_of(head).span,
        rule=rule,
        polarity="negative" if clause.verb.negation else "positive",
        modality=modality or mood(clause),
        attribution=attribution,
        confidence=confidence,
        clause=named,
    )


def mood(clause: Clause) -> str:
    """actual, conditional or planned (future), by the form of the verb."""
    finite = clause.verb.finite
    if finite.endswith(CONDITIONAL):
        return "conditional"
    return "planned" if finite.endswith(("ra", "ront")) and len(finite) > 4 else "actual"


def rename(clause: Clause, table: dict[str, str]) -> Clause:
    """`clause` with the roles of its phrases (inner ones too) as the fact's type calls them."""

    def put(part: Phrase | Clause) -> Phrase | Clause:
        if isinstance(part, Clause):
            return rename(part, table)
        return replace(part, role=table.get(part.role, part.role))

    subject = clause.subject and replace(clause.subject, role=table.get(clause.subject.role, clause.subject.role))
    return replace(clause, subject=subject, complements=tuple(map(put, clause.complements)))


def number_roles(clause: Clause, seen: dict[str, int] | None = None) -> Clause:
    """`clause` with a number after each role that is already taken, so that a role names one phrase."""
    seen = {} if seen is None else seen

    def fresh(phrase: Phrase) -> Phrase:
        seen[phrase.role] = seen.get(phrase.role, 0) + 1
        if seen[phrase.role] > 1 and phrase.role in ("place", "destination"):
            return replace(phrase, role=f"told_place{seen[phrase.role]}")  # « à Québec, au Canada »: one place is asked
        return phrase if seen[phrase.role] == 1 else replace(phrase, role=f"{phrase.role}{seen[phrase.role]}")

    subject = fresh(clause.subject) if clause.subject else None
    parts = tuple(number_roles(p, seen) if isinstance(p, Clause) else fresh(p) for p in clause.complements)
    return replace(clause, subject=subject, complements=parts)


def arguments(reading: Reading, clause: Clause) -> Iterator[Argument]:
    """The arguments of `clause`: each phrase, and each count in one as a number."""
    for phrase in clause.phrases():
        if phrase.same_as_subject or phrase.role.startswith(("aim_", "inner_")):
            continue
        entity = phrase.entities[0] if len(phrase.entities) == 1 else None
        text = phrase.text if len(phrase.entities) != 1 else reading.document.text(phrase.span)
        found = find_date(phrase.text) if phrase.kind == "time" and is_date(phrase.text) else None
        mention = Mention(span=phrase.span, text=text, entity=entity, taken_up=phrase.taken_up)
        yield Argument(role=phrase.role.removeprefix(TOLD), kind=phrase.kind, mention=mention, value=found[0] if found else "")
        if phrase.count and phrase.counted:
            yield Argument(role="number", kind="number", mention=count_mention(reading, phrase))
    for part in clause.complements:
        if isinstance(part, Clause) and part.role == "purpose":
            yield Argument(role="purpose", kind="purpose", mention=aim_mention(reading, part))


def aim_mention(reading: Reading, aim: Clause) -> Mention:
    """The words of an aim, from its first phrase to its last."""
    spans = [p.span for p in aim.phrases()]
    if not spans:
        return Mention(span=Span(start=0, end=0), text=aim.verb.finite)
    span = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    return Mention(span=span, text=f"{aim.verb.finite} {reading.document.text(span)}")


def count_mention(reading: Reading, phrase: Phrase) -> Mention:
    """The count of `phrase` as written in the article; its span reaches from the sentence's words before the noun."""
    lead = reading.document.article.text
    at = lead.find(phrase.count, max(0, phrase.span.start - len(phrase.count)), phrase.span.end + 1)
    if at < 0:
        return Mention(span=phrase.span, text=phrase.count)
    return Mention(span=Span(start=at, end=at + len(phrase.count)), text=phrase.count)


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
