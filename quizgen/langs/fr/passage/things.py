"""The noun phrases of a sentence that a gap may stand for: what is done, used, said or met, where no name and no number tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.trifles import people
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.reference.mentions import title_words
from quizgen.model import Document, Reading, Sentence, Token

PARTS = ("obj", "obl:agent", "obl:arg", "obl", "obl:mod", "nsubj", "nsubj:pass", "iobj")
TELLING = ("obj", "obl:agent", "obl:arg")  # of these one noun may be enough
LONGEST = 6  # tokens of an answer
LONGEST_LIST = 9  # of one that lists several things
OF_DEEDS = ("de", "à", "sur", "contre", "pour", "entre", "dans")  # before what a deed or a right is of, on or against
SOURCES = ("selon", "d’après", "comme", "suivant", "comme pour")
SOME = ("quelque", "plusieurs", "divers", "nombreux", "quelques", "diverses")
CONTENT = ("NOUN", "ADJ", "PROPN", "VERB")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """The tokens first..last (half-open) of a noun phrase; `kind` is « thing » or « people »."""

    first: int
    last: int
    kind: str


def find_things(reading: Reading, sentence: Sentence, *, spoken: bool = False) -> Iterator[Thing]:
    """The noun phrases of `sentence` that tell something, in text order; with `spoken`, those of quotations that are sentences, too."""
    document = reading.document
    for noun in document.words(sentence):
        if (not spoken and is_spoken(document, noun)) or not is_asked(reading, noun):
            continue
        first, last = bounds(document, noun)
        first, last = short_bounds(document, noun) if spoken and first == last else (first, last)
        words = document.tokens[first:last]
        if any(is_open(reading, t) for t in words) or not tells(document, noun, words) or is_any(noun, words):
            continue
        someone = noun.lemma.removeprefix("ex-") in people()
        if not (someone and names_holder(words)):
            yield Thing(first=first, last=last, kind="people" if someone else "thing")


def names_holder(words: Sequence[Token]) -> bool:
    """« le chef du gouvernement », « la coureuse de l’équipe »: somebody whom the article names elsewhere."""
    return words[0].text.lower().replace("'", "’") in ("le", "la", "l’") or words[0].pos != "DET"


def is_any(noun: Token, words: Sequence[Token]) -> bool:
    """« quelques associations », « de nombreuses hausses », « un groupe »: some of many; « sans obtenir de réponse »: none at all."""
    if len(words) > 1 and words[0].text.lower() in ("de", "d’", "d'") and words[1] is noun:
        return True
    begins = noun.dep in ("nsubj", "nsubj:pass")
    return begins and (
        noun.lemma in word_set("nouns", "shares")
        or noun.lemma == "groupe"
        or any(t.text.lower() in SOME or t.lemma in SOME for t in words if t.i < noun.i)
    )


def is_spoken(document: Document, noun: Token) -> bool:
    """Whether a noun stands in a quotation that is a sentence by itself: words of a few quoted ones belong to the sentence around them."""
    number = document.quotations.get(noun.i)
    if number is None:
        return False
    return any(is_clause_head(document, document.tokens[i]) for i in document.quoted[number])


def is_asked(reading: Reading, noun: Token) -> bool:
    """Whether a noun has a part of its own under a verb, is what a deed is of or on, or what a thing is said to be, and can stand by itself."""
    document = reading.document
    if noun.pos != "NOUN" or noun.name or noun.i in reading.links or is_light(noun) or plain(noun.lemma) in title_words(document):
        return False
    if document.child(noun, "nummod", "ccomp", "xcomp", "appos") is not None or any(t.has("VerbForm=Inf") for t in document.children(noun, "acl")):
        return False
    marker, article = read_marker(document, noun)
    if marker in SOURCES or (marker and not article and document.child(noun, "det") is None):
        return False  # « selon un quotidien », « à huis clos »
    if (marker == "à" and noun.lemma in word_set("nouns", "manners")) or (marker == "sur" and noun.lemma == "plan"):
        return False  # « au quotidien », « sur le plan physique »
    above = document.head(noun)
    if document.child(noun, "cop") is not None:
        return document.child(noun, "nsubj") is not None
    if noun.dep == "nmod":
        return above.pos == "NOUN" and marker in OF_DEEDS and not is_light(above) and document.child(above, "nummod") is None
    hollow = word_set("clauses", "support") | word_set("verbs", "judging")  # « prend part », « juge la hausse ridicule »
    if is_beside_the_point(document, noun, above):
        return False
    return noun.dep in PARTS and above.pos in ("VERB", "ADJ") and not (noun.dep == "obj" and above.lemma in hollow)


def is_beside_the_point(document: Document, noun: Token, verb: Token) -> bool:
    """« le rapport, que l’agence a lu, », « la liste n’est pas complète »: who does what tells which one is meant, and what is denied."""
    aside = verb.dep == "acl:relcl" and noun.dep.startswith("nsubj")
    cleft = document.child(verb, "aux:cleft")
    if cleft is not None and noun.i > verb.i:
        return True  # « C’est à Gand que le roi a attendu les résultats »: the place is the point
    return aside or any(t.text.lower() in ("ne", "n’", "n'") for t in document.children(verb, "advmod"))


def is_light(noun: Token) -> bool:
    """Whether a noun says too little to be an answer, or tells when."""
    keys = ("shares", "durations", "days", "periods", "frames", "conditions", "sides", "rounded")
    return noun.lemma in word_set("nouns", "vague") or any(noun.lemma in word_set("nouns", key) for key in keys)


def bounds(document: Document, noun: Token) -> tuple[int, int]:
    """The first and, half-open, the last token of the phrase of `noun`: its article and adjectives, what it is of, the rest of a short list.

    Empty if it is too long, or if what it is of would stay behind without it.
    """
    own = {t.i for part in document.children(noun, "det", "amod") for t in document.subtree(part)} | {noun.i}
    first = last = noun.i
    while first - 1 in own:
        first -= 1
    for part in document.children(noun, "amod", "nmod", "conj"):
        run = [t.i for t in document.subtree(part)]
        if part.i < noun.i:
            continue
        marks = [t.text.lower() for t in document.children(part, "case")]
        by = "par" in marks and (part.name or document.child(part, "det") is not None)
        if by or (part.dep == "conj" and marks):
            return first, first  # « la critique par le jury »; « d’un maçon et d’une fleuriste », of which the gap would leave the first « d’ »
        if run[0] != last + 1 or run[-1] - run[0] + 1 != len(run) or run[-1] - first >= (LONGEST_LIST if part.dep == "conj" else LONGEST):
            return first, first
        last = run[-1]
    return first, last + 1


def short_bounds(document: Document, noun: Token) -> tuple[int, int]:
    """The tokens of « une énorme surprise » of « une énorme surprise pour les riverains … »; empty where « de » tells which one it is."""
    near = [t for t in document.children(noun, "det", "amod") if abs(t.i - noun.i) <= LONGEST]
    first, last = min([noun.i, *(t.i for t in near)]), max([noun.i, *(t.i for t in near)]) + 1
    behind = document.tokens[last] if last < len(document.tokens) else None
    bound = behind is not None and behind.text.lower().replace("'", "’") in ("de", "d’", "du", "des", "qui", "que", "qu’", "dont", "où", "et", "ou")
    return (first, first) if bound or last - first != len(near) + 1 else (first, last)


def find_qualities(document: Document, sentence: Sentence) -> Iterator[Thing]:
    """What things are said to be, behind a form of « être »: « beaucoup plus élevé »; one adjective alone could be any."""
    for word in document.words(sentence):
        copula = document.child(word, "cop")
        if copula is None or word.pos != "ADJ" or document.child(word, "nsubj") is None or not is_clause_head(document, word) or copula.i > word.i:
            continue
        run = [t for t in document.tokens[copula.i + 1 : word.i + 1] if t.text.lower() not in ("pas", "plus") or t.dep == "advmod"]
        if (
            1 < len(run) == word.i - copula.i
            and not any(t.text.lower() in ("pas", "jamais", "si", "aussi", "également", "toujours", "encore") for t in run)
            and len(run) <= LONGEST
        ):
            yield Thing(first=copula.i + 1, last=word.i + 1, kind="thing")


def is_open(reading: Reading, token: Token) -> bool:
    """Whether a word of an answer points outside of it, or is a number or a mark."""
    low = token.text.lower()
    pointing = any(low in word_set("grammar", key) for key in ("demonstratives", "possessives", "pointing"))
    other = token.pos in ("PRON", "NUM") or any(c.isdigit() for c in token.text)
    return pointing or other or is_clause_head(reading.document, token)


def tells(document: Document, noun: Token, words: Sequence[Token]) -> bool:
    """Whether an answer says enough: two words with a sense, or one that is new to the reader under a verb that wants it."""
    if not words or (document.tokens[words[0].i - 1].text in (",", ":", ";") and noun.dep not in ("nsubj", "nsubj:pass")):
        return False
    content = sum(t.pos in CONTENT for t in words)
    new = any(t.text.lower() in ("un", "une", "des") for t in words)
    known = noun.lemma in word_set("nouns", "situational") | word_set("speech", "documents")
    return content > 1 or (noun.dep in TELLING and new and len(noun.text) > 4 and not known)
