"""A noun that tells a person or a firm by its country -> who it is: « la joueuse suédoise », « le géant norvégien »."""

from __future__ import annotations

from quizgen.langs import Pointer
from quizgen.langs.fr.forms.geography import country_of_adjective, find_country, is_people
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Document, Entity, Reading, Token

DEFINITE = ("le", "la", "l’", "l'")
SUBJECTS = ("nsubj", "nsubj:pass")
LATE = ("conj", "parataxis", "ccomp")  # « Rappelons que la société suédoise … »


def read_epithet(reading: Reading, token: Token) -> Pointer | None:
    """The one person (or body) whom the sentence before names, where the first subject of the next one tells by a country who it is."""
    document = reading.document
    determiner = document.child(token, "det")
    if token.dep not in SUBJECTS or token.has("Number=Plur") or determiner is None or determiner.text.lower() not in DEFINITE:
        return None
    kind = kind_of(token)
    country = told_country(document, token)
    if not kind or country is None or not is_first_subject(document, token):
        return None
    near = named_before(reading, token, kind)
    if len(near) != 1 or is_told_otherwise(reading, token, near[0], country):
        return None
    return Pointer(entities=near)


def kind_of(noun: Token) -> str:
    """What may be called so; empty for offices (« le président norvégien » has a name of its own, or is another) and things."""
    if noun.lemma in word_set("nouns", "firms"):
        return "organisation"
    human = is_function(noun.lemma) or noun.lemma in word_set("nouns", "professions")
    return "person" if human and noun.lemma not in word_set("nouns", "unique") else ""


def told_country(document: Document, noun: Token) -> str | None:
    """The code of the country of an adjective, if nothing but adjectives stands beside the noun; None for « le groupe suédois de Gand »."""
    beside = [t for t in document.children(noun) if t.dep not in ("det", "punct")]
    codes = [country_of_adjective(t.lemma) for t in beside if t.dep == "amod"]
    known = [code for code in codes if code]
    return known[0] if len(known) == 1 and len(codes) == len(beside) else None


def is_first_subject(document: Document, token: Token) -> bool:
    """Whether `token` opens its sentence as the subject of the main clause."""
    before = document.tokens[document.sentence_of(token).first : token.i]
    return document.head(token).dep in ("ROOT", *LATE) and not any(t.dep in SUBJECTS or t.name for t in before)


def named_before(reading: Reading, token: Token, kind: str) -> tuple[Entity, ...]:
    """Those of a kind whom the sentence before names, in the same paragraph."""
    document = reading.document
    number = document.sentence_number(token)
    here, before = document.sentences[number], document.sentences[max(0, number - 1)]
    if before is here or before.paragraph != here.paragraph:
        return ()
    words = document.words(before)
    unknown = any(t.name in ("PER", "ORG") and t.i not in reading.links for t in words)
    found = tuple(dict.fromkeys(e for t in words for e in reading.links.get(t.i, ()) if e.kind == kind))
    return () if unknown else found


def is_told_otherwise(reading: Reading, token: Token, entity: Entity, country: str) -> bool:
    """Whether the gender or a country told with the name shows that another is meant, or the article has given the noun to another."""
    document = reading.document
    gender = "f" if token.has("Gender=Fem") else "m"
    if entity.kind == "person" and entity.gender and entity.gender != gender:
        return True
    adjectives = (t for i in entity.mentions for t in _beside(document, document.tokens[i]))
    told = (t.lemma if t.pos == "ADJ" else t.text.lower() for t in adjectives if t.pos == "ADJ" or is_people(t.text))  # « le Suisse X »
    codes = {code for word in told if (code := country_of_adjective(word))}
    own = find_country(entity.name)
    if (codes and country not in codes) or own is not None:
        return True
    earlier = (document.tokens[i] for i in document.by_lemma.get(token.lemma, ()) if i < token.i)
    return any(e != entity for t in earlier for b in _beside(document, t) for e in reading.links.get(b.i, ()) if e.kind == entity.kind)


def _beside(document: Document, token: Token) -> list[Token]:
    """What stands beside a name or noun, or the noun that it stands beside, and what stands beside that."""
    above = document.head(token)
    held = token.dep in ("appos", "nmod", "flat", "flat:name", "amod") and document.child(token, "case") is None
    around = [above, *document.children(above, "amod", "appos")] if held else []
    return [token, *document.children(token, "amod", "appos", "flat"), *around]
