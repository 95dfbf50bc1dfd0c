"""Facts said as statements, true or with one thing changed: for true/false cards."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.asking.saying import say_statement
from quizgen.langs.fr.forms.dates import WEEKDAYS
from quizgen.langs.fr.forms.morphology import lower_first, upper_first
from quizgen.langs.fr.forms.typography import set_typography
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.telling import trimmed_clause
from quizgen.langs.trimming import swap
from quizgen.model import Clause, Fact, Phrase

NEGATIONS = ("pas", "plus")  # « jamais » would make an absolute term of it
ARTICLE = re.compile(r"^(?:le |la |l’)")
DAY_ALONE = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?! \d+(?:er)? \w+ \d{{4}})", re.I)  # « dimanche 17 juin »: of which year?
NEGATIVE = ("aucun", "personne", "rien", "ni ")


def state(fact: Fact, role: str, phrase: Phrase | None = None) -> str | None:
    """The fact as a sentence, with `phrase` (if given) where `role` stands; parts that are not needed may fall, `role` never."""
    clause = trimmed_clause(fact, role, phrase, say_statement)
    return _sentence(fact, clause) if clause is not None else None


def affirm(fact: Fact) -> str | None:
    """A negated fact as if it were so; None where more than « ne … pas » would have to go."""
    clause = fact.clause
    if clause is None or clause.subject is None or clause.verb.negation not in NEGATIONS:
        return None
    if any(p.text.lower().startswith(NEGATIVE) or _is_partitive(p) for p in clause.phrases()):
        return None
    return _sentence(fact, replace(clause, verb=replace(clause.verb, negation="")))


def _is_partitive(phrase: Phrase) -> bool:
    """« n'a pas envoyé de soldats »: the article is not known."""
    return phrase.role in ("object", "force", "content") and (phrase.marker == "de" or phrase.text.startswith(("de ", "d’")))


def repeat(fact: Fact) -> str | None:
    """The fact as the article has it."""
    return _sentence(fact, fact.clause) if fact.clause is not None and fact.clause.subject is not None else None


def verdict(correction: str) -> str:
    """« Vrai. », or « Faux : à Oslo. » with what is right."""
    words = read_words("labels")
    return set_typography(f"{words['false']} : {lower_article(correction).rstrip('.')}." if correction else f"{words['true']}.")


def lower_article(text: str) -> str:
    """`text` with a small initial where it opens with an article: a sentence that follows a colon."""
    return lower_first(text) if re.match(r"(Le|La|Les|L’|Un|Une|Des)\b", text) else text


def _sentence(fact: Fact, clause: Clause) -> str | None:
    for part in clause.complements:
        if isinstance(part, Phrase) and part.kind == "function" and part.head not in word_set("nouns", "unique"):
            clause = swap(clause, part, replace(part, text=ARTICLE.sub("", part.text)))  # « X est journaliste »: others are too
    lead = f"selon {fact.attribution}, " if fact.attribution else ""
    said = set_typography(upper_first(f"{lead}{say_statement(clause).removesuffix('.')}."))
    return None if DAY_ALONE.search(said) else said
