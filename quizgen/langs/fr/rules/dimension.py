"""How large, long, high, old or dear a named thing is: « l'île a une superficie de 8 km² », « un pont d'une longueur de 500 m »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.forms.morphology import join_preposition, starts_with_vowel
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import is_met_again, is_topic
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "dimension"
OWNING = ("avoir", "posséder", "présenter", "atteindre", "afficher")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The dimensions that `sentence` gives."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.lemma not in word_set("nouns", "dimensions") or noun.pos != "NOUN":
            continue
        amount = next((t for t in document.children(noun, "nmod", "obl") if t.i > noun.i and read_marker(document, t)[0] == "de"), None)
        if amount is None or (document.child(amount, "nummod") is None and not re.fullmatch(r"\d+(,\d+)?", amount.text)):
            continue  # « une magnitude de 6,1 » has no unit
        yield attempt(NAME, read_dimension, reading, noun, amount)


def read_dimension(reading: Reading, noun: Token, amount: Token) -> Fact:
    """« la superficie de X est de N ». Raises Refused if it is not known whose dimension it is."""
    document = reading.document
    owner = read_phrase(reading, find_owner(reading, noun), "subject", subject=True)
    eventful = is_definite(owner) and owner.head in word_set("nouns", "situational")  # « le séisme »: the context line tells which one
    if not (owner.entities or owner.named or eventful or is_topic(reading, owner) or is_met_again(reading, owner)):
        raise Refused(f"« {owner.text} » is not named")
    words = [t for t in kept_tokens(document, noun) if t.i < amount.i and t.pos in ("NOUN", "ADJ")]
    name = say_tokens(reading, words)
    article = "l’" if starts_with_vowel(name) else "la " if noun.has("Gender=Fem") else "le "
    value = kept_tokens(document, amount)
    span = Span(start=value[0].span.start, end=value[-1].span.end)
    text = approximation(document, value[0]) + document.text(span)
    subject = replace(
        owner, role="told_owner", marker="", text=f"{article}{name} {join_preposition('de', owner.text)}", kind="thing", entities=(),
        gender="f" if noun.has("Gender=Fem") else "m", number="s",
    )  # fmt: skip
    measure = Phrase(role="dimension", text=text, span=span, kind="measure", head=amount.lemma)
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=subject, complements=(measure,))
    return build_fact(reading, noun, clause, type="quantity", rule=NAME, predicate=noun.lemma)


def find_owner(reading: Reading, noun: Token) -> Token:
    """The thing that has the dimension: the subject of « avoir », or the noun before « d'une ». Raises Refused if there is none."""
    document = reading.document
    above = document.head(noun)
    marker, _ = read_marker(document, noun)
    if marker == "de" and above.pos in ("NOUN", "PROPN") and above.i < noun.i:
        return above
    verb = next((t for t in document.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    subject = find_subject(document, verb) if verb is not None else None
    if verb is None or subject is None or verb.lemma not in OWNING or marker not in ("", "pour", "sur") or document.child(verb, "advmod"):
        raise Refused("it is not said whose it is")
    return subject
