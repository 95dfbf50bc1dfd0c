"""Verb forms made from an infinitive or a present participle: « ordonner » -> « ordonné », « laissant » -> « laissait »; None if not sure."""

from __future__ import annotations

import re

from quizgen.langs.fr.lexicon import read_words, word_set


def past_participle(lemma: str) -> str | None:
    """The masculine singular past participle of the infinitive `lemma`: regular, or in the list of words."""
    known: dict[str, str] = read_words("clauses")["participles"]
    for prefix in ("", "re", "ré", "dé", "sur", "inter"):
        if lemma.startswith(prefix) and lemma[len(prefix) :] in known:
            return prefix + known[lemma[len(prefix) :]]
    if lemma.endswith("er"):
        return f"{lemma[:-2]}é"
    return None


def perfect(lemma: str, number: str) -> tuple[str, str] | None:
    """(auxiliary, participle) of the compound past of a verb with avoir: « a », « ordonné »."""
    participle = past_participle(lemma)
    if participle is None or lemma in word_set("verbs", "auxiliaries", "be"):
        return None
    return ("ont" if number == "p" else "a"), participle


def imperfect(participle: str, number: str) -> str:
    """The imperfect from the present participle: « transportant » -> « transportait »."""
    return f"{participle.lower().removesuffix('ant')}{'aient' if number == 'p' else 'ait'}"


# Ending of the infinitive, end of the present participle before « -ant », and what replaces it in the singular and the plural of the present.
PRESENT = (
    ("prendre", "pren", "prend", "prennent"), ("ttre", "tt", "t", "ttent"), ("dre", "d", "d", "dent"), ("ire", "is", "it", "isent"),
    ("enir", "en", "ient", "iennent"), ("cevoir", "cev", "çoit", "çoivent"), ("vrir", "vr", "vre", "vrent"), ("frir", "fr", "fre", "frent"),
    ("ir", "iss", "it", "issent"),
)  # fmt: skip


def present(participle: str, lemma: str, number: str) -> str | None:
    """The present from the present participle of a regular verb: « provoquant » -> « provoque », « unissant » -> « unit »."""
    stem = participle.lower().removesuffix("ant")
    if lemma.endswith("er"):
        regular = lemma[:-2] == stem.replace("ç", "c") and not re.search(r"(?:[eé][^aeiouéè]{1,2}|y)$", stem)
        return f"{lemma[:-2]}{'ent' if number == 'p' else 'e'}" if regular else None
    for infinitive, end, single, many in PRESENT:
        if lemma.endswith(infinitive) and stem.endswith(end):
            return stem.removesuffix(end) + (many if number == "p" else single)
    return None
