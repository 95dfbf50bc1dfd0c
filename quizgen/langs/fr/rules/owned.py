"""What somebody's or something's N is, told after « dont »: « X, dont le chef est Y », « X, dont l’un des buts était Z »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import say_entity, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "owned"
COPULAS = ("est", "était", "fut")
ARTICLES = ("le", "la", "l’", "l'")
BESIDE = ("nmod", "appos", "flat", "flat:name")
LONGEST = 9  # words of what belongs to it
LONGEST_ANSWER = 10
CONFIDENCE = 0.85


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The relative clauses of `sentence` that tell by « dont le N est A » what N is."""
    document = reading.document
    for dont in document.words(sentence):
        if dont.text.lower() != "dont" or dont.i in document.quotations:
            continue
        copula = next((t for t in document.tokens[dont.i + 1 : dont.i + 2 + LONGEST] if t.pos in ("AUX", "VERB") or t.text in (",", ".")), None)
        if copula is not None and copula.dep == "cop" and copula.text.lower() in COPULAS:
            yield attempt(NAME, read_owned, reading, dont, copula)


def read_owned(reading: Reading, dont: Token, copula: Token) -> Fact:
    """« Le N de X est A ». Raises Refused unless X is known, N is one thing and A says more than a quality."""
    document = reading.document
    head = document.head(copula)
    words = list(document.tokens[dont.i + 1 : copula.i])
    if not words or words[0].text.lower() not in ARTICLES or any(t.pos in ("PRON", "ADV", "NUM") and t is not words[1] for t in words):
        raise Refused("what is told of it is not one thing")
    if any(t.name == "PER" for t in words):
        raise Refused("somebody named is no trait")  # « dont le président X était l’invité »
    if (
        head.pos not in ("NOUN", "PROPN")
        or document.children(head, "case", "mark", "aux")
        or any(t.text.lower() in ("ne", "n’", "pas") for t in document.children(head))
    ):
        raise Refused("it is told by no noun")
    if any(t.name == "PER" for t in words):
        raise Refused("what somebody is who is named, and of what else")  # « dont le président, X, était l’invité »
    owner = read_owner(reading, dont)
    answer = replace(read_phrase(reading, head, "gloss"), role="gloss", core=True)
    if answer.marker or answer.count or len(answer.text.split()) > LONGEST_ANSWER or not tells(answer):
        raise Refused("the answer says too little")
    text = f"{say_tokens(reading, words)} {join_preposition('de', owner.text)}"
    feminine = words[1].has("Gender=Fem") if words[0].text.lower() in ("l’", "l'") else words[0].text.lower() == "la"
    term = Phrase(
        role="told_term", text=text, span=Span(start=words[0].span.start, end=words[-1].span.end), head=noun_of(words).lemma, kind="thing",
        gender="f" if feminine else "m", taken_up=(owner.span,), entities=owner.entities, named=True,
    )  # fmt: skip
    clause = Clause(verb=Verb(lemma="être", finite=copula.text.lower()), subject=term, complements=(answer,))
    held = is_function(term.head) or term.head in word_set("nouns", "kin")
    predicate = "titulaire" if answer.kind == "person" and held else "trait"
    return build_fact(reading, head, clause, type="definition", rule=NAME, predicate=predicate, confidence=CONFIDENCE)


def noun_of(words: list[Token]) -> Token:
    """The noun that is told of it: « chef » of « le chef », « points » of « l’un des points centraux »."""
    return next((t for t in words if t.pos == "NOUN"), words[-1])


def tells(answer: Phrase) -> bool:
    """Whether an answer is a name, or a thing with a word beside its noun."""
    return bool(answer.entities) or answer.named or len(answer.text.replace("’", "’ ").split()) > 2


def read_owner(reading: Reading, dont: Token) -> Phrase:
    """X of « X, dont … », « X (SIGLE), arrivée …, et dont … ». Raises Refused unless it is one known thing."""
    document = reading.document
    before = document.before(dont)
    if before is not None and before.text == "et":
        before = opening_of(document, before)
    before = document.before(before) if before is not None and before.text == "," else before
    if before is not None and before.text == ")":
        opened = next((t for t in reversed(document.tokens[: before.i]) if t.text == "("), before)
        before = document.before(opened)
    if before is None or before.pos not in ("NOUN", "PROPN"):
        raise Refused("« dont » points outside the sentence")
    article = document.child(before, "det")
    if before.pos == "NOUN" and article is not None and article.text.lower() in ("un", "une"):
        raise Refused("« dont » takes up something new")  # « assure X, un animal dont … »
    noun = before
    if before.dep in BESIDE and document.head(before).pos == "NOUN" and document.head(before).i < before.i:
        if before.name and document.child(before, "case") is not None:
            raise Refused("« dont » may take up either of two")  # « le maire de X, dont … »
        noun = document.head(before)
    owner = read_phrase(reading, noun, "owner", subject=True)
    if len(owner.entities) > 1 or owner.count or not (owner.entities or (is_definite(owner) and (owner.named or re.search("[A-Z]", owner.text)))):
        raise Refused("« dont » takes up nothing known")
    return replace(owner, text=say_entity(owner.entities[0])) if owner.entities and owner.kind != "person" else owner


def opening_of(document: Document, joint: Token) -> Token | None:
    """The comma that opens the first of two asides: « X, arrivée deuxième et dont … » goes on with what is told of X."""
    sentence = document.sentence_of(joint)
    commas = [t for t in document.tokens[sentence.first : joint.i] if t.text == ","]
    following = document.after(commas[-1]) if commas else None
    tells_more = following is not None and (
        following.has("VerbForm=Part") or following.text.lower() == "qui" or following.text.lower().endswith(("ée", "ées"))
    )
    return commas[-1] if tells_more else None
