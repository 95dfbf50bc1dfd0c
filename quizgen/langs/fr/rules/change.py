"""From what to what a figure goes: « le coût est passé de 18 à 27 millions d’euros », « la production tombera de 90 à 60 tonnes »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_verb
from quizgen.langs.fr.forms.dates import YEAR
from quizgen.langs.fr.phrase.measures import find_change
from quizgen.langs.fr.phrase.moments import is_date, read_moment
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Fact, Phrase, Reading, Sentence, Span, Token

NAME = "change"


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The figures of `sentence` that change."""
    document = reading.document
    for token in document.words(sentence):
        if is_clause_head(document, token) and token.i not in document.quotations and find_change(document, token) is not None:
            yield attempt(NAME, read_change, reading, token)


def read_change(reading: Reading, token: Token) -> Fact:
    """« S passe de A à B » with both figures. Raises Refused if it is not known what changes, or from what to what."""
    document = reading.document
    match = find_change(document, token)
    if match is None:
        raise Refused("it does not go from one figure to another")
    noun = find_subject(document, token)
    if noun is None or document.child(token, "obj") is not None:
        raise Refused("what changes is not the subject")
    if token.dep == "acl:relcl" and noun.dep in ("nmod", "obl:mod") and document.head(noun).pos == "NOUN":
        raise Refused("what changes may be the noun before")  # « la part de l’or dans l’air, qui passa de … »
    attribution = check_standing(reading, token)
    subject = replace(read_phrase(reading, noun, "told_what", subject=True), marker="")
    if not (is_definite(subject) or subject.entities) or subject.count:
        raise Refused(f"« {subject.text} » is not known")
    verb = read_verb(document, token)
    new, old = _amount(match, "new"), _amount(match, "old")
    if not re.search(r"[a-z%]", old):
        old = f"{old}{re.sub(r'^[^a-z%]*', ' ', _bare(new))}".replace("  ", " ")
    rate = match.group("rate") or ""
    old = f"{old} en {match.group('then')}" if match.group("then") else old
    start = Phrase(role="from", text=old, span=_span(match, "old"), marker="de", kind="measure", head="origine")
    end = Phrase(role="to", text=f"{new}{rate}", span=_span(match, "new"), marker="à", kind="measure", head="fin")
    parts = (start, end, *_moments(reading, token, match.end()))
    return build_fact(reading, token, Clause(verb=verb, subject=subject, complements=parts), type="change", rule=NAME, attribution=attribution)


def _amount(match: re.Match[str], name: str) -> str:
    return re.sub(r"\s+", " ", match.group(name)).strip(" ,.")


def _bare(amount: str) -> str:
    return re.sub(r"^(?:environ|quelque|près de|plus de|moins de) ", "", amount)


def _span(match: re.Match[str], name: str) -> Span:
    return Span(start=match.start(name), end=match.end(name))


def _moments(reading: Reading, token: Token, start: int) -> tuple[Phrase, ...]:
    """The date of the change, if one that holds by itself is told right after the figures (from the character `start`)."""
    document = reading.document
    following = next((t for t in document.words(document.sentence_of(token)) if t.span.start >= start and t.text.lower() not in ("en", "le")), None)
    if following is None:
        return ()
    if YEAR.fullmatch(following.text):
        return (Phrase(role="time", text=following.text, span=following.span, marker="en", kind="time", head="an", named=True, core=False),)
    moment = read_moment(reading, following, "time")
    if moment is None or not is_date(moment.text):
        return ()
    return (replace(moment, role="time", marker="" if moment.text.startswith("le ") else "en", core=False),)
