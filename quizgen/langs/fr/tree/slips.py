"""A word of a sentence -> the repairs that may concern it, in their order. Most words have no slip: few repairs need to look at them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from quizgen.model import Token

Mend = Callable[[list[Token], int], None]


class Slip(NamedTuple):
    """A repair and what a word must be for it to look at it: how the word hangs (`deps`, also with a finer label: « obl » is « obl:mod »
    too), its parts of speech, its `words` in small letters with the printed apostrophe, whether it is a name. Empty: any.
    """

    mend: Mend
    deps: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    named: bool = False

    def concerns(self, dep: str, pos: str, word: str, named: bool) -> bool:
        """Whether the repair looks at such a word."""
        hung = not self.deps or dep in self.deps or dep.split(":")[0] in self.deps
        return hung and (not self.pos or pos in self.pos) and (not self.words or word in self.words) and (named or not self.named)


class Slips:
    """Repairs in their order."""

    def __init__(self, slips: tuple[Slip, ...]) -> None:
        self.slips = slips
        self.words = {word for slip in slips for word in slip.words}
        self.concerning = lru_cache(maxsize=4096)(self._concerning)

    def _concerning(self, dep: str, pos: str, word: str, named: bool) -> tuple[tuple[int, Mend], ...]:
        return tuple((n, slip.mend) for n, slip in enumerate(self.slips) if slip.concerns(dep, pos, word, named))

    def due(self, token: Token) -> tuple[tuple[int, Mend], ...]:
        """The repairs that look at `token`, with their places in the order."""
        word = token.text.lower().replace("'", "’")
        return self.concerning(token.dep, token.pos, word if word in self.words else "", bool(token.name))

    def mend(self, tokens: list[Token], i: int) -> None:
        """Lets them look at the word `i`, each at what those before it made of it."""
        last, changed = -1, True
        while changed:
            token, changed = tokens[i], False
            for n, mend in self.due(token):
                if n > last:
                    mend(tokens, i)
                    if changed := tokens[i] is not token:
                        last = n
                        break
