"""« la côte est des Cornouailles fut … » with « est » read as a verb -> the quarter of the sky that it is, told of the noun before it."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

OF = ("de", "d’", "d'", "du", "des")
UNDER = ("nsubj", "obl", "nmod", "obj")  # how what is no clause of its own hangs on a verb
NEAR = 20  # tokens before « est » in which its supposed subject stands


def stands_between(tokens: list[Token], i: int) -> bool:
    """Whether « est » stands between a noun and « de »."""
    return tokens[i].text == "est" and 0 < i < len(tokens) - 2 and tokens[i - 1].pos == "NOUN" and tokens[i + 1].text.lower() in OF


def mend_loose_east(tokens: list[Token], i: int) -> None:
    """« est » that hangs on a noun and is the verb of nothing."""
    east = tokens[i]
    if east.dep not in ("nmod", "amod") or east.head >= i or not stands_between(tokens, i) or any(t.head == i for t in tokens[i + 1 : i + 8]):
        return
    place = tokens[tokens[i + 1].head]
    if tokens[i + 1].dep == "case" and place.i > i + 1 and place.dep == "nmod" and place.head == east.head:
        tokens[place.i] = replace(place, head=i - 1)
    tokens[i] = as_quarter(east)


def mend_east_as_verb(tokens: list[Token], i: int) -> None:
    """« est » that makes a clause of what hangs below another verb: « le passage sur la côte est des Baléares fit … »."""
    east, place = tokens[i], tokens[tokens[i].head]
    below = place.i > i and place.dep.split(":")[0] in UNDER and place.head not in (place.i, i)
    if east.dep != "cop" or not below or not stands_between(tokens, i) or tokens[i + 1].head != place.i:
        return
    before = [t for t in tokens[max(0, i - NEAR) : i] if t.head == place.i]
    subjects = [t for t in before if t.dep.startswith("nsubj")]
    if len(subjects) > 1 or any(t.pos == "PRON" for t in before):
        return  # « une ville qui est de Bohême »
    for t in subjects:
        tokens[t.i] = replace(t, dep=place.dep, head=place.head)
    for t in before:
        if t not in subjects:
            tokens[t.i] = replace(t, head=subjects[0].i if subjects else place.head)
    tokens[place.i] = replace(place, dep="nmod", head=i - 1)
    tokens[i] = as_quarter(east)


def as_quarter(east: Token) -> Token:
    """« est » as an adjective of the noun before it."""
    return replace(east, pos="ADJ", lemma="est", dep="amod", head=east.i - 1, feats=frozenset())


QUARTERS = (
    Slip(mend_loose_east, deps=("nmod", "amod"), words=("est",)),
    Slip(mend_east_as_verb, deps=("cop",), words=("est",)),
)
