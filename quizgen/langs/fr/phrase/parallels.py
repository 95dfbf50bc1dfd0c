"""« celui de la Justice » -> the noun that it takes up, and the phrase in full: « le portefeuille de la Justice ».

Who says « celui de X » sets it beside another of the same: « Le portefeuille de la Réforme revient à A, B reçoit celui de la Justice ».
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.wording import article_for, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Span, Token

THOSE = {"celui": ("Masc", "Sing"), "celle": ("Fem", "Sing"), "ceux": ("Masc", "Plur"), "celles": ("Fem", "Plur")}
PARTS = ("nsubj", "nsubj:pass", "obj")


def read_parallel(reading: Reading, pronoun: Token, role: str) -> Phrase:
    """The phrase of « celui de X ». Raises Refused if it is not sure what it takes up."""
    document = reading.document
    noun = parallel_noun(document, pronoun)
    words = [t for t in kept_tokens(document, pronoun, reading) if t.i > pronoun.i]
    words = words[: next((n for n, t in enumerate(words) if t.text == ","), len(words))]
    if noun is None or not words or any(t.pos == "PRON" for t in words):
        raise Refused(f"nothing in the article is sure to be meant by « {pronoun.text} »")
    text = f"{article_for(noun, noun.text)}{noun.text} {say_tokens(reading, words)}"
    return Phrase(
        role=role, text=text, span=Span(start=pronoun.span.start, end=words[-1].span.end), marker=read_marker(document, pronoun)[0], head=noun.lemma,
        kind="thing", gender="f" if noun.has("Gender=Fem") else "m", number="p" if noun.has("Number=Plur") else "s",
        named=any(t.name or t.text[:1].isupper() for t in words), taken_up=(noun.span,),
    )  # fmt: skip


def parallel_noun(document: Document, pronoun: Token) -> Token | None:
    """The one noun that « celui » with its « de X » stands for; None if it has no « de X », or if no noun or several fit."""
    low = pronoun.text.lower()
    if low not in THOSE or pronoun.i in document.quotations or not is_told_of(document, pronoun):
        return None
    number = document.sentence_number(pronoun)
    here = document.sentences[number]
    earlier = document.sentences[number - 1] if number else here
    found = _fitting(document, [t for t in document.words(here) if t.i < pronoun.i], low)
    if not found and number and earlier.paragraph == here.paragraph:
        found = _fitting(document, document.words(earlier), low)
    return found[0] if len(found) == 1 else None


def is_told_of(document: Document, pronoun: Token) -> bool:
    """Whether « de X » stands right behind the pronoun."""
    beside = [t for t in document.children(pronoun) if t.i > pronoun.i and t.pos != "PUNCT"]
    return bool(beside) and beside[0].dep.startswith("nmod") and read_marker(document, beside[0])[0] == "de"


def _fitting(document: Document, words: Sequence[Token], low: str) -> list[Token]:
    """The subjects and objects among `words` that agree and carry a complement or an adjective, each noun once."""
    gender, count = THOSE[low]
    found: dict[str, Token] = {}
    for noun in words:
        agrees = noun.has(f"Gender={gender}") and noun.has("Number=Plur") == (count == "Plur")
        if noun.pos != "NOUN" or noun.dep not in PARTS or not agrees or noun.i in document.quotations:
            continue
        beside = [t for t in document.children(noun, "nmod", "amod") if t.i > noun.i]
        if any(t.dep == "amod" or read_marker(document, t)[0] == "de" for t in beside):
            found.setdefault(noun.lemma, noun)
    return list(found.values())
