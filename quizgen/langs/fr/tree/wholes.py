"""Numbers hung beside what they count or change. A part of repairs.

« Sur les 34 maires, 12 ont refusé » with the maires as who refused: the twelve did. « réduit ses achats de gaz de moitié » with the half hung on
the gas: it is by how much they are reduced. « compte neuf îles » with two objects: the islands are nine.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

FRACTIONS = ("moitié", "tiers", "quart", "cinquième", "dixième")
OF = ("de", "d’", "d'", "des")
PLACING = ("en", "au", "aux", "à", "dans", "chez", "sur")
TIMES = ("diviser", "multiplier")
CLIMB = 4  # nouns between a part and its verb
OPENING = ("sur", "parmi")
JOINTS = (":", ";", "«", ",", ".")
FARTHEST = 30  # tokens from « sur » to the comma behind the whole
NEAR = 6  # tokens from the part to its verb, auxiliaries and adverbs aside


def give_part(tokens: list[Token], i: int) -> None:
    """Makes the number of the part the subject of the verb that stands right behind it, and the whole what it is taken from."""
    opening, whole = tokens[i], tokens[tokens[i].head]
    first = i == 0 or tokens[i - 1].text in JOINTS
    counted = any(t.pos == "NUM" and t.head == whole.i for t in tokens[i + 1 : whole.i])
    if not first or opening.text.lower() not in OPENING or opening.dep != "case" or whole.pos != "NOUN" or whole.i <= i or not counted:
        return
    comma = next((t.i for t in tokens[whole.i : i + FARTHEST] if t.text == "," or t.has("VerbForm=Fin")), 0)
    if not comma or tokens[comma].text != "," or comma + 2 >= len(tokens):
        return
    part, following = tokens[comma + 1], tokens[comma + 2]
    if part.pos != "NUM" or part.text.lower() in ("un", "une") or not following.has("VerbForm=Fin"):
        return
    verb = following if following.pos == "VERB" and not following.dep.startswith("aux") else tokens[following.head]
    if not following.i <= verb.i < following.i + NEAR or any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[part.i + 1 : verb.i]):
        return
    if tokens[verb.head] is part or tokens[tokens[verb.head].head] is part:
        return
    passive = any(t.head == verb.i and t.dep == "aux:pass" for t in tokens[part.i + 1 : verb.i])
    tokens[part.i] = replace(part, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
    tokens[comma] = replace(tokens[comma], dep="punct", head=verb.i)
    if whole.dep.startswith("nsubj") and whole.head == verb.i:
        tokens[whole.i] = replace(whole, dep="obl:mod")


def changes_by(verb: Token) -> bool:
    """Whether a verb tells that something grows or shrinks, by so much."""
    return verb.lemma in word_set("verbs", "graded") | word_set("verbs", "falling") or verb.lemma in read_words("verbs")["trends"].values()


def hang_fraction(tokens: list[Token], i: int) -> None:
    """« réduit | ses achats de gaz de moitié », « baissé d’un tiers | en Espagne »: the part hangs on the verb, and so does what stands behind it."""
    part = tokens[i]
    if part.dep.split(":")[0] not in ("obl", "nmod", "obj") or part.pos != "NOUN" or part.lemma not in FRACTIONS:
        return
    of, verb = _opening_of(tokens, i), _verb_above(tokens, i)
    if of is None or verb is None or not verb.i < of.i:
        return
    bare = not any(t.head == i and t.dep in ("det", "nummod") for t in tokens[max(0, i - 3) : i])
    if verb.i != part.head and not bare:
        return  # « réduit la part d’un tiers »: perhaps the part of a third
    tokens[i] = replace(part, dep="obl:arg", head=verb.i)
    tokens[of.i] = replace(of, dep="case", head=i)
    has_object = any(t.head == verb.i and t.dep == "obj" for t in tokens[verb.i : i])
    for t in tokens[i + 1 : i + NEAR]:
        if t.head != i or t.dep not in ("nmod", "obl"):
            continue
        case = next((c for c in tokens[i + 1 : t.i] if c.head == t.i and c.dep == "case"), None)
        if case is not None and case.text.lower() in PLACING:
            tokens[t.i] = replace(t, dep="obl:mod", head=verb.i)
        elif case is None and tokens[t.i - 1].pos == "DET" and not has_object:
            tokens[t.i] = replace(t, dep="obj", head=verb.i)  # « de plus de la moitié | ses achats »


def _opening_of(tokens: list[Token], i: int) -> Token | None:
    """The « de » of a part by which something changes: « d’un tiers », « de près d’un tiers », « des deux tiers »; None if it has none."""
    first = None
    for k in range(i - 1, max(-1, i - NEAR), -1):
        if tokens[k].text.lower() in OF:
            first = tokens[k]
        elif tokens[k].pos not in ("ADV", "DET", "NUM"):
            break
    return first


def _verb_above(tokens: list[Token], i: int) -> Token | None:
    """The verb of growing or shrinking before the part, on which it hangs by a few nouns at most."""
    verb = tokens[tokens[i].head]
    for _ in range(CLIMB):
        if verb.pos == "VERB" or verb.dep == "ROOT" or verb.i > i:
            break
        verb = tokens[verb.head]
    return verb if verb.pos == "VERB" and changes_by(verb) and i - 2 * NEAR <= verb.i < i else None


def free_factor(tokens: list[Token], i: int) -> None:
    """« multiplié par quatre | ses pistes », « divisé par trois | depuis 1990 »: by how many times, apart from what is behind it."""
    number, by = tokens[i], tokens[i - 1]
    if number.pos != "NUM" or i < 2 or by.text.lower() != "par" or by.dep != "case" or i + 2 >= len(tokens):
        return
    noun = tokens[number.head] if number.dep == "nummod" else number
    verb = tokens[noun.head]
    if verb.lemma not in TIMES or verb.i > i or by.head != noun.i:
        return
    if noun is not number:
        if tokens[i + 1].pos != "DET" or tokens[i + 1].head != noun.i:
            return
        tokens[noun.i] = replace(noun, dep="obj")
        tokens[i] = replace(number, dep="obl:arg", head=verb.i)
        tokens[by.i] = replace(by, head=i)
        return
    for t in tokens[i + 1 : i + NEAR]:
        if t.head == i and t.dep in ("nmod", "obl"):
            tokens[t.i] = replace(t, dep="obl:mod", head=verb.i)


def count_object(tokens: list[Token], i: int) -> None:
    """« compte neuf îles » with the number and the noun behind it as two objects."""
    number, noun = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    if number.pos == "NUM" and number.dep == "obj" and noun.pos == "NOUN" and noun.dep == "obj" and noun.head == number.head:
        tokens[i] = replace(number, dep="nummod", head=noun.i)


WHOLES = (
    Slip(give_part, deps=("case",), words=OPENING),
    Slip(hang_fraction, deps=("obl", "nmod", "obj"), pos=("NOUN",)),
    Slip(free_factor, pos=("NUM",)),
    Slip(count_object, deps=("obj",), pos=("NUM",)),
)
