"""What the comma of « , qui … » shuts in and the parser hung on another verb -> back into its clause. Part of the repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

REACH = 14  # tokens before the second verb in which the relative clause opens
NEAR = 5  # tokens before a verb in which its helper, conjunction and pronoun stand
CLOSING = (",", ";", ":", "»", ")", "–")


def keep_in_relative(tokens: list[Token], i: int) -> None:
    """« a dit X au début du match, qui s’est joué à Gand et a duré une heure »: no comma ends the clause of « qui », so the match lasted."""
    second = tokens[i]
    joint = next((t for t in tokens[max(0, i - NEAR) : i] if t.head == i and t.dep == "cc" and t.text.lower() == "et"), None)
    helped = [t for t in tokens[max(0, i - NEAR) : i + 1] if t.i == i or (t.head == i and t.dep.startswith(("aux", "cop")))]
    if second.dep != "conj" or joint is None or not any(t.has("VerbForm=Fin") for t in helped):
        return
    if any(t.head == i and t.dep.startswith(("nsubj", "expl:subj")) for t in tokens[joint.i : i + NEAR]):
        return
    first = next((t for t in reversed(tokens[max(0, joint.i - REACH) : joint.i]) if t.dep == "acl:relcl"), None)
    if first is None or not second.head < first.head < first.i or any(t.text in CLOSING for t in tokens[first.i : joint.i]):
        return
    if _opens_aside(tokens, first):
        tokens[i] = replace(second, head=first.i)


def keep_circumstance(tokens: list[Token], i: int) -> None:
    """« l’accord, qui interdit la pêche jusqu’à la fin de 2027, sera appliqué » with the end hung on the verb behind: the comma shuts it in."""
    part = tokens[i]
    above = tokens[part.head]
    between = tokens[i + 1 : above.i]
    if not part.dep.startswith("obl") or above.i <= i or above.pos not in ("VERB", "AUX"):
        return
    close = next((t for t in between[:NEAR] if t.text in CLOSING), None)
    own = {i, *(t.i for t in between if t.head == i)}
    first = next((t for t in reversed(tokens[max(0, i - REACH) : i]) if t.dep == "acl:relcl" and t.pos == "VERB"), None)
    if close is None or close.text != "," or any(t.i not in own and t.head not in own for t in tokens[i : close.i]):
        return
    if first is None or not first.head < first.i < i or any(t.text in CLOSING for t in tokens[first.i : i]):
        return
    if _opens_aside(tokens, first):
        tokens[i] = replace(part, dep="obl:mod", head=first.i)


def join_names_in_relative(tokens: list[Token], i: int) -> None:
    """« le groupe, qui fabrique les Altea, les Corvin et les Lys, » with the second name beside the group: one list of objects."""
    second = tokens[i]
    if second.dep not in ("appos", "conj") or not second.name or not any(t.head == i and t.dep == "conj" for t in tokens[i + 1 : i + NEAR]):
        return
    first = next((t for t in reversed(tokens[max(0, i - REACH) : i]) if t.dep == "acl:relcl" and t.pos == "VERB"), None)
    if first is None or not first.head < first.i or second.head > first.i:
        return
    comma = next((t for t in reversed(tokens[first.i : i]) if t.text == ","), None)
    if comma is None or any(t.head != i for t in tokens[comma.i : i]):
        return
    own = tokens[comma.i - 1]
    if own.head == first.i and own.dep == "obj" and own.name:
        tokens[i] = replace(second, dep="conj", head=own.i)
        for later in tokens[i + 1 : i + REACH]:
            if later.head == i and later.dep == "conj":
                tokens[later.i] = replace(later, head=own.i)


def _opens_aside(tokens: list[Token], verb: Token) -> bool:
    """Whether « qui » behind a comma is the subject of the relative clause of `verb`."""
    who = next((t for t in tokens[max(0, verb.i - NEAR) : verb.i] if t.head == verb.i and t.dep.startswith("nsubj")), None)
    return who is not None and who.text.lower() == "qui" and who.i > 0 and tokens[who.i - 1].text == ","


SHUT_IN = (
    Slip(keep_circumstance, deps=("obl",), pos=("NOUN", "PROPN", "NUM")),
    Slip(join_names_in_relative, deps=("appos", "conj"), named=True),
    Slip(keep_in_relative, deps=("conj",), pos=("VERB", "AUX", "ADJ", "NOUN")),
)
