"""Questions for what somebody says, wants, plans or asks of others: « Qu’a affirmé X au sujet de Y ? », « Qu’est-ce que X a promis de faire ? »."""

from __future__ import annotations

from quizgen.langs.fr.morphology import elide, join_preposition
from quizgen.langs.fr.saying import lower_article, say_parts, say_statement
from quizgen.langs.trimming import drop_target
from quizgen.model import Clause, Phrase

PLAN = "plan"  # kind of a phrase whose words are an infinitive that somebody does
STATE = "state"  # of one that nobody does: « être entendu », « avoir un siège »
SAID = "said"  # of one whose words are what is said: « qu’elle ne suffira pas »
STANCE = "stance"  # of one whose words are what somebody holds something of: « le résultat du vote »
KINDS = (PLAN, STATE, SAID)


def ask_speech(clause: Clause, target: Phrase) -> str:
    """The question that `target`, of one of KINDS, answers."""
    if target.kind == SAID:
        return _ask_said(clause)
    said = f"qu’est-ce {elide('que', say_statement(drop_target(clause, target)))}"
    return said if target.kind == STATE else " ".join(f"{said} {target.marker} faire".split())


def _ask_said(clause: Clause) -> str:
    """« Qu’a affirmé X au sujet de Y ? »; without a topic where X speaks of himself."""
    verb, speaker = clause.verb, clause.subject
    assert speaker is not None
    about = say_parts(tuple(p for p in clause.complements if isinstance(p, Phrase) and p.kind != SAID), "m", "s")
    return f"{elide('que', f'{verb.finite} {verb.rest}'.strip())} {lower_article(speaker)} {about}".strip()


def stance_word(target: Phrase) -> str | None:
    """« de quoi », « sur quoi », « que » for what somebody holds something of; None for anything else."""
    if target.kind != STANCE:
        return None
    return join_preposition(target.marker, "quoi") if target.marker else "que"


def answer_speech(target: Phrase) -> str:
    """The words that answer: « qu’elle ne suffira pas », « envoyer des renforts », « d’être entendu »."""
    if target.kind == STANCE:
        return join_preposition(target.marker, target.text) if target.marker in ("de", "à", "pour", "contre") else target.text
    return elide("de", target.text) if target.kind == STATE and target.marker == "de" else target.text
