"""An object with more under its noun -> a question for that: « À qui a-t-il apporté son soutien ? », « Sur quoi porte l’accord qu’il a signé ? ».

« Qu’est-ce que X a apporté ? » and « Quel accord X a-t-il signé ? » were thrown out by most readers: the noun goes into the question.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.asking.question_words import is_receiver
from quizgen.langs.fr.asking.saying import lower_article, say_parts, say_verb
from quizgen.langs.fr.forms.morphology import agree, elide
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.targets import verb_above
from quizgen.langs.trimming import drop_target, swap
from quizgen.model import Clause, Phrase, Verb

SUPPORTED = "supported"  # role of the one to whom, or from whom, such a thing goes
OBJECTS = ("object", "content")
SUPPORT = re.compile(r"((?:son |sa |ses |leurs? |une? |le |la |l’|les )[\wà-ÿ ]+?) (à la |à l’|aux? |à |de la |de l’|du |des |de |d’|devant )(.+)")
SPEAKING = ("donner", "faire", "lire", "prononcer", "tenir")
ARTICLES = {"au ": "le ", "aux ": "les ", "du ": "le ", "des ": "les ", "à la ": "la ", "de la ": "la ", "à l’": "l’", "de l’": "l’"}
ON_MATTER = re.compile(r"(?:une? |le |la |l’|son |sa |leur )([\wà-ÿ ]+?) sur (.+)")
NAME = re.compile(r"[A-ZÀ-Ý][\w.-]* (?:de |van |von )?[A-ZÀ-Ý]")  # « A. Montebourg », whom the parser may not know
LONGEST_NOUN = 4  # words of « nouveau projet de loi »


def open_support(clause: Clause, target: Phrase) -> tuple[Clause, Phrase]:
    """« a apporté | son soutien | à X », « attend | le feu vert | de X »: the clause with the noun told, X as its target; else both as they were."""
    found = SUPPORT.fullmatch(target.text) if target.role in OBJECTS and not target.marker and not target.count else None
    if found is None:
        return clause, target
    noun, link, rest = found.groups()
    marker = "à" if link.startswith(("à", "au")) else link.strip() if link == "devant " else "de"
    who = replace(target, text=ARTICLES.get(link, "") + rest)
    if not goes_to_somebody(noun, marker, verb_above(clause, target)) or not names_somebody(who):
        return clause, target
    asked = replace(who, role=SUPPORTED, marker=marker, kind="thing", entities=())
    told = replace(target, role="told_object", text=noun, entities=(), named=False)
    opened = swap(clause, target, told)
    return replace(opened, complements=(*opened.complements, asked)), asked


def is_consent_alone(clause: Clause, target: Phrase) -> bool:
    """« espère le feu vert de Brume »: whether it is not told for what."""
    told = next((p for p in clause.complements if isinstance(p, Phrase) and p.role == "told_object"), None)
    consent = told is not None and any(told.text.endswith(word) for word in word_set("clauses", "consent"))
    rest = [p for p in clause.complements if p is not told and p is not target and (isinstance(p, Clause) or p.kind != "time")]
    return target.role == SUPPORTED and target.marker == "de" and consent and not rest


def goes_to_somebody(noun: str, marker: str, verb: Verb) -> bool:
    """Whether what stands after « à », « de » or « devant » behind a noun is who gets it, gives it or hears it; not so « l’accord de Paris »."""
    if marker == "devant":
        return noun.startswith(("un ", "une ")) and verb.lemma in SPEAKING
    if marker == "de" and verb.lemma not in word_set("clauses", "getting"):
        return False
    lent = word_set("clauses", "lent" if marker == "à" else "granted")
    return any(noun.endswith(f"{end}{word}") for word in lent for end in (" ", "’"))


def names_somebody(phrase: Phrase) -> bool:
    """« X », « le gouvernement malien et l’ONU »: whether « qui » asks for a phrase, by its names or its first noun."""
    first = re.match(r"(?:le |la |l’|les )([\wà-ÿ-]+)", phrase.text)
    if first is None:
        towns = any(e.kind in ("city", "sea", "region") for e in phrase.entities)
        return not towns and (NAME.match(phrase.text) is not None or (bool(phrase.entities) and phrase.text[:1].isupper()))
    head = first.group(1).lower()
    return head in word_set("nouns", "sole_bodies") or is_receiver(replace(phrase, entities=(), kind="thing", head=head))


def ask_matter(clause: Clause, target: Phrase) -> tuple[str, Phrase] | None:
    """(« sur quoi porte l’accord que X a signé », what answers it) for « un accord sur la pêche »; None for an object that is no such text."""
    plain_object = target.role in OBJECTS and not target.marker and not target.count and target in clause.complements
    found = ON_MATTER.fullmatch(target.text) if plain_object else None
    if found is None or clause.subject is None or clause.verb.negation or target.head not in word_set("clauses", "on_something"):
        return None
    noun, matter = found.groups()
    if len(noun.split()) > LONGEST_NOUN or target.head not in noun or not target.gender:
        return None
    thing = elide("la" if target.gender == "f" else "le", noun)
    short = drop_target(clause, target)
    subject, verb = clause.subject, short.verb
    if verb.rest and not (verb.with_be or verb.reflexive or verb.rest.endswith(("r", "re"))):
        lead, _, participle = verb.rest.rpartition(" ")
        verb = replace(verb, rest=f"{lead} {agree(participle, target.gender, 's')}".strip())
    said = f"{lower_article(subject)} {say_verb(verb)} {say_parts(short.complements, subject.gender or 'm', subject.number)}".strip()
    return f"sur quoi porte {thing} {elide('que', said)}", replace(target, marker="sur", text=matter, kind="thing", entities=())
