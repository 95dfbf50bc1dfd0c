"""A fact and a role -> wrong fillers of that role, of the same kind and with the same grammar: the article's own, then data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from babel import Locale

from quizgen.langs import Alternative
from quizgen.langs.en.asking.question_words import PLACE_NOUNS, is_known_body
from quizgen.langs.en.asking.questions import FRACTION, answer_of
from quizgen.langs.en.forms.amounts import other_amounts, other_dates
from quizgen.langs.en.forms.geography import find_country, plain
from quizgen.langs.en.forms.morphology import lower_first
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.en.phrase.wording import say_entity
from quizgen.langs.nearness import NEAR_DATA, other_things
from quizgen.langs.targets import find_target, verb_above
from quizgen.model import Article, Entity, Fact, Phrase

UNSURE = ("before", "after", "until", "till", "by", "from", "between", "around", "through")  # other dates after them are right too
LONGEST_MEASURE = 4  # words: « 521 kg of cargo »; with more, something else is told too
LONGEST_NAME = 3  # words of a country's name


def alternatives(fact: Fact, role: str, facts: Sequence[Fact], entities: Sequence[Entity], article: Article) -> tuple[Alternative, ...]:
    """Wrong fillers of `role`, best first; none where no kind of thing is sure to be wrong."""
    target = find_target(fact, role)
    if target is None or fact.clause is None:
        return ()
    lemma = verb_above(fact.clause, target).lemma
    if role == "number":
        return tuple(_counts(target))
    if target.kind == "time":
        texts = other_dates(target.text, article.date)
        return () if target.marker in UNSURE else tuple(_respell(target, role, lemma, texts))
    if target.kind in ("duration", "measure"):
        return tuple(_respell(target, role, lemma, other_amounts(target.text))) if len(target.text.split()) <= LONGEST_MEASURE else ()
    if target.kind == "function":
        return tuple(_functions(target, role, facts))
    return tuple(_things(fact, target, role, entities))


def _things(fact: Fact, target: Phrase, role: str, entities: Sequence[Entity]) -> Iterator[Alternative]:
    """Other people, places and bodies; none where more than the name is said, which would show the key."""
    if len(target.entities) != 1 or fact.clause is None or not _is_bare(target):
        return
    if target is fact.clause.subject and target.kind in PLACE_NOUNS and target.kind != "country":
        return
    entity = target.entities[0]
    own = (e for e in entities if e.kind == entity.kind and is_like(entity, e, fact, target))
    yield from (_named(target, role, e, near) for e, near in other_things(entity, own, _from_data(entity), plain))


def _is_bare(target: Phrase) -> bool:
    """Whether nothing but the name is said."""
    entity = target.entities[0]
    return target.kind == "person" or plain(target.text) in (plain(say_entity(entity)), plain(entity.name))


def is_like(entity: Entity, other: Entity, fact: Fact, target: Phrase) -> bool:
    """Whether `other` fits where `entity` stands: as full a name, the number, and the gender where it shows."""
    clause = fact.clause
    if clause is None or entity.number != other.number or {e.name for p in clause.phrases() for e in p.entities} & {other.name, *other.aliases}:
        return False
    if entity.kind == "organisation":
        return _is_known(entity, target) == _is_known(other, target)
    if entity.kind == "city":
        placed = any(p is not target and p.kind == "country" for p in clause.phrases())
        return _country_of(other) is not None and (not placed or _country_of(other) == _country_of(entity))
    if entity.kind != "person":
        return True
    if any(re.search(r"\b(he|she|his|her)\b", p.text) for p in clause.phrases()) and entity.gender != other.gender:
        return False
    return (" " in entity.name) == (" " in other.name) and entity.name.split()[-1] != other.name.split()[-1]  # « J. Olsen », « Jens Olsen »


def _is_known(entity: Entity, target: Phrase) -> bool:
    return is_known_body(replace(target, entities=(entity,)))


def _named(target: Phrase, role: str, entity: Entity, near: float) -> Alternative:
    """`entity` said as `target` is."""
    text = entity.name if entity.kind == "person" else say_entity(entity)
    phrase = replace(target, text=text, entities=(entity,), gender=entity.gender or target.gender, number=entity.number)
    return Alternative(text=set_typography(answer_of(phrase, role)), phrase=phrase, name=entity.name, near=near)


# --- things from data


def _from_data(entity: Entity) -> Iterator[Entity]:
    """Things of the kind of `entity` that it is known with: the countries of its region, the cities of its country, seas, bodies of states."""
    makers: dict[str, Callable[[Entity], Iterator[Entity]]] = {"country": _countries, "city": _cities, "sea": _seas, "organisation": _bodies}
    if entity.kind in makers:
        yield from makers[entity.kind](entity)


def _countries(entity: Entity) -> Iterator[Entity]:
    country = find_country(entity.name)
    region = next((codes for codes in read_words("distractors")["regions"].values() if country and country.code in codes), ())
    for code in region:
        other = find_country(str(Locale("en").territories[code]).replace("'", "’"))
        if country and other and other.code != country.code and len(other.name.split()) <= LONGEST_NAME:
            yield Entity(name=other.name, kind="country", number=entity.number)


def _country_of(city: Entity) -> str | None:
    """The code of the country where a city of our tables lies; None for one unknown there, or in two countries (« Brest »)."""
    codes = [code for code, cities in read_words("distractors")["cities"].items() if city.name in cities]
    return codes[0] if len(codes) == 1 else None


def _cities(entity: Entity) -> Iterator[Entity]:
    code = _country_of(entity)
    yield from (Entity(name=name, kind="city") for name in (read_words("distractors")["cities"][code] if code else ()))


def _seas(entity: Entity) -> Iterator[Entity]:
    group = next((names for names in read_words("distractors")["seas"] if entity.name in names), ())
    yield from (Entity(name=name, kind="sea", with_article=True) for name in group)


def _bodies(entity: Entity) -> Iterator[Entity]:
    group = next((names for names in read_words("distractors")["bodies"] if plain(entity.name) in map(plain, names)), ())
    bare = word_set("distractors", "bare_bodies")
    yield from (Entity(name=name, kind="organisation", with_article=name not in bare) for name in group)


# --- numbers, dates, functions


def _counts(target: Phrase) -> Iterator[Alternative]:
    """Other numbers of the thing counted: « some 3,000 » for « some 4,000 »."""
    own = _bare_count(target.count)
    if FRACTION.fullmatch(target.counted):
        return  # « three thirds »
    for text, near in other_amounts(target.count):
        other = re.sub(rf"(?i)(?<!\w){re.escape(own)}(?!\w)", _bare_count(text), target.text, count=1)
        phrase = replace(target, count=text, text=other)
        if other != target.text:
            yield Alternative(text=set_typography(answer_of(phrase, "number")), phrase=phrase, name=text, near=near)


def _bare_count(count: str) -> str:
    """A number in digits without the words before it, which the text of its phrase may lack."""
    return re.sub(r"^\D*?(?=\d)", "", count) or count


def _respell(target: Phrase, role: str, lemma: str, texts: Iterator[tuple[str, float]]) -> Iterator[Alternative]:
    for text, near in texts:
        phrase = replace(target, text=text)
        yield Alternative(text=set_typography(answer_of(phrase, role, lemma)), phrase=phrase, name=text, near=near)


def _functions(target: Phrase, role: str, facts: Sequence[Fact]) -> Iterator[Alternative]:
    """Other offices of the same body, or the same office for other matters; none that the article gives anybody."""
    given = {plain(p.text) for f in facts if f.clause for p in f.clause.phrases() if p.kind == "function"}
    for text in (*_other_portfolios(target.text), *_other_offices(target.text)):
        if plain(text) not in given:
            yield from _respell(target, role, "", iter([(text, NEAR_DATA)]))


def _other_portfolios(text: str) -> Iterator[str]:
    """« the Swedish defence minister » -> « the Swedish justice minister », « the minister of defence » -> « the minister of justice »."""
    for name in read_words("distractors")["portfolios"]:
        pattern = rf"\b{name}(?= minister\b)|(?<=\bminister (?:of|for) ){name}\b"
        if own := re.search(pattern.replace("(?:of|for)", "for"), text, re.I) or re.search(pattern.replace("(?:of|for)", "of"), text, re.I):
            others = (other for other in read_words("distractors")["portfolios"] if other != name)
            yield from (f"{text[: own.start()]}{_cased(other, own.group())}{text[own.end() :]}" for other in others)
            return


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


def _other_offices(text: str) -> Iterator[str]:
    """« the secretary-general of NATO » -> « the president of NATO »."""
    offices = read_words("distractors")["offices"]
    own = next((office for office in sorted(offices, key=len, reverse=True) if lower_first(text).startswith(f"the {office} of ")), None)
    if own:
        rest = text[len(f"the {own}") :]
        yield from (f"the {office}{rest}" for office in offices if office != own)
