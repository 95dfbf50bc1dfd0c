"""What the parser hung on an object, or beside it, and belongs to the verb: the end of an idiom, « chaque année »."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.moments import read_moment
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Span, Token

LONGEST_FUNCTION = 6  # words of what one is taken for: « comme gardiens de nuit »
FEWEST = 2  # words that an object keeps
SEASONS = ("printemps", "été", "automne", "hiver", "matin", "soir", "nuit", "week-end")
RANKED = re.compile(r"\b(?:meilleure?s?|pires?|(?:le|la|les|son|sa|ses|leurs?) (?:plus|moins))\b")
EVERY = re.compile(r"(?:chaque|tou(?:te)?s les) [\wà-ÿ]+")


def read_fixed(reading: Reading, token: Token) -> Phrase | None:
    """« chaque année », « à l’unanimité », « pour la première fois », « par rapport à l’an dernier »: fixed words beside a verb. None for others."""
    document = reading.document
    return read_rate(document, token) or read_manner(document, token) or read_first_time(document, token) or read_compared(reading, token)


def read_first_time(document: Document, token: Token) -> Phrase | None:
    """« pour la première fois », which makes a deed news, told with it. None for others, and for the first time since something."""
    words = document.tokens[max(0, token.i - 3) : token.i + 1]
    said = " ".join(t.text.lower() for t in words)
    after = document.after(token)
    bound = after is not None and after.text.lower().replace("'", "’") in ("de", "d’", "du", "depuis", "en", "que", "qu’")
    if said != "pour la première fois" or bound or document.children(token, "nmod", "acl", "acl:relcl"):
        return None
    span = Span(start=words[0].span.start, end=token.span.end)
    return Phrase(role="told_tail", text=said, span=span, head=token.lemma, kind="thing", core=True)


def read_rate(document: Document, token: Token) -> Phrase | None:
    """« chaque année », « tous les mois »: a figure without it says something else. None for other phrases."""
    timed = token.lemma in word_set("nouns", "durations") or token.lemma in SEASONS or token.text.lower() in dates.WEEKDAYS
    if not timed or document.child(token, "case") is not None:
        return None
    words = [t for t in document.subtree(token) if t.pos != "PUNCT"]
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    text = document.text(span).lower()
    return Phrase(role="told_rate", text=text, span=span, kind="rate", head=token.lemma, core=True) if EVERY.fullmatch(text) else None


def read_manner(document: Document, token: Token) -> Phrase | None:
    """« à l’unanimité » beside a verb, which is how it was voted. None for other phrases."""
    case = document.child(token, "case")
    if token.text.lower() != "unanimité" or case is None or case.text.lower() != "à":
        return None
    span = Span(start=case.span.start, end=token.span.end)
    return Phrase(role="manner", text="à l’unanimité", span=span, head="unanimité", kind="quality", core=False)


def read_compared(reading: Reading, token: Token) -> Phrase | None:
    """« par rapport | à l’an dernier », of which the parser makes two: said with its year. None for other phrases.

    Raises Refused if it is not known with what it is compared.
    """
    document = reading.document
    case, to = document.child(token, "case"), document.after(token)
    if token.text.lower() != "rapport" or case is None or case.text.lower() != "par" or document.children(token, "nmod", "obl") or to is None:
        return None
    noun = next((t for t in document.tokens[to.i : to.i + 4] if t.pos in ("NOUN", "NUM", "PROPN")), None)
    moment = read_moment(reading, noun, "time") if noun is not None else None
    found = dates.find_date(moment.text if moment is not None else noun.text if noun is not None else "")
    if found is None:
        raise Refused("it is not told with what it is compared")
    span = Span(start=case.span.start, end=noun.span.end if noun is not None else to.span.end)
    return Phrase(role="told_compared", text=f"par rapport à {found[0][:4]}", span=span, head="rapport", core=True)


def tie_times(parts: list[Phrase | Clause]) -> list[Phrase | Clause]:
    """`parts` with a time that a comparison needs: « de 12 % entre mai et août par rapport à 2008 »; it is told then, not asked."""
    if not any(isinstance(p, Phrase) and p.role == "told_compared" for p in parts):
        return parts
    return [replace(p, role="told_time", core=True) if isinstance(p, Phrase) and p.role == "time" else p for p in parts]


def split_tail(document: Document, phrase: Phrase) -> list[Phrase]:
    """`phrase`, and apart from it the idiom's end: « sa campagne | entre parenthèses », « les prisonniers | comme gardiens »."""
    if phrase.count or len(phrase.entities) > 1:
        return [phrase]
    tail = next((t for t in sorted(word_set("clauses", "tails")) if phrase.text.endswith(f" {t}")), "")
    if tail:
        idiom = Phrase(role="told_tail", text=tail, span=phrase.span, head=tail.split()[-1], kind="thing", marker="")
        return [replace(phrase, text=phrase.text.removesuffix(f" {tail}")), replace(idiom, core=True)]
    thing, _, function = phrase.text.partition(" comme ")
    if function and " comme " not in document.text(phrase.span):
        return [replace(phrase, text=thing)]  # the noun was said by a mention that stands elsewhere
    if function.startswith("les ") and phrase.number == "p":
        return [replace(phrase, text=thing)]  # « des classes inférieures comme les vignerons »: some of them
    if re.search(r"\d", function):
        raise Refused("« comme » with a figure")  # « calculé la latitude comme 38° »
    if function and len(function.split()) <= LONGEST_FUNCTION:
        seen = Phrase(role="told_seen_as", text=function, span=phrase.span, head="", kind="thing", marker="comme", core=True)
        return [replace(phrase, text=thing), seen]
    opening = re.search(rf" (?:{'|'.join(sorted(word_set('clauses', 'circumstances')))})\b", phrase.text)
    if opening and opening.group() == " depuis" and RANKED.search(phrase.text[: opening.start()]):
        return [phrase]  # « son pire résultat depuis vingt ans »
    before = phrase.text[: opening.start()] if opening else ""
    return [replace(phrase, text=before)] if len(before.replace("’", "’ ").split()) >= FEWEST else [phrase]
