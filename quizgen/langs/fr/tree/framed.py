"""« a pour sa part condamné »: words that set one actor beside others, between the helper and its participle. Part of the repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

LONGEST = 7  # words between the helper and the participle
REACH = 40  # tokens around the two in which what belongs to them stands
HUNG_DEPS = ("ROOT", "acl", "ccomp", "xcomp", "advcl", "conj", "amod")  # how the parser hangs the participle
HELPERS = ("avoir", "être")
PARTICIPLE = ("é", "és", "ée", "ées", "i", "is", "ie", "ies", "u", "us", "ue", "ues", "it", "its", "ite", "ites", "ert", "erts", "erte", "ertes")


def join_framed(tokens: list[Token], i: int) -> None:
    """« le roi a pour sa part condamné la grève » with « a » as the verb and « condamné » hung on « part »: « a » only helps."""
    deed = tokens[i]
    if deed.pos != "VERB" or deed.dep.partition(":")[0] not in HUNG_DEPS or deed.has("VerbForm=Inf") or not deed.text.lower().endswith(PARTICIPLE):
        return
    helper = next((t for t in reversed(tokens[max(0, i - LONGEST) : i]) if t.lemma in HELPERS and t.has("VerbForm=Fin")), None)
    if helper is None or not _is_frame(tokens[helper.i + 1 : i]):
        return
    if helper.head == i:  # read right, but for « lui aussi »
        _set_beside(tokens, helper.i, i)
        return
    if helper.dep.startswith(("aux", "cop")) or deed.head not in range(helper.i, i):
        return
    for t in tokens[max(0, helper.i - REACH) : i + REACH]:
        if t.head == helper.i and t.i not in (i, helper.i):
            tokens[t.i] = replace(t, head=i, dep="obl:mod" if helper.i < t.i < i and t.pos == "NOUN" else t.dep)
    _set_beside(tokens, helper.i, i)
    tokens[i] = replace(
        deed,
        head=i if helper.head == helper.i else helper.head,
        dep=helper.dep,
        feats=deed.feats - {"VerbForm=Fin", "Mood=Ind", "Voice=Pass"} | {"VerbForm=Part", "Tense=Past"},
    )
    tokens[helper.i] = replace(helper, pos="AUX", dep="aux:tense", head=i)


def _set_beside(tokens: list[Token], helper: int, deed: int) -> None:
    """« a lui aussi démissionné »: the pronoun between the two stands for nobody but the subject."""
    for t in tokens[helper + 1 : deed]:
        if t.pos == "PRON":
            tokens[t.i] = replace(t, dep="advmod", pos="ADV")


def _is_frame(words: list[Token]) -> bool:
    """« pour sa part », « de son côté », « quant à lui », with or without commas."""
    said = " ".join(t.text.lower() for t in words if t.text != ",")
    return said in word_set("grammar", "beside_others")
