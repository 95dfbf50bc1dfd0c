"""A sentence that tells an aim by an infinitive: « The aim of the project is to map the reef »."""

from __future__ import annotations

from quizgen.langs.en.clause.verbs import find_subject
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Document, Token


def find_goal(document: Document, verb: Token) -> Token | None:
    """The infinitive that tells an aim: « map » of « the aim of the project is to map the reef », « one of its promises is to … »; else None."""
    noun = find_subject(document, verb) if verb.lemma == "be" else None
    if noun is not None and noun.text.lower() == "one":
        of = document.child(noun, "prep")
        noun = document.child(of, "pobj") if of is not None and of.text.lower() == "of" else None
    found = document.children(verb, "xcomp", "ccomp") if noun is not None and noun.lemma in word_set("nouns", "aims") else ()
    return next((t for t in found if t.i > verb.i and any(a.text.lower() == "to" for a in document.children(t, "aux"))), None)
