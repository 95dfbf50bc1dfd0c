"""A gap -> why it asks a detail that nobody need keep, or a turn of phrase: a head count, the hours of a meeting, « face _____ »."""

from __future__ import annotations

from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.side import verb_over
from quizgen.langs.en.reference.mentions import title_words
from quizgen.model import Document, Token

HOURS = ("hour", "minute")
MARKETS = ("trading", "dealing")


def detail_of_number(document: Document, number: Token) -> str | None:
    """Why a number is not worth a gap: it counts those who came, or the hours of a meeting."""
    noun = document.head(number)
    verb = verb_over(document, number)
    if verb is None:
        return None
    if verb.lemma in word_set("verbs", "gathering") and noun.lemma in HOURS and document.head(noun).text.lower() == "for":
        return "for how many hours somebody met is a side matter"
    came = noun.dep == "nsubj" or document.head(noun).dep == "agent"
    people = noun.lemma in word_set("nouns", "plain_people") | {"people", "person"}
    attended = document.child(verb, "obj") or (document.head(verb) if verb.dep in ("acl", "acl:relcl") else None)
    known = attended is not None and attended.lemma.lower() in title_words(document)
    return "how many came is a side matter" if came and people and verb.lemma in word_set("verbs", "attending") and not known else None


def detail_of_place(document: Document, place: Token) -> str | None:
    """Why a place is not worth a gap: it is where somebody is whom a message reaches."""
    verb = document.head(document.head(place))
    found = document.child(verb, "obj") if verb.lemma == "reach" else None
    sender = document.child(verb, "nsubj")
    reached = found is not None and found.name == "PERSON" and sender is not None and sender.pos == "NOUN"
    return "where somebody is whom a message reaches is guessed" if reached else None


def detail_of_date(document: Document, date: Token) -> str | None:
    """Why a date is not worth a gap: it is only that on which somebody hands over to another."""
    verb = verb_over(document, date)
    over = verb is not None and verb.lemma == "hand" and any(t.text.lower() == "over" for t in document.children(verb, "prt"))
    return "to whom somebody hands over is asked, not when" if over else None


def is_turn_of_phrase(document: Document, head: Token) -> bool:
    """« in Oslo trading », « drivers face delays », « left many beds empty »: words that anything might stand for."""
    above = document.head(head)
    if above.text.lower() == "in" and head.lemma in MARKETS:
        return True
    named = any(t.pos in ("PROPN", "NUM") for t in document.subtree(head))
    if head.dep not in ("obj", "dobj") or named:
        return False
    empty = any(t.pos == "ADJ" and t.i > head.i for t in document.children(above, "oprd", "acomp"))
    return (above.lemma == "face" and document.child(head, "prep") is None) or (above.lemma == "leave" and empty)
