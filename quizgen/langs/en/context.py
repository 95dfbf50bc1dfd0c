"""Context lines: which event, when, in a few words. From the title, the main meeting, the chief actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.langs.en.dates import say_date
from quizgen.langs.en.geography import plain
from quizgen.langs.en.morphology import set_typography, upper_first
from quizgen.langs.headings import LONGEST, is_place_only, topic_pairs
from quizgen.model import Article, Fact, Phrase


def context_lines(article: Article, facts: Sequence[Fact]) -> Iterator[str]:
    """Lines from the most telling to the plainest; the cards stage takes the first that does not betray the answer."""
    when = say_date(article.date) if article.date else ""
    parts = {plain(p.strip(" .,:;?!")) for p in title_parts(article.title)[1:]}
    for heading in (*title_parts(article.title), *meeting_headings(facts), *(() if article.title else topics(facts))):
        heading = upper_first(heading.strip(" .,:;?!"))
        if not heading or len(heading.split()) > LONGEST:
            continue
        if when and article.date[:4] not in heading:
            # part of a title may name an older event than the article: the date is then said to be the article's
            yield set_typography(f"{heading} (article dated {when})" if plain(heading) in parts else f"{heading}, {when}")
            if is_place_only(heading):
                continue
        elif is_place_only(heading) and heading != article.title:
            continue
        yield set_typography(heading)
    if when:
        yield f"Article dated {when}"


def title_parts(title: str) -> list[str]:
    """The title, what follows its colon, what stands before it: « Greece: new cabinet sworn in »."""
    parts = [part for part in re.split(r"\s*:\s+|\s+[–—]\s+", title, maxsplit=1) if part]
    return list(dict.fromkeys([title, *reversed(parts)] if title else []))


def meeting_headings(facts: Sequence[Fact]) -> Iterator[str]:
    """« Meeting of X and Y in Z », and shorter ones."""
    for fact in facts:
        if fact.type != "meeting" or fact.clause is None or fact.clause.subject is None or len(fact.clause.subject.entities) < 2:
            continue
        people = [e.name for e in fact.clause.subject.entities]
        place = next((p for p in fact.clause.complements if isinstance(p, Phrase) and p.role == "place"), None)
        where = f" {place.marker} {place.text}" if place else ""
        yield f"Meeting of {' and '.join(people)}{where}"
        yield f"Meeting of {' and '.join(people)}"
        if where:
            yield f"International meeting{where}"


def topics(facts: Sequence[Fact]) -> Iterator[str]:
    """Pairs of the names that most facts speak of: « Russia and Ukraine »."""
    yield from (f"{first} and {second}" for first, second in topic_pairs(facts))
