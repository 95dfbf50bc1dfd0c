"""English word forms: persons and tenses of verbs, initials."""

from __future__ import annotations

import re
from functools import cache

from quizgen.langs.en.lexicon import read_words

PREFIXES = ("out", "over", "re", "un", "under", "with", "fore")
# A short verb that ends in one vowel and one consonant doubles it: « stop », « plan »; w, x and y never do.
DOUBLES = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprstvz]|qu[ie][tz]")

# What sounds with a vowel: « an hour », « an FBI agent », « an EU envoy »; not « a union », « a European », « a one-day strike », « a US judge ».
VOWEL = re.compile(
    r"(?!E[Uu][a-z]|eu|[Oo]ne\b|[Oo]nce\b|U[A-Z]|[Uu]s|[Uu]ni(?![dmn])|[Uu]ran|[Uu]ro|[Uu]k|[Uu]t[io])[AEIOUaeiou]|8|1[18](?![\d,])|[Hh]ono|[Hh]our|[Hh]eir|[FHLMNRSX][A-Z]{1,2}\b"
)
PLURAL_OF = {"has": "have", "is": "are", "was": "were", "does": "do"}
SINGULAR_OF = {plural: singular for singular, plural in PLURAL_OF.items()}
BE = frozenset("am is are was were".split())
HAVE = frozenset("have has had".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would can could may might shall should must".split())


def irregular(base: str) -> tuple[str, str] | None:
    """(past, past participle) of a verb that has forms of its own, also with a prefix: « rewrite », « oversee »."""
    verbs = read_words("irregular")["verbs"]
    if base in verbs:
        past, participle = verbs[base]
        return past, participle
    for prefix in PREFIXES:
        stem = base.removeprefix(prefix)
        if stem != base and stem in verbs:
            past, participle = verbs[stem]
            return f"{prefix}{past}", f"{prefix}{participle}"
    return None


def _doubled(base: str) -> str:
    """The verb as it stands before -ed and -ing: « stop » -> « stopp », « refer » -> « referr »."""
    return base + base[-1] if DOUBLES.fullmatch(base) or base in read_words("irregular")["doubling"] else base


@cache
def _bases() -> dict[str, str]:
    """Irregular pasts and participles with their bases."""
    return {form: base for base, forms in read_words("irregular")["verbs"].items() for form in reversed(forms)}


def base_of(lemma: str, finite: str = "") -> str:
    """The base of a verb whose lemma the tagger left as it stood (« swam » -> « swim »), or took too far (« founded » is of no « find »)."""
    base = lemma if lemma in read_words("irregular")["verbs"] else _bases().get(lemma, lemma)
    own = irregular(base)
    return own[0] if own and finite.lower() == f"{own[0]}ed" else base


def third_person(base: str) -> str:
    """The third person singular of the present: « sends », « carries », « has »."""
    if base in ("be", "have"):
        return {"be": "is", "have": "has"}[base]
    if re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", base) and not base.endswith("stomach"):
        return f"{base}es"
    return f"{base[:-1]}ies" if re.search(r"[^aeiou]y$", base) else f"{base}s"


def past(base: str) -> str:
    """The past of a verb: « sent », « stopped », « carried »."""
    own = irregular(base)
    if own:
        return own[0]
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{_doubled(base)}ed"


def participle(base: str) -> str:
    """The past participle: « sent », « stopped », « taken »."""
    own = irregular(base)
    return own[1] if own else past(base)


def present_participle(base: str) -> str:
    """The form in -ing: « sending », « making », « lying », « running »."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if re.search(r"[^eoy]e$", base) and len(base) > 2:
        return f"{base[:-1]}ing"
    return f"{_doubled(base)}ing"


def singular_verb(finite: str, lemma: str) -> str:
    """The third person singular of a finite form; a singular form, a past and a modal are given back."""
    low = finite.lower()
    if low in SINGULAR_OF:
        return SINGULAR_OF[low]
    return third_person(low) if low == lemma and low not in MODALS and not keeps_form(lemma) else low


def plural_verb(finite: str, lemma: str) -> str:
    """The plural of a finite form."""
    low = finite.lower()
    return PLURAL_OF.get(low) or (lemma if low == third_person(lemma) else low)


def keeps_form(lemma: str) -> bool:
    """Whether the past is written as the base: « put », « cost »."""
    return past(lemma) == lemma


def tense_of(finite: str, lemma: str) -> str:
    """The form of « do » that stands for the tense of a finite full verb: do, does or did."""
    low = finite.lower()
    if low == third_person(lemma):
        return "does"
    return "do" if low == lemma and not keeps_form(lemma) else "did"


def possessive(name: str) -> str:
    """« Lund’s », « the Netherlands’ »: the plural alone leaves the s out."""
    return f"{name}’" if re.search(r"[a-z]s$", name) and name.startswith("the ") else f"{name}’s"


def with_indefinite(noun: str) -> str:
    """The noun with the indefinite article that it sounds with: « an engineer », « a union », « an hour »."""
    return f"{'an' if VOWEL.match(noun) else 'a'} {noun}"


def lower_first(text: str) -> str:
    """`text` with a small initial (for words that open a sentence in the article)."""
    return text if text[1:2] in ("$", "£", "€") else text[:1].lower() + text[1:]  # « A$5 »


def upper_first(text: str) -> str:
    """`text` with a capital initial."""
    return text[:1].upper() + text[1:]
