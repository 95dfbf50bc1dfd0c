"""How many of a number of things are of a kind: « 165 rescapés, dont 21 enfants », « 38 membres (17 ministres, …) »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import REFLEXIVE, find_subject, is_clause_head
from quizgen.langs.fr.forms.morphology import agree, bare_participle, join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.phrase.moments import looks_ahead
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import article_for, say_tokens
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "among"
FARTHEST = 12  # words between the whole and « dont »
LONGEST = 9  # words of the whole: « les 41 recommandations pour la sécurité »
SMALLEST = ("un", "une")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The parts of counted wholes that `sentence` counts."""
    document = reading.document
    for token in document.words(sentence):
        if token.text.lower() == "dont" and (number := _number_after(document, token)) is not None:
            yield attempt(NAME, read_among, reading, number, token)
        if token.text == "(" and (number := _number_after(document, token)) is not None:
            yield from _bracketed(reading, token, number)


def _number_after(document: Document, token: Token) -> Token | None:
    """The number right after `token`, an approximation aside."""
    window = [t for t in document.tokens[token.i + 1 : token.i + 5] if t.i < document.sentence_of(token).last]
    number = next((t for t in window if t.pos == "NUM"), None)
    if number is None or any(t.pos in ("VERB", "AUX", "NOUN") for t in window if t.i < number.i):
        return None
    return None if number.text.lower() in SMALLEST else number


def _bracketed(reading: Reading, opening: Token, number: Token) -> Iterator[Fact | Refusal]:
    """The first part of « (17 ministres, 14 secrétaires d’État et 7 conseillers) », if there are two or more: of the others readers took none."""
    document = reading.document
    rest = document.tokens[opening.i + 1 : document.sentence_of(opening).last]
    closing = next((t.i for t in rest if t.text in (")", "(")), document.sentence_of(opening).last)
    inside = [t for t in rest if t.i < closing]
    numbers = [t for t in inside if t.pos == "NUM" and document.head(t).pos == "NOUN" and document.tokens[t.i - 1].text in ("(", ",", "et")]
    if len(numbers) > 1 and numbers[0] is number and len([t for t in inside if t.text in (",", "et")]) >= len(numbers) - 1:
        yield attempt(NAME, read_among, reading, number, opening)


def read_among(reading: Reading, number: Token, opening: Token) -> Fact:
    """« n P figurent parmi les N W ». Raises Refused if the whole is not counted right before, or the part is no plain noun or quality."""
    document = reading.document
    whole = find_whole(reading, opening)
    part = document.after(number)
    if part is not None and (part.lemma in word_set("nouns", "shares") or re.search("ièmes?$", part.text)):
        raise Refused("a share, and no count")  # « dont les neuf dixièmes vivent sur l’île »
    if part is None or document.children(part, "nsubj", "aux", "aux:tense", "aux:pass", "cop"):
        raise Refused("what follows is a clause")
    count = approximation(document, number) + number.text
    head = document.head(opening)
    verb = next((t for t in (head, *document.ancestors(head)) if is_clause_head(document, t)), None)
    attribution = check_standing(reading, verb) if verb is not None else ""
    past = opening.text != "(" and looks_ahead(document, opening) is False
    if part.text == "%":
        clause = _of_share(reading, part, count, whole)
    elif part.pos == "NOUN":
        clause = _of_kind(reading, part, count, whole, past=past)
    elif part.pos in ("ADJ", "VERB") and (part.has("Number=Plur") or part.text.endswith("s")):
        clause = _of_quality(part, count, whole)
    else:
        raise Refused("what is counted is not clear")
    return build_fact(reading, number, clause, type="quantity", rule=NAME, predicate=f"parmi {part.lemma}", attribution=attribution)


def find_whole(reading: Reading, opening: Token) -> Phrase:
    """« les 165 rescapés » before `opening`. Raises Refused if no counted noun stands there."""
    document = reading.document
    first = document.sentence_of(opening).first
    end = opening.i - (document.tokens[opening.i - 1].text == ",")
    numbers = [
        t for t in document.tokens[max(first, end - FARTHEST) : end] if t.pos == "NUM" and document.head(t).pos == "NOUN" and t.i < t.head < end
    ]
    if not numbers or numbers[-1].text.lower() in SMALLEST:
        raise Refused("no counted whole stands before it")
    number = numbers[-1]
    noun = document.head(number)
    if noun.lemma in word_set("nouns", "durations"):
        raise Refused("a time or an age stands before it, and no counted whole")
    kept = [t for t in kept_tokens(document, noun, reading) if number.i <= t.i < end]
    between = document.tokens[kept[-1].i + 1 : end]
    if any(t.pos in ("VERB", "AUX", "PRON") or t.text in (",", ":", ";") for t in between) or len(kept) > LONGEST:
        raise Refused("something stands between the whole and its part")
    body = _body_of(document, noun)
    owner = _owner(reading, body, noun) if body is not None else ""
    loose = approximation(document, number)  # « près de 150 habitants »: their number is not told again
    if noun.lemma in word_set("nouns", "currencies"):
        return _cost(reading, noun, kept)
    said = say_tokens(reading, [t for t in kept if t.i > number.i] if loose else kept)
    lead, noun_said, rest = said.partition(noun.text)  # « 41 conseils émis | pour la sécurité des vols »
    text = f"les {lead}{noun_said}{owner or _fate(document, noun)}{rest}" if not owner else f"les {said}{owner}"
    return Phrase(
        role="told_whole", text=text, span=Span(start=kept[0].span.start, end=kept[-1].span.end), marker="parmi", number="p", head=noun.lemma
    )


def _cost(reading: Reading, noun: Token, kept: list[Token]) -> Phrase:
    """« les 680 000 euros que coûteront les travaux ». Raises Refused for another sum: of what it is is told elsewhere."""
    verb = reading.document.head(noun)
    thing = find_subject(reading.document, verb)
    if verb.lemma != "coûter" or not verb.has("VerbForm=Fin") or thing is None:
        raise Refused("of what the sum is is told elsewhere")
    owner = read_phrase(reading, thing, "owner", subject=True)
    text = f"les {say_tokens(reading, kept)} que {verb.text} {owner.text}"
    span = Span(start=kept[0].span.start, end=kept[-1].span.end)
    taken_up = (owner.span, *owner.taken_up)
    return Phrase(role="told_whole", text=text, span=span, marker="parmi", number="p", head=noun.lemma, taken_up=taken_up)


def _body_of(document: Document, noun: Token) -> Token | None:
    """The widest body whose members `noun` counts: « le gouvernement » of « un gouvernement de coalition de 38 membres »; None if there is none."""
    body: Token | None = None
    token = noun
    while token.dep == "nmod" and token.head < token.i and document.child(token, "case") is not None:
        token = document.head(token)
        body = token if token.lemma in word_set("nouns", "bodies") else body
    return body


def _owner(reading: Reading, body: Token, noun: Token) -> str:
    """« du nouveau gouvernement » for « le nouveau gouvernement de 38 membres »."""
    document = reading.document
    start = min(t.i for t in document.children(noun, "case"))
    words = [t for t in kept_tokens(document, body, reading) if t.i < start and t.dep != "det"]
    if not words or body.has("Number=Plur") or any(t.pos in ("PRON", "PUNCT") for t in words):
        return ""
    said = say_tokens(reading, words)
    return " " + join_preposition("de", f"{article_for(body, said)}{said}")


def _fate(document: Document, noun: Token) -> str:
    """What happened to the whole, in a word: « sauvés » for « ont sauvé 165 habitants », or empty."""
    verb = document.head(noun)
    done = verb.has("VerbForm=Part", "Tense=Past") and document.child(verb, "aux:tense", "aux:pass") is not None
    reflexive = any(t.text.lower() in REFLEXIVE for t in document.children(verb))
    known = noun.dep == "obj" or document.child(verb, "aux:pass") is not None or verb.lemma in word_set("verbs", "auxiliaries", "be")
    if not done or reflexive or not known or noun.dep.split(":")[0] not in ("obj", "nsubj"):
        return ""
    gender, number = ("f" if verb.has("Gender=Fem") else "m"), ("p" if verb.has("Number=Plur") else "s")
    return f" {agree(bare_participle(verb.text.lower(), gender, number), 'f' if noun.has('Gender=Fem') else 'm', 'p')}"


def _of_share(reading: Reading, part: Token, count: str, whole: Phrase) -> Clause:
    """« 40 % des 680 000 euros sont à la charge de la commune »"""
    document = reading.document
    rest = [t for t in document.subtree(part) if t.i > part.i and t.pos != "PUNCT"]
    if (
        not rest
        or rest[0].text.lower() not in ("à", "au", "aux", "en", "pour", "chez", "dans")
        or any(t.pos in ("VERB", "AUX", "PRON") for t in rest)
        or document.children(part, "conj")
    ):
        raise Refused("it is not told what is true of this part")
    counted = join_preposition("de", whole.text)
    subject = Phrase(
        role="counted", text=f"{count} % {counted}", span=whole.span, kind="measure", head=whole.head, count=f"{count} %", counted=counted,
        taken_up=whole.taken_up,
    )  # fmt: skip
    state = Phrase(role="told_state", text=say_tokens(reading, rest), span=Span(start=rest[0].span.start, end=rest[-1].span.end), head=rest[-1].lemma)
    return Clause(verb=Verb(lemma="être", finite="sont", number="p"), subject=subject, complements=(state,))


def _of_kind(reading: Reading, part: Token, count: str, whole: Phrase, *, past: bool) -> Clause:
    """« 21 enfants figurent parmi les 165 rescapés »"""
    document = reading.document
    kept = [t for t in kept_tokens(document, part, reading) if t.i >= part.i and t.text not in (")", "(")]
    cut = next((i for i, t in enumerate(kept) if t.text == "," or (t.text == "et" and i)), len(kept))
    said = say_tokens(reading, kept[:cut])
    span = Span(start=document.tokens[part.i - 1].span.start, end=kept[:cut][-1].span.end)
    subject = Phrase(
        role="counted", text=f"{count} {said}", span=span, number="p", head=part.lemma, count=count, counted=said,
        gender="f" if part.has("Gender=Fem") else "m",
    )  # fmt: skip
    verb = Verb(lemma="figurer", finite="figuraient" if past else "figurent", number="p")
    return Clause(verb=verb, subject=subject, complements=(whole,))


def _of_quality(part: Token, count: str, whole: Phrase) -> Clause:
    """« 21 des 41 conseils sont nouveaux »"""
    subject = Phrase(
        role="counted", text=f"{count} {whole.text.replace('les ', 'des ', 1)}", span=whole.span, number="p", head=whole.head, count=count,
        counted=whole.text.replace("les ", "des ", 1),
    )  # fmt: skip
    quality = Phrase(role="told_quality", text=part.text, span=part.span, head=part.lemma)
    return Clause(verb=Verb(lemma="être", finite="sont", number="p"), subject=replace(subject, marker=""), complements=(quality,))
