"""Who holds which function: « le secrétaire général de l'OTAN, X », « X, maire de Y », « le président français X », « son entraîneur, X »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.geography import is_place_adjective, is_place_form
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import (
    DEAD,
    LEAD,
    find_holder,
    find_named_attribute,
    find_named_subject,
    find_owner,
    function_phrase,
    heads_with_place,
    is_central,
    is_former,
    is_named_body,
    is_unique,
    names_body,
    trimmed_function,
)
from quizgen.langs.fr.phrase.moments import told_month
from quizgen.langs.fr.phrase.wording import article_for
from quizgen.langs.fr.reference.bystanders import is_bystander
from quizgen.langs.fr.reference.names import given_name_gender
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "role"
BARE = 0.75  # « le président français »: most readers know him, and the article is not about that
GONE = re.compile(r"(?i)\b(démission|successeur|succède|remplace)")
YEAR = re.compile(r"[12]\d{3}")
KIN = re.compile(r"(.+?) (?:de |d’)(.+)")
TWO = re.compile(r"[\w-]+ et ([\w-]+)")
OWN = ("son", "sa", "leur")
PLACE_ENDINGS = ("ois", "oise", "ais", "aise")
PERSONS = ("person",)
OWNERS = ("person", "organisation", "country", "region", "other")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The functions that `sentence` gives to named persons."""
    for noun in reading.document.words(sentence):
        kin = noun.lemma in word_set("nouns", "kin")
        if (noun.lemma not in word_set("nouns", "functions") and not kin) or noun.pos not in ("NOUN", "PROPN"):
            continue
        before = reading.document.before(noun)
        if before is not None and before.text.lower() == "en":
            continue  # « commandant en chef »
        if noun.dep == "amod" and reading.document.head(noun).lemma in word_set("nouns", "kin"):
            continue  # « d’un père médecin »: his father is
        holder = find_holder(reading, noun) or find_named_subject(reading, noun) or find_named_attribute(reading, noun)
        if holder is None:
            continue
        yield attempt(NAME, read_role, reading, noun, *holder)


def read_role(reading: Reading, noun: Token, name: Token, person: Entity) -> Fact:
    """« X est F ». Raises Refused if the function is said with words that point elsewhere."""
    document = reading.document
    check_nearest(document, noun, name)
    if noun.lemma in word_set("nouns", "firms") & word_set("nouns", "functions") and not given_name_gender((name,)):
        raise Refused("a firm is told so as well")  # « l’armateur grec X »
    words = trimmed_function(document, noun, name)
    said = document.text(document.sentence_of(noun).span)
    owned = bool(words) and words[0].text.lower() in OWN
    private = noun.lemma == "homologue" or noun.lemma in word_set("nouns", "kin")
    owner = find_owner(reading, words[0], PERSONS if private else OWNERS) if owned else None
    if owned and (owner is None or owner.text == person.name or not (private or may_have(reading, owner, words))):
        raise Refused("the function is told by another person")
    words = words[1:] if owned else words
    if not words or is_former(words) or GONE.search(said):
        raise Refused("a former or future function, or one that may be held no more")
    if noun.has("Number=Plur"):
        raise Refused("a function of several people")
    check_told_whole(noun, words)
    if noun.lemma in word_set("nouns", "kin") and not (owned or any(t.name == "PER" for t in words)):
        raise Refused("whose kin it is stands elsewhere")
    whole = words
    words = without_colour(noun, words)
    check_asked(noun, words, owned)
    if words[-1].pos in ("DET", "ADP"):
        raise Refused("the function is cut")  # « maire de La | X »
    function = function_phrase(reading, noun, words, person.gender, owner)
    if noun.lemma in word_set("nouns", "kin") and function.text.split()[-1] == person.name.split()[-1]:
        raise Refused("the family name gives it away")
    single = is_unique(reading, noun, words) or (owned and noun.lemma in word_set("nouns", "unique_to_owner"))
    if len(whole) < 3 and not single and not owned and not is_telling(reading, noun, words, name, person):
        raise Refused("the bare function says too little")
    if not is_central(reading, name, person):
        check_passing(noun, words)
    check_person(reading, noun, name, person, whole)
    check_trade(reading, noun, name, person, function)
    past = bool(DEAD.search(said)) or is_past(document, noun)
    fact = build_role(reading, noun, name, person, function, words, single=single, past=past)
    return fact if single or function.named or is_known_well(reading, noun, name, whole) else replace(fact, confidence=BARE)


def check_told_whole(noun: Token, words: list[Token]) -> None:
    """Raises Refused for « ministre sous X », which is over, and for « l’homologue de X », of whom several countries have one."""
    if any(t.i > noun.i and t.text.lower() == "sous" for t in words):
        raise Refused("in whose time the function was held")
    if noun.lemma == "homologue" and not any(is_place_adjective(t.lemma) for t in words):
        raise Refused("it is not said of which country")


def check_passing(noun: Token, words: list[Token]) -> None:
    """Raises Refused for what is told little of: the function of somebody whom the article is not about."""
    if any(t.text.lower() in ("un", "une") for t in words if t.i > noun.i):
        raise Refused("somebody met in passing, of a body that is not named")
    if noun.lemma in word_set("nouns", "professions") and len(words) < 2:
        raise Refused("the trade of somebody met in passing")
    if is_ruler_known(words):
        raise Refused("who rules a country is known without the article")


def check_person(reading: Reading, noun: Token, name: Token, person: Entity, words: list[Token]) -> None:
    """Raises Refused for the side function of somebody who is named for his words, and for a person of a book or film."""
    if is_side_function(reading, noun, words) and is_bystander(reading, person, reading.document.sentence_of(name)):
        raise Refused("the function of somebody who is named for his words")
    if is_invented(reading.document, name):
        raise Refused("somebody in a book or a film")


def check_trade(reading: Reading, noun: Token, name: Token, person: Entity, function: Phrase) -> None:
    """Raises Refused for « institutrice et résistante », of which the second is no trade, and for the bare trade of who only comments."""
    document, trades = reading.document, word_set("nouns", "professions")
    if noun.lemma not in trades:
        return
    bare = re.sub(r"^(?:l[ae] |l’|une? )", "", function.text)
    if (two := TWO.fullmatch(bare)) and two.group(1) not in trades:
        raise Refused("the second word is no trade")
    said = document.sentence_of(name)
    once = all(said.first <= i < said.last for i in person.mentions) and document.sentence_number(name) >= LEAD
    quoted = any(t.i in document.quotations for t in document.words(said))
    if " " not in bare and once and quoted and person.name.split()[-1] not in document.article.title:
        raise Refused("the trade of somebody who only comments")


def is_side_function(reading: Reading, noun: Token, words: list[Token]) -> bool:
    """« historien local », « directeur des opérations »: a trade, or an office of a body that no name tells; not « ministre »."""
    ruling = noun.lemma == "ministre" or any(is_place_adjective(t.lemma) for t in words) or names_body(reading, words)
    return not ruling and (noun.lemma in word_set("nouns", "professions") or any(t.pos == "ADP" for t in words if t.i > noun.i and t.text != "d’"))


def is_invented(document: Document, name: Token) -> bool:
    """« Le roman suit un écrivain, X »: a work tells of him."""
    thing = next((t for t in (name, *document.ancestors(name)) if t.dep not in ("appos", "flat", "flat:name")), name)
    subject = document.child(document.head(thing), "nsubj") if thing.dep == "obj" else None
    return subject is not None and subject.i < name.i and subject.lemma in word_set("nouns", "fictions")


def may_have(reading: Reading, owner: Phrase, words: list[Token]) -> bool:
    """Whether `owner` may be one who has such a function: a person has an advocate, and no director."""
    personal = word_set("nouns", "personal_functions") | word_set("nouns", "personal_fields")
    person = any(e.kind == "person" and owner.text == e.name for e in reading.entities)
    return not person or any(t.lemma in personal for t in words)


def check_nearest(document: Document, noun: Token, name: Token) -> None:
    """Raises Refused where the name is that of a noun between: « le directeur de l’hôpital X », « chanteur du groupe avec sa sœur, X »."""
    before = document.before(name)
    houses = word_set("nouns", "named_after") & word_set("nouns", "spots")
    if before is not None and before is not noun and before.pos == "NOUN" and before.lemma in houses:
        raise Refused("the house bears the name")
    if any(t.text.lower() in OWN and document.head(t).pos == "NOUN" for t in document.tokens[noun.i + 1 : name.i]):
        raise Refused("the name belongs to a nearer noun")


def is_ruler_known(words: list[Token]) -> bool:
    """« président français », and no word more."""
    return len(words) == 2 and words[0].lemma in word_set("nouns", "rulers") and is_place_adjective(words[1].lemma)


def without_colour(noun: Token, words: list[Token]) -> list[Token]:
    """The function without what is none: the age or nationality behind a trade and all after it, the political side of an office."""
    if noun.lemma in word_set("nouns", "professions"):
        aged = next(
            (n for n, (_, number, unit) in enumerate(zip(words, words[1:], words[2:], strict=False)) if number.pos == "NUM" and unit.text == "ans"),
            None,
        )
        words = words[:aged]  # « un pêcheur de 34 ans »
        end = next((t.i for t in words if t.i > noun.i and (t.lemma == "origine" or (t.pos in ("ADJ", "NOUN") and is_nationality(t)))), None)
        words = [t for t in words if end is None or t.i < end]
        return words[:-1] if words[-1].text in ("d’", "d'") else words  # « d’origine argentine »
    return [t for t in words if t.i <= noun.i or t.head != noun.i or t.pos != "ADJ" or t.lemma not in word_set("nouns", "political_adjectives")]


def is_nationality(token: Token) -> bool:
    """« norvégien », « génois »: of a place, known or by its ending."""
    last = token.lemma.rpartition("-")[2]  # « franco-malgache »
    placed = is_place_adjective(last) or is_place_form(token.text.rpartition("-")[2])  # the lemma of « franco-malgache » is guessed
    return token.text.islower() and (placed or (token.pos == "ADJ" and token.text.endswith(PLACE_ENDINGS)))


def check_asked(noun: Token, words: list[Token], owned: bool) -> None:
    """Raises Refused where « Qui est X ? » could be answered otherwise."""
    if any(YEAR.fullmatch(t.text) for t in words):
        raise Refused("a function of other years")  # « maire de Gand de 2013 à 2017 »
    listed = any(t.name == "PER" for t in words)
    office = noun.lemma in word_set("nouns", "unique") or noun.lemma in word_set("nouns", "professions")
    sided = any(t.i == noun.i + 1 and t.text.isupper() for t in words)  # « délégué CFDT », of which it is asked to what body he belongs
    shared = noun.lemma in word_set("nouns", "shared_offices") and not sided
    sole = noun.lemma in word_set("nouns", "sole_of") and words[0].text.lower() in ("le", "la", "l’", "l'")
    office = office or ((shared or sole) and any(t.name for t in words if t.i > noun.i))
    if not (office or owned or listed):
        raise Refused("« Qui est X ? » has other answers as well")


def is_past(document: Document, noun: Token) -> bool:
    """« X était le président de Y », « Le président de Y était X »."""
    copula = document.child(noun, "cop") or (document.child(document.head(noun), "cop") if noun.dep == "nsubj" else None)
    return copula is not None and copula.text.lower() in ("était", "fut")


def is_telling(reading: Reading, noun: Token, words: list[Token], name: Token, person: Entity) -> bool:
    """Whether a function of a word or two is worth a card: a body is named in it, or it is the profession of a chief person."""
    profession = noun.lemma in word_set("nouns", "professions")
    return any(t.name for t in words) or (profession and is_central(reading, name, person))


def build_role(reading: Reading, noun: Token, name: Token, person: Entity, function: Phrase, words: list[Token], *, single: bool, past: bool) -> Fact:
    """The fact that `person` is (or was) `function`; with the year, if it is an office, and asked both ways, if one alone holds it."""
    year = None if past else told_month(reading.document, noun)
    offices = word_set("nouns", "unique") | word_set("nouns", "shared_offices")
    office = noun.lemma in offices and not noun.lemma.startswith("fondat")
    subject = Phrase(
        role="subject", text=person.name, span=name.span, kind="person", gender=person.gender, entities=(person,), named=True, head=name.lemma
    )
    central, named = is_central(reading, name, person), is_named_body(reading, words)
    undated = office and year is None and noun.lemma not in word_set("nouns", "kin")  # others held it before and after
    homeless = noun.lemma == "ministre" and not named and not heads_with_place(reading.document)
    if past or undated or homeless or not single or not (central or named or function.named):
        subject = replace(subject, role="told_person")  # another may hold it too
    elif noun.lemma == "homologue" or not central:
        function = replace(function, role="told_function")
    verb = Verb(lemma="être", finite="est" if year else "était")
    if noun.lemma in word_set("nouns", "kin") and not subject.gender:
        subject = replace(subject, gender="f" if noun.has("Gender=Fem") else "m")
    parts = split_kin(reading, noun, function) if noun.lemma in word_set("nouns", "kin") else (function,)
    clause = Clause(verb=verb, subject=subject, complements=(*parts, year) if year and office else parts)
    return build_fact(reading, noun, clause, type="role", rule=NAME, predicate="être")


def split_kin(reading: Reading, noun: Token, function: Phrase) -> tuple[Phrase, ...]:
    """« fille aînée » and « de X », which is asked: « De qui Y est-elle la fille aînée ? »; the function whole where X is no person known."""
    match = KIN.fullmatch(function.text)
    relative = next((e for e in reading.entities if match and e.kind == "person" and e.name == match.group(2)), None)
    if match is None or relative is None:
        return (function,)
    told = match.group(1) if function.text.startswith(("le ", "la ", "l’")) else f"{article_for(noun, match.group(1))}{match.group(1)}"
    asked = "told_relative" if function.role.startswith("told_") else "relative"
    whom = Phrase(role=asked, text=relative.name, span=function.span, marker="de", kind="person", entities=(relative,), named=True)
    return replace(function, role="told_kin", text=told), whom


def is_known_well(reading: Reading, noun: Token, name: Token, words: list[Token]) -> bool:
    """Whether the article tells enough of the function: its body, or the trade of one who does something."""
    acting = noun.lemma in word_set("nouns", "professions") and len(words) > 1 and "nsubj" in (noun.dep, name.dep)
    return acting or names_body(reading, words)
