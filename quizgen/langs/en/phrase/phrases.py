"""Noun phrases: from a head word to a `Phrase` that can be said alone, or the reason why it cannot.

A phrase keeps what is needed to know the thing (determiner, adjectives, complements, coordination) and drops what only
hangs on (relative clauses, asides). Names are said in full; a phrase with a pronoun that nothing stands for is refused.
`marker` is the preposition that governs the phrase: in English trees it stands above its noun.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.forms.geography import is_demonym
from quizgen.langs.en.forms.morphology import lower_first, with_indefinite
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.phrase.constituents import coordinated, kept_tokens
from quizgen.langs.en.phrase.counts import approximation, with_count
from quizgen.langs.en.phrase.fuller import fuller_mention
from quizgen.langs.en.phrase.moments import read_moment
from quizgen.langs.en.phrase.wording import OWNERS, owner_spans, say_entity, say_list, say_tokens
from quizgen.langs.en.reference.mentions import FULLEST, is_established, noun_antecedent, title_words
from quizgen.langs.en.reference.untold import is_new_and_bare, is_untold
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Entity, Phrase, Reading, Span, Token

PLACES = ("country", "city", "region", "sea")
PARTS = ("some", "most", "many", "all", "half", "several", "both", "one", "two", "three", "four", "five", "none", "part", "much", "each")
LONGEST_TITLE = 6  # words of a function that may stand before its holder's name
TYING = ("also", "both", "then", "thus", "even")
OUTER = ("subject", "outer")  # roles of a noun that a relative clause may be read from
LONGEST_CLAUSE = 10  # words of a relative clause that may be said with its noun
LONGEST = 24  # words; no question holds a longer phrase
VOTES = re.compile(
    r" with (?:about |around |some |over |just over |nearly )?[\d.,]+ ?(?:%|per ?cent) of the \w+$"
)  # « 56 of the 120 seats | with 44% of the vote »
OF_LIFE = re.compile(r"(?:\d{1,2}|1[01]\d)-year-old")  # not « a 230-year-old maker of clocks »
WORKERS = ("worker", "woman", "fighter", "goer", "seeker", "dweller", "herder", "grower", "holder", "hunter", "hander", "keeper")  # « dockworkers »
ARTICLES = ("the ", "a ", "an ")


def read_phrase(reading: Reading, head: Token, role: str, *, marker: str = "", subject: Phrase | None = None) -> Phrase:
    """The phrase of `head` in a clause whose subject is `subject`. Raises Refused if it holds something that only the article explains."""
    if moment := read_moment(reading, head, marker):
        return replace(moment, role="time")
    if is_cut_at_bracket(reading.document, head):
        raise Refused("a name is cut")
    entities = entities_of(reading, head)
    if not entities and (noun := noun_antecedent(reading, head)) is not None:
        return _taken_from(reading, noun, head, role, marker)
    if (known := told_beside(reading.document, head)) is not None:
        return _noun_phrase(reading, known, role, entities_of(reading, known), marker, subject)
    numbered = head.pos == "NUM" and head.text.lower() != "one"
    if (numbered or head.text.lower() in PARTS) and (of := _of(reading.document, head)) is not None:
        return _part_of(reading, head, of, role, marker, subject)
    if (holder := holder_beside(reading, head)) is not None:
        return _held(reading, head, holder, role, marker, subject)
    if (counted := counted_in_all(reading.document, head)) is not None:
        return read_phrase(reading, counted, role, marker=marker, subject=subject)
    if head.text.lower() in ("one", "ones", "other", "others"):
        raise Refused(f"“{head.text}” takes up a noun")
    if head.pos == "PRON" or (
        entities and (is_demonym(head.text) or (head.pos == "NOUN" and not named_beside(reading, head) and head.text != entities[0].name))
    ):
        return _resolved(reading, head, role, entities, marker)
    return _noun_phrase(reading, head, role, entities, marker, subject)


def _taken_from(reading: Reading, noun: Token, pronoun: Token, role: str, marker: str) -> Phrase:
    """The phrase of `noun` where `pronoun` stands for it, as a thing that is known by now: « a message » -> « the message »."""
    phrase = read_phrase(reading, noun, role, marker=marker)
    if is_new_and_bare(reading, noun):
        raise Refused(f"which “{noun.text}” it is, another sentence tells")
    if phrase.text.endswith(("’s", "s’")):
        raise Refused("a phrase that is cut")
    if phrase.count or len(phrase.text.split()) > FULLEST:
        raise Refused(f"what “{pronoun.text}” takes up is too long to be said again")
    text = f"the {phrase.text.partition(' ')[2]}" if phrase.text.lower().startswith(("a ", "an ")) else phrase.text
    return replace(phrase, text=text, span=pronoun.span, taken_up=(*phrase.taken_up, phrase.span))


def told_beside(document: Document, head: Token) -> Token | None:
    """What « one of them, a blind catfish, » means; None where nothing between commas tells it."""
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of"), None) if head.text.lower() == "one" else None
    whole = document.child(of, "pobj") if of is not None else None
    if whole is None or whole.text.lower() not in ("them", "these", "those"):
        return None
    told = next((t for noun in (head, whole) for t in document.children(noun, "appos") if t.i > whole.i), None)
    before = document.before(document.subtree(told)[0]) if told is not None else None
    return told if told is not None and told.pos in ("NOUN", "PROPN") and before is not None and before.text == "," else None


def _of(document: Document, head: Token) -> Token | None:
    """The noun after « of » behind « some », « most », « half »."""
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of" and t.i == head.i + 1), None)
    whole = document.child(of, "pobj") if of is not None else None
    several = whole is not None and (
        whole.has("Number=Plur") or whole.pos in ("PRON", "PROPN") or head.text.lower() in ("all", "most", "much", "half", "part")
    )
    near = word_set("grammar", "approximations")
    more = [t for t in document.children(head, "amod", "det") if not (head.pos == "NUM" and any(t.text.lower() in words.split() for words in near))]
    return whole if several and not more else None


def counted_in_all(document: Document, head: Token) -> Token | None:
    """The counted noun of « a total of 86 trees »; None if there is none."""
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of" and t.i == head.i + 1), None)
    noun = document.child(of, "pobj") if of is not None else None
    total = head.text.lower() == "total" and any(t.text.lower() == "a" for t in document.children(head, "det"))
    return noun if total and noun is not None and document.child(noun, "nummod") is not None else None


def _part_of(reading: Reading, head: Token, whole: Token, role: str, marker: str, subject: Phrase | None) -> Phrase:
    """« some of the mounds », « two of them »: the part said with the whole."""
    inner = read_phrase(reading, whole, role, marker="of", subject=subject)
    lead = head.text if reading.document.sentence_of(head).first != head.i else head.text.lower()
    near = next((t for t in reading.document.children(head, "advmod") if t.text.lower() in ("almost", "nearly", "virtually", "about")), None)
    lead = f"{near.text.lower()} {lead.lower()}" if near is not None else lead  # « almost all of the country »
    number = "s" if head.text.lower() in ("one", "half", "part") else "p"
    about = approximation(reading.document, head) if head.pos == "NUM" and head.text.lower() != "one" else None
    lead = f"{about}{head.text.lower()}" if about else lead
    count = "" if about is None else f"{about}{lower_first(head.text)}"
    return replace(
        inner, text=f"{lead} of {inner.text}", marker=marker, entities=(), number=number,
        count=count, counted=VOTES.sub("", f"of {inner.text}") if count else "",
        kind=inner.kind if inner.kind in ("person", "people") else "thing",
        span=Span(start=head.span.start, end=max(head.span.end, inner.span.end)),
    )  # fmt: skip


def holder_beside(reading: Reading, head: Token) -> Token | None:
    """The name that a noun is told with after a comma: « the Kenyan minister, X, », « a French company, Y, »."""
    document = reading.document
    if head.pos != "NOUN" or head.i in reading.links:
        return None
    for beside in document.children(head, "appos"):
        if head.i < document.head(head).i < beside.i:
            continue  # « bakers said they had heeded the advice of doctors, the Elmer Institute and … »: the parse is wrong
        before = document.before(document.subtree(beside)[0])
        entity = reading.entity(beside)
        if (
            entity is not None
            and entity.kind == "person"
            and head.lemma in word_set("nouns", "places") | word_set("nouns", "spots") | {"spot", "scene"}
        ):
            continue  # « led to the spot by a guard, X »: a place is nobody
        owner = (after := document.after(beside)) is not None and after.dep == "case"  # « the province, X’s largest, »
        if owner or sum(t.text == "," for t in document.tokens[head.i : beside.i]) > 1:
            continue  # « a court, which rejected a claim by a collector, X »
        if before is not None and before.text == "," and is_of_another(document, head, before):
            continue
        human = beside.pos == "NOUN" and beside.lemma.lower() in actors()
        name = next((t for t in document.children(beside, "appos") if human and t.i == beside.i + 1), beside)  # « the engineer X »
        if name.i > head.i and before is not None and before.text == "," and (name.name or is_proper(name)) and reading.entity(name):
            return name
    return None


def is_of_another(document: Document, head: Token, comma: Token) -> bool:
    """Whether a name behind a comma may be that of whose kin somebody is: « the widow of one victim, X, »."""
    last = document.before(comma)
    people = actors() | word_set("nouns", "informed")
    if head.lemma.lower() not in word_set("names", "feminine_nouns") | word_set("names", "masculine_nouns"):
        return False
    of = document.head(last) if last is not None and last.dep == "pobj" else None
    kin = of is not None and of.text.lower() == "of" and document.head(of).i == head.i
    return kin and last is not None and last.pos == "NOUN" and last.lemma.lower() in people and not last.has("Number=Plur")


def _held(reading: Reading, head: Token, name: Token, role: str, marker: str, subject: Phrase | None) -> Phrase:
    """A noun and the name that it is told with: the name alone, behind a short definite function."""
    if len(names := coordinated(reading.document, name)) > 1 or is_one_of_several(reading.document, head):
        return _held_by_all(reading, head, names, role, marker)
    entity = reading.links[name.i][0]
    text = say_entity(entity)
    try:
        lead = _noun_phrase(reading, head, role, (), marker, subject)
    except Refused:
        lead = None
    if (
        lead is not None
        and entity.kind == "person"
        and lead.text.lower().startswith("the ")
        and len(lead.text.split()) <= LONGEST_TITLE
        and " of " not in lead.text
    ):
        text = f"{lead.text} {entity.name}"
    start = lead.span.start if lead is not None else name.span.start
    return Phrase(
        role=role, text=text, span=Span(start=min(start, name.span.start), end=name.span.end), marker=marker, head=head.lemma,
        entities=(entity,), kind=entity.kind,        number=entity.number, gender=entity.gender, named=True,
    )  # fmt: skip


def is_one_of_several(document: Document, head: Token) -> bool:
    """Whether a noun is counted, and so no one name tells who it is: « two missions, Elmer and … »."""
    count = document.child(head, "nummod")
    return head.has("Number=Plur") and count is not None and count.i < head.i


def _held_by_all(reading: Reading, head: Token, names: list[Token], role: str, marker: str) -> Phrase:
    """All the names that several are told with: « three chemists, X, Y and Z, ». Raises Refused if one of them is not known to be a name."""
    if len(names) < 2 or not all(reading.entity(t) for t in names):
        raise Refused("the list of their names is not whole")
    entities = tuple(dict.fromkeys(e for t in names for e in reading.links[t.i]))
    kinds = {e.kind for e in entities}
    return Phrase(
        role=role, text=say_list(entities), span=Span(start=head.span.start, end=names[-1].span.end), marker=marker, head=head.lemma,
        entities=entities, kind=kinds.pop() if len(kinds) == 1 else "thing", number="p", named=True,
    )  # fmt: skip


def _noun_phrase(reading: Reading, head: Token, role: str, entities: tuple[Entity, ...], marker: str, subject: Phrase | None) -> Phrase:
    """The phrase of a noun, number or name."""
    document = reading.document
    kept = kept_tokens(document, head)
    if words := fuller_mention(reading, head):
        kept = [t for t in kept if t.i < head.i] + words
    check_words(reading, head, kept, subject, role)
    kept = [*kept, *(telling_clause(reading, head, kept, subject) if role not in OUTER else ())]
    if role not in OUTER and marker not in word_set("grammar", "sources") and is_cut_short(document, head, kept):
        raise Refused("what tells which one it is is cut")
    if role not in OUTER and is_told_by_clause(document, kept):
        raise Refused("a clause that is cut tells which one it is")
    text = say_tokens(reading, _as_known(document, kept), subject=subject.entities if subject else (), alone=role in OUTER)
    if text.startswith("a ") and any(t.text.lower() in ("similar", "previous", "earlier") for t in kept):
        text = with_indefinite(text.removeprefix("a "))  # « a similar offer » said as « an offer »
    determiner = document.child(head, "det")
    if determiner is not None and determiner.text.lower() in word_set("grammar", "demonstratives"):
        text = re.sub(r"(?i)^(this|that|these|those) ", "the ", text)
    if len(entities) == 1 and text == entities[0].name:
        text = say_entity(entities[0])
    elif is_class_bare(document, head, entities, kept):
        text = f"the {text}"
    if len(entities) > 1 and head.i in reading.links and not all(e.name in text or any(a in text for a in e.aliases) for e in entities):
        text = say_list(entities)  # an aside stands between them
    if text.startswith(("’s", "'s")):
        raise Refused("a name is cut")
    if not text or len(text.split()) > LONGEST:
        raise Refused("the phrase is too long to be asked")
    several = document.child(head, "conj") is not None and document.child(head, "cc") is not None
    told = (Span(start=words[0].span.start, end=words[-1].span.end),) if words else ()
    span = head.span if words else Span(start=kept[0].span.start, end=kept[-1].span.end)
    phrase = Phrase(
        role=role, text=text, span=span, marker=marker, head=head.lemma, entities=entities,
        number="p" if head.has("Number=Plur") or several or len(entities) > 1 else "s", gender=entities[0].gender if len(entities) == 1 else "",
        kind=kind_of_phrase(document, head, entities, text),
        taken_up=(*owner_spans(reading, kept), *told),
        named=any(t.name or t.i in reading.links or is_demonym(t.text) or is_proper(t) for t in kept),
    )  # fmt: skip
    if (noun := class_of_body(reading, entities)) and phrase.head not in word_set("questions", "bodies"):
        phrase = replace(phrase, head=noun)
    return with_count(reading, phrase, head, kept)


def is_cut_short(document: Document, head: Token, kept: list[Token]) -> bool:
    """Whether nothing but words that are cut tells which « a package » is meant: « a package designed to save £2 million a year »."""
    bare = [t for t in kept if t.text.lower() not in ("a", "an")] == [head]
    some = kept == [head] and head.lemma in word_set("nouns", "persons")  # « on behalf of people who were denied food »
    told = any(document.subtree(t)[0].i == head.i + 1 and (some or t.dep == "acl") for t in document.children(head, "acl"))
    return bare and told and head.pos == "NOUN"


def is_told_by_clause(document: Document, kept: list[Token]) -> bool:
    """Whether nothing but a clause right behind tells of a phrase which one is meant: « over the end | where they had sat », « the hiring of staff |
    for whom there was no work »; not where the title has told it.
    """
    last = kept[-1]
    if last.pos != "NOUN" or last.lemma in title_words(document):
        return False
    own = [t for t in kept if t.head == last.i and t is not last and t.i < last.i and t.pos != "PUNCT"]
    if any(t.dep not in ("det", "cc") or t.text.lower() not in ("the", "and", "or") for t in own):
        return False
    clauses = [t for t in document.children(last, "acl:relcl") if t.i > last.i]
    return any(document.subtree(t)[0].i == last.i + 1 and document.subtree(t)[0].text != "," for t in clauses)


def is_misread_verb(document: Document, token: Token) -> bool:
    """Whether an adjective in « -ed » is joined to a noun: it is a verb of its own, « kept boats in port and closed schools »."""
    return token.pos == "ADJ" and token.dep == "conj" and token.text.endswith("ed") and document.head(token).pos == "NOUN"


def is_vote(document: Document, kept: list[Token]) -> bool:
    """Whether « against » stands alone behind a phrase."""
    behind = document.after(kept[-1])
    end = document.after(behind) if behind is not None and behind.text.lower() in ("against", "for") else None
    return end is not None and end.pos == "PUNCT"


def is_subject_of_next(document: Document, head: Token, kept: list[Token]) -> bool:
    """Whether a verb without a subject follows what is read as joined to an object: « killed by a tree and two others were missing »."""
    following = document.after(kept[-1])
    if following is None or not following.has("VerbForm=Fin") or following.pos not in ("AUX", "VERB") or not document.children(head, "conj"):
        return False
    verb = document.head(following) if following.dep.startswith("aux") else following
    return verb.dep == "conj" and not document.children(verb, "nsubj", "nsubj:pass", "expl")


def check_words(reading: Reading, head: Token, kept: list[Token], subject: Phrase | None, role: str) -> None:
    """Raises Refused for a phrase with a word that points outside of it, or that the parser put into it by mistake."""
    document = reading.document
    blocked = [t for t in kept if is_open(reading, t, subject) or is_compared(document, t, head) or is_dated_aside(document, t, head)]
    if blocked:
        raise Refused(f"“{blocked[0].text}” points outside the sentence")
    if (untold := next((t for t in kept if is_untold(reading, t) and not fuller_mention(reading, t)), None)) is not None:
        raise Refused(f"which “{untold.text}” it is, another sentence tells")
    if any(t.text.lower() in ("which", "whose", "whom") for t in kept):
        raise Refused("a relative clause read as a phrase")
    if (behind := document.after(kept[-1])) is not None and behind.text.lower() in ("yet", "ever") and behind.dep == "advmod":
        raise Refused("what it is the greatest of is cut")
    signs = [t for t in kept if t.text in word_set("questions", "signs") and t is not kept[0]]
    if any(before.pos == "NOUN" and before in kept for t in signs if (before := document.before(t)) is not None):
        raise Refused("two objects read as one")  # « fined the firm $66 million »
    lead = [t.text.lower() for t in document.tokens[max(0, kept[0].i - 3) : kept[0].i]]
    if lead == ["among", "others", ","]:
        raise Refused("it was so of others too")  # « paid by, among others, the Lund Trust »
    if any(is_misread_verb(document, t) for t in kept):
        raise Refused("a verb read as an adjective")
    if is_vote(document, kept):
        raise Refused("half of a vote is cut")  # « 54 percent in favour and 23 percent against »
    if any(t.pos == "NUM" and t.dep == "pobj" and document.child(t, "det") is not None for t in kept):
        raise Refused("of what so many are is not told")  # « the licences of the 23 »
    if role not in OUTER and is_subject_of_next(document, head, kept):
        raise Refused("it is the subject of what follows: the parse is wrong")
    if any(is_verbs_own(document, t) for t in kept):
        raise Refused("what follows the name belongs to the verb")


def is_cut_at_bracket(document: Document, last: Token) -> bool:
    """Whether a capital goes on behind a bracket right after the phrase: « the Arms (Parts and Magazines) Amendment Bill »."""
    following = document.after(last)
    if following is None or following.text != "(" or not last.text[:1].isupper():
        return False
    closing = next((t for t in document.tokens[following.i : following.i + LONGEST] if t.text == ")"), None)
    behind = document.after(closing) if closing is not None else None
    return behind is not None and behind.text[:1].isupper() and behind.pos == "PROPN"


def is_class_bare(document: Document, head: Token, entities: tuple[Entity, ...], kept: list[Token]) -> bool:
    """Whether a body stands behind its class without an article, as papers write: « online supermarket Ulmer »."""
    before = document.before(head)
    classed = before is not None and before.dep == "compound" and before.pos == "NOUN" and before.text.islower()
    of_bodies = classed and before is not None and before.lemma in word_set("nouns", "organisations") | word_set("questions", "bodies")
    return of_bodies and len(entities) == 1 and entities[0].kind in ("organisation", "other") and not any(t.dep in ("det", "poss") for t in kept)


def class_of_body(reading: Reading, entities: tuple[Entity, ...]) -> str:
    """What the article calls a body: « team » where « the team » takes up its name; empty if it does not."""
    if len(entities) != 1 or entities[0].kind not in ("organisation", "other"):
        return ""
    document = reading.document
    found = [document.tokens[i] for i, linked in reading.links.items() if linked == entities]
    beside = [
        o for t in found for o in (*document.children(t, "appos", "compound"), *classed_before(document, t))
    ]  # « X, a Danish company », « the Danish company X »
    return next((t.lemma for t in (*found, *beside) if t.pos == "NOUN" and t.lemma in word_set("questions", "bodies")), "")


def classed_before(document: Document, name: Token) -> list[Token]:
    """The noun right before a name that hangs on it: « the Danish company X »."""
    above = document.head(name)
    return [above] if name.dep == "appos" and above.i == name.i - 1 else []


def telling_clause(reading: Reading, head: Token, kept: list[Token], subject: Phrase | None) -> list[Token]:
    """The short relative clause without which « a complaint » or « remarks » could be any, right behind the phrase; else nothing."""
    document = reading.document
    several = len(kept) == 1 and head.pos == "NOUN" and head.has("Number=Plur")
    indefinite = several or any(t.text.lower() in ("a", "an", "each", "every") for t in document.children(head, "det"))
    clause = next((t for t in document.children(head, "acl:relcl") if t.i > head.i), None)
    words = list(document.subtree(clause)) if clause is not None else []
    if not indefinite or not words or words[0].i != kept[-1].i + 1 or words[0].text.lower() not in ("that", "which", "who"):
        return []
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    broken = len(words) > LONGEST_CLAUSE or words[-1].i - words[0].i >= len(words)
    return [] if broken or any(_points_out(reading, t, head, subject) for t in words[1:]) else words


def _points_out(reading: Reading, token: Token, head: Token, subject: Phrase | None) -> bool:
    """Whether a word is a negation, a day told by the day of writing, or a pronoun for another than the subject or the object before `head`."""
    low, own = token.text.lower(), subject.entities if subject is not None else ()
    known = (own and reading.links.get(token.i) == own) or _is_objects(reading, token, head, subject)
    pronoun = token.pos == "PRON" and not known
    return pronoun or token.dep == "neg" or low in word_set("grammar", "relative_time")


def _is_objects(reading: Reading, token: Token, head: Token, subject: Phrase | None) -> bool:
    """Whether « he » can only be the person whom the verb above `head` has as its object: « could fine Lund for remarks that he made »."""
    document = reading.document
    verb = document.head(document.head(head))
    persons = [e for t in document.children(verb, "obj") if t.i < head.i for e in reading.links.get(t.i, ()) if e.kind == "person"]
    linked = reading.links.get(token.i, ())
    alone = token.text.lower() in ("he", "she") and subject is not None and subject.kind != "person"
    return len(persons) == 1 and alone and (not linked or linked == tuple(persons))


def _as_known(document: Document, kept: list[Token]) -> list[Token]:
    """The words without an adverb that ties them to another sentence: « also », « then »."""
    definite = any(t.dep == "det" for t in kept)
    several = any(t.pos == "NOUN" and t.has("Number=Plur") for t in kept)  # « similar measures »: which ones the title tells
    last = kept[-1].i if kept else 0
    kept = [t for t in kept if not (t.text.lower() in ("alone", "itself", "themselves") and t.i == last > kept[0].i)]  # « the bank alone »
    return [
        t
        for t in kept
        if not (t.dep in ("advmod", "preconj") and t.text.lower() in TYING) and not is_comparing(t, definite=definite, several=several)
    ]


def is_verbs_own(document: Document, token: Token) -> bool:
    """Whether a preposition behind the name of somebody tells of the deed: « disagrees with the Lund Party over the lake »."""
    name = document.head(token)
    return (
        token.dep == "prep"
        and token.i > name.i
        and token.text.lower() in ("over", "after", "during", "since", "amid", "despite")
        and name.name in ("PERSON", "ORG", "NORP")
    )


def is_dated_aside(document: Document, token: Token, head: Token) -> bool:
    """Whether a time is read as a part of a noun that follows it: « only weeks earlier seven tombs »."""
    return (
        token.dep == "advmod"
        and token.i < head.i
        and document.child(token, "npadvmod") is not None
        and token.text.lower() in ("earlier", "later", "ago", "before")
    )


def is_comparing(token: Token, *, definite: bool, several: bool) -> bool:
    """Whether an adjective only compares with what has been told before: « the previous limit », « similar aid »."""
    low = token.text.lower()
    return token.dep == "amod" and ((low == "similar" and not several) or (low in ("previous", "earlier", "same") and definite))


def is_proper(token: Token) -> bool:
    """Whether a word is a name that the recogniser may have missed."""
    return token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 1


def _resolved(reading: Reading, head: Token, role: str, entities: tuple[Entity, ...], marker: str) -> Phrase:
    if not entities:
        raise Refused(f"nothing in the article is sure to be meant by “{head.text}”")
    kinds = {e.kind for e in entities}
    return Phrase(
        role=role, text=say_list(entities), span=head.span, marker=marker, head=head.lemma, entities=entities, named=True,
        kind=kinds.pop() if len(kinds) == 1 else "thing", number="p" if len(entities) > 1 else entities[0].number,
        gender=entities[0].gender if len(entities) == 1 else "",
    )  # fmt: skip


def named_beside(reading: Reading, head: Token) -> list[Token]:
    """The names that a noun is said with: « the physicist X », « store chains X and Y »; the name itself if `head` is one."""
    document = reading.document
    if head.name or is_proper(head):
        return coordinated(document, head)
    beside = [t for t in document.children(head, "appos") if t.i > head.i and (t.name or is_proper(t)) and t in kept_tokens(document, head)]
    return [n for t in beside[:1] for n in coordinated(document, t)]


def entities_of(reading: Reading, head: Token) -> tuple[Entity, ...]:
    """What `head` and the names coordinated with it stand for; empty if any of them stands for nothing known."""
    parts = coordinated(reading.document, head) if head.i in reading.links else named_beside(reading, head)
    found = [reading.links.get(t.i, ()) for t in parts]
    return tuple(dict.fromkeys(e for entities in found for e in entities)) if found and all(found) else ()


def is_open(reading: Reading, token: Token, subject: Phrase | None) -> bool:
    """Whether `token` needs another sentence to be understood."""
    low, document = token.text.lower(), reading.document
    if low in OWNERS and token.dep == "poss":
        return token.i not in reading.links and not _owned_by(document, token, subject) and noun_antecedent(reading, token) is None
    if token.pos == "PRON" and token.i not in reading.links:
        return low in word_set("grammar", "unresolved") | word_set("grammar", "own")
    if low in word_set("grammar", "demonstratives") and token.pos in ("DET", "PRON", "ADJ"):
        return token.dep not in ("mark",) and not is_established(document, document.head(token))
    if low == "former" and is_of_the_past(document, token):
        return False
    if low == "same" and is_established(document, document.head(token)) and document.head(token).pos == "NOUN":
        return False  # « the same product »: that of the title
    following = document.after(token)
    if low == "such" and following is not None and following.text.lower() == "as":
        return False  # « goods such as soap »
    return low in word_set("grammar", "own") | word_set("grammar", "pointing") and token.pos in ("ADJ", "PRON", "DET", "NOUN")


def is_of_the_past(document: Document, token: Token) -> bool:
    """Whether « former » tells what somebody or something was: « a former minister », not « the former »."""
    noun = document.head(token)
    definite = any(t.text.lower() == "the" for t in document.children(noun, "det"))
    return token.dep == "amod" and noun.pos in ("NOUN", "PROPN") and noun.i > token.i and (not definite or noun.lemma.lower() in actors())


def is_compared(document: Document, token: Token, head: Token) -> bool:
    """Whether a comparative does not say with what: « a stronger cable »."""
    noun = document.head(token)
    single = any(t.text.lower() in ("a", "an") for t in document.children(noun, "det"))
    compared = token.dep == "amod" and token.has("Degree=Cmp")
    return compared and single and not any(t.text.lower() == "than" for t in document.subtree(head))


def _owned_by(document: Document, token: Token, subject: Phrase | None) -> bool:
    """Whether a possessive can only mean the subject of its clause, or what stands before it in the phrase."""
    if _owned_by_joined(document, token):
        return True
    if subject is None or subject.entities:
        return False
    return (token.text.lower() == "their") == (subject.number == "p") and token.text.lower() in ("its", "their") and subject.kind != "person"


def _owned_by_joined(document: Document, token: Token) -> bool:
    """Whether a possessive goes with the last of several things: « the mine and its workers », « Elmer, Ulmer and their allies »."""
    noun, before = document.head(token), []
    while noun.dep == "conj" and document.head(noun).i < noun.i:
        noun = document.head(noun)
        before.append(noun)
    things = [t for t in before if t.pos in ("NOUN", "PROPN") and t.name != "PERSON"]
    low = token.text.lower()
    return (
        bool(things)
        and len(things) == len(before)
        and ((low == "their" and (len(things) > 1 or things[0].has("Number=Plur"))) or (low == "its" and len(things) == 1))
    )


def kind_of_phrase(document: Document, head: Token, entities: tuple[Entity, ...], text: str) -> str:
    """The kind of thing that a phrase stands for: of its entities, or of its noun."""
    kinds = {e.kind for e in entities}
    if len(kinds) == 1:
        return kinds.pop()
    of = next((t for t in document.children(head, "prep") if t.text.lower() == "of"), None)
    if head.lemma in word_set("nouns", "durations") and document.child(head, "nummod") and of is None:
        return "duration"  # « three days of mourning » are counted
    if is_demonym(head.text) and head.pos in ("PROPN", "NOUN"):
        spoken = (
            head.dep == "obj" and not document.children(head, "det") and document.head(head).lemma in ("study", "speak", "learn", "teach", "read")
        )
        return "thing" if spoken else "people"
    if head.lemma.lower().endswith(WORKERS) or any(OF_LIFE.fullmatch(t.text) for t in document.children(head)):
        return "person"
    for name, kind in (
        ("functions", "person"),
        ("persons", "person"),
        ("organisations", "organisation"),
        ("countries", "country"),
        ("seas", "sea"),
        ("places", "region"),
    ):
        if head.lemma.lower() in word_set("nouns", name):
            return kind
    return "thing"


def is_definite(phrase: Phrase) -> bool:
    """Whether a phrase begins with the definite article."""
    return phrase.text.lower().startswith("the ")


def bare(text: str) -> str:
    """`text` without its article."""
    return next((text[len(a) :] for a in ARTICLES if text.lower().startswith(a)), text)
