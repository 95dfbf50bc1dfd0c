"""Which tokens belong to a phrase: one unbroken run around its head, without what only hangs on it."""

from __future__ import annotations

from quizgen.langs.en.forms import dates
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Document, Token

DROPPED = (
    "acl:relcl",
    "advcl",
    "parataxis",
    "ccomp",
    "csubj",
    "dep",
    "nsubj",
    "nsubj:pass",
    "aux",
    "aux:pass",
    "mark",
    "meta",
    "intj",
    "preconj",
    "neg",
    "agent",
    "xcomp",
    "prt",
    "expl",
    "dative",
    "oprd",
)
QUOTES = ('"', "“", "”", "'", "‘", "’")
KEPT_MARKS = (*QUOTES, "-", "/", "%", "–")
OPENERS = (",", "(", "–", "—", ":", ";", "--", "[")
LONGEST_DEED = 16  # and of what makes somebody the first or the youngest
LONGEST_ASIDE = 11  # tokens of a participial clause that may stay in a phrase


def kept_tokens(document: Document, head: Token) -> list[Token]:
    """The words of the phrase of `head`: one unbroken run around it."""
    keep = {head.i}
    _collect(document, head, keep)
    first = last = head.i
    while first - 1 in keep or _joins_numbers(document, first - 1, keep):
        first -= 1
    while last + 1 in keep or _bridges(document, last + 1, keep):
        last += 1
    while last > head.i and (
        _is_cut_participle(document, last, keep)
        or document.tokens[last].pos in ("CCONJ", "ADP", "DET")
        or document.tokens[last].text in (",", ";", "-", "–")
    ):
        last -= 1
    return _without_half_quotes(list(document.tokens[first : last + 1]), head)


def _is_cut_participle(document: Document, i: int, keep: set[int]) -> bool:
    """Whether the word at `i` is a participle whose complements are left out: « a paper published »."""
    token = document.tokens[i]
    below = document.children(token)
    return token.dep == "acl" and bool(below) and not any(t.i in keep and t.i <= i and t.pos != "PUNCT" for t in below)


def _is_second_verb(document: Document, joined: Token) -> bool:
    """Whether what is joined to an object may be a second verb with its own: « ordered packages and increased delivery »."""
    first = document.subtree(joined)[0]
    before = document.before(first)
    above = next((t for t in document.ancestors(joined) if t.pos in ("VERB", "AUX")), None)
    past = above is not None and above.has("Tense=Past") and above.i < joined.i
    return (
        past
        and before is not None
        and before.text.lower() == "and"
        and first.text.endswith("ed")
        and first.dep == "amod"
        and first.has("VerbForm=Part")
    )


def coordinated(document: Document, head: Token) -> list[Token]:
    """`head` and what is joined to it: in these trees each hangs on the one before, « A, B and C »."""
    return [head, *(t for joined in document.children(head, "conj") for t in coordinated(document, joined))]


def _without_half_quotes(tokens: list[Token], head: Token) -> list[Token]:
    """`tokens` without a quotation mark at either end whose fellow is not there."""
    if sum(t.text in ('"', "“", "”") for t in tokens) == 1:
        if tokens[0].text in QUOTES and tokens[0] is not head:
            return tokens[1:]
        if tokens[-1].text in QUOTES and tokens[-1] is not head:
            return tokens[:-1]
    return tokens


def _collect(document: Document, token: Token, keep: set[int]) -> None:
    for child in document.children(token):
        if child.dep in DROPPED and not _stays(document, token, child):
            continue
        if child.pos == "PUNCT" and child.text not in KEPT_MARKS:
            continue
        if _is_aside(document, child) and child.dep != "conj":
            continue
        if child.dep == "appos" and not _is_tight(document, token, child):
            continue
        if child.dep == "acl" and len(document.subtree(child)) > (LONGEST_DEED if tells_which(document, token, child) else LONGEST_ASIDE):
            continue
        if child.dep in ("prep", "npadvmod", "nummod", "appos") and child.i > token.i and _is_moment(document, child) and not _goes_on(token, child):
            continue
        if child.dep == "conj" and (child.pos in ("VERB", "AUX") or _is_second_verb(document, child)):
            continue
        if child.dep == "advmod" and child.i > token.i and child.text.lower() in ("also", "too", "respectively", "however", "ago"):
            continue
        if (
            child.dep == "prep"
            and child.text.lower() in ("in", "at", "on", "for", "as", "by")
            and (noun := document.child(child, "pobj"))
            and noun.lemma in word_set("nouns", "frames")
            and not document.children(noun)
        ):
            continue  # « in case », « in place »
        keep.add(child.i)
        _collect(document, child, keep)


def is_topmost(document: Document, noun: Token) -> bool:
    """Whether a noun is told as the first, last or most of its kind: « the youngest woman »."""
    words = document.children(noun, "amod")
    return any(t.has("Degree=Sup") or t.text.lower() in ("first", "second", "third", "last", "only") for t in words)


def tells_which(document: Document, noun: Token, deed: Token) -> bool:
    """Whether an infinitive says of which deed somebody is the first or the youngest: « the youngest woman to reach the final »."""
    return is_topmost(document, noun) and any(t.text.lower() == "to" for t in document.children(deed, "aux"))


def _stays(document: Document, token: Token, child: Token) -> bool:
    """What follows a participle or infinitive that stays in a phrase: « the plan to send ships », « a bridge built by X »."""
    if child.dep == "acl:relcl":
        return tells_which(document, token, child) and len(document.subtree(child)) <= LONGEST_DEED
    verbal = token.dep in ("acl", "acl:relcl", "pcomp", "xcomp", "advcl", "ccomp") and token.pos in ("VERB", "AUX")
    return verbal and child.dep in ("agent", "xcomp", "prt", "aux", "aux:pass", "dative", "oprd", "neg", "mark")


def _is_tight(document: Document, token: Token, child: Token) -> bool:
    """Whether an apposition is part of the name: « store chains X and Y », « the physicist X »."""
    return child.i > token.i and document.subtree(child)[0].i == _end(document, token) + 1


def _end(document: Document, token: Token) -> int:
    """The last word before which an apposition may stand without a pause."""
    own = [t.i for t in document.children(token, "prep", "punct", "case") if t.text != ","]
    return max([token.i, *(i for i in own if i == token.i + 1)])


def _goes_on(token: Token, child: Token) -> bool:
    """Whether a duration goes on in a smaller unit: « 2 hours 14 minutes »."""
    durations = word_set("nouns", "durations")
    return child.dep in ("npadvmod", "appos") and child.i == token.i + 2 and token.lemma in durations and child.lemma in durations


def _is_moment(document: Document, child: Token) -> bool:
    """Whether a date hangs on the noun: « the attack on 5 May »; it is told with the verb, or with the event."""
    words = document.subtree(child)
    if document.head(child).lemma in ("end", "start", "beginning", "middle") and words[0].text.lower() == "of":
        return False  # « until the end of May »
    if child.dep == "npadvmod" and words[0].text.lower() in ("a", "an", "per", "each") and len(words) == 2:
        return False  # « £9 million a year »
    days = (*dates.WEEKDAYS, *dates.MONTHS)
    return any(dates.resolve_date(t.text, "2000-01-01") is not None or t.text.lower() in days for t in words[:3]) or (
        child.dep == "npadvmod" and child.lemma in word_set("nouns", "durations")
    )


def _is_aside(document: Document, child: Token) -> bool:
    """Whether a comma, dash or bracket parts `child` from what stands before it."""
    first = document.subtree(child)[0]
    before = document.before(first)
    return child.i > child.head and ((before is not None and before.text in OPENERS and before.pos in ("PUNCT", "SYM")) or first.text in OPENERS)


def _joins_numbers(document: Document, i: int, keep: set[int]) -> bool:
    """Whether the comma at `i` is one between numbers: « eight, seven and five seats »."""
    if i < 1 or document.tokens[i].text != ",":
        return False
    return i - 1 in keep and document.tokens[i - 1].pos == document.tokens[i + 1].pos == "NUM" and document.tokens[i - 1].dep == "nummod"


def _bridges(document: Document, i: int, keep: set[int]) -> bool:
    """Whether the comma at `i` is one of a list (« A, B and C »)."""
    if i >= len(document.tokens) or document.tokens[i].text != "," or i + 1 not in keep:
        return False
    following = document.tokens[i + 1]
    return following.dep in ("conj", "cc") or any(t.dep == "conj" and t.i > i for t in document.ancestors(following))
