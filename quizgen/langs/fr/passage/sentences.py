"""Sentences that give nothing: fragments, credits, captions, headings, garbled lines."""

from __future__ import annotations

import re

from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.reference.acronyms import BRACKETED, SHORT
from quizgen.model import Reading, Sentence

CREDIT = re.compile(r"(?i)^\W*(crédits?|photo|illustration|source|lire aussi|à lire|©|\(?afp|\(?reuters|\(?epa|voir aussi)\b")
SPELLED = re.compile(rf"\b{SHORT.pattern}\s*\([A-ZÉ][a-zé]")
LONGEST = 120  # words; no one writes such a sentence on purpose


def reject_sentence(reading: Reading, sentence: Sentence) -> str | None:
    """Why nothing may be taken from `sentence`, or None."""
    document = reading.document
    text = document.text(sentence.span).strip()
    words = [t for t in document.words(sentence) if any(map(str.isalnum, t.text))]
    if len(words) < 4:
        return "too short to say anything"
    if len(words) > LONGEST:
        return f"over {LONGEST} words: no reading of it is sure"
    if CREDIT.match(text):
        return "a credit, a caption or a teaser"
    if sum(map(str.isupper, text)) > 0.5 * sum(map(str.isalpha, text)):
        return "set in capitals: a heading or a credit"
    first = words[0].text
    goes_on = sentence.first > 0 and document.tokens[sentence.first - 1].text == ";"
    if first[:1].islower() and not goes_on and not text.startswith(("«", "“", '"')):
        return "a fragment: it begins with a small letter"
    if BRACKETED.search(text) or SPELLED.search(text):
        return None  # « (ABC) », « ABC (Alliance …) » tell a name, whatever the parser makes of the rest
    if not any(is_clause_head(document, t) for t in document.words(sentence)):
        return "no finite verb"
    if text.endswith("?"):
        return "a question"
    return None
