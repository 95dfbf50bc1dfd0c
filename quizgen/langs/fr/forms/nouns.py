"""Classes of nouns: what a noun names, so far as the word lists tell."""

from __future__ import annotations

import re

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

DEED = re.compile(r"(?:[stx]ion|ment|age)$")


def is_proper(token: Token) -> bool:
    """Whether a word is a name that the recogniser may have missed."""
    return token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 1


def is_named_after(lemma: str) -> bool:
    """Whether a noun takes a person's name without being that person: « le gouvernement X », « la loi X »."""
    bearing = any(lemma in word_set("nouns", key) for key in ("named_after", "organisations", "groups", "places", "forces"))
    return bearing and lemma not in word_set("nouns", "functions")  # « les députés » act as a body, « le député X » is X


def is_function(lemma: str) -> bool:
    """Whether a noun names a function, a former or deputy one too (« ex-ministre », « vice-présidente »)."""
    return lemma in word_set("nouns", "functions") or lemma.partition("-")[2] in word_set("nouns", "functions")


def ends_as_deed(noun: str) -> bool:
    """Whether a noun ends as those of deeds do: « l’intervention », « le couronnement »."""
    return DEED.search(noun) is not None


def is_class(noun: str) -> bool:
    """Whether a noun names a class whose members are told apart by a name or a complement: « poste », « université »."""
    return any(noun in word_set("nouns", key) for key in ("classes", "organisations", "places", "spots", "seas")) and noun not in word_set(
        "nouns", "sides"
    )
