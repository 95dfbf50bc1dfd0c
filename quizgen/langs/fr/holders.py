"""« la ministre, X, et son homologue, Y, ont signé » with Y hung on the first function -> two holders of a function side by side."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.nouns import is_function
from quizgen.model import Token

SUBJECTS = ("nsubj", "nsubj:pass")
NEAR = 8  # tokens between the second function and its holder


def pair_holders(tokens: list[Token], i: int) -> None:
    """The name at `i`, between commas, given to the function before it, and that function to the first as its pair."""
    name = tokens[i]
    if name.name != "PER" or name.dep not in ("appos", "conj", "nmod") or i < 4 or tokens[i - 1].text != ",":
        return
    first = _first_function(tokens, i)
    second = next((t for t in reversed(tokens[max(0, i - NEAR) : i - 1]) if t.pos == "NOUN" and is_function(t.lemma)), None)
    if first is None or second is None or second.i <= first.i or second.dep != "conj":
        return
    opening = tokens[second.i - 2]
    if tokens[second.i - 1].pos != "DET" or opening.text.lower() != "et":
        return
    if not any(t.name == "PER" for t in tokens[first.i : opening.i]):
        return
    tokens[second.i] = replace(second, dep="conj", head=first.i)
    tokens[i] = replace(name, dep="appos", head=second.i)


def _first_function(tokens: list[Token], i: int) -> Token | None:
    """The subject above the token at `i`, if it is a function."""
    token = tokens[i]
    for _ in range(4):
        if token.dep in SUBJECTS:
            return token if token.pos == "NOUN" and is_function(token.lemma) else None
        token = tokens[token.head]
    return None
