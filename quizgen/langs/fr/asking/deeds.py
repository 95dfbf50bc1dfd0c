"""What somebody plans, in the article's words -> the deed, what is done it to, and the rest: « déployer », « des missiles », « sur six toits ».

« Qu’est-ce que X veut faire ? » has many answers; « Qu’est-ce que X veut déployer sur six toits ? » has one.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Phrase, Reading, Span, Token

TELLING = ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
JOINTS = (",", "et", "ou", "ni", "mais")


def split_deed(reading: Reading, deed: Token, told: Phrase) -> tuple[Phrase, ...]:
    """`told` (the words of the infinitive `deed`) parted before and behind its object, which is asked; empty where that cannot be done."""
    document = reading.document
    tokens = list(document.tokens_in(told.span))
    thing = document.child(deed, "obj")
    if thing is None or thing.i < deed.i or thing not in tokens or thing.pos not in ("NOUN", "PROPN") or deed.lemma in word_set("speech", "pale"):
        return ()
    inside = [t for t in document.subtree(thing) if t in tokens]
    before, after = [t for t in tokens if t.i < inside[0].i], [t for t in tokens if t.i > inside[-1].i]
    whole = len(inside) == inside[-1].i - inside[0].i + 1
    if not before or not whole or (after and after[0].text.lower() in JOINTS) or not _says_enough(inside, after):
        return ()
    parts = [_part(reading, before, replace(told, role="told_deed", kind="thing")), read_thing(reading, thing, inside, told)]
    return tuple(parts + ([_part(reading, after, Phrase(role="told_rest", text="", span=told.span))] if after else []))


def _says_enough(inside: list[Token], after: list[Token]) -> bool:
    """Whether the object, or what stands beside it in the question, tells one thing from others."""
    return sum(t.pos in TELLING for t in inside) > 1 or any(t.pos in TELLING for t in after)


def _part(reading: Reading, tokens: list[Token], phrase: Phrase) -> Phrase:
    span = Span(start=tokens[0].span.start, end=tokens[-1].span.end)
    return replace(phrase, text=say_tokens(reading, tokens), span=span)


def read_thing(reading: Reading, thing: Token, inside: list[Token], told: Phrase) -> Phrase:
    """The object, asked with its number if it has one, else as it is told."""
    try:
        counted = read_phrase(reading, thing, "plan")
    except Refused:
        counted = None
    if counted is not None and counted.count and counted.counted:
        return _part(reading, inside, replace(counted, marker=""))
    return _part(reading, inside, Phrase(role="plan", text="", span=told.span, kind=speeches.THING, head=thing.lemma, taken_up=told.taken_up))
