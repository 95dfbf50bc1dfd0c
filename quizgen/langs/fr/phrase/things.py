"""The thing that an aside or a participle speaks of: a noun or name -> the phrase in which it is asked, or the reason for none."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import article_for, say_entity, say_tokens
from quizgen.langs.fr.reference.mentions import is_established
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Span, Token

LONGEST = 9  # words of a thing that a question names
SURE, LIKELY = 0.9, 0.75  # confidence in a thing that is named, and in one that only the event of the context line tells from others
POINTING = ("demonstratives", "possessives", "pointing")

SOMEBODY_AGED = re.compile(r"\b(?:[Ll]e |[Ll]a |[Ll]’)[A-ZÀ-Ý][a-zà-ÿ-]+ de (?:\d+|_+) ans\b")  # « le Breton de 27 ans »
# « l’amendement de suppression », of which it is not told of what
DEED_ALONE = re.compile(
    r"\b(?:amendement|décision|mesure|projet|proposition) (?:de |d’)(?:abrogation|annulation|création|modification|suppression)(?! d[e’u])\b"
)


def told_thing(reading: Reading, noun: Token, stop: int, role: str) -> Phrase:
    """The thing of `noun`, with the definite article and without what begins at token `stop`.

    Raises Refused if nothing tells it from others: no name, no second word, and no earlier mention.
    """
    document = reading.document
    phrase = replace(read_phrase(reading, noun, role, subject=True), marker="")
    if noun.name or phrase.entities or phrase.taken_up:
        if len(phrase.entities) == 1 and phrase.text == phrase.entities[0].name:
            return check_single(replace(phrase, text=say_entity(phrase.entities[0])))
        cut = document.tokens[stop].text if stop < document.sentence_of(noun).last else ""
        return check_single(replace(phrase, text=phrase.text.partition(f" {cut}")[0].rstrip(" ,") if cut.isalpha() else phrase.text))
    words = [t for t in kept_tokens(document, noun, reading) if t.i < stop and not (t.dep == "det" and t.head == noun.i)]
    while words and (words[-1].pos in ("PUNCT", "ADP", "CCONJ", "DET", "ADV") or words[-1].text == "«"):
        words = words[:-1]
    if not words or noun not in words or any(t.text.lower() in word_set("grammar", key) for t in words for key in POINTING):
        raise Refused("what it is told of stands elsewhere")
    if any(t.lemma in ("premier", "dernier", "deuxième", "second", "autre") for t in words) and not any(t.name for t in words):
        raise Refused("the first of what is not said")
    if len(words) > LONGEST or any(t.pos == "PRON" for t in words) or document.child(noun, "nummod") is not None:
        raise Refused("what it is told of is too long, or counted")
    known = len(words) > 1 or is_established(document, noun) or plain(noun.lemma) in plain(document.article.title)
    known = known or noun.lemma in word_set("nouns", "situational")
    if not known or noun.lemma in word_set("nouns", "vague"):
        raise Refused(f"« {noun.text} » could be any")
    text = say_tokens(reading, words)
    named = any(t.name for t in words)
    return check_single(
        replace(
            phrase,
            text=f"{article_for(noun, text)}{text}",
            named=named,
            count="",
            counted="",
            span=Span(start=words[0].span.start, end=words[-1].span.end),
        )
    )


def check_single(phrase: Phrase) -> Phrase:
    """`phrase`, if one thing is meant. Raises Refused for several."""
    if len(phrase.entities) > 1 or " et " in phrase.text or phrase.count:
        raise Refused("several things at once")
    return phrase


def sureness_of(phrase: Phrase) -> float:
    """Confidence in a fact about `phrase`."""
    return SURE if phrase.entities or phrase.named else LIKELY


def run_after(document: Document, token: Token, stops: tuple[str, ...]) -> list[Token]:
    """The words after `token` up to the first of `stops`, or the end of its sentence."""
    words: list[Token] = []
    following = document.after(token)
    while following is not None and following.text.lower() not in stops:
        words.append(following)
        following = document.after(following)
    return words
