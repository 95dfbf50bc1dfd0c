"""A card -> its item flaws, by name: those that show in any language here, those that need words in the language pack.

Source: the item-writing rules of Haladyna, Downing and Rodriguez (2002); docs/item-flaws.md lists all of them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from quizgen.cards.uniqueness import words
from quizgen.langs import Flaw, FlawRule, LanguagePack
from quizgen.model import GAP, Card

LONGER = 1.2  # times the next longest option, from which the key stands out
SHORT = 3  # letters by which options may differ unseen, whatever their length
FEWEST = 3  # options
FAR = 10.0  # times the key, from which a number is no temptation
TELLING = 4  # letters of a word that carries meaning
SYMBOL = re.compile(r"(?:\w+ )?[A-D1-4](?:,? \w{1,3})? [A-D1-4]")  # « A et B », « both 1 and 3 »
SENTENCE_END = re.compile(r"[a-zà-ÿ»)]{2,}[.!]\s+\S")

ASKING, CHOICE = ("open", "choice"), ("choice",)


def find_flaws(card: Card, pack: LanguagePack) -> tuple[Flaw, ...]:
    """Every flaw of `card`, the language's own last."""
    return tuple(flaw for rule in (*RULES, *pack.flaw_rules()) if (flaw := rule.judge(card, pack)))


def others(card: Card) -> tuple[str, ...]:
    """The options that are not the key."""
    return tuple(option for option in card.options if option != card.answer)


def sizes(card: Card, pack: LanguagePack) -> list[float | None]:
    """The value of each option that is a number or a date."""
    return [pack.magnitude(option) for option in card.options]


def is_ordered_kind(card: Card, pack: LanguagePack) -> bool:
    """Whether every option is a number or a date."""
    return bool(card.options) and all(size is not None for size in sizes(card, pack))


def telling(text: str) -> frozenset[str]:
    """The words of `text` that carry meaning."""
    return frozenset(word for word in words(text) if len(word) >= TELLING)


def _few_options(card: Card, pack: LanguagePack) -> str | None:
    distinct = len({" ".join(sorted(words(option))) for option in card.options})
    if distinct < len(card.options):
        return "an option is there twice"
    return f"{distinct} options" if distinct < FEWEST else None


def _no_key(card: Card, pack: LanguagePack) -> str | None:
    return None if card.options.count(card.answer) == 1 else f"“{card.answer}” is not one of the options"


def _two_right(card: Card, pack: LanguagePack) -> str | None:
    right = {words(text) for text in (card.answer, *card.also_right)}
    also = next((option for option in others(card) if words(option) in right), None)
    return f"“{also}” is right too" if also else None


def _longest_key(card: Card, pack: LanguagePack) -> str | None:
    longest = max(map(len, others(card)), default=0)
    stands_out = len(card.answer) > LONGER * longest and len(card.answer) - longest > SHORT
    return f"“{card.answer}” is the longest option by far" if stands_out and not is_ordered_kind(card, pack) else None


def _unordered(card: Card, pack: LanguagePack) -> str | None:
    values = [size for size in sizes(card, pack) if size is not None]
    if len(values) < len(card.options) or all(a <= b for a, b in pairwise(values)):
        return None
    return f"{' / '.join(card.options)} are not in order"


def _mixed(card: Card, pack: LanguagePack) -> str | None:
    known = [size is not None for size in sizes(card, pack)]
    return "numbers or dates stand beside other things" if any(known) and not all(known) else None


def _repeated_word(card: Card, pack: LanguagePack) -> str | None:
    elsewhere = frozenset().union(*map(telling, others(card)))
    repeated = sorted((telling(card.question) & telling(card.answer)) - elsewhere)
    return f"“{repeated[0]}” stands in the question and in the key alone" if repeated and not is_ordered_kind(card, pack) else None


def _convergence(card: Card, pack: LanguagePack) -> str | None:
    if is_ordered_kind(card, pack):
        return None
    shared = {o: sum(len(telling(o) & telling(other)) for other in card.options if other != o) for o in card.options}
    most = max((shared[o] for o in others(card)), default=0)
    return f"“{card.answer}” shares the most words with the other options" if shared.get(card.answer, 0) > most else None


def _k_type(card: Card, pack: LanguagePack) -> str | None:
    for option in card.options:
        held = [o for o in card.options if o != option and telling(o) and telling(o) < telling(option)]
        if len(held) > 1 or SYMBOL.fullmatch(option):
            return f"“{option}” joins other options"
    return None


def _implausible(card: Card, pack: LanguagePack) -> str | None:
    key = pack.magnitude(card.answer)
    for option in card.options:
        size = pack.magnitude(option)
        if key and size is not None and not key / FAR <= size <= key * FAR:
            return f"“{option}” is too far from the rest to be thought right"
    return None


def _gap_in_stem(card: Card, pack: LanguagePack) -> str | None:
    rest = card.question.partition(GAP)[2]
    return "the gap is not at the end of the question" if re.search(r"\w", rest) else None


def _no_question(card: Card, pack: LanguagePack) -> str | None:
    asks = card.question.rstrip().endswith("?") or (card.form == "choice" and GAP in card.question)
    return None if asks else "it does not end with a question mark"


def _gratuitous(card: Card, pack: LanguagePack) -> str | None:
    told = SENTENCE_END.search(card.question)
    return f"“{card.question[: told.end() - 1].strip()}” is told before the question" if told else None


def _no_context(card: Card, pack: LanguagePack) -> str | None:
    return None if card.context.strip() else "nothing tells which event, and when"


RULES = (
    FlawRule(name="few-options", find=_few_options, forms=CHOICE, todo="Give three or four options, all different."),
    FlawRule(name="no-key", find=_no_key, forms=CHOICE, todo="Write the answer among the options, in the same words."),
    FlawRule(name="two-right-options", find=_two_right, forms=CHOICE, todo="Replace the option by one that is wrong."),
    FlawRule(name="longest-key", find=_longest_key, forms=CHOICE, todo="Shorten the key, or lengthen another option."),
    FlawRule(name="unordered-options", find=_unordered, forms=CHOICE, todo="Put numbers and dates in their order."),
    FlawRule(name="mixed-options", find=_mixed, forms=CHOICE, todo="Let all options be of the kind that is asked for."),
    FlawRule(name="repeated-word", find=_repeated_word, forms=CHOICE, todo="Take the word out of the question, or put it into another option too."),
    FlawRule(name="convergence", find=_convergence, forms=CHOICE, todo="Choose options that share no words, or share them evenly."),
    FlawRule(name="k-type", find=_k_type, forms=CHOICE, todo="Let each option stand for one thing."),
    FlawRule(name="implausible-distractor", find=_implausible, forms=CHOICE, todo="Choose a number of the same order."),
    FlawRule(name="gap-in-stem", find=_gap_in_stem, forms=CHOICE, todo="Ask a question, or put the gap at the end."),
    FlawRule(name="no-question", find=_no_question, forms=ASKING, todo="Ask a question, with a question mark."),
    FlawRule(
        name="gratuitous-information", find=_gratuitous, forms=ASKING, todo="Keep to the question; what sets the scene belongs into the context line."
    ),
    FlawRule(name="missing-context", find=_no_context, todo="Add a context line: the event in a few words, and its date."),
)
