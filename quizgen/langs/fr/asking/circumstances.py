"""Question words for what stands around a deed: « lors de quel procès », « quand », « devant qui », « face à quoi », « malgré quoi »."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Phrase

DURING = ("lors de", "pendant", "durant", "au cours de", "à l’issue de")
OCCASIONS = ("malgré", "devant", *DURING)  # before an event, what hinders, who listens
FACING = "face à"
KNOWN = re.compile(r"(?:les? |la |l’|son |sa |ses |leurs? )")
LISTENING = ("sole_bodies", "groups", "organisations", "listening")  # nouns of bodies
LASTING = ("avoir", "connaître", "devoir", "être", "pouvoir")  # verbs of what is or can be
BARE_NOUN = 2  # words of « le groupe »


def is_told_enough(phrase: Phrase) -> bool:
    """Whether more is told of a thing than its noun."""
    return len(phrase.text.replace("’", "’ ").split()) > BARE_NOUN


def gathers(phrase: Phrase) -> bool:
    """« le congrès du parti X », « l’assemblée des actionnaires »: a body or a meeting that listens."""
    return is_told_enough(phrase) and any(phrase.head in word_set("nouns", key) for key in LISTENING)


def when_word(target: Phrase) -> str | None:
    """« à quelle occasion » behind « lors de », « quand » for a known event else; None for what bears no name.

    Of five answers such as « lors de son discours devant l’assemblée » readers took none: one expects a date.
    """
    if not is_told_enough(target) or target.count or not any(c.isupper() for c in target.text):
        return None
    return "à quelle occasion" if target.marker == "lors de" else "quand" if KNOWN.match(target.text) else None


def facing_word(target: Phrase) -> str | None:
    """« face à quoi » for a thing that is told with more than its noun, as what one answers with a deed."""
    plain_thing = target.kind in ("thing", "other") and not target.entities and not target.count
    return join_preposition(FACING, "quoi") if plain_thing and is_told_enough(target) else None


def has_no_moment(clause: Clause, target: Phrase) -> bool:
    """Whether an event is no answer to « quand »: another time would stay (« Quand … le 4 mai ? »), or it is told how something is or can be."""
    timed = any(p is not target and (p.kind in ("time", "duration") or p.marker in DURING) for p in clause.phrases())
    return target.marker in DURING and target.kind not in ("time", "duration") and (timed or clause.verb.lemma in LASTING)
