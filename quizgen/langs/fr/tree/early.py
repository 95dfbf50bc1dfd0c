"""What stands before the first word of a clause belongs to the verb above it. Part of the repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import Token

OPENERS = ("après", "avant", "sans", "afin")  # of a clause that the main verb has before it
REACH = 14  # tokens of such a clause and of what stands before it


def raise_early(tokens: list[Token], i: int) -> None:
    """« ne furent payés qu’en mars, après avoir été … » with the month under « avoir été »: they were paid in March."""
    clause = tokens[i]
    near = tokens[max(0, i - REACH) : i]
    mark = next((t for t in near if t.head == i and t.dep == "mark" and t.text.lower() in OPENERS), None)
    above = tokens[clause.head]
    if mark is None or clause.dep not in ("advcl", "ccomp") or not above.i < mark.i or above.pos != "VERB" or tokens[mark.i - 1].text != ",":
        return
    if clause.dep == "ccomp":
        tokens[i] = replace(clause, dep="advcl")  # « qu’ » limits the time, and opens no clause
    for t in near:
        if t.head != i or not above.i < t.i < mark.i:
            continue
        if t.dep.startswith("obl"):
            tokens[t.i] = replace(t, head=above.i)
        elif t.text.lower() in ("que", "qu’", "qu'"):
            tokens[t.i] = replace(t, head=above.i, dep="advmod")
