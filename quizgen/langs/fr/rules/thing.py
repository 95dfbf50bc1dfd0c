"""What is done, used or met, where neither a name nor a number tells it, asked as a gap in the sentence itself.

« Selon des analyses, la coque avait été rongée par une bactérie marine. » gives a gap for the bacterium though no rule turns the clause round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.passage.things import find_things
from quizgen.langs.fr.rules.passage import Target, read_fact, span_of
from quizgen.langs.refusal import Refused
from quizgen.model import Fact, Reading, Sentence

NAME = "thing"


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """A fact for each noun phrase of `sentence` that tells something and whose passage stands alone."""
    for thing in find_things(reading, sentence):
        target = Target(first=thing.first, last=thing.last, role="thing", kind=thing.kind)
        span = span_of(reading.document, target)
        try:
            yield replace(read_fact(reading, sentence, target), rule=NAME)
        except Refused as refused:
            yield Refusal(span=span, rule=NAME, reason=f"« {reading.document.text(span)} »: {refused}")
