"""What the forms make cards from: the facts of one article, the things that it names, and the language pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from quizgen.facts.entities import link_names
from quizgen.langs import LanguagePack
from quizgen.model import Article, Document, Entity, Fact

PLACES = ("country", "city")


@dataclass(frozen=True, kw_only=True)
class Material:
    """One article as the forms see it."""

    document: Document
    facts: tuple[Fact, ...]
    pack: LanguagePack

    @property
    def article(self) -> Article:
        """The article."""
        return self.document.article

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """What the facts name, then what else the article names that may be taken for it; read when a form first asks for it.

        Others that the article only mentions are places, and people with a function: a body goes by several names, and
        somebody without a function is taken for nobody.
        """
        phrases = (p for f in self.facts if f.clause for p in f.clause.phrases())
        told = (*(e for p in phrases for e in p.entities), *(a.mention.entity for f in self.facts for a in f.arguments if a.mention.entity))
        mentioned = link_names(self.document, self.pack).entities
        others = (e for e in mentioned if e.kind in PLACES or (e.kind == "person" and e.functions))
        return tuple({e.name: e for e in (*told, *others)}.values())

    @cached_property
    def _kin(self) -> dict[tuple[str, str], tuple[Fact, ...]]:
        """(field, value) -> the facts that have it, in their order."""
        found: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.facts:
            for key in (("type", fact.type), ("predicate", fact.predicate)):
                found.setdefault(key, []).append(fact)
        return {key: tuple(facts) for key, facts in found.items()}

    def of_predicate(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts of the predicate of `fact`, itself among them: those that may answer the same question."""
        return self._kin["predicate", fact.predicate]

    def kin(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts that may have a say in what is right of `fact`: of its predicate or, but for plain actions, of its type."""
        same = self.of_predicate(fact)
        if fact.type == "action":
            return same
        return (*(f for f in same if f.type != fact.type), *self._kin["type", fact.type])

    def quote(self, fact: Fact) -> str:
        """The sentence that tells `fact`."""
        return self.document.text(fact.evidence).strip()
