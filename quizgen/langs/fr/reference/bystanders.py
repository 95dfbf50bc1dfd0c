"""People whom an article names once, for what they say of its matter: what else is told of them in passing is not worth knowing."""

from __future__ import annotations

from quizgen.langs.fr.forms.geography import plain
from quizgen.model import Entity, Reading, Sentence


def is_bystander(reading: Reading, person: Entity, sentence: Sentence) -> bool:
    """« « La fumée était noire », raconte X, installé à Y depuis 2004 »: X is named nowhere else, and the sentence holds his words."""
    document = reading.document
    if person.kind != "person" or reading.uses[person.name] > 1 or plain(person.name.split()[-1]) in plain(document.article.title):
        return False
    inside = [t.i for t in document.words(sentence) if t.i in document.quotations]
    named = [i for i in person.mentions if sentence.first <= i < sentence.last]
    return bool(inside) and bool(named) and not any(i in document.quotations for i in named)
