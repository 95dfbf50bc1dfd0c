"""What somebody or something is known for, or under what name: « X est connu pour N », « X, célèbre pour avoir fait N »,
« connus sous le nom de N »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import REFLEXIVE, find_subject
from quizgen.langs.fr.forms.morphology import agree
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.things import told_thing
from quizgen.langs.fr.phrase.wording import say_entity, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "renown"
CONFIDENCE = 0.9
WORDS = ("connu", "célèbre", "réputé")  # in the masculine singular
STOPS = (",", ";", ":", ".", "!", "?", "(", ")", "«", "»", "—", "–")
OPENING = ("qui", "que", "qu’", "dont", "où", "mais", "selon", "lorsque", "quand", "alors")
LONGEST, SHORTEST = 14, 2  # words of an answer
WEAKENING = ("peu", "moins", "mal", "pas", "plus", "surtout", "également", "aussi", "jamais")
COPULAS = ("est", "était", "fut", "sont", "étaient", "furent")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What `sentence` tells of how its persons and things are known."""
    document = reading.document
    for token in document.words(sentence):
        after = document.after(token)
        if token.pos in ("ADJ", "VERB") and (known := stem_of(token)) and after is not None and token.i not in document.quotations:
            if after.text.lower() == "pour":
                yield attempt(NAME, read_renown, reading, token, known, after)
            elif document.article.text[after.span.start :].lower().startswith("sous le nom de "):
                yield attempt(NAME, read_alias, reading, token, known, after)


def stem_of(token: Token) -> str:
    """« connu » for « connues »; empty for another word."""
    return next((word for word in WORDS if re.fullmatch(f"{word}e?s?", token.text.lower())), "")


def read_renown(reading: Reading, token: Token, known: str, lead: Token) -> Fact:
    """« X est connu pour N ». Raises Refused unless X has a name and N can be told alone."""
    subject, verb = read_known(reading, token, known, named=True)
    words = run_from(reading.document, lead)
    if any(t.text.lower() == "pour" for t in words[3:]):
        raise Refused("it is known for more than one thing")  # « … et pour avoir tenté … »
    if not SHORTEST < len(words) <= LONGEST + 1 or any(t.pos == "PRON" and t.text.lower() not in REFLEXIVE for t in words):
        raise Refused("what it is known for cannot be told alone")
    if any(t.text.lower() in word_set("grammar", "demonstratives") for t in words):
        raise Refused("what it is known for is told elsewhere")
    span = Span(start=words[1].span.start, end=words[-1].span.end)
    reason = Phrase(role="cause", text=say_tokens(reading, words[1:]), span=span, marker="pour", kind="cause", head="renom")
    clause = Clause(verb=verb, subject=subject, complements=(reason,))
    return build_fact(reading, token, clause, type="action", rule=NAME, predicate="renom", confidence=CONFIDENCE)


def read_alias(reading: Reading, token: Token, known: str, lead: Token) -> Fact:
    """« X est connu sous le nom de N ». Raises Refused unless one knows which thing is meant, and a name follows."""
    document = reading.document
    subject, verb = read_known(reading, token, known, named=False)
    words = run_from(document, document.tokens[lead.i + 4])
    after = document.after(words[-1]) if words else None
    closed = after is not None and after.text in STOPS  # « connu sous le nom de pacte de Gand, »
    if not 1 <= len(words) <= SHORTEST + 2 or any(t.pos in ("VERB", "AUX", "CCONJ") or (t.pos == "ADP" and not closed) for t in words):
        raise Refused("no plain name follows")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    name = Phrase(role="alias", text=document.text(span), span=span, marker="sous", kind="other", head="nom", named=True)
    return build_fact(
        reading, token, Clause(verb=verb, subject=subject, complements=(name,)), type="action", rule=NAME, predicate="alias",
        confidence=CONFIDENCE,
    )  # fmt: skip


def read_known(reading: Reading, token: Token, known: str, *, named: bool) -> tuple[Phrase, Verb]:
    """Who or what is known, and « est connu » in its form. Raises Refused unless it is somebody or something that one can find again."""
    document = reading.document
    before = document.before(token)
    if any(t.text.lower() in WEAKENING for t in (*document.children(token, "advmod"), *((before,) if before else ()))):
        raise Refused("it is known for something else more")
    copula = document.child(token, "cop", "aux:pass")
    if copula is not None and copula.text.lower() in COPULAS:
        noun = find_subject(document, token)
        phrase = read_phrase(reading, noun, "told_term", subject=True) if noun is not None else None
        finite = copula.text.lower()
    else:
        noun = document.head(token) if token.dep in ("acl", "amod") and token.head < token.i else None
        phrase = told_thing(reading, noun, token.i, "told_term") if noun is not None and copula is None else None
        finite = "sont" if phrase is not None and phrase.number == "p" else "est"
    if phrase is None or not (phrase.entities or (is_definite(phrase) and (phrase.named or not named))):
        raise Refused("it is not told who or what is known")
    role = "subject" if named and phrase.kind == "person" and len(phrase.entities) == 1 else "told_term"
    phrase = replace(phrase, marker="", role=role, text=say_entity(phrase.entities[0]) if len(phrase.entities) == 1 else phrase.text)
    verb = Verb(
        lemma="connaître",
        finite=finite,
        rest=agree(known, phrase.gender or "m", phrase.number),
        number=phrase.number,
        with_be=not known.endswith("e"),
        passive=True,
    )
    return phrase, verb


def run_from(document: Document, start: Token) -> list[Token]:
    """The words from `start` up to the first mark, or word that opens another clause."""
    words: list[Token] = []
    for token in document.tokens[start.i : document.sentence_of(start).last]:
        if token.text in STOPS or (token.i > start.i and token.text.lower() in OPENING):
            break
        words.append(token)
    return words
