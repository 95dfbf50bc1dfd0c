"""What « que » and « où » take up from the clause above: « le document que X a signé », « à Gao, où X s’est rendu »."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.clause.verbs import antecedent, is_called
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.phrases import PLACES, read_phrase
from quizgen.langs.fr.phrase.wording import say_place
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Token

WHERE = {"à": "à", "en": "en", "dans": "dans", "de": "à", "sur": "sur", "vers": "à", "jusqu’à": "à"}  # how a thing is there, after how one got there


def outer_object(reading: Reading, relative: Token, head: Token) -> Phrase:
    """The noun that « que » takes up: « le document que Moscou a envoyé ». Raises Refused if it does not stand right before it."""
    noun = antecedent(reading.document, relative, head)
    if noun is None:
        raise Refused("a relative clause whose object is outside")
    chosen = reading.document.head(head)
    if is_called(reading.document, noun):
        noun = chosen = reading.document.head(noun)  # « celui du plan X, que … »
    if noun.name and chosen.pos == "NOUN" and noun.head == chosen.i and not reading.document.child(noun, "case"):
        noun = chosen  # « l’association X, que … »
    elif noun is not chosen and chosen.pos == "NOUN" and is_under(reading.document, noun, chosen) and agrees(head, chosen):
        noun = chosen  # « l’association des pêcheurs de X, que … »
    phrase = read_phrase(reading, noun, "object")
    if phrase.kind == "time" or len(phrase.entities) > 1 or not (phrase.entities or re.match(r"(le|la|les|un|une|des|l’)\b", phrase.text)):
        raise Refused("a relative clause whose object is outside")
    return as_one_of_many(reading.document, replace(phrase, marker="", role="object"), noun, relative)


def as_one_of_many(document: Document, phrase: Phrase, noun: Token, relative: Token) -> Phrase:
    """« la motion de censure que X a déposée »: « une motion », which only the relative clause makes a known one; not what bears or owns a name."""
    before = document.before(relative)
    bound = before is not None and before.text != "," and not phrase.entities and not phrase.named and phrase.number == "s"
    own = any(t.pos == "DET" and t.head != noun.i for t in document.tokens_in(phrase.span))
    lead = re.match(r"(?:la |le |l’)", phrase.text)
    earlier = any(i < document.sentence_of(noun).first for i in document.by_lemma.get(noun.lemma, ()))
    if not bound or own or lead is None or earlier or phrase.gender not in ("m", "f"):
        return phrase
    return replace(phrase, text=f"{'une' if phrase.gender == 'f' else 'un'} {phrase.text[lead.end() :]}")


def is_under(document: Document, name: Token, noun: Token) -> bool:
    """Whether a name stands under `noun` with a preposition: it tells which one is meant, and is not what is spoken of."""
    return name.name != "" and document.child(name, "case") is not None and noun in document.ancestors(name)


def agrees(verb: Token, noun: Token) -> bool:
    """Whether a participle shows nothing against `noun` as the object before it."""
    return not verb.has("VerbForm=Part") or all(verb.has(sign) == noun.has(sign) for sign in ("Gender=Fem", "Number=Plur"))


def outer_place(reading: Reading, relative: Token, head: Token) -> Phrase:
    """The place that « où » takes up: « à Gao, où X s’est rendu ». Raises Refused if it is no place, or does not stand before it."""
    document = reading.document
    noun = antecedent(document, relative, head)
    marker = read_marker(document, noun)[0] if noun is not None else ""
    if noun is None or marker not in WHERE:
        raise Refused("a relative clause whose object is outside")
    phrase = read_phrase(reading, noun, "place", subject=True)
    spot = phrase.kind in PLACES or phrase.head in word_set("nouns", "spots")
    if not spot or not (phrase.entities or phrase.named) or phrase.kind == "time":
        raise Refused("a relative clause whose object is outside")
    if WHERE[marker] == marker or phrase.kind == "city":
        return replace(phrase, marker=WHERE[marker], role="place")
    if phrase.kind != "country" or len(phrase.entities) != 1:
        raise Refused("a relative clause whose object is outside")
    marker, name = say_place("dans", phrase.entities[0])
    return replace(phrase, marker=marker, text=name, role="place")  # « vers la Norvège, où … »: « en Norvège »
