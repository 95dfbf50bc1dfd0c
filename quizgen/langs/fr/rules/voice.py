"""What somebody says, asked as a gap in his own words: « Karl Lund a déclaré : « Nous avons perdu _____. » ».

The rules of statements ask who says it, or what he says of a thing; here one thing in what he says is asked, wherever it stands and
whatever the parse makes of the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking.saying import say_verb
from quizgen.langs.fr.clause.tellers import THAT, is_telling, limit_behind, read_speaker, speaker_token, teller_of
from quizgen.langs.fr.clause.verbs import agree_with_subject, is_clause_head, read_verb
from quizgen.langs.fr.passage.fillers import reason_against_filler
from quizgen.langs.fr.passage.things import Thing, find_qualities, find_things
from quizgen.langs.fr.passage.trifles import reason_against
from quizgen.langs.fr.passage.voices import Voice, read_words
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.fr.rules.passage import Target, check_figure, find_number, is_date_word, names_topic, read_own_passage, span_of
from quizgen.langs.fr.rules.passage import is_telling as is_telling_much
from quizgen.langs.passages import Passage, word_above
from quizgen.langs.refusal import Refused
from quizgen.model import Argument, Document, Fact, Mention, Reading, Sentence, Span, Token

NAME = "voice"
CONFIDENCE = 0.7
MOST = 2  # gaps in what one says


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The gaps in what `sentence` makes somebody say."""
    document = reading.document
    things = [*find_things(reading, sentence, spoken=True), *find_qualities(document, sentence), *find_figures(document, sentence)]
    for first, last, token, content in find_words(document, sentence):
        inside = [t for t in things if first <= t.first and t.last <= last]
        if not inside:
            continue
        try:
            voice = read_report(reading, token, content) if content is not None else read_quoted(reading, first, last)
        except Refused as refused:
            yield Refusal(span=document.tokens[first].span, rule=NAME, reason=f"« {document.tokens[first].text} »: {refused}")
            continue
        told = 0
        for thing in sorted(inside, key=lambda t: rank(document, t)):
            if told < MOST:
                fact = attempt_gap(reading, sentence, voice, thing)
                told += isinstance(fact, Fact)
                yield fact


def find_words(document: Document, sentence: Sentence) -> Iterator[tuple[int, int, Token, Token | None]]:
    """What is said in `sentence`, as first and, half-open, last tokens, with its verb and its clause; None for the clause of a quotation."""
    for token in document.words(sentence):
        for content in contents_of(document, token):
            run = document.subtree(content)
            yield run[0].i, run[-1].i + 1, token, content
        number = document.quotations.get(token.i)
        if number is not None and (token.i == document.quoted[number][0] or token.i == sentence.first):
            yield from ((first, last, token, None) for first, last in sentences_of(document, number) if first == token.i)


def find_figures(document: Document, sentence: Sentence) -> Iterator[Thing]:
    """The figures that stand in quotations: « à plus de 30 minutes d’une école »."""
    for token in document.words(sentence):
        if token.i in document.quotations and (token.pos == "NUM" or token.dep == "nummod") and not is_date_word(token):
            yield from (Thing(first=t.first, last=t.last, kind="number") for t in find_number(document, token))


def rank(document: Document, thing: Thing) -> tuple[bool, bool, int]:
    """Objects, figures and what things are said to be first, then what stands last."""
    noun = next((t for t in document.tokens[thing.first : thing.last] if t.pos == "NOUN" and not thing.first <= t.head < thing.last), None)
    central = noun is not None and (noun.dep in ("obj", "obl:arg", "obl:agent") or document.child(noun, "cop") is not None)
    central = central or thing.kind == "number"
    return not central, noun is not None and noun.dep.startswith("nsubj"), -thing.last


def attempt_gap(reading: Reading, sentence: Sentence, voice: Voice, thing: Thing) -> Fact | Refusal:
    """The gap for `thing`, or why there is none."""
    target = Target(first=thing.first, last=thing.last, role="number" if thing.kind == "number" else "thing", kind=thing.kind)
    span = span_of(reading.document, target)
    try:
        return read_gap(reading, sentence, voice, target)
    except Refused as refused:
        return Refusal(span=span, rule=NAME, reason=f"« {reading.document.text(span)} »: {refused}")


def read_gap(reading: Reading, sentence: Sentence, voice: Voice, target: Target) -> Fact:
    """The fact of a gap in the words of `voice`. Raises Refused if they cannot be read alone, or the sentence can."""
    document = reading.document
    if not voice.quoted and is_told_whole(reading, target):
        raise Refused("the sentence itself tells it")
    passage = read_words(reading, voice, target.first, target.last)
    bare = replace(passage, before=passage.before.replace("« ", ""), after=passage.after.replace(" »", ""))  # the lead tells who says it
    if reason := reason_against(document, bare, target.first, target.last, target.role):
        raise Refused(reason)
    if target.role == "number":
        check_number(reading, bare, target)
    if passage.answer in f"{passage.before}{passage.after}":
        raise Refused("the passage names it again")
    others = dict.fromkeys(e for i in sorted(voice.above | passage.kept) for e in reading.links.get(i, ()))
    named = tuple(Argument(role="told", kind=e.kind, mention=Mention(span=voice.speaker.span, text=e.name, entity=e)) for e in others)
    asked = Argument(role=target.role, kind=target.kind, mention=Mention(span=span_of(document, target), text=passage.answer))
    heard = [document.tokens[i].span for i in (*voice.run, *voice.above)]
    return Fact(
        id="",
        type="statement",
        predicate=word_above(document, document.tokens[target.last - 1]),
        arguments=(asked, *named),
        evidence=Span(start=min(sentence.span.start, *(s.start for s in heard)), end=max(sentence.span.end, *(s.end for s in heard))),
        rule=NAME,
        modality="said",
        polarity="negative" if any(document.tokens[i].text.lower() in ("ne", "n’", "n'") for i in passage.kept) else "positive",
        confidence=CONFIDENCE,
        told=(passage.before, passage.answer, passage.after),
    )


def check_number(reading: Reading, passage: Passage, target: Target) -> None:
    """Raises Refused for a figure that tells nothing alone: told in passing, or of something that nothing tells."""
    document = reading.document
    if reason := reason_against_filler(document, passage, target.first, target.last, target.role):
        raise Refused(reason)
    check_figure(document, passage, target)
    named = any(document.tokens[i].pos == "PROPN" or i in reading.links for i in passage.kept)
    if not (named or names_topic(document, passage) or is_telling_much(document, passage, target)):
        raise Refused("it is not told of what the figure is")


def is_told_whole(reading: Reading, target: Target) -> bool:
    """Whether the sentence with its teller can be read with the same gap."""
    try:
        read_own_passage(reading, target)
    except Refused:
        return False
    return True


def contents_of(document: Document, verb: Token) -> list[Token]:
    """The clauses after « que » that a verb of telling governs."""
    if verb.i in document.quotations or not is_telling(verb) or verb.has("VerbForm=Inf"):
        return []
    found = [t for t in document.children(verb, "ccomp") if t.i > verb.i]
    found += [t for first in found for t in document.children(first, "conj")]
    return [t for t in found if is_clause_head(document, t) and any(m.text.lower() in THAT for m in document.children(t, "mark"))]


def read_report(reading: Reading, verb: Token, content: Token) -> Voice:
    """« S affirme que … ». Raises Refused unless S is known and says it."""
    document = reading.document
    check_standing(reading, verb)
    who = speaker_token(document, verb)
    speaker = read_speaker(reading, who)
    if who is None or (verb.has("VerbForm=Part") and not document.children(verb, "aux")):
        raise Refused("it is said beside something else")
    group = agree_with_subject(document, verb, read_verb(document, verb), speaker)
    if group.negation or group.passive:
        raise Refused("what is not said is no fact")
    mark = next(t for t in document.children(content, "mark") if t.text.lower() in THAT)
    run = frozenset(t.i for t in document.subtree(content) if t.i > mark.i)
    above = frozenset({verb.i, *(t.i for t in document.subtree(who) if t.i < mark.i)})
    said = say_verb(group)
    return Voice(lead=f"{speaker.text} {said} que ", run=run, above=above, quoted=False, speaker=speaker)


def read_quoted(reading: Reading, first: int, last: int) -> Voice:
    """« S a déclaré : « … » » for the sentence first..last (half-open) of a quotation. Raises Refused unless S is sure."""
    document = reading.document
    verb, who = teller_of(document, document.quotations[first])
    speaker = read_speaker(reading, who)
    said = "ont déclaré" if speaker.number == "p" else "a déclaré"
    above = frozenset({t.i for t in document.subtree(who)} | ({verb.i} if verb is not None else set()))
    run = frozenset(range(first, last))
    if not document.tokens[first].text[:1].isupper():
        raise Refused("it is no whole sentence")
    if limit := limit_behind(document, last - 1):
        run = frozenset(range(first, limit.stop))
    return Voice(lead=f"{speaker.text} {said} : « ", run=run, above=above, quoted=True, speaker=speaker)


def sentences_of(document: Document, number: int) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation as first and, half-open, last tokens without their full stops."""
    quoted = document.quoted[number]
    first = quoted[0]
    for i in quoted:
        if document.tokens[i].text in (".", "!", "?", ";") or i == quoted[-1]:
            yield first, i if document.tokens[i].text in (".", ";") else i + 1
            first = i + 1
