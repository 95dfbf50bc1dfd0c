"""A question's people and bodies -> presented as the article does: « la présidente du Parti Kermo Vera Holm », « la banque Norlys ».

Months later a bare name says nothing. Only what the title does not name is presented, one thing in a question, and never what is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import elide
from quizgen.langs.fr.phrase.topics import is_in_title
from quizgen.langs.fr.reference.names import organisations
from quizgen.langs.trimming import swap
from quizgen.model import Clause, Fact, Phrase, Reading

LONGEST_FUNCTION = 7  # words of a function that may stand before a name
LONGEST = 16  # words of a clause over which nothing is added
ARTICLES = ("le ", "la ", "l’")
OF_ANOTHER = ("homologue",)  # what one is to somebody else


def introduce(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """`facts`, the bare names in their clauses with what the article says that they are: a function, a kind of body."""
    functions = functions_told(facts)
    return [replace(f, clause=_introduced(reading, f.clause, functions)) if f.clause is not None and f.type != "role" else f for f in facts]


def functions_told(facts: Sequence[Fact]) -> dict[str, str]:
    """The name of each person -> the first function that a fact gives, with its article."""
    told: dict[str, str] = {}
    for fact in facts:
        if fact.rule != "role" or fact.clause is None or fact.clause.subject is None:
            continue
        function = next((p for p in fact.clause.phrases() if p.kind == "function" and p.head not in OF_ANOTHER), None)
        if function is not None and len(function.text.split()) <= LONGEST_FUNCTION and not function.text.startswith(("un ", "une ")):
            told.setdefault(fact.clause.subject.text, with_article(function))
    return told


def with_article(function: Phrase) -> str:
    """« le ministre de la Défense » for « ministre de la Défense »."""
    return function.text if function.text.startswith(ARTICLES) else elide("la" if function.gender == "f" else "le", function.text)


def _introduced(reading: Reading, clause: Clause, functions: dict[str, str]) -> Clause:
    """`clause`, its bare names that the title does not have marked with what they are."""
    for phrase in tuple(clause.phrases()):
        said = what_it_is(phrase, functions) if len(phrase.entities) == 1 and _is_bare(phrase) else ""
        if said and not is_in_title(reading.document, phrase):
            gender = "f" if phrase.kind != "person" and said.startswith("la ") else phrase.gender
            clause = swap(clause, phrase, replace(phrase, presented=said, gender=gender))
    return clause


def what_it_is(phrase: Phrase, functions: dict[str, str]) -> str:
    """« la ministre de la Pêche » for a person, « la banque » for a body that not everybody knows; empty if it is not told."""
    name = phrase.entities[0].name
    if phrase.kind == "person":
        return functions.get(name, "")
    return phrase.sort if plain(name) not in organisations() else ""


def _is_bare(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but a name, with or without its article."""
    name = phrase.entities[0].name
    return phrase.text in (name, f"le {name}", f"la {name}", f"l’{name}")


def present(clause: Clause, target: Phrase) -> Clause:
    """`clause` with its bare names presented, as long as that keeps it short; not the one that is asked."""
    for phrase in tuple(clause.phrases()):
        words = sum(len(p.text.split()) for p in clause.phrases() if p is not target and not p.same_as_subject)
        if phrase is not target and phrase.presented and not phrase.same_as_subject and words + len(phrase.presented.split()) <= LONGEST:
            clause = swap(clause, phrase, replace(phrase, text=f"{phrase.presented} {phrase.entities[0].name}"))
    return clause
