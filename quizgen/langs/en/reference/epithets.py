"""A noun that tells a person or two by what they are -> who they are: « the 58-year-old Dane », « the Danish goalkeeper », « the two ministers »."""

from __future__ import annotations

import re

from quizgen.langs import Pointer
from quizgen.langs.en.forms.geography import is_demonym
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.reference.mentions import owns_function
from quizgen.model import Document, Entity, Reading, Token

COUNTS = {"two": 2, "three": 3, "both": 2}
MOST = 3  # holders of an office who may be meant together
SUBJECTS = ("nsubj", "nsubj:pass")
STOPS = (":", ";")
AGED = re.compile(r"\d{1,3}-year-old")


def read_epithet(reading: Reading, token: Token) -> Pointer | None:
    """The one person whom the sentence before names, or the clause before a colon, where a subject tells him by his age, people or trade."""
    document = reading.document
    definite = any(t.text.lower() == "the" for t in document.children(token, "det"))
    if token.dep not in SUBJECTS or not definite or token.has("Number=Plur") or is_told_more(document, token):
        return None
    telling = [t for t in document.children(token, "amod", "compound", "nmod") if is_demonym(t.text) or AGED.fullmatch(t.text)]
    human = token.lemma.lower() in actors()
    near = _persons_in(reading, _words_before_stop(document, token))
    if human and len(near) == 1 and not _is_told_of_another(reading, token, near[0]):
        return Pointer(entities=near)
    by_people = is_demonym(token.text) and token.dep in SUBJECTS
    told = by_people or (human and bool(telling) and token.lemma not in word_set("nouns", "unique"))
    before = _persons_in(reading, _sentence_before(document, token)) if told and not near else ()
    return Pointer(entities=before) if len(before) == 1 and not _is_told_of_another(reading, token, before[0]) else None


def is_told_more(document: Document, token: Token) -> bool:
    """Whether the noun has more beside it that tells who is meant: « the mayor of Gao », « the woman found there »; not his age."""
    below = document.children(token, "prep", "appos", "acl", "poss")
    return any(t.dep != "acl:relcl" and t.pos != "NUM" for t in below)


def _words_before_stop(document: Document, token: Token) -> list[Token]:
    """The words of the sentence before the colon or semicolon behind which `token` stands first."""
    words = [t for t in document.words(document.sentence_of(token)) if t.i < token.i]
    stop = next((t.i for t in reversed(words) if t.text in STOPS), None)
    opens = stop is not None and not any(t.dep in SUBJECTS for t in words if t.i > stop)
    return [t for t in words if t.i < stop] if stop is not None and opens else []


def _sentence_before(document: Document, token: Token) -> list[Token]:
    """The words of the sentence before in the paragraph, if `token` is the first subject of its own."""
    number = document.sentence_number(token)
    here = document.sentences[number]
    first = not any(t.dep in SUBJECTS and t.i < token.i for t in document.words(here))
    same = number > 0 and document.sentences[number - 1].paragraph == here.paragraph
    return list(document.words(document.sentences[number - 1])) if first and same else []


def _persons_in(reading: Reading, words: list[Token]) -> tuple[Entity, ...]:
    """The persons whom `words` name."""
    found = (e for t in words for e in reading.links.get(t.i, ()) if e.kind == "person")
    return tuple(dict.fromkeys(found))


def _is_told_of_another(reading: Reading, token: Token, person: Entity) -> bool:
    """Whether the article has given the noun to somebody else before."""
    document = reading.document
    others = (document.tokens[i] for i in document.by_lemma.get(token.lemma, ()) if i < token.i)
    return any(e is not person and e != person for t in others for e in _bearers(reading, t))


def _bearers(reading: Reading, noun: Token) -> tuple[Entity, ...]:
    """The persons who are told with a noun: « the mayor, X », « X, mayor of Y », « mayor X »."""
    document = reading.document
    above = document.head(noun)
    beside = [*document.children(noun, "appos"), *([above] if noun.dep in ("appos", "compound", "nmod") else [])]
    return tuple(e for t in beside for e in reading.links.get(t.i, ()) if e.kind == "person")


def read_owner(reading: Reading, token: Token) -> Pointer | None:
    """« its » that belongs to the object of the verb above (« urged X to cut its debt »), or to the one body before (« its chairman »)."""
    document = reading.document
    if token.text.lower() in ("his", "her") and token.dep == "poss":
        return _read_praised(reading, token)
    if token.text.lower() != "its" or token.dep != "poss":
        return None
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    above = document.head(verb) if verb is not None and verb.dep in ("xcomp", "ccomp") else None
    if verb is not None and above is not None and any(t.text.lower() == "to" for t in document.children(verb, "aux")):
        told = [t for t in (*document.children(above, "obj", "dative"), *document.children(verb, "nsubj")) if above.i < t.i < verb.i]
        if len(told) == 1 and (entity := reading.entity(told[0])) is not None and entity.kind != "person":
            return Pointer(entities=(entity,))
    before = _sentence_before(document, token) if owns_function(document, token) else []
    if any(t.pos == "NOUN" and t.lemma in word_set("nouns", "organisations") and t.i not in reading.links and t.dep != "appos" for t in before):
        return None  # another body, without a name
    named = tuple(dict.fromkeys(e for t in before for e in reading.links.get(t.i, ()) if e.kind == "organisation"))
    main = next((t for t in before if t.dep in SUBJECTS and document.head(t).dep == "ROOT"), None)
    chief = reading.links.get(main.i, ()) if main is not None else ()
    if len(chief) == 1 and chief[0].kind != "person" and chief != named:
        return Pointer(entities=chief) if chief[0].kind in ("organisation", "other") else None  # « X was praised by Y. Its head … » is that of X
    return Pointer(entities=named) if len(named) == 1 else None


def read_tellers_body(reading: Reading, token: Token) -> Pointer | None:
    """« the company » of what its own officer says: « X, the head of Elmer, said the company would … », « Elmer’s chairman said the firm »."""
    document = reading.document
    alone = [t.text.lower() for t in document.children(token) if t.pos != "PUNCT"] == ["the"]
    if token.dep not in SUBJECTS or not alone or token.lemma not in word_set("nouns", "bodies") or token.has("Number=Plur"):
        return None
    told = document.head(token)
    while told.dep == "conj" and told.pos in ("VERB", "AUX"):
        told = document.head(told)
    verb = document.head(told)
    if told.dep != "ccomp" or verb.lemma not in word_set("verbs", "report"):
        return None
    while verb.dep == "conj" and document.child(verb, *SUBJECTS) is None and document.head(verb).pos in ("VERB", "AUX"):
        verb = document.head(verb)
    speaker = document.child(verb, *SUBJECTS)
    words = document.subtree(speaker) if speaker is not None and speaker.i < token.i else ()
    bodies = {e.name: e for t in words for e in reading.links.get(t.i, ()) if e.kind in ("organisation", "other")}
    offices = word_set("nouns", "unique") | word_set("nouns", "minor_offices") | {"executive"}
    officers = [t for t in words if t.lemma.lower() in offices and any(is_officers_body(document, t, w, reading) for w in words)]
    return Pointer(entities=tuple(bodies.values())) if len(bodies) == 1 and officers else None


def is_officers_body(document: Document, officer: Token, name: Token, reading: Reading) -> bool:
    """Whether a name is that of the body of an officer: « Elmer’s chairman », « chairman of Elmer », « the Elmer chairman », « its chairman »."""
    if not any(e.kind in ("organisation", "other") for e in reading.links.get(name.i, ())):
        return False
    prep = document.head(name)
    of = name.dep == "pobj" and prep.text.lower() in ("of", "for") and prep.head == officer.i
    return of or (name.dep in ("poss", "compound", "nmod") and name.head == officer.i)


def _read_praised(reading: Reading, token: Token) -> Pointer | None:
    """« his » in what somebody is praised or blamed for, which is that of the one praised: « X praised Y for keeping his men calm »."""
    document = reading.document
    deed = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    verb = document.head(document.head(deed)) if deed is not None and deed.dep == "pcomp" else None
    praised = document.child(verb, "obj") if verb is not None and verb.pos == "VERB" else None
    if praised is None or document.head(deed).head != praised.head or not praised.i < token.i:  # type: ignore[arg-type]
        return None
    named = [e for t in (praised, *document.children(praised, "appos")) for e in reading.links.get(t.i, ()) if e.kind == "person"]
    return Pointer(entities=(named[0],)) if len(set(named)) == 1 else None


def read_team(reading: Reading, token: Token) -> Pointer | None:
    """« Their manager » for the one body that the sentence before is about, and « them » behind it for the same one."""
    document, low = reading.document, token.text.lower()
    words = document.words(document.sentence_of(token))
    if low == "them":
        owner = next((t for t in words if t.i < token.i and t.text.lower() == "their" and t.i in reading.links), None)
        others = [t for t in words if t.i < token.i and t.pos == "NOUN" and t.has("Number=Plur")]
        found = reading.links[owner.i] if owner is not None and not others else ()
        return Pointer(entities=found) if len(found) == 1 and found[0].kind != "person" else None
    if low in ("they", "their") and (team := _plural_body(reading, token)) is not None:
        return Pointer(entities=(team,))
    if low != "their" or token.i != words[0].i or not owns_function(document, token):
        return None
    subjects = [t for t in _sentence_before(document, token) if t.dep in SUBJECTS]
    if len(subjects) != 1 or (entity := reading.entity(subjects[0])) is None:
        return None
    return Pointer(entities=(entity,)) if entity.kind != "person" and document.head(subjects[0]).dep == "ROOT" else None


def _plural_body(reading: Reading, token: Token) -> Entity | None:
    """The team, country or firm of which the article speaks as of several (« Norway, who », « Elmer are »), and which « they » goes on with.

    It is a main subject of the sentence, or of the sentence before; None if another plural or body is a subject there.
    """
    document = reading.document
    words = [t for t in document.words(document.sentence_of(token)) if t.i < token.i]
    subjects = [t for t in words if t.dep in SUBJECTS and t.text.lower() not in ("who", "which", "that")]
    subjects = subjects or [t for t in _sentence_before(document, token) if t.dep in SUBJECTS and t.text.lower() not in ("who", "which", "that")]
    if token.dep not in (*SUBJECTS, "poss") or any(t.has("Number=Plur") and t.pos != "PROPN" and t.i not in reading.links for t in subjects):
        return None
    main = [t for t in subjects if document.head(t).dep in ("ROOT", "parataxis", "conj")]
    bodies = tuple(dict.fromkeys(e for t in main for e in reading.links.get(t.i, ()) if e.kind in ("country", "organisation", "other")))
    return bodies[0] if len(bodies) == 1 and _is_spoken_of_as_many(document, bodies[0]) else None


def _is_spoken_of_as_many(document: Document, body: Entity) -> bool:
    """Whether a body has « who » behind it, or a verb in the plural: « Norway, who », « Norway have »."""
    for i in body.mentions:
        name = document.tokens[i]
        who = any(t.text.lower() == "who" for c in document.children(name, "acl:relcl") for t in document.children(c, "nsubj"))
        verb = document.head(name)
        first = next((t for t in document.children(verb, "aux", "aux:pass") if t.i > i), verb)
        many = name.dep in SUBJECTS and document.child(name, "conj") is None and first.text.lower() in ("have", "are", "were", "do")
        if who or many:
            return True
    return False


def read_office_holders(reading: Reading, token: Token) -> Pointer | None:
    """« the ministers », « the two ministers »: those whom the article has told with that office, or as the counterpart of one."""
    document = reading.document
    definite = any(t.text.lower() in ("the", "both") for t in document.children(token, "det"))
    if token.lemma not in word_set("nouns", "unique") or not token.has("Number=Plur") or not definite:
        return None
    if is_told_more(document, token) or document.children(token, "amod", "compound"):
        return None
    number = document.child(token, "nummod")
    wanted = COUNTS.get(number.text.lower()) if number is not None else None
    earlier = (document.tokens[i] for lemma in (token.lemma, "counterpart") for i in document.by_lemma.get(lemma, ()) if i < token.i)
    found = tuple(dict.fromkeys(e for t in earlier for e in _bearers(reading, t)))
    fits = len(found) == wanted if number is not None else 1 < len(found) <= MOST
    return Pointer(entities=found) if fits else None
