"""How large, long, high or dear a named thing is: « the lake has an area of 8 km² », « with a length of 500 m, the bridge … »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.verbs import find_subject
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.phrases import is_definite, read_phrase
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Reading, Sentence, Token, Verb

NAME = "dimension"
OWNING = ("have", "possess", "reach", "measure", "boast", "get")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The dimensions that `sentence` gives."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.lemma not in word_set("nouns", "dimensions") or noun.pos != "NOUN":
            continue
        of = next((t for t in document.children(noun, "prep") if t.text.lower() == "of"), None)
        amount = document.child(of, "pobj") if of is not None else None
        if amount is not None and (document.child(amount, "nummod") is not None or amount.pos == "NUM"):
            yield attempt(NAME, read_dimension, reading, noun, amount)


def read_dimension(reading: Reading, noun: Token, amount: Token) -> Fact:
    """« the area of X is N ». Raises Refused if it is not known whose dimension it is."""
    document = reading.document
    owner = replace(read_phrase(reading, find_owner(reading, noun), "subject"), marker="")
    if not (owner.entities or is_definite(owner)):
        raise Refused(f"“{owner.text}” is not named")
    words = [t for t in kept_tokens(document, noun) if t.i <= noun.i and t.pos in ("NOUN", "ADJ", "PROPN")]
    said = say_tokens(reading, words)
    said = said.removesuffix(noun.text) + noun.lemma if noun.has("Number=Plur") else said  # « depths of 250 to 900 metres »
    measure = replace(read_phrase(reading, amount, "dimension"), role="dimension", marker="", kind="measure", count="", counted="")
    measure = replace(measure, text=measure.text.rstrip("."))
    subject = replace(
        owner,
        role="told_owner",
        text=f"the {said} of {owner.text}",
        kind="thing",
        entities=(),
        number="s",
        gender="",
        count="",
        counted="",
    )
    clause = Clause(verb=Verb(lemma="be", finite="is"), subject=subject, complements=(measure,))
    return build_fact(reading, noun, clause, type="quantity", rule=NAME, predicate=noun.lemma)


def find_owner(reading: Reading, noun: Token) -> Token:
    """The thing that has the dimension: the subject of « has », or of the verb that « with » stands beside. Raises Refused if there is none."""
    document = reading.document
    joined = noun
    while joined.dep == "conj":
        joined = document.head(joined)
    above = document.head(joined)
    if joined.dep == "pobj" and above.text.lower() == "with":
        above = document.head(above)
        if above.pos in ("NOUN", "PROPN") and above.i < noun.i:
            return above
    elif joined.dep == "pobj" and above.text.lower() == "at" and document.head(above).lemma in word_set("verbs", "lying"):
        above = document.head(above)
    elif joined.dep != "obj" or above.lemma not in OWNING:
        raise Refused("it is not said whose it is")
    subject = find_subject(document, above) if above.pos in ("VERB", "AUX") else None
    if subject is None or document.children(above, "neg"):
        raise Refused("it is not said whose it is")
    return subject
