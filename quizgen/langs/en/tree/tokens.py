"""What the tokenizer must keep as one word, and the analysis told in the labels that quizgen's core knows.

The English models use the labels of ClearNLP; those that Universal Dependencies has too are named as it does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.amounts import SCORE, SETS
from quizgen.langs.en.forms.morphology import base_of, past
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.en.tree.astray import mend_astray
from quizgen.langs.en.tree.beside import mend_beside
from quizgen.langs.en.tree.hanging import mend_hanging
from quizgen.langs.en.tree.lists import mend_lists
from quizgen.langs.en.tree.mends import (
    with_ages_between,
    with_base_forms,
    with_beside_nouns,
    with_bound_prepositions,
    with_counted_subjects,
    with_days_of_deeds,
    with_given,
    with_lasting,
    with_lost_owners,
    with_makers,
    with_many_owners,
    with_names_beside_makers,
    with_places_off,
    with_receivers,
    with_subjects_behind,
    with_subjects_of_helpers,
    with_tellers_deeds,
    with_told_deeds,
    with_work,
)
from quizgen.model import Span, Token

QUOTES = ('"', "“", "”")
REACH = 40  # words between a verb and its subject
LABELS = {"nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "relcl": "acl:relcl"}
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*[ -](?:million|billion|trillion|thousand|hundred)(?![\w-])")
SHORTEST_BEATEN = 5  # words before a score behind « beat them, NAME, »
SET_SCORE = re.compile(rf"(?<![\w-]){SETS}(?![\w-])")
SCALED = re.compile(r"(?<=[£$€])\d+(?:[.,]\d+)*(?:m|bn|tn|k)(?![\w-])")  # « £48m »
# « four-pack », « self-isolate », which the tokenizer parts.
COMPOUND = re.compile(r"(?<![\w-])(?<!\d[.,])(?:\d+(?:[.,]\d+)+|[A-Za-z0-9À-ÿ]+)(?:-[A-Za-z0-9À-ÿ]+)+(?![\w-])")

UNDOUBLED = re.compile(r"[^aeiou]+[aeiou][bdgklmnprt]")  # « hop »: one short syllable
NAMED = re.compile(r"^[A-Z].*-[A-Z]")  # « Kimberly-Clark »: a name, for the recogniser to find


def find_units(text: str) -> list[Span]:
    """Numbers with their scale, dates and hyphenated words."""
    spans = dates.find_units(text)
    for pattern in (NUMBER, SCALED, SET_SCORE, COMPOUND):
        found = (m for m in pattern.finditer(text) if pattern is not COMPOUND or not NAMED.search(m.group()))
        spans += [m.span() for m in found if not any(s < m.end() and m.start() < e for s, e in spans)]
    return [Span(start=start, end=end) for start, end in sorted(spans)]


def repair_tokens(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`tokens` with the labels that the core knows, and sentences that the parser read as said by the next one set free."""
    named = tuple(replace(t, dep=LABELS.get(t.dep, t.dep)) for t in tokens)
    named = _with_scores(tuple(replace(t, lemma=f"{t.lemma}e") if _lacks_e(t) else t for t in named))
    named = _with_plural_nouns(_with_names_beside(tuple(_dated(t, named) for t in named)))
    named = _with_glosses(_with_own_clauses(_with_reports(named)))
    named = with_makers(with_bound_prepositions(_with_told_subjects(named)))
    named = mend_beside(with_lasting(with_base_forms(with_places_off(with_subjects_of_helpers(named)))))
    named = with_days_of_deeds(with_receivers(with_lost_owners(with_given(with_counted_subjects(with_names_beside_makers(with_work(named)))))))
    named = with_subjects_behind(_with_joined_subjects(_with_named_subjects(_with_later_verbs(named))))
    named = _with_main_verbs(with_tellers_deeds(with_told_deeds(with_beside_nouns(with_ages_between(with_many_owners(named))))))
    named = tuple(_opening(t, named) for t in mend_lists(mend_astray(mend_hanging(named))))
    freed = tuple(replace(t, dep="parataxis") if _is_joined(t, named) else t for t in named)
    return tuple(_with_finite(_out_of_quotation(t, freed), freed) for t in freed)


def _lacks_e(token: Token) -> bool:
    """Whether a verb is « hope » and not « hop », which doubles its last letter or takes no e: « hopes », « hoped », « hoping »."""
    low, lemma = token.text.lower(), token.lemma
    if token.pos != "VERB" or not low.startswith(lemma):
        return False
    if low == f"{lemma}es":
        return not lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    return low in (f"{lemma}ed", f"{lemma}ing") and UNDOUBLED.fullmatch(lemma) is not None


def _dated(token: Token, tokens: tuple[Token, ...]) -> Token:
    """A date right behind a preposition belongs to it, not to the name that follows: « on 3 May 2021 Norway … »."""
    before = tokens[token.i - 1] if token.i else token
    hung = token.dep in ("nummod", "nmod", "compound", "amod") and token.head > token.i and before.dep == "prep"
    dated = hung and dates.resolve_date(token.text, "2000-01-01") is not None
    return replace(token, dep="pobj", head=before.i) if dated else token


def _opening(token: Token, tokens: tuple[Token, ...]) -> Token:
    """« that » before a plural that is the subject of a clause opens that clause: « warned that gentle currents would do »."""
    noun = tokens[token.head]
    opens = token.text.lower() == "that" and token.dep == "det" and noun.has("Number=Plur") and noun.dep.startswith("nsubj")
    inner = opens and tokens[noun.head].dep == "ccomp" and tokens[noun.head].head < token.i
    return replace(token, pos="SCONJ", dep="mark", head=noun.head) if inner else token


def _with_scores(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A score right behind the name of those who were beaten belongs to the verb: « beat Denmark 4–2 »."""
    mended = list(tokens)
    for score in tokens:
        if (beaten := _beating_named(tokens, score)) is not None:
            mended[score.i] = replace(score, pos="NUM", dep="npadvmod", head=beaten.i)
        verb = _beating(tokens, score)
        if verb is None:
            continue
        *rest, last = tokens[verb.i + 1 : score.i]
        mended[score.i] = replace(score, pos="NUM", dep="npadvmod", head=verb.i)
        mended[last.i] = replace(last, pos="PROPN", dep="obj", head=verb.i)
        for token in rest:
            mended[token.i] = replace(token, dep="det" if token.text == "the" else "compound", head=last.i)
    return tuple(mended)


def _beating(tokens: tuple[Token, ...], score: Token) -> Token | None:
    """The verb before a score that nothing but a name parts from it; None if there is none."""
    if not SCORE.fullmatch(score.text):
        return None
    first = score.i
    while first and tokens[first - 1].pos != "PUNCT" and (tokens[first - 1].text[:1].isupper() or tokens[first - 1].text == "the"):
        first -= 1
    verb = tokens[first - 1] if 0 < first < score.i else None
    return verb if verb is not None and verb.lemma in word_set("questions", "playing") else None


def _beating_named(tokens: tuple[Token, ...], score: Token) -> Token | None:
    """The verb of a score behind those who were beaten and their name between commas: « beat the holders, Lund United, 3–1 »; None if it is none."""
    if not SCORE.fullmatch(score.text) or score.i < SHORTEST_BEATEN or tokens[score.i - 1].text != ",":
        return None
    name = tokens[score.i - 2]
    noun = tokens[name.head]
    verb = tokens[noun.head]
    told = name.dep == "appos" and noun.i < name.i and noun.dep == "obj" and verb.i < noun.i
    return verb if told and verb.lemma in word_set("questions", "playing") else None


def _with_names_beside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name right behind « the N » that would be a second object or subject belongs to N: « from the asteroid Veska »."""
    mended = list(tokens)
    for noun, name in pairwise(tokens):
        if noun.dep != "pobj" or noun.pos != "NOUN" or name.pos != "PROPN" or tokens[noun.i - 1].text.lower() != "the":
            continue
        loose = name.dep in ("advcl", "npadvmod", "dep", "oprd") and name.name == "PERSON" and noun.lemma in word_set("nouns", "functions")
        before = tokens[max(0, noun.i - REACH) : noun.i]
        second = name.dep == "nsubj" and any(t.dep == "nsubj" and t.head == name.head for t in before)
        if second or loose or (name.dep == "pobj" and name.head == noun.head):
            mended[name.i] = replace(name, dep="appos", head=noun.i)
    return tuple(mended)


def _with_plural_nouns(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A plural read as a verb right before the auxiliary of the verb: « production of the Alder and Elm ranges will move »."""
    mended = list(tokens)
    for noun in tokens[:-1]:
        helper = tokens[noun.i + 1]
        verb = tokens[helper.head]
        wrong = noun.dep == "ROOT" and noun.has("Number=Sing", "VerbForm=Fin") and helper.dep == "aux" and verb.head == noun.i and verb.dep == "ccomp"
        near = tokens[max(0, noun.i - REACH) : noun.i]
        subject = next((t for t in near if t.dep == "nsubj" and t.head == noun.i), None)
        if not wrong or subject is None or any(t.dep.startswith("nsubj") and t.head == verb.i for t in tokens[noun.i : verb.i]):
            continue
        of = next((t for t in near if t.dep == "prep" and t.head == subject.i), None)
        last = {"head": of.i, "dep": "pobj"} if of is not None else {"head": verb.i, "dep": "nsubj"}
        mended[noun.i] = replace(noun, pos="NOUN", feats=frozenset({"Number=Plur"}), **last)  # type: ignore[arg-type]
        mended[verb.i] = replace(verb, dep="ROOT", head=verb.i)
        mended[subject.i] = replace(subject, head=verb.i) if of is not None else replace(subject, dep="compound", head=noun.i)
        for token in near[subject.i - near[0].i + 1 :]:
            if token.head in (of.i if of is not None else -1, noun.i, subject.i) and token.dep in ("pobj", "conj", "cc"):
                mended[token.i] = replace(token, dep="nmod" if token.dep != "cc" else "cc", head=noun.i)
    return tuple(mended)


def _with_named_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A name that opens a clause before a noun between commas is its subject, the noun beside it: « Varnholm, the holders, had won »."""
    mended = list(tokens)
    for noun in tokens:
        if noun.pos != "NOUN" or noun.dep not in ("nsubj", "nsubj:pass"):
            continue
        own = [t.i for t in tokens[max(0, noun.i - REACH) : noun.i] if t.head == noun.i]
        comma = min([*own, noun.i]) - 1
        if comma < 1 or tokens[comma].text != "," or noun.head <= noun.i or tokens[_end_of(noun, tokens) + 1].text != ",":
            continue
        name = tokens[comma - 1]
        if (
            name.text[:1].isupper()
            and name.dep in ("advmod", "npadvmod", "dep", "nmod", "intj")
            and name.head == noun.head
            and _is_name(name, tokens)
        ):
            mended[name.i] = replace(name, pos="PROPN", dep=noun.dep)
            mended[noun.i] = replace(noun, dep="appos", head=name.i)
    return tuple(mended)


def _end_of(noun: Token, tokens: tuple[Token, ...]) -> int:
    """The last word of what hangs on a noun without a break behind it, before its verb."""
    last = noun.i
    while (
        last + 1 < noun.head and tokens[last + 1].text != "," and noun.i <= tokens[last + 1].head <= last + 1 and tokens[last + 1].head != noun.head
    ):
        last += 1
    return last


def _with_glosses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« an association » right behind « X, who heads Y, » tells of the body Y, not of the person X."""
    mended = list(tokens)
    for noun in tokens:
        person = tokens[noun.head]
        if noun.dep != "appos" or noun.lemma not in word_set("nouns", "organisations") or person.name != "PERSON":
            continue
        comma = next((t for t in tokens[noun.i - 1 : person.i : -1] if t.text == ","), None)
        body = tokens[comma.i - 1] if comma is not None and comma.i > person.i + 1 else person
        while body.pos != "VERB" and tokens[body.head].pos in ("PROPN", "ADP") and tokens[body.head].i > person.i:
            body = tokens[body.head]
        if body.i > person.i and body.pos == "PROPN" and body.dep in ("obj", "pobj") and tokens[noun.i - 1].text.lower() in ("a", "an"):
            mended[noun.i] = replace(noun, head=body.i)
    return tuple(mended)


def _with_told_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A noun between a verb of saying and a clause without a subject is the subject of that clause: « He remarked paper is a bulky item »."""
    mended = list(tokens)
    for noun in tokens:
        verb = tokens[noun.head]
        if noun.dep != "obj" or noun.i < verb.i or verb.lemma not in word_set("verbs", "speaking") or verb.lemma == "tell":
            continue
        told = next((t for t in tokens[noun.i + 1 : noun.i + REACH] if t.head == verb.i and t.dep == "ccomp"), None)
        near = [t for t in tokens[noun.i : noun.i + REACH] if told is not None and t.head == told.i and t.i < told.i]
        finite = told is not None and (told.has("VerbForm=Fin") or any(t.dep.startswith("aux") for t in near))
        if told is None or not finite or any(t.dep.startswith(("nsubj", "expl", "mark")) or t.pos == "PUNCT" for t in near):
            continue
        mended[noun.i] = replace(noun, dep="nsubj:pass" if any(t.dep == "aux:pass" for t in near) else "nsubj", head=told.i)
    return tuple(mended)


def _with_reports(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A verb of saying joined by nothing but a comma to what is said governs it: « The bill could reach £5 million, the minister admitted »."""
    mended = list(tokens)
    for verb in tokens:
        said = tokens[verb.head]
        if verb.dep != "conj" or verb.pos != "VERB" or verb.lemma not in word_set("verbs", "report") or said.dep != "ROOT" or said.i > verb.i:
            continue
        near = tokens[said.i + 1 : verb.i + REACH]
        own = [t for t in near if t.head == verb.i]
        subject = next((t for t in own if t.dep == "nsubj" and t.i < verb.i), None)
        if subject is None or any(t.dep in ("ccomp", "obj", "xcomp", "cc") for t in own) or any(t.head == said.i and t.dep == "cc" for t in near):
            continue
        first = min([subject.i, *(t.i for t in near if t.head == subject.i and t.i < subject.i)])
        if tokens[first - 1].text != ",":
            continue
        mended[said.i] = replace(said, dep="ccomp", head=verb.i)
        mended[verb.i] = replace(verb, dep="ROOT", head=verb.i)
    return tuple(mended)


def _with_own_clauses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """« according to X » before a semicolon belongs to what stands before it too; « over the budget » behind a name to the verb above it."""
    return tuple(_in_own_clause(token, tokens) for token in tokens)


def _in_own_clause(token: Token, tokens: tuple[Token, ...]) -> Token:
    head = tokens[token.head]
    before = tokens[token.i - 1] if token.i else token
    verb = tokens[before.head] if before.dep == "prt" else before
    if token.dep == "amod" and head.i > token.i + 1 and tokens[token.i + 1].text == "," and verb.pos == "VERB" and verb.i < token.i:
        return replace(token, dep="oprd", head=verb.i)  # « pulled out alive, X said »
    if token.dep == "obj" and token.pos == "NUM" and tokens[token.i + 1].dep == "obj" and tokens[token.i + 1].head < token.head:
        return replace(token, dep="nummod", head=token.i + 1)  # « hit nine of 14 and added 11 rebounds »
    if token.dep == "obj" and before.pos == "NUM" and before.dep == "obj" and token.head < before.head < token.i:
        return replace(token, head=before.head)
    if token.dep != "prep":
        return token
    if token.i < head.i and any(t.text == ";" for t in tokens[token.i : head.i]) and head.dep == "conj" and tokens[head.head].i < token.i:
        return replace(token, head=head.head)
    if head.dep in ("advmod", "prt") and head.text.lower() in ("back", "home", "away", "out", "down", "up", "over") and head.i + 1 == token.i:
        return replace(token, head=head.head)  # « shipped back to Britain »
    governs = read_words("verbs")["governs"].get(token.text.lower(), ())
    if head.dep == "obj" and token.text.lower() in ("against", "with", "from") and tokens[head.head].lemma in governs and head.i < token.i:
        return replace(token, head=head.head)  # « vaccinated children against measles »
    verb = tokens[head.head] if head.dep == "obj" else tokens[tokens[head.head].head]
    loose = token.text.lower() in ("over", "after", "during", "since", "amid", "despite") and head.name in ("PERSON", "ORG", "NORP")
    loose = loose and not any(t.head == head.i and t.dep == "conj" for t in tokens[token.i : token.i + REACH])
    placed = head.dep == "obj" or (head.dep == "pobj" and tokens[head.head].dep in ("prep", "agent"))
    if loose and placed and token.i > head.i and verb.pos == "VERB" and verb.i < head.i:
        return replace(token, head=verb.i)
    return token


def _with_joined_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The second of two subjects of a verb is joined to the first by « and »: « X, which makes A, and Y, which makes B, said »."""
    mended = list(tokens)
    for second in tokens:
        if second.dep != "nsubj" or second.pos != "PROPN" or second.i < 2 or tokens[second.i - 1].text != "and":
            continue
        first = next(
            (t for t in tokens[max(0, second.i - REACH) : second.i] if t.dep == "nsubj" and t.head == second.head and t.pos == "PROPN"), None
        )
        if first is not None and second.i < second.head:
            mended[second.i] = replace(second, dep="conj", head=first.i)
    return tuple(mended)


def _is_name(token: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a word is a name, or a part of one, elsewhere in the text."""
    others = (t for t in tokens if t.i != token.i and t.text.split(" ")[0] == token.text)
    return any(t.pos == "PROPN" or t.dep in ("nsubj", "obj", "pobj") for t in others)


def _with_main_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A sentence without a verb whose noun has a participle behind a comma: « The mayor, X, left in May » is said with that verb."""
    mended = list(tokens)
    for noun in tokens:
        if noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN"):
            continue
        near = tokens[noun.i : noun.i + REACH]
        beside = {noun.i, *(t.i for t in near if t.head == noun.i and t.dep == "appos")}
        behind = [t for t in near if t.head in beside and t.dep == "acl" and t.has("VerbForm=Part", "Tense=Past") and t.i > t.head]
        verb = next((t for t in behind if tokens[t.i - 1].text == "," or does_something(t, noun, tokens)), None)
        if verb is None or any(t.head == noun.i and t.dep in ("cc", "nsubj") for t in near):
            continue
        mended[verb.i] = replace(verb, dep="ROOT", head=verb.i, feats=verb.feats - {"VerbForm=Part", "Aspect=Perf"} | {"VerbForm=Fin"})
        mended[noun.i] = replace(noun, dep="nsubj", head=verb.i)
    return tuple(mended)


def does_something(verb: Token, noun: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a past right behind a noun has an object, so that it is no participle: « a quake killed 25 people »."""
    near = tokens[verb.i : verb.i + REACH]
    active = verb.i == noun.i + 1 and past(base_of(verb.lemma)) == verb.text.lower() and any(t.head == verb.i and t.dep == "obj" for t in near)
    return active and any(t.text in (".", "!") for t in near if t.head == noun.i)


def _with_later_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A participle right behind « X, » that was read as the main verb, before the main verb: « The batsman, dropped on 33 by X, added 78 »."""
    mended = list(tokens)
    for first in tokens:
        if first.dep != "ROOT" or first.pos != "VERB" or first.i < 2 or tokens[first.i - 1].text != ",":
            continue
        noun = tokens[first.i - 2]
        near = tokens[first.i + 1 : first.i + REACH]
        later = next((t for t in near if t.head == first.i and t.dep in ("advcl", "ccomp", "dep") and t.has("Tense=Past")), None)
        if later is None or noun.dep != "nsubj" or noun.head != first.i or tokens[later.i - 1].text != "," or not first.text.endswith(("ed", "en")):
            continue
        if any(t.head == later.i and t.dep in ("nsubj", "mark", "aux") for t in tokens[first.i : later.i]) or later.has("Aspect=Prog"):
            continue
        mended[later.i] = replace(later, dep="ROOT", head=later.i, feats=later.feats - {"VerbForm=Part", "Aspect=Perf"} | {"VerbForm=Fin"})
        mended[noun.i] = replace(noun, head=later.i)
        mended[first.i] = replace(first, dep="acl", head=noun.i, feats=first.feats - {"VerbForm=Fin"} | {"VerbForm=Part", "Tense=Past"})
    return tuple(mended)


def _with_finite(token: Token, tokens: tuple[Token, ...]) -> Token:
    """A main verb with a subject and no auxiliary is finite, whatever the tagger says: « 200 residents packed into »."""
    if token.pos != "VERB" or token.dep not in ("ROOT", "conj") or (not token.has("VerbForm=Inf") and not token.has("VerbForm=Part", "Tense=Past")):
        return token
    below = [t for t in tokens[max(0, token.i - REACH) : token.i] if t.head == token.i]
    if not any(t.dep == "nsubj" for t in below) or any(t.dep.startswith("aux") for t in below):
        return token
    tense = "Tense=Pres" if token.has("VerbForm=Inf") else "Tense=Past"
    return replace(token, feats=token.feats - {"VerbForm=Inf", "VerbForm=Part", "Aspect=Perf"} | {"VerbForm=Fin", tense})


def _out_of_quotation(token: Token, tokens: tuple[Token, ...]) -> Token:
    """A verb joined to one inside a quotation that has ended is joined to the verb that brings the quotation."""
    head = tokens[token.head]
    if token.dep != "conj" or token.pos != "VERB" or head.dep != "ccomp" or head.i > token.i:
        return token
    marks = [t.i for t in tokens[tokens[head.head].i : token.i] if t.text in QUOTES]
    closed = len(marks) % 2 == 0 and any(m < head.i for m in marks) and any(m > head.i for m in marks)
    return replace(token, head=head.head) if closed else token


def _is_joined(token: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a clause is only joined to the next by a comma, colon or semicolon: « X ordered A, Y ordered B »."""
    head = tokens[token.head]
    if token.dep != "ccomp" or token.i > head.i or token.pos not in ("VERB", "AUX"):
        return False
    between = [t.text for t in tokens[token.i : head.i]]
    if ";" in between:
        return True
    if ":" in between and not any(t.text in QUOTES for t in tokens[token.i : head.i]):
        return True  # « X warned of a shortage: Y has promised 900 »
    quoted = any(mark in between for mark in ('"', "“", "”"))
    own = any(t.head == token.i and t.dep.startswith(("nsubj", "expl")) for t in tokens[max(0, token.i - REACH) : token.i])
    return own and not quoted and head.lemma not in word_set("verbs", "report")
