"""Stage 4 of 6: facts -> cards. One module per form; each has FORM, UNASKED and `word(material, fact, role)`.

A card is kept only if its question has one right answer in the article, a context line is found that does not betray it,
and no rule finds a flaw in it.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from quizgen.cards.flaws import find_flaws
from quizgen.cards.material import Material
from quizgen.cards.ranking import Salience
from quizgen.cards.uniqueness import is_same, rival_answers
from quizgen.langs import LanguagePack, Wording
from quizgen.model import Card, Document, Fact, Skipped, Span

STAGE = "cards"
DIGITS = 12
UNEXPLAINED = 0.5  # worth of one of few words that takes up what neither it nor its context line tells: of twenty-five such cards readers took ten
HOLED = 0.8  # worth of a card whose context line had to be cut so far: readers took one in four of these, of the others half


@cache
def find_forms() -> dict[str, ModuleType]:
    """The form modules of this folder by the name of their form."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name))
    return {module.FORM: module for module in modules if hasattr(module, "FORM")}


def wanted_forms(names: Sequence[str]) -> list[ModuleType]:
    """The forms asked for; if none is, those that a deck has unasked."""
    return [form for name, form in find_forms().items() if (name in names if names else form.UNASKED)]


def write_cards(
    document: Document, facts: Sequence[Fact], pack: LanguagePack, forms: Sequence[str] = ()
) -> tuple[tuple[Card, ...], tuple[Skipped, ...]]:
    """Every sound card of `facts` in the `forms` asked for (by default those that a deck has unasked), and why the others fell."""
    writer = CardWriter(material=Material(document=document, facts=tuple(facts), pack=pack), contexts=tuple(pack.contexts(document.article, facts)))
    salience = Salience(document, facts, bulletin=pack.is_bulletin(document.article.title))
    cards: list[Card] = []
    skipped: list[Skipped] = []
    for fact in facts:
        for role in dict.fromkeys(a.role for a in fact.arguments):
            for form in wanted_forms(forms):
                made = writer.write_card(fact, role, form)
                if isinstance(made, Skipped):
                    skipped.append(made)
                else:
                    card, wording = made
                    cards.append(salience.rate(card, fact, wording.nearness))
    ambiguous = tuple(find_ambiguous(cards))
    gone = {card.id for card, _ in ambiguous}
    skipped += (skip(card.span, card.form, card.type, card.role, reason) for card, reason in ambiguous)
    return tuple(card for card in cards if card.id not in gone), tuple(skipped)


def find_ambiguous(cards: Sequence[Card]) -> Iterator[tuple[Card, str]]:
    """Cards whose very question another fact answers otherwise, with the reason."""
    answers: dict[tuple[str, str], list[str]] = {}
    for card in cards:
        answers.setdefault((card.form, card.question), []).append(card.answer)
    for card in cards:
        other = next((a for a in answers[card.form, card.question] if not is_same(a, card.answer)), None)
        if other is not None:
            yield card, f"the article answers the same question with “{other}” too"


def skip(span: Span, form: str, type: str, role: str, reason: str) -> Skipped:
    """Why there is no card of `form` for `role`."""
    return Skipped(span=span, stage=STAGE, rule=f"{form}/{type}/{role}", reason=reason)


@dataclass(frozen=True, kw_only=True)
class CardWriter:
    """Writes the cards of one article."""

    material: Material
    contexts: tuple[str, ...]

    def write_card(self, fact: Fact, role: str, form: ModuleType) -> tuple[Card, Wording] | Skipped:
        """The card of `form` that asks `role` of `fact`, with its wording, or why there is none."""
        wording: Wording | str = form.word(self.material, fact, role)
        if isinstance(wording, str):
            return skip(fact.evidence, form.FORM, fact.type, role, wording)
        rivals = rival_answers(fact, role, self.material.of_predicate(fact), (wording.hidden or (wording.question, ""))[0])
        if rivals:
            return skip(fact.evidence, form.FORM, fact.type, role, f"the article also answers it with “{rivals[0]}”")
        if passing := self.material.pack.told_by_the_way(self.material.document, self.material.facts, fact, role, wording):
            return skip(fact.evidence, form.FORM, fact.type, role, passing)
        context = self.choose_context(wording)
        if context is None:
            return skip(fact.evidence, form.FORM, fact.type, role, self.reason_against(wording))
        card = self.make_card(fact, role, form.FORM, wording, context)
        flaw = next((f for f in find_flaws(card, self.material.pack) if context or f.name != "missing-context"), None)
        return skip(fact.evidence, form.FORM, fact.type, role, f"{flaw.name}: {flaw.reason}") if flaw else (card, wording)

    def choose_context(self, wording: Wording) -> str | None:
        """The first context line that betrays nothing, those that explain the question first; None without any."""
        hidden = wording.hidden or (wording.question, wording.answer)
        pack = self.material.pack
        names = () if wording.hidden else [n for n in wording.also_right if n[:1].isupper() and pack.find_flaw("", hidden[0], n) is None]
        fitting: str | None = None
        for context in self.contexts or ("",):
            if pack.find_flaw(context, *hidden) is None and not any(pack.find_flaw(context, hidden[0], name) for name in names):
                if not pack.is_unexplained(context, wording.question):
                    return context
                fitting = context if fitting is None else fitting
        return fitting

    def reason_against(self, wording: Wording) -> str:
        """What is wrong with a wording for which no context line was found."""
        return self.material.pack.find_flaw("", *(wording.hidden or (wording.question, wording.answer))) or "every context line gives the answer away"

    def make_card(self, fact: Fact, role: str, form: str, wording: Wording, context: str) -> Card:
        """The card, not rated yet: its score is the quality of its wording."""
        digest = hashlib.sha256("\x1f".join((fact.id, form, role)).encode()).hexdigest()
        return Card(
            id=f"c{digest[:DIGITS]}",
            form=form,
            context=context,
            question=wording.question,
            answer=wording.answer,
            also_right=wording.also_right,
            options=wording.options,
            ordered=bool(wording.options) and all(self.material.pack.magnitude(option) is not None for option in wording.options),
            fact=fact.id,
            role=role,
            type=fact.type,
            code=self.material.pack.role_code(role),
            quote=self.material.quote(fact),
            span=fact.evidence,
            score=wording.quality * self.clearness(wording.question, context),
        )

    def clearness(self, question: str, context: str) -> float:
        """How well a context line and a question explain each other."""
        whole = 1.0 if self.material.pack.is_whole_context(context) else HOLED
        return whole * (UNEXPLAINED if self.material.pack.is_unexplained(context, question) else 1.0)
