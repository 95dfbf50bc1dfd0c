"""A worded card and its article -> whether it asks what the article tells only by the way: off its topic, and never again.

Found and counted on 460 cards of 16 articles, of which two readers had both taken 69 %: of the twenty-one that go with these kinds they
had both taken none. The article must be long enough for its topic to come back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import modality_of, word_set
from quizgen.langs.fr.phrase.functions import LEAD
from quizgen.langs.topic import LONG, SHORTEST, WORD, Topic, hung_from, make_topic
from quizgen.model import GAP, Argument, Document, Entity, Fact, Phrase, Token

STEM = 6  # letters that stand before an ending
ASIDES = ("acl", "advcl")  # a clause about a thing, or about when and how
EPITHETS = ("amod", "nmod", "appos", "flat:name")  # « le caporal _____ », whom his noun calls
PLACES = ("city", "region")
FUNCTIONS = ("function", "told_function", "title")
SINCE = re.compile(r"\ben \w+ \d{4}\b")  # « en mars 2019 »
OWNED = re.compile(r" (?:de |du |des |d’)")
SAYING = ("quotation", "report", "statement")
BARE = re.compile(r"(?:à )?(?:l’|la |le |les |au |aux )[a-zà-ÿ-]+")
SOURCE = re.compile(r"(?:[Ss]elon|[Dd]’après|\bpar|\bque) (?:(?:l’|la |le |une? )(?P<outlet>[a-zà-ÿ ]+?) )?$")
SOME = re.compile(r"(?:de |des |d’)(?!la |l’)[a-zà-ÿ-]+")


def told_by_the_way(document: Document, facts: Sequence[Fact], fact: Fact, role: str, question: str, answer: str) -> str | None:
    """Why a card asks a side matter: somebody's trade, where a side deed was, a name or thing that comes once; None if nothing is against it."""
    argument = fact.argument(role)
    if len(document.sentences) < LONG or argument is None or fact.evidence.start < document.sentences[0].span.end:
        return None
    topic = find_topic(document)
    if reason := reason_about_people(document, topic, facts, fact, argument, question) or reason_empty(argument, answer):
        return reason
    if argument.kind in PLACES and hangs_from_noun(document, argument) and not is_titled(topic, fact):
        return "where a side deed was is a side matter"
    return reason_against_gap(document, topic, argument, question, answer) if GAP in question else None


def reason_about_people(document: Document, topic: Topic, facts: Sequence[Fact], fact: Fact, argument: Argument, question: str) -> str | None:
    """Why what is asked of a person is a side matter: the trade of one who is named once and late, the name of one who speaks for others."""
    person = fact.clause.subject if fact.clause is not None else None
    if person is None or not is_named_once(person.entities):
        return None
    if argument.role in ("person", "speaker") and fact.rule in ("role", *SAYING) and speaks_for_others(facts, person):
        return "the name of somebody who speaks for others"
    late = document.sentence_number(document.tokens_in(fact.evidence)[0]) >= LEAD
    if late and fact.rule in SAYING and argument.mention.entity in person.entities and is_nobody(facts, person):
        return "the name of a voice of the crowd"
    trade = fact.rule == "role" and argument.role in FUNCTIONS and is_trade(fact)
    if trade and late and not SINCE.search(question) and not any(word in topic.title for word in stems(question)):
        return "the trade of somebody who is named once"
    return None


def reason_empty(argument: Argument, answer: str) -> str | None:
    """Why an answer tells nothing, or of nobody whom one knows: « à la lauréate », « en présence de responsables »."""
    if argument.role == "addressee" and argument.kind in ("person", "people") and BARE.fullmatch(answer):
        return "who it is is told elsewhere"
    if argument.role == "presence" and SOME.match(answer):
        return "nobody is named who was there"
    return None


def reason_against_gap(document: Document, topic: Topic, argument: Argument, question: str, answer: str) -> str | None:
    """Why a gap leaves out a side matter of its sentence."""
    if argument.kind in ("number", "time") or argument.role in ("number", "time"):
        return None
    if is_source(question, answer):
        return "who published it is a side matter"
    if topic.returns_to(stems(answer)) or (argument.mention.entity is None and OWNED.search(answer)):
        return None
    chain = hung_from(document, argument)
    if any(t.dep in ASIDES and not is_planned(t) for t in chain):
        return "a name or thing told once, and in passing"
    if argument.kind == "person" and chain and chain[0].dep in EPITHETS:
        return "the name of somebody who is named once"
    common = argument.mention.entity is None and bool(chain) and chain[0].dep == "obl:mod"
    return "a circumstance told once" if common and argument.kind == "thing" else None


def find_topic(document: Document) -> Topic:
    """What `document` is about, found once."""
    topic: Topic | None = document.memory.get(Topic)
    if topic is None:
        sentences = (set(stems(document.text(s.span))) for s in document.sentences)
        topic = document.memory[Topic] = make_topic(stems(document.article.title), sentences)
    return topic


def stems(text: str) -> list[str]:
    """The words of `text` that tell something, without their endings."""
    plain_words = word_set("grammar", "function_words")
    return [plain(w)[:STEM] for w in map(str.lower, WORD.findall(text)) if len(w) >= SHORTEST and w not in plain_words]


def is_named_once(entities: Sequence[Entity]) -> bool:
    """Whether somebody is named, and nowhere again."""
    return bool(entities) and all(len(entity.mentions) == 1 for entity in entities)


def speaks_for_others(facts: Sequence[Fact], person: Phrase) -> bool:
    """Whether a person is told to be a spokesman, a negotiator or the like."""
    told = (f.clause for f in facts if f.rule == "role" and f.clause is not None)
    parts = (p for c in told if c.subject is not None and c.subject.entities == person.entities for p in c.phrases() if p is not c.subject)
    return any(p.role in (*FUNCTIONS, "attribute") and p.head in word_set("nouns", "voices") for p in parts)


def is_nobody(facts: Sequence[Fact], person: Phrase) -> bool:
    """Whether nothing is told that somebody who is quoted is, or nothing but his trade."""
    told = [f for f in facts if f.rule == "role" and f.clause is not None and f.clause.subject is not None]
    own = [f for f in told if f.clause is not None and f.clause.subject is not None and f.clause.subject.entities == person.entities]
    return all(is_trade(f) for f in own)


def is_trade(fact: Fact) -> bool:
    """« architecte »: a trade, and no office."""
    return fact.clause is not None and any(p.role in FUNCTIONS and p.head in word_set("nouns", "professions") for p in fact.clause.phrases())


def is_titled(topic: Topic, fact: Fact) -> bool:
    """Whether the title names what the clause of a fact tells of."""
    subject = fact.clause.subject if fact.clause is not None else None
    return subject is not None and any(word in topic.title for word in stems(subject.text))


def is_source(question: str, answer: str) -> bool:
    """« cité par le quotidien _____ », « que l’agence de presse a pu consulter »: who published it, not what somebody founded or runs."""
    source = SOURCE.search(question.partition(GAP)[0])
    outlets = word_set("nouns", "outlets")
    if source is None or source["outlet"]:
        return source is not None and source["outlet"] in outlets
    return any(re.match(rf"(?:l’|la |le |une? ){outlet}\b", answer) for outlet in outlets)


def hangs_from_noun(document: Document, argument: Argument) -> bool:
    """« l’analyse, faite à Gand, »: whether the clause of an argument hangs from a noun by its participle."""
    verb = next((t for t in hung_from(document, argument) if t.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.dep == "acl" and not is_planned(verb)


def is_planned(verb: Token) -> bool:
    """« les jeux prévus à Gand »: what is to come has not been told yet."""
    return modality_of(verb.lemma) == "planned"
