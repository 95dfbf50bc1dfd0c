"""Questions for what somebody says, wants, plans or asks of others: « Qu’a affirmé X au sujet de Y ? », « Qu’est-ce que X a promis de faire ? »."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs import Wording
from quizgen.langs.fr.asking.saying import lower_article, say_parts, say_statement, say_verb
from quizgen.langs.fr.forms.morphology import PRONOUNS, agree, elide, join_preposition
from quizgen.langs.targets import quality_of
from quizgen.langs.trimming import drop_target, shorten
from quizgen.model import Clause, Phrase

PLAN = "plan"  # kind of a phrase whose words are an infinitive that somebody does
STATE = "state"  # of one that nobody does: « être entendu », « avoir un siège »
THING = "thing done"  # of one whose words are what the infinitive before them is done to: « des missiles »
SAID = "said"  # of one whose words are what is said: « qu’elle ne suffira pas »
STANCE = "stance"  # of one whose words are what somebody holds something of: « le résultat du vote »
AIM = "aim"  # of one whose words are an infinitive that the subject, « l’objectif de X », is
KINDS = (PLAN, STATE, THING, SAID, AIM)
NO, DENIAL_WORTH = "non", 0.3  # a question of yes or no is half guessed: of three readers took none
DENIED = "denied"  # role of a fact that is asked with yes or no

SECOND_DEED = re.compile(r" et (?:de |d’)(?=[\w-]{3,}(?:er|ir|oir|re) )")  # « désarmer les milices et d’aider … », without the first « de »


def ask_speech(clause: Clause, target: Phrase) -> str:
    """The question that `target`, of one of KINDS, answers."""
    if target.kind == SAID:
        return _ask_said(clause)
    if target.kind == AIM:
        return _ask_aim(clause)
    said = f"qu’est-ce {elide('que', say_statement(drop_target(clause, target)))}"
    return said if target.kind in (STATE, THING) else " ".join(f"{said} {target.marker} faire".split())


def _ask_said(clause: Clause) -> str:
    """« Qu’a affirmé X au sujet de Y ? »; without a topic where X speaks of himself."""
    verb, speaker = clause.verb, clause.subject
    assert speaker is not None
    about = say_parts(tuple(p for p in clause.complements if isinstance(p, Phrase) and p.kind != SAID), "m", "s")
    return f"{elide('que', f'{verb.finite} {verb.rest}'.strip())} {lower_article(speaker)} {about}".strip()


def _ask_aim(clause: Clause) -> str:
    """« Quel est l’objectif de X ? »"""
    assert clause.subject is not None
    return f"{agree('quel', clause.subject.gender, 's') if clause.subject.gender == 'm' else 'quelle'} {clause.verb.finite} {clause.subject.text}"


def ask_denied(clause: Clause) -> Wording | str:
    """« L’armée va-t-elle partir ? — non », for a clause with « ne … pas »."""
    subject = clause.subject
    if subject is None or clause.verb.negation != "pas":
        return "it is not denied plainly"
    verb = replace(clause.verb, negation="")
    parts = say_parts(shorten(clause, subject, say_statement).complements, subject.gender, subject.number)
    pronoun = PRONOUNS.get((subject.gender, subject.number))
    if pronoun is None:
        question = f"est-ce {elide('que', f'{lower_article(subject)} {say_verb(verb)} {parts}'.strip())}"
    else:
        question = f"{lower_article(subject)} {say_verb(verb, pronoun)} {parts}".strip()
    return Wording(question=question, answer=NO, quality=quality_of(question) * DENIAL_WORTH)


def stance_word(target: Phrase) -> str | None:
    """« de quoi », « sur quoi », « que » for what somebody holds something of; None for anything else."""
    if target.kind != STANCE:
        return None
    return join_preposition(target.marker, "quoi") if target.marker else "que"


def answer_speech(target: Phrase) -> str:
    """The words that answer: « qu’elle ne suffira pas », « envoyer des renforts », « d’être entendu »."""
    if target.kind == STANCE:
        return join_preposition(target.marker, target.text) if target.marker in ("de", "à", "pour", "contre", "par", "dans") else target.text
    if target.kind == STATE and target.marker == "de":
        return elide("de", target.text)
    return SECOND_DEED.sub(" et ", target.text) if target.kind == AIM else target.text
