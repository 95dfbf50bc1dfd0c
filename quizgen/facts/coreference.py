"""Pronouns and phrases such as « les deux dirigeants » -> the entities they stand for, or nothing.

Strict on purpose: a link is made only when gender, number, kind and distance leave one candidate. A wrong link makes a
false card; a missing one costs a card. (Coreference models for French get 63 to 72 % of pronouns right.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.langs import LanguagePack, Pointer
from quizgen.model import Document, Entity, Reading, Sentence, Token

REACH = 1  # sentences back; farther antecedents are guesses
FOCUS = 3  # sentences back that may still be about the same person, quotations not counted
GROUP_REACH = 2  # a count narrows the choice, so « les deux dirigeants » may stand a sentence farther off
SUBJECTS = ("nsubj", "nsubj:pass")
WORD = r"[\w-]+"
PERSONS = frozenset({"person"})


def resolve_pointers(reading: Reading, pack: LanguagePack) -> Reading:
    """`reading` with links for the pointers that have one antecedent, read from left to right."""
    links = dict(reading.links)
    growing = Reading(document=reading.document, entities=reading.entities, links=links)
    places = places_of(links)
    quotes = reading.document.quotations
    for token in reading.document.tokens:
        pointer = pack.read_pointer(growing, token)
        if pointer is None or token.i in links:
            continue
        found = antecedents(growing, token, pointer, quotes)
        if found:
            links[token.i] = found
            for entity in found:
                places.setdefault(entity.name, []).append(token.i)
            if len(found) == 1 and pointer.gender and not found[0].gender:
                growing = learn_gender(growing, found[0], pointer.gender, places[found[0].name])
    return replace(growing, settled=True)


def places_of(links: dict[int, tuple[Entity, ...]]) -> dict[str, list[int]]:
    """The name of each entity -> the tokens that are linked to it."""
    places: dict[str, list[int]] = {}
    for i, found in links.items():
        for entity in found:
            places.setdefault(entity.name, []).append(i)
    return places


def learn_gender(reading: Reading, entity: Entity, gender: str, places: Sequence[int]) -> Reading:
    """`reading` with the gender that a pronoun shows of `entity`, which is linked at `places`: the links are changed there."""
    known = replace(entity, gender=gender)
    for i in places:
        reading.links[i] = tuple(known if e == entity else e for e in reading.links[i])
    return replace(reading, entities=tuple(known if e is entity else e for e in reading.entities))


def antecedents(reading: Reading, token: Token, pointer: Pointer, quotes: dict[int, int]) -> tuple[Entity, ...]:
    """The entities that `token` stands for: one, or `pointer.count` of them; empty if that is not sure."""
    if pointer.entities:
        return pointer.entities
    if pointer.count > 1:
        return _group(reading, token, pointer)
    if pointer.last:
        return _last_named(reading, token, pointer)
    if not pointer.human and _is_under_impersonal(reading.document, token):
        return ()
    above = clause_subject_above(reading.document, token)
    if above is not None and quotes.get(above.i) == quotes.get(token.i):
        entity = reading.entity(_named(reading, above))
        if entity and agrees(entity, pointer):
            doubtful = entity.kind != "person" and not entity.gender and pointer.human
            return () if doubtful and _person_in_focus(reading, token, pointer) else (entity,)
        if entity is None and _may_agree(above, pointer) and not (pointer.human and above.pos == "NOUN" and above.lemma not in pointer.rivals):
            return ()
    if quotes.get(token.i) is not None:
        return ()
    found = _subject_before(reading, token, pointer) or _previous_subject(reading, token, pointer) or _person_in_focus(reading, token, pointer)
    return found or _titled(reading, token, pointer) or _news_person(reading, token, pointer)


def _titled(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """What an article of an encyclopedia is about, whose title is its name: « elle » in a paragraph that has named nothing else lately."""
    document = reading.document
    if pointer.number != "s" or not (token.pos == "DET" or (token.pos == "PRON" and token.dep in SUBJECTS and pointer.gender)):
        return ()
    title = document.article.title.partition(" (")[0].casefold()
    topics = [e for e in reading.entities if _is_title(e, title) and agrees(e, pointer)]
    if len(topics) != 1 or (pointer.human and topics[0].kind != "person"):
        return ()
    number = document.sentence_number(token)
    near = [t for s in document.sentences[max(0, number - REACH) : number + 1] for t in document.words(s) if t.i < token.i]
    told = (t for t in near if t.i not in document.quotations and t.text[:1].isalpha())  # no word of a speech, and no « % »
    return () if any(_may_be_meant(reading, t, topics[0], pointer) for t in told) else (topics[0],)


def _news_person(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """Whom a piece of news is about: the one person of its title and subject of its first sentence, where the paragraph names nobody else.

    A pronoun that opens a paragraph goes back to that person if nobody else with a name has been a subject in the paragraph before.
    """
    document = reading.document
    if not pointer.human or token.pos != "PRON" or token.dep not in SUBJECTS or not pointer.gender:
        return ()
    topic = _topic_of_news(reading)
    if topic is None or topic.gender != pointer.gender:
        return ()
    number = document.sentence_number(token)
    here = document.sentences[number].paragraph
    words = [t for s in document.sentences[: number + 1] if s.paragraph in (here - 1, here) for t in document.words(s) if t.i < token.i]
    told = [t for t in words if t.i not in document.quotations]
    own = [t for t in told if document.sentence_of(t).paragraph == here]
    if any(_may_be_meant(reading, t, topic, pointer) or _is_unnamed_rival(reading, t, pointer) for t in own if t.pos != "NOUN" or t.dep in SUBJECTS):
        return ()
    subjects = [e for t in told if t.dep in SUBJECTS for e in reading.links.get(_named(reading, t).i, ())]
    return () if any(e.kind == "person" and e.name != topic.name and agrees(e, pointer) for e in subjects) else (topic,)


def _topic_of_news(reading: Reading) -> Entity | None:
    """The one person whom the title names, if the first sentence has that person as its subject."""
    document = reading.document
    title = _spaced(document.article.title)
    people = [e for e in reading.entities if e.kind == "person" and any(_spaced(n) in title for n in (e.name, *e.aliases))]
    people = [e for e in people if not any(_spaced(e.name) in _spaced(o.name) for o in people if o is not e)]  # « Ida » of « Ida Lund »
    if len(people) != 1:
        return None
    subjects = [t for t in document.words(document.sentences[0]) if t.dep in SUBJECTS and document.head(t).dep == "ROOT"]
    beside = [t for s in subjects for t in document.children(s, "appos", "flat", "nmod") if document.child(t, "case") is None]
    return people[0] if any(people[0] in reading.links.get(t.i, ()) for t in (*subjects, *beside)) else None


def _spaced(text: str) -> str:
    """The words of `text` between single spaces, so that one is found whole in another."""
    return f" {' '.join(re.findall(WORD, text))} "


def _is_title(entity: Entity, title: str) -> bool:
    """Whether a title is the name of `entity`, or for a person ends with it (« Anna de Lis-Berg », of Berg) or is the name in short.

    Not so « Vote : X soutient Y », which is news of two.
    """
    names = [n.casefold() for n in (entity.name, *entity.aliases)]
    if title in names or entity.kind != "person" or ":" in title:
        return title in names
    first, _, last = title.partition(" ")
    full = [n for n in names if last and n.startswith(f"{first} ") and n.endswith(f" {last}")]  # « Ida Vera Lund », of « Ida Lund »
    return bool(full) or any(title.endswith((f" {n}", f"-{n}")) for n in names)


def _may_be_meant(reading: Reading, word: Token, topic: Entity, pointer: Pointer) -> bool:
    """Whether a word near a pronoun is one that the pronoun may stand for as well as for the `topic` of the article."""
    linked = reading.links.get(word.i, ())
    if linked:
        return any(e.name != topic.name and agrees(e, pointer) and (e.kind == topic.kind or word.dep in SUBJECTS) for e in linked)
    if word.pos == "NOUN" and _tells_topic(reading, word, topic):
        return False
    if word.pos == "PROPN" or (word.pos == "NOUN" and word.dep in (*SUBJECTS, "obj", "dobj", "ROOT")):
        return _may_agree(word, pointer) and (topic.kind != "person" or word.pos == "PROPN" or not pointer.human)
    return _is_loose_pronoun(reading, word, pointer) and word.dep in SUBJECTS and not word.has("PronType=Prs")


def _tells_topic(reading: Reading, noun: Token, topic: Entity) -> bool:
    """« Gand est la capitale de … Elle … »: whether a noun only tells what the topic is."""
    document = reading.document
    subjects = (t for t in document.children(noun, *SUBJECTS) if document.child(noun, "cop") is not None)
    return any(topic.name in (e.name for e in reading.links.get(_named(reading, t).i, ())) for t in subjects)


def _subject_before(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """The one person who is a subject before `token` in its sentence: « X a répondu ; elle a écrit … »."""
    words = [t for t in reading.document.words(reading.document.sentence_of(token)) if t.i < token.i and t.dep in SUBJECTS]
    if reading.document.head(token).dep not in ("ROOT", "conj", "parataxis") or any(_is_rival(reading, t, pointer) for t in words):
        return ()
    found = _agreeing(reading, (_named(reading, t) for t in words), replace(pointer, kinds=PERSONS))
    return found if len(found) == 1 and pointer.gender else ()


def _person_in_focus(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """The one person who agrees in the nearest of the sentences before that names anybody who does.

    Sentences within a quotation are passed over. Nobody if the sentence of `token` names somebody itself, or if a thing
    (under a verb of people: a body or somebody unnamed) is a subject on the way.
    """
    if pointer.number != "s" or not (pointer.gender or pointer.human):
        return ()
    document, quotes = reading.document, reading.document.quotations
    number, passed = document.sentence_number(token), 0
    people = replace(pointer, kinds=PERSONS)
    for sentence in (document.sentences[n] for n in range(number, -1, -1)):
        words = [t for t in document.words(sentence) if t.i < token.i and t.i not in quotes and t.pos != "DET" and not _is_kin(document, t)]
        found = _agreeing(reading, words, people)
        here = sentence is document.sentences[number]
        subjects = [t for t in words if t.dep in SUBJECTS]
        if (here and found) or any(_is_unnamed_rival(reading, t, pointer) or _is_loose_pronoun(reading, t, pointer) for t in subjects):
            return ()
        if found:
            apart = sentence.paragraph != document.sentences[number].paragraph
            if apart and _is_about_another(reading, found[0], people):
                return ()
            sure = found[0].gender or (pointer.human and found == _first_two(reading, token.i, people))
            return found if len(found) == 1 and sure else ()
        passed += bool(words) and not here
        if passed == (FOCUS if pointer.human else 1):
            break
    return _only_person(reading, token, pointer)


def _is_about_another(reading: Reading, found: Entity, pointer: Pointer) -> bool:
    """Whether the title names another person who agrees, and not `found`: a new paragraph may well go on with that one."""
    title = reading.document.article.title
    named = [e for e in reading.entities if e.name in title and e.gender and agrees(e, pointer)]
    return bool(named) and found not in named and not any(alias in title for alias in found.aliases)


def _is_kin(document: Document, name: Token) -> bool:
    """Whether a name is told in passing, as somebody of another one's: « retrouvé par sa nièce, X, »."""
    comma, noun = document.tokens[max(0, name.i - 1)], document.tokens[max(0, name.i - 2)]
    owners = (t for t in document.tokens[max(0, name.i - 4) : max(0, name.i - 2)] if t.has("Poss=Yes"))
    doing = any(t.dep.startswith("nsubj") for t in (noun, *((document.head(noun),) if noun.dep == "conj" else ())))  # « X et sa sœur, Y, ont … »
    return comma.text == "," and noun.pos == "NOUN" and not doing and any(owners)


def _only_person(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """The one person who agrees of all whom the article has named so far, if the verb is one of people and the person returns."""
    found = _first_two(reading, token.i, replace(pointer, kinds=PERSONS))
    return found if pointer.human and len(found) == 1 and found[0].gender and len(found[0].mentions) > 1 else ()


def _is_unnamed_rival(reading: Reading, subject: Token, pointer: Pointer) -> bool:
    """Whether a subject that is no known person may be meant: a thing, or under a verb of people a noun that can act so."""
    if subject.pos != "NOUN" or not _may_agree(subject, pointer) or _is_said_of_name(reading, subject):
        return False
    beside = (t for t in reading.document.subtree(subject) if t.i >= subject.i and reading.document.child(t, "case") is None)
    if any(e.kind == "person" for t in beside for e in reading.links.get(t.i, ())):
        return False  # « le président de la chambre, X »
    return not pointer.human or subject.lemma in pointer.rivals


def _is_loose_pronoun(reading: Reading, subject: Token, pointer: Pointer) -> bool:
    """Whether a pronoun that stands for nothing known agrees: it may well mean the same unknown one."""
    before = reading.document.before(subject)
    return (
        subject.pos == "PRON"
        and not (before is not None and before.pos == "ADP")  # « derrière elle »
        and subject.has("Person=3")
        and subject.i not in reading.links
        and _may_agree(subject, pointer)
        and not subject.has("PronType=Rel")
        and not (pointer.human and (subject.has("Gender=Neut") or _is_under_impersonal(reading.document, subject)))
    )


def _may_agree(subject: Token, pointer: Pointer) -> bool:
    """Whether the marks of a noun allow what a pronoun asks for."""
    gender = {"m": "Gender=Fem", "f": "Gender=Masc"}.get(pointer.gender, "")
    return subject.has("Number=Plur") == (pointer.number == "p") and not (gender and subject.has(gender))


def _last_named(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """The name met last in the sentence, or in the one before (« celui-ci »), if it agrees and is of a kind asked for."""
    document = reading.document
    number = document.sentence_number(token)
    here = [t for t in document.words(document.sentences[number]) if t.i < token.i and t.i in reading.links]
    before = document.words(document.sentences[number - 1]) if number and not here else ()
    linked = [reading.links[t.i] for t in (*before, *here) if t.i in reading.links]
    people = [found[0] for found in linked if len(found) == 1 and (not pointer.kinds or found[0].kind in pointer.kinds)]
    return (people[-1],) if people and agrees(people[-1], pointer) and people[-1].gender else ()


def clause_subject_above(document: Document, token: Token) -> Token | None:
    """The subject of the clause that the clause of `token` hangs on, if it stands before `token`."""
    verb = document.head(token)
    for above in document.ancestors(verb):
        subject = document.child(above, *SUBJECTS)
        if subject is not None and subject.i < token.i and subject.i != token.i:
            return subject
    return None


def _is_under_impersonal(document: Document, token: Token) -> bool:
    """« X admet qu’il importe qu’il soit repeint »: what an impersonal verb calls for may be told of anything."""
    verb = document.head(token)
    above = document.head(verb)
    return verb.dep in ("ccomp", "csubj") and document.child(above, "expl:subj", "expl") is not None


def _previous_subject(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """The one entity of the sentence before that agrees and is a subject there."""
    number = reading.document.sentence_number(token)
    sentence = reading.document.sentences[number]
    near = reading.document.sentences[max(0, number - REACH) : number]
    earlier = [s for s in near if s.paragraph == sentence.paragraph or pointer.across or reading.document.goes_on(number)]
    subjects = [t for s in earlier for t in reading.document.words(s) if t.dep in SUBJECTS]
    main = [t for t in subjects if reading.document.head(t).dep == "ROOT"]
    for tokens in (main, subjects):
        found = _agreeing(reading, (_named(reading, t) for t in tokens), pointer)
        if found and (_is_in_passing(reading, tokens, found[0]) or _is_less_sure(reading, token, found[0], pointer)):
            return ()  # « ce que Gand voulait empêcher: une alliance. Elle … »: a place told in passing, whose gender nothing shows
        if found and found[0].kind != "person" and _is_told_as_owned(reading, tokens, found[0]):
            return ()
        if found and found[0].kind != "person" and _names_person(reading, earlier, pointer):
            return ()
        if len(found) == 1 and not any(_is_rival(reading, t, pointer) or _is_loose_pronoun(reading, t, pointer) for t in tokens):
            return () if _brings_up_another(reading, tokens, found[0], pointer) else found
        if found:
            return ()
    return ()


def _is_in_passing(reading: Reading, subjects: Sequence[Token], chosen: Entity) -> bool:
    """Whether a thing or place whose gender nothing shows is only the subject of a relative clause."""
    own = (reading.document.head(t) for t in subjects if chosen in reading.links.get(_named(reading, t).i, ()))
    return chosen.kind != "person" and not chosen.gender and all(verb.dep.startswith("acl") for verb in own)


def _is_told_as_owned(reading: Reading, subjects: Sequence[Token], chosen: Entity) -> bool:
    """« La Norvège fut sa patrie »: the sentence is about the one whose it was."""
    document = reading.document
    told = (document.head(t) for t in subjects if chosen in reading.links.get(_named(reading, t).i, ()))
    nouns = (noun for head in told for noun in ((head,) if document.child(head, "cop") else document.children(head, "xcomp")))
    return any(t.has("Poss=Yes") and not t.has("Number[psor]=Plur") for noun in nouns for t in document.children(noun, "det", "nmod:poss", "poss"))


def _is_less_sure(reading: Reading, token: Token, chosen: Entity, pointer: Pointer) -> bool:
    """Whether a town is chosen for « elle », which nothing shows to be one, while the article has named a woman; « il » may be its team."""
    if chosen.gender or pointer.gender != "f" or chosen.kind != "city":
        return False
    return any(e.kind == "person" and e.gender == pointer.gender and min(e.mentions) < token.i for e in reading.entities)


def _brings_up_another(reading: Reading, subjects: Sequence[Token], chosen: Entity, pointer: Pointer) -> bool:
    """Whether a person who agrees is the object of the verb of one of `subjects`, or listed with it: « X a choisi Y. Il … » may well go on with Y."""
    document = reading.document
    objects = [t for s in subjects for t in (*document.children(document.head(s), "obj", "dobj"), *document.children(s, "conj"))]
    others = _agreeing(reading, (_named(reading, t) for t in objects), pointer)
    return chosen.kind == "person" and any(e.kind == "person" and e != chosen for e in others)


def _named(reading: Reading, subject: Token) -> Token:
    """The name that stands for `subject`: itself, or the one beside it (« le ministre de la Santé, X »; not « les lois X »)."""
    if subject.has("Number=Plur") and subject.pos == "NOUN":
        return subject
    beside = (t for t in reading.document.children(subject, "appos", "flat") if t.i in reading.links)
    return subject if subject.i in reading.links else next(beside, subject)


def _names_person(reading: Reading, sentences: Sequence[Sentence], pointer: Pointer) -> bool:
    """Whether a person who agrees is named in `sentences`: a better antecedent than a country or a body."""
    linked = (reading.links.get(t.i, ()) for s in sentences for t in reading.document.words(s))
    return any(len(found) == 1 and found[0].kind == "person" and agrees(found[0], pointer) for found in linked)


def _is_rival(reading: Reading, subject: Token, pointer: Pointer) -> bool:
    """Whether a common noun that is no name agrees as well."""
    if (
        _named(reading, subject).i in reading.links
        or subject.pos != "NOUN"
        or _is_said_of_name(reading, subject)
        or (pointer.kinds and pointer.kinds <= PERSONS)
    ):
        return False
    return _may_agree(subject, pointer)


def _is_said_of_name(reading: Reading, subject: Token) -> bool:
    """« avocat à Gand, X a appris », « explique X le directeur »: a verb has two subjects, and one of them is a known person."""
    others = (t for t in reading.document.children(reading.document.head(subject), *SUBJECTS) if t is not subject)
    return any(e.kind == "person" for t in others for e in reading.links.get(t.i, ()))


def _group(reading: Reading, token: Token, pointer: Pointer) -> tuple[Entity, ...]:
    """The entities of the sentence before, when they are exactly as many as the phrase counts."""
    number = reading.document.sentence_number(token)
    for back in range(number, max(-1, number - GROUP_REACH - 1), -1):
        words = [t for t in reading.document.words(reading.document.sentences[back]) if t.i < token.i]
        found = _agreeing(reading, words, pointer)
        if len(found) > pointer.count:  # « X a battu Y, selon des résultats annoncés par Z »: Z is none of the two
            found = _agreeing(reading, [t for t in words if not _is_in_aside(reading.document, t)], pointer)
        if any(pointer.gender and e.gender and e.gender != pointer.gender for e in found):
            return ()
        if len(found) == pointer.count:
            return found
        if found:
            return _countries_of_title(reading, pointer, found)
    return _countries_of_title(reading, pointer, ())


def _countries_of_title(reading: Reading, pointer: Pointer, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The countries of the title, if they are exactly as many as the phrase counts, and the text before it names no other."""
    title = f" {reading.document.article.title} "
    named = tuple(e for e in reading.entities if e.kind == "country" and re.search(rf"(?<![\w-]){re.escape(e.name)}(?![\w-])", title))
    fits = bool(pointer.kinds) and "country" in pointer.kinds and "person" not in pointer.kinds and len(named) == pointer.count
    return named if fits and set(found) <= set(named) else ()


def _is_in_aside(document: Document, name: Token) -> bool:
    """Whether a name is told under a participle that tells of a noun, or in brackets behind another name."""
    bracketed = name.dep == "appos" and name.i > 0 and document.tokens[name.i - 1].text == "("
    return bracketed or any(t.dep == "acl" for t in document.ancestors(name))


def _first_two(reading: Reading, end: int, pointer: Pointer) -> tuple[Entity, ...]:
    """The entities named before the token `end` that agree, two at most: more are not asked for, and the text may be long."""
    found: list[Entity] = []
    for i in range(end):
        entities = reading.links.get(i, ())
        if len(entities) == 1 and entities[0] not in found and agrees(entities[0], pointer):
            found.append(entities[0])
            if len(found) > 1:
                break
    return tuple(found)


def _agreeing(reading: Reading, tokens: Iterable[Token], pointer: Pointer) -> tuple[Entity, ...]:
    linked = (reading.links.get(t.i, ()) for t in tokens)
    return tuple(dict.fromkeys(e for entities in linked for e in entities if len(entities) == 1 and agrees(e, pointer)))


def agrees(entity: Entity, pointer: Pointer) -> bool:
    """Whether gender, number and kind allow `entity`; what is not known does not forbid."""
    if pointer.kinds and entity.kind not in pointer.kinds:
        return False
    if pointer.count == 1 and entity.number != pointer.number:
        return False
    return not (entity.gender and pointer.gender and entity.gender != pointer.gender and pointer.count == 1)
