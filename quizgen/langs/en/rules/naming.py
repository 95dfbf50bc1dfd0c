"""What a thing or a person is called: « a scheme for farmers called Green Start », « the probe, known as Pip, », « X, nicknamed “the Fox” »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.forms import dates
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.phrase.phrases import bare, read_phrase
from quizgen.langs.en.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "naming"
GIVEN = ("name", "call", "title", "entitle", "christen", "codename", "code-name", "brand")
BESIDE = ("dub", "nickname", "know")  # a second name, so that a thing with one may be asked for it
ADVERBS = ("also", "better", "then", "originally", "formerly", "locally", "widely", "commonly", "officially")
CONFIDENCE = 0.85
LONGEST = 7  # words of a name
SHORTEST_WORD = 4  # letters from which a small word within a name is no article or preposition of another language: « Ligue ça Suffit »
SHORTEST = 2  # telling words of a thing that has no name and is not in the title
OPENED, CLOSED = ("“", '"', "‘"), ("”", '"', "’")
JOINTS = ("of", "the", "and", "for", "in", "de", "von", "to")
WORDED = re.compile(r"[A-Z0-9].*|[a-z]{1,4}[A-Z].*")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The names that `sentence` gives."""
    document = reading.document
    for token in document.words(sentence):
        if token.lemma not in (*GIVEN, *BESIDE) and token.text.lower() not in ("codenamed", "code-named", "nicknamed"):
            continue
        if token.pos != "VERB" or token.i in document.quotations or document.children(token, "nsubj", "aux", "aux:pass", "cc"):
            continue
        name = read_name(document, token)
        if name is not None:
            yield attempt(NAME, read_naming, reading, token, name)


def read_name(document: Document, token: Token) -> Span | None:
    """The name right behind `token`, or behind its « as »: what stands in quotation marks, or words with capitals; None if there is none."""
    following = list(document.tokens[token.i + 1 : document.sentence_of(token).last])
    if token.lemma == "know":
        mark = next((n for n, t in enumerate(following[:2]) if t.text.lower() == "as"), -1)
        if mark < 0 or (mark and following[0].text.lower() not in (*ADVERBS, "simply")):
            return None
        following = following[mark + 1 :]
    if following and following[0].text in OPENED:
        closing = next((t for t in following[1:] if t.text in CLOSED), None)
        short = closing is not None and 1 < closing.i - following[0].i <= LONGEST
        return Span(start=following[0].span.end, end=closing.span.start) if closing is not None and short else None
    run: list[Token] = []
    for word, second in zip(following, [*following[1:], None], strict=True):
        worded = WORDED.fullmatch(word.text) is not None and word.text.lower() not in dates.WEEKDAYS
        joint = word.text.lower() in JOINTS and token.lemma != "name"
        if not (worded or joint or (bool(run) and is_foreign(word, second))):
            break
        run.append(word)
    while run and run[-1].text.lower() in JOINTS:
        run = run[:-1]
    after = document.after(run[-1]) if run else None
    if after is not None and after.text.isalpha() and after.text.islower() and after.pos in ("NOUN", "PROPN", "X") and len(run) == 1:
        run.append(after)  # « named Halimeda discoidea »
        after = document.after(after)
    proper = (
        bool(run)
        and any((t.text[:1].isupper() and t.pos == "PROPN") or t.text[1:] != t.text[1:].lower() for t in run)
        and not any(t.text[:1].isdigit() for t in run[:1])
    )
    told = document.after(after) if after is not None and after.text == "(" else None
    cut = after is not None and after.text in ("'s", "’s", "(", "/") and not (told is not None and told.text in OPENED)  # « (“what it means”) »
    return Span(start=run[0].span.start, end=run[-1].span.end) if proper and not cut and len(run) <= LONGEST else None


def is_foreign(word: Token, second: Token | None) -> bool:
    """Whether a small word before one with a capital belongs to a name in another language: « Ligue ça Suffit »."""
    small = word.text.isalpha() and len(word.text) < SHORTEST_WORD and word.text.lower() not in word_set("grammar", "function_words")
    return small and second is not None and second.text[:1].isupper() and word.pos not in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "NUM")


def read_naming(reading: Reading, token: Token, name: Span) -> Fact:
    """« T is called N ». Raises Refused unless T is a known person or a thing that is told from others."""
    document = reading.document
    noun = find_bearer(document, token)
    beside = token.lemma in BESIDE
    topical = noun.lemma in title_words(document)
    thing = replace(cut_before(document, read_phrase(reading, noun, "outer"), token), role="told_subject", topical=topical)
    check_thing(reading, thing, noun, beside=beside)
    said = "known as" if token.lemma == "know" else "nicknamed" if token.lemma == "nickname" else "called"
    before = document.before(token)
    if before is not None and before.text.lower() in ADVERBS:
        said = f"{before.text.lower()} {said}"  # « What is X also known as? »: it is known as other things too
    text = document.text(name).strip(" ,.")
    if text.casefold() in thing.text.casefold() or thing.text.casefold() in text.casefold():
        raise Refused("it is known by that name already")
    called = Phrase(role="name", text=text, span=name, kind="other", head=text.split()[-1], named=True)
    verb = Verb(lemma="call", finite="is", rest=said, passive=True, with_be=True)
    return build_fact(
        reading, token, Clause(verb=verb, subject=thing, complements=(called,)), type="action", rule=NAME, predicate="call", confidence=CONFIDENCE
    )


def find_bearer(document: Document, token: Token) -> Token:
    """The noun that the name is given to: the one right before, or the one thing that it belongs to. Raises Refused if there is none."""
    first = document.head(token)
    if token.dep == "conj" and first.dep == "acl" and document.head(first).i < first.i and not document.head(first).has("Number=Plur"):
        return document.head(first)  # « a bridge opened in 1964 and known as … »
    before = document.before(token)
    while before is not None and (before.text in (",", "(") or before.text.lower() in ADVERBS):
        before = document.before(before)
    if before is None or before.pos not in ("NOUN", "PROPN"):
        raise Refused("no thing stands before it")
    noun = document.head(token) if token.dep == "acl" and document.head(token).i < token.i else before
    while noun.has("Number=Plur") and noun.dep == "pobj" and document.head(document.head(noun)).pos == "NOUN":
        noun = document.head(document.head(noun))  # « a scheme for farmers called … »
    comma = document.before(token)
    placed = noun.dep == "pobj" and noun.name and document.head(noun).text.lower() in ("in", "at", "on", "near") and comma is not None
    if placed and comma is not None and comma.text == "," and document.head(document.head(noun)).pos == "NOUN":
        noun = document.head(document.head(noun))  # « a centre in Bergen, known as … »
    if noun.pos not in ("NOUN", "PROPN") or noun.i > before.i or noun.has("Number=Plur"):
        raise Refused("several things, or none, stand before it")
    return noun


def cut_before(document: Document, thing: Phrase, token: Token) -> Phrase:
    """`thing` without the words from « called » on, as one that is known by now: « a scheme » -> « the scheme »."""
    text = re.split(rf",? (?:(?:{'|'.join(ADVERBS)}) )?{re.escape(token.text)} ", f"{thing.text} ")[0].strip(" ,")
    end = min(thing.span.end, token.span.start)
    text = re.sub(r"(?i)^an? ", "the ", text)
    return replace(thing, text=text, span=Span(start=thing.span.start, end=end), marker="", number="s", count="", counted="")


def check_thing(reading: Reading, thing: Phrase, noun: Token, *, beside: bool) -> None:
    """Raises Refused for somebody who is told by his name alone, for a thing that has a name, and for one that could be any."""
    named = bool(thing.entities) or any(
        t.name or t.pos == "PROPN" for t in reading.document.tokens_in(thing.span) if t.dep != "poss" and t.i >= noun.i
    )
    if named and not beside:
        raise Refused("it has a name already")
    if not named and noun.lemma in actors():
        raise Refused("somebody’s name")
    definite = any(t.text.lower() == "the" for t in reading.document.children(noun, "det"))  # « the operation, codenamed X »
    telling = definite or len(bare(thing.text).split()) >= SHORTEST or noun.lemma in title_words(reading.document)
    if not named and (not telling or noun.lemma in word_set("nouns", "vague")):
        raise Refused("it could be any")
