"""A relative clause whose words the parser hung outside of it, or that swallowed the main verb -> the tree that the pronoun and the commas show.

« une prise pour laquelle la Norvège, par la voix de X, a exigé … », « Le maire, qui dirige la fanfare, devance … ». Part of the repairs.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

REACH = 30  # tokens from the pronoun to the verb of its clause
NEAR = 7  # tokens before the pronoun in which the noun stands that it takes up
DEEP = 12  # steps up a tree, which may have rings
STOPS = (".", ";", ":", "!", "?", "«", "»", "(", ")")
FUSED = tuple(f"{f}{w}" for w in ("quel", "quelle", "quels", "quelles") for f in ("au", "aux", "du", "des", "le", "la", "les"))
OPENERS = ("qui", "que", "qu’", "qu'", "dont", "où", "si", "s’", "lorsque", "lorsqu’", "quand", "comme", "puisque", *FUSED)
CLITICS = ("ne", "n’", "n'", "se", "s’", "s'", "y", "en", "lui", "leur", "l’", "l'")


def hang_inside(tokens: list[Token], i: int) -> None:
    """« une attaque à laquelle la France, sur ordre de X, a répliqué »: what stands before the verb is told of it, not of the main verb."""
    which = tokens[i]
    if which.text.lower() not in FUSED or not i or i + 1 >= len(tokens):
        return
    case = tokens[i - 1] if i > 1 and tokens[i - 1].pos == "ADP" else which
    if case.text.lower() == "de" or which.text.lower().startswith(("du", "des")):
        return  # « au cours duquel »: the noun before it is not what it takes up
    noun = _taken_up(tokens, case.i, which)
    verb = _find_verb(tokens, i)
    if noun is None or verb is None or verb.dep not in ("parataxis", "conj", "advcl", "acl", "acl:relcl", "ccomp", "dep"):
        return
    if _is_under(tokens, noun.i, verb.i) or verb.head > verb.i:
        return
    tokens[verb.i] = replace(verb, dep="acl:relcl", head=noun.i)
    opening = tokens[i + 1]
    first = tokens[opening.head] if opening.pos == "DET" and opening.head > opening.i else opening
    for k in (*range(noun.i + 1, case.i), *range(i + 1, verb.i)):
        token = tokens[k]
        if token.head == verb.i or (i < token.head <= verb.i and token.dep != "nsubj"):
            continue
        if k > i and k != first.i and token.head < case.i and token.dep != "punct":
            tokens[k] = replace(token, head=verb.i, dep=token.dep.replace("nmod", "obl:mod"))
    held = any(t.head == verb.i and t.dep.startswith("nsubj") and t.i > i for t in tokens[i + 1 : verb.i])
    if not held and first.pos in ("NOUN", "PROPN") and i < first.i < verb.i:
        for t in tokens[noun.i + 1 : case.i]:
            if t.head == verb.i and t.dep.startswith("nsubj"):
                return
        tokens[first.i] = replace(first, dep="nsubj", head=verb.i)
    if noun.dep.startswith("nsubj") and noun.head == verb.i:
        tokens[noun.i] = replace(noun, dep="appos", head=_verb_above(tokens, noun.i, verb.i))
    tokens[i] = replace(tokens[i], dep="obl:arg", head=verb.i)
    if case.i != i:
        tokens[case.i] = replace(case, dep="case", head=i)


def close_relative(tokens: list[Token], i: int) -> None:
    """« Avec 12 %, le maire, qui dirige la fanfare, devance … » with « devance » below « dirige »: behind the second comma stands the main verb."""
    who = tokens[i]
    if who.text.lower() != "qui" or i < 3 or tokens[i - 1].text != "," or who.dep not in ("nsubj", "nsubj:pass"):
        return
    inner, noun = who.head, tokens[i - 2] if tokens[i - 2].pos in ("NOUN", "PROPN") else tokens[tokens[i - 2].head]
    main = _verb_behind_comma(tokens, inner) if inner > i else None
    if (
        main is None
        or not i - NEAR < noun.i < i
        or noun.pos not in ("NOUN", "PROPN")
        or any(t.head == noun.i and t.dep == "case" for t in tokens[:i])
    ):
        return
    start = next((k for k in range(noun.i, max(-1, noun.i - NEAR), -1) if k == 0 or tokens[k - 1].text in (*STOPS, ",")), None)
    if start is None or tokens[start].pos not in ("DET", "PROPN") or not _is_under(tokens, main, inner) or tokens[main].dep == "acl:relcl":
        return
    top = _root_of(tokens, noun.i)
    opening = top is not None and top < noun.i and any(t.head == top and t.dep == "case" and t.i < top for t in tokens[max(0, top - NEAR) : top])
    if top is None or not (top == noun.i or (opening and tokens[noun.i].head == top)):
        return
    passive = any(t.head == main and t.dep == "aux:pass" for t in tokens[inner:main])
    for t in tokens[main + 1 : main + REACH]:
        if t.head == top and t.text not in STOPS:
            tokens[t.i] = replace(t, dep="conj" if t.dep == "conj" else t.dep, head=_object_of(tokens, main) if t.dep == "conj" else main)
    tokens[main] = replace(tokens[main], dep="ROOT", head=main)
    tokens[noun.i] = replace(noun, dep="nsubj:pass" if passive else "nsubj", head=main)
    tokens[inner] = replace(tokens[inner], dep="acl:relcl", head=noun.i)
    if top != noun.i:
        tokens[top] = replace(tokens[top], dep="obl:mod", head=main)


def _verb_behind_comma(tokens: list[Token], inner: int) -> int | None:
    """The verb right behind a comma, without a subject or an « et », nearest behind the verb `inner`."""
    for t in tokens[inner + 1 : inner + REACH]:
        if t.text in STOPS:
            return None
        if t.text != "," or t.i + 1 >= len(tokens):
            continue
        first = next((w for w in tokens[t.i + 1 : t.i + 4] if w.text.lower() not in CLITICS), t)
        verb = tokens[first.head] if first.dep.split(":")[0] in ("aux", "cop") else first
        plain = first.has("VerbForm=Fin") and first.has("Person=3") and first.pos in ("VERB", "AUX") and verb.i >= first.i
        if plain and not any(w.head == verb.i and w.dep.startswith(("nsubj", "mark")) for w in tokens[max(0, verb.i - REACH) : verb.i + NEAR]):
            return verb.i
    return None


def _object_of(tokens: list[Token], verb: int) -> int:
    """The object behind a verb, else the verb."""
    return next((t.i for t in tokens[verb + 1 : verb + REACH] if t.head == verb and t.dep == "obj"), verb)


def _root_of(tokens: list[Token], i: int) -> int | None:
    """The root above a token; None if it is not near."""
    for _ in range(DEEP):
        if tokens[i].head == i:
            return i
        i = tokens[i].head
    return None


def _taken_up(tokens: list[Token], end: int, which: Token) -> Token | None:
    """The nearest noun before the token `end` that has the gender and the number of « laquelle »."""
    low = which.text.lower()
    feminine, plural = "quelle" in low, low.endswith("s")
    for k in range(end - 1, max(-1, end - NEAR), -1):
        token = tokens[k]
        if token.text in STOPS:
            return None
        if token.pos == "NOUN" and token.has("Number=Plur") == plural and not token.has("Gender=Masc" if feminine else "Gender=Fem"):
            return token
    return None


def _find_verb(tokens: list[Token], i: int) -> Token | None:
    """The verb that closes what the pronoun at `i` opens; None if another clause begins before it."""
    for t in tokens[i + 1 : i + REACH]:
        if t.text in STOPS or t.text.lower() in OPENERS:
            return None
        if t.has("VerbForm=Fin") and t.pos in ("VERB", "AUX"):
            verb = tokens[t.head] if t.dep.split(":")[0] in ("aux", "cop") else t
            return verb if verb.i >= t.i else None
    return None


def _is_under(tokens: list[Token], below: int, above: int) -> bool:
    """Whether the token `below` hangs on `above`, but as its subject."""
    if tokens[below].head == above and tokens[below].dep.startswith("nsubj"):
        return False
    for _ in range(DEEP):
        if below == above:
            return True
        if tokens[below].head == below:
            return False
        below = tokens[below].head
    return True


def _verb_above(tokens: list[Token], noun: int, verb: int) -> int:
    """The verb before `noun` that stands above the clause of `verb`: what the noun sums up."""
    return next((k for k in range(noun - 1, max(-1, noun - REACH), -1) if tokens[k].pos == "VERB" and tokens[k].head != verb), tokens[verb].head)


RELATIVES = (Slip(hang_inside, words=FUSED), Slip(close_relative, deps=("nsubj",), words=("qui",)))
