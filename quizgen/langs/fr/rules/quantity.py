"""Numbers of things in an event said by a noun: « une concentration de quelque 100 000 soldats russes le long de la frontière ».

Numbers in a clause of their own (« le parti obtient 12 sièges ») come with the clause rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.complements import PLACE_MARKERS
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.forms.morphology import agree, join_preposition
from quizgen.langs.fr.lexicon import read_words, verb_type
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_list
from quizgen.langs.fr.rules.clause import read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "quantity"


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The counted things of `sentence` that an event noun governs."""
    document = reading.document
    events = read_words("nouns")["events"]
    for noun in document.words(sentence):
        if noun.lemma not in events or noun.pos != "NOUN":
            continue
        counted = next((t for t in document.children(noun, "nmod") if t.i > noun.i and read_marker(document, t)[0] == "de"), None)
        if counted is None or document.child(counted, "nummod") is None:
            continue
        yield attempt(NAME, read_quantity, reading, noun, counted, events[noun.lemma])


def read_quantity(reading: Reading, noun: Token, counted: Token, participle: str) -> Fact:
    """« N X étaient concentrés à P », with the one who says so. Raises Refused without a place or with an unnamed source."""
    subject = replace(read_phrase(reading, counted, "subject"), marker="")
    if not subject.count or not subject.counted:
        raise Refused("what is counted is not clear")
    place = find_place(reading, counted, noun)
    if place is None:
        raise Refused("neither place nor date says which of them are counted")
    subject = without_place(subject, place)
    verb = Verb(lemma="être", finite="étaient", rest=agree(participle, subject.gender or "m", "p"), number="p", with_be=True)
    clause = Clause(verb=verb, subject=replace(subject, role="counted", number="p"), complements=(place,))
    source = find_source(reading, noun)
    return build_fact(
        reading, noun, clause, type="quantity", rule=NAME, predicate=noun.lemma, attribution=source, modality="said" if source else "actual"
    )


def without_place(subject: Phrase, place: Phrase) -> Phrase:
    """What is counted, without the place that the parser hung on it."""
    tail = f" {join_preposition(place.marker, place.text)}"
    return replace(subject, text=subject.text.removesuffix(tail), counted=subject.counted.removesuffix(tail))


def find_source(reading: Reading, noun: Token) -> str:
    """Who says that the event takes place, or empty. Raises Refused if it is wished, feared, or said by nobody named."""
    document = reading.document
    for verb in (t for t in document.ancestors(noun) if t.pos in ("VERB", "AUX")):
        if is_report(verb):
            if verb_type(verb.lemma) not in ("statement", "action"):
                raise Refused("an announced or proposed event has not taken place")
            subject = read_clause_subject(reading, verb)
            if not subject.entities:
                raise Refused("the one who says it is not named")
            return say_list(subject.entities)
        if verb.lemma not in ("avoir", "être"):
            raise Refused(f"what « {verb.text} » makes of it is not known")
    return ""


def find_place(reading: Reading, counted: Token, noun: Token) -> Phrase | None:
    """The place right after the counted phrase: « le long de la frontière », « à Gao »."""
    document = reading.document
    last = kept_tokens(document, counted)[-1]
    words: list[str] = []
    start = next((t for t in document.tokens[noun.i : last.i + 2] if t.i > counted.i and t.i <= last.i + 1 and _opens_place(document, t)), None)
    for token in document.tokens[start.i : start.i + 8] if start else ():
        if token.pos in ("NOUN", "PROPN") and token.text.lower() != "long":
            marker = " ".join(words)
            phrase = read_phrase(reading, token, "place")
            known = next((m for m in PLACE_MARKERS if marker == m or marker.startswith(f"{m} ") or marker == f"{m} la"), None)
            return replace(phrase, role="place", marker=_clean(marker)) if known else None
        words.append(token.text.lower().replace("'", "’"))
    return None


def _clean(marker: str) -> str:
    for article in (" la", " les", " l’"):
        marker = marker.removesuffix(article)
    return marker.removesuffix(" d’") + " de" if marker.endswith(" d’") else marker


def _opens_place(document: Document, token: Token) -> bool:
    following = document.after(token)
    if token.text.lower() == "le" and following is not None and following.text.lower() == "long":
        return True
    return token.text.lower() in ("à", "en", "dans", "sur", "près")
