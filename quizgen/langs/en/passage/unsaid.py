"""A passage and its gap -> what a reader would miss in it: the season of goals, to what somebody replies."""

from __future__ import annotations

import re

from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.side import verb_over
from quizgen.langs.passages import Passage
from quizgen.model import Document, Token

AGES = re.compile(r"[\w ]+, aged [\w-]+(?:, [\w-]+)*,? and [\w-]+")
REPLYING = ("reply", "respond", "retort")
PLAYED = ("match", "game", "fixture")
ANSWERED = ("meet", "greet")
SCENES = ("scene", "site")


def reason_unsaid(document: Document, passage: Passage, token: Token) -> str | None:
    """Why the reader of a passage with a gap at `token` would have to ask back, or would learn nothing; None if nothing is against it."""
    if any(is_bare_reply(document, document.tokens[i]) for i in passage.kept):
        return "to what somebody replies is not told"
    if any(goes_on(document, document.tokens[i]) for i in passage.kept):
        return "with what somebody goes on is told elsewhere"
    if is_part_of_name(document, token):
        return "it is a part of a name"
    verb = verb_over(document, token)
    if verb is not None and (reason := reason_by_verb(document, token, verb)) is not None:
        return reason
    if (token.pos == "NUM" or token.dep == "nummod") and AGES.match(passage.after.strip()):
        return "so many ages tell how many they are"
    needy = next((t for t in document.children(token, "acl:relcl") if t.lemma == "need"), None)
    return "what somebody needs tells him from nobody" if needy is not None else None


def reason_by_verb(document: Document, token: Token, verb: Token) -> str | None:
    """Why what stands under a verb is nothing to learn."""
    noun = document.head(token)
    if verb.lemma == "watch" or (verb.lemma == "visit" and any(t.lemma in SCENES for t in document.children(verb, "obj"))):
        return "who looked on, or went to see, is a side matter"
    perfect = any(t.text.lower() in ("has", "have") for t in document.children(verb, "aux"))
    if verb.lemma == "score" and perfect and noun.lemma == "goal" and not document.children(verb, "prep"):
        return "in what time is not told"
    if noun.lemma in PLAYED and document.head(noun).text.lower() == "from":
        return "from how many matches is a side matter"
    received = verb.lemma in ANSWERED and verb.has("VerbForm=Part") and any(t.text.lower() == "with" for t in document.children(verb, "prep"))
    timed = re.fullmatch(r"\d{4}|[A-Z][a-z]+|\d{1,2}|last|month|year|week", token.text) is not None
    return "how it was received is asked, not when" if received and timed and token.name != "PERSON" else None


def is_bare_reply(document: Document, verb: Token) -> bool:
    """« X replied that it had been cleared »: what was asked or said is told elsewhere."""
    return verb.lemma in REPLYING and verb.pos == "VERB" and not any(t.text.lower() == "to" for t in document.children(verb, "prep"))


def goes_on(document: Document, verb: Token) -> bool:
    """« decided to go on to the coast »: what went before is told elsewhere."""
    particle = document.child(verb, "prt")
    return particle is not None and verb.dep == "xcomp" and f"{verb.lemma} {particle.text.lower()}" in word_set("verbs", "going_on")


def is_part_of_name(document: Document, token: Token) -> bool:
    """« 41D » of « 41D/Berg »."""
    text = document.article.text
    return "/" in (text[token.span.end : token.span.end + 1], text[max(0, token.span.start - 1) : token.span.start])
