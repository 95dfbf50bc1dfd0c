"""What shows that a clause was read wrong, or cannot be told alone, once its parts are known."""

from __future__ import annotations

import re

from quizgen.langs.en.forms.morphology import MODALS
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Token, Verb

BARE_NUMBERS = ("the two", "the three", "the four", "the pair")  # of whom, another sentence tells


def check_clause(document: Document, head: Token, clause: Clause) -> None:
    """Raises Refused for a clause whose parts do not fit each other."""
    check_form(document, head, clause.verb)
    check_parts(clause)


def check_form(document: Document, head: Token, verb: Verb) -> None:
    """Raises Refused for « will effectively giving up », and for « troops from France, which has 2,000 soldiers there »."""
    if verb.finite in MODALS and re.match(r"(?:[a-z]+ly )?[a-z]+ing\b", verb.rest) and head.text.lower().endswith("ing"):
        raise Refused("no verb that « will » goes with")
    which = next((t for t in document.children(head, "nsubj", "nsubj:pass") if t.text.lower() in ("which", "that", "who")), None)
    noun = document.head(head)
    if which is None or head.dep != "acl:relcl" or noun.pos != "NOUN" or noun.text.lower() == noun.lemma.lower():
        return
    if verb.finite in ("has", "is", "was") and noun.has("Number=Plur"):
        raise Refused("« which » takes up the noun before: the verb is singular")


def check_parts(clause: Clause) -> None:
    """Raises Refused for a date that does something to something, for « the two », and for what somebody would do to himself."""
    subject = clause.subject
    parts = [p for p in clause.complements if isinstance(p, Phrase)]
    if subject is None:
        return
    if any(p.text.lower() in BARE_NUMBERS and not p.entities for p in (subject, *parts)):
        raise Refused("it is not told which ones are meant")
    done = [p for p in parts if p.role.endswith("object")]
    if subject.kind == "time" and done and clause.verb.lemma not in word_set("verbs", "of_a_time"):
        raise Refused("a date does nothing: the parse is wrong")  # « the flood of January 1974, which killed 14 people »
    if clause.verb.lemma in ("follow", "precede") and done and any(p.kind == "time" for p in parts):
        raise Refused("it may be the day of either")  # « The sale followed a fire on Monday »
    if len(subject.entities) == 1 and any(p.kind == subject.kind and p.entities == subject.entities for p in done):
        raise Refused("nobody does it to himself")  # « him » is another
