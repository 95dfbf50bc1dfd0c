"""What was done to a thing, told by a participle: « a daily printed in Gao », « founded in 1790 by X, the firm … »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.complements import read_complements
from quizgen.langs.en.clause.facts import build_fact, has_anchor, with_told_parts
from quizgen.langs.en.clause.lists import is_respective
from quizgen.langs.en.clause.verbs import find_subject, is_particle
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.moments import looks_ahead
from quizgen.langs.en.phrase.phrases import PARTS, is_definite, read_phrase
from quizgen.langs.en.rules.clause import check_standing, take_source
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "participle"
TOLD = ("agent", "time", "place", "complement", "duration", "addressee", "cause")
STATES = (
    "base",
    "locate",
    "situate",
    "concern",
    "involve",
    "interest",
    "use",
    "need",
    "call",
    "know",
    "give",
    "make",
    "relate",
    "associate",
    "include",
    "plan",
    "schedule",
    "expect",
    "propose",
    "intend",
)
COLLECTIVE = ("group", "party", "team", "band", "crew", "company", "delegation", "army", "fleet", "convoy", "coalition", "series", "set", "number")
HOLDING = ("own", "control", "finance", "fund", "sponsor", "operate")  # whoever does may do so to others
CONFIDENCE = 0.85


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The participles of `sentence` that tell what was done."""
    document = reading.document
    for token in document.words(sentence):
        past = token.pos == "VERB" and token.has("VerbForm=Part") and token.has("Tense=Past")
        if past and token.dep in ("acl", "advcl") and not document.children(token, "aux", "aux:pass", "mark", "nsubj", "obj", "ccomp"):
            yield attempt(NAME, read_participle, reading, token)


def read_participle(reading: Reading, token: Token) -> Fact:
    """« X was printed in Gao ». Raises Refused if the thing is not known or nothing is told of the deed."""
    document = reading.document
    if any(t.text.lower() == "ever" for t in document.children(token, "advmod")):
        raise Refused("told of the first or greatest ever only")
    if any(t.text.lower() in ("until", "till") for t in document.children(token, "prep")):
        raise Refused("it holds no more")
    if is_of_place_within(document, token):
        raise Refused("it may be told of the noun before")
    if is_respective(document, token):
        raise Refused("told of several one by one, read by its own rule")
    above = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    if above is not None:
        check_standing(reading, above)
    clause, source = take_source(read_deed(reading, token))
    told = [p for p in clause.complements if isinstance(p, Phrase) and p.role in TOLD]
    ahead = above is not None and (looks_ahead(document, token) or is_due(document, above))
    if ahead and not any(p.kind == "time" for p in told):
        raise Refused("what is to come is no deed of the past")  # « Troops led by X are to be sent »
    clause = with_told_parts(reading, clause)
    if token.lemma in HOLDING and clause.subject is not None and any(p.role == "agent" for p in told):
        clause = replace(clause, subject=replace(clause.subject, role="told_subject"))  # « a group owned by X », who may own others
    if not told or not has_anchor(clause) or token.lemma in STATES:
        raise Refused("nothing is told of the deed")
    return build_fact(reading, token, clause, type="action", rule=NAME, attribution=source, confidence=CONFIDENCE)


def is_of_place_within(document: Document, token: Token) -> bool:
    """Whether a comma parts a participle from a place inside a phrase: « fishermen from the village of Gao, backed by the union »."""
    noun, comma = document.head(token), document.before(document.subtree(token)[0])
    above = document.head(document.head(noun))
    apart = token.dep == "acl" and comma is not None and comma.text == ","
    place = noun.pos == "PROPN" or noun.lemma in word_set("nouns", "places")
    return apart and noun.dep == "pobj" and place and above.pos == "NOUN" and document.head(noun).text.lower() in ("of", "from")


def is_due(document: Document, verb: Token) -> bool:
    """Whether a verb tells what is to be done: « are to be sent »."""
    verbs = (verb, *(document.children(verb, "xcomp") if verb.lemma == "be" else ()))
    return any(t.text.lower() == "to" for v in verbs for t in document.children(v, "aux"))


def read_deed(reading: Reading, token: Token) -> Clause:
    """The participle as a clause in the passive."""
    subject = read_bearer(reading, token)
    complements = tuple(p for p in read_complements(reading, token, subject) if isinstance(p, Clause) or p.role != "told_manner")
    timed = any(isinstance(p, Phrase) and p.kind in ("time", "duration") for p in complements)
    lasts = token.lemma in word_set("verbs", "standing") and not timed and bool(subject.entities) and bool(reading.document.article.date)
    parts = [t.text.lower() for t in reading.document.children(token, "prt", "advmod") if t.dep == "prt" or is_particle(token, t)]
    rest = " ".join((token.text.lower(), *(t for t in parts if t)))  # « put forward »
    finite = {"p": ("were", "are"), "s": ("was", "is")}[subject.number][lasts]
    verb = Verb(lemma=token.lemma, finite=finite, rest=rest, number=subject.number, passive=True, with_be=True)
    return Clause(verb=verb, subject=subject, complements=complements)


def read_bearer(reading: Reading, token: Token) -> Phrase:
    """The phrase that the participle tells of. Raises Refused if it is not known."""
    document = reading.document
    noun = find_bearer(document, token)
    beside = [t.text.lower() for t in document.children(noun) if t.pos != "PUNCT" and t is not token]
    if token.dep == "acl" and token.i == noun.i + 1 and beside == ["the"]:
        raise Refused("nothing else tells which one it is")  # « the sum paid in 2019 »
    subject = replace(_without_participle(read_phrase(reading, noun, "subject"), document, noun, token), marker="")
    if re.fullmatch(r"(?i)the (?:first|second|third|last|other|latter)", subject.text):
        raise Refused("it is not told which one")
    named = re.search(r"\b[A-Z]", subject.text) is not None and not subject.text.lower().startswith(("a ", "an "))
    if not (subject.entities or is_definite(subject) or named):
        raise Refused(f"“{subject.text}” is not named")
    return subject


def find_bearer(document: Document, token: Token) -> Token:
    """The noun that the participle hangs on, or the subject of the clause that it opens. Raises Refused if there is none."""
    if token.dep == "acl":
        noun = document.head(token)
        of = document.head(noun)
        if any(t.text in ("—", "–") for t in document.tokens[noun.i : token.i]):
            raise Refused("a dash stands between")  # « troops from Oslo — which runs a mission, begun last May — are … »
        if noun.dep == "pobj" and of.text.lower() == "of" and document.head(of).text.lower() in ("one", "some", "many", "most", "few"):
            raise Refused("told of some of them")  # « one of the heaviest fines ever imposed by X »
        whole = document.head(of) if noun.dep == "pobj" and of.text.lower() == "of" else noun
        if whole is not noun and (whole.lemma in COLLECTIVE or whole.text.lower() in PARTS):
            raise Refused("it may be done to the group or to its members")  # « a party of sailors led by X »
        if noun.dep == "appos" and of.pos == "PROPN" and of.i < noun.i and not document.children(noun, "amod", "prep", "compound"):
            return of  # « X, the receiver appointed by the bank »
        return noun
    subject = find_subject(document, document.head(token))
    if subject is not None and document.child(subject, "poss") is not None:
        raise Refused("it may be done to the thing or to its owner")
    opens = document.subtree(token)[0].i == document.sentence_of(token).first
    if subject is not None and token.i < subject.i and not opens:
        raise Refused("it may be done to what stands before")  # « At the inquest, held on 5 May, X said »
    if subject is None or (token.i > subject.i and document.head(token).i < token.i):
        raise Refused("it is not said to whom it was done")
    return subject


def _without_participle(subject: Phrase, document: Document, noun: Token, token: Token) -> Phrase:
    """The noun without the participle and what follows it."""
    first = document.subtree(token)[0]
    if first.i < noun.i or subject.span.end <= first.span.start:
        return subject
    words = [t for t in document.tokens_in(subject.span) if t.i < first.i]
    tail = len(document.text(subject.span)) - (words[-1].span.end - subject.span.start)
    return replace(subject, text=subject.text[: len(subject.text) - tail].rstrip(" ,"), span=replace(subject.span, end=words[-1].span.end))
