"""Lists of counted things below a verb: « 14 morts et 160 blessés », « 450 postes en France et 600 en Allemagne », and what belongs to each part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Document, Phrase, Token

PLACES = ("nsubj", "obj", "obl")
OWN = ("à", "au", "aux", "en", "dans", "sur", "chez")  # before where a part is, or who gets it


def is_counted(document: Document, noun: Token) -> bool:
    """Whether a noun is counted by a number before it (« 14 morts »), or is one (« une dizaine de blessés »)."""
    number = document.child(noun, "nummod")
    if noun.pos != "NOUN":
        return False
    if number is not None:
        return number.i < noun.i and number.text.lower() not in ("un", "une")
    one = any(t.text.lower() in ("un", "une") for t in document.children(noun, "det", "advmod"))
    return one and noun.lemma in word_set("nouns", "measures") and document.child(noun, "nmod") is not None


def is_bare_number(document: Document, token: Token, first: Token) -> bool:
    """Whether a number goes on with what the first part counts: the 600 of « 450 postes en France et 600 en Allemagne »."""
    follows = document.after(token)
    return token.pos == "NUM" and first.pos == "NOUN" and follows is not None and follows.pos == "ADP" and token.text[:1].isdigit()


def list_parts(document: Document, first: Token) -> list[Token]:
    """The parts of the list of figures that `first` opens, itself among them; alone, or none, if it opens no list."""
    if not is_counted(document, first):
        return []
    return [first, *(t for t in document.children(first, "conj") if is_counted(document, t) or is_bare_number(document, t, first))]


def start_of(document: Document, part: Token) -> int:
    """The first token of a part without what hangs behind it."""
    return min(t.i for t in document.subtree(part))


def owned_by(document: Document, parts: Sequence[Token], clause: Clause, part: Token) -> list[Phrase]:
    """The complements of `clause` that stand behind `part` and before the next one, or before the verb of all."""
    verb = document.head(parts[0])
    starts = [start_of(document, p) for p in parts] + [verb.i if verb.i > parts[-1].i else document.sentence_of(part).last]
    n = list(parts).index(part)
    return [
        p for p in clause.complements if isinstance(p, Phrase) and document.tokens[part.i].span.end <= p.span.start < _place(document, starts[n + 1])
    ]


def _place(document: Document, i: int) -> int:
    return document.tokens[i].span.start if i < len(document.tokens) else document.tokens[-1].span.end


def have_own(document: Document, parts: Sequence[Token]) -> bool:
    """« deux morts à Gand et vingt blessés à Bruges »: whether something is told of a part before the last one, so that each has its own."""
    for part, following in pairwise(parts):
        between = document.tokens[part.i + 1 : start_of(document, following)]
        if any(t.dep == "case" and t.text.lower() in OWN and document.head(t).i > part.i for t in between):
            return True
    return False


def each_has_own(document: Document, verb: Token) -> bool:
    """Whether a list of figures below `verb` tells of each part where, or to whom: the clause as a whole says nothing plainly."""
    lists = (list_parts(document, t) for t in document.children(verb, *PLACES))
    return any(len(parts) > 1 and have_own(document, parts) for parts in lists)
