"""What somebody did at the same time: « Porto won the cup, beating Gao 4–2 on penalties », « …, with Ida Holm scoring the last goal »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import read_subject
from quizgen.langs.en.clause.complements import read_complements
from quizgen.langs.en.clause.facts import build_fact, has_anchor
from quizgen.langs.en.clause.verbs import is_clause_head, is_passive, read_negation
from quizgen.langs.en.forms.morphology import base_of, past
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.rules.clause import check_content, check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "gerund"
DOERS = ("person", "organisation", "country", "people")
# What follows from the deed rather than from the doer: « the ferry sank, killing 40 people ».
OUTCOMES = (
    "kill",
    "injure",
    "leave",
    "make",
    "cause",
    "lead",
    "mean",
    "bring",
    "force",
    "result",
    "allow",
    "include",
    "involve",
    "accord",
    "follow",
    "use",
    "base",
    "depend",
    "cite",
    "quote",
)
# What lasts, and what is thought: « with X holding a third of the shares », « with X expecting more ».
STATES = ("be", "have", "hold", "own", "expect", "hope", "plan", "remain", "stay", "stand", "live", "seem", "look", "try", "want", "need", "wait")
DEFINITE = re.compile(r"the ", re.I)
SPECIFIC = 3  # words of « the winning goal », by which a deed is known
CONFIDENCE = 0.85


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The deeds of `sentence` that are told beside a main verb."""
    document = reading.document
    for token in document.words(sentence):
        beside = (
            token.dep == "advcl"
            and token.pos == "VERB"
            and token.has("Aspect=Prog")
            and not document.children(token, "aux", "mark", "nsubj", "advmod")
        )
        before = document.before(document.subtree(token)[0]) if beside else None
        if before is not None and before.text == "," and document.head(token).i < token.i:
            yield attempt(NAME, read_gerund, reading, token)
        if (mark := find_with(document, token)) is not None:
            yield attempt(NAME, read_beside, reading, token, mark)


def find_with(document: Document, token: Token) -> Token | None:
    """The « with » behind a comma that opens what another did: « , with Ida Holm scoring »; None for any other verb."""
    mark, doer = document.head(token), document.child(token, "nsubj")
    before = document.before(mark)
    told = token.dep == "pcomp" and token.pos == "VERB" and token.has("Aspect=Prog") and not document.children(token, "aux", "neg")
    behind = before is not None and before.text == "," and doer is not None and mark.i < doer.i < token.i
    return mark if told and behind and mark.text.lower() == "with" else None


def read_beside(reading: Reading, token: Token, mark: Token) -> Fact:
    """« Z scored » of « X beat Y, with Z scoring ». Raises Refused unless the main verb tells what is past and Z is somebody named."""
    document = reading.document
    above = document.head(mark)
    if above.has("VerbForm=Inf") and above.dep in ("advcl", "xcomp"):
        above = document.head(above)  # « beat X to win the cup, with Z scoring »
    if not is_clause_head(document, above) or not above.has("Tense=Past") or read_negation(document, above):
        raise Refused("it is not told as done")
    attribution = check_standing(reading, above)
    subject = read_subject(reading, token)
    if subject.kind not in DOERS or not subject.entities:
        raise Refused("who did it is not named")
    if token.lemma in OUTCOMES or token.lemma in STATES or token.lemma in word_set("verbs", "report"):
        raise Refused("it tells no deed")
    return told_as_done(reading, token, subject, attribution, beside=True)


def read_gerund(reading: Reading, token: Token) -> Fact:
    """« X beat Y ». Raises Refused unless the main verb tells what a known doer has done."""
    document = reading.document
    above = document.head(token)
    if not is_clause_head(document, above) or not above.has("Tense=Past") or is_passive(document, above) or read_negation(document, above):
        raise Refused("it is not told as done by the subject")
    attribution = check_standing(reading, above)
    subject = read_subject(reading, above)
    if subject.kind not in DOERS or not subject.entities or token.lemma in OUTCOMES or token.lemma in word_set("verbs", "report"):
        raise Refused("it may follow from the deed, not from the doer")
    return told_as_done(reading, token, subject, attribution)


def told_as_done(reading: Reading, token: Token, subject: Phrase, attribution: str, *, beside: bool = False) -> Fact:
    """The fact that `subject` did what `token` tells without a tense. Raises Refused if nothing in it makes it known."""
    verb = Verb(lemma=token.lemma, finite=past(base_of(token.lemma)), number=subject.number)
    clause = Clause(verb=verb, subject=subject, complements=read_complements(reading, token, subject))
    told_apart = any(DEFINITE.match(p.text) and len(p.text.split()) >= SPECIFIC for p in clause.phrases() if p is not subject)
    if not has_anchor(clause) and not (beside and told_apart):
        raise Refused("nothing in it is named, dated or counted")
    check_content(reading, clause, "action")
    return build_fact(reading, token, replace(clause, whole=True), type="action", rule=NAME, attribution=attribution, confidence=CONFIDENCE)
