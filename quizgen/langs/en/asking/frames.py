"""Set questions, for facts whose question is no turning round of their clause: « What does … stand for? », « What is … ? »."""

from __future__ import annotations

import re

from quizgen.langs.en.asking.question_words import subject_word
from quizgen.langs.en.asking.saying import say_subject
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Clause, Fact, Phrase

SUPERLATIVE = re.compile(r"the (?:[a-z]{2,}est|first|most(?: [a-z]+ly)?) ")
PLACES = ("city", "country", "region", "sea")


def ask_framed(fact: Fact, clause: Clause, target: Phrase) -> str | None:
    """The set question for `target` of `fact`, or None if the fact has none."""
    if fact.type != "definition" or clause.subject is None:
        return None
    if clause.verb.lemma == "stand":
        return None if target is clause.subject else f"what does the abbreviation {clause.subject.text} stand for"
    if fact.predicate == "rank":
        gloss = next(p for p in clause.complements if isinstance(p, Phrase))
        word = subject_word(target, many=False) if target is clause.subject else None
        return f"{word} {clause.verb.finite} {gloss.text}" if word else None
    if target is clause.subject:
        return _ask_which(clause, target)
    if clause.subject.kind == "person" and target.head not in word_set("nouns", "functions"):
        return None  # what the parser hung on the wrong name
    if SUPERLATIVE.match(target.text):
        return None  # « What is X? » has other answers; « Which lake is the largest in … ? » has one
    word = "who" if clause.subject.kind == "person" else "what"
    return f"{word} {_with_plural(clause.verb.finite, clause.subject.text)} {say_subject(clause.subject)}"


def _with_plural(finite: str, name: str) -> str:
    """The copula before a name that is a plural: « What are the Ulmer Papers? »."""
    many = (
        re.match(r"the [A-Z]", name) is not None
        and name.split()[-1].lower().removesuffix("s") in word_set("nouns", "documents")
        and name.endswith("s")
    )
    return {"is": "are", "was": "were"}.get(finite, finite) if many else finite


def _ask_which(clause: Clause, place: Phrase) -> str | None:
    """« Which city is the capital of … », « Which lake is the largest in … »; a place that is said to be no place is none."""
    gloss = next((p for p in clause.complements if isinstance(p, Phrase)), None)
    if gloss is None or gloss.head in word_set("nouns", "functions"):
        return None
    if place.kind not in PLACES:
        lasting = clause.verb.finite in ("is", "are")  # what was the largest once is so no more
        scope = re.search(rf" {re.escape(gloss.head)} (?:in|of) (?:.*[A-Z]|the world$)", gloss.text)
        plain = scope is not None and gloss.head not in word_set("nouns", "vague")
        known = gloss.head in word_set("questions", "classes") or (plain and bool(place.entities or place.named))
        named = lasting and place.kind != "person" and SUPERLATIVE.match(gloss.text) and known
        told = re.sub(
            rf"^(the (?:[a-z]+|most(?: [a-z]+ly)? [a-z]+)) {re.escape(gloss.head)} ", r"\1 ", gloss.text
        )  # « the largest ship in the world » -> « the largest in the world »
        return f"which {gloss.head} {clause.verb.finite} {told}" if named else None
    word = subject_word(place, many=False) or ("which region" if gloss.head in word_set("nouns", "places") else "what")
    return f"{word} {clause.verb.finite} {gloss.text}"
