"""What a named thing is: « X is a satellite of Y », « Desmophyllum, a coral that builds reefs, », « the biggest owner is X ».

Persons and their functions have their own rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import read_subject
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.verbs import find_subject, read_verb
from quizgen.langs.en.forms.morphology import with_indefinite
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.phrases import bare, is_proper, read_phrase
from quizgen.langs.en.reference.mentions import is_feat, is_only_source
from quizgen.langs.en.rules.clause import check_standing
from quizgen.langs.en.rules.role import is_function, is_old
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "definition"
SHORTEST, LONGEST = 2, 16  # words of a gloss
PERSONS = ("person", "people")
PLACES = ("city", "region", "country")
CONFIDENCE, PASSING = 0.9, 0.02
# Of which there is one.
ONLY = re.compile(
    r"(?i)\b(\w{2,}est|most|first|only|last|second|third|capital|birthplace|home|seat|main|chief|upper|lower|name|least|best|worst"
    r"|(?:four|fif|six|seven|eigh|nin|ten)th|\d+th)\b"
)
LATIN = ("us", "um", "is", "a", "ae", "i", "ii", "ens", "ans", "es", "ops")  # endings of the names of species
COPULAS = ("is", "are", "was", "were")

COMPARED = re.compile(r"(?i)(?:about |almost |nearly |more than )?(?:twice|thrice|half|double|triple|\w+ times) ")  # « twice the size of Gao »
AGED = re.compile(r"(?:an?|the) [\w-]+-year-old ")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The definitions that `sentence` gives, as clauses or as asides."""
    document = reading.document
    for noun in document.words(sentence):
        above = document.head(noun)
        if noun.dep == "attr" and above.lemma == "be" and noun.pos in ("NOUN", "PROPN"):
            yield attempt(NAME, read_clause_definition, reading, noun, above)
        elif noun.dep == "appos" and noun.pos == "NOUN" and above.i < noun.i and (name := glossed(document, noun, above)) is not None:
            yield attempt(NAME, read_aside, reading, noun, name)


def glossed(document: Document, noun: Token, above: Token) -> Token | None:
    """The name that an aside is about: the word above, or « Corvex » of « sales of Corvex, a drug that … », where one thing cannot gloss several."""
    if above.name or is_proper(above) or is_species(document, above):
        return above
    comma = document.before(document.subtree(noun)[0])
    name = document.before(comma) if comma is not None and comma.text == "," else None
    of = document.head(name) if name is not None and name.dep == "pobj" else None
    inner = of is not None and of.text.lower() == "of" and document.head(of) is above
    single = noun.has("Number=Sing") and any(t.text.lower() in ("a", "an") for t in document.children(noun, "det"))
    named = name is not None and (is_proper(name) or is_species(document, name))
    return name if inner and named and single and above.has("Number=Plur") else None


def is_species(document: Document, token: Token) -> bool:
    """Whether a word ends the Latin name of a kind: « Halimeda discoidea »."""
    below = [t for t in document.children(token) if t.i < token.i]
    genus = below[0] if len(below) == 1 else None
    told = genus is not None and genus.i == token.i - 1 and is_proper(genus) and genus.dep == "compound"
    return told and token.pos == "NOUN" and token.text.islower() and token.text.endswith(LATIN)


def read_clause_definition(reading: Reading, noun: Token, verb: Token) -> Fact:
    """« X is a N of … ». Raises Refused unless X is a named thing and N says more than one word."""
    document = reading.document
    attribution = check_standing(reading, verb)
    group = read_verb(document, verb)
    if group.finite not in COPULAS or group.rest or group.negation or document.children(noun, "neg"):
        raise Refused("no plain « X is a N »")
    if any(t.text.lower() in ("like", "about", "than", "only", "just") for t in document.children(verb, "prep", "advmod")):
        raise Refused("a comparison or a restriction, no definition")
    if any(t.text.lower() == "according" for t in document.children(verb, "prep")):
        raise Refused("what somebody says of it")
    subject = find_subject(reading.document, verb)
    if subject is not None and is_feat(reading.document, subject):
        raise Refused("it is what somebody did or won")
    term = replace(read_subject(reading, verb), role="term")
    return _define(reading, noun, term, group.finite, attribution)


def read_aside(reading: Reading, noun: Token, name: Token) -> Fact:
    """« X, a N of …, » and « X, capital of Y ». Raises Refused unless the aside is plainly a gloss of X."""
    document = reading.document
    term = replace(read_phrase(reading, name, "term"), marker="")
    opener = kept_tokens(document, noun)[0]
    if opener.text.lower() not in ("a", "an", "the") and noun.lemma not in ("capital", "home", "birthplace"):
        raise Refused("no gloss: it may be the next of a list")
    if name.dep == "pobj" and noun.lemma in word_set("nouns", "occasions"):
        raise Refused("a place is no event: the parse is wrong")
    if name.dep == "pobj" and document.head(name).text.lower() == "as":
        raise Refused("what something was called first: it is known by more than the gloss")  # « founded in 1946 as X, a joint venture »
    comma = document.before(opener)
    last = document.before(comma) if comma is not None and comma.text in (",", "(", "–", "—") else None
    if last is not None and last not in document.subtree(name) and last is not name and name.i < noun.i:
        raise Refused("what stands between may be what it glosses")
    if document.children(noun, "conj") and document.child(noun, "cc") is None:
        raise Refused("the next of a list")
    several = term.number == "p" and noun.has("Number=Plur") and opener.text.lower() not in ("a", "an")  # « Friends of the Lake, a charity, is one »
    return _define(reading, noun, term, "are" if several else "is", "")


def is_met_again(reading: Reading, term: Phrase) -> bool:
    """Whether the article speaks of the thing more than once, or in its title: what passes by is not worth a card."""
    if not term.entities:
        return True
    name = term.entities[0].name
    told = [i for i, found in reading.links.items() if any(e.name == name for e in found)]
    return len(told) > 1 or name.casefold() in reading.document.article.title.casefold()


def is_kind(reading: Reading, noun: Token, term: Phrase) -> bool:
    """Whether a term is no body or place, and told by what it does: « Corvex, a drug that thins the blood »."""
    thing = all(e.kind == "other" for e in term.entities)
    return thing and noun.lemma not in word_set("nouns", "organisations") and reading.document.child(noun, "acl:relcl") is not None


def check_gloss(gloss: Phrase) -> None:
    """Raises Refused for a gloss that ends before it tells what it has to."""
    if re.search(r" (?:what|where|which|that|who|how|why)$", gloss.text):
        raise Refused("the gloss is cut")
    if re.search(r" to the (?:north|south|east|west)[a-z-]*$", gloss.text):
        raise Refused("it is not told from where")
    if re.fullmatch(r"(?i)the (?:\w+th|first|second|third|only|last|[\w-]{2,}est) \w+", gloss.text):
        raise Refused("it is not told of how many, or since when")
    if re.search(r"\d[\d,.]* (?:miles|kilometres|kilometers|km|metres|meters|feet|yards|m|ft)$", gloss.text):
        raise Refused("it is not told from where")  # « a mill roughly 40 miles » of « … north of Gao »
    if re.match(r"(?i)an? (?:more|less) ", gloss.text):
        raise Refused("it is not told than what")  # « a more sensitive dish »
    if gloss.head in word_set("nouns", "comments"):
        raise Refused("what is said of the event, not of the name")  # « backed by Ulmer, a sharp contrast to last year »


def with_name_behind(reading: Reading, gloss: Phrase) -> Phrase:
    """A gloss with the name of its last noun: « the coast around the capital » of « the coast around the capital, Gao »."""
    document = reading.document
    last = document.tokens_in(gloss.span)[-1]
    name = next((t for t in document.children(last, "appos") if t.i == last.i + 2 and is_proper(t)), None)
    if name is None or last.dep != "pobj" or not re.search(rf" the {re.escape(last.text)}$", gloss.text):
        return gloss
    return replace(gloss, text=f"{gloss.text}, {name.text}")


def read_gloss(reading: Reading, noun: Token, term: Phrase) -> Phrase:
    """The words of `noun` as they are said of a term, whole and without what compares it."""
    return with_name_behind(reading, without_comparison(reading.document, noun, read_phrase(reading, noun, "gloss", subject=term)))


def without_comparison(document: Document, noun: Token, gloss: Phrase) -> Phrase:
    """« an observatory in Chile » of « a more sensitive observatory in Chile »: than which one, only the sentence tells."""
    for adjective in document.children(noun, "amod"):
        degree = document.child(adjective, "advmod")
        more = degree is not None and degree.text.lower() in ("more", "less") and " than " not in gloss.text
        lead = re.match(rf"an? {re.escape(f'{degree.text} {adjective.text}')} ", gloss.text) if degree is not None and more else None
        if lead is not None:
            return replace(gloss, text=with_indefinite(gloss.text[lead.end() :]))
    return gloss


def check_term(term: Phrase) -> None:
    """Raises Refused for « the first thing », which a clause that is cut tells of."""
    if term.head in word_set("nouns", "vague") and not (term.named or term.entities):
        raise Refused(f"“{term.text}” is not named")


def as_told(reading: Reading, term: Phrase, gloss: Phrase) -> Phrase:
    """A gloss told, not asked, where the article is about the place: « What is Oslo? »."""
    topic = term.kind in PLACES and bool(term.entities) and term.entities[0].name.casefold() in reading.document.article.title.casefold()
    return replace(gloss, role="told_gloss") if topic else gloss


def _define(reading: Reading, noun: Token, term: Phrase, copula: str, attribution: str) -> Fact:
    """The fact « term is noun phrase »."""
    gloss = as_told(reading, term, read_gloss(reading, noun, term))
    if gloss.entities and not term.entities and not term.named:
        term, gloss = replace(gloss, role="term"), replace(term, role="gloss")  # « its biggest owner is X »
    if re.fullmatch(r"[A-Z][a-z]+ed", term.text):
        raise Refused("a state that opens the sentence")  # « Exempted are rifles »
    if noun.pos == "PROPN" and not (gloss.entities or term.entities):
        raise Refused("a name is no class of things")
    if not SHORTEST <= len(bare(gloss.text).split()) <= LONGEST or (gloss.entities and gloss.kind != "thing" and len(gloss.text.split()) < 4):
        raise Refused("the gloss says too little or too much")
    if is_function(gloss.head.lower()) or term.kind in PERSONS or gloss.kind in PERSONS:
        raise Refused("what a person is, read by another rule")
    if not (term.entities or term.named) and not gloss.entities:
        if attribution and term.text.lower().startswith(("a ", "an ")):
            raise Refused("what somebody says of any such thing")
        if (attribution == "" and len(term.text.split()) < 2) or term.text.lower().startswith(("this", "the other", "one of")):
            raise Refused(f"“{term.text}” is not named")
        confidence = 0.6
    else:
        confidence = CONFIDENCE
    check_gloss(gloss)
    check_term(term)
    if term.kind == "country" and gloss.head in word_set("nouns", "countries") and not ONLY.search(gloss.text):
        raise Refused("every reader knows a country for one")
    if len(term.entities) == 1 and is_only_source(reading, term.entities[0]):
        raise Refused("it only reports")
    if (aged := AGED.match(gloss.text)) is not None:
        gloss = replace(gloss, text=with_indefinite(gloss.text[aged.end() :]))  # in a year it is a year older
    if gloss.head in word_set("nouns", "vague") or gloss.count or gloss.kind in ("measure", "duration") or COMPARED.match(gloss.text):
        raise Refused("the gloss is no class of things")
    still = reading.document.child(noun, "acl:relcl")
    if is_old(reading.document, noun) and not (still is not None and still.has("Tense=Pres")):
        copula = {"is": "was", "are": "were"}.get(copula, copula)
    if gloss.text.lower().startswith("the ") and term.entities and not gloss.named and not ONLY.search(gloss.text):
        gloss = replace(gloss, text=with_indefinite(gloss.text.partition(" ")[2]))  # « X, the maker of tableware »: others are too
    if not is_met_again(reading, term) and not ONLY.search(gloss.text) and not is_kind(reading, noun, term):
        confidence *= PASSING
    unique = gloss.text.lower().startswith("the ")
    clause = Clause(verb=Verb(lemma="be", finite=copula), subject=replace(term, role="term" if unique else "told_term"), complements=(gloss,))
    return build_fact(reading, noun, clause, type="definition", rule=NAME, attribution=attribution, predicate="be", confidence=confidence)
