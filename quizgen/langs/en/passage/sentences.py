"""Sentences that give nothing: fragments, credits, captions, headings, garbled lines."""

from __future__ import annotations

import re

from quizgen.langs.en.clause.verbs import is_clause_head
from quizgen.langs.en.tree.astray import lacks_subject
from quizgen.model import Document, Reading, Sentence, Token

CREDIT = re.compile(r"(?i)^\W*(credits?|photo|image|illustration|source|read more|see also|©|\(?afp|\(?reuters|\(?ap)\b[^a-z]*(:|$|/)")
LONGEST = 120  # words; no one writes such a sentence on purpose
SHORTEST = 4


def reject_sentence(reading: Reading, sentence: Sentence) -> str | None:
    """Why nothing may be taken from `sentence`, or None."""
    document = reading.document
    text = document.text(sentence.span).strip()
    words = [t for t in document.words(sentence) if any(c.isalnum() for c in t.text)]
    measured = any(t.pos == "NUM" for t in words) and any(t.text.lower() == "turnout" for t in words)  # « Turnout was 64%. »
    if len(words) < SHORTEST and not measured:
        return "too short to say anything"
    if len(words) > LONGEST:
        return f"over {LONGEST} words: no reading of it is sure"
    if CREDIT.match(text):
        return "a credit, a caption or a teaser"
    letters = [c for c in text if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.5 * len(letters):
        return "set in capitals: a heading or a credit"
    goes_on = sentence.first > 0 and document.tokens[sentence.first - 1].text == ";"
    if words[0].text[:1].islower() and not goes_on and not text.startswith(("“", '"', "'", "‘")):
        return "a fragment: it begins with a small letter"
    if runs_on(document, sentence.first):
        return "the rest of a sentence that was cut in two"
    if not any(is_clause_head(document, t) for t in document.words(sentence)):
        return "no finite verb"
    if (verb := find_subjectless(document, sentence)) is not None:
        return f"no subject was found for “{verb.text}”: another clause took it"
    return "a question" if text.endswith("?") else None


def find_subjectless(document: Document, sentence: Sentence) -> Token | None:
    """A finite verb without a subject right behind a noun, which some other verb took; of the cards of such sentences readers took none."""
    for verb in document.words(sentence):
        first = lacks_subject(document.tokens, verb)
        before = document.tokens[first - 1] if first > sentence.first else None
        if before is not None and before.pos in ("NOUN", "PROPN", "NUM") and before.dep not in ("nsubj", "nsubj:pass"):
            return verb
    return None


def runs_on(document: Document, first: int) -> bool:
    """Whether nothing ends a sentence before the token `first`, which stands on the same line."""
    if not 0 < first < len(document.tokens):
        return False
    before, after = document.tokens[first - 1], document.tokens[first]
    same_line = "\n" not in document.article.text[before.span.end : after.span.start]
    return same_line and (before.text[-1:].isalnum() or before.text in (")", ",")) and before.i > 0 and document.tokens[before.i - 1].text != "."
