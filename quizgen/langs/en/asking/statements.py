"""Facts said as English statements, true or with one thing changed: for true/false cards."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.asking.questions import lead_of
from quizgen.langs.en.asking.saying import ARTICLE, say_statement
from quizgen.langs.en.forms.dates import WEEKDAYS
from quizgen.langs.en.forms.morphology import DO, lower_first, past, third_person, upper_first, with_indefinite
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.telling import trimmed_clause
from quizgen.langs.trimming import swap
from quizgen.model import Clause, Fact, Phrase, Verb

NEGATIONS = ("not", "no longer")  # « never » would make an absolute term of it
DAY_ALONE = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!,? \d+ \w+ \d{{4}})", re.I)  # « on Sunday 17 June »: of which year?
# What goes with a negation and cannot stand without one.
NEGATIVE = re.compile(r"\b(any|anyone|anything|anybody|no|none|nobody|nothing|either|neither|yet|at all|until|ever)\b", re.I)


def state(fact: Fact, role: str, phrase: Phrase | None = None) -> str | None:
    """The fact as a sentence, with `phrase` (if given) where `role` stands; parts that are not needed may fall, `role` never."""
    clause = trimmed_clause(fact, role, phrase, say_statement)
    return _sentence(fact, clause) if clause is not None else None


def affirm(fact: Fact) -> str | None:
    """A negated fact as if it were so; None where more than the negation would have to go."""
    clause = fact.clause
    if clause is None or clause.subject is None or clause.verb.negation not in NEGATIONS:
        return None
    if any(NEGATIVE.search(p.text) for p in clause.phrases()) or NEGATIVE.search(clause.verb.rest):
        return None
    return _sentence(fact, replace(clause, verb=affirmed(clause.verb)))


def affirmed(verb: Verb) -> Verb:
    """`verb` without its negation: « did not send » -> « sent », « will not send » -> « will send »."""
    first, _, rest = verb.rest.partition(" ")
    finite = verb.finite.lower()
    if finite in DO and first == verb.lemma:
        full = {"did": past(verb.lemma), "does": third_person(verb.lemma), "do": verb.lemma}[finite]
        return replace(verb, finite=full, rest=rest, negation="")
    return replace(verb, negation="")


def repeat(fact: Fact) -> str | None:
    """The fact as the article has it."""
    return _sentence(fact, fact.clause) if fact.clause is not None and fact.clause.subject is not None else None


def verdict(correction: str) -> str:
    """« True. », or « False: in Oslo. » with what is right."""
    words = read_words("labels")
    lead = lower_first(correction) if ARTICLE.match(correction) else correction
    return set_typography(f"{words['false']}: {lead.rstrip('.')}." if correction else f"{words['true']}.")


def _sentence(fact: Fact, clause: Clause) -> str | None:
    for part in clause.complements:
        if (
            isinstance(part, Phrase)
            and part.kind == "function"
            and part.head not in word_set("nouns", "unique")
            and re.match(r"the [^’]+$", part.text)
        ):
            clause = swap(clause, part, replace(part, text=with_indefinite(part.text.removeprefix("the "))))  # « X is a journalist »: others are too
    said = set_typography(upper_first(f"{lead_of(fact)}{say_statement(clause).removesuffix('.')}."))
    return None if DAY_ALONE.search(said) else said
