"""« en présence de X », « sous le règne de X », « en partenariat avec X » under a verb -> those who had a part in it, or nothing."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_entity, say_list
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Phrase, Reading, Span, Token

# (preposition, noun) -> the role of those after it, and the words before them.
BESIDE = {
    ("en", "présence"): ("presence", "en présence de"),
    ("à", "appel"): ("behest", "à l’appel de"),
    ("à", "initiative"): ("behest", "à l’initiative de"),
    ("à", "demande"): ("behest", "à la demande de"),
    ("à", "invitation"): ("behest", "à l’invitation de"),
    ("sous", "règne"): ("under", "sous le règne de"),
    ("sous", "mandat"): ("under", "sous le mandat de"),
    ("sous", "présidence"): ("under", "sous la présidence de"),
    ("sous", "direction"): ("under", "sous la direction de"),
    ("sous", "conduite"): ("under", "sous la conduite de"),
    ("sous", "houlette"): ("under", "sous la houlette de"),
    ("sous", "commandement"): ("under", "sous le commandement de"),
    ("sous", "égide"): ("under", "sous l’égide de"),
    ("sous", "impulsion"): ("under", "sous l’impulsion de"),
    ("aux", "côté"): ("along", "aux côtés de"),
    ("en", "compagnie"): ("along", "en compagnie de"),
    ("en", "partenariat"): ("along", "en partenariat avec"),
    ("en", "collaboration"): ("along", "en collaboration avec"),
    ("en", "coopération"): ("along", "en coopération avec"),
    ("en", "association"): ("along", "en association avec"),
    ("avec", "aide"): ("along", "avec l’aide de"),
    ("avec", "appui"): ("along", "avec l’appui de"),
    ("avec", "soutien"): ("along", "avec le soutien de"),
    ("avec", "concours"): ("along", "avec le concours de"),
    ("avec", "participation"): ("along", "avec la participation de"),
    ("en", "honneur"): ("along", "en l’honneur de"),
    ("en", "mémoire"): ("along", "en mémoire de"),
    ("au", "profit"): ("along", "au profit de"),
    ("en", "hommage"): ("along", "en hommage à"),
}
# The same for the event or undertaking in which a thing was done, and the words that ask for it.
FRAMES = {("dans", "cadre"): "dans le cadre de", ("à", "occasion"): "à l’occasion de", ("au", "lendemain"): "au lendemain de"}
FRAME, FRAME_WORDS = (
    "frame",
    {
        "dans le cadre de": "dans quel cadre",
        "à l’occasion de": "à quelle occasion",
        "au lendemain de": "au lendemain de quel événement",
    },
)
TELLING = 4  # words from which an event without a name is known
DROPPED = ("presence", "behest")
KEPT = ("under", "along")  # whoever reigned, helped or was honoured: that tells when or how, and stays in the questions for other parts
ROLES = (*DROPPED, *KEPT)
ATTENDING = ("person", "people", "organisation", "country")
LONGEST = 10  # words of those who attended


def read_attendance(reading: Reading, token: Token) -> Phrase | None:
    """Those in whose presence, at whose call or with whom it was done; None if `token` is no such word, or they could be anybody."""
    document = reading.document
    cases = [t.text.lower() for t in document.children(token, "case")]
    key = (cases[0], token.lemma) if len(cases) == 1 else ("", "")
    role, marker = BESIDE.get(key) or (FRAME if key in FRAMES else "", FRAMES.get(key, ""))
    if not role or any(t.i > token.i and t.dep in ("amod", "acl", "acl:relcl") for t in document.children(token)):
        return None
    who = next((t for t in document.children(token, "nmod") if t.i > token.i), None)
    if who is None or marker.endswith("avec") != any(t.text.lower() == "avec" for t in document.children(who, "case")):
        return None
    try:
        phrase = read_together(reading, who, role) or read_phrase(reading, who, role)
    except Refused:
        return None
    return as_frame(phrase, marker) if role == FRAME else as_people(phrase, role, marker)


def as_frame(phrase: Phrase, marker: str) -> Phrase | None:
    """The event or undertaking in which a thing was done, as it may be asked; None for a time, for people, and for what could be any."""
    told = phrase.named or phrase.entities or len(phrase.text.replace("’", "’ ").split()) >= TELLING
    fits = phrase.kind not in ("time", "duration", "person", "people") and not phrase.count and len(phrase.text.split()) <= LONGEST
    return replace(phrase, role=FRAME, marker=marker, core=False) if told and fits else None


def as_people(phrase: Phrase, role: str, marker: str) -> Phrase | None:
    """Those who had a part in it, as they may be asked; None if they could be anybody."""
    people = phrase.kind in ATTENDING or phrase.head in word_set("nouns", "functions") | word_set("nouns", "persons")
    known = bool(phrase.entities) or phrase.named
    if not people or not known or phrase.count or len(phrase.text.split()) > LONGEST:
        return None
    return replace(phrase, role=role, marker=marker, core=False)


def read_together(reading: Reading, first: Token, role: str) -> Phrase | None:
    """« de la CGT et de FO »: several names, each with its own « de »; None for one, or where one of them is not known.

    Raises Refused where the parse has lost one of the list.
    """
    names = (first, *reading.document.children(first, "conj"))
    entities = tuple(e for t in names if (e := reading.entity(t)) is not None)
    if len(names) < 2 or len(entities) < len(names):
        return None
    if sum(t.text.lower() in (",", "et") for t in reading.document.tokens[first.i : names[-1].i]) >= len(names):
        raise Refused("a name of the list is lost")
    span = Span(start=first.span.start, end=names[-1].span.end)
    return Phrase(role=role, text=say_list(entities), span=span, kind=entities[0].kind, entities=entities, number="p", named=True, head=first.lemma)


def say_attendance(phrase: Phrase) -> str:
    """« de la CGT et de FO », « avec la Nasa »: those who had a part in it, with the preposition that the question has."""
    link = phrase.marker.rpartition(" ")[2]
    if len(phrase.entities) < 2:
        return join_preposition(link, phrase.text)
    *lead, last = (join_preposition(link, say_entity(e)) for e in phrase.entities)
    return f"{', '.join(lead)} et {last}"


def without_attendance(clause: Clause, target: Phrase) -> Clause:
    """`clause` without those who attended, and without its frame, unless they are asked: the rest is plain without them."""
    kept = tuple(p for p in clause.complements if p is target or p.role not in DROPPED)
    framed = tuple(p for p in kept if p is target or p.role != FRAME)
    told = any(isinstance(p, Clause) or (p is not target and p.kind != "time") for p in framed)
    kept = framed if told else kept  # « a été entendu dans le cadre de l’enquête » says too little without it
    return clause if len(kept) == len(clause.complements) else replace(clause, complements=kept)
