"""How many a body counts: « un gouvernement de 38 membres », « une délégation de douze ministres »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import article_for, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Reading, Sentence, Span, Token, Verb

NAME = "collective"
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The bodies of `sentence` that are told with the number of their members."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.pos != "NOUN" or noun.lemma not in word_set("nouns", "bodies"):
            continue
        members = next((t for t in document.children(noun, "nmod") if t.i > noun.i and document.child(t, "nummod")), None)
        if members is not None and read_marker(document, members)[0] == "de":
            yield attempt(NAME, read_collective, reading, noun, members)


def read_collective(reading: Reading, noun: Token, members: Token) -> Fact:
    """« N compte n M ». Raises Refused if it is not known which body it is, or what is counted are no people."""
    document = reading.document
    counted = replace(read_phrase(reading, members, "object"), marker="")
    if not counted.count or not counted.counted or not (is_function(members.lemma) or members.lemma in word_set("nouns", "members")):
        raise Refused("what is counted are no members")
    start = min(t.i for t in document.children(members, "case"))
    words = [t for t in kept_tokens(document, noun, reading) if t.i < start and t.dep != "det"]
    said = say_tokens(reading, words)
    if len(said.split()) < 2:
        raise Refused(f"« {said} » could be any")
    body = replace(
        read_phrase(reading, noun, "subject"), text=f"{article_for(noun, said)}{said}", marker="", count="", counted="", role="told_body",
        span=Span(start=words[0].span.start, end=words[-1].span.end),
    )  # fmt: skip
    many = body.number == "p"
    clause = Clause(verb=Verb(lemma="compter", finite="comptent" if many else "compte", number=body.number), subject=body, complements=(counted,))
    return build_fact(reading, noun, clause, type="quantity", rule=NAME, predicate="compter", confidence=CONFIDENCE)
