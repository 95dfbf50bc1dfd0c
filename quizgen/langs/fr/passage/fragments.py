"""A passage -> whether it is a piece of a sentence and no sentence: its main verb was cut, or a relative clause has lost its own.

« Le plus long procès qu’ait connu la ville, et le premier au cours duquel un maire ait répondu », « Sera absente, ce qui … », « disputera le
tour, dont la gauche ». The words alone show it; the parse, which led there, cannot.
"""

from __future__ import annotations

from itertools import pairwise

from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.model import Document, Token

WHICH = ("lequel", "laquelle", "lesquels", "lesquelles")
RELATIVES = ("qui", "où", *WHICH, *(f"{f}{w}" for w in ("quel", "quels", "quelles") for f in ("au", "aux", "du", "des")))
THAT = ("que", "qu’", "qu'")
CLITICS = ("se", "s’", "s'", "ne", "n’", "n'")
CONTRAST = ("lui", "elle", "eux", "elles")


def find_fragment(document: Document, kept: set[int]) -> str | None:
    """Why the tokens `kept` are no whole sentence, or None."""
    words = [document.tokens[i] for i in sorted(kept) if document.tokens[i].pos != "PUNCT"]
    if opens_headless(document, words):
        return "it opens with a verb whose subject was cut"
    if any(lacks_verb(document, t, words) for t in words):
        return "a relative clause without its verb"
    if lacks_own_verb(document, words):
        return "all its verbs are those of relative clauses"
    if any(stands_unjoined(document, t, kept) for t in words):
        return "a second verb that nothing joins to the first"
    if any(lost_comma(document, a, b, kept) for a, b in pairwise(words)):
        return "what sums it up, without the comma before it"
    return None


def opens_headless(document: Document, words: list[Token]) -> bool:
    """« Sera absente, ce qui … », « Se termine le plus long voyage … » of « Ainsi se termine … »: a verb opens, and not that of the sentence."""
    opening = words[1] if words[0].text.lower() in CLITICS and len(words) > 1 else words[0]
    begins = next((t for t in document.words(document.sentence_of(words[0])) if t.pos != "PUNCT"), words[0])
    finite = opening.has("VerbForm=Fin") and opening.pos in ("VERB", "AUX") and not opening.has("Mood=Imp")
    return finite and words[0].i != begins.i


def lost_comma(document: Document, before: Token, article: Token, kept: set[int]) -> bool:
    """« Trois pêcheurs ont été arrêtés | , au large de Vik, | une prise pour laquelle … »: the comma went with what stood before it."""
    noun = document.head(article)
    gap = range(before.i + 1, article.i)
    if article.pos != "DET" or noun.i < article.i or noun.pos != "NOUN" or len(gap) < 2 or kept & set(gap):
        return False
    closed = document.tokens[gap[-1]].text == ","
    done = document.child(document.head(noun), "aux:pass") is not None and not noun.dep.startswith("nsubj")
    return closed and (noun.dep == "appos" or done) and document.child(noun, "case") is None and document.head(noun).i < noun.i


def lacks_verb(document: Document, word: Token, words: list[Token]) -> bool:
    """« une attaque à laquelle le pays | , …, a répliqué », « dont la gauche | , elle, sera absente »: no verb stands behind « laquelle »."""
    low = word.text.lower()
    behind = [t for t in words if t.i > word.i]
    if any(t.has("VerbForm=Fin") or t.has("VerbForm=Inf") for t in behind):
        return False
    if names_some(document, word):
        return bool(behind) and _goes_on(document, behind[-1])
    return low in RELATIVES and word.i != words[0].i and (bool(behind) or low in ("qui", "où"))


def names_some(document: Document, word: Token) -> bool:
    """« dix élus, dont le maire », « parmi lesquels Karl Lund »: such words need no verb."""
    before = document.before(word)
    return word.text.lower() == "dont" or (word.text.lower() in WHICH and before is not None and before.text.lower() == "parmi")


def _goes_on(document: Document, last: Token) -> bool:
    """Whether the words behind `last` are the verb that it belongs to, perhaps behind « , elle, »."""
    sentence = document.sentence_of(last)
    following = list(document.tokens[last.i + 1 : sentence.last])
    if len(following) > 3 and following[0].text == "," and following[1].text.lower() in CONTRAST and following[2].text == ",":
        following = following[3:]
    opening = following[0] if following else last
    denied = opening.text.lower().replace("'", "’") in ("ne", "n’", "se", "s’", "y", "en")
    return opening.i != last.i and (denied or (opening.has("VerbForm=Fin") and opening.pos in ("VERB", "AUX")))


def lacks_own_verb(document: Document, words: list[Token]) -> bool:
    """« Le plus long procès qu’ait connu la ville, et le premier au cours duquel … ait répondu »: no more verbs than relative pronouns."""
    finite = sum(t.has("VerbForm=Fin") and t.pos in ("VERB", "AUX") for t in words)
    relative = sum(_is_relative(t) and not names_some(document, t) for t in words[1:])
    return 0 < finite <= relative


def _is_relative(word: Token) -> bool:
    """Whether a word opens a relative clause; « dont » may stand without a verb."""
    low = word.text.lower()
    return low in RELATIVES or (low in THAT and word.pos == "PRON" and word.dep != "fixed")


def stands_unjoined(document: Document, verb: Token, kept: set[int]) -> bool:
    """« Le maire, qui dirige la fanfare, devance … » as « Le maire dirige la fanfare, devance … »: without « qui » the second verb is loose."""
    if verb.dep != "conj" or not verb.has("VerbForm=Fin") or not is_clause_head(document, verb):
        return False
    first = document.head(verb)
    others = [t for t in document.children(first, "conj") if t.i in kept and document.child(t, "cc") is not None]
    own = document.children(verb, "nsubj", "nsubj:pass", "cc", "expl:subj", "mark")
    relative = any(t.text.lower() == "qui" and t.i not in kept for t in document.children(first, "nsubj", "nsubj:pass"))
    return relative and not own and not others and first.i in kept
