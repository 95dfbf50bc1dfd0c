"""From what to what a figure goes: « le coût est passé de 18 à 27 millions d’euros », « la production tombera de 90 à 60 tonnes »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_verb
from quizgen.langs.fr.forms.dates import YEAR
from quizgen.langs.fr.phrase.measures import changes_itself, find_change
from quizgen.langs.fr.phrase.moments import is_date, read_moment
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "change"
MODALS = ("devoir", "pouvoir")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The figures of `sentence` that change."""
    document = reading.document
    for token in document.words(sentence):
        if token.i not in document.quotations and find_change(document, token) is not None and (head := told_by(document, token)) is not None:
            yield attempt(NAME, read_change, reading, token, head)


def told_by(document: Document, token: Token) -> Token | None:
    """The finite verb of a change: its own, or that of « devrait être ramené »; None if there is none."""
    above = document.head(token)
    if is_clause_head(document, token):
        return token
    passive = token.dep == "xcomp" and any(t.has("VerbForm=Inf") for t in (token, *document.children(token, "aux:pass", "cop")))
    return above if passive and above.lemma in MODALS and is_clause_head(document, above) else None


def read_group(document: Document, token: Token, head: Token) -> Verb:
    """« est passé », « devrait être ramené »."""
    group = read_verb(document, head)
    if head is token:
        return group
    words = " ".join(t.text for t in (*document.children(token, "aux:pass", "cop"), token))
    return replace(group, lemma=token.lemma, rest=f"{group.rest} {words}".strip(), passive=True)


def read_change(reading: Reading, token: Token, head: Token) -> Fact:
    """« S passe de A à B » with both figures. Raises Refused if it is not known what changes, or from what to what."""
    document = reading.document
    match = find_change(document, token)
    if match is None:
        raise Refused("it does not go from one figure to another")
    noun = find_subject(document, head)
    if noun is None or not changes_itself(document, token):
        raise Refused("what changes is not the subject")
    if token.dep == "acl:relcl" and noun.dep in ("nmod", "obl:mod") and document.head(noun).pos == "NOUN":
        raise Refused("what changes may be the noun before")  # « la part de l’or dans l’air, qui passa de … »
    attribution = check_standing(reading, head)
    subject = replace(read_phrase(reading, noun, "told_what", subject=True), marker="")
    if not (is_definite(subject) or subject.entities) or subject.count:
        raise Refused(f"« {subject.text} » is not known")
    verb = read_group(document, token, head)
    new, old = _amount(match, "new"), _amount(match, "old")
    if re.match(r"[\d,. ]+$", old):
        old = f"{old}{re.sub(r'^[^a-z%]*', ' ', _bare(new))}".replace("  ", " ")
    rate = match.group("rate") or ""
    old = f"{old} en {match.group('then')}" if match.group("then") else old
    start: Phrase | None = Phrase(role="from", text=old, span=_span(match, "old"), marker="de", kind="measure", head="origine")
    end = Phrase(role="to", text=f"{new}{rate}", span=_span(match, "new"), marker="à", kind="measure", head="fin")
    if subject.entities or subject.kind in ("person", "organisation", "country", "city"):
        start, end = None, say_counted(end)
    parts = tuple(p for p in (start, end, *_moments(reading, token, match.end())) if p is not None)
    return build_fact(reading, token, Clause(verb=verb, subject=subject, complements=parts), type="change", rule=NAME, attribution=attribution)


def say_counted(end: Phrase) -> Phrase:
    """« à combien de sièges » for what a party has: it does not amount to them. Raises Refused for a share or a sum of nobody knows what."""
    count, _, counted = end.text.partition(" ")
    if not counted or re.search(r"[%€$]|million|milliard|\d|euro|dollar", counted):
        raise Refused("it is not told what of it changes")
    return replace(end, role="complement", kind="thing", count=count, counted=counted)


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
