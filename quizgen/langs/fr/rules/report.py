"""The substance of what somebody says of a thing: « Qu’a affirmé X au sujet de Y ? — qu’il ne suffirait pas », from « que » or a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.asking.open_objects import STAYING
from quizgen.langs.fr.asking.saying import lower_article
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.tellers import (
    SOURCES,
    THAT,
    is_known_speaker,
    is_saying_beside,
    is_telling,
    opens_with_source,
    read_speaker,
    source_before,
    speaker_token,
    teller_of,
)
from quizgen.langs.fr.clause.told import tell_run
from quizgen.langs.fr.clause.verbs import PERFECT, agree_with_subject, find_subject, is_clause_head, read_verb
from quizgen.langs.fr.forms.morphology import PRONOUNS, elide
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.functions import is_central
from quizgen.langs.fr.phrase.phrases import is_definite
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, sureness
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "report"
EVERYBODY = ("tout le monde", "chacun", "personne")
CONFIDENCE = 0.85
LONG_TOPIC = 4  # words from which a pale noun is known: « le nombre de places de parking »


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What `sentence` makes somebody named say of a thing."""
    document = reading.document
    for token in document.words(sentence):
        if token.i in document.quotations and is_clause_head(document, token) and is_main_in_quote(document, token):
            yield attempt(NAME, read_quoted, reading, token)
        elif token.i not in document.quotations and is_telling(token) and not token.has("VerbForm=Inf"):
            for content in contents_of(document, token):
                yield attempt(NAME, read_report, reading, token, content)
        elif token.i not in document.quotations and is_clause_head(document, token) and (verb := incise_of(document, token)):
            yield attempt(NAME, read_told, reading, verb, token)
        elif token.dep == "ROOT" and token.i not in document.quotations and is_clause_head(document, token) and opens_with_source(document, token):
            yield attempt(NAME, read_view, reading, token)


def contents_of(document: Document, verb: Token) -> list[Token]:
    """The clauses after « que » under a verb, and those joined to them by another « que »."""
    found = [t for t in document.children(verb, "ccomp", "advcl", "parataxis") if t.i > verb.i and _has_that(document, t)]
    return found + [t for first in found for t in document.children(first, "conj") if _has_that(document, t)]


def _has_that(document: Document, content: Token) -> bool:
    mark = document.child(content, "mark")
    return mark is not None and mark.text.lower() in THAT and is_clause_head(document, content)


def read_report(reading: Reading, verb: Token, content: Token) -> Fact:
    """« S V que T … ». Raises Refused unless S and T are known and the rest can be told alone."""
    document = reading.document
    attribution = check_standing(reading, verb)
    speaker = read_speaker(reading, speaker_token(document, verb))
    if verb.has("VerbForm=Part") and not document.children(verb, "aux"):
        above = document.head(verb)
        return build_said(reading, verb, content, speaker, said(speaker, past=bool(document.children(above, "aux"))), "")
    told = agree_with_subject(document, verb, read_verb(document, verb), speaker)
    if told.negation:
        raise Refused("what is not said is no fact")
    kept = verb.lemma in word_set("speech", "saying", "kept") and not told.reflexive and not told.passive
    group = replace(told, finite=PERFECT.get(told.finite, told.finite)) if kept else said(speaker, past=bool(told.rest))
    return build_said(reading, verb, content, speaker, group, attribution)


def read_quoted(reading: Reading, content: Token) -> Fact:
    """« T … », a dit S. Raises Refused unless one S is sure, and T and the rest can be told alone."""
    document = reading.document
    verb, who = teller_of(document, document.quotations[content.i])
    speaker = read_speaker(reading, who)
    if verb is not None and content in contents_of(document, verb):
        return read_report(reading, verb, content)  # « X estime que T est une « machine à rêves » »
    verb_told = document.head(verb) if verb is not None and is_saying_beside(document, verb) else verb
    past = verb_told is not None and (read_verb(document, verb_told, known=True).rest or verb_told.has("Tense=Past") or verb_told.has("Tense=Imp"))
    return build_said(reading, verb or content, content, speaker, said(speaker, past=bool(past)), "")


def incise_of(document: Document, content: Token) -> Token | None:
    """The verb of telling behind the clause of `content`: « le pays partira, a annoncé X »."""
    beside = [t for t in document.children(content, "parataxis") if t.i > content.i]
    above = document.head(content)
    beside += [above] if content.dep == "parataxis" and above.i > content.i else []
    verb = next((t for t in beside if is_telling(t) and not document.child(t, "ccomp")), None)
    subject = find_subject(document, verb) if verb is not None else None
    return verb if subject is not None and verb is not None and subject.i > verb.i else None


def read_told(reading: Reading, verb: Token, content: Token) -> Fact:
    """« T …, a annoncé S ». Raises Refused unless S and T are known and the rest can be told alone."""
    document = reading.document
    speaker = read_speaker(reading, speaker_token(document, verb))
    told = read_verb(document, verb)
    kept = verb.lemma in word_set("speech", "saying", "kept") and not told.reflexive and not told.negation
    group = replace(told, finite=PERFECT.get(told.finite, told.finite)) if kept else said(speaker, past=bool(told.rest))
    return build_said(reading, verb, content, speaker, group, "")


def read_view(reading: Reading, content: Token) -> Fact:
    """« Selon S, T … ». Raises Refused unless S and T are known and the rest can be told alone."""
    document = reading.document
    subject = find_subject(document, content)
    start = next((t.i for t in document.subtree(subject) if t.pos != "PUNCT"), content.i) if subject is not None else content.i
    who = source_before(document, start)
    speaker = read_speaker(reading, who)
    return build_said(reading, content, content, speaker, said(speaker, past=False), "")


def said(speaker: Phrase, *, past: bool) -> Verb:
    """« a affirmé », or « affirme » where the article tells it in the present."""
    many = speaker.number == "p"
    if past:
        return Verb(lemma="affirmer", finite="ont" if many else "a", rest="affirmé", number=speaker.number)
    return Verb(lemma="affirmer", finite="affirment" if many else "affirme", number=speaker.number)


def build_said(reading: Reading, verb: Token, content: Token, speaker: Phrase, group: Verb, attribution: str) -> Fact:
    """The fact that `speaker` says the clause of `content` of its subject."""
    document = reading.document
    check_opening(document, content)
    topic = read_topic(reading, content, speaker)
    check_agreement(document, content, read_verb(document, content), topic)
    told = tell_run(reading, content, verb_start(document, content), number=topic.number, same=topic.entities)
    check_topic(reading, content, topic)
    clause = ask_said(reading, content, speaker, group, topic, told)
    fact = build_fact(
        reading, verb, clause, type="statement", rule=NAME, predicate=group.lemma, attribution=attribution, modality="said",
        confidence=sureness(document, content, clause) * CONFIDENCE,
    )  # fmt: skip
    return replace(fact, evidence=span_over(fact.evidence, document.sentence_of(content).span, speaker.span))


def check_topic(reading: Reading, content: Token, topic: Phrase) -> None:
    """Raises Refused for a noun alone, for a guess of which it is said that somebody affirms it, and where « avec X, » stands before."""
    document = reading.document
    if topic.text.lower() in EVERYBODY:
        raise Refused("it is said of nobody known")
    if any(t.lemma == "provisoire" for t in document.tokens_in(topic.span)) or is_for_now(document, content):
        raise Refused("a count of the moment")
    if topic.same_as_subject:
        raise Refused("what one says of oneself is too open a question")
    if any(t.has("Mood=Cnd") for t in (content, *document.children(content, "aux", "cop"))) and not _has_that(document, content):
        raise Refused("a guess is not affirmed")
    if any(
        t.span.end <= topic.span.start for t in document.children(content, "obl", "obl:mod", "advcl") if read_marker(document, t)[0] not in SOURCES
    ):
        raise Refused("a circumstance stands before it")


def is_for_now(document: Document, content: Token) -> bool:
    """« Le bilan, encore provisoire, est de douze morts »: it holds for the day of writing only."""
    subject = find_subject(document, content)
    return subject is not None and any(t.lemma == "provisoire" and t.i < content.i for t in document.subtree(subject))


def ask_said(reading: Reading, content: Token, speaker: Phrase, group: Verb, topic: Phrase, told: Phrase) -> Clause:
    """« Qu’a affirmé S au sujet de T ? » for what T is held to be; a T with a list, or that does something, is told with « Qui affirme que T … ? ».

    Readers took all of the first that say what something is, and none of those that say what it does: one says many things of it.
    """
    doing, listed = not tells_what_it_is(reading.document, content), " et " in topic.text
    quoted = content.i in reading.document.quotations and not topic.entities
    if doing and not listed and (quoted or _has_that(reading.document, content)):
        raise Refused("of what does something one says many things")  # who says it is asked by other rules
    if doing or listed or (topic.entities and not _has_that(reading.document, content)):
        try:
            return turn_round(reading, content, speaker, group, topic, told)
        except Refused:
            if doing or listed:
                raise
    words = replace(told, role="said", text=elide("que", f"{PRONOUNS[(topic.gender, topic.number)]} {told.text}"), kind=speeches.SAID)
    return Clause(verb=group, subject=speaker, complements=(topic, words))


def tells_what_it_is(document: Document, content: Token) -> bool:
    """« est un métier d’avenir », « reste un moyen sûr »: whether a clause says what its subject is, and not what it does."""
    undergone = content.lemma in ("cible", "objet", "victime")
    return (document.child(content, "cop") is not None and not undergone) or content.lemma in STAYING


def turn_round(reading: Reading, content: Token, speaker: Phrase, group: Verb, topic: Phrase, told: Phrase) -> Clause:
    """« S affirme que T … » asked for S. Raises Refused unless S is a chief person, a body or a country."""
    document = reading.document
    if speaker.kind not in ("person", "organisation", "country") or not is_known_speaker(reading, speaker):
        raise Refused("what says it is no one")
    who = speaker.entities[0] if speaker.kind == "person" and speaker.entities else None
    if who is not None and not is_central(reading, document.tokens_in(speaker.span)[-1], who):
        raise Refused("a person met in passing")
    span = span_over(topic.span, told.span)
    words = Phrase(
        role="content", text=f"{lower_article(topic)} {told.text}", span=span, marker="que", kind="content", head=content.lemma,
        taken_up=(*topic.taken_up, *told.taken_up),
    )  # fmt: skip
    return Clause(verb=group, subject=replace(speaker, role="speaker"), complements=(words,))


def span_over(*spans: Span) -> Span:
    """From the first to the last of `spans`: a quotation of several sentences has its speaker beside one of them."""
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


def read_topic(reading: Reading, content: Token, speaker: Phrase) -> Phrase:
    """What it is said of. Raises Refused if that is not known outside of the article."""
    topic = replace(read_clause_subject(reading, content), marker="au sujet de", role="told_topic")
    if (topic.entities and topic.entities == speaker.entities) or topic.text == speaker.text or topic.head == speaker.head:
        return replace(topic, same_as_subject=True)
    definite = (
        is_definite(topic)
        and not is_cut(reading.document, content, topic)
        and (topic.head not in word_set("nouns", "vague") | word_set("speech", "pale_topics") or len(topic.text.split()) >= LONG_TOPIC)
    )
    if topic.count or not topic.gender or not (topic.entities or topic.text[:1].isupper() or definite):
        raise Refused(f"« {topic.text} » is not known")
    return topic


def is_cut(document: Document, content: Token, topic: Phrase) -> bool:
    """« les chances (de retrouver des survivants) »: whether what a noun alone is of stands beside it and is not told."""
    noun = find_subject(document, content)
    beside = document.children(noun, "acl", "nmod", "acl:relcl") if noun is not None else ()
    return len(topic.text.replace("’", "’ ").split()) == 2 and any(t.span.start >= topic.span.end for t in beside)


def check_opening(document: Document, content: Token) -> None:
    """Raises Refused where the clause is bound to another, or its subject is one of a list that the parse has not seen."""
    marks = [t for t in document.children(content, "mark") if t.text.lower() not in THAT]
    subject = find_subject(document, content)
    start = next((t for t in document.subtree(subject) if t.pos != "PUNCT"), content) if subject is not None else content
    before = document.before(start)
    first = next((t for t in document.words(document.sentence_of(content)) if t.i in document.quotations), start)
    listed = before is not None and before.text == "," and first.i < before.i and first.pos in ("DET", "NOUN", "PROPN")
    if marks or listed:
        raise Refused("it is bound to another clause, or its subject is not whole")


def verb_start(document: Document, content: Token) -> int:
    """Where the verb group of a clause begins, after its subject."""
    subject = find_subject(document, content)
    after = max((t.i for t in document.subtree(subject) if t.i < content.i), default=-1) if subject is not None else -1
    group = [
        t for t in document.children(content) if after < t.i < content.i and t.dep.split(":")[0] in ("aux", "cop", "advmod", "expl", "obj", "iobj")
    ]
    return min([content.i, *(t.i for t in group)])


def is_main_in_quote(document: Document, token: Token) -> bool:
    """Whether a clause of a quotation hangs on no other clause of it."""
    number = document.quotations[token.i]
    head = document.head(token)
    if token.dep == "conj":
        return document.quotations.get(head.i) == number and is_main_in_quote(document, head)
    return token.dep == "ROOT" or (document.quotations.get(head.i) != number and token.dep in ("ccomp", "parataxis", "obj", "advcl", "dep"))
