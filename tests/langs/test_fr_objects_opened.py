"""Objects of which more is told than their noun, and questions that lead to nothing that one could know."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.asking.flaws import countries_told, find_flaw
from quizgen.langs.fr.asking.objects_opened import SUPPORTED, ask_matter, open_support
from quizgen.langs.fr.asking.question_words import is_compound, object_word
from quizgen.langs.fr.asking.untold import reason_untold
from quizgen.model import Clause, Phrase, Span, Verb


def phrase(role: str, text: str, **more: str) -> Phrase:
    return Phrase(role=role, text=text, span=Span(start=0, end=1), **more)


def clause(verb: Verb, *parts: Phrase) -> Clause:
    return Clause(verb=verb, subject=phrase("subject", "Berg", kind="person"), complements=parts)


def past(lemma: str, participle: str) -> Verb:
    return Verb(lemma=lemma, finite="a", rest=participle)


def test_support_goes_to_somebody() -> None:
    """« son soutien à Karl Holm » is asked for Karl Holm; « son soutien à la pêche » and « l’accord de Paris » stay whole."""
    for verb, text, marker in (
        (past("apporter", "apporté"), "son soutien à Karl Holm", "à"),
        (past("obtenir", "obtenu"), "le feu vert du Sénat maltais", "de"),
        (past("prononcer", "prononcé"), "un discours devant le parlement", "devant"),
    ):
        target = phrase("object", text)
        _, asked = open_support(clause(verb, target), target)
        assert (asked.role, asked.marker) == (SUPPORTED, marker), text
    for verb, text in ((past("apporter", "apporté"), "son soutien à la pêche"), (past("signer", "signé"), "l’accord de Paris")):
        target = phrase("object", text)
        assert open_support(clause(verb, target), target)[1] is target


def test_matter_of_a_text() -> None:
    """On what an agreement is; a plan for so many people is no text on them."""
    law = phrase("object", "une loi sur la pêche", head="loi", gender="f")
    asked = ask_matter(clause(past("adopter", "adopté"), law), law)
    assert asked is not None and asked[0] == "sur quoi porte la loi que Berg a adoptée" and asked[1].text == "la pêche"
    plan = phrase("object", "un plan sur 900 salariés", head="plan")
    assert ask_matter(clause(past("adopter", "adopté"), plan), plan) is None


def test_compounds_are_asked_whole() -> None:
    """« Quelle motion ? — la motion de censure » asks a word out of a compound."""
    motion = phrase("object", "la motion de censure", head="motion", gender="f")
    assert is_compound(motion) and object_word(motion, past("déposer", "déposé")) == "que"
    assert not is_compound(replace(motion, text="la motion du parti de Gao"))
    assert object_word(phrase("object", "les 300 derniers milles", head="mille"), past("parcourir", "parcouru")) is None
    assert object_word(phrase("object", "la Corse et le Gard", kind="region"), past("placer", "placé")) == "quels territoires"


def test_what_leads_to_nobody() -> None:
    """Talk, a vote that one alone casts, an office of nothing, what goes to nobody, a body told by its sort."""
    speech = phrase("complement", "la fatigue des joueurs", marker="de")
    assert reason_untold(clause(past("parler", "parlé"), speech), speech) is not None
    budget = phrase("object", "le budget")
    house = replace(clause(past("voter", "voté"), budget), subject=phrase("subject", "l’Assemblée nationale", kind="organisation"))
    assert house.subject is not None and reason_untold(house, house.subject) is not None
    head = phrase("seen_as", "président", marker="comme", head="président")
    assert reason_untold(clause(past("nommer", "nommé"), phrase("object", "Lima", kind="person"), head), head) is not None
    asylum = phrase("object", "l’asile politique")
    assert reason_untold(clause(past("accorder", "accordé"), asylum), asylum) is not None
    heard = phrase("addressee", "Lima", marker="à", kind="person")
    assert reason_untold(clause(past("accorder", "accordé"), asylum, heard), asylum) is None
    agency = replace(clause(past("maintenir", "maintenu"), budget), subject=phrase("subject", "l’agence d’évaluation", kind="organisation"))
    assert agency.subject is not None and reason_untold(agency, agency.subject) is not None


def test_lines_tell_countries() -> None:
    """A town and an adjective give their country away."""
    assert countries_told("Attentat à Londres, 3 mai 2012") == {"GB"}
    assert countries_told("Manifestation anti-américaine, 3 mai 2012") == {"US"}
    assert find_flaw("Attentat à Londres, 3 mai 2012", "Dans quel pays l’alerte est-elle levée ?", "en Grande-Bretagne") is not None
    assert find_flaw("Attentat à Londres, 3 mai 2012", "Dans quel pays l’alerte est-elle levée ?", "en Norvège") is None
