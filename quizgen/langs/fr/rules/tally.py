"""Each number of a list of counted things: « le cargo transportait 217 passagers et 14 marins », « trois navires et deux avions participent… ».

« X a supprimé 450 postes en France et 600 en Allemagne » tells each with its own place.

The clause rule reads the list as one thing; here the clause is told once for each part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking.saying import say_phrase
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.complements import split_place
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.clause.figure_lists import PLACES, have_own, list_parts, owned_by
from quizgen.langs.fr.clause.verbs import clause_type, is_clause_head
from quizgen.langs.fr.forms.morphology import agree, bare_participle
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.counts import with_count
from quizgen.langs.fr.phrase.measures import SCALES, approximation, find_unit, missing_currency
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_content, check_standing, stands_at
from quizgen.langs.fr.rules.gerund import is_gerund, read_deed_clause
from quizgen.langs.fr.tree.votes import BALLOTS, is_side
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import only_told, swap
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "tally"
LONGEST_NOUN = 2  # words of what a bare number counts: « postes », « postes supprimés »


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The counted parts of the lists in the clauses of `sentence`."""
    document = reading.document
    for first in document.words(sentence):
        if first.dep.split(":")[0] not in PLACES or first.i in document.quotations:
            continue
        verb, parts = find_verb(document, first), list_parts(document, first)
        if len(parts) < 2 or verb is None or all(t.lemma in word_set("nouns", "durations") for t in parts):
            continue  # « 16 jours et 9 heures » is one length of time
        if is_vote(document, parts):
            continue  # « 54 voix pour et 12 contre », « 54 voix contre 12 et 3 abstentions »: a side without the others says nothing
        for part in parts:
            yield attempt(NAME, read_part, reading, part, parts, verb)


def is_vote(document: Document, parts: list[Token]) -> bool:
    """Whether a list tells how many votes were for and against."""
    sided = any(is_side(t) for part in parts for t in document.children(part, "advmod"))
    return sided or (parts[0].text.lower() in BALLOTS and any(is_side(t) for t in document.subtree(parts[0])))


def find_verb(document: Document, first: Token) -> Token | None:
    """The finite verb of a list: its own, or the one above « construire » of « prévoit de construire 19 hôpitaux et 12 écoles »."""
    verb = document.head(first)
    above = document.head(verb)
    if verb.dep == "xcomp" and verb.has("VerbForm=Inf") and not have_own(document, list_parts(document, first)):
        verb = above
    return verb if is_clause_head(document, verb) or is_gerund(verb) else None


def read_part(reading: Reading, part: Token, parts: list[Token], verb: Token) -> Fact:
    """The clause of `verb` with `part` alone for the list of `parts`. Raises Refused if either cannot be said."""
    if is_gerund(verb):
        clause, attribution = read_deed_clause(reading, verb)  # « …, faisant 14 morts et 160 blessés »
    else:
        attribution, clause = check_standing(reading, verb), read_clause(reading, verb)
    under = reading.document.head(parts[0]) is not verb  # « a promis d’envoyer 300 hommes et 40 chars » keeps its promise
    if is_report(verb) and not (under or stands_at(reading.document, verb)):
        raise Refused("a reporting verb")
    first = parts[0]
    whole = next((p for p in clause.phrases() if p.span.start <= first.span.start < p.span.end), None)
    if whole is None:
        raise Refused("the list is not told with the clause")
    own, *places = read_counted(reading, part, whole, first)
    if whole is clause.subject:
        clause = _agreed(clause, own)
    elif clause.subject is not None:
        clause = replace(clause, subject=replace(clause.subject, count="", counted=""))  # « deux attentats »: one number is asked
        whole = next(p for p in clause.phrases() if p.span == whole.span and p.role == whole.role)
        clause = without_opening(clause) if under else clause
    if any(isinstance(p, Phrase) and p.role == "told_idiom" for p in clause.complements) and places:
        own, places = with_place(own, places[0]), []  # « a fait état de trois morts à Gao »: the place is that of the dead
    told = swap(clause, whole, own)
    if have_own(reading.document, parts):
        told = with_own(reading, told, parts, part, places)
    check_content(reading, told, "action")
    kind = clause_type(verb)
    return build_fact(
        reading, part, only_told(told, own), type="quantity", rule=NAME, predicate=f"{kind} {verb.lemma} {part.lemma}", attribution=attribution
    )


def without_opening(clause: Clause) -> Clause:
    """The clause without « En visite à Gao, » before its subject, which would stand beside the wrong verb."""
    start = clause.subject.span.start if clause.subject is not None else 0
    kept = (p for p in clause.complements if not (isinstance(p, Phrase) and p.kind != "time" and p.span.end <= start))
    return replace(clause, complements=tuple(kept))


def with_place(own: Phrase, place: Phrase) -> Phrase:
    """« trois morts à Gao » for « trois morts »."""
    where = say_phrase(place)
    return replace(own, text=f"{own.text} {where}", counted=f"{own.counted} {where}")


def with_own(reading: Reading, clause: Clause, parts: list[Token], part: Token, places: list[Phrase]) -> Clause:
    """`clause` with what is told of `part` alone: where, to whom. Raises Refused if nothing is."""
    others = [p for other in parts if other is not part for p in owned_by(reading.document, parts, clause, other)]
    starts = {p.span.start for p in places}
    kept = tuple(p for p in clause.complements if p not in others and not (isinstance(p, Phrase) and p.span.start in starts))
    told = replace(clause, complements=(*kept, *places))
    idiom = any(isinstance(p, Phrase) and p.role == "told_idiom" for p in kept)
    if not (idiom or places or owned_by(reading.document, parts, clause, part) or is_told_apart(reading.document, part)):
        raise Refused("it is not told of which of them it holds")
    return told


def is_told_apart(document: Document, part: Token) -> bool:
    """« 300 candidats au certificat »: what is told of a part alone is said with its noun."""
    return part.pos == "NOUN" and any(read_marker(document, t)[0] == "à" for t in document.children(part, "nmod") if t.i > part.i)


def read_counted(reading: Reading, part: Token, whole: Phrase, first: Token) -> list[Phrase]:
    """The phrase of one part of the list, and the place that hangs on it. Raises Refused if it is no number of things."""
    document = reading.document
    inside = {t.i for other in document.children(first, "conj", "cc") for t in document.subtree(other)} if part is first else set()
    kept = [t for t in kept_tokens(document, part, reading) if t.i not in inside and t.text != "," and not (t.dep == "cc" and t.i < part.i)]
    span = Span(start=kept[0].span.start, end=kept[-1].span.end)
    marker, _ = read_marker(document, part)
    named = first if part.pos == "NUM" else part
    phrase = Phrase(
        role=whole.role, text=say_tokens(reading, kept), span=span, marker=marker or whole.marker, head=named.lemma,
        gender="f" if named.has("Gender=Fem") else "m", number="p", named=whole.named,
    )  # fmt: skip
    if part.pos == "NUM" or is_bare_scale(document, part, first):
        return [_elliptic(reading, phrase, part, first), *_places(reading, part)]
    counted = with_count(reading, phrase, part, kept) if part is not first else _first_count(reading, phrase, part, kept)
    if counted.kind == "measure" and not counted.counted and (amount := say_sum(reading, part, kept)):
        return [replace(counted, role="amount", text=amount), *_places(reading, part)]
    if not (counted.count and counted.counted):
        raise Refused("what is counted is not clear")
    own, *places = split_place(reading, part, counted)
    beyond = [p for p in places if any(t.i in inside for t in document.tokens_in(p.span))]
    return [counted] if beyond else [own, *places]


def say_sum(reading: Reading, part: Token, kept: list[Token]) -> str:
    """« 650 millions d’euros », « 200 millions » with the currency of the others; empty for what is no money."""
    unit = find_unit(reading, part)
    if unit is None:
        return ""
    text = say_tokens(reading, [t for t in kept if t.i <= unit.i])
    text += missing_currency(reading.document, unit) if unit.lemma in SCALES else ""
    number = reading.document.child(part, "nummod")
    lead = approximation(reading.document, number) if number is not None else ""
    money = re.split(r"\W", text)[-1].rstrip("s") in word_set("nouns", "currencies")
    return (text if text.startswith(lead) else f"{lead}{text}") if money else ""


def is_bare_scale(document: Document, part: Token, first: Token) -> bool:
    """« 126 millions de voyageurs en 2019 et 75 millions en 2021 »: so many of what the first part counts."""
    of = next((t for t in document.children(first, "nmod") if t.i > first.i and read_marker(document, t)[0] == "de"), None)
    scale = part is not first and part.lemma in SCALES and not any(read_marker(document, t)[0] == "de" for t in document.children(part, "nmod"))
    return scale and first.lemma in SCALES and of is not None and of.lemma not in word_set("nouns", "currencies")


def _elliptic(reading: Reading, phrase: Phrase, part: Token, first: Token) -> Phrase:
    """« 600 » of « 450 postes en France et 600 en Allemagne »: so many of what the first part counts."""
    document = reading.document
    below = first if part.pos == "NUM" else next(t for t in document.children(first, "nmod") if t.i > first.i)
    words = [t for t in kept_tokens(document, below, reading) if t.pos not in ("NUM", "DET", "ADP")]
    noun = say_tokens(reading, [t for t in words if t.i <= below.i or t.dep == "amod"][:LONGEST_NOUN])
    number = part if part.pos == "NUM" else document.child(part, "nummod") or part
    count = f"{approximation(document, number)}{document.text(Span(start=number.span.start, end=part.span.end))}"
    return replace(phrase, text=f"{count} {'' if part is number else 'de '}{noun}", count=count, counted=noun, span=part.span, marker="")


def _places(reading: Reading, part: Token) -> list[Phrase]:
    """What hangs on a bare number or a sum: « en Allemagne », « à Chypre », « en 2021 »."""
    found = []
    for token in reading.document.children(part, "nmod", "obl"):
        if token.i > part.i and read_marker(reading.document, token)[0] not in ("", "de"):
            phrase = read_phrase(reading, token, "place")
            place = "place" if phrase.marker != "à" or phrase.kind == "city" else "addressee"
            found.append(replace(phrase, role="time" if phrase.kind == "time" else place))
    return found


def _first_count(reading: Reading, phrase: Phrase, part: Token, kept: list[Token]) -> Phrase:
    """The count of the first part, which `with_count` refuses because of the others."""
    number, read = reading.document.child(part, "nummod"), with_count(reading, phrase, part, kept)
    if number is None or read.count or read.kind == "measure":
        return read  # « une dizaine de blessés », « 650 millions d’euros »
    counted = say_tokens(reading, [t for t in kept if t.i > number.i])
    words = [t for t in kept if t.i <= number.i and t.text.lower() != "les"]
    return replace(phrase, count=say_tokens(reading, words), counted=counted)


def _agreed(clause: Clause, subject: Phrase) -> Clause:
    """The clause with its participle agreed with one part of the subject."""
    verb = clause.verb
    if not (verb.with_be and verb.rest):
        return clause
    lead, _, participle = verb.rest.rpartition(" ")
    bare = bare_participle(participle, "f" if participle.endswith(("e", "es")) else "m", "p")
    return replace(clause, verb=replace(verb, rest=f"{lead} {agree(bare, subject.gender, 'p')}".strip()))
