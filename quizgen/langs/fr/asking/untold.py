"""A clause and the part that is asked -> why nobody could know what is meant: the contest, the post, which of two places or figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.langs.fr.asking.asked_nouns import DEED
from quizgen.langs.fr.asking.speeches import STANCE
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Phrase, Verb

NAME_AND_FIGURE = re.compile(r"[A-ZÀ-Ý]\D* et \d")
POST = re.compile(r"(?:son|sa|ses|leurs?) ([\wà-ÿ]+?)s?")
HEADS = ("président", "présidente", "directeur", "directrice", "chef")  # of some body, which must be told
OBJECTS = ("object", "content")
PLACED = ("place", "destination")
EACH_ITS_OWN = re.compile(r"\d[^,]* (?:à|en|au|aux|dans|pour|chez) .+ et \d")  # « 27 degrés à Gao et 23 degrés »


def reason_untold(clause: Clause, target: Phrase) -> str | None:
    """Why a question for `target` leaves the reader to guess, or None."""
    others = [p for p in clause.phrases() if p is not target]
    if is_contest_untold(clause):
        return "it is not told in what contest"
    if is_matter_untold(clause):
        return "it is not told on what"
    if any(is_post(p) for p in others) and not any(p.head in word_set("nouns", "functions") for p in clause.phrases()):
        return "it is not told which post is meant"
    if any(p.role == "told_seen_as" and p.text in HEADS for p in others):
        return "of what he is made the head is not told"
    if holds_two_figures(clause):
        return "two figures, each of its own place"
    if target.marker == "de" and target.role.startswith("complement") and any(p.marker == "de" and p.role.startswith("complement") for p in others):
        return "two origins in one question"
    if target.role in OBJECTS and DEED.search(target.head) and any(p.marker == "vers" for p in others):
        return "where it leads would stay in the question"
    if lies_across(clause, target):
        return "French asks it with effort"
    if target.kind == STANCE and not target.marker and clause.verb.lemma in word_set("clauses", "averse") and others == [clause.subject]:
        return "the question would be too open"
    return None


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
    """« Lima a battu Silva en Galice », without a day, a score or a race: they may have met often."""
    if clause.verb.lemma not in word_set("clauses", "beating"):
        return False
    free = [p for p in clause.phrases() if p is not clause.subject and p.role not in ("object", "agent")]
    return all(p.role.startswith(PLACED) for p in free)


def is_matter_untold(clause: Clause) -> bool:
    """« devrait se prononcer en mai »: nothing but who, when and where is told of what is done on some matter. Not so of a right (« peut voter »)."""
    if clause.verb.lemma == "pouvoir":
        return False
    free = [p for p in clause.phrases() if p is not clause.subject]
    return any(v.lemma in word_set("clauses", "on_matter") for v in verbs_of(clause)) and all(
        p.kind == "time" or p.role.startswith(PLACED) for p in free
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
