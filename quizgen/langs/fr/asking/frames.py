"""Set questions, for facts whose question is no turning round of their clause: « Que signifie le sigle… ? », « Qu’est-ce que… ? »."""

from __future__ import annotations

from quizgen.langs.fr.forms.morphology import elide, join_preposition
from quizgen.model import Clause, Fact, Phrase

PLACES = {"city": "quelle ville", "country": "quel pays", "region": "quelle région"}


def ask_framed(fact: Fact, clause: Clause, target: Phrase) -> str | None:
    """The set question for `target` of `fact`, or None if the fact has none."""
    if fact.type != "definition" or clause.subject is None:
        return None
    asked = target is clause.subject
    if fact.predicate == "rang":
        return _ask_rank(clause, target) if asked else None
    if fact.predicate in ("trait", "titulaire"):
        return None if asked else _ask_owned(fact, clause)
    if asked:
        return _ask_which(clause, target) if fact.predicate == "être" else None
    frames = {
        "signifier": f"que signifie le sigle {clause.subject.text}",
        "modèle": f"quel est le modèle {join_preposition('de', clause.subject.text)}",
        "nom": f"comment s’{clause.verb.finite} {clause.subject.text}",
        "titre": f"quel est le titre {join_preposition('de', clause.subject.text)}",
        "baptême": f"quel nom a été donné {join_preposition('à', clause.subject.text)}",
        "bord": f"de quel bord politique est {clause.subject.text}",
        "autre": f"comment appelle-t-on {clause.verb.rest} {clause.subject.text}",
        "jadis": f"comment s’appelait {clause.verb.rest} {clause.subject.text}",
        "surnom": f"quel est le surnom {join_preposition('de', clause.subject.text)}",
    }
    return frames.get(fact.predicate, f"qu’est-ce {elide('que', clause.subject.text)}")


def _ask_owned(fact: Fact, clause: Clause) -> str:
    """« Quel est le but de X », « Qui était le chef de X »."""
    assert clause.subject is not None
    quel = "quelle" if clause.subject.gender == "f" else "quel"
    return f"{'qui' if fact.predicate == 'titulaire' else quel} {clause.verb.finite} {clause.subject.text}"


def _ask_which(clause: Clause, place: Phrase) -> str | None:
    """« Quelle ville est la capitale de … »"""
    word = PLACES.get("city" if place.head == "ville" or any(e.kind == "city" for e in place.entities) else place.kind)
    gloss = next((p for p in clause.complements if isinstance(p, Phrase)), None)
    return f"{word} {clause.verb.finite} {gloss.text}" if word and gloss else None


def _ask_rank(clause: Clause, term: Phrase) -> str | None:
    """« Quelle est la plus haute récompense de … », « Quel pays est le premier producteur de … »."""
    gloss = next((p for p in clause.complements if isinstance(p, Phrase)), None)
    if gloss is None:
        return None
    word = PLACES.get(term.kind, "")
    if word and gloss.text.split()[1:2] == word.split()[1:]:
        word = ""  # « quel est le pays le plus peuplé », not « quel pays est le pays »
    word = word or ("qui" if term.kind in ("organisation", "person") else "")
    return f"{word} est {gloss.text}" if word else f"{'quelle' if gloss.text.startswith('la ') else 'quel'} est {gloss.text}"
