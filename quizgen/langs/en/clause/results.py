"""What a thing is made: « available » of « made the hall in Gao available to pilgrims », told by where the adjective stands, not by the parse."""

from __future__ import annotations

from quizgen.model import Document, Token

MAKERS = ("make", "render")
REACH = 14  # words between the verb and the adjective
BEFORE = ("NOUN", "PROPN", "PRON", "NUM")
BEHIND = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")


def find_result(document: Document, verb: Token) -> Token | None:
    """The adjective right behind the thing that is made so, before no noun of its own; None where nothing is made of a thing."""
    if verb.lemma not in MAKERS or verb.pos != "VERB":
        return None
    for token in document.tokens[verb.i + 1 : min(verb.i + 1 + REACH, document.sentence_of(verb).last)]:
        if token.pos in ("PUNCT", "SCONJ", "CCONJ", "AUX") or (token.pos == "VERB" and token.dep != "amod"):
            return None
        before, after = document.tokens[token.i - 1], document.tokens[token.i + 1]
        degree = document.tokens[token.i - 2] if before.pos == "ADV" and token.i - 2 > verb.i else before  # « made it too hot »
        last = degree.pos in BEFORE and degree.i > verb.i
        if token.pos == "ADJ" and last and after.pos not in BEHIND and not token.text[:1].isupper():
            return token
    return None
