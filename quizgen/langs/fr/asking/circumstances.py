"""Question words for what stands around a deed: « lors de quel procès », « quand », « après quel événement », « devant qui », « face à quoi »."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.forms.nouns import ends_as_deed
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.model import Clause, Phrase

DURING = ("lors de", "pendant", "durant", "au cours de", "à l’issue de")
OCCASIONS = ("malgré", "devant", *DURING)  # before an event, what hinders, who listens
FACING = "face à"
KNOWN = re.compile(r"(?:les? |la |l’|son |sa |ses |leurs? )")
LISTENING = ("sole_bodies", "groups", "organisations", "listening")  # nouns of bodies
LASTING = ("avoir", "connaître", "devoir", "être", "pouvoir")  # verbs of what is or can be
BARE_NOUN = 2  # words of « le groupe »
AROUND = ("après", "depuis", "jusqu’à")  # with an event, these tell when something was done
OWN = re.compile(r"\b(?:son|sa|ses|leurs?)\b")
TELLING = 4  # words from which an event without a name is known: « la chute du mur »


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


def turning_word(target: Phrase) -> str | None:
    """« après quel événement » for one that is told by its name or by of what it is: « après la chute du mur »; None for other times and things."""
    if target.marker not in AROUND or target.count or target.kind in ("time", "duration", "person") or not KNOWN.match(target.text):
        return None
    words = target.text.replace("’", "’ ").split()
    told = ((target.named or bool(target.entities)) and len(words) > BARE_NOUN) or len(words) >= TELLING
    return f"{target.marker} quel événement" if told and is_event(target.head) and not OWN.search(target.text) else None


def is_event(noun: str) -> bool:
    """Whether a noun tells of something that takes place."""
    keys = ("occasions", "disasters", "meetings", "deeds", "unfolding", "turning")
    return any(noun in word_set("nouns", key) for key in keys) or noun in read_words("nouns")["events"] or ends_as_deed(noun)


def facing_word(target: Phrase) -> str | None:
    """« face à quoi » for a thing that is told with more than its noun, as what one answers with a deed."""
    plain_thing = target.kind in ("thing", "other") and not target.entities and not target.count
    return join_preposition(FACING, "quoi") if plain_thing and is_told_enough(target) else None


def has_no_moment(clause: Clause, target: Phrase) -> bool:
    """Whether an event is no answer to « quand »: another time would stay (« Quand … le 4 mai ? »), or it is told how something is or can be."""
    timed = any(p is not target and (p.kind in ("time", "duration") or p.marker in DURING) for p in clause.phrases())
    return target.marker in DURING and target.kind not in ("time", "duration") and (timed or clause.verb.lemma in LASTING)
