"""« put the number at 40,000 », « accounted for 40% of the traffic »: figures asked as English asks them."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.asking.saying import invert, say_parts, say_subject
from quizgen.model import Clause, Phrase, Verb

GIVING = {"put": "gave", "puts": "gives"}
SHARE = re.compile(r".*(?:%|percent|per cent) (of .+)")


def ask_figure(clause: Clause, target: Phrase) -> str | None:
    """« What figure did X give for the loss? » of « put the loss at £2 million », « What share of the trade did X account for? »; else None."""
    if clause.subject is None or clause.verb.passive:
        return None
    if is_estimate(clause) and target.marker == "at" and is_figure(target):
        rest = (replace(p, marker="for") if isinstance(p, Phrase) and p.role == "object" else p for p in clause.complements if p is not target)
        verb = as_giving(clause.verb)
        return f"what figure {invert(verb, say_subject(clause.subject))} {say_parts(tuple(rest), clause.subject)}"
    share = SHARE.fullmatch(f"{target.count} {target.counted}" if target.count else target.text)
    if clause.verb.lemma == "account" and target.marker == "for" and share is not None:
        left = (replace(target, text="", count="", counted="") if p is target else p for p in clause.complements)
        return f"what share {share.group(1)} {invert(clause.verb, say_subject(clause.subject))} {say_parts(tuple(left), clause.subject)}"
    return None


def is_estimate(clause: Clause) -> bool:
    """Whether somebody puts something at a figure: where, and of what, is told then, not asked."""
    parts = [p for p in clause.complements if isinstance(p, Phrase)]
    return clause.verb.lemma == "put" and any(p.role == "object" for p in parts) and any(p.marker == "at" and is_figure(p) for p in parts)


def is_figure(phrase: Phrase) -> bool:
    """Whether a phrase is a figure: « 40,000 », « £2 million »."""
    return phrase.kind == "measure" or bool(phrase.count) or phrase.text[-1:].isdigit()


def as_giving(verb: Verb) -> Verb:
    """« put » as « give », in its tense."""
    rest = re.sub(r"\bput$", "given" if verb.finite in ("has", "have", "had") else "give", verb.rest)
    return replace(verb, lemma="give", finite=GIVING.get(verb.finite, verb.finite), rest=rest)
