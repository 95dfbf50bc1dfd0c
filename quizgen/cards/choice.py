"""The choice form: the open question with the key and three wrong options."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from statistics import mean

from quizgen.cards.flaws import find_flaws
from quizgen.cards.material import Material
from quizgen.cards.uniqueness import sound_alternatives
from quizgen.langs import Alternative, LanguagePack, Wording
from quizgen.model import Card, Fact, Span

FORM = "choice"
UNASKED = False  # whether a deck has this form without being asked for it
DISTRACTORS = 3
TRIED = 9  # of the sound alternatives, the first; 84 sets of three
QUALITY = 0.85  # an open question tests more


def word(material: Material, fact: Fact, role: str) -> Wording | str:
    """The question with its options, or the reason for none."""
    pack = material.pack
    wording = pack.ask(fact, role)
    if isinstance(wording, str):
        return wording
    sound = sound_alternatives(material, fact, role, (wording.answer, *wording.also_right))
    if len(sound) < DISTRACTORS:
        return f"{len(sound)} wrong options are surely wrong, {DISTRACTORS} are needed"
    for wrong in sets_of(sound, wording.answer, pack, f"{fact.id}{role}"):
        options = tuple(order_options((wording.answer, *(a.text for a in wrong)), pack, fact.id))
        asked = replace(wording, options=options, quality=wording.quality * QUALITY, nearness=mean(a.near for a in wrong))
        if not has_flaw(asked, pack):
            return asked
    return "every set of wrong options would show the key"


def has_flaw(wording: Wording, pack: LanguagePack) -> bool:
    """Whether the options, or the question as the question of a choice, show a flaw; the context is chosen later."""
    draft = Card(
        id="", form=FORM, context="", question=wording.question, answer=wording.answer, also_right=wording.also_right, options=wording.options,
        fact="", role="", quote=wording.question, span=Span(start=0, end=0),
    )  # fmt: skip
    return any(flaw.name != "missing-context" for flaw in find_flaws(draft, pack))


def sets_of(sound: Sequence[Alternative], key: str, pack: LanguagePack, seed: str) -> Iterator[tuple[Alternative, ...]]:
    """Sets of wrong options, the best first: near ones, and for numbers and dates those that put the key at a place taken from `seed`."""
    value = pack.magnitude(key)
    if value is None:
        best = sorted(sound, key=lambda a: (-a.near, draw(seed + a.name)))[:TRIED]
        yield from combinations(best, DISTRACTORS)
        return
    rated = sorted(((pack.magnitude(a.text) or 0.0, a) for a in sound), key=lambda pair: pair[0])
    below = [a for size, a in rated if size < value][::-1]
    above = [a for size, a in rated if size > value]
    place = draw(seed) % (DISTRACTORS + 1)
    for before in sorted(range(DISTRACTORS + 1), key=lambda n: (abs(n - place), n)):
        if before <= len(below) and DISTRACTORS - before <= len(above):
            yield (*below[:before], *above[: DISTRACTORS - before])


def order_options(options: Sequence[str], pack: LanguagePack, seed: str) -> list[str]:
    """Numbers and dates in their order, others shuffled by `seed`; the deck balances the places of the keys afterwards."""
    values = [pack.magnitude(option) for option in options]
    if any(value is None for value in values):
        return sorted(options, key=lambda option: draw(seed + option))
    return [option for _, option in sorted(zip(values, options, strict=True))]


def draw(text: str) -> int:
    """A number that looks drawn by lot and is always the same for `text`."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])
