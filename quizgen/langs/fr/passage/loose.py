"""Parts of a clause without which it can be read alone: what they tell of stands in another sentence, and the rest is true without them.

« Le club a réagi | après ces insultes », « un courrier | assurant qu’ils l’avaient payé », « est | désormais | fermée ».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from quizgen.langs.asides import without_commas
from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.asides import NEEDING, find_tails, is_bound, is_of_then
from quizgen.langs.fr.passage.outside import AT_WRITING, SPELLS
from quizgen.langs.fr.phrase.constituents import cuts_quotation
from quizgen.model import Document, Span, Token

ADVERBS = (*AT_WRITING, "depuis", "alors", "avant")
OCCASIONS = ("à l’occasion d", "lors d", "au cours d", "au terme d", "à l’issue d", "après ", "peu après ", "juste après ", "en marge d")
MOMENTS = ("lorsque", "lorsqu’", "alors", "tandis", "quand", "après", "puisque", "puisqu’", "comme")
SHORT = 5  # tokens of a time that may go
TIMES = (*SPELLS, *dates.DAY_PARTS, *dates.PARTS_OF_CENTURY, "lendemain", "veille")
SOME = ("un", "une", "des", "plusieurs", "de", "d’")
DENYING = ("ne", "n’", "ni", "sans", "aucun", "aucune")


def find_loose(document: Document, unit: set[int], asked: frozenset[int], is_loose: Callable[[Token], bool]) -> Iterator[frozenset[int]]:
    """The parts of `unit` that hold a word that `is_loose`, and not what is `asked`, and may go: the smallest for each word."""
    tails = (part for part in find_tails(document, unit) if not _opening(document, part).startswith(causes()))
    parts = [*_adverbs(document, unit), *tails, *_occasions(document, unit), *_tellings(document, unit)]
    named = any(document.tokens[i].name for i in asked)
    numbers = {i for i in unit if document.tokens[i].pos == "NUM" and document.tokens[i].dep == "nummod"}
    parts += (part for part in _times(document, unit) if named or numbers <= part)  # a figure holds for its time
    for part in sorted(parts, key=len):
        if not part & asked and any(is_loose(document.tokens[i]) for i in part):
            yield part


@cache
def causes() -> tuple[str, ...]:
    """How a part opens without which nobody knows why: « en raison d », « malgré »."""
    return (*(cause.removesuffix("e") for cause in word_set("grammar", "causes")), "face à", "malgré")


def _adverbs(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """« désormais » and the like, by themselves."""
    for i in sorted(unit):
        token = document.tokens[i]
        after = document.after(token)
        goes_on = after is not None and after.text.lower() in ("que", "qu’", "qu'", "à")
        if token.text.lower().replace("'", "’") in ADVERBS and token.dep == "advmod" and not _has_own(document, token) and not goes_on:
            commas = {i - 1, i + 1} if all(document.tokens[k].text == "," for k in (i - 1, i + 1) if k in unit) else set()
            yield frozenset({i} | (commas & unit))


def _has_own(document: Document, adverb: Token) -> bool:
    """« peu avant »: whether a word belongs to an adverb."""
    return any(t.pos != "PUNCT" for t in document.children(adverb))


def _times(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """A time that another sentence or the day of writing tells: « le week-end dernier », « il y a trois ans », « le lendemain »."""
    for i in sorted(unit):
        token = document.tokens[i]
        timed = token.lemma in word_set("nouns", "durations") or token.text.lower() in TIMES
        part = _whole_part(document, token, unit) if timed and token.dep.startswith("obl") else frozenset()
        verb = document.head(token)
        if part and len(part) <= SHORT and _is_told_without(document, verb) and not is_of_then(document, token):
            yield part


def _occasions(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """What a clause tells of when or why, wherever it stands: « après ces insultes », « alors qu’il sortait »."""
    for i in sorted(unit):
        token = document.tokens[i]
        beside = token.dep.startswith("obl") or (token.dep == "advmod" and token.text.lower() == "lors")
        if not (beside or token.dep == "advcl") or not _is_told_without(document, document.head(token)):
            continue
        part = _whole_part(document, token, unit)
        opening = _opening(document, part) if part else ""
        occasion = opening.startswith(OCCASIONS if beside else MOMENTS)
        if part and occasion and not is_bound(document, set(part), token):
            yield part


def _tellings(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """What is told of something that is new in the sentence: « un courrier | assurant … », « une loi | qui … »."""
    for i in sorted(unit):
        token = document.tokens[i]
        noun = document.head(token)
        determiner = document.child(noun, "det", "case")
        some = determiner is not None and determiner.text.lower().replace("'", "’") in SOME
        if (
            not token.dep.startswith("acl")
            or token.i < noun.i
            or not (some or noun.name)
            or noun.dep not in ("obj", "nsubj", "nsubj:pass", "obl:agent")
        ):
            continue
        part = _whole_part(document, token, unit)
        if part and _is_told_without(document, document.head(noun)):
            yield part


def _opening(document: Document, part: frozenset[int]) -> str:
    """The words of a part, in small letters."""
    words = [i for i in sorted(part) if document.tokens[i].text != ","]
    return document.text(Span(start=document.tokens[words[0]].span.start, end=document.tokens[words[-1]].span.end)).lower().replace("'", "’")


def _whole_part(document: Document, token: Token, unit: set[int]) -> frozenset[int]:
    """The words below `token` if they stand together and cut no quotation, else none."""
    part = without_commas(document, {t.i for t in document.subtree(token)})
    whole = part <= unit and max(part) - min(part) + 1 == len(part) and not cuts_quotation(document, part)
    return frozenset(part) if whole else frozenset()


def _is_told_without(document: Document, verb: Token) -> bool:
    """Whether a clause says no more without what belongs to it: it is not denied, and needs no aim."""
    beside = {t.text.lower().replace("'", "’") for t in document.children(verb)}
    return is_clause_head(document, verb) and verb.lemma not in NEEDING and not beside & set(DENYING) and not verb.has("Mood=Cnd")
