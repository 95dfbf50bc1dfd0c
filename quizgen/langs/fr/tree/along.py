"""« le long de », « près de », « lors de » as the parser reads them -> one preposition of the noun after them."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import Token

OF = ("de", "d’", "d'")
ADVERBS = ("lors", "auprès", "hors")  # with « de », a preposition
FAR = 8  # tokens from such an adverb to the noun after it
PREDICATES = ("VERB", "AUX", "ADJ")


def join_along(tokens: list[Token], i: int) -> None:
    """« massés le long de la frontière »: « le long de » is one preposition of the noun after it."""
    if tokens[i].text.lower() != "le" or i + 3 >= len(tokens) or tokens[i + 1].text.lower() != "long":
        return
    if tokens[i + 2].text.lower() not in (*OF, "du", "des"):
        return
    noun = next((t for t in tokens[i + 3 : i + 7] if t.pos in ("NOUN", "PROPN")), None)
    if noun is None or noun.head not in (i, i + 1):
        return
    above = next((h for h in (tokens[i].head, tokens[i + 1].head) if h not in (i, i + 1)), None)
    if above is None:
        return
    tokens[noun.i] = replace(noun, dep="obl:mod" if tokens[above].pos == "VERB" else "nmod", head=above)
    for k in (i, i + 1, i + 2):
        tokens[k] = replace(tokens[k], dep="case", head=noun.i, pos="ADP")


def join_near(tokens: list[Token], i: int) -> None:
    """« une embuscade près de Gao », with the town hung on « près »: it hangs on the noun or the verb. Not « près de 100 habitants »."""
    near = tokens[i]
    if near.text.lower() != "près" or near.pos != "ADV" or near.head == i or i + 2 >= len(tokens) or tokens[i + 1].text.lower() not in OF:
        return
    name = tokens[i + 2]
    if name.head != i or not name.name:
        return
    above = tokens[near.head]
    tokens[i + 2] = replace(name, dep="obl:mod" if above.pos == "VERB" else "nmod", head=above.i)
    for k in (i, i + 1):
        tokens[k] = replace(tokens[k], dep="case", head=name.i, pos="ADP")


def join_leading(tokens: list[Token], i: int) -> None:
    """« a été signé lors du sommet », with the summit hung on « lors »: when something was so is told of the verb."""
    adverb = tokens[i]
    if adverb.text.lower() not in ADVERBS or adverb.pos not in ("ADV", "ADP") or adverb.head == i or i + 2 >= len(tokens):
        return
    of = tokens[i + 1]
    noun, above = tokens[of.head], tokens[adverb.head]
    hung = noun.head == i and noun.pos in ("NOUN", "PROPN") and 1 < noun.i - i < FAR and above.i != noun.i
    if of.text.lower() not in (*OF, "du", "des") or of.dep != "case" or not hung:
        return
    told = above.pos in PREDICATES or any(t.head == above.i and t.dep == "cop" for t in tokens[max(0, above.i - FAR) : above.i])
    tokens[noun.i] = replace(noun, dep="obl:mod" if told else "nmod", head=above.i)
    tokens[i] = replace(adverb, dep="case", head=noun.i, pos="ADP")
