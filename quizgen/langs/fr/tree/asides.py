"""What stands between commas behind a subject (« X, que Y dirige, a … », « 40 maisons, soit un tiers, ont … ») kept apart from the main verb."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import Token

FARTHEST = 25  # tokens of an aside
PRONOUNS = (
    "que", "qu’", "qu'", "dont", "où",
    "auquel", "duquel", "lequel", "laquelle", "lesquels", "lesquelles", "auxquels", "auxquelles", "desquels", "desquelles",
)  # fmt: skip
SUBJECTS = ("nsubj", "nsubj:pass")
OWN = (*SUBJECTS, "expl:subj", "cc")  # a verb with one of these is told by itself


def free_main_verb(tokens: list[Token], i: int) -> None:
    """« leur club, que dirige X, a remis … » with « club » as the subject of « dirige »: it is that of the verb behind the second comma."""
    if tokens[i].text.lower() not in PRONOUNS or not _opens_aside(tokens, i):
        return
    inner = _find_inner(tokens, i)
    main = _find_main(tokens, inner) if inner is not None else None
    if inner is None or main is None or any(t.head == main and t.dep in OWN for t in tokens[max(0, i - FARTHEST) : main + 1]):
        return
    noun = _find_noun(tokens, i, inner)
    if noun is None:
        return
    above = tokens[inner] if tokens[main].head == inner else tokens[main]
    if tokens[noun].dep == "ROOT":
        above = replace(tokens[noun], head=main)
    elif above.i == inner and above.dep == "ROOT":
        above = replace(above, head=main)
    passive = any(t.head == main and t.dep == "aux:pass" for t in tokens[inner:main])
    tokens[main] = replace(tokens[main], dep=above.dep, head=above.head)
    tokens[noun] = replace(tokens[noun], dep="nsubj:pass" if passive else "nsubj", head=main)
    tokens[inner] = replace(tokens[inner], dep="acl:relcl", head=noun)
    _mend_inside(tokens, i, inner)
    for t in tokens[main + 1 : main + FARTHEST]:
        if t.head == main and t.dep in SUBJECTS:
            tokens[t.i] = replace(t, dep="obj")  # what was read as its subject, for want of one


def _opens_aside(tokens: list[Token], i: int) -> bool:
    """Whether a comma stands before the pronoun, or before its preposition."""
    return (i > 1 and tokens[i - 1].text == ",") or (i > 2 and tokens[i - 2].text == "," and tokens[i - 1].pos == "ADP")


def _find_inner(tokens: list[Token], i: int) -> int | None:
    """The verb of the clause that the pronoun opens."""
    at = i
    for _ in range(3):
        at = tokens[at].head
        if at > i and (tokens[at].pos in ("VERB", "AUX") or any(t.head == at and t.dep == "cop" for t in tokens[i:at])):
            return at
    return None


def _find_main(tokens: list[Token], inner: int) -> int | None:
    """The finite verb right behind the comma that ends the aside, if it hangs on the inner verb, or the other way round."""
    comma = next((t.i for t in tokens[inner : inner + FARTHEST] if t.text in (",", ".", ";", ":")), None)
    if comma is None or tokens[comma].text != "," or comma + 1 >= len(tokens):
        return None
    main = _find_told(tokens, comma)
    if main is None:
        return None
    tied = tokens[main].head == inner and tokens[main].dep.startswith(("conj", "parataxis", "advcl", "ccomp"))
    return main if main > comma and (tied or (tokens[inner].head == main and tokens[inner].dep == "advcl")) else None


def _find_told(tokens: list[Token], comma: int) -> int | None:
    """The verb whose finite form stands right behind a comma, and that has no subject of its own."""
    first = next((t for t in tokens[comma + 1 : comma + 4] if t.pos not in ("ADV", "PRON") or t.text.lower() in PRONOUNS), None)
    if first is None or not first.has("VerbForm=Fin"):
        return None
    main = first.head if first.dep.startswith(("aux", "cop")) else first.i
    return None if any(t.head == main and t.dep in (*SUBJECTS, "expl:subj") for t in tokens[comma : main + 1]) else main


def _find_noun(tokens: list[Token], i: int, inner: int) -> int | None:
    """The noun before the aside: a second subject of the inner verb, or what its clause hangs on while it is the head of the sentence."""
    comma = i - 1 if tokens[i - 1].text == "," else i - 2
    before = [t.i for t in tokens[max(0, comma - FARTHEST) : comma] if t.head == inner and t.dep in SUBJECTS]
    if before:
        return before[-1]
    above = tokens[tokens[inner].head]
    return above.i if tokens[inner].dep == "acl:relcl" and above.dep == "ROOT" and above.pos in ("NOUN", "PROPN") and above.i < comma else None


def _mend_inside(tokens: list[Token], i: int, inner: int) -> None:
    """« que traverse la rivière »: « que » is the object, and the noun after the verb its subject."""
    if tokens[i].head != inner or tokens[i].text.lower() not in ("que", "qu’", "qu'"):
        return
    own = [t for t in tokens[i : inner + FARTHEST] if t.head == inner]
    if not any(t.dep in SUBJECTS for t in own) and (late := next((t for t in own if t.dep == "obj" and t.i > inner), None)) is not None:
        tokens[late.i] = replace(late, dep="nsubj")
    tokens[i] = replace(tokens[i], dep="obj", pos="PRON")


def free_listed(tokens: list[Token], i: int) -> None:
    """« Vingt pays, parmi lesquels X et Y, prévoient … » with X as the subject: some of the twenty, told in passing; the twenty are it."""
    opens = i > 2 and tokens[i].text.lower() in ("lesquels", "lesquelles") and tokens[i - 1].text.lower() == "parmi" and tokens[i - 2].text == ","
    first = next((t for t in tokens[i + 1 : i + 4] if t.pos in ("NOUN", "PROPN")), None)
    noun = next((t for t in reversed(tokens[max(0, i - FARTHEST) : i - 2]) if t.pos == "NOUN" and tokens[t.head].i not in range(t.i)), None)
    if not opens or first is None or noun is None:
        return
    verb = tokens[first.head]
    if first.dep in SUBJECTS and verb.i > i:
        tokens[noun.i] = replace(noun, dep=first.dep, head=verb.i)
        if verb.head == noun.i:
            tokens[verb.i] = replace(verb, dep=noun.dep, head=verb.i if noun.head == noun.i else noun.head)
    elif first.head != noun.i:
        return
    for other in tokens[first.i + 1 : first.i + FARTHEST]:
        if other.text == "," and tokens[other.i + 1].has("VerbForm=Fin"):
            break
        if other.head == noun.i and other.pos in ("NOUN", "PROPN"):
            tokens[other.i] = replace(other, dep="conj", head=first.i)
    tokens[first.i] = replace(first, dep="parataxis", head=noun.i)
    tokens[i] = replace(tokens[i], dep="nmod", head=first.i)


def free_equal(tokens: list[Token], i: int) -> None:
    """« 40 maisons, soit un tiers du village, ont été … »: the share says the count again; the counted noun is the subject."""
    if tokens[i].text.lower() != "soit" or i < 2 or tokens[i - 1].text != ",":
        return
    closing = next((t.i for t in tokens[i : i + 12] if t.text == ","), None)
    share = tokens[i].head
    counted = next((t for t in reversed(tokens[max(0, i - 8) : i - 1]) if _is_counted(tokens, t)), None)
    again = any(t.text.lower() == "soit" for t in (*tokens[max(0, i - 12) : i], *tokens[i + 1 : i + 16]))  # « soit du maïs, soit du blé »
    if closing is None or counted is None or again or not i < share < closing:
        return
    tokens[share] = replace(tokens[share], dep="dislocated", head=counted.i)
    verb = tokens[counted.head]
    told = verb.i > i and any(t.head == verb.i and t.dep in SUBJECTS for t in tokens[max(0, i - FARTHEST) : verb.i])
    led = any(t.head == counted.i and t.dep == "case" for t in tokens[max(0, i - 8) : counted.i])
    if told or led or counted.dep not in ("obl:mod", "dep", "advmod", "nmod"):
        return
    if verb.i > closing and verb.pos == "VERB":
        tokens[counted.i] = replace(counted, dep="nsubj")
    elif verb.i < i and (main := _find_told(tokens, closing)) is not None and tokens[main].head == verb.i:
        tokens[counted.i] = replace(counted, dep="nsubj", head=main)  # « Il y avait du monde : 40 élus, soit un sur cinq, sont venus »


def _is_counted(tokens: list[Token], noun: Token) -> bool:
    return any(n.head == noun.i and n.dep == "nummod" for n in tokens[max(0, noun.i - 3) : noun.i])
