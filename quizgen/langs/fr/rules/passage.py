"""What a sentence names, counts or dates, asked as a gap in the sentence itself, cut to what can be read alone.

« Les travaux, lancés en 2011, ont coûté 12 millions d’euros. » gives a gap for the sum though no rule reads its verb. The other rules
ask better where they can; the choice of cards takes theirs first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.soundness import is_group_unknown
from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import lower_first
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.fillers import reason_against_filler
from quizgen.langs.fr.passage.names import find_names
from quizgen.langs.fr.passage.passages import end_of_moment, read_passage
from quizgen.langs.fr.passage.relatives import read_relative
from quizgen.langs.fr.passage.trifles import reason_against
from quizgen.langs.fr.phrase.figures import is_clock_unit, read_figure
from quizgen.langs.fr.phrase.moments import is_date, looks_ahead, read_moment
from quizgen.langs.fr.phrase.recency import is_day_of_news
from quizgen.langs.fr.reference.mentions import noun_antecedent, title_words
from quizgen.langs.passages import Passage, word_above
from quizgen.langs.refusal import Refused
from quizgen.model import Argument, Document, Entity, Fact, Mention, Reading, Sentence, Span, Token

NAME = "passage"
ROLES = {"person": "person", "organisation": "organisation", "country": "country", "city": "city", "region": "region", "sea": "sea"}
CONFIDENCE = 0.8
PASSING = 0.75  # worth of a name that the article mentions once
BARE = 0.4  # worth for each definite noun that the reader must guess
CUT_OFF = re.compile(r"[;:] *(?:le )?$")  # what stands before a day that another clause told more of
FROM_DAY = re.compile(r"\bdu \d{1,2}(?:er)?(?: [a-zûé]+)? (?=au \d)")  # « du 8 mai au 21 juin »
PLACES = ("country", "city", "region", "sea")
TELLING_NOUNS = 4
NAMED = ("person", "organisation", "country", "city", "region", "sea")


@dataclass(frozen=True, kw_only=True)
class Target:
    """The tokens first..last (half-open) that a gap may stand for."""

    first: int
    last: int
    role: str
    kind: str
    entity: Entity | None = None
    said: str = ""  # a date in full, where the article leaves out its year or tells it by the day of writing


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
    side = {name.first: name for name in find_names(reading, sentence)}
    for token in document.words(sentence):
        if token.i in document.quotations:
            continue  # word for word completion of a quotation is not worth asking
        entity = reading.entity(token)
        if is_date_word(token):
            yield Target(first=token.i, last=token.i + 1, role="time", kind="time")
        elif said := unsaid_date(reading, token):
            yield Target(first=token.i, last=end_of_moment(document, token), role="time", kind="time", said=said)
        elif is_part(document, token):
            yield Target(first=token.i, last=token.i + 1, role="number", kind="number")
        elif token.pos == "NUM" or token.dep == "nummod":
            yield from find_number(document, token)
        elif token.name and entity is not None and entity.kind in NAMED and is_whole_name(document, token) and is_actor(document, token, entity):
            yield Target(first=token.i, last=token.i + 1, role=ROLES[entity.kind], kind=entity.kind, entity=entity)
        elif (name := side.get(token.i)) is not None and (name.entity is None or is_whole_name(document, token)):
            yield Target(first=name.first, last=name.last, role=ROLES.get(name.kind, "thing"), kind=name.kind, entity=name.entity)


def is_date_word(token: Token) -> bool:
    """Whether a token is a whole date with its year, or a year."""
    found = dates.find_date(token.text)
    return found is not None and found[1] == 0 and found[2] == len(token.text) and token.dep != "nummod"


def unsaid_date(reading: Reading, token: Token) -> str:
    """« 15 décembre 2017 » for « le 15 décembre » or « vendredi », from the day of the article; empty if it is none, or belongs to a name."""
    short = token.text.lower() in dates.WEEKDAYS or (dates.PARTS.fullmatch(token.text) and any(c.isdigit() for c in token.text))
    if not short:
        return ""
    before = reading.document.before(token)
    bound = before is not None and before.text.lower() in ("du", "au", "et", "de", "des", "ou", "depuis", "dès", "d’ici", "un", "chaque", "les")
    if bound or dates.find_date(token.text) or (moment := read_moment(reading, token, "time")) is None:
        return ""
    if is_date_to_come(reading.document, moment.text) and looks_ahead(reading.document, token) is False:
        return ""  # « a fixé le procès au 3 mai »
    return moment.text.removeprefix("le ") if is_date(moment.text) and moment.text.startswith("le ") else ""


def is_date_to_come(document: Document, text: str) -> bool:
    """Whether the date that `text` holds lies after the day of the article."""
    found, written = dates.find_date(text), document.article.date
    return found is not None and bool(written) and found[0] > written[: len(found[0])]


def is_part(document: Document, token: Token) -> bool:
    """« Sur les 22 cars, neuf sont en panne »: the number of the part, between a comma and the verb, whatever the parser made of it."""
    if token.pos != "NUM":
        return False
    before, behind = document.before(token), document.after(token)
    alone = before is not None and before.text == "," and behind is not None and behind.has("VerbForm=Fin")
    if not alone or token.text.lower() in ("un", "une"):
        return False
    first = document.sentence_of(token).first
    opening = next((t for t in reversed(document.tokens[first : token.i]) if t.i == first or document.tokens[t.i - 1].text in (":", ";")), token)
    return opening.text.lower() in ("sur", "parmi")


def find_number(document: Document, token: Token) -> Iterator[Target]:
    """A number that counts something, with « millions » and its like; a range as a whole."""
    if dates.PARTS.fullmatch(token.text) or (not re.match(r"\d", token.text) and not is_spelled_count(document, token)):
        return
    if token.text.isalpha() and token.text.istitle() and document.sentence_of(token).first != token.i:
        return  # « la guerre de Cent Ans »
    if is_elliptic(document, token):
        yield Target(first=token.i, last=token.i + 1, role="number", kind="number")
        return
    figure = read_figure(document, token)
    if figure is None or numbers_name(document, token):
        return
    first, last = figure
    while last < len(document.tokens) and document.tokens[last].lemma in ("million", "milliard", "millier", "mille"):
        last += 1
    following = document.tokens[last] if last < len(document.tokens) else None
    ahead = document.tokens[last + 1] if last + 1 < len(document.tokens) else None
    if following is not None and following.text.lower() in ("au", "et", "à", "ou") and ahead is not None and dates.PARTS.fullmatch(ahead.text):
        return  # « du 5 | au 9 mars »
    timed = last > token.i + 2 and is_clock_unit(document.tokens[token.i + 1])
    scaled = last > token.i + 1 and document.tokens[last - 1].pos == "NOUN"  # « Ils sont 33 millions. »
    if not (timed or scaled) and (following is None or following.pos not in ("NOUN", "SYM", "ADP", "ADJ")):
        return
    yield Target(first=first, last=last, role="number", kind="number")


def numbers_name(document: Document, token: Token) -> bool:
    """« le vol KL 312 », « la fusée Norvik 5 »: a figure behind an acronym or a name, which counts nothing, is part of it."""
    before = document.before(token)
    named = before is not None and (before.name or before.pos == "PROPN" or (before.text.isalpha() and before.text.isupper()))
    return bool(named) and not (token.dep == "nummod" and token.head > token.i)


def is_elliptic(document: Document, token: Token) -> bool:
    """« tiré à 500 exemplaires, vendu à 9 200, »: a figure whose noun has been said with the one before."""
    before, following = document.before(token), document.after(token)
    ends = following is None or following.text in (",", ".", ";")
    led = before is not None and before.text.lower() in ("à", "contre", "de") and len(re.sub(r"\D", "", token.text)) > 2
    earlier = document.tokens[document.sentence_of(token).first : token.i]
    return ends and led and any(t.dep == "nummod" and document.after(t) is document.head(t) and document.head(t).pos == "NOUN" for t in earlier)


def is_central(reading: Reading, entity: Entity) -> bool:
    """Whether the article speaks of a thing in its title or more than once: others are not worth remembering."""
    title = reading.document.article.title.casefold()
    return len(entity.mentions) > 1 or any(word in title for word in (entity.name.casefold(),))


def is_actor(document: Document, token: Token, entity: Entity) -> bool:
    """Whether a name has a part of its own in the main clause: its subject, object or agent, or, for a place, where it happens.

    Names further down are side matters, or can be guessed.
    """
    holder = (
        document.head(token)
        if token.dep in ("appos", "flat:name", "nmod") and document.head(token).i < token.i and entity.kind == "person"
        else token
    )
    parts = ("nsubj", "nsubj:pass", "obj", "obl:agent", "iobj", "obl:arg") if entity.kind not in PLACES else ("obl:arg", "obl:mod", "obl")
    verb = document.head(holder)
    return holder.dep in parts and is_clause_head(document, verb) and not verb.dep.startswith(("acl", "advcl", "ccomp"))


def is_spelled_count(document: Document, token: Token) -> bool:
    """Whether a number in words counts something: « onze élèves », not « les deux pays », « un », or part of « trente et un »."""
    beside = (document.before(token), document.after(token))
    determined = beside[0] is not None and (beside[0].pos == "DET" or beside[0].text.lower() in ("des", "aux", "tous", "toutes"))
    longer = any(t is not None and (t.pos == "NUM" or t.text.lower() in ("et", "ou", "sur", "-")) for t in beside)
    spelled = re.fullmatch(r"[^\W\d]+(?:[- ][^\W\d]+)*", token.text) is not None
    return token.dep == "nummod" and token.text.lower() not in ("un", "une", "1") and spelled and not (determined or longer)


def is_whole_name(document: Document, token: Token) -> bool:
    """Whether no part of a name was left outside of its token: not « Front » of « Front de gauche »."""
    following, before = document.after(token), document.before(token)
    numbered = following is not None and following.text.isdigit() and following.head == token.i  # « France 24 »
    if numbered or document.article.text[token.span.end : token.span.end + 1] == "-":
        return False
    goes_on = following is not None and following.head == token.i and following.pos in ("ADJ", "PROPN", "NOUN")
    complement = any(t.dep in ("nmod", "amod", "flat:name", "flat:foreign", "flat") and t.i > token.i for t in document.children(token))
    return not (goes_on or complement or (before is not None and _is_part_of_name(document, before)))


def _is_part_of_name(document: Document, token: Token) -> bool:
    """Whether `token` belongs to the name after it: « Jean », « Kito de », the article of « L’Oréal »."""
    above = document.before(token)
    first = document.sentence_of(token).first == token.i
    article = token.text in ("L’", "L'", "Le", "La", "Les") and not first
    return token.pos == "PROPN" or article or (token.text == "de" and above is not None and above.pos == "PROPN")


def span_of(document: Document, target: Target) -> Span:
    """The characters of a target."""
    return Span(start=document.tokens[target.first].span.start, end=document.tokens[target.last - 1].span.end)


def whole_passage(reading: Reading, target: Target) -> Passage:
    """What is read around a gap. Raises Refused if it cannot be read alone, or if nobody could, or would want to, fill the gap."""
    document = reading.document
    passage = read_own_passage(reading, target)
    if target.said and names_bare_holder(reading, passage):
        raise Refused("it is not told whose day it is")
    if reason := reason_against(document, passage, target.first, target.last, target.role):
        raise Refused(reason)
    if reason := reason_against_filler(document, passage, target.first, target.last, target.role):
        raise Refused(reason)
    check_figure(document, passage, target)
    if target.role == "time" and is_day_of_news(document, document.tokens[target.first], target.said or passage.answer):
        raise Refused("the day of a piece of news is soon of no interest")
    return with_whole_date(passage, target.said) if target.said else passage


def read_fact(reading: Reading, sentence: Sentence, target: Target) -> Fact:
    """The fact of a gap. Raises Refused if its passage cannot be read alone."""
    document = reading.document
    passage = whole_passage(reading, target)
    answer = answer_of(document, passage, target)
    around = passage.kept - set(range(target.first, target.last))
    others = list(dict.fromkeys(e for i in sorted(around) for e in reading.links.get(i, ()) if e is not target.entity))
    if target.entity and names_again(reading, passage, target):
        raise Refused("the passage names it again")
    if target.role == "thing" and is_told_aside(document, document.tokens[target.last - 1], passage.kept):
        raise Refused("a thing of a side clause is not what the sentence tells")
    if any(is_group_unknown(reading, document.tokens[i]) for i in passage.kept):
        raise Refused("it is not told which ones are meant")
    whole = f"{passage.before}{passage.answer}{passage.after}"
    said = [m.group() for m in dates.FULL.finditer(whole)]
    if len(set(said)) < len(said):
        raise Refused("the same date is said twice")
    if not others and not tells_enough(document, passage, target):
        raise Refused("nothing else in the passage is named")
    mention = Mention(span=span_of(document, target), text=answer, entity=target.entity)
    asked = Argument(role=target.role, kind=target.kind, mention=mention, value=_iso(answer) if target.kind == "time" else "")
    named = tuple(_argument(document, passage, reading, e) for e in others)
    worth = 1.0 if target.entity is None or is_central(reading, target.entity) else PASSING
    return Fact(
        id="",
        type={"number": "quantity", "time": "event"}.get(target.kind, "action"),
        predicate=word_above(document, document.tokens[target.last - 1]),
        arguments=(asked, *named),
        evidence=sentence.span,
        rule=NAME,
        polarity="negative" if any(document.tokens[i].text.lower() in ("ne", "n’", "n'") for i in passage.kept) else "positive",
        confidence=round(CONFIDENCE * worth * BARE**passage.bare, 3),
        told=(passage.before, answer, passage.after),
    )


def is_told_aside(document: Document, token: Token, kept: frozenset[int]) -> bool:
    """« …, cité par le quotidien X, accuse … », « …, comme le fait Y »: a word of a clause that tells more of a noun, or of the deed.

    Two readers refused 13 of 15 gaps there, 22 of 45 elsewhere. What such a clause says that somebody said is no aside: « un rapport dans
    lequel X dévoile que … ».
    """
    above = list(takewhile(lambda t: t.dep != "ccomp", (t for t in (token, *document.ancestors(token)) if t.i in kept and t.head in kept)))
    bare = [t for t in above if t.has("VerbForm=Part") and not document.children(t, "aux", "aux:pass", "aux:tense")]
    side = any(t.dep in ("acl", "acl:relcl") or (t.dep == "advcl" and t in bare) for t in above)
    return side or any(t.dep == "advcl" and any(m.text.lower() == "comme" for m in document.children(t, "mark")) for t in above)


def answer_of(document: Document, passage: Passage, target: Target) -> str:
    """What fills the gap: a person by his name; what opened the sentence in small letters, unless it is a name or « Mme »."""
    if target.kind == "person" and target.entity:
        return target.entity.name
    opening = document.tokens[target.first]
    capital = opening.name or opening.text in word_set("names", "addresses")
    return lower_first(passage.answer) if target.kind in ("number", "thing", "people") and not capital else passage.answer


def tells_enough(document: Document, passage: Passage, target: Target) -> bool:
    """Whether a passage that names nothing else shows what it is about: by the title, a figure, words that are quoted, or the date of its verb."""
    if target.role in PLACES:
        return False  # one guesses where a nameless thing was, or cannot know it
    if target.kind == "number" or names_topic(document, passage) or is_telling(document, passage, target):
        return True
    if target.kind == "time":
        return is_clause_head(document, document.head(document.tokens[target.first]))
    whole = f"{passage.before}{passage.answer}{passage.after}"
    return re.search(r"\d|«", dates.YEAR.sub("", dates.FULL.sub("", FROM_DAY.sub("", whole)))) is not None


def names_again(reading: Reading, passage: Passage, target: Target) -> bool:
    """Whether the rest of a passage names what is asked, too; « qu’elle » and « sa », which stand for it, give nothing away."""
    entity, document = target.entity, reading.document
    named = (i for i in passage.kept - {target.first} if any(e is entity for e in reading.links.get(i, ())))
    again = any(document.tokens[i].pos not in ("PRON", "DET") for i in named)
    return again or passage.answer in f"{passage.before}{passage.after}"


def check_figure(document: Document, passage: Passage, target: Target) -> None:
    """Raises Refused for a day or a figure that is told in passing, by itself, or behind « une promesse : »."""
    first = min(passage.kept)
    behind = first > 1 and document.tokens[first - 1].text == ":"
    if behind and document.tokens[first - 2].lemma in word_set("speech", "supposed") | word_set("speech", "promising"):
        raise Refused("what is promised or supposed is no fact")
    if target.kind == "time" and (CUT_OFF.search(passage.before) or is_figure_of_day(document, passage, target.said)):
        raise Refused("a day by itself, or a figure of the day of writing")
    if any(is_headless(document, document.tokens[i], passage) for i in passage.kept):
        raise Refused("the subject of its verb was cut")
    if is_in_brackets(passage, target) or (target.kind == "time" and names_model(passage)):
        raise Refused("a year or a figure beside a name, told in passing")


def read_own_passage(reading: Reading, target: Target) -> Passage:
    """The passage of the sentence, or of the relative clause alone where the sentence cannot be read so. Raises Refused if neither can."""
    try:
        return read_passage(reading, target.first, target.last)
    except Refused as whole:
        try:
            return read_relative(reading, target.first, target.last)
        except Refused:
            raise whole from None


def with_whole_date(passage: Passage, said: str) -> Passage:
    """`passage` with its date told in full, and « le » before a weekday."""
    before = passage.before
    lead = "" if re.search(r"(?i)\b(le|ce) $", before) else "le "
    if before and not before.endswith((" ", "’")):
        lead = f" {lead}"
    return replace(passage, before=re.sub(r"(?i)\bce $", "le ", before) + lead, answer=said)


def is_headless(document: Document, token: Token, passage: Passage) -> bool:
    """Whether a verb of the passage has lost its subject: « Fierté du port, elle accueille … » without « elle »."""
    subject = document.child(token, "nsubj", "nsubj:pass") if token.pos in ("VERB", "AUX") else None
    return subject is not None and subject.i not in passage.kept


def is_in_brackets(passage: Passage, target: Target) -> bool:
    """Whether brackets hold nothing but a year (« le traité (1720) »), or a measure told before in another unit (« 40 km (25 milles) »)."""
    alone = passage.before.endswith("(") and passage.after.startswith(")")
    half = re.search(r"\(\d{4}\s?[-–]$", passage.before) is not None or re.match(r"\s?[-–]\d{4}\)", passage.after) is not None
    again = re.search(r"\d\s?[^\W\d]+[²³]? \($", passage.before) is not None
    return ((alone or half) and target.kind == "time") or (again and target.kind == "number")


def names_model(passage: Passage) -> bool:
    """Whether a number that looks like a year belongs to a name: « Sea Lion Type 1840 »."""
    return passage.answer.isdigit() and re.search(r"(?:\b[A-ZÀ-Ý][\wà-ÿ-]+ ){2}$", passage.before) is not None


def is_figure_of_day(document: Document, passage: Passage, said: str) -> bool:
    """« les actions étaient en repli de 7 % vendredi »: on the day of writing, and of no other worth."""
    return "%" in f"{passage.before}{passage.after}" and bool(said) and _iso(said) == document.article.date


def names_bare_holder(reading: Reading, passage: Passage) -> bool:
    """Whether the subject is one holder of a function without a name or more: « le ministre »."""
    document = reading.document
    subjects = [document.tokens[i] for i in passage.kept if document.tokens[i].dep.startswith("nsubj")]
    nouns = (noun_antecedent(reading, t) or t for t in subjects)
    return any(is_function(t.lemma) and all(c.pos in ("DET", "PUNCT") for c in document.children(t)) for t in nouns)


def names_topic(document: Document, passage: Passage) -> bool:
    """Whether a noun of the title stands in the passage: it is known what the sentence is about."""
    title = title_words(document)
    return any(document.tokens[i].pos == "NOUN" and plain(document.tokens[i].lemma) in title for i in passage.kept)


def is_telling(document: Document, passage: Passage, target: Target) -> bool:
    """Whether enough things are told around a gap for one answer, though none of them is named."""
    nouns = {document.tokens[i].lemma for i in passage.kept if document.tokens[i].pos in ("NOUN", "PROPN") and not target.first <= i < target.last}
    return len(nouns) >= TELLING_NOUNS


def _iso(text: str) -> str:
    found = dates.find_date(text)
    return found[0] if found else ""


def _argument(document: Document, passage: Passage, reading: Reading, entity: Entity) -> Argument:
    """Something else that the passage names."""
    i = next(i for i in sorted(passage.kept) if entity in reading.links.get(i, ()))
    token = document.tokens[i]
    return Argument(role="told", kind=entity.kind, mention=Mention(span=token.span, text=token.text, entity=entity))
