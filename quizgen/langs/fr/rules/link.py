"""Which two places something joins: « le vol X reliant Y à Z », « le canal relie la mer Y à la mer Z », « l’autoroute entre Y et Z »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.phrase.things import run_after, sureness_of, told_thing
from quizgen.langs.fr.phrase.wording import say_entity
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "link"
JOINING = ("relier", "joindre", "rallier")
ENDS = (",", ".", ";", ")", ":", "qui", "est", "a", "avait", "en", "sur", "dans", "par")
PLACES = ("city", "country", "sea")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The ways of `sentence` that are told by their two ends."""
    document = reading.document
    for token in document.words(sentence):
        if token.lemma in JOINING and token.pos == "VERB" and (token.has("VerbForm=Fin") or token.text.lower().endswith("ant")):
            yield attempt(NAME, read_link, reading, token)


def find_way(document: Document, token: Token) -> Token:
    """The noun of what joins. Raises Refused if it is not sure."""
    if token.has("VerbForm=Fin"):
        subject = find_subject(document, token)
        if subject is not None and document.child(subject, "cop") is not None:
            subject = document.child(subject, "nsubj")  # « le canal est une voie qui relie »
        if subject is not None and subject.pos in ("NOUN", "PROPN"):
            return subject
        raise Refused("what joins them is named elsewhere")
    before = document.tokens[document.sentence_of(token).first : token.i]
    noun = next((t for t in before[::-1] if t.pos == "NOUN"), None)
    if noun is None:
        raise Refused("what joins them is named elsewhere")
    above = document.head(noun)
    return above if above.pos == "NOUN" and above.i == noun.i - 1 else noun  # « le vol AB123 »


def read_link(reading: Reading, token: Token) -> Fact:
    """« T relie A et B ». Raises Refused unless both ends are named."""
    document = reading.document
    noun = find_way(document, token)
    participle = next((t.i for t in document.tokens[noun.i + 1 : token.i] if t.has("VerbForm=Part")), token.i)
    thing = told_thing(reading, noun, participle, "told_subject")
    words = run_after(document, token, ENDS)
    joint = next((t for t in words if t.text.lower() in ("à", "au", "aux", "et")), None)
    names = [t for t in words if t.name and reading.entity(t) is not None]
    if joint is None or len(names) != 2 or not names[0].i < joint.i < names[1].i:
        raise Refused("the two ends are not named")
    ends = tuple(e for t in names if (e := reading.entity(t)) is not None)
    if len({e.name for e in ends}) != 2 or ends[0].kind not in PLACES or ends[0].kind != ends[1].kind:
        raise Refused("the ends are no places of one kind")
    both = Phrase(
        role="ends", text=" et ".join(map(_say_end, ends)), span=Span(start=names[0].span.start, end=names[1].span.end), kind="quality", named=True,
        number="p", head=ends[0].kind,
    )  # fmt: skip
    named = any(c.isupper() or c.isdigit() for c in thing.text[1:])
    thing = replace(thing, role="subject") if named and ends[0].kind != "country" else thing
    finite = "reliaient" if thing.number == "p" else "reliait" if not token.has("VerbForm=Fin") else token.text.lower()
    clause = Clause(verb=Verb(lemma=token.lemma, finite=finite, number=thing.number), subject=thing, complements=(both,))
    return build_fact(reading, token, clause, type="location", rule=NAME, predicate="relier", confidence=sureness_of(thing))


def _say_end(entity: Entity) -> str:
    return entity.name if entity.kind == "city" else say_entity(entity)
