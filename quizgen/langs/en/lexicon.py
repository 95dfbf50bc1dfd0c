"""The pack's words, read from words/*.toml once and checked: a misspelt or missing key is an error that names it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from quizgen.langs.words import pick_words, read_table

_FOLDER = Path(__file__).parent / "words"
_KEYS = {
    "countries": {"demonyms", "other_names"},
    "distractors": {"bare_bodies", "bodies", "bounds", "cities", "known_bodies", "numbers", "offices", "portfolios", "regions", "seas", "tens"},
    "grammar": {"additions", "approximations", "causes", "conditions", "degrees", "demonstratives", "determiners", "function_words", "hedges",
        "likelihoods", "own", "past_marks", "pointing", "relative_time", "sources", "thin", "unresolved"},
    "irregular": {"doubling", "verbs"},
    "items": {"absolute", "all_of_them", "interrogatives", "loose", "negative", "none_of_them", "truth_values", "unfocused", "vague"},
    "names": {"addresses", "feminine", "feminine_nouns", "feminine_titles", "masculine", "masculine_nouns", "masculine_titles", "not_names",
        "noble_titles", "organisations", "regions", "seas", "southern", "titles", "openings", "with_s"},
    "nouns": {"bodies", "countries", "crowds", "dimensions", "durations", "for_countries", "hanging", "helping", "fractions", "monies",
        "frames", "functions", "happenings", "hyphened", "informed", "of_bodies", "totals", "named_before", "occasions", "of_a_firm", "of_a_team",
        "of_something", "of_state", "positions", "organisations", "persons", "places", "seas", "situational", "spots", "unique", "units",
        "vague", "vessels", "granted", "feats", "with_infinitive", "works", "figures", "figures_alone", "deaths", "documents", "gatherings",
        "courtesies", "in_names", "findings", "settlements", "material", "comments", "minor_offices", "inquiries", "of_a_body", "operations",
        "plain_people", "traders", "aims", "of_a_day", "cited", "levels"},
    "questions": {"bodies", "classes", "costing", "covering", "changing", "currencies", "done_to_bodies", "expecting", "in_firms", "leading",
        "lengths", "moving", "oceans", "playing", "rulings", "telling", "signs", "trades", "voting", "ranging"},
    "scenes": {"scenes", "same_things", "taking_up", "thin", "known", "domains"},
    "verbs": {"announcing", "awaited", "believing", "blaming", "bringing", "denying", "dreading", "dwelling", "empty", "finding", "going_on",
        "governs", "granting", "judging", "light", "lying", "modality", "naming", "needs_both", "needs_object", "open", "plain_saying", "promising",
        "recipients", "saying_about", "report", "shared", "taking_part", "speaking", "standing", "trading", "depriving",
        "succeeding", "valuing", "types", "with_aim",
        "costing_somebody", "done_by_people", "done_to_people", "placing", "resolving", "urging", "ordering", "sinking", "sentencing", "gathering",
        "attending", "of_a_time", "setting", "ending", "making", "of_a_city", "tracing", "courtesy", "of_a_life", "answering", "counting", "watching",
        "starting", "penalising", "winning", "harming", "carrying", "answered_for", "reasoning", "reaching"},
}  # fmt: skip


@cache
def read_words(name: str) -> dict[str, Any]:
    """The table of words/`name`.toml. Raises PackError for a key that is unknown or missing."""
    return read_table(_FOLDER / f"{name}.toml", _KEYS.get(name))


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """The word list at `keys` of words/`name`.toml as a set."""
    return pick_words(read_words(name), keys)


@cache
def actors() -> frozenset[str]:
    """The nouns of people by what they are or do, as lemmas."""
    return word_set("nouns", "functions") | word_set("nouns", "persons")


def verb_type(lemma: str) -> str:
    """The fact type that a verb announces, or « action »."""
    return next((name for name, lemmas in read_words("verbs")["types"].items() if lemma in lemmas), "action")


def modality_of(lemma: str) -> str:
    """What a verb makes of the clause under it (planned, wanted, …), or « actual »."""
    return next((name for name, lemmas in read_words("verbs")["modality"].items() if lemma in lemmas), "actual")
