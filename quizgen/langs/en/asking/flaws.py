"""The English words and patterns by which a worded card shows its flaws."""

from __future__ import annotations

import re

from quizgen.langs.en.forms.dates import WEEKDAYS
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.word_flaws import FlawWords, WordFlaws, plain

_NEAR = "yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening|week|weekend|month|year)|(?:last|next) (?:night|week|weekend|month|year)"
_THERE = r"(?<!is )(?<!was )(?<!are )(?<!were )there(?! (?:is|was|are|were)\b)"  # a place, not « there is »
_FEW = "(?:two|three|four|five|six|seven|eight|nine|ten)"  # « the three parties », which nobody has named
_ASKING = "do|does|did|has|have|had|was|were|is|are|will|would|may|could"  # before the subject of a question
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_WEEKLY = "market|school|prayer|paper|newspaper|mass|matinee|league"  # « the Sunday market »: what comes every week is told so for ever
# What follows a noun that nothing belongs to: the end, a verb, a preposition other than « of », « to » and « for ».
_BARE = r"(?=$| (?:costs?|is|are|was|were|has|have|had|will|would|could|may|might|must|in|on|at|by|from|with|into|too|more|less|_+)\b| \w+(?:ed|s)\b)"

FLAWS = WordFlaws(
    FlawWords(
        lists={
            name: read_words("items")[name]
            for name in ("absolute", "vague", "negative", "all_of_them", "none_of_them", "unfocused", "truth_values", "interrogatives")
        },
        empty=frozenset(
            "the a an of to in on at by for with from and or as that this these those its his her their into about some is was were be than per s"
            " mr ms mrs because due owing thanks".split()
        ),
        opening_betrays=True,
        quotes=("“", "”"),
        article=re.compile(r"^(?:the|a|an) ", re.I),
        plainest="article dated",
        nameless=frozenset(("which", "what", "where", "when", "whom", "whose", "according", *_MONTH.split("|"))),
        taken_up=re.compile(rf"\b(?:{_ASKING}) the (?!\w+est |most |first |only )[a-z]+ (?!(?:of|in|at|from|for) )[a-z]+"),
        relative=re.compile(rf"\b(?:{_NEAR}|(?:{'|'.join(WEEKDAYS)}))\b(?!s|(?: the)? \d| (?:{_MONTH}) \d| (?:{_WEEKLY})s?\b)"),
        dangling=re.compile(
            rf"\b(?:the (?:latter|former|aforementioned|article|passage)|further (?:north|south|east|west|inland|away|up|down)|"
            r"(?:miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?) (?:down|up)stream(?! (?:of|from|to)\b)|"
            rf"th(?:is|at) decision|{_THERE}|"
            rf"^(?:(?! and ).)*?(?<!of )\bthe {_FEW} (?!days|weeks|months|years)\w+s(?! (?:of|who|which|that|in|from|at|between|named|called)\b)|"
            r"this (?:article|text|passage|story))\b"
        ),
        pronoun=re.compile(
            r"\b(?:he|she|they|him|(?<!_ of )them|himself|herself|themselves)\b|(?<!made )(?<!makes )(?<!make )\bit\b(?! (?:is|was|be|take|cost)\b)",
            re.I,
        ),
        negation=re.compile(r"(?i)\b(?:not|never|no longer|cannot|\w+n’t)\b"),
        second=r"and (?:(?:in|on|to|from|by|for|at) )?",
        open_article=re.compile(r"(?i)\b(?:an?|the)\s*(?:_+)?\s*[?:…]*$"),
        openings=tuple(
            re.compile(pattern)
            for pattern in (r"the ", r"an? ", r"(?:his|her|its|their) ", r"(?:in|at|on|near|to|into|towards) ", r"(?:by|with|for|against|from) ")
        ),
        set_typography=set_typography,
        years=re.compile(r"\b(\d{1,3}) years?\b"),
        loose=re.compile(rf"\bthe (?:[a-z]+(?:ed|ing) )?({'|'.join(sorted(map(plain, word_set('items', 'loose'))))})\b{_BARE}"),
    )
)

find_flaw, RULES = FLAWS.find_flaw, FLAWS.rules
