"""Words of a passage that point outside of it: pronouns, « ce », days told by the day of writing."""

from __future__ import annotations

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import is_inhabitant
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.inner import is_inner_latter, is_inner_pronoun, is_other_of_two, is_owned_after
from quizgen.langs.fr.phrase.bridges import complete
from quizgen.langs.fr.phrase.constituents import COMPARING, is_everyones, is_ranked, kept_tokens
from quizgen.langs.fr.phrase.moments import read_moment, read_period
from quizgen.langs.fr.phrase.wording import full_again, is_bare
from quizgen.langs.fr.reference.mentions import (
    NEAREST,
    PRONOUNS,
    fuller_mention,
    is_established,
    is_in_title,
    is_narrowed,
    is_retold,
    noun_antecedent,
    tells_itself,
)
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
LONGEST_PERIOD = 6  # tokens of « entre la mi-mai et le 3 juin »
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
        or (token.lemma == "tel" and not _gives_instance(document, token))
        or _goes_on(document, token)
        or _compares(document, token, kept)
        or _is_like(document, token)
        or _is_some_country(reading, token)
        or _is_some_firm(reading, token, kept)
        or _is_told_elsewhere(reading, token, kept)
        or (low in CONCERNED and not _names_cause(document, token))
    ):
        return True
    if token.text == "-t" or _is_timed_by(document, token):
        return False  # « a-t-il »
    if token.pos == "PRON":
        return _is_loose_pronoun(reading, token, low, kept)
    if token.pos == "DET" and low in word_set("grammar", "possessives") | word_set("grammar", "demonstratives"):
        return _is_loose_determiner(reading, token, low, kept)
    if dates.PARTS.fullmatch(token.text) and is_one_of_several(document, token):
        return dates.find_date(token.text) is None and say_moment(reading, token) is None
    if low in dates.MONTHS:
        return _is_loose_month(reading, token)
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
    known = (
        is_retold(document, noun)
        or bool(complete(reading, noun)[0])
        or _tells_whole(document, noun, kept)
        or is_inner_latter(document, token, kept)
        or any(document.tokens[i].lemma == noun.lemma and document.tokens[i].pos == "NOUN" for i in kept if i < token.i)
        or is_in_title(document, noun)
        or full_again(reading, noun, kept_tokens(document, noun, reading)) is not None
        or is_shown_behind(document, token, noun, kept)
    )
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
    return words in (("non", "plus"), ("sur", "place"), ("malgré", "tout"))


def _is_like(document: Document, token: Token) -> bool:
    """« des lois semblables », « une marge supérieure », without to what."""
    after = document.after(token)
    like = token.pos == "ADJ" and token.lemma in word_set("grammar", "likening")
    return is_ranked(document, token) or (like and (after is None or after.text.lower() not in COMPARING))


def _is_some_country(reading: Reading, token: Token) -> bool:
    """« dans le pays », where no country is sure."""
    bare = token.text.lower() == "pays" and not token.has("Number=Plur") and token.i not in reading.links
    return bare and is_bare(reading.document, token, kept_tokens(reading.document, token, reading))


def _is_some_firm(reading: Reading, token: Token, kept: set[int]) -> bool:
    """« Le groupe a publié une perte », where it may be one of two."""
    return token.lemma in word_set("nouns", "firms") and token.dep.startswith("nsubj") and is_unexplained(reading, token.i, kept)


def _is_told_elsewhere(reading: Reading, token: Token, kept: set[int]) -> bool:
    """Whether a noun is of a thing, a talk, a person or a week that another sentence, or the day of writing, tells."""
    told_before = _takes_up(reading, token, kept) or _is_untold_talk(reading, token, kept)
    return told_before or _is_somebody_from(reading, token, kept) or _is_of_the_week(reading.document, token)


def _takes_up(reading: Reading, noun: Token, kept: set[int]) -> bool:
    """« le paquebot », which another sentence has told of, perhaps of two: nothing here, and no title, tells which."""
    document = reading.document
    if noun.pos != "NOUN" or noun.name or not is_established(document, noun) or is_in_title(document, noun) or _is_fixed(document, noun):
        return False
    people = noun.lemma in word_set("nouns", "professions") or is_function(noun.lemma)
    if noun.has("Number=Plur") and (people or not (noun.dep.startswith("nsubj") and document.head(noun).dep == "ROOT")):
        return False  # « les prisonniers »: such people, all of them
    told = any(i < noun.i and document.tokens[i].lemma == noun.lemma for i in kept) or is_narrowed(document, noun)
    return not told and is_unexplained(reading, noun.i, kept) and not complete(reading, noun)[0]


def _is_untold_talk(reading: Reading, noun: Token, kept: set[int]) -> bool:
    """« Dans l’interview, »: of whom, and with whom, is told elsewhere."""
    led = any(t.text.lower() == "dans" for t in reading.document.children(noun, "case")) and noun.dep.startswith("obl")
    talk = noun.lemma in word_set("nouns", "meetings") | word_set("speech", "talks")
    return (
        talk and led and not is_in_title(reading.document, noun) and not is_narrowed(reading.document, noun) and is_unexplained(reading, noun.i, kept)
    )


def _is_fixed(document: Document, noun: Token) -> bool:
    """« crime contre l’humanité », « se donner la mort »: what a bare noun is of, or an idiom has, is not one told of before."""
    before = next((t for t in reversed(document.tokens[max(0, noun.i - 4) : noun.i]) if t.pos not in ("DET", "ADP")), noun)
    bare = noun.dep == "nmod" and before.pos == "NOUN" and document.tokens[before.i - 1].text.lower() in ("de", "d’", "d'")
    return bare or (noun.dep == "obj" and document.head(noun).lemma in word_set("clauses", "support"))


def _is_somebody_from(reading: Reading, noun: Token, kept: set[int]) -> bool:
    """« La Suissesse »: somebody told by the country, where no name is sure."""
    document = reading.document
    article = document.before(noun)
    one = article is not None and article.text.lower().replace("'", "’") in ("le", "la", "l’", "du", "au") and article.i in kept
    if not one or not noun.text.istitle() or not is_inhabitant(noun.text) or noun.i in reading.links:
        return False
    after = document.after(noun)
    named = after is not None and (after.name or after.pos == "PROPN" or after.text[:1].isupper())
    return noun.dep.startswith(("nsubj", "obj", "iobj", "obl:a")) and not named


def _is_of_the_week(document: Document, token: Token) -> bool:
    """« en début de semaine »: of the week of writing."""
    before = [t.text.lower() for t in document.tokens[max(0, token.i - 2) : token.i]]
    return token.lemma in ("semaine", "mois", "journée", "matinée", "soirée") and before in (["début", "de"], ["fin", "de"], ["milieu", "de"])


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


def _is_loose_month(reading: Reading, month: Token) -> bool:
    """Whether nothing tells the year of « mai »: « en mai », « d’avril dernier » and « entre mai et juin » are said with theirs."""
    document = reading.document
    before, after = document.before(month), document.after(month)
    if _is_in_period(reading, month):
        return False
    shifted = after is not None and after.text.lower() in SHIFTS and before is not None and before.text.lower().replace("'", "’") in ("de", "d’")
    led = before is not None and (before.text.lower() in ("en", "début", "fin", "mi-", "depuis", "dès") or document.head(month).lemma == "mois")
    return not (led or shifted) or say_moment(reading, month) is None


def _is_in_period(reading: Reading, month: Token) -> bool:
    """« entre janvier et avril », which is told with its year as a whole."""
    near = reading.document.tokens[max(0, month.i - LONGEST_PERIOD) : month.i + 1]
    periods = (period for t in near if (period := read_period(reading.document, t)) is not None)
    return any(p.span.start <= month.span.start and month.span.end <= p.span.end for p in periods)


def _is_timed_by(document: Document, token: Token) -> bool:
    """« à la veille du scrutin », « au lendemain de la grève »: it is told of what."""
    after = document.after(token)
    goes_on = after is not None and after.text.lower().replace("'", "’") in ("de", "d’", "du", "des")
    return token.text.lower() in ("veille", "lendemain") and goes_on and document.child(token, "nmod") is not None


def _gives_instance(document: Document, token: Token) -> bool:
    """« des lois telles que X », « des syndicats tel le parti X »: what is like X is told; not « un tel accord », « est telle que »."""
    before, after = document.before(token), document.after(token)
    if before is None or after is None or document.head(token).pos not in ("NOUN", "PROPN") or before.pos in ("DET", "AUX", "ADP", "ADV"):
        return False
    return after.text.lower().replace("'", "’") in ("que", "qu’") or (after.pos in ("DET", "PROPN") and document.head(token).i < token.i)


def is_one_of_several(document: Document, date: Token) -> bool:
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
    if low == "lui" and token.i in reading.links:
        return False
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
