"""Names of an article -> entities: one per real thing, with kind, gender and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from quizgen.langs.fr.forms.dates import MONTHS, WEEKDAYS
from quizgen.langs.fr.forms.geography import find_country, is_people, is_place_form, plain, plain_set
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.reference.acronyms import SHORT, spells
from quizgen.model import Document, Entity, Reading, Span, Token

ARTICLES = ("le", "la", "l’", "l'", "les", "du", "au", "des", "aux")
INITIAL = re.compile(r"([A-ZÉÈ])[a-z]?(?:\.(?: ?-?[A-Z]\.)*|-[A-Z]\b\.?) ?(?=[A-ZÀ-Ý])")
FEMININE = re.compile(r"(?:[iy]enne|onne|trice|euse|ière|esse|ante|ente)s?$")  # of functions: « historienne », « présidente »
LEAST_TITLE = 3  # words of a title, its article aside
PEOPLES = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:ains|ans|ais|ois|iens|éens|ards)")
# « le directeur du site de Velmora Nina Lund »: a place and behind it a person, told by a common given name, which are no name of three words.
BEHIND_PLACE = re.compile(r"\bd(?:e |’)([A-ZÀ-Ý][\wà-ÿ-]+) (([A-ZÀ-Ý][a-zà-ÿ]+)(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? [A-ZÀ-Ý][\wà-ÿ’-]+)(?![\w’-]| [A-ZÀ-Ý])")
# « Baptisée « PK1 », elle … », « Baptisée Tarka, la sonde … »
OPENED_BY_NAME = re.compile(
    r"(?:^|(?<=[.!?\n] )|(?<=\n))(?:(?:Baptis|Dénomm)ée? |(?:Nomm|Appel)ée? (?=[«“]))(?:[«“]\s*)?"
    r"([A-Z0-9][\w-]*(?: [A-Z0-9][\w-]*){0,3})(?:\s*[»”])?, (?=(?:elle|il|la|le) |l[’'])",
    re.MULTILINE,
)
SLIP_LENGTH = 6  # letters; in shorter names one letter makes another name


def trim_name(words: Sequence[str]) -> tuple[int, int] | None:
    """The part of `words` that is a name: no determiner before it, no punctuation or common word after it."""
    first, last = 0, len(words)
    while first < last and (_is_loose(words[first]) or _is_determiner(words[first])):
        first += 1
    while last > first and not words[last - 1][:1].isupper() and not words[last - 1].isdigit() and not _is_tail(words[first:last]):
        last -= 1
    part = words[first:last]
    if not part or any(mark in "".join(part) for mark in ',;:«»()[]"“”') or _is_calendar(part):
        return None
    if not part[0][:1].isupper() and part[0] not in word_set("nouns", "seas"):
        return None
    if part[0] in word_set("names", "not_names") and len(part) < 3:
        return None
    return first, last


def _is_tail(part: Sequence[str]) -> bool:
    """Whether the small last word belongs to the name: « Cour suprême », « Coupe du monde de football »; not « Parlement russe »."""
    last = part[-1]
    if part[0][:1].islower() or plain(part[0]) not in heads() or not re.fullmatch(r"[a-zà-ÿœ-]{4,}", last) or part[1] == "pour":
        return False
    if any(word in ("de", "d’", "d'", "du", "des") for word in part) or find_country(" ".join(part)):
        return last not in word_set("grammar", "function_words")
    return not (is_place_form(last) or last.endswith("ment") or last in word_set("grammar", "function_words"))


@cache
def heads() -> dict[str, str]:
    """Plain common nouns that begin a name, with their gender."""
    return {plain(n): gender for gender, key in (("m", "masculine_heads"), ("f", "feminine_heads")) for n in word_set("names", key)}


def _is_loose(word: str) -> bool:
    return not any(c.isalnum() for c in word) or word in word_set("names", "addresses")


def _is_determiner(word: str) -> bool:
    """Determiners before a name; « De », « Du » with a capital are part of it (« De Gaulle »)."""
    return word in word_set("grammar", "determiners") or word in ("Le", "La", "Les", "L’", "L'", "Un", "Une", "Ce", "Cette")


def _is_calendar(part: Sequence[str]) -> bool:
    return any(word.lower() in (*MONTHS, *WEEKDAYS) for word in part)


@cache
def organisations() -> dict[str, dict[str, Any]]:
    """The known organisations by plain name."""
    return {plain(name): entry for entry in read_words("names")["organisations"] for name in entry["names"]}


def read_entities(names: Sequence[Token], document: Document) -> tuple[Entity, ...]:
    """One entity per real thing: full names first, then last names, slips and known aliases joined to them."""
    groups: dict[str, list[Token]] = {}
    for token in names:
        groups.setdefault(plain(token.text), []).append(token)
    index = NameIndex(groups)
    near = {key: index.owner(key) for key in groups}
    owners = {key: _last_owner(key, near) for key in groups}
    belonging: dict[str, list[Token]] = {}
    for key, owner in owners.items():
        belonging.setdefault(owner, []).extend(groups[key])
    return tuple(_entity(belonging[key], groups[key][0].text, document) for key in groups if owners[key] == key)


def _last_owner(key: str, near: dict[str, str]) -> str:
    """Whose form `key` is in the end: « Lund » of « Karl Lund », that of « Karl Lund Holm »."""
    seen = [key]
    while near[seen[-1]] not in seen:
        seen.append(near[seen[-1]])
    return seen[-1] if near[seen[-1]] == seen[-1] else key


class NameIndex:
    """The names of an article by what may join two of them, so that none is held against all others."""

    def __init__(self, groups: dict[str, list[Token]]) -> None:
        self.groups = groups
        self.organisations: dict[int, list[str]] = {}  # by the identity of the entry in the word list
        self.countries: dict[str, list[str]] = {}
        self.endings: dict[str, list[str]] = {}  # last words of a longer name -> that name
        self.openings: dict[str, list[str]] = {}  # its first words
        self.likely: dict[tuple[str, int], list[tuple[str, str]]] = {}  # (first letter, length) -> (name, its last word or itself)
        for key, tokens in groups.items():
            if entry := organisations().get(key):
                self.organisations.setdefault(id(entry), []).append(key)
            if country := find_country(tokens[0].text):
                self.countries.setdefault(country.code, []).append(key)
            words = key.split()
            for n in range(1, len(words)):
                self.endings.setdefault(" ".join(words[n:]), []).append(key)
                self.openings.setdefault(" ".join(words[:n]), []).append(key)
            for part in dict.fromkeys((key, *words[-1:])):
                self.likely.setdefault((part[:1], len(part)), []).append((key, part))

    def owner(self, key: str, gone: frozenset[str] = frozenset()) -> str:
        """The key of the fullest name that `key` is another form of; itself if it has none, or more than one. Those `gone` do not count."""
        text = self.groups[key][0].text
        if entry := organisations().get(key):
            return self._first(self.organisations[id(entry)], gone)
        if country := find_country(text):
            return self._first(self.countries[country.code], gone)
        spelled = [k for k in self._spelling(text) if k != key and k not in gone]
        if len(spelled) == 1:
            return spelled[0]
        longer = self._longer(key, gone)
        if len(longer) == 1:
            return longer[0]
        begun = [k for k in self.openings.get(key, ()) if key in heads() and k not in gone]
        if len(begun) == 1:
            return begun[0]
        if spelled_out := self._without_initial(text, gone):
            return spelled_out
        targets = {self.owner(k, gone | {key}) for k in self._slips(key) if k not in gone}
        return targets.pop() if len(targets) == 1 else key

    def _first(self, keys: list[str], gone: frozenset[str]) -> str:
        return next(k for k in keys if k not in gone)

    def _spelling(self, text: str) -> list[str]:
        """The names of several words whose letters make the short form `text`."""
        if not SHORT.fullmatch(text):
            return []
        return [k for k, tokens in self.groups.items() if " " in k and spells(tokens[0].text.split(), text)]

    def _longer(self, key: str, gone: frozenset[str]) -> list[str]:
        """The persons whose names end with `key`, or begin with it if it has several words; of two such names the fuller one."""
        longer = [k for k in self.endings.get(key, ()) if k not in gone and _vote(self.groups[k]) == "PER"]
        if " " in key and _vote(self.groups[key]) == "PER":
            longer += [k for k in self.openings.get(key, ()) if k not in gone and _vote(self.groups[k]) == "PER"]
        longer = [k for k in longer if not any(other != k and other.endswith(f" {k}") for other in longer)]  # « de Lund », « Karl de Lund »
        return [k for k in longer if not INITIAL.match(self.groups[k][0].text)] or longer

    def _without_initial(self, text: str, gone: frozenset[str]) -> str:
        """The key of the only person whom « B. Lund » or « J-M Lund » can be: a full name with the same initial, or empty."""
        match = INITIAL.match(text)
        if match is None:
            return ""
        last, initial = plain(text[match.end() :]), plain(match.group(1))
        fitting = (k for k in self.endings.get(last, ()) if k not in gone and k.startswith(initial))
        found = [k for k in fitting if not INITIAL.match(self.groups[k][0].text)]
        return found[0] if len(found) == 1 else ""

    def _slips(self, key: str) -> list[str]:
        """The names at least as frequent from which one slip of the pen leads to `key`."""
        near = (pair for n in (-1, 0, 1) for pair in self.likely.get((key[:1], len(key) + n), ()))
        return [k for k, part in near if _is_slip(key, part) and len(self.groups[k]) >= len(self.groups[key])]


def _is_slip(word: str, other: str) -> bool:
    """Whether one letter left out, added, changed or swapped leads from `other` to `word`."""
    if word == other or min(len(word), len(other)) < SLIP_LENGTH or word[0] != other[0] or abs(len(word) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    rest, other_rest = word[start:], other[start:]
    swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return swapped or rest[1:] == other_rest or rest == other_rest[1:] or (rest[1:] == other_rest[1:] and len(rest) > 1)


def _vote(tokens: Sequence[Token]) -> str:
    return Counter(t.name for t in tokens).most_common(1)[0][0]


def _entity(tokens: list[Token], text: str, document: Document) -> Entity:
    name = spelt_out(best_name(tokens, text), document.article.title)
    aliases = tuple(dict.fromkeys(t.text for t in tokens if t.text != name))
    entity = Entity(name=name, kind="other", aliases=aliases, mentions=tuple(sorted(t.i for t in tokens)))
    if country := find_country(text):
        return replace(entity, kind="country", gender=country.gender, number=country.number)
    if known := organisations().get(plain(text)):
        return replace(entity, kind="organisation", gender=known["gender"], number=known.get("number", "s"), with_article=True)
    kind = kind_of(tokens, document)
    gender = person_gender(tokens, document) if kind == "person" else thing_gender(tokens, document)
    article = any(is_after(t, document, *ARTICLES) for t in tokens)
    number = "p" if kind != "person" and any(is_after(t, document, "les", "des", "aux") for t in tokens) else "s"
    titled = kind == "other" and len(name.split()) >= LEAST_TITLE  # « La Maison des sept puits », a novel
    if (kind == "organisation" or titled) and (own := _own_article(tokens, document)):
        entity, article = replace(entity, name=f"{own}{name}"), False
    functions = tuple(filter(None, (function_words(t, document) for t in tokens))) if kind == "person" else ()
    return replace(entity, kind=kind, gender=gender, number=number, functions=functions, with_article=article)


def _own_article(tokens: Sequence[Token], document: Document) -> str:
    """« L’ » of « L’Avenir », « Le » of « Le Matin »: an article that has its capital amid a sentence too."""
    before = [document.before(t) for t in tokens]
    inside = any(b is not None and document.before(b) is not None for b in before)
    own = {b.text for b in before if b is not None} if all(before) else set()
    article = own.pop() if len(own) == 1 else ""
    return {"L’": "L’", "L'": "L’", "Le": "Le ", "La": "La ", "Les": "Les "}.get(article, "") if inside else ""


def spelt_out(name: str, title: str) -> str:
    """« Jean-Marc Lund » of the title for « J-M Lund » of the text; `name` if the title has no such first name."""
    match = INITIAL.match(name)
    last = name[match.end() :] if match is not None else ""
    found = re.search(rf"\b{match.group(1)}[\w’-]+ {re.escape(last)}\b", title) if match is not None and last else None
    return found.group() if found is not None else name


def best_name(tokens: Sequence[Token], text: str) -> str:
    """The name to say: the longest form of a person, else the most frequent form, else the first."""
    forms = Counter(t.text for t in tokens)
    return text if forms[text] == max(forms.values()) or " " in text else forms.most_common(1)[0][0]


def kind_of(tokens: Sequence[Token], document: Document) -> str:
    """The kind of a name from the recogniser's label and the words around it."""
    text = tokens[0].text
    first = plain(text.split()[0])
    if first in plain_set("nouns", "seas") or text in word_set("names", "seas"):
        return "sea"
    if first in plain_set("nouns", "organisations"):
        return "organisation"
    if is_people(text) or all(is_people_form(t, document) for t in tokens):
        return "people"
    label = _vote(tokens)
    if label == "PER" and not any(c.isdigit() for c in text):
        if _is_thing_after_all(tokens, document):
            return "other"
        return "region" if _is_place_after_all(tokens, document) else "person"
    if label in ("ORG", "MISC", "LOC") and " " in text and any(_is_told_as_person(t, document) for t in tokens):
        return "person"
    if label == "ORG" or (re.fullmatch(r"[A-ZÉ]{2,6}", text) and label != "LOC"):
        return "organisation"
    if label == "LOC" and not any(c.isdigit() for c in text):
        return place_kind(tokens, document)
    return "other"


@cache
def addressing() -> frozenset[str]:
    """Verbs that are done to, or for, somebody named after « à »."""
    return frozenset(word_set("verbs", "recipients") | word_set("verbs", "addressing") | word_set("speech", "blame", "addressee"))


def _is_place_after_all(tokens: Sequence[Token], document: Document) -> bool:
    """« des heurts ont éclaté à El Hamma »: a name read as that of a person, which stands where only that of a place can."""
    if any(nearby_function(t, document) or t.dep.startswith(("nsubj", "appos")) for t in tokens):
        return False
    given = any(is_given_name(t.text.split()[0]) for t in tokens)
    return any(_stands_as_place(t, document, given=given) for t in tokens)


def _is_thing_after_all(tokens: Sequence[Token], document: Document) -> bool:
    """« Le Vieux Passeur a été vendu »: a name read as that of a person, always with an article, to which is done what is done to things."""
    first = tokens[0].text.split()[0]
    told = is_given_name(first) or any(nearby_function(t, document) or not is_after(t, document, "le", "la", "l’", "l'") for t in tokens)
    verbs = [document.head(t) for t in tokens if t.dep == "nsubj:pass"]
    return not told and any(v.text.lower().removesuffix("e") in word_set("clauses", "done_to_things") for v in verbs)


def _stands_as_place(token: Token, document: Document, *, given: bool) -> bool:
    """Whether « à » leads from a verb of being or going somewhere to a name; from another one, where the verb does not need it.

    A name that begins as a given one (« Ben Zarkoun ») is that of a place where things happen alone.
    """
    case, verb = document.child(token, "case"), document.head(token)
    if case is None or case.text.lower() != "à" or verb.pos != "VERB" or not token.dep.startswith("obl"):
        return False
    if given:
        return verb.lemma in word_set("verbs", "happening")
    if verb.lemma == "rendre":
        return document.child(verb, "expl:pv", "expl", "obj") is not None and any(
            t.text.lower() in ("se", "s’", "s'") for t in document.children(verb)
        )
    return verb.lemma in word_set("verbs", "placing") | word_set("verbs", "happening") or (token.dep == "obl:mod" and verb.lemma not in addressing())


def is_people_form(token: Token, document: Document) -> bool:
    """Whether a name in the plural ends as that of a people that no country has today: « les Assyriens », « des Carolingiens »."""
    people = PEOPLES.fullmatch(token.text) is not None and token.text not in word_set("names", "plural_places")
    return people and is_after(token, document, "les", "des", "aux", "ces")


def _is_told_as_person(name: Token, document: Document) -> bool:
    """« Professeur X »; « X, présidente de Y »: a function right after the comma; « explique X le maire de Y »: after its article."""
    before, comma = document.before(name), document.after(name)
    if before is not None and before.text in word_set("names", "addresses"):
        return True
    noun = document.after(comma) if comma is not None and comma.text == "," else None
    if comma is not None and comma.text in ("le", "la") and document.head(name).lemma in word_set("verbs", "report"):
        noun = document.after(comma)
    return noun is not None and noun.pos == "NOUN" and noun.text.islower() and noun.lemma in word_set("nouns", "functions")


def place_kind(tokens: Sequence[Token], document: Document) -> str:
    """city for « à Gao » or « la ville de Gao », other for what is in the sky, region for the rest."""
    if tokens[0].text in word_set("names", "celestial"):
        return "other"
    for token in tokens:
        before = document.before(token)
        if before and before.text.lower() == "à":
            return "city"
        noun = document.before(before) if before and before.text.lower() in ("de", "d’", "d'") else None
        if noun is not None and noun.lemma in ("ville", "capitale", "commune", "village", "maire", "mairie", "aéroport"):
            return "city"
    if any(_has_article(t, document) for t in tokens):
        return "region"
    return "city" if tokens[0].text in known_cities() or not all(_is_told_as_thing(t, document) for t in tokens) else "other"


@cache
def known_cities() -> frozenset[str]:
    """The cities of the tables."""
    return frozenset(name for names in read_words("distractors")["cities"].values() for name in names)


def _is_told_as_thing(name: Token, document: Document) -> bool:
    """Whether a name is a mere subject, or what « c’est » presents: nothing shows that it is a place."""
    presented = name.dep == "ROOT" and document.child(name, "cop") is not None
    return (presented or name.dep in ("nsubj", "nsubj:pass")) and document.child(name, "case") is None


def _has_article(token: Token, document: Document) -> bool:
    before = document.before(token)
    return before is not None and (before.pos == "DET" or before.text.lower() in ("en", "du", "au"))


def is_after(token: Token, document: Document, *words: str) -> bool:
    """Whether the word before `token` is one of `words`."""
    before = document.before(token)
    return before is not None and before.text.lower() in words


def thing_gender(tokens: Sequence[Token], document: Document) -> str:
    """The gender that an article shows, the noun that opens the name, or a participle beside it; or empty."""
    for token in tokens:
        if is_after(token, document, "la", "cette", "une"):
            return "f"
        if is_after(token, document, "le", "du", "au", "un", "ce"):
            return "m"
    if _vote(tokens) == "LOC" and any(is_after(t, document, "l’", "l'") for t in tokens) and re.fullmatch(r"\w+e", tokens[0].text):
        return "f"  # rivers and regions: « l’Aude », « l’Oise »
    shown = {"f" if t.has("Gender=Fem") else "m" for name in tokens if (t := _told_beside(name, document)) is not None}
    return heads().get(plain(tokens[0].text).split(" ")[0], "") or (shown.pop() if len(shown) == 1 else "")


def _told_beside(name: Token, document: Document) -> Token | None:
    """The participle of « Rana velensis, décrite en 1902, … »."""
    comma = document.after(name)
    told = document.after(comma) if comma is not None and comma.text == "," else None
    return told if told is not None and told.dep == "acl" and told.head == name.i and told.has("Tense=Past", "VerbForm=Part") else None


def person_gender(tokens: Sequence[Token], document: Document) -> str:
    """The gender that titles, functions, articles and participles show; empty if they disagree or say nothing."""
    votes = Counter(g for token in tokens for g in _gender_signs(token, document))
    if not votes:
        return given_name_gender(tokens) or _weak_gender(tokens, document)
    if votes["m"] == votes["f"]:
        return ""
    return votes.most_common(1)[0][0]


def _weak_gender(tokens: Sequence[Token], document: Document) -> str:
    """What the form of a function noun without an article says: « présidente », « ambassadeur »; « maire » says nothing."""
    nouns = [noun for t in tokens if (noun := nearby_function(t, document)) is not None]
    forms = {"f" if n.has("Gender=Fem") else "m" for n in nouns if n.has("Gender=Fem") or not n.text.endswith("e")}
    return forms.pop() if len(forms) == 1 else ""


def given_name_gender(tokens: Sequence[Token]) -> str:
    """What the first name says, where it is a common one; else empty."""
    firsts = {re.split(r"[ -]", plain(t.text).replace(" ", "-"))[0] for t in tokens if len(t.text.split()) > 1}
    for gender, key in (("f", "feminine"), ("m", "masculine")):
        if firsts & plain_set("names", key):
            return gender
    return ""


def find_behind_places(text: str) -> Iterator[Span]:
    """The names of persons that stand right behind that of a place, where the recogniser reads one name."""
    for match in BEHIND_PLACE.finditer(text):
        if is_given_name(match.group(3)) and not is_given_name(match.group(1)):
            yield Span(start=match.start(2), end=match.end(2))


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name: « Nina »."""
    return plain(word) in plain_set("names", "feminine") | plain_set("names", "masculine")


def _gender_signs(token: Token, document: Document) -> list[str]:
    signs = []
    before = document.before(token)
    if before and before.text in ("M.", "Mme", "Mlle", "M"):
        signs.append("m" if before.text.startswith("M.") or before.text == "M" else "f")
    noun = nearby_function(token, document)
    if noun is not None and is_after(noun, document, "le", "un", "du", "au", "la", "une"):
        signs.append("f" if is_after(noun, document, "la", "une") else "m")
    elif noun is not None and FEMININE.search(noun.text.lower()):
        signs.append("f")  # « l’historienne X »
    if (kin := _kin_beside(token, document)) is not None:
        signs.append("f" if kin.has("Gender=Fem") else "m")
    head = document.head(token)
    if token.dep in ("nsubj", "nsubj:pass") and head.has("VerbForm=Part") and document.child(head, "aux:pass"):
        signs.append("f" if head.has("Gender=Fem") else "m")
    return signs


def _kin_beside(name: Token, document: Document) -> Token | None:
    """The noun of « sa femme, X », « son frère X »: what somebody is to another shows the gender."""
    noun = document.head(name)
    beside = name.dep in ("appos", "nmod", "flat", "flat:name") and document.child(name, "case") is None and 0 < name.i - noun.i <= 2
    return noun if beside and noun.lemma in word_set("nouns", "kin") and not noun.has("Number=Plur") else None


def nearby_function(token: Token, document: Document) -> Token | None:
    """The function noun that `token` stands in apposition to: « le président français X », « X, maire de Y »."""
    functions = word_set("nouns", "functions")
    head = document.head(token)
    if head.lemma in functions and head.i < token.i and token.dep in ("appos", "nmod", "flat:name"):
        return head
    return next((c for c in document.children(token, "appos", "nmod") if c.lemma in functions), None)


def function_words(token: Token, document: Document) -> frozenset[str]:
    """The lemmas of the function that stands beside a name: {« ministre », « russe », « affaire », « étranger »}."""
    noun = nearby_function(token, document)
    if noun is None:
        return frozenset()
    return frozenset(plain(t.lemma) for t in document.subtree(noun) if t.pos in ("NOUN", "ADJ", "PROPN") and t.name != "PER")


def name_tokens(reading: Reading) -> list[Token]:
    """Tokens that name something: the recogniser's, and the countries and organisations that it missed."""
    found = []
    for token in reading.document.tokens:
        if is_people(token.text) and not is_after(token, reading.document, "les", "des", "aux", "ces", "de", "d’", "d'"):
            continue  # « la Suissesse »: somebody, told by the words around it
        known = token.text[:1].isupper() and (find_country(token.text) or plain(token.text) in organisations())
        if token.name or (known and token.pos in ("PROPN", "NOUN", "X")):
            found.append(token)
    return found
