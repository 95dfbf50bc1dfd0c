"""What French says before a bare name that the title does not have: the function of a person, the kind of a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import elide
from quizgen.langs.fr.phrase.topics import is_in_title
from quizgen.langs.fr.reference.names import organisations
from quizgen.langs.presenting import functions_told, introduce
from quizgen.model import Fact, Phrase, Reading

LONGEST_FUNCTION = 7  # words of a function that may stand before a name
ARTICLES = ("le ", "la ", "l’")
OF_ANOTHER = ("homologue",)  # what one is to somebody else


def introduce_names(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """`facts`, the bare names in their clauses with what the article says that they are."""
    functions: dict[str, str] = {}
    for name, function in functions_told(facts):
        if fits(function):
            functions.setdefault(name, with_article(function))

    def presented(phrase: Phrase) -> Phrase:
        said = what_it_is(phrase, functions) if is_bare(phrase) else ""
        if not said or is_in_title(reading.document, phrase):
            return phrase
        gender = phrase.gender if phrase.kind == "person" else "f" if said.startswith("la ") else "m"
        return replace(phrase, presented=f"{said} {phrase.entities[0].name}", gender=gender)

    return introduce(facts, presented, reading.document.article.date, lasting=("depuis",))


def fits(function: Phrase) -> bool:
    """Whether a function may stand before a name: short, and of no third person."""
    words = function.text.split()
    return len(words) <= LONGEST_FUNCTION and function.head not in OF_ANOTHER and words[0] not in ("un", "une")


def with_article(function: Phrase) -> str:
    """« le ministre de la Défense » for « ministre de la Défense »."""
    return function.text if function.text.startswith(ARTICLES) else elide("la" if function.gender == "f" else "le", function.text)


def what_it_is(phrase: Phrase, functions: dict[str, str]) -> str:
    """« la ministre de la Pêche » for a person, « la banque » for a body that not everybody knows; empty if it is not told."""
    name = phrase.entities[0].name
    if phrase.kind == "person":
        return functions.get(name, "")
    return phrase.sort if plain(name) not in organisations() else ""


def is_bare(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but a name, with or without its article."""
    name = phrase.entities[0].name
    return phrase.text in (name, f"le {name}", f"la {name}", f"l’{name}")
