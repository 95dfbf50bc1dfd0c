"""What English says with a bare name that the title does not have: « the coach Ivo Brand », « Ivo Brand, head of the Northern Union, »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.langs.presenting import functions_told, introduce
from quizgen.model import Article, Fact, Phrase

SHORT, LONGEST_FUNCTION = 4, 9  # words of a function that may stand before its name, and behind it
TAIL = re.compile(r" (?:at|from|in|with|who|which) .*")  # where somebody works: « a biologist at the University of Lund »
OWNED = re.compile(r"’s? ")  # « Wexley’s manager », « the council’s leader »: the owner has its own article
LEAD = re.compile(r"^(?:an?|the) ")


def introduce_names(article: Article, facts: Sequence[Fact]) -> list[Fact]:
    """`facts`, the bare names of persons in their clauses with the function that the article gives them."""
    functions: dict[str, str] = {}
    for name, function in functions_told(facts):
        functions.setdefault(name, TAIL.sub("", function.text if OWNED.search(function.text) else LEAD.sub("", function.text)))

    def presented(phrase: Phrase) -> Phrase:
        name = phrase.entities[0].name
        bare = phrase.kind == "person" and phrase.text == name and name in functions
        if not bare or name.split()[-1].casefold() in article.title.casefold():
            return phrase
        return replace(phrase, presented=say_presented(name, functions[name], leads=phrase.role in ("subject", "actor", "speaker")))

    return introduce(facts, presented, article.date, lasting=("since",))


def say_presented(name: str, function: str, *, leads: bool) -> str:
    """The name with its function: before it where that is short, else behind it where a verb follows; empty where neither reads well."""
    words = LEAD.sub("", function).split()
    if len(words) <= SHORT and " of " not in function:
        return f"{function} {name}" if OWNED.search(function) else f"the {function} {name}"
    return f"{name}, {function}," if leads and len(words) <= LONGEST_FUNCTION else ""
