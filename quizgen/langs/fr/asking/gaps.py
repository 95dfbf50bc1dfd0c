"""The gap: a clause -> a sentence with one part left out; and a passage of the article with its gap."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs import Wording
from quizgen.langs.fr.asking.questions import also_right, bare_name, is_bare_holder, reason_against_role
from quizgen.langs.fr.asking.saying import say_statement
from quizgen.langs.fr.asking.untold import reason_untold
from quizgen.langs.fr.asking.worth import clearness, worth_of_count
from quizgen.langs.fr.clause.attendance import without_attendance
from quizgen.langs.fr.forms.geography import plain, plain_set
from quizgen.langs.fr.forms.morphology import elide, join_preposition, lower_first, upper_first
from quizgen.langs.fr.forms.typography import set_typography
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.reference.names import heads, organisations
from quizgen.langs.passages import word_gap
from quizgen.langs.presenting import present
from quizgen.langs.targets import find_target, quality_of
from quizgen.langs.trimming import shorten, swap
from quizgen.model import GAP, Argument, Clause, Fact, Phrase

CLOZE_KINDS = ("country", "city", "region", "sea", "time")  # places and dates; a name in another gap is asked better by a question


def gap(fact: Fact, role: str) -> Wording | str:
    """The fact said as a sentence with `role` as a gap, or the reason for none."""
    if fact.told is not None:
        return gap_told(fact, role)
    clause, target = fact.clause, find_target(fact, role)
    if clause is None or target is None:
        return "it is told with the fact, not asked"
    if reason := reason_against_role(fact, role) or reason_untold(clause, target) or reason_against_gap(fact, clause, target, role):
        return reason
    clause = present(without_attendance(clause, target), target)
    if role != "number" and target.kind == "person" and len(target.entities) == 1:
        clause = swap(clause, target, named := replace(target, text=target.entities[0].name))
        target = named
    answer = lower_first(target.count) if role == "number" else bare_name(target)
    if target is clause.subject or (role != "number" and not (target.marker or target.kind == "time")):
        return "the open question asks it better"
    if role != "number" and (
        target.kind not in CLOZE_KINDS
        or not (target.kind == "time" or target.entities or target.named)
        or not answer
        or clause.verb.lemma in word_set("clauses", "naming")  # « baptisé Bergen » is no town
        or (len(target.entities) > 1 and target.number == "p")
    ):
        return "what fills the gap is no name, date or number"
    if not answer or (answer not in target.text and role != "number"):
        return "the gap cannot be cut out"
    if role == "number":
        kept, answer = split_count(answer)  # « environ » and its like stay outside of the gap
        holed = replace(target, text=f"{kept}{GAP} {rest_of_count(target, answer)}".strip())
    else:
        holed = replace(target, text=target.text.replace(answer, f"{GAP}{hint_for(target.kind)}", 1))
    lead = f"selon {fact.attribution}, " if fact.attribution else ""
    sentence = say_statement(swap(shorten(clause, target, say_statement), target, holed))
    if f"de {GAP}" in sentence and join_preposition("de", answer).startswith("d’"):
        return "« de » before the gap would be « d’ »"
    return Wording(
        question=set_typography(upper_first(f"{lead}{sentence}.")),
        answer=set_typography(answer),
        also_right=also_right(target, role),
        quality=quality_of(sentence) * 0.9 * clearness(clause, target, fact.type) * worth_of_count(clause, target, role, fact.type),
    )


def reason_against_gap(fact: Fact, clause: Clause, target: Phrase, role: str) -> str | None:
    """Why no sentence with a gap is made of the clause, or None."""
    if clause.verb.negation:
        return "a negated fact is not asked as if it were so"
    if fact.type == "definition" or (fact.type == "role" and clause.subject is not None and clause.subject.presented):
        return "the open question asks it better"
    if target.kind in ("city", "region", "country", "sea") and re.search(r"\w (?:une?|des) \w", target.text):
        return "a place and a thing in one phrase"  # « a dévoilé place X une stèle »
    if role != "number" and any(p is not target and is_bare_holder(p) for p in clause.phrases()):
        return "it is not told which holder of the function is meant"
    return None


def gap_told(fact: Fact, role: str) -> Wording | str:
    """The article's own sentence with its first argument as the gap."""
    if fact.told is None:
        return "it is told with the fact, not asked"
    hint = hint_for if is_shown_kind(fact.arguments[0]) else unhinted
    return word_gap(fact, fact.told, role, hint, set_typography)


def is_shown_kind(argument: Argument) -> bool:
    """Whether a name read as that of a body shows that it is one: known, in capitals, or opened by such a noun; else it may be a probe or a ship."""
    entity = argument.mention.entity
    if argument.kind != "organisation" or entity is None:
        return True
    names = (entity.name, *entity.aliases)
    bodies = organisations().keys() | heads().keys() | plain_set("nouns", "organisations")
    return any(n.isupper() or plain(n) in bodies or plain(re.split(r"[ ’']", n)[0]) in bodies for n in names)


def unhinted(_kind: str) -> str:
    """No word on what fills a gap."""
    return ""


def hint_for(kind: str) -> str:
    """What kind of word fills a gap, where several would fit."""
    hints = read_words("labels")["hints"]
    return f" ({hints[kind]})" if kind in hints else ""


def rest_of_count(target: Phrase, answer: str) -> str:
    """What follows the gap of a number: « soldats », « de personnes » (for « des milliers »), nothing after « 46 voix contre 41 »."""
    if target.counted in target.count:
        return ""
    of = target.kind != "measure" and not answer[-1:].isdigit() and re.search(rf"{re.escape(answer)} d(e |’)", target.text, re.I)
    return elide("de", target.counted) if of else target.counted


def split_count(count: str) -> tuple[str, str]:
    """(approximation with a space, number) of a count: « environ 4 000 » -> (« environ  », « 4 000 »)."""
    match = re.fullmatch(r"(\D*? )?(\d[\d\s.,]*)", count)
    return (match.group(1) or "", match.group(2)) if match else ("", count)
