"""« a exclu une faute et rendu hommage au pilote » with « rendu » hung on the noun before it: a second verb under the same helper.

Part of the repairs.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

REACH = 25  # tokens between two verbs that share a helper
BEHIND = 8  # tokens behind a verb in which what belongs to it stands
OBJECTS = ("obj", "appos", "nmod", "flat", "amod", "dep", "conj")


def share_helper(tokens: list[Token], i: int) -> None:
    """Hangs the participle at `i` on the verb whose object it was read as part of, with what follows it."""
    second = tokens[i]
    noun = tokens[second.head]
    bare = second.has("VerbForm=Part", "Tense=Past") and not second.text.lower().endswith(("e", "es"))
    if second.dep != "conj" or second.pos not in ("VERB", "ADJ") or not bare or noun.pos not in ("NOUN", "PROPN") or not 1 < i < len(tokens) - 1:
        return
    verb = tokens[noun.head]
    governed = verb.pos == "VERB" and noun.dep in ("obj", "obl:arg", "obl:mod", "nmod") and i - REACH < verb.i < noun.i < i
    helped = any(t.head == verb.i and t.dep == "aux:tense" and t.lemma == "avoir" for t in tokens[max(0, verb.i - BEHIND) : verb.i])
    if not governed or not helped or tokens[i - 1].text.lower() != "et" or any(t.text in (",", ";", ":") for t in tokens[noun.i : i]):
        return
    own = _own_object(tokens, i)
    if own is None:
        return
    tokens[i] = replace(second, pos="VERB", dep="conj", head=verb.i)
    tokens[own.i] = replace(own, dep="obj", head=i)
    for token in tokens[i + 1 : i + BEHIND]:
        if token.text in (",", ";", ":", "."):
            return
        if token.i != own.i and token.head in (verb.i, noun.i) and token.dep.startswith(("obl", "nmod", "advcl", "xcomp")):
            tokens[token.i] = replace(token, dep=token.dep.replace("nmod", "obl:mod"), head=i)


def _own_object(tokens: list[Token], i: int) -> Token | None:
    """The object right behind the participle at `i`: « rendu hommage », « apporté son aide »; nothing of « volé dans la nuit »."""
    for token in tokens[i + 1 : i + 5]:
        if token.pos in ("NOUN", "PROPN"):
            return token if token.head < i + 1 or token.dep in OBJECTS else None
        if token.pos not in ("DET", "NUM", "ADJ"):
            return None
    return None


SHARED_HELPER = (Slip(share_helper, deps=("conj",), pos=("VERB", "ADJ")),)
