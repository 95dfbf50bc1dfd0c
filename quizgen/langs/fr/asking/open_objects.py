"""A clause and a part that is no subject -> why a good teacher would not ask it, where the words of the question would not lead to it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.asking.question_words import is_compound, is_somebody, leading_word
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.targets import verb_above
from quizgen.model import Clause, Phrase

OTHERS = re.compile(
    r"(?:(?:une? )?autres?|d’autres|quelques|plusieurs|certaine?s) |(?:un nouveau|un nouvel|une nouvelle|de nouve(?:aux|lles)) [\wà-ÿ-]+$"
)
HOUR = re.compile(r"(?:(?:à|vers|dès) )?\d{1,2}\s?h(?:eures?)?(?:\s?\d{2})?|(?:à |vers )?(?:midi|minuit)")
OWNED = re.compile(r"(?:son|sa|ses|leurs?) ")
OWN_ALONE = re.compile(r"(?:son|sa|ses|leurs?) [\wà-ÿ-]+")
LONG_SUBJECT = 6  # words over which a subject of common nouns tells what is measured
TOLD = 4  # words of what is estimated from which one knows what it is
FEW = 2  # words of « le gouvernement », of whom there is too little to know

COMPARING = ("dépasser", "devancer", "excéder")  # one figure is told against another
LENGTHWISE = re.compile(r" sur (?:\w+ ){0,3}\d[\d ,]* (?:km|kilomètres?|mètres?|m|hectares?)$")
AGE = re.compile(r"à (?:près de |plus de )?[\w-]+ ans")  # « à 34 ans »
FOREMOST = re.compile(r"(?:le |la |l’|les )(?:\w+ )?(?:plus|premi\w+|seule?s?|derni\w+) ")
STAYING = ("demeurer", "demeure", "rester", "devenir")  # verbs with what something is, also by the lemma that the tagger gives


def reason_against_object(clause: Clause, target: Phrase) -> str | None:
    """Why `target` of `clause`, no subject, is not asked, or None."""
    verb = verb_above(clause, target)
    if not target.count and OTHERS.match(target.text):
        return f"« {target.text} » could be any"
    if is_under_fact(clause, target) or is_under_doer(clause, target):
        return "what is asked lies in a clause that French does not ask into"
    if target.role.startswith(("amount", "measure")) and target.kind == "measure" and not is_settled(clause, target):
        return "it is not told of whom, or when, the figure was true"
    talks = clause.subject is not None and clause.subject.head in word_set("nouns", "meetings") | {"négociation", "relation", "tension", "conflit"}
    if target.marker == "entre" and target.kind == "city" and talks:
        return "the towns stand for their governments"
    if not target.marker and not target.count and verb.lemma == "avoir" and target.kind == "thing":
        return "the verb says too little"
    if target.marker or target.role not in ("object", "object2", "content", "content2"):
        return None
    if LENGTHWISE.search(target.text):
        return "how far it reaches is told of the deed"  # « bordaient la route sur 8 kilomètres »
    if target.role == "object" and OWN_ALONE.fullmatch(target.text):
        return "what one has anyhow is guessed"  # « poursuit sa route »
    if (
        is_compound(target)
        and not leading_word(target, verb)
        and all(p is target or p is clause.subject or p.kind == "time" for p in clause.phrases())
    ):
        return "of what, or for what, it is stays untold"  # « a acquis les droits d’adaptation »
    if verb.lemma in STAYING:
        return "what something stays or becomes is no object"
    if is_somebody(target, verb) and not target.entities and len(target.text.replace("’", "’ ").split()) <= FEW:
        return f"« {target.text} » is too plain an answer"
    return None


def without_loose_places(clause: Clause, target: Phrase) -> Clause:
    """`clause` without « sur la plage », which nothing tells, if a name, a day or a figure is left."""
    kept = tuple(p for p in clause.complements if p is target or isinstance(p, Clause) or not is_loose_place(p))
    shorter = replace(clause, complements=kept)
    others = [p for p in shorter.phrases() if p is not target]
    return shorter if len(kept) < len(clause.complements) and any(p.kind != "time" for p in others) else clause


def without_age(clause: Clause, target: Phrase) -> Clause:
    """« devient la première femme élue à ce poste » without « à 34 ans », which stood before the sentence and would belong to « élue »."""
    first = clause.verb.lemma in STAYING and any(FOREMOST.match(p.text) for p in clause.phrases() if not p.marker)
    kept = tuple(p for p in clause.complements if isinstance(p, Clause) or p is target or not AGE.fullmatch(f"{p.marker} {p.text}"))
    return replace(clause, complements=kept) if first else clause


def without_second_deed(clause: Clause, target: Phrase) -> Clause:
    """« compte ouvrir trente magasins » of « … et créer 900 postes », where something of the first is asked."""
    second = [p for p in clause.complements if isinstance(p, Clause) and p.link == "et" and target not in p.phrases()]
    inner = any(p is target for p in clause.complements)
    parts = (without_second_deed(p, target) if isinstance(p, Clause) else p for p in clause.complements if not (inner and p in second))
    return replace(clause, complements=tuple(parts))


def without_hour(clause: Clause, target: Phrase) -> Clause:
    """`clause` without its hour where the day is asked: « À quelle date le forum s’ouvre-t-il à 19 heures ? » is odd."""
    if target.kind != "time":
        return clause
    return replace(clause, complements=tuple(p for p in clause.complements if isinstance(p, Clause) or p is target or not HOUR.fullmatch(p.text)))


def is_loose_place(phrase: Phrase) -> bool:
    """Whether a phrase is a place that the verb could do without and that only the article explains: « dans le système »."""
    bare = re.fullmatch(r"(?:le |la |les |l’)[\wà-ÿ-]+", phrase.text)
    free = not phrase.core and phrase.marker in ("sur", "dans", "à", "de", "près de")
    return free and bare is not None and not phrase.entities and phrase.head in word_set("items", "loose")


def is_settled(clause: Clause, target: Phrase) -> bool:
    """Whether something beside a figure has a name, a day or a place, so that one knows which figure is meant: « la marge moyenne » alone has not."""
    others = (p for p in clause.phrases() if p is not target)
    if clause.subject is not None and len(clause.subject.text.split()) > LONG_SUBJECT:
        return True
    measured = [p for p in clause.phrases() if p.role.startswith("object")]
    if clause.verb.lemma in COMPARING and measured and clause.subject is not None and len(clause.subject.text.split()) > FEW + 1:
        return True  # « le taux des femmes dépasse de 12 % le taux des hommes »
    if any(p.role == "told_object" and len(p.text.split()) >= TOLD for p in clause.phrases()):
        return True  # « estimé à 40 000 le nombre de spectateurs »
    return any(p.entities or p.named or p.kind == "time" or p.role.startswith("place") or re.search(r"[A-Z\d]", p.text) for p in others)


def is_under_fact(clause: Clause, target: Phrase) -> bool:
    """Whether a part lies in a clause with « que » of a verb that does not say or plan it: « se félicite que X … »."""
    inner = next((c for c in clause.complements if isinstance(c, Clause) and c.link == "que" and target in c.phrases()), None)
    says = clause.verb.lemma in word_set("verbs", "report") and not clause.verb.passive
    return inner is not None and not says


def is_under_doer(clause: Clause, target: Phrase) -> bool:
    """« sont venus écouter le maire présenter ses projets »: whether another than the subject does what is asked, two verbs below."""
    inner = next((c for c in clause.complements if isinstance(c, Clause) and target in c.phrases()), None)
    if inner is None or not any(isinstance(p, Phrase) and p.role.startswith("object") for p in inner.complements):
        return False
    return any(isinstance(c, Clause) and target in c.phrases() for c in inner.complements)


def without_loose_owners(clause: Clause, target: Phrase) -> Clause:
    """`clause` without a cause whose « sa » is the thing asked: « a appelé au rejet du texte en raison de sa dangerosité »."""
    if target is clause.subject or target.role == "cause":
        return clause
    loose = [p for p in clause.complements if isinstance(p, Phrase) and p.role == "cause" and OWNED.match(p.text)]
    return replace(clause, complements=tuple(p for p in clause.complements if p not in loose))


def front_time(clause: Clause, target: Phrase) -> tuple[Clause, str]:
    """`clause` without a time that would part its verb from a bare infinitive with the target, and that time to say first, or "".

    « a démenti le 8 mars préparer des sanctions » -> « Le 8 mars, quelles sanctions a-t-elle démenti préparer ? »
    """
    inner = next((i for i, c in enumerate(clause.complements) if isinstance(c, Clause) and not c.link and target in c.phrases()), 0)
    time = next((p for p in clause.complements[:inner] if isinstance(p, Phrase) and p.role == "time"), None)
    if time is None:
        return clause, ""
    return replace(clause, complements=tuple(p for p in clause.complements if p is not time)), f"{join_preposition(time.marker, time.text)}, "
