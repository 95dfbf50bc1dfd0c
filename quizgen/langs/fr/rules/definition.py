"""What a named thing is: « X est un satellite de Y », « le Flight Manager, un équipement d’aide au vol, », « Y, capitale de la province ».

Persons and their functions have their own rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.forms.nouns import is_class, is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import run_after
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.fr.rules.gloss import is_superlative
from quizgen.langs.fr.tree.clefts import LINKS
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "definition"
LONGEST = 12  # words of a gloss
LONGEST_RANK = 15  # words of « la première espèce … », which are the question's, not the answer's
SHORTEST = 2
SHORTEST_DEFINITE = 4  # words of « le laboratoire européen de physique »
GOING_ON = ("se", "s’", "s'", "ne", "n’", "n'", "qui", "y", "en", "lui", "leur", "l’", "l'")
COPULAS = ("est", "sont", "était", "étaient", "fut", "furent")
POINTING = ("c’", "c'", "ce")
PLACES = ("country", "city", "sea", "region")
ENDS = (",", ".", ")", ";", ":", "(", "–", "—")
PERSONS = ("person", "people")
MOST = re.compile(r"(?i)(?:le |la |l’)[\wà-ÿ-]+(?: [\wà-ÿ-]+)? (?:le|la) (?:plus|moins) ")  # « la ville la plus haute … »
ALL = ("monde", "planète", "histoire", "univers")  # what needs no name to be known
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The definitions that `sentence` gives, as clauses or as asides."""
    document = reading.document
    for noun in document.words(sentence):
        if noun.pos not in ("NOUN", "PROPN") or noun.i in document.quotations:
            continue
        if document.child(noun, "cop") is not None:
            yield attempt(NAME, read_clause_definition, reading, noun)
        elif noun.pos == "NOUN" and (term := find_term(reading, noun)) is not None:
            yield attempt(NAME, read_aside, reading, noun, term)


def read_clause_definition(reading: Reading, noun: Token) -> Fact:
    """« X est un N de … ». Raises Refused unless X is a named thing and N says more than one word."""
    document = reading.document
    attribution = check_standing(reading, noun)
    copula, subject = document.child(noun, "cop"), find_subject(document, noun)
    if copula is None or subject is None or copula.text.lower() not in COPULAS or document.children(noun, "case", "aux"):
        raise Refused("no plain « X est un N »")
    if document.children(noun, "mark") and not (noun.dep == "ccomp" and attribution):  # « X a établi que Y est un N »: with the one who says it
        raise Refused("no plain « X est un N »")
    if any(t.text.lower() in ("ne", "n’", "n'", "pas", "plus", "peut-être") for t in document.children(noun)):
        raise Refused("a negated definition")
    if any(t.text.lower() == "dont" for t in document.subtree(noun) if t.i < copula.i):
        raise Refused("« dont » takes up another thing")
    if is_singled_out(document, noun, subject):
        raise Refused("« c’est X, qui » takes up nothing")
    told = topic_before(reading, subject) if subject.text.lower() in POINTING else subject
    term = read_phrase(reading, told, "term", subject=True)
    if told is not subject:
        term = replace(term, span=subject.span, taken_up=(*term.taken_up, term.span))
    return _define(reading, noun, term, copula.text.lower(), attribution)


def is_singled_out(document: Document, noun: Token, subject: Token) -> bool:
    """« C’est une juge de Gand, X, qui avait … »: the one named is stressed as who did what follows, and « c’ » takes up nothing said before."""
    link = next((t for t in document.tokens[noun.i + 1 : document.sentence_of(noun).last] if t.text.lower() in LINKS), None)
    if subject.text.lower() not in POINTING or link is None:
        return False
    names = (t for t in document.tokens[noun.i + 1 : link.i] if t.name)
    return any(document.tokens[t.i - 1].text == "," and document.tokens[t.i + 1].text == "," for t in names)


def topic_before(reading: Reading, pointing: Token) -> Token:
    """What « c’est » speaks of: the subject of the sentence before, if it is what the title names. Raises Refused otherwise."""
    document = reading.document
    number = document.sentence_number(pointing)
    here = document.sentences[number]
    if not number or document.sentences[number - 1].paragraph != here.paragraph or pointing.i in document.quotations:
        raise Refused("what « c’ » stands for is not sure")
    subjects = [t for t in document.words(document.sentences[number - 1]) if t.dep.startswith("nsubj") and document.head(t).dep == "ROOT"]
    named = [t for s in subjects for t in document.subtree(s) if (t.name or t.pos == "PROPN") and plain(t.text) in plain(document.article.title)]
    if len(subjects) != 1 or not named:
        raise Refused("what « c’ » stands for is not sure")
    return subjects[0]


def find_term(reading: Reading, noun: Token) -> Token | None:
    """The name right before the comma or bracket that opens the aside of `noun`."""
    document = reading.document
    words = kept_tokens(document, noun, reading)
    comma = document.before(words[0])
    name = document.before(comma) if comma is not None and comma.text in (",", "(") else None
    after = document.after(words[-1])
    closed = after is None or after.text in (",", ")", ".", ";", "qui", "où", "dont") or (after.pos == "VERB" and after.dep != "acl")
    if (
        name is None
        or not closed
        or not (name.name or name.pos == "PROPN")
        or noun.dep not in ("appos", "nmod", "acl", "conj", "parataxis", "obl", "obl:mod")
    ):
        return None
    if noun.dep == "conj" or name.dep == "conj":
        return None
    return name


def read_aside(reading: Reading, noun: Token, name: Token) -> Fact:
    """« X, un N de …, » and « X, capitale de Y ». Raises Refused unless the aside is plainly a gloss of X."""
    document = reading.document
    head = name if name.dep not in ("flat:name", "flat:foreign", "nmod", "appos") else document.head(name)
    term = read_phrase(reading, head if head.i <= name.i and head.pos in ("NOUN", "PROPN") else name, "term")
    words = kept_tokens(document, noun, reading)
    indefinite = words[0].text.lower() in ("un", "une")
    unique = noun.lemma in word_set("nouns", "unique_places") and words[0] is noun
    if not indefinite and not unique and not is_plain_aside(document, noun, head, words):
        raise Refused("no gloss: it may be the next of a list")
    if document.children(noun, "case"):
        raise Refused("a circumstance, not a gloss")
    return _define(reading, noun, replace(term, marker="", role="term"), "est", "", unique=unique)


def is_plain_aside(document: Document, noun: Token, term: Token, words: list[Token]) -> bool:
    """Whether « X, le laboratoire européen de physique, a … » says what X is: no next of a list, and no second name."""
    comma, following = document.after(words[-1]), document.tokens[noun.i + 1]
    beyond = document.after(comma) if comma is not None and comma.text == "," else None
    goes_on = beyond is not None and (beyond.pos in ("VERB", "AUX") or beyond.text.lower() in GOING_ON)
    closed = goes_on or (comma is not None and comma.text in (")", "."))
    hung = noun.dep == "appos" and document.head(noun) is term and not document.children(noun, "conj", "cc")
    told = len(words) >= SHORTEST_DEFINITE and not following.name and words[0].text.lower() in ("le", "la", "l’", "l'")
    listed = any(t.dep == "conj" or t.text.lower() in ("et", "ou") for t in document.tokens[term.i : noun.i]) or term.dep == "conj"
    return hung and told and closed and not listed


def _define(reading: Reading, noun: Token, term: Phrase, copula: str, attribution: str, *, unique: bool = False) -> Fact:
    """The fact « term is noun phrase »."""
    gloss = cut_measure(reading, noun, cut_participle(reading, noun, read_phrase(reading, noun, "gloss")))
    if unique:
        gloss = replace(gloss, text=f"{'la' if gloss.gender == 'f' else 'le'} {gloss.text}")
    ranked = is_superlative(reading.document, reading.document.tokens_in(gloss.span)[0]) or MOST.match(gloss.text) is not None
    if gloss.marker or not SHORTEST <= len(gloss.text.split()) <= (LONGEST_RANK if ranked else LONGEST) or gloss.entities:
        raise Refused("the gloss says too little or too much")
    unique = unique or noun.lemma in word_set("nouns", "unique_places")
    if is_function(noun.lemma) or noun.lemma in word_set("nouns", "persons"):
        raise Refused("what a person is, read by another rule")
    famous = term.kind in ("country", "city", "sea") and not (unique or ranked)
    if (
        not (term.entities or (is_class(term.head) and any(c.isupper() for c in term.text[1:])))
        or term.kind in PERSONS
        or famous
        or term.count
        or len(term.entities) > 1
    ):
        raise Refused(f"« {term.text} » is no named thing")
    if not gloss.text.lower().startswith(("un ", "une ", "le ", "la ", "l’", "les ", "des ")):
        raise Refused("the gloss has no article")
    if ranked:
        return ask_rank(reading, noun, replace(term, marker=""), gloss, copula, attribution)
    if noun.lemma in word_set("nouns", "parts_of") and (whole := whole_of(reading, noun)):
        return ask_whole(reading, noun, term, gloss, whole, copula)
    gloss = gloss if unique else with_relative(reading, gloss)
    if term.kind in PLACES and not unique and "qui" not in gloss.text.split():
        raise Refused("of what class a place is says little of it")
    number = "p" if copula in ("sont", "étaient", "furent") else "s"
    clause = Clause(verb=Verb(lemma="être", finite=copula, number=number), subject=term, complements=(gloss,))
    told = (term, replace(gloss, role="told_gloss")) if unique else (replace(term, role="told_term"), gloss)
    clause = replace(clause, subject=told[0], complements=told[1:])
    return build_fact(reading, noun, clause, type="definition", rule=NAME, predicate="être", attribution=attribution, confidence=CONFIDENCE)


def cut_participle(reading: Reading, noun: Token, gloss: Phrase) -> Phrase:
    """« un logiciel libre » of « un logiciel libre dérivé de … et conçu pour … », where the whole is too long for an answer."""
    document = reading.document
    clause = next((t for t in document.children(noun, "acl") if t.i > noun.i and t.span.end <= gloss.span.end), None)
    if clause is None or len(gloss.text.split()) <= LONGEST or is_superlative(document, document.tokens_in(gloss.span)[0]):
        return gloss
    first = document.subtree(clause)[0]
    words = [t for t in document.tokens_in(gloss.span) if t.i < first.i]
    if len(words) < SHORTEST:
        raise Refused("without what it does, the gloss says too little")
    return replace(gloss, text=say_tokens(reading, words), span=Span(start=gloss.span.start, end=words[-1].span.end))


def cut_measure(reading: Reading, noun: Token, gloss: Phrase) -> Phrase:
    """« une planète gazeuse » of « une planète gazeuse de masse 40 fois celle de la Terre »: a measure whose figure is cut tells nothing."""
    document = reading.document
    words = document.tokens_in(gloss.span)
    following = document.after(words[-1])
    of = next((n for n, t in enumerate(words) if t.i > noun.i and t.text.lower() in ("de", "d’", "d'") and n == len(words) - 2), 0)
    if following is None or following.pos != "NUM" or not of:
        return gloss
    return replace(gloss, text=say_tokens(reading, list(words[:of])), span=Span(start=gloss.span.start, end=words[of - 1].span.end))


def ask_rank(reading: Reading, noun: Token, term: Phrase, gloss: Phrase, copula: str, attribution: str) -> Fact:
    """« Quel est le troisième plus haut pic de … ? — T ». Raises Refused unless it is said among which."""
    among = reading.document.tokens_in(gloss.span)[1:]
    if not any(t.name or t.text[:1].isupper() or t.lemma in ALL for t in among):
        raise Refused("it is not said among which")
    clause = Clause(verb=Verb(lemma="être", finite=copula), subject=term, complements=(replace(gloss, role="told_gloss"),))
    return build_fact(reading, noun, clause, type="definition", rule=NAME, predicate="rang", attribution=attribution, confidence=CONFIDENCE)


def with_relative(reading: Reading, gloss: Phrase) -> Phrase:
    """« une voie d’eau artificielle qui relie … »: the clause that tells the thing from others of its class, if the whole stays short."""
    document = reading.document
    last = document.tokens_in(gloss.span)[-1]
    opening = document.after(last)
    if opening is None or opening.text.lower() != "qui":
        return gloss
    words = [opening, *run_after(document, opening, ENDS)]
    if any(t.pos == "PRON" and t is not opening for t in words) or len(gloss.text.split()) + len(words) > LONGEST + 2:
        return gloss
    span = Span(start=gloss.span.start, end=words[-1].span.end)
    return replace(gloss, text=f"{gloss.text} {say_tokens(reading, words)}", span=span)


def whole_of(reading: Reading, noun: Token) -> Phrase | None:
    """« un ancien volcan » of « la partie émergée d’un ancien volcan »."""
    nouns = (t for t in reading.document.subtree(noun) if t.i > noun.i and t.pos in ("NOUN", "PROPN"))
    below = next((t for t in nouns if read_marker(reading.document, t)[0] == "de"), None)
    return read_phrase(reading, below, "whole") if below is not None else None


def ask_whole(reading: Reading, noun: Token, term: Phrase, gloss: Phrase, whole: Phrase, copula: str) -> Fact:
    """« De quoi T est-il la partie émergée ? — d’un ancien volcan ». Raises Refused if the part is not told before the whole."""
    part = gloss.text.removesuffix(join_preposition("de", whole.text)).strip()
    if part == gloss.text or whole.marker != "de" or whole.kind in PERSONS:
        raise Refused("it is not told of what it is a part")
    parts = (replace(gloss, role="told_part", text=part), replace(whole, role="whole", kind="thing", entities=(), core=True))
    clause = Clause(verb=Verb(lemma="être", finite=copula), subject=replace(term, role="told_term"), complements=parts)
    return build_fact(reading, noun, clause, type="location", rule=NAME, predicate="partie", confidence=CONFIDENCE)
