"""French tokens without the cost of spaCy's largest regular expression.

`spacy.lang.fr` compiles, when it is imported, one pattern of 1.4 million characters (compounds such as « arc-en-ciel », each
with classes of all the letters of the world): 2 s of a start that takes 5. The same pattern over the letters of European
scripts is compiled in a tenth of a second. So the import gets a stand-in for that one pattern, and the tokenizer ours;
`tests/langs/test_tokenizer.py` compares the tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

HUGE = 1_000_000  # characters; no other pattern of spaCy is half as long
UNITS = ("g.", "h.", "l.", "m.")  # with the stop of a sentence: « à 70 km/h. »; spaCy takes each letter with a stop for a short word
LETTERS = r"a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff"  # Latin, Greek and Cyrillic; the flag adds capitals


class StandIn:
    """In the place of a pattern that will not be used."""

    def match(self, text: str) -> None:
        """Nothing matches."""


@contextmanager
def without_huge_patterns() -> Iterator[None]:
    """While this lasts, `re.compile` gives a stand-in for patterns longer than HUGE."""
    compile_pattern = re.compile

    def compile_small(pattern: Any, flags: int = 0) -> Any:
        return StandIn() if isinstance(pattern, str) and len(pattern) > HUGE else compile_pattern(pattern, flags)

    re.compile = compile_small
    try:
        yield
    finally:
        re.compile = compile_pattern


def import_french() -> None:
    """Import spaCy's French with a stand-in for its token pattern."""
    with without_huge_patterns():
        import spacy.lang.fr  # noqa: F401


def lighten(nlp: Language) -> None:
    """Give the tokenizer of `nlp` the compact pattern of French compounds."""
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
    from spacy.lang.fr import tokenizer_exceptions

    parts = (part.replace(ALPHA, f"A-Z{LETTERS}").replace(ALPHA_LOWER, LETTERS) for part in tokenizer_exceptions._regular_exp)
    pattern = re.compile("(?iu)" + "|".join(f"(?:{part})" for part in parts))

    def match_compound(text: str) -> Any:
        """Only words with a hyphen, an apostrophe, a colon or a dot can match; the rest need no look."""
        return pattern.match(text) if not text.isalpha() else None

    part_units(nlp)
    nlp.tokenizer.token_match = match_compound  # type: ignore[union-attr]


def part_units(nlp: Language) -> None:
    """Let the tokenizer of `nlp` part a unit from the stop of its sentence."""
    nlp.tokenizer.rules = {word: parts for word, parts in nlp.tokenizer.rules.items() if word not in UNITS}  # type: ignore[union-attr]
