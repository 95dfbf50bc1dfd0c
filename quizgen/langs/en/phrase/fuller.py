"""A bare definite noun -> the words by which the article brought it up: « the plantations » -> « the sugar plantations in the Omo valley »."""

from __future__ import annotations

from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.reference.mentions import title_words
from quizgen.model import Document, Reading, Token

SHORTEST = 4  # letters of a noun
LONGEST = 7  # words of the fuller phrase
TELLING = ("amod", "compound", "nmod", "prep")
# Which one these mean depends on where they stand.
UNSURE = (
    "other",
    "another",
    "new",
    "second",
    "third",
    "fourth",
    "fifth",
    "first",
    "last",
    "next",
    "same",
    "own",
    "few",
    "more",
)  # which one these mean depends on where they stand


def fuller_mention(reading: Reading, noun: Token) -> list[Token]:
    """The words, without a determiner, of the one earlier phrase that tells what a bare « the noun » means; empty if there is none, or two."""
    document = reading.document
    beside = (t for t in document.children(noun) if t.pos != "PUNCT" and t.dep != "case" and not is_added(document, t, noun))
    alone = {t.text.lower() for t in beside} == {"the"}
    if noun.pos != "NOUN" or not alone or len(noun.lemma) < SHORTEST or noun.i in reading.links or noun.i in document.quotations:
        return []
    if noun.lemma in title_words(document) or noun.lemma in word_set("nouns", "vague") | word_set("nouns", "functions") | word_set(
        "nouns", "persons"
    ):
        return []
    first = document.sentence_of(noun).first
    earlier = [document.tokens[i] for i in document.by_lemma.get(noun.lemma, ()) if i < first]
    told = [t for t in earlier if t.pos == "NOUN" and t.has("Number=Plur") == noun.has("Number=Plur") and document.children(t, *TELLING)]
    if len(told) != 1 or told[0] is not earlier[0] or any(t.i in reading.links for t in document.children(told[0], "appos")):
        return []  # « a fourth company, X »
    if _is_kind_of_many(document, told[0]):
        return []
    words = _telling_words(document, told[0])
    sure = words and len(words) <= LONGEST and not any(_is_unsure(reading, t, told[0]) for t in words)
    return words if sure else []


def _is_kind_of_many(document: Document, noun: Token) -> bool:
    """Whether a bare plural tells one kind of several, all of which « the matches » may mean: « Qualifying matches were due on Monday »."""
    told = [t for t in document.children(noun) if t.dep in ("det", "poss", "nummod", "compound", "nmod", "prep", "acl", "acl:relcl")]
    return noun.has("Number=Plur") and all(t.dep == "compound" and t.text.endswith("ing") for t in told)


def is_added(document: Document, token: Token, noun: Token) -> bool:
    """Whether a relative clause stands behind a comma, and so does not tell which one is meant."""
    after = document.after(noun)
    return token.dep == "acl:relcl" and token.i > noun.i and after is not None and after.text == ","


def _telling_words(document: Document, noun: Token) -> list[Token]:
    """The words of a phrase without its determiner, owner or number, as far as they stand together."""
    kept = kept_tokens(document, noun)
    left = [t for t in kept if t.i <= noun.i and (t is noun or t.dep in TELLING)]
    run = [t for t in left if all(o in left for o in document.tokens[t.i : noun.i + 1])]
    while len(run) > 2 and run[0].text.lower() == "new":  # « the new swimming pool »: the swimming pool tells which
        run = run[1:]
    return [*run, *(t for t in kept if t.i > noun.i)]


def _is_unsure(reading: Reading, token: Token, noun: Token) -> bool:
    """Whether a word takes something up, counts, compares, or hangs a clause on the noun."""
    low = token.text.lower()
    pronoun = token.pos in ("PRON", "NUM", "VERB", "AUX", "PUNCT") and token is not noun
    return pronoun or low in UNSURE or token.has("Degree=Cmp") or token.i in reading.document.quotations
