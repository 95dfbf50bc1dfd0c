"""« X recueille 5,3 % des voix, Y (Parti) 5,2 %, Z 2,3 % » with all figures as objects of X’s verb -> each one with its own. Part of the repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

REACH = 45  # tokens from the verb to a figure of its list
BRACKET = 8  # tokens in brackets
PARTED = (",", "et", ";", "contre")


def give_own_share(tokens: list[Token], i: int) -> None:
    """« Y 5,2 % » as what Y did of what the verb tells of X: Y joined to the verb, the figure to Y."""
    unit = tokens[i]
    if (
        unit.pos not in ("NOUN", "SYM")
        or unit.lemma not in word_set("nouns", "units")
        or i < 4
        or tokens[i - 1].pos != "NUM"
        or tokens[i - 1].head != i
    ):
        return
    k = i - 2
    if tokens[k].text == ")":
        opening = next((n for n in range(k, max(0, k - BRACKET), -1) if tokens[n].text == "("), 0)
        k = opening - 1
    if k < 2 or tokens[k].pos != "PROPN" or not tokens[k].name:
        return
    name = tokens[k]
    start = next((n for n in range(k, max(0, k - BRACKET), -1) if tokens[n - 1].text.lower() in PARTED), 0)
    if not start or any(t.pos not in ("PROPN", "DET", "ADJ", "NOUN", "PUNCT", "ADP") for t in tokens[start:k]):
        return
    first = next((t for t in reversed(tokens[max(0, i - REACH) : start]) if t.dep == "obj" and t.lemma == unit.lemma and _has_verb(tokens, t)), None)
    if first is None or any(t.has("VerbForm=Fin") or t.text in (".", ":") for t in tokens[first.i : i]):
        return
    head = next((t for t in tokens[start:k] if t.pos == "NOUN" and t.i > 0 and tokens[t.i - 1].pos == "DET"), name)  # « la sortante X »
    tokens[head.i] = replace(head, dep="conj", head=first.head)
    if head.i != k:
        tokens[k] = replace(name, dep="appos", head=head.i)
    tokens[i] = replace(unit, dep="orphan", head=head.i)
    if tokens[start - 1].text.lower() == "et":
        tokens[start - 1] = replace(tokens[start - 1], dep="cc", head=head.i)


def _has_verb(tokens: list[Token], figure: Token) -> bool:
    """Whether a figure stands behind its verb, which has another subject before it."""
    verb = tokens[figure.head]
    return verb.pos == "VERB" and verb.i < figure.i and any(t.head == verb.i and t.dep == "nsubj" for t in tokens[max(0, verb.i - REACH) : verb.i])


SHARES = (Slip(give_own_share, pos=("NOUN", "SYM")),)
