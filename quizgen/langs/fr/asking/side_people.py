"""The bare trade of somebody whom the article is not about -> a question that tells what the person does in it, or none.

« Quelle est la profession d’Ida Lund ? » says nothing of why one should know her: of thirteen such cards readers took five. With a deed
it does: « Quelle est la profession d’Ida Lund, qui a rénové le lavoir de Brume ? ».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.langs.fr.asking.saying import say_parts, say_verb
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import LEAD
from quizgen.langs.trimming import swap
from quizgen.model import Clause, Entity, Fact, Phrase, Reading

CHIEF = 3  # times from which an article is about somebody
SHORTEST, LONGEST = 4, 13  # words of a deed
DEEDS = ("action", "agreement", "deployment", "withdrawal", "membership")


def place_side_people(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """`facts`, those of a side person's bare trade with a deed of that person to ask them with, or not to be asked."""
    deeds: dict[tuple[Entity, ...], list[str]] = {}
    for doers, deed in find_deeds(facts):
        deeds.setdefault(doers, []).append(deed)
    return [place_trade(reading, fact, deeds) for fact in facts]


def place_trade(reading: Reading, fact: Fact, deeds: dict[tuple[Entity, ...], list[str]]) -> Fact:
    """`fact` with the deed behind the name in its clause; its trade told and not asked, if no deed is known."""
    person = fact.clause.subject if fact.clause is not None and fact.rule == "role" else None
    trade = next((p for p in fact.clause.phrases() if is_bare_trade(p)), None) if fact.clause is not None and person is not None else None
    if fact.clause is None or person is None or trade is None or is_in_title(reading, person):
        return fact
    deed = min(deeds.get(person.entities, ()), key=len, default="")
    if deed:
        return replace(fact, clause=replace(fact.clause, subject=replace(person, presented=f"{person.text}, qui {deed}")))
    if not is_side_person(reading, person):
        return fact
    told = tuple(replace(a, role="told_function") if a.role == trade.role else a for a in fact.arguments)
    return replace(fact, arguments=told, clause=swap(fact.clause, trade, replace(trade, role="told_function")))


def is_bare_trade(phrase: Phrase) -> bool:
    """« architecte », and no word more."""
    words = phrase.text.replace("’", "’ ").removeprefix("un ").removeprefix("une ").split()
    words = words[1:] if words and words[0] in ("le", "la", "l’") else words
    return phrase.role == "function" and phrase.head in word_set("nouns", "professions") and len(words) == 1


def is_side_person(reading: Reading, person: Phrase) -> bool:
    """Whether a person is not in the first sentences, and seldom named."""
    document = reading.document
    mentions = [i for entity in person.entities for i in entity.mentions]
    late = all(document.sentence_number(document.tokens[i]) >= LEAD for i in mentions)
    seldom = max((reading.uses[entity.name] for entity in person.entities), default=0) < CHIEF and len(mentions) < CHIEF
    return late and seldom


def is_in_title(reading: Reading, person: Phrase) -> bool:
    """Whether the title names a person: of such a one all is asked."""
    return plain(person.text.split()[-1]) in plain(reading.document.article.title)


def find_deeds(facts: Sequence[Fact]) -> Iterator[tuple[tuple[Entity, ...], str]]:
    """Who did what, as it stands behind « qui »."""
    for fact in facts:
        clause = fact.clause
        if clause is None or clause.subject is None or (fact.type not in DEEDS and fact.rule != "leader") or not is_plain(fact, clause):
            continue
        deed = f"{say_verb(clause.verb)} {say_parts(clause.complements, clause.subject.gender or 'm', 's')}".strip()
        named = any(p.entities or p.named for p in clause.phrases() if p is not clause.subject)
        if fact.rule == "leader" or (named and SHORTEST <= len(deed.split()) <= LONGEST):
            yield clause.subject.entities, deed


def is_plain(fact: Fact, clause: Clause) -> bool:
    """Whether a fact is told as done and not to come, by the article itself, in one clause."""
    sure = fact.polarity == "positive" and fact.modality == "actual" and not fact.attribution and not clause.verb.negation
    past = not clause.verb.finite.endswith(("ra", "ront"))
    return sure and past and clause.whole and all(isinstance(p, Phrase) for p in clause.complements)
