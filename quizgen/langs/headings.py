"""The title and the facts of an article -> what a context line may say, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.model import Fact

LONGEST = 12  # words before the date
LONGEST_TITLE = 16  # words of a title that stands whole: what is cut from it, readers miss
LONGEST_EVENT = 8  # words of an event that the text names
SHORTEST = 3  # words that a part of a title must have to tell an event without what stands before its colon
TOPICS = 4  # of the most frequent names to try in pairs


def is_place_only(heading: str) -> bool:
    """“France” alone, the part of a title before its colon, tells no event."""
    return len(heading.split()) < 2


def add_date(heading: str, when: str) -> str:
    """`heading` with a date; behind the mark of a question in brackets: what a title asks is no claim, and keeps its mark."""
    return f"{heading} ({when})" if heading.endswith("?") else f"{heading}, {when}"


def count_words(heading: str) -> int:
    """The words of a heading: a colon set apart is none."""
    return len(re.findall(r"[\w’'-]*\w[\w’'.,%-]*", heading))


def is_telling(cut: str) -> bool:
    """Whether a part of a title says enough without what stands before its colon."""
    return len(cut.split()) >= SHORTEST


def date_heading(heading: str, date: str, when: str, *, whole: bool, lead: bool = False) -> Iterator[str]:
    """`heading` with `when` (the ISO `date` in words), with its year, then without; nothing if it is too long, or tells no event.

    A year in what stands before the colon (“Olympic Games of 2012: …”, or the `lead` alone) is that of the event, not yet the day of the article.
    """
    if not heading or count_words(heading) > (LONGEST_TITLE if whole else LONGEST):
        return
    if when and when not in heading and (lead or date[:4] not in heading.rpartition(": ")[2]):
        yield add_date(heading, when)
        if date.count("-") and date[:4] not in heading:
            yield add_date(heading, date[:4])
    if not is_place_only(heading) or (whole and date[:4] in heading):
        yield heading


def open_names(title: str, facts: Sequence[Fact], articles: str) -> Iterator[str]:
    """`title` with a name of the facts left open (“… wins the cup”); `articles` is a pattern of what stands before a name."""
    names = {name for f in facts for a in f.arguments if (e := a.mention.entity) for name in (e.name, *e.aliases)}
    there = [name for name in names if name.lower() in title.lower()] if "…" not in title else names
    for name in sorted(there, key=lambda n: (-len(n), n)):
        opened = re.sub(rf"(?i)(?<![\w-])(?:{articles})?{re.escape(name)}(?![\w-])", "…", title)
        if "…" in opened and len(re.findall(r"\w{3,}", opened)) >= SHORTEST:
            yield without_speaker(opened)


def open_numbers(title: str, number: re.Pattern[str]) -> Iterator[str]:
    """`title` with each number of the pattern `number` left open in turn (“Death toll rises to …”)."""
    for found in number.finditer(title):
        opened = f"{title[: found.start()]}…{title[found.end() :]}"
        if len(re.findall(r"\w{3,}", opened)) >= SHORTEST:
            yield opened


def without_speaker(opened: str) -> str:
    """« « Le lac est sauvé ! » » for « … : « le lac est sauvé ! » »: who speaks before a colon leaves no gap."""
    said = re.sub(r"^…\s*:\s*", "", opened)
    return re.sub(r"\w", lambda first: first.group().upper(), said, count=1) if said != opened else opened


def named_events(facts: Sequence[Fact], heads: frozenset[str], article: str) -> Iterator[str]:
    """What the facts tell of an event by more than its noun, which is one of `heads`: those told most first, without `article` (a pattern)."""
    found: Counter[str] = Counter()
    for fact in facts:
        for phrase in fact.clause.phrases() if fact.clause else ():
            opened = re.match(article, phrase.text)
            if phrase.head in heads and phrase.named and opened and 2 <= len(phrase.text[opened.end() :].split()) < LONGEST_EVENT:
                found[phrase.text[opened.end() :]] += 1
    yield from (text for text, _ in sorted(found.items(), key=lambda item: -item[1]))


def topic_pairs(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    """Pairs of the names that most facts speak of, the most frequent first."""
    names = Counter(a.mention.entity.name for f in facts for a in f.arguments if a.mention.entity)
    chief = [name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:TOPICS]]
    yield from ((first, second) for i, first in enumerate(chief) for second in chief[i + 1 :])
