"""Nouns that stand for a name: « le ministre », « ce pays », « ce dernier » -> what their antecedent must be, or nothing.

Only where the article leaves one candidate: of the persons who hold such a function, of the countries or towns met last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.langs import Pointer
from quizgen.langs.fr.forms.geography import country_of_adjective, find_country, plain
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.reference.mentions import actors, is_said_of_people
from quizgen.langs.memory import once
from quizgen.langs.targets import PLACE_KINDS
from quizgen.model import Document, Entity, Reading, Token

DEFINITE = ("le", "la", "l’", "l'", "du", "au")
DEMONSTRATIVE = ("ce", "cet", "cette")
TITLE_ARTICLES = ("La ", "Le ", "Les ", "L’")
COUNTRY_NOUNS = ("pays", "royaume")  # not « l’État », « la République »: « le président de la République » keeps its words
CITY_NOUNS = ("ville", "cité", "commune", "localité", "bourgade")
FIRMS = ("groupe", "entreprise", "société", "firme", "compagnie", "constructeur", "fabricant", "multinationale", "organisation", "association")
BODIES = ("organisation", "institution", "association")  # nouns of bodies that have a name
NAMED_KINDS = ("organisation", "event", "other")
CRAFTS = ("navire", "avion", "sonde")  # kinds of what carries people or goods under a name
NEAR, FAR = 4, 40  # tokens between a quotation and the verb that tells it; between two quotations
NARROWING = ("nmod", "amod", "appos", "acl", "acl:relcl", "flat", "flat:name", "nummod")


def read_standin(reading: Reading, token: Token) -> Pointer | None:
    """What a noun with « le » or « ce » takes up, or None if it is not sure to be one thing."""
    determiner = reading.document.before(token)
    low = determiner.text.lower() if determiner is not None else ""
    if token.lemma == "dernier" and low in DEMONSTRATIVE:
        return _latter(reading.document, token, low)
    if (called := _named_by(reading, token, low)) is not None:
        return Pointer(entities=(called,))
    if token.has("Number=Plur") or low not in (*DEFINITE, *DEMONSTRATIVE) or reading.document.children(token, *NARROWING):
        return None
    found = (
        _sole_holder(reading, token, low)
        or _sole_person(reading, token)
        or _same_speaker(reading, token)
        or _met_place(reading, token, low)
        or (sole_work(reading, token) if token.lemma in word_set("nouns", "titled") else None)
        or _title_body(reading, token)
        or _met_body(reading, token)
    )
    return Pointer(entities=(found,)) if found is not None else None


def _named_by(reading: Reading, token: Token, determiner: str) -> Entity | None:
    """« ce salon », « ces journées » for the one thing whose name the noun opens: « le Salon du cuir », « les Journées de la mer »."""
    document = reading.document
    if determiner not in (*DEMONSTRATIVE, "ces") or document.children(token, *NARROWING):
        return None
    first = document.sentence_of(token).first
    named = {e.name: e for i in _openings(document).get(plain(token.text), ()) if i < first for e in reading.links.get(i, ())}
    others = (document.tokens[i] for i in document.by_lemma.get(token.lemma, ()) if i < first)
    if len(named) != 1 or any(t.pos == "NOUN" and t.i not in reading.links for t in others):
        return None
    found = next(iter(named.values()))
    return found if found.kind in NAMED_KINDS and (found.number == "p") == token.has("Number=Plur") else None


@once
def _openings(document: Document) -> dict[str, list[int]]:
    """The first word of a name of several words -> where such names stand."""
    places: dict[str, list[int]] = {}
    for token in document.tokens:
        if token.name and " " in token.text:
            places.setdefault(plain(token.text.split()[0]), []).append(token.i)
    return places


def _latter(document: Document, token: Token, determiner: str) -> Pointer | None:
    """« ce dernier » where only a person can do what is told."""
    if not token.dep.startswith("nsubj") or not is_said_of_people(document, document.head(token)):
        return None
    return Pointer(gender="f" if determiner == "cette" else "m", kinds=frozenset({"person"}), last=True)


def read_nearest(reading: Reading, token: Token, gender: str) -> Pointer | None:
    """« celui-ci » for the name met last, in its sentence or the one before; None if a noun that agrees stands nearer."""
    document = reading.document
    number = document.sentence_number(token)
    here = document.sentences[number]
    before = document.sentences[number - 1] if number else here
    if before.paragraph != here.paragraph or token.i in document.quotations:
        return None
    human = is_said_of_people(document, document.head(token))
    for word in reversed(document.tokens[before.first : token.i]):
        found = reading.links.get(word.i, ())
        if found and word.pos in ("PROPN", "NOUN"):
            named = _gender_of_name(reading, word, found[0])
            if len(found) > 1 or word.i in document.quotations or not named:
                return None  # two at once, or a name that may or may not agree
            if named == gender and (found[0].kind == "person" or not human):
                return Pointer(entities=found)
        elif word.pos == "PROPN":
            return None  # a name of nobody known
        elif word.pos == "NOUN" and _is_nearer(reading, word, gender) and (not human or word.lemma in actors()):
            return None
    return None


def _is_nearer(reading: Reading, noun: Token, gender: str) -> bool:
    """Whether a noun agrees, and does not only say what the name beside it is: « le diplomate X »."""
    beside = reading.document.children(noun, "appos", "flat", "nmod", "amod")
    called = any(t.i > noun.i and t.i in reading.links and reading.document.child(t, "case") is None for t in beside)
    return noun.has(gender) and not noun.has("Number=Plur") and not called


def _gender_of_name(reading: Reading, name: Token, entity: Entity) -> str:
    """The gender of a name as a mark of words: its own, or that of the noun it stands beside (« la banque X »); empty if unknown."""
    if entity.gender:
        return {"m": "Gender=Masc", "f": "Gender=Fem"}[entity.gender]
    noun = reading.document.head(name)
    beside = noun.pos == "NOUN" and noun.i < name.i and reading.document.child(name, "case") is None and name.dep in ("appos", "nmod", "flat", "amod")
    return next((m for m in ("Gender=Masc", "Gender=Fem") if beside and noun.has(m)), "")


def _sole_holder(reading: Reading, token: Token, determiner: str) -> Entity | None:
    """« le ministre » for the one person whom the article has called a minister, if no other minister has been spoken of."""
    if not is_function(token.lemma):
        return None
    first = reading.document.sentence_of(token).first
    lemma = plain(token.lemma)
    people = [e for e in reading.entities if any(lemma in words for words in e.functions)]
    if len(people) != 1 or min(people[0].mentions) >= first:
        return None
    person = people[0]
    gender = {"la": "f", "cette": "f", "le": "m", "ce": "m", "du": "m", "au": "m"}.get(determiner, "")
    if gender and person.gender and gender != person.gender:
        return None
    earlier = (reading.document.tokens[i] for i in reading.document.by_lemma.get(token.lemma, ()) if i < token.i)
    return person if all(_is_of(reading, t, person) for t in earlier) else None


def _sole_person(reading: Reading, token: Token) -> Entity | None:
    """« la chercheuse » for the one woman of the article, « le chercheur » for the one person, where nobody else is called so."""
    lemma = plain(token.lemma)
    if not (is_function(token.lemma) or _tells(reading.document, token)) or any(lemma in words for e in reading.entities for words in e.functions):
        return None
    feminine = token.has("Gender=Fem")
    people = [e for e in reading.entities if e.kind == "person" and not (feminine and e.gender == "m")]
    told = [e for e in people if e.functions]
    if feminine and len(told) == 1 and told[0].gender and not any(e.gender for e in people if e is not told[0]):
        people = told  # the others have neither a function nor a known gender: foreign names, names of animals
    earlier = [i for i in reading.document.by_lemma.get(token.lemma, ()) if i < token.i and reading.links.get(i) != tuple(people)]
    if len(people) != 1 or earlier or min(people[0].mentions) >= reading.document.sentence_of(token).first:
        return None
    if token.lemma in word_set("nouns", "unique") and not people[0].functions:
        return None  # « le roi » of an article that names one player: an office has its own holder
    return people[0] if people[0].gender == ("f" if feminine else "m") else None


def _same_speaker(reading: Reading, token: Token) -> Entity | None:
    """« A », a dit X. « B », a poursuivi l’expert: the one who goes on is the one named person who spoke right before."""
    document = reading.document
    verb = document.head(token)
    opened = next((i for i in range(verb.i - 1, max(0, verb.i - NEAR), -1) if i in document.quotations), None)
    if verb.lemma not in word_set("speech", "going_on") or token.i < verb.i or opened is None or token.lemma not in human_nouns():
        return None
    number = document.quotations[opened]
    if number - 1 not in document.quoted:
        return None
    between = document.tokens[document.quoted[number - 1][-1] + 1 : document.quoted[number][0]]
    told = [e for t in between for e in reading.links.get(t.i, ()) if e.kind == "person"]
    people = tuple(dict.fromkeys(told))
    gender = "f" if token.has("Gender=Fem") else "m"
    alone = len(people) == 1 and not any(t.name == "PER" and t.i not in reading.links for t in between) and len(between) <= FAR
    return people[0] if alone and people[0].gender in ("", gender) else None


def _tells(document: Document, token: Token) -> bool:
    """« … », conclut le chimiste: somebody told by what he does, behind a verb of saying."""
    return (
        token.dep.startswith("nsubj")
        and document.head(token).i < token.i
        and is_said_of_people(document, document.head(token))
        and (token.lemma in word_set("nouns", "professions") or token.lemma in word_set("speech", "knowing"))
    )


def human_nouns() -> frozenset[str]:
    """The nouns of people, by what they do."""
    return actors() | word_set("nouns", "professions") | word_set("speech", "knowing")


def sole_work(reading: Reading, token: Token) -> Entity | None:
    """The one work of the article that is named by its title before `token`: « La Maison des vents », which has an article of its own."""
    works = [e for e in reading.entities if e.kind == "other" and e.name.startswith(TITLE_ARTICLES)]
    return works[0] if len(works) == 1 and min(works[0].mentions) < reading.document.sentence_of(token).first else None


def sole_craft(reading: Reading, token: Token) -> Entity | None:
    """« le navire » for the one ship, aircraft or probe that the article has named, where it has told of no other one."""
    group = next((words for words in read_words("nouns")["alike"] if token.lemma in words and words[0] in CRAFTS), None)
    if group is None:
        return None
    document, first = reading.document, reading.document.sentence_of(token).first
    met = [document.tokens[i] for lemma in group for i in document.by_lemma.get(lemma, ()) if i < first]
    if any(t.lemma == "autre" for noun in met for t in document.children(noun, "amod")):
        return None
    known = any(t.pos == "NOUN" and not t.has("Number=Plur") for t in met)
    things = (e for e in reading.entities if e.kind not in PLACE_KINDS)
    named = [e for e in things if any(i < first and _is_craft(document, i, group, known=known, sure=e.kind == "other") for i in e.mentions)]
    return named[0] if len(named) == 1 else None


def _is_craft(document: Document, name: int, group: Sequence[str], *, known: bool, sure: bool) -> bool:
    """« le ferry « X » », « le X » in quotation marks where the article has told of a ship: a name of one (`sure`: of a thing)."""
    quoted = document.tokens[name - 1].text == "«"
    before = document.tokens[max(0, name - 1 - quoted)]
    called = before.lemma in group and (sure or quoted)
    return called or (known and quoted and before.text.lower() in ("le", "la") and document.tokens[name].dep.startswith("nsubj"))


def _title_body(reading: Reading, token: Token) -> Entity | None:
    """« le groupe », « l'entreprise » for the one body of the title, if no other body has been named since the sentence before."""
    if token.lemma not in FIRMS:
        return None
    body = read_topic(reading, "organisation")
    near = rivals_near(reading, token)
    if body is not None and _heads_title(reading.document.article.title, body):
        return None  # « X : le groupe Y condamné »: X may be what it is about, and no body
    return body if body is not None and near <= {body.name} and min(body.mentions) < token.i else None


def _heads_title(title: str, body: Entity) -> bool:
    """Whether the title has a name before a colon, and another in what it tells: the body may be either."""
    heading, colon, told = title.partition(":")
    names = [w for w in told.split()[:3] if w[:1].isupper()]
    return bool(colon) and _words(heading) in map(_words, (body.name, *body.aliases)) and bool(names)


def rivals_near(reading: Reading, token: Token) -> set[str]:
    """The names of the bodies that stand before `token` in its sentence, or in the one before."""
    number = reading.document.sentence_number(token)
    sentences = reading.document.sentences[max(0, number - 1) : number + 1]
    words = (t for s in sentences for t in reading.document.words(s) if t.i < token.i)
    return {e.name for t in words for e in reading.links.get(t.i, ()) if e.kind == "organisation"}


def _met_body(reading: Reading, token: Token) -> Entity | None:
    """« l’organisation » for the one body that the sentence before and its own have named, in the same paragraph."""
    number = reading.document.sentence_number(token)
    if token.lemma not in BODIES or not number:
        return None
    before, here = reading.document.sentences[number - 1], reading.document.sentences[number]
    if before.paragraph != here.paragraph:
        return None
    words = [t for s in (before, here) for t in reading.document.words(s) if t.i < token.i]
    named = {e.name: e for t in words for e in reading.links.get(t.i, ()) if e.kind == "organisation"}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_of(reading: Reading, noun: Token, person: Entity) -> bool:
    """Whether a mention of a function is that of `person`: it stands beside the name, or has been taken for it."""
    if reading.links.get(noun.i) == (person,):
        return True
    near = (reading.document.head(noun), *reading.document.subtree(noun))
    return any(reading.links.get(t.i) == (person,) for t in near)


def _met_place(reading: Reading, token: Token, determiner: str) -> Entity | None:
    """« ce pays », « la ville » for the one country or town named last: in the sentence, or the one before, or the title."""
    kind = "country" if token.text.lower() in COUNTRY_NOUNS else "city" if token.lemma in CITY_NOUNS else ""
    if not kind:
        return None
    document = reading.document
    topic = read_topic(reading, kind)
    number = document.sentence_number(token)
    for sentence in document.sentences[number : number - 2 if number > 1 else None : -1]:
        words = [t for t in document.words(sentence) if t.i < token.i]
        found = {e.name: e for t in words for e in reading.links.get(t.i, ()) if e.kind == kind}
        if len(found) > 1 and topic is not None and topic.name in found and _are_told(reading, token, [e for e in found.values() if e != topic]):
            return topic
        if len(found) > 1 or (found and topic is not None and topic.name not in found and determiner in DEFINITE):
            return None
        if found:
            only = next(iter(found.values()))
            return None if kind == "country" and _other_countries(words, only) and only != topic else only
        if kind == "country" and topic is None and _other_countries(words, None):
            return None
    return topic or _only_one(reading, token, kind)


def _only_one(reading: Reading, token: Token, kind: str) -> Entity | None:
    """The one country of the whole article, if it has been named by now."""
    found = [e for e in reading.entities if e.kind == kind]
    return found[0] if kind == "country" and len(found) == 1 and min(found[0].mentions) < token.i else None


def read_topic(reading: Reading, kind: str) -> Entity | None:
    """The one country or town of the title."""
    title = f" {_words(reading.document.article.title)} "
    found = [e for e in reading.entities if e.kind == kind and any(f" {_words(n)} " in title for n in (e.name, *e.aliases))]
    return found[0] if len(found) == 1 else None


def _are_told(reading: Reading, token: Token, others: list[Entity]) -> bool:
    """Whether the sentence of `token` speaks of each of `others` by its adjective: « les forces suédoises dans ce pays »."""
    words = (t for t in reading.document.words(reading.document.sentence_of(token)) if t.i < token.i and t.pos == "ADJ")
    codes = {country_of_adjective(t.lemma) for t in words}
    return all((own := find_country(e.name)) is not None and own.code in codes for e in others)


def _words(text: str) -> str:
    """`text` for comparison, its words parted by single spaces."""
    return " ".join(re.findall(r"\w+", plain(text)))


def _other_countries(words: list[Token], country: Entity | None) -> bool:
    """Whether an adjective of another country stands among `words`."""
    own = find_country(country.name) if country is not None else None
    codes = {code for t in words if t.pos == "ADJ" and (code := country_of_adjective(t.lemma))}
    return bool(codes - {own.code if own is not None else ""})
