"""Who said the words in quotation marks: « X a déclaré : « … » », « … », a indiqué X ».

A quotation is asked with its speaker if it is a whole sentence that stands alone; parts of what somebody said are left to
the rule of statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.tellers import is_document, is_known_speaker, is_telling, limit_behind, name_after, source_before, verb_between
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import is_bare_body
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.reference.mentions import title_words
from quizgen.langs.fr.rules.clause import is_specific, read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "quotation"
SHORTEST, LONGEST = 5, 22  # words of a quotation in a question
SPEAKERS = ("person", "organisation", "country", "other")
ELSEWHERE = frozenset("tu vous ça ceci cela y votre vos ton ta tes celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci".split())
ONESELF = ("je", "j’", "moi", "me", "m’", "mon", "ma", "mes")  # of himself one says what is worth knowing if it names something
NEAR = ("hier", "demain", "prochain", "prochaine", "maintenant")
CONFIDENCE = 0.8
DASHES = re.compile(r"\[(?:…|\.\.\.)\]|\.\.\.|…")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The quotations whose speaker `sentence` names, or the one before it in the paragraph."""
    document = reading.document
    for verb in document.words(sentence):
        if tells(document, verb):
            number = find_quotation(document, sentence, verb)
            if number is not None:
                yield attempt(NAME, read_quotation, reading, verb, number)
        if (number := document.quotations.get(verb.i)) is not None and verb.i == document.quoted[number][0]:
            teller = verb_between(document, number)
            if teller is not None and tells(document, teller):
                yield attempt(NAME, read_quotation, reading, teller, number)
            elif teller is None and (source := source_before(document, verb.i)) is not None and ends_sentence(document, number):
                yield attempt(NAME, read_view, reading, source, number)


def tells(document: Document, verb: Token) -> bool:
    """Whether what stands beside `verb` in quotation marks may be told by its subject."""
    return is_telling(verb) and verb.i not in document.quotations and not verb.has("VerbForm=Inf")


def find_quotation(document: Document, sentence: Sentence, verb: Token) -> int | None:
    """The number of the quotation that opens after the colon behind `verb`, or closes right before it."""
    words = document.words(sentence)
    for here, following in pairwise(words):
        if here.i > verb.i and here.text == ":" and following.text in ("«", "“", '"') and following.i + 1 in document.quotations:
            return document.quotations[following.i + 1]
    opener = next((t for t in reversed(document.tokens[max(0, verb.i - 4) : verb.i]) if t.text in ("»", "”", '"')), None)
    # « … » Le parti a dit: a sentence more
    begins = opener is not None and any(t.text[:1].isupper() for t in document.tokens[opener.i + 1 : verb.i])
    return document.quotations.get(opener.i - 1) if opener is not None and not begins else None


def read_quotation(reading: Reading, verb: Token, number: int) -> Fact:
    """« S a déclaré : « Q » ». Raises Refused if S is not named, or no sentence of Q stands alone."""
    return build_quotation(reading, verb, read_teller(reading, verb), number, verb.lemma)


def ends_sentence(document: Document, number: int) -> bool:
    """Whether nothing but a mark stands between the end of a quotation and that of its sentence."""
    last = document.quoted[number][-1]
    end = document.sentence_of(document.tokens[last]).last
    return all(t.pos == "PUNCT" for t in document.tokens[last + 1 : end])


def read_view(reading: Reading, source: Token, number: int) -> Fact:
    """« Selon S, « Q » », « Pour S : « Q » ». Raises Refused unless S is somebody, who can have a view."""
    speaker = read_phrase(reading, source, "subject", subject=True)
    if speaker.kind not in ("person", "organisation"):
        raise Refused("the speaker is not named")
    return build_quotation(reading, source, speaker, number, "déclarer", opened=True)


def build_quotation(reading: Reading, at: Token, speaker: Phrase, number: int, predicate: str, *, opened: bool = False) -> Fact:
    """« S a déclaré : « Q » »; `opened`: Q goes on from « Selon S, » and needs no capital letter. Raises Refused as `read_quotation` does."""
    document = reading.document
    known = speaker.kind in SPEAKERS or is_document(speaker)
    if not known or not (speaker.entities or speaker.named or is_specific(speaker) or is_known_speaker(reading, speaker)):
        raise Refused("the speaker is not named")
    words = document.tokens_in(speaker.span)
    if not speaker.entities and any(is_bare_body(reading, t, list(words)) for t in words):
        raise Refused("of which body the speaker is stands elsewhere")
    span, said = choose_sentence(document, number, opened=opened)
    many = speaker.number == "p"
    content = Phrase(role="object", text=f"« {said} »", span=span, marker=":", kind="content")
    rest = "écrit" if predicate == "écrire" else "déclaré"
    told = Verb(lemma="déclarer", finite="ont" if many else "a", rest=rest, number=speaker.number)
    clause = Clause(verb=told, subject=replace(speaker, marker=""), complements=(content,))
    fact = build_fact(reading, at, clause, type="statement", rule=NAME, predicate=predicate, modality="said", confidence=CONFIDENCE)
    whole = Span(start=min(fact.evidence.start, span.start), end=max(fact.evidence.end, span.end))
    return replace(fact, evidence=whole)  # the quotation may open sentences before the one that names its speaker


def read_teller(reading: Reading, verb: Token) -> Phrase:
    """The subject of `verb`; where the parse has none, the name that follows it: « a affirmé à la tribune X »."""
    document = reading.document
    if find_subject(document, verb) is not None:
        return read_clause_subject(reading, verb)
    name = name_after(document, verb)
    if name is None:
        raise Refused("no subject was found")
    return read_phrase(reading, name, "subject", subject=True)


def choose_sentence(document: Document, number: int, *, opened: bool = False) -> tuple[Span, str]:
    """The first sentence of a quotation that stands alone, and its words. Raises Refused, with what is wrong with the first, if none does."""
    refused: Refused | None = None
    for n, span in enumerate(sentences_of(document, number)):
        said = DASHES.sub("", document.text(span)).strip(" .,;")
        if n and not names_topic(document, span):
            continue
        try:
            check_alone(document, span, said, opened=opened and not n)
            if limit_behind(document, document.tokens_in(span)[-1].i):
                raise Refused("what is said behind limits it")
        except Refused as reason:
            refused = refused or reason
            continue
        return span, said
    raise refused or Refused("nothing is said")


def names_topic(document: Document, span: Span) -> bool:
    """Whether a name or a noun of the title stands in a sentence: what it speaks of is known without the sentences before it."""
    title = title_words(document)
    return any(t.name or (t.pos == "NOUN" and plain(t.lemma) in title) for t in document.tokens_in(span))


def sentences_of(document: Document, number: int) -> Iterator[Span]:
    """The sentences of a quotation, without their full stops."""
    inside = [document.tokens[i] for i in document.quoted[number]]
    while inside:
        end = next((n for n, t in enumerate(inside) if t.text in (".", "!", "?") and n), len(inside) - 1)
        last = inside[end]
        yield Span(start=inside[0].span.start, end=last.span.start if last.text == "." else last.span.end)
        inside = inside[end + 1 :]


def check_alone(document: Document, span: Span, said: str, *, opened: bool = False) -> None:
    """Raises Refused for words that are too few or too many, or that only what goes before explains."""
    tokens = document.tokens_in(span)
    if not SHORTEST <= len(said.split()) <= LONGEST or "«" in said or "?" in said:
        raise Refused("what is said is too long or too short to be asked")
    if said.lower().startswith(("oui", "non,", "non ")):
        raise Refused("it answers a question that is not told")
    if not any(t.has("VerbForm=Fin") for t in tokens) or not (opened or said[:1].isupper()):
        raise Refused("it is no whole sentence")
    low = {t.text.lower().replace("'", "’") for t in tokens if t.pos in ("PRON", "DET", "ADV") and not t.dep.startswith("expl:comp")}
    if low & (word_set("grammar", "demonstratives") | ELSEWHERE) or {t.text.lower() for t in tokens} & set(NEAR):
        raise Refused("it points to something outside of it")
    if low & set(ONESELF) and not any(t.name for t in tokens):
        raise Refused("what one says of oneself is no knowledge")
    if sum(t.pos in ("NOUN", "PROPN") for t in tokens) < 2:
        raise Refused("it says too little")
    first = next((t for t in tokens if t.pos != "PUNCT"), None)
    if first is not None and first.pos == "PRON" and first.text.lower() not in ("nous", "on", "je", "j’", "personne", "rien", "il"):
        raise Refused("it begins with a pronoun")
