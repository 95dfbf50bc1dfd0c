"""What a relation or a situation is like: « les relations entre X et Y ont toujours été tendues », « la situation reste fragile à Y »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import is_definite
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "state"
CONFIDENCE = 0.85
SHORTEST_SUBJECT = 3  # words
BEING = ("être", "rester", "demeurer", "devenir", "sembler")
KEPT = ("toujours", "très", "souvent", "particulièrement", "encore", "assez", "plutôt", "longtemps", "jamais", "relativement", "extrêmement")
FORMS = ("est", "sont", "était", "étaient", "fut", "furent", "reste", "restent", "restait", "restaient", "demeure", "demeurent", "été")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The states of `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if not is_clause_head(document, token):
            continue
        subject = find_subject(document, token)
        if subject is not None and subject.lemma in word_set("nouns", "qualified") and subject.i < token.i:
            yield attempt(NAME, read_state, reading, token)


def read_state(reading: Reading, token: Token) -> Fact:
    """« S est A ». Raises Refused unless S is told in full and A is no more than adjectives."""
    document = reading.document
    attribution = check_standing(reading, token)
    subject = read_clause_subject(reading, token)
    if not is_definite(subject) or len(subject.text.replace("’", "’ ").split()) < SHORTEST_SUBJECT or not subject.named:
        raise Refused("it is not said whose state it is")
    if any(t.text.lower() in ("ne", "n’", "n'") for t in document.children(token)) or document.children(token, "obl:agent"):
        raise Refused("a state denied, or a thing done by somebody")
    words = read_quality(document, token)
    group = [
        t
        for t in document.tokens[token.head if token.head > words[0].i else document.sentence_of(token).first : words[0].i]
        if t.pos in ("AUX", "VERB") and t.i > subject_end(document, token)
    ]
    finite = next((t for t in group if t.has("VerbForm=Fin")), None)
    rest = [t.text for t in group if t is not finite]
    if finite is None or finite.lemma not in (*BEING, "avoir") or not (set(map(str.lower, (finite.text, *rest))) & set(FORMS)) or len(rest) > 1:
        raise Refused("no plain « est »")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    quality = Phrase(role="quality", text=document.text(span), span=span, kind="quality", head=words[-1].lemma)
    plain = {"reste": "est", "restent": "sont", "demeure": "est", "demeurent": "sont", "restait": "était", "restaient": "étaient"}
    verb = Verb(lemma="être", finite=plain.get(finite.text.lower(), finite.text.lower()), rest=" ".join(rest), number=subject.number)
    clause = Clause(verb=verb, subject=replace(subject, marker="", role="told_subject"), complements=(quality,))
    return build_fact(
        reading, token, clause, type="statement", rule=NAME, predicate="être", attribution=attribution, modality="actual", confidence=CONFIDENCE
    )


def subject_end(document: Document, token: Token) -> int:
    """The place of the subject's noun."""
    subject = find_subject(document, token)
    return subject.i if subject is not None else -1


def read_quality(document: Document, token: Token) -> list[Token]:
    """The adjectives, with their adverbs. Raises Refused if there are none, or more than that."""
    state = (
        token if token.pos == "ADJ" or token.has("VerbForm=Part") else next((t for t in document.children(token, "xcomp") if t.pos == "ADJ"), None)
    )
    if state is None:
        raise Refused("no adjective tells it")
    first = state.i
    while document.tokens[first - 1].text.lower() in KEPT and first - 1 > document.sentence_of(token).first:
        first -= 1
    last = state.i
    following = document.tokens[last + 1 : last + 3]
    if len(following) == 2 and following[0].text.lower() == "et" and (following[1].pos == "ADJ" or following[1].has("VerbForm=Part")):
        last += 2
    after = document.after(document.tokens[last])
    if after is not None and after.text not in (",", ".", ";", "»", "dans", "depuis", "en", "à", "au", "malgré", ":"):
        raise Refused("the quality is told with more words")
    return list(document.tokens[first : last + 1])
