"""Where a thing was found, or is kept, told in passing with a participle: « un vase conservé au musée X », « des traces découvertes en Y ».

The participle becomes a clause of its own, in which nothing but the place is asked: « le vase est conservé au musée X ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import agree, bare_participle
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.reference.mentions import title_words
from quizgen.langs.fr.rules.participle import may_be_of_another, read_participle
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "spot"
FOUND = ("découvrir", "déterrer", "exhumer", "fabriquer", "fouiller", "pêcher", "prélever", "repérer", "retrouver", "tourner", "trouver")
KEPT = ("conserver", "enterrer", "exposer", "inhumer", "préserver")
HERE = ("à", "au", "aux", "dans", "en", "sur")
SPECIFIC = 3  # words, with the article, from which a thing is known: « le vase antique »
PLACES = ("country", "city", "region", "sea")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The places in `sentence` of things found or kept."""
    document = reading.document
    for token in document.words(sentence):
        noun = document.head(token)
        if token.dep != "acl" or token.lemma not in FOUND + KEPT or not token.has("VerbForm=Part", "Tense=Past") or token.i in document.quotations:
            continue
        if noun.pos != "NOUN" or noun.i > token.i or isinstance(attempt(NAME, read_participle, reading, token, noun), Fact):
            continue  # a thing that is known by itself has a rule of its own
        if may_be_of_another(document, noun, token):
            yield Refusal(rule=NAME, reason="the participle may belong to the noun before", span=token.span)
            continue
        yield attempt(NAME, read_spot, reading, token, noun)


def read_spot(reading: Reading, token: Token, noun: Token) -> Fact:
    """« T a été trouvé à L ». Raises Refused unless it is told which thing is meant, and L is named."""
    document = reading.document
    if document.children(token, "nsubj", "aux", "cop", "advmod", "conj") or document.children(noun, "nummod"):
        raise Refused("more than a plain participle")
    thing = told_thing(reading, noun, token.i, "told_subject")
    number, gender = ("p" if token.has("Number=Plur") else "s"), ("f" if token.has("Gender=Fem") else "m")
    if number != thing.number or gender != (thing.gender or gender) or thing.kind in ("person", "people", "country", "organisation"):
        raise Refused("the participle agrees with another noun")
    told = plain(noun.lemma) in title_words(document)
    if not told and (number == "p" or len(thing.text.replace("’", "’ ").split()) < SPECIFIC):
        raise Refused("it may be any")
    place = find_place(reading, token)
    bare = bare_participle(token.text.lower(), gender, number)
    done, many, kept = agree(bare, thing.gender or gender, thing.number), number == "p", token.lemma in KEPT
    finite, rest = ("sont" if many else "est", done) if kept else ("ont" if many else "a", f"été {done}")
    verb = Verb(lemma=token.lemma, finite=finite, rest=rest, number=number, passive=True, with_be=True)
    clause = Clause(verb=verb, subject=replace(thing, role="told_subject"), complements=(place,))
    return build_fact(reading, token, clause, type="location", rule=NAME, confidence=sureness_of(thing))


def find_place(reading: Reading, token: Token) -> Phrase:
    """The one named place under a participle. Raises Refused if there is none."""
    document = reading.document
    below = [t for t in document.children(token, "obl", "obl:mod", "obl:arg") if t.i > token.i]
    spots = [t for t in below if any(c.text.lower() in HERE for c in document.children(t, "case"))]
    for spot in spots:
        phrase = read_phrase(reading, spot, "place")
        named = phrase.named or phrase.entities
        if named and (phrase.kind in PLACES or phrase.head in word_set("nouns", "spots") | word_set("nouns", "houses")):
            inside = phrase.marker == "à" and phrase.head in word_set("nouns", "houses")  # « dans quel musée »
            return replace(phrase, role="place", core=True, marker="dans" if inside else phrase.marker)
    raise Refused("no named place is told")
