"""What stands beside a word and is read as the verb's: the object of « enjambant la Lys », « 2 min 7 s »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms.dates import WEEKDAYS
from quizgen.model import Token

SUBJECTS = ("nsubj", "nsubj:pass")
CLOCK = {"min": "minute", "min.": "minute", "s": "seconde", "s.": "seconde"}
LEADING = (
    "suite",
    "cours",
    "raison",
    "cause",
    "sein",
    "lors",
    "auprès",
    "autour",
    "face",
    "grâce",
    "long",
    "profit",
    "terme",
)  # « à la suite des », « lors des »
FUSED = {"des": "de", "du": "de", "au": "à", "aux": "à"}
AROUND = ("à", "en", "dans", "sur", "au", "aux", "depuis")
REACH = 5  # tokens between an amount and the one who has it


def give_gerund_object(tokens: list[Token], i: int) -> None:
    """« Le pont enjambant la Lys a été détruit » with the Lys as what was destroyed: it is what is spanned, the bridge was destroyed."""
    thing = tokens[i]
    k = i - 2 if i and tokens[i - 1].pos == "DET" else i - 1
    if thing.dep not in SUBJECTS or k < 1 or thing.head < i:
        return
    spanning = tokens[k]
    noun = tokens[spanning.head]
    if not spanning.text.endswith("ant") or spanning.dep != "acl" or spanning.pos != "VERB" or noun.i != k - 1 or noun.pos not in ("NOUN", "PROPN"):
        return
    if any(t.head == k and t.dep == "obj" for t in tokens[k : i + REACH]):
        return
    tokens[i] = replace(thing, dep="obj", head=k)
    if not any(t.head == thing.head and t.dep in SUBJECTS for t in tokens[max(0, k - REACH) : k]):
        tokens[noun.i] = replace(noun, dep=thing.dep, head=thing.head)


def join_clock(tokens: list[Token], i: int) -> None:
    """« à 2 min 21 s »: minutes and seconds are nouns, and one time."""
    unit = tokens[i]
    if unit.text not in CLOCK or i < 1 or not tokens[i - 1].text.isdigit():
        return
    number, upper = tokens[i - 1], tokens[i - 2] if i > 1 else None
    follows = upper is not None and upper.lemma in ("minute", "heure") and number.i != upper.i
    if unit.text.startswith("s") and not follows:
        return
    above = (upper.i, "nmod") if follows and upper is not None else (unit.head if unit.head != i - 1 else number.head, unit.dep)
    tokens[i] = replace(unit, pos="NOUN", lemma=CLOCK[unit.text], head=above[0], dep=above[1])
    tokens[i - 1] = replace(number, pos="NUM", dep="nummod", head=i)


def fuse_article(tokens: list[Token], i: int) -> None:
    """« à la suite des pluies », « grâce au don » with « des » as an article of some rains: it is « de les »."""
    fused = tokens[i]
    lemma = FUSED.get(fused.text.lower())
    if lemma and fused.pos == "DET" and i and tokens[i - 1].text.lower() in LEADING and fused.head > i:
        tokens[i] = replace(fused, pos="ADP", dep="case", lemma=lemma)


def give_second_agent(tokens: list[Token], i: int) -> None:
    """« Les pompiers, aidés par deux avions et par des soldats, sont partis » with the soldats as the main verb's: no agent stands before it."""
    agent = tokens[i]
    if agent.dep != "obl:agent" or agent.head < i:
        return
    first = next((t for t in reversed(tokens[max(0, i - 2 * REACH) : i]) if t.dep == "obl:agent" and t.head < t.i), None)
    if first is not None and any(t.text.lower() == "et" for t in tokens[first.i : i]) and not any(t.text == "," for t in tokens[first.i : i]):
        tokens[i] = replace(agent, dep="conj", head=first.i)


def free_from_trend(tokens: list[Token], i: int) -> None:
    """« était en baisse de 3 % à la bourse de Gand »: where and when it was belong to the verb, and are no part of the fall."""
    part = tokens[i]
    noun = tokens[part.head]
    case = next((t for t in tokens[max(0, i - 3) : i] if t.head == i and t.dep == "case"), None)
    timed = case is None and part.i < noun.i and part.text.lower() in WEEKDAYS
    placed = case is not None and part.i > noun.i and case.text.lower() in AROUND
    said = any(t.head == noun.i and t.dep == "cop" for t in tokens[max(0, noun.i - REACH) : noun.i])
    if (timed or placed) and said and noun.i and tokens[noun.i - 1].text.lower() == "en" and part.dep in ("nmod", "vocative"):
        tokens[i] = replace(part, dep="obl:mod")


def join_after_share(tokens: list[Token], i: int) -> None:
    """« la vente de 30 navires, soit 8 % de la flotte, et la fermeture de … » with what follows joined to the share: it is joined to the object."""
    second = tokens[i]
    share = tokens[second.head]
    if second.dep != "conj" or second.pos != "NOUN" or share.text != "%" or share.i >= i:
        return
    if not any(t.text.lower() == "soit" for t in tokens[max(0, share.i - REACH) : share.i]):
        return
    first = share
    for _ in range(REACH):
        first = tokens[first.head] if first.dep != "obj" else first
    if first.dep == "obj" and first.pos == "NOUN" and first.i < share.i:
        tokens[i] = replace(second, head=first.i)
