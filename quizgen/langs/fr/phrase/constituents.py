"""Which tokens belong to a phrase: the words around a head, its preposition, what hangs on it as an aside."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.memory import remember
from quizgen.model import Document, Entity, Reading, Token

DROPPED = (
    "acl:relcl",
    "advcl",
    "parataxis",
    "ccomp",
    "csubj",
    "discourse",
    "vocative",
    "dep",
    "cop",
    "nsubj",
    "nsubj:pass",
    "aux:pass",
    "aux:tense",
    "mark",
    "dislocated",
    "orphan",
)
LONGEST_ASIDE = 6  # tokens of a participial clause that may stay in a phrase
LONGEST_TELLING = 14  # of one that says of what a thing is the first or the only one
COMPARING = ("à", "au", "aux", "de", "d’", "du")  # before what a thing is like, or above
FUSED = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}


def kept_tokens(document: Document, head: Token, reading: Reading | None = None) -> list[Token]:
    """The words of the phrase of `head` without its preposition: one unbroken run around the head."""
    return list(_kept_tokens(reading or document, head))


@remember
def _kept_tokens(text: Document | Reading, head: Token) -> tuple[Token, ...]:
    document, links = (text.document, text.links) if isinstance(text, Reading) else (text, {})
    keep = {head.i}
    _collect(document, head, keep, links)
    case = {f.i for t in document.children(head, "case") for f in (t, *document.children(t, "fixed"))}
    first = last = head.i
    while first - 1 in keep and first - 1 not in case:
        first -= 1
    while first < head.i and document.tokens[first].pos == "CCONJ":
        first += 1  # « et | la lettre qui a réuni … »
    while last + 1 in keep or _bridges(document, last + 1, keep, head):
        last += 1
    while last > head.i and document.tokens[last].pos in ("PUNCT", "CCONJ", "ADP", "DET") and document.tokens[last].dep != "advmod":
        last -= 1  # but « 41 voix pour et 30 contre » keeps its « contre »
    return document.tokens[first : last + 1]


def _collect(document: Document, token: Token, keep: set[int], links: dict[int, tuple[Entity, ...]]) -> None:
    for child in document.children(token):
        infinitive = child.dep == "mark" and token.has("VerbForm=Inf")
        to_come = infinitive and child.text.lower() == "à" and token.dep == "acl"  # « les deux ans à venir »
        able = infinitive and token.dep == "xcomp" and document.head(token).pos == "ADJ"  # « une bactérie capable de digérer le plastique »
        leading = to_come or able
        if (child.dep in DROPPED and not leading) or (child.pos == "PUNCT" and child.text not in ("«", "»", "-", "/", '"', "“", "”")):
            continue
        if (token.name or token.text in word_set("nouns", "units")) and (dates.PARTS.fullmatch(child.text) or child.text.lower() in ("début", "fin")):
            continue  # « à Gao le 5 juin 2020 »: the day is no part of the name
        day = child.text.lower() in dates.WEEKDAYS or (dates.PARTS.fullmatch(child.text) and not dates.MONTH_YEAR.fullmatch(child.text))
        if day and document.child(child, "case") is None:
            continue
        if child.pos == "PRON" and child.text.lower() in ("lui", "elle", "eux", "elles") and document.child(child, "case") is None:
            continue  # « la Norvège, elle, »
        if child.dep == "nmod" and _is_the_same(document, child):
            continue
        if child.dep == "acl" and any(t.text.lower() in dates.WEEKDAYS for t in document.subtree(child)):
            continue
        if (child.dep == "appos" and _is_aside(document, child)) or (child.dep in ("appos", "conj") and len(links.get(child.i, ())) > 1):
            continue
        if child.dep == "conj" and child.has("VerbForm=Fin") and document.children(child, "obj", "obl", "xcomp", "ccomp"):
            continue  # « X est maire de Gao et préside la ligue »: another clause
        if child.dep == "conj" and token.name and {child.text, child.lemma} & word_set("nouns", "units") and document.child(child, "nummod"):
            continue  # « 32 °C sur le Vercors et jusqu’à 36 °C au sud »: what is had elsewhere
        only = any(t.lemma in ("seul", "premier", "dernier") for t in document.children(token, "amod"))
        longest = LONGEST_TELLING if only else LONGEST_ASIDE
        if child.dep == "acl" and (_is_aside(document, child) or (len(document.subtree(child)) > longest and not adds(child))):
            continue
        keep.add(child.i)
        _collect(document, child, keep, links)


def adds(participle: Token) -> bool:
    """« une baisse des ventes ajoutée à la hausse du prix du gaz »: a participle that joins a second thing to the first."""
    return participle.has("VerbForm=Part") and participle.lemma in word_set("verbs", "adding")


def _is_aside(document: Document, child: Token) -> bool:
    """Whether a comma, dash or bracket parts `child` from what stands before it."""
    first = document.subtree(child)[0]
    before = document.before(first)
    return (before is not None and before.text in (",", "(", "–", "—", "-", ":")) or first.text in (",", "(", "–", "—", ":")


def _bridges(document: Document, i: int, keep: set[int], head: Token) -> bool:
    """Whether the comma at `i` is one of a list (« A, B et C »)."""
    if i >= len(document.tokens) or document.tokens[i].text != "," or i + 1 not in keep:
        return False
    following = document.tokens[i + 1]
    return any(t.dep == "conj" for t in (following, *document.ancestors(following)) if t.i > i)


def read_marker(document: Document, head: Token) -> tuple[str, str]:
    """(preposition without article, article it has swallowed): « du » -> (« de », « le »)."""
    words = [t for t in document.children(head, "case") if t.i < head.i]
    words = [f for t in words for f in (t, *document.children(t, "fixed"))]
    if not words:
        return "", ""
    text = " ".join(t.text.lower().replace("'", "’") for t in sorted(words, key=lambda t: t.i)).replace("’ ", "’")
    text = "à" if text == "a" else text  # capitals often lack their accent: « A Gao, »
    if text == "jusqu’au" and not document.child(head, "det"):
        return "jusqu’à", "le"
    lead, _, last = text.rpartition(" ")
    if last in FUSED and not document.child(head, "det"):
        base, article = FUSED[last]
        return f"{lead} {base}".strip(), article
    if last in FUSED and lead == "le long":
        return "le long de", FUSED[last][1]
    return re.sub(r"d’$", "de", text), ""


def joins(document: Document, token: Token) -> bool:
    """« ainsi que » between two things of one kind, a second « et »: it points to nothing."""
    after, second = document.after(token), document.head(token)
    joined = token.text.lower() == "ainsi" and after is not None and after.text.lower().rstrip("’'") in ("que", "qu")
    return joined and second.dep == "conj" and bool(second.name) == bool(document.head(second).name)


def is_everyones(document: Document, determiner: Token) -> bool:
    """« notre Soleil », « notre planète »: the same for all who read it."""
    return determiner.text.lower() == "notre" and document.head(determiner).lemma.lower() in word_set("names", "ours")


def cuts_quotation(document: Document, part: set[int]) -> bool:
    """Whether a part holds some words of a quotation, and not all."""
    numbers = {document.quotations[i] for i in part if i in document.quotations}
    return any(not part.issuperset(document.quoted[number]) for number in numbers)


def is_ranked(document: Document, adjective: Token) -> bool:
    """« une marge supérieure », without to what; not « supérieure à celle de 2010 », « une école supérieure de commerce »."""
    noun, after = document.head(adjective), document.after(adjective)
    article = document.child(noun, "det")
    some = adjective.i == noun.i + 1 and article is not None and article.text.lower() in ("un", "une")
    ranks = adjective.pos == "ADJ" and adjective.lemma in word_set("grammar", "ranking") and noun.lemma not in word_set("nouns", "institutions")
    return some and ranks and (after is None or after.text.lower() not in COMPARING)


def _is_the_same(document: Document, noun: Token) -> bool:
    """« 30 personnes | dans la même ville », « l’isthme | du même nom »: what is told without it; not « des pièces du même type »."""
    cases = [t.text.lower().replace("'", "’") for t in document.children(noun, "case")]
    of_kind = all(case in ("de", "du", "des", "d’") for case in cases) and noun.lemma != "nom"
    return bool(cases) and not of_kind and any(t.lemma == "même" for t in document.children(noun, "amod", "det"))
