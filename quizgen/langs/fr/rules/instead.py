"""What somebody did in place of another thing: « X a nagé au lieu de marcher », « Plutôt que de céder, X a porté plainte ».

« Qu’a fait X au lieu de marcher ? » has one answer, where « Qu’a fait X ? » has many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.tellers import SOURCES, names_source, say_source
from quizgen.langs.fr.clause.told import tell_run
from quizgen.langs.fr.clause.verbs import is_clause_head, read_verb
from quizgen.langs.fr.forms.morphology import PRONOUNS, lower_first
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject
from quizgen.langs.fr.rules.report import verb_start
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "instead"
CONFIDENCE = 0.85
PLACE_OF = re.compile(r"(au lieu|plutôt que) d(?:e |’)$")
CUT = re.compile(r",? (?:au lieu|plutôt que) d(?:e |’)")
LONGEST = 12  # words of what was not done


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What `sentence` says that was done in place of something."""
    document = reading.document
    for token in document.words(sentence):
        if token.has("VerbForm=Inf") and token.i not in document.quotations and place_of(document, token):
            yield attempt(NAME, read_instead, reading, token)


def place_of(document: Document, token: Token) -> str:
    """« au lieu », « plutôt que » before the infinitive; empty if neither stands there."""
    before = document.article.text[document.sentence_of(token).span.start : token.span.start].lower().replace("'", "’")
    found = PLACE_OF.search(before)
    return found.group(1) if found else ""


def read_instead(reading: Reading, token: Token) -> Fact:
    """« Qu’a fait S au lieu de N ? » Raises Refused unless S is known, and the deed was done and can be said alone."""
    document = reading.document
    main = next((t for t in document.ancestors(token) if is_clause_head(document, t)), None)
    if main is None or document.child(main, "ccomp") is not None:
        raise Refused("it is not sure what was done")
    standing = check_standing(reading, main)
    attribution = source_of(reading, main) or standing
    verb = read_verb(document, main)
    if verb.negation or verb.passive or verb.finite not in ("a", "ont", "avait", "avaient", "est", "sont"):
        raise Refused("it is not told as done")
    subject = replace(read_clause_subject(reading, main), role="told_subject")
    pronoun = PRONOUNS.get((subject.gender, subject.number))
    if pronoun is None or subject.count or not (subject.entities or is_definite(subject)):
        raise Refused(f"« {subject.text} » is not known")
    check_agreement(document, main, verb, subject)
    told = tell_run(reading, main, verb_start(document, main), number=subject.number, same=subject.entities)
    deed = replace(told, role="said", text=f"{pronoun} {CUT.split(told.text)[0]}", kind=speeches.SAID)
    did = Verb(lemma="faire", finite="ont" if subject.number == "p" else "a", rest="fait", number=subject.number)
    clause = Clause(verb=did, subject=subject, complements=(read_undone(reading, token), deed))
    return build_fact(
        reading, main, clause, type="action", rule=NAME, predicate=f"{main.lemma} {token.lemma}", attribution=attribution, confidence=CONFIDENCE
    )


def source_of(reading: Reading, main: Token) -> str:
    """« le rapport » of « Selon le rapport, »; empty if nobody is told so. Raises Refused if it is not sure who."""
    document = reading.document
    said = [t for t in document.children(main) if t.dep.startswith("obl") and read_marker(document, t)[0] in SOURCES]
    if not said and names_source(document, main):
        raise Refused("it is not sure who says it")
    return lower_first(say_source(reading, read_phrase(reading, said[0], "source"))) if said else ""


def read_undone(reading: Reading, token: Token) -> Phrase:
    """« piquer », « vanter les atouts du lieu »: what was not done. Raises Refused if it is long, or points to what is told elsewhere."""
    words = [t for t in reading.document.subtree(token) if t.i >= token.i]
    end = next((t.i for t in words if t.text in (",", ";", ":", ".", "(") or t.text.lower() in ("lorsque", "quand", "alors")), words[-1].i + 1)
    words = [t for t in words if t.i < end]
    if len(words) > LONGEST or any(t.pos == "PRON" and t.i not in reading.links for t in words):
        raise Refused("what was not done is not told plainly")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="told_instead", text=say_tokens(reading, words), span=span, marker=f"{place_of(reading.document, token)} de", kind="thing")
