"""What the tokenizer must keep as one word, and the analysis told in the labels that quizgen's core knows.

The English models use the labels of ClearNLP; those that Universal Dependencies has too are named as it does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en import dates
from quizgen.model import Span, Token

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
    """`tokens` with the labels that the core knows."""
    return tuple(replace(t, dep=LABELS.get(t.dep, t.dep)) for t in tokens)
