"""What the tokenizer must keep as one word, and the analysis told in the labels that quizgen's core knows.

The English models use the labels of ClearNLP; those that Universal Dependencies has too are named as it does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en import dates
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Span, Token

REACH = 40  # words between a verb and its subject
LABELS = {"nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "relcl": "acl:relcl"}
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*[ -](?:million|billion|trillion|thousand|hundred)(?![\w-])")
# « four-pack », « self-isolate », which the tokenizer parts.
COMPOUND = re.compile(r"(?<![\w-])[A-Za-z0-9À-ÿ]+(?:-[A-Za-z0-9À-ÿ]+)+(?![\w-])")


def find_units(text: str) -> list[Span]:
    """Numbers with their scale, dates and hyphenated words."""
    spans = dates.find_units(text)
    for pattern in (NUMBER, COMPOUND):
        spans += [m.span() for m in pattern.finditer(text) if not any(s < m.end() and m.start() < e for s, e in spans)]
    return [Span(start=start, end=end) for start, end in sorted(spans)]


def repair_tokens(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`tokens` with the labels that the core knows, and sentences that the parser read as said by the next one set free."""
    named = tuple(replace(t, dep=LABELS.get(t.dep, t.dep)) for t in tokens)
    return tuple(replace(t, dep="parataxis") if _is_joined(t, named) else t for t in named)


def _is_joined(token: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a clause is only joined to the next by a comma, colon or semicolon: « X ordered A, Y ordered B »."""
    head = tokens[token.head]
    if token.dep != "ccomp" or token.i > head.i or token.pos not in ("VERB", "AUX"):
        return False
    between = [t.text for t in tokens[token.i : head.i]]
    if ";" in between:
        return True
    quoted = any(mark in between for mark in ('"', "“", "”"))
    own = any(t.head == token.i and t.dep.startswith(("nsubj", "expl")) for t in tokens[max(0, token.i - REACH) : token.i])
    return own and not quoted and head.lemma not in word_set("verbs", "report")
