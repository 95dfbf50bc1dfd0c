"""Where findings came out: « the results were published in the journal Alpine Botany », « a study published in Taiga found … »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.verbs import find_subject, read_verb
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.langs.en.phrase.wording import possessive, say_list, say_tokens
from quizgen.langs.en.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "publication"
CONFIDENCE = 0.9
LONGEST = 8  # words that tell what came out
ORGANS = ("journal", "magazine", "review", "newspaper", "weekly", "daily", "bulletin")
BODIES = ("organisation", "other")  # kinds that the recogniser takes a journal for


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What `sentence` tells as published, with the journal."""
    document = reading.document
    for verb in document.words(sentence):
        if verb.lemma == "publish" and verb.pos == "VERB" and verb.has("VerbForm=Part") and not verb.has("Aspect=Prog"):
            organ = find_organ(reading, verb)
            if organ is not None:
                yield attempt(NAME, read_publication, reading, verb, organ)


def find_organ(reading: Reading, verb: Token) -> Token | None:
    """The journal behind « published in »: « the journal N », or a name that is no place and no time; None without one."""
    document = reading.document
    found = (document.child(t, "pobj") for t in document.children(verb, "prep") if t.text.lower() == "in" and t.i > verb.i)
    return next((t for t in found if t is not None and is_organ(reading, t)), None)


def is_organ(reading: Reading, token: Token) -> bool:
    """Whether a noun is a journal by its class, with a name beside it, or by its name."""
    document = reading.document
    if class_of(document, token):
        return True
    entity = reading.entity(token)
    return token.name != "" and entity is not None and entity.kind in BODIES


def class_of(document: Document, organ: Token) -> str:
    """« journal » of « the journal N »; empty for a name alone."""
    beside = [organ, *(t for t in document.children(organ, "compound", "appos", "nmod"))]
    noun = next((t.lemma for t in beside if t.lemma in ORGANS and t.text.islower()), "")
    return noun if any(t.text[:1].isupper() for t in beside) else ""


def read_publication(reading: Reading, verb: Token, organ: Token) -> Fact:
    """« W was published in J ». Raises Refused unless W are somebody's findings."""
    document = reading.document
    below = verb.dep == "acl" and document.head(verb).i < verb.i
    work = outermost(document, document.head(verb)) if below else find_subject(document, verb)
    if work is None or work.lemma not in word_set("nouns", "findings"):
        raise Refused("no findings are told as published")
    group = Verb(lemma="publish", finite="were" if work.has("Number=Plur") else "was", rest="published", passive=True)
    if not below:
        group = read_verb(document, verb)
    if group.negation or not group.passive or group.finite not in ("was", "were", "has", "have"):
        raise Refused("it is not told as done")
    subject = read_work(reading, work, verb)
    where = replace(read_phrase(reading, organ, "place"), marker="in", count="", counted="")
    if any(t.text == "The" for t in document.children(organ, "det")):
        where = replace(where, text=f"The {where.text[4:]}")  # a part of the name
    clause = Clause(verb=group, subject=replace(subject, number="p" if work.has("Number=Plur") else "s"), complements=(where,))
    return build_fact(reading, verb, clause, type="announcement", rule=NAME, predicate="publish", confidence=CONFIDENCE)


def outermost(document: Document, noun: Token) -> Token:
    """The findings that a noun belongs to: « results » of « the results of a trial published in … »; else the noun itself."""
    mark = document.head(noun)
    above = document.head(mark)
    return above if noun.dep == "pobj" and mark.text.lower() in ("of", "from") and above.lemma in word_set("nouns", "findings") else noun


def read_work(reading: Reading, work: Token, verb: Token) -> Phrase:
    """« the first results of the survey », « Anna Lund’s results »: what came out, as a thing that is known by now.

    Raises Refused for « the paper », of which the question would not tell on what it is.
    """
    words = [t for t in kept_tokens(reading.document, work) if t.i < verb.i]
    lead = words[0] if words and words[0].dep in ("det", "poss") and words[0].pos in ("DET", "PRON") else None
    words = words[1:] if lead is not None else words
    owners = reading.links.get(lead.i, ()) if lead is not None and lead.dep == "poss" else ()
    text = say_tokens(reading, words) if words else ""
    if not text or len(text.split()) > LONGEST or any(t.pos == "PRON" for t in words):
        raise Refused("what came out is told at too great length, or by a pronoun")
    if not owners and len(words) == 1 and work.lemma not in title_words(reading.document):
        raise Refused("whose findings they are, or on what, is not told")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    whole = f"{possessive(say_list(owners))} {text}" if owners else f"the {text}"
    return Phrase(role="told_subject", text=whole, span=span, kind="thing", head=work.lemma, topical=True)
