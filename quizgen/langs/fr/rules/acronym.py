"""What a short name stands for: « le Front de libération (FL) », « la BC (Banque centrale) », « le BE, le Bureau d’enquêtes, ».

The words must have the letters of the short name as their initials, in order; nothing else in brackets is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.facts import attempt, build_fact
from quizgen.langs.fr.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrases import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "acronym"
SHORT = re.compile(r"[A-ZÉ](?:\.?[A-ZÉ]){1,6}\.?")
LONGEST = 9  # words of a full name
WORD = r"[\w’'-]+"
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The short names of `sentence` that stand beside their full names."""
    for token in reading.document.words(sentence):
        if SHORT.fullmatch(token.text) and token.i not in reading.document.quotations:
            found = attempt(NAME, read_acronym, reading, token)
            if isinstance(found, Fact):
                yield found


def read_acronym(reading: Reading, token: Token) -> Fact:
    """« Le sigle A signifie … ». Raises Refused if no words beside `token` spell it."""
    document = reading.document
    sentence = document.sentence_of(token).span
    text, at = document.text(sentence), token.span.start - sentence.start
    end = token.span.end - sentence.start
    span = spell_before(text, at, token.text) or spell_after(text, end, token.text)
    if span is None:
        raise Refused("nothing beside it spells it")
    full = Span(start=sentence.start + span[0], end=sentence.start + span[1])
    term = Phrase(role="term", text=f"le sigle {token.text}", span=token.span, kind="acronym", named=True)
    gloss = Phrase(role="gloss", text=document.text(full).replace("'", "’"), span=full, named=True)
    clause = Clause(verb=Verb(lemma="signifier", finite="signifie"), subject=term, complements=(gloss,))
    return build_fact(reading, token, clause, type="definition", rule=NAME, predicate="signifier", confidence=CONFIDENCE)


def spell_before(text: str, at: int, short: str) -> tuple[int, int] | None:
    """The words right before « (A » that spell A: their offsets."""
    lead = re.search(r"\(\s*$", text[:at])
    if lead is None:
        return None
    words = list(re.finditer(WORD, text[: lead.start()]))
    for count in range(2, min(LONGEST, len(words)) + 1):
        first = words[-count]
        if spells([w.group() for w in words[-count:]], short) and text[first.start() : lead.start()].count(",") == 0:
            return _without_article(text, first.start(), words[-1].end())
    return None


def spell_after(text: str, end: int, short: str) -> tuple[int, int] | None:
    """The words in the brackets or the aside right after A that spell it: their offsets."""
    match = re.match(r"\s*\(([^)]+)\)|,\s*((?:l[ea] |l['’])[^,.;:]+)", text[end:])
    if match is None:
        return None
    group = 1 if match.group(1) else 2
    words = list(re.finditer(WORD, match.group(group)))
    for count in range(2, min(LONGEST, len(words)) + 1):
        if spells([w.group() for w in words[:count]], short):
            start = end + match.start(group)
            return _without_article(text, start + words[0].start(), start + words[count - 1].end())
    return None


def spells(words: list[str], short: str) -> bool:
    """Whether the initials of the telling words are the letters of `short`: « Bureau d’enquêtes et d’analyses » for BEA."""
    parts = [p for word in words for p in re.split(r"['’-]", word) if p]
    telling = [p for p in parts if p.lower() not in word_set("grammar", "function_words") or p[0].isupper()]
    initials = "".join(plain(p)[:1] for p in telling)
    letters = plain(short).replace(".", "")
    return initials == letters and bool(telling) and parts[0] == telling[0] if initials == letters else _with_article(telling, parts, letters)


def _with_article(telling: list[str], parts: list[str], letters: str) -> bool:
    """The same where an article with a capital opens the name: « La Banque postale (BP) »."""
    return (
        len(parts) > 1
        and parts[0].lower() in ("le", "la", "les", "l")
        and "".join(plain(p)[:1] for p in telling[1:]) == letters
        and parts[0] == telling[0]
    )


def _without_article(text: str, start: int, end: int) -> tuple[int, int]:
    lead = re.match(r"(?i)(?:les? |la |l['’]|du |des |d['’])", text[start:end])
    return (start + lead.end() if lead else start, end)
