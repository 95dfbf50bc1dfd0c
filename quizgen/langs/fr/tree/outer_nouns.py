"""« La loi qui dépénalise la vente, adoptée en 1974, », « à un kilomètre du site, baptisé X » -> the participle behind a comma hung on the noun
that it tells of: not on the object of a relative clause that the comma closes, nor on a measure. Part of the repairs.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

REACH = 30  # tokens of a relative clause
STOPS = (".", ";", ":", "«", "»")


def hang_on_outer(tokens: list[Token], i: int) -> None:
    """« La loi qui …, adoptée en 1974 et promulguée en 1975, porte … »: two commas shut the participle in beside what « qui » takes up."""
    done = tokens[i]
    if done.dep not in ("acl", "conj", "advcl") or done.pos not in ("VERB", "ADJ") or not done.has("VerbForm=Part", "Tense=Past") or i < 4:
        return
    noun = tokens[done.head]
    if tokens[i - 1].text.lower() == "et":
        outer = _outer_of_sibling(tokens, i)
    else:
        outer = _outer_noun(tokens, i, noun) if tokens[i - 1].text == "," and _is_shut(tokens, i) else None
    if outer is None or outer.i == noun.i or not _agrees(done, outer):
        return
    tokens[i] = replace(done, dep="acl", head=outer.i)


def _outer_noun(tokens: list[Token], i: int, noun: Token) -> Token | None:
    """The noun before a « qui » without a comma, whose clause holds `noun` and ends before the participle at `i`; the subject of a later verb."""
    who = next((t for t in reversed(tokens[max(0, i - REACH) : i - 1]) if t.text.lower() == "qui" or t.text in (*STOPS, ",")), None)
    if who is None or who.text.lower() != "qui" or who.i < 1 or not who.i < noun.i < i:
        return None
    outer = tokens[who.i - 1] if tokens[who.i - 1].pos == "NOUN" else tokens[tokens[who.i - 1].head]
    verb = tokens[outer.head]
    return outer if outer.pos == "NOUN" and outer.i < who.i and outer.dep.startswith("nsubj") and verb.i > i else None


def _outer_of_sibling(tokens: list[Token], i: int) -> Token | None:
    """What the participle before « et » was hung on, behind the same comma."""
    for t in reversed(tokens[max(0, i - REACH) : i - 1]):
        if t.text in STOPS:
            return None
        if t.text == ",":
            first = tokens[t.i + 1]
            shut = first.dep == "acl" and first.has("VerbForm=Part", "Tense=Past") and first.head < t.i and first.i < i
            noun = tokens[first.head]
            followed = shut and tokens[noun.i + 1].text.lower() == "qui"
            return noun if followed else None
    return None


def _is_shut(tokens: list[Token], i: int) -> bool:
    """Whether a second comma, with a verb behind it, closes what the participle opens."""
    comma = next((t for t in tokens[i : i + REACH] if t.text in (*STOPS, ",")), None)
    behind = tokens[comma.i + 1 : comma.i + 4] if comma is not None and comma.text == "," else []
    return any(t.has("VerbForm=Fin") and t.pos in ("VERB", "AUX") for t in behind)


def _agrees(done: Token, noun: Token) -> bool:
    """Whether a participle has the gender and the number of a noun, as far as both show them."""
    gender = not (done.has("Gender=Fem") and noun.has("Gender=Masc")) and not (done.has("Gender=Masc") and noun.has("Gender=Fem"))
    return gender and done.has("Number=Plur") == noun.has("Number=Plur")


def hang_on_measured(tokens: list[Token], i: int) -> None:
    """« à environ un kilomètre du site visé, baptisé X »: no measure has a name or is founded; the noun behind it is."""
    done = tokens[i]
    unit = tokens[done.head]
    measure = unit.lemma in word_set("nouns", "units") | word_set("nouns", "durations")
    if (
        done.dep != "acl"
        or done.pos not in ("VERB", "ADJ")
        or i < 3
        or tokens[i - 1].text != ","
        or not measure
        or not unit.i < i
        or not done.has("VerbForm=Part", "Tense=Past")
    ):
        return
    below = [t for t in tokens[unit.i + 1 : i - 1] if t.head == unit.i and t.dep == "nmod" and t.pos == "NOUN"]
    if len(below) == 1 and _agrees(done, below[0]) and not any(t.text == "," for t in tokens[unit.i : i - 1]):
        tokens[i] = replace(done, head=below[0].i)


OUTER_NOUNS = (Slip(hang_on_outer, deps=("acl", "conj", "advcl"), pos=("VERB", "ADJ")), Slip(hang_on_measured, deps=("acl",), pos=("VERB", "ADJ")))
