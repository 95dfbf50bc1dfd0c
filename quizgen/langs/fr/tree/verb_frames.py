"""What a verb must have beside it, where the parser hung it on the object (« priver le village d’eau », « rendre nul le contrat »), mended."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.model import Token

FARTHEST = 12  # tokens from a verb to its complement
OBJECTS = ("obj", "obl:arg")


def mend_frame(tokens: list[Token], i: int) -> None:
    """The frames of the verb at `i`, mended."""
    if tokens[i].pos not in ("VERB", "ADJ"):
        return
    _find_idiom(tokens, i)
    if tokens[i].lemma == "rendre":
        _find_made(tokens, i)
    elif tokens[i].lemma in word_set("clauses", "taking_both"):
        _find_second(tokens, i)
    elif tokens[i].lemma in word_set("verbs", "recipients"):
        _find_receiver(tokens, i)


def lower_deed(tokens: list[Token], i: int) -> None:
    """« a annulé un arrêt qui interdisait à la ville de construire » with « construire » hung on « annulé »: it is what was forbidden."""
    deed = tokens[i]
    main = tokens[deed.head]
    if deed.dep != "xcomp" or not deed.has("VerbForm=Inf") or main.i > i or main.lemma in word_set("clauses", "allowing"):
        return
    between = tokens[main.i + 1 : i]
    inner = next((t for t in reversed(between) if t.dep == "acl:relcl" and t.lemma in word_set("clauses", "allowing")), None)
    marked = any(t.head == i and t.dep == "mark" and t.text.lower() in ("de", "d’", "d'") for t in between)
    if inner is not None and marked and not any(t.head == inner.i and t.dep in ("xcomp", "ccomp", "obj") for t in tokens[inner.i : i]):
        tokens[i] = replace(deed, head=inner.i)


def _find_idiom(tokens: list[Token], i: int) -> None:
    """« a fait état de 58 morts »: verb and bare noun are one idiom; what follows hangs on the verb."""
    for preposition, idioms in read_words("clauses")["idioms"].items():
        for noun in (t for t in tokens[i + 1 : i + 4] if t.head == i and f"{tokens[i].lemma} {t.text}" in idioms):
            hung = next((t for t in tokens[noun.i + 1 : noun.i + FARTHEST] if t.head == noun.i and t.dep in ("nmod", "obl:arg")), None)
            if hung is not None and preposition == "de" and _opens_with_of(tokens, hung.i) and tokens[noun.i - 1].dep != "det":
                tokens[hung.i] = replace(hung, dep="obl:arg", head=i)


def _find_made(tokens: list[Token], i: int) -> None:
    """« a rendu négligeable le coût »: the adjective is what the cost became."""
    if i + 2 >= len(tokens) or tokens[i + 1].pos != "ADJ" or tokens[i + 2].pos not in ("DET", "ADP"):
        return
    quality = tokens[i + 1]
    found = next((t for t in tokens[i + 2 : i + FARTHEST] if t.dep in OBJECTS and t.head in (i, quality.i)), None)
    if found is None:
        return
    tokens[quality.i] = replace(quality, dep="xcomp", head=i)
    tokens[found.i] = replace(found, dep="obj", head=i)


def _find_second(tokens: list[Token], i: int) -> None:
    """« ont privé le village d’électricité »: what is taken away hangs on the verb, not on the village."""
    around = range(i + 1, min(i + FARTHEST, len(tokens)))
    if any(tokens[k].head == i and tokens[k].dep.startswith("obl") and _opens_with_of(tokens, k) for k in around):
        return
    thing = next((k for k in around if tokens[k].head == i and tokens[k].dep == "obj" and tokens[k].pos in ("NOUN", "PROPN")), None)
    if thing is None:
        return
    hung = [k for k in around if k > thing and tokens[k].head == thing and tokens[k].dep == "nmod" and _opens_with_of(tokens, k)]
    hung += [k for k in around if hung and k > hung[-1] and tokens[k].head == hung[-1] and tokens[k].dep == "nmod" and _opens_with_of(tokens, k)]
    if (
        hung and not tokens[hung[-1]].name and tokens[hung[-1]].pos == "NOUN"
    ):  # of two, the first belongs to the noun: « le maire de X de son bureau »
        tokens[hung[-1]] = replace(tokens[hung[-1]], dep="obl:arg", head=i)


def _find_receiver(tokens: list[Token], i: int) -> None:
    """« a accordé une concession à un diplomate »: who gets it hangs on the verb, not on what he gets."""
    around = range(i + 1, min(i + FARTHEST, len(tokens)))
    thing = next((k for k in around if tokens[k].head == i and tokens[k].dep == "obj" and tokens[k].pos == "NOUN"), None)
    if thing is None:
        return
    money = tokens[thing].lemma in word_set("nouns", "currencies")  # « a versé 3 millions d’euros à l’Union X »
    hung = [
        k for k in around if k > thing and tokens[k].head == thing and tokens[k].dep == "nmod" and (_gets(tokens[k]) or (money and tokens[k].name))
    ]
    if len(hung) == 1 and any(t.head == hung[0] and t.text.lower() in ("à", "au", "aux") for t in tokens[thing : hung[0]]):
        tokens[hung[0]] = replace(tokens[hung[0]], dep="obl:arg", head=i)


def _gets(token: Token) -> bool:
    """Whether a noun is of somebody, or of an office, to whom things are given: « à la préfecture »."""
    return is_function(token.lemma) or (token.lemma in word_set("nouns", "administrations") and not token.name)


def _opens_with_of(tokens: list[Token], k: int) -> bool:
    """Whether « de » stands before the noun at `k`."""
    return any(t.head == k and t.dep == "case" and t.text.lower() in ("de", "d’", "d'", "du", "des") for t in tokens[max(0, k - 4) : k])
