"""Every fact of every article stands on its evidence: the sentence holds each argument, or the mention that stands for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.articles import Wishes, read_article
from quizgen.document import read_document
from quizgen.facts import extract_facts
from quizgen.facts.coreference import resolve_pointers
from quizgen.facts.entities import link_names
from quizgen.langs import LanguagePack, find_packs, get_pack
from quizgen.model import Argument, Document, Fact, Reading, Span
from tests.conftest import ROOT
from tests.gate import plain
from tests.recording import load_document, recorded

SHARED = ROOT.parent / "shared" / "articles"  # articles that are not ours, where a checkout has them beside it
ARTICLES = [
    *sorted((ROOT / "decks").glob("*/article.md")),
    *sorted((ROOT / "tests" / "gold").glob("*/*.txt")),
    *sorted(SHARED.glob("fr/*.txt")),
    *sorted(SHARED.glob("more/*.txt")),
]

# What a rule calls the thing that it tells of, where the article has no noun for it: « projet visant à » tells an aim,
# « a rejeté X par 61 voix » a vote.
# « expects A, as …, and B » asks for “two things”.
CALLED = {"objective": "objectif", "clause": "things", "ballot": "vote", "vote_count": "vote"}
# Rules that join what several sentences tell of one thing, while a fact has room for one of them: their arguments
# are looked for in the whole article. The noun is what such a rule itself calls the thing (« ils se sont entretenus »).
JOINING = {"meeting": "entretiens"}
# What quizgen itself calls things by what an earlier sentence tells of them: « l’étape finale » after « une dernière étape ».
BRIDGING = ("finale",)


def by_stem(path: Path) -> str:
    return path.stem if path.stem != "article" else path.parent.name


def check(document: Document, pack: LanguagePack) -> None:
    """Assert that no argument of a fact of `document` lacks its words."""
    facts, _ = extract_facts(document, pack)
    reading = resolve_pointers(link_names(document, pack), pack)
    pairs = [(fact, argument) for fact in facts for argument in fact.arguments]
    loose = [(fact.rule, argument.role, argument.mention.text, looseness(reading, fact, argument, pack)) for fact, argument in pairs]
    assert [found for found in loose if found[-1]] == []


def looseness(reading: Reading, fact: Fact, argument: Argument, pack: LanguagePack) -> str:
    """What of `argument` the evidence of `fact` does not hold; empty if all is well.

    Its span must lie there, and each of its words must be written there, or belong to the name of something that is
    mentioned there by a name or a pronoun, or be part of a date (« jeudi » stands for a day of the calendar).
    """
    span = argument.mention.span
    if span.start == span.end or not fact.evidence.holds(span):
        return "its span is empty or outside the evidence"
    place = fact.evidence if fact.rule not in JOINING else Span(start=0, end=len(reading.document.article.text))
    told = " ".join(reading.document.text(s) for s in (place, *argument.mention.taken_up))
    there = words_of(told) | names_in(reading, place) | {JOINING.get(fact.rule, ""), CALLED.get(fact.rule, "")}
    for earlier in argument.mention.taken_up:
        there |= names_in(reading, earlier) | forms_in(reading.document, earlier) | set(BRIDGING)
    there |= {word for time in times_of(fact, argument) for word in calendar_words(time, pack)}
    missing = [word for word in plain(argument.mention.text).split() if word not in there and not pack.share_of_function_words([word])]
    stems = {stem(word) for word in there}
    return " ".join(word for word in missing if stem(word) not in stems)


def times_of(fact: Fact, argument: Argument) -> list[str]:
    """The times in the words of `argument`: itself, or, where the whole clause is one (what a denial denies), those of the clause."""
    if argument.kind == "verdict" and fact.clause is not None:
        return [phrase.text.lower() for phrase in fact.clause.phrases() if phrase.kind == "time"]
    return [argument.mention.text] if argument.kind == "time" or argument.role == "compared" else []  # « par rapport à l’an dernier »


def forms_in(document: Document, span: Span) -> set[str]:
    """The lemmas of the words in `span`, and what a participle has of them: « accorda » is taken up as « accordée », “fell” as “fall”."""
    lemmas = {plain(token.lemma) for token in document.tokens_in(span)}
    bases = {lemma.removesuffix("r") for lemma in lemmas}
    return lemmas | bases | {f"{base}e" for base in bases}


def words_of(text: str) -> set[str]:
    """The words of `text`; two numbers with a mark between them (« (48 %), 148 622 élèves ») are two."""
    return {word for piece in (text, *re.split(r"[^\w\s’'.-]", text)) for word in plain(piece).split()}


def calendar_words(time: str, pack: LanguagePack) -> list[str]:
    """The words of a time that may come from the article's date: all of a date, also where it begins or ends a time, the year of « au printemps »."""
    words = plain(time).split()
    day = re.sub(r"^(le|en|début|fin|dans la nuit du .* au) | au (matin|soir)$", "", time)
    return words if pack.read_date(day) else [word for word in words if word.isdigit()]


def stem(word: str) -> str:
    """A word of some length without the ending by which it agrees: « ont repêché 165 rescapés » is told as « les rescapés repêchés »."""
    return re.sub(r"(?<=\w{4})e?s?$", "", word)


def names_in(reading: Reading, place: Span) -> set[str]:
    """The words of the names of all that is mentioned at `place`, by name or by pointer."""
    linked = (reading.links.get(token.i, ()) for token in reading.document.tokens if place.holds(token.span))
    names = (name for entities in linked for entity in entities for name in (entity.name, *entity.aliases))
    return {word for name in names for word in plain(name).split()}


@pytest.mark.model
@pytest.mark.parametrize("path", ARTICLES, ids=by_stem)
def test_facts_of_articles_stand_on_their_evidence(path: Path) -> None:
    """The facts of each article of the project, and of those beside it, lie in their evidence."""
    article = read_article(str(path), Wishes())
    pack = get_pack(article.lang)
    check(read_document(article, pack), pack)


@pytest.mark.parametrize("code", find_packs())
def test_facts_of_examples_stand_on_their_evidence(code: str) -> None:
    """The facts of each example sentence of a pack lie in their evidence."""
    for text in recorded(code):
        check(load_document(text, code), get_pack(code))
