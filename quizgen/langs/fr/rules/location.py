"""Where a thing lies: « X, situé à l’ouest de Y », « X, ville située à 70 km de Y », « le siège de X se trouve à Y »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import is_any
from quizgen.langs.fr.phrase.things import run_after, sureness_of, told_thing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "location"
PLACED = ("situé", "située", "situés", "situées", "implanté", "implantée", "basé", "basée", "localisé", "localisée")
LYING = ("trouver", "situer")
OPENINGS = ("à", "au", "aux", "dans", "en", "sur", "près", "entre", "derrière", "devant", "face", "au-dessus")
ENDS = (",", ".", ";", ")", "(", ":", "qui", "que", "dont", "où", "et", "mais", "–", "—", "depuis", "avant", "après", "lorsque", "quand")
SHORTEST, LONGEST = 2, 12  # words of a place
POINTING = ("possessives", "demonstratives", "pointing", "relative_time")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The places that `sentence` gives to things."""
    document = reading.document
    for token in document.words(sentence):
        if token.i in document.quotations:
            continue
        before = document.before(token)
        reflexive = before is not None and before.text.lower() in ("se", "s’", "s'")
        if token.text.lower() in PLACED or (token.lemma in LYING and reflexive and token.has("VerbForm=Fin")):
            yield attempt(NAME, read_location, reading, token)


def find_placed(document: Document, token: Token) -> Token:
    """The noun or name that is placed. Raises Refused if none is sure."""
    if token.has("VerbForm=Fin") or document.child(token, "aux:pass", "cop", "aux") is not None:
        subject = find_subject(document, token)
        if subject is None or subject.pos not in ("NOUN", "PROPN"):
            raise Refused("what is placed there is named elsewhere")
        return subject
    before = document.before(token)
    comma = before is not None and before.text == ","
    last = document.before(before) if comma and before is not None else before
    head = document.head(token)
    if token.dep == "acl" and document.child(head, "cop") is not None and (subject := find_subject(document, head)) is not None:
        return subject  # « le lac X est un lac de cratère situé à … »
    noun = head if token.dep == "acl" and head.i < token.i and (last is None or last in document.subtree(head)) else last
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        raise Refused("no thing stands before it")
    opening = document.before(noun)
    name = document.before(opening) if opening is not None and opening.text == "," else None
    return name if name is not None and (name.name or name.pos == "PROPN") and noun.pos == "NOUN" else noun  # « X, ville située à … »


def read_location(reading: Reading, token: Token) -> Fact:
    """« T se trouve L ». Raises Refused unless T is known and the place can be said alone."""
    document = reading.document
    noun = find_placed(document, token)
    thing = told_thing(reading, noun, token.i if noun.i < token.i else document.sentence_of(noun).last, "told_subject")
    if thing.kind in ("person", "country", "time"):
        raise Refused("no thing that has one place")
    if is_any(document, noun) and not (thing.entities or thing.named):
        raise Refused("where any one of its kind lies")  # « une poche de magma, située à 80 km de profondeur »
    place = read_place(reading, token)
    many = thing.number == "p"
    verb = Verb(lemma="trouver", finite="trouvent" if many else "trouve", number=thing.number, reflexive=True)
    clause = Clause(verb=verb, subject=thing, complements=(place,))
    return build_fact(reading, token, clause, type="location", rule=NAME, predicate="situer", confidence=sureness_of(thing))


def read_place(reading: Reading, token: Token) -> Phrase:
    """The words of the place after `token`."""
    document = reading.document
    words = run_after(document, token, ENDS)
    while words and words[0].pos == "ADV" and words[0].text.lower() not in OPENINGS:
        words = words[1:]
    if not words or words[0].text.lower() not in OPENINGS or not SHORTEST <= len(words) <= LONGEST:
        raise Refused("no place follows, or a long one")
    if any(t.text.lower() in word_set("grammar", key) for t in words for key in POINTING) or any(t.pos in ("PRON", "VERB", "AUX") for t in words):
        raise Refused("the place points outside the sentence")
    if not any(t.name or t.pos in ("PROPN", "NUM") or t.lemma in word_set("nouns", "unique_places") for t in words):
        raise Refused("the place is not named")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="where", text=document.text(span).replace("'", "’"), span=span, kind="quality", named=True, head=token.lemma)
