"""A clause and the part that is asked -> why nobody could know what is meant: the contest, the post, which of two places or figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs.fr.asking.asked_nouns import DEED
from quizgen.langs.fr.asking.elsewhere import reason_told_elsewhere
from quizgen.langs.fr.asking.question_words import SORT
from quizgen.langs.fr.asking.speeches import STANCE
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.things import DEED_ALONE
from quizgen.model import Clause, Phrase, Verb

NAME_AND_FIGURE = re.compile(r"(?:l[ea] |l’)?[A-ZÀ-Ý]\D* et (?:jusqu’à |près de |plus de |environ )?\d")
POST = re.compile(r"(?:son|sa|ses|leurs?) ([\wà-ÿ]+?)s?")
TWO_COUNTS = re.compile(r"(?:\w+ ){1,2}et (?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) [\w-]+$")  # « quatre maçons et une couturière »
BARE_PEOPLE = re.compile(r"les [\wà-ÿ-]+")
GIVING = ("accorder", "attribuer", "décerner", "octroyer")
RECEIVED = re.compile(r" (?:à|au|aux|pour) ")
HEADS = ("président", "présidente", "directeur", "directrice", "chef", "cheffe", "responsable", "secrétaire")  # of something
TALKING = ("débattre", "discuter", "parler")
OBJECTS = ("object", "content")
LOSING = ("perdre", "incliner")
FACING = ("face à", "contre", "devant")
PLACED = ("place", "destination")
ANY = re.compile(r"\bd’une? ")  # « le vote d’une motion »
BESIDE = ("avant", "après", "lors de", "pendant", "durant")
EACH_ITS_OWN = re.compile(r"\d[^,]* (?:à|en|au|aux|dans|pour|chez|sur) .+ et (?:jusqu’à )?\d")  # « 27 degrés à Gao et 23 degrés »


def reason_untold(clause: Clause, target: Phrase) -> str | None:
    """Why a question for `target` leaves the reader to guess, or None."""
    others = [p for p in clause.phrases() if p is not target]
    if target.count and target is not clause.subject and is_tour(clause):
        return "how many places somebody goes to is soon of no interest"
    if is_contest_untold(clause):
        return "it is not told in what contest"
    if is_matter_untold(clause):
        return "it is not told on what"
    if any(is_post(p) for p in others) and not any(p.head in word_set("nouns", "functions") for p in clause.phrases()):
        return "it is not told which post is meant"
    if holds_two_figures(clause):
        return "two figures, each of its own place"
    if target.marker == "de" and target.role.startswith("complement") and any(p.marker == "de" and p.role.startswith("complement") for p in others):
        return "two origins in one question"
    if target.role in OBJECTS and DEED.search(target.head) and any(p.marker == "vers" for p in others):
        return "where it leads would stay in the question"
    if target.role.startswith(("time", "complement")) and any(p.role == "amount" and p.marker == "de" for p in others):
        return "by how much it changed or differs is asked"
    if reason := reason_nameless(clause, target) or reason_told_elsewhere(clause, target):
        return reason
    if lies_across(clause, target):
        return "French asks it with effort"
    asks = clause.verb.lemma == "demander" and clause.subject is not None and bool(clause.subject.entities)  # one who is named asks for many things
    averse = target.kind == STANCE and clause.verb.lemma in word_set("clauses", "averse")
    if (asks or averse) and target is not clause.subject and not target.marker and others == [clause.subject]:
        return "the question would be too open"
    return None


def reason_nameless(clause: Clause, target: Phrase) -> str | None:
    """Why nobody could tell the answer from others of its sort, or what is given, made or led, or None."""
    if is_giving_alone(clause):
        return "it is not told to whom"
    if any(DEED_ALONE.search(p.text) for p in clause.phrases()):
        return "it is not told what is to be done away with, or made"
    if is_talk(clause, target):
        return "one speaks of many things, and many speak of one"
    if any(is_office_alone(p) for p in clause.phrases()):
        return "it is not told of what somebody becomes the head"
    if target is clause.subject and casts_votes(clause, target):
        return "nobody else could vote it"
    if target is clause.subject and TWO_COUNTS.match(target.text):
        return "two numbers in one answer"
    if target.role in OBJECTS and not target.marker and is_post(target):
        return "which post it is would stay untold"
    if target is clause.subject and names_no_body(target):
        return f"« {target.text} » names nobody"
    if target.role.startswith("addressee") and BARE_PEOPLE.fullmatch(target.text) and not target.entities:
        return f"« {target.text} » is too plain an answer"
    return None


def is_tour(clause: Clause) -> bool:
    """« a visité neuf villes », « a prévu de visiter neuf villes »."""
    deeds = [*(v.lemma for v in verbs_of(clause)), *(p.text.split()[-1] for p in clause.phrases() if p.role == "told_deed")]
    return any(deed in word_set("clauses", "visiting") for deed in deeds)


def is_giving_alone(clause: Clause) -> bool:
    """« a décidé d’accorder l’asile »: something goes to somebody, and nothing tells to whom."""
    phrases = list(clause.phrases())
    given = any(p.role.startswith(("object", "content")) and not p.marker for p in phrases)
    gives = (given and any(v.lemma in GIVING and not v.passive for v in verbs_of(clause))) or any(
        p.text.split()[0] in GIVING for p in phrases if p.text
    )
    return gives and not any(p.marker in ("à", "pour") or RECEIVED.search(p.text) for p in phrases)


def is_talk(clause: Clause, target: Phrase) -> bool:
    """« Olaf Berg a parlé du moral des marins »: nothing but who spoke of what, neither of which the other leads to."""
    asked = target is clause.subject or target.role.startswith(("complement", "cause"))
    dated = any(p.kind == "time" or p.marker in ("après", "avant", "lors de", "pendant") for p in clause.phrases())
    return asked and clause.verb.lemma in TALKING and not dated


def names_no_body(subject: Phrase) -> bool:
    """« l’agence d’évaluation », « la centrale syndicale »: a body told by what sort it is, of which there are many."""
    body = subject.kind == "organisation" or subject.head in word_set("nouns", "organisations") or subject.role == "speaker"
    bare = not (subject.entities or subject.named or subject.count) and subject.number == "s" and subject.text.islower()
    known = word_set("nouns", "camps") | word_set("nouns", "sole_bodies") | word_set("nouns", "administrations")
    return body and bare and subject.head not in known and SORT.fullmatch(subject.text) is not None


def is_office_alone(phrase: Phrase) -> bool:
    """« comme président », of which it is not told of what."""
    return (phrase.marker == "comme" or phrase.role == "told_seen_as") and " " not in phrase.text and phrase.head in HEADS


def casts_votes(clause: Clause, subject: Phrase) -> bool:
    """« l’Assemblée nationale a voté la confiance », « devait voter le budget »: what only one who is known by that can do."""
    first = re.sub(r"^(?:le |la |l’)", "", subject.text).split()[0].lower()
    return first in word_set("nouns", "sole_bodies") and any(v.lemma == "voter" for v in verbs_of(clause))


def holds_two_figures(clause: Clause) -> bool:
    """« 27 degrés à Gao et 23 degrés à Oslo », in one phrase or in two."""
    measured = any(p.kind == "measure" for p in clause.phrases())
    said = [p.text for p in clause.phrases() if p.kind != "time"]
    return any(EACH_ITS_OWN.search(text) or (measured and NAME_AND_FIGURE.match(text)) for text in said)


def lies_across(clause: Clause, target: Phrase) -> bool:
    """Whether the target is what somebody is accused, or asked, of doing something to: « Quelle banque a-t-il accusé Berg de piller ? »."""
    inner = next((c for c in clause.complements if isinstance(c, Clause) and c.link != "que" and target in c.phrases()), None)
    bare = (p for p in clause.complements if isinstance(p, Phrase) and not p.marker and p.kind in ("person", "organisation"))
    return inner is not None and not target.count and any(bare)


def is_contest_untold(clause: Clause) -> bool:
    """« Lima a battu Silva en Galice », « a perdu face à Silva », without a day, a score or a race: they may have met often."""
    if clause.verb.lemma in LOSING:
        return all(p is clause.subject or p.marker in FACING for p in clause.phrases())
    if clause.verb.lemma not in word_set("clauses", "beating"):
        return False
    free = [p for p in clause.phrases() if p is not clause.subject and p.role not in ("object", "agent")]
    return all(p.role.startswith(PLACED) for p in free)


def is_matter_untold(clause: Clause) -> bool:
    """« devrait se prononcer en mai »: nothing but who, when and where is told of what is done on some matter.

    Nor does « avant le vote d’une motion » tell it; a right does (« peut voter »).
    """
    if clause.verb.lemma == "pouvoir":
        return False
    free = [p for p in clause.phrases() if p is not clause.subject]
    return any(v.lemma in word_set("clauses", "on_matter") for v in verbs_of(clause)) and all(
        p.kind == "time" or p.role.startswith(PLACED) or (p.marker in BESIDE and ANY.search(p.text)) for p in free
    )


def verbs_of(clause: Clause) -> Iterator[Verb]:
    """The verb of a clause and those of the clauses under it."""
    yield clause.verb
    for part in clause.complements:
        if isinstance(part, Clause):
            yield from verbs_of(part)


def is_post(phrase: Phrase) -> bool:
    """« son poste », « leurs sièges », and no word more."""
    own = POST.fullmatch(phrase.text)
    return own is not None and own.group(1) in word_set("nouns", "posts")
