"""Verb groups in another number or voice: « were sent » -> « was sent », « was built by » -> « built »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.forms.morphology import (
    BE,
    HAVE,
    MODALS,
    base_of,
    participle,
    past,
    plural_verb,
    present_participle,
    singular_verb,
    third_person,
)
from quizgen.model import Verb


def with_number(verb: Verb, number: str) -> Verb:
    """`verb` as a subject in the number (s or p) has it."""
    lemma = base_of(verb.lemma, verb.finite) if not verb.rest or verb.finite.lower() not in (*BE, *HAVE) else ""
    finite = singular_verb(verb.finite, lemma) if number == "s" else plural_verb(verb.finite, lemma)
    return replace(verb, finite=finite, number=number)


def plain_past(verb: Verb) -> Verb:
    """The simple past for a pluperfect, which hangs in the air where nothing is told before: « had made » -> « made »."""
    lemma = base_of(verb.lemma, verb.rest.split(" ")[-1])
    words = verb.rest.split()
    if verb.finite.lower() != "had" or not words or verb.negation:
        return verb
    if words[0] == "been" and verb.passive and len(words) > 1:
        return replace(verb, finite="were" if verb.number == "p" else "was", rest=" ".join(words[1:]))
    if words[0].lower() == participle(lemma) and not verb.passive:
        return replace(verb, lemma=lemma, finite="were" if lemma == "be" and verb.number == "p" else past(lemma), rest=" ".join(words[1:]))
    return verb


def make_active(verb: Verb) -> Verb | None:
    """A passive group in the active, third person singular: « has been built » -> « has built »; None if its participle is not found."""
    lemma = base_of(verb.lemma, verb.rest.split(" ")[-1])
    before, found, after = f" {verb.rest} ".partition(f" {participle(lemma)} ")
    if not found:
        return None
    helpers = before.split()
    finite = verb.finite.lower()
    if finite in BE and "being" not in helpers and "be" not in helpers:
        full = past(lemma) if finite in ("was", "were") else third_person(lemma)
        return _group(verb, " ".join([*helpers, full]), after)
    if "been" in helpers:
        form = participle(lemma)
    elif "being" in helpers:
        form = present_participle(lemma)
    elif "be" in helpers and (finite in MODALS or "to" in helpers):
        form = lemma
    else:
        return None
    kept = [word for word in helpers if word not in ("been", "being", "be")]
    return _group(verb, singular_verb(finite, ""), " ".join([*kept, form, after]))


def _group(verb: Verb, finite: str, rest: str) -> Verb:
    return replace(verb, finite=finite, rest=" ".join(rest.split()), number="s", passive=False)
