"""A clause and the role that is asked -> why a good teacher would not ask it, or None."""

from __future__ import annotations

import re

from quizgen.langs.en.asking.details import MORE_OF_IT, detail
from quizgen.langs.en.asking.figures import is_estimate, is_figure
from quizgen.langs.en.asking.question_words import CLOCK, INSIDE
from quizgen.langs.en.asking.trifles import is_feeling, trifle
from quizgen.langs.en.asking.unsaid import reason_unsaid
from quizgen.langs.en.asking.worth import DEFINITE, EMPTY_DEED, LEAST_WORDS, is_told_of, is_vague, leads_to, says_little
from quizgen.langs.en.forms.geography import is_demonym
from quizgen.langs.en.forms.morphology import HAVE
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.targets import verb_above
from quizgen.model import Clause, Fact, Phrase, Verb

AGED = re.compile(r"(?i)the \d+-year-olds?")
OF_RULERS = {"ask", "urge", "accuse", "press", "thank", "blame", "criticise", "criticize", "beg", "persuade", "pressure", "warn"}
OWNER = re.compile(r"\b(his|her|its|their)\b", re.I)
MEASURED = ("measure", "duration")
PROCLAIMING = ("declare", "proclaim")
SIGHTING = ("spot", "see", "notice", "report", "sight")
AHEAD = ("starts", "begins", "ends", "will", "is", "are")
EXPECTING = ("expect", "fear", "foresee", "predict", "forecast")
NAME = re.compile(r"[A-Z\d]")
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
FEW = 2  # telling words that do not tell one deed from others: « retired at thirty-three », « ordered extra stock »
COMPARED = re.compile(r"(?:^| )(?:better|worse|faster|slower|more easily|more slowly)$|(?:per ?cent|%|times) (?:more|fewer|less|higher|lower)\b")
SOME = ("some ", "many ", "most ", "several ")
# What a city does itself, and no government that is called by its name.
OF_A_CITY = word_set("verbs", "of_a_city")
PART_OF_SUM = re.compile(r"(?:most|some|half|part|much|all) of the [^a-z]*\d")  # « most of the £3 million »
TWO_NUMBERS = re.compile(r"(?<!between )\b\d.* and .*\d")
OF_TWO_YEARS = re.compile(r"\D* of (?:1\d{3}|20\d\d) and (?:1\d{3}|20\d\d)")  # « the finals of 2007 and 2010 »
SHARE = re.compile(r"[^()]*\d ?(?:%|per ?cent|(?:percentage )?points?)")  # « 2.1 percent », of nothing
OWNED = re.compile(r"the (?:service|network|system|site|plant|factory|line|route|operation|business|brand|product|building)")
PERCENT = re.compile(r"\d ?(?:%|per ?cent)")
SUM = re.compile(rf"[£$€¥]\s?\d|\b(?:{'|'.join(sorted(word_set('questions', 'currencies')))})\b")
OTHER_COUNT = re.compile(r"(?i)(?:to|of|from|by) |one-off$|(?:\w+-)?only$")  # « to two », « one-off gains »
NO_NUMBER = re.compile(r"(?:only |just )?(some|several|a few|many|few|no|another|every|each)$")


def reason_against(fact: Fact, target: Phrase, role: str) -> str | None:
    """Why a good teacher would not ask `role` of the clause of `fact`, or None."""
    clause = fact.clause
    assert clause is not None
    if clause.verb.negation:
        return "a negated fact is not asked as if it were so"
    if (unknown := next((p for p in clause.phrases() if is_unknown_person(p) and (p is target or not p.topical)), None)) is not None:
        return f"nobody knows who “{unknown.text}” is"
    if (
        vague := next((p for p in clause.phrases() if is_vague(p) and p.role != "cause" and not (role == "number" and is_told_of(p))), None)
    ) is not None:
        return f"“{vague.text}” could mean anything"
    if any(COMPARED.search(p.text) and " than " not in p.text for p in clause.phrases()):
        return "it is not told than what"
    if (body := next((p for p in clause.phrases() if is_unknown_body(p)), None)) is not None:
        return f"it is not said which “{body.text}” it is"
    if is_priced_body(clause):
        return "it is its shares that are meant"
    if is_unspent(clause):
        return "to whom, or what for, is not told"
    side = trifle(fact, clause, target, role) or detail(fact, clause, target, role)
    if (reason := reason_untold(clause, target) or reason_unsaid(clause, target, role) or side) is not None:
        return reason
    dated = fact.rule == "respective" and any(p.kind == "time" for p in clause.phrases()) and not any(p.count for p in clause.phrases())
    if dated and target.entities and (target is clause.subject or target.role.startswith("agent")):
        return "nothing but a day tells one from the other"
    if is_estimate(clause) and target is not clause.subject and not (target.marker == "at" and is_figure(target)):
        return "the figure is asked, not where or of what"
    if said_depth(clause) > 1:
        return "what one says that another says is too deep"
    if target.kind == "deed" and EMPTY_DEED.match(target.text):
        return "what is answered or decided is told elsewhere"
    if PART_OF_SUM.match(target.text):
        return "the part of a sum is asked by the sum"
    if target.marker == "since" and not is_perfect(clause.verb):
        return "« since » goes with a perfect"
    if role == "number":
        return _against_number(clause, target)
    if target.count and target.counted:
        return "its number is asked"
    return _against_subject(fact, clause, target) if target is clause.subject else _against_other(fact, clause, target, role)


def said_depth(clause: Clause) -> int:
    """How many clauses with a verb of their own stand one in the other: « told them that he had been warned that it would fail » holds two."""
    inner = [p for p in clause.complements if isinstance(p, Clause) and p.subject is not None and p.verb.finite and not p.link.startswith("to")]
    return max((1 + said_depth(p) for p in inner), default=0)


def is_priced_body(clause: Clause) -> bool:
    """Whether a firm is said to rise or fall, as papers write of its shares: « Elmer jumped 29% in Oslo »."""
    subject = clause.subject
    body = (
        subject is not None and subject.kind == "organisation" and bool(subject.entities) and subject.text.removeprefix("the ") in names_in(subject)
    )
    return body and clause.verb.lemma in word_set("questions", "changing") and any(PERCENT.search(p.text) for p in clause.phrases())


def names_in(phrase: Phrase) -> set[str]:
    """What the entities of a phrase are called."""
    return {name for e in phrase.entities for name in (e.name, *e.aliases)}


def is_unspent(clause: Clause) -> bool:
    """Whether a sum is promised or given, and not to whom or what for: « The county promised £4,000 »."""
    sums = [p for p in clause.complements if isinstance(p, Phrase) and SUM.search(p.text) and not p.marker]
    told = any(isinstance(p, Clause) or p.marker in ("to", "for", "towards", "toward") or p.role == "told_receiver" for p in clause.complements)
    aside = clause.verb.rest.endswith("aside")  # « has set aside £3 million »
    return bool(sums) and (aside or clause.verb.lemma in word_set("verbs", "granting")) and not clause.verb.passive and not told


def reason_untold(clause: Clause, target: Phrase) -> str | None:
    """Why the deed leaves the reader to guess at what it was about, or None."""
    markers = {p.marker for p in clause.phrases()}
    blamed = any(isinstance(p, Phrase) and p.role.endswith(("object", "content")) and DEFINITE.match(p.text) for p in clause.complements)
    if clause.verb.lemma in word_set("verbs", "blaming") and blamed and not {"for", "on"} & markers:
        return "it is not told for what"
    followed = clause.verb.lemma in word_set("verbs", "succeeding") and target.kind == "person" and target is not clause.subject
    if followed and "as" not in markers and not any(names_function(p) for p in clause.phrases() if p is not target):
        return "it is not told as what somebody was followed"
    often = any("times" in f"{p.text} {p.counted}".split() for p in clause.phrases())
    if often and any(p.kind == "duration" and p.marker == "in" for p in clause.phrases()) and clause.verb.finite not in ("has", "have"):
        return "until when they are counted is not told"  # « had won it four times in five years »
    if clause.verb.lemma in ("quote", "cite"):
        return "whom somebody quotes matters less than what is said"
    if (
        clause.verb.passive
        and clause.verb.rest.endswith(" out")
        and not markers & {"of", "from"}
        and clause.verb.lemma in word_set("verbs", "urging")
    ):
        return "out of where is not told"  # « were ordered out »
    return reason_undated(clause, target)


def reason_undated(clause: Clause, target: Phrase) -> str | None:
    """Why a day is not worth asking: that on which something is told, on which another event starts, or a period in which a level was measured."""
    if target.kind != "time":
        return None
    subject = clause.subject
    found = clause.verb.passive and subject is not None and subject.head in ("case", "infection", "death")
    if clause.verb.lemma in word_set("verbs", "announcing") and not found:
        return "the day on which something is told is soon of no interest"
    begun = clause.verb.lemma in word_set("verbs", "starting") and not any(
        isinstance(p, Clause) or p.role.endswith("object") for p in clause.complements
    )
    other = (
        subject is not None
        and not subject.topical
        and (
            (bool(subject.entities) and clause.verb.finite in AHEAD)
            or (re.fullmatch(r"[A-Za-z]+", subject.text) is not None and subject.number == "p")
        )
    )
    if begun and other and not any(p.topical for p in clause.phrases()):
        return "when something else starts or ends is a side matter"
    if clause.verb.lemma in word_set("verbs", "taking_part") and clause.verb.finite in ("will", "may", "would"):
        return "in what somebody is to take part is asked, not when"
    if clause.verb.before == "first" and clause.verb.passive and clause.verb.lemma in SIGHTING:
        return "by whom it was first seen matters more than when"
    measured = clause.verb.lemma in word_set("questions", "changing") and any(p.kind == "measure" for p in clause.phrases())
    return (
        "how much it changed is asked, not from when to when" if measured and f"{target.marker} {target.text}".strip().startswith("between") else None
    )


def names_function(phrase: Phrase) -> bool:
    """« the coach X »: somebody told with what he is."""
    return any(word.lower() in word_set("nouns", "functions") for word in phrase.text.split())


def is_perfect(verb: Verb) -> bool:
    """Whether a verb group tells what has lasted: « has led », « had led », « has been leading »."""
    return verb.finite.lower() in HAVE and bool(verb.rest)


def is_unknown_person(phrase: Phrase) -> bool:
    """Whether a phrase tells somebody by what he is, and not by a name: « the goalkeeper », « the 58-year-old Dane », « the two ministers »."""
    if not phrase.entities and AGED.fullmatch(phrase.text):
        return True
    if phrase.entities or phrase.kind not in ("person", "people") or not DEFINITE.match(phrase.text) or phrase.role == "cause":
        return False
    owned = re.search(r" (?:of|at|from|in) |’", phrase.text)
    several = phrase.number == "p" and phrase.head not in word_set("nouns", "unique")
    return (
        not owned
        and not several
        and (
            phrase.head.lower() in word_set("nouns", "functions") | word_set("nouns", "named_before")
            or phrase.kind == "people"
            or is_by_people(phrase)
        )
    )


def is_by_people(phrase: Phrase) -> bool:
    """« the Danish teenager »: somebody told by nothing but the people he belongs to."""
    words = phrase.text.split()
    return len(words) == 3 and is_demonym(words[1]) and words[2].islower()


def is_unknown_body(phrase: Phrase) -> bool:
    """Whether a phrase is a bare « the company » that stands for nothing named."""
    return not phrase.entities and phrase.head in word_set("nouns", "bodies") and phrase.text.lower() == f"the {phrase.head}"


def _against_number(clause: Clause, target: Phrase) -> str | None:
    """Why the number in `target` is not asked."""
    if clause.verb.lemma == "have" and target is not clause.subject and re.search(r"^[\w-]+ (?:for|to) ", target.counted):
        return "« How many points for X did Y have? » is no natural question"
    if target.marker == "of":
        return "the whole of which a part is told"
    alone = not any(p is not target for p in clause.phrases())
    if clause.verb.lemma == "test" and not any(p.kind == "time" for p in clause.phrases()):
        return "by what day is not told"
    if alone and (
        (clause.verb.passive and clause.verb.lemma in word_set("verbs", "counting"))
        or f"{clause.verb.lemma} {clause.verb.rest}".endswith(("take part", "taken part"))
    ):
        return "in what, or where and when it was so, is not told"  # « How many people took part? », « How many cases were reported? »
    if target.counted.startswith("out of "):
        return "it is a share"
    if OTHER_COUNT.match(target.count) or NO_NUMBER.match(target.count.lower()) or re.search(r"\w one$", target.count.lower()):
        return f"“{target.count}” is no number"
    if (
        target.counted == "times"
        and not any(p.kind in ("time", "duration") for p in clause.phrases())
        and clause.verb.finite.lower() not in ("has", "have")
    ):
        return "it is not said in what time"
    priced = any(p.kind == "measure" and not p.marker for p in clause.phrases())
    return "it is the unit of a price" if priced and target.marker in ("for", "per") and target is not clause.subject else None


def _against_subject(fact: Fact, clause: Clause, subject: Phrase) -> str | None:
    """Why the subject is not asked."""
    if subject.kind == "instances":
        return None  # they are asked by what is told of them
    group = subject.number == "p" and not DEFINITE.match(subject.text) and clause.verb.passive  # « children were left out »
    if (
        subject.kind == "person"
        and not (group or subject.entities or subject.named)
        and (len(subject.text.split()) < LEAST_WORDS or DEFINITE.match(subject.text))
    ):
        return f"“{subject.text}” is no name"
    if subject.kind == "person" and not subject.entities and re.fullmatch(r".+’s? [a-z]+", subject.text):
        return "whose kin it is tells no name"
    if (heard := against_teller(fact, clause, subject)) is not None:
        return heard
    if says_little(subject):
        return f"“{subject.text}” is too plain an answer"
    if (office := against_office(clause, subject)) is not None:
        return office
    if subject.kind == "city" and not clause.verb.passive and clause.verb.lemma not in OF_A_CITY:
        return "the city stands for a government"  # « Washington paid compensation »
    if subject.topical and DEFINITE.match(subject.text):
        return "the title tells which one"
    if clause.verb.lemma in word_set("verbs", "valuing") and any(p.kind == "measure" for p in clause.phrases()):
        return "the sum is asked, not who sets it"
    if (untold := against_doer(clause, subject)) is not None:
        return untold
    if clause.verb.lemma in word_set("verbs", "dwelling") and all(p is subject or p.role.startswith("place") for p in clause.phrases()):
        return "where it is done is asked, not by whom"
    if fact.rule == "opinion" and any(p.role == "quality" and is_feeling(p) for p in clause.phrases()):
        return "adjectives tell nobody from others"
    if clause.verb.before and clause.verb.before not in ("first", "last"):
        return "it holds no more, and of others as well"
    if (
        fact.type in ("action", "membership")
        and not any(isinstance(p, Clause) and p.role != "purpose" for p in clause.complements)
        and is_anybodys(clause, subject)
    ):
        return "many others may have done it"
    return None


def is_telling_news(clause: Clause, subject: Phrase) -> bool:
    """Whether what is announced names, counts or dates something, by which one would know who announced it."""
    said = (p for p in clause.phrases() if p is not subject)
    return any(p.entities or p.named or p.count or p.kind == "time" or NAME.search(DAY.sub("", p.text)) for p in said)


def is_career(clause: Clause, subject: Phrase) -> bool:
    """Whether it is only told how much a player has done so far: a number, and nothing of the event."""
    told = f"{subject.presented} {subject.text}".lower().split()
    others = [p for p in clause.phrases() if p is not subject]
    counted = any(p.count for p in others) and not any(p.topical or p.kind == "time" for p in others)
    return clause.verb.finite in HAVE and counted and not word_set("nouns", "positions").isdisjoint(told)


def against_teller(fact: Fact, clause: Clause, subject: Phrase) -> str | None:
    """Why it is not asked who says, announces or expects something: that matters less than what he does."""
    if fact.rule == "statement" and fact.predicate in word_set("verbs", "plain_saying"):
        return "who says it matters less than what is said"
    if fact.rule == "statement" and fact.predicate == "announce" and not is_telling_news(clause, subject):
        return "what is announced names nothing by which one would know who did"
    if clause.verb.lemma in EXPECTING and not any(isinstance(p, Clause) or p.entities or p.named for p in clause.complements):
        return "what somebody expects is asked, not who does"  # « Who expects higher costs? »: of what, and why, is told elsewhere
    return None


def against_office(clause: Clause, subject: Phrase) -> str | None:
    """Why it is not asked who holds an office: a minor one, or of which body or country is not said."""
    office = next((p for p in clause.complements if isinstance(p, Phrase) and p.kind == "function"), None)
    if office is not None and not subject.topical and office.head in word_set("nouns", "minor_offices"):
        return "nobody needs to know who holds such an office"  # of five such cards readers took none
    if office is not None and not re.search(r" (?:of|at|for) |’|[A-Z]", office.text):
        return f"“{office.text}” of which body or country is not said"
    return None


def against_doer(clause: Clause, subject: Phrase) -> str | None:
    """Why what is told beside a subject leads to nobody: a share of the vote, a bare « the service », a journey that is expected."""
    if is_career(clause, subject):
        return "what a player has done in a career others have done as well"  # « Which defender has won 43 caps? »
    if clause.verb.rest.startswith("expected to ") and any(f" {lemma}" in f"{clause.verb.rest} " for lemma in word_set("questions", "moving")):
        return "who is to travel is guessed"
    others = [p for p in clause.phrases() if p is not subject]
    if others and all(SHARE.fullmatch(p.text) for p in others):
        return "a share tells nobody from others"  # « Which party received 2.1 percent? »
    if subject.kind == "organisation" and any(OWNED.fullmatch(p.text) and not p.topical for p in others):
        return "whose it is is what is asked"  # « Who runs the service? »
    return None


def is_anybodys(clause: Clause, subject: Phrase) -> bool:
    """Whether nothing beside the subject tells its deed from those of others: « retired at thirty-three », « introduced a limit »."""
    others = [p for p in clause.phrases() if p is not subject and not p.role.startswith("aim_")]
    if any(p.entities or p.named or (p.count and p.counted) or (p.kind == "thing" and DEFINITE.match(p.text)) for p in others):
        return False
    if any(isinstance(p, Clause) and p.role == "purpose" for p in clause.complements) and any(MORE_OF_IT.fullmatch(p.text) for p in others):
        return False  # « Who hired extra guards to calm the visitors? »: what was hired is guessed
    plain = word_set("grammar", "function_words") | word_set("grammar", "additions")
    words = [w for p in others for w in re.findall(r"[\w’-]+", p.text.lower()) if w not in plain]
    return len(words) <= FEW


def against_marker(clause: Clause, target: Phrase) -> str | None:
    """Why what makes one sense with its verb is not asked: « took refuge », « born to », « head in »."""
    if (
        target.role == "object"
        and clause.verb.lemma in word_set("verbs", "setting")
        and re.fullmatch(r"[a-z]+", target.text)
        and target.number != "p"
    ):
        return f"“{target.text}” makes one sense with the verb"
    if clause.verb.rest.endswith("born") and target.marker == "to":
        return "« What was X born to? » is no question for the parents"
    if clause.verb.lemma == "head" and target.marker == "in":
        return "« head in » is to score"
    return None


def _against_other(fact: Fact, clause: Clause, target: Phrase, role: str) -> str | None:
    """Why a part that is not the subject is not asked."""
    alone = not any(p is not target and p is not clause.subject for p in clause.phrases())
    plain_object = not target.marker and target.kind in ("thing", "event") and not (target.entities or target.named)
    if (idiom := against_marker(clause, target)) is not None:
        return idiom
    if target.marker == "from" and target.kind not in MEASURED and any(p.marker == "to" and p.span.start > target.span.end for p in clause.phrases()):
        return "a way is told whole"
    if role.startswith(("place", "destination")) and any(p.role.startswith("told_place") for p in clause.phrases()):
        return "another place in the question would give it away"
    if not target.marker and TWO_NUMBERS.search(target.text) and not OF_TWO_YEARS.fullmatch(target.text) and target.kind != "time":
        return "two numbers in one answer"
    if (clumsy := against_loose_end(clause, target)) is not None:
        return clumsy
    if (
        (target.role.startswith("place") or target.marker in ("to", "into", "onto"))
        and target.kind != "person"
        and not (target.entities or target.named)
        and re.fullmatch(r"[a-z-]+", target.text)
    ):
        return f"“{target.text}” is too plain an answer"
    vague = target.head in word_set("nouns", "vague") and DEFINITE.match(target.text) and " of " not in target.text and target.kind == "thing"
    if vague or (says_little(target) and not (plain_object and " " in target.text and has_aim(clause))):
        return f"“{target.text}” is too plain an answer"
    if alone and is_open(fact, clause, target):
        return "the question would be too open"
    if clause.verb.passive and target.role == "object" and clause.subject is not None and clause.subject.count:
        return "how many got it is asked"
    if clause.verb.lemma == "have" and target.role == "object" and plain_object and target.kind == "thing" and clause.subject is not target:
        return "« What will X have? » leaves open what is asked"
    if target.kind in ("time", "duration") and verb_above(clause, target) is not clause.verb and is_told_later(clause, target):
        return "it would not be clear what is dated"
    if (plain := against_answer(clause, target)) is not None:
        return plain
    if clause.verb.lemma == "be" and clause.subject is not None and clause.subject.text.lower().startswith(SOME):
        return "it is told of some only"  # « How high are some of the mounds? »
    if has_owner_elsewhere(clause, target):
        return "whose thing it is would not be clear"
    return None


def against_answer(clause: Clause, target: Phrase) -> str | None:
    """Why an answer is none that a question leads to: « similar measures », « too little », the place where something was said."""
    if target.kind == "function" and (passing := against_function(target)) is not None:
        return passing
    if target.role.startswith("place") and target.marker in INSIDE and is_told_later(clause, target):
        return "« Where did X say … ? » asks where it was said"
    if target.kind == "time" and any(CLOCK.fullmatch(p.text) for p in clause.phrases()):
        return "the hour is told with the day"
    if target.role == "rank" and any(PERCENT.search(p.text) for p in clause.phrases()):
        return "a place by a share of the vote is guessed"
    if target.role.endswith(("object", "content")) and any(p.role == "told_state" for p in clause.phrases()) and clause.verb.lemma in PROCLAIMING:
        return "what it was declared to be is the point"
    if target.kind == "people" and is_demonym(target.text.removeprefix("the ")) and clause.verb.lemma in word_set("verbs", "urging"):
        return "a people is guessed; what it is asked to do is asked"
    if target.text.lower().startswith(("similar ", "such ")):
        return "to what it is similar is told elsewhere"
    if target.marker == "from" and target.kind == "measure" and " to " not in target.text and clause.verb.lemma in word_set("questions", "changing"):
        return "to what level it went matters more than from which"
    if target.text.startswith("too ") and target.kind not in ("deed", "quality"):
        return "« too little » is no answer"
    return None


def is_open(fact: Fact, clause: Clause, target: Phrase) -> bool:
    """Whether nothing but the verb leads to an answer: « What did X promise? »; a deed is told whole, by what is promised."""
    if target.kind == "deed":
        return False
    plain_object = not target.marker and target.kind in ("thing", "event") and not (target.entities or target.named)
    inner = verb_above(clause, target) is not clause.verb and len(target.text.split()) >= LEAST_WORDS  # « What has X pledged to cut? »
    leading = inner or leads_to(clause.verb, target)
    return (clause.verb.lemma in word_set("verbs", "open") and not inner) or (plain_object and fact.type == "action" and not leading)


def against_loose_end(clause: Clause, target: Phrase) -> str | None:
    """Why a part behind « to » or « from » that the verb does not call for is not asked with its preposition left behind, nor a city told for those
    who rule there."""
    if target.kind == "city" and not target.marker and verb_above(clause, target).lemma in word_set("verbs", "report") | OF_RULERS:
        return "the city stands for a government"
    done_to = any(isinstance(p, Phrase) and p.role.endswith("object") for p in clause.complements)
    nearer = (p for p in clause.complements if isinstance(p, Phrase) and p.marker == "in" and p.entities and p is not target)
    if target.role.startswith("place") and any(0 < target.span.start - p.span.end <= len(target.marker) + 2 for p in nearer):
        return "a place is told whole"  # « in Huaro in the province of Gao »
    if target.marker == "without":
        return "« What did X leave Y without? » is no natural question"
    if target.marker == "to" and target.kind == "thing" and target.role == "complement" and not done_to and is_loose(clause, target):
        return "« What was it built to? » is no question"
    if target.marker == "from" and target.kind in ("thing", "other") and target.role == "complement" and done_to and is_loose(clause, target):
        return "« What did X choose Y from? » is no natural question"
    return None


def is_loose(clause: Clause, target: Phrase) -> bool:
    """Whether the verb does not call for what its preposition brings: « was built to a design »."""
    lemma = verb_above(clause, target).lemma
    return lemma not in read_words("verbs")["governs"].get(target.marker, ()) and lemma not in word_set("questions", "moving")


def has_aim(clause: Clause) -> bool:
    """Whether the clause tells what for: « ordered extra stock to meet demand »."""
    return any(isinstance(p, Clause) and p.role == "purpose" for p in clause.complements)


def against_function(function: Phrase) -> str | None:
    """Why it is not asked what somebody is: of which body is not said, or he is one of many."""
    if is_passing(function):
        return "what somebody is besides, or of which body is not said"
    minor = function.head in word_set("nouns", "positions") | word_set("nouns", "minor_offices")
    unplaced = function.text.startswith(("a ", "an ")) and re.search(r" (?:of|at|from|for) .*[A-Z]", function.text) is None
    if (unplaced and function.head not in word_set("questions", "trades")) or minor:
        return "one of many is asked by what he does"  # « Who is X? — a biophysicist »: of eight such cards readers took none
    return None


def is_passing(function: Phrase) -> bool:
    """Whether a function says too little of somebody: « an American diplomat », « a geologist in Kyoto », « coach » of no team."""
    words = re.sub(r"^(?:the|a|an) ", "", function.text).split()
    owned = re.search(r" (?:of|at|from|for) |’", function.text) is not None
    if owned:
        return False
    if words[-1] in word_set("nouns", "positions"):
        return False
    if len(words) == 2 and words[0] in word_set("nouns", "organisations"):
        return True  # « agency chief »
    unplaced = function.head in word_set("nouns", "of_a_team") and not any(w[:1].isupper() for w in words)
    if len(words) == 1 and words[0] in word_set("nouns", "of_something"):
        return True
    people = len(words) == 2 and is_demonym(words[0]) and function.head not in word_set("nouns", "of_state")
    return unplaced or people or " in " in function.text


def is_told_later(clause: Clause, target: Phrase) -> bool:
    """Whether `target` stands in a clause that somebody says: « said that it would answer on 3 May »."""
    return any(isinstance(part, Clause) and part.link == "that" and target in part.phrases() for part in clause.complements)


def has_owner_elsewhere(clause: Clause, target: Phrase) -> bool:
    """Whether a possessive stays in the question, so that it could point to the thing asked."""
    others = [p for p in clause.phrases() if p is not target and p is not clause.subject]
    return any(OWNER.search(p.text) for p in others) and target.kind in ("person", "organisation", "country", "people")
