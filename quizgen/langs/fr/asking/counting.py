"""A counted or measured phrase -> the words that ask for its number: « combien de soldats », « quelle part des voix », « à quelle distance »."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.morphology import elide, join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Phrase, Verb

SPEED = re.compile(r"km/h|kilomètres?[ -](?:à l[’'])?heure|nœuds|m/s|kilomètres? par heure")
PARTS = re.compile(r"(?:%|pour cent|pourcents?|\b(?:moitié|tiers|quarts?|cinquièmes?|dixièmes?))$")
WHOLE = re.compile(r"des |du |de la |de l’|de (?:ses|son|sa|leurs?) ")
HEIGHTS = ("d’altitude", "au-dessus du niveau de la mer")
SIDES = {"de profondeur": "à quelle profondeur", "de hauteur": "à quelle hauteur"}
REACHING = ("atteindre", "dépasser", "avoisiner", "frôler", "égaler", "excéder", "approcher")
RISING = ("culminer", "élever", "grimper", "percher")
SIGNS = {"km": "kilomètres", "m": "mètres", "cm": "centimètres", "mm": "millimètres", "kg": "kilogrammes", "ha": "hectares", "t": "tonnes"}


def number_word(target: Phrase, verb: Verb) -> str:
    """What opens the question for the number in `target`, with its preposition."""
    if target.kind != "measure":
        counted = re.sub(r"^ans\b", "années", target.counted)  # « combien d’années »
        limit = "jusqu’à " if target.count.startswith("jusqu’à ") and not target.marker else ""  # « peut contenir jusqu’à 900 personnes »
        word = f"{limit}combien {counted if counted.startswith(('des ', 'de ses ', 'd’')) else elide('de', counted)}"
        return join_preposition(target.marker, word)
    if target.marker == "à" and _is_length(target.count):
        return distance_word(target, verb)
    if PARTS.search(target.count):
        whole = WHOLE.match(target.counted)
        return join_preposition(target.marker, f"{'quelle part' if whole else 'quel pourcentage'} {target.counted}")
    unit = re.sub(r"^d[’']", "", target.count.split()[-1])  # « 15 milliards d’euros de ventes »
    if unit.rstrip("s") in word_set("nouns", "currencies") or unit in word_set("nouns", "currencies"):
        return join_preposition(target.marker, f"quel montant {target.counted}")
    return join_preposition(target.marker, f"combien {elide('de', SIGNS.get(unit, unit))} {target.counted}")


def distance_word(target: Phrase, verb: Verb) -> str:
    """« à quelle distance de la côte », « à quelle altitude » for a length after « à »."""
    if target.counted.startswith(HEIGHTS) or (not target.counted and verb.lemma in RISING):
        return "à quelle altitude"
    return SIDES.get(target.counted) or f"à quelle distance {target.counted}".strip()


def measure_word(target: Phrase, verb: Verb) -> str | None:
    """What asks for a measure of nothing named: « combien », « à quelle vitesse », « à quelle distance »."""
    if target.marker == "à" and SPEED.search(target.text):
        return "à quelle vitesse"
    if target.marker == "à" and target.role != "to" and _is_length(target.text):
        return distance_word(target, verb)
    if target.marker == "entre":
        return "combien"
    if (target.marker == "à" and verb.lemma not in word_set("clauses", "standing")) or (target.marker == "de" and "°" in target.text):
        return None
    return reached_word(target) if not target.marker and verb.lemma in REACHING else join_preposition(target.marker, "combien")


def reached_word(target: Phrase) -> str:
    """What is reached: « quelle vitesse », « quelle température », « quel montant », « quelle hauteur »."""
    words = re.findall(r"[^\W\d]+|[€$%°]", target.text)
    if SPEED.search(target.text):
        return "quelle vitesse"
    if "°" in words or any(w in ("degré", "degrés") for w in words):
        return "quelle température"
    if any(w.rstrip("s") in word_set("nouns", "currencies") or w in word_set("nouns", "currencies") for w in words):
        return "quel montant"
    return "quel niveau"


def is_share(target: Phrase) -> bool:
    """Whether the number is a part of a whole, so that « quelle part » asks for it."""
    return target.kind == "measure" and bool(PARTS.search(target.count))


def _is_length(text: str) -> bool:
    return any(word in word_set("nouns", "lengths") for word in re.findall(r"[a-zà-ÿ/]+", text))
