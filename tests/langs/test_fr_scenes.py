"""French doers, places and times: which of them a teacher would not ask, and the words asked for a place beside another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.langs.fr import PACK
from quizgen.langs.fr.asking.question_words import beside_word, sort_word, subject_word
from quizgen.langs.fr.asking.scenes import is_no_doer, reason_against_scene
from quizgen.langs.fr.clause.word_order import object_first
from quizgen.langs.fr.tree.simple_past import mend_simple_past
from quizgen.model import Clause, Entity, Phrase, Span, Token, Verb

HERE = Span(start=0, end=1)
FIRM = Phrase(role="subject", text="la verrerie Lund", head="verrerie", span=HERE, kind="organisation", named=True)
STAFF = Phrase(role="object", text="900 personnes", head="personne", span=HERE, count="900", counted="personnes")
TOWN = Phrase(role="place", text="Oslo", span=HERE, marker="à", kind="city", entities=(Entity(name="Oslo", kind="city"),))
YEAR = Phrase(role="time", text="2021", span=HERE, marker="en", kind="time")


def clause(lemma: str, *parts: Phrase, rest: str = "", subject: Phrase = FIRM) -> Clause:
    """A clause of the verb `lemma` with these parts."""
    return Clause(verb=Verb(lemma=lemma, finite="a" if rest else lemma, rest=rest), subject=subject, complements=parts)


@pytest.mark.parametrize(
    ("told", "role", "refused"),
    [
        (clause("employer", STAFF), "subject", True),  # the figure is asked
        (clause("vendre", STAFF), "subject", False),
        (clause("invoquer", subject=replace(FIRM, topical=True)), "subject", True),  # the title names it, and nothing tells the deed apart
        (clause("invoquer", YEAR, TOWN, subject=replace(FIRM, topical=True)), "subject", True),  # many do so somewhere in a year
        (clause("suivre", replace(STAFF, text="le dossier", count="", counted="")), "subject", True),  # said of many
        (clause("suivre", replace(STAFF, text="le dossier du port de pêche et de sa nouvelle criée", count="", counted="")), "subject", False),
        (clause("atteindre", STAFF, YEAR), "time", True),  # a figure of a year
        (clause("vendre", STAFF, YEAR), "time", False),
        (clause("fermer", replace(YEAR, marker="depuis"), rest="fermé"), "time", True),  # « Depuis quand a-t-elle fermé… ? »
        (clause("diriger", replace(YEAR, marker="depuis")), "time", False),
        (clause("arriver", TOWN, YEAR), "time", False),  # a year, and no day of a diary
        (clause("arriver", TOWN, YEAR), "place", True),
        (clause("brûler", TOWN), "place", False),
        (clause("brûler", replace(TOWN, text="une ville comme Oslo")), "place", True),
        (clause("arriver", TOWN), "subject", True),
        (clause("démentir", STAFF, YEAR), "time", True),
        (
            clause("brûler", replace(TOWN, text="le port", kind="thing", entities=()), replace(STAFF, text="un bac dans le port de Gao")),
            "place",
            True,
        ),
        (clause("brûler", replace(TOWN, text="la capitale", head="capitale", entities=())), "place", True),
        (clause("brûler", TOWN, replace(TOWN, text="le port", kind="thing", entities=())), "place", False),
    ],
)
def test_what_is_not_asked_of_a_scene(told: Clause, role: str, refused: bool) -> None:
    """A reason is given where another part of the fact leads to more."""
    target = next(p for p in told.phrases() if p.role == role)
    assert (reason_against_scene(told, target, lambda: True) is not None) is refused


def test_the_only_question_of_a_fact_stays() -> None:
    """Who employs so many is asked where nothing else can be."""
    assert reason_against_scene(clause("employer", STAFF), FIRM, lambda: False) is None


def test_a_place_beside_another_keeps_its_preposition() -> None:
    """« Près de quelle ville… ? »; a place without a word of its kind is not asked."""
    assert beside_word(replace(TOWN, marker="près de")) == "près de quelle ville"
    assert beside_word(Phrase(role="place", text="Gao", span=HERE, marker="près de", kind="thing")) is None


def test_a_body_is_asked_by_what_the_article_calls_it() -> None:
    """« Quelle société… ? » for a bare name; « Qui… ? » where nothing tells what it is, and for a name that says it."""
    bare = Phrase(role="subject", text="Lundal", span=HERE, kind="organisation", entities=(Entity(name="Lundal", kind="organisation"),))
    assert subject_word(replace(bare, sort="la société"), many=False) == "quelle société"
    assert subject_word(bare, many=False) == "qui"
    assert sort_word(replace(bare, text="Société Lundal", sort="la société")) == ""


def test_a_town_to_which_something_is_done_is_asked_as_a_town() -> None:
    """« Quelle ville a été reprise… ? », but « Qui a salué… ? » for a town that stands for its government."""
    town = replace(TOWN, role="subject", marker="")
    assert subject_word(town, many=False, passive=True) == "quelle ville"
    assert subject_word(town, many=False) == "qui"


def test_a_short_object_stands_before_place_and_time() -> None:
    """« a vendu 900 personnes à Oslo »; a long object stays behind, and so does one after an idiom."""
    assert object_first((TOWN, YEAR, STAFF)) == (STAFF, TOWN, YEAR)
    long = replace(STAFF, text="le dossier du port de pêche et de sa nouvelle criée")
    assert object_first((TOWN, long)) == (TOWN, long)
    idiom = replace(TOWN, role="told_idiom")
    assert object_first((idiom, STAFF)) == (idiom, STAFF)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La skippeuse Anne Le Goff’h et Olaf Van Berg ont dîné.", ["Anne Le Goff’h", "Olaf Van Berg"]),
        ("Selon Le Matin, Mme Le Berg part.", []),
    ],
)
def test_a_particle_with_a_capital_belongs_to_a_surname(text: str, names: list[str]) -> None:
    """After a first name it is no article; after a preposition it opens a title."""
    assert [text[span.start : span.end] for span, label in PACK.find_full_names(text) if label == "PER"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [("La directrice du site de Velmora Anna Bergman part.", ["Anna Bergman"]), ("Le fils de Pierre Jean Martin part.", [])],
)
def test_a_person_behind_a_place_is_no_part_of_its_name(text: str, names: list[str]) -> None:
    """A common given name tells where the person begins; behind another given name it tells nothing."""
    assert [text[span.start : span.end] for span, label in PACK.find_full_names(text) if label == "PER"] == names


def test_a_short_deed_stands_before_the_place() -> None:
    """« demande à être entendu à Oslo », not « demande à Oslo à être entendu »."""
    deed = replace(clause("être"), subject=None, link="à", role="content")
    assert object_first((TOWN, deed)) == (deed, TOWN)


def test_what_is_no_doer_is_not_asked_as_somebody() -> None:
    """A ship that carries so many, a fair that opens; a firm that sells is asked."""
    ship = replace(TOWN, role="subject", marker="")
    assert is_no_doer(clause("transporter", STAFF), ship)
    assert is_no_doer(Clause(verb=Verb(lemma="ouvrir", finite="ouvre", reflexive=True), subject=FIRM, complements=(YEAR,)), FIRM)
    assert not is_no_doer(clause("vendre", STAFF), FIRM)
    head = replace(FIRM, kind="person")
    assert is_no_doer(clause("devenir", replace(STAFF, text="le 12e gouvernement", head="gouvernement", count=""), subject=head), head)


def test_a_simple_past_read_as_an_adjective_is_a_verb() -> None:
    """« Brandt nationalisa la banque »: the name is the subject, the noun the object."""
    words = [("Brandt", "PROPN", "ROOT", 0), ("nationalisa", "ADJ", "amod", 0), ("la", "DET", "det", 3), ("banque", "NOUN", "obj", 0)]
    tokens = [
        Token(i=i, span=HERE, text=text, lemma=text, pos=pos, dep=dep, head=head, name="" if i else "PER")
        for i, (text, pos, dep, head) in enumerate(words)
    ]
    mend_simple_past(tokens, 1)
    assert [(t.pos, t.dep, t.head) for t in tokens] == [("PROPN", "nsubj", 1), ("VERB", "ROOT", 1), ("DET", "det", 3), ("NOUN", "obj", 1)]
    assert tokens[1].lemma == "nationaliser"
