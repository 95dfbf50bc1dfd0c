"""Clauses of which nobody could know what contest, post or place is meant."""

from __future__ import annotations

from quizgen.langs.fr.asking.untold import reason_untold
from quizgen.model import Clause, Phrase, Span, Verb


def phrase(role: str, text: str, **more: str) -> Phrase:
    return Phrase(role=role, text=text, span=Span(start=0, end=1), **more)


def clause(verb: Verb, *parts: Phrase) -> Clause:
    return Clause(verb=verb, subject=phrase("subject", "Berg", kind="person"), complements=parts)


BEAT = Verb(lemma="battre", finite="a", rest="battu")
KEEP = Verb(lemma="conserver", finite="a", rest="conservé")
LEAVE = Verb(lemma="partir", finite="est", rest="parti")
LIMA = phrase("object", "Lima", kind="person")
GALICE = phrase("place", "Galice", marker="en", kind="region")
DAY = phrase("time", "le 3 mai 2012", kind="time")


def test_contest() -> None:
    """« a battu Lima en Galice » may have been often; on a day it was once."""
    assert reason_untold(clause(BEAT, LIMA, GALICE), LIMA) is not None
    assert reason_untold(clause(BEAT, LIMA, DAY), LIMA) is None


def test_post() -> None:
    """« son poste » is no post; « son poste de juge » is one."""
    assert reason_untold(clause(KEEP, phrase("object", "son poste"), GALICE), GALICE) is not None
    assert reason_untold(clause(KEEP, phrase("object", "son poste de juge"), GALICE), GALICE) is None


def test_two_places_and_figures() -> None:
    """Two origins, and two figures of which each has its own place."""
    gare, quai = phrase("complement", "la gare", marker="de"), phrase("complement2", "le quai", marker="de")
    assert reason_untold(clause(LEAVE, gare, quai), gare) is not None
    assert reason_untold(clause(KEEP, phrase("object", "27 degrés à Gao et 23 degrés"), GALICE), GALICE) is not None


def test_lies_across() -> None:
    """What somebody is accused of doing something to is asked with effort; that something is asked as a whole."""
    bank = phrase("content2", "la banque Sorelle", kind="organisation")
    inner = Clause(verb=Verb(lemma="piller", finite="piller"), subject=None, complements=(bank,), role="content", link="de")
    accused = clause(Verb(lemma="accuser", finite="a", rest="accusé"), LIMA, inner)
    assert reason_untold(accused, bank) is not None
    assert reason_untold(accused, LIMA) is None


def test_matter() -> None:
    """« est intervenu avant le vote d’une motion » does not tell on what; « sur la pêche » does."""
    spoke, vote = Verb(lemma="intervenir", finite="est", rest="intervenu"), phrase("complement", "le vote d’une motion", marker="avant")
    spoken = clause(spoke, vote)
    assert spoken.subject is not None and reason_untold(spoken, spoken.subject) is not None
    told = clause(spoke, vote, phrase("complement2", "la pêche", marker="sur"))
    assert told.subject is not None and reason_untold(told, told.subject) is None


def test_losing() -> None:
    """« a perdu face à Lima » does not tell what; « a perdu le vote face à Lima » does."""
    lost, facing = Verb(lemma="perdre", finite="a", rest="perdu"), phrase("complement", "Lima", marker="face à")
    assert reason_untold(clause(lost, facing), facing) is not None
    assert reason_untold(clause(lost, phrase("object", "le vote"), facing), facing) is None
