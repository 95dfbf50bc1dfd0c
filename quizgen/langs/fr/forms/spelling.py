"""Words as an article has them -> as a corrector prints them, where they are wrong in any sentence: set phrases, a participle after « avoir »."""

from __future__ import annotations

import re
from functools import cache

from quizgen.langs.fr.forms.geography import is_place_form
from quizgen.langs.fr.lexicon import read_words

# « fait aussi parti des »: « partie »; not « en fait parti de Gao »
PART = re.compile(r"(?<![\w’-])(?<!en )(fai\w+|font|fit|firent|fera|feront)((?: \w+)?) parti (?=d(?:es?|u) |d’)")

# « trois jours, et peut être davantage, »: without a word that it would be, « peut-être »
MAYBE = re.compile(r"(?<=, et )peut être(?= (?:davantage|plus|moins|même)(?: encore)?(?:,|\.?$))")

FIRST_HALF = re.compile(r"(?<![\w’-])(vice|demi)e?s-(?=\w)")  # « vices-présidents », « demies-finales »: the first half has no plural

# « les maliens »: a noun, where no other follows
PEOPLE = re.compile(
    r"(?<![\w’-])(les|des|aux|deux|trois|certains|plusieurs) ([a-zà-ÿ]+s)"
    r"(?=\s?[,.;:?!)»]|$| (?:et|ou|de|du|des|qui|ont|sont|ne|se|à|en) )"
)

BEFORE_NAME = re.compile(r"(?<![\w’-])([Qq])ue (?=[AEIOUÉÈÊÎÔ][a-zà-ÿ])")  # « alors que Armel »

# « a relevée l’existence »: after « avoir » a participle agrees with an object before it only, and this one has its object behind it.
AGREED = re.compile(
    r"(?<![\w’-])(?P<before>\w+ |)(?P<have>a|ont|avait|avaient|aurait|auraient|aura|auront)"
    r" (?P<participle>\w{2,}é(?=es? |s )|\w{2,}i(?=es? ))(?:es?|s)"
    r"(?= (?:le|la|les|un|une|des|du|cette|ce|ces|cet|son|sa|ses|leurs?|plus de|près de|quelque|\d+) |(?: de la| d’une?| à) | l’)"
)
BEFORE = ("les", "la", "se", "en", "que", "nous", "vous", "me", "te")  # pronouns that it may agree with
TAKEN_UP = re.compile(r"(?i)(?:\bqu(?:e |’)|\bquel(?:le)?s? |\bcombien )[^,;:]*$")  # an object told further up


def mend_spelling(text: str) -> str:
    """`text` with its known slips mended; what is right stays as it is."""
    text = FIRST_HALF.sub(r"\1-", text) if "s-" in text else text  # a look for its letters spares most texts the expression
    text = MAYBE.sub("peut-être", text) if "peut être" in text else text
    text = BEFORE_NAME.sub(r"\1u’", text) if "ue " in text else text
    text = _slips().sub(lambda m: _mended(m[0]), text)
    text = PART.sub(r"\1\2 partie ", text) if " parti d" in text else text
    text = _before_infinitives().sub(r"\1 à ", text) if " a " in text else text
    text = PEOPLE.sub(lambda m: f"{m[1]} {m[2].capitalize()}" if is_place_form(m[2]) else m[0], text)
    return AGREED.sub(_without_agreement, text)


def _mended(words: str) -> str:
    right = str(read_words("spelling")["slips"][words[:1].lower() + words[1:]])
    return right if words[:1].islower() else right[:1].upper() + right[1:]


def _without_agreement(found: re.Match[str]) -> str:
    """« a relevé » for « a relevée », unless something before it may be the object."""
    before = found["before"].strip().lower()
    if before in BEFORE or TAKEN_UP.search(found.string[: found.start("have")]):
        return found[0]
    return f"{found['before']}{found['have']} {found['participle']}"


@cache
def _before_infinitives() -> re.Pattern[str]:
    """« prête a intervenir »: before an infinitive « a » is « à »."""
    words = "|".join(read_words("spelling")["before_infinitive"])
    return re.compile(rf"(?<![\w’-])({words}) a (?=\w+(?:er|ir|re)\b)")


@cache
def _slips() -> re.Pattern[str]:
    words = sorted(read_words("spelling")["slips"], key=len, reverse=True)
    either = "|".join(f"(?:{re.escape(w[0].upper())}|{re.escape(w[0])}){re.escape(w[1:])}" for w in words)
    return re.compile(rf"(?<![\w’-])(?:{either})(?![\w’-])")
