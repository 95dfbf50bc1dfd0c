"""A gap for a side matter, or for what anything may fill: told by where in its sentence the answer stands, and under which verb."""

from __future__ import annotations

from collections.abc import Collection

from quizgen.langs.en.clause.verbs import is_passive
from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.reference.mentions import title_words
from quizgen.model import Document, Reading, Token

ISSUING = {"publish", "release", "issue"}
POSSIBLE = {"may", "might", "could"}
LEADING = 2  # sentences, title aside, in which a count may be the news
BEFORE = 4  # words before « since » in which a superlative may stand


def dates_what_tells(document: Document, token: Token) -> bool:
    """Whether a date is that of a paper (« in its report, published on … »), or the day of the news on which somebody calls something so."""
    verb = verb_over(document, token)
    if verb is None:
        return False
    known = word_set("verbs", "announcing") | word_set("verbs", "plain_saying") | ISSUING
    bare = verb.dep in ("acl", "advcl") and document.child(verb, "nsubj", "nsubj:pass", "aux") is None
    paper = bare and verb.has("VerbForm=Part") and verb.lemma in known
    judged = verb.lemma in word_set("verbs", "judging") and token.text.lower() in (*dates.WEEKDAYS, "today", "yesterday")
    return paper or judged


def dates_aside(document: Document, token: Token) -> bool:
    """Whether a date belongs to what is told in passing of a thing: « a loan due in 2021 », « the lowest since it opened in 1987 »."""
    verb = verb_over(document, token)
    if verb is None:
        return False
    noun = document.head(verb)
    mark = next((t for t in document.children(verb, "mark") if t.text.lower() == "since"), None)
    topmost = mark is not None and any(t.has("Degree=Sup") for t in document.tokens[max(0, mark.i - BEFORE) : mark.i])
    since = mark is not None and verb.dep == "advcl" and (noun.pos == "NOUN" or topmost)
    where = any(t.text.lower() == "where" for t in document.children(verb, "advmod"))  # tells of a place what happened there
    return since or (verb.dep == "acl:relcl" and not where and noun.dep in ("obj", "pobj") and plain(noun.lemma) not in title_words(document))


def counts_aside(reading: Reading, number: Token, kept: Collection[int]) -> bool:
    """Whether a number tells of what is set beside, not of what the sentence is about."""
    document = reading.document
    noun = document.head(number)
    beside = is_gain_beside(document, noun, kept) or is_compared(document, noun)
    return beside or is_in_aside(reading, number, kept) or is_running_count(document, number) or has_lost_when(document, number, kept)


def is_in_aside(reading: Reading, token: Token, kept: Collection[int]) -> bool:
    """Whether a word stands in what commas set beside the subject, or in a clause about somebody: « The tram, carrying 69, … », « X, who led 70 »."""
    document = reading.document
    verb = verb_over(document, token)
    noun = document.head(verb) if verb is not None else None
    if verb is None or noun is None:
        return False
    commas = [i for i in range(noun.i, verb.i) if document.tokens[i].text == ","]
    apart = verb.has("Aspect=Prog") and commas == [verb.i - 1] and noun.dep in ("nsubj", "nsubj:pass")
    above = verb_over(document, noun)
    place = noun.dep == "appos" and document.head(noun).name in ("GPE", "LOC") and above is not None and above.i in kept
    return (verb.dep == "acl" and apart) or (verb.dep == "acl:relcl" and (is_person(reading, noun) or place))


def is_person(reading: Reading, noun: Token) -> bool:
    """Whether a word names somebody."""
    entity = reading.entity(noun)
    somebody = noun.lemma in ("man", "woman", "boy", "girl", "person") and any(
        t.text.lower() in ("a", "an") for t in reading.document.children(noun, "det")
    )
    return noun.name == "PERSON" or (entity is not None and entity.kind == "person") or somebody


def is_gain_beside(document: Document, noun: Token, kept: Collection[int]) -> bool:
    """Whether « up 2 points » stands behind the share that it is the gain of."""
    lead = document.head(noun)
    figures = [i for i in kept if document.tokens[i].pos == "NUM" and i < lead.i]
    return noun.dep == "npadvmod" and lead.text.lower() in ("up", "down") and bool(figures)


def is_compared(document: Document, noun: Token) -> bool:
    """Whether a figure is that of another thing, with which it is compared: « compared with 30% of Lund »."""
    lead = next((t for t in document.ancestors(noun) if t.lemma == "compare"), None)
    return lead is not None and any(t.text.lower() in ("of", "in", "for") and document.child(t, "pobj") for t in document.children(noun, "prep"))


def is_running_count(document: Document, token: Token) -> bool:
    """Whether a figure or place belongs to a count that goes on, told beside the news: « 109,000 cases had been reported », « at the time of »."""
    verb = verb_over(document, token)
    if verb is None or document.sentence_number(verb) < LEADING:
        return False
    before = any(t.text.lower() == "had" for t in document.children(verb, "aux"))
    then = (document.child(t, "pobj") for t in document.children(verb, "prep") if t.text.lower() == "at")
    while_at = verb.lemma == "be" and any(t is not None and t.lemma in ("time", "moment") for t in then)
    return while_at or (before and is_passive(document, verb) and verb.lemma in word_set("verbs", "counting"))


def has_lost_when(document: Document, number: Token, kept: Collection[int]) -> bool:
    """Whether a figure had been reached at a time that was cut: « had reached 12 knots | as it left the harbour »."""
    verb = verb_over(document, number)
    if verb is None or not any(t.text.lower() == "had" for t in document.children(verb, "aux")):
        return False
    clauses = [c for c in document.children(verb, "advcl") if any(t.text.lower() in ("as", "when") for t in document.children(c, "mark", "advmod"))]
    return any(c.i not in kept for c in clauses)


def is_in_list(document: Document, token: Token) -> bool:
    """Whether a word stands in what is told of one of several things: « louder alarms and a body to oversee _____ »."""
    nouns = (t for t in document.ancestors(token) if t.pos in ("NOUN", "PROPN"))
    return any(t.dep == "conj" or document.child(t, "conj") is not None for t in nouns)


def is_at_a_time(document: Document, token: Token) -> bool:
    """Whether a word stands in a clause that tells more of a time: « in the 23rd minute, when … », « once the films had been seen »."""
    above = [t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")]
    relative = next((t for t in document.ancestors(token) if t.dep == "acl:relcl"), None)
    when = relative is not None and any(t.text.lower() == "when" for t in document.children(relative, "advmod", "mark"))
    once = above[0] if above and above[0].dep == "advcl" else None
    return when or (once is not None and any(t.text.lower() == "once" for t in document.children(once, "advmod", "mark")))


def is_possible(document: Document, token: Token) -> bool:
    """Whether what may happen takes any of several: « where they may meet _____ »."""
    verb = verb_over(document, token)
    aux = {t.text.lower() for t in document.children(verb, "aux")} if verb is not None else set()
    return token.dep == "obj" and bool(aux & POSSIBLE) and "have" not in aux


def stands_for_place(reading: Reading, noun: Token, kept: Collection[int]) -> bool:
    """Whether « the northern state » only says again which place of the passage is meant."""
    document = reading.document
    kinds = word_set("nouns", "places") | word_set("nouns", "countries") | word_set("nouns", "for_countries")
    led = any(t.text.lower() == "the" for t in document.children(noun, "det"))
    told = document.children(noun, "prep", "acl", "acl:relcl", "appos", "compound")
    named = any(e.kind in ("country", "city", "region") for i in kept if i != noun.i for e in reading.links.get(i, ()))
    return led and not told and named and noun.pos == "NOUN" and noun.lemma in kinds


def is_where_somebody_was(document: Document, token: Token) -> bool:
    """Whether a place is no more than where somebody was: « X was in _____ for the summit »."""
    lead = document.head(token)
    verb = document.head(lead)
    subject = document.head(verb) if verb.dep == "acl:relcl" else document.child(verb, "nsubj")
    return lead.dep == "prep" and verb.lemma == "be" and subject is not None and subject.name == "PERSON"


def verb_over(document: Document, token: Token) -> Token | None:
    """The verb, participle or infinitive that a word stands under."""
    return next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
