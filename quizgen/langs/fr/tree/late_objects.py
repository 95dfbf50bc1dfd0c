"""Objects behind a time: « épousa le 3 mai 1774 Jean X », « représentait, fin 2023, 9 % du total ». Part of the repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

BESIDE = ("nmod", "appos", "flat")
FARTHEST = 16  # tokens between a verb and its figure


def _free_person(tokens: list[Token], i: int) -> None:
    """« épousa le 3 mai 1774 Jean X, un soldat » with X hung on the day: a person belongs to no day, and is the object of the verb."""
    person = tokens[i]
    day = tokens[person.head]
    verb = tokens[day.head]
    dated = any(c.isdigit() for c in day.text) and dates.find_date(day.text) is not None and day.i == i - 1
    if person.dep not in BESIDE or person.name != "PER" or not dated or verb.pos != "VERB" or verb.i > day.i or not day.dep.startswith("obl"):
        return
    objects = [t for t in tokens[verb.i : i + FARTHEST] if t.head == verb.i and t.dep == "obj"]
    if any(t.i < i for t in objects):
        return
    tokens[i] = replace(person, dep="obj", head=verb.i)
    for again in objects:
        tokens[again.i] = replace(again, dep="appos", head=i)


def _free_figure(tokens: list[Token], i: int) -> None:
    """« représentait, fin 2023, 9 % du total » with the figure set beside the verb: it is the object that the verb lacks."""
    figure = tokens[i]
    verb = tokens[figure.head]
    counted = any(t.head == i and t.dep == "nummod" for t in tokens[max(0, i - 2) : i])
    if figure.dep != "parataxis" or figure.pos not in ("NOUN", "SYM") or not counted or verb.pos != "VERB" or not verb.i < i < verb.i + FARTHEST:
        return
    own = [t for t in tokens[verb.i : i] if t.head in (verb.i, i)]
    commas = sum(t.text == "," for t in tokens[verb.i : i])
    if commas == 2 and not any(t.dep in ("obj", "ccomp", "xcomp", "case") for t in own) and not any(t.text in (":", ";") for t in tokens[verb.i : i]):
        tokens[i] = replace(figure, dep="obj")


LATE_OBJECTS = (
    Slip(_free_person, deps=BESIDE, named=True),
    Slip(_free_figure, deps=("parataxis",), pos=("NOUN", "SYM")),
)
