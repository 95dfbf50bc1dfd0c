"""Names of a list, and clauses parted by a semicolon, that the parser hung on the wrong side of what stands between them."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.lexicon import actors, word_set
from quizgen.model import Token

REACH = 40  # words between the parts of a clause
SUBJECTS = ("nsubj", "expl", "csubj")


def mend_lists(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`tokens` with the names of a list under what they are told with, and what is said ending at the semicolon."""
    for mend in (with_names_of_two, with_told_before_semicolon, with_others_named, with_same_ends, with_times_of_next, with_doers_behind_places):
        tokens = mend(tokens)
    return tokens


def with_names_of_two(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The last name of those that tell who « the two unions » are is joined to the first: « the two unions, Elm, which …, and Ulm, which … »."""
    mended = list(tokens)
    for last in tokens:
        noun = tokens[last.head]
        if last.dep != "conj" or last.pos != "PROPN" or noun.pos != "NOUN" or not noun.has("Number=Plur") or not noun.i < last.i <= noun.i + REACH:
            continue
        between = tokens[noun.i + 1 : last.i]
        names = [t for t in between if t.head == noun.i and t.dep == "appos" and t.pos == "PROPN"]
        joint = next((t for t in between if t.head == noun.i and t.dep == "cc"), None)
        two = any(t.head == noun.i and t.dep == "nummod" and t.text.lower() == "two" for t in tokens[max(0, noun.i - REACH) : noun.i])
        if not two or len(names) != 1 or joint is None or joint.i < names[0].i or between[0].text != ",":
            continue
        mended[last.i] = replace(last, head=names[0].i)
        mended[joint.i] = replace(joint, head=names[0].i)
    return tuple(mended)


def with_told_before_semicolon(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is said ends at the semicolon: « Lund said its ship would sail on Monday; Oslo has sent a crane » does not make Lund speak of Oslo."""
    mended = list(tokens)
    for mark in tokens[1:-1]:
        after = tokens[mark.head]
        saying = tokens[after.head]
        if mark.text != ";" or after.dep != "ccomp" or not saying.i < mark.i < after.i <= saying.i + REACH or saying.pos != "VERB":
            continue
        between = tokens[saying.i + 1 : mark.i]
        said = next((t for t in between if t.head == after.i and t.pos in ("VERB", "AUX") and t.dep in ("parataxis", "ccomp", "advcl")), None)
        own = any(t.head == after.i and t.dep.startswith(SUBJECTS) for t in tokens[mark.i + 1 : after.i])
        if said is None or not own or not any(t.head == said.i and t.dep.startswith(SUBJECTS) for t in between):
            continue
        mended[said.i] = replace(said, dep="ccomp", head=saying.i)
        mended[after.i] = replace(after, dep="conj", head=saying.i)
        mended[mark.i] = replace(mark, head=saying.i)
    return tuple(mended)


def with_others_named(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What « among others » announces belongs to the preposition before it: « paid by, among others, the Lund Trust »."""
    mended = list(tokens)
    for among in tokens[2:-3]:
        by, comma, others, closing = tokens[among.i - 2], tokens[among.i - 1], tokens[among.i + 1], tokens[among.i + 2]
        if among.text.lower() != "among" or others.text.lower() != "others" or {comma.text, closing.text} != {","} or by.pos != "ADP":
            continue
        near = tokens[closing.i + 1 : closing.i + REACH]
        name = next((t for t in near if t.pos in ("NOUN", "PROPN") and t.head <= by.i), None)
        if name is None or any(t.head == by.i and t.dep == "pobj" for t in near) or any(t.pos in ("VERB", "AUX") for t in tokens[closing.i : name.i]):
            continue
        mended[name.i] = replace(name, dep="pobj", head=by.i)
    return tuple(mended)


def with_same_ends(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The noun behind « to » is the one behind « from », and no deed: « raised it from level three to level four »."""
    mended = list(tokens)
    for deed in tokens[3:]:
        to, verb = tokens[deed.i - 1], tokens[deed.head]
        if deed.pos != "VERB" or to.text.lower() != "to" or to.head != deed.i or not verb.i < deed.i <= verb.i + REACH or verb.pos != "VERB":
            continue
        between = tokens[verb.i + 1 : to.i]
        start = next((t for t in between if t.text.lower() == "from" and t.dep == "prep"), None)
        noun = next((t for t in between if start is not None and t.head == start.i and t.dep == "pobj"), None)
        if noun is None or noun.text.lower() != deed.text.lower():
            continue
        mended[to.i] = replace(to, pos="ADP", dep="prep", head=verb.i)
        mended[deed.i] = replace(deed, pos="NOUN", lemma=noun.lemma, dep="pobj", head=to.i, feats=noun.feats)
        for token in tokens[deed.i + 1 : deed.i + REACH]:
            if token.head == deed.i and token.pos == "NUM":
                mended[token.i] = replace(token, dep="nummod")
    return tuple(mended)


def with_times_of_next(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A circumstance behind « , and » right before a subject is that of the next verb: « Lund recovered, and | in the 27th minute a guard fell »."""
    mended = list(tokens)
    for prep in tokens[2:]:
        verb, joint, comma = tokens[prep.head], tokens[prep.i - 1], tokens[prep.i - 2]
        led = joint.dep == "cc" and joint.head == verb.i and comma.text == "," and verb.i < joint.i
        if prep.dep not in ("prep", "npadvmod") or not led or verb.pos not in ("VERB", "AUX"):
            continue
        following = tokens[prep.i + 1 : prep.i + REACH]
        later = next((t for t in following if t.head == verb.i and t.dep == "conj" and t.pos in ("VERB", "AUX")), None)
        if later is None or not any(t.head == later.i and t.dep.startswith(SUBJECTS) for t in tokens[prep.i + 1 : later.i]):
            continue
        mended[prep.i] = replace(prep, head=later.i)
    return tuple(mended)


def with_doers_behind_places(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« by a guard » behind a place, under a passive that nobody does yet, tells who did it: « were led to the spot | by a guard »."""
    mended = list(tokens)
    places = word_set("nouns", "places") | word_set("nouns", "spots") | {"spot", "scene"}
    for by in tokens[3:]:
        place = tokens[by.head]
        prep = tokens[place.head]
        verb = tokens[prep.head]
        hung = by.text.lower() == "by" and place.dep == "pobj" and prep.dep == "prep" and verb.i < prep.i < place.i < by.i
        if not hung or verb.pos != "VERB" or place.lemma not in places:
            continue
        near = tokens[max(0, verb.i - REACH) : by.i + REACH]
        doer = next((t for t in near if t.head == by.i and t.dep == "pobj"), None)
        own = [t for t in near if t.head == verb.i]
        passive = any(t.dep == "aux:pass" for t in own) and not any(t.dep == "agent" or (t.text.lower() == "by" and t.i != by.i) for t in own)
        if passive and doer is not None and doer.lemma.lower() in actors() | word_set("nouns", "informed"):
            mended[by.i] = replace(by, dep="agent", head=verb.i)
    return tuple(mended)
