"""« X a reçu Y. « … », a-t-il déclaré. »: the pronoun behind a quotation -> the one who speaks there, or nobody.

Other rules know whom a pronoun means where one person alone has been named. Here several have: the sentence before the quotation is about one.
"""

from __future__ import annotations

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Document, Entity, Reading, Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass")
CLOSING = ("»", "”", '"')
FAR = 5  # tokens from the end of a quotation to the pronoun: « », a-t-il aussi déclaré »


def speaker_again(reading: Reading, pronoun: Token, gender: str) -> Entity | None:
    """The person whom the last sentence before a quotation is about, for « -t-il » or « -t-elle » right behind it."""
    document = reading.document
    number = quotation_before(document, pronoun)
    if number is None:
        return None
    first = document.tokens[document.quoted[number][0]]
    here = document.sentence_number(first)
    opening = document.tokens[document.sentences[here].first : first.i]
    if not here or any(t.pos != "PUNCT" for t in opening):
        return None
    before = document.sentences[here - 1]
    if document.sentences[here].paragraph - before.paragraph > 1:
        return None
    return topic_of(reading, before, gender)


def quotation_before(document: Document, pronoun: Token) -> int | None:
    """The number of the quotation that ends right before « a-t-il déclaré »; None if none does, or it is no verb of telling."""
    verb = document.head(pronoun)
    telling = verb.lemma in word_set("verbs", "report") | word_set("speech", "saying")
    if not telling or not pronoun.text.startswith("-") or pronoun.i in document.quotations:
        return None
    near = document.tokens[max(0, pronoun.i - FAR) : pronoun.i]
    closing = next((t for t in reversed(near) if t.text in CLOSING), None)
    return document.quotations.get(closing.i - 1) if closing is not None and closing.i else None


def topic_of(reading: Reading, sentence: Sentence, gender: str) -> Entity | None:
    """The person who is the one subject of the main verb of a sentence outside of speech; None if the gender is another."""
    document = reading.document
    words = [t for t in document.words(sentence) if t.i not in document.quotations]
    subjects = [t for t in words if t.dep in SUBJECTS and document.head(t).dep == "ROOT"]
    if len(subjects) != 1:
        return None
    named = (subjects[0], *document.children(subjects[0], "appos", "flat", "flat:name", "nmod"))
    if any(document.child(t, "conj") is not None for t in named):
        return None  # « X et Y ont voté »
    alone = (t for t in named if document.child(t, "case") is None)
    found = tuple(dict.fromkeys(e for t in alone for e in reading.links.get(t.i, ()) if e.kind == "person"))
    return found[0] if len(found) == 1 and found[0].gender == gender else None
