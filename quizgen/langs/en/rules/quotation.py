"""Who said the words in quotation marks: « “…,” X said », « X told Y: “…” ».

A quotation is asked with its speaker if it is a whole sentence that stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import read_subject
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.rules.clause import name_speaker
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "quotation"
SHORTEST, LONGEST = 5, 24  # words of a quotation in a question
CONFIDENCE = 0.8
REACH = 4  # words between the closing mark and the verb
POINTERS = frozenset("this that these those it he she they him her them his their its here there".split())


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The quotations whose speaker `sentence` names."""
    document = reading.document
    for verb in document.words(sentence):
        if verb.lemma in word_set("verbs", "speaking") and verb.pos == "VERB" and verb.has("VerbForm=Fin") and verb.i not in document.quotations:
            number = find_quotation(document, sentence, verb)
            if number is not None:
                yield attempt(NAME, read_quotation, reading, verb, number)


def find_quotation(document: Document, sentence: Sentence, verb: Token) -> int | None:
    """The number of the quotation that closes right before `verb` or its subject, or opens right behind the verb."""
    first = max(sentence.first - 1, 0)
    before = next((t for t in reversed(document.tokens[max(first, verb.i - REACH) : verb.i]) if t.text in ("”", '"')), None)
    if before is not None and (number := document.quotations.get(before.i - 1)):
        return number
    after = next((t for t in document.words(sentence) if verb.i < t.i <= verb.i + REACH and t.text in ("“", '"')), None)
    follows = after is not None and document.tokens[after.i - 1].text in (",", ":")
    return document.quotations.get(after.i + 1) if after is not None and follows else None


def read_quotation(reading: Reading, verb: Token, number: int) -> Fact:
    """« S said: “Q” ». Raises Refused if S is not named, or Q does not stand alone."""
    document = reading.document
    speaker = read_subject(reading, verb)
    name_speaker(speaker)
    inside = [document.tokens[i] for i in document.quoted[number]]
    tokens = first_alone(inside)
    if goes_on(document, inside, number):
        raise Refused("the rest of what is said is cut")
    if is_one_of_many(reading, verb):
        raise Refused("one of many who might have said it")
    span = Span(start=tokens[0].span.start, end=tokens[-1].span.end)
    content = Phrase(role="object", text=f"“{document.text(span)}”", span=span, marker=":", kind="content")
    clause = Clause(verb=Verb(lemma="say", finite="said", number=speaker.number), subject=speaker, complements=(content,))
    fact = build_fact(reading, verb, clause, type="statement", rule=NAME, predicate=verb.lemma, modality="said", confidence=CONFIDENCE)
    whole = Span(start=min(fact.evidence.start, span.start), end=max(fact.evidence.end, span.end))
    return replace(fact, evidence=whole)  # the quotation may open sentences before the one that names its speaker


def goes_on(document: Document, inside: list[Token], number: int) -> bool:
    """Whether a quotation goes on behind its speaker with what belongs to its sense: « “We had no time,” said X, “because it was dark” »."""
    rest = document.quoted.get(number + 1, ())
    if inside[-1].text != "," or not rest:
        return False
    following = document.tokens[rest[0]]
    return following.text[:1].islower() and following.pos != "CCONJ" and document.sentence_number(following) == document.sentence_number(inside[0])


def is_one_of_many(reading: Reading, verb: Token) -> bool:
    """Whether the speaker is told as one of many who were there or serve a body: « fire official X », « resident X »."""
    document = reading.document
    name = document.child(verb, "nsubj")
    before = document.before(name) if name is not None and name.name == "PERSON" else None
    return before is not None and before.lemma.lower() in word_set("nouns", "plain_people")


def first_alone(inside: list[Token]) -> list[Token]:
    """The first sentence of what is said that stands alone. Raises Refused, for what its first one lacks, if none does."""
    refusal: Refused | None = None
    while inside:
        tokens = first_sentence(inside)
        while tokens and tokens[-1].pos == "PUNCT":
            tokens = tokens[:-1]
        try:
            check_alone(tokens)
            return tokens
        except Refused as refused:
            refusal = refusal or refused
        end = next((i for i, t in enumerate(inside) if t.text in (".", "!", "?") and i), len(inside) - 1)
        inside = inside[end + 1 :]
    raise refusal or Refused("nothing is said")


def first_sentence(inside: list[Token]) -> list[Token]:
    """The first sentence of what is said; its first half if it has a semicolon and is too long."""
    whole = inside[: next((i for i, t in enumerate(inside) if t.text in (".", "!", "?") and i), len(inside))]
    half = inside[: next((i for i, t in enumerate(whole) if t.text == ";" and i), len(whole))]
    return half if sum(t.pos != "PUNCT" for t in whole) > LONGEST else whole


def is_inner(tokens: list[Token], token: Token) -> bool:
    """Whether a « that » takes up a noun of the quotation itself, or an « it » what follows: « It is vital that »."""
    head = next((t for t in tokens if t.i == token.head), None)
    if token.text.lower() == "that":
        return head is not None and head.dep == "acl:relcl"
    state = next((t for t in tokens if head is not None and t.head == head.i and t.dep == "acomp"), None)
    below = [t.dep for t in tokens if head is not None and t.head in (head.i, state.i if state is not None else -1)]
    return token.text.lower() == "it" and head is not None and head.lemma == "be" and state is not None and bool({"ccomp", "xcomp"} & set(below))


def check_alone(tokens: list[Token]) -> None:
    """Raises Refused for words that are too few or too many, or that only what goes before explains."""
    words = [t for t in tokens if any(c.isalnum() for c in t.text)]
    if not SHORTEST <= len(words) <= LONGEST or any(t.text in ("[", "…", "...") for t in tokens):
        raise Refused("what is said is too long, too short or cut")
    if not any(t.has("VerbForm=Fin") or t.has("VerbType=Mod") for t in words) or not words[0].text[:1].isupper():
        raise Refused("it is no whole sentence")
    pointing = [t for t in words if t.text.lower() in POINTERS and t.pos in ("PRON", "DET", "ADV") and not t.dep.startswith(("mark", "expl"))]
    if any(not is_inner(tokens, t) for t in pointing):
        raise Refused("it points to something outside of it")
