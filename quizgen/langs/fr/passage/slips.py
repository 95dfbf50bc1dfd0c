"""A passage -> the slip of its writer, or the half of a pair, that a reader would stumble over; in a sentence kept as it stands nothing mends it."""

from __future__ import annotations

from quizgen.langs.fr.clause.verbs import is_clause_head, is_singular_of_two
from quizgen.model import Document, Token

PAIRED = ("soit", "ni")  # words that stand twice or not at all
LINKED = 2  # of which one tells half


def find_slip(document: Document, kept: set[int]) -> str | None:
    """What is wrong with the words `kept` of a sentence, or None."""
    if any(is_half(document, kept, word) for word in PAIRED):
        return "half of a pair is left out"
    tokens = [document.tokens[i] for i in sorted(kept)]
    if any(is_cut_short(document, t) or is_singular_of_two(document, t) for t in tokens):
        return "a verb that does not agree, as its writer left it"
    return None


def is_half(document: Document, kept: set[int], word: str) -> bool:
    """« nourris soit avec du maïs », of « soit avec du maïs, soit avec du blé »."""
    sentence = document.sentence_of(document.tokens[min(kept)])
    found = [t.i for t in document.words(sentence) if t.text.lower() == word and not is_clause_head(document, t)]
    left = [i for i in found if i in kept]
    return len(found) >= LINKED and bool(left) and len(left) < len(found)


def is_cut_short(document: Document, verb: Token) -> bool:
    """« définit le délit et alourdi les peines »: a participle with an object beside a verb that has no helper."""
    first = document.head(verb)
    joined = verb.dep == "conj" and verb.pos == "VERB" and verb.has("VerbForm=Part", "Tense=Past") and document.child(verb, "cc") is not None
    helped = document.children(first, "aux", "aux:tense", "aux:pass", "cop") or document.children(verb, "aux", "aux:tense", "aux:pass", "cop")
    own = document.child(verb, "obj")
    return joined and not helped and first.has("VerbForm=Fin") and own is not None and own.i > verb.i
