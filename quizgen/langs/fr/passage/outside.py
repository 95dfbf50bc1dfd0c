"""Words of a passage that point outside of it: pronouns, « ce », days told by the day of writing."""

from __future__ import annotations

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.inner import is_inner_pronoun, is_other_of_two, is_owned_after
from quizgen.langs.fr.phrase.constituents import is_everyones, kept_tokens
from quizgen.langs.fr.phrase.moments import read_moment
from quizgen.langs.fr.phrase.wording import is_bare
from quizgen.langs.fr.reference.mentions import NEAREST, PRONOUNS, fuller_mention, is_in_title, is_retold, noun_antecedent, tells_itself
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Reading, Token

SPOKEN = ("je", "j’", "nous", "vous", "tu", "on", "me", "m’", "moi", "te", "t’", "toi")
SHIFTS = ("dernier", "dernière", "prochain", "prochaine", "passé", "passée", "suivant")
SPELLS = ("week-end", "nuit", "soirée", "journée", "saison", "rentrée")
AT_WRITING = ("aujourd’hui", "récemment", "actuellement", "désormais", "maintenant", "auparavant", "autrefois", "jadis")
HERE = ("ici", "là", "ci-dessus", "ci-dessous", "hier", "demain", "avant-hier", "idem", *AT_WRITING)
SHIFTED = frozenset(
    (*SHIFTS, "précédent", "précédente", "suivant", "suivante", "prochains", "prochaines", "derniers", "dernières", "suivants", "suivantes")
)
OUTSIDE = frozenset((*SPOKEN, *HERE, "-ci", "ci", "-là"))
CONCERNED = ("concerné", "concernée", "concernés", "concernées", "susdit", "précité")  # by what another sentence tells
LATER = ("depuis", "après", "avant", "alors", "plus tôt", "plus tard")  # adverbs of a time that another sentence tells


def points_outside(reading: Reading, token: Token, kept: set[int]) -> bool:
    """Whether a reader of the tokens `kept` alone cannot know what `token` means."""
    document = reading.document
    low = token.text.lower().replace("'", "’").lstrip("-")
    if low == "on" and token.i not in document.quotations:
        return False  # « on estime que »: people at large
    if token.i in document.quotations and low in (*SPOKEN, "notre", "nos", "mon", "ma", "mes"):
        return not any(document.tokens[i].lemma in word_set("verbs", "report") for i in kept)
    if low in dates.DAY_ADVERBS and say_moment(reading, token) is not None:
        return False
    if (
        (low in OUTSIDE and not _opens_deadline(document, token))
        or (token.pos == "ADV" and low in LATER and not _opens_clause(document, token) and not _has_date_before(document, token, kept))
        or token.lemma == "tel"
        or _goes_on(document, token)
        or _compares(document, token, kept)
        or _is_like(document, token)
        or _is_some_country(reading, token)
        or _is_some_firm(reading, token, kept)
        or (low in CONCERNED and not _names_cause(document, token))
    ):
        return True
    if token.text == "-t":
        return False  # « a-t-il »
    if token.pos == "PRON":
        return _is_loose_pronoun(reading, token, low, kept)
    if token.pos == "DET" and low in word_set("grammar", "possessives") | word_set("grammar", "demonstratives"):
        return _is_loose_determiner(reading, token, low, kept)
    if dates.PARTS.fullmatch(token.text) and _is_one_of_several(document, token):
        return True
    if low in dates.MONTHS:
        before = document.before(token)
        led = before is not None and (before.text.lower() in ("en", "début", "fin", "mi-", "depuis", "dès") or document.head(token).lemma == "mois")
        return not led or say_moment(reading, token) is None
    if low in dates.WEEKDAYS or low in ("veille", "lendemain"):
        return say_moment(reading, token) is None
    spell = document.head(token).lemma
    if low not in SHIFTED or (spell not in word_set("nouns", "durations") and spell not in SPELLS):
        return False
    return say_moment(reading, document.head(token)) is None


def _is_loose_determiner(reading: Reading, token: Token, low: str, kept: set[int]) -> bool:
    """Whether « son » is of somebody, or « ce » something, that the tokens `kept` do not tell."""
    document = reading.document
    if low in word_set("grammar", "possessives"):
        if low in word_set("grammar", "own"):
            return not is_everyones(document, token)
        known = token.i in reading.links or _named_before(reading, token, kept) or is_owned_after(document, token, kept)
        return not known
    noun = document.head(token)
    known = is_retold(document, noun) or _tells_whole(document, noun, kept)
    known = known or is_in_title(document, noun) or fuller_mention(reading, noun) is not None or is_shown_behind(document, token, noun, kept)
    return say_moment(reading, noun) is None and not known


def _tells_whole(document: Document, noun: Token, kept: set[int]) -> bool:
    """Whether a noun tells which is meant by what it is of, and that is kept whole."""
    return tells_itself(document, noun) and all(t.i in kept for part in document.children(noun, "nmod") for t in document.subtree(part))


def is_shown_behind(document: Document, demonstrative: Token, noun: Token, kept: set[int]) -> bool:
    """« cet accident au mont Blanc », « cette soirée du 3 mai 1912 »: what is told behind a noun shows which is meant."""
    below = [t for t in document.children(noun) if t.i in kept and t.i > noun.i]
    apposed = noun.dep == "appos" and noun.head in kept and noun.head < demonstrative.i
    parts = (t for t in below if t.dep in ("nmod", "appos", "obl", "obl:mod"))
    named = (t for part in parts for t in document.subtree(part) if t.i in kept)
    return apposed or any(t.name or t.pos == "PROPN" or dates.find_date(t.text) is not None for t in named)


def _goes_on(document: Document, token: Token) -> bool:
    """« n’exclut pas non plus », « resteront sur place »: beside what, and where, another sentence tells."""
    before = document.before(token)
    words = (before.text.lower() if before is not None else "", token.text.lower())
    return words in (("non", "plus"), ("sur", "place"))


def _is_like(document: Document, token: Token) -> bool:
    """« des lois semblables », without to what."""
    after = document.after(token)
    return (
        token.lemma in word_set("grammar", "likening") and token.pos == "ADJ" and not (after is not None and after.text.lower() in ("à", "au", "aux"))
    )


def _is_some_country(reading: Reading, token: Token) -> bool:
    """« dans le pays », where no country is sure."""
    bare = token.text.lower() == "pays" and not token.has("Number=Plur") and token.i not in reading.links
    return bare and is_bare(reading.document, token, kept_tokens(reading.document, token, reading))


def _is_some_firm(reading: Reading, token: Token, kept: set[int]) -> bool:
    """« Le groupe a publié une perte », where it may be one of two."""
    return token.lemma in word_set("nouns", "firms") and token.dep.startswith("nsubj") and is_unexplained(reading, token.i, kept)


def _compares(document: Document, token: Token, kept: set[int]) -> bool:
    """« la même décision », without « que » whom or what."""
    before = document.before(token)
    definite = before is not None and before.text.lower() in ("le", "la", "les", "du", "au", "des", "aux")
    compared = any(document.tokens[i].text.lower() in ("que", "qu’", "qu'") for i in kept if i > token.i)
    return token.lemma == "même" and token.pos in ("ADJ", "DET") and definite and not compared


def _opens_clause(document: Document, token: Token) -> bool:
    """« alors que », « après que »: it joins two clauses and is no adverb of time."""
    after = document.after(token)
    return after is not None and after.text.lower().replace("'", "’") in ("que", "qu’")


def _has_date_before(document: Document, token: Token, kept: set[int]) -> bool:
    """« Le 4 mai 1979, …, le ministre d’alors »: the passage tells when."""
    return any(dates.find_date(document.tokens[i].text) is not None for i in kept if i < token.i)


def _opens_deadline(document: Document, token: Token) -> bool:
    """« d’ici à 2024 », which tells no place."""
    before, after = document.before(token), document.after(token)
    known = after is not None and (after.text.lower() in ("à", "au", "fin", "début", "la", "le") or after.text[:1].isdigit())
    return token.text.lower() == "ici" and known and before is not None and before.text.lower().replace("'", "’") == "d’"


def _names_cause(document: Document, token: Token) -> bool:
    """« les communes concernées par la loi »: it is told by what."""
    after = document.after(token)
    return after is not None and after.text.lower() == "par"


def _is_one_of_several(document: Document, date: Token) -> bool:
    """« les 16 et 17 juin », « du 15 au 16 juin »: the day before has its month from the one after."""
    joint = document.before(date)
    while joint is not None and joint.text.lower() in ("le", "et", "au", "ou", "à"):
        joint = document.before(joint)
    return joint is not None and joint.i < date.i - 1 and joint.text.isdigit() and len(joint.text) < 3


def say_moment(reading: Reading, token: Token) -> str | None:
    """A date or period that begins at `token`, in words that stand alone, with its preposition."""
    try:
        phrase = read_moment(reading, token, "time")
    except Refused:
        return None
    return join_preposition(phrase.marker, phrase.text) if phrase else None


def _is_loose_pronoun(reading: Reading, token: Token, low: str, kept: set[int]) -> bool:
    if token.has("PronType=Rel") or token.has("Reflex=Yes") or low in ("qui", "que", "qu’", "dont", "où", "se", "s’", "lequel", "laquelle"):
        return False
    if low in PRONOUNS or low in NEAREST:
        known = token.i in reading.links or noun_antecedent(reading, token) is not None or is_inner_pronoun(reading, token, low, kept)
        return token.dep != "expl:subj" and not known
    if low.endswith(("-même", "-mêmes")):
        return False  # it points to the subject
    if (low in ("y", "en") and token.dep.startswith("expl")) or token.dep == "case" or is_other_of_two(reading.document, token, low, kept):
        return False
    return low not in ("tout", "rien", "personne", "beaucoup") and not is_inner_pronoun(reading, token, low, kept)


def _named_before(reading: Reading, determiner: Token, kept: set[int]) -> bool:
    """Whether a name or noun that could own what follows `determiner` stands before it in the passage: one for « son », several for « leur »."""
    document = reading.document
    one = determiner.text.lower() in ("son", "sa", "ses")
    owners = (document.tokens[j] for j in sorted(kept) if j < determiner.i)
    owners = (t for t in owners if not (one and t.has("Number=Plur")))
    return any(
        (t.name or t.pos in ("NOUN", "PROPN") or t.i in reading.links) and t.dep.startswith(("nsubj", "obj", "nmod", "obl", "ROOT")) for t in owners
    )


def is_unexplained(reading: Reading, i: int, kept: set[int]) -> bool:
    """Whether the noun `i` is bare and definite, with no fuller mention and no place in the title: a reader must guess which."""
    document = reading.document
    noun = document.tokens[i]
    if noun.pos != "NOUN" or not is_bare(document, noun, kept_tokens(document, noun, reading)):
        return False
    return i not in reading.links and fuller_mention(reading, noun) is None and noun.lemma not in word_set("nouns", "situational")
