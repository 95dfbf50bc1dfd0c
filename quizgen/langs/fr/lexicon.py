"""The pack's words, read from words/*.toml once and checked: a misspelt or missing key is an error that names it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from quizgen.langs.words import pick_words, read_table

_FOLDER = Path(__file__).parent / "words"
_KEYS = {
    "verbs": {
        "report", "recipients", "addressing",
        "placing", "happening", "human", "undergone", "ceded", "befalling", "consulted", "harming", "felling", "moved", "impersonal",
        "shared", "felt", "happen", "judging",
        "awaited", "voting", "looking_ahead",
        "needs_object", "needs_both", "reflexive_of", "noun_like", "entitling", "called_off", "christening",
        "seeing", "winning", "awarding", "measuring",
        "adding", "changing", "falling", "timed", "denying", "lasting", "leading", "states",
        "appointing", "composing", "governs", "types", "modality", "auxiliaries", "light", "trends", "graded",
    },
    "clauses": {
        "done_to_things",
        "depriving", "dying", "ended", "meant_for",
        "causing", "caused", "appearing", "appearing_reflexive", "taking_both", "leading", "ready", "holding", "counting", "visiting", "common",
        "starting",
        "asked", "idioms", "limiting", "participles", "passing", "picking", "until_then", "weighing", "allowing",
        "told_apart", "lent", "granted", "consent", "getting", "on_something", "unasked", "compounds", "facing", "beating", "averse", "on_matter",
        "somebody", "meanwhile", "support", "hollow", "naming", "standing", "measures", "sought", "tails", "circumstances",
    },
    "nouns": {
        "accounts", "administrations", "guards", "elements", "mishaps", "personal_functions", "personal_fields", "personal_things",
        "functions", "unique", "no_offices", "sent", "feminine_endings", "masculine_endings", "against_ending",
        "persons", "forces", "armies", "meetings", "listening", "people", "countries", "places", "seas", "organisations",
        "durations", "periods",
        "young", "led", "led_bodies", "mutual", "held_by_one",
        "measures", "frames", "manners", "groups", "called_people", "named_after", "dimensions",
        "vague_qualities", "colouring", "colours",
        "toll", "situational", "shares", "vague", "alike", "spots", "classes", "sides", "conditions", "occasions", "rare_events", "bodies", "members",
        "parts_of", "unique_places", "firms", "rounded", "rulers", "professions", "voices", "outlets", "kin", "unique_to_owner",
        "events_held", "shared_offices", "sole_of",
        "days", "disasters", "titled", "work_parts", "leaves", "works", "qualified", "houses", "sole_bodies", "camps", "votes",
        "institutions", "political_sides",
        "political_adjectives", "feminine_acronyms",
        "units", "unit_dimensions", "long", "lasting", "deeds", "done", "settlements", "streets", "fictions",
        "held", "belongings", "body_parts", "currencies", "lengths", "events",
        "sizes", "feminine_sizes",
        "retold", "contests", "rounds", "works_on", "race_parts", "races", "firm_parts", "firm_deeds", "works_done", "posts",
        "holding_name", "unfolding", "turning", "tried", "dated_deeds", "branches",
    },
    "grammar": {"now",
        "function_words", "determiners", "demonstratives", "possessives", "own", "unresolved", "pointing", "aside_openers", "connectives",
        "beside_others", "likening", "ranking", "doubts", "concessions", "causes",
        "relative_time", "approximations", "accented_capitals",
    },
    "countries": {
        "masculine_in_e", "feminine", "plural_masculine", "plural_feminine", "without_article", "regions", "other_names", "demonyms",
        "other_demonyms",
    },
    "distractors": {
        "bounds", "numbers", "tens", "collectives", "seas", "bodies", "masculine_bodies", "portfolios", "masculine_offices", "feminine_offices",
        "regions", "cities", "led_cities",
    },
    "items": {
        "absolute", "vague", "negative", "all_of_them", "none_of_them", "unfocused", "truth_values", "interrogatives", "weightless", "loose",
        "bulletins",
    },
    "speech": {
        "estimating", "aims", "bodies", "documents", "states", "answered", "demanding", "slanted", "wide", "pale", "own_plan", "for_others",
        "compelling", "claiming", "showing", "saying", "pale_topics", "talks", "going_on", "knowing", "supposed", "promising", "wished", "stance",
        "learning", "minded", "seen", "blame",
    },
    "spelling": {"slips", "before_infinitive"},
    "names": {"addresses", "seas", "celestial", "ours", "plural_places",
        "not_names", "feminine", "masculine", "organisations", "masculine_heads", "feminine_heads"},
}  # fmt: skip


@cache
def read_words(name: str) -> dict[str, Any]:
    """The table of words/`name`.toml. Raises PackError for a key that is unknown or missing."""
    return read_table(_FOLDER / f"{name}.toml", _KEYS.get(name))


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """The word list at `keys` of words/`name`.toml as a set."""
    return pick_words(read_words(name), keys)


def verb_type(lemma: str) -> str:
    """The fact type that a verb announces, or « action »."""
    return next((name for name, lemmas in read_words("verbs")["types"].items() if lemma in lemmas), "action")


def modality_of(lemma: str) -> str:
    """What a verb makes of the clause under it (planned, wanted, …), or « actual »."""
    return next((name for name, lemmas in read_words("verbs")["modality"].items() if lemma in lemmas), "actual")
