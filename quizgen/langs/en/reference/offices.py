"""The body of an office that is told without one: « the chief executive » of an article on one firm, « Health Minister X » of one on Denmark."""

from __future__ import annotations

import re

from quizgen.langs.en.forms.geography import is_demonym, plain
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.reference.mentions import SUBJECTS
from quizgen.model import Entity, Reading, Token

CHIEF = "chief"  # « chief executive », « chief operating officer »
OF_FIRMS = ("chairman", "chairwoman", "chairperson", "chair", "ceo")
DEPUTIES = ("vice", "deputy", "assistant", "acting", "associate", "junior", "senior")  # they say no body and no field


def is_headed(words: list[Token], noun: Token) -> bool:
    """Whether a post is one of which a body has one, by its words: « chief executive », « candidate for chancellor », « public health officer »."""
    low = [t.text.lower() for t in words]
    return (CHIEF in low[:-1] or noun.lemma.lower() in ("leader", "candidate", "officer")) and not set(DEPUTIES) & set(low)


def implied_body(reading: Reading, noun: Token, words: list[Token]) -> Entity | None:
    """The one body or country that a bare office belongs to, or None where it is not sure.

    A firm's is that of the one body in the title, or of the body of which the sentence before tells; a minister's that of the one country there.
    """
    if any(t.dep in ("poss", "pobj") or is_demonym(t.text) or t.i in reading.links for t in words if t is not noun):
        return None
    low = [t.text.lower() for t in words]
    if set(DEPUTIES) & set(low):
        return None
    if noun.lemma.lower() in ("minister", "premier"):
        return _alone(reading, noun, "country", _in_title(reading, "country"))
    if CHIEF not in low[:-1] and noun.lemma.lower() not in OF_FIRMS:
        return None
    told = _told_before(reading, noun) if low[0] == "the" else None
    return told or _alone(reading, noun, "organisation", _in_title(reading, "organisation"))


def _in_title(reading: Reading, kind: str) -> tuple[Entity, ...]:
    """The entities of a kind that the title names; the one that opens it, where it names several."""
    title = plain(reading.document.article.title)
    named = {e: [plain(n) for n in (e.name, *e.aliases)] for e in reading.entities if e.kind == kind}
    found = tuple(e for e, names in named.items() if any(re.search(rf"\b{re.escape(n)}\b", title) for n in names))
    return tuple(e for e in found if title.startswith(tuple(named[e]))) if len(found) > 1 else found


def _alone(reading: Reading, noun: Token, kind: str, found: tuple[Entity, ...]) -> Entity | None:
    """The one of `found`, unless the sentence of `noun` names another body before it."""
    if len(found) != 1:
        return None
    here = [t for t in reading.document.words(reading.document.sentence_of(noun)) if t.i < noun.i]
    named = {e.name for t in here for e in reading.links.get(t.i, ()) if e.kind in (kind, "organisation")}
    return found[0] if named <= {found[0].name} else None


def _told_before(reading: Reading, noun: Token) -> Entity | None:
    """The body that the sentence before has for its subject, in the same paragraph, where « the chief inspector » follows."""
    document, number = reading.document, reading.document.sentence_number(noun)
    if not number or document.sentences[number - 1].paragraph != document.sentences[number].paragraph:
        return None
    before = document.words(document.sentences[number - 1])
    subject = next((t for t in before if t.dep in SUBJECTS and document.head(t).dep == "ROOT"), None)
    body = reading.entity(subject) if subject is not None else None
    here = [t for t in document.words(document.sentences[number]) if t.i < noun.i]
    others = {e.name for t in (*before, *here) for e in reading.links.get(t.i, ()) if e.kind == "organisation"}
    is_body = body is not None and (body.kind == "organisation" or (body.kind == "other" and body.name.isupper()))  # « the RTB »
    return body if is_body and body is not None and others <= {body.name} else None


def is_bare_office(reading: Reading, noun: Token, words: list[Token]) -> bool:
    """Whether a post that every firm or country has is told of none: « chief executive », « business minister », « vice chancellor »."""
    told = any(t.dep in ("poss", "pobj") or is_demonym(t.text) or t.i in reading.links or t.name for t in words if t is not noun)
    low = [t.text.lower() for t in words]
    common = noun.lemma.lower() in word_set("nouns", "of_state") or CHIEF in low[:-1] or noun.lemma.lower() == "commissioner"
    return common and not told
