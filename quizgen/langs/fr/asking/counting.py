"""A counted or measured phrase -> the words that ask for its number: « combien de soldats », « quelle part des voix », « à quelle distance »."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.morphology import elide, join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Phrase, Verb

SPEED = re.compile(r"km/h|kilomètres?[ -](?:à l[’'])?heure|nœuds|m/s|kilomètres? par heure")
PARTS = re.compile(r"(?:%|pour cent|pourcents?|\b(?:moitié|tiers|quarts?|cinquièmes?|dixièmes?))$")
WHOLE = re.compile(r"des |du |de la |de l’|de (?:ses|son|sa|leurs?) ")
HEIGHTS = ("d’altitude", "au-dessus du niveau de la mer")
SIDES = {"de profondeur": "à quelle profondeur", "de hauteur": "à quelle hauteur"}
REACHING = ("atteindre", "dépasser", "avoisiner", "frôler", "égaler", "excéder", "approcher")
RISING = ("culminer", "élever", "grimper", "percher")
DOWN = ("descendre", "plonger", "gésir", "enfouir")
COMPASS = ("nord", "sud", "est", "ouest", "nord-est", "nord-ouest", "sud-est", "sud-ouest", "large")
BESIDE = ("au nord de", "au sud de", "à l’est de", "à l’ouest de", "au large de", "autour de")
ORIGIN = re.compile(r"(?:^| )(?:de |du |des |d’|de l’)(?!kilom|milles|mètres)|au large| à l’(?:est|ouest)|au (?:nord|sud)")
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
    if target.marker == "sur":  # « sur 15 kilomètres »
        unit = re.sub(r"^.*[\d\s]", "", target.text)
        return f"sur combien {elide('de', SIGNS.get(unit, unit))}" if _is_length(target.text) or unit in (*SIGNS, "hectares") else None
    if (target.marker == "à" and verb.lemma not in word_set("clauses", "standing")) or (target.marker == "de" and "°" in target.text):
        return None
    return reached_word(target) if not target.marker and verb.lemma in REACHING else join_preposition(target.marker, "combien")


def reason_far(clause: Clause, target: Phrase) -> str | None:
    """Why a distance, or the way in which it lies, is not asked, or None."""
    if lacks_origin(clause, target):
        return "it is not told how far from what"
    return "how far it is in that way would stay in the question" if is_way_off(clause, target) else None


def lacks_origin(clause: Clause, target: Phrase) -> bool:
    """« à une trentaine de kilomètres », « à 40 km »: a distance of which neither it nor what stays beside it tells from where."""
    measured = bool(target.count) or target.kind == "measure"
    if target.marker != "à" or target.role == "to" or not measured or not _is_length(target.text) or SPEED.search(target.text):
        return False
    high = clause.verb.lemma in (*RISING, *DOWN) or target.counted.startswith((*HEIGHTS, *SIDES))
    told = ORIGIN.search(target.counted) or any(
        p is not target and (p.marker == "de" or p.marker in BESIDE or p.head in COMPASS) for p in clause.phrases()
    )
    return not high and not told


def is_way_off(clause: Clause, target: Phrase) -> bool:
    """« au nord de Gao » beside « à 40 kilomètres »: which way it is that far."""
    sided = target.marker in BESIDE or (target.marker == "à" and target.head in COMPASS)
    return sided and any(
        p.marker == "à" and (p.count or p.kind == "measure") and _is_length(p.text) and not SPEED.search(p.text)
        for p in clause.phrases()
        if p is not target
    )


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
