"""How many a deed touches, counted under its noun: « a annoncé la suppression de 310 postes », « a causé la mort de neuf personnes ».

Asked with the deed: « De combien de postes la Poste a-t-elle annoncé la suppression ? ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.clause.verbs import clause_type, is_clause_head
from quizgen.langs.fr.lexicon import modality_of, read_words, word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.rules.clause import check_content, check_standing, is_said_as_noun, take_source
from quizgen.langs.fr.rules.gerund import is_gerund, read_deed_clause
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import only_told
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Token

NAME = "inner_count"
DEED = re.compile(r".*(?:[ts]ion|ment|age)$")
PART = re.compile(r"des \d[\d\s]* [^\W\d]+")  # « des 17 chars » of « 10 des 17 chars encore en service »
NO_DEEDS = ("moment", "document", "gouvernement", "parlement", "message", "village", "image", "page", "pourcentage")  # with the same endings


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The counted things of `sentence` under the object of a verb."""
    document = reading.document
    for noun in document.words(sentence):
        verb = document.head(noun)
        if noun.dep != "obj" or noun.pos != "NOUN" or not is_deed(noun.lemma) or not (is_clause_head(document, verb) or is_gerund(verb)):
            continue
        counted = next((t for t in document.children(noun, "nmod") if t.i > noun.i), None)
        if counted is not None and read_marker(document, counted)[0] == "de":
            yield attempt(NAME, read_inner_count, reading, counted, noun, verb)


def is_deed(lemma: str) -> bool:
    """Whether a noun names what is done to people or things: « suppression », « recrutement », « mort »."""
    return lemma not in NO_DEEDS and (lemma in word_set("nouns", "deeds") or lemma in read_words("nouns")["events"] or DEED.match(lemma) is not None)


def read_inner_count(reading: Reading, counted: Token, noun: Token, verb: Token) -> Fact:
    """« S V le N de n M », with n asked. Raises Refused if the clause cannot be said, or nothing is counted."""
    number = read_phrase(reading, counted, "counted")
    if (whole_of := PART.match(number.counted)) is not None:
        number = replace(number, counted=whole_of.group())
    if not (number.count and number.counted) or number.kind == "measure" or number.marker != "de":
        raise Refused("nothing is counted under it")
    clause, source = read_deed_clause(reading, verb) if is_gerund(verb) else read_finite(reading, verb)
    whole = next((p for p in clause.complements if isinstance(p, Phrase) and p.span.start <= noun.span.start < p.span.end), None)
    if whole is None or not is_definite(whole):
        raise Refused("the deed is not told with the clause")
    cut = re.search(r" (?:de |d’|des )", whole.text)
    if cut is None or number.text not in whole.text[cut.start() :]:
        raise Refused("the deed is not told with the clause")
    deed = replace(whole, text=whole.text[: cut.start()], count="", counted="")
    others = tuple(p for p in clause.complements if p is not whole)
    told = replace(clause, complements=(deed, number, *others))  # the number right after the deed that it belongs to
    check_content(reading, told, "action")
    modality = modality_of(verb.lemma)
    return build_fact(
        reading, counted, only_told(told, number), type="quantity", rule=NAME, predicate=f"{verb.lemma} {noun.lemma}",
        attribution=source, modality="" if modality == "actual" else modality,
    )  # fmt: skip


def read_finite(reading: Reading, verb: Token) -> tuple[Clause, str]:
    """The clause of a finite verb, and who says so. Raises Refused if it is no fact by itself."""
    attribution = check_standing(reading, verb)
    kind = clause_type(verb)
    if is_report(verb) and not is_said_as_noun(reading.document, verb, kind):
        raise Refused("a reporting verb")
    clause, source = take_source(reading, read_clause(reading, verb))
    return clause, source or attribution
