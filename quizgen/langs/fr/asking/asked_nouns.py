"""A thing told by a noun and what tells it from others -> the noun that the question names: « quelle usine », « quel projet de loi »."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import agree
from quizgen.langs.fr.forms.nouns import is_class
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.model import Phrase, Verb

OPENING = re.compile(r"(?:les? |la |l’|une? |des |sa |son |ses |leurs? )")
NOUN = re.compile(r"([\wà-ÿ]+(?:-[\wà-ÿ]+)*)(?: (.+))?")
OF = re.compile(r"(?:de |du |des |d’)")
MEASURED = re.compile(r"[\wà-ÿ]+ (?:de |d’)(?:\w+ de )?\d")  # « une marge brute de 31 euros »
DEED = re.compile(r"(?:[st]ion|ment|age|transfert|transport|envoi|retrait)$")  # « le transfert », « un envoi », « le retrait »
LINKING = re.compile(
    r"(?:et|ou|qui|que|dont|où|comme|afin|car|mais|ainsi|autant|après|avant|pendant|depuis|lors|dès|au cours|du fait|en raison|à la suite)\b"
)
JOINED = re.compile(r" et (?:les? |la |l’|une? |des |sa |son |ses |leurs? )")
SECOND = re.compile(r" et (?:les? |la |l’|une? |des )([\wà-ÿ]+) (?:de |du |des |d’)")
FEW = 2  # words of « une ouverture », of which it is not told of what
MANY = ("les", "des", "ses", "leurs")
LONGEST_LEAD = 2  # adjectives before the noun: « les deux premières grandes usines » is too much to leave out


def which_told(phrase: Phrase) -> str | None:
    """« quelle raffinerie » for « sa raffinerie de Gao », « quel prototype »; None where the noun asks for nothing."""
    opening = OPENING.match(phrase.text)
    kinds = ("thing", "other") if phrase.entities else ("thing", "other", "organisation", "region")
    if opening is None or phrase.count or phrase.marker or len(phrase.entities) > 1 or phrase.kind not in kinds or not phrase.gender:
        return None
    noun, rest = split_noun(phrase.text[opening.end() :], phrase.head)
    if JOINED.search(rest):
        return None  # « l’exploitation forestière et le tourisme »: two things of two kinds
    if not noun or not noun.islower() or noun_is_empty(phrase.head) or LINKING.match(rest) or not tells_apart(rest):
        return None
    if not is_one_of_many(phrase, rest, opening.group().strip()) or f"{noun} {rest}" in word_set("clauses", "compounds"):
        return None
    number = "p" if opening.group().strip() in MANY else "s"
    return f"{say_which(phrase.gender, number)} {noun_with_kind(noun, rest)}"


def is_one_of_many(phrase: Phrase, rest: str, article: str) -> bool:
    """Whether what follows the noun picks one of several; not « la fermeture de … », a deed, nor « le coût de … », a side of the other thing."""
    if MEASURED.match(rest):
        return not DEED.search(phrase.head)
    if re.match(r"(?:de |d’)\d", rest):
        return False  # « une prime de 300 euros »: the amount is asked
    if OF.match(rest):
        return article != "des" and (is_class(phrase.head) or phrase.head in word_set("clauses", "told_apart"))
    if article in ("un", "une") and re.search(r"^une? premi(?:er|ère) ", phrase.text):
        return False  # « une première sainte nord-américaine »: that there is a first one is what is told
    return rest.split()[0] not in ("à", "au", "aux", "en", "jusqu’à")  # « une ligne à haute tension » is asked whole


def sought_word(target: Phrase, verb: Verb) -> str:
    """« quelle raison » for what is given as one, « quelle mesure » for a deed that is asked for or announced; empty for other verbs."""
    words = read_words("clauses")["sought"]
    word = next((word for word, lemmas in words.items() if verb.lemma in lemmas), "")
    deed = target.head in word_set("clauses", "measures") and len(target.text.split()) > FEW
    plain_thing = target.kind in ("thing", "other") and not target.entities and not target.count and target.number == "s"
    if word == "quelle mesure" and deed and (second := SECOND.search(target.text)) and second.group(1) in word_set("clauses", "measures"):
        return "quelles mesures"  # « la suppression de … et la fermeture de … »
    return word if plain_thing and (deed or word != "quelle mesure") else ""


def split_noun(text: str, head: str) -> tuple[str, str]:
    """(noun, what follows it) of a phrase without its article, or empty strings; a few adjectives may stand before the noun."""
    words = text
    for _ in range(LONGEST_LEAD + 1):
        match = NOUN.fullmatch(words)
        if match is None:
            break
        noun, rest = match.group(1), match.group(2) or ""
        if plain(noun)[:4] == plain(head)[:4] and noun not in ("premier", "première"):
            return noun, rest
        words = rest
    return "", ""


def noun_with_kind(noun: str, rest: str) -> str:
    """« projet de loi » where that is one word in all but writing, and more follows it: « un projet de loi sur le harcèlement »."""
    kind = next((k for k in sorted(word_set("clauses", "compounds")) if f"{noun} {rest}".startswith(f"{k} ")), "")
    return kind or noun


def tells_apart(rest: str) -> bool:
    """Whether what follows the noun tells which one: more than « important », « en cours »."""
    words = re.findall(r"[\wà-ÿ]{3,}", rest)
    vague = {plain(w)[:5] for w in word_set("nouns", "vague_qualities")}
    return any(w.lower() not in word_set("grammar", "function_words") and plain(w)[:5] not in vague for w in words)


def noun_is_empty(head: str) -> bool:
    """Whether « quel » with the noun asks for nothing that one could know: « quelle partie », « quelle suite »."""
    return head in word_set("clauses", "unasked") or head in word_set("nouns", "shares")


def say_which(gender: str, number: str) -> str:
    """« quel », « quelle », « quels », « quelles »."""
    return agree("quel", "m", number) if gender == "m" else "quelles" if number == "p" else "quelle"
