"""What somebody calls a thing: « X called the decision “a betrayal” », « X described the plan as too dear »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import read_subject
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.verbs import is_clause_head, is_passive, read_verb
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.langs.en.reference.mentions import is_established
from quizgen.langs.en.rules.clause import check_standing, name_speaker
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "opinion"
LONGEST = 10  # words of a judgement
CONFIDENCE = 0.85
MARKS = ('"', "“", "”", ",")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The judgements of `sentence`."""
    document = reading.document
    for verb in document.words(sentence):
        judges = verb.lemma in word_set("verbs", "judging") and is_clause_head(document, verb) and not is_passive(document, verb)
        judgement = find_judgement(document, verb) if judges else None
        if judgement is not None:
            yield attempt(NAME, read_opinion, reading, verb, judgement)


def find_judgement(document: Document, verb: Token) -> Token | None:
    """The head of what the thing is called: an adjective or noun behind it, in quotation marks or not, or what stands after « as »."""
    found = document.child(verb, "oprd") or _judged_clause(document, verb)
    if found is not None:
        return found
    thing = document.child(verb, "obj")
    quoted = [t for t in document.subtree(verb) if thing is not None and t.i > thing.i and t.i in document.quotations]
    if (
        quoted
        and verb.i not in document.quotations
        and document.tokens[quoted[0].i - 2].i >= (thing.i if thing else 0)
        and verb.lemma in word_set("verbs", "naming")
    ):
        return next((t for t in quoted if document.head(t) not in quoted), None)
    mark = find_as(document, verb)
    return document.child(mark, "pobj", "amod", "pcomp") if mark is not None else None


def find_as(document: Document, verb: Token) -> Token | None:
    """The « as » before a judgement, under the verb or under the thing right before it: « described the plan as too dear »."""
    thing = document.child(verb, "obj")
    beside = [t for t in document.children(thing, "prep") if t.i == thing.i + 1] if thing is not None else []
    return next((t for t in (*document.children(verb, "prep"), *beside) if t.text.lower() == "as" and t.i > verb.i), None)


def _judged_clause(document: Document, verb: Token) -> Token | None:
    """The adjective that the parser read as a clause under the verb: « considers the law unfair »."""
    found = document.child(verb, "ccomp")
    return found if found is not None and found.pos == "ADJ" and document.child(found, "nsubj") is not None else None


def read_opinion(reading: Reading, verb: Token, judgement: Token) -> Fact:
    """« S called O Q ». Raises Refused unless S is named, O is known and the judgement is said plainly."""
    document = reading.document
    attribution = check_standing(reading, verb)
    subject = read_subject(reading, verb)
    name_speaker(subject)
    thing = _thing(document, verb, judgement)
    judged = _before(read_phrase(reading, thing, "told_object", subject=subject), document, judgement)
    judged = replace(judged, topical=judged.topical or is_established(document, thing))
    if thing.pos == "PRON" and not judged.entities:
        raise Refused("it is not said what is judged")
    if thing.pos == "PRON" and judged.entities == subject.entities:
        raise Refused("« him » is somebody else")
    words = _said(document, thing, judgement)
    if not words or len(words) > LONGEST or any(t.pos == "PRON" for t in words) or words[0].i <= thing.i:
        raise Refused("the judgement is not said plainly")
    if len(words) == 1 and words[0].pos == "ADJ" and words[0].i not in document.quotations:
        raise Refused("one adjective is a wording, not a judgement to remember")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    text = re.sub(r'["“”]', "", document.text(span)).strip(" ,.")
    group = read_verb(document, verb)
    if group.negation:
        raise Refused("a judgement that is not made")
    quality = Phrase(
        role="quality",
        text=text,
        span=span,
        kind="quality",
        head=judgement.lemma,
        marker="as" if document.head(judgement).text.lower() == "as" else "",
    )
    clause = Clause(verb=group, subject=subject, complements=(judged, quality))
    return build_fact(reading, verb, clause, type="statement", rule=NAME, attribution=attribution, modality="said", confidence=CONFIDENCE)


def _before(judged: Phrase, document: Document, judgement: Token) -> Phrase:
    """The thing without a judgement that the parser read as a part of it."""
    mark = next((t for t in document.tokens_in(judged.span) if t.i < judgement.i and opens_judgement(document, t, judgement)), None)
    if mark is None:
        return judged
    cut = re.search(" as " if mark.text.lower() == "as" else '["“]', judged.text)
    return replace(judged, text=judged.text[: cut.start()].strip() if cut else judged.text, span=Span(start=judged.span.start, end=mark.span.start))


def opens_judgement(document: Document, token: Token, judgement: Token) -> bool:
    """Whether a judgement begins with `token`: a quotation mark, or the « as » above it."""
    return token.text in ('"', "“") or (token.text.lower() == "as" and document.head(judgement) is token)


def _thing(document: Document, verb: Token, judgement: Token) -> Token:
    """What is judged: the object of the verb, or the subject that the parser gave the judgement."""
    thing = document.child(verb, "obj") or document.child(judgement, "nsubj") or right_before(document, judgement)
    above = document.head(verb)
    if thing is not None and thing.text.lower() == "it" and above is not verb and above.lemma in word_set("verbs", "judging"):
        thing = document.child(above, "obj") or thing  # « X called the demand A, while Y called it B »
    if thing is None:
        raise Refused("it is not said what is judged")
    return thing


def right_before(document: Document, judgement: Token) -> Token | None:
    """The noun right before an adjective in quotation marks which the parser read as a measure of it: « called the news “dreadful” »."""
    noun = document.child(judgement, "npadvmod")
    opener = document.after(noun) if noun is not None else None
    fits = opener is not None and opener.text in ('"', "“") and judgement.i in document.quotations and noun is not None
    return noun if fits and noun is not None and noun.i not in document.quotations else None


def _said(document: Document, thing: Token, judgement: Token) -> list[Token]:
    """The words of a judgement: those behind the opening mark, if the thing stands before it."""
    words = [t for t in document.subtree(judgement) if t.text not in MARKS and t.i > thing.i]
    opener = next((t for t in document.tokens[thing.i : judgement.i] if t.text in ('"', "“")), None)
    before = document.before(opener) if opener is not None else None
    inside = before is not None and before.pos in ("NOUN", "PROPN") and judgement.i in document.quotations
    return [t for t in words if opener is None or not inside or t.i > opener.i]
