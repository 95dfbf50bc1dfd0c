"""Common nouns met before: whether « these limits » or « the accident » takes up what the title or an earlier sentence has brought up."""

from __future__ import annotations

from quizgen.langs.en.geography import plain
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Document, Token

SHORTEST = 4  # letters; shorter nouns are met in titles by chance


def is_established(document: Document, noun: Token) -> bool:
    """Whether the title or an earlier sentence has brought up what a `noun` means."""
    if noun.pos != "NOUN" or noun.lemma in word_set("nouns", "vague"):
        return False
    if len(noun.lemma) >= SHORTEST and noun.lemma in title_words(document):
        return True
    first = document.sentence_of(noun).first
    plural = noun.has("Number=Plur")
    earlier = (document.tokens[i] for i in document.by_lemma.get(noun.lemma, ()) if i < first)
    return any(t.pos == "NOUN" and t.has("Number=Plur") == plural and document.children(t, "amod", "compound", "prep", "det") for t in earlier)


def title_words(document: Document) -> frozenset[str]:
    """The words of the title, and what they are without a plural mark."""
    words = plain(document.article.title.replace("’", " ").replace("'", " ")).replace(",", " ").replace(":", " ").split()
    return frozenset(words) | {w.removesuffix("s") for w in words} | {w.removesuffix("es") for w in words}
