"""A clause and the part that is asked -> why what it leans on is told in another sentence: where, of what, at whose midnight."""

from __future__ import annotations

import re

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.things import SOMEBODY_AGED
from quizgen.model import Clause, Phrase

ON_THE_SPOT = re.compile(r"\bsur place\b")
OWN_DEED = re.compile(r"(?:son|sa|leur) (?:départ|retrait|retraite|démission)")
BARE = re.compile(r"(?:le |la |l’|les )([\wà-ÿ-]+)")
ALLIED = ("alliance", "coalition", "confédération", "fédération", "ligue", "milice", "union")
HOURS = ("midi", "minuit")
AROUND = ("après", "avant", "vers")


def reason_told_elsewhere(clause: Clause, target: Phrase) -> str | None:
    """Why nobody could tell what the question leans on, or None."""
    phrases = list(clause.phrases())
    if any(ON_THE_SPOT.search(p.text) for p in phrases):
        return "where it is is told elsewhere"
    if any(SOMEBODY_AGED.search(p.text) for p in phrases):
        return "it is not told who is meant"
    if (
        target is clause.subject
        and any(OWN_DEED.fullmatch(p.text) for p in phrases)
        and not any(p.head in word_set("nouns", "functions") for p in phrases)
    ):
        return "it is not told what somebody leaves"
    if any(p.head in HOURS and p.marker in AROUND for p in phrases) and not any(p.kind == "time" and re.search(r"\d", p.text) for p in phrases):
        return "it is not told of which day"
    if target is not clause.subject:
        return "which one it is stays untold" if is_loose_alone(target) else None
    if target.kind != "time" and re.search(r"\d.* et \d", target.text):
        return "two numbers in one answer"
    return "how many are such is another thing than how many are meant" if counts_known(clause) else None


def is_loose_alone(target: Phrase) -> bool:
    """« l’alliance », « la coalition »: an answer that takes up what another sentence names."""
    bare = BARE.fullmatch(target.text)
    return bare is not None and bare.group(1) in ALLIED and not target.entities


def counts_known(clause: Clause) -> bool:
    """« les deux victimes étaient des guides de Gap »: there are more such guides, and the two are known from what befell them."""
    subject = clause.subject
    titled = any(
        isinstance(p, Phrase) and p.role.endswith(("title", "attribute")) and p.text.startswith(("des ", "de ", "d’")) for p in clause.complements
    )
    return subject is not None and bool(subject.count) and clause.verb.lemma == "être" and not clause.verb.passive and titled
