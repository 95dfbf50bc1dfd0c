"""Gold facts and the decks of their articles -> recall, right types, traps and flaws, held against pinned floors.

    make gate                 measure, and fail where a figure is under its floor
    make gate ARGS=--details  and name what was missed, and each trap and flaw
    make gate ARGS=--raise    pin what is reached now, where it is better

tests/gold/README.md tells how the gold files are written. Each language has its own floors. A floor is lowered, or a limit raised, by hand only,
and its key then needs a line under [eased] in tests/gold/LANGUAGE/floors.toml that says why: the gate looks at every version that git remembers.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from quizgen.model import GAP, Card, Deck
from quizgen.pipeline import Settings, make_deck

GOLD = Path(__file__).parent / "gold"
FLOORS = "floors.toml"
TOP = 3  # the importance of what every reader should remember

# Words that only the article explains, as the scorers of generated questions know them, by language.
DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
NEAR = rf"hier|demain|aujourd hui|ce (matin|soir|jour|{DAYS})|(semaine|mois|annee|an) (derniere?|prochaine?|passee?)"
NEARBY = "yesterday|today|tonight|tomorrow|this (morning|evening|week|month|year)|(last|next) (week|month|year)"
RELATIVE = {"fr": re.compile(rf"\b({NEAR}|({DAYS})(?! \d))\b"), "en": re.compile(rf"\b({NEARBY}|({WEEKDAYS})(?! \d))\b")}
META = {
    "fr": re.compile(r"\b(selon|d apres|dans) (le|l|ce|cet) ?(texte|article|document|passage)\b"),
    "en": re.compile(r"\b(according to|in|from) (the|this) (text|article|document|passage|author)\b"),
}
CLITIC = re.compile(r"\b(?P<verb>\w+)-(?:t-)?(?:ils?|elles?)\b", re.I)
PRONOUN = {
    "fr": re.compile(r"\b(ils?|elles?|lui|y|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière)\b", re.I),
    "en": re.compile(r"\b(he|she|they|him|them|the (?:latter|former))\b", re.I),
}
DETERMINED = re.compile(r"\b(les?|la|une?|des|du|ces?|cette|cet|quels?|quelles?|combien)\b|\b[ld]['’]", re.I)
NAME = re.compile(r"(?<!^)\b[A-ZÀ-Ý]\w")
IMPERSONAL = frozenset("a faut faudra fallait agit reste existe avait aura".split())


def plain(text: str) -> str:
    """Lower case without accents or punctuation, single spaces; the digits of one number joined (« 100 000 », « 100,000 »)."""
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    letters = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    words = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split()
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "", " ".join(words))


def holds(text: str, words: str) -> bool:
    """Whether plain `text` has plain `words` as whole words."""
    return bool(words) and f" {words} " in f" {text} "


def mentions(text: str, groups: Sequence[Sequence[str]]) -> bool:
    """Whether plain `text` has a stem of every group."""
    return all(any(plain(stem) in text for stem in group) for group in groups)


def asks(card: Card, fact: Mapping[str, Any]) -> bool:
    """Whether `card` asks the gold `fact`: its answer is an accepted one, or part of one, and its words are about it."""
    if card.form == "true_false":
        return False
    given, accepted = plain(card.answer), [plain(a) for a in fact["answers"]]
    right = any(holds(given, a) or (len(given) >= 3 and holds(a, given)) for a in accepted)
    return right and mentions(plain(f"{card.context} {card.question} {card.answer}"), fact["about"])


def states(card: Card, trap: Mapping[str, Any]) -> bool:
    """Whether `card` says what `trap` warns of: a wrong answer (any, if none is named), about this, and with no word of reserve."""
    match = trap.get("match")
    if match is None or card.form == "true_false":
        return False
    given, text = plain(card.answer), plain(f"{card.question} {card.answer}")
    wrong = "answers" not in match or any(begins_word(given, plain(stem)) for stem in match["answers"])
    return wrong and mentions(text, match["about"]) and not any(begins_word(text, plain(stem)) for stem in match.get("unless", ()))


def begins_word(text: str, stem: str) -> bool:
    """Whether a word of plain `text` begins with `stem`; a number must be there whole."""
    return holds(text, stem) if stem[-1:].isdigit() else f" {stem}" in f" {text}"


def find_flaws(card: Card, article: str, earlier: Iterable[Card], lang: str = "fr") -> Iterator[str]:
    """The defects of `card`, in `lang`, that a program can see; `article` is plain text, `earlier` the cards before it."""
    question, answer = plain(card.question), plain(card.answer)
    unquoted = re.sub(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", " ", card.question)
    if card.form != "true_false":
        if holds(question, answer):
            yield "the question holds its answer"
        if holds(plain(card.context), answer):
            yield "the context holds the answer"
    if card.form in ("open", "choice"):
        if not card.question.rstrip().endswith("?"):
            yield "no question"
        if pronoun := hanging_pronoun(unquoted, lang):
            yield f"« {pronoun} » may stand for nothing"
    if found := RELATIVE[lang].search(plain(unquoted)):
        yield f"relative time: {found[0]}"
    if found := META[lang].search(question):
        yield f"it speaks of the text: {found[0]}"
    if plain(card.quote) not in article:
        yield "the quote is not in the article"
    yield from find_option_flaws(card)
    if any(card.form == other.form and question == plain(other.question) for other in earlier):
        yield "another card asks the same"


def find_option_flaws(card: Card) -> Iterator[str]:
    """The defects of a choice card's options."""
    if card.form != "choice":
        return
    options, key = [plain(o) for o in card.options], plain(card.answer)
    if len(set(options)) < max(3, len(options)):
        yield "options repeat or are fewer than 3"
    if options.count(key) != 1:
        yield "the key is not once among the options"
    if len(key) > 12 and len(key) > 1.5 * max((len(o) for o in options if o != key), default=len(key)):
        yield "the key is by far the longest option"


def hanging_pronoun(question: str, lang: str) -> str | None:
    """The first pronoun with no name before it; the subject of an inversion is grammar where a noun stands before it."""
    for clitic in CLITIC.finditer(question):
        before = question[: clitic.start()]
        if clitic["verb"].lower() not in IMPERSONAL and not DETERMINED.search(before) and not NAME.search(before):
            return clitic[0]
    rest = CLITIC.sub(lambda m: " " * len(m[0]), question)
    return next((m[0] for m in PRONOUN[lang].finditer(rest) if not NAME.search(rest[: m.start()])), None)


@cache
def right_types() -> dict[str, dict[str, list[str]]]:
    """tests/gold/types.toml."""
    return tomllib.loads((GOLD / "types.toml").read_text("utf-8"))


def is_of_type(card: Card, gold: str) -> bool:
    """Whether the type of the card's fact, or the role that it asks, fits a gold fact of type `gold`."""
    fitting = right_types()[gold]
    return card.type in fitting["types"] or card.role.rstrip("0123456789") in fitting.get("roles", ())


@dataclass
class Tally:
    """Counts over articles; those by type are keyed by the gold type (facts, found) or by our own (cards, on_gold, right)."""

    facts: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    top: int = 0
    top_found: int = 0
    cards: Counter[str] = field(default_factory=Counter)
    on_gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    traps: int = 0
    flawed: int = 0
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """What is pinned, in per cent (traps: a count)."""
        return {
            "recall": percent(self.found.total(), self.facts.total()),
            "recall_3": percent(self.top_found, self.top),
            "types": percent(self.right.total(), self.on_gold.total()),
            "traps": self.traps,
            "flawed": percent(self.flawed, self.cards.total()),
        }


def percent(part: int, whole: int) -> float:
    """`part` of `whole`, with one decimal."""
    return round(100 * part / max(1, whole), 1)


def measure(gold: Mapping[str, Any], deck: Deck, tally: Tally) -> None:
    """Count `deck` against `gold`, into `tally`."""
    asked = {fact["id"]: [card for card in deck.cards if asks(card, fact)] for fact in gold["facts"]}
    for fact in gold["facts"]:
        found = bool(asked[fact["id"]])
        tally.facts[fact["type"]] += 1
        tally.found[fact["type"]] += found
        tally.top += fact["importance"] == TOP
        tally.top_found += fact["importance"] == TOP and found
        if not found:
            tally.notes.append(f"missed {fact['id']} [{fact['importance']}] {fact['question']} -> {fact['answers'][0]}")
    article = plain(deck.article.text) if deck.article else ""
    for number, card in enumerate(deck.cards):
        types = [fact["type"] for fact in gold["facts"] if card in asked[fact["id"]]]
        tally.cards[card.type] += 1
        tally.on_gold[card.type] += bool(types)
        tally.right[card.type] += any(is_of_type(card, gold_type) for gold_type in types)
        shown = f"{card.question.replace(GAP, '...')} -> {card.answer}"
        if types and not any(is_of_type(card, gold_type) for gold_type in types):
            tally.notes.append(f"type   {card.type}, gold {'/'.join(types)}: {shown}")
        fallen = [trap for trap in gold["traps"] if states(card, trap)]
        tally.traps += len(fallen)
        tally.notes += (f"trap   {shown}: {trap['why']}" for trap in fallen)
        flaws = list(find_flaws(card, article, deck.cards[:number], deck.lang))
        tally.flawed += bool(flaws)
        tally.notes += [f"flaw   {shown}: {'; '.join(flaws)}"] if flaws else []


def languages() -> list[str]:
    """The languages that have gold articles."""
    return sorted({path.parent.name for path in gold_files()})


def gold_files(lang: str = "*") -> list[Path]:
    """The gold files of a language, or of all; the article of each has the same stem."""
    return sorted(GOLD.glob(f"{lang}/*.json"))


def measure_all(lang: str, *, details: bool = False) -> Tally:
    """Build and count every gold article of a language, with a line for each."""
    whole = Tally()
    for path in gold_files(lang):
        gold = json.loads(path.read_text("utf-8"))
        deck, _ = make_deck(str(GOLD / gold["article"]), Settings())
        before = whole.found.total(), whole.facts.total(), whole.top_found, whole.top
        measure(gold, deck, whole)
        after = whole.found.total(), whole.facts.total(), whole.top_found, whole.top
        found, facts, top_found, top = (b - a for a, b in zip(before, after, strict=True))
        print(f"{path.stem:32} recall {found:3} of {facts:3}   importance 3 {top_found:2} of {top:2}   cards {len(deck.cards):3}")
        for note in whole.notes if details else ():
            print(f"    {note}")
        whole.notes.clear()
    return whole


def report(tally: Tally) -> None:
    """Print the counts by type."""
    print("\ngold facts of type        asked")
    for name, facts in sorted(tally.facts.items()):
        print(f"  {name:20} {tally.found[name]:4} of {facts:4}  {percent(tally.found[name], facts):5} %")
    print("\ncards on facts of type    ask a gold fact   of a fitting type")
    for name, cards in sorted(tally.cards.items()):
        print(f"  {name:20} {tally.on_gold[name]:4} of {cards:4}  {tally.right[name]:8} of {tally.on_gold[name]:4}")


def complaints(figures: Mapping[str, float], pinned: Mapping[str, Any], history: Sequence[Mapping[str, Any]], lang: str = "fr") -> Iterator[str]:
    """What is wrong with `figures` against the `pinned` floors and limits, and with those eased since `history` without a word."""
    where = f"tests/gold/{lang}/{FLOORS}"
    floors, limits = pinned.get("floors", {}), pinned.get("limits", {})
    for name, figure in figures.items():
        if name not in floors and name not in limits:
            yield f"“{name}” is {figure} and has neither a floor nor a limit: give it one in {where}"
        elif figure < floors.get(name, figure):
            yield f"“{name}” is {figure}, under its floor {floors[name]}: mend what made it fall"
        elif figure > limits.get(name, figure):
            yield f"“{name}” is {figure}, over its limit {limits[name]}: mend what made it rise (ARGS=--details names the cards)"
    for name in {*floors, *limits} - set(pinned.get("eased", {})):
        highest = max((old["floors"][name] for old in history if name in old.get("floors", {})), default=0)
        lowest = min((old["limits"][name] for old in history if name in old.get("limits", {})), default=limits.get(name, 0))
        if floors.get(name, highest) < highest or limits.get(name, lowest) > lowest:
            yield f"“{name}” was stricter in an earlier commit: say why it is eased under [eased] in {where}"


def past_pins(lang: str) -> list[dict[str, Any]]:
    """The floor file of a language in every commit that git remembers, wherever it lay; nothing where there is no git."""
    log = _git("log", "--follow", "--format=%H", "--name-only", "--", f"{lang}/{FLOORS}").split()
    top = _git("rev-parse", "--show-toplevel").strip()
    return [tomllib.loads(_git("-C", top, "show", f"{commit}:{path}")) for commit, path in zip(log[::2], log[1::2], strict=True)]


def _git(*words: str) -> str:
    """What git prints in the folder of the floors; nothing if it fails (no repository, a commit without the file)."""
    try:
        return subprocess.run(["git", *words], cwd=GOLD, capture_output=True, text=True, check=False, encoding="utf-8").stdout
    except FileNotFoundError:
        return ""


def raise_floors(figures: Mapping[str, float], text: str) -> str:
    """`text` of the floor file with each floor at its figure where that is higher; the rest of the file as it was."""
    for name, floor in tomllib.loads(text)["floors"].items():
        if figures.get(name, 0) > floor:
            text = re.sub(rf"(?m)^{name} = [\d.]+", f"{name} = {figures[name]}", text, count=1)
    return text


def judge(lang: str, *, details: bool, raised: bool) -> list[str]:
    """Measure a language, print its figures, and tell what is wrong with them; `raised` pins what is better."""
    tally = measure_all(lang, details=details)
    report(tally)
    figures, path = tally.figures(), GOLD / lang / FLOORS
    if raised:
        path.write_text(raise_floors(figures, path.read_text("utf-8")), "utf-8")
    pinned = tomllib.loads(path.read_text("utf-8"))
    print(f"\n{lang} figure   now   pinned")
    for name, figure in figures.items():
        print(f"  {name:8} {figure:6} {({**pinned['floors'], **pinned['limits']}).get(name, '-'):>8}")
    return list(complaints(figures, pinned, past_pins(lang), lang))


def main() -> int:
    """The gate: 0 if every figure of every language holds its floor."""
    parser = argparse.ArgumentParser(prog="make gate", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--raise", dest="raised", action="store_true", help="pin the figures that are better than their floors")
    parser.add_argument("--details", action="store_true", help="name what was missed, and each trap and flaw")
    parser.add_argument("--lang", choices=languages(), help="one language only")
    options = parser.parse_args()
    chosen = [options.lang] if options.lang else languages()
    wrong = [line for lang in chosen for line in judge(lang, details=options.details, raised=options.raised)]
    for line in wrong:
        print(f"make gate: {line}.", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
