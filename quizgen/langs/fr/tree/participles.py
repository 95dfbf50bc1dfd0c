"""« les fêtes ont débutées », « a causée des dégâts »: a participle with avoir that agrees with its subject or with an object behind it, slips
of the pen; « fait » as a verb. Part of the repairs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.model import Token

REACH = 25  # tokens before the participle in which its subject stands
AGREED = re.compile(r"(.*(?:é|[^aeo]i|u))(?:es|e|(?<!i)s)")  # « débutées », « finie », « vus »; not « mis », « pris »
REGULAR = ("nir", "tir", "lir", "sir", "cir", "dir", "gir", "hir", "vir")  # « réunis », not « acquis »
KEPT = ("devoir", "inclure", "mouvoir", "recroître", "redevoir")  # « dû », « inclus »: no plain stem is left
FINITE = frozenset({"Mood=Ind", "Number=Sing", "Person=3", "Tense=Pres", "VerbForm=Fin"})
CLITICS = ("le", "la", "les", "l’", "l'", "me", "m’", "te", "t’", "se", "s’", "s'", "nous", "vous", "en")
OPENING = ("que", "qu’", "qu'", "quel", "quelle", "quels", "quelles", "combien")

PAST = frozenset({"VerbForm=Part", "Tense=Past", "Gender=Masc", "Number=Sing"})


def mend_agreed(tokens: list[Token], i: int) -> None:
    """« la ligue a relevée l’existence de … » as « a relevé »: with no object before it the participle stays as it is."""
    verb = tokens[i]
    match = AGREED.fullmatch(verb.text)
    stem = match.group(1) if match else verb.text[:-1] if verb.text.endswith("is") and verb.lemma.endswith(REGULAR) else ""
    if verb.pos != "VERB" or not verb.has("VerbForm=Part") or not stem or verb.lemma in KEPT:
        return
    before = [t for t in tokens[max(0, i - REACH) : i] if t.head == i]
    helpers = [t for t in before if t.dep.startswith("aux")]
    subjects = [t for t in before if t.dep == "nsubj"]
    if len(helpers) != 1 or helpers[0].lemma != "avoir" or len(subjects) != 1:
        return
    if not _agrees(verb.text, subjects[0]) and _may_have_object(tokens, subjects[0].i, i):
        return  # « les lettres que Karl a écrites »
    beside = (t for t in before if t is not subjects[0])
    if any(t.pos == "PRON" or t.dep.startswith(("obj", "iobj", "expl")) or t.text.lower() in OPENING for t in beside):
        return
    if verb.dep.startswith("acl") and subjects[0].text.lower() != "qui":
        return
    tokens[i] = replace(verb, text=stem, feats=verb.feats - {"Number=Plur", "Gender=Fem"} | {"Number=Sing", "Gender=Masc"})


def _may_have_object(tokens: list[Token], subject: int, i: int) -> bool:
    """Whether a word before the participle at `i` may be its object, also one that the parse has lost: « que », « les », « combien »."""
    start = next((k for k in range(i - 1, max(0, i - REACH), -1) if tokens[k].text in (".", "!", "?")), max(0, i - REACH))
    low = [(t.i, t.text.lower()) for t in tokens[start:i]]
    asked = any(w in OPENING or w.startswith(("lequel", "lesquel", "laquelle")) for _, w in low)
    return asked or any(k > subject and w in CLITICS and tokens[k].pos == "PRON" for k, w in low)


def mend_makes(tokens: list[Token], i: int) -> None:
    """« ce vote fait de X la présidente » with « fait » as a participle: with a subject and without a helper it is the verb."""
    verb = tokens[i]
    if verb.text != "fait" or verb.dep != "ROOT" or verb.pos not in ("VERB", "ADJ") or verb.has("VerbForm=Fin"):
        return
    before = [t for t in tokens[max(0, i - REACH) : i] if t.head == i]
    if any(t.dep == "nsubj" for t in before) and not any(t.dep.startswith(("aux", "cop")) for t in before):
        tokens[i] = replace(verb, pos="VERB", lemma="faire", feats=FINITE)


def mend_homograph(tokens: list[Token], i: int) -> None:
    """« à Gao, où le groupe construit un pont » with « construit » as a participle: with a subject and without a helper it is a present."""
    verb = tokens[i]
    if verb.pos != "VERB" or not verb.has("VerbForm=Part", "Tense=Past") or not verb.lemma.endswith("ire") or verb.text != f"{verb.lemma[:-2]}t":
        return
    above = verb.head
    if verb.dep == "conj" and any(t.head == above and t.dep.startswith(("aux", "cop")) for t in tokens[max(0, above - REACH) : above]):
        return  # « X a dessiné et Y construit le pont »
    before = [t for t in tokens[max(0, i - REACH) : i] if t.head == i]
    subject = next((t for t in before if t.dep == "nsubj"), None)
    if subject is None or subject.has("Number=Plur") or any(t.dep.startswith(("aux", "cop")) for t in before):
        return
    tokens[i] = replace(verb, feats=FINITE)


def join_made_known(tokens: list[Token], i: int) -> None:
    """« a fait savoir que … »: two words of one verb, which tells."""
    verb = tokens[i]
    made = any(t.head == i and t.dep == "aux:caus" for t in tokens[max(0, i - 3) : i])
    if verb.text.lower() in ("savoir", "valoir") and verb.pos == "VERB" and made:
        tokens[i] = replace(verb, lemma=f"faire {verb.text.lower()}")


def _agrees(written: str, subject: Token) -> bool:
    """Whether the ending of a participle is that of its subject, as far as the subject shows its own."""
    several, feminine = written.endswith("s"), written.endswith(("e", "es"))
    counted = subject.has("Number=Plur") if several else not subject.has("Number=Plur")
    return counted and not subject.has("Gender=Masc" if feminine else "Gender=Fem")


def mend_tagged(tokens: list[Token], i: int) -> None:
    """« a nié avoir été averti », « pour avoir pollué le lac » with the participle tagged as an adverb: behind « avoir », a word in « -é » is one."""
    done = tokens[i]
    before = tokens[i - 1] if i else done
    if done.pos not in ("ADV", "X") or not done.text.endswith("é") or before.lemma != "avoir" or before.i == i:
        return
    lemma = done.lemma if done.lemma.endswith("er") else f"{done.text.lower()[:-1]}er"
    if before.head == i:
        tokens[i] = replace(done, pos="VERB", feats=PAST, lemma=lemma)
    elif before.pos == "VERB" and done.head == before.i and done.dep == "xcomp":
        for t in tokens[max(0, i - REACH) : i + REACH]:
            if t.head == before.i and t.i not in (i, before.i):
                tokens[t.i] = replace(t, head=i)
        top = i if before.head == before.i else before.head
        tokens[i] = replace(done, pos="VERB", dep=before.dep, head=top, feats=PAST, lemma=lemma)
        tokens[before.i] = replace(before, pos="AUX", dep="aux:tense", head=i)
