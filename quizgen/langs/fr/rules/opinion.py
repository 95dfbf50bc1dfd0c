"""How somebody finds or calls a thing: « X a qualifié la décision d’injuste », « X a jugé le projet « trop cher » »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import agree_with_subject, find_subject, is_clause_head, read_verb
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.bridges import NOTHING, complete
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "opinion"
BY_PREPOSITION = ("qualifier", "décrire", "traiter")
QUOTES = ("«", "»", '"', "“", "”")
OPENERS = ("de", "d’", "d'", "’", "'", "comme")  # before a judgement in quotation marks; « d’« » may be two words
LONGEST = 10  # words of a judgement
HOLDERS = ("person", "organisation", "country")
CONFIDENCE = 0.85


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The judgements of `sentence`."""
    document = reading.document
    for verb in document.words(sentence):
        if verb.lemma in word_set("verbs", "judging") and is_clause_head(document, verb) and document.child(verb, "obj") is not None:
            yield attempt(NAME, read_opinion, reading, verb)


def read_opinion(reading: Reading, verb: Token) -> Fact:
    """« S trouve O adjectif ». Raises Refused unless S is named, O is known and the judgement is said plainly."""
    document = reading.document
    attribution = check_standing(reading, verb)
    subject = read_clause_subject(reading, verb)
    if subject.kind not in HOLDERS or not (subject.entities or subject.named):
        raise Refused("the one who judges is not named")
    thing = document.child(verb, "obj")
    if thing is None or thing.pos == "PRON" or document.children(verb, "ccomp"):
        raise Refused("it is not said what is judged")
    words = find_judgement(document, verb, thing)
    first, last = words[0], words[-1]
    span = Span(start=first.span.start, end=last.span.end)
    led = verb.lemma in BY_PREPOSITION  # « a qualifié le vote | d’immense victoire »
    before = next((t.text.lower() for t in reversed(document.tokens[thing.i : first.i]) if t.text not in (*QUOTES, "’", "'")), "") if led else ""
    marker = "comme" if before == "comme" else "de" if before in ("de", "d’", "d'", "d") else ""
    quality = Phrase(role="quality", text=document.text(span), span=span, kind="quality", head=last.lemma, marker=marker)
    judged = read_judged(reading, thing, first)
    if not is_definite(judged) or len(quality.text.split()) > LONGEST:
        raise Refused("what is judged is not known")
    group = agree_with_subject(document, verb, read_verb(document, verb), subject)
    if group.negation or find_subject(document, verb) is None:
        raise Refused("a judgement that is not made")
    clause = Clause(verb=group, subject=replace(subject, marker=""), complements=(judged, quality))
    return build_fact(reading, verb, clause, type="statement", rule=NAME, attribution=attribution, modality="said", confidence=CONFIDENCE)


def read_judged(reading: Reading, thing: Token, end: Token) -> Phrase:
    """What is judged, in its words before `end`, where the judgement begins."""
    document = reading.document
    judged = replace(read_phrase(reading, thing, "told_object"), marker="")
    kept = [t for t in kept_tokens(document, thing, reading) if t.i < end.i]
    while kept and kept[-1].text in (*QUOTES, *OPENERS, "d"):
        kept = kept[:-1]
    judged = replace(judged, text=say_tokens(reading, kept))
    more, told = complete(reading, thing) if kept and kept[-1] is thing else NOTHING
    return replace(judged, text=f"{judged.text} {more}", taken_up=(*judged.taken_up, *told)) if more else judged


def find_judgement(document: Document, verb: Token, thing: Token) -> list[Token]:
    """The words of the judgement after the thing: « constructive et fructueuse ». Raises Refused if there are none."""
    after = [t for t in document.subtree(verb) if t.i > thing.i]
    if verb.lemma in BY_PREPOSITION:
        marks = [t for t in after if t.text.lower() in ("de", "d’", "d'", "comme") and t.pos in ("ADP", "SCONJ")]
        opener = next(
            (m for m in reversed(marks) if (n := document.after(m)) and (n.pos in ("ADJ", "NOUN") or n.text in ("«", '"')) and n.pos != "DET"), None
        )
        quote = next((t for t in after if t.text in ("«", '"', "“") and document.tokens[t.i - 1].text.lower() in OPENERS), None)
        opener = quote or opener  # « la décision du Conseil d’État d’« erreur historique » »
        words = [t for t in after if opener is not None and t.i > opener.i]
    else:
        state = next((t for t in after if t.pos == "ADJ" and t.dep in ("amod", "xcomp")), None)
        words = [t for t in after if state is not None and t in document.subtree(state)]
    words = [t for t in words if t.text not in QUOTES]
    stop = next((i for i, t in enumerate(words) if t.pos == "PUNCT"), len(words))
    words = words[:stop]
    if not words or any(t.pos in ("PRON", "VERB", "AUX") for t in words) or read_marker(document, thing)[0] not in ("", "de"):
        raise Refused("the judgement is not said plainly")
    return words
