"""Slips of the parser in the long sentences of news, each known by the words around it."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.lexicon import word_set
from quizgen.model import Token

REACH = 40  # words around a slip that may belong to it
FINITE = frozenset({"VerbForm=Fin", "Tense=Past"})


def with_told_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A noun read as the head of a sentence, with a participle that has an object: « a magnitude 6 quake killed 25 people »."""
    mended = list(tokens)
    for noun in tokens:
        if noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN"):
            continue
        near = tokens[max(0, noun.i - REACH) : noun.i + REACH]
        below = [t for t in near if t.head == noun.i and t is not noun]
        verb = next((t for t in below if t.dep == "acl" and t.pos == "VERB" and t.i == noun.i + 1 and t.text.lower().endswith("ed")), None)
        if verb is None or not any(t.head == verb.i and t.dep == "obj" for t in near) or any(t.dep in ("nsubj", "cop", "cc") for t in below):
            continue
        mended[verb.i] = replace(verb, dep="ROOT", head=verb.i, feats=verb.feats - {"VerbForm=Part", "Aspect=Perf"} | FINITE)
        mended[noun.i] = replace(noun, dep="nsubj", head=verb.i)
        for token in below:
            if (token.i < noun.i and token.dep in ("prep", "npadvmod", "advmod") and tokens[token.i - 1].i < noun.i) or token.text in (".", ";"):
                mended[token.i] = replace(token, head=verb.i)
    return tuple(mended)


def with_subjects_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A noun with its own article right behind a time is the subject of the verb: « at 9:30 UTC the ground station picked up »."""
    mended = list(tokens)
    for noun in tokens:
        time = tokens[noun.head]
        prep = tokens[time.head]
        verb = tokens[prep.head]
        hung = noun.dep == "appos" and time.dep == "pobj" and prep.dep == "prep" and time.i < noun.i < verb.i and verb.pos == "VERB"
        if not hung or any(t.head == verb.i and t.dep.startswith(("nsubj", "expl")) for t in tokens[max(0, verb.i - REACH) : verb.i]):
            continue
        own = [t for t in tokens[time.i + 1 : noun.i] if t.head == noun.i]
        if own and own[0].dep == "det" and own[0].i == time.i + 1:
            mended[noun.i] = replace(noun, dep="nsubj", head=verb.i)
    return tuple(mended)


def with_plans(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« is due to end » as « is expected to end »: « due » belongs to the verb, and so does what one is due to do, be it « last »."""
    mended = list(tokens)
    for due in tokens[:-2]:
        verb, to, deed = tokens[due.head], tokens[due.i + 1], tokens[due.i + 2]
        if due.text.lower() != "due" or due.dep != "acomp" or verb.lemma != "be" or to.text.lower() != "to":
            continue
        lasts = deed.text.lower() == "last" and deed.dep in ("pobj", "pcomp")
        if not lasts and not (deed.dep == "xcomp" and deed.head == due.i):
            continue
        mended[due.i] = replace(due, dep="prt")
        mended[to.i] = replace(to, pos="PART", dep="aux", head=deed.i)
        mended[deed.i] = replace(deed, dep="xcomp", head=verb.i)
        if lasts:
            mended[deed.i] = replace(deed, pos="VERB", lemma="last", dep="xcomp", head=verb.i, feats=frozenset({"VerbForm=Inf"}))
            for token in tokens[deed.i + 1 : deed.i + REACH]:
                if token.dep == "prep" and token.head in (verb.i, due.i, deed.i):
                    mended[token.i] = replace(token, head=deed.i)
                    break
    return tuple(mended)


def with_names_beside_makers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name of several words read as a verb, right behind a noun and a comma, tells who the noun is: « by its maker, Ulmer Farms of Gao »."""
    mended = list(tokens)
    for name in tokens[2:]:
        noun, comma = tokens[name.i - 2], tokens[name.i - 1]
        if not name.name or name.pos not in ("VERB", "AUX") or comma.text != "," or noun.pos != "NOUN" or tokens[noun.head].i > noun.i:
            continue
        mended[name.i] = replace(name, pos="PROPN", dep="appos", head=noun.i, feats=frozenset({"Number=Sing"}))
        verb = tokens[name.head]
        for token in tokens[name.i + 1 : name.i + REACH]:
            if token.head == name.i and token.dep in ("prep", "npadvmod", "advmod") and verb.pos == "VERB" and tokens[token.i - 1].text == ",":
                mended[token.i] = replace(token, head=verb.i)
    return tuple(mended)


def with_counted_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The counted noun right before the verb is its subject, not what glosses a place: « In Gao, the largest airport, 20 flights were cancelled »."""
    mended = list(tokens)
    for noun in tokens:
        beside = [t for t in tokens[max(0, noun.i - REACH) : noun.i] if t.head == noun.head and t.dep == noun.dep and t.dep.startswith("nsubj")]
        gloss = beside[0] if len(beside) == 1 else tokens[noun.head]
        verb = tokens[gloss.head]
        if (noun.dep != "appos" and not beside) or gloss.dep not in ("nsubj", "nsubj:pass") or not gloss.i < noun.i < verb.i:
            continue
        number = next((t for t in tokens[gloss.i + 2 : noun.i] if t.head == noun.i and t.dep == "nummod"), None)
        start = gloss.i
        while start and is_below(tokens, tokens[start - 1], gloss):
            start -= 1
        opening = [tokens[i] for i in (start - 3, start - 2, start - 1)] if start >= 3 else []
        led = bool(opening) and opening[0].dep == "prep" and opening[1].dep == "pobj" and opening[2].text == ","
        if number is None or tokens[gloss.i + 1].text != "," or not led or any(t.text == "," for t in tokens[noun.i : verb.i]):
            continue
        place = opening[1]
        mended[noun.i] = replace(noun, dep=gloss.dep, head=verb.i)
        mended[gloss.i] = replace(gloss, dep="appos", head=place.i)
        for token in tokens[gloss.i + 1 : min(len(tokens), verb.i + REACH)]:
            if token.head == gloss.i and token.i > noun.i:
                mended[token.i] = replace(token, head=noun.i)
    return tuple(mended)


def with_receivers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The first of two objects is who gets it, or pays it, where the second is a sum: « handed the choir £900 », « cost Gao $30 billion »."""
    mended = list(tokens)
    for second in tokens:
        verb = tokens[second.head]
        if second.dep != "obj" or verb.lemma not in word_set("verbs", "recipients") | word_set("verbs", "costing_somebody") or verb.i > second.i:
            continue
        near = tokens[verb.i + 1 : second.i]
        first = [t for t in near if t.head == verb.i and t.dep == "obj"]
        if not first and near and near[0].pos == "PROPN" and near[0].head == second.i and near[0].dep in ("nmod", "compound"):
            first = [replace(near[0], head=verb.i)]  # « fined Ulmer 1.5 million pesos »
        sums = second.pos in ("NUM", "SYM") or any(
            t.head == second.i and t.dep in ("nummod", "quantmod", "nmod") and t.pos in ("NUM", "SYM") for t in near
        )
        if len(first) == 1 and sums and not any(t.head == first[0].i and t.dep == "nummod" for t in near):
            mended[first[0].i] = replace(first[0], dep="dative")
    return tuple(mended)


def with_holders(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Somebody right behind the place or body of an office holds it: « the governor of West Gao, Karl Lund, »."""
    mended = list(tokens)
    for person in tokens:
        body = tokens[person.head]
        prep = tokens[body.head]
        office = tokens[prep.head]
        hung = person.dep == "appos" and person.name == "PERSON" and body.dep == "pobj" and body.name and body.name != "PERSON"
        beside = hung and person.i == body.i + 2 and tokens[body.i + 1].text == ","
        if beside and prep.dep == "prep" and office.pos in ("NOUN", "PROPN") and office.lemma in word_set("nouns", "functions"):
            mended[person.i] = replace(person, head=office.i)
    return tuple(mended)


def with_lists_of_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The second of three names is one of a list, and no gloss of the first: « the Centre Party, the Greens and the Left Alliance »."""
    mended = list(tokens)
    for second in tokens:
        first = tokens[second.head]
        alike = bool(second.name and first.name) and (second.name == "PERSON") == (first.name == "PERSON")
        if second.dep != "appos" or not (second.pos == first.pos == "PROPN" and alike) or second.i < first.i + 2 or tokens[first.i + 1].text != ",":
            continue
        behind = [t for t in tokens[second.i + 1 : second.i + REACH] if t.head == second.i]
        third = next((t for t in behind if t.dep == "conj" and t.pos == "PROPN"), None)
        if third is not None and any(t.dep == "cc" and t.i == second.i + 1 for t in behind):
            mended[second.i] = replace(second, dep="conj")
    return tuple(mended)


def with_second_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name behind a comma is no second subject but tells who the first one is: « Another engineer, the Dane Karl Lund, was jailed »."""
    mended = list(tokens)
    for name in tokens:
        if name.dep not in ("nsubj", "nsubj:pass") or not name.name or name.head < name.i:
            continue
        first = next((t for t in tokens[max(0, name.i - REACH) : name.i] if t.head == name.head and t.dep == name.dep and t.pos == "NOUN"), None)
        start = name.i
        while start and is_below(tokens, tokens[start - 1], name):
            start -= 1
        closed = tokens[name.i + 1].text == "," if name.i + 1 < len(tokens) else False
        if first is not None and closed and start > first.i and tokens[start - 1].text == ",":
            mended[name.i] = replace(name, dep="appos", head=first.i)
    return tuple(mended)


def with_work(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« Work on a wall to protect 300 homes will begin »: « work » is a noun and the subject, and the homes are what is protected."""
    mended = list(tokens)
    for work in tokens:
        verb = tokens[work.head]
        if work.text != "Work" or work.dep != "csubj" or verb.i < work.i:
            continue
        mended[work.i] = replace(work, pos="NOUN", lemma="work", dep="nsubj", feats=frozenset({"Number=Sing"}))
        for token in tokens[work.i + 1 : verb.i]:
            above = next((t for t in reversed(tokens[work.i + 1 : token.i]) if t.pos == "VERB"), None)
            if token.head == verb.i and token.dep == "nsubj" and above is not None:
                mended[token.i] = replace(token, dep="obj", head=above.i)
    return tuple(mended)


def with_bound_prepositions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« for » of « was paid for by the state » belongs to the verb."""
    mended = list(tokens)
    for verb, prep, by in zip(tokens, tokens[1:], tokens[2:], strict=False):
        near = tokens[max(0, verb.i - REACH) : verb.i]
        if verb.pos != "VERB" or prep.dep != "prep" or prep.head != verb.i or prep.text.lower() not in ("for", "to", "with", "at", "on", "after"):
            continue
        if by.text.lower() == "by" and by.head == verb.i and any(t.head == verb.i and t.dep == "aux:pass" for t in near):
            mended[prep.i] = replace(prep, dep="prt")
    return tuple(mended)


def with_makers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« by » right behind a noun, under a verb in the active, tells whose work the noun is: « has paid millions for a sketch by X »."""
    mended = list(tokens)
    for by in tokens[1:]:
        verb, noun = tokens[by.head], tokens[by.i - 1]
        somebody = any(t.head == by.i and t.dep == "pobj" and t.name in ("PERSON", "ORG") for t in tokens[by.i : by.i + 4])
        hung = by.dep == "agent" or (by.dep == "prep" and by.text.lower() == "by" and somebody)
        if not hung or noun.pos != "NOUN" or verb.pos != "VERB" or not verb.i < noun.i:
            continue
        below = [t for t in tokens[max(0, verb.i - REACH) : verb.i] if t.head == verb.i]
        if any(t.dep == "nsubj" for t in below) and not any(t.dep == "aux:pass" for t in below):
            mended[by.i] = replace(by, dep="prep", head=noun.i)
    return tuple(mended)


def is_below(tokens: tuple[Token, ...], token: Token, above: Token) -> bool:
    """Whether `above` governs `token`, directly or not."""
    seen = 0
    while token.head != token.i and seen < REACH:
        token = tokens[token.head]
        if token.i == above.i:
            return True
        seen += 1
    return False
