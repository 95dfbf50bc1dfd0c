"""What one is elected, named, or says to be: « élue présidente de la région », « s’est dit prêt », « en baisse de 3 % » -> phrases of the clause."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.clause.verbs import REFLEXIVE
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.measures import approximation, is_unit
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Span, Token

HOURS = {"matin": "au matin", "soir": "au soir", "midi": "à midi", "après-midi": "dans l’après-midi"}
LONGEST_STATE = 12  # words of « prêt à envoyer des renforts »


def read_title(reading: Reading, token: Token, verb: Token) -> Phrase:
    """What one is elected or named: « élue présidente de la région ». Asked of those who come to a function, else told only."""
    asked = verb.lemma in word_set("verbs", "appointing") and is_function(token.lemma)
    phrase = read_phrase(reading, token, "title" if asked else "told_title")
    phrase = replace(phrase, text=phrase.text.partition(" par ")[0])  # « nommé ministre par X »
    if phrase.marker:
        raise Refused("a complement that the parser could not place")
    return phrase


def is_own_state(document: Document, state: Token, words: list[Token]) -> bool:
    """« se dit rassuré », « s’est montré prudent »: no more than adjectives, of the one who says it."""
    verb = document.head(state)
    reflexive = any(t.text.lower() in REFLEXIVE and t.i < verb.i for t in document.children(verb))
    return reflexive and verb.lemma in ("dire", "déclarer", "montrer") and all(t.pos in ("ADJ", "ADV", "CCONJ", "PUNCT") for t in words)


def read_feeling(document: Document, words: list[Token]) -> Phrase:
    """« se dit « très inquiet » », in the words of the one who says so. Raises Refused where the writer tells it in his own."""
    quoted = [t for t in words if t.text not in ("«", "»")]
    around = (document.before(quoted[0]), document.after(quoted[-1]))
    if len(quoted) < 2 or any(t is None or t.text not in ("«", "»") for t in around):
        raise Refused("a feeling, and not of what")
    span = Span(start=quoted[0].span.start, end=quoted[-1].span.end)
    return Phrase(role="quality", text=document.text(span), span=span, kind="quality", head=quoted[-1].lemma)


def read_trend(reading: Reading, noun: Token) -> tuple[Phrase, ...]:
    """« est en baisse de 3 % »: that it falls, told, and by how much; nothing for any other state (« est en service »)."""
    document = reading.document
    case = document.child(noun, "case")
    amounts = [t for t in document.children(noun, "nmod", "obl") if t.i > noun.i and document.child(t, "nummod") is not None]
    if noun.lemma not in read_words("verbs")["trends"] or case is None or case.text.lower() != "en" or len(amounts) != 1:
        return ()
    of, number, unit = document.child(amounts[0], "case"), document.child(amounts[0], "nummod"), amounts[0]
    if of is None or number is None or of.text.lower() not in ("de", "d’", "d'") or not (is_unit(unit) or unit.text == "%"):
        return ()
    told = Phrase(role="told_idiom", text=noun.text, span=noun.span, marker="en", head=noun.lemma, core=True)
    span = Span(start=number.span.start, end=unit.span.end)
    text = f"{approximation(document, number)}{document.text(span)}"
    return (told, Phrase(role="amount", text=text, span=span, marker="de", kind="measure", head=unit.lemma, core=True))


def with_hour(document: Document, part: Phrase | Clause) -> Phrase | Clause:
    """« lundi soir » as « le 27 août au soir »: what fell by 6 % in the morning may have fallen by 7 % in the evening."""
    words = document.tokens_in(part.span) if isinstance(part, Phrase) and part.kind == "time" else ()
    after = document.after(words[-1]) if words else None
    said = next((HOURS[t.text.lower()] for t in (*words, *((after,) if after is not None else ())) if t.text.lower() in HOURS), "")
    return replace(part, text=f"{part.text} {said}") if said and isinstance(part, Phrase) else part


def read_state(reading: Reading, token: Token) -> Phrase:
    """What one says to be, or is found: « se dit prêt à partir ». Told, and asked only as the words of the one who says it."""
    words = [t for t in reading.document.subtree(token) if t.pos != "PUNCT" or t.text in ("«", "»")]
    if any(t.pos == "PRON" for t in words) or len(words) > LONGEST_STATE or words[-1].i - words[0].i + 1 != len(words):
        raise Refused("a complement that the parser could not place")
    if len([t for t in words if t.text in ("«", "»")]) == 1:
        words = [t for t in words if t.pos != "PUNCT"]
    if is_own_state(reading.document, token, words):
        return read_feeling(reading.document, words)
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="told_state", text=reading.document.text(span), span=span, head=token.lemma)
