"""Stage 4 of 6: facts -> cards. One module per form; each has FORM and `word(pack, fact, role)`.

A card is kept only if a context line is found that does not betray its answer, and the pack finds no flaw in it.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from types import ModuleType

from quizgen.cards.ranking import Salience, difficulty_of
from quizgen.langs import LanguagePack, Wording
from quizgen.model import Card, Document, Fact, Skipped

STAGE = "cards"
DIGITS = 12


@cache
def find_forms() -> dict[str, ModuleType]:
    """The form modules of this folder by the name of their form."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name))
    return {module.FORM: module for module in modules if hasattr(module, "FORM")}


def write_cards(
    document: Document, facts: Sequence[Fact], pack: LanguagePack, forms: Sequence[str] = ()
) -> tuple[tuple[Card, ...], tuple[Skipped, ...]]:
    """Every sound card of `facts` in the `forms` asked for (all by default), and why the others fell."""
    salience = Salience(document, facts)
    contexts = tuple(pack.contexts(document.article, facts))
    cards: list[Card] = []
    skipped: list[Skipped] = []
    for fact in facts:
        for role in dict.fromkeys(a.role for a in fact.arguments):
            for form, module in find_forms().items():
                if forms and form not in forms:
                    continue
                made = write_card(document, fact, role, pack, module, contexts)
                if isinstance(made, Card):
                    cards.append(salience.rate(made, fact))
                else:
                    skipped.append(made)
    return tuple(cards), tuple(skipped)


def write_card(document: Document, fact: Fact, role: str, pack: LanguagePack, form: ModuleType, contexts: Sequence[str]) -> Card | Skipped:
    """The card of `form` that asks `role` of `fact`, or why there is none."""

    def skip(reason: str) -> Skipped:
        return Skipped(span=fact.evidence, stage=STAGE, rule=f"{form.FORM}/{fact.type}/{role}", reason=reason)

    wording: Wording | str = form.word(pack, fact, role)
    if isinstance(wording, str):
        return skip(wording)
    reasons = []
    for context in (*contexts, ""):
        flaw = pack.find_flaw(context, wording.question, wording.answer)
        if flaw is None:
            if not context and contexts:
                return skip("every context line gives the answer away")
            return _card(document, fact, role, form.FORM, wording, context, pack)
        reasons.append(flaw)
    return skip(reasons[-1])


def _card(document: Document, fact: Fact, role: str, form: str, wording: Wording, context: str, pack: LanguagePack) -> Card:
    digest = hashlib.sha256("\x1f".join((fact.id, form, role)).encode()).hexdigest()
    return Card(
        id=f"c{digest[:DIGITS]}",
        form=form,
        context=context,
        question=wording.question,
        answer=wording.answer,
        also_right=wording.also_right,
        fact=fact.id,
        role=role,
        type=fact.type,
        code=pack.role_code(role),
        quote=document.text(fact.evidence).strip(),
        span=fact.evidence,
        score=wording.quality,
        difficulty=difficulty_of(form, role),
    )
