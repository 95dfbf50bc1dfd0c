"""By whom a thing is led, made or carried, told in passing: « le vol X assuré par Y », « une commission présidée par Y », « fondé par Y »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.morphology import agree, bare_participle
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.moments import read_moment
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.things import sureness_of, told_thing
from quizgen.langs.fr.phrase.wording import say_entity, say_list
from quizgen.langs.fr.rules.participle import may_be_of_another, opened_clause, read_participle
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "agent"
SPECIFIC = 3  # words of three letters, with the article, from which several things are known
NEAR = 4  # words between a participle and its « par »: a date
AGENTS = ("person", "organisation", "country")
LONGEST_AGENT = 8  # words


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The participles with an agent that stand beside a noun in `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if not token.has("VerbForm=Part", "Tense=Past") or token.i in document.quotations or document.children(token, "aux", "cop"):
            continue
        by = find_by(document, token)
        first = first_participle(document, token)
        hung = document.head(first) if first.dep == "acl" and first.i > first.head else opened_clause(document, sentence, first)
        noun = shared_noun(document, sentence, token) or hung
        if by is None or noun is None or noun.pos not in ("NOUN", "PROPN"):
            continue
        if may_be_of_another(document, noun, token):
            yield Refusal(rule=NAME, reason="the participle may belong to the noun before", span=token.span)
            continue
        told = attempt(NAME, read_participle, reading, token, noun)
        if isinstance(told, Refusal) or not any(a.role == "agent" for a in told.arguments):
            yield attempt(NAME, read_agent, reading, token, noun, by)


def first_participle(document: Document, participle: Token) -> Token:
    """« Financé » for « construit » of « Financé par A et construit par B, le pont … »: what the second is told of, the first is; else itself."""
    first, joint = document.head(participle), document.before(participle)
    joined = participle.dep == "conj" and first.i < participle.i and joint is not None and joint.text.lower() in ("et", ",", "puis")
    form = [f for f in ("Number=Plur", "Number=Sing", "Gender=Fem", "Gender=Masc") if participle.has(f)]
    plain = first.has("VerbForm=Part", "Tense=Past", *form) and not document.children(first, "aux", "aux:pass", "cop")
    return first if joined and plain else participle


def shared_noun(document: Document, sentence: Sentence, participle: Token) -> Token | None:
    """« un gouvernement de coalition de 20 membres (…), composé de …, et soutenu par X »: whose parts were told before « et », behind a bracket."""
    joint = document.before(participle)
    if joint is None or joint.text.lower() != "et":
        return None
    before = document.tokens[sentence.first : joint.i]
    made = next((t for t in reversed(before) if t.lemma in word_set("verbs", "composing") and t.has("VerbForm=Part")), None)
    if made is None or document.children(made, "aux", "aux:pass", "cop"):
        return None
    form = (f"Gender={'Fem' if participle.has('Gender=Fem') else 'Masc'}", f"Number={'Plur' if participle.has('Number=Plur') else 'Sing'}")
    bodies = word_set("nouns", "bodies") | word_set("nouns", "organisations")
    return next((t for t in reversed(before[: made.i - sentence.first]) if t.pos == "NOUN" and t.lemma in bodies and t.has(*form)), None)


def find_by(document: Document, participle: Token) -> Token | None:
    """The « par » of a participle, right after it or after a date."""
    following = document.tokens[participle.i + 1 : participle.i + 1 + NEAR]
    by = next((t for t in following if t.text.lower() == "par"), None)
    between = () if by is None else document.tokens[participle.i + 1 : by.i]
    return by if all(t.pos in ("NUM", "ADP", "ADV", "DET") for t in between) else None


def read_agent(reading: Reading, participle: Token, noun: Token, by: Token) -> Fact:
    """« T était dirigé par A » for what lasts, « T a été fondé par A ». Raises Refused unless T is known and A is named."""
    document = reading.document
    stop = participle.i if noun.i < participle.i else document.sentence_of(noun).last
    thing = told_thing(reading, noun, stop, "told_subject")
    number, gender = ("p" if participle.has("Number=Plur") else "s"), ("f" if participle.has("Gender=Fem") else "m")
    if number != thing.number or gender != (thing.gender or gender) or thing.kind in ("person", "country"):
        raise Refused("the participle agrees with another noun")
    if number == "p" and not are_known(document, noun, thing):
        raise Refused("several things, which may be any")
    if participle.lemma in word_set("verbs", "lasting") and thing.kind in ("city", "region", "sea"):
        raise Refused("a place, of which the parser was not sure")
    agent = find_agent(reading, by)
    if agent.kind == "person" and len(agent.entities) == 1 and is_led(participle, noun):
        raise Refused("who heads a body is read by its own rule")
    bare = bare_participle(participle.text.lower(), gender, number)
    lasting = participle.lemma in word_set("verbs", "lasting")
    done = agree(bare, thing.gender or gender, thing.number)
    many = thing.number == "p"
    finite, rest = ("étaient" if many else "était", done) if lasting else ("ont" if many else "a", f"été {done}")
    verb = Verb(lemma=participle.lemma, finite=finite, rest=rest, number=thing.number, passive=True, with_be=True)
    clause = Clause(verb=verb, subject=thing, complements=(agent, *(() if lasting else find_time(reading, participle, by))))
    return build_fact(reading, participle, clause, type="action", rule=NAME, confidence=sureness_of(thing))


def are_known(document: Document, noun: Token, thing: Phrase) -> bool:
    """« à la suite des mesures de vitesse fausses fournies par X »: several things with « les », and words enough to tell which.

    So are things with one name for all: « les Journées du littoral ».
    """
    if len(thing.entities) == 1 or thing.taken_up:
        return True
    article = any(t.text.lower() == "les" for t in document.children(noun, "det"))
    swallowed = any(t.text.lower() in ("des", "aux") for t in document.children(noun, "case"))
    return (article or swallowed) and len(re.findall(r"[\w-]{3,}", thing.text)) > SPECIFIC


def is_led(verb: Token, noun: Token) -> bool:
    """Whether somebody heads `noun` by doing `verb`: « présidé », of a jury; not of a ship or a meeting."""
    body = noun.pos in ("NOUN", "PROPN") and noun.lemma in word_set("nouns", "organisations") | word_set("nouns", "led_bodies")
    return body and verb.lemma in word_set("verbs", "leading")


def find_time(reading: Reading, participle: Token, by: Token) -> tuple[Phrase, ...]:
    """« en 1912 » between the participle and its « par »."""
    between = reading.document.tokens[participle.i + 1 : by.i]
    found = (read_moment(reading, t, "time") for t in between if t.pos in ("NUM", "NOUN"))
    return tuple(p for p in found if p is not None and p.role == "time" and p.marker in ("", "en"))[:1]


def find_agent(reading: Reading, by: Token) -> Phrase:
    """The named one after « par ». Raises Refused if there is none."""
    document = reading.document
    head = next((t for t in document.tokens[by.i + 1 : by.i + 1 + LONGEST_AGENT] if t.pos in ("NOUN", "PROPN")), None)
    if head is None:
        raise Refused("nobody stands after « par »")
    entity = reading.entity(head)
    if head.name and entity is not None:
        phrase = Phrase(
            role="agent", text=say_entity(entity), span=head.span, marker="par", kind=entity.kind, head=head.lemma, entities=(entity,), named=True,
            gender=entity.gender, number=entity.number,
        )  # fmt: skip
    else:
        phrase = replace(read_phrase(reading, head, "agent"), marker="par")
    known_kind = (
        phrase.kind in AGENTS
        or head.lemma in word_set("nouns", "administrations") | {"ville"}
        or (bool(head.name) and phrase.kind == "other")
        or head.lemma in word_set("nouns", "kin")
    )
    if not is_public_body(document, head, phrase) and (not known_kind or not (phrase.entities or (phrase.named and is_definite(phrase)))):
        raise Refused(f"« {phrase.text} » is not named")
    if phrase.kind == "other":
        phrase = replace(phrase, kind="thing", role="agent")  # « par quoi »: a device has a name as well
    if any(t.dep == "conj" and (t.name or t.pos in ("NOUN", "PROPN")) for t in document.children(head)):
        return join_agents(reading, head, phrase)
    if len(phrase.text.split()) > LONGEST_AGENT:
        raise Refused("the agent is too long")
    return phrase


def is_public_body(document: Document, head: Token, phrase: Phrase) -> bool:
    """« par le ministère de la Mer »: a body that everybody knows by what it is of."""
    of = (t for t in document.children(head, "nmod") if (case := document.child(t, "case")) is not None and case.lemma == "de")
    return head.lemma in word_set("nouns", "organisations") and phrase.number == "s" and is_definite(phrase) and any(of)


def join_agents(reading: Reading, first: Token, phrase: Phrase) -> Phrase:
    """« A et B », « A, B et C » after « par », read in the order of the words. Raises Refused unless each is a name, all of one kind."""
    names, entities, token = [first], [reading.entity(first)], after_name(reading.document, first)
    while token is not None and token.text in (",", "et"):
        last = token.text == "et"
        name = next((t for t in reading.document.tokens[token.i + 1 : token.i + 3] if t.pos != "DET"), None)
        if name is None or not name.name:
            raise Refused("several agents, not all named")
        names, entities = [*names, name], [*entities, reading.entity(name)]
        token = None if last else after_name(reading.document, name)
        if last:
            return said_together(reading, phrase, names, [e for e in entities if e is not None])
    raise Refused("several agents, in no plain list")


def after_name(document: Document, name: Token) -> Token | None:
    """The token after a name, and after the short form that may stand behind it in brackets."""
    following = document.after(name)
    if following is None or following.text != "(":
        return following
    closing = document.tokens[following.i + 1 : following.i + 3][-1]
    return document.after(closing) if closing.text == ")" else following


def said_together(reading: Reading, phrase: Phrase, names: list[Token], entities: list[Entity]) -> Phrase:
    """The agents as one phrase. Raises Refused if one is not known, or if they are of several kinds."""
    after = reading.document.after(names[-1])
    if len(entities) < len(names) or len({e.kind for e in entities}) > 1 or entities[0].kind not in AGENTS:
        raise Refused("several agents, not of one kind")
    if after is not None and after.text.lower() in ("et", "de", "du", "des", "d’", "d'"):
        raise Refused("the list of agents goes on")
    span = Span(start=phrase.span.start, end=names[-1].span.end)
    return replace(phrase, text=say_list(tuple(entities)), span=span, kind=entities[0].kind, entities=tuple(entities), number="p")
