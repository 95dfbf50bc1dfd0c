"""A sentence -> the clause in it that holds a word, and the asides that the clause stays true without."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs.asides import find_brackets, stands_apart, whole_sentence, with_commas, without_commas
from quizgen.langs.en.clause.verbs import is_clause_head
from quizgen.langs.en.forms import dates
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.loose import find_loose_times
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Token

ASIDES = ("acl", "acl:relcl", "appos", "advcl", "parataxis", "prep", "npadvmod")  # what may go if commas part it from the rest
# Openings without which the rest is untrue.
BOUND = ("if", "unless", "except", "without", "according", "for", "to", "so", "that", "apart", "barring", "until", "provided", "in", "like", "as")
CONNECTIVES = (
    "however",
    "also",
    "meanwhile",
    "moreover",
    "nevertheless",
    "therefore",
    "furthermore",
    "besides",
    "nonetheless",
    "even so",
    "in addition",
)
LONGEST_LEAD = 5  # words before the noun of a gloss: « the very best result »
FREE_MARKS = ("when", "while", "after", "before", "as", "since", "because", "although", "though")  # a clause with these may go


def read_unit(document: Document, asked: frozenset[int]) -> tuple[set[int], bool]:
    """The tokens of the coordinate clause that holds `asked`, and whether the parse of it can be trusted; else the whole sentence.

    Raises Refused if there is no finite verb with a subject.
    """
    token = document.tokens[min(asked)]
    sentence = document.sentence_of(token)
    head = next((t for t in (token, *document.ancestors(token)) if _is_main(document, t)), None)
    if head is None or not is_clause_head(document, head) or document.child(head, "nsubj", "nsubj:pass", "expl") is None:
        return whole_sentence(document, sentence, is_clause_head), False
    unit = {t.i for t in document.subtree(head)}
    for other in document.children(head, "conj", "parataxis"):
        if _is_main(document, other) and not asked & {t.i for t in document.subtree(other)}:
            unit -= {t.i for t in document.subtree(other)} | {t.i for t in document.children(head, "cc", "punct") if t.i == _before(document, other)}
    if not unit <= set(range(sentence.first, sentence.last)):
        raise Refused("the clause reaches over its sentence")
    return _between_semicolons(document, unit, asked), True


def _between_semicolons(document: Document, unit: set[int], asked: frozenset[int]) -> set[int]:
    """The part of a clause between the semicolons around `asked`, where it has a verb and subject of its own; else all of it."""
    marks = [i for i in sorted(unit) if document.tokens[i].text == ";"]
    first = max((i for i in marks if i < min(asked)), default=-1)
    last = min((i for i in marks if i > min(asked)), default=len(document.tokens))
    part = {i for i in unit if first < i < last}
    whole = any(is_clause_head(document, document.tokens[i]) and document.child(document.tokens[i], "nsubj", "nsubj:pass") for i in part)
    return part if whole else unit


def _before(document: Document, clause: Token) -> int:
    """The place of the word that joins a clause to the one before: « and », a semicolon."""
    return document.subtree(clause)[0].i - 1


def _is_main(document: Document, token: Token) -> bool:
    """Whether `token` heads the sentence, or a clause with its own subject that is joined to its head."""
    if token.head == token.i:
        return True
    own = document.child(token, "nsubj", "nsubj:pass", "expl") is not None
    said = token.i > token.head and token.lemma in word_set("verbs", "report")
    beside = token.dep in ("conj", "parataxis") and not said
    return beside and own and is_clause_head(document, token) and _is_main(document, document.head(token))


def find_asides(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """The parts of a clause that it stays true without: what brackets, dashes or commas part from it, and joining words."""
    yield from find_brackets(document, unit)
    yield from find_loose_times(document, unit)
    first = min(unit)
    for i in sorted(unit):
        token = document.tokens[i]
        below = document.subtree(token)
        if (token.dep == "advmod" and " ".join(t.text.lower() for t in below) in CONNECTIVES) or (i == first and token.pos in ("CCONJ", "PUNCT")):
            yield frozenset(with_commas(document, {t.i for t in below} & unit, unit))
            continue
        if (token.dep not in ASIDES and not _is_second_verb(document, token)) or token.text.isdigit():
            continue  # an age goes with its name
        part = without_commas(document, {t.i for t in document.subtree(token)})
        if not part <= unit or max(part) - min(part) + 1 != len(part) or is_bound(document, part, token):
            continue
        if _is_second_verb(document, token):
            joint = {t.i for t in document.children(document.head(token), "cc") if t.i == min(part) - 1}
            yield frozenset(with_commas(document, part | joint, unit))
        elif is_loose_day(document, token):
            yield frozenset(part)
        elif stands_apart(document, part, unit):
            part = part | gloss_behind(document, part, unit)
            yield frozenset(without_age_comma(document, without_speech_comma(document, with_commas(document, part, unit))))


def without_speech_comma(document: Document, part: set[int]) -> set[int]:
    """`part` without the comma at its end where one who says it follows: « sank off Gao, killing nine, the coastguard said »."""
    last = max(part)
    after = document.tokens[last + 1] if last + 1 < len(document.tokens) else None
    if document.tokens[last].text != "," or after is None:
        return part
    verb = next((t for t in document.ancestors(after) if t.lemma in word_set("verbs", "report")), None)
    said = document.child(verb, "ccomp") if verb is not None and verb.i > last else None
    return part - {last} if said is not None and said.i < last else part


def gloss_behind(document: Document, part: set[int], unit: set[int]) -> set[int]:
    """The gloss right behind an aside, which may well be of what stands in it: « , on 20 percent and 46 seats, the best result in its history »."""
    comma = max(part) + 1
    if comma not in unit or document.tokens[comma].text != ",":
        return set()
    found = (
        t for t in document.tokens[comma + 1 : comma + 1 + LONGEST_LEAD] if t.dep in ("appos", "obj", "dep") and t.head < comma and t.pos == "NOUN"
    )
    gloss = next((set(w.i for w in document.subtree(t)) for t in found if document.subtree(t)[0].i == comma + 1), set())
    return {comma, *gloss} if gloss and gloss <= unit else set()


def without_age_comma(document: Document, part: set[int]) -> set[int]:
    """`part` without the comma at its end where an age stands before it, which the comma closes: « X, 61, who led it, was jailed »."""
    first, last = min(part), max(part)
    age = document.tokens[first - 1] if first > 1 else None
    aged = age is not None and age.text.isdigit() and document.tokens[first - 2].text == "," and document.tokens[first].text == ","
    return part - {last} if aged and document.tokens[last].text == "," and last > first else part


def is_loose_day(document: Document, token: Token) -> bool:
    """Whether `token` opens a day told by the day of writing, which a sentence can do without: « on Saturday »."""
    words = document.subtree(token)
    return token.dep in ("prep", "npadvmod") and len(words) <= 3 and document.head(token).pos == "VERB" and words[-1].text.lower() in dates.WEEKDAYS


def _is_second_verb(document: Document, token: Token) -> bool:
    """Whether `token` is a further verb of the same subject: « … and received a medal »."""
    return token.dep == "conj" and is_clause_head(document, token) and is_clause_head(document, document.head(token))


def is_bound(document: Document, part: set[int], token: Token) -> bool:
    """Whether a part is a condition, an aim, an exception, or says who says it: without it the rest is not what the article says."""
    first = document.tokens[min(part)].text.lower()
    reported = token.dep in ("parataxis", "ccomp") and token.lemma in word_set("verbs", "report")
    said = any(i in document.quotations for i in part)
    free = token.dep == "advcl" and first in FREE_MARKS
    return (first in BOUND and not free and not _is_moment(document, part)) or reported or said


def _is_moment(document: Document, part: set[int]) -> bool:
    """Whether a part opens with « in » and tells a year or a month: it can go."""
    return document.tokens[min(part)].text.lower() == "in" and any(document.tokens[i].text[:4].isdigit() for i in part)
