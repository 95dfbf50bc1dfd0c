"""A gap that is true and yet displeases: a small number told by the way, a source in place of its news, an answer that anybody guesses."""

from __future__ import annotations

import re
from collections.abc import Collection

from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import is_demonym, plain
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.side import verb_over
from quizgen.langs.en.reference.mentions import title_words
from quizgen.model import Document, Token

SMALL = tuple("two three four five six seven eight nine ten".split())
QUANTIFIERS = ("all", "both", "half", "most")
STAYING = ("remain", "stay", "keep")
SHORTEST = 3  # words of a definite subject that is worth a gap
DATE = 3  # words of one
BRACKET = 5  # words before and behind a figure in brackets
PAST = 2  # years before the article at which something belongs to the background
LIGHT = 3  # digits or letters of a small number
REACH = 6  # words between a measure and the same in another unit


def trifling_number(document: Document, number: Token, kept: Collection[int]) -> str:
    """Why a number is not worth a gap; empty if nothing is against it."""
    noun = document.head(number)
    if number.text.lower() in QUANTIFIERS:
        return "it is no number"
    if is_conversion(document, number):
        return "it tells the figure before it in another unit"
    if is_meanwhile(document, noun):
        return "how long something took is told in passing"
    if is_whole_told_before(document, number):
        return "how many they all are is told elsewhere"
    if is_of_somebody(document, number):
        return "what is told of somebody besides"
    if noun.lemma.lower() in word_set("nouns", "material"):
        return "how much was gathered is a side matter"
    if is_within(document, number):
        return "from when on is not told"
    if is_distance(document, noun):
        return "how far off it was is a side matter"
    if number.text.lower() in ("one", "one-off"):
        return "its noun tells that it is one"
    if is_onlookers(document, noun):
        return "how many looked on is a side matter"
    if is_opponents(document, number, kept):
        return "the share of the other one"
    if number.text.lower() in SMALL and (is_side_clause(document, number) or is_span_to_telling(document, noun)):
        return "a small number told by the way"
    if number.text.lower().partition("-")[0] in SMALL and "-" in number.text and is_long_past(document, kept):
        return "a small number of what is long past"
    return ""


def is_whole_told_before(document: Document, number: Token) -> bool:
    """Whether a number stands behind « all » in what belongs to something else: « the owners of all five mills »."""
    before, noun = document.before(number), document.head(number)
    return before is not None and before.text.lower() == "all" and noun.dep == "pobj" and document.head(noun).text.lower() == "of"


def is_of_somebody(document: Document, number: Token) -> bool:
    """Whether a number stands in an aside about somebody, or is his age: « X, a father of three, », « a boy of about ten years old »."""
    following = document.after(document.head(number))
    if document.head(number).lemma == "year" and following is not None and following.text.lower() == "old":
        return True
    chain = []
    for above in (number, *document.ancestors(number)):
        if above.pos in ("VERB", "AUX"):
            break
        chain.append(above)
    return any(t.dep == "appos" and document.head(t).name == "PERSON" and t.i > document.head(t).i for t in chain)


def is_conversion(document: Document, number: Token) -> bool:
    """Whether a number tells a measure again that stands before it: « 20 miles (32 km) », « eight million kronor, or about $1 million »."""
    if is_said_otherwise(document, number):
        return True
    words = document.words(document.sentence_of(number))
    bracket = next((t for t in reversed(words) if t.i < number.i and t.text in ("(", ")")), None)
    unit = document.before(bracket) if bracket is not None and bracket.text == "(" else None
    told = document.before(unit) if unit is not None else None
    return told is not None and told.pos == "NUM" and number.i - told.i < REACH


def is_said_otherwise(document: Document, number: Token) -> bool:
    """Whether a number stands behind « or » and tells the sum before it in another currency; « two or three days » is one number."""
    told = document.head(number)
    led = any(t.text.lower() == "or" and t.i < number.i for t in document.children(told, "cc"))
    return number.dep == "conj" and led and told.pos != "NUM" and document.child(told, "nummod") is not None


def is_meanwhile(document: Document, noun: Token) -> bool:
    """Whether a number tells how long something took in which the rest was done: « during a cruise of 29 days »."""
    whole = document.head(document.head(noun))
    return noun.lemma in word_set("nouns", "durations") and noun.dep == "pobj" and document.head(whole).text.lower() == "during"


def is_in_relative(document: Document, token: Token) -> bool:
    """Whether a word stands in a clause about a thing of the sentence, which has nothing of the title: « a pier whose ferry goes to _____ »."""
    clause = next((t for t in document.ancestors(token) if t.dep == "acl:relcl"), None)
    weighty = token.pos == "NUM" and (len(token.text) > LIGHT or document.head(token).text in ("%", "percent"))
    if clause is None or weighty or document.sentence_number(token) == 0:
        return False
    told = (document.head(clause), *document.subtree(clause))
    return not any(plain(t.lemma) in title_words(document) for t in told if t.pos in ("NOUN", "PROPN"))


def is_within(document: Document, number: Token) -> bool:
    """Whether a number tells a short time without from when on: « within two hours », not « within two hours of the fire »."""
    noun, lead = document.head(number), document.before(number)
    end = document.after(noun)
    led = lead is not None and lead.text.lower() == "within" and noun.lemma in ("hour", "minute")
    return led and end is not None and end.text.lower() not in ("of", "after")


def is_distance(document: Document, noun: Token) -> bool:
    """Whether a number of miles tells how far off something is: « some nine miles from the pier », « 20 miles (32 km) north of Gao »."""
    following = document.after(noun)
    if following is not None and following.text == "(":
        close = next((t for t in document.tokens[following.i : following.i + BRACKET] if t.text == ")"), None)
        following = document.after(close) if close is not None else None
    away = following is not None and re.fullmatch(r"from|off|away|(?:north|south|east|west).*", following.text.lower()) is not None
    return away and noun.text.lower() in word_set("questions", "lengths")


def is_career_step(document: Document, token: Token) -> bool:
    """Whether a date is that of a transfer for a sum, or of an operation: « joined the Rovers for £9,000 », « will have knee surgery »."""
    verb = verb_over(document, token)
    if verb is None:
        return False
    operated = verb.lemma in ("have", "undergo") and any(t.lemma in word_set("nouns", "operations") for t in document.children(verb, "obj"))
    sums = [document.child(t, "pobj") for t in document.children(verb, "prep") if t.text.lower() == "for"]
    return operated or (verb.lemma == "join" and any(t is not None and any(s.pos == "SYM" for s in document.subtree(t)) for t in sums))


def is_onlookers(document: Document, noun: Token) -> bool:
    """Whether a number counts those who saw something happen: « two guards saw the robbery »."""
    verb = document.head(noun)
    watched = verb.dep == "agent" and document.head(verb).lemma in word_set("verbs", "watching")
    return watched or (noun.dep == "nsubj" and verb.lemma in word_set("verbs", "watching"))


def is_life_of_another(document: Document, token: Token) -> bool:
    """Whether a date is one of somebody's life: « was diagnosed in 2014 », « had worked there since 2012 »."""
    verb = verb_over(document, token)
    if verb is None or verb.lemma not in word_set("verbs", "of_a_life"):
        return False
    noun = document.child(verb, "nsubj", "nsubj:pass")
    return noun is not None and (noun.name == "PERSON" or noun.text.lower() in ("he", "she"))


def trifling_date(document: Document, token: Token, kept: Collection[int]) -> str:
    """Why a date is not worth a gap; empty if nothing is against it."""
    if is_state_of_the_day(document, token):
        return "a day on which nothing changed"
    if any(t.lemma == "compare" for t in document.ancestors(token)):
        return "when something was that is only compared"
    if is_told_besides(document, token) or is_of_a_report(document, token):
        return "a date told in passing"
    if is_life_of_another(document, token):
        return "a date of a life that is not the topic"
    if is_career_step(document, token):
        return "the month of a transfer or an operation is a side matter"
    if is_start_of_another(document, token):
        return "when something else starts or ends is a side matter"
    lead = document.before(token)
    by_then = lead is not None and lead.text.lower() == "by"
    if by_then and any(document.tokens[i].text[:1].isdigit() and abs(i - token.i) > DATE for i in kept):
        return "how many by then is asked"
    return ""


def is_of_a_report(document: Document, token: Token) -> bool:
    """Whether a day is that of what papers wrote: « followed press reports on Tuesday »."""
    noun = document.head(document.head(token))
    return document.head(token).dep == "prep" and noun.pos == "NOUN" and noun.lemma in word_set("nouns", "documents")


def is_start_of_another(document: Document, token: Token) -> bool:
    """Whether a day is only one on which something beside the topic starts or ends: « The Oslo Open starts on », « Hearings ended on »."""
    verb = verb_over(document, token)
    if verb is None or verb.lemma not in word_set("verbs", "starting") or document.child(verb, "obj") is not None:
        return False
    noun = document.child(verb, "nsubj")
    if noun is None and verb.dep == "conj":
        noun = document.child(document.head(verb), "nsubj")
    if noun is None:
        return False
    bare = not document.children(noun) and noun.has("Number=Plur")
    named = noun.pos == "PROPN" and verb.text.lower() in ("starts", "begins", "ends")
    return (bare or named) and plain(noun.lemma) not in title_words(document)


def is_told_besides(document: Document, token: Token) -> bool:
    """Whether a date is told in passing of somebody (« X, who had joined on Monday, ») or of one thing more (« also lost Gao in March »)."""
    verb = verb_over(document, token)
    if verb is None:
        return False
    more = any(t.text.lower() == "also" for t in document.children(verb, "advmod"))
    who = any(t.text.lower() == "who" for t in document.children(verb, "nsubj"))
    return more or (verb.dep == "acl:relcl" and who and token.text.lower() in dates.WEEKDAYS)


def is_plain_object(document: Document, words: list[Token], head: Token) -> bool:
    """Whether an object is what its verb makes one expect: « conceded defeat », « reached an agreement »."""
    verb = document.head(head)
    reached = verb.lemma == "reach" and head.lemma in word_set("nouns", "settlements")
    return reached or (len(words) == 1 and verb.lemma in word_set("verbs", "setting"))


def is_opponents(document: Document, number: Token, kept: Collection[int]) -> bool:
    """Whether a figure is that with which another before it is set off: « took 61% of all ballots, against 34% for Y »."""
    above = [document.head(number), document.head(document.head(number))]
    lead = next((t for t in above if t.text.lower() in ("against", "versus")), None)
    return lead is not None and any(document.tokens[i].pos == "NUM" and document.tokens[i].text[:1].isdigit() for i in kept if i < lead.i)


def is_side_clause(document: Document, number: Token) -> bool:
    """Whether a number stands in a clause about a place or thing of the sentence: « a resort where two hotels fell »."""
    verb = verb_over(document, number)
    return verb is not None and verb.dep == "acl:relcl"


def is_span_to_telling(document: Document, noun: Token) -> bool:
    """Whether a number tells how long after something the sentence is, or within how many hours: « two days after the quake »."""
    following, lead = document.after(noun), document.head(noun)
    counted = noun.lemma in word_set("nouns", "durations")
    if following is not None and following.text.lower() == "or":
        following = document.tokens[min(following.i + 2, len(document.tokens) - 1)]  # « six weeks or more before »
    after = following is not None and following.text.lower() in ("after", "before", "later", "earlier")
    within = lead.text.lower() == "within" and following is not None and following.text.lower() == "of"
    return counted and (after or within)


def is_long_past(document: Document, kept: Collection[int]) -> bool:
    """Whether the words kept tell a year well before that of the article, so that they are its background."""
    day = document.article.date
    years = [int(document.tokens[i].text) for i in kept if dates.YEAR.fullmatch(document.tokens[i].text)]
    return bool(day) and any(int(day[:4]) - year >= PAST for year in years)


def is_state_of_the_day(document: Document, token: Token) -> bool:
    """Whether a day of the news is only one on which something was still so: « remained closed on Tuesday »."""
    verb = verb_over(document, token)
    return verb is not None and verb.lemma in STAYING and token.text.lower() in (*dates.WEEKDAYS, "today", "yesterday")


def is_bare_subject(words: list[Token], head: Token) -> bool:
    """Whether a subject is a noun that the event brings with it (« the death toll », « German police »), or one of many (« most goods »)."""
    if words[0].text.lower() in QUANTIFIERS:
        return True
    nameless = not any(t.pos == "ADP" or (t.pos == "PROPN" and t.name) for t in words)
    definite = words[0].text.lower() == "the" and len(words) <= SHORTEST and not any(t.has("Degree=Sup") for t in words)
    return nameless and (definite or head.lemma in word_set("nouns", "situational"))


def is_guessed(document: Document, head: Token) -> bool:
    """Whether anybody guesses an answer: the people whom their leader asks for something, or where in its country a town lies (« Swindon, in … »)."""
    above = document.head(head)
    asked = is_demonym(head.text) and above.lemma in word_set("verbs", "urging")
    comma = document.before(above)
    place = document.before(comma) if comma is not None and comma.text == "," else None
    return asked or (above.text.lower() == "in" and place is not None and place.name in ("GPE", "LOC"))


def is_unnamed_member(head: Token, words: list[Token]) -> bool:
    """Whether somebody is told only as one of a body: « a leading member of a guild »."""
    return words[0].text.lower() in ("a", "an") and head.lemma in word_set("nouns", "of_something")


def is_only_there(document: Document, token: Token) -> bool:
    """Whether it is told no more of somebody than that he was in a place: « X was in Oslo for the fair »."""
    verb = document.head(token)
    placed = any(t.text.lower() in ("in", "at") for t in document.children(verb, "prep"))
    return verb.lemma == "be" and placed and not document.children(verb, "attr", "acomp")


def is_where_so_many_are(document: Document, token: Token) -> bool:
    """Whether a place is only where a number of nameless things are: « More than 40 lawsuits are pending in Norvale »."""
    lead = document.head(token)
    verb = document.head(lead)
    subject = document.child(verb, "nsubj", "nsubj:pass") if lead.dep == "prep" else None
    counted = subject is not None and document.child(subject, "nummod") is not None
    return counted and subject is not None and subject.pos == "NOUN" and plain(subject.lemma) not in title_words(document)


def is_courteous(document: Document, token: Token) -> bool:
    """Whether a word stands under a verb of thanks, or one that sends congratulations."""
    verb = verb_over(document, token)
    if verb is None:
        return False
    polite = verb.lemma in word_set("verbs", "courtesy")
    return polite or any(t.lemma in word_set("nouns", "courtesies") for t in document.children(verb, "obj"))
