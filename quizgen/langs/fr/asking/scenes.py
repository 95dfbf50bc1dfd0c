"""A clause and its doer, place or time -> why a good teacher would rather ask something else of the fact, or would not ask that at all."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.langs.fr.asking.kind_words import causing_word, thing_word
from quizgen.langs.fr.asking.question_words import PLACE_WORDS, subject_word, which_noun
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Phrase

PLACED = ("place", "destination")
PLACE_WITHIN = re.compile(r"\b(?:sur|dans) (?:l’|la |le |les )?\w+ (?:de |d’|du )?[A-ZÀ-Ý]")  # « un navire dans le port de Gao »
ADDRESS = re.compile(r"\b\d+(?: bis| ter)?,? (?:allée|avenue|boulevard|chaussée|chemin|cours|impasse|passage|place|quai|route|rue|square) ")
OFFICIAL = ("attendre", "rendre", "visiter")  # with its day, a visit is news; that somebody left is not
AUXILIARY = ("aller", "devoir", "pouvoir")
LEAVING = ("parti", "partir", "quitter", "rejoindre")  # a town, or a treaty, a party
HELD = ("cabinet", "gouvernement")
OF_HEAD = re.compile(r" (?:de |d’)[A-ZÀ-Ý]\w+(?: [A-ZÀ-Ý]\w+)?$")  # « le gouvernement de Vera Holm »; « de la Norvège » is asked
OFFICE = 3  # words of « le poste vacant », which is any
TELLING = 5  # words beside the verb from which a deed without a name, date or number is told from others


def reason_against_scene(clause: Clause, target: Phrase, has_more: Callable[[], bool]) -> str | None:
    """Why the doer, the place or the time `target` of `clause` is not asked, or None; `has_more` tells whether another part of the fact can be."""
    if target is clause.subject:
        return _against_doer(clause, target, has_more)
    if ADDRESS.search(target.text):
        return "an address is a detail"
    if target.role.startswith(PLACED):
        return _against_place(clause, target)
    if target.role == "agent" and not clause.whole:
        return "something that was left out may tell by whom, as what, how far"  # « reconnue par X comme … », « financée à 50 % par X »
    return _against_time(clause, target, has_more) if target.role == "time" else None


def _against_doer(clause: Clause, target: Phrase, has_more: Callable[[], bool]) -> str | None:
    dated = any(p.kind == "time" for p in clause.phrases())
    if is_visit(clause, target) and not (dated and clause.verb.lemma in OFFICIAL):
        return "who went somewhere some day is soon of no interest"
    if clause.verb.passive and clause.verb.lemma in word_set("verbs", "lasting") and not dated and has_more():
        return "who runs one thing may run others"  # « Quel avion était exploité par X ? »
    if clause.verb.passive and target.role == "speaker" and not dated:
        return "many are judged so: what was found is asked"  # « Quel bac a été déclaré apte à naviguer ? »
    if target.head in HELD and OF_HEAD.search(target.text) and has_more():
        return "the country, or the name of the cabinet, would answer as well"
    if clause.verb.passive and not clause.whole and not dated:
        return "something that was left out may tell as what, how far"  # « est reconnue par X comme … »
    if clause.verb.passive and not dated and clause.verb.lemma in (*word_set("clauses", "causing"), "toucher") and is_place(target):
        return "what befell one place befell others"  # « la ville a été touchée par l’ouragan »
    if clause.verb.lemma in word_set("clauses", "common") and not tells_more(clause) and has_more():
        return "many are born and die in a year, or in a place"
    if is_of_a_year(clause) and has_more():
        return "in a year, or somewhere in a year, many do so: when it was is asked"
    if target.topical and not is_told_apart(clause) and has_more():
        return "the title leads to who it is, and more can be asked of the fact"
    if target.role == "actor" and is_bare_demand(clause):
        return "too little is told of the deed for one answer"
    if target.role == "subject" and is_thin(clause):  # who asks, announces or judges is known by that
        return "too little is told of the deed for one answer"
    pair = any(re.search(r"\d.* et .*\d", p.text) for p in clause.phrases())  # of which neither number is asked
    if is_plain_thing(clause, target) and has_more():
        return "« qu’est-ce qui » leads to no thing, and more can be asked of the fact"
    if holds_figure(clause) and clause.verb.lemma != "élever" and (pair or has_more()):  # « Quelle crête s’élève à 268 m ? »
        return "the figure is asked, not what has it"
    return None


def _against_place(clause: Clause, target: Phrase) -> str | None:
    if target.head in word_set("nouns", "places") and not target.entities and (target.head == "capitale" or not target.named):
        return f"« {target.text} » is a way of saying a name"
    if " comme " in target.text:
        return "an example is no answer"
    others = [p for p in clause.phrases() if p is not target]
    beside = [p for p in others if is_place_beside(p) or PLACE_WITHIN.search(p.text)]
    if beside and not (is_town(target) and target.kind != "region") and not is_spot_in(target, beside):
        return "another place in the question tells most of it"
    if any(re.search(r"\d.* et .*\d", p.text) for p in clause.phrases() if p is not target and p.kind != "time"):
        return "two figures, of two places"
    if is_visit(clause, target):
        return "where somebody went on a day is soon of no interest"
    return None


def _against_time(clause: Clause, target: Phrase, has_more: Callable[[], bool]) -> str | None:
    if (holds_figure(clause) or tells_change(clause)) and has_more():
        return "the figure is asked, not when it was so"
    if target.recent:
        return "the day of a piece of news is soon of no interest"
    if clause.verb.lemma in word_set("verbs", "denying"):
        return "the day of a denial tells nothing"
    to_come = clause.verb.finite.endswith(("ra", "ront"))  # « Quand X annoncera-t-il le nom du lauréat ? »
    if clause.verb.lemma in word_set("verbs", "report") and not (clause.verb.passive or to_come) and has_more():
        return "what is announced is asked, not on what day"
    if target.marker == "depuis" and clause.verb.rest and not clause.verb.reflexive:
        return "« depuis quand » does not go with what was done and is over"
    if is_visit(clause, target) and not is_of_history(clause, target):
        return "on what day somebody came or went is soon of no interest"
    return None


def is_spot_in(target: Phrase, around: list[Phrase]) -> bool:
    """« sur la place X » beside « à Gao »: a named spot, asked by its noun, in a town or country that the question tells."""
    elsewhere = [p for p in around if p.role.startswith((*PLACED, "told_place"))]
    return target.named and which_noun(target) is not None and all(p.kind in (*PLACE_WORDS, "region") and len(p.entities) == 1 for p in elsewhere)


def is_plain_thing(clause: Clause, target: Phrase) -> bool:
    """« Qu’est-ce qui a été réalisé à Gand ? »: neither what brings something about nor what a reason is told for; readers took three of sixteen."""
    if subject_word(target, many=len(target.entities) > 1, passive=clause.verb.passive) or causing_word(target, clause):
        return False
    if clause.verb.lemma == "coûter":
        return False  # « a coûté la vie à douze marins »
    return thing_word(target, clause.verb) is not None and not any(p.role == "cause" for p in clause.phrases())


def is_of_a_year(clause: Clause) -> bool:
    """« fut fondé en 1887 », « a été construit en Norvège en 1987 »: a deed of which nothing but the year is told, or the year and the place."""
    others = [p for p in clause.phrases() if p is not clause.subject and not is_named_place(p)]
    return bool(others) and not any(isinstance(p, Clause) for p in clause.complements) and all(is_bare_year(p) for p in others)


def is_named_place(phrase: Phrase) -> bool:
    """« à Gand », « en Corse »: where, by nothing but a name."""
    return phrase.role.startswith(PLACED) and len(phrase.entities) == 1 and phrase.kind in (*PLACE_WORDS, "region")


def is_bare_year(phrase: Phrase) -> bool:
    """« en 1987 »."""
    return phrase.kind == "time" and re.fullmatch(r"\d{4}", phrase.text) is not None


def tells_more(clause: Clause) -> bool:
    """Whether something is told beside the doer, the time and the place."""
    return any(isinstance(p, Clause) or not (p.kind == "time" or p.role.startswith(PLACED)) for p in clause.complements)


def is_place_beside(phrase: Phrase) -> bool:
    """Whether a phrase tells where, too: a place, a name after « à » that may be one, what something is in (« dans un collisionneur »)."""
    if phrase.marker in ("dans", "au sein de") and phrase.role.startswith("complement") and phrase.kind == "thing":
        return True
    return phrase.role.startswith(PLACED) or (phrase.marker in ("à", "en", "dans") and bool(phrase.entities) and phrase.kind != "person")


def is_visit(clause: Clause, target: Phrase) -> bool:
    """Whether somebody comes, goes or sees somebody, as a diary would tell; not an encounter of two people, nor leaving a treaty."""
    verb = clause.verb
    inner = next((p.verb.lemma for p in clause.complements if isinstance(p, Clause) and verb.lemma in AUXILIARY), verb.lemma)  # « devait rejoindre »
    if inner not in word_set("clauses", "visiting"):
        return False
    if inner == "rencontrer" and verb.reflexive:
        return target.role != "time" and not is_town(target)
    left = [p for p in clause.phrases() if p is not target and p is not clause.subject and (p.role == "object" or p.marker == "de")]
    return inner not in LEAVING or any(is_town(p) for p in left)


def is_of_history(clause: Clause, target: Phrase) -> bool:
    """« est arrivé au Brésil en 1500 »: a year, and no day of a diary; where one left a town, the place told may be where one went."""
    left = clause.verb.lemma in LEAVING and clause.verb.lemma != "partir"
    return is_bare_year(target) and target.marker == "en" and not left and not clause.verb.finite.endswith(("ra", "ront"))


def is_told_apart(clause: Clause) -> bool:
    """Whether something beside the doer is named, dated or counted, so that the deed is one that a reader may know."""
    others = [p for p in clause.phrases() if p is not clause.subject]
    return any(p.entities or p.named or p.count or p.kind in ("time", "measure") or is_office(p) for p in others)


def is_office(phrase: Phrase) -> bool:
    """« le portefeuille de la justice »: what one alone has, by its own name."""
    return phrase.head in word_set("nouns", "held_by_one") and len(phrase.text.split()) > OFFICE


def is_thin(clause: Clause) -> bool:
    """« suit le dossier de près », « a reconnu des erreurs »: a few common words, which could be said of many."""
    charged = clause.verb.passive and any(p.role == "cause" and p.marker == "pour" for p in clause.phrases())  # « est mis en examen pour fraude »
    if charged or any(isinstance(p, Clause) for p in clause.complements) or is_told_apart(clause):
        return False
    words = [w for p in clause.phrases() if p is not clause.subject for w in join_preposition(p.marker, p.text).replace("’", "’ ").split()]
    return len(words) < TELLING


def is_bare_demand(clause: Clause) -> bool:
    """« réclamait des contreparties »: one common word is all that is told."""
    others = [p for p in clause.phrases() if p is not clause.subject]
    return len(others) == 1 and re.fullmatch(r"(?:des|du|de la|une?) [\w-]+", others[0].text) is not None


def is_place(phrase: Phrase) -> bool:
    """« Gand », « la ville de Gand »."""
    return phrase.kind in PLACE_WORDS or phrase.head in word_set("nouns", "places")


def is_town(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a town or a country, and nothing more."""
    return phrase.kind in PLACE_WORDS and len(phrase.entities) == 1


def holds_figure(clause: Clause) -> bool:
    """« emploie 3 900 personnes », « peut accueillir jusqu’à 900 personnes »: a state that a figure tells."""
    inner = [p.verb.lemma for p in clause.complements if isinstance(p, Clause) and p.role == "content"]
    figures = (p.count or p.kind == "measure" or re.search(r"\d", p.text) for p in clause.phrases() if p is not clause.subject and p.kind != "time")
    return any(lemma in word_set("clauses", "holding") for lemma in (clause.verb.lemma, *inner)) and any(figures)


def tells_change(clause: Clause) -> bool:
    """« a reculé de 3,2 % », « s’est creusée à 18,5 millions »: by how much something changed, or was more than another."""
    measures = [p for p in clause.phrases() if p.kind == "measure" and p is not clause.subject]
    return any("%" in p.text for p in measures) or (bool(measures) and clause.verb.lemma in word_set("verbs", "changing"))


def is_no_doer(clause: Clause, subject: Phrase) -> bool:
    """Whether a name without a kind is of nobody: a ship or a hall that holds so many, a fair that opens, a cabinet by its head."""
    opens = subject.kind == "organisation" and clause.verb.reflexive and clause.verb.lemma in word_set("verbs", "happen")
    bodies = word_set("nouns", "organisations") | word_set("nouns", "groups")
    becomes = clause.verb.lemma == "devenir" and subject.kind == "person" and any(p.head in bodies for p in clause.phrases() if p is not subject)
    return opens or becomes or (subject.kind == "city" and holds_figure(clause))
