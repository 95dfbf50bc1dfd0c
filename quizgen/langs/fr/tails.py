"""An object as the parser gives it -> the object, and the end of the verb's idiom that the parser hung on it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Phrase

FEWEST = 2  # words that an object keeps


def split_tail(phrase: Phrase) -> list[Phrase]:
    """`phrase`, and apart from it the idiom's end: « sa campagne | entre parenthèses »; a circumstance at its end goes."""
    if phrase.count or len(phrase.entities) > 1:
        return [phrase]
    tail = next((t for t in sorted(word_set("clauses", "tails")) if phrase.text.endswith(f" {t}")), "")
    if tail:
        idiom = Phrase(role="told_tail", text=tail, span=phrase.span, head=tail.split()[-1], kind="thing", marker="")
        return [replace(phrase, text=phrase.text.removesuffix(f" {tail}")), replace(idiom, core=True)]
    opening = re.search(rf" (?:{'|'.join(sorted(word_set('clauses', 'circumstances')))})\b", phrase.text)
    before = phrase.text[: opening.start()] if opening else ""
    return [replace(phrase, text=before)] if len(before.replace("’", "’ ").split()) >= FEWEST else [phrase]
