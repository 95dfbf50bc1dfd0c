"""Words of a passage that point outside of it: pronouns, « this », days told by the day of writing."""

from __future__ import annotations

import re

from quizgen.langs.en.clause.complements import is_without_currency
from quizgen.langs.en.clause.verbs import find_subject
from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.phrase.fuller import fuller_mention
from quizgen.langs.en.phrase.moments import read_moment
from quizgen.langs.en.reference.mentions import is_established, is_feat, noun_antecedent, noun_of_worst, title_words
from quizgen.langs.en.reference.untold import is_new_and_bare, is_untold
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Token

SPOKEN = ("i", "we", "you", "me", "us", "my", "our", "your")
THIRD = ("he", "she", "it", "they", "him", "them", "his", "her", "its", "their")
HERE = (
    "here", "now", "currently", "recently", "then", "previously", "already", "later", "earlier", "afterwards", "soon", "ago", "yet", "nowadays",
    "respectively", "thereafter", "meanwhile", "beforehand", "there", "further", "nearby", "elsewhere",
)  # fmt: skip
DOWN = ("downstream", "upstream")
AGED = re.compile(r"\d{1,3}-year-olds?")
EITHER = ("either", "neither")
OTHERS = ("another", "other", "others", "such", "latter", "same", "following", "previous", "above", "next", "last", "else", "both", "ones", "rest")
DAYS = ("yesterday", "today", "tonight", "tomorrow", *dates.WEEKDAYS)
EXPLAINED = ("next", "last", "both", "such")
SUBJECTS = ("nsubj", "nsubj:pass")
OPEN_PRONOUNS = ("mine", "ours", "theirs", "hers", "some", "many", "most", "none", "neither", "either", "this", "these", "those", "each")
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "pobj")
PARTED = 5  # words from the comma to « them »: « more than half of them »
LONG_AGO = 100  # years from which « years ago » holds whenever it is read


def points_outside(reading: Reading, token: Token, kept: set[int]) -> bool:
    """Whether a reader of the tokens `kept` alone cannot know what `token` means."""
    document = reading.document
    low = token.text.lower()
    if is_counted_from(document, token, kept) or is_day_owner(document, token) or is_told_here(document, token):
        return False
    if (low in SPOKEN and token.pos in ("PRON", "DET")) or is_price_of_before(document, token, kept) or is_similar_to_untold(document, token, kept):
        return True
    if low in THIRD and token.pos in ("PRON", "DET"):
        return is_loose_pronoun(reading, token, kept)
    if moment := _moment_around(reading, token):
        return _is_told_by_writing(reading, token) and not moment
    if _is_told_by_writing(reading, token) or is_told_elsewhere(reading, token, kept):
        return True
    if low == "ago" and _is_long_ago(document, token):
        return False
    if low == "so" and (verb := document.before(token)) is not None and verb.lemma == "do":
        return True  # « intends to do so »
    if AGED.fullmatch(low) and token.dep in ARGUMENTS and token.i not in reading.links:
        return True  # « the 19-year-old needed 84 minutes »
    lead = document.before(token)
    if low == "then" and lead is not None and lead.text.lower() == "and" and lead.i - 1 in kept:
        return False  # « Venus in 2025 and then the Earth »
    if is_pointing_away(document, token):
        return True
    if low in OTHERS and (token.pos in ("ADJ", "DET", "PRON") or low == "rest" or (low == "others" and token.dep in SUBJECTS)):
        return not (_is_shared_out(document, token, kept) or _is_known_same(reading, token) or (low in EXPLAINED and _is_explained(document, token)))
    if (low in EITHER and token.dep == "det") or (low in ("former", "latter") and token.dep in ARGUMENTS):
        return True  # « in either case », « the former was sold »
    if noun_of_one(document, token) is not None:
        return False
    if low in ("those", "that") and token.pos in ("PRON", "DET") and token.dep in SUBJECTS and not any(i < token.i for i in kept):
        return True  # « Those of Lund turned up in 2007 »
    if low in ("one", "ones") and token.dep in ARGUMENTS and (document.child(token, "det", "amod") or not _has_of(document, token)):
        return True  # « the lost one »
    if low in word_set("grammar", "demonstratives") and token.dep == "det":
        return not is_established(document, document.head(token))
    return (
        token.pos in ("PRON", "DET") and low in OPEN_PRONOUNS and token.dep in ("nsubj", "nsubj:pass", "obj", "pobj") and not _has_of(document, token)
    )


def is_similar_to_untold(document: Document, token: Token, kept: set[int]) -> bool:
    """Whether what something is similar to is told neither with it nor by a clause before it in the passage."""
    if token.text.lower() != "similar" or token.dep != "amod":
        return False
    noun = document.head(token)
    told = any(t.text.lower() in ("to", "in") for t in (*document.children(token, "prep"), *document.children(noun, "prep")))
    verb = next((t for t in document.ancestors(noun) if t.pos == "VERB"), None)
    before = (document.tokens[i] for i in kept if i < token.i)
    return not (told or any(t.pos == "VERB" and t is not verb for t in before))


def is_price_of_before(document: Document, token: Token, kept: set[int]) -> bool:
    """Whether a price is a bare number whose currency no word of the passage tells."""
    prep = document.head(token)
    if token.pos != "NUM" or token.dep != "pobj" or not is_without_currency(document, token, document.head(prep), prep.text.lower()):
        return False
    return not any(document.tokens[i].text.lower() in word_set("questions", "currencies") for i in kept)


def is_told_elsewhere(reading: Reading, noun: Token, kept: set[int]) -> bool:
    """Whether a bare noun is untold, the tokens `kept` do not tell it before, and the article has no fuller words for it that are said instead."""
    document = reading.document
    if not is_untold(reading, noun) or any(i < noun.i and document.tokens[i].lemma == noun.lemma for i in kept):
        return False
    return noun_of_worst(document, noun) is None and not fuller_mention(reading, noun)


def is_pointing_away(document: Document, token: Token) -> bool:
    """Whether a word means another time or place: « later », « the limit there is », « send data from there », « ten miles downstream »."""
    low, lead, following = token.text.lower(), document.before(token), document.after(token)
    there = low == "there" and lead is not None and lead.pos in ("ADP", "NOUN", "PROPN")
    if low == "contrast" and lead is not None and lead.text.lower() == "by":
        return True  # « by contrast » with what was told before
    if there or (low in DOWN and (following is None or following.text.lower() not in ("of", "from", "to"))):
        return True
    return low in HERE and token.pos in ("ADV", "SCONJ") and token.dep in ("advmod", "pcomp", "ROOT")


def _is_long_ago(document: Document, token: Token) -> bool:
    """Whether « ago » counts back so many years that the day of writing does not matter."""
    years = document.child(token, "npadvmod")
    number = document.child(years, "nummod") if years is not None and years.lemma == "year" else None
    digits = re.sub(r"\D", "", number.text) if number is not None else ""
    return bool(digits) and int(digits) >= LONG_AGO


def is_counted_from(document: Document, token: Token, kept: set[int]) -> bool:
    """Whether « a year earlier », « two months later » counts from the one year that stands before it in the passage."""
    if token.text.lower() not in ("earlier", "later", "before"):
        return False
    span = document.child(token, "npadvmod") or document.head(token)
    before = [t for t in document.words(document.sentence_of(token)) if t.i in kept and t.i < token.i]
    years = [t for t in before if dates.find_date(t.text) is not None and re.search(r"\d{4}", t.text)]
    return span.lemma in word_set("nouns", "durations") and len(years) == 1


def is_told_here(document: Document, token: Token) -> bool:
    """Whether « It » is told by what the sentence says of it, or « now » counts up to the article, whose day is known: « until now »."""
    lead = document.before(token)
    until = token.text.lower() == "now" and lead is not None and lead.text.lower() == "until"
    return until or noun_of_worst(document, token) is not None


def is_day_owner(document: Document, token: Token) -> bool:
    """Whether « Sunday » owns an event that is known without it: « Sunday’s election »."""
    mark = document.after(token)
    return token.text.lower() in DAYS and token.dep == "poss" and mark is not None and mark.dep == "case" and document.head(token).pos == "NOUN"


def _has_of(document: Document, token: Token) -> bool:
    told = any(t.dep in ("acl:relcl", "acl") for t in document.children(token)) and token.text.lower() == "those"  # « those whose turn had come »
    return told or any(t.text.lower() in ("of", "who") for t in (*document.children(token, "prep"), *document.children(token)))


def _is_explained(document: Document, token: Token) -> bool:
    """Whether what is last, or both, is told beside: « the last survivor of the wreck », « both A and B »."""
    head = document.head(token)
    return bool(document.children(head, "prep", "acl", "conj")) and head.lemma not in word_set("nouns", "durations")


def _is_shared_out(document: Document, token: Token, kept: set[int]) -> bool:
    """Whether the passage tells each of two (« both ends were ashore, one at X, the other at Y »), or of what « the rest » is left."""
    words = [t for t in document.words(document.sentence_of(token)) if t.i in kept]
    if token.text.lower() == "rest":
        return any(t.pos == "NUM" and t.i < token.i for t in words)
    if token.text.lower() == "another" and token.dep == "det" and plain(document.head(token).lemma) in title_words(document):
        return True  # beside the one that the article is about
    one, other = (next((t.i for t in words if t.text.lower() == said), -1) for said in ("one", "other"))
    return 0 <= one < other and (token.i == other or (token.text.lower() == "both" and token.i < one))


def _is_known_same(reading: Reading, token: Token) -> bool:
    """Whether « the same ship » is told by its name."""
    return token.text.lower() == "same" and reading.document.head(token).i in reading.links


def noun_of_one(document: Document, token: Token) -> Token | None:
    """The noun that « a new one » takes up: the one told with an adjective before, in the sentence or the one before it; None if it is not sure."""
    new = any(t.text.lower() in ("a", "an") for t in document.children(token, "det"))
    if token.text.lower() != "one" or not new or not document.children(token, "amod"):
        return None
    number = document.sentence_number(token)
    here = document.sentences[number]
    near = [s for s in document.sentences[max(0, number - 1) : number + 1] if s.paragraph == here.paragraph]
    words = (t for s in near for t in document.words(s) if t.i < token.i and t.text.lower() != "one")
    told = {t.lemma: t for t in words if t.pos == "NOUN" and t.has("Number=Sing") and _is_a_kind(document, t)}
    return next(iter(told.values())) if len(told) == 1 else None


def _is_a_kind(document: Document, noun: Token) -> bool:
    """Whether a noun has an adjective behind « a » or an owner: « a stronger cable », « its old plant »."""
    led = any(t.dep == "poss" or t.text.lower() in ("a", "an") for t in document.children(noun, "det", "poss"))
    return led and bool(document.children(noun, "amod")) and noun.lemma not in word_set("nouns", "durations") | word_set("nouns", "units")


def is_loose_pronoun(reading: Reading, token: Token, kept: set[int]) -> bool:
    """Whether nothing sure is meant by « he », « its »."""
    if is_for_a_clause(reading.document, token) or (is_feat(reading.document, token) and noun_of_worst(reading.document, token) is None):
        return True
    if token.dep == "expl" or token.i in reading.links or is_of_those_before(reading.document, token, kept):
        return False
    if token.dep == "poss" and (_is_subjects_own(reading, token, kept) or _is_of_joined(reading.document, token, kept)):
        return False
    if is_only_persons(reading, token, kept):
        return False
    noun = noun_antecedent(reading, token)
    if noun is not None and noun.i not in kept and (is_untold(reading, noun) or is_new_and_bare(reading, noun)):
        return True
    return noun is None or (token.dep not in ("nsubj", "nsubj:pass", "poss") and noun.i not in kept)


def is_for_a_clause(document: Document, token: Token) -> bool:
    """Whether « it » stands for what is hard, not for a thing: « … make it hard »."""
    following = document.after(token)
    verb = document.before(token)
    judged = following is not None and following.pos == "ADJ" and not any(t.i > following.i for t in document.children(following, "xcomp", "ccomp"))
    return token.text.lower() == "it" and judged and verb is not None and verb.lemma in ("make", "find", "consider", "think", "deem")


def is_only_persons(reading: Reading, token: Token, kept: set[int]) -> bool:
    """Whether « him » or « his » can only mean the one person without a name before it in the passage: « sentenced a captain and fined him »."""
    document = reading.document
    if token.text.lower() not in ("he", "she", "him", "his", "her") or any(
        e.kind == "person" for i in kept if i < token.i for e in reading.links.get(i, ())
    ):
        return False
    human = actors() | word_set("nouns", "informed")
    before = [document.tokens[i] for i in sorted(kept) if i < token.i]
    nouns = [t for t in before if t.pos == "NOUN" and not t.has("Number=Plur") and t.lemma in human and t.dep not in ("compound", "appos", "attr")]
    him = next((t for t in before if t.text.lower() in ("him", "her", "he", "she") and t.dep != "poss"), None)
    if him is not None and token.dep == "poss":
        return True  # « fined him for his part »
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    doer = find_subject(document, verb) if verb is not None and token.dep in ("obj", "dative", "pobj") else None
    return len([t for t in nouns if t is not doer]) == 1


def is_of_those_before(document: Document, token: Token, kept: set[int]) -> bool:
    """Whether « them » means the things right before: « 268 people, most of them in Gao », « ten instruments, among them a camera »."""
    lead = document.before(token)
    if token.text.lower() != "them" or lead is None or lead.text.lower() not in ("of", "among"):
        return False
    start = lead.i
    while start > lead.i - PARTED and document.tokens[start - 1].text not in (",", ";", "."):
        start -= 1
    comma = document.tokens[start - 1]
    noun = document.before(comma)
    return (
        comma.text == "," and noun is not None and noun.i in kept and any(t.i in kept and t.has("Number=Plur") for t in plural_before(document, noun))
    )


def plural_before(document: Document, last: Token) -> list[Token]:
    """The nouns that a phrase ending at `last` may be of: itself, and the one that it hangs on."""
    if last.pos == "VERB":
        return [t for t in document.children(last, "nsubj", "nsubj:pass", "obj") if t.i < last.i]  # « 251 people were rescued, 14 of them children »
    chain = [t for t in (last, *document.ancestors(last)) if t.i <= last.i]
    nouns = [t for t in chain if t.pos in ("NOUN", "PROPN")]
    if any(t.has("Number=Plur") for t in nouns):
        return nouns
    verb = next((t for t in chain if t.pos == "VERB"), None)  # « 61 people were hurt in Gao, nineteen of them badly »
    told = [t for t in document.children(verb, "nsubj", "nsubj:pass") if t.i < last.i and t.has("Number=Plur")] if verb is not None else []
    return told if len(told) == 1 and document.child(told[0], "nummod") is not None else nouns


def _is_subjects_own(reading: Reading, token: Token, kept: set[int]) -> bool:
    """Whether « its », « their » can only mean the subject of its clause, a body or thing that stands before it in the passage."""
    document = reading.document
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    while verb is not None and is_anothers(document, verb, token):
        verb = next((t for t in document.ancestors(verb) if t.pos in ("VERB", "AUX")), None)
    while verb is not None and verb.dep == "xcomp" and document.child(verb, *SUBJECTS) is None and document.child(document.head(verb), "obj") is None:
        verb = document.head(verb)  # « the museum was forced to sell its birds »
    subject = document.child(verb, "nsubj", "nsubj:pass") if verb is not None else None
    if token.text.lower() not in ("its", "their") or subject is None or subject.i not in kept or subject.i > token.i:
        return False
    entity = reading.entity(subject)
    counted = subject.pos == "NUM" and token.text.lower() == "their"  # « 15 of the ships had passed their time »
    if counted and token not in document.subtree(subject):
        return True
    if subject.pos not in ("NOUN", "PROPN") or (entity is not None and entity.kind == "person") or token in document.subtree(subject):
        return False
    return subject.has("Number=Plur") == (token.text.lower() == "their") or (entity is not None and entity.kind in ("organisation", "other"))


def is_anothers(document: Document, verb: Token, token: Token) -> bool:
    """Whether « its » cannot mean the subject of its own clause, which is plural, nor its object: « reopened after masons had mended its roof »."""
    subject, thing = document.child(verb, *SUBJECTS), document.child(verb, "obj")
    plural = subject is not None and subject.pos == "NOUN" and subject.has("Number=Plur") and subject.i < token.i
    single = thing is not None and thing.i < token.i and not thing.has("Number=Plur")
    return token.text.lower() == "its" and plural and not single and verb.dep == "advcl"


def _is_of_joined(document: Document, token: Token, kept: set[int]) -> bool:
    """Whether an owner can only be what its noun is joined to: « the Greens and their allies »."""
    noun = document.head(token)
    first = document.head(noun) if noun.dep == "conj" else noun
    plural = first.has("Number=Plur") or first.dep == "conj"
    named = first.pos == "PROPN" or bool(first.name)
    return first is not noun and first.i in kept and named and token.text.lower() == ("their" if plural or first.dep == "conj" else "its")


def _moment_around(reading: Reading, token: Token) -> Phrase | None:
    """The moment that `token` belongs to: « last » of « last week »."""
    document = reading.document
    months = [t for t in document.tokens[max(0, token.i - 2) : token.i] if t.text.lower() in dates.MONTHS]  # « in February last year »
    for head in (token, document.head(token), *months):
        if (phrase := say_moment(reading, head)) and phrase.span.start <= token.span.start < phrase.span.end:
            return phrase
    return None


def _is_told_by_writing(reading: Reading, token: Token) -> bool:
    """Whether a word tells a time by the day of writing, or a day without its year."""
    low, head = token.text.lower(), reading.document.head(token)
    month = low in dates.MONTHS and token.pos != "AUX"  # not « may »
    if low in dates.WEEKDAYS and any(t.text.lower() in ("every", "each") for t in reading.document.children(token, "det")):
        return False  # « every second Thursday »
    if low in DAYS or month:
        return True
    if low in ("weekend", "morning", "afternoon", "evening", "night", "day") and token.dep == "pobj":
        return not _is_day_of(reading.document, token)
    if low in ("last", "next", "this", "that", "previous", "following", "earlier", "later", "same") and head.lemma in word_set("nouns", "durations"):
        return True
    return dates.yearless(token.text) is not None


def _is_day_of(document: Document, day: Token) -> bool:
    """Whether a day is told by what happened on it: « on the day of the crash », « on the day the bridge fell »."""
    below = [t for t in document.children(day) if t.i > day.i]
    verb = document.head(document.head(day))
    own = document.child(verb, "nsubj", "nsubj:pass") if verb.dep in ("advcl", "parataxis") else None
    return (own is not None and own.i > day.i) or any(t.dep == "acl:relcl" or (t.dep == "prep" and t.text.lower() == "of") for t in below)


def say_moment(reading: Reading, token: Token) -> Phrase | None:
    """The date or period that `token` heads, in words that stand alone; None if it is none."""
    document = reading.document
    prep = document.head(token) if token.dep == "pobj" or token.text.lower() == "then" else None
    marker = prep.text.lower() if prep is not None and prep.i < token.i else ""
    try:
        return read_moment(reading, token, marker, alone=True) if token.dep in ("pobj", "pcomp", "npadvmod", "nummod", "advmod") else None
    except Refused:
        return None


def is_unexplained(reading: Reading, i: int) -> bool:
    """Whether the noun `i` is bare and definite, with no place in the title: a reader must guess which."""
    document = reading.document
    noun = document.tokens[i]
    if noun.pos != "NOUN" or i in reading.links or noun.lemma in word_set("nouns", "situational"):
        return False
    below = [t for t in document.children(noun) if t.dep not in ("punct", "case", "cc", "conj")]
    return len(below) == 1 and below[0].text.lower() == "the"
