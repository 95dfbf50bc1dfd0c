"""The names of a sentence that a gap may stand for beside those that act in its main clause: whom or what a deed is of, where, by which name.

Several names in a row are asked together: « L’île compte trois ports : Brume, Gand et Sund. » has one gap, for one of them could be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.things import is_spoken
from quizgen.langs.fr.passage.trifles import people
from quizgen.model import Document, Entity, Reading, Sentence, Token

BETWEEN = (",", "et", "ou", "le", "la", "les", "l’", "l'", "de", "d’", "d'", "du", "des", "à", "au", "aux", "en")  # amid a list
JOINTS = (",", "et", "ou")
EXAMPLES = ("surtout", "notamment", "particulier", "particulièrement", "comme", "lesquels", "lesquelles", "aucun", "aucune", "rien")
SINGLED_OUT = (*EXAMPLES, "dont")  # one of more, or told of another verb
PERIODS = ("siècle", "millénaire", "saison", "année")
SHORTEST = 3  # letters
REACH = 4  # tokens from one name of a list to the next


@dataclass(frozen=True, kw_only=True)
class Name:
    """The tokens first..last (half-open) of a name, or of several in a row: `kind` is « thing » where it is not sure what the name is of."""

    first: int
    last: int
    kind: str
    entity: Entity | None = None


def find_names(reading: Reading, sentence: Sentence) -> Iterator[Name]:
    """The lists of names, and the names by themselves, in text order."""
    document = reading.document
    end = 0
    for token in document.words(sentence):
        if token.i < end or not token.name or is_spoken(document, token) or is_bracketed(document, token):
            continue
        names = list_from(document, token)
        end = names[-1].i + 1
        if follows_list(document, token):
            continue
        entity = reading.entity(token)
        if len(names) > 1:
            if stands_near(document, token, EXAMPLES) or goes_on(document, names[-1]):
                continue
            people = all(t.name == "PER" for t in names)
            yield Name(first=start_of_list(document, names), last=end, kind="people" if people else "thing")
        elif entity is not None and is_telling(document, token):
            yield Name(first=token.i, last=end, kind=sure_kind(document, token, entity), entity=entity)


def start_of_list(document: Document, names: list[Token]) -> int:
    """Where the gap of a list begins: at the article of its first name, where the others have theirs (« _____ ont rejoint … » for two countries),
    or where it is of one alone: « la CGT et FO ».
    """
    article = document.before(names[0])
    if article is None or article.pos != "DET" or article.head != names[0].i:
        return names[0].i
    led = article.text.lower() in ("le", "la") or any(document.child(t, "det") is not None for t in names[1:])
    return names[0].i - 1 if led else names[0].i


def list_from(document: Document, name: Token) -> list[Token]:
    """`name` and the names after it that make a list with it, which ends with « et » or « ou »; `name` alone if there is no such list."""
    names, joined = [name], False
    while not joined:
        run = document.tokens[names[-1].i + 1 : names[-1].i + 1 + REACH]
        following = next((t for t in run if t.name), None)
        between = [t.text.lower() for t in run if following is not None and t.i < following.i]
        if following is None or not between or between[0] not in JOINTS or any(word not in BETWEEN for word in between):
            return [name]
        names.append(following)
        joined = between[0] != ","
    return names


def is_telling(document: Document, name: Token) -> bool:
    """Whether a name is whole and by itself: no number or letter, not singled out of several, no time, no part of a street's or a post's name."""
    after, before = document.after(name), document.before(name)
    if len(name.text) < SHORTEST or re.search(r"\d{4}", name.text) or (after is not None and (after.lemma in PERIODS or after.text[:1] in "-–")):
        return False
    if before is not None and before.text.lower() in word_set("grammar", "own"):
        return False  # « notre Système solaire »
    if any(t is not None and t.name for t in (before, after)) or is_held(document, name):
        return False
    return not stands_near(document, name, SINGLED_OUT) and not (after is not None and after.text != "," and goes_on(document, name))


def is_held(document: Document, name: Token) -> bool:
    """« rue du Pont », « francs CFA », « la ministre de la Pêche »: whether a name is no more than a word of what stands before it."""
    near = document.tokens[max(document.sentence_of(name).first, name.i - REACH + 1) : name.i]
    noun = next((t for t in reversed(near) if t.text.lower() not in BETWEEN), None)
    return noun is not None and any(noun.lemma in word_set("nouns", key) for key in ("streets", "currencies", "holding_name"))


def stands_near(document: Document, name: Token, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands right before a name, its article and noun aside."""
    near = document.tokens[max(document.sentence_of(name).first, name.i - REACH + 1) : name.i]
    return any(t.text.lower() in words for t in near)


def goes_on(document: Document, name: Token) -> bool:
    """« Brume et la Maison des vents »: whether a list goes on after a name with one that was not read."""
    after = document.after(name)
    return after is not None and after.text.lower() in JOINTS and opens_name(document, after, led=after.text == ",")


def opens_name(document: Document, joint: Token, *, led: bool) -> bool:
    """Whether the first word after `joint` that is no article or preposition has a capital; if `led`, an article must stand before it."""
    rest = document.tokens[joint.i + 1 : joint.i + REACH]
    word = next((t for t in rest if t.text.lower() not in BETWEEN), None)
    return word is not None and word.text[:1].isupper() and (word.i > joint.i + 1 or not led)


def follows_list(document: Document, name: Token) -> bool:
    """Whether a list with something else comes before a name, or what stands before makes it the rest of another name or of a time: « M. Lund »."""
    before = document.before(name)
    if before is None:
        return False
    if before.lemma in PERIODS or before.text.lower().endswith(("’s", "'s")):
        return True
    i, told = before.i, False
    while i > document.sentence_of(name).first and document.tokens[i].text.lower() in BETWEEN and document.tokens[i].text.lower() not in JOINTS:
        i, told = i - 1, True
    if before.text in word_set("names", "addresses"):
        return True
    return document.tokens[i].text.lower() in JOINTS and (told or document.tokens[i].text != "," or document.tokens[i - 1].pos == "PROPN")


def is_bracketed(document: Document, name: Token) -> bool:
    """Whether a name stands in brackets: told in passing, or the same in letters."""
    words = document.tokens[document.sentence_of(name).first : name.i]
    opened = sum(t.text.count("(") + t.text.count("[") - t.text.count(")") - t.text.count("]") for t in words)
    return opened > 0


def sure_kind(document: Document, name: Token, entity: Entity) -> str:
    """The kind of a name where words show it: a known country or sea, a person by two names, a town behind « à »; else « thing »."""
    before = document.before(name)
    low = before.text.lower() if before is not None else ""
    beside = before is not None and before.pos == "NOUN" and before.lemma not in people() and not is_function(before.lemma)  # « l’affaire X »
    if entity.kind in ("country", "sea") or (entity.kind == "person" and " " in name.text and not beside):
        return entity.kind
    return "city" if entity.kind == "city" and low == "à" else "thing"
