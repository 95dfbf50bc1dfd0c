"""Adverbs that change what a clause says: « seulement » limits what follows, « notamment » names one of several."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Document, Phrase, Token


def with_shades(document: Document, head: Token, parts: tuple[Phrase | Clause, ...]) -> tuple[Phrase | Clause, ...]:
    """`parts` of the verb `head`: what « seulement » limits is told with it, and neither that nor what « notamment » picks out is asked."""
    for adverb in (
        t for t in document.children(head, "advmod") if t.text.lower() in word_set("clauses", "limiting") | word_set("clauses", "picking")
    ):
        shaded = next((p for p in parts if isinstance(p, Phrase) and p.span.start > adverb.span.start and p.kind != "time"), None)
        if shaded is None:
            continue
        told = replace(shaded, role=shaded.role if shaded.role.startswith("told_") else f"told_{shaded.role}")
        limit = Phrase(role="told_shade", text=adverb.text.lower(), span=adverb.span, head=adverb.lemma, kind="manner", core=True)
        said = (limit, told) if adverb.text.lower() in word_set("clauses", "limiting") else (told,)
        parts = tuple(q for p in parts for q in (said if p is shaded else (p,)))
    return (*passing_behind(document, head), *parts)


def passing_behind(document: Document, head: Token) -> tuple[Phrase, ...]:
    """« suspend provisoirement », « a refusé longtemps »: an adverb right behind the verb, without which the deed would be for good."""
    following = document.tokens[head.i + 1 : head.i + 2]
    found = [t for t in following if t.head == head.i and t.dep == "advmod" and t.text.lower() in word_set("clauses", "passing")]
    if any(after.pos == "ADP" for t in found if (after := document.after(t)) is not None):
        return ()  # « réduit presque | de moitié »
    return tuple(Phrase(role="told_shade", text=t.text.lower(), span=t.span, head=t.lemma, kind="manner", core=True) for t in found)


def is_picked(document: Document, part: Phrase | Clause) -> bool:
    """« …, essentiellement dans les services »: a circumstance that the verb does not only hold of."""
    if isinstance(part, Clause) or not part.marker:
        return False
    tokens = document.tokens_in(part.span)
    if not tokens:
        return False
    before = document.before(tokens[0])
    while before is not None and before.pos in ("ADP", "DET"):
        before = document.before(before)
    return before is not None and before.text.lower() in word_set("clauses", "picking")
