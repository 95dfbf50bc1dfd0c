"""What makes a thing what it is: « deep snow made it hard to reach Harl », « the council made the hall available to pilgrims »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import check_agreement, read_subject
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.results import find_result
from quizgen.langs.en.clause.verbs import find_subject, is_clause_head, is_passive, read_verb
from quizgen.langs.en.forms.dates import WEEKDAYS
from quizgen.langs.en.phrase.moments import read_moment
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.en.rules.clause import check_standing, sureness
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "making"
CONFIDENCE = 0.9
LONGEST = 10  # words of what it is made, or of the thing
TRYING = ("try", "attempt", "want", "hope", "struggle", "seek", "plan")
OF_TIME = ("on", "in", "by", "since", "during", "until")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What `sentence` tells as made so by something."""
    document = reading.document
    for verb in document.words(sentence):
        result = find_result(document, verb) if is_clause_head(document, verb) else None
        if result is not None:
            yield attempt(NAME, read_making, reading, verb, result)


def read_making(reading: Reading, verb: Token, result: Token) -> Fact:
    """« S made O R ». Raises Refused unless S and O are known and R is told whole."""
    document = reading.document
    attribution = check_standing(reading, verb)
    group = read_verb(document, verb)
    if group.negation or is_passive(document, verb):
        raise Refused("it is not told as made so")
    subject = read_subject(reading, verb)
    check_agreement(group, subject)
    thing = [t for t in document.tokens[verb.i + 1 : result.i] if not (t.pos == "ADV" and t.i == result.i - 1)]
    state, time = read_state(reading, result)
    if [t.text.lower() for t in thing] == ["it"]:
        state = state if " to " in f"{state.text} " else with_trial(reading, verb, state)
        made = Phrase(role="told_object", text="it", span=thing[0].span, kind="thing", head="it")
    else:
        made = read_thing(reading, verb, thing)
    clause = Clause(verb=group, subject=subject, complements=(made, state, *time))
    return build_fact(
        reading, verb, clause, type="action", rule=NAME, attribution=attribution, confidence=sureness(document, verb, clause) * CONFIDENCE
    )


def read_thing(reading: Reading, verb: Token, thing: list[Token]) -> Phrase:
    """What is made so, in the article's words. Raises Refused for a pronoun, or for one that is not the object of the verb."""
    noun = reading.document.child(verb, "obj") or find_subject(reading.document, find_result(reading.document, verb) or verb)
    text = say_tokens(reading, thing)
    if noun is None or noun not in thing or len(text.split()) > LONGEST or any(t.pos == "PRON" for t in thing):
        raise Refused("what is made so is not known")
    span = Span(start=thing[0].span.start, end=thing[-1].span.end)
    number = "p" if noun.has("Number=Plur") else "s"
    linked = reading.links.get(noun.i, ())
    return Phrase(role="object", text=text, span=span, kind="thing", head=noun.lemma, number=number, entities=linked, named=bool(linked))


def read_state(reading: Reading, result: Token) -> tuple[Phrase, tuple[Phrase, ...]]:
    """« available early » and its like up to the end of what is told, and a date behind it. Raises Refused if it points elsewhere."""
    document = reading.document
    words: list[Token] = [result]
    time: tuple[Phrase, ...] = ()
    start = result.i - 1 if document.tokens[result.i - 1].pos == "ADV" else result.i
    for token in document.tokens[result.i + 1 : document.sentence_of(result).last]:
        inner = document.child(token, "pobj") if token.pos == "ADP" and token.text.lower() in OF_TIME else None
        moment = read_moment(reading, inner, token.text.lower()) if inner is not None else None
        if token.pos in ("PUNCT", "CCONJ") or moment is not None or (inner is not None and inner.text.lower() in WEEKDAYS):
            time = (replace(moment, role="time"),) if moment is not None and moment.kind == "time" else ()
            break
        words.append(token)
    words = [*document.tokens[start : result.i], *words]
    if any(t.pos == "PRON" or t.text.lower() in ("that", "because", "than", *WEEKDAYS) for t in words) or len(words) > LONGEST:
        raise Refused("what it is made is not told in few words")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="told_state", text=say_tokens(reading, words), span=span, kind="quality", head=result.lemma), time


def with_trial(reading: Reading, verb: Token, state: Phrase) -> Phrase:
    """« hard for bakers to find flour » of « bakers try to find flour, but X makes it hard ». Raises Refused where nothing is tried before."""
    document = reading.document
    trial = document.head(verb)
    deed = document.child(trial, "xcomp") if verb.dep == "conj" and trial.lemma in TRYING else None
    noun = find_subject(document, trial) if deed is not None else None
    turned = any(t.text.lower() == "but" for t in document.children(trial, "cc"))
    if deed is None or noun is None or not turned or document.children(deed, "neg"):
        raise Refused("what is made so is told elsewhere")
    doer = read_subject(reading, trial)
    words = [t for t in document.subtree(deed) if t.i >= deed.i and t.pos != "PUNCT"]
    if words[-1].i - words[0].i >= len(words) or any(t.pos == "PRON" for t in words) or len(words) > LONGEST:
        raise Refused("what was tried is not told in few words")
    return replace(state, text=f"{state.text} for {doer.text} to {say_tokens(reading, words)}")
