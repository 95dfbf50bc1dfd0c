"""A sentence -> the noun phrases in it that a gap may stand for: what was done, to whom, by whom, where; short, and saying something."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.langs.en.clause.verbs import is_clause_head
from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.reference.mentions import title_words
from quizgen.model import Document, Reading, Sentence, Token

LONGEST = 5  # words of content
CONTENT = ("NOUN", "PROPN", "ADJ", "VERB")
SPATIAL = tuple("in at near into through across outside inside under along behind below above beneath beside on".split())
CLEAR = ("with", "against", "about", "from", "by", "for", "to", "of", *SPATIAL)
INSIDE = ("of", "in", "for", "on", "to", "with", "between", "from", "at", "about", "against", "by", "on")  # what may tie the nouns of a phrase
RANK = ("object", "attribute", "agent", "complement", "place", "subject")  # those that readers take first
LEAST_KNOWN = 4  # letters of a word of the title that gives a longer one away
FILLING = ("with", "by", "of", "from")  # behind which a single matter or means says something: « loaded with cement », « by telegraph »
OWNERS = ("its", "his", "her", "their")
LONG = 6  # letters of a single word from which it says something


@dataclass(frozen=True, kw_only=True)
class Thing:
    """The tokens first..last (half-open) of a noun phrase, its noun, and its part in the clause."""

    first: int
    last: int
    head: Token
    part: str


def find_things(reading: Reading, sentence: Sentence) -> list[Thing]:
    """The noun phrases of `sentence` that are worth a gap, the best first."""
    document = reading.document
    found = [thing for token in document.words(sentence) if (thing := _read_thing(reading, token)) is not None]
    return sorted(found, key=lambda t: RANK.index(t.part))


def _read_thing(reading: Reading, token: Token) -> Thing | None:
    """The phrase that `token` heads, if it may be a gap."""
    document = reading.document
    part = part_of(document, token)
    if token.pos not in ("NOUN", "PROPN") or not part:
        return None
    if token.i in document.quotations:
        return Thing(first=token.i, last=token.i + 1, head=token, part=part) if is_term(document, token) else None
    words = without_time(document, without_owner(document, kept_tokens(document, token), token), token)
    if is_cut(document, words) or not is_short(words) or not tells(document, token, words, part):
        return None
    return Thing(first=words[0].i, last=words[-1].i + 1, head=token, part=part)


def is_term(document: Document, token: Token) -> bool:
    """Whether a word stands alone in quotation marks and is no common one, as a term does: « into a “microsleep” »."""
    before, following = document.before(token), document.after(token)
    marked = before is not None and following is not None and before.text in ("“", '"') and following.text in ("”", '"')
    return marked and token.pos == "NOUN" and len(token.text) >= LONG and token.lemma not in people() | word_set("nouns", "vague")


def without_owner(document: Document, words: list[Token], head: Token) -> list[Token]:
    """A phrase without « its » at its opening, and without a part behind its noun that an owner opens: « a love of cards | among its drivers »."""
    if words[0].text.lower() in OWNERS and words[0] is not head:
        words = words[1:]
    owner = next((t for t in words if t.text.lower() in OWNERS), None)
    lead = document.before(owner) if owner is not None else None
    return [t for t in words if t.i < lead.i] if lead is not None and lead.pos == "ADP" and lead.i > head.i else words


def without_time(document: Document, words: list[Token], head: Token) -> list[Token]:
    """A phrase without the time behind it, which the verb has: « (broke in through) a skylight | on the night of the storm »."""
    behind = (t for t in words if t.i > head.i and t.pos == "ADP" and t.text.lower() in ("on", "in", "at"))
    timed = (
        t for t in behind if (noun := document.child(t, "pobj")) is not None and noun.lemma in (*word_set("nouns", "durations"), *dates.PARTS_OF_DAY)
    )
    lead = next((t for t in timed if document.head(t) is head), None)
    return [t for t in words if t.i < lead.i] if lead is not None else words


def part_of(document: Document, token: Token) -> str:
    """What a noun is to the verb of its clause; empty if it is none of what may be asked."""
    above = document.head(token)
    if token.dep == "pobj":
        verb, lead = document.head(above), above.text.lower()
        if not _is_verb(document, verb) or above.i < verb.i or above.i + 1 != _opening(document, token):
            return ""
        if above.dep == "agent":
            return "agent"
        if verb.lemma in word_set("verbs", "report"):
            return ""  # « said in a joint statement »
        where = lead in SPATIAL and token.lemma.split()[-1].lower() in word_set("nouns", "places") | word_set("nouns", "spots") | word_set(
            "nouns", "seas"
        )
        where = where and not any(t.text.lower() == "by" for t in document.children(token, "prep"))  # « headed in a corner by X »
        return "place" if where else "complement" if lead in CLEAR else ""
    if not _is_verb(document, above):
        return ""
    if token.dep in ("nsubj", "nsubj:pass"):
        return "subject" if above.lemma not in word_set("verbs", "report") else ""  # who reports it matters less
    called = token.dep == "oprd" and above.dep == "acl"  # « a method called ring vaccination »
    return "attribute" if called else {"obj": "object", "attr": "attribute"}.get(token.dep, "")


def _opening(document: Document, noun: Token) -> int:
    """The first token of the phrase of a noun."""
    return kept_tokens(document, noun)[0].i


def _is_verb(document: Document, token: Token) -> bool:
    """Whether a word is a verb that something hangs on: that of a clause, a participle or an infinitive."""
    return token.pos in ("VERB", "AUX") and (is_clause_head(document, token) or token.dep in ("xcomp", "advcl", "acl", "conj", "pcomp"))


def is_cut(document: Document, words: list[Token]) -> bool:
    """Whether a word that belongs to a phrase may stand right before or behind it: « the channel between A and the B | peninsula »."""
    before, following = document.before(words[0]), document.after(words[-1])
    if before is not None and before.pos in ("PROPN", "NOUN", "ADJ") and words[0].pos in ("NOUN", "PROPN", "ADJ"):
        return True
    return following is not None and (following.pos in ("PROPN", "NOUN", "NUM") or following.text in ("-", "’s", "'s", "’", "'"))


def is_short(words: list[Token]) -> bool:
    """Whether a phrase has at most so many words, no pronoun, number or date, no clause, and no circumstance."""
    said = [t for t in words if t.pos in CONTENT]
    times = {*dates.WEEKDAYS, *dates.MONTHS} | word_set("nouns", "durations")
    pointing = word_set("grammar", "unresolved") | word_set("grammar", "pointing") | word_set("grammar", "additions")
    return (
        1 <= len(said) <= LONGEST
        and len(words) <= 2 * LONGEST
        and not any(t.pos in ("PRON", "NUM", "SCONJ", "PART") or t.text.lower() in (*pointing, *OWNERS, "whose", "each", "any") for t in words)
        and not any(t.lemma in times or t.text.lower() in times or re.search(r"\d", t.text) for t in words)
        and not any(t.pos == "ADP" and t.text.lower() not in INSIDE for t in words)
        and not (
            any(t.text == "," for t in words) and any(t.text.lower() == "of" for t in words)
        )  # which of the nouns a list goes on with is not sure
    )


def tells(document: Document, head: Token, words: list[Token], part: str) -> bool:
    """Whether a phrase says something: two words of content, or one of some length that is new here; more of a subject, which the title may tell."""
    if part in ("subject", "agent") and head.lemma in word_set("nouns", "bodies") | word_set("nouns", "traders") and words[0].text.lower() == "the":
        return False  # « the Danish brewer »: another way to say a name
    light = word_set("nouns", "vague") | word_set("nouns", "hanging") | word_set("nouns", "frames")
    title = title_words(document)
    thin = word_set("grammar", "thin")
    content = [t for t in words if t.pos in CONTENT and t.lemma not in light and t.text.lower() not in thin]
    fresh = [
        t
        for t in content
        if plain(t.lemma) not in title and plain(t.text) not in title and (t.pos == "PROPN" or not is_built_on(plain(t.lemma), title))
    ]
    if head.pos == "PROPN":
        return bool(fresh) and head.name != ""
    if head.lemma in light:
        return len(fresh) > 1
    if len(content) > 1:
        return bool(fresh) and (part != "subject" or (head in fresh and head.lemma not in people()))
    above = document.head(head)
    if head.dep == "pobj" and head.has("Number=Sing") and above.text.lower() not in FILLING:
        return False  # « go on display », « in quarantine »: the verb says it with them
    led = any(t.pos in ("DET", "ADJ") for t in words) or _is_owned(document, words[0])
    return (
        bool(fresh)
        and not led
        and head.lemma not in dates.SEASONS
        and part != "subject"
        and len(head.text) >= LONG
        and head.lemma not in people() | word_set("nouns", "situational")
    )


def is_built_on(word: str, title: frozenset[str]) -> bool:
    """Whether a word begins with one of the title: « tramways », where the title tells of a tram."""
    return any(len(known) >= LEAST_KNOWN and word.startswith(known) for known in title)


def _is_owned(document: Document, first: Token) -> bool:
    """Whether « its », which stays outside of a gap, stands before a phrase."""
    before = document.before(first)
    return before is not None and before.text.lower() in OWNERS


def people() -> frozenset[str]:
    """Nouns for somebody."""
    return actors() | word_set("nouns", "informed")
