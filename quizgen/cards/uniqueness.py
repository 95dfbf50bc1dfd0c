"""One right answer: what the other facts of the article answer to the same question, and which wrong answers are surely wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from quizgen.cards.material import Material
from quizgen.facts.identity import canonical
from quizgen.langs import Alternative
from quizgen.model import Clause, Fact

# Whoever is in one of these is as much in the other: X met Y, Y met X.
MUTUAL = frozenset({"participant", "other", "party", "parties", "neighbour"})
EXACT = ("number", "time", "duration", "measure")  # kinds of which a thing has one: any other is wrong
FIGURES = ("number", "measure")  # several may stand in one sentence, each with what it is of: « $40 for each adult and $20 for each child »
PINS = ("number", "time", "duration")  # kinds of argument that make a fact a single one in the world
LOOSE = frozenset({"membership", "agreement", "location", "border"})  # what is said of one may hold of many others
OWN = frozenset({"announcement", "proposal"})  # what one says of one's own plans
ENOUGH = 2  # other named arguments that make it single as well
SINGLE = frozenset({"role", "meeting"})  # a function that one alone holds, an encounter of two known people


def rival_answers(fact: Fact, role: str, facts: Sequence[Fact], question: str) -> tuple[str, ...]:
    """Other answers that the article gives to the `question` for `role` of `fact`.

    A rival says the same (type, predicate, polarity, modality, teller), has every other argument that the question says, and
    another one in the role. Against a figure in the article's own words, neither what stands in those words is one, nor what another
    sentence tells of nothing that they name.
    """
    asked = frozenset(word for word in words(question) if len(word) > 2 or word.isdigit())
    said = {other for other in _others(fact, role) if other[1] & asked}
    own = _values(fact, role)
    rivals = (f for f in facts if f is not fact and _way(f) == _way(fact) and said <= _others(f, role))
    if fact.told is not None and role in FIGURES:
        rivals = (f for f in rivals if said and f.evidence != fact.evidence)
    found = (value for rival in rivals for value in _values(rival, role))
    return tuple(dict.fromkeys(value for value in found if not any(is_same(value, mine) for mine in own)))


def _way(fact: Fact) -> tuple[str, ...]:
    return (fact.type, fact.predicate, fact.polarity, fact.modality, fact.attribution, *_helpers(fact))


def _helpers(fact: Fact) -> tuple[str, ...]:
    """The words with which a question asks for a deed that somebody tells: « may have done » has another answer than « would do »."""
    inner = [c for c in fact.clause.complements if isinstance(c, Clause)] if fact.clause is not None and fact.argument("doer") is not None else []
    return tuple(f"{c.verb.before} {c.verb.finite} {c.verb.rest}" for c in inner)


def _values(fact: Fact, role: str) -> tuple[str, ...]:
    return tuple(canonical(a) for a in fact.arguments if a.role == role)


def _others(fact: Fact, role: str) -> frozenset[tuple[str, frozenset[str]]]:
    """The arguments of `fact` beside `role`, as words; beside a number, the thing counted without it."""
    number = frozenset().union(*map(words, _values(fact, role))) if role == "number" else frozenset()
    return frozenset((a.role, words(canonical(a)) - number) for a in fact.arguments if a.role != role)


def is_same(one: str, other: str) -> bool:
    """Whether one answer is the other with a word more: « des navires », « des navires de guerre »."""
    mine, theirs = words(one), words(other)
    return mine <= theirs or theirs <= mine


@lru_cache(maxsize=8192)  # each fact is held against its kin
def words(text: str) -> frozenset[str]:
    """The words of `text`, in lower case and without accents."""
    text = unicodedata.normalize("NFKD", text.casefold())
    return frozenset(re.findall(r"\w+", "".join(c for c in text if not unicodedata.combining(c))))


def sound_alternatives(material: Material, fact: Fact, role: str, right: Sequence[str]) -> tuple[Alternative, ...]:
    """The pack's wrong fillers of `role` that are surely wrong; `right` are the answers that count."""
    found = material.pack.alternatives(fact, role, material.facts, material.entities, material.article)
    return choose_sound(found, fact, role, material.kin(fact), material.quote(fact), right)


def choose_sound(
    found: Sequence[Alternative], fact: Fact, role: str, facts: Sequence[Fact], quote: str, right: Sequence[str]
) -> tuple[Alternative, ...]:
    """Those of `found` that are wrong by this fact, by its sisters, by its sentence, and as far as the world is known.

    Nothing is sure where the fact may be true of others outside of the article.
    """
    argument = fact.argument(role)
    if argument is None:
        return ()
    known = {*map(words, right), *(words(canonical(a)) for a in fact.arguments)}
    wrong = [a for a in found if words(a.name) not in known and words(a.text) not in known]
    apart = [a for a in wrong if not words(a.name) <= words(quote)]  # what the sentence also holds may have its share in the answer
    if argument.kind in (*EXACT, "function"):
        return tuple(a for a in apart if not any(_is_told(a.name, f, fact, role) for f in facts))
    return tuple(a for a in apart if not any(may_fit(a.name, f, fact, role) for f in facts)) if is_single(fact, role) else ()


def _is_told(value: str, other: Fact, fact: Fact, role: str) -> bool:
    """Whether a fact of the same predicate gives `value` for the role: two tellers need not agree."""
    return other is not fact and other.predicate == fact.predicate and any(is_same(value, own) for own in _values(other, role))


def is_single(fact: Fact, role: str) -> bool:
    """Whether the other arguments make the fact a single one, so that nobody outside of the article did the same."""
    if fact.type in SINGLE:
        return True
    others = [a for a in fact.arguments if a.role != role]
    named = {canonical(a) for a in others if a.mention.entity}
    if fact.type in OWN and len(others) >= ENOUGH and named:
        return True
    return fact.type not in LOOSE and (any(a.kind in PINS for a in others) or len(named) >= ENOUGH)


def may_fit(name: str, other: Fact, fact: Fact, role: str) -> bool:
    """Whether `other`, a fact of the same kind, has `name` in it and nothing that would tell it from `fact`."""
    kin = other is not fact and (other.predicate == fact.predicate or (other.type == fact.type != "action"))
    if not kin or not any(words(name) <= words(canonical(a)) for a in other.arguments):
        return False
    return not any(_differ(fact, other, r) for r in {a.role for a in fact.arguments} - {role} - MUTUAL)


def _differ(fact: Fact, other: Fact, role: str) -> bool:
    mine, theirs = _values(fact, role), _values(other, role)
    return bool(mine and theirs) and not any(is_same(a, b) for a in mine for b in theirs)
