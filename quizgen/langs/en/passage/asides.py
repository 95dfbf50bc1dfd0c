"""A sentence -> the clause in it that holds a word, and the asides that the clause stays true without."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quizgen.langs.asides import find_brackets, stands_apart, whole_sentence, with_commas, without_commas
from quizgen.langs.en.clause.soundness import is_ownerless, shares_condition
from quizgen.langs.en.clause.verbs import is_clause_head
from quizgen.langs.en.forms import dates
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.loose import find_loose_times
from quizgen.langs.en.passage.sentences import runs_on
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Token

ASIDES = ("acl", "acl:relcl", "appos", "advcl", "parataxis", "prep", "npadvmod")  # what may go if commas part it from the rest
# Openings without which the rest is untrue.
BOUND = (
    "if",
    "unless",
    "except",
    "without",
    "according",
    "for",
    "to",
    "so",
    "that",
    "apart",
    "barring",
    "until",
    "provided",
    "in",
    "like",
    "as",
    "of",
)
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
NEAR = ("last", "this", "next")
COMPARING = ("slightly", "far", "much", "well", "about", "nearly", "more", "less", "fewer", "up", "down", "higher", "lower", "twice", "three")
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
    if shares_condition(document, head):
        raise Refused("what it depends on is told before")
    unit = {t.i for t in document.subtree(head)}
    for other in document.children(head, "conj", "parataxis"):
        if _is_main(document, other) and not asked & {t.i for t in document.subtree(other)}:
            unit -= {t.i for t in document.subtree(other)} | {t.i for t in document.children(head, "cc", "punct") if t.i == _before(document, other)}
    if not unit <= set(range(sentence.first, sentence.last)):
        raise Refused("the clause reaches over its sentence")
    part = _between_semicolons(document, unit, asked)
    if sentence.last - 1 in part and runs_on(document, sentence.last):
        raise Refused("the sentence was cut in two")
    if any(is_ownerless(document, document.tokens[i]) for i in part):
        raise Refused("what is owned is told elsewhere")
    return part, True


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
    yield from find_comparisons(document, unit)
    for i in sorted(unit):
        if (part := _aside_of(document, document.tokens[i], unit)) is not None:
            yield frozenset(part)


def _aside_of(document: Document, token: Token, unit: set[int]) -> set[int] | None:
    """What goes if `token` and all that hangs on it go from a clause; None if it has to stay."""
    below = document.subtree(token)
    joining = token.dep == "advmod" and " ".join(t.text.lower() for t in below) in CONNECTIVES
    if joining and closes_aside(document, min(t.i for t in below) - 1):
        return {t.i for t in below} & unit
    if joining or (token.i == min(unit) and token.pos in ("CCONJ", "PUNCT")):
        return with_commas(document, {t.i for t in below} & unit, unit)
    if is_told_deed(document, token) or [t.text.lower() for t in below if t.pos != "PUNCT"] == ["among", "others"]:
        return None
    second = _is_second_verb(document, token)
    part = without_commas(document, {t.i for t in below})
    if (token.dep not in ASIDES and not second) or token.text.isdigit() or not part <= unit or max(part) - min(part) + 1 != len(part):
        return None
    if is_loose_day(document, token) or is_loose_frame(document, token, unit):
        return with_commas(document, part, unit)
    if is_loose_end(document, token, part, unit):
        return part
    if is_bound(document, part, token, second=second):
        return None
    if second:
        return with_commas(document, part | {t.i for t in document.children(document.head(token), "cc") if t.i == min(part) - 1}, unit)
    part = part | bracket_behind(document, part, unit)
    lead = [t.text.lower() for t in document.tokens[max(0, min(part) - 3) : min(part)] if t.text != ","]
    if lead[-2:] == ["among", "others"]:
        return None  # « paid for by, among others, the Lund Trust »
    if not stands_apart(document, part, unit):
        return part if is_late_reason(document, token, part, unit) else None
    part = part | gloss_behind(document, part, unit)
    if is_before_participle(document, token, part):
        return None
    return without_age_comma(document, without_speech_comma(document, with_commas(document, part, unit)))


def is_before_participle(document: Document, token: Token, part: set[int]) -> bool:
    """Whether a participle behind a relative clause may tell of a noun in it: « X, which would ease its traffic, put at 300 vans a day, »."""
    comma = document.tokens[max(part) + 1] if max(part) + 1 < len(document.tokens) else None
    comma = document.tokens[max(part)] if document.tokens[max(part)].text == "," else comma
    following = document.after(comma) if comma is not None and comma.text == "," else None
    return token.dep == "acl:relcl" and following is not None and following.dep == "acl" and following.has("VerbForm=Part")


def is_told_deed(document: Document, token: Token) -> bool:
    """Whether a past with an object was read as a participle: « and last March a ferry with 230 people on board hit a pier »."""
    past = token.dep == "acl" and token.pos == "VERB" and not token.has("Aspect=Prog") and not token.has("VerbForm=Inf")
    active = past and token.lemma not in word_set("verbs", "recipients") | word_set("verbs", "naming") | word_set("verbs", "judging")
    return active and document.child(token, "obj") is not None and not document.children(token, "aux", "aux:pass", "agent")


def closes_aside(document: Document, comma: int) -> bool:
    """Whether a comma ends a relative clause or a gloss that another comma opens: « X, with which Y had few ties, also offered help »."""
    if comma < 1 or document.tokens[comma].text != ",":
        return False
    last = document.tokens[comma - 1]
    for part in (last, *document.ancestors(last)):
        if part.dep not in ("acl:relcl", "appos", "acl") or part.head > comma:
            continue
        words = document.subtree(part)
        before = document.before(words[0])
        if before is not None and before.text == "," and words[-1].i <= comma:
            return True
    return False


def find_comparisons(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """What sets a figure against another after a comma, without a verb (« , slightly less than four years ago »), or parts it at the end (« , half of
    them Norwegian »).
    """
    commas = [i for i in sorted(unit) if document.tokens[i].text == ","]
    for comma in commas:
        last = comma
        while last + 1 in unit and document.tokens[last + 1].text not in (",", ".", ";", ":", "!"):
            last += 1
        if [t.text.lower() for t in document.tokens[comma + 1 : comma + 3]] == ["compared", "with"]:
            last = end_of_comparison(document, last, unit)
        words = document.tokens[comma + 1 : last + 1]
        told = [t.text.lower() for t in words]
        if not words or any(t.pos == "AUX" or (t.pos == "VERB" and t.has("VerbForm=Fin")) or t.i in document.quotations for t in words):
            continue
        ends = last + 1 not in unit or document.tokens[last + 1].text in (".", ";", "!")
        parted = ends and any(pair in (("of", "them"), ("of", "whom")) for pair in pairwise(told))
        if (
            parted
            or (told[0] in COMPARING and "than" in told)
            or (len(told) > 1 and told[:2] in (["up", "from"], ["down", "from"], ["compared", "with"]))
        ):
            yield frozenset(range(comma, last + 1))


def end_of_comparison(document: Document, last: int, unit: set[int]) -> int:
    """The last token of a comparison that goes on behind a comma to the end, with no verb: « , compared with 30% of Lund, another town, in 2011 »."""
    end = last
    while end + 1 in unit and document.tokens[end + 1].text not in (".", ";", ":", "!") and document.tokens[end + 1].pos not in ("VERB", "AUX"):
        end += 1
    return end if end + 1 not in unit or document.tokens[end + 1].text in (".", ";", "!") else last


def without_speech_comma(document: Document, part: set[int]) -> set[int]:
    """`part` without the comma at its end where one who says it follows: « sank off Gao, killing nine, the coastguard said »."""
    last = max(part)
    after = document.tokens[last + 1] if last + 1 < len(document.tokens) else None
    if document.tokens[last].text != "," or after is None:
        return part
    verb = next((t for t in (after, *document.ancestors(after)) if t.lemma in word_set("verbs", "report")), None)
    said = document.child(verb, "ccomp") if verb is not None and verb.i > last else None
    return part - {last} if said is not None and said.i < last else part


def bracket_behind(document: Document, part: set[int], unit: set[int]) -> set[int]:
    """The bracket right behind an aside, which may hang elsewhere: « , the firm that runs the trams for the Transport Authority (TA), »."""
    first = last = max(part) + 1
    if first not in unit or document.tokens[first].text != "(":
        return set()
    while last in unit and document.tokens[last].text != ")":
        last += 1
    return set(range(first, last + 1)) if last in unit else set()


def is_late_reason(document: Document, token: Token, part: set[int], unit: set[int]) -> bool:
    """Whether a clause at the end tells why or when, without a comma: what is long stays true without it, unless something is denied."""
    first, last = document.tokens[min(part)].text.lower(), max(part)
    ends = last + 1 not in unit or document.tokens[last + 1].text in (".", "!")
    denied = any(document.tokens[i].dep == "neg" for i in unit)
    return token.dep == "advcl" and first in ("because", "while", "although", "though") and ends and not denied


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
    """Whether `token` opens a day told by the day of writing, which a sentence can do without: « on Saturday », « on Monday night »."""
    words = [t.text.lower() for t in document.subtree(token)]
    told = document.head(token)
    if told.dep == "acl" and all(t.i == token.i or t.pos == "PUNCT" for t in document.children(told)):
        return False  # « according to two studies published | on Wednesday »
    opens = (token.dep == "prep" and words[0] == "on") or (token.dep in ("npadvmod", "nmod") and words[0] in (*NEAR, *dates.WEEKDAYS))
    if token.dep in ("npadvmod", "nmod") and words[0] in NEAR and document.head(token).pos in ("VERB", "AUX"):
        return len(words) == 2 and words[1] in ("week", "weekend", "month", "year", *dates.SEASONS)  # « next month »
    bare = set(words) <= {"on", "early", "late", *NEAR, *dates.PARTS_OF_DAY, *dates.WEEKDAYS}  # not « than on a normal Friday »
    return opens and bare and any(w in dates.WEEKDAYS for w in words)


def is_loose_frame(document: Document, token: Token, unit: set[int]) -> bool:
    """Whether « in either case », « in both cases » opens a clause, which says no more than that it holds of what has been told."""
    noun = document.child(token, "pobj")
    led = noun is not None and any(
        t.text.lower() in ("either", "both", "this", "that", "such", "any") for t in document.children(noun, "det", "amod")
    )
    return (
        token.i == min(unit) and token.dep == "prep" and noun is not None and led and noun.lemma in ("case", "event", "way") and token.i + 2 == noun.i
    )


def is_loose_end(document: Document, token: Token, part: set[int], unit: set[int]) -> bool:
    """Whether a clause at the end tells more of a thing that the sentence brings up: « for his part in a scheme | to hide the leak »."""
    noun, last = document.head(token), max(part)
    if token.dep not in ("acl", "acl:relcl") or noun.dep not in ("obj", "pobj") or noun.pos != "NOUN":
        return False
    led = [t.text.lower() for t in document.children(noun, "det", "poss", "nummod", "amod", "predet")]
    mark = document.before(document.subtree(noun)[0])
    if noun.dep == "obj" and mark is not None and mark.text == ",":
        return False  # « will sell the mill in 2017, a step | which leaves forty weavers idle »
    if any(t.dep in ("nsubj", "nsubj:pass") for t in document.ancestors(noun)):
        return False  # « the driver of a tram which overturned | lost … »
    indefinite = led[:1] in (["a"], ["an"]) or (not led and noun.has("Number=Plur"))
    if noun.dep == "pobj" and not document.children(noun, "det", "amod", "nummod", "compound", "prep"):
        return False  # « in waters | where nobody had dived »
    if noun.dep == "pobj" and noun.lemma in word_set("nouns", "dimensions"):
        return False  # « at a cost | put at £3 million »
    ends = last + 1 not in unit or document.tokens[last + 1].text in (".", "!", ",")
    return indefinite and ends and min(part) > noun.i and noun.i in unit


def _is_second_verb(document: Document, token: Token) -> bool:
    """Whether `token` is a further verb of the same subject: « … and received a medal »."""
    above = document.head(token)
    joined = any(t.i < token.i for t in document.children(above, "cc")) or document.child(token, "cc") is not None
    bare = above.dep == "advcl" and above.has("VerbForm=Fin") and not document.children(above, "mark", "advmod", "nsubj", "aux")
    listed = (above.dep == "conj" or bare) and not any(
        t.i < above.i for t in document.children(document.head(above), "cc")
    )  # « entered, tipped over | and slid »
    return token.dep == "conj" and joined and not listed and is_clause_head(document, token) and is_clause_head(document, above)


def is_bound(document: Document, part: set[int], token: Token, *, second: bool = False) -> bool:
    """Whether a part is a condition, an aim, an exception, or says who says it: without it the rest is not what the article says."""
    first = document.tokens[min(part)].text.lower()
    reported = token.dep in ("parataxis", "ccomp") and token.lemma in word_set("verbs", "report")
    said = any(i in document.quotations for i in part) and not second
    free = token.dep == "advcl" and first in FREE_MARKS
    free = free or (first == "that" and token.dep == "conj")  # « said that A would close and that B had moved »
    state = first == "when" and token.dep == "advcl" and document.child(token, "nsubj", "nsubj:pass", "expl") is None  # « , when sold out, »
    return (first in BOUND and not free and not _is_moment(document, part)) or reported or said or state


def _is_moment(document: Document, part: set[int]) -> bool:
    """Whether a part opens with « in » and tells a year or a month: it can go."""
    return document.tokens[min(part)].text.lower() == "in" and any(document.tokens[i].text[:4].isdigit() for i in part)
