"""How high, long or deep a thing is, told by an adjective: « la tour X, haute de 158 mètres », « mesure 12 mètres de long ».

Asked by the noun: « Quelle est la hauteur de la tour X ? ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_negation
from quizgen.langs.fr.clause.wholeness import is_compared
from quizgen.langs.fr.forms.morphology import join_preposition, starts_with_vowel
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.figures import read_figure
from quizgen.langs.fr.phrase.measures import approximation, is_unit
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.reference.mentions import PRONOUNS
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "size"
MEASURING = ("mesurer", "faire")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The sizes that the adjectives of `sentence` give."""
    document = reading.document
    sizes = read_words("nouns")["sizes"]
    for word in document.words(sentence):
        if word.lemma.lower() not in sizes or word.i in document.quotations:
            continue
        amount = find_amount(document, word)
        if amount is not None:
            yield attempt(NAME, read_size, reading, word, amount)


def find_amount(document: Document, word: Token) -> Token | None:
    """The « mètres » of « haute de 158 mètres », or of « 158 mètres de haut »; None if `word` has no figure."""
    above = document.head(word)
    beside = [t for t in document.children(word, "obl", "nmod") if t.i > word.i and read_marker(document, t)[0] == "de"]
    of = document.before(word)
    if of is not None and of.text.lower() == "de" and above.i < word.i:
        beside.append(above)
    return next((t for t in beside if document.child(t, "nummod") is not None and (is_unit(t) or t.lemma in word_set("nouns", "lengths"))), None)


def read_size(reading: Reading, word: Token, amount: Token) -> Fact:
    """« la hauteur de T est de N ». Raises Refused if T is not known, or the figure is one of a comparison."""
    document = reading.document
    if is_compared(document, word):
        raise Refused("by how much it differs from another")
    noun, attribution = find_thing(reading, word, amount)
    if noun.i < word.i and word.has("Gender=Fem") and noun.has("Gender=Masc"):
        raise Refused("the adjective agrees with another noun")  # « l’étape du Tour, longue de 200 km »
    entity = reading.entity(noun)
    if noun.i < word.i and entity is not None and entity.gender and entity.gender != ("f" if word.has("Gender=Fem") else "m") and word.pos == "ADJ":
        raise Refused("the adjective agrees with another noun")
    thing = told_thing(reading, noun, min(word.i, amount.i) if noun.i < amount.i else document.sentence_of(noun).last, "told_owner")
    if thing.kind in ("person", "people"):
        raise Refused("the size of somebody")
    dimension = read_words("nouns")["sizes"][word.lemma.lower()]  # « Long », which opens a sentence, is often read as a name
    feminine = dimension in word_set("nouns", "feminine_sizes")
    article = "l’" if starts_with_vowel(dimension) else "la " if feminine else "le "
    measure = read_value(document, amount)
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=thing, complements=(measure,))
    told = thing.head if noun.pos == "PRON" else noun.lemma
    fact = build_fact(
        reading, amount, clause, type="quantity", rule=NAME, predicate=f"{dimension} {told}", attribution=attribution,
        confidence=sureness_of(thing),
    )  # fmt: skip
    owner = replace(
        thing,
        text=f"{article}{dimension} {join_preposition('de', thing.text)}",
        kind="thing",
        entities=(),
        gender="f" if feminine else "m",
        number="s",
    )
    return replace(fact, clause=replace(clause, subject=owner))  # the dimension is no word of the article


def read_value(document: Document, amount: Token) -> Phrase:
    """« près de 158 mètres ». Raises Refused for a figure that is part of another."""
    number = document.child(amount, "nummod")
    figure = read_figure(document, number) if number is not None else None
    if number is None or figure is None or figure[0] > number.i or figure[1] > amount.i:
        raise Refused("the figure is part of another")
    span = Span(start=document.tokens[figure[0]].span.start, end=amount.span.end)
    return Phrase(role="dimension", text=approximation(document, number) + document.text(span), span=span, kind="measure", head=amount.lemma)


def find_thing(reading: Reading, word: Token, amount: Token) -> tuple[Token, str]:
    """What is so high or long, and who says so. Raises Refused if it is not told as a fact, or stands elsewhere."""
    document = reading.document
    if amount.i < word.i:
        verb = document.head(amount)
        if verb.lemma not in MEASURING or amount.dep not in ("obj", "obl:arg", "obl:mod"):
            raise Refused("it is not said what measures so much")
    else:
        verb = word if document.child(word, "cop") is not None else document.head(word)
        while verb.pos == "ADJ" and verb is not word and verb.dep == "conj":
            verb = document.head(verb)
    if verb.pos in ("NOUN", "PROPN"):
        return verb, ""
    subject = find_subject(document, verb)
    if subject is None or not is_clause_head(document, verb) or read_negation(document, verb) or not _may_tell(subject):
        raise Refused("whose size it is stands elsewhere")
    return subject, check_standing(reading, verb)


def _may_tell(subject: Token) -> bool:
    """Whether a subject is a noun or a name, or « il » or « elle », which may stand for one."""
    return subject.pos != "PRON" or subject.text.lower() in PRONOUNS
