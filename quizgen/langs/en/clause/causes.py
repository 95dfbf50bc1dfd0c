"""Causes told beside a verb: « because of the floods », « due to snow », « because its keeper was injured »."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.forms.morphology import MODALS
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Phrase, Reading, Span, Token

LONGEST = 16  # words of an answer
BECAUSE = ("because",)
LEAST = 2  # words of what is cited
GROUNDS, CITING = "on the grounds", "citing"  # before the reason that somebody gives himself
# Verbs by which a level changes, and the nouns of what they tell.
CHANGES = {w: w for w in ("fall", "drop", "decline", "rise", "increase", "decrease", "slump", "surge")} | {"grow": "growth", "shrink": "shrinking"}


def read_cause(reading: Reading, token: Token, subject: Phrase | None) -> Phrase | None:
    """The cause that `token`, a dependent of a verb, tells; None if it tells none that can be said alone."""
    document = reading.document
    if token.dep not in ("prep", "advcl", "advmod", "acomp", "amod"):
        return None
    words = list(document.subtree(token))
    said = document.text(Span(start=words[0].span.start, end=words[-1].span.end)).lower()
    lead = next((c for c in read_words("grammar")["causes"] if said.startswith(f"{c} ")), None)
    if lead is not None:
        return _named_cause(reading, words, lead, subject)
    if (grounds := read_grounds(reading, token, subject)) is not None:
        return grounds
    mark = document.child(token, "mark")
    if token.dep == "advcl" and mark is not None and (mark.text.lower() in BECAUSE or is_aimed(reading, token)):
        return _told_cause(reading, words, subject)
    return None


def read_grounds(reading: Reading, token: Token, subject: Phrase | None) -> Phrase | None:
    """The reason that somebody gives for his deed: « dismissed the claim, holding that it came too late »; None if none is told plainly."""
    document = reading.document
    above, content = document.head(token), document.child(token, "ccomp")
    before = document.before(token)
    cited = document.child(token, "obj") if token.lemma == "cite" and token.dep == "advcl" and token.has("Aspect=Prog") else None
    if cited is not None and before is not None and before.text == "," and above.i < token.i and not document.children(above, "aux:pass"):
        return _cited(reading, cited, subject)
    gives = token.dep == "advcl" and token.lemma in word_set("verbs", "reasoning") and token.has("Aspect=Prog") and above.i < token.i
    if not gives or content is None or before is None or before.text != "," or document.children(above, "aux:pass"):
        return None
    if document.children(token, "aux", "neg", "obj") or above.lemma in word_set("verbs", "report"):
        return None  # « said it was late, arguing that … » tells more of what is said
    mark = document.child(content, "mark")
    words = [t for t in document.subtree(content) if t.i > token.i]
    if mark is None or mark.text.lower() != "that" or words[0] is not mark or words[-1].i - words[0].i >= len(words):
        return None
    told = _told_cause(reading, words, subject)
    return replace(told, marker=GROUNDS) if told is not None else None


def _cited(reading: Reading, noun: Token, subject: Phrase | None) -> Phrase | None:
    """« a risk of unrest » of « banned the film, citing a risk of unrest »; None for somebody who is quoted, or a bare noun."""
    try:
        phrase = read_phrase(reading, noun, "cause", subject=subject)
    except Refused:
        return None
    source = (
        phrase.entities or phrase.named or noun.lemma in word_set("nouns", "documents") | word_set("nouns", "informed") | word_set("nouns", "persons")
    )
    loose = source or len(phrase.text.split()) < LEAST or noun.lemma in word_set("nouns", "cited") or reading.document.child(noun, "poss") is not None
    loose = loose or phrase.text.count("“") != phrase.text.count("”")
    return None if loose else replace(phrase, marker=CITING, kind="cause", core=False, count="", counted="")


def is_aimed(reading: Reading, token: Token) -> bool:
    """Whether a clause tells what something is done for: « so that boats can pass »; not what came of it, « so that the match was lost »."""
    document = reading.document
    marks = [t.text.lower() for t in document.children(token, "mark")]
    if any(t.i < token.i for t in document.children(document.head(token), "advmod", "npadvmod")):
        return False  # « will open an hour later so that … »: the question would lose what it is done for
    return marks == ["so", "that"] and any(t.text.lower() in MODALS for t in document.children(token, "aux"))


def _named_cause(reading: Reading, words: list[Token], lead: str, subject: Phrase | None) -> Phrase | None:
    """A cause that is a noun after « because of » and its like."""
    count = len(lead.split())
    noun = next((t for t in words[count:] if t.dep == "pobj"), None)
    if noun is None:
        return None
    try:
        phrase = read_phrase(reading, noun, "cause", marker=lead, subject=subject)
    except Refused:
        return None
    if len(phrase.text.split()) > LONGEST or phrase.kind == "time":
        return None
    span = Span(start=words[0].span.start, end=phrase.span.end)
    return replace(phrase, span=span, kind="cause", role="cause", core=False, count="", counted="")


def _told_cause(reading: Reading, words: list[Token], subject: Phrase | None) -> Phrase | None:
    """A cause that is a clause, in the article's words, if no pronoun in it looks outside."""
    document = reading.document
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "pointing") | {"it", "he", "she", "they", "his", "her", "i", "we", "you"}
    own = subject.entities if subject is not None else ()
    if pointing.intersection(t.text.lower() for t in words if t.dep != "mark" and not (own and reading.links.get(t.i) == own)):
        return None
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    text = re.sub(r"\s+", " ", document.text(span))
    if len(text.split()) > LONGEST or re.search(r",(?!\d)", text):
        return None
    return Phrase(role="cause", text=text[:1].lower() + text[1:], span=span, kind="cause", head="cause", core=False)


def blamed_change(reading: Reading, verb: Token) -> Phrase | None:
    """« for the fall in the level of the lake » behind a bare « blames »: what somebody told of in the sentence before; None if it is not sure."""
    document = reading.document
    number = document.sentence_number(verb)
    if verb.lemma != "blame" or not number or any(t.text.lower() in ("for", "on") for t in document.children(verb, "prep")):
        return None
    before, blamer = document.sentences[number - 1], document.child(verb, "nsubj")
    fell = next((t for t in document.words(before) if t.dep == "ROOT" and t.lemma in CHANGES), None)
    level = document.child(fell, "nsubj") if fell is not None else None
    spoke = set(reading.links.get(blamer.i, ())) if blamer is not None else set()
    same = any(spoke & set(reading.links.get(t.i, ())) for t in document.words(before))
    if fell is None or level is None or not same or before.paragraph != document.sentence_of(verb).paragraph or document.child(fell, "neg", "aux"):
        return None
    try:
        phrase = read_phrase(reading, level, "complement")
    except Refused:
        return None
    text = f"the {CHANGES[fell.lemma]} in {phrase.text}"
    return replace(
        phrase,
        role="told_matter",
        marker="for",
        text=text,
        span=verb.span,
        head=CHANGES[fell.lemma],
        taken_up=(phrase.span, fell.span),
        count="",
        counted="",
    )
