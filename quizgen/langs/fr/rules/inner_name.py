"""What a deed is done to, named under its noun: « a transféré le contrôle de l’île de Gao », « a reconnu l’indépendance de l’Estonie ».

Asked with the deed: « De quel pays l’Islande a-t-elle reconnu l’indépendance ? ». It may be the second of two: « annonce A et la fermeture de B ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import clause_type, is_clause_head
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import modality_of, read_words, word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import article_for
from quizgen.langs.fr.rules.clause import check_content
from quizgen.langs.fr.rules.inner_count import read_finite
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import only_told
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token

NAME = "inner_name"
CONFIDENCE = 0.9
LONGEST_NAME = 8  # words


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The names of `sentence` under the object of a verb, or under what is coordinated with it."""
    document = reading.document
    for first in document.words(sentence):
        deed = document.head(first)
        verb = document.head(deed) if deed.has("VerbForm=Inf") and deed.dep == "xcomp" else deed
        if first.dep != "obj" or first.i < verb.i or first.i in document.quotations or not (is_relation(first) and is_clause_head(document, verb)):
            continue
        for noun in (first, *find_second(document, sentence, first)):
            name = next((t for t in document.children(noun, "nmod") if t.i > noun.i), None)
            if name is not None and read_marker(document, name)[0] == "de":
                yield attempt(NAME, read_inner_name, reading, name, noun, first, verb)


def is_relation(noun: Token) -> bool:
    """Whether a noun names what is done to something, or what one has of it: « fermeture », « contrôle »."""
    return noun.pos == "NOUN" and noun.lemma in word_set("nouns", "deeds") | word_set("nouns", "held") | set(read_words("nouns")["events"])


def find_second(document: Document, sentence: Sentence, first: Token) -> tuple[Token, ...]:
    """« la fermeture » of « la suppression de 310 postes, soit 8 % du total, et la fermeture de l’usine », wherever the parser hung it."""
    after = [t for t in document.words(sentence) if t.i > first.i + 1]
    end = next((t.i for t in after if t.has("VerbForm=Fin") or t.text in (";", ":")), sentence.last)
    joined = (t for t in after if t.i < end and t.dep == "conj" and is_relation(t) and document.tokens[t.i - 2].text == "et")
    noun = next(joined, None)
    return (noun,) if noun is not None and document.child(noun, "det") is not None else ()


def read_inner_name(reading: Reading, name: Token, noun: Token, first: Token, verb: Token) -> Fact:
    """« S V le N de X », with X asked. Raises Refused if the clause cannot be said, or X is nothing named."""
    thing = replace(read_phrase(reading, name, "whole"), role="complement")
    named = len(thing.entities) == 1 or (thing.named and not thing.entities)
    if thing.marker != "de" or thing.count or not named or len(thing.text.split()) > LONGEST_NAME:
        raise Refused("nothing is named under it")
    clause, source = read_finite(reading, verb)
    phrases = (p for p in (*clause.complements, *inner_phrases(clause)) if isinstance(p, Phrase))
    whole = next((p for p in phrases if p.span.start <= first.span.start < p.span.end), None)
    if whole is None or not is_definite(whole):
        raise Refused("the deed is not told with the clause")
    deed, rest = read_second(reading.document, noun, name) if noun is not first else split_deed(whole, thing)
    if not deed or " " in re.sub("^l[ea] ", "", deed):
        raise Refused("the deed has more beside it")
    said = replace(whole, text=deed, count="", counted="", named=False, entities=(), head=noun.lemma)
    parts = (said, thing) if not rest else (said, thing, Phrase(role="told_rest", text=rest, span=whole.span))
    told = put_in(clause, whole, parts, alone=noun is not first)
    check_content(reading, told, "action")
    modality = modality_of(verb.lemma)
    return build_fact(
        reading, name, only_told(told, thing), type=clause_type(verb), rule=NAME, predicate=f"{verb.lemma} {noun.lemma}",
        attribution=source, modality="" if modality == "actual" else modality, confidence=CONFIDENCE,
    )  # fmt: skip


def inner_phrases(clause: Clause) -> tuple[Phrase, ...]:
    """The phrases of the clause under « vient de »."""
    return tuple(p for c in clause.complements if isinstance(c, Clause) for p in c.complements if isinstance(p, Phrase))


def split_deed(whole: Phrase, thing: Phrase) -> tuple[str, str]:
    """(« le contrôle », « à l’ONU ») of « le contrôle de l’île de Gao à l’ONU »; nothing if anything else stands behind the name."""
    deed, found, rest = whole.text.partition(f" {join_preposition('de', thing.text)}")
    return (deed, rest.strip()) if found and re.match(r"$| (?:à|aux?) ", rest) else ("", "")


def read_second(document: Document, noun: Token, name: Token) -> tuple[str, str]:
    """« la fermeture », the second of two deeds, and no rest; nothing if more than the name and what stands behind a comma belongs to it."""
    more = [t for t in document.children(noun) if t.dep not in ("det", "cc", "punct") and t is not name]
    aside = all("," in (document.subtree(t)[0].text, document.tokens[document.subtree(t)[0].i - 1].text) for t in more)
    return (f"{article_for(noun, noun.text)}{noun.text}" if aside else ""), ""


def put_in(clause: Clause, whole: Phrase, named: tuple[Phrase, ...], *, alone: bool) -> Clause:
    """`clause` with the deed and what is named under it instead of `whole`; `alone`, with nothing but the time beside them."""
    parts: list[Phrase | Clause] = []
    for part in clause.complements:
        if isinstance(part, Clause):
            parts.append(put_in(part, whole, named, alone=alone))
        elif part is whole:
            parts += named
        elif not alone or part.kind == "time":
            parts.append(part)
    return replace(clause, complements=tuple(parts))
