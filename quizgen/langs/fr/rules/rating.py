"""How large or dear a thing is, told with the thing: « la coureuse touchera une prime de 6 000 euros », « construit une usine de 30 000 m² ».

Asked with whoever has or makes it: « Quel est le montant de la prime que la coureuse touchera ? ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking.saying import lower_article, say_parts, say_verb
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.clause.verbs import bare_of, is_clause_head
from quizgen.langs.fr.forms.morphology import agree, elide, starts_with_vowel
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.measures import approximation, find_unit
from quizgen.langs.fr.phrase.wording import article_for, say_tokens
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "rating"
RELATIVE = ("à", "pour", "de")  # what a verb governs its thing with: « condamné à une amende », « élu pour un mandat », « doté d’un budget »
LONGEST = 14  # words of « la prime que la coureuse touchera »
FEMININE = ("superficie", "longueur", "durée", "puissance")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The measured things of `sentence` that a verb has as its object."""
    document = reading.document
    for noun in document.words(sentence):
        first = document.head(noun) if noun.dep == "conj" else noun
        verb = document.head(first)
        bound = first.dep == "obj" or (first.dep.startswith("obl") and read_marker(document, noun)[0] in RELATIVE)
        if not bound or noun.pos != "NOUN" or noun.i in document.quotations or not is_clause_head(document, verb):
            continue
        amount = next((t for t in document.children(noun, "nmod") if t.i > noun.i and read_marker(document, t)[0] == "de"), None)
        if amount is not None and document.child(amount, "nummod") is not None:
            yield attempt(NAME, read_rating, reading, amount, noun, verb)


def read_rating(reading: Reading, amount: Token, noun: Token, verb: Token) -> Fact:
    """« la D de la chose que S V est de N ». Raises Refused if it is not known what is measured, or whose the thing is."""
    text, span = read_amount(reading, amount)
    dimension = find_dimension(noun, text)
    if dimension is None or noun.lemma in word_set("nouns", "dimensions") or noun.lemma in word_set("nouns", "measures"):
        raise Refused("it is not told what is measured")
    attribution = check_standing(reading, verb)
    if is_report(verb):
        raise Refused("a reporting verb")
    bare = say_bare(reading, noun, amount)
    thing = say_thing(reading, noun, verb, bare)
    feminine = dimension in FEMININE
    article = "l’" if starts_with_vowel(dimension) else "la " if feminine else "le "
    subject = Phrase(
        role="told_owner", text=f"{article}{dimension} de {thing}".replace(" de le ", " du ").replace(" de les ", " des "), span=noun.span,
        head=dimension, gender="f" if feminine else "m", named=True,
    )  # fmt: skip
    measure = Phrase(role="dimension", text=text, span=span, kind="measure", head=amount.lemma)
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=subject, complements=(measure,))
    told = replace(clause, subject=replace(subject, text=bare))  # the dimension is no word of the article
    fact = build_fact(reading, amount, told, type="quantity", rule=NAME, predicate=f"{dimension} {noun.lemma}", attribution=attribution)
    return replace(fact, clause=clause)


def read_amount(reading: Reading, amount: Token) -> tuple[str, Span]:
    """« environ 30 000 mètres carrés » and where it stands. Raises Refused if it is no amount with a unit."""
    document = reading.document
    number = document.child(amount, "nummod")
    duration = amount.lemma in word_set("nouns", "durations")
    unit = amount if duration else find_unit(reading, amount)
    if number is None or unit is None:
        raise Refused("it is no amount with its unit")
    square = document.after(unit)
    last = square if square is not None and square.text.lower() in ("carrés", "carré", "cubes", "cube", "CFA", "cfa") else unit
    of_peine = duration and document.head(amount).lemma == "peine"  # « une peine de quatre ans de prison »
    ends = ("à", "contre", "et", "ou", *(() if of_peine else ("de", "d’")))
    if (after := document.after(last)) is not None and after.text.lower() in ends:
        raise Refused("the amount goes on")
    span = Span(start=number.span.start, end=last.span.end)
    return approximation(document, number) + document.text(span), span


def find_dimension(noun: Token, text: str) -> str | None:
    """« montant » for money, « superficie » for square metres, « longueur » for the kilometres of a road; None if it is not plain."""
    words = text.lower().split()
    last = words[-1]
    unit = " ".join(words[-2:]) if last in ("carré", "carrés") else last
    if last.rstrip("s") in word_set("nouns", "currencies") or last == "cfa":
        return "montant"
    for dimension, units in read_words("nouns")["unit_dimensions"].items():
        if unit in units or unit.rstrip("s") in units:
            long = dimension != "longueur" or noun.lemma in word_set("nouns", "long")
            lasting = dimension != "durée" or noun.lemma in word_set("nouns", "lasting")
            return dimension if long and lasting else None
    return None


def say_relative(marker: str, noun: Token, subject: str) -> str:
    """« que la coureuse », « à laquelle la coureuse », « dont la coureuse »."""
    if marker in ("", "de"):
        return elide("que", subject) if not marker else f"dont {subject}"
    feminine = noun.has("Gender=Fem")
    which = "auquel" if marker == "à" and not feminine else f"{marker} {'laquelle' if feminine else 'lequel'}"
    return f"{which} {subject}"


def say_bare(reading: Reading, noun: Token, amount: Token) -> str:
    """« la prime ». Raises Refused if it is not one thing told without a pronoun."""
    document = reading.document
    start = min(t.i for t in document.children(amount, "case"))
    words = [t for t in kept_tokens(document, noun, reading) if t.i < start and t.dep != "det"]
    if not words or any(t.pos == "PRON" or t.text in (",", "«") for t in words) or noun.has("Number=Plur"):
        raise Refused("the thing cannot be said alone")
    said = say_tokens(reading, words)
    return f"{article_for(noun, said)}{said}"


def say_thing(reading: Reading, noun: Token, verb: Token, bare: str) -> str:
    """« la prime que la coureuse touchera ». Raises Refused if nobody named has or makes it."""
    document = reading.document
    clause = read_clause(reading, verb)
    subject = clause.subject
    if subject is None or not (subject.entities or subject.named) or clause.verb.negation or subject.count:
        raise Refused("it is not known whose it is")
    if subject.kind == "person" and len(subject.entities) == 1:
        subject = replace(subject, text=subject.entities[0].name)  # the function would make it too long
    group = clause.verb
    if group.rest and not group.with_be and not read_marker(document, noun)[0]:
        done = agree(bare_of(document, verb, group.rest), "f" if noun.has("Gender=Fem") else "m", "s")
        group = replace(group, rest=done if document.child(verb, "aux:tense") is not None else group.rest)
    others = tuple(p for p in clause.complements if isinstance(p, Phrase) and (p.role.startswith(("addressee", "place")) or p.role == "time"))
    others = tuple(p for p in others if not p.span.start <= noun.span.start < p.span.end)
    marker, _ = read_marker(document, noun)
    link = say_relative(marker, noun, lower_article(subject))
    text = f"{bare} {link} {say_verb(group)} {say_parts(others, 'm', 's')}".strip()
    if len(text.split()) > LONGEST or any(isinstance(p, Clause) for p in clause.complements):
        raise Refused("too much would have to be told with it")
    return text
