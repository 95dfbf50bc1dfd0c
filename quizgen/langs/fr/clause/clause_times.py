"""Dates of a clause: those that the parser hung elsewhere, and those that cannot be its own."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.clause.verbs import is_clause_head, read_verb
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.moments import read_moment
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Token

ALONGSIDE = ("tandis", "alors", "pendant")  # with « que »: what joins a clause of the same time
NEAR_DAYS = 6  # tokens after « hier » in which its date may follow


def stray_moments(reading: Reading, head: Token) -> list[tuple[int, Phrase]]:
    """Dates that the parser hung on a noun of the clause: « a reçu le président X à Y le 3 mai 2019 »."""
    document = reading.document
    found = []
    for token in document.subtree(head):
        above = document.head(token)
        if above.i == head.i and is_only_day(reading, token, head):
            found.append((token.i, replace(read_phrase(reading, token, "time"), core=False)))
        if above.i in (head.i, token.i) or read_moment(reading, token, "time") is None:
            continue
        path = list(document.ancestors(token))
        between = path[: path.index(head)]
        if any(t.lemma in word_set("nouns", "units") or t.pos == "NUM" or t.lemma in ("million", "milliard") for t in between):
            continue  # « un stock de 8 milliards d’euros fin 2022 »: the day of the figure
        dated = dates.PARTS.fullmatch(token.text) and not document.children(token, "case")
        weekday = dated or token.text.lower() in (*dates.WEEKDAYS, "début", "fin")
        if (
            not (above.name or weekday)
            or any(t.pos in ("VERB", "AUX") or t.dep in ("acl", "acl:relcl", "conj", "parataxis") for t in between)
            or token.i < head.i
        ):
            continue
        following = document.after(token)
        if following is not None and not weekday and following.text not in (",", ".", ";", "à", "en", "au", "pour", "pendant", "lors", "et"):
            continue
        phrase = read_phrase(reading, token, "time")
        check_time_order(reading, phrase, head)
        if phrase.role == "time" and phrase.marker in ("", "en") and document.text(phrase.span) not in ("",) and _day_stands_free(document, token):
            found.append((token.i, replace(phrase, core=False)))
    return found[:1]


def shared_moments(reading: Reading, head: Token) -> list[tuple[int, Phrase]]:
    """« Au premier semestre » of « Au premier semestre, A a reculé, tandis que B a augmenté », for B: one time opens both clauses."""
    document = reading.document
    above = document.head(head)
    marks = {t.text.lower() for t in document.children(head, "mark")}
    beside = head.dep == "advcl" and marks & set(ALONGSIDE) and above.i < head.i
    if not beside or any(read_moment(reading, t, "time") is not None for t in document.subtree(head)):
        return []
    first = document.sentence_of(head).first
    opening = next((t for t in document.children(above, "obl:mod", "obl") if document.subtree(t)[0].i == first), None)
    if opening is None:
        return []
    moment = read_moment(reading, opening, "time")
    if moment is None and opening.lemma in word_set("nouns", "periods") and any(dates.YEAR.fullmatch(t.text) for t in document.subtree(opening)):
        moment = replace(read_phrase(reading, opening, "time"), role="time", kind="time")  # « au premier trimestre 2019 »
    return [(head.i, replace(moment, core=False))] if moment is not None and moment.role == "time" else []


def is_only_day(reading: Reading, token: Token, head: Token) -> bool:
    """« hier » as the only time of its clause, or with its date in brackets; not in « hier, jeudi 5 mai 2016, »."""
    document = reading.document
    if token.text.lower().replace("'", "’") not in dates.DAY_ADVERBS or read_moment(reading, token, "time") is None:
        return False
    others = (*document.children(head), *document.tokens[token.i + 1 : token.i + NEAR_DAYS])
    told = (t for t in others if t.i != token.i and document.tokens[t.i - 1].text != "(")
    return not any(read_moment(reading, t, "time") is not None for t in told)


def _day_stands_free(document: Document, token: Token) -> bool:
    """« le 3 mai 2019 », « en mai 2019 »; not « du 3 mai 2019 », which belongs to a noun."""
    before = document.before(token)
    return (before is not None and before.text.lower() in ("le", "ce", "en", ",")) or (before is not None and before.pos in ("PROPN", "NOUN"))


def check_time_order(reading: Reading, phrase: Phrase, head: Token) -> None:
    """Raises Refused for a past or present told for a date to come: the date belongs to something else in the sentence."""
    found = dates.find_date(phrase.text)
    written = reading.document.article.date
    verb = read_verb(reading.document, head, known=True) if is_clause_head(reading.document, head) else None
    ahead = found is not None and written and found[0] > written[: len(found[0])]
    awaited = verb is not None and verb.passive and verb.finite in ("est", "sont") and not verb.rest.startswith("été")
    if ahead and verb and verb.rest and not awaited and not verb.finite.endswith(("ra", "ront", "rait", "raient")):
        raise Refused("a date to come with a verb of the past")
    if ahead and verb and head.lemma in word_set("verbs", "report") and not verb.finite.endswith(("ra", "ront")):
        raise Refused("the date belongs to what is announced")
