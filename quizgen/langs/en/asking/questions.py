"""The realiser: a clause -> an English question for one of its parts, or a sentence with a gap.

Questions about the subject keep the order of the sentence (« Which country proposed… ? »), and so do those about who did what is
told in the passive (« Who built the bridge? »); others put an auxiliary before the subject, « do » where there is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs import Wording
from quizgen.langs.en.asking.figures import ask_figure
from quizgen.langs.en.asking.frames import ask_framed
from quizgen.langs.en.asking.gaps import hint_for
from quizgen.langs.en.asking.question_words import (
    CARRIED,
    CLASSED,
    CLOCK,
    LISTED,
    Asked,
    is_distance,
    is_human,
    is_new_thing,
    named_as,
    question_word,
    subject_word,
)
from quizgen.langs.en.asking.reasons import PROCLAIMING, is_unknown_person, reason_against
from quizgen.langs.en.asking.saying import invert, say_inner, say_parts, say_phrase, say_pronoun, say_statement, say_subject, say_verb
from quizgen.langs.en.asking.worth import clearness, is_vague, says_little
from quizgen.langs.en.clause.causes import CITING, GROUNDS
from quizgen.langs.en.forms.dates import MONTHS
from quizgen.langs.en.forms.morphology import HAVE, lower_first, possessive, third_person, upper_first, with_indefinite
from quizgen.langs.en.forms.typography import set_typography
from quizgen.langs.en.forms.verb_forms import make_active, plain_past, with_number
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.presenting import present
from quizgen.langs.targets import find_target, other_names, quality_of, verb_above
from quizgen.langs.trimming import drop_target, shorten, swap
from quizgen.model import GAP, Clause, Fact, Phrase

CLOZE_KINDS = ("country", "city", "region", "sea", "time")  # a name in another gap is asked better by a question
LONGEST_DEED = 12  # words of a deed up to which it answers « why »
MEANS = ("thanks to", "in response to")  # what helps, or comes first, and is not told as the reason
SIZE = re.compile(r".*\b(high|tall|long|wide|deep|thick|old)")  # « 324 metres high »
SHARE = re.compile(r".*(?:%|percent|per cent) ([a-z]+)")  # « 98 percent full »
MEASURED = ("measure", "duration")
LONGEST_FUNCTION = 3  # words of a function that a question may ask by
MAKERS = {"maker": "make", "producer": "produce", "manufacturer": "make", "seller": "sell", "builder": "build", "publisher": "publish"}
MAKER = re.compile(rf"(?:a|an|the) (?:[\w-]+ )*?({'|'.join(MAKERS)}) of ([a-z][^,]*)")
BEHIND = re.compile(r"(.+?) (?:in|at|for) ")  # what follows the name of a body
NUMBER = re.compile(r"(?i)(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b")
SPENT = re.compile(r"([a-z]+ (?:more|less|money)) on ([a-z].+)")  # « spend more on schools »
EMPLOYED = re.compile(r"(?:(?:the|a|an) )?([^A-Z]+) at ((?:the )?[A-Z].*)")  # « a professor of law at the University of Gao »
APPOINTED = ("director", "judge", "lecturer", "professor", "researcher")  # trades that are positions at a body as well
SINGLE = ("one", "a", "an", "a single")
PERCENT = re.compile(r"(?:%|per ?cent)$")
BESIDE = ("", "by", "to", "from", "compared with", "compared to", "against")  # before a second measure
FRACTION = re.compile(r"(?:halves|thirds|quarters|fifths|sixths|tenths|half|third|quarter|fifth|sixth|eighth|tenth) (of .+)")


def ask(fact: Fact, role: str) -> Wording | str:
    """The open question for `role` of `fact`, or the reason for none."""
    clause, target = fact.clause, find_target(fact, role)
    if clause is not None and role == "purpose" and target is None:
        return _ask_purpose(fact, clause)
    if clause is not None and role == "means" and target is None:
        return _ask_means(fact, clause)
    if clause is None or target is None:
        return "it is told with the fact, not asked"
    if deed := find_deed(clause, target):
        return _ask_deed(fact, clause, deed, target)
    reason = reason_against(fact, target, role)
    if reason is not None:
        return reason
    if matter := SPENT.fullmatch(target.text) if target.kind == "deed" else None:
        return _ask_spending(fact, present(clause, target), target, *matter.groups())
    if fact.type == "definition" and (made := MAKER.fullmatch(target.text)) and clause.subject is not None and target is not clause.subject:
        return _ask_made(fact, clause.subject, clause.verb.finite, *made.groups())
    clause, target = in_active(with_plain_past(without_other_measures(clause, target)), target)
    clause = present(clause, target)
    question = _question(fact, clause, target, role)
    if question is None:
        return "no natural question word fits"
    if target.kind == "instances":
        question = f"{question} (name two)"  # there are others: any two of those told will do
    return Wording(
        question=set_typography(upper_first(f"{lead_of(fact)}{question}?")),
        answer=set_typography(say_phrase(target) if is_carried(clause, target) else answer_of(target, role, verb_above(clause, target).lemma)),
        also_right=_also_right(target, role),
        quality=quality_of(question) * clearness(clause, target, fact.type),
    )


def _ask_made(fact: Fact, maker: Phrase, finite: str, noun: str, goods: str) -> Wording:
    """« What does X make? » for « X, a maker of tableware »: what X is has other answers."""
    question = f"what {'did' if finite in ('was', 'were') else 'does'} {say_subject(maker)} {MAKERS[noun]}"
    return Wording(question=set_typography(upper_first(f"{lead_of(fact)}{question}?")), answer=set_typography(goods), quality=quality_of(question))


def lead_of(fact: Fact) -> str:
    """« according to the army,  » where the fact is somebody's claim, or empty."""
    return f"according to {fact.attribution}, " if fact.attribution else ""


def _question(fact: Fact, clause: Clause, target: Phrase, role: str) -> str | None:
    """The question without its source and mark, in the shape that the role wants."""
    if fact.type == "definition":
        return ask_framed(fact, clause, target)
    if target.kind == "function":
        return _ask_function(clause, target)
    if target.kind == "deed":
        return _ask_what_done(clause, target)
    if (figure := ask_figure(clause, target)) is not None:
        return figure
    if role == "number":
        return _ask_number(clause, target)
    return _ask_subject(clause, target) if target is clause.subject else _ask_other(clause, target)


def _ask_what_done(clause: Clause, deed: Phrase) -> str | None:
    """« What did X urge Y to do? », « What did X say that Y should have done? »: the deed as « do »; what one is to be, without it."""
    above = verb_above(clause, deed)
    perfect = above.rest.endswith("have") or (above.finite in HAVE and above.lemma == deed.head and not above.rest)
    named = above.finite in HAVE and above.lemma == deed.head and above.rest not in ("", "been")  # « say that it had won »
    word = "" if named or above.rest.endswith(("be", "been")) else "done" if perfect else "do" if above.finite else "did"
    if clause.subject is None:
        return None
    told = swap(clause, deed, replace(deed, text=word))
    return f"what {invert(clause.verb, say_subject(clause.subject))} {say_parts(told.complements, clause.subject)}"


def _ask_spending(fact: Fact, clause: Clause, deed: Phrase, lead: str, matter: str) -> Wording | str:
    """« On what does X want to spend more? »: the deed in the question, what it is for as the answer."""
    if clause.subject is None:
        return "nobody is named who does it"
    told = swap(clause, deed, replace(deed, text=lead))
    question = f"on what {invert(clause.verb, say_subject(clause.subject))} {say_parts(told.complements, clause.subject)}"
    asked = set_typography(upper_first(f"{lead_of(fact)}{question}?"))
    return Wording(question=asked, answer=set_typography(matter), quality=quality_of(question) * clearness(clause, deed, fact.type))


def in_active(clause: Clause, target: Phrase) -> tuple[Clause, Phrase]:
    """A passive clause that names who did it, turned for a question on the thing or on when and where it was done: « What did Lund build? »"""
    agent = next((p for p in clause.complements if isinstance(p, Phrase) and p.role.startswith("agent") and p.entities), None)
    turned = _turned(clause, agent) if agent is not None and target is not agent else None
    if turned is None or clause.subject is None or (target is not clause.subject and target.kind not in ("time", "city", "country", "region")):
        return clause, target
    active = turned[0]
    thing = active.complements[0]
    assert isinstance(thing, Phrase)
    return (active, thing) if target is clause.subject else (active, target)


def with_plain_past(clause: Clause) -> Clause:
    """`clause` in the simple past where it is told as past before something that the question does not tell."""
    tied = any(p.kind == "time" and p.marker in ("since", "before", "by", "until") for p in clause.phrases())
    return clause if tied else replace(clause, verb=plain_past(clause.verb))


def gap(fact: Fact, role: str) -> Wording | str:
    """The fact said as a sentence with `role` as a gap, or the reason for none."""
    clause, target = fact.clause, find_target(fact, role)
    if clause is None or target is None:
        return "it is told with the fact, not asked"
    if reason := reason_against(fact, target, role):
        return reason
    holed = _hole_number(target) if role == "number" else _hole_name(clause, target) if fact.type != "definition" else None
    if holed is None:
        return "the open question asks it better"
    phrase, answer = holed
    sentence = say_statement(swap(shorten(present(clause, target), target, say_statement), target, phrase))
    return Wording(
        question=set_typography(upper_first(f"{lead_of(fact)}{sentence.rstrip('.')}.")),
        answer=set_typography(answer),
        also_right=_also_right(target, role),
        quality=quality_of(sentence) * 0.9 * clearness(clause, target, fact.type),
    )


def _hole_number(target: Phrase) -> tuple[Phrase, str] | None:
    """`target` with its number cut out, and the number; « about » and its like stay outside of the gap."""
    _, answer = split_count(lower_first(target.count))
    if answer in SINGLE or answer.endswith(" one"):
        return None
    written = answer if answer in target.text else answer[:1].upper() + answer[1:]
    cut = re.search(rf"(?<![\w-]){re.escape(written)}(?![\w-])", target.text)  # not « twenty » of « twenty-one »
    return (replace(target, text=f"{target.text[: cut.start()]}{GAP}{target.text[cut.end() :]}"), answer) if answer and cut else None


def _hole_name(clause: Clause, target: Phrase) -> tuple[Phrase, str] | None:
    """`target` with its name cut out, and the name; None for a subject, and for what is no place or date."""
    if target is clause.subject or not (target.marker or target.kind == "time"):
        return None
    answer = re.sub(r"^(?:the|a|an) ", "", target.text)
    if target.kind not in CLOZE_KINDS or (len(target.entities) > 1 and target.number == "p") or not (target.entities or target.kind == "time"):
        return None
    hint = hint_for("time" if target.kind == "time" else "place" if target.role.startswith(("place", "destination", "origin")) else "")
    return replace(target, text=target.text.replace(answer, f"{GAP}{hint}", 1)), answer


def split_count(count: str) -> tuple[str, str]:
    """(approximation with a space, number) of a count: « about 4,000 » -> (« about  », « 4,000 »)."""
    match = re.fullmatch(r"(\D*? )?(\d.*)", count)
    return (match.group(1) or "", match.group(2)) if match else ("", count)


def without_other_measures(clause: Clause, target: Phrase) -> Clause:
    """« fell by 3 % to 411 million »: one measure is asked, the other is left out."""
    if not (target.count or target.kind == "measure"):
        return clause
    kept = [target, *(p for p in clause.complements if target is clause.subject and p.role == "object")]  # « How many parties hold 32 seats? »
    others = [p for p in clause.complements if isinstance(p, Phrase) and p not in kept and p.marker in BESIDE and (p.count or p.kind == "measure")]
    return replace(clause, complements=tuple(p for p in clause.complements if p not in others))


def answer_of(target: Phrase, role: str, lemma: str = "") -> str:
    """The words that answer: a number alone, a name in full, a place or time with its preposition where the question word has none."""
    if role == "number":
        part = FRACTION.fullmatch(target.counted)
        if re.match(r"(?:percent|per cent) of ", target.counted):
            return lower_first(f"{target.count} {target.counted.partition(' of ')[0]}")
        return _said_sum(target) or lower_first(f"{target.count} {target.counted.split(' ')[0]}" if part else target.count)
    if listed := LISTED.fullmatch(target.text):
        return listed.group(2)
    if (named := named_as(target)) is not None:
        return named[1]
    if target.marker in (GROUNDS, CITING):
        return target.text
    if target.role == "cause" or (target.role == "quality" and re.match(r"(?:an?|the) ", target.text)):
        return say_phrase(target)  # « as a turning point »
    if lemma in PROCLAIMING and is_proclaimed(target):
        return with_indefinite(target.text.removeprefix("the "))
    if target.role == "age":
        return re.sub(r"[ -]years?[ -]old$", "", target.text)
    if target.kind == "person" and len(target.entities) == 1:
        return target.entities[0].name
    if bare := _name_alone(target):
        return bare
    if len(target.entities) == 1 and target.entities[0].name.endswith(f" {target.text}") and target.text in target.entities[0].aliases:
        return target.entities[0].name  # « Waziri », whom the recogniser took for no person
    classed = CLASSED.fullmatch(target.text) if target.kind in ("organisation", "other") and len(target.entities) == 1 else None
    if classed and classed.group(2) == target.entities[0].name:
        return target.entities[0].name  # « the company Harl », which the question has asked for as a company
    if target.kind == "function":
        bare = re.sub(r"^(?:the|a|an) ", "", target.text)
        if not (is_post(target) or is_trade(target)) and (employed := EMPLOYED.fullmatch(target.text)):
            return employed.group(1)
        if is_post(target) or is_trade(target):
            return target.text if "’" in re.split(r" (?:at|of|for|in|to) ", bare)[0] else bare
        return with_indefinite(bare) if target.text.startswith("the ") and not re.search(r" (?:of|in|at) |\w(?:est|st) ", bare) else target.text
    if (size := SIZE.fullmatch(target.text)) and target.kind in ("measure", "duration"):
        return target.text.removesuffix(f" {size.group(1)}")
    asked = question_word(target, lemma) if target.marker or target.kind == "time" else None
    if target.kind == "time" and not target.marker and asked and asked.keeps:
        return target.text
    return say_phrase(target) if asked and asked.keeps else target.text


def is_proclaimed(target: Phrase) -> bool:
    """Whether « the emergency » is declared for the first time, and so is « an emergency » as an answer."""
    new = target.role in ("object", "content") and target.number == "s" and not target.entities
    return new and " of " not in target.text and target.text.startswith("the ")


def _name_alone(target: Phrase) -> str:
    """A name without what stands beside it: « Elmer Bank in the High Court », « neighbouring Norway »; empty where nothing does."""
    behind = BEHIND.match(target.text) if target.kind == "organisation" and len(target.entities) == 1 else None
    if behind is not None and behind.group(1).removeprefix("the ") == target.entities[0].name:
        return behind.group(1)
    beside = re.fullmatch(r"(?i)neighbou?ring (.+)", target.text) if target.entities else None
    return beside.group(1) if beside is not None else ""


def _said_sum(target: Phrase) -> str:
    """A sum with its currency (« 3 billion euros »), which a question with « how much » leaves to the answer; empty for other counts."""
    first = target.counted.split(" ")[0].lower()
    return f"{lower_first(target.count)} {target.counted.split(' ')[0]}" if first in word_set("questions", "currencies") else ""


def _also_right(target: Phrase, role: str) -> tuple[str, ...]:
    if role == "number":
        _, number = split_count(target.count)
        return (number,) if number != target.count else ()
    return tuple(dict.fromkeys(n for n in other_names(target) if n not in (target.text, answer_of(target, role))))


def _ask_function(clause: Clause, function: Phrase) -> str | None:
    """The office of its holder, the profession of somebody, what one is at a body; None for what else one is."""
    subject, past = clause.subject, clause.verb.finite in ("was", "were")
    if subject is None:
        return None
    if is_post(function):
        return f"what position {'did' if past else 'does'} {say_subject(subject)} hold"
    if is_trade(function):
        return f"what {'was' if past else 'is'} {possessive(say_subject(subject))} profession"
    employed = EMPLOYED.fullmatch(function.text)  # of eleven « Who is X? » readers took three: somebody is more than one thing
    if employed and function.head in word_set("questions", "trades") and function.head not in APPOINTED:
        return f"what {'was' if past else 'is'} the profession of {say_subject(subject)} of {employed.group(2)}"
    return f"what position {'did' if past else 'does'} {say_subject(subject)} hold at {employed.group(2)}" if employed else None


def is_post(function: Phrase) -> bool:
    """Whether a function is an office that one person holds: « chief executive of Harl », « the council’s chief engineer »."""
    lead = re.sub(r"^(?:the|a|an) ", "", function.text).split(" ")[0].lower()
    if re.search(r"(?:director|secretary|governor|attorney|solicitor|surgeon)[- ]general$", function.text):
        return True
    whole = function.text.split()[-1]  # « director-general »
    return (
        bool({function.head, whole} & word_set("nouns", "unique"))
        or function.head.startswith("vice-")
        or "chief " in function.text
        or lead in ("chief", "head", "deputy", "general", "executive")
        or "’s " in function.text
    )


def is_trade(function: Phrase) -> bool:
    """Whether a function is what somebody lives by, and nothing more: « nurse », « railway engineer »."""
    plain = re.fullmatch(r"(?:(?:the|a|an) )?[a-z -]+", function.text) is not None and not re.search(r" (of|at|for|from|in) ", function.text)
    return plain and function.head in word_set("questions", "trades")


def _ask_purpose(fact: Fact, clause: Clause) -> Wording | str:
    """« Why… » answered by the aim, said in the article's words."""
    if any(is_unknown_person(p) or is_vague(p) for p in clause.phrases()):
        return "nobody knows who is meant"
    aim = next((p for p in clause.complements if isinstance(p, Clause) and p.role == "purpose"), None)
    won = clause.verb.lemma in word_set("questions", "playing")  # « beat X to lift the cup » tells what came of it
    bound = won or clause.verb.lemma in word_set("verbs", "with_aim")  # « vote to reject it » tells no reason
    if aim is not None and any(p.role == "object" and says_little(p) for p in clause.complements if isinstance(p, Phrase)):
        return "the deed is too plain for its reason not to be guessed"
    if aim is None or bound or clause.subject is None or clause.verb.negation:
        return "no aim is told"
    without = replace(clause, complements=tuple(p for p in clause.complements if p is not aim))
    question = _inverted("why", without, clause.subject)
    answer = say_inner(aim, clause.subject)
    return Wording(
        question=set_typography(upper_first(f"{lead_of(fact)}{question}?")), answer=set_typography(answer), quality=quality_of(question) * 0.9
    )


def _ask_means(fact: Fact, clause: Clause) -> Wording | str:
    """« How did X cut its debt? » answered by the deed that did it, in the article's words."""
    means = next((p for p in clause.complements if isinstance(p, Clause) and p.role == "means"), None)
    done = any(p.role.endswith("object") for p in clause.complements if isinstance(p, Phrase))
    if means is None or clause.subject is None or clause.verb.negation or not done:
        return "it is not told how"
    if any(is_unknown_person(p) or is_vague(p) for p in clause.phrases()):
        return "nobody knows who is meant"
    without = replace(clause, complements=tuple(p for p in clause.complements if p is not means))
    question = _inverted("how", with_plain_past(without), clause.subject)
    answer = say_inner(means, clause.subject)
    return Wording(question=set_typography(upper_first(f"{lead_of(fact)}{question}?")), answer=set_typography(answer), quality=quality_of(question))


def find_deed(clause: Clause, target: Phrase) -> Clause | None:
    """What somebody is accused of or thanked for, where `target` is a part of it: « ignoring the people of the lake »."""
    deeds = (
        p for p in clause.complements if isinstance(p, Clause) and p.link in ("of", "for", "from", "with", "in") and p.verb.finite.endswith("ing")
    )
    return next((deed for deed in deeds if deed.subject is None and target in deed.phrases()), None)


def _ask_deed(fact: Fact, clause: Clause, deed: Clause, target: Phrase) -> Wording | str:
    """« What did X accuse Y of? », « Why was X fined? », answered by the whole deed, once; or why it is not asked."""
    if clause.subject is None:
        return "nobody is named who does it"
    if target is not next((p for p in deed.phrases() if not (p.same_as_subject or p.role.startswith("told_"))), None):
        return "the deed is asked whole"
    if not deed.whole:
        return "the deed is not told whole"
    words = say_inner(replace(deed, link=""), clause.subject)
    whole = Phrase(role="complement", text=words, span=target.span, marker=deed.link, kind="deed", head=deed.verb.lemma)
    told = present(replace(clause, complements=tuple(whole if p is deed else p for p in clause.complements)), whole)
    if (reason := reason_against(replace(fact, clause=told), whole, whole.role)) is not None:
        return reason
    short = len(words.split()) < LONGEST_DEED
    why = deed.link == "for" and clause.verb.lemma in word_set("verbs", "answered_for") and short
    question = _inverted("why" if why else "what", told, whole, stays=not why)
    answer = f"{deed.link} {words}" if why else words
    return Wording(question=set_typography(upper_first(f"{lead_of(fact)}{question}?")), answer=set_typography(answer), quality=quality_of(question))


def _ask_subject(clause: Clause, subject: Phrase) -> str | None:
    many = len(subject.entities) > 1
    owned = not many and any(re.search(r"\bits?\b", p.text) or p.same_as_subject for p in clause.phrases())
    word = subject_word(subject, many=many, passive=clause.verb.passive, owned=owned)
    if word is None:
        return None
    word = _by_function(clause, subject) or word
    if word == "who" and subject.kind == "organisation" and clause.verb.lemma in word_set("verbs", "sinking"):
        word = "what"  # a ship, or a bank
    if word == "who" and clause.verb.passive and subject.kind != "person" and clause.verb.lemma in word_set("verbs", "making"):
        return None  # « Who was to be built? »
    if (
        word == "what"
        and not is_new_thing(subject)
        and not any((p.role == "object" and p.kind not in MEASURED) or p.role == "told_state" for p in clause.phrases())
    ):
        return None  # « What fell by 3%? »: nobody asks for the thing
    if word == "what" and (
        subject.head in word_set("nouns", "documents")
        or all(p is subject or p.kind == "time" or p.text in ("force", "effect") for p in clause.phrases())
    ):
        return None  # « What criticised the firm? — the report », « What entered into force on 1 May? »
    plural = subject.number == "p" and word.startswith("which ")
    if any(re.search(r"\b(his|her|its|their|each other|one another)\b", p.text) for p in clause.phrases() if p is not subject):
        return None  # « Who withdrew their ambassadors? », « Who sold his house? »: nobody is named that it could be for
    verb = with_number(clause.verb, "p" if plural else "s")
    short = shorten(clause, subject, say_statement)
    told = replace(subject, number="p" if plural or many else "s")  # « who said that they were working »: of two
    return f"{word} {say_verb(verb)} {say_parts(short.complements, told)}".strip()


def _by_function(clause: Clause, subject: Phrase) -> str | None:
    """« which chief executive » took over, « which defender » has won it: a person by the function that the question needs; else None."""
    told = subject.presented or subject.text
    name = subject.entities[0].name if subject.kind == "person" and len(subject.entities) == 1 else ""
    function = told.removesuffix(f" {name}").removeprefix("the ") if name and told.endswith(f" {name}") else ""
    words = function.split()
    if not words or len(words) > LONGEST_FUNCTION or re.search(r"[’']s? ", function):
        return None
    leads = words[-1].lower() in word_set("nouns", "of_a_team") and clause.verb.lemma in word_set("verbs", "standing")  # « Which coach has led »
    plays = leads or words[-1].lower() in word_set("nouns", "positions")
    succeeds = words[-1].lower() in word_set("nouns", "functions") and clause.verb.lemma in word_set("verbs", "succeeding")
    return f"which {function.lower() if function.istitle() else function}" if plays or succeeds else None


def _ask_number(clause: Clause, target: Phrase) -> str | None:
    word = _number_word(clause, target)
    if word is None:
        return None
    if target.role.startswith("agent") and (turned := _turned(clause, target)):
        clause, target = turned
    if target is clause.subject and clause.verb.lemma == "be" and not (clause.complements or clause.verb.rest):
        return None  # « two of which were more than 25 years old »: what they were is cut
    if target is clause.subject:
        share = PERCENT.search(target.count) or target.counted.startswith(("half", "third", "quarter", "fifth", "sixth", "eighth", "tenth"))
        verb = clause.verb if share else with_number(clause.verb, "s" if word.startswith("how much") else "p")
        return f"{word} {say_verb(verb)} {say_parts(shorten(clause, target, say_statement).complements, target)}".strip()
    if target.marker and target.marker not in CARRIED:
        return None
    word, clause = _with_start(word, clause, target)
    return _inverted(f"{target.marker} {word}".strip(), clause, target)


def _with_start(word: str, clause: Clause, target: Phrase) -> tuple[str, Clause]:
    """« how many miles from Gao » with the place that a distance is told from, and the clause without it."""
    behind = (p for p in clause.complements if isinstance(p, Phrase) and p.span.start > target.span.end)
    start = next((p for p in behind if p.marker == "from" or (p.marker in ("off", "outside") and p.span.start < target.span.end + 12)), None)
    if start is None or target.marker or not is_distance(replace(target, text=target.counted)):
        return word, clause
    return f"{word} {say_phrase(start)}", replace(clause, complements=tuple(p for p in clause.complements if p is not start))


def _number_word(clause: Clause, target: Phrase) -> str | None:
    """« how many soldiers », « how much aid » for a sum, « what percentage of the voters »; None for one thing alone."""
    if PERCENT.search(target.count):
        return f"what percentage {target.counted}" if target.counted.startswith("of ") else None
    if re.match(r"(?:percent|per cent|%) (?!of )", target.counted):
        return None  # « 40 per cent more accounts »
    if part := re.match(r"(?:percent|per cent|%) (of .+)", target.counted):
        return f"what percentage {part.group(1)}"
    if part := FRACTION.fullmatch(target.counted):
        return f"what share {part.group(1)}"
    if re.search(r" one$", target.count) and target.number == "s":
        return None  # « at least one party »
    if target.count.lower() in SINGLE:
        first, _, rest = target.counted.partition(" ")
        return f"how many {third_person(first)} {rest}" if target.marker and rest.startswith("per ") else None  # nouns take the same ending
    if own := re.fullmatch(r"of (?:its|their) (.+)", target.counted):
        return f"how many {target.counted if NUMBER.match(own.group(1)) else own.group(1)}"  # « sold all seven of its barges »
    if parted := re.fullmatch(r"of (.+)", target.counted):
        return f"how many of {'the ' if NUMBER.match(parted.group(1)) else ''}{parted.group(1)}"
    if not _said_sum(target):
        return f"how many {target.counted}"
    if target.marker == "at" and verb_above(clause, target).lemma in word_set("verbs", "valuing"):
        return "how much"
    if target.marker in ("to", "at", "from"):
        return "what level"
    rest = " ".join(target.counted.split(" ")[1:])
    if rest.startswith(("of ", "in ")):
        return f"how much {rest[3:]}"
    costs = not target.marker and verb_above(clause, target).lemma in word_set("questions", "costing") and target is not clause.subject
    return f"how much {'' if costs else 'money '}{rest}".strip()


def _ask_other(clause: Clause, target: Phrase) -> str | None:
    if any(isinstance(part, Clause) and part.subject is target for part in clause.complements):
        return None
    if is_carried(clause, target):
        return _inverted("how", clause, target)  # « How will pupils be taken to class? »
    if target.role.startswith("agent") and clause.verb.passive and (make_active(clause.verb) is not None or target.entities):
        return _ask_doer(clause, target)
    if special := _ask_property(clause, target):
        return special
    asked = _other_word(clause, target)
    if asked is None:
        return None
    if asked.word == "why" and (told := _said_around(clause, target)) is not None and clause.subject is not None:
        who = say_pronoun(clause.subject)
        rest = say_parts(drop_target(told, target).complements, clause.subject)
        return f"according to {say_subject(clause.subject)}, why {invert(told.verb, who)} {rest}".strip()
    word = "which club" if asked.word in ("whom", "which organisation") and is_transfer(clause, target) else asked.word
    return _inverted(word, clause, target, stays=asked.stays)


def _said_around(clause: Clause, target: Phrase) -> Clause | None:
    """What the subject says of itself, with `target` in it: « Why did X say that it had shut … ? » could ask why it was said; else None."""
    said = (p for p in clause.complements if isinstance(p, Clause) and p.link == "that" and target in p.complements)
    return next((p for p in said if p.subject is not None and p.subject.same_as_subject), None)


def is_transfer(clause: Clause, target: Phrase) -> bool:
    """Whether a player joins or leaves a body, which then is a club: « Which club did the goalkeeper X join? »."""
    subject = clause.subject
    players = word_set("nouns", "positions") | word_set("nouns", "of_a_team")
    told = f"{subject.presented} {subject.text}".lower().split() if subject is not None else ()
    return clause.verb.lemma in ("join", "leave") and not target.marker and not players.isdisjoint(told)


def is_carried(clause: Clause, agent: Phrase) -> bool:
    """Whether somebody is brought along by a thing, as by a bus: it is the way he goes."""
    thing = agent.kind == "thing" and not (agent.entities or agent.named or is_human(agent))
    return thing and agent.role.startswith("agent") and clause.verb.passive and clause.verb.lemma in word_set("verbs", "carrying")


def _other_word(clause: Clause, target: Phrase) -> Asked | None:
    if target.marker in (GROUNDS, CITING):
        return Asked(word="on what grounds")
    if target.role == "cause":
        return Asked(word=f"{target.marker} what" if target.marker in MEANS else "why")
    if target.role == "quality":
        return Asked(word="what" if clause.verb.lemma in word_set("verbs", "naming") and not target.marker else "how")
    return question_word(target, verb_above(clause, target).lemma)


def _ask_property(clause: Clause, target: Phrase) -> str | None:
    """« How old is X? », « How high is the tower? », « What was the turnout? »: the subject asked for what it is."""
    subject = clause.subject
    if subject is None or clause.verb.lemma != "be" or target not in clause.complements or target.marker:
        return None
    size = SIZE.fullmatch(target.text)
    if target.role == "age":
        return _inverted("how old", clause, target)
    if size and target.kind in ("measure", "duration"):
        return _inverted(f"how {size.group(1)}", clause, target)
    if filled := SHARE.fullmatch(target.text):
        return _inverted(f"how {filled.group(1)}", clause, target)
    return _inverted("what", clause, target) if target.role in ("dimension", "measure") else None


def _ask_doer(clause: Clause, agent: Phrase) -> str | None:
    """« Who built the bridge? » for a bridge that was built by somebody."""
    turned = _turned(clause, agent)
    if turned is None:
        return None
    active, doer = turned
    if agent.kind == "thing" and not (agent.entities or agent.named or is_human(agent)):
        return f"what {say_verb(active.verb)} {say_parts(active.complements, doer)}"
    return _ask_subject(active, doer)


def _turned(clause: Clause, agent: Phrase) -> tuple[Clause, Phrase] | None:
    """A passive clause in the active, and its subject, who was the agent; None if the verb cannot be turned."""
    verb = make_active(clause.verb) if clause.verb.passive else None
    if verb is None or clause.subject is None or agent not in clause.complements:
        return None
    thing = replace(clause.subject, text=say_subject(clause.subject), marker="")
    doer = replace(agent, marker="")
    return replace(clause, verb=verb, subject=doer, complements=(thing, *(p for p in clause.complements if p is not agent))), doer


def before_times(clause: Clause, target: Phrase) -> Clause:
    """`clause` with the part that leaves its preposition behind before a time: « What did X plead guilty to in August? »."""
    if target not in clause.complements:
        return clause
    place = clause.complements.index(target)
    before = (p for p in clause.complements[:place] if isinstance(p, Phrase))
    times = [p for p in before if p.kind == "time" or p.text.lower() in MONTHS or CLOCK.fullmatch(p.text)]
    others = [p for p in clause.complements[:place] if p not in times]
    return replace(clause, complements=(*others, target, *times, *clause.complements[place + 1 :]))


def _inverted(word: str, clause: Clause, target: Phrase, *, stays: bool = False) -> str:
    """`word`, the verb around its subject, and the rest; a preposition that `stays` keeps its place."""
    assert clause.subject is not None
    short = shorten(clause, target, say_statement)
    rest = swap(before_times(short, target), target, replace(target, text="")) if stays else drop_target(short, target)
    parts = say_parts(rest.complements, clause.subject)
    return f"{word} {invert(clause.verb, say_subject(clause.subject))} {parts}".strip()
