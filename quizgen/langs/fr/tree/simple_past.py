"""« X nationalisa la compagnie afin de bâtir un pont » read without a verb -> the verb, its subject and what hangs on it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.model import Token

FORM = re.compile(r"[a-zà-ÿ]{3,}a")  # hardly an adjective ends so
AROUND = 25  # tokens on either side among which a dependent is looked for


def mend_simple_past(tokens: list[Token], i: int) -> None:
    """The word at `i`, right after a name (or a noun) and read as its adjective (or participle), made the verb of the sentence."""
    word = tokens[i]
    participle = word.dep == "acl" and word.has("VerbForm=Part")  # « la garnison capitula »
    beside = participle or (word.pos != "VERB" and word.dep in ("amod", "nmod", "appos", "flat:name"))
    if not beside or not FORM.fullmatch(word.text) or i + 2 >= len(tokens):
        return
    name = tokens[word.head]
    if name.i != i - 1 or not (name.name or (participle and name.pos == "NOUN")) or name.dep != "ROOT" or tokens[i + 1].pos not in ("DET", "ADP"):
        return
    feats = frozenset({"VerbForm=Fin", "Mood=Ind", "Number=Sing", "Person=3", "Tense=Past"})
    tokens[i] = replace(word, pos="VERB", lemma=f"{word.text[:-1]}er", dep="ROOT", head=i, feats=feats)
    tokens[name.i] = replace(name, dep="nsubj", head=i)
    for k in range(max(0, i - AROUND), min(i + AROUND, len(tokens))):
        if tokens[k].head == name.i and (k > i or tokens[k].dep in ("punct", "obl:mod", "advmod", "cc")):
            dated = k > i and dates.PARTS.fullmatch(tokens[k].text) is not None
            tokens[k] = replace(tokens[k], head=i, dep="obl:mod" if dated else tokens[k].dep)
