"""Numbers in a phrase: the count with its approximation, and what is counted."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.measures import approximation, read_measure, read_versus
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.tree.wholes import FRACTIONS
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Span, Token

WHOLE = re.compile(r"des \d+(?:[\s ]\d{3})* ")
SECOND = re.compile(r" et (?:de |d’)(?:plus|moins|près|environ|quelque|au moins|une? \w+aine|\d)")
SOME = ("plusieurs", "quelque")
SCALED = ("millier", "million", "milliard")


def with_count(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase:
    """`phrase` with the number in it and what is counted, if there is one."""
    document = reading.document
    number = document.child(head, "nummod")
    if number is not None and head.lemma in word_set("nouns", "durations") and not _is_divided(reading, head):
        return read_duration(reading, phrase, head, number, kept)
    if (measure := read_measure(reading, phrase, head, kept) or read_part(reading, phrase, head, kept)) is not None:
        return agree_with_whole(reading, measure, head)
    if head.lemma in word_set("nouns", "measures") and number is not None:
        return _with_measure(reading, phrase, head, kept)
    if number is None and head.pos == "NUM" and re.match(r"des \d", rest := say_tokens(reading, [t for t in kept if t.i > head.i])):
        return of_known_whole(
            document, replace(phrase, count=approximation(document, head) + head.text, counted=rest), kept
        )  # « le retrait de 10 des 17 chars »
    if number is None or number.i > head.i or phrase.kind in ("time",):
        return _with_measure(reading, phrase, head, kept)
    if number.text.isalpha() and any(t.text.lower() in ("les", "ces") for t in document.children(head, "det")):
        return phrase  # « les quatre membres de l’équipe »: so many there are, not so many of them
    if any(document.child(c, "nummod") or document.child(c, "det") for c in document.children(head, "conj")):
        return phrase  # « cinq hommes et une femme »: the number counts one part only
    counted = say_tokens(reading, [t for t in kept if t.i > number.i])
    if phrase.marker == "de" and (second := SECOND.search(counted)) is not None:
        counted = counted[: second.start()]  # « a fait état de trois morts et de plus de 20 blessés »: each has its own number
    if re.match(r"des \d", counted):
        return of_known_whole(document, replace(phrase, count=approximation(document, number) + number.text, counted=counted), kept)
    if versus := read_versus(approximation(document, number) + number.text, counted):
        return replace(phrase, count=versus[0], counted=versus[1])
    if re.match(r"(à|de|en|et|ou|contre|sur)\b|[A-Z]{2}", counted) or re.search(r"\d", counted):
        return phrase  # « de 2 à 3 milliards », « 178 voix contre 99 »: a pair of numbers
    words = [t for t in document.subtree(number) if t.i <= number.i and t.pos in ("NUM", "NOUN", "CCONJ")]
    if not words:
        return phrase  # signs that the tagger took for a number
    lead = approximation(document, words[0])
    marker = "" if lead.startswith("jusqu’à") and phrase.marker.endswith("à") else phrase.marker
    return replace(phrase, count=lead + " ".join(t.text for t in words), counted=counted, marker=marker)


def of_known_whole(document: Document, phrase: Phrase, kept: list[Token]) -> Phrase:
    """« 10 des 17 ministères »; but « 10 chars » for « 10 des 17 chars qu’elle a là-bas », where what tells the whole is left out."""
    whole = next((t for t in kept if any(c.dep == "acl:relcl" and c not in kept for c in document.children(t))), None)
    bare = WHOLE.sub("", phrase.counted)
    if whole is None or not phrase.text.endswith(f"{phrase.count} {phrase.counted}"):
        return phrase
    return replace(phrase, counted=bare, text=f"{phrase.text.removesuffix(phrase.counted)}{bare}")


def _is_divided(reading: Reading, head: Token) -> bool:
    """« huit heures de débat »: a time of something."""
    return any(read_marker(reading.document, t)[0] == "de" for t in reading.document.children(head, "nmod"))


def read_duration(reading: Reading, phrase: Phrase, head: Token, number: Token, kept: list[Token]) -> Phrase:
    """« près de quatre heures » without what hangs on it."""
    lead = approximation(reading.document, number)
    text = say_tokens(reading, [t for t in kept if t.i <= head.i])
    if text.startswith(("les ", "ces ")) and reading.document.child(head, "acl:relcl") is not None:
        raise Refused("what is left out tells when it was")  # « pendant les trois ans qui restaient »
    if kept[-1].i > head.i and reading.document.tokens[head.i + 1].pos in ("NUM", "CCONJ"):
        return replace(phrase, kind="duration")  # « 3 heures 12 minutes »
    marker = "" if lead.startswith("jusqu’à") and phrase.marker.startswith("jusqu") else phrase.marker  # told with the number
    return replace(phrase, kind="duration", text=text if text.startswith(lead) else f"{lead}{text}", marker=marker)


def agree_with_whole(reading: Reading, part: Phrase, head: Token) -> Phrase:
    """`part` with the gender and number of several things that it is taken from: « 53 % des élèves … ils »."""
    if part.marker or not part.counted.startswith(("des ", "de ses ", "de leurs ")):
        return part
    whole = next((t for t in reading.document.children(head, "nmod") if t.i > head.i), head)
    return replace(part, gender="f" if whole.has("Gender=Fem") else "m", number="p")


def read_part(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase | None:
    """« les deux tiers des salariés », « la moitié des départs »: the part as the number; None for what is no part of a whole."""
    if head.lemma not in FRACTIONS:
        return None
    rest = say_tokens(reading, [t for t in kept if t.i > head.i])
    lead = say_tokens(reading, [t for t in kept if t.i <= head.i])
    if not re.match(r"(?:des|du|de la|de l’|de (?:ses|son|sa|leurs?)) ", rest.replace("de l’", "de l’ ")) or not re.match(
        r"(?:un|une|la|le|les|\w+) ", lead
    ):
        return None
    count = f"{approximation(reading.document, kept[0])}{lead}"
    return replace(phrase, kind="measure", count=count, counted=rest)


def _with_measure(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase:
    """« 3 millions d’euros », « une trentaine de pays »: the measure is the number."""
    measures = word_set("nouns", "measures") - {"concentration", "contingent", "groupe", "total"}
    complement = next((t for t in reading.document.children(head, "nmod", "obl") if t.i > head.i), None)
    if head.lemma not in measures or complement is None:
        return phrase
    document = reading.document
    marker, _ = read_marker(document, complement)
    if marker != "de":
        return phrase
    further = next((t for t in document.children(complement, "nmod", "obl") if t.i > complement.i), None)
    if complement.lemma in SCALED and further is not None and read_marker(document, further)[0] == "de":
        head, complement = complement, further  # « des dizaines de milliers | de personnes »
    far = phrase.marker == "à" and complement.lemma in word_set("nouns", "lengths")  # « une dizaine de kilomètres au nord de Gao »
    counted = say_tokens(reading, [t for t in kept if (t.i >= complement.i if far else t in kept_tokens(document, complement))])
    first = next(t for t in kept if t.pos in ("NUM", "NOUN") or (t.pos == "DET" and (not t.has("Definite=Def") or t.lemma in SOME)))
    count = document.text(Span(start=first.span.start, end=head.span.end))
    gender = "f" if _innermost(document, complement).has("Gender=Fem") else "m"
    return replace(phrase, count=approximation(reading.document, first) + count, counted=counted, gender=gender, number="p") if counted else phrase


def _innermost(document: Document, noun: Token) -> Token:
    """What is counted in the end: « personnes » of « (des centaines de) milliers de personnes »."""
    below = next((t for t in document.children(noun, "nmod") if t.i > noun.i and read_marker(document, t)[0] == "de"), None)
    return below if below is not None and noun.lemma in word_set("nouns", "measures") else noun
