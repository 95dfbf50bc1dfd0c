"""Words that the parser hung on the wrong verb or noun, where grammar leaves one reading only."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.forms.morphology import base_of, participle
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.tree.mends import NOUNS, REACH
from quizgen.model import Token

OF_TIME = ("afterwards", "later", "then", "soon", "earlier", "meanwhile", "today", "yesterday", "now", "once", "again", "thereafter", "eventually")
SCENES = ("in", "near", "at", "outside", "off")
LEADING = ("path", "road", "route", "key", "threat", "obstacle", "barrier", "gateway", "alternative", "answer", "solution", "reaction")


def mend_hanging(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`tokens` with participles under their nouns, « one of whom » under people, and times and infinitives under what they tell of."""
    for mend in MENDS:
        tokens = mend(tokens)
    return tokens


def with_participles_beside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« A burning car, thought to be the gang’s, was found »: the car is what was found, and « thought » tells of it."""
    mended = list(tokens)
    for told in tokens[2:]:
        noun, comma, verb = tokens[told.i - 2], tokens[told.i - 1], tokens[told.head]
        hung = told.dep in ("advcl", "ccomp", "dep") and told.pos == "VERB" and noun.dep.startswith("nsubj") and noun.head == told.i
        if not hung or comma.text != "," or not told.i < verb.i or participle(base_of(told.lemma)) != told.text.lower():
            continue
        between = tokens[told.i + 1 : verb.i]
        own = [t for t in tokens[max(0, noun.i - REACH) : verb.i] if t.head == verb.i]
        closed = any(t.text == "," for t in between)
        active = any(t.head == told.i and t.dep == "obj" for t in between)
        if not closed or active or any(t.dep.startswith(("nsubj", "csubj", "expl", "mark")) for t in own):
            continue
        mended[noun.i] = replace(noun, dep="nsubj:pass" if any(t.dep == "aux:pass" for t in own) else "nsubj", head=verb.i)
        mended[told.i] = replace(told, dep="acl", head=noun.i)
        for token in tokens[max(0, noun.i - REACH) : noun.i]:
            if token.head == told.i and token.dep in ("npadvmod", "advmod", "prep"):
                mended[token.i] = replace(token, head=verb.i)
    return tuple(mended)


def with_adverbs_of_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A time before the article of a subject belongs to the verb: « Soon afterwards | a burning car was found »."""
    mended = list(tokens)
    for token in tokens[:-1]:
        noun, article = tokens[token.head], tokens[token.i + 1]
        before = token.dep in ("advmod", "npadvmod") and token.text.lower() in OF_TIME and token.i < noun.i and noun.pos in NOUNS
        if before and noun.dep.startswith("nsubj") and noun.head > noun.i and article.head == noun.i and article.dep in ("det", "poss", "nummod"):
            mended[token.i] = replace(token, dep="advmod", head=noun.head)
    return tuple(mended)


def with_best_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« to hit » right behind « the strongest quake », itself no object of the verb above, tells of the quake."""
    mended = list(tokens)
    for deed in tokens[2:]:
        noun, to, above = tokens[deed.i - 2], tokens[deed.i - 1], tokens[deed.head]
        hung = deed.pos == "VERB" and deed.dep in ("xcomp", "advcl", "ccomp") and to.dep == "aux" and to.text.lower() == "to" and above.i < noun.i
        if not hung or noun.pos not in NOUNS or noun.head == above.i:
            continue
        if any(t.head == noun.i and t.has("Degree=Sup") for t in tokens[above.i + 1 : noun.i]):
            mended[deed.i] = replace(deed, dep="acl", head=noun.i)
    return tuple(mended)


def with_relatives_of_people(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« two boys with kites, one of whom »: the clause tells of the people before « with », not of what they carry."""
    mended = list(tokens)
    human = actors()
    for verb in tokens:
        noun = tokens[verb.head]
        lead = tokens[noun.head]
        if verb.dep != "acl:relcl" or noun.dep != "pobj" or not lead.i < noun.i < verb.i or noun.name or noun.lemma.lower() in human:
            continue
        who = next((t for t in tokens[noun.i + 1 : verb.i] if t.text.lower() == "whom"), None)
        first = tokens[lead.i - 1] if lead.i else noun
        part = tokens[tokens[who.head].head] if who is not None else verb
        parted = part.head == verb.i and part.i < verb.i and part.dep.startswith("nsubj")
        if parted and lead.text.lower() in ("with", "in", "on", "at") and first.pos == "NOUN" and first.lemma.lower() in human:
            mended[verb.i] = replace(verb, head=first.i)
    return tuple(mended)


def with_times_after(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« two hours » before « after » measures it: « was announced two hours after they arrived » tells of no arrival of two hours."""
    mended = list(tokens)
    for time in tokens[:-1]:
        mark, verb = tokens[time.i + 1], tokens[time.head]
        opens = mark.dep == "mark" and mark.head == verb.i and mark.text.lower() in ("after", "before", "since")
        if time.dep == "npadvmod" and opens and verb.i > mark.i:
            mended[time.i] = replace(time, head=mark.i)
    return tuple(mended)


def with_worth(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« cargo worth £5 million was held up »: the cargo is the subject, and « worth » tells of it."""
    mended = list(tokens)
    for worth in tokens[1:]:
        noun, verb = tokens[worth.i - 1], tokens[worth.head]
        hung = worth.text.lower() == "worth" and worth.dep.startswith("nsubj") and worth.i < verb.i
        if hung and noun.head == worth.i and noun.dep == "nsubj":
            mended[noun.i] = replace(noun, dep=worth.dep, head=verb.i)
            mended[worth.i] = replace(worth, dep="amod", head=noun.i)
    return tuple(mended)


def with_compared(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A time behind « , compared with 30% of Gao » is that of the comparison, not of the deed: « 10% was lost, compared with … in 2011 »."""
    mended = list(tokens)
    for time in tokens:
        verb = tokens[time.head]
        if time.dep not in ("prep", "npadvmod") or verb.pos not in ("VERB", "AUX") or not verb.i < time.i:
            continue
        compared = next((t for t in tokens[verb.i + 1 : time.i] if t.text.lower() == "compared" and t.head == verb.i), None)
        if compared is not None and tokens[compared.i - 1].text == "," and time.i > compared.i + 2 and time.i - compared.i < REACH:
            mended[time.i] = replace(time, head=compared.i)
    return tuple(mended)


def with_areas(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« over » between « spread » and an area is where it spread: « had spread over 200 hectares »."""
    mended = list(tokens)
    for over in tokens[1:-1]:
        verb, number = tokens[over.i - 1], tokens[over.i + 1]
        area = tokens[number.head]
        if over.text.lower() != "over" or over.dep == "prep" or verb.lemma not in ("spread", "extend", "stretch") or number.dep != "nummod":
            continue
        if area.dep in ("obj", "npadvmod") and area.head == verb.i and area.i > number.i:
            mended[over.i] = replace(over, pos="ADP", dep="prep", head=verb.i)
            mended[area.i] = replace(area, dep="pobj", head=over.i)
    return tuple(mended)


def with_listed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name behind « , among them » is one of those right before, no part of the deed: « came first in 28 districts, among them Gao »."""
    mended = list(tokens)
    for them in tokens[3:-1]:
        comma, among, name, noun = tokens[them.i - 2], tokens[them.i - 1], tokens[them.i + 1], tokens[them.i - 3]
        told = comma.text == "," and among.text.lower() == "among" and them.text.lower() == "them" and them.head == among.i
        if told and name.pos == "PROPN" and name.dep in ("npadvmod", "obj", "dep") and noun.pos == "NOUN" and noun.has("Number=Plur"):
            mended[among.i] = replace(among, dep="dep", head=noun.i)
            mended[name.i] = replace(name, dep="appos", head=them.i)
    return tuple(mended)


def with_later_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« The team, led by X and backed by Y, spent »: « led » behind a comma tells of the team, and « spent » is the main verb."""
    mended = list(tokens)
    for first in tokens[2:]:
        noun, comma = tokens[first.i - 2], tokens[first.i - 1]
        hung = first.dep == "ROOT" and first.pos == "VERB" and comma.text == "," and noun.dep.startswith("nsubj") and noun.head == first.i
        if not hung or participle(base_of(first.lemma)) != first.text.lower():
            continue
        near = tokens[first.i + 1 : first.i + REACH]
        later = next((t for t in near if t.head == noun.i and t.dep == "acl" and t.has("Tense=Past") and tokens[t.i - 1].text == ","), None)
        if (
            later is None
            or not any(t.head == first.i and t.dep == "agent" for t in near)
            or not any(t.head == later.i and t.dep == "obj" for t in near)
        ):
            continue
        mended[later.i] = replace(later, dep="ROOT", head=later.i, feats=later.feats - {"VerbForm=Part", "Aspect=Perf"} | {"VerbForm=Fin"})
        mended[noun.i] = replace(noun, dep="nsubj", head=later.i)
        mended[first.i] = replace(first, dep="acl", head=noun.i, feats=first.feats - {"VerbForm=Fin"} | {"VerbForm=Part", "Tense=Past"})
    return tuple(mended)


def with_ways_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« to » right behind « path », « threat » goes with it: « removed an obstacle on the path to peace »."""
    mended = list(tokens)
    for to in tokens[1:]:
        noun, verb = tokens[to.i - 1], tokens[to.head]
        if to.text.lower() == "to" and to.dep in ("prep", "dative") and verb.pos == "VERB" and verb.i < noun.i and noun.lemma in LEADING:
            mended[to.i] = replace(to, dep="prep", head=noun.i)
    return tuple(mended)


def with_scenes_of_harm(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Where people are killed or rescued is told of the deed, not of them: « killed 17 people near Gao »."""
    mended = list(tokens)
    for prep in tokens[2:]:
        people = tokens[prep.head]
        verb = tokens[people.head]
        if prep.dep != "prep" or prep.text.lower() not in SCENES or people.dep != "obj" or verb.pos != "VERB" or not verb.i < people.i == prep.i - 1:
            continue
        counted = any(t.head == people.i and t.dep == "nummod" for t in tokens[verb.i : people.i])
        place = any(t.head == prep.i and t.dep == "pobj" and t.pos == "PROPN" for t in tokens[prep.i : prep.i + 6])
        if counted and place and verb.lemma in word_set("verbs", "harming") | word_set("verbs", "done_to_people"):
            mended[prep.i] = replace(prep, head=verb.i)
    return tuple(mended)


def with_reasons_of_terms(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« for » with a deed behind a term, or behind him who is punished, tells why: « jailed for six years for stealing », « fined X for lying »."""
    mended = list(tokens)
    for prep in tokens[2:]:
        noun = tokens[prep.head]
        first = tokens[noun.head]
        verb = tokens[first.head] if noun.dep == "pobj" else first
        if prep.dep != "prep" or prep.text.lower() != "for" or verb.pos != "VERB" or not verb.i < noun.i < prep.i:
            continue
        term = noun.dep == "pobj" and first.dep == "prep" and noun.lemma in word_set("nouns", "durations")
        punished = noun.dep in ("obj", "npadvmod", "oprd", "dative") and verb.lemma in word_set("verbs", "answered_for")
        if (term or punished) and any(t.head == prep.i and t.dep == "pcomp" for t in tokens[prep.i : prep.i + REACH]):
            mended[prep.i] = replace(prep, head=verb.i)
    return tuple(mended)


MENDS = (
    with_participles_beside, with_adverbs_of_verbs, with_best_deeds, with_relatives_of_people, with_times_after, with_worth, with_compared,
    with_areas, with_listed, with_later_deeds, with_ways_to, with_reasons_of_terms, with_scenes_of_harm,
)  # fmt: skip
