"""How something was done, told by « en » and a form in -ant: « X a protégé Y en refusant son extradition » -> « Comment … ? »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.causes import is_closed
from quizgen.langs.fr.clause.facts import attempt, build_fact, is_report
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import read_fact
from quizgen.langs.fr.rules.gerund import is_gerund, verb_beside
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "way"
CONFIDENCE = 0.85
LONGEST = 12  # words of an answer
SHORTEST = 3
OWN = ("s’", "s'", "se")
ENDS = (",", ";", ":", ".", "(", "–", "—", "»")
JOINTS = ("où", "dont", "qui", "que", "qu’", "qu'", "mais", "alors", "tandis", "lorsque", "quand", "grâce")
VAGUE = ("être", "rester", "demeurer", "sembler", "compter", "devoir", "pouvoir", "vouloir", "intervenir", "réagir")  # verbs of which no way is told


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The ways in which `sentence` tells that something was done."""
    document = reading.document
    for token in document.words(sentence):
        if is_gerund(token) and token.i not in document.quotations and (lead := lead_of(document, token)) and tells_way(document, token, lead):
            yield attempt(NAME, read_way, reading, token)


def lead_of(document: Document, token: Token) -> Token | None:
    """« en » before the form, or before its pronoun: « en s’attaquant »."""
    before = document.before(token)
    if before is not None and before.text.lower() in OWN:
        before = document.before(before)
    return before if before is not None and before.text.lower() == "en" else None


def tells_way(document: Document, token: Token, lead: Token) -> bool:
    """Whether the form tells by what something was done; « en sortant du port » tells when, « en affirmant que » what was said."""
    hung = token.dep in ("advcl", "acl", "obl:mod", "obl")
    before = document.before(lead)
    together = before is not None and before.text.lower() in ("tout", "même")
    return hung and not together and not is_report(token) and token.lemma not in word_set("clauses", "meanwhile")


def read_way(reading: Reading, token: Token) -> Fact:
    """« Comment X a-t-il protégé Y ? En refusant … » Raises Refused unless the deed has a fact, and the way points to nothing outside."""
    document = reading.document
    main = verb_beside(document, token)
    if is_report(main) or main.lemma in VAGUE or document.child(main, "cop") is not None:
        raise Refused("no deed that is done in some way")
    fact = read_fact(reading, main)
    clause = fact.clause
    if clause is None or clause.subject is None or clause.verb.negation or any(isinstance(p, Clause) for p in clause.complements):
        raise Refused("it is not told as done")
    if not clause.complements:
        raise Refused("the deed says too little")
    kept = (p for p in clause.complements if isinstance(p, Phrase) and p.span.start < token.span.start)
    told = tuple(replace(p, role=p.role if p.role.startswith("told") else f"told_{p.role}") for p in kept)
    clause = replace(clause, subject=replace(clause.subject, role="told_subject"), complements=(*told, tell_way(reading, token)))
    return build_fact(
        reading, token, clause, type="action", rule=NAME, predicate=f"{main.lemma} {token.lemma}", attribution=fact.attribution, confidence=CONFIDENCE
    )


def tell_way(reading: Reading, token: Token) -> Phrase:
    """« refusant son extradition », up to the next comma. Raises Refused if it is long, says little or looks at what is told elsewhere."""
    document = reading.document
    own = {t.i for t in document.subtree(token)}
    words: list[Token] = []
    for word in document.tokens[min(own) : document.sentence_of(token).last]:
        dated = word.i > token.i and dates.find_date(word.text) is not None
        if word.i not in own or word.text in ENDS or word.text.lower() in JOINTS or dated:
            break
        words.append(word)
    words = [w for w in words if w.i >= token.i or w.text.lower() in OWN]
    while words and words[-1].pos in ("ADP", "DET", "CCONJ", "ADV"):
        words = words[:-1]
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "pointing")
    if any(w.pos == "PRON" and not is_closed(document, w) for w in words) or pointing.intersection(w.text.lower() for w in words):
        raise Refused("it points to what is told elsewhere")
    text = say_tokens(reading, words) if words else ""
    if not SHORTEST <= len(text.replace("’", "’ ").split()) <= LONGEST:
        raise Refused("too long or too short for an answer")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="way", text=text, span=span, marker="en", kind="cause", head=token.lemma, core=True, named=any(w.name for w in words))
