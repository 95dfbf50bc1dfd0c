"""A repair looks only at the words that it names, and misses none that it would have mended."""

from __future__ import annotations

import random
from dataclasses import replace

from quizgen.langs.fr.tree.repairs import SLIPS
from quizgen.langs.fr.tree.slips import Slip, Slips
from quizgen.model import Token
from tests.recording import load_document, recorded

PASSES = 20
EVERYWHERE = Slips(tuple(Slip(slip.mend) for slip in SLIPS.slips))


def mended(slips: Slips, tokens: tuple[Token, ...]) -> list[Token]:
    """`tokens` as `slips` leave them."""
    found = list(tokens)
    for i in range(len(found)):
        slips.mend(found, i)
    return found


def misread(tokens: tuple[Token, ...], chance: random.Random) -> tuple[Token, ...]:
    """`tokens` with a third of them labelled and hung as another of the sentence is: what there is to mend."""
    others = [chance.choice(tokens) if chance.random() < 1 / 3 else token for token in tokens]
    return tuple(replace(token, dep=other.dep, head=other.head) for token, other in zip(tokens, others, strict=True))


def test_no_slip_is_missed() -> None:
    """On misread sentences the repairs do the same as if each looked at every word, and they do something."""
    chance = random.Random(1)
    changed = 0
    for _ in range(PASSES):
        for text in recorded("fr"):
            tokens = misread(load_document(text, "fr").tokens, chance)
            found = mended(SLIPS, tokens)
            assert found == mended(EVERYWHERE, tokens), text
            changed += found != list(tokens)
    assert changed > 100
