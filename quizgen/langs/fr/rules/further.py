"""Further ones of those just counted: « 43 personnes sont mortes et une vingtaine sont portées disparues », « … et 30 autres ont été blessées ».

The noun is told once; it is said again with the second number: « Combien d'autres personnes ont été blessées ? ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.complements import read_complements
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.clause.soundness import check_seen
from quizgen.langs.fr.clause.verbs import is_clause_head, read_verb
from quizgen.langs.fr.clause.wholeness import is_whole
from quizgen.langs.fr.forms.morphology import elide
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "further"
SUBJECTS = ("nsubj", "nsubj:pass")
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The numbers of `sentence` whose noun stands with an earlier number."""
    document = reading.document
    for second in document.words(sentence):
        verb = document.head(second)
        if second.dep not in SUBJECTS or second.i in document.quotations or not is_clause_head(document, verb) or verb.i < second.i:
            continue
        noun = find_noun(document, verb)
        if noun is not None and noun.i < second.i and is_further(document, second):
            yield attempt(NAME, read_further, reading, second, noun, verb)


def is_further(document: Document, second: Token) -> bool:
    """« une vingtaine », « 30 autres »: a number whose noun is not said."""
    if second.lemma in word_set("nouns", "measures") and not document.children(second, "nmod", "amod"):
        return document.child(second, "det") is not None
    return second.text.lower() == "autres" and document.child(second, "nummod") is not None


def find_noun(document: Document, verb: Token) -> Token | None:
    """The counted people or things that are the subject of the clause before: « personnes » of « 43 personnes sont mortes »."""
    above = document.head(verb)
    if verb.dep not in ("conj", "parataxis") or above.i == verb.i:
        return None
    first = next((t for t in document.children(above, *SUBJECTS) if t.i < above.i), None)
    counted = first is not None and first.pos == "NOUN" and first.has("Number=Plur") and document.child(first, "nummod") is not None
    return first if counted else None


def read_further(reading: Reading, second: Token, noun: Token, verb: Token) -> Fact:
    """« N autres personnes V ». Raises Refused for a report, or where the clause has a part that cannot be said."""
    document = reading.document
    if is_report(verb):
        raise Refused("a reporting verb")
    attribution = check_standing(reading, verb) or check_standing(reading, document.head(verb))
    number = document.child(second, "nummod")
    others = number is not None
    first = number or document.child(second, "det") or second
    count = approximation(document, first) + (number.text if number else f"{first.text} {second.text}")
    counted = f"autres {noun.text}" if others else noun.text
    said = f"{count} {counted}" if others else f"{count} {elide('de', counted)}"
    span = Span(start=first.span.start, end=second.span.end)
    subject = Phrase(
        role="subject", text=said, span=span, number="p", gender="f" if noun.has("Gender=Fem") else "m", head=noun.lemma, count=count,
        counted=counted, taken_up=(noun.span,),
    )  # fmt: skip
    group, state = read_verb(document, verb), find_state(document, verb)
    heads = (verb,) if state is None else (verb, state)
    parts = tuple(p for head in heads for p in read_complements(reading, head, None) if isinstance(p, Phrase))
    check_seen(verb, Clause(verb=group, subject=subject, complements=parts))
    told = tuple(replace(p, role=f"told_{p.role.removeprefix('told_')}") for p in parts)
    group = replace(group, rest=f"{group.rest} {state.text}") if state is not None else group
    clause = Clause(verb=group, subject=subject, complements=told, whole=is_whole(reading, verb, parts) or state is not None)
    if clause.verb.negation or not (clause.verb.rest or parts):
        raise Refused("too little is told of them")
    return build_fact(
        reading,
        second,
        clause,
        type="quantity",
        rule=NAME,
        predicate=f"{verb.lemma} {noun.lemma} suite",
        attribution=attribution,
        confidence=CONFIDENCE,
    )


def find_state(document: Document, verb: Token) -> Token | None:
    """The state that the verb needs: « disparues » of « sont portées disparues »."""
    state = document.after(verb)
    done = state is not None and state.text.endswith("s") and (state.pos == "ADJ" or state.has("VerbForm=Part"))
    return state if done and document.child(verb, "aux:pass") is not None else None
