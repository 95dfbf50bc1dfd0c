"""What was done to a named thing, told in passing: « les accords de Lisbonne, signés le 18 mars 1962 », « le navire commandé par X ».

The participle becomes a clause of its own: « les accords de Lisbonne ont été signés le 18 mars 1962 ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clauses import is_whole, read_complements
from quizgen.langs.fr.facts import attempt, build_fact
from quizgen.langs.fr.lexicon import verb_type, word_set
from quizgen.langs.fr.morphology import agree, bare_participle
from quizgen.langs.fr.phrases import Refused, is_definite, read_phrase
from quizgen.langs.fr.rules.clause import is_topic
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "participle"
CONFIDENCE = 0.85  # it is not said when, nor whether it is so still


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts of the past participles that stand beside a noun in `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if token.dep != "acl" or not token.has("VerbForm=Part", "Tense=Past") or token.i < token.head or token.i in document.quotations:
            continue
        yield attempt(NAME, read_participle, reading, token)


def read_participle(reading: Reading, token: Token) -> Fact:
    """« T, signé le D par A » as a passive clause. Raises Refused without a known thing, and without a date, a place or an agent."""
    document = reading.document
    noun = document.head(token)
    if document.children(token, "nsubj", "aux", "cop", "advmod", "ccomp", "xcomp"):
        raise Refused("more than a plain participle")
    subject = read_phrase(reading, noun, "subject", subject=True)
    if not (subject.entities or subject.named or is_topic(reading, subject)) or not is_definite(subject):
        raise Refused(f"« {subject.text} » is not known")
    number, gender = ("p" if token.has("Number=Plur") else "s"), ("f" if token.has("Gender=Fem") else "m")
    if number != subject.number or gender != (subject.gender or gender):
        raise Refused("the participle agrees with another noun")
    if document.text(token.span) in subject.text.split():
        raise Refused("the participle is part of the name")
    bare = bare_participle(token.text.lower(), gender, number)
    if token.lemma in word_set("verbs", "auxiliaries", "be"):
        raise Refused("a participle of a verb with être")
    parts = tuple(p for p in read_complements(reading, token, None) if isinstance(p, Phrase))
    if not any(p.role in ("time", "place") or p.entities for p in parts) or not is_whole(reading, token, parts):
        raise Refused("neither date, place nor agent")
    many = subject.number == "p"
    verb = Verb(
        lemma=token.lemma, finite="ont" if many else "a", rest=f"été {agree(bare, subject.gender or 'm', subject.number)}",
        number=subject.number, passive=True, with_be=True,
    )  # fmt: skip
    clause = Clause(verb=verb, subject=replace(subject, marker=""), complements=parts)
    kind = verb_type(token.lemma)
    return build_fact(reading, token, clause, type="action" if kind == "meeting" else kind, rule=NAME, confidence=CONFIDENCE)
