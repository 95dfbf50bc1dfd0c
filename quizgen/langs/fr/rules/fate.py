"""What is to become of a thing, where nothing more is told: « La halle de Gand sera restaurée » -> « Que deviendra la halle de Gand ? »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_verb
from quizgen.langs.fr.forms.morphology import PRONOUNS
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "fate"
SHALL = ("sera", "seront")
LEFT_OUT = ("nsubj:pass", "aux:pass", "punct", "mark", "cc")
MILD = ("aussi", "également", "donc", "enfin", "ensuite", "alors", "finalement")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The things of `sentence` that shall be mended or done away with, by nobody told, on no day told."""
    document = reading.document
    done = word_set("nouns", "works_done") | word_set("clauses", "ended")
    for verb in document.words(sentence):
        if verb.lemma not in done or not verb.has("VerbForm=Part") or verb.dep not in ("ROOT", "conj", "parataxis") or verb.i in document.quotations:
            continue
        if is_clause_head(document, verb) and any(t.text.lower() in SHALL for t in document.children(verb, "aux:pass")):
            yield attempt(NAME, read_fate, reading, verb)


def read_fate(reading: Reading, verb: Token) -> Fact:
    """« Que deviendra T ? — il sera V ». Raises Refused unless T is known, and the clause tells nothing but what shall be done."""
    document = reading.document
    beside = [t for t in document.children(verb) if t.dep not in LEFT_OUT and t.text.lower() not in MILD]
    if beside or check_standing(reading, verb):
        raise Refused("more is told, which is asked by itself")
    noun = find_subject(document, verb)
    if noun is None or noun.pos != "NOUN":
        raise Refused("it is not told of what")
    thing = told_thing(reading, noun, cut_of(reading, noun), "told_subject")
    pronoun = PRONOUNS.get((thing.gender, thing.number))
    if thing.kind == "person" or pronoun is None or not (thing.entities or len(thing.text.replace("’", "’ ").split()) > 2):
        raise Refused(f"« {thing.text} » is not known")
    group = read_verb(document, verb)
    if group.negation:
        raise Refused("what shall not be done")
    check_agreement(document, verb, group, thing)
    said = f"{pronoun} {group.finite} {group.rest}"
    deed = Phrase(role="fate", text=said, span=Span(start=verb.span.start, end=verb.span.end), kind=speeches.SAID, head=verb.lemma)
    shall = Verb(lemma="devenir", finite="deviendront" if thing.number == "p" else "deviendra", number=thing.number)
    clause = Clause(verb=shall, subject=thing, complements=(deed,))
    return build_fact(reading, verb, clause, type="action", rule=NAME, predicate=f"devenir {verb.lemma}", confidence=sureness_of(thing))


def cut_of(reading: Reading, noun: Token) -> int:
    """Where the words of a thing end: at the comma behind it, or the end of its sentence."""
    document = reading.document
    inside = document.subtree(noun)
    return next((t.i for t in inside if t.i > noun.i and t.text in (",", "(", "–", "—")), document.sentence_of(noun).last)
