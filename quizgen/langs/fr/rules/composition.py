"""What a thing is made of: « un gouvernement composé de … », « la roche est constituée de … », « la flotte se compose de … »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.fr.forms.morphology import agree, bare_participle
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.things import run_after, sureness_of, told_thing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "composition"
RULING = ("gouvernement", "coalition", "majorité")  # made of parties, where it is of bodies
OF = ("de", "d’", "d'", "du", "des")
ENDS = (".", ";", ")", "(", ":", "qui", "que", "qu’", "dont", "où", "mais", "–", "—", "avec", "ainsi", "afin", "pour", "dans", "sur")
COUNTED = re.compile(r"(?:de |d’)(\d[\d ]*|[a-zà-ÿ-]+) ([a-zà-ÿ]+s)")  # « de 13 membres »
LONGEST = 16  # words of the parts
KEPT_ADVERBS = ("principalement", "essentiellement", "majoritairement", "exclusivement", "uniquement", "entièrement", "notamment", "surtout")
POINTING = ("possessives", "demonstratives", "pointing", "relative_time")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The things of `sentence` that are told by their parts."""
    document = reading.document
    for token in document.words(sentence):
        of = document.after(token)
        made = token.lemma in word_set("verbs", "composing") and token.has("VerbForm=Part")
        if not made or of is None or of.text.lower() not in OF or token.i in document.quotations:
            continue
        yield attempt(NAME, read_composition, reading, token, of)


def find_whole(document: Document, participle: Token) -> Token:
    """The noun that the participle speaks of. Raises Refused if none is sure."""
    before = document.tokens[document.sentence_of(participle).first : participle.i]
    if document.child(participle, "aux:pass", "cop", "aux") is not None:
        subject = find_subject(document, participle)
        if subject is not None and subject.pos in ("NOUN", "PROPN"):
            return subject
        raise Refused("what it is made of is told of something named elsewhere")
    number, gender = participle.has("Number=Plur"), participle.has("Gender=Fem")
    head = document.head(participle)
    nouns = [head] if participle.dep == "acl" and head.i < participle.i else [t for t in before[::-1] if t.pos == "NOUN" or t.name][:1]
    for noun in nouns:
        agrees = noun.has("Number=Plur") == number and (bool(noun.name) or noun.has("Gender=Fem") == gender)
        if noun.pos in ("NOUN", "PROPN") and agrees:
            return noun
    raise Refused("the participle agrees with another noun")


def read_composition(reading: Reading, participle: Token, of: Token) -> Fact:
    """« T était composé de P ». Raises Refused unless T is known and the parts are a short list."""
    document = reading.document
    whole = find_whole(document, participle)
    named = next(
        (t for t in document.children(whole, "appos") if t.name and t.i < participle.i), whole
    )  # « une autorité nouvelle, la X, composée … »
    thing = told_thing(reading, named, participle.i, "told_whole")
    parts, people = read_parts(reading, of)
    said = document.child(participle, "aux:pass", "cop", "aux")
    bare = bare_participle(participle.text.lower(), "f" if participle.has("Gender=Fem") else "m", "p" if participle.has("Number=Plur") else "s")
    adverb = document.before(participle)
    lead = f"{adverb.text.lower()} " if adverb is not None and adverb.text.lower() in KEPT_ADVERBS else ""
    many = thing.number == "p"
    finite = said.text.lower() if said is not None else "étaient" if many else "était"
    if not finite.endswith(("est", "sont", "était", "étaient")):
        raise Refused("more than a plain « est composé de »")
    verb = Verb(lemma="être", finite=finite, rest=f"{lead}{agree(bare, thing.gender or 'm', thing.number)}", number=thing.number, with_be=True)
    if finite in ("était", "étaient") and said is None and holds_now(document, whole):
        verb = replace(verb, finite="sont" if many else "est")
    if (counted := COUNTED.fullmatch(parts.text)) and magnitude(counted[1]) is not None:
        phrase = Phrase(
            role="parts", text=parts.text.partition(" ")[2], span=parts.span, marker="de", count=counted[1], counted=counted[2], head=participle.lemma
        )
        return build_fact(
            reading, participle, Clause(verb=verb, subject=thing, complements=(phrase,)), type="membership", rule=NAME, predicate="composer",
            confidence=sureness_of(thing),
        )  # fmt: skip
    role = "parties" if people and thing.head in RULING else "members" if people else "parts"
    phrase = Phrase(role=role, text=parts.text, span=parts.span, kind="quality", named=True, head=participle.lemma)
    clause = Clause(verb=verb, subject=thing, complements=(phrase,))
    return build_fact(reading, participle, clause, type="membership", rule=NAME, predicate="composer", confidence=sureness_of(thing))


def holds_now(document: Document, whole: Token) -> bool:
    """Whether the clause about the whole is told in a present or a future."""
    verb = next((t for t in document.ancestors(whole) if t.pos in ("VERB", "AUX")), None)
    now = verb is not None and (verb.has("Tense=Pres") or verb.has("Tense=Fut"))
    return now and verb is not None and document.child(verb, "aux:tense", "aux:pass") is None


def read_parts(reading: Reading, of: Token) -> tuple[Phrase, bool]:
    """The parts with their « de », and whether they are people or bodies. Raises Refused for a long list or words that point elsewhere."""
    document = reading.document
    words = [of, *run_after(document, of, ENDS)]
    joint = next((i for i, t in enumerate(words) if t.text.lower() == "et"), None)
    comma = next((i for i, t in enumerate(words) if t.text == "," and (joint is None or i > joint or i == 0)), None)
    words = words[:comma]
    beyond = document.tokens[words[-1].i + 2 : words[-1].i + 3]
    if comma is not None and any(t.pos == "PRON" and t.text.lower() not in ("se", "s’") for t in beyond):
        raise Refused("the parts are told further")
    while words and words[-1].pos in ("PUNCT", "ADP", "CCONJ", "DET"):
        words = words[:-1]
    if not 2 <= len(words) <= LONGEST or any(t.pos in ("PRON", "VERB", "AUX") for t in words):
        raise Refused("the parts are a long list, or told in a clause")
    if any(t.text.lower() in word_set("grammar", key) for t in words for key in POINTING):
        raise Refused("the parts point outside the sentence")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    people = any((e := reading.entity(t)) is not None and e.kind in ("person", "organisation") for t in words)
    first = next((t for t in words if t.pos == "NOUN"), None)
    people = people or (first is not None and (is_function(first.lemma) or first.lemma in ("membre", "personne", "homme", "femme")))
    return Phrase(role="parts", text=document.text(span).replace("'", "’"), span=span), people
