"""What somebody says: « X a déclaré que l'OTAN travaillait contre la Russie » gives the speaker of a content.

The content is kept in the article's words, so that nothing is changed in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.clause.tellers import is_known_speaker, is_saying_beside, is_telling
from quizgen.langs.fr.clause.told import OWNERS
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_verb
from quizgen.langs.fr.forms.morphology import elide
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, sureness
from quizgen.langs.fr.rules.report import said
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "statement"
LONGEST_CONTENT = 22  # words: a question with more is not read to its end
SPEAKERS = ("person", "organisation", "country")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The statements of `sentence` whose speaker is named."""
    document = reading.document
    for token in document.words(sentence):
        content = document.child(token, "ccomp")
        if content is None or not (is_report(token) or is_telling(token)) or token.has("VerbForm=Inf"):
            continue
        yield attempt(NAME, read_statement, reading, token, content)


def read_statement(reading: Reading, token: Token, content: Token) -> Fact:
    """The statement of the verb `token` and its content. Raises Refused if either is unclear."""
    document = reading.document
    attribution = check_standing(reading, token)
    speaker = read_clause_subject(reading, token)
    if speaker.kind not in (*SPEAKERS, "thing") or not is_known_speaker(reading, speaker):
        raise Refused("the speaker is not named")
    if is_saying_beside(document, token):
        verb = said(speaker, past=bool(document.children(document.head(token), "aux:tense")))
    else:
        verb = read_verb(document, token)
    if not is_report(token) and token.lemma not in word_set("speech", "saying", "kept"):
        verb = said(speaker, past=bool(verb.rest))  # « Qui renchérit que … »
    told = read_content(reading, content, speaker)
    if verb.lemma in word_set("speech", "answered") | word_set(
        "speech", "demanding"
    ):  # « Qu’est-ce que X a démenti ? »: one thing, and not whatever X may have said
        told = replace(told, role="plan", text=elide("que", told.text), marker="", kind=speeches.STATE)
    clause = Clause(verb=verb, subject=speaker, complements=(told,))
    return build_fact(
        reading,
        token,
        clause,
        type="statement",
        rule=NAME,
        attribution=attribution,
        modality="said",
        confidence=sureness(document, token, clause) * 0.9,
    )


def read_content(reading: Reading, content: Token, speaker: Phrase) -> Phrase:
    """The clause after « que » in the article's words, up to its first aside. Raises Refused if it does not stand alone."""
    document = reading.document
    mark = document.child(content, "mark")
    if mark is None or mark.text.lower().rstrip("’'") not in ("que", "qu"):
        raise Refused("what is said does not begin with « que »")
    if hangs_on_noun(document, mark):
        raise Refused("it is told of a noun, not said")  # « insiste sur le fait que … »
    tokens = [t for t in document.subtree(content) if t.i > mark.i]
    span = Span(start=tokens[0].span.start, end=_end(document, tokens, content))
    inside = [t for t in tokens if t.span.end <= span.end]
    if content not in inside or not is_clause_head(document, content) or is_relative(document, content):
        raise Refused("the verb of what is said is not told")
    for token in inside:
        himself = token.dep.startswith("nsubj") and bool(speaker.entities) and reading.links.get(token.i) == speaker.entities
        if token.pos == "PRON" and token.text.lower() in word_set("grammar", "unresolved") and not himself:  # « Qui a annoncé qu’il partirait ? »
            raise Refused(f"« {token.text} » in what is said is not resolved")
        if token.pos == "DET" and token.text.lower() in word_set("grammar", "demonstratives") | word_set("grammar", "own"):
            raise Refused(f"« {token.text} » points outside the sentence")
    text = _with_names(reading, inside, span)
    check_said(text, owned=owners_are_told(reading, inside, content, speaker))
    return Phrase(role="object", text=text, span=span, marker="que", kind="content", head=content.lemma)


def hangs_on_noun(document: Document, mark: Token) -> bool:
    """« insiste sur le fait | que », « défend l’idée | que »: what follows is told of the noun right before « que », and is not what one says."""
    before = document.before(mark)
    return before is not None and before.pos == "NOUN" and (before.lemma == "fait" or before.lemma in word_set("speech", "supposed"))


def is_relative(document: Document, content: Token) -> bool:
    """« qu’un audit commandé en 2021, et dont les conclusions sont tues, … » with « sont tues » read as what is said: it tells of the audit."""
    parts = document.children(content, "nsubj", "nsubj:pass", "obj", "obl")
    return any(t.text.lower() in ("dont", "qui", "lequel", "laquelle") for p in parts for t in (p, *document.children(p, "nmod")))


def owners_are_told(reading: Reading, inside: list[Token], content: Token, speaker: Phrase) -> bool:
    """« les syndicats exigent que la direction retire son plan »: by its number, each « son » or « leur » is the subject's of what is said.

    « la Suède exige que la Norvège retire ses navires »: whose they are would be a guess.
    """
    subject = find_subject(reading.document, content)
    owners = {OWNERS[t.text.lower()] for t in inside if t.text.lower() in OWNERS and t.pos == "DET"}
    if subject is None or subject.pos not in ("NOUN", "PROPN") or any(t.i < subject.i for t in inside if t.text.lower() in OWNERS):
        return False
    number = "p" if subject.has("Number=Plur") or reading.document.child(subject, "conj") is not None else "s"
    return owners == {number} and number != speaker.number


def check_said(text: str, *, owned: bool = False) -> None:
    """Raises Refused for words that are too many, cut, or point to another sentence; `owned` if whose « son » is, is told."""
    if not 4 <= len(text.split()) <= LONGEST_CONTENT:
        raise Refused("what is said is too long or too short to be asked")
    if text.count("«") != text.count("»") or text.count('"') % 2:
        raise Refused("a quotation in it is cut")
    if re.search(r"\b(hier|demain|aujourd’hui|prochaine?|dernière?)\b", text):
        raise Refused("it holds a relative date")
    if re.search(r"\b(ainsi|donc)\b", text) or (not owned and re.search(r"\b(son|sa|ses|leurs?)\b", text)):
        raise Refused("it points to somebody, or to a sentence before")


def _end(document: Document, tokens: list[Token], content: Token) -> int:
    """Where the content ends: before an aside after the verb, or at its last word."""
    last = tokens[-1]
    for before, token in pairwise(tokens):
        if token.i > before.i + 1:
            raise Refused("what is said is broken in the parse")
        if token.i > content.i and goes_back(document, token, content):
            last = before
            break
        if token.i > content.i and (token.text in (";", ":", "–", "—") or (token.text == "," and _opens_aside(tokens, token))):
            last = before
            break
    following = document.after(last)
    if following is not None and following.pos not in ("PUNCT", "CCONJ"):
        raise Refused("what is said goes on where the parse ends")
    while last.pos == "PUNCT" and last.text not in ("»",) and last.i > tokens[0].i:
        last = tokens[tokens.index(last) - 1]
    return last.span.end


def goes_back(document: Document, joint: Token, content: Token) -> bool:
    """« … que les départs seront volontaires et promet … »: what follows « et » is said of the speaker, for it does not agree with the clause."""
    verb = next((t for t in document.tokens[joint.i + 1 : joint.i + 4] if t.has("VerbForm=Fin")), None)
    if joint.pos != "CCONJ" or verb is None or any(t.i < verb.i for t in document.children(verb, "nsubj", "mark")):
        return False
    numbers = {n for t in (content, *document.children(content, "aux", "cop")) for n in ("Number=Sing", "Number=Plur") if t.has("VerbForm=Fin", n)}
    return bool(numbers) and not any(verb.has(n) for n in numbers)


def _opens_aside(tokens: list[Token], comma: Token) -> bool:
    following = next((t for t in tokens if t.i == comma.i + 1), None)
    return following is not None and following.text.lower() in word_set("grammar", "aside_openers")


def _with_names(reading: Reading, tokens: list[Token], span: Span) -> str:
    said, at = "", span.start
    for token in tokens:
        entity = reading.entity(token)
        if token.name and entity and entity.kind == "person" and entity.name != token.text:
            said += reading.document.text(Span(start=at, end=token.span.start)) + entity.name
            at = token.span.end
    return (said + reading.document.text(Span(start=at, end=span.end))).strip()
