"""What hangs on another word in the parse than the one that it tells of: « adopté le budget | à l’unanimité », « échoué | faute d’accord »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

OF = ("de", "d’", "d'")
VOTES = ("voix", "unanimité")
DEGREES = ("cran", "crans", "point", "points", "%")
LACK = "faute"
FARTHEST = 4  # nouns up from the degree to what was changed


def free_vote(tokens: list[Token], i: int) -> None:
    """« rejeté la loi | par 54 voix », « adopté le budget | à l’unanimité »: how it was voted belongs to the verb."""
    vote = tokens[i]
    thing = tokens[vote.head]
    verb = tokens[thing.head]
    case = next((t for t in tokens[max(0, i - 4) : i] if t.head == i and t.dep == "case"), None)
    led = case is not None and case.text.lower() in (("à",) if vote.text.lower() == "unanimité" else ("par", "avec"))
    if led and vote.text.lower() in VOTES and vote.dep == "nmod" and thing.dep == "obj" and thing.i < i and verb.pos == "VERB" and verb.i < thing.i:
        tokens[i] = replace(vote, dep="obl:mod", head=verb.i)


def hang_lack(tokens: list[Token], i: int) -> None:
    """« ont échoué faute d’accord »: the bare noun tells why, and is not what was done."""
    lack = tokens[i]
    bare = not any(t.head == i and t.dep in ("det", "case") and t.i < i for t in tokens[max(0, i - 3) : i])
    if (
        lack.text.lower() == LACK
        and (lack.dep in ("obj", "xcomp", "nmod", "dep") or (lack.dep == "conj" and tokens[i - 1].text == "," and tokens[lack.head].pos == "VERB"))
        and bare
        and i + 1 < len(tokens)
        and tokens[i + 1].text.lower() in OF
        and tokens[lack.head].i < i
    ):
        tokens[i] = replace(lack, dep="obl:mod")
    inner = tokens[lack.head]
    aside = lack.text.lower() == LACK and i > 0 and tokens[i - 1].text == "," and lack.dep.split(":")[0] in ("obl", "obj", "xcomp")
    if aside and inner.dep == "xcomp" and inner.has("VerbForm=Inf") and inner.head < inner.i < i:  # « n’ont pas pu venir, faute de visa »
        tokens[i] = replace(tokens[i], dep="obl:mod", head=inner.head)


def join_second_function(tokens: list[Token], i: int) -> None:
    """« X, responsable de A et spécialiste de B, »: the second noun without an article tells of X too, and is no other person."""
    second = tokens[i]
    name = tokens[second.head]
    if (
        second.dep != "conj"
        or second.pos != "NOUN"
        or not name.name
        or any(t.head == i and t.dep in ("det", "case", "nummod") for t in tokens[max(0, i - 3) : i])
    ):
        return
    first = next((t for t in tokens[name.i + 1 : i] if t.head == name.i and t.dep == "appos" and t.pos == "NOUN"), None)
    if first is not None and tokens[i - 1].text.lower() == "et" and tokens[name.i + 1].text == ",":
        tokens[i] = replace(second, head=first.i)


def free_degree(tokens: list[Token], i: int) -> None:
    """« a abaissé la note du pays | de deux crans »: by how much belongs to the verb."""
    degree = tokens[i]
    led = any(t.head == i and t.dep == "case" and t.text.lower() in OF for t in tokens[max(0, i - 4) : i])
    counted = any(t.head == i and t.dep == "nummod" for t in tokens[max(0, i - 3) : i])
    whole = i + 1 < len(tokens) and tokens[i + 1].text.lower() in (*OF, "du", "des")  # « la vitesse de 10 % des bus »
    if degree.text.lower() not in DEGREES or degree.dep != "nmod" or not led or not counted or whole:
        return
    above = tokens[degree.head]
    for _ in range(FARTHEST):
        above = tokens[above.head] if above.dep == "nmod" else above
    verb = tokens[above.head]
    if above.dep == "obj" and above.i < i and verb.i < above.i and verb.lemma in word_set("verbs", "graded"):
        tokens[i] = replace(degree, dep="obl:arg", head=verb.i)
