"""Words that take up a name: « il », « les deux dirigeants », « l'alliance militaire », « les pays qui… »."""

from __future__ import annotations

import re
from functools import cache

from quizgen.langs import Pointer
from quizgen.langs.fr.forms.geography import is_people, plain
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.reference.epithets import read_epithet
from quizgen.langs.fr.reference.mentions import NEAREST, PRONOUNS, fuller_mention, is_said_of_people
from quizgen.langs.fr.reference.names import organisations
from quizgen.langs.fr.reference.retellers import speaker_again
from quizgen.langs.fr.reference.standins import human_nouns, read_nearest, read_standin
from quizgen.model import Document, Entity, Reading, Token

COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "2": 2, "3": 3, "4": 4}
OWNERS = {"son": ("s", 1), "sa": ("s", 1), "ses": ("s", 1), "leur": ("p", 2), "leurs": ("p", 2)}
BEFORE_KNOWN = ("le", "la", "l’", "l'", "du", "au", "ce", "cet", "cette")
BORN = ("né", "née", "âgé", "âgée", "élu", "élue", "diplômé", "diplômée", "marié", "mariée", "nommé", "nommée")
VIEWED = {"lui": "m", "elle": "f"}
LONGEST_OPENING = 14  # tokens before « , elle »
GENDERED = {"homme": "m", "femme": "f", "frère": "m", "sœur": "f"}  # « les deux hommes » are no woman and a man
PERSONS = frozenset({"person"})
TERRITORIES = frozenset({"country", "region", "city", "other"})
COUNTRIES = frozenset({"country"})
THINGS = frozenset({"organisation", "country", "city", "region", "sea", "event", "other"})


def rivals() -> frozenset[str]:
    """The nouns of those whom a pronoun of people may mean as well: « L’accusé s’est tu. Il … »."""
    return human_nouns() | word_set("nouns", "kin") | word_set("nouns", "tried")


def read_pointer(reading: Reading, token: Token) -> Pointer | None:
    """What `token` takes up, or None if it is no pointer."""
    document = reading.document
    if (called := _called(reading, token)) is not None:
        return called
    if token.pos == "PRON" and token.text.lower() in VIEWED and is_view_of(document, token):
        return Pointer(gender=VIEWED[token.text.lower()], number="s", kinds=PERSONS, human=True, rivals=rivals())
    if token.pos == "PRON" and token.text.lower().lstrip("-") in PRONOUNS:
        return _pronoun(reading, token)
    if token.pos == "PRON" and token.dep == "obj" and (person := _object_person(document, token)) is not None:
        return person
    if token.text.lower() in NEAREST and token.dep.startswith("nsubj"):
        return read_nearest(reading, token, NEAREST[token.text.lower()])
    if token.pos == "DET" and token.text.lower() in OWNERS:
        return _owner(reading, token)
    if is_people(token.text) and (token.pos in ("NOUN", "PROPN", "ADJ") or token.name):
        return _compatriot(reading, token)
    if token.pos != "NOUN":
        return read_standin(reading, token) if token.lemma == "dernier" else None
    return (
        _bearer(reading, token)
        or _holder(reading, token)
        or _pointed_person(document, token)
        or _apposition(reading, token)
        or _group(document, token)
        or _organisation(reading, token)
        or read_standin(reading, token)
        or read_epithet(reading, token)
    )


def _called(reading: Reading, token: Token) -> Pointer | None:
    """« Baptisée « PK1 », elle … », « Baptisée Tarka, la sonde … »: the subject behind the comma has the name that stands before it."""
    document = reading.document
    first = document.tokens[document.sentence_of(token).first]
    if first.lemma not in word_set("verbs", "christening") or not token.dep.startswith("nsubj") or token.i - first.i > LONGEST_OPENING:
        return None
    start = token.i - (token.pos == "NOUN")
    comma = document.tokens[start - 1]
    named = [t for t in document.tokens[first.i + 1 : comma.i] if t.text not in ("«", "»", "“", "”")]
    bare = all(t.dep in ("det", "punct") for t in document.children(token))  # « le système Tarka 2 » has a name of its own
    if comma.text != "," or token.pos not in ("PRON", "NOUN") or len(named) != 1 or not bare:
        return None
    found = reading.links.get(named[0].i, ())
    return Pointer(entities=found, gender="f" if first.text.endswith("e") else "m") if len(found) == 1 and found[0].kind != "person" else None


def _pronoun(reading: Reading, token: Token) -> Pointer | None:
    """« il » and its like as the subject of a verb that has a real subject."""
    document = reading.document
    if token.dep not in ("nsubj", "nsubj:pass", "expl:subj") or document.head(token).lemma in word_set("verbs", "impersonal"):
        return None
    if token.dep == "expl:subj" and document.head(token).lemma not in word_set("verbs", "report"):
        return None
    if _has_second_subject(document, token) or _is_other_thing(document, token):
        return None
    gender, number = PRONOUNS[token.text.lower().lstrip("-")]
    if (presented := _presented_next(reading, token)) is not None:
        return Pointer(entities=(presented,)) if (presented.gender, presented.number) == (gender, number) else None
    if number == "s" and (speaker := speaker_again(reading, token, gender)) is not None:
        return Pointer(entities=(speaker,))
    topic = _announced(reading, token)
    if topic is not None:
        return Pointer(entities=(topic,)) if topic.gender in ("", gender) and topic.number == number else None
    if document.child(document.head(token), "aux:pass") is not None and document.head(token).lemma in word_set("verbs", "ceded"):
        return Pointer(gender=gender if number == "s" else "", number=number, kinds=TERRITORIES)
    opened = number == "s" and is_opened_by_function(document, token)
    human = opened or is_said_of_people(document, document.head(token))
    kinds = PERSONS if opened else THINGS if not human and is_opened_as_thing(document, token) else frozenset()
    return Pointer(gender=gender if number == "s" else "", number=number, kinds=kinds, human=human, rivals=rivals() if human else frozenset())


def _has_second_subject(document: Document, pronoun: Token) -> bool:
    """« Le but de ce plan est qu’il … » read as one clause with two subjects: the parse does not show what stands above the pronoun."""
    verb = document.head(pronoun)
    if verb.has("VerbForm=Fin", "Number=Plur") and not pronoun.text.lower().endswith("s"):
        return True  # « Il est, assurent-elles, la clef de … »
    others = (t for t in document.children(verb, "nsubj") if t.i < pronoun.i and t.pos == "NOUN")
    return any(document.child(t, "case") is None for t in others)


def _is_other_thing(document: Document, pronoun: Token) -> bool:
    """« Il est la langue du commerce »: what is told by a noun of the other gender, and no noun for people, is no person."""
    noun = document.head(pronoun)
    article = document.child(noun, "det")
    if noun.pos != "NOUN" or document.child(noun, "cop") is None or article is None or article.text.lower() not in ("le", "la", "un", "une"):
        return False
    people = is_function(noun.lemma) or noun.lemma in human_nouns() | word_set("nouns", "kin") | word_set("nouns", "called_people")
    return not people and noun.has("Gender=Fem" if pronoun.text.lower().lstrip("-") == "il" else "Gender=Masc")


def is_view_of(document: Document, pronoun: Token) -> bool:
    """« Selon lui, le port … », « D’après elle, … » at the head of a sentence: the one whom the sentences before are about."""
    first = document.sentence_of(pronoun).first
    opening = " ".join(t.text.lower().replace("'", "’") for t in document.tokens[first : pronoun.i]).replace("’ ", "’")
    after = document.after(pronoun)
    return opening in ("selon", "d’après") and after is not None and after.text == ","


def is_opened_as_thing(document: Document, pronoun: Token) -> bool:
    """« Cédé à la Suède en 1713, il fut rendu … »: what stands before is not done to a person."""
    opening = document.tokens[document.sentence_of(pronoun).first : pronoun.i]
    if not opening or opening[-1].text != ",":
        return False
    return opening[0].text.lower().removesuffix("s").removesuffix("e") in word_set("clauses", "done_to_things")


def is_opened_by_function(document: Document, pronoun: Token) -> bool:
    """« Ancienne ministre des Finances, elle … », « Née à Gand, elle … »: what stands before can only be told of a person."""
    opening = document.tokens[document.sentence_of(pronoun).first : pronoun.i]
    if not 2 < len(opening) <= LONGEST_OPENING or opening[-1].text != "," or any(t.pos in ("PRON", "AUX") or t.has("VerbForm=Fin") for t in opening):
        return False
    first = next((t for t in opening if t.lemma not in ("ancien", "ex", "premier", "seul", "jeune") and t.pos not in ("DET", "ADV")), opening[0])
    trade = is_function(first.lemma) or first.lemma in word_set("nouns", "professions")
    return (first.pos == "NOUN" and trade) or first.text.lower() in BORN


def _object_person(document: Document, token: Token) -> Pointer | None:
    """« l’a convaincue », « l’a nommé »: a person, whose gender the participle shows."""
    verb = document.head(token)
    if token.text.lower() not in ("l’", "l'") or verb.lemma not in word_set("verbs", "undergone") | word_set("verbs", "moved"):
        return None
    if token.i > verb.i or document.child(verb, "aux:tense") is None or verb.has("Number=Plur"):
        return None
    return Pointer(gender="f" if verb.has("Gender=Fem") else "m", kinds=frozenset({"person"}), human=True, rivals=rivals())


def _announced(reading: Reading, pronoun: Token) -> Entity | None:
    """« Quant à la Norvège, elle… »: the name that opens the sentence of `pronoun` so."""
    words = reading.document.words(reading.document.sentence_of(pronoun))
    if len(words) < 4 or words[0].text.lower() != "quant":
        return None
    return next((e for t in words[2:5] if t.i < pronoun.i and (e := reading.entity(t)) is not None), None)


def _presented_next(reading: Reading, pronoun: Token) -> Entity | None:
    """« Elle n’avait jamais gagné. Mardi, X a remporté la course »: a pronoun that opens the article stands for the name which comes next."""
    document = reading.document
    if pronoun.i != document.sentences[0].first or len(document.sentences) < 2 or pronoun.dep == "expl:subj":
        return None
    subjects = [t for t in document.words(document.sentences[1]) if t.dep in ("nsubj", "nsubj:pass") and document.head(t).dep == "ROOT"]
    if len(subjects) != 1:
        return None
    beside = (t for t in document.children(subjects[0], "appos", "flat", "nmod") if document.child(t, "case") is None)
    named = (e for t in (subjects[0], *beside) for e in reading.links.get(t.i, ()))
    found = tuple(dict.fromkeys(e for e in named if e.kind in ("person", "other")))
    return found[0] if len(found) == 1 else None


def _owner(reading: Reading, token: Token) -> Pointer | None:
    """« leurs entretiens », « son gouvernement » as the first subject of its sentence: the owner stands in the one before."""
    document = reading.document
    noun = document.head(token)
    before = document.tokens[document.sentence_of(token).first : token.i]
    if noun.dep.startswith("nsubj") and noun.lemma in word_set("nouns", "kin") and (relative := _namesake(reading, noun)) is not None:
        return Pointer(entities=(relative,))
    if noun.dep not in ("nsubj", "nsubj:pass") or any(t.dep in ("nsubj", "nsubj:pass") or t.name == "PER" for t in before):
        return None
    number, count = OWNERS[token.text.lower()]
    of_person = count == 1 and (is_function(noun.lemma) or noun.lemma in word_set("nouns", "kin"))
    personal = {noun.lemma, noun.text.lower()} & word_set("nouns", "personal_things")
    return Pointer(
        number=number,
        count=count,
        kinds=PERSONS if count > 1 or personal else frozenset(),
        human=of_person,
        rivals=rivals() if of_person else frozenset(),
    )


def _namesake(reading: Reading, noun: Token) -> Entity | None:
    """« Sa fille, Ida Lund, » for Karl Lund: the one person with the family name of the relative, told before."""
    document = reading.document
    names = [t for t in document.tokens[noun.i + 1 : noun.i + 3] if t.name == "PER" and " " in t.text]
    if not names or not (names[0].i == noun.i + 1 or document.tokens[noun.i + 1].text == ","):
        return None
    family = names[0].text.split()[-1]
    same = [
        e for e in reading.entities if e.kind == "person" and e.name.split()[-1] == family and e.name != names[0].text and min(e.mentions) < noun.i
    ]
    return same[0] if len(same) == 1 else None


def _compatriot(reading: Reading, token: Token) -> Pointer | None:
    """« la Suissesse » for the only person whom the article has called so beside the name: « la Suissesse X »."""
    document = reading.document
    determiner = document.before(token)
    following = document.after(token)
    if (
        determiner is None
        or determiner.text.lower() not in ("le", "la", "l’", "l'", "du", "au")
        or (following is not None and following.name == "PER")
    ):
        return None
    same = (t for t in document.tokens[: token.i] if t.text == token.text and t.i + 1 < len(document.tokens))
    people = tuple(dict.fromkeys(e for t in same for e in reading.links.get(t.i + 1, ()) if e.kind == "person"))
    return Pointer(entities=people) if len(people) == 1 else None


def _bearer(reading: Reading, token: Token) -> Pointer | None:
    """« l’entreprise » for the body or ship that the article has named with such a noun: « le groupe X »."""
    document = reading.document
    if topic := _topic_called(reading, token):
        return Pointer(entities=topic)
    determiner = document.before(token)
    full = fuller_mention(reading, token) if determiner is not None and determiner.text.lower() in BEFORE_KNOWN else None
    if full is None or any(t.dep in ("nmod", "amod", "appos", "acl", "flat:name") for t in document.children(token)):
        return None
    names = [t for t in document.children(full, "appos", "nmod", "flat") if t.name and document.child(t, "case") is None and t.i == full.i + 1]
    entities = tuple(dict.fromkeys(e for t in names for e in reading.links.get(t.i, ()) if e.kind in ("organisation", "other", "person")))
    return Pointer(entities=entities) if len(entities) == 1 else None


def _topic_called(reading: Reading, noun: Token) -> tuple[Entity, ...]:
    """« Norvik est un système … Le système … »: the one thing of the title that the article has called by the noun, which stands alone here."""
    document = reading.document
    determiner, first = document.before(noun), document.sentence_of(noun).first
    alone = not document.children(noun, "nmod", "amod", "appos", "acl", "acl:relcl", "flat", "flat:name", "nummod", "conj")
    if determiner is None or determiner.text.lower() not in BEFORE_KNOWN or not alone or noun.has("Number=Plur"):
        return ()
    called = (document.tokens[i] for i in document.by_lemma.get(noun.lemma, ()) if i < first)
    subjects = (s for t in called if document.child(t, "cop") is not None for s in document.children(t, "nsubj"))
    title = plain(document.article.title)
    found = (e for s in subjects for e in reading.links.get(s.i, ()) if plain(e.name) in title and e.kind != "person")
    entities = tuple(dict.fromkeys(found))
    return entities if len(entities) == 1 else ()


def _holder(reading: Reading, token: Token) -> Pointer | None:
    """« le ministre russe » for the only person whom the article calls so, in more words."""
    document = reading.document
    determiner = document.before(token)
    if token.lemma not in word_set("nouns", "functions") or determiner is None or determiner.text.lower() not in ("le", "la", "l’", "l'", "du", "au"):
        return None
    if any(t.name for t in document.subtree(token)):
        return None
    said = frozenset(plain(t.lemma) for t in document.subtree(token) if t.pos in ("NOUN", "ADJ"))
    if len(said) < 2:
        return None
    holders = tuple(e for e in reading.entities if any(said <= words for words in e.functions))
    return Pointer(entities=holders) if len(holders) == 1 else None


def _pointed_person(document: Document, token: Token) -> Pointer | None:
    """« cet ancien professeur » for the person whom the sentence before is about."""
    determiner = document.child(token, "det")
    if determiner is None or determiner.text.lower() not in ("ce", "cet", "cette") or token.dep not in ("nsubj", "nsubj:pass"):
        return None
    if token.lemma not in word_set("nouns", "functions"):
        return None
    return Pointer(gender="f" if token.has("Gender=Fem") else "m", kinds=PERSONS, human=True, rivals=rivals())


def _group(document: Document, token: Token) -> Pointer | None:
    """« les deux dirigeants », « les trois pays »."""
    number = document.child(token, "nummod")
    determiner = document.child(token, "det")
    count = COUNTS.get(number.text.lower()) if number else None
    if count is None or determiner is None or determiner.text.lower() not in ("les", "ces", "des", "aux"):
        return None
    if len(document.children(token)) > 2 + len(document.children(token, "case", "punct", "conj", "cc")):
        return None
    if token.lemma in word_set("nouns", "persons"):
        return Pointer(gender=GENDERED.get(token.lemma, ""), kinds=PERSONS, number="p", count=count)
    if token.lemma in word_set("nouns", "countries") or token.text.lower() == "pays":
        return Pointer(kinds=COUNTRIES, number="p", count=count)
    return None


def _apposition(reading: Reading, token: Token) -> Pointer | None:
    """« la Roumanie et la Bulgarie, les pays qui… »: a plain noun right after the names that it sums up."""
    document = reading.document
    determiner = document.before(token)
    comma = document.before(determiner) if determiner else None
    last = document.before(comma) if comma else None
    if not (determiner and comma and last and determiner.text.lower() in ("les", "deux", "des") and comma.text == ","):
        return None
    if token.text.lower() != "pays" and token.lemma not in word_set("nouns", "countries"):
        return None
    entities = tuple(e for t in _coordinated(document, last) for e in reading.links.get(t.i, ()) if e.kind == "country")
    return Pointer(entities=entities, number="p", count=len(entities)) if len(entities) > 1 else None


def _coordinated(document: Document, last: Token) -> list[Token]:
    """The names of the list that ends with `last`, read from the words: « A, B et C »."""
    names: list[Token] = []
    token = last
    while True:
        if not token.name and token.pos != "PROPN":
            return names[::-1]
        names.append(token)
        before = document.before(token)
        while before and before.pos in ("DET", "ADP"):
            before = document.before(before)
        if before is None or before.text not in ("et", ","):
            return names[::-1]
        previous = document.before(before)
        if previous is None:
            return names[::-1]
        token = previous


def _organisation(reading: Reading, token: Token) -> Pointer | None:
    """« l'alliance militaire » for the only organisation of the article that the press calls an alliance."""
    document = reading.document
    determiner = document.child(token, "det")
    fused = document.child(token, "case")
    definite = (determiner and determiner.text.lower() in ("l’", "l'", "la", "le")) or (fused and fused.text.lower() in ("du", "au"))
    if not definite or any(t.dep in ("nmod", "appos") for t in document.children(token)):
        return None
    noun = plain(token.lemma)
    if noun not in _body_nouns():
        return None
    named = [e for e in reading.entities if noun in _nouns_of(e)]
    others = [e for e in reading.entities if e.kind == "organisation" and e not in named and re.search(rf"\b{noun}\b", plain(e.name))]
    if len(named) != 1 or others or (min(named[0].mentions) > token.i and len(named[0].mentions) < 2):
        return None
    return Pointer(entities=(named[0],))


@cache
def _body_nouns() -> frozenset[str]:
    """All the nouns that the press calls some known body by."""
    return frozenset(plain(noun) for entry in organisations().values() for noun in entry["nouns"])


def _nouns_of(entity: Entity) -> tuple[str, ...]:
    entry = organisations().get(plain(entity.name))
    return tuple(map(plain, entry["nouns"])) if entry else ()
