"""Clause -> fact: roles by the type of the fact, each once, and the arguments with their mentions; in any language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quizgen.langs import Refusal
from quizgen.langs.refusal import Refused
from quizgen.model import Argument, Clause, Fact, Mention, Phrase, Reading, Span, Token

# What the parts of a clause are called in a fact of each type.
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
SILENT = ("aim_", "inner_")  # before the roles of phrases that are no arguments
ASIDES = ("purpose", "means")  # of the clauses that are asked whole: « to save fuel », « by selling a mill »
ANNOUNCED = {"subject": "actor", "object": "content"}
PLACED = ("place", "destination")


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How a fact is told: its type and rule, what is left of who says it and how, and how sure it is."""

    type: str
    rule: str
    predicate: str
    modality: str = "actual"
    attribution: str = ""
    confidence: float = 1.0


def attempt(rule: str, read: Callable[..., Fact], reading: Reading, token: Token, *more: object) -> Fact | Refusal:
    """What `read(reading, token, *more)` of `rule` makes of `token`: a fact, or why it is none."""
    try:
        return read(reading, token, *more)
    except Refused as refused:
        return Refusal(span=token.span, rule=rule, reason=f"« {token.text} »: {refused}")


def make_fact(reading: Reading, evidence: Span, clause: Clause, told: Telling, iso: Callable[[Phrase], str]) -> Fact:
    """A fact without id from `clause`; `iso` gives the date that a phrase of time is, or "".

    Raises Refused if no part of the clause can be an argument.
    """
    named = number_roles(rename(clause, ROLES.get(told.type, ANNOUNCED)))
    found = tuple(list_arguments(reading, named, iso))
    if not found:
        raise Refused("nothing in the clause can be an argument")
    return Fact(
        id="", type=told.type, predicate=told.predicate, arguments=found, evidence=evidence, rule=told.rule,
        polarity="negative" if clause.verb.negation else "positive", modality=told.modality, attribution=told.attribution,
        confidence=told.confidence, clause=named,
    )  # fmt: skip


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
        if seen[phrase.role] > 1 and phrase.role in PLACED:
            return replace(phrase, role=f"{TOLD}place{seen[phrase.role]}")  # of two places one is asked
        return phrase if seen[phrase.role] == 1 else replace(phrase, role=f"{phrase.role}{seen[phrase.role]}")

    subject = fresh(clause.subject) if clause.subject else None
    parts = tuple(number_roles(p, seen) if isinstance(p, Clause) else fresh(p) for p in clause.complements)
    return replace(clause, subject=subject, complements=parts)


def list_arguments(reading: Reading, clause: Clause, iso: Callable[[Phrase], str]) -> Iterator[Argument]:
    """The arguments of `clause`: each phrase, each count in one as a number, and its aim."""
    for phrase in clause.phrases():
        if phrase.same_as_subject or phrase.role.startswith(SILENT):
            continue
        entity = phrase.entities[0] if len(phrase.entities) == 1 else None
        text = phrase.text if len(phrase.entities) != 1 else reading.document.text(phrase.span)
        mention = Mention(span=phrase.span, text=text, entity=entity, taken_up=phrase.taken_up)
        yield Argument(role=phrase.role.removeprefix(TOLD), kind=phrase.kind, mention=mention, value=iso(phrase))
        if phrase.count and phrase.counted:
            yield Argument(role="number", kind="number", mention=_count_mention(reading, phrase))
    for part in clause.complements:
        if isinstance(part, Clause) and part.role in ASIDES:
            yield Argument(role=part.role, kind=part.role, mention=_aim_mention(reading, part))


def _aim_mention(reading: Reading, aim: Clause) -> Mention:
    """The words of an aim, from its first phrase to its last."""
    spans = [p.span for p in aim.phrases()]
    if not spans:
        return Mention(span=Span(start=0, end=0), text=aim.verb.finite)
    span = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    return Mention(span=span, text=f"{aim.verb.finite} {reading.document.text(span)}")


def _count_mention(reading: Reading, phrase: Phrase) -> Mention:
    """The count of `phrase` as written in the article; its span reaches from the sentence's words before the noun."""
    lead = reading.document.article.text
    at = lead.find(phrase.count, max(0, phrase.span.start - len(phrase.count)), phrase.span.end + 1)
    if at < 0:
        return Mention(span=phrase.span, text=phrase.count)
    return Mention(span=Span(start=at, end=at + len(phrase.count)), text=phrase.count)
