"""How a vote went, told in the sentence behind the one that tells on what: « Le Sénat a rejeté le traité X. Il y a eu 212 voix contre et 87 pour. »

Asked with what they voted on: « Combien de voix se sont prononcées contre le traité X ? », « Combien de votants le vote sur le traité X … ? ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_negation
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.rules.ballot import ABSTAINED, check_thing, read_number, side_clause, vote_clause, voted_thing
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.fr.tree.votes import BALLOTS, is_side
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Fact, Phrase, Reading, Sentence, Token

NAME = "vote_count"
COUNTING = ("avoir", "recueillir", "obtenir", "compter", "dénombrer", "récolter")
TEXTS = ("texte", "loi", "projet", "proposition", "motion", "traité", "résolution", "accord", "amendement", "budget", "mesure", "réforme")
TRUST = "confiance"
VOTERS = ("votant", ABSTAINED)
SURENESS = 0.9  # of what the sentence before tells


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The votes that `sentence` counts on what the one before tells."""
    document = reading.document
    for first in document.words(sentence):
        verb = document.head(first)
        if first.text.lower() not in BALLOTS or first.dep != "obj" or first.i in document.quotations:
            continue
        counts = (first, *document.children(first, "conj"))
        if verb.lemma not in COUNTING or not is_clause_head(document, verb) or not any(side_of(document, t) for t in counts):
            continue
        for count in (*counts, *find_voters(document, verb)):
            yield attempt(NAME, read_count, reading, count, sentence, verb, first)


def side_of(document: Document, count: Token) -> Token | None:
    """The « pour » or « contre » of a count."""
    return next((t for t in document.children(count, "advmod") if is_side(t)), None)


def find_voters(document: Document, verb: Token) -> list[Token]:
    """« Sur 544 votants et 527 suffrages exprimés, »: how many took part."""
    words = [t for part in document.children(verb, "obl") for t in (part, *document.children(part, "conj"))]
    return [t for t in words if t.lemma == VOTERS[0] or (t.lemma == "suffrage" and document.child(t, "amod") is not None)]


def read_count(reading: Reading, count: Token, sentence: Sentence, verb: Token, first: Token) -> Fact:
    """One count of the vote. Raises Refused unless the sentence before tells, once, on what they voted."""
    document = reading.document
    attribution = check_standing(reading, verb)
    subject = find_subject(document, verb)
    if read_negation(document, verb) or (subject is not None and not may_be_text(document, subject)):
        raise Refused("it is denied, or the votes are somebody's")
    thing = find_thing(reading, sentence)
    told = replace(thing, span=verb.span, taken_up=(*thing.taken_up, document.sentences[document.sentence_number(verb) - 1].span))
    side = side_of(document, count)
    if side is None and count.lemma not in (*VOTERS, "suffrage"):
        raise Refused("the side is not counted")
    if side is not None:
        clause = side_clause(read_number(reading, count, first), replace(told, marker=side.text.lower()))
    else:
        clause = vote_clause(with_quality(document, read_number(reading, count, count), count), told)
    what = side.text.lower() if side is not None else count.lemma
    return build_fact(
        reading, count, clause, type="quantity", rule=NAME, predicate=f"voix {what}", attribution=attribution,
        confidence=sureness_of(told) * SURENESS,
    )  # fmt: skip


def with_quality(document: Document, counted: Phrase, noun: Token) -> Phrase:
    """« suffrages exprimés », as opposed to all."""
    quality = document.after(noun)
    male = counted if noun.lemma == ABSTAINED else replace(counted, gender="m")
    if quality is None or quality.dep != "amod":
        return male
    return replace(male, text=f"{male.text} {quality.text}", counted=f"{male.counted} {quality.text}")


def may_be_text(document: Document, subject: Token) -> bool:
    """« le texte a recueilli … », « on a compté … »: nobody who got the votes."""
    low = subject.text.lower().lstrip("-")
    if subject.pos == "PRON":
        return low == "on" or subject.dep.startswith("expl")
    return subject.lemma in TEXTS and all(t.pos in ("DET", "PUNCT") for t in document.children(subject))


def find_thing(reading: Reading, sentence: Sentence) -> Phrase:
    """What the sentence before tells that they voted on. Raises Refused if it tells nothing, or two things."""
    document = reading.document
    number = document.sentence_number(document.tokens[sentence.first])
    if not document.goes_on(number):
        raise Refused("on what they voted is told elsewhere")
    before = document.sentences[number - 1]
    votes = [t for t in document.words(before) if t.lemma in word_set("verbs", "voting") and is_clause_head(document, t)]
    thing = voted_thing(document, votes[0]) if len(votes) == 1 and not read_negation(document, votes[0]) else None
    if thing is None:
        raise Refused("on what they voted is told elsewhere")
    check_standing(reading, votes[0])
    granted = next((t for t in document.children(votes[0], "obl:arg", "obl") if t.i > thing.i), None)
    if thing.lemma != TRUST or granted is None:
        return check_thing(told_thing(reading, thing, before.last, "told_thing"))
    to = told_thing(
        reading, granted, min((t.i for t in document.tokens[granted.i : before.last] if t.text == ","), default=before.last), "told_thing"
    )
    return check_thing(replace(to, text=f"la {TRUST} {join_preposition('à', to.text)}", kind="thing", entities=(), gender="f"))
