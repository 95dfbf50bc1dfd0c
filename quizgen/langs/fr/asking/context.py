"""Context lines: which event, when, in a few words. From the title, the main meeting, the chief actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.langs.fr.forms.dates import say_date
from quizgen.langs.fr.forms.morphology import join_preposition, upper_first
from quizgen.langs.fr.forms.typography import set_typography
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.headings import LONGEST, date_heading, is_telling, named_events, open_names, topic_pairs
from quizgen.model import Article, Fact, Phrase

# Where a title may be cut: before a preposition, but not the one that its verb may want (« appelle à voter »).
# And before a figure behind a comma: « X ferme son usine, 300 emplois menacés ».
BOUNDARY = re.compile(
    r",? (?=(?:après|avant|pour|sur|avec|lors|contre|entre|par|dans|depuis|afin|suite|malgré|face|chez|selon|sous|qui|dont|où) "
    r"|(?<!face )(?<!suite )(?<!grâce )(?<!ici )(?:à|au|aux|en|de|du|des) (?:la |l’)?[A-ZÀ-Ý0-9]|d[’'](?:[A-ZÀ-Ý]|ici))"
    r"|, (?=(?:[a-zà-ÿ]+ ){0,2}\d)"
)
OWNED = re.compile(r"(du|des|de|d’)\b")  # what is cut off belongs to the last noun that is left
LOOSE = re.compile(r"(à|en|au|aux|dans|lors|après|avant|pendant) ")  # of time or place: true of what stands two parts before as well
OTHER = re.compile(r"\b(autres?|mêmes?|précédente?s?)\b")  # an event that is not the one of the article
YEAR = re.compile(r"\b(1\d|20)\d{2}\b")
ARTICLE = re.compile(r"(?i)(l[ea]s?|un|une|des) |l’")
# Words that want what has been cut, « être » and verbs in the future among them: « le nombre est … », « retirera … ».
HANGING = re.compile(
    r"\b(autour|à partir|grâce|suite|jusque?|lors|est|sont|était|étaient|ont|fait|font|va|vont|[a-zà-ÿ]+(?:[eid]ra|[eid]ront|erait|eraient))$"
)


def context_lines(article: Article, facts: Sequence[Fact]) -> Iterator[str]:
    """Lines from the most telling to the plainest; the cards stage takes the first that does not betray the answer."""
    when = say_date(article.date) if article.date else ""
    of = "du" if article.date.count("-") == 2 else "de"
    title = article.title.replace("'", "’")
    for heading in (*title_headings(title, facts), *meeting_headings(facts), *(() if title else topics(facts))):
        lead = heading in title_parts(title)[1:]
        yield from map(set_typography, date_heading(_clean(heading), article.date, when, whole=heading == title, lead=lead))
    # what stands before the colon of a title, and an event of the text, may be older than the article: its date is said to be its own
    leads = title_parts(title)[1:]
    events = [heading for heading in event_headings(facts) if not OTHER.search(heading)]
    for heading in (*filter(is_telling, leads), *events, *leads):
        if when and article.date[:4] not in heading and len(heading.split()) <= LONGEST:
            yield set_typography(f"{_clean(heading)} (article {of} {when})")
    if when:
        yield f"Article {of} {when}"


def _clean(heading: str) -> str:
    return upper_first(heading.strip(" .,:;!\u202f\u00a0"))


def title_parts(title: str) -> list[str]:
    """What follows the colon of a title, and what stands before it: « Grèce : le nouveau gouvernement formé »."""
    lead, _, rest = title.partition(":") if re.search(r"\s:\s", title) else ("", "", title)
    return [part.strip() for part in (rest, lead) if part.strip()]


def title_headings(title: str, facts: Sequence[Fact]) -> Iterator[str]:
    """The title; the title without its end or another of its parts; what follows its colon; the title with a name left open."""
    parts = title_parts(title)
    if not parts:
        return
    main, lead = parts[0], f"{parts[1]} : " if len(parts) > 1 else ""
    cuts = [cut for cut in cut_title(main) if is_telling(cut) or (lead and not ARTICLE.match(cut))]
    yield f"{lead}{main}"
    yield from (part for part in [main] if is_telling(part) and not part.startswith("«"))  # who speaks is cut from « X : « … » »
    yield from (f"{lead}{cut}" for cut in cuts)
    yield from filter(is_telling, cuts)
    yield from (part for part in parts[1:] if is_telling(part) and YEAR.search(part))  # « Championnats du monde de 2019 : … » tells an event
    yield from open_names(f"{lead}{main}", facts, "l[ea]s? |l’|une? ")


def cut_title(main: str) -> list[str]:
    """`main` without its last parts, or without one in its midst, the longest first; a part begins with a preposition."""
    parts = BOUNDARY.split(main)
    ends = [" ".join(parts[:last]) for last in range(1, len(parts))]
    loose = [
        n
        for n in range(1, len(parts) - 1)
        if LOOSE.match(parts[n + 1]) and "," not in parts[n] and (is_telling(parts[0]) or not ARTICLE.match(parts[0]))
    ]
    middles = [" ".join((*parts[:n], *parts[n + 1 :])) for n in loose]
    whole = [cut for cut in (*ends, *middles) if not main.endswith("?") and cut.count("«") == cut.count("»") and not HANGING.search(cut)]
    return sorted(whole, key=lambda cut: (bool(OWNED.match(main[len(cut) :].lstrip())), -len(cut.split())))


def event_headings(facts: Sequence[Fact]) -> Iterator[str]:
    """« Accident du vol 447 » for an event that a fact names with more than its noun: those told most first."""
    yield from named_events(facts, word_set("nouns", "occasions"), "le |la |l’")


def meeting_headings(facts: Sequence[Fact]) -> Iterator[str]:
    """« Rencontre entre X et Y à Z », and shorter ones."""
    for fact in facts:
        if fact.type != "meeting" or fact.predicate != "se rencontrer" or fact.clause is None or fact.clause.subject is None:
            continue
        people = [e.name for e in fact.clause.subject.entities]
        place = next((p for p in fact.clause.complements if isinstance(p, Phrase) and p.role == "place"), None)
        where = f" {join_preposition(place.marker, place.text)}" if place else ""
        yield f"Rencontre entre {' et '.join(people)}{where}"
        yield f"Rencontre entre {' et '.join(people)}"
        if where:
            yield f"Rencontre internationale{where}"
            yield from (f"Déplacement {join_preposition('de', name)}{where}" for name in people)


def topics(facts: Sequence[Fact]) -> Iterator[str]:
    """Pairs of the names that most facts speak of: « Russie et Ukraine »."""
    yield from (f"{first} et {second}" for first, second in topic_pairs(facts))
