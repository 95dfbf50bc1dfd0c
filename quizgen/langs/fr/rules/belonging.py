"""To what body somebody or something belongs, told in passing: « X, l’un des projets de la fondation Y, », « X, filiale du groupe Y »,
« un des chercheurs de Y, X, », « X, formation faisant partie de Y ».

Asked of the body: « De quelle fondation X est-elle l’un des projets ? ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.functions import person_at
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import article_for, say_entity, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "belonging"
CONFIDENCE = 0.9
OF = ("de", "du", "d’", "d'")
ONE = ("un", "une")
CLOSED = (",", ".", ")", ";", ":", "(")
FARTHEST = 7  # words from « l’un » to the « de » of the body
MANY = ("principal", "meilleur", "premier", "dernier", "rare", "seul", "nombreux", "autre")  # what a part is told with to praise or to place it
COPULAS = ("est", "était", "fut")
PLACES = ("country", "city", "region", "sea")
BODIES = ("organisation", "other", "thing")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The parts of named bodies that `sentence` names."""
    document = reading.document
    for token in document.words(sentence):
        if token.i in document.quotations:
            continue
        after = document.after(token)
        if token.text.lower() in ONE and after is not None and after.text.lower() == "des":
            yield attempt(NAME, read_one, reading, token, sentence)
        elif token.lemma in word_set("nouns", "branches") and token.has("Number=Sing"):
            yield attempt(NAME, read_branch, reading, token, sentence)
        elif token.text.lower() == "faisant" and after is not None and after.text.lower() == "partie":
            yield attempt(NAME, read_part, reading, token, sentence, after)


def read_one(reading: Reading, one: Token, sentence: Sentence) -> Fact:
    """« X est l’un des N de B ». Raises Refused unless X and B are named, and the N are a plain kind."""
    document = reading.document
    words = document.tokens[one.i + 2 : min(one.i + 2 + FARTHEST, sentence.last)]
    of = next((t for t in words if t.text.lower() in OF), None)
    kind = [t for t in words if of is not None and t.i < of.i and t.pos != "NUM"]
    if of is None or not kind or kind[0].pos != "NOUN" or any(t.pos not in ("NOUN", "ADJ") or t.lemma in MANY for t in kind):
        raise Refused("no plain kind of something")
    body, end = read_body(reading, of)
    first = one.i - 1 if document.tokens[one.i - 1].text.lower() in ("l’", "l'") else one.i
    part, person = find_part(reading, sentence, first, end)
    if not person and (body.kind not in BODIES or kind[0].lemma in word_set("nouns", "persons")):
        raise Refused("which place something is in is told elsewhere, or is known")
    if person and body.kind not in PLACES:
        body = with_kind(body, "ensemble")
    text = f"l’{one.text.lower()} des {say_tokens(reading, kind)}"
    return build_part(reading, kind[0], part, text, kind, body)


def read_branch(reading: Reading, noun: Token, sentence: Sentence) -> Fact:
    """« X est une filiale de B ». Raises Refused unless X and B are named."""
    document = reading.document
    words = document.tokens[noun.i : min(noun.i + FARTHEST, sentence.last)]
    of = next((t for t in words if t.text.lower() in OF), None)
    kind = [t for t in words if of is not None and t.i < of.i]
    if of is None or any(t.pos not in ("NOUN", "ADJ") for t in kind):
        raise Refused("it is not told of what it is a part")
    body, end = read_body(reading, of)
    before = document.tokens[noun.i - 1]
    article = before if before.pos == "DET" else None
    if article is not None and article.text.lower() not in ("un", "une", "la", "le", "l’", "l'"):
        raise Refused("more than one part, or one that is told elsewhere")
    part, person = find_part(reading, sentence, noun.i if article is None else article.i, end)
    if person or body.kind not in BODIES:
        raise Refused("a person or a place")
    body = with_kind(body, "group")
    said = say_tokens(reading, kind)
    definite = article is not None and article.text.lower() not in ("un", "une")
    lead = article_for(noun, said) if definite else "une " if noun.has("Gender=Fem") else "un "
    return build_part(reading, noun, part, f"{lead}{said}", kind, body)


def read_part(reading: Reading, verb: Token, sentence: Sentence, idiom: Token) -> Fact:
    """« X fait partie de B » of « X, formation faisant partie de B ». Raises Refused unless both are named."""
    document = reading.document
    of = document.after(idiom)
    noun = document.tokens[verb.i - 1]
    if of is None or of.text.lower() not in OF or noun.pos != "NOUN" or noun.has("Number=Plur"):
        raise Refused("it is not told of what it is a part")
    body, end = read_body(reading, of)
    first = noun.i - 1 if document.tokens[noun.i - 1].text.lower() in ONE else noun.i
    if document.tokens[first - 1].text not in (",", "("):
        raise Refused("no aside")
    part, person = find_part(reading, sentence, first, end)
    if person:
        raise Refused("a person")
    span = Span(start=verb.span.start, end=idiom.span.end)
    told = Phrase(role="idiom", text="partie", span=span, head="partie")
    clause = Clause(
        verb=Verb(lemma="faire", finite="fait"), subject=part, complements=(told, replace(body, role="whole", kind="thing", entities=(), core=True))
    )
    return build_fact(reading, verb, clause, type="membership", rule=NAME, predicate="partie", confidence=CONFIDENCE)


def read_body(reading: Reading, of: Token) -> tuple[Phrase, Token | None]:
    """The named body behind « de », and the token after it. Raises Refused for one that is not named, or is not one."""
    document = reading.document
    head = next((t for t in document.tokens[of.i + 1 : of.i + 4] if t.pos in ("NOUN", "PROPN")), None)
    if head is None or head.i >= document.sentence_of(of).last:
        raise Refused("no body follows")
    body = replace(read_phrase(reading, head, "body"), marker="de")
    if len(body.entities) > 1 or body.kind in ("person", "people") or body.count or not (body.entities or any(c.isupper() for c in body.text[1:])):
        raise Refused(f"« {body.text} » is no named body")
    words = document.tokens_from(body.span)
    return body, document.after(words[-1]) if words else None


def find_part(reading: Reading, sentence: Sentence, first: int, end: Token | None) -> tuple[Phrase, bool]:
    """The named one before the comma or the « est » before token `first`, or between commas behind `end`; and whether it is a person."""
    document = reading.document
    mark = document.tokens[first - 1] if first > sentence.first else None
    if mark is not None and mark.text.lower() in ("que", "qu’", "qu'"):  # « n’est que l’un des … »
        mark = document.tokens[mark.i - 1]
    closed = end is None or end.text in CLOSED or end.pos in ("VERB", "AUX")
    if mark is not None and mark.i > sentence.first and mark.text in (",", "(") and closed:
        last = document.tokens[mark.i - 1]
    elif mark is not None and mark.text.lower() in COPULAS and mark.i > sentence.first and closed:
        last = document.tokens[mark.i - 1]
        last = document.tokens[last.i - 1] if last.text.lower() in ("n’", "n'") else last
    elif mark is None and end is not None and end.text == "," and end.i + 2 < sentence.last and document.tokens[end.i + 2].text == ",":
        last = document.tokens[end.i + 1]
    else:
        raise Refused("it is not told of what it is a part")
    return name_part(reading, last)


def name_part(reading: Reading, last: Token) -> tuple[Phrase, bool]:
    """The named one whose name ends with `last`, with the noun before it; and whether it is a person. Raises Refused if none is known."""
    document = reading.document
    above = document.head(last)
    noun = above if last.dep in ("nmod", "appos", "flat:name", "amod") and above.pos == "NOUN" and last.i - 3 <= above.i < last.i else None
    told = noun if noun is not None and not is_function(noun.lemma) else None
    entity = reading.entity(last)
    if told is None and (person := person_at(reading, last)) is not None:
        named = Phrase(role="told_member", text=person.name, span=last.span, kind="person", gender=person.gender, entities=(person,), named=True)
        return named, True
    if entity is None or not last.name or entity.number == "p" or (told is not None and told.has("Number=Plur")):
        raise Refused("what is a part is not named")
    if told is None:
        text, gender, kind = say_entity(entity), entity.gender, entity.kind
    else:
        text = say_tokens(reading, list(document.tokens[told.i : last.i + 1]))
        text, gender, kind = f"{article_for(told, text)}{text}", "f" if told.has("Gender=Fem") else "m", "thing"
    span = Span(start=(told or last).span.start, end=last.span.end)
    return Phrase(role="told_thing", text=text, span=span, kind=kind, gender=gender, entities=(entity,), named=True, head=(told or last).lemma), False


def with_kind(body: Phrase, role: str) -> Phrase:
    """`body`, which a question calls what it is said to be, « de quelle fondation »; else, by `role`, a group or an organisation."""
    first = body.text.replace("’", " ").removeprefix("la ").removeprefix("le ").removeprefix("l ").split()[0]
    said = first in read_words("nouns")["organisations"] and body.entities
    return replace(body, kind="organisation", role=body.role if said else role)


def build_part(reading: Reading, noun: Token, part: Phrase, text: str, words: list[Token], body: Phrase) -> Fact:
    """The fact that `part` is one of the `text` of `body`. Raises Refused where one names the other."""
    if part.text in body.text or body.text in part.text or (part.entities and part.entities == body.entities):
        raise Refused("its name tells it")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    told = Phrase(role="told_part", text=text, span=span, head=noun.lemma)
    being = Verb(lemma="être", finite="est")
    clause = Clause(verb=being, subject=replace(part, number="s"), complements=(told, body))
    return build_fact(reading, noun, clause, type="membership", rule=NAME, predicate="appartenir", confidence=CONFIDENCE)
