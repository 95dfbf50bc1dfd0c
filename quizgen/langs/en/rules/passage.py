"""What a sentence names, counts or dates, asked as a gap in the sentence itself, cut to what can be read alone.

« The works, begun in 2011, set the parish back £12 million. » gives a gap for the sum though no rule reads its verb. The other rules
ask better where they can; the choice of cards takes theirs first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from quizgen.langs import Refusal
from quizgen.langs.en.clause.clauses import has_cut_owner, is_of_a_firm
from quizgen.langs.en.clause.verbs import is_clause_head, is_passive
from quizgen.langs.en.clause.victims import is_of_people
from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.forms.morphology import lower_first
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.details import detail_of_date, detail_of_number, detail_of_place
from quizgen.langs.en.passage.figures import find_part, find_range, is_level
from quizgen.langs.en.passage.inner import inner_head, inner_unit
from quizgen.langs.en.passage.outside import DAYS, THIRD, say_moment
from quizgen.langs.en.passage.passages import (
    HYPHENED,
    announced_unit,
    announcing_unit,
    contrasted_unit,
    joined_unit,
    likened_unit,
    read_passage,
    rest_unit,
)
from quizgen.langs.en.passage.side import counts_aside, dates_aside, dates_what_tells, is_running_count, is_where_somebody_was
from quizgen.langs.en.passage.trifles import (
    is_conversion,
    is_courteous,
    is_in_relative,
    is_only_there,
    is_where_so_many_are,
    trifling_date,
    trifling_number,
)
from quizgen.langs.en.passage.unsaid import reason_unsaid
from quizgen.langs.en.phrase.constituents import coordinated
from quizgen.langs.en.phrase.counts import HOURS
from quizgen.langs.en.phrase.fuller import fuller_mention
from quizgen.langs.en.reference.mentions import is_only_source, title_words
from quizgen.langs.en.rules.clause import check_standing
from quizgen.langs.passages import Passage, word_above
from quizgen.langs.refusal import Refused
from quizgen.model import Argument, Document, Entity, Fact, Mention, Reading, Sentence, Span, Token

NAME = "passage"
NAMED = ("person", "organisation", "country", "city", "region", "sea")
PLACES = ("country", "city", "region", "sea")
CONFIDENCE = 0.8
PASSING = 0.75  # worth of a name that the article mentions once
FIGURES = 2  # beside the one asked: by so many a passage without a name is known
BARE = 0.8  # worth for each definite noun that the reader must guess
NOT_COUNTED = tuple("no. no number article chapter page section room platform and between to or than first second third".split())
PERIOD = re.compile(r"(?:from|between) (?:[A-Z][a-z]+ )?\d{4} (?:to|and|until) (?:[A-Z][a-z]+ )?\d{4}")
SCORE = re.compile(r"\d{1,3}[–-]\d{1,3}")
LONG = 10  # words beside a noun phrase that are enough to know it by
COMPARED = re.compile(r"\ban? (?:more|less) [a-z]+ [a-z]+")  # « a more sensitive dish »
SPAN = 7  # words before a number in which it may be the end of a range
MODEL = 200  # more than anybody scores
SHORT = ("m", "bn", "k", "tn")
SIGNS = ("£", "$", "€", "US$", "A$")
WHERE = ("in", "at", "on", "to", "from", "near", "into", "through", "across", "off", "outside", "over")
COURTS = ("court", "jury", "judge", "tribunal", "inquest")
PARTS = ("nsubj", "nsubj:pass", "obj", "dative")


@dataclass(frozen=True, kw_only=True)
class Target:
    """The tokens first..last (half-open) that a gap may stand for."""

    first: int
    last: int
    kind: str
    entity: Entity | None = None
    sum: bool = False  # told with the sign of its currency
    share: bool = False  # counts a part of what the passage tells
    part: str = ""  # of a noun phrase: what it is to its verb

    @property
    def role(self) -> str:
        """What the gap is called in its fact: a sum is a measure, as where a clause has it for its object."""
        return "measure" if self.sum else self.part or self.kind


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """A fact for each number, date and name of `sentence` whose passage stands alone."""
    for target in find_targets(reading, sentence):
        span = span_of(reading.document, target)
        try:
            yield read_fact(reading, sentence, target)
        except Refused as refused:
            yield Refusal(span=span, rule=NAME, reason=f"« {reading.document.text(span)} »: {refused}")


def find_targets(reading: Reading, sentence: Sentence) -> Iterator[Target]:
    """The numbers, dates and names of `sentence` that are worth a gap, in text order."""
    document = reading.document
    for token in document.words(sentence):
        if token.i in document.quotations:
            continue  # word for word completion of a quotation is not worth asking
        entity = reading.entity(token)
        if counts_none(document, token) or is_level(document, token):
            yield Target(first=token.i, last=token.i + 1, kind="number")
        elif (part := find_part(document, token)) is not None:
            yield Target(first=part[0], last=part[1], kind="number", share=True)
        elif (ends := find_range(document, token)) is not None:
            yield Target(first=ends[0], last=ends[1], kind="number", sum=ends[2])
        elif (time := _time(reading, token)) is not None:
            yield time
        elif SCORE.fullmatch(token.text) and is_score(document, token):
            yield Target(first=token.i, last=token.i + 1, kind="number")
        elif (token.pos == "NUM" or token.dep == "nummod") and not dates.YEAR.fullmatch(token.text) and not is_label(document, token):
            yield from _number(document, token)
        elif HYPHENED.fullmatch(token.text) and is_measure(document, token):
            yield Target(first=token.i, last=token.i + 1, kind="number")
        elif token.name and entity is not None and entity.kind in NAMED and is_whole_name(document, token) and is_actor(document, token, entity):
            yield Target(first=token.i, last=token.i + 1, kind=entity.kind, entity=entity)


def counts_none(document: Document, token: Token) -> bool:
    """« None of the 200 boxes had been opened »: how many is worth asking."""
    whole = next((document.child(t, "pobj") for t in document.children(token, "prep") if t.text.lower() == "of"), None)
    return token.text.lower() == "none" and token.dep in ("nsubj", "nsubj:pass") and whole is not None and whole.pos == "NOUN"


def is_measure(document: Document, token: Token) -> bool:
    """Whether a word tells how long, large or strong the noun behind it is: « an eight-year journey »; not how old somebody is."""
    unit = token.text.rpartition("-")[2].lower()
    known = word_set("nouns", "durations") | word_set("nouns", "hyphened")
    return unit in known and token.dep in ("amod", "compound", "nmod", "nummod") and document.head(token).i > token.i


def _time(reading: Reading, token: Token) -> Target | None:
    """A date that `token` heads, with its year or with one that the article's day gives it."""
    moment = say_moment(reading, token)
    if token.text.lower() in ("then", "ago"):
        return None  # the sentence before tells it
    document = reading.document
    if moment is not None and PERIOD.fullmatch(moment.text):
        period = document.tokens_in(moment.span)
        if not any(t.pos == "NUM" and t.i < token.i for t in period):  # at its first year
            return Target(first=period[0].i, last=period[-1].i + 1, kind="time")
    if moment is None or dates.find_date(moment.text) is None or not dates.is_date(moment.text):
        return None
    if document.child(token, "conj") is not None or token.dep == "conj":
        return None  # one of two
    verb = document.head(document.head(token))
    perfect = any(t.text.lower() in ("has", "have") for t in document.children(verb, "aux")) and moment.marker in ("in", "on")
    if perfect and re.search(r"\d{4}", document.text(moment.span)):
        return None  # it dates something else
    words = [t for t in document.tokens[max(0, token.i - 3) : token.i + 4] if moment.span.start <= t.span.start < moment.span.end]
    return Target(first=words[0].i, last=words[-1].i + 1, kind="time")


def _number(document: Document, token: Token) -> Iterator[Target]:
    """A number that counts something, a sum with its sign, a score."""
    before = document.before(token)
    first = token.i - 1 if before is not None and before.text in SIGNS else token.i
    last = token.i + 1
    while last < len(document.tokens) and document.tokens[last].lemma in ("million", "billion", "thousand", "hundred"):
        last += 1
    if last < len(document.tokens) and document.tokens[last].text in SHORT and document.tokens[last].span.start == document.tokens[last - 1].span.end:
        last += 1  # « £1.4m »
    following = document.tokens[last] if last < len(document.tokens) else None
    lead = lead_of(document, first)
    if following is not None and is_bound(document, token, following):
        return
    if first < token.i and lead not in NOT_COUNTED:
        yield Target(first=first, last=last, kind="number", sum=True)
        return
    if lead == "by" and [t.text for t in document.tokens[last : last + 1]] == ["to"] and document.tokens[last + 1].text.isdigit():
        yield Target(first=first, last=last + 2, kind="number")  # « by 14 to 9 »
        return
    spelled = not token.text[:1].isdigit()
    named = document.tokens[first - 1] if first else token
    if named.text[:1].isupper() and named.pos in ("NOUN", "PROPN") and first - 1 != document.sentence_of(token).first:
        return  # « a Category 5 storm »
    if following is not None and following.lemma in word_set("nouns", "fractions"):
        return  # « two thirds »
    group = following is not None and following.pos == "PROPN" and following.text.endswith("s")  # « four Conservatives »
    if group and spelled and is_spelled_count(document, token):
        yield Target(first=first, last=last, kind="number")
        return
    if lead == "of" and document.tokens[first - 2].lemma in word_set("nouns", "totals"):
        yield Target(first=first, last=last, kind="number")
        return
    if following is None or following.text.lower() in HOURS or lead in NOT_COUNTED:
        return
    if following.pos not in ("NOUN", "SYM", "ADP", "ADJ") and not (following.text.lower() == "or" and is_upwards(document, following)):
        return
    versus = following.text.lower() == "to" and document.tokens[last + 1].text[:1].isdigit()  # « voted 187 to 122 »
    if versus or ":" in token.text or (spelled and not is_spelled_count(document, token)):
        return
    yield Target(first=first, last=last, kind="number")


def lead_of(document: Document, first: int) -> str:
    """The word before a number; empty where it leads to the number alone: « limited to 20 », « more than 90 », « 38 cars and 21 vans »."""
    sentence = document.sentence_of(document.tokens[first])
    words = [t.text.lower() for t in document.tokens[max(sentence.first, first - SPAN) : first]]
    lead = words[-1] if words else ""
    if lead in ("to", "and"):
        ranged = any(w in ("between", "from") for w in words) or any(re.search(r"\d", w) for w in words[-3:-1] if lead == "to")
        beside = len(words) > 1 and document.tokens[first - 2].pos in ("NUM", "SYM")
        return lead if ranged or beside else ""
    return "" if lead == "than" and words[-2:-1] in (["more"], ["less"], ["fewer"]) else lead


def is_upwards(document: Document, joint: Token) -> bool:
    """Whether « or » opens « or more », « or fewer » behind a number."""
    following = document.after(joint)
    return following is not None and following.text.lower() in ("more", "less", "fewer", "over", "under")


def is_bound(document: Document, number: Token, following: Token) -> bool:
    """Whether a number is the first end of a range, « 17 years ago », told by the day of writing, or a part of « an 80 million-euro move »."""
    behind = document.after(following)
    ranged = following.text.lower() == "to" and behind is not None and re.match(r"[£$€\d]", behind.text) is not None
    past = behind is not None and behind.text.lower() == "ago" and len(number.text) < 3
    return ranged or past or re.match(r"(?:million|billion|thousand|hundred)-", following.text) is not None


def is_label(document: Document, token: Token) -> bool:
    """Whether a number is part of a name before a noun: « an Alder 5 van »."""
    before = document.before(token)
    named = before is not None and before.pos == "PROPN" and before.dep in ("compound", "nmod")
    return before is not None and named and token.head in (before.i, before.head)


def is_score(document: Document, token: Token) -> bool:
    """Whether « 4–2 » is how something ended, not two ages, pages or days, nor a part of the name of a model (« ATR 72-600 »)."""
    if max(int(n) for n in re.split(r"[–-]", token.text)) >= MODEL:
        return False
    before, following = document.before(token), document.after(token)
    beside = [t.text for t in document.tokens[max(0, token.i - 2) : token.i + 3] if t is not token]
    if any(SCORE.fullmatch(text) for text in beside):
        return False  # one of the sets of a match
    counts = following is not None and following.pos in ("NOUN", "PROPN")
    return not counts and (before is None or before.text.lower() not in NOT_COUNTED)


def is_spelled_count(document: Document, token: Token) -> bool:
    """Whether a number in words counts something: « eleven pupils », not « the two countries », « one », or part of « one in five »."""
    beside = (document.before(token), document.after(token))
    determined = beside[0] is not None and (
        (beside[0].pos == "DET" and beside[0].text.lower() != "all") or beside[0].dep == "poss" or beside[0].text in ("'s", "’s")
    )
    words = [(t.text.lower(), place) for place, t in enumerate(beside) if t is not None]
    longer = any(t is not None and t.pos == "NUM" for t in beside) or any(w in ("or", "-") or (w in ("in", "and") and p) for w, p in words)
    parted = beside[1] is not None and beside[1].text.lower() == "of"  # « nineteen of them »
    following = document.after(beside[1]) if beside[1] is not None else None
    compared = (
        beside[1] is not None
        and beside[1].text.lower() == "times"
        and following is not None
        and (following.text.lower() in ("as", "the", "more", "less") or following.has("Degree=Cmp"))
    )
    listed = token.text.lower() == "two" and document.child(document.head(token), "appos", "conj") is not None  # « two rivers, the A and the B »
    return (
        (token.dep in ("nummod", "amod") or parted or compared)
        and token.text.lower() not in ("one", "a", "an")
        and not listed
        and token.text.replace("-", "").isalpha()
        and not (determined or longer)
    )


def is_actor(document: Document, token: Token, entity: Entity) -> bool:
    """Whether a name has a part of its own in a main clause: its subject, object or agent, or, for a place, where it happens.

    Names further down are side matters, or can be guessed.
    """
    above = document.head(token)
    holder = above if token.dep == "appos" and above.i < token.i and entity.kind == "person" else token
    verb = document.head(holder)
    if holder.dep == "pobj":
        if verb.text.lower() == "by" and entity.kind not in PLACES and (finding := finding_above(document, verb)) is not None:
            return is_clause_head(document, finding) and finding.dep in ("ROOT", "conj", "parataxis")
        fitting = verb.dep == "agent" or (entity.kind in PLACES and verb.dep == "prep" and verb.text.lower() in WHERE)
        verb = document.head(verb)
        fitting = fitting or (entity.kind == "organisation" and pays(document, holder, verb))
    else:
        fitting = (holder.dep in PARTS and entity.kind not in PLACES) or is_told_who(document, holder, entity)
    if holder.dep in ("nsubj", "conj") and verb.lemma in word_set("verbs", "taking_part") and document.child(verb, "prep") is not None:
        return False  # « will play in the European Trophy »: one of many who do
    return fitting and is_clause_head(document, verb) and (verb.dep in ("ROOT", "conj", "parataxis") or is_told_of(document, holder, verb))


def is_told_of(document: Document, token: Token, verb: Token) -> bool:
    """Whether a name is the subject of what a sentence says by another's word, told behind it: « Polls suggest that X is ahead »."""
    above = document.head(verb)
    return token.dep in ("nsubj", "nsubj:pass") and verb.dep == "ccomp" and above.dep == "ROOT" and above.i < token.i


def is_told_who(document: Document, token: Token, entity: Entity) -> bool:
    """Whether somebody is said to be the one that the subject tells of: « The first to cross it was X »."""
    return entity.kind == "person" and token.dep == "attr" and document.head(token).lemma == "be" and not document.children(token, "det")


def pays(document: Document, token: Token, verb: Token) -> bool:
    """Whether a body is one from which money comes: « The rest will come from the Ministry »."""
    source = document.child(verb, "nsubj")
    return document.head(token).text.lower() == "from" and verb.lemma == "come" and source is not None and source.lemma in word_set("nouns", "monies")


def finding_above(document: Document, by: Token) -> Token | None:
    """The verb of what a work by somebody shows: « A study by Lund found that … », « Dating by Kohl showed … »; None if it shows nothing."""
    work = document.head(by)
    work = document.head(work) if work.dep == "acl" and work.has("Aspect=Prog") else work
    verb = document.head(work)
    return verb if work.dep == "nsubj" and work.i < by.i < verb.i and verb.lemma in word_set("verbs", "finding") else None


def is_whole_name(document: Document, token: Token) -> bool:
    """Whether no part of a name was left outside of its token."""
    beside = (document.before(token), document.after(token))
    parts = any(t is not None and t.pos == "PROPN" and not t.name for t in beside)
    return not parts and not any(t.dep in ("compound", "amod", "nmod", "flat") for t in document.children(token))


def span_of(document: Document, target: Target) -> Span:
    """The characters of a target."""
    return Span(start=document.tokens[target.first].span.start, end=document.tokens[target.last - 1].span.end)


def read_fact(reading: Reading, sentence: Sentence, target: Target) -> Fact:
    """The fact of a gap: somebody who needs it with what announces him, a number that needs it with what it is set against.

    Raises Refused if its passage cannot be read alone.
    """
    other = {"person": announced_unit, "number": contrasted_unit, "organisation": rest_unit}.get(target.kind)
    try:
        return _read_passage_fact(reading, sentence, target, read_passage(reading, target.first, target.last))
    except Refused as refused:
        for unit in filter(None, (other, inner_unit if stands_alone(reading, target) else None, announcing_unit, joined_unit, likened_unit)):
            with suppress(Refused):
                return _read_passage_fact(reading, sentence, target, read_passage(reading, target.first, target.last, wider=unit))
        raise refused from None


def stands_alone(reading: Reading, target: Target) -> bool:
    """Whether a clause under another holds the target, and tells what is so: no condition, and no claim."""
    document = reading.document
    try:
        head = inner_head(document, target.first)
        heads = [head]
        if head.dep == "acl:relcl":  # it may have to be told with the clause above
            with suppress(Refused):
                heads.append(inner_head(document, document.head(head).i))
        return not any(check_standing(reading, told) for told in heads)
    except Refused:
        return False


def _read_passage_fact(reading: Reading, sentence: Sentence, target: Target, passage: Passage) -> Fact:
    """The fact of a gap in `passage`. Raises Refused if the passage gives it away, or tells too little."""
    document = reading.document
    rest = sorted(passage.kept - set(range(target.first, target.last)))
    others = list(dict.fromkeys(e for i in rest for e in reading.links.get(i, ()) if e is not target.entity))
    check_fact(reading, passage, target, others)
    check_side(reading, passage, target)
    answer = target.entity.name if target.kind == "person" and target.entity else passage.answer
    answer = lower_first(answer) if target.kind == "number" and answer[1:2].islower() else answer  # not « US$20 »
    mention = Mention(span=span_of(document, target), text=answer, entity=target.entity)
    asked = Argument(role=target.role, kind=target.kind, mention=mention, value=_iso(answer) if target.kind == "time" else "")
    worth = 1.0 if target.entity is None or is_central(reading, target.entity) else PASSING
    return Fact(
        id="",
        type={"number": "quantity", "time": "event"}.get(target.kind, "action"),
        predicate=word_above(document, document.tokens[target.last - 1]),
        arguments=(asked, *(_argument(document, passage, reading, e) for e in others)),
        evidence=sentence.span,
        rule=NAME,
        confidence=round(CONFIDENCE * worth * BARE**passage.bare, 3),
        told=(passage.before, answer, passage.after),
    )


def check_fact(reading: Reading, passage: Passage, target: Target, others: list[Entity]) -> None:
    """Raises Refused for a gap that its passage gives away, or that nothing else in the passage is known by."""
    document = reading.document
    if target.entity and any(target.entity in reading.links.get(i, ()) and not takes_up(document, i, target) for i in passage.kept - {target.first}):
        raise Refused("the passage names it again")
    if stands_half_apart(document, target, passage):
        raise Refused("one of its two commas is cut")
    if target.entity is not None and (before := document.before(document.tokens[target.first])) is not None and before.text == "(":
        raise Refused("an aside in brackets")
    if target.entity is not None and is_listed(document, document.tokens[target.first]):
        raise Refused("one of a list")
    if any(is_group_unknown(reading, document.tokens[i]) for i in passage.kept):
        raise Refused("it is not told which ones are meant")
    said = [m.group() for m in re.finditer(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b", f"{passage.before}{passage.answer}{passage.after}")]
    if len(set(said)) < len(said):
        raise Refused("the same date is said twice")
    if target.entity is not None and is_only_source(reading, target.entity):
        raise Refused("who reports it matters less than what is reported")
    check_words(reading, passage, target)
    if target.kind == "number" and is_side_figure(document, target):
        raise Refused("a figure that nobody needs to know")
    if target.kind == "number" and is_frequency(document, passage, target):
        raise Refused("it is not told in what time")
    if target.sum and is_given_to_none(document, passage, target):
        raise Refused("to whom, or what for, is not told")
    if any(is_hanging(reading, document.tokens[i]) and not points_back(document, document.tokens[i], passage) for i in passage.kept):
        raise Refused("it is not told what is meant")
    if target.kind == "time" and is_year_of_news(document, passage.answer) and any(document.tokens[i].pos == "NUM" for i in passage.kept):
        raise Refused("the year is that of the article, or the one before")
    figures = [i for i in passage.kept if document.tokens[i].pos == "NUM" and document.tokens[i].text[:1].isdigit()]
    tied = (
        bool(others)
        or len(figures) > FIGURES
        or names_topic(document, passage)
        or any(points_back(document, document.tokens[i], passage) for i in passage.kept)
    )
    tied = tied or (passage.bare < 2 and passage.words > LONG)
    if not tied and (target.kind != "number" or passage.bare > 1 or is_new(document, passage)):
        raise Refused("nothing else in the passage is named")
    if target.kind == "time" and is_time_of_telling(document, document.tokens[target.first]):
        raise Refused("it dates who says it")


def check_side(reading: Reading, passage: Passage, target: Target) -> None:
    """Raises Refused for a date, figure, place or speaker of a side matter."""
    document, token = reading.document, reading.document.tokens[target.first]
    if target.kind == "time" and dates_what_tells(document, token):
        raise Refused("it dates who says it")
    if target.kind == "time" and dates_aside(document, token):
        raise Refused("a date told in passing")
    if target.kind == "number" and (counts_aside(reading, token, passage.kept) or is_bystanders(reading, token)):
        raise Refused("a figure told in passing")
    if target.kind in PLACES and (is_where_somebody_was(document, token) or is_running_count(document, token)):
        raise Refused("a place told in passing")
    if target.kind == "person" and target.entity is not None and not is_central(reading, target.entity) and tells_only(document, token):
        raise Refused("who says it matters less than what is said")
    check_trifles(document, passage, target)


def check_trifles(document: Document, passage: Passage, target: Target) -> None:
    """Raises Refused for what is true and yet nothing to learn."""
    token = document.tokens[target.first]
    ask = detail_of_number if target.kind == "number" else detail_of_date if target.kind == "time" else detail_of_place
    if (target.kind in ("number", "time", *PLACES)) and (reason := ask(document, token)) is not None:
        raise Refused(reason)
    if target.kind == "organisation" and tells_only(document, token) and is_behind_its_news(document, passage, token):
        raise Refused("who says it matters less than what is said")
    if target.kind == "number" and not (target.sum or is_fraction(document, target)) and (reason := trifling_number(document, token, passage.kept)):
        raise Refused(reason)
    if target.sum and is_conversion(document, document.head(token) if token.pos == "SYM" else token):
        raise Refused("it tells the sum before it in another currency")
    if target.kind == "time" and (reason := trifling_date(document, token, passage.kept)):
        raise Refused(reason)
    if is_in_relative(document, token):
        raise Refused("it is told in passing of a thing of the sentence")
    if target.kind in PLACES and is_where_so_many_are(document, token):
        raise Refused("how many is asked, not where")
    if target.kind == "person" and is_only_there(document, token):
        raise Refused("many others were there")
    if is_courteous(document, token):
        raise Refused("a courtesy is nothing to learn")
    if (unsaid := reason_unsaid(document, passage, token)) is not None:
        raise Refused(unsaid)


def is_fraction(document: Document, target: Target) -> bool:
    """Whether a target is a part told without digits: « half of them »."""
    return target.share and document.tokens[target.first].pos != "NUM"


def is_behind_its_news(document: Document, passage: Passage, token: Token) -> bool:
    """Whether a body that says something stands behind what it says: « The toll rose to 40, the ministry said »."""
    verb = document.head(document.head(token) if token.dep == "appos" else token)
    return token.i - min(passage.kept) > 2 and all(i <= verb.i or document.tokens[i].pos == "PUNCT" for i in passage.kept)


def is_bystanders(reading: Reading, token: Token) -> bool:
    """Whether a number tells how long somebody has done something whom the article names once: « X has run the shop for 26 years »."""
    document = reading.document
    lead = document.head(document.head(token))
    subject = document.child(document.head(lead), "nsubj")
    person = reading.entity(subject) if subject is not None else None
    lasting = lead.text.lower() == "for" and document.head(token).lemma in word_set("nouns", "durations")
    return lasting and person is not None and person.kind == "person" and not is_central(reading, person)


def tells_only(document: Document, token: Token) -> bool:
    """Whether somebody is told of as the one who says something."""
    holder = document.head(token) if token.dep == "appos" else token
    return holder.dep == "nsubj" and document.head(holder).lemma in word_set("verbs", "plain_saying")


def stands_half_apart(document: Document, target: Target, passage: Passage) -> bool:
    """Whether a target stands between two commas of which one was cut: « overturned in Gao, in _____ lost … »."""
    before, behind = target.first - 1, target.last
    apart = before >= 0 and behind < len(document.tokens) and document.tokens[before].text == document.tokens[behind].text == ","
    return apart and before in passage.kept and behind not in passage.kept and behind < max(passage.kept)


def takes_up(document: Document, place: int, target: Target) -> bool:
    """Whether a word is only « he » or « its » behind the gap, which it takes up without giving it away."""
    token = document.tokens[place]
    if token in document.subtree(document.tokens[target.first]):
        return False  # « X, one of her assistants »: it is another's
    return place > target.first and token.text.lower() in THIRD and token.pos in ("PRON", "DET")


def check_words(reading: Reading, passage: Passage, target: Target) -> None:
    """Raises Refused for a word of a passage that lacks what it needs, or denies what is told."""
    document = reading.document
    alone = (document.tokens[i] for i in passage.kept if is_number_alone(document, document.tokens[i]))
    if any(not (counted_before(document, t.i, passage) or (target.share and find_part(document, t))) for t in alone):
        raise Refused("it is not told of what so many are")
    if any(document.tokens[i].dep == "nsubj" and is_of_a_firm(document, document.tokens[i]) for i in passage.kept):
        raise Refused("it is not told whose it is")
    if any(has_lost_subject(document, document.tokens[i], passage) for i in passage.kept):
        raise Refused("a verb has lost its subject")
    if COMPARED.search(said := f"{passage.before}{passage.answer}{passage.after}") and " than " not in said:
        raise Refused("it is not told than what")
    if re.search(r"\b(?:and|or|but)[\s.,]*$", passage.after) or re.search(r"\bby, among others[\s.,]*$", passage.after):
        raise Refused("something is cut at its end, or before an aside")
    if any(document.tokens[i].text.lower() in ("whom", "which") for i in sorted(passage.kept)[:2]):
        raise Refused("of whom it is told is cut")
    if (opening := document.tokens[min(passage.kept)]).pos in ("AUX", "VERB") and opening.has("VerbForm=Fin"):
        raise Refused("a verb has lost its subject")
    if any(has_cut_owner(document, document.tokens[i]) for i in passage.kept):
        raise Refused("a relative clause read as a part of the subject")
    if any(denies(document, document.tokens[i], target) or is_none(document, document.tokens[i]) for i in passage.kept):
        raise Refused("a negated fact is not asked as if it were so")
    if any(document.tokens[i].text.lower() == "nor" for i in passage.kept):
        raise Refused("a negated fact is not asked as if it were so")  # « Neither A nor B answered »
    if any(is_bare_report(document, document.tokens[i], passage) for i in passage.kept):
        raise Refused("it is not told what is said")
    if any(document.tokens[i].text.lower() == "any" and document.tokens[i].dep == "obj" for i in passage.kept):
        raise Refused("any of what is not told")
    if any(is_bare_dissent(document, document.tokens[i]) for i in passage.kept):
        raise Refused("it is not told with what")
    if any(is_one_of_named(reading, document.tokens[i]) for i in (*passage.kept, *range(target.first, target.last))):
        raise Refused("it is not told which of those named is meant")
    if any(is_bare_return(document, document.tokens[i]) for i in passage.kept):
        raise Refused("it is not told where to")


def denies(document: Document, token: Token, target: Target) -> bool:
    """Whether « not » denies the verb that the target stands under, or one that stands under the same verb without a mark between."""
    if token.dep != "neg":
        return False
    verb = document.head(token)
    while verb.pos not in ("VERB", "AUX") and verb.head != verb.i:
        verb = document.head(verb)
    if is_so_all_the_same(document, verb, target):
        return False
    return verb.dep != "pcomp" and document.tokens[target.first] in document.subtree(verb)  # « criticised for not understanding the risk »


def is_so_all_the_same(document: Document, verb: Token, target: Target) -> bool:
    """Whether a target holds under a denied verb: its counted subject (« 40 boats could not sail »), a day before which nothing is done."""
    token = document.tokens[target.last - 1]
    subjects = document.children(verb, "nsubj", "nsubj:pass")
    counted = target.kind == "number" and any(token.i <= s.i and token in document.subtree(s) for s in subjects)
    lead = document.before(document.tokens[target.first])
    return counted or (target.kind == "time" and lead is not None and lead.text.lower() in ("before", "until"))


def has_lost_subject(document: Document, token: Token, passage: Passage) -> bool:
    """Whether a verb is told and its own subject is cut: « told reporters, showed that the tank had leaked »."""
    own = document.child(token, "nsubj", "nsubj:pass") if token.pos in ("VERB", "AUX") else None
    taken_up = own is not None and own.text.lower() in ("that", "which", "who")  # « one of nine halls that are to shut »
    return own is not None and not taken_up and own.i not in passage.kept and own.i < token.i


def is_listed(document: Document, token: Token) -> bool:
    """Whether a name is one of three or more: « in Gao, Oslo and Lund »."""
    first = token
    while first.dep == "conj":
        first = document.head(first)
    return len(coordinated(document, first)) > 2


def is_bare_return(document: Document, verb: Token) -> bool:
    """Whether somebody « returned », and it is not said where to or where from."""
    ways = ("to", "from", "home", "into", "there", "back")
    return (
        verb.pos == "VERB"
        and verb.lemma == "return"
        and not any(t.text.lower() in ways for t in document.children(verb))
        and document.child(verb, "obj", "nsubj:pass") is None
    )


def is_bare_dissent(document: Document, verb: Token) -> bool:
    """Whether somebody « disagreed » or « refused », and it is not said with whom or what: the sentence before tells it."""
    if verb.pos != "VERB" or verb.lemma not in word_set("verbs", "answering") or is_passive(document, verb):
        return False
    return not document.children(verb, "prep", "ccomp", "xcomp", "obj", "advcl")


def is_bare_report(document: Document, verb: Token, passage: Passage) -> bool:
    """Whether the passage has somebody say something, and not what: « X was quoted as saying »."""
    return verb.dep == "pcomp" and verb.lemma == "say" and not any(t.i in passage.kept for t in document.children(verb, "ccomp", "obj"))


def is_given_to_none(document: Document, passage: Passage, target: Target) -> bool:
    """Whether a sum is promised or given, and the passage does not tell to whom or what for."""
    token = document.tokens[target.last - 1]
    verb = next((t for t in (token, *document.ancestors(token)) if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma not in word_set("verbs", "granting") or is_passive(document, verb):
        return False
    told = (t for i in passage.kept if (t := document.tokens[i]).i > verb.i)
    return not any(t.text.lower() in ("to", "for", "towards", "toward") or t.dep == "dative" for t in told)


def is_number_alone(document: Document, token: Token) -> bool:
    """Whether a number is a subject without what it counts: « More than 900 have been sold »."""
    parted = any(t.text.lower() == "of" for t in document.children(token, "prep"))
    return token.pos == "NUM" and token.dep in ("nsubj", "nsubj:pass") and not (parted or is_of_people(document, document.head(token), token))


def is_none(document: Document, token: Token) -> bool:
    """« No woman has ever won »: the subject is denied."""
    return token.dep == "det" and token.text.lower() in ("no", "neither") and document.head(token).dep in ("nsubj", "nsubj:pass")


def counted_before(document: Document, place: int, passage: Passage) -> bool:
    """Whether the noun of a number is told with another number right before: « 151 people were missing and 1,083 had been injured »."""
    subjects = (document.tokens[i] for i in passage.kept if i < place and document.tokens[i].dep in ("nsubj", "nsubj:pass"))
    return any(t.pos == "NOUN" and t.has("Number=Plur") and document.child(t, "nummod") is not None for t in subjects)


def is_side_figure(document: Document, target: Target) -> bool:
    """Whether a number is that of a crowd, of the votes for and against, of the years of a span, or how far off something was."""
    before = document.tokens[target.first - 1].text.lower() if target.first else ""
    noun = document.head(document.tokens[target.last - 1])
    if target.sum and is_converted(document, target):
        return True
    crowd = before == "of" and document.tokens[target.first - 2].lemma in word_set("nouns", "crowds")
    counted = document.head(document.tokens[target.first]).lemma == "vote"
    votes = before == "by" and (counted or target.last - target.first > 2)
    cited = any(
        t.lemma in ("cite", "quote") and t.dep == "advcl" for t in document.ancestors(document.tokens[target.first])
    )  # « citing two bankers »
    best = before == "than" and any(t.has("Degree=Sup") for t in document.words(document.sentence_of(noun)))  # « the worst in more than 90 years »
    before = document.tokens[target.first - 3].text.lower() if before == "than" else before
    return (
        crowd
        or votes
        or cited
        or (before in ("in", "from") and not best and noun.lemma in word_set("nouns", "durations") | word_set("nouns", "units"))
    )


def is_converted(document: Document, target: Target) -> bool:
    """Whether a sum in brackets tells the one before in other money: « 200,000 pesos ($3,850) »."""
    lead = [t for t in document.tokens[max(0, target.first - 3) : target.first] if t.text.lower() not in ("about", "around", "some", "nearly")]
    return bool(lead) and lead[-1].text == "(" and any(t.pos == "NUM" for t in document.tokens[max(0, target.first - 6) : target.first])


def is_frequency(document: Document, passage: Passage, target: Target) -> bool:
    """Whether a number tells how often something had been done, with no day or year to count from: « had won it four times in five years »."""
    times = document.head(document.tokens[target.first])
    following = document.after(times)
    if following is not None and (following.has("Degree=Cmp") or following.text.lower() in ("as", "more", "less", "the")):
        return False  # « 25 times weaker than »
    dated = re.search(r"\d{4}", passage.before + passage.after) is not None
    lasting = any(document.tokens[i].text.lower() in ("has", "have") for i in passage.kept)
    return times.text.lower() == "times" and not (dated or lasting)


def is_hanging(reading: Reading, token: Token) -> bool:
    """Whether a word is a bare « the work », « the news », which mean nothing alone, and no earlier words can be told for it."""
    document = reading.document
    told = [t for t in document.children(token) if t.pos != "PUNCT" and not (t.dep == "acl:relcl" or t.has("VerbForm=Part"))]
    bare = {t.text.lower() for t in told} == {"the"}  # « the mission, which would cost … », « the allowed amount »
    source = document.head(token).text.lower() == "to" and document.head(document.head(token)).text.lower() == "according"
    known = source or plain(token.lemma) in title_words(document) or fuller_mention(reading, token)
    return bare and token.pos == "NOUN" and token.lemma in word_set("nouns", "hanging") and not known


def points_back(document: Document, token: Token, passage: Passage) -> bool:
    """Whether « the rest » stands behind the sum that it is the rest of."""
    return token.text.lower() == "rest" and any(document.tokens[i].pos == "NUM" for i in passage.kept if i < token.i)


def is_year_of_news(document: Document, answer: str) -> bool:
    """Whether an answer is the year of the article or the one before, which its date gives away."""
    day = document.article.date
    return bool(day) and answer.isdigit() and 0 <= int(day[:4]) - int(answer) < 2


def is_new(document: Document, passage: Passage) -> bool:
    """Whether the subject is something that nothing ties to the article: « A letter would have needed ten days »."""
    subject = next((document.tokens[i] for i in sorted(passage.kept) if document.tokens[i].dep in ("nsubj", "nsubj:pass")), None)
    goes_on = any(document.tokens[i].text.lower() == "then" for i in passage.kept)  # « Since then a limit has been in force »
    return subject is not None and not goes_on and any(t.text.lower() in ("a", "an") for t in document.children(subject, "det"))


def is_time_of_telling(document: Document, token: Token) -> bool:
    """Whether a day of the news is that of a report: « the council said on Friday », « according to a paper published on Friday »; or that
    at which something was made known, « announced in April that … ».
    """
    above = list(document.ancestors(token))
    verb = next((t for t in above if t.pos in ("VERB", "AUX")), None)
    told = any(t.text.lower() == "according" for t in above) or (verb is not None and verb.lemma in word_set("verbs", "report"))
    news = verb is not None and is_news(document, verb)
    if verb is not None and news and is_ruling(document, verb):
        return False
    known = verb is not None and not news and verb.lemma in word_set("verbs", "announcing") and not is_passive(document, verb)
    return known or (
        told
        and not (news and verb is not None and verb.lemma in word_set("verbs", "announcing"))
        and token.text.lower().split(" ")[0].rstrip(",") in DAYS
    )


def is_ruling(document: Document, verb: Token) -> bool:
    """Whether a verb tells what a court or an assembly decided, which is the event itself: « The court ruled on Tuesday that … »."""
    body = document.child(verb, "nsubj")
    court = body is not None and (body.lemma.lower() in COURTS or body.text.rpartition(" ")[2] == "Court" or " Court of " in body.text)
    return verb.lemma == "rule" or (court and verb.lemma in ("find", "decide", "hold", "conclude"))


def is_news(document: Document, verb: Token) -> bool:
    """Whether a verb opens the article, whose news is what is announced or agreed; not one that only names the source behind it."""
    said = document.child(verb, "ccomp")
    return verb.dep == "ROOT" and document.sentence_number(verb) == 0 and (said is None or said.i > verb.i)


def is_central(reading: Reading, entity: Entity) -> bool:
    """Whether the article speaks of a thing in its title or more than once: others are not worth remembering."""
    return len(entity.mentions) > 1 or entity.name.casefold() in reading.document.article.title.casefold()


def is_group_unknown(reading: Reading, token: Token) -> bool:
    """« the two ministers », where the article does not make sure who they are."""
    document = reading.document
    counted = any(t.pos == "NUM" and not t.text[:1].isdigit() for t in document.children(token, "nummod"))
    pointed = any(t.text.lower() in ("the", "these", "those") for t in document.children(token, "det"))
    part = token.dep == "pobj" and document.head(document.head(token)).pos == "NUM"  # « two of the five arches »
    known = part or token.i in reading.links or document.children(token, "prep", "amod", "acl")
    return token.pos == "NOUN" and counted and pointed and not known


def is_one_of_named(reading: Reading, token: Token) -> bool:
    """Whether a word is a bare « the dam » in an article with two dams that have names, and is not sure to mean one of them."""
    if token.pos != "NOUN" or token.i in reading.links or token.has("Number=Plur") or not stands_bare(reading.document, token):
        return False
    return sum(e.name.rpartition(" ")[2].lower() == token.lemma and " " in e.name for e in reading.entities) > 1


def stands_bare(document: Document, noun: Token) -> bool:
    """Whether « the » alone stands with a noun."""
    return [t.text.lower() for t in document.children(noun) if t.pos != "PUNCT" and t.dep not in ("case", "cc", "conj")] == ["the"]


def names_topic(document: Document, passage: Passage) -> bool:
    """Whether a noun of the title stands in the passage: it is known what the sentence is about."""
    title = title_words(document)
    return any(document.tokens[i].pos == "NOUN" and plain(document.tokens[i].lemma) in title for i in passage.kept)


def _iso(text: str) -> str:
    found = dates.find_date(text)
    return found[0] if found else ""


def _argument(document: Document, passage: Passage, reading: Reading, entity: Entity) -> Argument:
    """Something else that the passage names."""
    i = next(i for i in sorted(passage.kept) if entity in reading.links.get(i, ()))
    token = document.tokens[i]
    return Argument(role="told", kind=entity.kind, mention=Mention(span=token.span, text=token.text, entity=entity))
