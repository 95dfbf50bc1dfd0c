"""Words that take up a name: « he », « its », « the company », « the two leaders »."""

from __future__ import annotations

import re

from quizgen.langs import Pointer
from quizgen.langs.en.forms.geography import is_demonym, plain
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.reference.epithets import read_epithet, read_office_holders, read_owner, read_team, read_tellers_body
from quizgen.langs.en.reference.mentions import noun_of_worst, owns_function, said_first
from quizgen.langs.en.reference.names import organisations
from quizgen.langs.en.reference.untold import TOWNS, does_something
from quizgen.model import Document, Entity, Reading, Token

PERSONAL = {"he": "m", "she": "f", "him": "m", "his": "m", "her": "f"}
GENDERED = {"man": "m", "woman": "f", "brother": "m", "sister": "f"}  # « the two men » are no woman and a man
PERSONS = frozenset({"person"})
THINGS = frozenset({"organisation", "country", "city", "region", "sea", "event", "other"})
BODIES = frozenset({"organisation", "country", "city"})
COUNTRIES = frozenset({"country"})
VERBAL = ("VERB", "AUX")
FOCUS = 3  # sentences back in which a body may still be spoken of
SUBJECTS = ("nsubj", "nsubj:pass")
COUNTS = {"two": 2, "three": 3, "four": 4, "both": 2}
ACRONYM = re.compile(r"[A-Z]{2,6}")
OPENING = 4  # words at the head of a sentence


def read_pointer(reading: Reading, token: Token) -> Pointer | None:
    """What `token` takes up, or None if it is no pointer."""
    document, low = reading.document, token.text.lower()
    if token.pos == "PRON" and (noun_of_worst(document, token) is not None or _takes_time(document, token)):
        return None
    if token.pos == "PRON":
        return read_owner(reading, token) or read_team(reading, token) or _pronoun(reading, token, low)
    if token.pos != "NOUN" and not is_demonym(token.text):
        return None
    return (
        read_office_holders(reading, token)
        or _group(document, token)
        or read_epithet(reading, token)
        or read_tellers_body(reading, token)
        or _organisation(reading, token)
        or _named_class(reading, token)
        or _same_class(reading, token)
        or _title_body(reading, token)
        or _town_before(reading, token)
    )


def aged(document: Document) -> frozenset[str]:
    """The nouns that the article tells with an age: « a 38-year-old shepherd » is somebody."""
    if (known := document.memory.get("aged")) is None:
        told = (document.head(t) for t in document.tokens if t.text.endswith("-year-old"))
        known = document.memory["aged"] = frozenset(t.lemma for t in told if t.pos == "NOUN")
    return frozenset(known)


def _follows_somebody(reading: Reading, token: Token) -> bool:
    """Whether somebody told by an age, without a name, is a subject before « he » in its sentence."""
    document = reading.document
    words = (t for t in document.words(document.sentence_of(token)) if t.i < token.i and t.dep in SUBJECTS and t.pos == "NOUN")
    unnamed = (t for t in words if t.i not in reading.links and not any(c.i in reading.links for c in document.children(t, "appos", "compound")))
    return any(t.lemma in aged(document) for t in unnamed)


def _follows_thing(reading: Reading, token: Token) -> bool:
    """Whether « it » stands behind a common noun, the object of a clause whose subject it cannot mean: « Guards shut the gate, as it … »."""
    document = reading.document
    for verb in (t for t in document.ancestors(document.head(token)) if t.pos in VERBAL):
        subject, thing = document.child(verb, *SUBJECTS), document.child(verb, "obj")
        if subject is None or thing is None or not subject.i < thing.i < token.i:
            continue
        person = any(e.kind == "person" for e in reading.links.get(subject.i, ()))
        if (person or subject.has("Number=Plur")) and thing.pos == "NOUN" and not thing.has("Number=Plur") and thing.i not in reading.links:
            return True
    return False


def _follows_plural(reading: Reading, token: Token) -> bool:
    """Whether « they » goes on with people or things without a name, the subject above it or before it: « Organisers said they »."""
    document, number = reading.document, reading.document.sentence_number(token)
    verb = document.head(token)
    above = document.head(verb) if verb.dep in ("ccomp", "advcl", "conj") else None
    if above is None and number and verb.dep == "ROOT":
        above = next((t for t in document.words(document.sentences[number - 1]) if t.dep == "ROOT"), None)
    noun = document.child(above, *SUBJECTS) if above is not None else None
    return noun is not None and noun.i < token.i and noun.pos == "NOUN" and noun.has("Number=Plur") and noun.i not in reading.links


def _may_be_done_to(reading: Reading, token: Token) -> bool:
    """Whether « It has been covered » may go on with the thing to which somebody did something before: « The ministry has shut the site. »"""
    document, number = reading.document, reading.document.sentence_number(token)
    if document.child(document.head(token), "xcomp") is not None:
        return False  # « It is expected to decide »
    if token.dep != "nsubj:pass" or not number or any(t.dep in SUBJECTS for t in document.words(document.sentences[number]) if t.i < token.i):
        return False
    words = document.words(document.sentences[number - 1])
    things = [t for t in words if t.dep == "obj" and document.head(t).dep == "ROOT" and t.pos == "NOUN" and not t.has("Number=Plur")]
    return any(t.i not in reading.links and document.child(t, "det") is not None for t in things)


def _pronoun(reading: Reading, token: Token, low: str) -> Pointer | None:
    """« he », « his », « it » with a real antecedent; not « it is known that »."""
    document = reading.document
    if low in PERSONAL and token.dep == "nsubj" and document.head(token).lemma in word_set("verbs", "speaking") and _names_source(document, token):
        return None  # the one who says it may be the one who has said the sentence before
    if low in PERSONAL and _is_told_beside(document, token):
        return None
    if low in PERSONAL and (same := _said_before(reading, token) or _who_above(reading, token) or _only_named(reading, token)):
        return Pointer(entities=same)
    if low in PERSONAL:
        rivals = actors() | aged(document)
        if _follows_somebody(reading, token) or _follows_his(document, token):
            return None
        return Pointer(gender=PERSONAL[low], kinds=PERSONS, human=True, rivals=rivals, across=token.dep.startswith("nsubj") or token.dep == "poss")
    if low == "it" and token.dep in ("obj", "pobj"):
        verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), token)
        others = [
            t
            for t in document.words(document.sentence_of(token))
            if t.i < token.i and t.dep in SUBJECTS and document.head(t) is not verb and document.head(t).pos in VERBAL
        ]
        return None if others else Pointer(kinds=THINGS)
    if low == "it" and token.dep in SUBJECTS and (teller := _teller_of_it(reading, token)):
        return Pointer(entities=teller)
    if low == "it" and token.dep in ("nsubj", "nsubj:pass") and (said := _said_first(reading, token)) is not None:
        found = reading.links.get(said.i, ())
        return Pointer(entities=found) if len(found) == 1 and found[0].kind != "person" else None
    if low == "it" and token.dep in ("nsubj", "nsubj:pass") and (told := _told_of(reading, token)) is not None:
        found = reading.links.get(told.i, ())
        return Pointer(entities=found) if len(found) == 1 and found[0].kind == "organisation" else None
    if low == "it" and token.dep in ("nsubj", "nsubj:pass"):
        verb = document.head(token)
        empty = document.children(verb, "ccomp", "csubj") or any(t.pos == "ADJ" for t in document.children(verb, "acomp", "attr"))
        return None if empty or _follows_thing(reading, token) or _may_be_done_to(reading, token) else Pointer(kinds=THINGS)
    if low == "its" and token.dep == "poss":
        return _owner(reading, token)
    if low == "they" and token.dep in SUBJECTS and _follows_plural(reading, token):
        return None
    if low in ("they", "their") and token.dep in ("nsubj", "nsubj:pass", "poss"):
        return Pointer(number="p", kinds=PERSONS | THINGS)
    return None


def _teller_of_it(reading: Reading, token: Token) -> tuple[Entity, ...]:
    """The body that says of itself what it will do: « Harl said it would add flights », whatever else stood before."""
    document = reading.document
    verb = document.head(token)
    above = document.head(verb)
    if verb.dep != "ccomp" or not above.i < verb.i or above.lemma not in word_set("verbs", "speaking") or document.child(verb, "ccomp", "csubj"):
        return ()
    subject = document.child(above, "nsubj")
    named = [t for t in (subject, *document.children(subject, "appos")) if t.i in reading.links and t.i < above.i] if subject is not None else []
    found = reading.links[named[0].i] if named else ()
    will = any(t.text.lower() in ("would", "will", "had", "has") for t in document.children(verb, "aux"))
    return found if will and len(found) == 1 and found[0].kind in ("organisation", "other") else ()


def _owner(reading: Reading, token: Token) -> Pointer | None:
    """What « its » may belong to: a thing, or a body where it goes with a function; in an aside, what that tells of."""
    document = reading.document
    if (told := _told_beside(document, token)) is not None:
        found = reading.links.get(told.i, ())
        return Pointer(entities=found) if len(found) == 1 and found[0].kind != "person" else None
    ruled = document.head(token).lemma in word_set("nouns", "of_state")
    return Pointer(kinds=BODIES if owns_function(document, token) and not ruled else THINGS)


def _takes_time(document: Document, token: Token) -> bool:
    """Whether « it » stands for nothing before a verb of how long something takes: « It took firemen an hour to reach the roof »."""
    verb = document.head(token)
    deeds = document.children(verb, "xcomp", "advcl", "ccomp")
    to = any(t.text.lower() == "to" and d.i > verb.i for d in deeds for t in document.children(d, "aux"))
    return token.text.lower() == "it" and token.dep.startswith("nsubj") and verb.lemma == "take" and to


def _told_beside(document: Document, token: Token) -> Token | None:
    """The name of a thing of which « its » tells in an aside: « the Lund Choir, the largest crowd of its tour, » speaks of the choir's."""
    for above in (token, *document.ancestors(token)):
        if above.pos in VERBAL:
            return None
        if above.dep == "appos" and document.head(above).i < above.i:
            name = document.head(above)
            return name if name.pos == "PROPN" and name.name != "PERSON" and above.lemma.lower() not in actors() else None
    return None


def _follows_his(document: Document, token: Token) -> bool:
    """Whether « his agent, X, » opens the sentence, or the one before: « he » is then X or whose agent X is.

    « him » behind it in its own sentence can only be whose agent X is, and somebody named since then leaves the sentence before behind.
    """
    number = document.sentence_number(token)
    here = [t for t in document.words(document.sentences[number]) if t.i < token.i]
    if any(_opens_with_his(document, t, token) for t in here[:OPENING]):
        return token.dep.startswith("nsubj")
    before = document.words(document.sentences[number - 1]) if number and not any(t.name == "PERSON" for t in here) else ()
    return any(_opens_with_his(document, t, token) for t in before[:OPENING])


def _opens_with_his(document: Document, owner: Token, token: Token) -> bool:
    """Whether a possessive of the gender of `token` goes with somebody: « his agent »."""
    noun = document.head(owner)
    human = noun.lemma.lower() in actors() | word_set("nouns", "informed") or any(t.name == "PERSON" for t in document.children(noun, "appos"))
    return owner.dep == "poss" and human and not noun.has("Number=Plur") and PERSONAL.get(owner.text.lower()) == PERSONAL[token.text.lower()]


def _said_before(reading: Reading, token: Token) -> tuple[Entity, ...]:
    """Whom « he », « him » or « his » means earlier in the sentence, if no other person is named between: « banned him and told him to pay »."""
    document = reading.document
    gender = PERSONAL[token.text.lower()]
    words = [t for t in document.words(document.sentence_of(token)) if t.i < token.i]
    before = next((t for t in reversed(words) if PERSONAL.get(t.text.lower()) == gender and t.pos in ("PRON", "DET")), None)
    found = reading.links.get(before.i, ()) if before is not None else ()
    if before is None or len(found) != 1 or (before.i in document.quotations) != (token.i in document.quotations):
        return ()
    others = [e for t in words if t.i > before.i for e in reading.links.get(t.i, ()) if e.kind == "person" and e != found[0]]
    return () if others else found


def _who_above(reading: Reading, token: Token) -> tuple[Entity, ...]:
    """The person of whom « who » tells in the clause of « his » or « her »: « X, who sat her exams in June »."""
    document = reading.document
    verb = next((t for t in document.ancestors(token) if t.pos in VERBAL), None)
    who = document.child(verb, *SUBJECTS) if verb is not None else None
    if verb is None or verb.dep != "acl:relcl" or who is None or who.text.lower() != "who" or who.i > token.i:
        return ()
    person = reading.entity(document.head(verb))
    return (person,) if person is not None and _may_be(person, token) else ()


def _only_named(reading: Reading, token: Token) -> tuple[Entity, ...]:
    """The only person whom the sentence names before « his » or « her »: its main subject, or one of the known gender.

    Nobody where somebody without a name stands before it too.
    """
    document = reading.document
    if token.dep not in ("poss", "obj", "dative", "pobj") or token.i in document.quotations or _follows_his(document, token):
        return ()
    words = [t for t in document.words(document.sentence_of(token)) if t.i < token.i]
    named = [(t, e) for t in words for e in reading.links.get(t.i, ()) if e.kind == "person"]
    persons = tuple(dict.fromkeys(e for _, e in named))
    if len(persons) != 1 or not _may_be(persons[0], token):
        return ()
    human = actors() | word_set("nouns", "informed")
    beside = {n.i for t, _ in named for n in (document.head(t), *document.children(t, "appos", "compound", "amod", "nmod"))}
    others = any(t.pos == "NOUN" and t.lemma.lower() in human and not t.has("Number=Plur") and t.i not in beside for t in words)
    verb = next((t for t in document.ancestors(token) if t.pos in VERBAL), None)
    if token.dep != "poss" and any(t.dep in SUBJECTS and document.head(t) is verb for t, _ in named):
        return ()  # nobody does it to himself
    chief = any(t.dep in SUBJECTS and document.head(t).dep == "ROOT" for t, _ in named)
    return persons if not others and (chief or bool(persons[0].gender)) else ()


def _is_told_beside(document: Document, token: Token) -> bool:
    """Whether a possessive stands in what somebody is told to be, and so is another's: « X, one of her assistants, »."""
    noun = document.head(token)
    above = document.head(document.head(noun)) if noun.dep == "pobj" else noun
    gloss = above if above.dep == "appos" else noun
    return token.dep == "poss" and gloss.dep == "appos" and document.head(gloss).name == "PERSON" and document.head(gloss).i < token.i


def _may_be(person: Entity, token: Token) -> bool:
    """Whether a person may be meant by « his » or « her »."""
    return person.kind == "person" and person.gender in ("", PERSONAL[token.text.lower()])


def _said_first(reading: Reading, token: Token) -> Token | None:
    """The subject of what the sentence before tells before it names who says it: « X grew, the centre said. It … »; else None."""
    document, number = reading.document, reading.document.sentence_number(token)
    if not number or any(t.dep in SUBJECTS and t.i < token.i for t in document.words(document.sentences[number])):
        return None
    said = said_first(document, number - 1)
    same = document.sentences[number - 1].paragraph == document.sentences[number].paragraph
    return document.child(said, *SUBJECTS) if said is not None and same else None


def _told_of(reading: Reading, token: Token) -> Token | None:
    """The thing or body of which the sentence before says something, by another's word: « X said the stone had cracked. It … »; else None.

    « It » is that, or the body that says it: what is told of is a body where a person says it, and else it is not sure.
    """
    document, number = reading.document, reading.document.sentence_number(token)
    if not number or any(t.dep in SUBJECTS and t.i < token.i for t in document.words(document.sentences[number])):
        return None
    verb = next((t for t in document.words(document.sentences[number - 1]) if t.dep == "ROOT"), None)
    said = document.child(verb, "ccomp") if verb is not None and verb.lemma in word_set("verbs", "speaking") else None
    told = document.child(said, *SUBJECTS) if said is not None and verb is not None and said.i > verb.i else None
    same = document.sentences[number - 1].paragraph == document.sentences[number].paragraph
    return told if told is not None and same and told.pos in ("NOUN", "PROPN") and not told.has("Number=Plur") else None


def _names_source(document: Document, token: Token) -> bool:
    """Whether the sentence before is somebody's claim: « according to X »."""
    number = document.sentence_number(token)
    return number > 0 and any(t.text.lower() == "according" for t in document.words(document.sentences[number - 1]))


def _group(document: Document, token: Token) -> Pointer | None:
    """« the two leaders », « both countries »."""
    number = document.child(token, "nummod") or next((t for t in document.children(token, "det") if t.text.lower() == "both"), None)
    count = COUNTS.get(number.text.lower()) if number else None
    definite = any(t.text.lower() in ("the", "these", "both") for t in document.children(token, "det"))
    if count is None or not definite or document.children(token, "prep", "acl", "amod", "compound", "appos", "poss"):
        return None
    if token.lemma in word_set("nouns", "persons"):
        return Pointer(gender=GENDERED.get(token.lemma, ""), kinds=PERSONS, number="p", count=count)
    if token.lemma in word_set("nouns", "countries") | word_set("nouns", "for_countries"):
        return Pointer(kinds=COUNTRIES, number="p", count=count)
    if token.lemma in word_set("nouns", "bodies"):
        return Pointer(kinds=frozenset({"organisation"}), number="p", count=count)
    return None


def _is_bare(document: Document, token: Token) -> bool:
    """Whether a noun has the definite article and nothing else."""
    following = document.after(token)
    added = following is not None and following.text == ","  # « the fund, which was set up in 2005, »
    return any(t.text.lower() == "the" for t in document.children(token, "det")) and not [
        t
        for t in document.children(token)
        if t.dep not in ("det", "punct", "case")
        and t.text.lower() not in ("itself", "themselves")
        and not (added and t.dep == "acl:relcl")
        and not t.text.endswith("-based")  # « the Gao-based firm »
    ]


def _organisation(reading: Reading, token: Token) -> Pointer | None:
    """« the alliance » for the only organisation of the article that the press calls so."""
    if not any(t.text.lower() == "the" for t in reading.document.children(token, "det")) or reading.document.children(
        token, "prep", "appos", "compound", "acl"
    ):
        return None
    noun = plain(token.lemma)
    named = [e for e in reading.entities if noun in _nouns_of(e) and min(e.mentions) < token.i]
    if _is_told_of_another(reading, token):
        return None
    bodies = [e for e in reading.entities if e.kind == "organisation" and e not in named]
    others = [e for e in bodies if re.search(rf"\b{noun}\b", plain(e.name)) or _is_called(reading.document, e, noun)]  # « the trade union Elm »
    return Pointer(entities=(named[0],)) if len(named) == 1 and not others else None


def _is_told_of_another(reading: Reading, token: Token) -> bool:
    """Whether the article has brought up another body by the same noun: « the trade union Alder … the union’s secretary » is not the EU’s."""
    document = reading.document
    before = (document.tokens[i] for i in document.by_lemma.get(token.lemma, ()) if i < token.i)
    return any(t.pos == "NOUN" and (t.dep == "compound" or document.children(t, "compound", "amod", "appos")) for t in before)


def _nouns_of(entity: Entity) -> tuple[str, ...]:
    entry = organisations().get(plain(entity.name))
    return tuple(map(plain, entry["nouns"])) if entry else ()


def _named_class(reading: Reading, token: Token) -> Pointer | None:
    """« the bridge » for the only named thing of the article that is called so: « the Tower Bridge », « X, a bridge »."""
    document = reading.document
    if not _is_bare(document, token) or token.has("Number=Plur"):
        return None
    noun = token.lemma.lower()
    if noun in actors() | word_set("nouns", "named_before") | {"winner", "loser", "champion", "finalist", "favourite"}:
        return None  # « the winner » is somebody
    told = [e for e in reading.entities if e.kind != "person" and min(e.mentions) < token.i]
    called = [e for e in told if _is_called(document, e, noun)]
    if any(e not in called and " " in e.name and plain(e.name).split()[-1] == noun for e in told):
        return None  # one of two dams, of which the other was taken for a body
    title = plain(document.article.title)
    titled = [e for e in called if plain(e.name) in title] if len(called) > 1 else called
    if not titled and noun in word_set("nouns", "bodies") | word_set("questions", "bodies"):
        titled = [e for e in called if _is_last_told(reading, token, e)]
    if noun in word_set("nouns", "bodies") and len(titled) == 1 and not _is_near(reading, token, titled[0]):
        return None  # the talk is of another one
    if noun in word_set("nouns", "in_names") and len(titled) == 1 and _is_brought_up(reading, token):
        return None
    if len(titled) == 1 and _nouns_of(titled[0]) and _is_told_of_another(reading, token):
        return None
    return Pointer(entities=(titled[0],)) if len(titled) == 1 else None


def _is_last_told(reading: Reading, token: Token, body: Entity) -> bool:
    """Whether `body` is the one of which the sentences before a bare « the union » tell last, as a subject."""
    document, number = reading.document, reading.document.sentence_number(token)
    for sentence in reversed(document.sentences[max(0, number - FOCUS) : number]):
        told = {e.name for t in document.words(sentence) if t.dep in SUBJECTS for e in reading.links.get(t.i, ()) if e.kind == "organisation"}
        if told:
            return told == {body.name}
    return False


def _is_near(reading: Reading, token: Token, body: Entity) -> bool:
    """Whether the sentences up to a bare « the company » speak of `body` last, and of no other body with it."""
    document, number = reading.document, reading.document.sentence_number(token)
    for sentence in reversed(document.sentences[max(0, number - FOCUS) : number + 1]):
        words = [t for t in document.words(sentence) if t.i < token.i]
        named = {e for t in words if not _is_unit(document, t) for e in reading.links.get(t.i, ()) if e.kind in ("organisation", "other")}
        told = {e.name for t in words if t.dep in SUBJECTS for e in reading.links.get(t.i, ()) if e in named and (e == body or _has_noun(e, token))}
        others = body not in named and any(ACRONYM.fullmatch(name) for e in named for name in (e.name, *e.aliases))  # « the CSB’s score »
        if told or others:
            return told == {body.name}
    return True


def _is_unit(document: Document, token: Token) -> bool:
    """« UTC » behind an hour, « km » behind a number."""
    before = document.before(token)
    return before is not None and before.text[:1].isdigit()


def _has_noun(body: Entity, token: Token) -> bool:
    """Whether « the agency » may mean a body: not one without « agency » in its name, unless that is an abbreviation."""
    short = any(ACRONYM.fullmatch(name) for name in (body.name, *body.aliases))
    return token.lemma not in word_set("nouns", "in_names") or short or token.lemma in plain(body.name).split()


def _same_class(reading: Reading, token: Token) -> Pointer | None:
    """« the same ship » for the only thing called so that the sentence before names."""
    document, number = reading.document, reading.document.sentence_number(token)
    told = [t.text.lower() for t in document.children(token) if t.pos != "PUNCT" and t.i < token.i]
    if told != ["the", "same"] or token.has("Number=Plur") or not number or document.children(token, "prep", "acl"):
        return None
    before = document.sentences[number - 1]
    near = dict.fromkeys(e for t in document.words(before) for e in reading.links.get(t.i, ()) if e.kind != "person")
    called = [e for e in near if _is_called(document, e, token.lemma.lower())]
    return Pointer(entities=(called[0],)) if len(called) == 1 else None


def _title_body(reading: Reading, token: Token) -> Pointer | None:
    """« the company » for the only body that the title names."""
    document = reading.document
    if not _is_bare(document, token) or token.lemma not in word_set("nouns", "bodies") or token.has("Number=Plur"):
        return None
    title = plain(document.article.title)
    if token.lemma in title.split() or _is_brought_up(reading, token):
        return None  # « Museum buys back Rembrandt »: the museum is another one
    named = [
        e
        for e in reading.entities
        if (e.kind == "organisation" or (e.kind == "other" and does_something(document, e)))
        and any(re.search(rf"\b{re.escape(plain(n))}\b", title) for n in (e.name, *e.aliases))
    ]
    called = [e for e in reading.entities if e not in named and e.kind == "organisation" and plain(e.name).split()[-1] == token.lemma]
    here = [e for t in document.words(document.sentence_of(token)) if t.i < token.i for e in reading.links.get(t.i, ()) if e.kind == "organisation"]
    bodies = [e for e in named if e.kind == "organisation"] or named
    first = [e for e in bodies if title.startswith(plain(e.name))]
    chosen = bodies if len(bodies) == 1 else first
    if here and not any(e.name == c.name for e in here for c in chosen):
        return None  # « X, an attorney for Elmer, said the company … »
    return Pointer(entities=(chosen[0],)) if len(chosen) == 1 and not called and min(chosen[0].mentions) < token.i else None


def _is_brought_up(reading: Reading, token: Token) -> bool:
    """Whether the article has told of one without a name before by the same noun: « A team of surgeons said … the team »."""
    document = reading.document
    before = [document.tokens[i] for i in document.by_lemma.get(token.lemma, ()) if i < token.i]
    new = [t for t in before if any(d.text.lower() in ("a", "an") for d in document.children(t, "det"))]
    return any(t.dep in ("nsubj", "nsubj:pass", "obj", "ROOT") and not document.children(t, "appos") and t.i not in reading.links for t in new)


def _town_before(reading: Reading, token: Token) -> Pointer | None:
    """« the city » for the one that its sentence names before it, where something is done, or else the sentence before: « flights from Gao »."""
    document, number = reading.document, reading.document.sentence_number(token)
    if token.lemma not in TOWNS or not _is_bare(document, token) or token.has("Number=Plur") or token.i in document.quotations:
        return None
    here = document.sentences[number]
    near = [s for s in document.sentences[max(0, number - 1) : number + 1] if s.paragraph == here.paragraph]
    for sentence in reversed(near):
        names = [t for t in document.words(sentence) if t.i < token.i and t.name]
        named = dict.fromkeys(e for t in names for e in reading.links.get(t.i, ()) if e.kind in ("city", "region"))
        if named:
            town = next(iter(named))
            told = town.kind == "city" and all(_is_scene(document, t) for t in names if town in reading.links.get(t.i, ()))
            return Pointer(entities=(town,)) if len(named) == 1 and told and not _titles_town(reading, town) else None
    return None


def _is_scene(document: Document, name: Token) -> bool:
    """Whether a name is that of a place in, to or from which a clause tells something; not where somebody is based, nor one who does something."""
    lead = document.head(name)
    above = document.head(lead)
    placed = name.dep == "pobj" and lead.text.lower() in ("in", "at", "from", "to", "near", "outside", "through")
    return placed and above.pos in (*VERBAL, "NOUN") and above.dep not in ("acl", "appos", "amod")


def _titles_town(reading: Reading, town: Entity) -> bool:
    """Whether the title names another town, which « the city » may as well mean."""
    title = plain(reading.document.article.title)
    cities = (e for e in reading.entities if e != town and e.kind == "city" and not does_something(reading.document, e))
    return any(re.search(rf"\b{re.escape(plain(e.name))}\b", title) for e in cities)


def _is_called(document: Document, entity: Entity, noun: str) -> bool:
    """Whether the article gives a name the noun: in it, beside it, or after « is a »."""
    words = plain(entity.name).split()
    classes = word_set("nouns", "places") | word_set("nouns", "spots") | word_set("nouns", "organisations")
    leads = words[0] == noun and words[0] in word_set("questions", "leading") | word_set("nouns", "vessels")
    of_class = entity.kind != "organisation" or noun in classes | word_set("nouns", "bodies") | word_set("questions", "bodies")  # not « Ashby Land »
    named_for = entity.kind == "organisation" and words[:2] == [noun, "of"] and noun in classes | word_set("nouns", "bodies")  # « Museum of Art »
    if named_for or (words[-1] == noun and of_class) or (leads and words[-1] not in classes):
        return True  # « Tower Bridge », « Lake Alder »; not « Bridge Street »
    for i in entity.mentions:
        name = document.tokens[i]
        beside = [t for t in document.children(name, "appos", "compound") if t.dep == "appos" or t.text.islower()]  # not « World Trade Centre »
        head = document.head(name)
        if name.dep == "nsubj" and head.lemma == "be":
            beside += document.children(head, "attr")
        placed = name.name in ("GPE", "LOC") and noun in word_set("nouns", "bodies") | word_set("nouns", "organisations")  # « a court in Gao, Mali »
        beside += [head] if name.dep == "appos" and head.i < name.i and not placed else []
        whole = not document.children(name, "compound")  # not the last word alone of a name of three
        beside += [document.head(head)] if name.dep == "oprd" and head.dep == "acl" and whole else []
        named = [t for t in beside if t.dep == "compound" and t.text[:1].isupper()]  # « the World Health Organization » is not « the world »
        if any(t.lemma.lower() == noun and not t.has("Number=Plur") and t not in named for t in beside):
            return True
    return False
