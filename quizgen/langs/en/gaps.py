"""A passage of the article -> the passage with its first argument as the gap."""

from __future__ import annotations

from quizgen.langs import Wording
from quizgen.langs.en.lexicon import read_words
from quizgen.langs.en.morphology import set_typography, upper_first
from quizgen.langs.targets import quality_of
from quizgen.model import GAP, Fact

TOLD = 0.85  # worth of a gap in the article's own words: a question asks better


def gap_told(fact: Fact, told: tuple[str, str, str], role: str) -> Wording | str:
    """`told`, the words around the first argument of `fact`, with a gap for it."""
    first = fact.arguments[0]
    if role != first.role:
        return "it is told with the fact, not asked"
    before, answer, after = told
    sentence = f"{before}{GAP}{hint_for(first.kind)}{after}".rstrip(" .;:,") + "."
    entity = first.mention.entity
    names = (entity.name, *entity.aliases) if entity else ()
    return Wording(
        question=set_typography(upper_first(sentence)),
        answer=set_typography(answer),
        also_right=tuple(dict.fromkeys(n for n in names if n != answer)),
        quality=quality_of(sentence) * TOLD,
    )


def hint_for(kind: str) -> str:
    """What kind of word fills a gap, where several would fit."""
    hints = read_words("labels")["hints"]
    return f" ({hints[kind]})" if kind in hints else ""
