"""A fact and a role -> the phrase that is asked, the verb above it, and what the length of a question is worth."""

from __future__ import annotations

from quizgen.model import Clause, Fact, Phrase, Verb

PLACE_KINDS = ("country", "city", "region", "sea")  # « in the town » could be anywhere, unless it is named
# Kinds of which even a short answer is one that tells: « because of rain », « three days ».
TELLING_KINDS = ("cause", "quality", "person", "country", "city", "sea", "organisation", "time", "duration", "function", "measure", "people")


def find_target(fact: Fact, role: str) -> Phrase | None:
    """The phrase of the clause that fills `role`; “number” is the first phrase with a count."""
    phrases = fact.clause.phrases() if fact.clause else iter(())
    if role == "number":
        return next((p for p in phrases if p.count and p.counted), None)
    return next((p for p in phrases if p.role == role and not p.same_as_subject), None)


def quality_of(question: str) -> float:
    """1 for up to 14 words, falling to 0.5 at 30."""
    return max(0.4, min(1.0, 1.0 - (len(question.split()) - 14) * 0.03))


def other_names(target: Phrase) -> tuple[str, ...]:
    """All names of the one thing that `target` names, its last name among a person's; none for several things."""
    if len(target.entities) != 1:
        return ()
    entity = target.entities[0]
    return (entity.name, *entity.aliases, *((entity.name.split()[-1],) if entity.kind == "person" else ()))


def verb_above(clause: Clause, target: Phrase) -> Verb:
    """The verb that governs `target`."""
    for part in clause.complements:
        if isinstance(part, Clause) and target in part.phrases():
            return verb_above(part, target)
    return clause.verb
