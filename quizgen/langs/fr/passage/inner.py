"""Pronouns and possessives of a passage -> whether the passage itself tells what they stand for.

« C’est à X que … », « ce qui », « l’un des pays », « celui des hommes », « … qu’il … » below a subject that agrees, « depuis son ouverture, le
musée … »: a reader of the passage alone understands them as a reader of the article does.
"""

from __future__ import annotations

from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head
from quizgen.langs.fr.reference.mentions import PRONOUNS, SUBJECTS, agrees
from quizgen.model import Document, Reading, Token

LINKS = ("qui", "que", "qu’", "dont")
OF = ("de", "d’", "du", "des")
SINGLED = ("un", "une")
MADE = ("faire", "tirer", "extraire", "fabriquer", "produire")
POINTED = {"celui": ("Masc", "Sing"), "celle": ("Fem", "Sing"), "ceux": ("Masc", "Plur"), "celles": ("Fem", "Plur")}
TAKING = {"l’": "", "le": "Gender=Masc", "la": "Gender=Fem", "les": "Number=Plur", "lui": "Number=Sing", "leur": "Number=Plur"}  # objects
IMPERSONAL = ("falloir", "pleuvoir", "neiger", "suffire", "convenir")
DEGREES = ("°C", "degré", "degrés", "°", "chaud", "froid", "beau", "jour", "nuit")
BELOW = ("ccomp", "advcl", "acl:relcl", "csubj")


def is_inner_pronoun(reading: Reading, token: Token, low: str, kept: set[int]) -> bool:
    """Whether the tokens `kept` tell what the pronoun `token`, written `low`, stands for, or it stands for nothing."""
    document = reading.document
    after = document.after(token)
    following = after.text.lower().replace("'", "’") if after is not None and after.i in kept else ""
    if low in ("ce", "c’"):
        return token.dep == "aux:cleft" or (low == "ce" and following in LINKS)
    if low in SINGLED:
        return following in OF or _is_somebody_or_each_other(document, token)
    if low == "en":
        return (following in MADE and _takes_up_matter(document, token, kept)) or _counts_more(document, token, kept)
    if low in ("certains", "certaines"):
        return document.child(token, "cop") is not None  # « ils sont certains que … »
    if low == "chacun":
        return document.head(token).dep == "acl:relcl" and token.dep in SUBJECTS  # « un système que chacun peut modifier »
    if low in POINTED:
        gender, number = POINTED[low]
        return following in OF and any(_is_such_noun(document.tokens[i], gender, number) for i in kept if i < token.i)
    if low in PRONOUNS and (_is_impersonal(document, token, low) or _takes_up_subject_above(document, token, kept)):
        return True
    return (low in PRONOUNS or low in TAKING) and _takes_up_above(document, token, low, kept)


def is_inner_latter(document: Document, demonstrative: Token, kept: set[int]) -> bool:
    """« X a nommé Y, mais ce dernier … »: in a clause that another one of the passage governs, and that has a noun or name which agrees."""
    last = document.head(demonstrative)
    if last.lemma != "dernier":
        return False
    clause = next((t for t in document.ancestors(last) if t.dep in (*BELOW, "conj", "parataxis") and is_clause_head(document, t)), None)
    if clause is None or clause.head not in kept:
        return False
    other = "Gender=Masc" if last.text.lower().startswith("dernière") else "Gender=Fem"
    plural = demonstrative.text.lower() == "ces"
    before = [document.tokens[i] for i in kept if i < document.subtree(clause)[0].i]
    return any(t.pos in ("NOUN", "PROPN") and t.has("Number=Plur") == plural and not (t.pos == "NOUN" and t.has(other)) for t in before)


def _takes_up_matter(document: Document, pronoun: Token, kept: set[int]) -> bool:
    """« fondent le cuivre pour en faire des cloches »: the object of the clause above, with its article, is what something is made of."""
    verb = document.head(pronoun)
    above = (t for t in document.ancestors(verb) if t.pos == "VERB")
    things = [t for v in above for t in document.children(v, "obj") if t.i in kept and t.i < pronoun.i]
    made = document.child(verb, "obj")
    return len(things) == 1 and things[0].pos == "NOUN" and document.child(things[0], "det") is not None and made is not None and made.i in kept


def _is_somebody_or_each_other(document: Document, token: Token) -> bool:
    """« quelqu’un », « ramer l’un derrière l’autre »: it stands for nobody told before."""
    before, beyond = document.before(token), document.tokens[token.i + 1 : token.i + 4]
    each_other = len(beyond) == 3 and beyond[0].pos == "ADP" and beyond[2].text.lower() == "autre"
    return each_other or (before is not None and before.text.lower().replace("'", "’") == "quelqu’")


def _counts_more(document: Document, pronoun: Token, kept: set[int]) -> bool:
    """« emploie 300 ouvriers et en recrutera 45 », « porte 20 kg et en rapporte 30 kg »: as much as the passage has counted before, or more."""
    more = document.child(document.head(pronoun), "obj")
    if more is None or more.i < pronoun.i:
        return False
    numbers = (document.tokens[i] for i in kept if i < pronoun.i and document.tokens[i].dep == "nummod")
    counted = (document.head(t) for t in numbers if document.head(t).i in kept)
    return any(t.pos == "NOUN" and (more.pos == "NUM" or more.lemma == t.lemma) for t in counted)


def _is_such_noun(token: Token, gender: str, number: str) -> bool:
    """Whether « celui » or « celles » may stand for the noun."""
    return token.pos == "NOUN" and token.has(f"Number={number}") and token.has(f"Gender={gender}") and token.dep in (*SUBJECTS, "obj", "nmod", "ROOT")


def _takes_up_subject_above(document: Document, pronoun: Token, kept: set[int]) -> bool:
    """« La firme annonce qu’elle … »: the only subject before it in the passage agrees, and governs its clause."""
    clause = document.head(pronoun)
    subjects = [document.tokens[i] for i in kept if i < pronoun.i and document.tokens[i].dep in SUBJECTS]
    if pronoun.dep not in SUBJECTS or clause.dep not in BELOW or len(subjects) != 1:
        return False
    subject = subjects[0]
    return document.head(subject) in document.ancestors(clause) and subject.pos in ("NOUN", "PROPN") and agrees(document, subject, pronoun)


def _takes_up_above(document: Document, pronoun: Token, low: str, kept: set[int]) -> bool:
    """« Elle a fondé la revue …, avant de la vendre », « La torture continue, et elle … »: a noun of the clause above agrees with it."""
    clause = next((t for t in document.ancestors(pronoun) if t.dep in (*BELOW, "conj", "xcomp", "acl", "parataxis")), None)
    if clause is None or clause.pos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return False
    below = {t.i for t in document.subtree(clause)}
    nouns = [document.tokens[i] for i in kept - below if i < pronoun.i and document.tokens[i].dep in (*SUBJECTS, "obj")]
    return any(t.pos in ("NOUN", "PROPN") and _may_be(document, t, pronoun, low) for t in nouns)


def _may_be(document: Document, noun: Token, pronoun: Token, low: str) -> bool:
    """Whether a noun has the gender and number of a pronoun, as far as it shows them."""
    if low in PRONOUNS:
        return agrees(document, noun, pronoun)
    several = noun.has("Number=Plur") or document.child(noun, "conj") is not None
    plural = low in ("les", "leur")
    if low in ("le", "l’") and document.head(pronoun).lemma in ("faire", "dire", "savoir", "être"):
        return False  # « l’ordre de le faire »: what a whole clause tells
    feature = TAKING[low]
    return several == plural and (not feature.startswith("Gender") or noun.has(feature))


def _is_impersonal(document: Document, pronoun: Token, low: str) -> bool:
    """« il devrait faire 12 °C », « il faut »: « il » stands for nothing."""
    verb = document.head(pronoun)
    last = document.child(verb, "xcomp") or verb
    weather = last.lemma == "faire" and any(t.text in DEGREES for t in document.children(last))
    return low == "il" and (last.lemma in IMPERSONAL or verb.lemma in IMPERSONAL or weather)


def is_other_of_two(document: Document, token: Token, low: str, kept: set[int]) -> bool:
    """« Six banques …, dix autres … », « l’une …, l’autre … »: the passage tells the first of them."""
    if low not in ("autre", "autres"):
        return False
    before = [document.tokens[i] for i in kept if i < token.i and document.tokens[i].i != token.i - 1]
    counted = any(t.dep == "nummod" and document.head(t).dep in SUBJECTS for t in before)
    return any(t.pos == "PRON" and t.text.lower() in ("un", "une", "certains", "certaines") for t in before) or (low == "autres" and counted)


def is_owned_after(document: Document, possessive: Token, kept: set[int]) -> bool:
    """« Depuis son ouverture en 1998, le musée … »: what opens a clause is its subject's, if that is named and nobody else before it is."""
    noun = document.head(possessive)
    verb = next((t for t in document.ancestors(noun) if is_clause_head(document, t)), None)
    subject = find_subject(document, verb) if verb is not None else None
    if subject is None or subject.i not in kept or subject.i < noun.i or subject.pos not in ("NOUN", "PROPN"):
        return False
    opening = [document.tokens[i] for i in kept if i < subject.i]
    plain = not any(t.dep in SUBJECTS or t.name in ("PER", "ORG") for t in opening if t.i < possessive.i)
    plural = subject.has("Number=Plur") or document.child(subject, "conj") is not None
    return plain and any(t.text == "," for t in opening) and plural == (possessive.text.lower() in ("leur", "leurs"))
