"""Words that the parser hung on their neighbour: names of holders on the place of their office, infinitives on « due » and « likely »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.en.lexicon import word_set
from quizgen.model import Token

REACH = 40  # words between the parts of a clause
LISTED = frozenset({"ORG", "NORP", "PERSON", "PRODUCT"})
# « is due to end », « is unable to pay »: said as « is expected to »
AWAITED = (
    "due", "likely", "unlikely", "reluctant", "able", "unable", "ready", "willing", "unwilling",
    "keen", "eager", "determined", "prepared", "obliged", "free",
)  # fmt: skip


def mend_beside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`tokens` with the names of holders beside their function, and « due to end » as one deed."""
    tokens = tuple(_out_of_content(_receiving(t, tokens), tokens) for t in tokens)
    return _with_awaited(_with_holders(_with_second_subjects(_with_lists(_with_names_as_names(tokens)))))


def _out_of_content(token: Token, tokens: tuple[Token, ...]) -> Token:
    """A plain past joined to what somebody said would be is joined to the saying: « promised that it would be cheap and offered £2 million »."""
    if token.dep != "conj" or token.pos != "VERB":
        return token
    said = tokens[token.head]
    saying = tokens[said.head]
    helpers = [t.text.lower() for t in tokens[max(0, said.i - REACH) : said.i] if t.head == said.i and t.dep == "aux"]
    below = [t for t in tokens[max(0, token.i - REACH) : token.i + REACH] if t.head == token.i]
    plain = token.has("Tense=Past") and not any(t.dep.startswith(("aux", "nsubj")) for t in below) and any(t.dep == "obj" for t in below)
    told = said.dep == "ccomp" and saying.i < said.i and saying.has("Tense=Past")
    moved = told and plain and "would" in helpers and "have" not in helpers
    return replace(token, head=saying.i) if moved else token


def _receiving(token: Token, tokens: tuple[Token, ...]) -> Token:
    """« her » between a verb and a sum is who gets it: « earned her 1.6 million euros »."""
    if token.dep != "poss" or token.text.lower() != "her":
        return token
    noun, verb = tokens[token.head], tokens[max(0, token.i - 1)]
    signed = tokens[token.i + 1 : token.i + 2] and tokens[token.i + 1].text in word_set("questions", "signs")
    summed = noun.lemma in word_set("questions", "currencies") or bool(signed)
    own = verb.pos == "VERB" and noun.i > token.i
    return replace(token, pos="PRON", dep="dative", head=verb.i) if own and summed else token


def _with_names_as_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name of several words is no verb: behind a noun and a comma it stands beside the noun (« its maker, Elmer Farms of Gao »)."""
    mended = list(tokens)
    for name in tokens:
        if name.pos != "VERB" or " " not in name.text or not name.name or not name.text.split()[-1][:1].isupper():
            continue
        mended[name.i] = replace(name, pos="PROPN", feats=frozenset())
        comma, noun = tokens[max(0, name.i - 1)], tokens[max(0, name.i - 2)]
        if name.dep in ("conj", "advcl", "dep") and comma.text == "," and noun.pos == "NOUN":
            mended[name.i] = replace(mended[name.i], dep="appos", head=noun.i)
    return tuple(mended)


def _with_lists(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Names of bodies or people parted by a comma and « and » are a list: « the Centre Party, the Greens and the Left lost »."""
    mended = list(tokens)
    for name in tokens:
        first = tokens[name.head]
        if name.dep != "appos" or first.i > name.i or {name.pos, first.pos} != {"PROPN"} or not {name.name, first.name} <= LISTED:
            continue
        near = tokens[name.i : name.i + REACH]
        joined = any(t.head == name.i and t.dep == "cc" and t.text.lower() == "and" for t in near)
        others = [t for t in near if t.head == name.i and t.dep == "conj"]
        if joined and others and all(t.name in LISTED for t in others) and tokens[others[-1].i + 1].text != ",":
            mended[name.i] = replace(name, dep="conj")
    return tuple(mended)


def _with_second_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name between commas behind the subject of the same verb stands beside it: « Another guard, the sailor X, was sentenced »."""
    mended = list(tokens)
    for name in tokens:
        if name.pos != "PROPN" or name.dep not in ("nsubj", "nsubj:pass") or name.head < name.i:
            continue
        start = name.i
        while start and name.i in (tokens[start - 1].head, tokens[tokens[start - 1].head].head):
            start -= 1
        comma = tokens[start - 1]
        first = next((t for t in tokens[max(0, comma.i - REACH) : comma.i] if t.head == name.head and t.dep == name.dep), None)
        if comma.text == "," and first is not None and first.pos == "NOUN" and first.i == comma.i - 1:
            mended[name.i] = replace(name, dep="appos", head=first.i)
    return tuple(mended)


def _with_holders(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A person behind « the governor of Gao, » holds the function: the place is nobody."""
    mended = list(tokens)
    for name in tokens:
        place = tokens[name.head]
        of = tokens[place.head]
        noun = tokens[of.head]
        told = name.dep == "appos" and name.name == "PERSON" and place.i < name.i and place.dep == "pobj" and place.name != "PERSON"
        office = of.dep == "prep" and noun.i < of.i and noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() in word_set("nouns", "functions")
        if told and office and tokens[name.i - 1].text == ",":
            mended[name.i] = replace(name, head=noun.i)
    return tuple(mended)


def _with_awaited(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« is due to end » told like « is expected to end »: « due » is the verb, with the infinitive under it."""
    mended = list(tokens)
    for due in tokens:
        be = tokens[due.head]
        near = tokens[due.i : due.i + REACH]
        deed = next((t for t in near if t.head == due.i and t.dep == "xcomp"), None)
        if due.text.lower() not in AWAITED or due.dep != "acomp" or be.lemma != "be" or deed is None or be.i > due.i:
            continue
        root = be.dep == "ROOT"
        mended[due.i] = replace(
            due, pos="VERB", dep=be.dep, head=due.i if root else be.head, feats=frozenset({"VerbForm=Part", "Tense=Past", "Aspect=Perf"})
        )
        mended[be.i] = replace(be, pos="AUX", dep="aux:pass", head=due.i)
        for token in tokens[max(0, be.i - REACH) : be.i + REACH]:
            if token.head == be.i and token.i not in (be.i, due.i):
                mended[token.i] = replace(mended[token.i], head=due.i, dep="nsubj:pass" if token.dep == "nsubj" else token.dep)
    return tuple(mended)
