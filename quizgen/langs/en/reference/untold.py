"""Definite nouns that only another sentence of the article explains: « the request », « the site », « the case ».

A reader who has the card alone cannot know which is meant, unless the title, which the card shows, tells of it, or of a scene that it
belongs to: « the referee » under a title that tells of a cup final. What every reader knows (« the police ») needs no telling.
"""

from __future__ import annotations

import re

from quizgen.langs.en.forms.geography import is_demonym, plain
from quizgen.langs.en.lexicon import actors, read_words, word_set
from quizgen.langs.en.reference.mentions import is_derived, is_established, title_words
from quizgen.langs.memory import once, remember
from quizgen.model import Document, Entity, Reading, Token

SHORTEST = 4  # letters of a word that may go on in the title: « elected » behind « elect »
LONGEST_END = 3  # letters by which it goes on
TOWNS = ("city", "town", "village", "resort")
PLACES = ("country", "city", "region")
POSTS = ("office", "position", "post", "role")


@remember
def is_untold(reading: Reading, noun: Token) -> bool:
    """Whether a bare « the noun » takes up something that the title does not tell."""
    document = reading.document
    if noun.pos != "NOUN" or noun.name or noun.i in reading.links or not stands_alone(document, noun):
        return False
    if not document.sentence_number(noun):
        return False  # nothing has been told before
    lemma = plain(noun.lemma)
    if lemma in word_set("nouns", "bodies"):  # not « Ida Holm said the company was sorry », which is hers
        return document.head(noun).dep != "ccomp" and not names_body(reading)
    if lemma in word_set("scenes", "known") or is_titled(document, lemma) or noun.i in document.quotations:
        return False
    if lemma in TOWNS:
        return not names_town(reading)
    if lemma in word_set("scenes", "domains") | word_set("nouns", "countries"):
        return not names_place(reading)
    if noun.has("Number=Plur") and noun.lemma in people():
        return False  # « the prisoners »: such people, all of them
    if lemma in POSTS and names_function(document, noun):
        return False  # « will be the youngest president and the second woman in the post »
    if is_subject(document, noun):
        return True  # « The curbs were imposed in 2004 »: the sentence goes on with something told before
    return not noun.has("Number=Plur") and (lemma in word_set("scenes", "taking_up") or is_established(document, noun))


def names_function(document: Document, noun: Token) -> bool:
    """Whether a function stands before a noun in its clause, which « the post » then is."""
    before = (t for t in document.words(document.sentence_of(noun)) if t.i < noun.i and t.lemma.lower() in word_set("nouns", "functions"))
    return any(not t.name and verb_above(document, t) == verb_above(document, noun) for t in before)


def verb_above(document: Document, token: Token) -> Token | None:
    """The verb that a word stands under."""
    return next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)


def is_new_and_bare(reading: Reading, noun: Token) -> bool:
    """Whether « the offer », said for « it » behind « X made an offer », would leave open which one is meant."""
    document = reading.document
    lemma = plain(noun.lemma)
    new = {t.text.lower() for t in document.children(noun) if t.dep not in ("punct", "case", "cc", "conj")} <= {"a", "an"}
    if noun.pos != "NOUN" or not new or noun.has("Number=Plur") or noun.i in reading.links:
        return False
    return not (is_titled(document, lemma) or lemma in word_set("scenes", "known") or lemma in people())


def is_subject(document: Document, noun: Token) -> bool:
    """Whether a noun is what a clause tells of; not what somebody says of a thing named before: « a ship whose crew … »."""
    return noun.dep in ("nsubj", "nsubj:pass") and document.head(noun).dep not in ("acl:relcl",)


def people() -> frozenset[str]:
    """The nouns of people, by what they are or know."""
    return actors() | word_set("nouns", "informed")


def stands_alone(document: Document, noun: Token) -> bool:
    """Whether « the » is all that is told with a noun: nothing behind it, save an aside behind a comma, tells which one it is."""
    following = document.after(noun)
    aside = following is not None and following.text == ","
    told = (t for t in document.children(noun) if t.dep not in ("punct", "case", "cc", "conj") and t.text.lower() not in word_set("scenes", "thin"))
    below = [t for t in told if not (aside and t.i > noun.i and t.dep != "appos")]
    return len(below) == 1 and below[0].text.lower() == "the"


def is_titled(document: Document, lemma: str) -> bool:
    """Whether the title tells of a thing, by its noun, a word of its family, or another word of a scene that it belongs to."""
    told = title_words(document)
    return lemma in told or is_derived(lemma, told) or lemma in scene_of(document) or lemma in same_as_told(document)


@once
def same_as_told(document: Document) -> frozenset[str]:
    """Other nouns for the things that the title tells of: « viaduct » for a bridge."""
    told = title_words(document)
    return frozenset(word for words in read_words("scenes")["same_things"] if not told.isdisjoint(words) for word in words)


@once
def scene_of(document: Document) -> frozenset[str]:
    """The words of the scenes that the title tells of."""
    told = title_words(document)
    scenes = (frozenset(words) for words in read_words("scenes")["scenes"])
    return frozenset(word for words in scenes if any(is_said(w, told) for w in words) for word in words)


def is_said(word: str, told: frozenset[str]) -> bool:
    """Whether a word is among those told, or one that goes on with a short end."""
    return word in told or (len(word) >= SHORTEST and any(t.startswith(word) and len(t) - len(word) <= LONGEST_END for t in told))


@once
def names_place(reading: Reading) -> bool:
    """Whether the title names a place, or the people of one, so that « the city » or « the country » is known."""
    title = heading(reading.document)
    nouns = word_set("nouns", "places") | word_set("nouns", "countries")
    placed = any(e.kind in PLACES and is_named(n, title) for e in reading.entities for n in (e.name, *e.aliases))
    return placed or not nouns.isdisjoint(title_words(reading.document)) or any(is_demonym(w) for w in title.split())


def heading(document: Document) -> str:
    """The title, or what opens a text without one: a context line will tell of that."""
    return document.article.title.strip() or document.text(document.sentences[0].span)


def is_named(name: str, title: str) -> bool:
    """Whether a title has a name, as a whole."""
    return re.search(rf"\b{re.escape(plain(name))}\b", plain(title)) is not None


@once
def names_town(reading: Reading) -> bool:
    """Whether the title names a place that « the city » may be, or tells of a town: any name of a place or thing but a country's."""
    title = heading(reading.document)
    kinds = ("city", "region", "other")
    placed = (e for e in reading.entities if e.kind in kinds and not does_something(reading.document, e))
    return any(is_named(n, title) for e in placed for n in (e.name, *e.aliases)) or not title_words(reading.document).isdisjoint(TOWNS)


@once
def names_body(reading: Reading) -> bool:
    """Whether the title tells of a body, so that « the party’s leader » is known to be its leader."""
    document = reading.document
    bodies = (e for e in reading.entities if e.kind == "organisation" or (e.kind == "other" and does_something(document, e)))
    told = any(is_named(n, heading(document)) for e in bodies for n in (e.name, *e.aliases))
    return told or not (word_set("nouns", "bodies") | word_set("nouns", "organisations")).isdisjoint(title_words(document))


def does_something(document: Document, entity: Entity) -> bool:
    """Whether a name is the subject of a verb somewhere, as that of a body is: « Zamboro », where a ship sank, is no company."""
    return any(document.tokens[i].dep in ("nsubj", "nsubj:pass") for i in entity.mentions)
