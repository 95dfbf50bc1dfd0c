"""What somebody says: « X said that NATO worked against Russia » gives the speaker of a content.

The content is kept in the article's words, so that nothing is changed in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import read_subject
from quizgen.langs.en.clause.facts import build_fact, is_report
from quizgen.langs.en.clause.verbs import find_subject, is_clause_head, read_verb
from quizgen.langs.en.forms.dates import WEEKDAYS
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.en.rules.clause import check_standing, name_speaker, sureness
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "statement"
HEARD = ("tell", "inform", "assure", "remind")
SHORTEST, LONGEST = 4, 20  # words: a question with more is not read to its end
RELATIVE = re.compile(r"(?i)\b(yesterday|today|tomorrow|tonight|now|currently|recently|(last|next|this) (week|month|year|night|morning))\b")
POINTING = re.compile(r"(?i)\b(this|these|those|such|also|thus|therefore|here|there|we|our|us|i|my|you|your)\b")
QUOTES = ('"', "“", "”")
OWN = ("he", "she", "it", "they", "his", "her", "its", "their")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The statements of `sentence` whose speaker is named."""
    document = reading.document
    for token in document.words(sentence):
        content = document.child(token, "ccomp")
        if content is not None and is_report(token) and is_clause_head(document, token) and is_clause_head(document, content):
            yield attempt(NAME, read_statement, reading, token, content)


def read_statement(reading: Reading, token: Token, content: Token) -> Fact:
    """The statement of the verb `token` and its content. Raises Refused if either is unclear."""
    document = reading.document
    attribution = check_standing(reading, token)
    speaker = read_subject(reading, token)
    name_speaker(speaker)
    if token.i in document.quotations or document.children(token, "neg"):
        raise Refused("a statement that is not made in the article's own words")
    if is_report(content) and document.child(content, "ccomp") is not None and find_subject(document, content) is not None:
        raise Refused("what one says that another says")
    if find_subject(document, content) is None:
        raise Refused("no subject was found in what is said")
    if any(t.text.lower() in ("whether", "if") for t in document.children(content, "mark")):
        raise Refused("what is not decided")
    asked = [document.subtree(content)[0], *(t for t in document.children(content, "advmod", "obj", "attr") if t.i < content.i)]
    if any(t.text.lower() in word_set("items", "interrogatives") for t in asked):
        raise Refused("a question within a statement")
    if content.i in document.quotations:
        raise Refused("a quotation, read by its own rule")
    verb = read_verb(document, token)
    told = read_told(reading, token, speaker)
    said = read_content(reading, content, speaker)
    clause = Clause(verb=verb, subject=speaker, complements=(*told, said))
    return build_fact(
        reading, token, clause, type="statement", rule=NAME, attribution=attribution, modality="said",
        confidence=sureness(document, token, clause) * 0.85,
    )  # fmt: skip


def read_told(reading: Reading, token: Token, speaker: Phrase) -> tuple[Phrase, ...]:
    """To whom it is told: « told reporters that ». Raises Refused where the verb needs somebody and the parse has lost him."""
    hearer = reading.document.child(token, "dative", "obj")
    if token.lemma in HEARD and (hearer is None or hearer.pos not in ("NOUN", "PROPN")):
        raise Refused("it is not said to whom it was told")
    if hearer is None or token.lemma not in HEARD:
        return ()
    return (replace(read_phrase(reading, hearer, "told_hearer", subject=speaker), count="", counted=""),)


def read_content(reading: Reading, content: Token, speaker: Phrase) -> Phrase:
    """The clause after « that » in the article's words, up to its first aside. Raises Refused if it does not stand alone."""
    document = reading.document
    tokens = content_tokens(document, content)
    for token in tokens:
        own = token.text.lower() in OWN and (
            (not speaker.entities and speaks_of_itself(speaker, token))
            or reading.links.get(token.i) == speaker.entities
            or _is_subject_above(document, token, content)
        )
        if token.pos == "PRON" and token.text.lower() in word_set("grammar", "unresolved") | set(OWN) and token.i not in reading.links and not own:
            raise Refused(f"“{token.text}” in what is said is not resolved")
    text = say_tokens(reading, tokens, subject=speaker.entities)
    if not SHORTEST <= len(text.split()) <= LONGEST:
        raise Refused("what is said is too long or too short to be asked")
    if RELATIVE.search(text) or POINTING.search(text) or any(t.text.lower() in WEEKDAYS and t.dep != "compound" for t in tokens):
        raise Refused("it points to a day, or to a sentence before")
    span = Span(start=tokens[0].span.start, end=tokens[-1].span.end)
    return Phrase(role="object", text=text, span=span, marker="that", kind="content", head=content.lemma)


def speaks_of_itself(speaker: Phrase, token: Token) -> bool:
    """Whether a pronoun in what is said may stand for a speaker without a name."""
    plural = token.text.lower() in ("they", "their")
    person = token.text.lower() in ("he", "she", "his", "her")
    return plural == (speaker.number == "p") and (plural or person == (speaker.kind == "person"))


def _is_subject_above(document: Document, token: Token, content: Token) -> bool:
    """Whether a pronoun takes up a subject inside what is said."""
    inner = find_subject(document, content)
    return inner is not None and inner.pos != "PRON" and inner.i < token.i and (token.text.lower() in ("their", "they")) == inner.has("Number=Plur")


def content_tokens(document: Document, content: Token, *, quoting: bool = False) -> list[Token]:
    """The tokens of what is said, without « that », one unbroken run that ends before an aside; `quoting`, with a whole quotation at its end."""
    marks = {t.i for t in document.children(content, "mark")}
    others = {t.i for second in second_contents(document, content) for t in document.subtree(second)}
    tokens = [t for t in document.subtree(content) if t.i not in marks | others]
    if any(t.text in QUOTES for t in tokens):
        if not quoting:
            raise Refused("a quotation stands in it")
        return quoting_tokens(document, content, tokens)
    return up_to_aside(document, content, tokens)


def second_contents(document: Document, content: Token) -> list[Token]:
    """The clauses with a « that » and a subject of their own that go on with what is said: « said that A would sell, and that B would buy »."""
    joined = [t for t in document.children(content, "conj") if is_clause_head(document, t) and find_subject(document, t) is not None]
    return [t for t in joined if any(m.text.lower() == "that" for m in document.children(t, "mark"))]


def up_to_aside(document: Document, content: Token, tokens: list[Token]) -> list[Token]:
    """`tokens` of a clause, one unbroken run that ends before an aside behind its verb. Raises Refused if they are broken."""
    while tokens and tokens[0].pos == "PUNCT":
        tokens = tokens[1:]
    stop = next(
        (i for i, t in enumerate(tokens) if t.i > content.i and (t.text in (";", ":", "–", "—") or (t.text == "," and _opens_aside(document, t)))),
        len(tokens),
    )
    tokens = tokens[:stop]
    while tokens and tokens[-1].pos in ("PUNCT", "CCONJ"):
        tokens = tokens[:-1]
    if not tokens or tokens[-1].i - tokens[0].i + 1 != len(tokens):
        raise Refused("what is said is broken in the parse")
    return tokens


def quoting_tokens(document: Document, content: Token, tokens: list[Token]) -> list[Token]:
    """What is said up to the end of the words in quotation marks. Raises Refused unless they stand whole behind its verb."""
    opening = next(t for t in tokens if t.text in QUOTES)
    inside = document.quotations.get(opening.i + 1)
    if opening.i < content.i or inside is None:
        raise Refused("a quotation that does not end what is said")
    last = document.tokens[document.quoted[inside][-1]]
    closing = document.after(last)
    before = [t for t in tokens if t.i < opening.i]
    if closing is None or closing.text not in QUOTES or any(t.pos == "PUNCT" for t in before) or before[-1].i - before[0].i + 1 != len(before):
        raise Refused("what is said is broken in the parse")
    return [*before, *document.tokens[opening.i : closing.i + 1]]


def _opens_aside(document: Document, comma: Token) -> bool:
    """Whether a comma opens what may be left out: a participle, a contrast, another clause."""
    following = document.after(comma)
    return following is not None and (
        following.text.lower() in ("but", "while", "although", "which", "who", "adding", "including", "as", "because") or following.has("Aspect=Prog")
    )
