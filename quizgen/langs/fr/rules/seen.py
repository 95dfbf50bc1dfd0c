"""As what a thing is seen: « X a décrit Y comme Z », « Y est considéré comme Z », « Y s’est imposé comme Z »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.told import is_known_actor, tell_run
from quizgen.langs.fr.clause.verbs import PERFECT, REFLEXIVE, agree_with_subject, is_clause_head, is_passive, read_verb
from quizgen.langs.fr.lexicon import read_words
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, sureness
from quizgen.langs.fr.rules.opinion import read_judged
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "seen"
FARTHEST = 14  # tokens from the verb to « comme »
CONFIDENCE = 0.85
BETWEEN = (",", ";", ":", ".", "(", "–", "—", "et", "ou", "que", "qui", "dont", "où")  # what may begin something else


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What `sentence` says of as what things are seen."""
    document = reading.document
    for verb in document.words(sentence):
        if verb.pos != "VERB" or not is_clause_head(document, verb) or verb.lemma not in read_words("speech")["seen"][voice_of(document, verb)]:
            continue
        if (mark := find_as(document, verb)) is not None:
            yield attempt(NAME, read_seen, reading, verb, mark)


def voice_of(document: Document, verb: Token) -> str:
    """Who sees: others (passive), the subject itself (reflexive), or the subject another (active)."""
    if is_passive(document, verb):
        return "passive"
    return "reflexive" if any(t.i < verb.i and t.text.lower() in REFLEXIVE for t in document.children(verb)) else "active"


def find_as(document: Document, verb: Token) -> Token | None:
    """« comme » behind a verb, with nothing between that may begin another clause or list."""
    for token in document.tokens[verb.i + 1 : min(verb.i + FARTHEST, document.sentence_of(verb).last)]:
        if token.text.lower() == "comme":
            return token
        if token.text.lower() in BETWEEN:
            return None
    return None


def read_seen(reading: Reading, verb: Token, mark: Token) -> Fact:
    """« S voit T comme Z ». Raises Refused unless S and T are known and Z can be told alone."""
    document = reading.document
    attribution = check_standing(reading, verb)
    subject = replace(read_clause_subject(reading, verb), marker="")
    if subject.count or not is_known_actor(reading, subject):
        raise Refused("the one who sees or is seen is not known")
    group = agree_with_subject(document, verb, read_verb(document, verb), subject)
    check_agreement(document, verb, group, subject)
    if group.negation:
        raise Refused("as what it is not seen")
    group = replace(group, finite=PERFECT.get(group.finite, group.finite)) if group.rest and not group.passive else group
    judged = (read_object(reading, verb, mark),) if voice_of(document, verb) == "active" else ()
    role = "told_subject" if judged and not subject.entities else subject.role
    words = read_role(reading, verb, mark, subject)
    clause = Clause(verb=group, subject=replace(subject, role=role), complements=(*judged, words))
    sure = sureness(document, verb, clause) * CONFIDENCE
    kind = "statement" if judged else "action"
    return build_fact(reading, verb, clause, type=kind, rule=NAME, attribution=attribution, modality="said" if judged else "", confidence=sure)


def read_object(reading: Reading, verb: Token, mark: Token) -> Phrase:
    """What S sees so. Raises Refused if it is not known what."""
    thing = reading.document.child(verb, "obj")
    if thing is None or not verb.i < thing.i < mark.i or thing.pos not in ("NOUN", "PROPN"):
        raise Refused("it is not said what is seen so")
    judged = read_judged(reading, thing, mark)
    if judged.count or not is_known_actor(reading, judged):
        raise Refused("what is seen so is not known")
    return judged


def read_role(reading: Reading, verb: Token, mark: Token, subject: Phrase) -> Phrase:
    """« comme un modèle », in the article's words. Raises Refused for « comme étant », « comme l’a dit X », and words that need others."""
    document = reading.document
    start = mark.i + 1
    opening = document.tokens[start]
    if opening.text.lower() in ("étant", "ayant"):
        start += 1
    first = next((t for t in document.tokens[start : start + 4] if t.text not in ("«", "“", '"') and t.pos not in ("DET", "ADV")), opening)
    if first.pos not in ("NOUN", "ADJ", "PROPN", "NUM") or any(t.text.lower() in ("l’", "l'", "le") and t.pos == "PRON" for t in (opening,)):
        raise Refused("no plain thing stands after « comme »")
    told = tell_run(reading, first, start, number=subject.number, same=subject.entities)
    if any(t.has("VerbForm=Fin") for t in document.tokens_in(told.span)) and "«" not in told.text:
        raise Refused("another clause is compared with it")
    after = document.after(document.tokens_in(told.span)[-1])
    goes_on = after is not None and (after.text == "," or after.pos in ("CCONJ", "ADP"))
    if goes_on or _is_cut(document, told.span):
        raise Refused("what it is taken for goes on")
    return replace(told, role="quality", text=f"comme {told.text}", kind="quality")


def _is_cut(document: Document, span: Span) -> bool:
    """Whether a quotation goes on behind a span that ends in it."""
    last = document.tokens_in(span)[-1]
    return last.i in document.quotations and last.i + 1 in document.quotations
