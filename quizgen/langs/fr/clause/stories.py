"""Presents of a story: « La journée du 3 mai 1962 ne fut pas calme. … une foule se prépare » tells of that day, not of the day of the article.

Under a context line with the article's date a present would say that it is so now: such a clause is told in a past, with the day where it is sure.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.clause.verbs import is_clause_head, told_before
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.conjugation import perfect
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.memory import remember
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Sentence, Token, Verb

REACH = 2  # sentences back in which the day of the story may stand
OLD = 2  # years before the article from which a day is that of a story


def told_then(reading: Reading, head: Token, clause: Clause) -> Clause:
    """`clause` in a past, with the day of its story, if it is a present of one. Raises Refused if the verb has no past that is sure."""
    found = story_of(reading.document, head)
    if found is None:
        return clause
    verb = in_past(clause.verb)
    if verb is None:
        raise Refused("a present of a story, told as if it were now")
    sentence, said = found
    day = Phrase(
        role="told_time", text=said, span=head.span, kind="time", head="jour", named=True, taken_up=(reading.document.sentences[sentence].span,)
    )  # fmt: skip
    return replace(clause, verb=verb, complements=(*clause.complements, day) if said else clause.complements)


def in_past(verb: Verb) -> Verb | None:
    """« éclate » -> « a éclaté », « est arrêté » -> « a été arrêté », « se préparent » -> « se préparaient »; None if that is not sure."""
    have = "ont" if verb.number == "p" else "a"
    if verb.passive and verb.finite in ("est", "sont") and not verb.rest.startswith("été"):
        return replace(verb, finite=have, rest=f"été {verb.rest}")
    if verb.reflexive or verb.rest:
        return told_before(verb)
    group = perfect(verb.lemma, verb.number)
    return replace(verb, finite=group[0], rest=group[1]) if group is not None else None


@remember
def story_of(document: Document, head: Token) -> tuple[int, str] | None:
    """(the sentence, « le 3 mai 1962 ») of the story whose present the verb `head` is, the day empty where it is not sure; None if it is none."""
    written = document.article.date
    if not written or head.i in document.quotations or not is_present(document, head) or not may_be_told(head):
        return None
    number = document.sentence_number(head)
    here = document.sentences[number]
    if (main := dated_present(document, here)) is not None and main.i != head.i:
        return (number, "") if is_old(main_date(document, main), written) else None
    for back in range(number - 1, max(-1, number - 1 - REACH), -1):
        sentence = document.sentences[back]
        if sentence.paragraph != here.paragraph or tells_of_now(document, document.sentences[back + 1], written):
            return None
        if (day := setting(document, sentence)) and is_old(day, written):
            return back, f"le {dates.say_date(day)}" if day.count("-") == 2 else ""
        if (main := dated_present(document, sentence)) is not None and is_old(main_date(document, main), written):
            return back, ""
        root = root_of(document, sentence)
        if root is None or not is_present(document, root):
            return None
    return None


def is_old(day: str, written: str) -> bool:
    """Whether an ISO date lies years before the day of writing."""
    return bool(day) and int(written[:4]) - int(day[:4]) >= OLD


def may_be_told(head: Token) -> bool:
    """Whether a verb tells what happens, not how things are, or what somebody says in the article."""
    return head.pos == "VERB" and head.lemma not in word_set("verbs", "report") | word_set("verbs", "states") | word_set("verbs", "lasting")


def is_present(document: Document, head: Token) -> bool:
    """Whether a verb is a present, also of the passive: « éclate », « est arrêté »."""
    helpers = document.children(head, "aux:tense", "aux:pass", "cop")
    finite = helpers[0] if len(helpers) == 1 and helpers[0].dep == "aux:pass" else head
    return len(helpers) <= (finite is not head) and finite.has("Tense=Pres", "VerbForm=Fin", "Mood=Ind")


def root_of(document: Document, sentence: Sentence) -> Token | None:
    """The main verb of a sentence."""
    return next((t for t in document.words(sentence) if t.dep == "ROOT" and is_clause_head(document, t)), None)


def dated_present(document: Document, sentence: Sentence) -> Token | None:
    """The main verb of a sentence which tells in the present what was on a day: « Il est arrêté en mars 1952 »."""
    root = root_of(document, sentence)
    return root if root is not None and is_present(document, root) and main_date(document, root) else None


def main_date(document: Document, verb: Token) -> str:
    """The one date that belongs to a verb itself, as ISO; empty if there is none or several."""
    told = {found[0] for t in document.children(verb) if (found := dates.find_date(t.text)) is not None and t.dep.startswith("obl")}
    return told.pop() if len(told) == 1 else ""


def setting(document: Document, sentence: Sentence) -> str:
    """The day that a sentence in the simple past or the imperfect is all about, as ISO: « La journée du 3 mai 1962 fut … », « Le 3 mai 1962, … »."""
    root = root_of(document, sentence)
    if root is None:
        return ""
    helpers = document.children(root, "aux:tense", "aux:pass", "cop")
    finite = next((t for t in (*helpers, root) if t.has("VerbForm=Fin")), None)
    subject = document.child(root, "nsubj", "nsubj:pass")
    if finite is None or not finite.has("Tense=Past") or any(t.dep == "aux:tense" for t in helpers):
        return ""
    named = (t for t in document.children(subject, "nmod") if subject.lemma in word_set("nouns", "days")) if subject is not None else ()
    told = {found[0] for t in named if (found := dates.find_date(t.text)) is not None}
    others = {found[0] for t in document.words(sentence) if (found := dates.find_date(t.text)) is not None}
    return told.pop() if len(told) == 1 and told == others else ""


def tells_of_now(document: Document, sentence: Sentence, written: str) -> bool:
    """Whether a sentence has come back from the story: « aujourd’hui », « désormais », or a newer date."""
    words = document.words(sentence)
    newer = any((found := dates.find_date(t.text)) is not None and not is_old(found[0], written) for t in words)
    return newer or any(t.text.lower().replace("'", "’") in word_set("grammar", "now") for t in words)
