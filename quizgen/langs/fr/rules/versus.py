"""What a rival got: « élue avec 52 % des voix contre 48 % à X », « arrive en tête avec 36,6 % des suffrages, contre 27,9 % pour Y ».

Asked of the rival: « Quelle part des voix X a-t-il obtenue ? ». The figure before « contre » is asked by the other rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import is_clause_head, read_negation
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, take_source
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "versus"
CONFIDENCE = 0.95
NEAR = 8  # tokens before « contre » in which the votes stand
UNITS = ("%", "million", "millions")
GIVING = ("à", "pour")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The rivals' figures behind « contre » in `sentence`."""
    document = reading.document
    for contre in document.words(sentence):
        number = document.after(contre)
        if contre.text.lower() != "contre" or contre.i in document.quotations or number is None or number.pos != "NUM":
            continue
        votes = next(
            (t for t in reversed(document.tokens[max(sentence.first, contre.i - NEAR) : contre.i]) if t.lemma in word_set("nouns", "votes")), None
        )
        votes = (
            document.head(votes) if votes is not None and document.head(votes).lemma in word_set("nouns", "votes") else votes
        )  # « intentions de vote »
        last = last_of_figure(document, number)
        rival = next((t for t in document.children(document.head(number) if number.dep == "nummod" else number, "nmod") if t.i > last.i), None)
        while rival is not None and rival.lemma in word_set("nouns", "votes"):  # « contre 12 millions de voix pour X »
            rival = next((t for t in document.children(document.head(rival), "nmod") if t.i > rival.i), None)
        if votes is not None and rival is not None and read_marker(document, rival)[0] in GIVING:
            yield attempt(NAME, read_versus, reading, number, votes, rival)


def last_of_figure(document: Document, number: Token) -> Token:
    """The « % » of « 48 % », « millions » of « 12 millions », or the number itself."""
    after = document.after(number)
    return after if after is not None and after.text in UNITS else number


def read_versus(reading: Reading, number: Token, votes: Token, rival: Token) -> Fact:
    """« Y a obtenu N des voix ». Raises Refused unless the votes are told as counted, and Y is known by name."""
    document = reading.document
    verb = next((t for t in document.ancestors(votes) if is_clause_head(document, t)), None)
    if verb is None or read_negation(document, verb):
        raise Refused("it is not told who got the other figure")
    attribution = check_standing(reading, verb)
    last = last_of_figure(document, number)
    check_alike(document, votes, last)
    count = approximation(document, number) + document.text(Span(start=number.span.start, end=last.span.end))
    share = last.text == "%"
    below = next((t for t in document.children(votes, "nmod") if t.lemma in word_set("nouns", "votes")), votes)
    name = document.text(Span(start=votes.span.start, end=below.span.end))
    counted = f"des {name}" if share else f"{'de ' if last is not number else ''}{name}"
    figure = Phrase(
        role="amount" if share else "object", text=f"{count} {counted}", span=Span(start=number.span.start, end=last.span.end),
        kind="measure" if share else "thing", head=votes.lemma, gender="f" if votes.has("Gender=Fem") else "m", number="p", count=count,
        counted=counted.removeprefix("de ") if not share else counted,
    )  # fmt: skip
    loser = replace(say_rival(reading, rival), role="told_subject")
    group = read_group(document, verb, loser)
    against = say_winner(reading, verb, loser)
    clause = Clause(verb=group, subject=loser, complements=(figure, *against))
    source = find_source(reading, verb) or attribution
    return build_fact(
        reading, number, clause, type="quantity", rule=NAME, predicate=f"obtenir {votes.lemma}", attribution=source,
        confidence=CONFIDENCE,
    )  # fmt: skip


def check_alike(document: Document, votes: Token, last: Token) -> None:
    """Raises Refused where one figure is a share and the other a number of votes."""
    share = any(t.text == "%" for t in document.tokens[max(0, votes.i - 3) : votes.i])
    if share != (last.text == "%"):
        raise Refused("the other figure counts something else")


def say_rival(reading: Reading, rival: Token) -> Phrase:
    """Who got the figure, by name. Raises Refused if there is none."""
    phrase = replace(read_phrase(reading, rival, "subject", subject=True), marker="")
    if len(phrase.entities) != 1 or phrase.kind not in ("person", "organisation", "other"):
        raise Refused("the rival is not named")
    if phrase.kind == "person":
        return replace(phrase, text=phrase.entities[0].name)
    return phrase


def read_group(document: Document, verb: Token, subject: Phrase) -> Verb:
    """« a obtenu », or « obtient » where the winner's figure is told in the present. Raises Refused for what is to come or supposed."""
    own = (verb, *document.children(verb, "aux:tense", "aux:pass", "cop"))
    if any(t.has("Mood=Cnd") or t.has("Tense=Fut") or t.has("Mood=Sub") for t in own):
        raise Refused("it is not told as done")
    many = subject.number == "p"
    present = verb.has("VerbForm=Fin", "Tense=Pres")
    finite = ("obtiennent" if many else "obtient") if present else ("ont" if many else "a")
    return Verb(lemma="obtenir", finite=finite, rest="" if present else "obtenu", number=subject.number)


def say_winner(reading: Reading, verb: Token, loser: Phrase) -> tuple[Phrase, ...]:
    """« face à X », where one person stood against one other."""
    try:
        winner = read_clause_subject(reading, verb)
    except Refused:
        return ()
    if winner.kind != "person" or loser.kind != "person" or len(winner.entities) != 1 or winner.entities == loser.entities:
        return ()
    name = winner.entities[0].name
    return (
        Phrase(
            role="told_winner", text=name, span=winner.span, marker="face à", kind="person", head=winner.head, entities=winner.entities, core=False
        ),
    )


def find_source(reading: Reading, verb: Token) -> str:
    """« des résultats partiels » of « selon des résultats partiels », or empty if it cannot be said."""
    try:
        return take_source(reading, read_clause(reading, verb))[1]
    except Refused:
        return ""
