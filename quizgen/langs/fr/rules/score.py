"""On what score a match was won or lost: « X s'est imposé 3-1 face à Y », « a battu Y 6-4, 7-5 », « par trois buts à un ».

Asked with the match: « Sur quel score X s'est-il imposé face à Y ? ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.scores import SCORE, cut_score, is_figure
from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.rules.clause import check_content, check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "score"
FARTHEST = 120  # characters between the verb and its score


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The scores of `sentence`, each with the verb of winning or losing before it."""
    document = reading.document
    for match in SCORE.finditer(document.article.text, sentence.span.start, sentence.span.end):
        before = [t for t in document.words(sentence) if t.span.end <= match.start() and t.lemma in word_set("verbs", "winning")]
        verb = next((t for t in reversed(before) if is_clause_head(document, t)), None)
        if verb is not None and match.start() - verb.span.end <= FARTHEST and verb.i not in document.quotations:
            yield attempt(NAME, read_score, reading, verb, Span(start=match.start(), end=match.end()))


def read_score(reading: Reading, verb: Token, span: Span) -> Fact:
    """« X a battu Y N-M ». Raises Refused unless both sides, or one and the match, are known."""
    document = reading.document
    between = document.text(Span(start=verb.span.end, end=span.start)).removesuffix("(")
    if re.search(r"[:;(]", between):
        raise Refused("the score may be that of another match")
    attribution = check_standing(reading, verb)
    clause = read_clause(reading, verb)
    subject = clause.subject
    if subject is None or clause.verb.negation or not (subject.entities or subject.named):
        raise Refused("it is not known who won or lost")
    others = tuple(p for part in clause.complements if isinstance(part, Phrase) for p in cut_score(document, part, span) if not is_figure(p))
    if not any(p.entities or p.named or p.role == "time" for p in others):
        raise Refused("it is not known in which match")
    check_content(reading, replace(clause, complements=others), "quantity")
    score = Phrase(role="score", text=document.text(span), span=span, kind="measure", head="score", core=True)
    told = tuple(replace(p, role=f"told_{p.role.removeprefix('told_')}") for p in others)
    said = Clause(verb=clause.verb, subject=replace(subject, role="told_subject"), complements=(*told, score))
    return build_fact(reading, verb, said, type="quantity", rule=NAME, predicate=f"score {verb.lemma}", attribution=attribution)
