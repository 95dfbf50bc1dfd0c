"""What was done before another thing, told by « après avoir »: « Après avoir signalé une panne, X a cédé » -> « X a signalé une panne ».

It becomes a clause of its own, of the same subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, is_report
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_verb
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.fr.rules.gerund import is_told_past, read_beside, told
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Fact, Reading, Sentence, Token

NAME = "prior"
CONFIDENCE = 0.85  # how the two deeds hang together is left out
# Verbs whose infinitive was done: « a dû rentrer après avoir … », « obligé de rentrer après avoir … ».
DONE = ("devoir", "pouvoir", "préférer", "obliger", "contraindre", "forcer")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts of the « après avoir » of `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if token.i not in document.quotations and is_prior(document, token):
            yield attempt(NAME, read_prior, reading, token)


def is_prior(document: Document, token: Token) -> bool:
    """« après avoir signalé », « après avoir été libéré », « après être parti »: an infinitive of the past behind « après »."""
    after = [t for t in document.children(token, "mark", "case") if t.text.lower() == "après"]
    helpers = document.children(token, "aux", "aux:tense")
    return token.has("VerbForm=Part") and bool(after) and any(t.lemma in ("avoir", "être") and t.has("VerbForm=Inf") for t in helpers)


def read_prior(reading: Reading, token: Token) -> Fact:
    """The deed as a clause in the past. Raises Refused unless it is sure who did it, and that it was done."""
    document = reading.document
    main = verb_after(document, token)
    attribution = check_standing(reading, main)
    if read_verb(document, main).negation:
        raise Refused("what did not follow it")
    subject_token = find_subject(document, main)
    if subject_token is None:
        raise Refused("no subject was found")
    subject = read_phrase(reading, subject_token, "subject", subject=True)
    subject = subject if subject.entities else replace(subject, role="told_subject")  # « Quel avion … ? — l’avion de ligne »
    verb = read_verb(document, token)
    if is_report(token) and document.child(token, "ccomp") is not None:
        raise Refused("what was said before is read by its own rule")
    helper = ("est", "sont") if verb.finite == "être" else ("a", "ont")
    clause = read_beside(reading, token, subject, replace(verb, finite=helper[subject.number == "p"], number=subject.number))
    return told(reading, token, clause, attribution, rule=NAME, confidence=CONFIDENCE)


def verb_after(document: Document, token: Token) -> Token:
    """The clause of what followed: the verb above, or that of the subject beside which it stands. Raises Refused where that is only planned."""
    above, beside = document.head(token), token
    if above.has("VerbForm=Inf") and document.head(above).lemma in DONE:
        above, beside = document.head(above), document.head(above)
    if beside.dep.startswith("acl") and document.head(beside).dep.startswith("nsubj"):
        above = document.head(document.head(beside))
    if not is_clause_head(document, above) or above is token:
        raise Refused("it is not sure of whom it is told")
    finite = next((t for t in document.children(above, "aux:tense", "aux:pass", "cop") if t.has("VerbForm=Fin")), above)
    if not is_told_past(document, above) and not (finite.has("Tense=Pres") and finite.has("Mood=Ind")):
        raise Refused("it belongs to what is only planned")
    return above
