"""The political side of a party or a person: « le parti de droite X », « le parti conservateur X », « le conservateur Y »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import is_central
from quizgen.langs.fr.phrase.wording import say_entity
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "orientation"
CONFIDENCE = 0.85
LONGEST = 3  # words of a side: « centre gauche »
SIDED = ("parti", "formation", "coalition", "mouvement", "liste", "alliance", "journal", "quotidien", "syndicat")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The political sides that `sentence` gives to names."""
    document = reading.document
    for token in document.words(sentence):
        if token.i in document.quotations or token.has("Number=Plur"):
            continue
        if (token.lemma in SIDED and (side := side_after(document, token))) or (side := adjective_side(document, token)):
            yield attempt(NAME, read_orientation, reading, side[-1], side[0])


def side_after(document: Document, noun: Token) -> list[Token]:
    """The words of « de droite », « du centre » after `noun`."""
    following = document.tokens[noun.i + 1 : document.sentence_of(noun).last][: LONGEST + 1]
    if len(following) < 2 or following[0].text.lower() not in ("de", "d’", "d'", "du"):
        return []
    side = [following[0]]
    for word in following[1:]:
        if word.text.lower() not in word_set("nouns", "political_sides"):
            break
        side.append(word)
    return side if len(side) > 1 else []


def adjective_side(document: Document, token: Token) -> list[Token]:
    """« conservateur » between a party, a function or an article and a name."""
    if token.lemma not in word_set("nouns", "political_adjectives"):
        return []
    before = document.before(token)
    fits = before is not None and (
        before.lemma in SIDED or before.lemma in word_set("nouns", "functions") or before.text.lower() in ("le", "la", "au")
    )
    return [token] if fits else []


def read_orientation(reading: Reading, last: Token, first: Token) -> Fact:
    """« X est de droite ». Raises Refused unless the name of a party or a person follows."""
    document = reading.document
    name = document.after(last)
    if name is not None and name.text in word_set("names", "addresses"):
        name = document.after(name)
    if name is not None and name.text == ",":
        name = _before_aside(document, first)  # « X, parti de droite, »
    entity = reading.entity(name) if name is not None and name.name else None
    if name is None or entity is None or entity.kind not in ("organisation", "person", "other"):
        raise Refused("no name stands after it")
    following = document.after(name)
    if following is not None and following.pos == "ADJ" and document.head(following) is name:
        raise Refused("the name is not whole")
    if entity.kind == "person" and not is_central(reading, name, entity):
        raise Refused("a person met in passing")
    span = Span(start=first.span.start, end=last.span.end)
    text = document.text(span).replace("'", "’")
    phrase = Phrase(role="side", text=text, span=span, kind="quality", named=True, head=last.lemma)
    subject = _subject(name, entity)
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=subject, complements=(phrase,))
    return build_fact(reading, last, clause, type="definition", rule=NAME, predicate="bord", confidence=CONFIDENCE)


def _before_aside(document: Document, first: Token) -> Token | None:
    """The name before the comma that opens « parti de droite »."""
    noun = document.before(first)
    comma = document.before(noun) if noun is not None and noun.lemma in SIDED else None
    return document.before(comma) if comma is not None and comma.text == "," else None


def _subject(name: Token, entity: Entity) -> Phrase:
    text = entity.name if entity.kind == "person" else say_entity(entity)
    return Phrase(
        role="told_term", text=text, span=name.span, kind=entity.kind, gender=entity.gender, entities=(entity,), named=True, head=name.lemma
    )
