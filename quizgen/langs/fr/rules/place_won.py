"""At which place a named one came in: « le parti X, arrivé deuxième aux élections, », « X a terminé troisième du tournoi ».

It is read from the words: the parser takes « arrivée » for a noun as often as not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.morphology import agree
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.wording import article_for, say_entity, say_tokens
from quizgen.langs.fr.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "place_won"
CONFIDENCE = 0.9
PLACE = re.compile(
    r"(?i)premi(?:er|ère)|second(?:e)?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz)ième|\d{1,3}(?:e|è|ème|er|re)|derni(?:er|ère)"
)
COMING = re.compile(r"(arrivé|classé)e?|(terminé|fini)|(termine|finit)")
HELPERS = ("a", "est", "s’", "s'", "avait", "était")
EVENT = ("aux", "au", "du", "de", "des", "à", "lors")  # what opens the contest right after the place
AGAINST = ("derrière", "devant", "avec", "en", "après", "et", "à", "sur", "pour", "mais", "dans")  # what ends it
LONGEST = 7  # words of a contest


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The places won that `sentence` tells."""
    document = reading.document
    for token in document.words(sentence):
        following = document.after(token)
        if following is None or not PLACE.fullmatch(following.text) or token.i in document.quotations:
            continue
        if COMING.fullmatch(token.text.lower()) and following.i < sentence.last:
            yield attempt(NAME, read_place, reading, token, following)


def read_place(reading: Reading, coming: Token, place: Token) -> Fact:
    """« X est arrivé deuxième ». Raises Refused unless a name with one bearer stands right before."""
    document = reading.document
    after = document.after(place)
    if after is not None and (after.pos in ("NOUN", "PROPN") or after.text.lower() in ("ex", "ex-æquo")):
        raise Refused("it is no place in a contest")
    name = find_winner(document, coming)
    entity = reading.entity(name) if name is not None else None
    if name is None or entity is None or entity.kind not in ("person", "organisation", "country") or entity.number == "p":
        raise Refused("it is not told who came in there")
    gender = entity.gender or ("f" if coming.text.lower().endswith("ée") else "m")
    subject = Phrase(
        role="told_winner", text=say_entity(entity), span=name.span, kind=entity.kind, head=name.lemma, entities=(entity,), named=True,
        gender=gender, number="s",
    )  # fmt: skip
    rank = Phrase(role="rank", text=place.text.lower(), span=place.span, kind="quality", head=place.lemma)
    contest = find_contest(document, place) or contest_before(reading, place)
    if not contest and not word_set("nouns", "contests") & title_words(document):
        raise Refused("it is not told in what contest")
    clause = Clause(verb=said_verb(coming, gender), subject=subject, complements=(rank, *contest))
    return build_fact(reading, place, clause, type="action", rule=NAME, predicate="arriver", confidence=CONFIDENCE)


def find_winner(document: Document, coming: Token) -> Token | None:
    """The name before « , arrivé » or « a terminé », brackets passed over."""
    token = document.before(coming)
    helped = False
    while token is not None and token.text.lower() in HELPERS:
        token, helped = document.before(token), True
    if token is not None and token.text == "," and not helped:
        token = document.before(token)
    elif not helped and not COMING.fullmatch(coming.text.lower()).group(3):  # type: ignore[union-attr]
        return None
    if token is not None and token.text == ")":
        opened = next((t for t in reversed(document.tokens[: token.i]) if t.text == "("), token)
        token = document.before(opened)
    return token if token is not None and token.name else None


def said_verb(coming: Token, gender: str) -> Verb:
    """« est arrivé », « a été classé », « a terminé »."""
    low = coming.text.lower()
    if low.startswith("arrivé"):
        return Verb(lemma="arriver", finite="est", rest=agree("arrivé", gender, "s"), with_be=True)
    if low.startswith("classé"):
        return Verb(lemma="classer", finite="a", rest=f"été {agree('classé', gender, 's')}", passive=True, with_be=True)
    return Verb(lemma="terminer", finite="a", rest="terminé") if low.startswith("termin") else Verb(lemma="finir", finite="a", rest="fini")


def find_contest(document: Document, place: Token) -> tuple[Phrase, ...]:
    """« aux élections législatives » right after the place; nothing where it is long, or points to another sentence."""
    words: list[Token] = []
    following = document.after(place)
    while following is not None and following.pos not in ("PUNCT", "VERB", "AUX") and not (words and following.text.lower() in AGAINST):
        words.append(following)
        following = document.after(following)
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "possessives") | word_set("grammar", "pointing")
    if not 1 < len(words) <= LONGEST or words[0].text.lower() not in EVENT or any(t.pos == "PRON" or t.text.lower() in pointing for t in words):
        return ()
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    text = document.text(span).replace("'", "’")
    first, _, rest = text.partition(" ")
    within = {"du": f"le {rest}", "des": f"les {rest}", "de": rest}.get(first)  # « lors du Tour de … »
    return (Phrase(role="told_contest", text=within or text, span=span, marker="lors de" if within else "", head=words[-1].lemma, named=True),)


def contest_before(reading: Reading, place: Token) -> tuple[Phrase, ...]:
    """« lors des élections législatives », where the article has told one kind of contest before, and no other."""
    document = reading.document
    found = [document.tokens[i] for lemma in sorted(word_set("nouns", "contests")) for i in document.by_lemma.get(lemma, ()) if i < place.i]
    nouns = [t for t in found if t.pos == "NOUN" and not t.name]
    if not nouns or len({(t.lemma, t.has("Number=Plur")) for t in nouns}) > 1:
        return ()
    noun = min(nouns, key=lambda t: t.i)
    words = [noun, *(t for t in document.children(noun, "amod") if t.i == noun.i + 1)]
    said = say_tokens(reading, words)
    return (
        Phrase(
            role="told_contest", text=f"{article_for(noun, said)}{said}", span=place.span, marker="lors de", head=noun.lemma, named=True,
            taken_up=(Span(start=noun.span.start, end=words[-1].span.end),),
        ),
    )  # fmt: skip
