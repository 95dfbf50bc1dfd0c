"""Numbers whose noun has been said before: « 12 personnes ont été tuées et 30 autres blessées », « et en a blessé 300 », « Sur les 800, 500 ont … ».

Only where one counted noun is left: else the number could be one of anything.
"""

from __future__ import annotations

import re

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.measures import SCALES, approximation, is_unit
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Span, Token

LONGEST = 4  # words of what is counted: « soldats français »
OUT_OF = ("sur", "parmi")


def is_bare_number(document: Document, token: Token) -> bool:
    """Whether a number, or « une trentaine », stands without what it counts."""
    if token.pos == "NUM":
        after = document.after(token)
        of_them = after is not None and after.text.lower() in ("de", "des", "d’", "d'", "du")  # « 300 des 800 passagers »
        return token.dep != "nummod" and not dates.find_date(token.text) and not of_them
    return token.lemma in word_set("nouns", "rounded") and not document.child(token, "nmod")


def counted_subject(reading: Reading, token: Token, head: Token) -> Phrase | None:
    """« 30 » as a number of persons, where it is the subject of `head`; None if it is a number of nothing that is sure."""
    document = reading.document
    if not is_bare_number(document, token) or token.i > head.i:
        return None
    whole = whole_before(document, token) or whole_around(document, token, head)
    noun = whole or noun_beside(document, token, head)
    if noun is None:
        raise Refused("what is counted is told elsewhere")
    counted = say_whole(reading, noun, token) if whole else say_noun(reading, noun)
    return counted_phrase(reading, token, counted, noun, "subject")


def counted_phrase(reading: Reading, number: Token, counted: str, noun: Token, role: str) -> Phrase:
    """« 30 personnes », as a phrase."""
    document = reading.document
    words = [t for t in document.subtree(number) if t.i <= number.i and t.pos in ("NUM", "NOUN", "DET")]
    said = document.text(Span(start=words[0].span.start, end=number.span.end)).lower()
    of = "" if number.pos == "NUM" or counted.startswith("des ") else "de "
    count = f"{approximation(document, words[0])}{said}"
    told = kept_tokens(document, noun, reading)
    return Phrase(
        role=role, text=f"{count} {of}{counted}", span=Span(start=words[0].span.start, end=number.span.end), head=noun.lemma, number="p",
        gender="f" if noun.has("Gender=Fem") else "m", count=count, counted=counted,
        taken_up=(Span(start=told[0].span.start, end=told[-1].span.end),),
    )  # fmt: skip


def noun_beside(document: Document, token: Token, head: Token) -> Token | None:
    """« personnes » of « 12 personnes ont été tuées et 30 autres blessées »: the counted subject of the clause before."""
    first = document.head(head)
    if head.dep != "conj" or first.pos != "VERB":
        return None
    subject = next((t for t in document.children(first, "nsubj") if t.i < first.i), None)
    if subject is None or subject.pos != "NOUN" or not subject.has("Number=Plur") or document.child(subject, "nummod") is None:
        return None
    return subject if document.child(subject, "conj") is None else None


def whole_before(document: Document, token: Token) -> Token | None:
    """« passagers » of « Sur les 800 passagers, 500 ont été secourus »; None if no such whole opens the sentence, or the part behind a colon."""
    first = opening_of_whole(document, token)
    noun = document.head(first) if first is not None else token
    if first is None or noun.pos != "NOUN" or not first.i < noun.i < token.i or document.child(noun, "nummod") is None:
        return None
    between = document.tokens[noun.i + 1 : token.i]
    parted = sum(t.text == "," for t in between) == 1 and not any(t.has("VerbForm=Fin") for t in between)
    return noun if parted and not is_unit(noun) else None


def opening_of_whole(document: Document, token: Token) -> Token | None:
    """The « sur » or « parmi » that opens the sentence of `token`, or what stands behind its last colon; behind a date, too."""
    first = document.sentence_of(token).first
    words = document.tokens[first : token.i]
    start = max((t.i + 1 for t in words if t.text in (":", ";")), default=first)
    opening = document.tokens[start]
    dated = dates.PARTS.fullmatch(document.tokens[start + 1].text) if start + 3 < token.i else None
    if dated and document.tokens[start + 2].text == ",":  # « Le 3 mai, sur les 80 blessés, 12 … »
        opening = document.tokens[start + 3]
    return opening if opening.text.lower() in OUT_OF else None


def whole_around(document: Document, token: Token, head: Token) -> Token | None:
    """« écoles » of « 300 écoles, dont 20 ont été fermées »; None if « dont » takes up nothing counted."""
    before = document.before(token)
    noun = document.head(head)
    opened = before is not None and before.text.lower() == "dont" and head.dep == "acl:relcl"
    return noun if opened and is_thing_counted(document, noun) else None


def say_whole(reading: Reading, noun: Token, number: Token) -> str:
    """« des 800 passagers »."""
    kept = [t for t in kept_tokens(reading.document, noun, reading) if (t.pos != "DET" or t.i > noun.i) and t.i < number.i]
    return f"des {say_tokens(reading, kept)}"


def without_whole(complements: tuple[Phrase | Clause, ...], subject: Phrase) -> tuple[Phrase | Clause, ...]:
    """The complements without « sur les 800 passagers », where the subject is told as « 500 des 800 passagers »."""
    if not subject.counted.startswith("des "):
        return complements
    return tuple(p for p in complements if not (isinstance(p, Phrase) and p.marker in OUT_OF and p.count))


def say_noun(reading: Reading, noun: Token) -> str:
    """« soldats français » of « trois soldats français », without its number and what else hangs on it."""
    words = [t for t in kept_tokens(reading.document, noun, reading) if t.pos in ("NOUN", "ADJ") and t.dep in ("amod", noun.dep) and not is_light(t)]
    return say_tokens(reading, words[:LONGEST])


def is_light(token: Token) -> bool:
    """« autres », « nouveaux »: words that tell of the number before, not of what is counted."""
    return token.lemma in ("autre", "nouveau", "premier", "dernier") or token.text.lower() in ("autres", "nouveaux", "nouvelles")


def counted_object(reading: Reading, head: Token) -> tuple[Phrase, Token] | None:
    """« 300 » of « et en a blessé 300 » as a number of what was counted before, and its token; None where « en » counts nothing."""
    document = reading.document
    en = next((t for t in document.children(head) if t.i < head.i and t.text.lower() == "en" and t.pos in ("PRON", "ADP")), None)
    if en is None or en.dep in ("case", "mark"):
        return None
    number = next((t for t in numbers_behind(document, head) if is_bare_number(document, t)), None)
    noun = sole_counted(reading, head) if number is not None else None
    if number is None or noun is None:
        return None
    return counted_phrase(reading, number, say_noun(reading, noun), noun, "object"), number


def numbers_behind(document: Document, head: Token) -> list[Token]:
    """The numbers right behind a verb: « 300 », « plus de 200 »."""
    behind = [t for t in document.tokens[head.i + 1 : head.i + 6] if t.i < document.sentence_of(head).last]
    number = next((t for t in behind if t.pos == "NUM" or t.lemma in word_set("nouns", "rounded")), None)
    if number is None or any(t.pos in ("NOUN", "PROPN", "VERB", "PUNCT") for t in behind if t.i < number.i):
        return []
    return [number]


def sole_counted(reading: Reading, head: Token) -> Token | None:
    """The one noun that a number counts before the verb `head` in its sentence, or else in the one before; None if there are several."""
    document = reading.document
    number = document.sentence_number(head)
    for sentence in document.sentences[max(0, number - 1) : number + 1][::-1]:
        found = [t for t in document.words(sentence) if t.i < head.i and is_thing_counted(document, t)]
        if found:
            return found[0] if len({t.lemma for t in found}) == 1 else None
    return None


def is_thing_counted(document: Document, noun: Token) -> bool:
    """Whether a noun is counted, and is no measure of time, money or length."""
    number = document.child(noun, "nummod")
    if noun.dep == "nmod" and document.head(noun).lemma == "nombre" and noun.has("Number=Plur"):
        return True  # « le nombre de spectateurs »
    if noun.pos != "NOUN" or any(t.text.lower() in ("les", "ces", "ses") for t in document.children(noun, "det")):
        return False  # « sur les cinq étapes »
    if noun.lemma in word_set("nouns", "durations") or noun.lemma in SCALES or is_unit(noun) or number is None:
        return False
    plain = noun.has("Number=Plur") and number.i < noun.i and not re.fullmatch(r"(?:une?|1)", number.text.lower())
    return plain and noun.lemma not in word_set("nouns", "measures") and read_marker(document, noun)[0] not in ("à", "selon")


def without_number(complements: tuple[Phrase | Clause, ...], number: Token) -> tuple[Phrase | Clause, ...]:
    """The complements without the bare number, which is told as a number of things."""
    return tuple(p for p in complements if not (isinstance(p, Phrase) and p.span.start <= number.span.start < p.span.end))


def shared_behind(document: Document, head: Token) -> tuple[Token, ...]:
    """What stands behind « 30 autres blessées » and was hung on the verb before: « … dans un attentat à Gao » is told of both."""
    first = document.head(head)
    own = document.child(head, "nsubj:pass")
    if head.dep != "conj" or own is None or document.children(head, "aux") or not head.has("VerbForm=Part"):
        return ()
    return tuple(t for t in document.children(first, "obl") if t.i > head.i)
