"""The words of a phrase as they are said: names in full, owners by name, no marks of notes."""

from __future__ import annotations

import re

from quizgen.langs.en.forms.dates import PARTS_OF_DAY, WEEKDAYS
from quizgen.langs.en.forms.geography import find_country, is_demonym, plain
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.fuller import fuller_mention
from quizgen.langs.en.reference.mentions import is_own_subject, noun_antecedent, title_words
from quizgen.langs.en.reference.names import capitals, common_nouns, is_plain_plural, organisations
from quizgen.model import Document, Entity, Reading, Span, Token

OWNERS = ("his", "her", "its", "their")

WEEKLY = ("market", "school", "prayer", "paper", "newspaper", "mass", "matinee", "league")  # what comes every week is told so for ever
OF_A_DAY = re.compile(rf"(?i)\b(?:the )?(?:last )?(?:{'|'.join(WEEKDAYS)})['’]s ")  # « Sunday’s vote » is the vote
OF_PLACES = ("-based", "-born", "-led", "-backed", "-owned")  # behind a name, which keeps its capital: « Gao-based »


def say_tokens(reading: Reading, tokens: list[Token], *, subject: tuple[Entity, ...] = (), alone: bool = False) -> str:
    """The words of `tokens`, names in full; a possessive for the `subject` of the clause stays a pronoun, unless they are said `alone`."""
    document, said = reading.document, ""
    for token in tokens:
        if token.text in word_set("names", "addresses") and token.i + 1 < len(document.tokens) and document.tokens[token.i + 1].i in reading.links:
            continue
        if is_day_of_thing(document, token) and token is not tokens[0]:
            continue
        if is_owner_article(reading, token) or is_lead_of_name(reading, token):
            continue
        following = document.article.text[token.span.end : token.span.end + 1]
        said += _word(reading, token, first=token is tokens[0], subject=subject, alone=alone) + (" " if following.isspace() else "")
    said = re.sub(r"\s*\[\d+\]|\s*\([^)]*\)", "", said)
    said = re.sub(r"\s+", " ", OF_A_DAY.sub("the ", said)).strip(" ,;:–-")
    return said.replace("'", "’") if said.count('"') % 2 == 0 else said.replace('"', "").replace("'", "’")


def is_day_of_thing(document: Document, token: Token) -> bool:
    """Whether a weekday only tells of which week a thing is, as the day of writing would: « a planned Wednesday special »."""
    noun, lead = document.head(token), document.before(token)
    led = lead is not None and lead.head == noun.i and lead.dep in ("det", "amod") and lead.text.lower() not in ("a", "an")
    weekly = noun.lemma in (*WEEKLY, *PARTS_OF_DAY) or noun.lemma in word_set("nouns", "durations")
    return (
        token.text.lower() in WEEKDAYS and token.dep in ("compound", "nmod") and noun.i == token.i + 1 and noun.pos == "NOUN" and led and not weekly
    )


def is_lead_of_name(reading: Reading, token: Token) -> bool:
    """Whether a word is the first part of the name that follows, which is said in full: « Park » of « Park Jun-sik »."""
    following = reading.document.after(token)
    entity = reading.entity(following) if following is not None and token.head == following.i and token.dep in ("compound", "nmod") else None
    titled = token.text in word_set("names", "noble_titles") and (entity is None or entity.kind != "person")
    named = not titled and entity is not None and following is not None and entity.name == f"{token.text} {following.text}"
    return named and following is not None and following.dep not in ("compound", "nmod", "amod")


def is_owner_article(reading: Reading, token: Token) -> bool:
    """Whether « the » stands before an owner that is said by its name: « the company’s museum »."""
    return token.dep == "det" and token.text.lower() == "the" and named_owner(reading, reading.document.head(token)) is not None


def named_owner(reading: Reading, noun: Token) -> Entity | None:
    """What « the company » before « ’s » stands for, if it is said with its article alone."""
    found = reading.links.get(noun.i, ())
    alone = [t for t in reading.document.children(noun) if t.dep not in ("det", "case")]
    told = bool(found) and found[0].kind == "other" and noun.lemma in title_words(reading.document)  # « the trial’s organisers »
    owner = noun.dep == "poss" and noun.pos == "NOUN" and not alone and not told
    return found[0] if owner and len(found) == 1 and found[0].kind in ("organisation", "person", "other") else None


def _word(reading: Reading, token: Token, *, first: bool, subject: tuple[Entity, ...], alone: bool) -> str:
    """A word as said."""
    owners = reading.links.get(token.i, ())
    outside = token.text.lower() in ("its", "their") and token.dep == "poss" and not owners and first
    noun = noun_antecedent(reading, token) if outside else None
    if noun is not None and not is_own_subject(reading.document, token, noun):
        return possessive(as_definite(reading, noun))
    if (
        token.text.lower() in OWNERS
        and token.dep == "poss"
        and owners
        and owners != subject
        and (alone or not is_subjects_own(reading, token, owners))
        and not is_joined_owners(reading, token, owners)
    ):
        return possessive(say_list(owners))
    if token.text.lower() == "them" and owners and owners != subject:
        return say_list(owners)
    if token.text.lower() in ("this", "that", "these", "those") and token.dep == "det":
        return "the"
    if (owner := named_owner(reading, token)) is not None:
        return say_entity(owner)
    entity = reading.entity(token)
    if token.name and entity and entity.kind == "person" and token.dep not in ("compound", "nmod", "amod"):
        return entity.name
    opens = reading.document.sentence_of(token).first == token.i or (token.i and reading.document.tokens[token.i - 1].text in ('"', "“"))
    if is_title_opening(reading.document, token):
        return token.text
    if opens and (plain(token.text) in capitals(reading.document) or opens_office(reading.document, token)):
        return token.text
    plural = is_plain_plural(token, reading.document)
    if opens and (plural or (token.text.istitle() and token.text.lower() in common_nouns(reading.document))) and not owners:
        return token.text.lower()
    owning = (behind := reading.document.after(token)) is not None and behind.dep == "case" and not token.has("Number=Plur")
    plain_word = token.pos != "PROPN" and not token.name and token.text[1:].islower() and not token.text.endswith(OF_PLACES)
    if opens and plain_word and not owning and not owners and not is_demonym(token.text):
        return token.text[:1].lower() + token.text[1:]
    titled = token.i and reading.document.tokens[token.i - 1].text in ('"', "“")
    if first and token.pos == "DET" and token.text.istitle() and not token.name and not titled:
        return token.text.lower()
    return token.text


def is_title_opening(document: Document, token: Token) -> bool:
    """Whether an article opens the title of a work in quotation marks, which keeps its capital: « The » of « “The Salt Year” »."""
    before = document.before(token)
    if token.text not in ("The", "A", "An") or before is None or before.text not in ('"', "“"):
        return False
    words = list(document.tokens[token.i + 1 : token.i + 8])
    end = next((n for n, t in enumerate(words) if t.text in ('"', "”")), 0)
    plain_words = word_set("grammar", "function_words")
    return end > 0 and all(t.text[:1].isupper() or t.text in plain_words for t in words[:end])


def opens_office(document: Document, token: Token) -> bool:
    """Whether a word opens an office that is written with capitals: « Transport » of « Transport Secretary Ida Holm »."""
    following = document.after(token)
    noun = token.pos in ("NOUN", "PROPN")  # not « New President Ida Holm »
    return noun and following is not None and following.text.istitle() and following.text.lower() in word_set("nouns", "functions")


def as_definite(reading: Reading, noun: Token) -> str:
    """The phrase of a noun with the definite article, as the article brought it up: « the cable », « the county council »."""
    if told := fuller_mention(reading, noun):
        return f"the {say_tokens(reading, told)}"
    tokens = [t for t in kept_tokens(reading.document, noun) if t.dep != "det" or t.head != noun.i]
    while len(tokens) > 1 and tokens[0].text.lower() in ("some", "about", "around", "roughly", "approximately"):
        tokens = tokens[1:]  # « the some 45 people »
    return f"the {say_tokens(reading, tokens)}" if tokens[0].dep != "poss" else say_tokens(reading, tokens)


def owner_spans(reading: Reading, tokens: list[Token]) -> tuple[Span, ...]:
    """The earlier mention in whose words the owner is said that opens a phrase: « its leader » -> « the council’s leader »."""
    first = tokens[0]
    if first.text.lower() not in ("its", "their") or first.dep != "poss" or first.i in reading.links:
        return ()
    noun = noun_antecedent(reading, first)
    words = (fuller_mention(reading, noun) or kept_tokens(reading.document, noun)) if noun is not None else []
    return (Span(start=words[0].span.start, end=words[-1].span.end),) if words else ()


def is_joined_owners(reading: Reading, token: Token, owners: tuple[Entity, ...]) -> bool:
    """Whether a possessive goes with what is joined to its owner: « Karl Lund and his sons »."""
    noun = reading.document.head(token)
    first = reading.document.head(noun)
    return noun.dep == "conj" and first.i < noun.i and reading.links.get(first.i) == owners


def is_subjects_own(reading: Reading, token: Token, owners: tuple[Entity, ...]) -> bool:
    """Whether the owner is the subject of the clause that the possessive stands in, and stands before it."""
    verb = next((t for t in reading.document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    subjects = [t for t in reading.document.children(verb, "nsubj") if t.i < token.i] if verb is not None else []
    if verb is not None and verb.dep == "pcomp":
        outer = reading.document.head(reading.document.head(verb))
        praised = reading.document.children(outer, "obj")
        subjects += [] if praised else reading.document.children(outer, "nsubj", "nsubj:pass")  # « X was fined for leaving his post »
        subjects += [
            n for t in praised if t.i < token.i for n in (t, *reading.document.children(t, "appos"))
        ]  # « praised X for keeping his men calm »
    if verb is not None and verb.dep == "xcomp":
        subjects += [t for t in reading.document.children(reading.document.head(verb), "obj") if t.i < verb.i]  # « urged X to cut its debt »
    return any(reading.links.get(t.i) == owners and token not in reading.document.subtree(t) for t in subjects)


def possessive(name: str) -> str:
    """« Karl Lund’s », « the twins’ »."""
    return f"{name}’" if name.endswith("s") and (name[:4].lower() == "the " or " of " in name) else f"{name}’s"


def say_list(entities: tuple[Entity, ...]) -> str:
    """« Spain, France and Denmark ». Raises ValueError without any."""
    *lead, last = map(say_entity, entities)
    return f"{', '.join(lead)} and {last}" if lead else last


def say_entity(entity: Entity) -> str:
    """An entity's name with the article that it takes: « the Netherlands », « the IMF », « Geneva »."""
    if country := find_country(entity.name):
        return f"{country.article} {country.name}".strip()
    known = organisations().get(plain(entity.name))
    article = known["article"] if known else "the" if entity.with_article else ""
    return f"{article} {entity.name}".strip() if not entity.name.lower().startswith("the ") else entity.name
