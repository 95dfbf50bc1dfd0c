"""A part of a clause -> whether commas, dashes or brackets part it from the rest, and the part with or without its marks; in any language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizgen.langs.refusal import Refused
from quizgen.model import Document, Sentence, Token

DASHES = ("–", "—")
CLOSING = {"(": ")", "[": "]"}


def whole_sentence(document: Document, sentence: Sentence, is_clause_head: Callable[[Document, Token], bool]) -> set[int]:
    """The tokens of a sentence that was read wrong, but stands by itself as it is. Raises Refused if it is none."""
    words = document.words(sentence)
    told = any(is_clause_head(document, t) for t in words) and any(t.dep.startswith(("nsubj", "expl:subj")) for t in words)
    if not told or words[-1].text not in (".", "!") or any(t.text in (":", ";") for t in words):
        raise Refused("no main clause with a subject holds it")
    return set(range(sentence.first, sentence.last))


def without_commas(document: Document, part: set[int]) -> set[int]:
    """`part` without the commas at its edges, which the parser hangs on either side."""
    while len(part) > 1 and document.tokens[max(part)].text == ",":
        part = part - {max(part)}
    while len(part) > 1 and document.tokens[min(part)].text == ",":
        part = part - {min(part)}
    return part


def with_commas(document: Document, part: set[int], unit: set[int]) -> set[int]:
    """`part` with the comma before it, or after it where it opens the clause."""
    before, after = min(part) - 1, max(part) + 1
    if before in unit and document.tokens[before].text == ",":
        again = any(
            document.tokens[i].dep in ("appos", "npadvmod", "attr", "oprd", "advcl", "acl") and document.subtree(document.tokens[i])[0].i == after + 1
            for i in sorted(unit)
            if i > after
        )
        closing = {after} if after in unit and document.tokens[after].text == "," and after + 1 in unit and not again else set()
        return part | {before} | (closing if document.tokens[min(part)].text != "," else set())
    if before not in unit and after in unit and document.tokens[after].text == ",":
        return part | {after}
    return part


def stands_apart(document: Document, part: set[int], unit: set[int]) -> bool:
    """Whether a comma, or the edge of the clause, stands on both sides of `part`."""
    before, after = min(part) - 1, max(part) + 1
    opens = document.tokens[min(part)].text == "," or (before in unit and document.tokens[before].text in (",", ";"))
    starts = before not in unit
    ends = after not in unit or document.tokens[after].text in (",", ".", ";", ":", "!", "…", "»")
    return (opens and ends) or (starts and after in unit and document.tokens[after].text == ",")


def find_brackets(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """What stands in brackets or between two dashes."""
    opened: int | None = None
    for i in sorted(unit):
        text = document.tokens[i].text
        if opened is None and text in (*CLOSING, *DASHES):
            opened = i
        elif opened is not None and text == CLOSING.get(document.tokens[opened].text, document.tokens[opened].text):
            yield frozenset(range(opened, i + 1)) & frozenset(unit)
            opened = None


def is_bracket(document: Document, aside: frozenset[int]) -> bool:
    """Whether a part opens with a bracket or a dash."""
    return document.tokens[min(aside)].text in (*CLOSING, *DASHES)


def is_joint(document: Document, aside: frozenset[int]) -> bool:
    """Whether a part only ties the clause to the one before: « cependant », « et » at its opening."""
    words = [document.tokens[i] for i in sorted(aside) if document.tokens[i].text != ","]
    return len(words) == 1 and (words[0].dep == "advmod" or words[0].pos in ("CCONJ", "PRON"))
