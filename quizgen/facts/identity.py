"""Ids of facts: from what they say, never from wording or place in the text."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import replace
from functools import lru_cache

from quizgen.model import Argument, Fact

DIGITS = 12  # hexadecimal; a deck has some hundred facts, so two alike are as good as impossible


def identify_fact(fact: Fact, article_id: str) -> Fact:
    """`fact` with its id: from the article's id, the type, the predicate, how it is meant, who says it, and the canonical arguments."""
    parts = [
        article_id,
        fact.type,
        fact.predicate,
        fact.polarity,
        fact.modality,
        fact.attribution,
        *sorted(f"{a.role}={canonical(a)}" for a in fact.arguments),
    ]
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return replace(fact, id=f"f{digest[:DIGITS]}")


def canonical(argument: Argument) -> str:
    """The name of the argument's entity, or its words without case, accents of form, and articles' spacing."""
    if argument.mention.entity:
        return argument.mention.entity.name
    return fold(argument.mention.text)


@lru_cache(maxsize=8192)  # each fact is held against its kin
def fold(text: str) -> str:
    """`text` without case, accents of form, and the spacing of articles."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
