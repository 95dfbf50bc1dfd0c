"""The substance of what somebody says of a thing: « What did X say about the dam? — that it would flood two villages »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.clauses import check_agreement, read_subject
from quizgen.langs.en.clause.facts import build_fact, is_report
from quizgen.langs.en.clause.relatives import with_own_relative
from quizgen.langs.en.clause.verbs import find_subject, is_clause_head, is_passive, read_verb
from quizgen.langs.en.forms.dates import WEEKDAYS
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.passage.outside import THIRD
from quizgen.langs.en.phrase.fuller import fuller_mention
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.en.reference.mentions import noun_antecedent
from quizgen.langs.en.rules.clause import check_standing, name_speaker, sureness
from quizgen.langs.en.rules.statement import POINTING, RELATIVE, content_tokens, second_contents
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "report"
CONFIDENCE = 0.8
SHORTEST, LONGEST = 3, 14  # words behind « that »
SPECIFIC = 3  # words from which a topic of common nouns is known alone
OTHERS = ("similar", "such", "same", "other", "another", "further", "more", "these", "those", "this")  # than what a sentence before tells
SAID = "said"  # kind of the words that answer « What did X say about Y? »


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What `sentence` makes somebody known say of a thing."""
    document = reading.document
    for token in document.words(sentence):
        content = document.child(token, "ccomp")
        told = token.lemma in word_set("verbs", "speaking") | word_set("verbs", "finding") | word_set("verbs", "believing")
        if content is not None and told and is_clause_head(document, token) and is_clause_head(document, content):
            for told_so in (content, *second_contents(document, content)):
                yield attempt(NAME, read_report, reading, token, told_so)


def read_report(reading: Reading, verb: Token, content: Token) -> Fact:
    """« S V that T … ». Raises Refused unless S and T are known and the rest can be told alone."""
    document = reading.document
    attribution = check_standing(reading, verb)
    speaker = read_subject(reading, verb)
    name_speaker(speaker)
    group = read_verb(document, verb)
    if verb.lemma in word_set("verbs", "dreading"):
        raise Refused("what is feared is not said to be so")
    if group.negation or is_passive(document, verb) or {verb.i, content.i} & set(document.quotations):
        raise Refused("it is not said in the article's own words")
    if is_report(content) and document.child(content, "ccomp") is not None:
        raise Refused("what one says that another says")
    topic = read_topic(reading, content, speaker)
    words = read_words_of(reading, content, topic)
    if topic.entities and not speaker.entities:
        raise Refused("who says it may be the one of whom it is said")
    speaker = replace(speaker, role="told_subject")  # who says it matters less than what is said
    clause = Clause(verb=saying(verb, group), subject=speaker, complements=(topic, words))
    return build_fact(
        reading, verb, clause, type="statement", rule=NAME, predicate=verb.lemma, attribution=attribution, modality="said",
        confidence=sureness(document, content, clause) * CONFIDENCE,
    )  # fmt: skip


def saying(verb: Token, group: Verb) -> Verb:
    """The verb of the question: that of the article where it takes « about », else « say » in the same tense."""
    if verb.lemma in word_set("verbs", "saying_about") or group.rest:
        return group
    finite = "said" if verb.has("Tense=Past") else "says" if group.number == "s" else "say"
    return replace(group, lemma="say", finite=finite)


def read_topic(reading: Reading, content: Token, speaker: Phrase) -> Phrase:
    """What it is said of. Raises Refused if a reader cannot know it, or if it is too much to be asked about."""
    document = reading.document
    noun = find_subject(document, content)
    if noun is None or noun.pos == "PRON":
        raise Refused("it is not told of what it is said")
    if fuller_mention(reading, noun):
        raise Refused("which ones it is said of is told elsewhere")
    topic = with_own_relative(reading, noun, read_subject(reading, content))
    if (own := body_of(reading, content, noun, topic)) is not None:
        topic = own
    if topic.count or topic.text == speaker.text or " and " in topic.text:
        raise Refused("what one says of so many is too open a question")
    if any(t.text.lower() in OTHERS for t in document.children(noun, "amod", "det")):
        raise Refused("it is said of others than those named before")
    check_telling(topic)
    check_agreement(read_verb(document, content), topic)
    return replace(topic, marker="about", role="told_topic")


def body_of(reading: Reading, content: Token, noun: Token, topic: Phrase) -> Phrase | None:
    """« Harl » for « the company » in « Ann Lund, the head of Harl, said the company … »; None unless one body stands beside the speaker."""
    document = reading.document
    speaker = find_subject(document, document.head(content))
    if topic.entities or topic.text.lower() != f"the {noun.lemma}" or noun.lemma not in word_set("nouns", "bodies") or speaker is None:
        return None
    beside = {reading.links[t.i][0].name: t for t in document.subtree(speaker) if t.i in reading.links and t is not speaker}
    bodies = [t for t in beside.values() if reading.links[t.i][0].kind in ("organisation", "other")]
    if len(bodies) != 1 or len(beside) != 1 or bodies[0].i > noun.i:
        return None
    body = reading.links[bodies[0].i]
    return replace(topic, text=body[0].name, entities=body, named=True, kind="organisation")


def check_telling(topic: Phrase) -> None:
    """Raises Refused for a topic that could be anything, or any of its kind."""
    if topic.entities:
        return
    words = topic.text.split()
    bare = len(words) < SPECIFIC
    if bare and (not topic.topical or topic.number == "p") and topic.text.lower().startswith("the "):
        raise Refused(f"“{topic.text}” is not known")  # « What did X say about the shops? »: nothing leads to the answer
    if topic.text.lower().startswith(("no ", "any ", "each ", "every ", "another ", "other ", "few ", "one ")):
        raise Refused("it is said of some only")
    if bare and topic.text.lower().startswith(("a ", "an ")):
        raise Refused(f"“{topic.text}” could be any")


def read_words_of(reading: Reading, content: Token, topic: Phrase) -> Phrase:
    """« it would flood two villages »: what is said, with a pronoun for its subject. Raises Refused if it cannot be understood alone."""
    document = reading.document
    run = content_tokens(document, content, quoting=True)
    subject = document.subtree(find_subject(document, content) or content)
    if run[0] is not subject[0]:
        raise Refused("a circumstance stands before it")
    following = [t.text.lower() for t in document.tokens[run[-1].i + 1 : run[-1].i + 3]]
    if {"but", "although", "though", "unless", "if"} & set(following):
        raise Refused("what follows changes the sense")
    words = [t for t in run if t.i > subject[-1].i]
    while words and words[0].pos == "PUNCT":
        words = words[1:]
    for token in words:
        if token.pos in ("PRON", "DET") and token.text.lower() in THIRD and not is_topics(reading, token, content):
            raise Refused(f"“{token.text}” in what is said is not resolved")
    text = say_tokens(reading, words)
    said = f"{pronoun_for(document, content, topic)} {text}"
    if not SHORTEST <= len(said.split()) <= LONGEST or any(c.isdigit() for c in text):
        raise Refused("what is said is too long, too short, or asked by its number")
    if text.endswith(tuple(f" the {noun}" for noun in word_set("nouns", "hanging"))):
        raise Refused("it is not told of what")  # « drought is the cause »
    if RELATIVE.search(text) or POINTING.search(text) or any(t.text.lower() in WEEKDAYS for t in words):
        raise Refused("it points to a day, or to a sentence before")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="object", text=said, span=span, marker="that", kind=SAID, head=content.lemma)


def is_topics(reading: Reading, token: Token, content: Token) -> bool:
    """Whether a pronoun stands for the subject of what is said, or for nothing: « it is hard to »."""
    noun = find_subject(reading.document, content)
    return token.dep == "expl" or (token.i not in reading.links and noun is not None and noun_antecedent(reading, token) is noun)


def pronoun_for(document: Document, content: Token, topic: Phrase) -> str:
    """« it », « they »; the topic again for a person without a name."""
    if topic.number == "p" or read_verb(document, content).number == "p":
        return "they"
    return topic.text if topic.kind == "person" else "it"
