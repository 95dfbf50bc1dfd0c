"""A worded card and its article -> whether it asks what the article tells only by the way: off its topic, and never again.

Tried on 710 cards of 28 articles, of which readers had taken 46 %: of the 34 that still stood and that went with these kinds they had
taken three. The article must be long enough for its topic to come back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.langs.en.forms.dates import MONTHS
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.reference.untold import same_as_told
from quizgen.langs.topic import LONG, OFTEN, SHORTEST, WORD, Topic, hung_from, make_topic
from quizgen.model import GAP, Argument, Document, Fact, Token

STEM = 3  # letters that stand before an ending
ENDINGS = ("ing", "ed", "es", "s")
ASIDES = frozenset({"acl:relcl", "acl", "advcl", "appos"})  # a clause about a thing, or about when and how
NAME = re.compile(r"[A-Z]")
EXACT = ("number", "time", "duration", "measure")
RICH = 3  # parts of a fact
DAY = re.compile(r"\b\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2}\b(?!\d)")
YEAR = re.compile(r"(?:in )?\d{4}")
TALLY = re.compile(r"\d+(?: to |[–-])\d+")
VOTED = re.compile(r"\bvot(?:e|ed|es|ing)\b")
NAMING = ("naming", "acronym")
MONTH = re.compile(rf"(?i)\b(?:{'|'.join(MONTHS)})\b")
ENDS = 2  # of a period
COMPARED = re.compile(
    rf"{GAP} \(what\?\)(?: \w+){{1,3}} (?:better|worse|more|less|faster|slower|further|longer|sooner)[.?]"
)  # « _____ would do better »
EXPLAINING = ("cause", "purpose", "gloss", "quality", "means")  # such answers stand in a clause of their own


def told_by_the_way(document: Document, facts: Sequence[Fact], fact: Fact, role: str, question: str, answer: str) -> str | None:
    """Why a card asks a side matter: a date off the topic, a name or thing that comes once and in passing; None if nothing is against it."""
    argument = fact.argument(role)
    if argument is not None and (besides := told_besides(document, facts, fact, argument, question, answer)) is not None:
        return besides
    if (
        len(document.sentences) < LONG
        or argument is None
        or role == "number"
        or is_rich(fact)
        or fact.evidence.start < document.sentences[0].span.end
    ):
        return None
    topic, aside = find_topic(document, facts), stands_aside(document, argument)
    if argument.kind == "time":
        vague = not DAY.search(answer) or fact.modality == "planned"
        passing = (vague or aside) and not (topic.holds(stems(question)) or is_of_the_event(fact) or dates_a_first(document, argument))
        return "when something off the topic was is a side matter" if passing else None
    if argument.kind in ("measure", "duration", "age") or topic.returns_to(stems(answer)):
        return None
    if is_name(answer):
        passing = aside or (is_added(document, argument) and not topic.holds(stems(question)))
        return "a name told once, and in passing" if passing and fact.rule not in NAMING and fact.type != "role" else None
    common = aside and not NAME.search(answer) and not any(c.isdigit() for c in answer)
    return "a thing told once, and in passing" if common and role not in EXPLAINING else None


def told_besides(document: Document, facts: Sequence[Fact], fact: Fact, argument: Argument, question: str, answer: str) -> str | None:
    """Why a card asks a side matter, however much else it tells: another deed of a firm, the tally of a side vote, a voice of the crowd."""
    if len(document.sentences) < LONG:
        return None
    if argument.kind == "time" and YEAR.fullmatch(answer) and fact.rule != "passage" and is_other_deed(document, facts, argument):
        return "in which year a body did something else is a side matter"
    if TALLY.fullmatch(answer) and VOTED.search(question) and not find_topic(document, facts).title & set(stems(question)):
        return "the tally of a vote on a side matter"
    if is_exact_period(argument, question, answer):
        return "between which months, beside another figure, is a side matter"
    if COMPARED.search(question):
        return "what it is compared with is told elsewhere"
    return "who said it is named once, and holds no post" if is_voice(document, facts, fact, argument) else None


def is_exact_period(argument: Argument, question: str, answer: str) -> bool:
    """Whether the gap is a period told by its months, beside a figure: « it fell by 3 metres _____ », from May 2015 to June 2018."""
    told = question.replace(answer, "")
    return argument.kind in ("time", "duration") and GAP in told and len(MONTH.findall(answer)) >= ENDS and re.search(r"\d", told) is not None


def is_other_deed(document: Document, facts: Sequence[Fact], argument: Argument) -> bool:
    """Whether a year stands in a clause about a thing that tells what a firm or state did to something: « a firm that rebuilt the quay in 2012 »."""
    verb = next((t for t in hung_from(document, argument)[1:] if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.dep != "acl:relcl":
        return False
    doer = document.child(verb, "nsubj")
    done = document.child(verb, "obj", "dobj") is not None
    central = find_topic(document, facts).uses[stem(document.head(verb).text.lower())] >= OFTEN
    return done and not central and doer is not None and doer.text.lower() not in ("who", "he", "she", "they") and doer.name != "PERSON"


def is_voice(document: Document, facts: Sequence[Fact], fact: Fact, argument: Argument) -> bool:
    """Whether one who is quoted comes once in the article, and is told to be nothing: « said X, who lives nearby »."""
    entity = argument.mention.entity
    if fact.rule != "quotation" or argument.role != "speaker" or entity is None or entity.kind != "person":
        return False
    posts = any(a.mention.entity == entity for f in facts if f.type in ("role", "membership") for a in f.arguments)
    return not posts and all(find_topic(document, facts).uses[w] == 1 for w in stems(entity.name))


def is_rich(fact: Fact) -> bool:
    """Whether a fact has so many parts that are named, dated or counted that its question tells what it is about by itself."""
    return sum(a.mention.entity is not None or a.kind in EXACT for a in fact.arguments) >= RICH


def find_topic(document: Document, facts: Sequence[Fact]) -> Topic:
    """What `document` is about, found once; a sentence that tells of somebody as « she » has her name as well."""
    topic: Topic | None = document.memory.get(Topic)
    if topic is None:
        words = [set(stems(document.text(s.span))) for s in document.sentences]
        for fact in facts:
            named = (w for a in fact.arguments if a.mention.entity is not None for w in stems(a.mention.entity.name))
            for first in document.tokens_in(fact.evidence)[:1]:
                words[document.sentence_number(first)].update(named)
        topic = document.memory[Topic] = make_topic({*stems(document.article.title), *same_as_told(document)}, words)
    return topic


def stems(text: str) -> list[str]:
    """The words of `text` that tell something, without their endings."""
    plain = word_set("grammar", "function_words") | word_set("grammar", "additions")
    words = (w.lower() for w in WORD.findall(re.sub(r"[’']s\b", "", text)))
    return [stem(w) for w in words if len(w) >= SHORTEST and w not in plain]


def stem(word: str) -> str:
    """`word` without its ending: « close » and « closing » are not one word, « closed » and « closing » are."""
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) > len(e) + STEM), "")
    return word.removesuffix(ending)


def is_name(answer: str) -> bool:
    """Whether an answer is a name: « Olav Sandvik », « the Bank of Gao »."""
    plain = word_set("grammar", "function_words")
    return all(NAME.match(w) or w in plain for w in answer.split()) and NAME.search(answer) is not None


def is_of_the_event(fact: Fact) -> bool:
    """Whether a fact tells when something known began or ended: « the walkout began », « the government fell »."""
    clause = fact.clause
    subject = clause.subject if clause is not None else None
    if clause is None or subject is None or re.fullmatch(r"(?i)the [a-z ]+", subject.text) is None:
        return False
    return clause.verb.lemma in word_set("verbs", "starting") or subject.head in word_set("nouns", "situational")


def stands_aside(document: Document, argument: Argument) -> bool:
    """Whether an argument stands in a clause that hangs from a noun, in an apposition, or in a clause of time or manner.

    What somebody is known for is no side matter.
    """
    return any(t.dep in ASIDES and not is_when(document, t) and t.lemma != "know" for t in hung_from(document, argument))


def dates_a_first(document: Document, argument: Argument) -> bool:
    """Whether a date tells from when on nothing of the kind has been: « the first time since a tax was introduced in 1996 »."""
    clauses = (t for t in hung_from(document, argument) if t.dep == "advcl" and document.head(t).lemma == "time")
    return any(t.text.lower() == "since" for clause in clauses for t in document.children(clause, "mark", "prep", "advmod"))


def is_added(document: Document, argument: Argument) -> bool:
    """Whether an argument stands in a clause behind « and »: « The ship sailed on, and the crew … »."""
    words = document.tokens_in(argument.mention.span)
    verb = next((t for w in words[:1] for t in document.ancestors(w) if t.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.dep == "conj"


def is_when(document: Document, verb: Token) -> bool:
    """Whether a clause tells what happened at a time that is told before it: « in the 23rd minute, when … »."""
    return any(t.text.lower() == "when" for t in document.children(verb, "advmod", "mark"))
