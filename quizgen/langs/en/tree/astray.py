"""Words that one clause took from the next, or a noun from its verb, where what is left without them shows it."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.forms.dates import MONTHS, WEEKDAYS, YEAR
from quizgen.langs.en.forms.morphology import BE, HAVE, MODALS, base_of, participle
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Token

REACH = 25  # words between the parts of a clause
NOUNS = ("NOUN", "PROPN")
SUBJECTS = ("nsubj", "csubj", "expl")
FIRSTS = ("first", "second", "third", "last", "only")
OPENERS = ("while", "because", "when", "after", "although", "though", "as", "since", "before", "until")


def mend_astray(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`tokens` with subjects, openings and circumstances under the verb or noun that they belong to."""
    for mend in MENDS:
        tokens = mend(tokens)
    return tokens


def lacks_subject(tokens: tuple[Token, ...], verb: Token) -> int:
    """Where a finite verb begins for which no subject was found, and which goes on with no other verb; -1 for any other word."""
    if verb.pos not in ("VERB", "AUX") or verb.dep.startswith(("aux", "conj", "acl", "xcomp", "parataxis", "compound", "amod")):
        return -1
    near = tokens[max(0, verb.i - REACH) : verb.i + REACH]
    below = [t for t in near if t.head == verb.i and t.i != verb.i]
    helpers = [t for t in below if t.dep.startswith("aux") and t.i < verb.i]
    finite = [t for t in (*helpers, verb) if t.text.lower() in BE | HAVE | MODALS]
    past = verb.has("Tense=Past") and participle(base_of(verb.lemma)) != verb.text.lower()  # « broke », never « broken »
    if any(t.dep.startswith(SUBJECTS) for t in below) or not (finite or (past and not helpers)):
        return -1
    first = verb.i
    while first and tokens[first - 1].head == verb.i and tokens[first - 1].dep in ("aux", "aux:pass", "advmod", "neg"):
        first -= 1
    return first


def with_taken_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The noun behind « and » right before a verb without a subject is its subject: « ran onto the deck | and a fire broke out »."""
    mended = list(tokens)
    for verb in tokens:
        first = lacks_subject(tokens, verb)
        taken = _taken(tokens, first) if first > 2 else None
        above = _verb_above(tokens, taken) if taken is not None else None
        if taken is None or above is None or above.i == verb.i or above.i > taken.i:
            continue
        joint = next((t for t in reversed(tokens[above.i : taken.i]) if t.dep == "cc" and t.head == taken.head), None)
        if joint is None or any(t.text == "," for t in tokens[joint.i : first]):
            continue
        passive = any(t.head == verb.i and t.dep == "aux:pass" for t in tokens[first : verb.i])
        mended[taken.i] = replace(taken, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
        mended[joint.i] = replace(joint, head=above.i)
        if _is_below(tokens, above, verb):
            continue
        mended[verb.i] = replace(verb, dep="conj", head=above.i)
        for token in tokens[taken.i + 1 : first]:
            if token.dep == "prep" and token.head == above.i:
                mended[token.i] = replace(token, head=taken.i)  # « the toll as of Monday was 40 »
    return tuple(mended)


def _taken(tokens: tuple[Token, ...], first: int) -> Token | None:
    """The noun joined to another that ends, with what hangs on it, right before the word `first`."""
    for token in reversed(tokens[max(0, first - REACH // 2) : first]):
        if token.dep == "conj" and token.pos in NOUNS and token.head < token.i:
            return token
        if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ"):
            return None
    return None


def _verb_above(tokens: tuple[Token, ...], token: Token) -> Token | None:
    """The nearest verb that governs `token`."""
    for _ in range(REACH):
        token = tokens[token.head]
        if token.pos in ("VERB", "AUX"):
            return token
    return None


def _is_below(tokens: tuple[Token, ...], token: Token, above: Token) -> bool:
    """Whether `above` governs `token`, directly or not."""
    for _ in range(REACH):
        token = tokens[token.head]
        if token.i == above.i:
            return True
    return False


def with_opened_clauses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« while the mill, built later, was sold »: « built » tells of the mill, and « sold » is the verb that « while » opens."""
    mended = list(tokens)
    for told in tokens[3:]:
        noun, comma = tokens[told.i - 2], tokens[told.i - 1]
        hung = told.dep == "advcl" and told.pos == "VERB" and comma.text == "," and noun.head == told.i and noun.dep.startswith("nsubj")
        if not hung or participle(base_of(told.lemma)) != told.text.lower():
            continue
        near = tokens[max(0, noun.i - REACH) : told.i]
        mark = next((t for t in near if t.head == told.i and t.dep in ("mark", "advmod") and t.text.lower() in OPENERS), None)
        later = next((t for t in tokens[told.i + 1 : told.i + REACH] if t.pos == "VERB" and t.dep == "conj" and t.head < told.i), None)
        if mark is None or later is None:
            continue
        between = tokens[told.i + 1 : later.i]
        helpers = [t for t in between if t.head == later.i and t.dep.startswith("aux")]
        first = helpers[0].i if helpers else later.i
        if tokens[first - 1].text != "," or any(t.head == later.i and t.dep.startswith((*SUBJECTS, "cc")) for t in between):
            continue
        passive = any(t.dep == "aux:pass" for t in helpers)
        mended[noun.i] = replace(noun, dep="nsubj:pass" if passive else "nsubj", head=later.i)
        mended[mark.i] = replace(mark, head=later.i)
        mended[told.i] = replace(told, dep="acl", head=noun.i)
        mended[later.i] = replace(later, dep="advcl", head=told.head)
    return tuple(mended)


def with_ways_past(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« past » between a verb and somebody without an article is where it went: « shot low past keeper X »."""
    mended = list(tokens)
    for past in tokens[1:]:
        noun = tokens[past.head]
        verb, before = tokens[noun.head], tokens[past.i - 1]
        hung = past.text.lower() == "past" and past.dep in ("amod", "compound", "nmod", "advmod") and noun.dep in ("obj", "npadvmod")
        if not hung or not (verb.pos == "VERB" and verb.i < past.i < noun.i) or noun.pos != "PROPN":
            continue
        if before.i != verb.i and (before.head not in (noun.i, verb.i) or before.dep not in ("amod", "advmod")):
            continue
        mended[past.i] = replace(past, pos="ADP", dep="prep", head=verb.i)
        mended[noun.i] = replace(noun, dep="pobj", head=past.i)
        if before.head == noun.i:
            mended[before.i] = replace(before, pos="ADV", dep="advmod", head=verb.i)
    return tuple(mended)


def with_bounds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« up to two » behind a verb is a number: « may pick up to two of six plans » picks nothing up."""
    mended = list(tokens)
    for up, to, number in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = tokens[up.head]
        told = up.text.lower() == "up" and up.dep == "prt" and to.text.lower() == "to" and number.pos == "NUM" and verb.lemma != "add"
        if not told or to.head < verb.i or number.head < verb.i:
            continue
        mended[up.i] = replace(up, dep="quantmod", head=number.i)
        mended[to.i] = replace(to, dep="quantmod", head=number.i)
        noun = tokens[tokens[number.head].head]
        of = tokens[number.i + 1] if number.i + 1 < len(tokens) else number
        if number.dep == "quantmod" and of.text.lower() == "of" and noun.dep == "obj" and noun.i > of.i:
            mended[number.i] = replace(number, dep="obj", head=verb.i)
            mended[of.i] = replace(of, dep="prep", head=number.i)
            mended[noun.i] = replace(noun, dep="pobj", head=of.i)
    return tuple(mended)


def with_places_told(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« on the coast » between commas behind a place tells where that lies: « broke ten miles from Gao, on the coast, and sank »."""
    mended = list(tokens)
    for prep in tokens[3:]:
        comma, place, verb = tokens[prep.i - 1], tokens[prep.i - 2], tokens[prep.head]
        hung = prep.dep == "prep" and prep.text.lower() in ("in", "on", "near") and verb.pos == "VERB" and verb.i < place.i and comma.text == ","
        if not hung or place.dep != "pobj" or place.name not in ("GPE", "LOC", "FAC"):
            continue
        where = next((t for t in tokens[prep.i + 1 : prep.i + REACH // 2] if t.head == prep.i and t.dep == "pobj"), None)
        own = where is not None and (where.pos == "PROPN" or any(t.head == where.i and t.text.lower() == "the" for t in tokens[prep.i : where.i]))
        if where is None or not own or _is_time(where) or where.i + 1 >= len(tokens) or tokens[where.i + 1].text != ",":
            continue
        mended[prep.i] = replace(prep, head=place.i)
    return tuple(mended)


def _is_time(token: Token) -> bool:
    """Whether a word is a date, a day, a month, or how long something lasts."""
    low = token.text.lower()
    dated = YEAR.search(low) is not None or any(w in MONTHS or w.rstrip("s") in WEEKDAYS for w in low.split())
    return dated or token.lemma.lower() in word_set("nouns", "durations") or token.name in ("DATE", "TIME")


def with_firsts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« since 1987 » behind « their first cup » tells how long it was since: nothing has been going on since 1987."""
    mended = list(tokens)
    for since in tokens[1:]:
        noun = tokens[since.i - 1]
        if (
            since.text.lower() != "since"
            or since.dep != "prep"
            or noun.pos not in NOUNS
            or since.head != noun.head
            or noun.dep not in ("obj", "attr")
        ):
            continue
        own = [t for t in tokens[max(0, noun.i - REACH) : noun.i] if t.head == noun.i]
        if any(t.text.lower() in FIRSTS or t.has("Degree=Sup") for t in own):
            mended[since.i] = replace(since, head=noun.i)
    return tuple(mended)


def with_opening_participles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« In its claim lodged in May, Harl said »: it is the claim that was lodged."""
    mended = list(tokens)
    for told in tokens[2:]:
        noun, main = tokens[told.i - 1], tokens[told.head]
        prep = tokens[noun.head]
        hung = told.dep == "advcl" and told.pos == "VERB" and noun.dep == "pobj" and prep.dep == "prep" and prep.head == told.i and told.i < main.i
        opens = prep.i == 0 or tokens[prep.i - 1].pos in ("PUNCT", "SPACE") or prep.text[:1].isupper()
        if not hung or not opens or participle(base_of(told.lemma)) != told.text.lower():
            continue
        if any(t.head == told.i and t.dep.startswith((*SUBJECTS, "aux", "obj")) for t in tokens[prep.i : told.i + REACH]):
            continue
        mended[told.i] = replace(told, dep="acl", head=noun.i)
        mended[prep.i] = replace(prep, head=main.i)
    return tuple(mended)


def with_times_of_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A date behind who did it, or said it, is that of the deed, and « with salt » behind « for years » what was done with: no « men in 2018 »."""
    mended = list(tokens)
    for prep in tokens:
        noun = tokens[prep.head]
        above = tokens[noun.head]
        verb = tokens[above.head] if above.dep in ("prep", "agent") else above
        if prep.dep != "prep" or not noun.i < prep.i or noun.pos not in NOUNS or verb.pos != "VERB" or not verb.i < noun.i:
            continue
        low = prep.text.lower()
        thing = next((t for t in tokens[prep.i + 1 : prep.i + 4] if t.head == prep.i and t.dep == "pobj"), None)
        doer = above.dep == "agent" or (noun.dep == "nsubj" and verb.lemma in word_set("verbs", "report"))
        dated = low in ("in", "on") and thing is not None and _is_time(thing) and not thing.has("Number=Plur")
        lasted = (
            above.text.lower() == "for"
            and noun.lemma.lower() in word_set("nouns", "durations")
            and low in ("with", "by", "about", "against", "over", "at")
        )
        if (doer and dated) or (lasted and noun.dep == "pobj"):
            mended[prep.i] = replace(prep, head=verb.i)
    return tuple(mended)


def with_outer_reports(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« X said the ship was lost, the agency reported »: it is the agency that reports what X said, not X what the agency reported."""
    mended = list(tokens)
    for outer in tokens:
        said = tokens[outer.head]
        if outer.dep != "ccomp" or not said.i < outer.i or {said.lemma, outer.lemma} - word_set("verbs", "report"):
            continue
        between = tokens[said.i + 1 : outer.i]
        inner = next((t for t in between if t.dep == "ccomp" and t.head == outer.i), None)
        teller = next((t for t in between if t.dep == "nsubj" and t.head == outer.i and inner is not None and t.i > inner.i), None)
        if inner is None or teller is None:
            continue
        first = min([teller.i, *(t.i for t in between if t.head == teller.i)])
        if tokens[first - 1].text != ",":
            continue
        mended[inner.i] = replace(inner, head=said.i)
        mended[outer.i] = replace(outer, dep=said.dep, head=outer.i if said.head == said.i else said.head)
        mended[said.i] = replace(said, dep="ccomp", head=outer.i)
    return tuple(mended)


def with_rivals(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« to rival X », of a person, is to whom: « conceded defeat to rival Karl Lund » tells no aim."""
    mended = list(tokens)
    for to, rival, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = tokens[rival.head]
        told = to.text.lower() == "to" and to.head == rival.i and rival.text == "rival" and rival.pos == "VERB" and verb.pos == "VERB"
        if told and name.name == "PERSON" and name.head == rival.i and verb.i < to.i:
            mended[to.i] = replace(to, pos="ADP", dep="prep", head=verb.i)
            mended[rival.i] = replace(rival, pos="NOUN", dep="compound", head=name.i, feats=frozenset({"Number=Sing"}))
            mended[name.i] = replace(name, dep="pobj", head=to.i)
    return tuple(mended)


def with_joined_nouns(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A bare verb behind « or » that would be joined to a noun is a noun itself: « by reason of illness or defect »."""
    mended = list(tokens)
    for token in tokens[1:]:
        noun, joint = tokens[token.head], tokens[token.i - 1]
        bare = token.dep == "conj" and token.pos == "VERB" and noun.pos == "NOUN" and noun.i < token.i and token.text == token.lemma
        if bare and joint.dep == "cc" and joint.head == noun.i and not any(t.head == token.i for t in tokens[token.i + 1 : token.i + REACH]):
            mended[token.i] = replace(token, pos="NOUN", feats=frozenset({"Number=Sing"}))
    return tuple(mended)


MENDS = (
    with_taken_subjects, with_opened_clauses, with_ways_past, with_bounds, with_places_told, with_firsts,
    with_opening_participles, with_times_of_deeds, with_outer_reports, with_rivals, with_joined_nouns,
)  # fmt: skip
