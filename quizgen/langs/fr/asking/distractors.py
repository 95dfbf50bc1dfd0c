"""A fact and a role -> wrong fillers of that role, of the same kind and with the same grammar: the article's own, then data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from babel import Locale

from quizgen.langs import Alternative
from quizgen.langs.fr.asking.question_words import PLACE_WORDS
from quizgen.langs.fr.asking.questions import answer_of
from quizgen.langs.fr.forms.amounts import other_amounts, other_dates, read_amount
from quizgen.langs.fr.forms.geography import Country, find_country, plain
from quizgen.langs.fr.forms.morphology import join_preposition, lower_first, starts_with_vowel
from quizgen.langs.fr.forms.typography import set_typography
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.wording import say_entity
from quizgen.langs.fr.reference.names import organisations
from quizgen.langs.nearness import NEAR_DATA, other_things
from quizgen.langs.targets import find_target
from quizgen.model import Article, Entity, Fact, Phrase

UNSURE = ("avant", "après", "jusque", "jusqu’à", "jusqu’en", "dès", "d’ici", "d’ici à", "entre", "vers")  # other dates after them are right too
LONGEST_MEASURE = 4  # words: « 521 kg de charges »; with more, something else is told too
LONGEST_NAME = 3  # words of a country's name


def alternatives(fact: Fact, role: str, facts: Sequence[Fact], entities: Sequence[Entity], article: Article) -> tuple[Alternative, ...]:
    """Wrong fillers of `role`, best first; none where no kind of thing is sure to be wrong."""
    target = find_target(fact, role)
    if target is None or fact.clause is None:
        return ()
    if role == "number":
        return tuple(_counts(target))
    if target.kind == "time":
        return tuple(_moments(target, role, article.date))
    if target.kind in ("duration", "measure"):
        if len(target.text.split()) > LONGEST_MEASURE:
            return ()
        return tuple(_respell(target, role, other_amounts(target.text)))
    if target.kind == "function":
        return tuple(_functions(target, role, facts))
    if (
        len(target.entities) != 1
        or not _is_bare(target)
        or (target is fact.clause.subject and target.kind in PLACE_WORDS and target.kind != "country")
    ):
        return ()
    entity = target.entities[0]
    own = (e for e in entities if e.kind == entity.kind and is_like(entity, e, fact, target))
    return tuple(_named(target, role, e, near) for e, near in other_things(entity, own, _from_data(entity), plain))


def _is_bare(target: Phrase) -> bool:
    """Whether nothing but the name is said: options that lacked what else is said would show which is the key."""
    entity = target.entities[0]
    return target.kind == "person" or plain(target.text) in (plain(say_entity(entity)), plain(entity.name))


def is_like(entity: Entity, other: Entity, fact: Fact, target: Phrase) -> bool:
    """Whether `other` fits where `entity` stands: as full a name, the number, and the gender where it shows."""
    clause = fact.clause
    if clause is None or entity.number != other.number or {e.name for p in clause.phrases() for e in p.entities} & {other.name, *other.aliases}:
        return False
    shows = fact.type == "role" or (target is clause.subject and (clause.verb.with_be or clause.verb.passive))
    if shows and (not entity.gender or entity.gender != other.gender):
        return False
    if entity.kind == "organisation" and ((plain(entity.name) in organisations()) != (plain(other.name) in organisations())):
        return False
    if entity.kind == "city":
        placed = any(p is not target and p.kind == "country" for p in clause.phrases())
        return _country_of(other) is not None and (not placed or _country_of(other) == _country_of(entity))
    if entity.kind != "person":
        return True
    return (" " in entity.name) == (" " in other.name) and entity.name.split()[-1] != other.name.split()[-1]  # « J. Olsen », « Jens Olsen »


def _named(target: Phrase, role: str, entity: Entity, near: float) -> Alternative:
    """`entity` said as `target` is, with the preposition that it takes."""
    country = find_country(entity.name)
    if entity.kind == "country" and country:
        marker, text = _say_country(target.marker, country)
    elif entity.kind == "sea":
        marker, text = target.marker, entity.name if target.marker == "en" else say_entity(entity)
    else:
        marker, text = target.marker, entity.name if entity.kind == "person" else say_entity(entity)
    phrase = replace(target, text=text, marker=marker, entities=(entity,), gender=entity.gender or target.gender, number=entity.number)
    return Alternative(text=set_typography(answer_of(phrase, role)), phrase=phrase, name=entity.name, near=near)


def _say_country(marker: str, country: Country) -> tuple[str, str]:
    """(preposition, words): « en Pologne », « au Danemark », « aux Pays-Bas », « à Chypre »; « de Pologne », « du Mali »."""
    full = f"{country.article}{country.name}" if country.article.endswith("’") else f"{country.article} {country.name}".strip()
    vowel = starts_with_vowel(country.name)  # « en Iran », « en Israël »
    bare = country.number == "s" and (vowel or (country.gender == "f" and country.article != ""))
    if marker in ("en", "à"):
        return ("en", country.name) if bare else ("à", full)
    if marker == "de" and bare and country.gender == "f":
        return marker, country.name
    return marker, full


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
        name = str(Locale("fr").territories[code]).replace("'", "’")
        other = find_country(name)
        if country and other and code != country.code and other.number == country.number and len(name.split()) <= LONGEST_NAME:
            yield Entity(name=name, kind="country", gender=other.gender, number=other.number)


def _country_of(city: Entity) -> str | None:
    """The code of the country where a city of our tables lies; None for one unknown there, or in two countries (« Brest »)."""
    codes = [code for code, cities in read_words("distractors")["cities"].items() if city.name in cities]
    return codes[0] if len(codes) == 1 else None


def _cities(entity: Entity) -> Iterator[Entity]:
    code = _country_of(entity)
    yield from (Entity(name=name, kind="city") for name in (read_words("distractors")["cities"][code] if code else ()))


def _seas(entity: Entity) -> Iterator[Entity]:
    group = next((names for names in read_words("distractors")["seas"] if entity.name in names), ())
    yield from (Entity(name=name, kind="sea", gender="f") for name in group)


def _bodies(entity: Entity) -> Iterator[Entity]:
    group = next((names for names in read_words("distractors")["bodies"] if plain(entity.name) in map(plain, names)), ())
    for name in group:
        yield Entity(name=name, kind="organisation", gender="m" if name in word_set("distractors", "masculine_bodies") else "f", with_article=True)


# --- numbers, dates, functions


def _counts(target: Phrase) -> Iterator[Alternative]:
    """Other numbers of the thing counted: « quelque 3 000 » for « quelque 4 000 »."""
    own = _bare_count(target.count)
    whole = read_amount(target.counted)  # « 180 des 240 soldats »: no part is greater
    for text, near in other_amounts(target.count):
        if whole and (part := read_amount(text)) and part.value >= whole.value:
            continue
        phrase = replace(target, count=text, text=re.sub(rf"(?i)(?<!\w){re.escape(own)}(?!\w)", _bare_count(text), target.text, count=1))
        if phrase.text != target.text:
            yield Alternative(text=set_typography(lower_first(text)), phrase=phrase, name=text, near=near)


def _bare_count(count: str) -> str:
    """A number in digits without the words before it, which the text of its phrase may lack."""
    return re.sub(r"^\D*?(?=\d)", "", count) or count


def _moments(target: Phrase, role: str, told: str) -> Iterator[Alternative]:
    if target.marker not in UNSURE:
        yield from _respell(target, role, other_dates(target.text, told))


def _respell(target: Phrase, role: str, texts: Iterator[tuple[str, float]]) -> Iterator[Alternative]:
    for text, near in texts:
        phrase = replace(target, text=text)
        yield Alternative(text=set_typography(answer_of(phrase, role)), phrase=phrase, name=text, near=near)


def _functions(target: Phrase, role: str, facts: Sequence[Fact]) -> Iterator[Alternative]:
    """Other offices of the same body, or the same office for other matters; none that the article gives anybody."""
    given = {plain(p.text) for f in facts if f.clause for p in f.clause.phrases() if p.kind == "function"}
    for text in (*_other_portfolios(target.text), *_other_offices(target.text, target.gender)):
        if plain(text) not in given:
            yield from _respell(target, role, iter([(text, NEAR_DATA)]))


def _other_portfolios(text: str) -> Iterator[str]:
    """« la ministre suédoise de la Défense » -> « la ministre suédoise de la Justice »."""
    said = {name: join_preposition("de", name) for name in read_words("distractors")["portfolios"]}
    own = next((name for name, words in said.items() if text.endswith(f" {words}")), None)
    if own and re.search(r"\b(?:vice-)?ministre\b", text):
        lead = text.removesuffix(f" {said[own]}")
        yield from (f"{lead} {words}" for name, words in said.items() if name != own)


def _other_offices(text: str, gender: str) -> Iterator[str]:
    """« le secrétaire général de l'OTAN » -> « le président de l'OTAN »."""
    offices = read_words("distractors")["feminine_offices" if gender == "f" else "masculine_offices"]
    article, _, rest = re.sub(r"^l’", "l’ ", text).partition(" ")
    own = next((office for office in sorted(offices, key=len, reverse=True) if rest.startswith(f"{office} d")), None)
    if own and article in ("le", "la"):
        yield from (f"{article} {office}{rest.removeprefix(own)}" for office in offices if office != own)
