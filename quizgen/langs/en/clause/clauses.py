"""Clauses: from a verb to a `Clause` that can be said again as a statement or a question, or the reason why not."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.en.clause.complements import read_complements
from quizgen.langs.en.clause.relatives import read_part_of
from quizgen.langs.en.clause.soundness import check_clause
from quizgen.langs.en.clause.verbs import find_subject, is_passive, read_verb
from quizgen.langs.en.clause.victims import as_victims
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.phrase.constituents import coordinated
from quizgen.langs.en.phrase.moments import read_moment
from quizgen.langs.en.phrase.phrases import read_phrase
from quizgen.langs.en.phrase.wording import possessive, say_entity
from quizgen.langs.en.reference.mentions import SHORTEST, title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Token, Verb

OWNED = {"m": "his", "f": "her"}
SINGLE = re.compile(r"(?i)an? |the (?!.* (?:of|and) )")
# Of several: « a pair were seen ».
MEMBERS = (
    "pair", "couple", "number", "majority", "minority", "rest", "half", "handful", "dozen", "lot", "range", "variety", "series", "public", "total",
)  # fmt: skip
OF_ACCOUNTS = ("net", "gross", "operating", "underlying", "core", "pre-tax", "pretax", "annual", "quarterly", "total", "overall", "adjusted", "for")
BESIDE = ("near", "outside", "beside", "behind", "opposite", "around", "under", "beneath")
LONGEST_SUBJECT = 14  # words; longer ones are mostly parsed wrong, and tire the reader


def read_clause(reading: Reading, head: Token) -> Clause:
    """The clause whose verb is `head`. Raises Refused if it cannot be said alone."""
    document = reading.document
    verb = read_verb(document, head)
    if len([t for t in document.children(head, "nsubj", "nsubj:pass") if t.i < head.i]) > 1:
        raise Refused("two subjects: the parse is wrong")
    subject = read_subject(reading, head)
    check_agreement(verb, subject)
    complements = read_complements(reading, head, subject)
    complements = tuple(of_owner(p, subject) if isinstance(p, Phrase) else p for p in with_owners(complements))
    complements = (*complements, *year_before(reading, head, complements))
    complements = tuple(replace(p, topical=is_titled(document, p)) if isinstance(p, Phrase) else p for p in complements)
    if verb.finite in ("has", "have") and verb.rest:
        complements = tuple(p for p in complements if isinstance(p, Clause) or not is_past_day(document, p))
    clause = Clause(verb=verb, subject=subject, complements=complements, whole=is_whole(document, head, complements))
    check_clause(document, head, clause)
    return clause


def of_owner(part: Phrase, subject: Phrase) -> Phrase:
    """« earned her 1.6 million » where the subject is Marta Silva’s victory: who gets it is told by then."""
    owner = part.entities[0] if part.role == "told_receiver" and len(part.entities) == 1 else None
    if owner is None or owner.kind != "person" or not owner.gender or not subject.text.startswith(possessive(owner.name)):
        return part
    return replace(part, text="her" if owner.gender == "f" else "him")


def with_owners(complements: tuple[Phrase | Clause, ...]) -> tuple[Phrase | Clause, ...]:
    """« stripped Lund of his title » for « of Lund’s title », where the owner is told right before."""
    told: list[Phrase | Clause] = []
    for part in complements:
        before = told[-1] if told else None
        if isinstance(part, Phrase) and isinstance(before, Phrase) and len(before.entities) == 1 and before.role.endswith("object"):
            owner = before.entities[0]
            own = "its" if owner.kind != "person" else OWNED.get(owner.gender, "")
            lead = f"{possessive(say_entity(owner))} "
            part = replace(part, text=f"{own} {part.text.removeprefix(lead)}") if own and part.text.startswith(lead) else part
        told.append(part)
    return tuple(told)


def read_subject(reading: Reading, verb: Token) -> Phrase:
    """The subject phrase of `verb`. Raises Refused if there is none."""
    token = find_subject(reading.document, verb)
    if token is None:
        raise Refused("no subject was found")
    if any(t.text in ("’s", "'s", "’") for t in reading.document.children(token, "case")):
        raise Refused("what is owned is told elsewhere")  # « Crane’s was opened last »
    subject = read_part_of(reading, verb, token) or first_alone(reading, verb, token, read_phrase(reading, token, "subject"))
    subject = with_noun(reading.document, verb, token, with_firm(reading, token, subject))
    subject = subject if subject.counted else as_victims(reading.document, verb, token, subject)
    if token.pos == "NUM" and token.text[:1].isdigit() and not (subject.entities or subject.counted or " of " in subject.text):
        raise Refused("it is not told of what so many are")
    check_relative(reading.document, verb, token, subject)
    if has_cut_owner(reading.document, token):
        raise Refused("a relative clause read as a part of the subject")
    if subject.kind == "person" and any(t.text.lower() == "which" for t in reading.document.children(verb, "nsubj", "nsubj:pass")):
        raise Refused("« which » is no person: the parse is wrong")
    if len(subject.text.split()) > LONGEST_SUBJECT:
        raise Refused("the subject is too long")
    return replace(subject, marker="", topical=is_titled(reading.document, subject))


def is_titled(document: Document, phrase: Phrase) -> bool:
    """Whether the title speaks of what a phrase without a name tells."""
    return not (phrase.entities or phrase.count) and phrase.head in title_words(document) and len(phrase.head) >= SHORTEST


def with_noun(document: Document, verb: Token, number: Token, subject: Phrase) -> Phrase:
    """A number alone with what it counts: the noun of the number before (« 151 people are missing and 1,083 were hurt »)."""
    if number.pos != "NUM" or subject.counted or subject.entities or document.children(number, "prep"):
        return subject
    above = document.head(verb)
    if any(t.text.lower() == "when" for c in document.children(verb, "advcl") for t in document.children(c, "mark", "advmod")):
        raise Refused("how it was tells these from others")  # « four died when the wall fell and three were killed when … »
    earlier = document.child(above, "nsubj", "nsubj:pass") if verb.dep == "conj" and above.i < number.i else None
    counts = earlier is not None and earlier.pos == "NOUN" and earlier.has("Number=Plur") and document.child(earlier, "nummod") is not None
    noun = earlier.text.lower() if earlier is not None and counts else ""
    if not noun:
        return subject
    return replace(
        subject, text=f"{subject.text} {noun}", count=subject.text, counted=noun, kind="people" if noun == "people" else "thing", number="p"
    )


def check_relative(document: Document, verb: Token, noun: Token, subject: Phrase) -> None:
    """Raises Refused for « a teacher at the school who … », hung on the school, and for a main verb whose subject is a circumstance."""
    who = any(t.text.lower() == "who" for t in document.children(verb, "nsubj", "nsubj:pass"))
    if who and noun.pos == "NOUN" and subject.kind not in ("person", "people") and not (noun.has("Number=Plur") or subject.entities):
        raise Refused("« who » is no thing: the parse is wrong")
    held = document.head(document.head(noun)).lemma.lower()
    named = document.head(document.head(noun)).pos == "PROPN"  # « John Berg of the Ulmer Rifles, who »
    human = held in actors()
    if who and noun.dep == "pobj" and subject.kind == "organisation" and (named or human):
        raise Refused("it may be told of the holder of an office")  # « X, head of Elmer, who asked »
    check_taken_up(document, verb, noun)
    above, first = document.head(noun), verb
    while first.dep == "conj" and not document.children(first, "nsubj", "nsubj:pass"):
        first = document.head(first)
    which = any(t.text.lower() in ("which", "that") for t in document.children(first, "nsubj", "nsubj:pass"))
    if which and noun.dep == "pobj" and above.text.lower() == "by" and document.head(above).pos == "NOUN":
        raise Refused("it may be told of the noun before")  # « a strike by staff which began today »
    beside = document.before(document.subtree(first)[0])
    if which and noun.dep == "conj" and noun.has("Number=Plur") and above.pos in ("NOUN", "PROPN") and beside is not None and beside.text == ",":
        raise Refused("it may be told of both")  # « China and the Gulf states, which are … »
    holder = document.head(above)
    new = holder.pos == "NOUN" and any(t.text.lower() in ("a", "an") for t in document.children(holder, "det"))
    if which and is_passive(document, verb) and noun.dep == "pobj" and above.text.lower() in ("to", "with", "for", "against", "from") and new:
        raise Refused("it may be told of the noun before")  # « an appeal to the Senate, which must be lodged by May »
    before = document.before(document.subtree(noun)[0])
    if verb.dep == "ROOT" and before is not None and before.text.lower() in ("before", "after", "until", "since", "during", "while", "board"):
        raise Refused("the subject is a circumstance: the parse is wrong")


def check_taken_up(document: Document, verb: Token, noun: Token) -> None:
    """Raises Refused for « near the mill, which blew over two carts », and for « A and other stones which », of which half would be told."""
    while verb.dep == "conj" and document.head(verb).i < verb.i and not document.children(verb, "nsubj", "nsubj:pass"):
        verb = document.head(verb)  # « which sent men and set up a camp »
    which = any(t.text.lower() in ("which", "that", "who") for t in document.children(verb, "nsubj", "nsubj:pass"))
    if not which or verb.dep != "acl:relcl":
        return
    near = noun.dep == "pobj" and document.head(noun).text.lower() in BESIDE
    if near and document.child(verb, "obj") is not None and not is_passive(document, verb) and verb.has("Tense=Past"):
        raise Refused("it may be told of what happened there")
    last = next(reversed(coordinated(document, noun)), noun) if document.child(noun, "conj") is not None else noun
    if noun.pos == "PROPN" and noun.i < last.i < document.subtree(verb)[0].i:
        raise Refused("it may be told of the last one only")  # « Italy, Greece and Kosovo, which sent »
    if noun.dep == "conj" and any(t.text.lower() in ("other", "further") for t in document.children(noun, "amod")):
        raise Refused("it is told of those before too")


def is_past_day(document: Document, part: Phrase) -> bool:
    """Whether a part is a date with its year, which no perfect can have: « 29 have reached it, among them X, in May 2001 »."""
    return part.kind == "time" and part.marker in ("in", "on") and re.search(r"\d{4}", document.text(part.span)) is not None


def has_cut_owner(document: Document, noun: Token) -> bool:
    """Whether « whose N » hangs on a noun without a verb of its own, which the parser gave to the noun: « X, whose trade is growing (…), has »."""
    return any(t.text.lower() == "whose" for beside in document.children(noun, "appos") for t in document.children(beside, "poss"))


def with_firm(reading: Reading, noun: Token, subject: Phrase) -> Phrase:
    """« Norvale’s sales » for bare « sales » right behind a sentence whose subject is the firm."""
    main = firm_before(reading, noun)
    owner = reading.entity(main) if main is not None else None
    if main is None or owner is None:
        return subject
    text = f"{possessive(say_entity(owner))} {subject.text[:1].lower()}{subject.text[1:]}"
    return replace(subject, text=text, named=True, taken_up=(*subject.taken_up, main.span))


def firm_before(reading: Reading, noun: Token) -> Token | None:
    """The firm that is the subject of the sentence before a bare « sales »; None if there is none."""
    document = reading.document
    number = document.sentence_number(noun)
    if not is_of_a_firm(document, noun) or not number or document.sentences[number - 1].paragraph != document.sentences[number].paragraph:
        return None
    before = document.words(document.sentences[number - 1])
    main = next((t for t in before if t.dep == "nsubj" and document.head(t).dep == "ROOT"), None)
    owner = reading.entity(main) if main is not None else None
    return main if owner is not None and owner.kind == "organisation" else None


def is_of_a_firm(document: Document, noun: Token) -> bool:
    """Whether a noun is a bare « sales », « profits », whose firm is told elsewhere."""
    told = [t for t in document.children(noun, "det", "poss", "amod", "compound", "prep", "nmod") if t.text.lower() not in OF_ACCOUNTS]
    return noun.lemma in word_set("nouns", "of_a_firm") and not told


def year_before(reading: Reading, verb: Token, complements: tuple[Phrase | Clause, ...]) -> tuple[Phrase, ...]:
    """« in 2019 » of the sentence before, where a bare « sales » goes on telling of the firm and no other time is told."""
    document = reading.document
    noun = find_subject(document, verb)
    main = firm_before(reading, noun) if noun is not None else None
    if main is None or any(p.kind == "time" for p in complements if isinstance(p, Phrase)) or not verb.has("Tense=Past"):
        return ()
    told = document.head(main)
    days = [(p, document.child(p, "pobj")) for p in document.children(told, "prep") if p.text.lower() == "in"]
    found = [moment for prep, day in days if day is not None and (moment := read_moment(reading, day, prep.text.lower())) is not None]
    if len(found) != 1 or not told.has("Tense=Past") or not found[0].text.isdigit():
        return ()
    return (replace(found[0], role="told_time", span=verb.span, taken_up=(found[0].span,)),)


def first_alone(reading: Reading, verb: Token, noun: Token, subject: Phrase) -> Phrase:
    """The first of the names of a subject where a relative clause stands before the others: « X, which makes A, and Y »."""
    own = reading.entity(noun)
    behind = verb.dep == "acl:relcl" and any(t.i > verb.i for t in coordinated(reading.document, noun))
    if len(subject.entities) < 2 or not behind or own is None:
        return subject
    return replace(subject, text=say_entity(own), entities=(own,), kind=own.kind, number=own.number, gender=own.gender)


def check_agreement(verb: Verb, subject: Phrase) -> None:
    """Raises Refused where subject and verb disagree: a wrong parse."""
    if (
        verb.finite in ("is", "was", "has", "does")
        and subject.number == "p"
        and not subject.count
        and " and " in subject.text
        and len(subject.entities) > 1
    ):
        raise Refused(f"“{subject.text}” and “{verb.finite}” do not agree")
    lone = len(subject.entities) == 1 or (
        not subject.entities and subject.text.lower().startswith(("the ", "a ", "an ")) and " and " not in subject.text
    )
    thing = (
        subject.kind in ("thing", "region") and not (subject.entities or subject.count) and SINGLE.match(subject.text) and subject.head not in MEMBERS
    )
    if verb.finite in ("are", "were", "have") and subject.number == "s" and ((subject.kind == "person" and lone) or thing):
        raise Refused(f"“{subject.text}” and “{verb.finite}” do not agree")


def is_whole(document: Document, head: Token, complements: tuple[Phrase | Clause, ...]) -> bool:
    """Whether what follows the verb is all there: a condition or an exception that is left out changes the sense."""
    if any(
        t.text.lower() in ("if", "unless", "except", "until")
        for c in document.children(head, "advcl", "prep")
        for t in (c, *document.children(c, "mark"))
    ):
        return False
    spans = [p.span for c in complements for p in (c.phrases() if isinstance(c, Clause) else (c,))]
    for token in document.children(head, "obj", "xcomp", "ccomp", "acomp", "attr", "dative"):
        inside = document.subtree(token)
        if token.i > head.i and not any(span.start < inside[-1].span.end and inside[0].span.start < span.end for span in spans):
            return False
    return True
