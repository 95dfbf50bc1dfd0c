"""The realiser: a clause -> a French question for one of its parts, or a sentence with a gap.

Questions about the subject keep the order of the sentence (« Quel pays a proposé… ? »); others use complex inversion
(« Dans quelle mer le Danemark enverra-t-il… ? »), or est-ce que where French has no inversion (« Qu’est-ce que… ») and
where the gender of the subject is not known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from quizgen.langs import Wording
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.asking.circumstances import DURING, has_no_moment
from quizgen.langs.fr.asking.counting import is_share, number_word, reason_far
from quizgen.langs.fr.asking.elsewhere import reason_told_elsewhere
from quizgen.langs.fr.asking.frames import ask_framed
from quizgen.langs.fr.asking.hollow import reason_hollow
from quizgen.langs.fr.asking.kind_words import causing_word, idiom_word, is_death_of, is_owed, is_told_cause, thing_word
from quizgen.langs.fr.asking.objects_opened import SUPPORTED, ask_matter, is_consent_alone, open_support
from quizgen.langs.fr.asking.open_objects import (
    front_time,
    reason_against_object,
    without_age,
    without_hour,
    without_loose_owners,
    without_loose_places,
    without_second_deed,
)
from quizgen.langs.fr.asking.question_words import PLACE_WORDS, question_word, subject_word
from quizgen.langs.fr.asking.saying import lower_article, say_inner, say_parts, say_phrase, say_statement, say_verb
from quizgen.langs.fr.asking.scenes import is_no_doer, is_spot_in, reason_against_scene
from quizgen.langs.fr.asking.untold import is_tour, reason_untold
from quizgen.langs.fr.asking.wide import is_one_of_sort, reason_too_wide
from quizgen.langs.fr.asking.worth import clearness, says_little, worth_of_count
from quizgen.langs.fr.clause.attendance import FRAME, FRAME_WORDS, say_attendance, without_attendance
from quizgen.langs.fr.clause.attendance import ROLES as ATTENDING_ROLES
from quizgen.langs.fr.clause.fractions import is_fraction
from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.fr.forms.dates import WEEKDAYS
from quizgen.langs.fr.forms.geography import is_place_adjective
from quizgen.langs.fr.forms.morphology import PRONOUNS, agree, bare_participle, elide, join_preposition, lower_first, singular_verb, upper_first
from quizgen.langs.fr.forms.typography import set_typography, without_lone_marks
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.presenting import present
from quizgen.langs.targets import find_target, other_names, quality_of, verb_above
from quizgen.langs.trimming import drop_target, shorten, swap
from quizgen.model import Clause, Fact, Phrase, Verb

ASKED = {
    "cause": "pourquoi",
    "age": "quel âge",
    "quality": "comment",
    "title": "à quelle fonction",
    "score": "sur quel score",
    "parts": "de quoi",
    "whole": "de quoi",
    "relative": "de qui",
    "members": "de qui",
    "parties": "de quels partis",
    "where": "où",
    "institution": "à quelle institution",
    "presence": "en présence de qui",
    "rank": "à quelle place",
    "alias": "sous quel nom",
    "field": "de quoi",
    "field_in": "en quoi",
    "group": "de quel groupe",
    "ensemble": "de quelle organisation",
    "descent": "de quelle origine",
    "home": "d’où",
    "way": "comment",
    "manner": "à quelle majorité",  # « à l’unanimité »
}  # roles with one question word
PLAIN_PLURAL = re.compile(r"des [\w-]+")
# « milliers » alone is no number, nor are « des dizaines », « des millions »; « plusieurs milliers » tells how large a crowd was
NO_NUMBER = re.compile(
    r"(?:[Dd]es|[Qq]uelques) (?!(?:dizaines|centaines) de (?:milliers|millions|milliards)\b|milliers\b|centaines\b)"
    r"|[Pp]lusieurs (?!(?:(?:dizaines|centaines) de )?(?:milliers|millions|milliards)\b|centaines\b)"
    r"|(?:dizaines|centaines|milliers|millions?|milliards?)\b"
)
WHOLE = re.compile(r"(?:la |une |l’|le |un )[\wà-ÿ-]+ (?:des |de |d’)")  # « la majorité des juges »
WEEKDAY_BEFORE = re.compile(rf"\b(?:de|du) (?:{'|'.join(WEEKDAYS)}) (?=\d)")
SHORT_RANGE = re.compile(r"(?<!\d)([1-9]) à ([1-9]00)(?!\d)")  # « 3 à 400 mètres »
GROUP = 3  # words of « les ouvriers grévistes », of whom enough is told
OWNING = ("de", "du", "des", "la", "le", "les")  # before the name of what somebody heads: « le patron de Sorelle »
OWNER_AND_NAME = 3  # words of a name after « de » that is two
WHO = ("subject", "actor", "speaker", "agent")  # roles of somebody who is asked with « qui », and wants a name
RISES = {
    "est": "élève",
    "sont": "élèvent",
    "sera": "élèvera",
    "seront": "élèveront",
    "serait": "élèverait",
    "seraient": "élèveraient",
}  # how much something is -> what it amounts to
ALLOWING = ("disposer", "avoir", "donner", "laisser", "accorder")  # verbs of having or getting a time for something
WISHING = ("demander", "réclamer")
ATTENDING = ("assister", "participer")
BLAMED = "blamed"  # kind of an event told as what brought another about
UNDONE = (("verbs", "timed"), ("verbs", "called_off"), ("verbs", "falling"), ("clauses", "ended"))  # what is put off, called off, falls or is shut
MEANS = ("grâce à", "à la suite de", "suite à", "en réponse à")  # what comes first, or helps, and is not told as the reason


def ask(fact: Fact, role: str) -> Wording | str:
    """The open question for `role` of `fact`, or the reason for none."""
    return reason_against_role(fact, role) or ask_alone(fact, role)


def reason_against_role(fact: Fact, role: str) -> str | None:
    """Why the doer, the place or the time of `fact` is not what a good teacher would ask, or None."""
    target = find_target(fact, role)
    if fact.clause is None or target is None or role == "number":
        return None
    others = dict.fromkeys(a.role for a in fact.arguments if a.role != role)
    return reason_against_scene(fact.clause, target, lambda: any(isinstance(ask_alone(fact, other), Wording) for other in others))


def ask_alone(fact: Fact, role: str) -> Wording | str:
    """The question for `role` of `fact` or the reason for none, whatever else may be asked of it."""
    clause, target = fact.clause, find_target(fact, role)
    if clause is not None and role == speeches.DENIED:
        return with_source(fact, speeches.ask_denied(clause))
    if clause is not None and role == "purpose" and target is None:
        return _ask_purpose(fact, clause)
    if clause is None or target is None:
        return "it is told with the fact, not asked"
    reason = reason_far(clause, target) or reason_against(clause, target, role)
    if reason is not None:
        return reason
    clause = without_hour(without_loose_owners(without_attendance(without_other_measures(clause, target), target), target), target)
    clause = without_age(without_second_deed(clause, target), target)
    clause, opening = front_time(present(without_loose_places(clause, target), target), target)
    clause, target = blame_event(*open_support(clause, target))
    if is_consent_alone(clause, target):
        return "it is not told to what one agrees"
    question, target = ask_matter(clause, target) or (_question(fact, clause, target, role), target)
    if question is None:
        return "no natural question word fits"
    lead = f"selon {fact.attribution}, {opening}" if fact.attribution else opening
    return Wording(
        question=set_typography(upper_first(f"{lead}{question} ?")),
        answer=set_typography(without_lone_marks(answer_of(target, role))),
        also_right=also_right(target, role),
        quality=quality_of(question) * clearness(clause, target, fact.type) * worth_of_count(clause, target, role, fact.type),
    )


def with_source(fact: Fact, wording: Wording | str) -> Wording | str:
    """A bare question with the one who says it, and its mark."""
    if isinstance(wording, str):
        return wording
    lead = f"selon {fact.attribution}, " if fact.attribution else ""
    return replace(wording, question=set_typography(upper_first(f"{lead}{wording.question} ?")), answer=set_typography(wording.answer))


def _question(fact: Fact, clause: Clause, target: Phrase, role: str) -> str | None:
    """The question without its source and mark, in the shape that the role wants."""
    if fact.type == "definition":
        return ask_framed(fact, clause, target)
    if target.kind in speeches.KINDS:
        return speeches.ask_speech(clause, target)
    if target.kind == "function":
        return _ask_function(clause, target)
    if role == "number":
        return _ask_number(clause, target)
    return _ask_subject(clause, target) if target is clause.subject else _ask_other(clause, target)


def reason_against(clause: Clause, target: Phrase, role: str) -> str | None:
    """Why a good teacher would not ask `role` of such a clause, or None."""
    subject = clause.subject
    alone = not any(p is not target and p is not subject for p in clause.phrases())
    if target.kind in speeches.KINDS:
        return None
    if clause.verb.negation and not (role == "cause" and clause.verb.negation in ("pas", "plus")):  # « Pourquoi X n’a-t-il pas signé ? »
        return "a negated fact is not asked as if it were so"
    if role == "number" and alone and target.counted.startswith("autres "):
        return "it is not told beside whom"
    if role == "number" and target is not subject and is_tour(clause):
        return "how many places somebody goes to is soon of no interest"
    if role == "number":
        none = NO_NUMBER.match(target.count) or counts_one(target)
        return f"« {target.count} » is no number of it" if none else reason_told_elsewhere(clause, target)
    if target.count and target.counted:
        return "its number is asked"
    around = [p for p in clause.phrases() if p.role.startswith("told_place")]
    if role.startswith(("place", "destination")) and around and not is_spot_in(target, around):
        return "another place in the question would give it away"
    if target.kind == "person" and target.role in WHO and not is_named_person(target):
        return f"« {target.text} » is no name"
    if target.kind == "duration" and clause.verb.lemma == "être":
        return "how long something was so is told of something else"
    if reason := reason_untold(clause, target) or reason_too_wide(clause, target, role) or reason_hollow(clause, target):
        return reason
    others = (p for p in clause.phrases() if p is not target)
    if target.kind == "measure" and any(p.kind != "time" and re.search(r"\bet \d", p.text) for p in others):
        return "another figure would stay in the question"
    if target is not subject and (not target.marker or target.role == "measure") and re.search(r"\d.* et .*\d", target.text):
        return "two numbers in one answer"
    plain = target is not subject and alone and not target.marker and PLAIN_PLURAL.fullmatch(target.text)
    if plain or (says_little(target) and not is_told_beside(clause, target)):
        return f"« {target.text} » is too plain an answer"
    if target is not subject and (reason := reason_against_object(clause, target)):
        return reason
    if any(p is not target and is_bare_holder(p) for p in clause.phrases()):
        return "it is not told which holder of the function is meant"
    if target is not subject and has_owner_elsewhere(clause, target):
        return "whose « son » it is would not be clear"
    return None


def counts_one(target: Phrase) -> bool:
    """Whether a number over one stands before a noun without a mark of the plural: « 18 votant », where the parse is wrong."""
    noun, several = target.counted.split(" ")[0], magnitude(target.count)
    single = noun.isalpha() and noun.islower() and len(noun) > 3 and not noun.endswith(("s", "x", "z"))
    return single and target.kind != "measure" and several is not None and several >= 2 and noun not in word_set("nouns", "units")


def is_told_beside(clause: Clause, target: Phrase) -> bool:
    """Whether a plain answer is known by what stands beside it."""
    tied = not target.marker and any(p.role == "between" for p in clause.phrases())  # « un cessez-le-feu entre … »
    acting = target.role == "agent" and target.head in word_set("nouns", "administrations")  # « par la région »
    addressed = any(p.role.startswith("addressee") for p in clause.phrases())
    wish = addressed and clause.verb.lemma in WISHING and target.role == "content"  # « a demandé un radar à la préfecture »
    charge = target.role == "charge" and len(target.text.split()) > 1  # « accusée de fraude fiscale »
    return (
        charge
        or wish
        or (target is clause.subject and is_told_cause(target, clause))
        or is_owed(target, clause)
        or is_death_of(target, clause.verb)
        or tied
        or acting
        or is_done(clause, target)
    )


def is_done(clause: Clause, target: Phrase) -> bool:
    """« Marta Ruiz a déposé un recours », « a obtenu l’asile politique »: what a known one does is asked by that one, however short it is."""
    known = clause.subject is not None and bool(clause.subject.entities)
    plain_object = target.role in ("object", "content") and not target.marker and target.head not in word_set("nouns", "vague")
    return known and plain_object and re.match(r"(?:les|des|leurs?|ses) ", target.text) is None


def is_named_person(target: Phrase) -> bool:
    """Whether a name answers « qui »: « Ana Lima », « le président Lima », not « le chef du parti », nor « les juges ».

    A group may be told, and who holds an office of one country: « le ministre norvégien de la Défense ».
    """
    words = target.text.split()
    if target.entities or (target.number == "p" and len(words) >= GROUP):
        return True
    if any(is_place_adjective(word) for word in words[2:3]):
        return True
    name = list(takewhile(lambda word: word[:1].isupper(), reversed(words)))
    before = words[-len(name) - 1] if len(name) < len(words) else ""
    return bool(name) and (before not in OWNING or len(name) >= OWNER_AND_NAME)  # « le préfet de Corse Jean Lucca »


def is_bare_holder(phrase: Phrase) -> bool:
    """Whether a phrase is one holder of a function without a name or more: « le ministre », « la porte-parole »."""
    return phrase.head in word_set("nouns", "functions") and re.fullmatch(r"(?:le |la |l’)[\w-]+", phrase.text) is not None and not phrase.entities


def without_other_measures(clause: Clause, target: Phrase) -> Clause:
    """« a reculé de 3 %, à 411 millions »: one measure is asked, the other is left out."""
    if not target.marker and target.kind == "measure" and "%" in target.text:  # « a perdu 11,4 % à 18,20 euros »
        priced = [p for p in clause.complements if isinstance(p, Phrase) and p is not target and p.marker == "à" and p.kind == "measure"]
        return replace(clause, complements=tuple(p for p in clause.complements if p not in priced))
    if not target.marker or target.role == "from" or not (target.count or target.kind == "measure"):
        return clause
    others = [
        p for p in clause.complements if isinstance(p, Phrase) and p is not target and p.marker in ("de", "à") and (p.count or p.kind == "measure")
    ]
    if target.kind == "measure" and target.marker == "à":
        others += [p for p in clause.phrases() if p.kind == "duration"]  # « À quelle distance … en dix minutes ? »
    return replace(clause, complements=tuple(p for p in clause.complements if p not in others))


def has_owner_elsewhere(clause: Clause, target: Phrase) -> bool:
    """Whether a possessive stays in the question, so that it could point to the thing asked."""
    others = [p for p in clause.phrases() if p is not target and p is not clause.subject]
    if target.marker == "vers":
        return False  # « poursuit sa route vers le Japon »
    return any(re.search(r"\b(son|sa|ses|leurs?)\b", p.text) for p in others) and target.kind in ("person", "organisation", "country", "people")


def bare_name(phrase: Phrase) -> str:
    """The phrase without its article: what a gap asks for."""
    return re.sub(r"^(?:les? |la |l’|un |une |des )", "", phrase.text)


def answer_of(target: Phrase, role: str) -> str:
    """The words that answer: a number alone, a place with its preposition, else the phrase."""
    if role == "number":
        return lower_first(with_unit(target))
    if target.kind in (*speeches.KINDS, speeches.STANCE):
        return speeches.answer_speech(target)
    if target.role == "alias":
        return re.sub(r"^le nom d(?:e |’)", "", target.text)
    if len(target.entities) > 1 and target.marker in ("de", "à"):
        return say_phrase(target)
    if target.role == "cause" and is_after_event(target):
        return name_event(target)
    if target.role in ATTENDING_ROLES:
        return say_attendance(target)
    if target.marker and target.kind == "thing" and not target.entities:
        return join_preposition(target.marker, target.text)
    if is_fraction(target):
        return say_phrase(target)
    if target.marker == "de" and target.kind == "duration":
        return target.text  # « de combien de temps dispose-t-il ? »
    if target.marker and (target.role in ("time", "purpose", "cause", "duration", "place", "destination") or target.kind in (*PLACE_WORDS, "region")):
        return join_preposition(target.marker, target.text)
    if target.marker == "entre" and target.kind == "measure":
        return say_phrase(target)
    if target.marker == "à" and target.role.startswith(("addressee", "complement")):
        return join_preposition("à", target.entities[0].name if target.kind == "person" and len(target.entities) == 1 else target.text)
    if target.role in ("cause", "way", "institution", FRAME) or target.marker in DURING:
        return say_phrase(target)
    if target.role == "agent" and target.marker == "par" and len(target.entities) < 2:
        return join_preposition("par", target.entities[0].name if target.kind == "person" and target.entities else target.text)
    if target.kind == "person" and len(target.entities) == 1:
        return target.entities[0].name
    if target.kind == "function":
        return re.sub(r"^(?:les? |la |l’|un |une )", "", target.text)
    return target.text


def is_after_event(cause: Phrase) -> bool:
    """« à la suite des élections »: of a known event, asked with « après quel événement »."""
    return cause.marker in ("à la suite de", "suite à") and cause.kind != BLAMED and not cause.text.startswith(("un ", "une "))


def blame_event(clause: Clause, target: Phrase) -> tuple[Clause, Phrase]:
    """« reporté à la suite de la rupture d’un câble »: of what is put off, called off, shut or falls, what came first is asked as its reason."""
    undone = any(clause.verb.lemma in word_set(place, key) for place, key in UNDONE)
    if target.role != "cause" or not undone or not is_after_event(target):
        return clause, target
    blamed = replace(target, kind=BLAMED)
    return swap(clause, target, blamed), blamed


def name_event(cause: Phrase) -> str:
    """« les élections du 17 juin » for « les élections de dimanche 17 juin »."""
    return WEEKDAY_BEFORE.sub("du ", cause.text)


def with_unit(target: Phrase) -> str:
    """« plus de sept ans » for « plus de sept ans de guerre »; of other things, the number alone, « 300 à 400 » for « 3 à 400 »."""
    target = replace(target, count=SHORT_RANGE.sub(r"\g<1>00 à \2", target.count))
    unit = target.counted.split(" ")[0]
    return f"{target.count} {unit}" if target.kind == "duration" and " " in target.counted and unit in target.text.split() else target.count


def also_right(target: Phrase, role: str) -> tuple[str, ...]:
    """Other answers for `role` that must count: the number alone, the other names of a thing."""
    if role == "number":
        return tuple(n for n in (re.sub(r"^\D+ (?=\d)", "", target.count),) if n != target.count)
    return tuple(dict.fromkeys(n for n in other_names(target) if n not in (target.text, answer_of(target, role))))


def _ask_function(clause: Clause, function: Phrase) -> str | None:
    """The function of a holder of office, the trade of whoever has one; else, who one is."""
    subject = clause.subject
    if subject is None:
        return None
    former = clause.verb.rest == "été"
    trade = function.head in word_set("nouns", "professions") and not function.named  # « avocat de X »
    held_by_none = function.head in word_set("nouns", "no_offices")
    if former and (held_by_none or " et " in function.text):
        return None  # « nageur et champion vedette de Brume » is no one trade
    if former:
        word = "profession" if trade else "fonction"
        pronoun = PRONOUNS.get((subject.gender, subject.number))
        held = f"{subject.text} a-t-{pronoun} exercée" if pronoun else f"est-ce que {subject.text} a exercée"
        return f"quelle {word} {held} par le passé"
    if not trade and (held_by_none or function.head not in word_set("nouns", "unique") | word_set("nouns", "shared_offices")):
        return f"qui {clause.verb.finite} {subject.text}"
    word = "profession" if trade else "fonction"
    others = tuple(p for p in clause.complements if p is not function)
    asked = f"quelle {clause.verb.finite} la {word} {join_preposition('de', subject.text)} {say_parts(others, subject.gender, 's')}"
    return asked.strip()


def _ask_purpose(fact: Fact, clause: Clause) -> Wording | str:
    """« Dans quel but… » answered by the aim, said in the article's words."""
    aim = next((p for p in clause.complements if isinstance(p, Clause) and p.role == "purpose"), None)
    if aim is None or clause.subject is None or clause.verb.negation:
        return "no aim is told"
    if aim.verb.lemma in ATTENDING and not any(p.entities or p.count for p in aim.phrases()):
        return "one comes to an event to be there"  # « attendus à Oslo pour assister au défilé »
    if any(p.kind == "duration" for p in clause.complements if isinstance(p, Phrase)) and clause.verb.lemma in ALLOWING:
        return "how long there is for it is asked"  # « dispose de dix jours pour saisir la Cour »
    without = replace(clause, complements=tuple(p for p in clause.complements if p is not aim))
    question = _inverted("dans quel but", without, clause.subject)
    lead = f"selon {fact.attribution}, " if fact.attribution else ""
    subject = clause.subject
    answer = say_inner(aim, subject.gender or "m", subject.number)
    return Wording(question=set_typography(upper_first(f"{lead}{question} ?")), answer=set_typography(answer), quality=quality_of(question) * 0.9)


def _ask_subject(clause: Clause, subject: Phrase) -> str | None:
    many = len(subject.entities) > 1
    word = subject_word(subject, many=many, passive=clause.verb.passive) or causing_word(subject, clause) or thing_word(subject, clause.verb)
    if word is None or (word == "qu’est-ce qui" and leads_to_no_thing(clause, subject)):
        return None
    if (word == "qui" and is_no_doer(clause, subject)) or tells_how_it_is(clause, word) or is_one_of_sort(subject, word):
        return None
    if subject.kind == "organisation" and not many and any(p.kind == speeches.STANCE for p in clause.phrases()):
        word = "qui"  # « Quelle commission regrette … ? » half gives away its answer
    if many and clause.verb.reflexive and word == "qui":
        return None  # « Qui s’est rencontré ? »
    if (
        word.startswith(("qui", "quel ", "quelle ", "qu’"))
        and subject.number == "p"
        and any(re.search(r"\bleurs?\b", p.text) for p in clause.phrases())
    ):
        return None  # « Quel pays… leur ambassade »
    gender = "f" if "quelle" in word.lower() else "m"
    number = "p" if word.startswith(("quels", "quelles")) else "s"
    verb = _with_number(clause, subject, gender, number)
    parts = shorten(clause, subject, say_statement).complements
    if number == "s" and subject.number == "p":
        states = [p.role for p in parts if isinstance(p, Phrase)]
        if (subject.gender == "f" and "told_state" in states) or "told_title" in states or "title" in states:
            return None  # « Qui a été retrouvé mortes », « Qui est devenu les premiers »
        parts = tuple(replace(p, text=p.text.removesuffix("s")) if isinstance(p, Phrase) and p.role == "told_state" else p for p in parts)
    return f"{word} {say_verb(verb)} {say_parts(parts, gender, number)}".strip()


def leads_to_no_thing(clause: Clause, subject: Phrase) -> bool:
    """Whether « qu’est-ce qui » is no way to a thing: what has a figure, what seems so to the writer, what demands or claims as people do."""
    measured = any(p.kind == "measure" for p in clause.phrases())
    acting = subject.role in ("actor", "speaker") and not clause.verb.passive and causing_word(subject, clause) is None
    return measured or acting or clause.verb.lemma in ("sembler", "paraître")


def tells_how_it_is(clause: Clause, word: str) -> bool:
    """« la marge est de 14 euros », « la salle a les yeux fixés sur lui »: what is told of a thing with a bare verb leads to no thing."""
    measured = clause.verb.lemma == "être" and any(p.role == "measure" for p in clause.phrases())
    having = clause.verb.lemma == "avoir" and any(p.role == "object" for p in clause.phrases())
    return word.startswith("quel") and clause.subject is not None and clause.subject.kind == "thing" and (measured or having)


def _with_number(clause: Clause, subject: Phrase, gender: str, number: str) -> Verb:
    verb, others = clause.verb, clause.phrases()
    finite = singular_verb(verb.finite) if number == "s" and verb.number == "p" else verb.finite
    kept = ("title", "told_title", "told_state") if subject.number == "s" else ("title", "told_title")
    titled = any(p.role in kept for p in others)  # « Qui a été élue présidente ? », « Qui a été retrouvée morte ? »
    agrees = verb.with_be or (verb.reflexive and re.search(r"(?:s|ée|ie|ue)$", verb.rest) is not None)
    rest = _reagree(verb, subject, gender, number) if agrees and verb.rest and not titled else verb.rest
    return replace(verb, finite=finite, rest=rest, number=number)


def _reagree(verb: Verb, subject: Phrase, gender: str, number: str) -> str:
    lead, _, participle = verb.rest.rpartition(" ")
    bare = bare_participle(participle, subject.gender or "m", subject.number)
    return f"{lead} {agree(bare, gender, number)}".strip()


def _ask_number(clause: Clause, target: Phrase) -> str | None:
    word = number_word(target, verb_above(clause, target))
    if target is clause.subject and is_whole_people(target):
        return f"{word} compte-t-on"  # « Combien de francophones suisses compte-t-on ? »: what they do, they do not do as so many
    if target is clause.subject:
        return _ask_share(word, clause, target) if is_share(target) else _count_subject(word, clause, target)
    if target.role == "measure" and clause.verb.lemma == "être":
        return _ask_amount(clause, target, number_word(replace(target, marker="à"), clause.verb))
    return _inverted(word, clause, target, agree_with=None if target.marker else target)


def is_whole_people(subject: Phrase) -> bool:
    """« les presque 2 millions de francophones suisses »: all that there are of them, in a country that is told."""
    return subject.named and re.match(r"les .*\bmillions? ", subject.text) is not None


def _count_subject(word: str, clause: Clause, target: Phrase) -> str | None:
    if clause.verb.number == "s" and target.number == "p":
        return None  # « une vingtaine de voitures a été brûlée »
    parts = say_parts(shorten(clause, target, say_statement).complements, target.gender, "p")
    return f"{word} {say_verb(clause.verb)} {parts}".strip()


def _ask_share(word: str, clause: Clause, target: Phrase) -> str | None:
    """« Quelle part des départs sera volontaire ? »: verb and participle agree with « part »."""
    if any(re.search(r"\b(leurs?|eux)\b", p.text) for p in clause.phrases()):
        return None
    if any(isinstance(p, Phrase) and p.role == "told_state" and p.text.split()[0].endswith("s") for p in clause.complements):
        return None  # « se disent favorables »: the adjective would have to agree too
    gender = "f" if clause.verb.rest.endswith(("e", "es")) else "m"
    verb = _with_number(clause, replace(target, gender=gender, number=clause.verb.number), "f", "s")
    parts = say_parts(shorten(clause, target, say_statement).complements, "f", "s")
    return f"{word} {say_verb(verb)} {parts}".strip()


def _ask_other(clause: Clause, target: Phrase) -> str | None:
    means = target.role == "cause" and target.marker in MEANS
    word = (
        means_word(target, clause)
        if means
        else f"{target.marker} qui"
        if target.role in (*ATTENDING_ROLES, SUPPORTED) and target.role not in ASKED
        else FRAME_WORDS[target.marker]
        if target.role == FRAME
        else ASKED.get(target.role) or speeches.stance_word(target) or idiom_word(target, clause) or question_word(target, verb_above(clause, target))
    )
    if word is None or has_no_moment(clause, target):
        return None
    if target.role == "from" and clause.subject is not None:
        return _ask_origin(clause, target)
    if target.role == "dimension" and clause.subject is not None:
        return f"{'quelle' if clause.subject.gender == 'f' else 'quel'} est {clause.subject.text}"
    if target.role == "measure" and clause.verb.lemma == "être":
        return _ask_amount(clause, target)
    if target.role == "age" and clause.subject is not None:
        others = tuple(p for p in clause.complements if p is not target)
        return f"quel âge {clause.verb.finite} {clause.subject.text} {say_parts(others, 'm', 's')}".strip()
    if target.role == "quality" and clause.verb.rest == "été" and clause.subject is not None:
        return f"comment qualifier {lower_article(clause.subject)}"  # « comment les relations ont-elles été » is nothing that anybody asks
    if word == "que" and (plain_order := _simply(clause, target)):
        return plain_order
    if word == "que":
        return f"qu’est-ce {elide('que', _declared(clause, target))}"
    fronted = not target.marker and target.core and target in clause.complements and word.startswith("quel")
    return _inverted(word, clause, target, agree_with=target if fronted else None)


def means_word(cause: Phrase, clause: Clause) -> str:
    """« grâce à quoi »; of what comes first « après quel événement » if known, « dans quel cas » if it may come, else « à la suite de quoi »."""
    if cause.marker not in ("à la suite de", "suite à"):
        return join_preposition(cause.marker, "quoi")
    if cause.kind == BLAMED:
        return "pourquoi"
    if is_after_event(cause):
        return "après quel événement"
    return "dans quel cas" if any(isinstance(c, Clause) for c in clause.complements) else "à la suite de quoi"


def _simply(clause: Clause, target: Phrase) -> str | None:
    """« Que prévoit le plan ? »: the noun behind a simple verb, where nothing else follows it."""
    subject, verb = clause.subject, clause.verb
    alone = not [p for p in clause.complements if p is not target]
    if subject is None or not alone or verb.rest or verb.reflexive or verb.negation or verb.before or target not in clause.complements:
        return None
    return f"{elide('que', verb.finite)} {lower_article(subject)}"


def _ask_origin(clause: Clause, target: Phrase) -> str | None:
    """« À combien le coût s’élevait-il avant de passer à 27 millions d’euros ? »"""
    end = next((p for p in clause.complements if isinstance(p, Phrase) and p.role == "to"), None)
    if end is None or clause.subject is None or clause.verb.passive:
        return None
    many = clause.subject.number == "p"
    verb = Verb(lemma="élever", finite="élevaient" if many else "élevait", reflexive=True, number=clause.subject.number)
    before = replace(end, role="told_end", marker="", text=f"avant de {clause.verb.lemma} {join_preposition('à', end.text)}")
    return _inverted("à combien", replace(clause, verb=verb, complements=(target, before)), target)


def _ask_amount(clause: Clause, target: Phrase, word: str = "à combien") -> str:
    """« La participation a été de 52 % » -> « À combien la participation s’est-elle élevée ? »"""
    subject = clause.subject
    assert subject is not None
    many = subject.number == "p"
    rises = RISES.get(clause.verb.finite)
    if clause.verb.rest or rises is None:
        verb = Verb(lemma="élever", finite="sont" if many else "est", rest=agree("élevé", subject.gender or "m", subject.number), reflexive=True)
    else:
        verb = Verb(lemma="élever", finite=rises, reflexive=True)
    return _inverted(word, replace(clause, verb=verb), target)


def _declared(clause: Clause, target: Phrase) -> str:
    """Subject, verb and rest without the target, in the order of a statement."""
    assert clause.subject is not None
    short = drop_target(shorten(clause, target, say_statement), target)
    subject = clause.subject
    parts = say_parts(short.complements, subject.gender or "m", subject.number)
    return f"{lower_article(subject)} {say_verb(clause.verb)} {parts}".strip()


def _inverted(word: str, clause: Clause, target: Phrase, agree_with: Phrase | None = None) -> str:
    subject = clause.subject
    assert subject is not None
    under_deed = any(isinstance(p, Phrase) and p.role == "told_deed" for p in clause.complements)  # « Combien de villes a-t-il prévu de visiter »
    if agree_with in clause.complements and clause.verb.rest and not (clause.verb.with_be or clause.verb.reflexive or under_deed):
        clause = replace(clause, verb=_agreed_before(clause.verb, word, agree_with))
    elif not target.marker and word.startswith(("quel", "combien")):
        clause = replace(clause, complements=tuple(_agreed_within(p, word, target) for p in clause.complements))
    alike = clause.verb.number == subject.number or not (WHOLE.match(subject.text) or subject.count)
    pronoun = PRONOUNS.get((subject.gender, subject.number)) if alike else None  # « la majorité des juges ont », « une foule de gens a »
    if pronoun is None:
        return f"{word} est-ce {elide('que', _declared(clause, target))}"
    short = drop_target(shorten(clause, target, say_statement), target)
    parts = say_parts(short.complements, subject.gender, subject.number)
    return f"{word} {lower_article(subject)} {say_verb(clause.verb, pronoun)} {parts}".strip()


def _agreed_within(part: Phrase | Clause, word: str, target: Phrase) -> Phrase | Clause:
    """« Quelle orchidée affirme-t-elle avoir découverte ? »: the same of an infinitive under the verb."""
    within = isinstance(part, Clause) and part.subject is None and part.verb.finite == "avoir" and part.verb.rest and target in part.complements
    return replace(part, verb=_agreed_before(part.verb, word, target)) if within and isinstance(part, Clause) else part


def _agreed_before(verb: Verb, word: str, target: Phrase) -> Verb:
    """The participle with avoir agrees with an object that stands before it: « Combien de frégates… envoyées », not with a measure."""
    if word.startswith("combien") and verb.lemma in word_set("verbs", "measuring"):
        return verb
    years = word.startswith("combien d’années")  # asked for « ans »
    gender = "f" if years else target.gender if word.startswith("combien") else "f" if word.startswith("quelle") else "m"
    lead, _, participle = verb.rest.rpartition(" ")
    if participle.endswith(("r", "re")):
        return verb  # « a fait construire »
    number = "p" if word.startswith(("combien", "quels", "quelles")) else "s"
    return replace(verb, rest=f"{lead} {agree(participle, gender, number)}".strip())
