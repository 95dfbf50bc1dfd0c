"""What a sentence tells of in a noun phrase, asked as a gap in the sentence itself where no question asks it.

« The inquiry ruled out a fault with the brakes. » gives « The inquiry ruled out _____ (what?). », if the rest of it is known by a name or by
the topic of the article. What is light, or could be guessed, or stands elsewhere in the passage, is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quizgen.langs import Refusal, Wording
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.details import is_turn_of_phrase
from quizgen.langs.en.passage.side import is_at_a_time, is_in_aside, is_in_list, is_possible, stands_for_place
from quizgen.langs.en.passage.things import Thing, find_things, people
from quizgen.langs.en.passage.trifles import is_bare_subject, is_guessed, is_plain_object, is_unnamed_member
from quizgen.langs.en.rules.passage import NAMED, Target, read_fact, span_of
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Fact, Reading, Sentence, Span

NAME = "thing"
MARGINS = ("vote", "seat", "margin", "majority")  # by which something is decided
LEAST = 6  # words beside the gap, of which a reader knows what is asked
SHORT = 2  # words of what its owner gives away
MOST = 2  # such gaps of a sentence
CLAUSES = ("content", "said", "plan")  # roles that hold whole clauses, whose nouns may be asked as well


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """A fact for each noun phrase of `sentence` that is worth a gap and whose passage stands alone, the best first."""
    for thing in find_things(reading, sentence):
        entity = reading.entity(thing.head)
        if entity is not None and entity.kind in NAMED:
            continue  # names of people, places and bodies have a rule of their own
        target = Target(first=thing.first, last=thing.last, kind=kind_of(thing), part=thing.part)
        span = span_of(reading.document, target)
        try:
            fact = read_fact(reading, sentence, target)
            check_rest(reading.document, fact, thing)
            check_place(reading, thing, sentence)
            check_names(reading, thing, sentence)
            yield replace(fact, rule=NAME)
        except Refused as refused:
            yield Refusal(span=span, rule=NAME, reason=f"« {reading.document.text(span)} »: {refused}")


def check_place(reading: Reading, thing: Thing, sentence: Sentence) -> None:
    """Raises Refused for a thing that stands where it is a side matter, or where others would do as well."""
    document, every = reading.document, range(sentence.first, sentence.last)
    words = [document.tokens[i] for i in range(thing.first, thing.last)]
    if thing.part == "subject" and is_bare_subject(words, thing.head):
        raise Refused("the event brings it with it, or it is one of many")
    if thing.part == "object" and is_plain_object(document, words, thing.head):
        raise Refused("the verb makes one expect it")
    if len(words) == 1 and thing.part != "attribute" and thing.first not in document.quotations:
        raise Refused("one bare word is guessed, or is there by a turn of phrase")
    if len(words) <= SHORT and thing.part != "subject" and any(t.i < thing.first for t in document.children(thing.head, "poss")):
        raise Refused("whose thing it is gives it away")
    if thing.head.lemma == "trading":
        raise Refused("where or when a share was traded is a side matter")  # « fell 4% in London trading »
    if is_turn_of_phrase(document, thing.head):
        raise Refused("it is a turn of phrase for which others would do")
    if is_guessed(document, thing.head):
        raise Refused("anybody guesses it")
    if is_unnamed_member(thing.head, words):
        raise Refused("nobody knows who it is")
    if is_in_list(document, thing.head):
        raise Refused("it stands inside a list")
    if is_in_aside(reading, thing.head, every) or is_at_a_time(document, thing.head):
        raise Refused("it is told in passing")
    if is_possible(document, thing.head):
        raise Refused("what may happen takes others as well")
    if stands_for_place(reading, thing.head, every):
        raise Refused("it stands for a place that the passage names")


def check_names(reading: Reading, thing: Thing, sentence: Sentence) -> None:
    """Raises Refused where the rest of the sentence takes up a name that only the gap tells: « _____ fell, … since the company went public »."""
    document, inside = reading.document, range(thing.first, thing.last)
    named = {e for i in inside for e in reading.links.get(i, ())}
    rest = [t for t in document.words(sentence) if t.i not in inside and named & set(reading.links.get(t.i, ()))]
    if rest and not any(t.name for t in rest):
        raise Refused("the passage takes up a name that only the gap tells")
    verb = document.head(thing.head)
    found = document.head(verb)
    told = verb.dep == "ccomp" and found.lemma in word_set("verbs", "finding") and found.i < thing.first
    if thing.part == "subject" and told and any(t.pos == "NUM" and t.i > verb.i for t in document.subtree(verb)):
        raise Refused("the figure that was found is asked")  # « showed that _____ had begun to grow 9,600 years ago »


def kind_of(thing: Thing) -> str:
    """What the hint in the gap asks for: somebody, a place, or a thing."""
    if thing.part == "place":
        return "spot"
    if thing.part == "complement" and thing.head.lemma in MARGINS:
        return "margin"
    if thing.head.name:
        return "person" if thing.head.name == "PERSON" else "organisation"
    if thing.head.lemma in people() and thing.part != "attribute":
        return "people"  # what somebody becomes is a thing
    return "thing"


def check_rest(document: Document, fact: Fact, thing: Thing) -> None:
    """Raises Refused if the words beside the gap are too few to tell what is asked, or tell the answer."""
    before, _, after = fact.told or ("", "", "")
    rest = f"{before} {after}".split()
    if after.lstrip().startswith(":"):
        raise Refused("other words announce as well what follows")  # « Drivers face _____: the bridge will close »
    if len(rest) < LEAST:
        raise Refused("too little is told beside it")
    behind = next((t for t in document.subtree(thing.head) if t.i >= thing.last and t.pos != "PUNCT"), None)
    if behind is not None and after.lstrip(" ,").startswith(behind.text):
        raise Refused("what is told beside it tells of it")  # « sank in _____ more than two miles deep », « by _____, the fund of X »
    said = {word.strip(".,;:’'\"“”()").casefold() for word in rest}
    told = [document.tokens[i] for i in range(thing.first, thing.last)]
    if any(t.text.casefold() in said or t.lemma.casefold() in said for t in told if t.pos in ("NOUN", "PROPN", "ADJ")):
        raise Refused("the passage says a word of it again")


def few_each(facts: Sequence[Fact], ask: Callable[[Fact, str], Wording | str]) -> list[Fact]:
    """`facts` with at most so many gaps for noun phrases a sentence, the best, and none inside of what a question asks."""
    kept: list[Fact] = []
    seen: Counter[Span] = Counter()
    asking: dict[Span, list[Fact]] = {}
    for fact in facts:
        if fact.told is None:
            asking.setdefault(fact.evidence, []).append(fact)
    for fact in facts:
        if fact.rule == NAME and any(is_inside(fact, other, ask) for other in asking.get(fact.evidence, ())):
            continue
        seen[fact.evidence] += fact.rule == NAME
        if fact.rule != NAME or seen[fact.evidence] <= MOST:
            kept.append(fact)
    return kept


def is_inside(gap: Fact, other: Fact, ask: Callable[[Fact, str], Wording | str]) -> bool:
    """Whether `other` asks for words that hold those of a gap."""
    mine = gap.arguments[0].mention.span
    spans = ((a, a.mention.span) for a in other.arguments if a.role not in CLAUSES)
    return any(s.start <= mine.start and mine.end <= s.end and not isinstance(ask(other, a.role), str) for a, s in spans)


def without_things(facts: Sequence[Fact]) -> list[Fact]:
    """`facts` without those gaps, which ask again what other facts tell: they do not count for what an article is about."""
    return [fact for fact in facts if fact.rule != NAME]
