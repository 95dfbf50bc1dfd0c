"""Slips of the parser in the long sentences of news, each known by the words around it."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.forms.dates import PARTS_OF_DAY
from quizgen.langs.en.forms.morphology import MODALS
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Token

REACH = 40  # words around a slip that may belong to it
NOUNS = ("NOUN", "PROPN")
OF_SCORES = ("vote", "goal", "seat", "run", "wicket", "try", "penalty", "shot", "stroke", "victory", "win", "ballot")
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


def with_lost_owners(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« ’s » that the parser hung on something else marks the owner of the noun right behind it: « On May 9 the mill ’s owners paused »; or of the
    one behind its adjectives, which then stands where the owner did: « from the country ’s four largest lakes ».
    """
    mended = list(tokens)
    for mark in tokens[1:-1]:
        owner, noun = tokens[mark.i - 1], tokens[mark.i + 1]
        if mark.text not in ("’s", "'s") or mark.pos != "PART" or mark.dep == "case" or owner.pos not in NOUNS:
            continue
        if owner.head == mark.i and noun.pos in NOUNS:
            mended[mark.i] = replace(mark, dep="case", head=owner.i)
            mended[owner.i] = replace(owner, dep="poss", head=noun.i)
        elif (owned := owned_behind(tokens, mark)) is not None and owner.dep in ("obj", "pobj") and owner.head < owner.i:
            mended[mark.i] = replace(mark, dep="case", head=owner.i)
            mended[owned.i] = replace(owned, dep=owner.dep, head=owner.head)
            mended[owner.i] = replace(owner, dep="poss", head=owned.i)
    return tuple(mended)


def owned_behind(tokens: tuple[Token, ...], mark: Token) -> Token | None:
    """The noun that the numbers and adjectives right behind a mark belong to; None if there are none, or if it hangs below them."""
    behind = tokens[mark.i + 1 : mark.i + 5]
    noun = next((t for t in behind if t.pos not in ("NUM", "ADJ", "ADV")), None)
    told = noun is not None and noun.i > mark.i + 1 and all(t.head == noun.i for t in tokens[mark.i + 1 : noun.i])
    return noun if noun is not None and told and noun.pos == "NOUN" and noun.head < mark.i - 1 else None


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


def with_days_of_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A day behind a circumstance belongs to the verb: « broke in through a window | on the night of the storm »."""
    mended = list(tokens)
    for day in tokens:
        prep = tokens[day.head]
        noun = tokens[prep.head]
        above = tokens[noun.head]
        verb = tokens[above.head]
        timed = day.dep == "pobj" and day.lemma in ("day", *PARTS_OF_DAY) and prep.text.lower() == "on"
        if timed and noun.dep == "pobj" and noun.pos == "NOUN" and above.dep == "prep" and verb.pos == "VERB" and verb.i < above.i < prep.i < day.i:
            mended[prep.i] = replace(prep, head=verb.i)
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


def with_base_forms(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A past that looks like the base is one behind « would »: « would close the plant and lay off 300 people »; its « lay » is not « lie »."""
    mended = list(tokens)
    for verb in tokens:
        above, low = tokens[verb.head], verb.text.lower()
        if verb.dep != "conj" or verb.pos != "VERB" or not verb.has("Tense=Past") or low not in (verb.lemma, "lay"):
            continue
        helpers = [t for t in tokens[max(0, above.i - REACH) : above.i] if t.head == above.i and t.dep == "aux"]
        own = [t for t in tokens[above.i : verb.i] if t.head == verb.i and t.dep.startswith(("nsubj", "aux"))]
        if helpers and not own and above.has("VerbForm=Inf"):
            mended[verb.i] = replace(verb, lemma=low, feats=frozenset({"VerbForm=Inf"}))
    return tuple(mended)


def with_subjects_of_helpers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A subject that hangs on an auxiliary is that of its verb: « 48 people were killed and some 20 are missing »."""
    return tuple(
        replace(t, head=tokens[t.head].head) if t.dep == "nsubj" and tokens[t.head].dep in ("aux", "aux:pass") and t.i < t.head else t for t in tokens
    )


def with_places_off(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« off » behind « hit » or « sank » opens a place: « a quake hit off the coast »."""
    mended = list(tokens)
    for off in tokens:
        verb = tokens[off.head]
        place = next((t for t in tokens[off.i + 1 : off.i + REACH] if t.head == verb.i and t.dep == "obj"), None)
        if off.text.lower() != "off" or off.dep != "prt" or verb.lemma not in ("hit", "strike") or place is None:
            continue
        mended[off.i] = replace(off, dep="prep")
        mended[place.i] = replace(place, dep="pobj", head=off.i)
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


def with_lasting(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« last » behind « is due to » is what one is due to do."""
    mended = list(tokens)
    for due in tokens[:-2]:
        verb, to, deed = tokens[due.head], tokens[due.i + 1], tokens[due.i + 2]
        if due.text.lower() != "due" or due.dep != "acomp" or verb.lemma != "be" or to.text.lower() != "to":
            continue
        if deed.text.lower() != "last" or deed.dep not in ("pobj", "pcomp"):
            continue
        mended[to.i] = replace(to, pos="PART", dep="aux", head=deed.i)
        mended[deed.i] = replace(deed, pos="VERB", lemma="last", dep="xcomp", head=due.i, feats=frozenset({"VerbForm=Inf"}))
        for token in tokens[deed.i + 1 : deed.i + REACH]:
            if token.dep == "prep" and token.head in (verb.i, due.i, deed.i):
                mended[token.i] = replace(token, head=deed.i)
                break
    return tuple(mended)


def with_given(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is given, counted, is no part of the name of who gets it: « lent the island of Ulma 40 welders »."""
    mended = list(tokens)
    for given in tokens:
        of, getter = tokens[given.head], tokens[tokens[given.head].head]
        verb = tokens[getter.head]
        near = tokens[of.i + 1 : given.i]
        if given.dep != "pobj" or of.text.lower() != "of" or getter.dep != "obj" or verb.lemma not in word_set("verbs", "recipients"):
            continue
        if len(near) != 2 or near[0].pos != "PROPN" or near[0].dep not in ("nmod", "compound") or near[1].dep != "nummod" or verb.i > getter.i:
            continue
        mended[near[0].i] = replace(near[0], dep="pobj", head=of.i)
        mended[given.i] = replace(given, dep="obj", head=verb.i)
        mended[getter.i] = replace(getter, dep="dative")
    return tuple(mended)


def with_many_owners(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The mark behind a plural that owns the noun after it: « the secretary of the sailors’ union » is none of the sailors."""
    mended = list(tokens)
    for owner, mark, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        plural = owner.pos == "NOUN" and owner.text.endswith("s") and mark.span.start == owner.span.end and mark.text in ("’", "'")
        quoted = any(t.text in ("‘", "'") for t in tokens[max(0, owner.i - REACH) : owner.i])
        if not plural or quoted or mark.pos != "PUNCT" or noun.pos != "NOUN" or noun.dep != "appos" or noun.head > owner.i:
            continue
        mended[noun.i] = replace(noun, dep=owner.dep, head=owner.head)
        mended[owner.i] = replace(owner, dep="poss", head=noun.i)
        mended[mark.i] = replace(mark, pos="PART", dep="case", head=owner.i)
    return tuple(mended)


def with_beside_nouns(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« with » and so many things, right behind « a noun », tell what it has: « sent tents and a field hospital with 60 beds »."""
    mended = list(tokens)
    measures = word_set("nouns", "durations") | word_set("nouns", "units") | set(OF_SCORES)
    for prep in tokens[2:]:
        verb, noun = tokens[prep.head], tokens[prep.i - 1]
        if prep.text.lower() != "with" or prep.dep != "prep" or verb.pos != "VERB" or noun.pos != "NOUN" or not verb.i < noun.i:
            continue
        above = noun
        while above.dep == "conj" and tokens[above.head].i > verb.i:
            above = tokens[above.head]
        thing = next((t for t in tokens[prep.i + 1 : prep.i + REACH] if t.head == prep.i and t.dep == "pobj"), None)
        counted = thing is not None and any(t.head == thing.i and t.dep == "nummod" for t in tokens[prep.i + 1 : thing.i])
        new = any(t.head == noun.i and t.text.lower() in ("a", "an") for t in tokens[verb.i : noun.i])
        if above.dep == "obj" and above.head == verb.i and new and counted and thing is not None and thing.lemma.lower() not in measures:
            mended[prep.i] = replace(prep, head=noun.i)
    return tuple(mended)


def with_tellers_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A plain past behind « could be » is no part of what is said: « warned that wells could be polluted and asked people to boil it »."""
    mended = list(tokens)
    for verb in tokens:
        said, teller = tokens[verb.head], tokens[tokens[verb.head].head]
        if verb.dep != "conj" or said.dep != "ccomp" or not teller.i < said.i < verb.i or teller.pos != "VERB" or not teller.has("Tense=Past"):
            continue
        between = tokens[teller.i + 1 : said.i]
        modal = any(t.head == said.i and t.dep == "aux" and t.text.lower() in MODALS for t in between)
        own = any(t.head == verb.i and t.dep.startswith(("nsubj", "aux", "mark", "expl")) for t in tokens[said.i : verb.i])
        active = any(t.head == verb.i and t.dep in ("obj", "ccomp") for t in tokens[verb.i : verb.i + REACH])
        if modal and active and not own and verb.has("Tense=Past", "VerbForm=Fin") and verb.text.lower() != verb.lemma:
            mended[verb.i] = replace(verb, head=teller.i)
            joint = next((t for t in tokens[said.i : verb.i] if t.dep == "cc" and t.head == said.i), None)
            if joint is not None:
                mended[joint.i] = replace(joint, head=teller.i)
    return tuple(mended)


def with_ages_between(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« between six and twelve » right behind a noun tells of it: « was open to pupils between six and twelve »."""
    mended = list(tokens)
    for noun, between, number in zip(tokens, tokens[1:], tokens[2:], strict=False):
        hung = number.dep == "npadvmod" and between.head == number.i and tokens[number.head].pos == "VERB"
        if noun.pos == "NOUN" and between.text.lower() == "between" and number.pos == "NUM" and hung:
            mended[between.i] = replace(between, dep="prep", head=noun.i)
            mended[number.i] = replace(number, dep="pobj", head=between.i)
    return tuple(mended)
