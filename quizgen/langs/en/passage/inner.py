"""A clause under another one that tells a fact of its own -> the words that it is told with alone: « as the river rose by 4 metres »."""

from __future__ import annotations

from quizgen.langs.en.clause.verbs import RELATIVE, antecedent, is_clause_head
from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Token

JOINTS = ("while", "whilst", "after", "as", "because", "since", "although", "though", "when", "where", "before", "whereas", "until")
SUBJECTS = ("nsubj", "nsubj:pass", "expl")


def inner_head(document: Document, first: int) -> Token:
    """The verb of the clause under another that holds the token `first`. Raises Refused if a main clause, or a reported one, holds it."""
    token = document.tokens[first]
    for above in (token, *document.ancestors(token)):
        if not is_clause_head(document, above) or (above.dep == "conj" and document.child(above, *SUBJECTS) is None):
            continue
        if above.dep in ("advcl", "acl:relcl"):
            return above
        break
    raise Refused("no clause under another holds it")


def inner_unit(document: Document, first: int) -> set[int]:
    """The tokens of that clause without the word that joins it, and with the noun that « who » takes up. Raises Refused if it is not told alone."""
    head = inner_head(document, first)
    words = document.subtree(head)
    own = document.child(head, *SUBJECTS)
    joint = next((t for t in words[:2] if t.text.lower() in (*JOINTS, *RELATIVE)), None)
    if own is None or joint is None or (joint is not words[0] and words[0].text.lower() != "even"):
        raise Refused("it is joined by more than a word")
    clause = {t.i for t in words if t.i > joint.i}
    if joint is not own:
        if joint.text.lower() not in JOINTS:
            raise Refused("a relative clause whose object is outside")
        return clause | spot_before(document, head, joint)
    noun = antecedent(document, head) if head.dep == "acl:relcl" else None
    if noun is None:
        raise Refused("nothing is sure to be meant by the relative pronoun")
    told = kept_tokens(document, noun)
    counted = document.child(noun, "nummod") is not None and noun.has("Number=Plur")  # « one of five libraries that are to go »
    known = plain(noun.lemma) in title_words(document)  # « the driver of a tram which overturned », where the title tells of a tram
    if not (noun.name or counted or known or any(t.text.lower() in ("the", "its", "his", "her", "their") for t in told[:1])):
        return inner_unit(document, noun.i)  # « after officials linked it to an outbreak which … »: the clause above tells of which
    return clause | {t.i for t in told}


def spot_before(document: Document, head: Token, joint: Token) -> set[int]:
    """« in Norway » that « where » takes up, with its preposition; empty for other joints. Raises Refused if it takes up something else."""
    if joint.text.lower() != "where" or head.dep != "acl:relcl":
        return set()
    noun = antecedent(document, head)
    prep = document.head(noun) if noun is not None else None
    if noun is None or prep is None or prep.dep != "prep" or prep.text.lower() not in ("in", "at", "on", "near"):
        raise Refused("it is not told where")
    return {prep.i, *(t.i for t in kept_tokens(document, noun))}
