"""Classes of nouns: what a noun names, so far as the word lists tell."""

from __future__ import annotations

from quizgen.langs.fr.lexicon import word_set


def is_class(noun: str) -> bool:
    """Whether a noun names a class whose members are told apart by a name or a complement: « poste », « université »."""
    return any(noun in word_set("nouns", key) for key in ("classes", "organisations", "places", "spots", "seas")) and noun not in word_set(
        "nouns", "sides"
    )
