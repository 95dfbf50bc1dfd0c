"""The facts of an article -> what a context line may speak of, in any language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.model import Fact

LONGEST = 12  # words before the date
TOPICS = 4  # of the most frequent names to try in pairs


def is_place_only(heading: str) -> bool:
    """“France” alone, the part of a title before its colon, tells no event."""
    return len(heading.split()) < 2


def topic_pairs(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    """Pairs of the names that most facts speak of, the most frequent first."""
    names = Counter(a.mention.entity.name for f in facts for a in f.arguments if a.mention.entity)
    chief = [name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:TOPICS]]
    yield from ((first, second) for i, first in enumerate(chief) for second in chief[i + 1 :])
