"""When a thing was made, ended or changed, told with the noun of the deed: « depuis la création de X en 1996 », « la mort de Y, le 3 mai 1950 ».

The noun becomes a clause of its own: « X a été créé en 1996 ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.morphology import agree
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.moments import is_date
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import say_entity
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "dated_deed"
CONFIDENCE = 0.9
OF = ("de", "d’", "d'", "du", "des")
DATED = ("nmod", "obl", "obl:mod", "appos")
BEFORE = ("depuis", "avant", "après", "dès", "lors", "jusqu’", "jusqu'")  # before what has taken place
TO_COME = ("Mood=Cnd", "Mood=Sub", "Tense=Fut")
LIFE = ("mourir", "naître")  # what befalls people, and things only in a manner of speaking
LONGEST = 9  # words of the thing


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The dated deeds of `sentence` that are told with a noun."""
    document = reading.document
    deeds = read_words("nouns")["dated_deeds"]
    for noun in document.words(sentence):
        if noun.lemma not in deeds or noun.pos != "NOUN" or noun.i in document.quotations or noun.has("Number=Plur"):
            continue
        if (date := find_day(reading, noun)) is not None:
            yield attempt(NAME, read_deed, reading, noun, date)


def find_day(reading: Reading, noun: Token) -> Token | None:
    """The date of a deed: right behind its noun, or right behind all that is said of what was done."""
    document = reading.document
    of = thing_of(document, noun)
    end = of if of is not None else noun
    near = [t for t in document.subtree(end) if t.i >= end.i and t.dep != "acl:relcl"]
    after = near[-1].i if near else end.i
    below = [*document.children(noun, *DATED), *(document.children(end, *DATED) if end is not noun else ())]
    case = document.child(noun, "case")
    if case is not None and case.text.lower() in (*BEFORE, "par", "avec"):
        below += document.children(document.head(noun), *DATED)
    behind = (t for t in below if noun.i < t.i <= after + LONGEST and dates.find_date(t.text) is not None)
    return next((t for t in behind if t is not of and is_right_behind(document, t, noun, end)), None)


def is_right_behind(document: Document, date: Token, noun: Token, end: Token) -> bool:
    """« la création en 1958 », « la signature du traité, le 3 mai 1659 »: nothing but a comma and a preposition between."""
    lead = date
    while (before := document.before(lead)) is not None and before.text.lower() in ("en", "le", ",", "(", "dès"):
        lead = before
    last = document.before(lead)
    own = {t.i for head in (noun, end) for t in document.subtree(head) if noun.i <= t.i < lead.i}
    return last is not None and last.i in own


def thing_of(document: Document, noun: Token) -> Token | None:
    """What a deed was done to: what follows its noun with « de »."""
    things = [t for t in document.children(noun, "nmod") if t.i > noun.i and dates.find_date(t.text) is None]
    return next((t for t in things if any(c.text.lower() in OF for c in document.children(t, "case"))), None)


def read_deed(reading: Reading, noun: Token, date: Token) -> Fact:
    """« T a été créé en 1958 ». Raises Refused if T is not known, or the deed may not have been done."""
    document = reading.document
    check_done(document, noun)
    moment = read_phrase(reading, date, "time")
    if not (moment.kind == "time" or dates.YEAR.fullmatch(moment.text)) or not is_date(moment.text) or moment.marker not in ("", "en"):
        raise Refused("the date is not known")
    found, written = dates.find_date(moment.text), document.article.date
    if found and written and found[0] >= written[: len(found[0])]:
        raise Refused("of a day of the news, or to come")
    lemma, told = read_words("nouns")["dated_deeds"][noun.lemma]
    thing = read_thing(reading, noun, date)
    if lemma in LIFE and thing.kind != "person":
        raise Refused(f"« {thing.text} » is not what one says « {told} » of")
    agents = read_agents(reading, noun)
    if lemma == "prendre" and not agents:
        raise Refused("a town may be taken more than once: by whom is not told")
    subject = replace(thing, role="told_subject", marker="")
    clause = Clause(
        verb=say_verb(lemma, told, subject), subject=subject, complements=(*agents, replace(moment, role="time", kind="time", core=False))
    )
    return build_fact(reading, noun, clause, type="event", rule=NAME, predicate=lemma, confidence=CONFIDENCE)


def check_done(document: Document, noun: Token) -> None:
    """Raises Refused for one deed of several, and for one that is asked for, planned, doubted or denied."""
    determiner = document.child(noun, "det")
    if determiner is None or determiner.text.lower() not in ("la", "le", "l’", "l'", *word_set("grammar", "possessives")):
        raise Refused("one deed of several")
    if document.child(noun, "amod", "nummod", "conj") is not None:
        raise Refused("one deed of several")
    if noun.dep == "obj":
        raise Refused("when the verb above was done may be meant")  # « entament la conquête de X en 1044 »
    case = document.child(noun, "case")
    if case is not None and case.text.lower() in BEFORE:
        return
    for above in document.ancestors(noun):
        forms = (above, *document.children(above, "aux", "aux:tense", "aux:pass", "cop"))
        if any(t.has(form) for t in forms for form in TO_COME) or any(t.text.lower() in ("ne", "n’", "n'") for t in document.children(above)):
            raise Refused("it may not have been done")
        if above.has("VerbForm=Inf") or above.lemma in word_set("verbs", "awaited") | word_set("verbs", "denying"):
            raise Refused("it may not have been done")


def read_thing(reading: Reading, noun: Token, date: Token) -> Phrase:
    """What was made, or who died: a known thing with its article. Raises Refused if it could be any."""
    document = reading.document
    of = thing_of(document, noun)
    if of is None:
        return read_owner(reading, noun)
    thing = read_phrase(reading, of, "subject", subject=True)
    bare = of.pos == "PROPN" and document.child(of, "det") is None
    named = thing.entities or bare or ((thing.named or any(c.isupper() for c in thing.text)) and is_definite(thing))
    if not named or thing.count or len(thing.entities) > 1:
        raise Refused(f"« {thing.text} » is not known")
    if document.children(of, "conj") or len(thing.text.split()) > LONGEST or document.text(date.span) in thing.text:
        raise Refused("several things, or one that the date tells from others")
    return thing


def read_owner(reading: Reading, noun: Token) -> Phrase:
    """« sa mort en 1642 »: the one whose it is. Raises Refused if he is not known."""
    owner = reading.document.child(noun, "det")
    found = (reading.links.get(owner.i, ()) or owner_in_subject(reading, noun, owner)) if owner is not None else ()
    if owner is None or len(found) != 1:
        raise Refused("it is not told whose it is")
    one = found[0]
    return Phrase(
        role="subject", text=say_entity(one), span=owner.span, kind=one.kind, gender=one.gender or "m", number=one.number, entities=(one,),
        head=one.name, named=True,
    )  # fmt: skip


def owner_in_subject(reading: Reading, noun: Token, owner: Token) -> tuple[Entity, ...]:
    """« Depuis sa création en 1996, X … », « X l’a dirigé jusqu’à sa mort »: the one named thing that is the subject; not « Après sa mort, X … »."""
    document = reading.document
    verb, case = document.head(noun), document.child(noun, "case")
    subject = find_subject(document, verb) if verb.pos in ("VERB", "AUX") else None
    if subject is None or case is None or case.text.lower() not in BEFORE:
        return ()
    dies = read_words("nouns")["dated_deeds"][noun.lemma][0] == "mourir"
    if dies and (case.text.lower() not in ("avant", "jusqu’", "jusqu'") or any(t.pos == "PRON" for t in document.children(verb, "obj", "iobj"))):
        return ()
    found = reading.links.get(subject.i, ())
    many = owner.text.lower().startswith("leur")
    fits = len(found) == 1 and (found[0].number == "p") == many and (dies or noun.i < subject.i)
    return found if fits and (not dies or found[0].kind == "person") else ()


def read_agents(reading: Reading, noun: Token) -> tuple[Phrase, ...]:
    """« par X »: without who did it, it may be another such deed. Raises Refused if he cannot be told."""
    document = reading.document
    of = thing_of(document, noun)
    below = [*document.children(noun), *(document.children(of) if of is not None else ())]
    doers = [t for t in below if any(c.text.lower() == "par" for c in document.children(t, "case"))]
    return tuple(replace(read_phrase(reading, t, "agent"), role="told_agent", marker="par", core=True) for t in doers)


def say_verb(lemma: str, told: str, subject: Phrase) -> Verb:
    """« a été créé », « est mort », « a commencé », « s’est effondré » in the form that the subject wants."""
    helper, *rest = told.split()
    many, reflexive = subject.number == "p", helper.startswith("s’")
    helper = helper.removeprefix("s’")
    moved = helper == "est" or rest[0] == "été"
    rest[-1] = agree(rest[-1], subject.gender or "m", subject.number) if moved else rest[-1]
    finite = {"a": "ont", "est": "sont"}[helper] if many else helper
    return Verb(lemma=lemma, finite=finite, rest=" ".join(rest), number=subject.number, reflexive=reflexive, passive=rest[0] == "été", with_be=moved)
