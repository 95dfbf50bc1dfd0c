"""A clause and its article -> the clause with its names marked: by the title that names them, by the noun that tells what they are."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import verb_type, word_set
from quizgen.langs.memory import once
from quizgen.model import Clause, Document, Phrase, Reading, Token

STEM = 5  # letters that « remporte » and « remporté », « suppression » and « supprimer » share
BESIDE = ("appos", "nmod", "amod", "flat", "flat:name")  # how a name hangs on the noun that it follows
SHORTEST = 3  # letters of a name that is looked for in the title
PLACED = ("place", "destination")
GATHERING = ("pour", "lors de", "à l’occasion de", "dans")  # before the event that people come together for: « pour une manifestation »


def mark_names(reading: Reading, clause: Clause) -> Clause:
    """`clause` with its subject marked if the title names it and tells other news, and its bare names with what the article calls them.

    « Qui emploie 3 900 personnes ? » under a title that names the firm asks what is plain; « Qui a remporté le tour ? », which is the
    title's own news, does not.
    """
    document = reading.document
    subject = clause.subject
    if subject is not None and is_in_title(document, subject) and not tells_title(document, clause):
        subject = replace(subject, topical=True)
    parts = (replace(p, sort=find_sort(reading, p)) if isinstance(p, Phrase) and p.role in ("agent", "object") else p for p in clause.complements)
    return replace(clause, subject=subject and replace(subject, sort=find_sort(reading, subject)), complements=tuple(parts))


def find_sort(reading: Reading, phrase: Phrase) -> str:
    """« la société » for a body that some sentence calls « la société X »; empty where none does, or the phrase says it itself."""
    if len(phrase.entities) != 1 or phrase.kind not in ("organisation", "other"):
        return ""
    tokens = (reading.document.tokens[i] for i in phrase.entities[0].mentions)
    return next((sort for t in tokens if (sort := _called(reading.document, t))), "")


def _called(document: Document, name: Token) -> str:
    """The noun that stands with a definite article right before a name, of which it is the kind: « le quotidien suédois X »."""
    noun = document.head(name)
    between = document.tokens[noun.i + 1 : name.i]
    determiner = document.child(noun, "det")
    if name.dep not in BESIDE or noun.pos != "NOUN" or noun.i >= name.i or noun.has("Number=Plur") or determiner is None:
        return ""
    if any(t.pos != "ADJ" and t.text not in ("«", "“") for t in between) or determiner.text.lower().replace("'", "’") not in ("le", "la", "l’"):
        return ""
    if any(noun.lemma in word_set("nouns", key) for key in ("vague", "kin", "professions", "places", "deeds")) or is_function(noun.lemma):
        return ""
    if noun.text.isupper():  # « l’ONG X »: its article does not show, and no tagger knows its gender
        return f"la {noun.text}" if noun.text in word_set("nouns", "feminine_acronyms") else ""
    return f"{'la' if noun.has('Gender=Fem') else 'le'} {noun.text.lower()}"


def _is_place(part: Phrase | Clause) -> bool:
    return isinstance(part, Phrase) and part.role in PLACED


def is_in_title(document: Document, phrase: Phrase) -> bool:
    """Whether the title has a name of the one thing that a phrase stands for."""
    if len(phrase.entities) != 1:
        return False
    entity = phrase.entities[0]
    names = (entity.name, *entity.aliases, *(entity.name.split()[-1:] if entity.kind == "person" else ()))
    title = f" {_title(document)} "
    return any(len(name) >= SHORTEST and f" {_words(name)} " in title for name in names)


def tells_title(document: Document, clause: Clause) -> bool:
    """Whether the verb of a clause, or what it is done to, stands in the title: the clause tells the news itself."""
    stems = title_stems(document)
    named = {w for p in clause.phrases() if p is clause.subject or _is_place(p) for w in _words(p.text).split()}
    inner = [c.verb.lemma for c in clause.complements if isinstance(c, Clause)]
    told = [clause.verb.lemma, *inner, *(p.head for p in clause.phrases() if p is not clause.subject and not _is_place(p))]
    words = (w for w in map(plain, told) if len(w) >= STEM and w not in named and w not in word_set("grammar", "function_words"))
    return any(w[:STEM] in stems for w in words)


def tells_own_news(document: Document, clause: Clause) -> bool:
    """Whether a clause is what the title announces: by its verb or object, as its meeting, its event that takes place, or as harm to somebody."""
    if _title(document).partition(" ")[0] in map(plain, word_set("items", "bulletins")):  # the weather of a day
        return False
    subject, stems = clause.subject, title_stems(document)
    verbs = [clause.verb.lemma, *(c.verb.lemma for c in clause.complements if isinstance(c, Clause))]
    objects = [p for p in clause.phrases() if p.role.startswith("object")]
    event = subject if clause.verb.lemma in word_set("verbs", "happen") or is_made_known(clause) else None
    gathered = [p.head for p in clause.phrases() if p.marker in GATHERING and p.head in word_set("nouns", "occasions")]
    told = [*verbs, *gathered, *(p.text for p in objects), *([event.text] if event is not None else [])]
    dies = clause.verb.lemma == "éteindre" and clause.verb.reflexive and subject is not None and subject.kind == "person"
    harm = dies or clause.verb.lemma in word_set("verbs", "harming") | word_set("verbs", "felling")
    met = verb_type(clause.verb.lemma) == "meeting" and any(plain(noun)[:STEM] in stems for noun in word_set("nouns", "meetings"))
    return harm or met or (subject is not None and subject.role == "what") or any(w[:STEM] in stems for text in told for w in _words(text).split())


def is_made_known(clause: Clause) -> bool:
    """« les résultats seront annoncés »: what is done to the subject is that people come to know of it."""
    return clause.verb.passive and verb_type(clause.verb.lemma) == "announcement"


@once
def title_stems(document: Document) -> frozenset[str]:
    """The first letters of each long word of the title."""
    long = (w for w in _title(document).split() if len(w) >= STEM and w not in word_set("grammar", "function_words"))
    return frozenset(w[:STEM] for w in long)


@once
def _title(document: Document) -> str:
    return _words(document.article.title)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))
