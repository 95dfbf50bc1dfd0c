"""What an article is about, by the words that come back in it, and what a word of it hangs from; in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.model import Argument, Document, Token

LONG = 10  # sentences of an article from which it tells something that a word comes once
OFTEN = 3  # sentences with a word from which it belongs to the topic
SHORTEST = 3  # letters of a word that tells anything
WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, kw_only=True)
class Topic:
    """The words of a title, and in how many sentences each word of the article stands; words are told by their stems."""

    title: frozenset[str]
    uses: Counter[str]

    def holds(self, stems: Iterable[str]) -> bool:
        """Whether one of `stems` is of the title, or of the words that the article comes back to."""
        return any(stem in self.title or self.uses[stem] >= OFTEN for stem in stems)

    def returns_to(self, stems: Iterable[str]) -> bool:
        """Whether the title or a second sentence has one of `stems`."""
        return any(stem in self.title or self.uses[stem] > 1 for stem in stems)


def make_topic(title: Iterable[str], sentences: Iterable[set[str]]) -> Topic:
    """The topic of an article, from the stems of its title and of each of its sentences."""
    return Topic(title=frozenset(title), uses=Counter(stem for told in sentences for stem in told))


def hung_from(document: Document, argument: Argument) -> tuple[Token, ...]:
    """The head of an argument and all that it hangs from."""
    words = document.tokens_in(argument.mention.span)
    head = next((t for t in words if t.head == t.i or document.head(t) not in words), None)
    return (head, *document.ancestors(head)) if head is not None else ()
