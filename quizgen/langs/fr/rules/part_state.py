"""How many of a counted whole are so: « Sur les 22 tramways achetés par Gand, neuf sont en panne », « …, 310 étaient insalubres ».

Asked as « Combien des 22 tramways achetés par Gand sont en panne ? ». Where something is done, not only so, the clause rule asks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.ellipsis import counted_phrase, say_whole, whole_before
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "part_state"
BEING = ("sont", "étaient", "furent")  # what will be so, or would be, is told by the clause rule alone
LONGEST = 6  # words of the state
LOOSE = ("VERB", "AUX", "PRON", "NUM", "SCONJ")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The parts of counted wholes of which `sentence` tells that they are so."""
    document = reading.document
    for number in document.words(sentence):
        being = document.after(number)
        if number.pos != "NUM" or being is None or being.text.lower() not in BEING or number.i in document.quotations:
            continue
        if (whole := whole_before(document, number)) is not None:
            yield attempt(NAME, read_part, reading, number, being, whole)


def read_part(reading: Reading, number: Token, being: Token, whole: Token) -> Fact:
    """« N des M X sont Y ». Raises Refused unless Y is told in a few words that stand alone."""
    document = reading.document
    words = state_behind(document, being)
    predicate = document.head(being)
    for _ in ("hors", "usage"):  # « hors d’usage », behind a colon
        predicate = document.head(predicate) if predicate.dep in ("case", "obl:mod") else predicate
    attribution = check_standing(reading, predicate)
    counted = say_whole(reading, whole, number)
    if any(word in counted.split() for word in word_set("grammar", "possessives") | word_set("grammar", "demonstratives")):
        raise Refused("whose they are is told elsewhere")
    subject = counted_phrase(reading, number, counted, whole, "counted")
    state = Phrase(
        role="told_state", text=say_tokens(reading, words), span=Span(start=words[0].span.start, end=words[-1].span.end), head=words[-1].lemma
    )
    clause = Clause(verb=Verb(lemma="être", finite=being.text.lower(), number="p"), subject=subject, complements=(state,))
    return build_fact(reading, number, clause, type="quantity", rule=NAME, predicate=f"être {predicate.lemma}", attribution=attribution)


def is_loose(token: Token) -> bool:
    """Whether a word of the state is of a deed, a second number, or points to another sentence."""
    pointing = token.text.lower() in word_set("grammar", "possessives") | word_set("grammar", "demonstratives")
    return pointing or (token.pos in LOOSE and dates.find_date(token.text) is None)


def state_behind(document: Document, being: Token) -> list[Token]:
    """What they are, up to the end of the clause. Raises Refused for a deed, a comparison or what points to another sentence."""
    behind = document.tokens[being.i + 1 : document.sentence_of(being).last]
    end = next((n for n, t in enumerate(behind) if t.pos == "PUNCT" or t.text.lower() in ("mais", "tandis", "alors")), len(behind))
    words = list(behind[:end])
    if not 0 < len(words) <= LONGEST or any(is_loose(t) for t in words):
        raise Refused("what they are is not told in a few plain words")
    if words[0].pos not in ("ADJ", "NOUN", "ADP", "ADV") and words[0].text.lower() != "des":
        raise Refused("they are told by a name")
    if words[-1].pos not in ("ADJ", "NOUN", "PROPN", "ADV") and dates.find_date(words[-1].text) is None:
        raise Refused("what they are is cut")
    return words
