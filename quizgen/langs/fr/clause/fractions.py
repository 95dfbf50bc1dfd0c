"""By what part of itself something changes: « a baissé d’un tiers », « réduit presque de moitié », « divisé par trois ». Asked as « de combien »."""

from __future__ import annotations

from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.measures import approximation
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.tree.wholes import FRACTIONS, TIMES, changes_by
from quizgen.model import Phrase, Reading, Span, Token

HALF = "moitié"


def read_fraction(reading: Reading, token: Token, head: Token) -> Phrase | None:
    """The part by which the verb `head` tells that its subject, or object, changes; None for any other complement."""
    if (
        head.lemma in TIMES
        and token.pos == "NUM"
        and read_marker(reading.document, token)[0] == "par"
        and not reading.document.children(token, "nmod")
    ):
        return Phrase(role="amount", text=token.text, span=token.span, marker="par", kind="measure", head="fois", core=True)
    case = reading.document.child(token, "case")
    if token.lemma not in FRACTIONS or not changes_by(head) or case is None or read_marker(reading.document, token)[0] != "de":
        return None
    kept = [t for t in kept_tokens(reading.document, token, reading) if case.i < t.i <= token.i]
    before = approximation(reading.document, case) or approximation(reading.document, kept[0])
    said = say_tokens(reading, kept)
    if case.text.lower() == "des":
        said = f"les {said}"  # « des deux tiers »
    elif before and said == HALF:
        said = f"la {HALF}"  # « presque de moitié »: de presque la moitié
    text = said if before and said.startswith(before) else f"{before}{said}"
    span = Span(start=case.span.start, end=token.span.end)
    return Phrase(role="amount", text=text, span=span, marker="de", kind="measure", head=token.lemma, core=True)


def is_fraction(phrase: Phrase) -> bool:
    """Whether a phrase is such a part, which answers with its « de »: « de moitié », « d’un tiers »."""
    return phrase.role.startswith("amount") and phrase.marker == "de" and phrase.head in FRACTIONS
