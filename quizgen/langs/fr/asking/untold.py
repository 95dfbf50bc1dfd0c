"""A clause and the part that is asked -> why nobody could know what is meant: the contest, the post, which of two places or figures."""

from __future__ import annotations

import re

from quizgen.langs.fr.asking.speeches import STANCE
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Clause, Phrase

POST = re.compile(r"(?:son|sa|ses|leurs?) ([\wà-ÿ]+?)s?")
PLACED = ("place", "destination")
EACH_ITS_OWN = re.compile(r"\d[^,]* (?:à|en|au|aux|dans|pour|chez) .+ et \d")  # « 27 degrés à Gao et 23 degrés »


def reason_untold(clause: Clause, target: Phrase) -> str | None:
    """Why a question for `target` leaves the reader to guess, or None."""
    others = [p for p in clause.phrases() if p is not target]
    if is_contest_untold(clause):
        return "it is not told in what contest"
    if any(is_post(p) for p in others) and not any(p.head in word_set("nouns", "functions") for p in clause.phrases()):
        return "it is not told which post is meant"
    if any(EACH_ITS_OWN.search(p.text) for p in clause.phrases() if p.kind != "time"):
        return "two figures, each of its own place"
    if target.marker == "de" and target.role.startswith("complement") and any(p.marker == "de" and p.role.startswith("complement") for p in others):
        return "two origins in one question"
    if target.kind == STANCE and not target.marker and clause.verb.lemma in word_set("clauses", "averse") and others == [clause.subject]:
        return "the question would be too open"
    return None


def is_contest_untold(clause: Clause) -> bool:
    """« Lima a battu Silva en Galice », without a day, a score or a race: they may have met often."""
    if clause.verb.lemma not in word_set("clauses", "beating"):
        return False
    free = [p for p in clause.phrases() if p is not clause.subject and p.role not in ("object", "agent")]
    return all(p.role.startswith(PLACED) for p in free)


def is_post(phrase: Phrase) -> bool:
    """« son poste », « leurs sièges », and no word more."""
    own = POST.fullmatch(phrase.text)
    return own is not None and own.group(1) in word_set("nouns", "posts")
