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
POINTED = {"celui": ("Masc", "Sing"), "celle": ("Fem", "Sing"), "ceux": ("Masc", "Plur"), "celles": ("Fem", "Plur")}
BELOW = ("ccomp", "advcl", "acl:relcl", "csubj")


def is_inner_pronoun(reading: Reading, token: Token, low: str, kept: set[int]) -> bool:
    """Whether the tokens `kept` tell what the pronoun `token`, written `low`, stands for, or it stands for nothing."""
    document = reading.document
    after = document.after(token)
    following = after.text.lower().replace("'", "’") if after is not None and after.i in kept else ""
    if low in ("ce", "c’"):
        return token.dep == "aux:cleft" or (low == "ce" and following in LINKS)
    if low in SINGLED:
        return following in OF
    if low in POINTED:
        gender, number = POINTED[low]
        return following in OF and any(_is_such_noun(document.tokens[i], gender, number) for i in kept if i < token.i)
    return low in PRONOUNS and _takes_up_subject_above(document, token, kept)


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
