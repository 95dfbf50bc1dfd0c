"""By how much something rises or falls, told with a noun or under « voir »: « X, en baisse de 3 % », « X accuse un recul de 8 % de son N »,
« X a vu son N reculer de 3 % »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.told import OWNERS
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_verb
from quizgen.langs.fr.forms.conjugation import past_participle
from quizgen.langs.fr.forms.dates import YEAR
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import read_words
from quizgen.langs.fr.phrase.measures import approximation, is_unit
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.things import LONGEST, told_thing
from quizgen.langs.fr.phrase.wording import article_for, say_list, say_tokens
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "rise"
SHOWING = ("accuser", "afficher", "connaître", "enregistrer", "essuyer", "subir")  # one has the change; it is no plan, and nobody's wish
INSIDE = ("nmod", "amod", "appos", "flat", "nummod")
PLAIN = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM")
OF = ("de", "d’", "d'", "du", "des")
LEAST = 3  # words by which one knows whose it is
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The rises and falls of `sentence` that no verb of its own tells."""
    document = reading.document
    for token in document.words(sentence):
        if token.i in document.quotations:
            continue
        trend = read_words("verbs")["trends"].get(token.lemma, "") if token.pos == "NOUN" else ""
        before = document.before(token)
        if trend and before is not None and before.text.lower() == "en":
            yield attempt(NAME, read_standing, reading, token, trend)
        elif trend and token.dep == "obj" and document.head(token).lemma in SHOWING:
            for share in shares_of(document, token):
                yield attempt(NAME, read_shown, reading, token, trend, share)
        elif token.has("VerbForm=Inf") and token.lemma in read_words("verbs")["trends"].values() and seen_by(document, token) is not None:
            yield attempt(NAME, read_seen, reading, token)


def shares_of(document: Document, trend: Token) -> list[Token]:
    """The figures of « un recul de 8 % de A et de 47 % de B »."""
    first = next((t for t in document.children(trend, "nmod", "obl") if is_amount(document, t)), None)
    return [] if first is None else [first, *(t for t in document.children(first, "conj") if is_amount(document, t))]


def is_amount(document: Document, token: Token) -> bool:
    """« de 3 % », « de 12 millions d’euros »: a number with its unit after « de »."""
    number, case = document.child(token, "nummod"), document.child(token, "case")
    return number is not None and case is not None and case.text.lower() in OF and (is_unit(token) or token.text == "%")


def read_amount(document: Document, unit: Token) -> Phrase:
    """The figure as « de combien » asks for it."""
    number = document.child(unit, "nummod")
    assert number is not None
    span = Span(start=number.span.start, end=unit.span.end)
    text = f"{approximation(document, number)}{document.text(span)}"
    return Phrase(role="amount", text=text, span=span, marker="de", kind="measure", head=unit.lemma)


def read_standing(reading: Reading, token: Token, trend: str) -> Fact:
    """« X, en baisse de 3 % ». Raises Refused unless X stands right before it and is known."""
    document = reading.document
    unit = next((t for t in document.children(token, "nmod", "obl", "nummod") if is_amount(document, t)), None)
    opening = document.before(document.before(token) or token)
    last = document.before(opening) if opening is not None and opening.text == "," else opening
    if unit is None or last is None or last.pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        raise Refused("what changes, or by how much, does not stand beside it")
    verb = next((t for t in document.ancestors(token) if is_clause_head(document, t)), None)
    attribution = check_standing(reading, verb) if verb is not None else ""
    past = verb is not None and read_verb(document, verb).finite in ("a", "ont") and bool(read_verb(document, verb).rest)
    thing = thing_before(reading, last, token.i - 1)
    return tell(reading, token, trend, Change(thing=thing, amount=read_amount(document, unit), past=past, attribution=attribution))


def thing_before(reading: Reading, last: Token, stop: int) -> Phrase:
    """The thing that ends at `last`, with an « pour l’agriculture » that the parser hung on the verb. Raises Refused if it is none that rises."""
    document = reading.document
    noun = last
    while document.head(noun).pos in ("NOUN", "PROPN") and document.head(noun).i < noun.i and noun.dep.split(":")[0] in INSIDE:
        noun = document.head(noun)
    whole = next((t for t in document.children(document.head(noun), "obj") if t.i < noun.i), None) if noun.dep.startswith("obl") else None
    words = [] if whole is None else list(document.tokens[whole.i : last.i + 1])
    if whole is not None and 1 < len(words) <= LONGEST and all(t.pos in PLAIN for t in words) and document.child(whole, "det") is not None:
        said = say_tokens(reading, words)
        gender = "f" if whole.has("Gender=Fem") else "m"
        span = Span(start=whole.span.start, end=last.span.end)
        number = "p" if whole.has("Number=Plur") else "s"
        text = f"{article_for(whole, said)}{said}"
        return Phrase(role="told_what", text=text, span=span, gender=gender, number=number, head=whole.lemma, named=True)
    thing = told_thing(reading, noun, stop, "told_what")
    if thing.kind in ("person", "organisation", "country", "city") or noun.name:
        raise Refused("what of it changes is not told")
    return thing


def read_shown(reading: Reading, token: Token, trend: str, share: Token) -> Fact:
    """« X accuse un recul de 8 % de son N ». Raises Refused unless X is known, and N is told."""
    document = reading.document
    verb = document.head(token)
    attribution = check_standing(reading, verb)
    noun = next((t for t in document.children(share, "nmod", "obl") if t.i > share.i), None)
    owner = owner_of(reading, verb)
    group = read_verb(document, verb)
    if noun is None or group.negation or group.finite.endswith(("ra", "ront", "rait", "raient")):
        raise Refused("it is not told what changes")
    thing = owned_thing(reading, noun, owner, document.sentence_of(noun).last)
    changed = Change(thing=thing, amount=read_amount(document, share), past=bool(group.rest), when=year_of(document, verb), attribution=attribution)
    return tell(reading, token, trend, changed)


def seen_by(document: Document, infinitive: Token) -> Token | None:
    """The verb « voir » above an infinitive of change: « ont vu leur prime de nuit reculer »."""
    return next((t for t in list(document.ancestors(infinitive))[:2] if t.lemma == "voir" and is_clause_head(document, t)), None)


def read_seen(reading: Reading, token: Token) -> Fact:
    """« X a vu son N reculer de 3 % ». Raises Refused unless X is known, and one thing of X changes."""
    document = reading.document
    verb = seen_by(document, token)
    unit = next((t for t in document.children(token, "obl", "nmod", "obj") if is_amount(document, t)), None)
    noun = document.child(verb, "obj") if verb is not None else None
    if verb is None or unit is None or noun is None:
        raise Refused("it is not told what changes, or by how much")
    attribution = check_standing(reading, verb)
    group = read_verb(document, verb)
    if group.negation or not group.rest:
        raise Refused("it is not told that it has changed")
    thing = owned_thing(reading, noun, owner_of(reading, verb), token.i)
    changed = Change(thing=thing, amount=read_amount(document, unit), past=True, when=years_after(document, unit), attribution=attribution)
    return tell(reading, token, token.lemma, changed)


def owner_of(reading: Reading, verb: Token) -> str:
    """Who has what changes, in words. Raises Refused unless it is known."""
    noun = find_subject(reading.document, verb)
    if noun is None:
        raise Refused("no subject was found")
    phrase = read_phrase(reading, noun, "owner", subject=True)
    if phrase.entities:
        return say_list(phrase.entities)
    if any(t.text.lower() == "les" for t in reading.document.children(noun, "det")) and phrase.text[:1].isdigit():
        return f"les {phrase.text}"  # « les 20 % des marins les plus âgés »
    if not is_definite(phrase) or len(phrase.text.split()) < LEAST:
        raise Refused("it is not told whose it is")
    return phrase.text


def owned_thing(reading: Reading, noun: Token, owner: str, stop: int) -> Phrase:
    """« le chiffre d’affaires de X » for « son chiffre d’affaires ». Raises Refused unless it is the owner's."""
    document = reading.document
    words = [t for t in document.subtree(noun) if noun.i <= t.i < stop and t.pos in PLAIN]
    own = document.child(noun, "det")
    if own is None or own.text.lower() not in OWNERS or len(words) > LONGEST or [t.i for t in words] != list(range(noun.i, noun.i + len(words))):
        raise Refused("it is not told whose it is")
    said = say_tokens(reading, words)
    text = f"{article_for(noun, said)}{said} {join_preposition('de', owner)}"
    many = noun.has("Number=Plur")
    span = Span(start=noun.span.start, end=words[-1].span.end)
    gender = "f" if noun.has("Gender=Fem") else "m"
    return Phrase(role="told_what", text=text, span=span, gender=gender, number="p" if many else "s", head=noun.lemma, named=True)


@dataclass(frozen=True, kw_only=True)
class Change:
    """What changes, by how much, when, whether it has done so, and who says it."""

    thing: Phrase
    amount: Phrase
    past: bool
    when: tuple[Phrase, ...] = ()
    attribution: str = ""


def tell(reading: Reading, token: Token, trend: str, change: Change) -> Fact:
    """« N a reculé de 3 % », or « recule »."""
    many = change.thing.number == "p"
    participle = past_participle(trend)
    if not trend.endswith("er") or participle is None:
        raise Refused("no form of such a verb is known")
    finite = ("ont" if many else "a") if change.past else f"{trend[:-2]}{'ent' if many else 'e'}"
    verb = Verb(lemma=trend, finite=finite, rest=participle if change.past else "", number=change.thing.number)
    clause = Clause(verb=verb, subject=change.thing, complements=(change.amount, *change.when))
    return build_fact(
        reading, token, clause, type="change", rule=NAME, attribution=change.attribution, predicate=trend, confidence=CONFIDENCE
    )  # fmt: skip


def years_after(document: Document, unit: Token) -> tuple[Phrase, ...]:
    """« en 2009 », « entre 2008 et 2009 » right after the figure."""
    words = list(document.tokens[unit.i + 1 : min(unit.i + 5, document.sentence_of(unit).last)])
    low = [t.text.lower() for t in words]
    if low[:1] == ["en"] and len(words) > 1 and YEAR.fullmatch(words[1].text):
        return (Phrase(role="time", text=words[1].text, span=words[1].span, marker="en", kind="time", head="an", named=True, core=True),)
    if len(words) == 4 and low[0] == "entre" and low[2] == "et" and all(YEAR.fullmatch(words[k].text) for k in (1, 3)):
        span = Span(start=words[0].span.start, end=words[3].span.end)
        return (Phrase(role="told_time", text=document.text(span), span=span, kind="time", head="an", named=True, core=True),)
    return ()


def year_of(document: Document, verb: Token) -> tuple[Phrase, ...]:
    """« en 2009 » under the verb."""
    year = next((t for t in document.children(verb, "obl", "obl:mod") if YEAR.fullmatch(t.text)), None)
    case = document.child(year, "case") if year is not None else None
    if year is None or case is None or case.text.lower() != "en":
        return ()
    return (Phrase(role="time", text=year.text, span=year.span, marker="en", kind="time", head="an", named=True, core=True),)
