"""Who holds which function: « le secrétaire général de l'OTAN, X », « X, maire de Y », « le président français X »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.constituents import kept_tokens, read_marker
from quizgen.langs.fr.facts import attempt, build_fact
from quizgen.langs.fr.geography import country_of_adjective
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.morphology import starts_with_vowel
from quizgen.langs.fr.phrases import read_phrase
from quizgen.langs.fr.refusal import Refused
from quizgen.langs.fr.wording import article_for, say_tokens
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "role"
LINKS = ("appos", "nmod", "flat:name", "flat:foreign", "nsubj", "nsubj:pass", "parataxis", "conj", "obj")
LONGEST_FUNCTION = 9  # words
BARE = 0.75  # « le président français »: most readers know him, and the article is not about that
PASSING = ("nouveau", "actuel", "futur")  # true for a while only
GONE = re.compile(r"(?i)\b(tuée?|assassinée?|mort|morte|décédée?|abattue?|défunte?|démission|successeur|succède|remplace|ex-)")
FORMER = ("ancien", "ancienne", "ex", "futur", "future", "feu")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The functions that `sentence` gives to named persons."""
    for noun in reading.document.words(sentence):
        if noun.lemma not in word_set("nouns", "functions") or noun.pos not in ("NOUN", "PROPN"):
            continue
        holder = find_holder(reading, noun) or find_named_subject(reading, noun)
        if holder is None:
            continue
        yield attempt(NAME, read_role, reading, noun, *holder)


def find_holder(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """The named person to whom the function noun belongs: right after its phrase, or right before it and a comma."""
    document = reading.document
    words = _function_words(document, noun)
    after = document.after(words[-1])
    if after is not None and after.text == ",":
        candidate = document.after(after)
        closing = document.after(candidate) if candidate else None
        if candidate and closing and closing.text in (",", ".", ")", ":", ";") and _person(reading, candidate):
            return candidate, _person(reading, candidate)  # type: ignore[return-value]
    elif after is not None and _person(reading, after):
        return after, _person(reading, after)  # type: ignore[return-value]
    before = document.before(words[0])
    if before is not None and before.text in (",", "("):
        name = document.before(before)
        if name is not None and (person := _person(reading, name)) and not _in_list(document, words[-1], name):
            return name, person
    return None


def find_named_subject(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """X of « X est le président de Y », said now and as it is."""
    document = reading.document
    copula, subject = document.child(noun, "cop"), document.child(noun, "nsubj")
    if copula is None or subject is None or copula.text.lower() != "est" or document.children(noun, "advmod", "mark"):
        return None
    person = _person(reading, subject)
    return (subject, person) if person and noun.dep == "ROOT" else None


def _person(reading: Reading, token: Token) -> Entity | None:
    entity = reading.entity(token)
    return entity if token.name and entity is not None and entity.kind == "person" else None


def _in_list(document: Document, last: Token, name: Token) -> bool:
    """Whether the commas are those of a list of people, so that the function belongs to the next one."""
    after = document.after(last)
    return after is None or after.name != "" or after.text in ("et",) or document.head(name).dep == "conj"


def _function_words(document: Document, noun: Token) -> list[Token]:
    """The words of the function, without the name that stands in it."""
    kept = [t for t in kept_tokens(document, noun) if t.dep != "cop"]
    names = [t for t in kept if t.i > noun.i and t.name in ("PER",) and t.dep in LINKS]
    return [t for t in kept if not names or t.i < names[0].i]


def read_role(reading: Reading, noun: Token, name: Token, person: Entity) -> Fact:
    """« X est F ». Raises Refused if the function is said with words that point elsewhere."""
    words = [t for t in _function_words(reading.document, noun) if t.lemma not in PASSING]
    while words and (words[-1].pos in ("PUNCT", "ADP") or words[-1] is name):
        words = words[:-1]
    while words and words[0].pos in ("CCONJ", "PUNCT", "ADP"):
        words = words[1:]
    participle = next((t for t in words if t.dep == "acl"), None)
    if participle is not None:
        words = [t for t in words if t.i < participle.i]
    if GONE.search(reading.document.text(reading.document.sentence_of(noun).span)):
        raise Refused("told of one who may hold it no more")
    if noun.has("Number=Plur"):
        raise Refused("a function of several people")
    function = function_phrase(reading, noun, words, person.gender)
    if len(words) < 3 and not is_unique(reading, noun, words):
        raise Refused("the bare function says too little")
    subject = replace(
        read_phrase(reading, name, "subject"), text=person.name, entities=(person,), kind="person", gender=person.gender, marker="", number="s"
    )
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=subject, complements=(function,))
    if not is_unique(reading, noun, words):
        clause = replace(clause, subject=replace(subject, role="told_person"))  # another may hold it too: only the function is asked
    else:
        clause = replace(clause, complements=(replace(function, role="told_function"),))
    return build_fact(reading, noun, clause, type="role", rule=NAME, predicate="être", confidence=1.0 if _names_body(reading, words) else BARE)


def is_unique(reading: Reading, noun: Token, words: list[Token]) -> bool:
    """Whether one person alone holds the function: « le président français », « le secrétaire général de l’OTAN »."""
    named = any(t.i in reading.links or t.name for t in words) or any(country_of_adjective(t.lemma) for t in words)
    return noun.lemma in word_set("nouns", "unique") and named and (words[0] is noun or words[0].text.lower() in ("le", "la", "l’", "l'"))


def _names_body(reading: Reading, words: list[Token]) -> bool:
    """Whether the function says of which body or place, by name or noun: « de l’OTAN », « de la Défense »."""
    return any(t.name or t.i in reading.links or (t.pos in ("NOUN", "PROPN") and t is not words[0] and t.text[:1].isupper()) for t in words)


def _is_bare_body(reading: Reading, token: Token) -> bool:
    """« l’organisation », « le groupe »: a body with nothing that says which."""
    bodies = word_set("nouns", "organisations") | {"texte", "projet", "site", "équipe"}
    alone = all(c.dep in ("det", "case", "punct", "conj", "cc") for c in reading.document.children(token))
    return token.pos == "NOUN" and token.lemma in bodies and token.text.islower() and alone and token.i not in reading.links


def function_phrase(reading: Reading, noun: Token, words: list[Token], gender: str = "") -> Phrase:
    """The function as an attribute: « le secrétaire général de l’OTAN »."""
    document = reading.document
    if not 1 <= len(words) <= LONGEST_FUNCTION:
        raise Refused("the function is too long to be asked")
    low = [t.text.lower() for t in words]
    if any(w in word_set("grammar", "possessives") or w in word_set("grammar", "demonstratives") for w in low):
        raise Refused("the function is told by another person")
    if any(w.startswith(FORMER) and (w in FORMER or w.startswith("ex-")) for w in low):
        raise Refused("a former or future function")
    if any(t.pos == "PRON" or t.name == "PER" for t in words):
        raise Refused("the function names another person")
    if any(_is_bare_body(reading, t) for t in words if t is not noun):
        raise Refused("the body that it belongs to is named elsewhere")
    _, article = read_marker(document, noun)
    text = say_tokens(reading, words, article)
    if words[0] is noun and not article and is_unique(reading, noun, words):
        feminine = gender == "f" and not starts_with_vowel(text)
        text = f"la {text}" if feminine else f"{article_for(noun, text)}{text}"
    return Phrase(
        role="attribute", text=text, span=replace(words[0].span, end=words[-1].span.end), kind="function", head=noun.lemma,
        gender="f" if noun.has("Gender=Fem") else "m",
    )  # fmt: skip
