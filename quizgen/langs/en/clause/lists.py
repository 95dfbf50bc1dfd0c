"""« respectively »: the verb that tells several things one by one, and the values that it gives them."""

from __future__ import annotations

from quizgen.langs.en.forms import dates
from quizgen.langs.en.phrase.constituents import coordinated
from quizgen.model import Document, Sentence, Token


def find_respective(document: Document, sentence: Sentence) -> tuple[Token, list[Token]] | None:
    """The verb nearest before « respectively » that has joined values under it, and these; None if there is none."""
    word = next((t for t in document.words(sentence) if t.text.lower() == "respectively"), None)
    verbs = [t for t in document.words(sentence) if word is not None and t.i < word.i and t.pos in ("VERB", "AUX")]
    found = ((verb, find_values(document, verb)) for verb in reversed(verbs))
    return next(((verb, values) for verb, values in found if values), None)


def find_values(document: Document, verb: Token) -> list[Token]:
    """The numbers or dates under `verb` that are joined to each other: « 12 and 14 », « March 4 and 5 »."""
    for token in document.subtree(verb):
        if token.pos != "NUM" and not dates.find_units(token.text):
            continue
        joined = numbers_in_row(document, token) or [t for t in coordinated(document, token) if t.pos in ("NUM", "PROPN")]
        if len(joined) > 1:
            return joined
    return []


def numbers_in_row(document: Document, first: Token) -> list[Token]:
    """« eight, seven and five », which the parser hangs on their noun one by one; empty if there are fewer than three."""
    row = [first]
    while (joint := document.after(row[-1])) is not None and joint.text.lower() in (",", "and"):
        following = document.after(joint)
        if following is None or following.pos != "NUM":
            break
        row.append(following)
    alike = all(t.dep in ("nummod", "conj") for t in row)
    return row if len(row) > 2 and alike else []


def is_respective(document: Document, verb: Token) -> bool:
    """Whether `verb` tells several things one by one."""
    found = find_respective(document, document.sentence_of(verb))
    return found is not None and found[0] is verb
