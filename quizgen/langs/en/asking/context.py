"""Context lines: which event, when, in a few words. From the title, the main meeting, the chief actors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.langs.en.forms.dates import say_date
from quizgen.langs.en.forms.morphology import upper_first
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.headings import LONGEST, date_heading, is_telling, named_events, open_names, open_numbers, topic_pairs
from quizgen.model import Article, Fact, Phrase

# Where a title may be cut: before a preposition, save « of » and « to », which its nouns and verbs may want.
BOUNDARY = re.compile(r",? (?=(?:after|against|ahead|amid|as|at|before|by|despite|during|following|for|from|in|near|off|on|over|since|under|with) )")
TOPICAL, CHIEF = ("organisation", "event"), 3  # kinds that a title may lack, and how many facts must tell of one
# A number that an opened title leaves out.
NUMBER = re.compile(
    r"(?<![\w-])(?:[£$€]\s?)?(?:\d[\d.,]*(?:[–-]\d+)?(?: (?:million|billion|thousand))?%?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w-])"
)
HANGING = re.compile(
    r"\b(according|after|ahead|amid|as|at|because|before|by|due|during|for|from|in|near|of|on|out|over|up|down|set|since|to|with|called?|known)$"
)  # words that want what has been cut


def context_lines(article: Article, facts: Sequence[Fact]) -> Iterator[str]:
    """Lines from the most telling to the plainest; the cards stage takes the first that does not betray the answer."""
    when = say_date(article.date) if article.date else ""
    title = article.title.strip()
    for heading in (*title_headings(title, facts), *meeting_headings(facts), *(() if title else topics(facts))):
        yield from map(set_typography, date_heading(_clean(heading), article.date, when, whole=heading == title))
    # what stands before the colon of a title, and an event of the text, may be older than the article: its date is said to be its own
    for heading in (*event_headings(facts), *title_parts(title)[1:]):
        if when and article.date[:4] not in heading and len(heading.split()) <= LONGEST:
            yield set_typography(f"{_clean(heading)} (article dated {when})")
    if when:
        yield f"Article dated {when}"


def _clean(heading: str) -> str:
    return upper_first(heading.strip(" .,:;!"))


def title_parts(title: str) -> list[str]:
    """What follows the colon or dash of a title, and what stands before it: « Greece: new cabinet sworn in »."""
    lead, rest = [*re.split(r":\s+|\s+[–—]\s+", title, maxsplit=1), ""][:2]
    return [part.strip() for part in ((rest, lead) if rest else (lead,)) if part.strip()]


def title_headings(title: str, facts: Sequence[Fact]) -> Iterator[str]:
    """The title; what follows its colon; either without its end; the title with a name left open."""
    parts = title_parts(title)
    if not parts:
        return
    main, lead = parts[0], f"{parts[1]}: " if len(parts) > 1 else ""
    cuts = [cut for cut in cut_title(main) if is_telling(cut)]
    found = [*topical_title(title, facts), title, *filter(is_telling, [main]), *(f"{lead}{cut}" for cut in cuts), *cuts]
    yield from dict.fromkeys(found)
    yield from open_names(f"{lead}{main}", facts, "the |an? ")
    yield from open_numbers(f"{lead}{main}", NUMBER)


def topical_title(title: str, facts: Sequence[Fact]) -> Iterator[str]:
    """A title that names nothing (« The wire that spoke ») with the body or event that most facts tell: « … (Elmer Telegraph Company) »."""
    if re.search(r"\d|\W[A-Z]", title[1:]) or title.endswith("?"):
        return
    told = (a.mention.entity for f in facts for a in f.arguments)
    names = Counter(e.name for e in told if e is not None and e.kind in TOPICAL)
    most = max(names.values(), default=0)
    for name, count in sorted(((n, c) for n, c in names.items() if is_classed(n)), key=lambda item: (-item[1], item[0]))[:1]:
        if count >= CHIEF and 4 * count >= 3 * most:  # not the watchdog of the firm that the article is about
            yield f"{title} ({name})"


def is_classed(name: str) -> bool:
    """Whether a name says what it is the name of: « Elmer Telegraph Company », « Siege of Ostvik »; not « Great Northern »."""
    words = name.lower().split()
    classes = word_set("nouns", "organisations") | word_set("nouns", "occasions") | word_set("questions", "bodies")
    return len(words) > 2 and (words[-1] in classes or words[0] in classes)


def cut_title(main: str) -> list[str]:
    """`main` without its last parts, the longest first; a part begins with a preposition."""
    parts = BOUNDARY.split(main)
    ends = [main[: len(" ".join(parts[:last]))].rstrip(" ,") for last in range(len(parts) - 1, 0, -1)]
    return [cut for cut in ends if not main.endswith("?") and cut.count("“") == cut.count("”") and not HANGING.search(cut)]


def event_headings(facts: Sequence[Fact]) -> Iterator[str]:
    """« Siege of Ostvik » for an event that a fact names with more than its noun: those told most first."""
    yield from named_events(facts, word_set("nouns", "occasions"), "[Tt]he ")


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
