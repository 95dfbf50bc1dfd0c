"""Participles and numbers that stand for what was said before -> the tree that says so. Part of the repairs.

« 12 personnes ont été tuées et 30 autres blessées », « ont pu être secourues », « a fait quatre morts et blessé 14 passants ».
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

AROUND = 40  # tokens of a sentence on either side of a word
NEAR = 5  # tokens before a word in which its number stands
PARTICIPLE = re.compile(r"[a-zà-ÿ]{2,}(?:é|i|u|is|it|us|rt|nt)(?:e?s?)")
LIGHT = ("autre", "autres")


def _own(tokens: list[Token], i: int) -> list[Token]:
    """What hangs on the word `i`."""
    return [t for t in tokens[max(0, i - AROUND) : i + AROUND] if t.head == i and t.i != i]


def _as_participle(token: Token, *, dep: str = "", head: int | None = None) -> Token:
    """`token` as the past participle that its ending tells."""
    low = token.text.lower()
    feminine = re.search(r"(?:é|i|u|is|it|rt|nt)es?$", low) is not None
    plural = low.endswith("s") and (feminine or not low.endswith("is"))
    feats = {"VerbForm=Part", "Tense=Past", "Gender=Fem" if feminine else "Gender=Masc", "Number=Plur" if plural else "Number=Sing"}
    lemma = f"{re.sub(r'es?$|s$', '', low)[:-1]}er" if re.search(r"ée?s?$", low) else token.lemma
    return replace(token, pos="VERB", feats=frozenset(feats), lemma=lemma, dep=dep or token.dep, head=token.head if head is None else head)


def _mend_passive(tokens: list[Token], i: int) -> None:
    """« 500 ont été secourus », « ont pu être secourues » with the participle read as a noun: behind « été » or « être » stands a verb."""
    word = tokens[i]
    if word.pos not in ("NOUN", "ADJ") or word.name or i < 2 or not PARTICIPLE.fullmatch(word.text.lower()):
        return
    own = _own(tokens, i)
    been = next((t for t in own if t.dep in ("cop", "aux:pass") and t.text.lower() in ("été", "être") and t.i < i), None)
    if been is None or any(t.dep in ("det", "nummod", "case") and t.i < i for t in own) or any(t.pos not in ("ADV",) for t in tokens[been.i + 1 : i]):
        return
    helped = been.text.lower() == "être" or any(t.dep == "aux:tense" for t in own)
    if not helped or (word.pos == "ADJ" and not re.search(r"(?:é|ée|és|ées)$", word.text.lower())):
        return
    tokens[i] = _as_participle(word)
    tokens[been.i] = replace(been, dep="aux:pass")
    for t in own:
        if t.dep == "nsubj":
            tokens[t.i] = replace(t, dep="nsubj:pass")


def _mend_active(tokens: list[Token], i: int) -> None:
    """« Le fonds a vacciné 300 enfants » with the participle as a noun: what « a » helps, and has an object, is a verb."""
    word = tokens[i]
    if word.pos not in ("NOUN", "ADJ") or word.name or i < 1 or not re.fullmatch(r"[a-zà-ÿ]{2,}é", word.text.lower()):
        return
    own = _own(tokens, i)
    helped = tokens[i - 1].head == i and tokens[i - 1].dep == "aux:tense" and tokens[i - 1].text.lower() in ("a", "ont", "avait", "avaient")
    if helped and any(t.dep == "obj" and t.i > i for t in own) and not any(t.dep in ("det", "case", "nummod", "cop") and t.i < i for t in own):
        tokens[i] = _as_participle(word)


def _mend_second_deed(tokens: list[Token], i: int) -> None:
    """« a fait quatre morts et blessé 14 passants » with « blessé » as a noun: what has an object is a second verb of « a »."""
    word = tokens[i]
    verb = tokens[word.head]
    if word.dep != "conj" or word.pos not in ("NOUN", "ADJ") or verb.pos != "VERB" or verb.i > i or not PARTICIPLE.fullmatch(word.text.lower()):
        return
    own = _own(tokens, i)
    joined = any(t.dep == "cc" and t.i == i - 1 for t in own)
    deed = any(t.dep == "obj" and t.i > i for t in own) and not any(t.dep in ("det", "nummod", "case", "amod") and t.i < i for t in own)
    helped = any(t.dep == "aux:tense" for t in _own(tokens, verb.i)) and verb.has("VerbForm=Part")
    if joined and deed and helped and not word.text.lower().endswith(("s", "e")):
        tokens[i] = _as_participle(word)


def _free_number(tokens: list[Token], i: int) -> None:
    """« … ont été tuées et 30 autres blessées » with the number hung on the participle: it is its subject."""
    word = tokens[i]
    verb = tokens[word.head]
    if word.dep != "conj" or word.pos not in ("VERB", "NOUN", "ADJ") or verb.pos != "VERB" or verb.i > i or word.name:
        return
    own = _own(tokens, i)
    number = next((t for t in own if max(verb.i, i - NEAR) < t.i < i and (t.pos == "NUM" or t.lemma in word_set("nouns", "rounded"))), None)
    joint = next((t for t in tokens[max(verb.i, i - NEAR) : i] if t.dep == "cc" and t.head in (i, number.i if number else i)), None)
    if number is None or joint is None or joint.text.lower() != "et" or any(t.dep.startswith(("nsubj", "aux", "cop")) for t in own):
        return
    passive = any(t.dep == "aux:pass" for t in _own(tokens, verb.i)) and verb.has("VerbForm=Part", "Tense=Past")
    told = _as_participle(word) if PARTICIPLE.fullmatch(word.text.lower()) else word
    alike = all(told.has(sign) == verb.has(sign) for sign in ("Gender=Fem", "Number=Plur")) and told.has("VerbForm=Part")
    between = tokens[number.i + 1 : i]
    if not passive or not alike or not verb.has("Number=Plur") or any(t.lemma not in LIGHT and t.text.lower() not in LIGHT for t in between):
        return
    tokens[i] = told
    tokens[number.i] = replace(number, dep="nsubj:pass")
    tokens[joint.i] = replace(joint, head=i)
    for t in (*between, *(t for t in own if joint.i < t.i < number.i)):
        if t.head == i:
            tokens[t.i] = replace(t, head=number.i)


def _find_number_subject(tokens: list[Token], i: int) -> None:
    """« Sur 4,8 millions d’habitants, près de 385 000 sont déplacés » with the number hung on « près »: right before the verb it is the subject."""
    number = tokens[i]
    if number.pos != "NUM" or number.dep.startswith("nsubj") or i + 1 >= len(tokens):
        return
    start = next((k for k in range(i - 1, max(-1, i - NEAR), -1) if tokens[k].text in (",", "et")), None)
    opening = " ".join(t.text.lower() for t in tokens[(start + 1 if start is not None else i) : i]).replace("'", "’")
    helper = tokens[i + 1]
    verb = tokens[helper.head] if helper.dep in ("aux:tense", "aux:pass", "cop") else helper
    if start is None or (opening and opening not in word_set("grammar", "approximations")) or not helper.has("VerbForm=Fin", "Number=Plur"):
        return
    if verb.i <= i or verb.pos not in ("VERB", "NOUN", "ADJ") or any(t.dep.startswith("nsubj") for t in _own(tokens, verb.i)):
        return
    passive = any(t.dep == "aux:pass" for t in _own(tokens, verb.i))
    tokens[i] = replace(number, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
    for k in range(start + 1, i):
        tokens[k] = replace(tokens[k], dep="advmod", head=i)


def _read_of_it(tokens: list[Token], i: int) -> None:
    """« le site, qui en compte 1 300 » with the verb as a noun: between « qui en » and a number stands a verb."""
    word = tokens[i]
    number = next((t for t in tokens[i + 1 : i + 4] if t.text.lower() not in ("plus", "que", "qu’", "pas")), word)
    if word.pos != "NOUN" or i < 2 or tokens[i - 1].text.lower() != "en" or number.pos != "NUM":
        return
    who = tokens[i - 2]
    if who.text.lower() not in ("qui", "il", "elle", "n’", "n'") or not word.text.islower() or not word.text.endswith("e"):
        return
    feats = frozenset({"Mood=Ind", "Number=Sing", "Person=3", "Tense=Pres", "VerbForm=Fin"})
    dep = "parataxis" if word.dep.startswith("obl") else word.dep
    tokens[i] = replace(word, pos="VERB", lemma=f"{word.text}r", feats=feats, dep=dep)
    for t in tokens[i + 1 : number.i]:
        tokens[t.i] = replace(t, dep="advmod", head=i)
    for t in tokens[max(0, i - NEAR) : i]:
        if t.head == i and t.dep == "expl:subj" and t.text.lower() in ("il", "elle"):
            tokens[t.i] = replace(t, dep="nsubj")
    tokens[i - 1] = replace(tokens[i - 1], pos="PRON", dep="iobj", head=i)
    tokens[number.i] = replace(number, dep="obj", head=i)


def _lift_from_number(tokens: list[Token], i: int) -> None:
    """« en a soigné 9 000 pour malnutrition » with the illness hung on the number: it is what the verb is done for."""
    word = tokens[i]
    number = tokens[word.head]
    verb = tokens[number.head]
    if word.dep != "nmod" or number.pos != "NUM" or number.dep != "obj" or verb.pos != "VERB" or word.i < number.i:
        return
    if any(t.text.lower() == "en" and t.i < verb.i for t in _own(tokens, verb.i)) and any(t.dep == "case" for t in _own(tokens, i)):
        tokens[i] = replace(word, dep="obl:mod", head=verb.i)


def _part_second(tokens: list[Token], i: int) -> None:
    """« requit une amende contre A et, contre B, deux ans de prison » with B joined to A: the years are a second thing, told without the verb."""
    word = tokens[i]
    joint = next((t for t in tokens[max(0, i - NEAR) : i] if t.head == i and t.dep == "cc"), None)
    if (
        word.dep != "conj"
        or joint is None
        or tokens[joint.i + 1].text != ","
        or not any(t.head == i and t.dep == "case" for t in tokens[joint.i + 2 : i])
    ):
        return
    verb = word
    for _ in range(NEAR):  # misread trees may be rings
        verb = verb if verb.pos in ("VERB", "AUX") else tokens[verb.head]
    comma = next((t for t in tokens[i : i + NEAR] if t.text == ","), None)
    if comma is None or verb.pos != "VERB" or verb.i > i:
        return
    counted = (tokens[t.head] for t in tokens[comma.i : comma.i + NEAR] if t.dep == "nummod" and t.head > t.i)
    second = next((t for t in counted if t.head in (i, verb.i) and t.dep in ("nmod", "obj")), None)
    if second is None:
        return
    tokens[second.i] = replace(second, dep="conj", head=verb.i)
    tokens[i] = replace(word, dep="orphan", head=second.i)
    tokens[joint.i] = replace(joint, head=second.i)


ELLIPSIS = (
    Slip(_mend_passive, pos=("NOUN", "ADJ")),
    Slip(_mend_active, pos=("NOUN", "ADJ")),
    Slip(_mend_second_deed, deps=("conj",), pos=("NOUN", "ADJ")),
    Slip(_free_number, deps=("conj",), pos=("VERB", "NOUN", "ADJ")),
    Slip(_find_number_subject, pos=("NUM",)),
    Slip(_part_second, deps=("conj",)),
    Slip(_read_of_it, pos=("NOUN",)),
    Slip(_lift_from_number, deps=("nmod",)),
)
