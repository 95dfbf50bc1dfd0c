"""How many votes were for and against: « le traité a été rejeté par 212 voix contre, 87 pour et 14 abstentions ».

Asked of each side: « Combien de voix se sont prononcées contre le traité ? ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, is_passive
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.fr.tree.votes import BALLOTS, is_side
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "ballot"
ABSTAINED = "abstention"
LED = ("par", "avec")  # before the first count


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The sides of the votes of `sentence`."""
    document = reading.document
    for first in document.words(sentence):
        if first.text.lower() not in BALLOTS or first.dep == "conj" or first.i in document.quotations:
            continue
        led = any(t.text.lower() in LED and t.i < first.i for t in document.children(first, "case"))
        verb = next((t for t in document.ancestors(first) if is_clause_head(document, t)), None)
        if not led or verb is None or verb.lemma not in word_set("verbs", "voting"):
            continue
        for count in (first, *document.children(first, "conj")):
            side = next((t for t in document.children(count, "advmod") if is_side(t)), None)
            if side is not None:
                yield attempt(NAME, read_side, reading, verb, first, count, side)
            elif count.lemma == ABSTAINED:
                yield attempt(NAME, read_abstained, reading, verb, first, count)


def read_side(reading: Reading, verb: Token, first: Token, count: Token, side: Token) -> Fact:
    """« N voix se sont prononcées contre T ». Raises Refused unless T is known and the side is counted in figures."""
    attribution = check_standing(reading, verb)
    told = read_thing(reading, verb, first)
    clause = side_clause(read_number(reading, count, first), replace(told, marker=side.text.lower()))
    return build_fact(
        reading, count, clause, type="quantity", rule=NAME, predicate=f"voix {side.text.lower()}", attribution=attribution,
        confidence=sureness_of(told),
    )  # fmt: skip


def read_abstained(reading: Reading, verb: Token, first: Token, count: Token) -> Fact:
    """« le vote sur T a compté N abstentions ». Raises Refused unless T is known."""
    attribution = check_standing(reading, verb)
    told = read_thing(reading, verb, first)
    clause = vote_clause(read_number(reading, count, count), told)
    return build_fact(
        reading, count, clause, type="quantity", rule=NAME, predicate="abstentions", attribution=attribution, confidence=sureness_of(told)
    )


def read_thing(reading: Reading, verb: Token, first: Token) -> Phrase:
    """What they voted on. Raises Refused for what is told elsewhere, several things, and people."""
    document = reading.document
    if any(t.lemma in ("pas", "ne", "plus") for t in document.children(verb, "advmod")):
        raise Refused("it is denied")
    thing = voted_thing(document, verb)
    if thing is None:
        raise Refused("on what they voted is told elsewhere")
    stop = min((t.i for t in document.subtree(first) if t.i > thing.i), default=document.sentence_of(thing).last)
    return check_thing(told_thing(reading, thing, stop if thing.i < stop else document.sentence_of(thing).last, "told_thing"))


def check_thing(told: Phrase) -> Phrase:
    """`told`, if it is one thing. Raises Refused for several, and for people."""
    if told.number == "p" or told.kind in ("person", "people"):
        raise Refused("a vote on several things, or on somebody")
    return told


def read_number(reading: Reading, count: Token, noun: Token) -> Phrase:
    """« 302 voix », counted by `count`, of the noun `noun`. Raises Refused for what is not told in figures."""
    document = reading.document
    number = count if count.pos == "NUM" else document.child(count, "nummod")
    if number is None or not number.text[:1].isdigit() or number.text == "1":
        raise Refused("the side is not counted")
    text = f"{approximation(document, number)}{number.text}"
    span = Span(start=number.span.start, end=max(number.span.end, count.span.end))
    return Phrase(role="votes", text=f"{text} {noun.text}", span=span, head=noun.lemma, gender="m" if noun.text in ("votes", "suffrages") else "f",
                  number="p", count=text, counted=noun.text)  # fmt: skip


def side_clause(votes: Phrase, told: Phrase) -> Clause:
    """« N voix se sont prononcées pour T »."""
    participle = "prononcées" if votes.gender == "f" else "prononcés"
    group = Verb(lemma="prononcer", finite="sont", rest=participle, number="p", reflexive=True, with_be=True)
    return Clause(verb=group, subject=votes, complements=(told,))


def vote_clause(counted: Phrase, told: Phrase) -> Clause:
    """« le vote sur T a compté N abstentions »."""
    vote = replace(told, text=f"le vote sur {told.text}", kind="thing", entities=(), gender="m", number="s", count="", counted="")
    return Clause(verb=Verb(lemma="compter", finite="a", rest="compté"), subject=vote, complements=(replace(counted, role="object"),))


def voted_thing(document: Document, verb: Token) -> Token | None:
    """What was voted on: the object, or the subject of a passive."""
    thing = find_subject(document, verb) if is_passive(document, verb) else document.child(verb, "obj")
    return thing if thing is not None and thing.pos in ("NOUN", "PROPN") else None
