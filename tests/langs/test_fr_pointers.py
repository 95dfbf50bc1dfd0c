"""Texts -> whom their pronouns and nouns stand for, with the real models: each row preceded by its reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.document import read_document
from quizgen.facts import extract_facts
from quizgen.facts.coreference import resolve_pointers
from quizgen.facts.entities import link_names
from quizgen.langs import get_pack
from quizgen.langs.fr.reference.mentions import is_established, noun_antecedent
from quizgen.langs.fr.reference.names import spelt_out
from quizgen.model import Reading
from tests.recording import make_article

pytestmark = pytest.mark.model


def read(text: str) -> Reading:
    """`text` with its names and what takes them up."""
    pack = get_pack("fr")
    return resolve_pointers(link_names(read_document(make_article(text, "fr"), pack), pack), pack)


POINTERS = [
    # the speaker goes on after a quotation, and is still the one meant
    ("La capitaine Ida Brekke a sauvé dix marins. « La mer était grosse », a-t-elle raconté. Elle a été décorée à Bergen.", "Elle", ["Ida Brekke"]),
    # another paragraph, and a verb that only people are subjects of
    ("Le chimiste Paul Verdan a dirigé le laboratoire de Mons.\n\nEn 1950, il a été arrêté à Liège.", "il", ["Paul Verdan"]),
    # what the sentence announces goes before the subject of the one above
    ("Rabat a refusé l’accord. Quant à la Norvège, elle enverra deux frégates.", "elle", ["Norvège"]),
    # two people agree, and none of them is a subject
    ("L’accord est signé par Paul Verdan et Karl Lund. Il a été arrêté à Liège.", "Il", []),
    # the subject has chosen another, who may well be the one that the story goes on with
    ("Karl Lund a choisi Paul Verdan. Il a été arrêté à Liège.", "Il", []),
    # a thing may be meant: the verb is not one of people
    ("Le ferry de Karl Lund a quitté Bergen. Il a coulé en mer du Nord.", "Il", []),
    # the only one whom the article calls a minister
    ("La ministre Ida Brekke a visité Bergen. « C’est beau », a-t-elle dit. La ministre a signé un accord.", "ministre", ["Ida Brekke"]),
    # another minister has been spoken of
    ("La ministre Ida Brekke a vu le ministre de la Pêche à Bergen. La ministre a signé un accord.", "ministre", []),
    # the country named last, and no adjective of another
    ("Karl Lund a visité le Mali. Il a quitté ce pays en mars.", "pays", ["Mali"]),
    ("Karl Lund a visité le Mali. L’armée danoise a quitté ce pays en mars.", "pays", []),
    # the one named last, under a verb of people
    ("Ida Brekke a reçu Karl Lund à Bergen. Ce dernier a promis un accord.", "dernier", ["Karl Lund"]),
    # somebody is persuaded, and the participle shows of whom it is said
    ("Ida Brekke a débuté à Oslo. Un livre l’a convaincue de partir.", "l’", ["Ida Brekke"]),
    # the one woman of the article; nobody else is called so
    ("Ida Brekke a débuté à Oslo. La chercheuse a repéré une étoile.", "chercheuse", ["Ida Brekke"]),
    ("Ida Brekke a débuté à Oslo avec Olga Lund. La chercheuse a repéré une étoile.", "chercheuse", []),
    # somebody of whom neither function nor gender is known is not called so
    ("La biologiste Ida Brekke a débuté à Oslo avec Tamu. La chercheuse a repéré une grenouille.", "chercheuse", ["Ida Brekke"]),
    # the one whom the sentence before names, told by the country
    ("Inga Holm a gagné à Bergen. La joueuse danoise a reçu une coupe.", "joueuse", ["Inga Holm"]),
    ("Inga Holm a battu Olga Lund à Bergen. La joueuse danoise a reçu une coupe.", "joueuse", []),
    ("Le Suédois Nils Berg a gagné à Bergen. Le skipper danois a reçu une coupe.", "skipper", []),
    ("Nokia supprimera 300 postes. Le géant finlandais fermera une usine à Bergen.", "géant", ["Nokia"]),
    # an office has its own holder
    ("Inga Holm a parlé à Bergen. La ministre danoise a reçu une coupe.", "ministre", []),
    # the one body named in the sentence before
    (
        "Ida Brekke a saisi l’Union internationale des phares (UIP). L’organisation répondra en mars.",
        "organisation",
        ["Union internationale des phares"],
    ),
    # « l’ONG » as the article has called it, not the court named last
    ("L’ONG Amnesty International a saisi Oslo. La Cour des comptes a répondu. L’ONG a publié un rapport.", "ONG", ["Amnesty International"]),
    # whose coach: the one whom the sentences before are about
    ("Ida Brekke a débuté à Oslo. « C’était dur », a-t-elle dit. Son entraîneur est arrivé en mars.", "Son", ["Ida Brekke"]),
    # the subject of the same sentence goes first
    ("Paul Verdan a répondu à Olga Lund ; il a vendu le port.", "il", ["Paul Verdan"]),
    # the group behind « de son côté » is a subject, and who says something is somebody
    (
        "Karl Lund est mort à Oslo. De son côté le groupe, dont les avocats avaient plaidé l’erreur, s’est tu. Il assure n’avoir vu aucun danger.",
        "Il",
        [],
    ),
    ("Karl Lund a été condamné à Oslo. Il assure n’avoir vu aucun danger.", "Il", ["Karl Lund"]),
    # the speaker behind a quotation is the one whom the sentence before it is about, though it names another
    (
        "Le maire Karl Lund appelle à voter pour Paul Verdan. « Le port de Bergen est trop plein pour l’hiver », déclare-t-il dans un journal.",
        "-il",
        ["Karl Lund"],
    ),
    ("Karl Lund et Paul Verdan ont voté à Oslo. « Le port de Bergen est trop plein pour l’hiver », déclare-t-il.", "-il", []),
    # what an impersonal verb calls for may be told of anything
    ("Karl Lund reconnaît qu’il importe qu’il soit repeint.", "il", []),
    # a noun of the other gender tells what a thing is, save for those that people are called by
    ("Karl Lund a visité Oslo. Il est la langue du commerce.", "Il", []),
    ("Karl Lund a visité Oslo. Il est la voix du parti.", "Il", ["Karl Lund"]),
    # a verb of the plural has no pronoun of the singular as its subject, and a verb no two subjects
    ("Karl Lund a visité Oslo avec des élèves. Il est, assurent-ils, la clef du commerce.", "Il", []),
    ("Karl Lund a visité Oslo. Le but de ce plan est qu’il « doit être lu par tous les marins ».", "il", []),
    # told with a title or a function, a name is somebody's
    ("La presse de Gand est du Professeur Haruki Tomo. Il est le directeur du musée de Bergen.", "Il", ["Haruki Tomo"]),
    (
        "« Le chantier fournira 200 bateaux par an », explique Joachim Zaumer le vice-président de Norvik. Il précise que la halle a coûté cher.",
        "Il",
        ["Joachim Zaumer"],
    ),
    # an office has its own holder, where the article gives its one person none
    ("Karl Lund a gagné à Bergen. Le roi a reçu une coupe.", "roi", []),
    # « il » of the weather stands for nobody
    ("Karl Lund a visité Bergen. Il faudra dix jours pour rentrer.", "Il", []),
]


@pytest.mark.parametrize(("text", "pointer", "names"), POINTERS)
def test_a_pointer_stands_for_the_one_that_is_left(text: str, pointer: str, names: list[str]) -> None:
    """The last of the tokens so spelled is linked to the one named, or to nobody."""
    reading = read(text)
    token = [t for t in reading.document.tokens if t.text == pointer][-1]
    assert [e.name for e in reading.links.get(token.i, ())] == names


ESTABLISHED = [
    # a verb of the title, and its noun
    ("La Norvège transfère une base à l’Islande", "Ce transfert a étonné Oslo.", "transfert", True),
    # a longer noun of the title
    ("Une exoplanète près de Véga", "Cette planète a étonné Oslo.", "planète", True),
    # only the first letters are the same
    ("La Norvège transmet une base", "Ce transport a étonné Oslo.", "transport", False),
]


@pytest.mark.parametrize(("title", "text", "noun", "known"), ESTABLISHED)
def test_a_title_makes_a_noun_known(title: str, text: str, noun: str, known: bool) -> None:
    """A demonstrative takes up what the title tells in a word of the same family."""
    document = read_document(replace(make_article(text, "fr"), title=title), get_pack("fr"))
    token = next(t for t in document.tokens if t.text == noun)
    assert is_established(document, token) is known


def test_a_cleft_takes_up_nothing() -> None:
    """« C’est une X, Y, qui … » after a sentence about what the title names tells what Y is, and not what that is."""
    pack = get_pack("fr")
    rest = {"": "C’est un remède dangereux pour le foie.", "of another": "C’est une veilleuse des urgences, Anna Roy, qui avait donné l’alerte."}
    article = make_article("", "fr")
    found = {}
    for key, second in rest.items():
        document = read_document(replace(article, title="Le Volarex interdit", text=f"Le Volarex a été vendu à Lisbonne. {second}"), pack)
        facts, _ = extract_facts(document, pack)
        found[key] = [f.rule for f in facts if f.rule == "definition"]
    assert found == {"": ["definition"], "of another": []}


def test_the_thing_of_the_title_is_taken_up_by_what_it_is_called() -> None:
    """« Norvik est un système … Le système … » is Norvik under a title that names it, and not the other system that is named beside it."""
    pack = get_pack("fr")
    text = "Norvik est un système libre tiré du système Tarka. Le système aide les navires."
    found = {}
    for title in ("Norvik, la nouvelle version", "Une nouvelle version"):
        document = read_document(replace(make_article(text, "fr"), title=title), pack)
        reading = resolve_pointers(link_names(document, pack), pack)
        token = [t for t in document.tokens if t.text == "système"][-1]
        found[title] = [e.name for e in reading.links.get(token.i, ())]
    assert found["Norvik, la nouvelle version"] == ["Norvik"]
    assert found["Une nouvelle version"] != ["Norvik"]


def test_an_army_can_promise_what_an_action_cannot() -> None:
    """Where no main subject of the sentence before can do what is told, the one body of it that agrees is meant."""
    reading = read("Sa marge sera étroite, puisque l’armée s’est donné le pouvoir de signer les lois. Elle a promis de rendre le palais aux élus.")
    pronoun = next(t for t in reading.document.tokens if t.text == "Elle")
    noun = noun_antecedent(reading, pronoun)
    assert noun is not None
    assert noun.text == "armée"


KINDS = [
    # nothing shows that it is a place
    ("Avant Kuma, c’est Orbulin, découvert au Kenya et âgé de 6 millions d’années, qui passait pour le doyen de la lignée.", "Orbulin", "other"),
    # a preposition of place does; so do the tables
    ("Karl Lund est né à Selva. Selva a été fondée en 1912.", "Selva", "city"),
    ("Lisbonne a été fondée en 1912.", "Lisbonne", "city"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_a_town_is_shown_to_be_one(text: str, name: str, kind: str) -> None:
    """A name that is only ever a subject is no town for the recogniser's label alone."""
    assert [e.kind for e in read(text).entities if e.name == name] == [kind]


NAMES = [
    # small words after a noun that begins a name belong to it; the adjective of a country does not
    ("Le Parti populaire norvégien a gagné à Oslo.", "Parti populaire"),
    ("Karl Lund a saisi la Cour suprême à Oslo.", "Cour suprême"),
    ("Karl Lund préside la Fédération du secteur financier à Oslo.", "Fédération du secteur financier"),
    # three forms of one name
    ("Olga Lund Holm a gagné à Oslo. Olga Lund a couru à Bergen. Selon Lund Holm, la course était longue.", "Olga Lund Holm"),
    # an article with its capital amid the sentence is part of the name
    ("Karl Lund travaille pour Le Matin de Bergen et pour L’Avenir à Oslo.", "L’Avenir"),
    # a first name spelled out and shortened are one person
    ("Barbara Lund a gagné à Oslo. Selon B. Lund, la course était longue.", "Barbara Lund"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_whole(text: str, name: str) -> None:
    """One entity has the whole name."""
    entities = read(text).entities
    assert name in [e.name for e in entities]
    assert len([e for e in entities if e.name.split()[-1] == name.split()[-1]]) == 1


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("J-M Lund", "Discours de Jean-Marc Lund à Gand", "Jean-Marc Lund"),
        ("K. Brekke", "Un prix pour Ida Brekke", "K. Brekke"),  # another first name
        ("Karl Lund", "Jean-Marc Lund à Gand", "Karl Lund"),
    ],
)
def test_a_name_cut_to_initials_is_said_as_the_title_has_it(name: str, title: str, said: str) -> None:
    """Only with the same initial and last name."""
    assert spelt_out(name, title) == said


ABOUT = [
    # the one whom the title and the first sentence are about, in a paragraph that names nobody else
    ("Décès d’Ole Brandt", "Sa mort a ému Karl Lund.", ["Ole Brandt"]),
    # another has been a subject in the paragraph before
    ("Décès d’Ole Brandt", "Karl Lund a parlé à Gao.", []),
    # the title is about nobody
    ("Un prix à Oslo", "Sa mort a ému Karl Lund et Paul Verdan.", []),
]


@pytest.mark.parametrize(("title", "between", "who"), ABOUT)
def test_news_about_one_person_goes_back_to_that_person(title: str, between: str, who: list[str]) -> None:
    """A pronoun that opens a paragraph, under a verb of people."""
    text = f"Le peintre Ole Brandt est mort à Gao. {between}\n\nEn 1950, il remporta un prix à Oslo."
    pack = get_pack("fr")
    document = read_document(replace(make_article(text, "fr"), title=title), pack)
    reading = resolve_pointers(link_names(document, pack), pack)
    pronoun = next(t for t in document.tokens if t.text == "il")
    assert [e.name for e in reading.links.get(pronoun.i, ())] == who


TITLED = [
    # what only tells what the topic is, and words of a speech, are no rivals of it
    ("Verden", "Verden est la capitale de la Norlande depuis 1871. Verden est une cité du nord. En 2016, elle compte 28 000 habitants.", ["Verden"]),
    ("Karl Ier", "Karl Ier régna dès 1710. « Un sujet et un souverain sont deux choses », disait-il. Il posa sa couronne en 1712.", ["Karl Ier"]),
    # somebody else may be meant
    ("Karl Ier", "Karl Ier régna dès 1710. Un général prit le pouvoir. Il posa sa couronne en 1712.", []),
]


@pytest.mark.parametrize(("title", "text", "who"), TITLED)
def test_a_pronoun_goes_back_to_what_an_encyclopedia_is_about(title: str, text: str, who: list[str]) -> None:
    """An article whose title is the name of its topic, and a pronoun in its last sentence."""
    pack = get_pack("fr")
    document = read_document(replace(make_article(text, "fr"), title=title), pack)
    reading = resolve_pointers(link_names(document, pack), pack)
    pronoun = [t for t in document.tokens if t.text in ("Il", "elle")][-1]
    assert [e.name for e in reading.links.get(pronoun.i, ())] == who
