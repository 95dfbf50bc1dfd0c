"""Words that take up a name: « he », « its », « the company », « the two leaders »."""

from __future__ import annotations

import re
from functools import cache

from quizgen.langs import Pointer
from quizgen.langs.en.forms.geography import is_demonym, plain
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.reference.epithets import read_epithet, read_office_holders, read_owner, read_team
from quizgen.langs.en.reference.mentions import owns_function
from quizgen.langs.en.reference.names import organisations
from quizgen.model import Document, Entity, Reading, Token

PERSONAL = {"he": "m", "she": "f", "him": "m", "his": "m", "her": "f"}
GENDERED = {"man": "m", "woman": "f", "brother": "m", "sister": "f"}  # « the two men » are no woman and a man
PERSONS = frozenset({"person"})
THINGS = frozenset({"organisation", "country", "city", "region", "sea", "event", "other"})
BODIES = frozenset({"organisation", "country", "city"})
COUNTRIES = frozenset({"country"})
VERBAL = ("VERB", "AUX")
FOCUS = 3  # sentences back in which a body may still be spoken of
SUBJECTS = ("nsubj", "nsubj:pass")
COUNTS = {"two": 2, "three": 3, "four": 4, "both": 2}


def read_pointer(reading: Reading, token: Token) -> Pointer | None:
    """What `token` takes up, or None if it is no pointer."""
    document, low = reading.document, token.text.lower()
    if token.pos == "PRON":
        return read_owner(reading, token) or read_team(reading, token) or _pronoun(reading, token, low)
    if token.pos != "NOUN" and not is_demonym(token.text):
        return None
    return (
        read_office_holders(reading, token)
        or _group(document, token)
        or read_epithet(reading, token)
        or _organisation(reading, token)
        or _named_class(reading, token)
        or _same_class(reading, token)
        or _title_body(reading, token)
    )


@cache
def actors() -> frozenset[str]:
    """The nouns of people, as lemmas."""
    return word_set("nouns", "functions") | word_set("nouns", "persons")


def _follows_thing(reading: Reading, token: Token) -> bool:
    """Whether « it » stands behind a common noun, the object of a clause whose subject it cannot mean: « Guards shut the gate, as it … »."""
    document = reading.document
    for verb in (t for t in document.ancestors(document.head(token)) if t.pos in VERBAL):
        subject, thing = document.child(verb, *SUBJECTS), document.child(verb, "obj")
        if subject is None or thing is None or not subject.i < thing.i < token.i:
            continue
        person = any(e.kind == "person" for e in reading.links.get(subject.i, ()))
        if (person or subject.has("Number=Plur")) and thing.pos == "NOUN" and not thing.has("Number=Plur") and thing.i not in reading.links:
            return True
    return False


def _may_be_done_to(reading: Reading, token: Token) -> bool:
    """Whether « It has been covered » may go on with the thing to which somebody did something before: « The ministry has shut the site. »"""
    document, number = reading.document, reading.document.sentence_number(token)
    if document.child(document.head(token), "xcomp") is not None:
        return False  # « It is expected to decide »
    if token.dep != "nsubj:pass" or not number or any(t.dep in SUBJECTS for t in document.words(document.sentences[number]) if t.i < token.i):
        return False
    words = document.words(document.sentences[number - 1])
    things = [t for t in words if t.dep == "obj" and document.head(t).dep == "ROOT" and t.pos == "NOUN" and not t.has("Number=Plur")]
    return any(t.i not in reading.links and document.child(t, "det") is not None for t in things)


def _pronoun(reading: Reading, token: Token, low: str) -> Pointer | None:
    """« he », « his », « it » with a real antecedent; not « it is known that »."""
    document = reading.document
    if low in PERSONAL and token.dep == "nsubj" and document.head(token).lemma in word_set("verbs", "speaking") and _names_source(document, token):
        return None  # the one who says it may be the one who has said the sentence before
    if low in PERSONAL:
        return Pointer(gender=PERSONAL[low], kinds=PERSONS, human=True, rivals=actors(), across=token.dep.startswith("nsubj") or token.dep == "poss")
    if low == "it" and token.dep in ("obj", "pobj"):
        verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), token)
        others = [
            t
            for t in document.words(document.sentence_of(token))
            if t.i < token.i and t.dep in SUBJECTS and document.head(t) is not verb and document.head(t).pos in VERBAL
        ]
        return None if others else Pointer(kinds=THINGS)
    if low == "it" and token.dep in ("nsubj", "nsubj:pass"):
        verb = document.head(token)
        empty = document.children(verb, "ccomp", "csubj") or any(t.pos == "ADJ" for t in document.children(verb, "acomp", "attr"))
        return None if empty or _follows_thing(reading, token) or _may_be_done_to(reading, token) else Pointer(kinds=THINGS)
    if low == "its" and token.dep == "poss":
        return Pointer(kinds=BODIES if owns_function(document, token) else THINGS)
    if low in ("they", "their") and token.dep in ("nsubj", "nsubj:pass", "poss"):
        return Pointer(number="p", kinds=PERSONS | THINGS)
    return None


def _names_source(document: Document, token: Token) -> bool:
    """Whether the sentence before is somebody's claim: « according to X »."""
    number = document.sentence_number(token)
    return number > 0 and any(t.text.lower() == "according" for t in document.words(document.sentences[number - 1]))


def _group(document: Document, token: Token) -> Pointer | None:
    """« the two leaders », « both countries »."""
    number = document.child(token, "nummod") or next((t for t in document.children(token, "det") if t.text.lower() == "both"), None)
    count = COUNTS.get(number.text.lower()) if number else None
    definite = any(t.text.lower() in ("the", "these", "both") for t in document.children(token, "det"))
    if count is None or not definite or document.children(token, "prep", "acl", "amod", "compound", "appos", "poss"):
        return None
    if token.lemma in word_set("nouns", "persons"):
        return Pointer(gender=GENDERED.get(token.lemma, ""), kinds=PERSONS, number="p", count=count)
    if token.lemma in word_set("nouns", "countries") | word_set("nouns", "for_countries"):
        return Pointer(kinds=COUNTRIES, number="p", count=count)
    return None


def _is_bare(document: Document, token: Token) -> bool:
    """Whether a noun has the definite article and nothing else."""
    following = document.after(token)
    added = following is not None and following.text == ","  # « the fund, which was set up in 2005, »
    return any(t.text.lower() == "the" for t in document.children(token, "det")) and not [
        t for t in document.children(token) if t.dep not in ("det", "punct", "case") and not (added and t.dep == "acl:relcl")
    ]


def _organisation(reading: Reading, token: Token) -> Pointer | None:
    """« the alliance » for the only organisation of the article that the press calls so."""
    if not any(t.text.lower() == "the" for t in reading.document.children(token, "det")) or reading.document.children(
        token, "prep", "appos", "compound", "acl"
    ):
        return None
    noun = plain(token.lemma)
    named = [e for e in reading.entities if noun in _nouns_of(e)]
    others = [e for e in reading.entities if e.kind == "organisation" and e not in named and re.search(rf"\b{noun}\b", plain(e.name))]
    return Pointer(entities=(named[0],)) if len(named) == 1 and not others and min(named[0].mentions) < token.i else None


def _nouns_of(entity: Entity) -> tuple[str, ...]:
    entry = organisations().get(plain(entity.name))
    return tuple(map(plain, entry["nouns"])) if entry else ()


def _named_class(reading: Reading, token: Token) -> Pointer | None:
    """« the bridge » for the only named thing of the article that is called so: « the Tower Bridge », « X, a bridge »."""
    document = reading.document
    if not _is_bare(document, token) or token.has("Number=Plur"):
        return None
    noun = token.lemma.lower()
    called = [e for e in reading.entities if e.kind != "person" and min(e.mentions) < token.i and _is_called(document, e, noun)]
    title = plain(document.article.title)
    titled = [e for e in called if plain(e.name) in title] if len(called) > 1 else called
    if noun in word_set("nouns", "bodies") and len(titled) == 1 and not _is_near(reading, token, titled[0]):
        return None  # the talk is of another one
    return Pointer(entities=(titled[0],)) if len(titled) == 1 else None


def _is_near(reading: Reading, token: Token, body: Entity) -> bool:
    """Whether the sentences up to a bare « the company » speak of `body` last, and of no other body with it."""
    document, number = reading.document, reading.document.sentence_number(token)
    for sentence in reversed(document.sentences[max(0, number - FOCUS) : number + 1]):
        words = (t for t in document.words(sentence) if t.i < token.i and t.dep in SUBJECTS)
        told = {e.name for t in words for e in reading.links.get(t.i, ()) if e.kind in ("organisation", "other")}
        if told:
            return told == {body.name}
    return True


def _same_class(reading: Reading, token: Token) -> Pointer | None:
    """« the same ship » for the only thing called so that the sentence before names."""
    document, number = reading.document, reading.document.sentence_number(token)
    told = [t.text.lower() for t in document.children(token) if t.pos != "PUNCT" and t.i < token.i]
    if told != ["the", "same"] or token.has("Number=Plur") or not number or document.children(token, "prep", "acl"):
        return None
    before = document.sentences[number - 1]
    near = dict.fromkeys(e for t in document.words(before) for e in reading.links.get(t.i, ()) if e.kind != "person")
    called = [e for e in near if _is_called(document, e, token.lemma.lower())]
    return Pointer(entities=(called[0],)) if len(called) == 1 else None


def _title_body(reading: Reading, token: Token) -> Pointer | None:
    """« the company » for the only body that the title names."""
    document = reading.document
    if not _is_bare(document, token) or token.lemma not in word_set("nouns", "bodies") or token.has("Number=Plur"):
        return None
    title = plain(document.article.title)
    named = [
        e
        for e in reading.entities
        if e.kind in ("organisation", "other") and any(re.search(rf"\b{re.escape(plain(n))}\b", title) for n in (e.name, *e.aliases))
    ]
    called = [e for e in reading.entities if e not in named and e.kind == "organisation" and plain(e.name).split()[-1] == token.lemma]
    bodies = [e for e in named if e.kind == "organisation"] or named
    first = [e for e in bodies if title.startswith(plain(e.name))]
    chosen = bodies if len(bodies) == 1 else first
    return Pointer(entities=(chosen[0],)) if len(chosen) == 1 and not called and min(chosen[0].mentions) < token.i else None


def _is_called(document: Document, entity: Entity, noun: str) -> bool:
    """Whether the article gives a name the noun: in it, beside it, or after « is a »."""
    words = plain(entity.name).split()
    classes = word_set("nouns", "places") | word_set("nouns", "spots") | word_set("nouns", "organisations")
    if words[-1] == noun or (words[0] == noun and words[-1] not in classes):
        return True  # « Tower Bridge », « Lake Alder »; not « Bridge Street »
    for i in entity.mentions:
        name = document.tokens[i]
        beside = list(document.children(name, "appos", "compound"))
        head = document.head(name)
        if name.dep == "nsubj" and head.lemma == "be":
            beside += document.children(head, "attr")
        beside += [head] if name.dep == "appos" and head.i < name.i else []
        beside += [document.head(head)] if name.dep == "oprd" and head.dep == "acl" else []
        if any(t.lemma.lower() == noun and not t.has("Number=Plur") for t in beside):
            return True
    return False
