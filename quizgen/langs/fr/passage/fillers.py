"""A gap in a passage -> why nobody could, or would want to, fill it: many words fit, the rest of the sentence gives it, the phrase is cut.

Measured on what readers of a hundred and forty such gaps took and threw out. What is asked of numbers and dates stands in `trifles`.
"""

from __future__ import annotations

import re
from itertools import takewhile

from quizgen.langs.fr.clause.tellers import is_telling
from quizgen.langs.fr.forms.dates import YEAR
from quizgen.langs.fr.forms.geography import country_code, is_region_form, plain, plain_set
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.passages import Passage
from quizgen.model import Document, Token

SOURCES = ("selon", "d’après", "suivant")
LANDS = ("country", "region", "city", "sea")
NAMES = ("organisation", "thing")
MANY = 3  # names in one gap from which nobody keeps all
STEM = 5  # letters that a name and the adjective of its place share: « Québec », « québécois »
DEGREES = ("très", "plus", "moins", "trop", "assez", "fort", "particulièrement", "extrêmement", "beaucoup")
YARDSTICK = re.compile(r"\bfois (?:celles? |celui |ceux )?(?:de |du |des )?(?:le |la |les |l’)?$")  # « trois fois le _____ »
OTHER_CLOCK = re.compile(r"\d\s?(?:h|heures)(?: \d\d)? (?:à|de) $")  # « soit 9 heures à _____ »
SUM = re.compile(r"\d[\d\s,.]*(?:%|millions?|milliards?|euros?|dollars?)|\d\s\d{3}|\bfois (?:plus|moins|celle|la|le)\b")


def reason_against_filler(document: Document, passage: Passage, first: int, last: int, role: str) -> str | None:
    """Why readers would not take a gap for the tokens first..last (half-open) of `passage`, whatever its figures and dates, or None."""
    words = document.tokens[first:last]
    top = next((t for t in words if not first <= t.head < last or t.head == t.i), words[0])
    if role not in (*LANDS, *NAMES, "person"):
        return None
    phrases = (top, *takewhile(lambda t: t.pos not in ("VERB", "AUX"), document.ancestors(top)))
    if any(read_marker(document, t)[0] == "malgré" for t in phrases):
        return "what did not hinder it is told in passing"
    bare = not is_anchored(document, passage, first, last)
    if bare and role == "person" and plain(passage.answer) in plain(document.article.title):
        return "of whom the article is, and nothing else is named, dated or summed up"
    if bare and role == "thing" and last - first == 1 and top.name and top.dep == "nmod" and phrases[-1].dep.startswith("nsubj"):
        return "what the nameless subject is of: nothing leads to it"
    if top.name:
        return reason_against_name(document, passage, top, role)
    return reason_against_phrase(document, passage, top, first, last) if role == "thing" else None


def reason_against_name(document: Document, passage: Passage, name: Token, role: str) -> str | None:
    """Why a name, or a list of them, is not asked: a news agency, a list too long, a unit, a place that its adjective tells."""
    above = document.head(name)
    if role in NAMES and is_outlet(document, name):
        return "whom somebody told it is of no interest"
    if name.dep == "appos" and read_marker(document, above)[0] in SOURCES:
        return "who is quoted is told before"
    if len(re.split(r", | et | ou ", passage.answer)) > MANY and "," in passage.answer:
        return "so many names are too much for one gap"
    if YARDSTICK.search(passage.before):
        return "it is what others are measured by"
    if role in LANDS and OTHER_CLOCK.search(passage.before):
        return "the hour of another place is told in passing"
    if plain(name.text) in plain_set("nouns", "situational"):
        return "a body that every country has"
    if name.dep == "nmod" and is_nameless_holder(document, above):
        return "it tells who is meant"
    if is_told_by_adjective(passage):
        return "an adjective of the passage tells it"
    return "it is where the whole article takes place" if role in NAMES and leads_title(document, passage.answer) else None


def is_nameless_holder(document: Document, noun: Token) -> bool:
    """« l’ex-maire de _____ » by himself, not « Anna Lund, maire de _____ »: whoever knows him knows of what."""
    held = is_function(noun.lemma.removeprefix("ex-")) and noun.dep.startswith("nsubj")
    return held and not any(t.dep in ("appos", "flat:name") or t.name == "PER" for t in document.children(noun))


def is_outlet(document: Document, name: Token) -> bool:
    """« a déclaré à l’_____ », « a déclaré sur _____ »: what somebody told it to, or where he was heard."""
    verb = document.head(name)
    return is_telling(verb) and name.i > verb.i and read_marker(document, name)[0] in ("à", "sur", "auprès de", "au micro de")


def is_told_by_adjective(passage: Passage) -> bool:
    """« le gouvernement du Parti québécois … au _____ », « 27 gouvernements de l’_____ … le Parlement européen »."""
    beside = [plain(w) for w in re.findall(r"[\w-]+", f"{passage.before} {passage.after}")]
    code = country_code(passage.answer)
    if code is not None and any(country_code(w) == code for w in beside):
        return True
    adjectives = {w for w in beside if is_region_form(w)}
    named = (plain(w)[:STEM] for w in passage.answer.split() if len(w) > STEM and (" " not in passage.answer or is_region_form(w)))
    return any(w.startswith(stem) for stem in named for w in adjectives)


def leads_title(document: Document, answer: str) -> bool:
    """Whether a title names it before its colon: « Québec : un sommet … »."""
    lead, colon, _ = document.article.title.partition(" :")
    return bool(colon) and plain(re.sub(r"^(?:les? |la |l’)", "", answer)) == plain(lead)


def reason_against_phrase(document: Document, passage: Passage, top: Token, first: int, last: int) -> str | None:
    """Why a noun phrase is not asked: the sentence tells too little, the phrase is cut, or it is no more than colour, a time or a side deed."""
    if not shows_which(document, passage, first, last):
        return "nothing in the passage is named, dated or summed up: many things would fit"
    if is_cut(document, first, last):
        return "the phrase goes on behind the gap"
    if any(t.text.lower() in DEGREES or t.lemma in word_set("nouns", "colouring") for t in document.tokens[first:last]):
        return "how great or how good it is can be said in many ways"
    if is_bare_land(document, document.tokens[last - 1]):
        return "it is not told which country or town is meant"
    above = document.head(top)
    if top.dep == "obj" and is_side_deed(document, above):
        return "the object of what is done in passing"
    if top.dep == "nmod" and above.lemma in word_set("nouns", "places"):
        return "what a town or a region lies in"
    if read_marker(document, above)[0] in SOURCES and "«" in f"{passage.before}{passage.after}":
        return "whose text is quoted is not what one would learn"
    return None


def is_anchored(document: Document, passage: Passage, first: int, last: int) -> bool:
    """Whether a name, a date or a sum stands in the passage beside the gap."""
    around = f"{passage.before} {passage.after}"
    beside = (document.tokens[i] for i in passage.kept if not first <= i < last)
    named = any(t.name or (t.pos == "PROPN" and not t.text.isupper()) for t in beside)
    return named or YEAR.search(around) is not None or SUM.search(around) is not None


def shows_which(document: Document, passage: Passage, first: int, last: int) -> bool:
    """The same, or that somebody is quoted or a study told; an article without a date is of one thing all through."""
    told = passage.before.startswith(("Selon ", "D’après ")) or "«" in f"{passage.before}{passage.after}"
    return not document.article.date or told or is_anchored(document, passage, first, last)


def is_cut(document: Document, first: int, last: int) -> bool:
    """« _____ Nordal », « la chasse ou le droit | de pêcher », « une flotte | formée de … »: whether a part of the phrase stays."""
    if last >= len(document.tokens):
        return False
    behind = document.tokens[last]
    if behind.pos == "PUNCT" or behind.text.lower() in ("qui", "que", "qu’", "dont", "où"):
        return False
    if behind.name:
        return True
    part = next((t for t in (behind, *document.ancestors(behind)) if first <= t.head < last and t.i >= last), None)
    if part is None or part.dep == "acl:relcl" or part.lemma in word_set("verbs", "happen"):
        return False  # « le conflit | survenu en 2012 », « un attentat | dans lequel … »
    return part.dep.partition(":")[0] in ("appos", "flat", "nmod", "amod", "acl", "advmod", "xcomp")


def is_side_deed(document: Document, verb: Token) -> bool:
    """« pour construire », « après avoir heurté », « en remportant », not « va déposer », « accuse d’avoir ignoré »."""
    if verb.dep in ("xcomp", "ccomp", "obl:arg") and document.head(verb).pos == "VERB":
        return False
    gerund = verb.has("VerbForm=Part", "Tense=Pres") and any(t.text.lower() == "en" for t in document.children(verb, "case", "mark"))
    return gerund or verb.has("VerbForm=Inf") or any(t.has("VerbForm=Inf") for t in document.children(verb, "aux", "aux:tense"))


def is_bare_land(document: Document, noun: Token) -> bool:
    """« le nord du pays »: a country or town of which only the sort is told."""
    return noun.lemma in ("pays", *word_set("nouns", "places")) and not any(t.pos in ("ADJ", "PROPN", "NOUN") for t in document.children(noun))
