"""A clause and the part that is asked -> how well the words of the question lead to its answer, and how much readers made of such questions."""

from __future__ import annotations

import re

from quizgen.langs.fr.asking.asked_nouns import sought_word, which_told
from quizgen.langs.fr.asking.kind_words import is_owed
from quizgen.langs.fr.asking.question_words import OWNED, SORT, asks_own_noun, is_compound, is_somebody, leading_word, words_of
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.targets import PLACE_KINDS, TELLING_KINDS, verb_above
from quizgen.model import Clause, Phrase

# Worth of a wording for each definite noun that the event explains (« les secours »), or that the reader must guess (« le site »).
KNOWN_NOUN, BARE_NOUN = 0.9, 0.65
OPEN_OBJECT = 0.35  # of « Qu’est-ce que X étendra ? »: only verbs of giving, sending and announcing lead to their object
MARK = re.compile(r"\d|[A-ZÀ-Ý]|\b(?:anti|pro)-\w")
FEW = 2  # words of « le gouvernement », of whom there is too little to know
NAMED_OBJECT = 0.8  # of one for a thing of a kind that the question names: « Quelle raffinerie … ? »
SAID_AGAIN = 0.3  # of « Quelle motion … ? » for « la motion de censure »: of twenty-three readers took six
SAID_AGAIN_OWNED = 0.1  # of « Quelle équipe … ? » for « une équipe sportive »: of seven readers took one
SORT_ONLY = 0.4  # of that, where one word more is all: « la motion de censure », « les mesures de sécurité »
COMPOUND_DOER = 0.3  # of that, where it is what did something: « Quelle motion reprochait … ? La motion de censure »
STOP = 0.0  # of a town on somebody's way: readers took none
PAIR, PAIR_DONE = 0.25, 0.0  # of « combien » for two, and for two in a deed: of fifteen such questions readers took none
OWNER = re.compile(r"^(?:les? |la |l’)[\wà-ÿ’ -]+ (?:de |d’)[A-ZÀ-Ý][\w-]+$")  # « le plan de Rodan », of the firm that the article is about
TOLD_OBJECT, LONG_OBJECT = 0.9, 5  # worth of a question for nothing but an object, and its words from which it is more than 0.4


def clearness(clause: Clause, target: Phrase, fact_type: str) -> float:
    """How well the words of a question lead to its answer, times what readers made of questions for such a role."""
    return worth_of_role(clause, target, fact_type) * plainness(clause, target, fact_type)


def worth_of_role(clause: Clause, target: Phrase, fact_type: str) -> float:
    """What share of the questions for a role readers took, against that of all: measured on three samples of fifty cards.

    Who did a thing is worth asking if the thing is named, dated or counted; which country, where and on what is often plain from the event.
    """
    if fact_type != "action":
        return 1.0
    if target is clause.subject:
        others = [p for p in clause.phrases() if p is not target]
        return 1.0 if any(p.entities or p.named or p.count or p.kind in ("time", "measure") for p in others) else 0.7
    if target.kind == "time":
        return 1.2
    if target.kind in ("measure", "duration") or is_owed(target, clause):
        return 1.0
    if target.role.startswith("complement"):
        return 0.75
    return 0.85 if target.role.startswith(("place", "destination")) else 1.0


def worth_of_count(clause: Clause, target: Phrase, role: str, fact_type: str) -> float:
    """Less for « combien » where the answer is two, save of people whom something befell."""
    two = role == "number" and target.count.lower() in ("deux", "2")
    graded = target.marker == "de" and clause.verb.lemma in word_set("verbs", "graded")  # « abaissée de deux crans »
    if not two or graded or clause.verb.lemma in word_set("verbs", "harming"):
        return 1.0
    return PAIR_DONE if fact_type == "action" else PAIR


def plainness(clause: Clause, target: Phrase, fact_type: str) -> float:
    """1, less for each bare definite noun that the reader must guess (« le parti »), and for « Qu’est-ce que X promet ? »."""
    if fact_type == "definition":
        return 1.0
    is_object = not target.marker and target is not clause.subject
    led = leading_word(target, verb_above(clause, target)) if is_object else ""  # « Quel portefeuille… », « Quelle mesure… »
    if target is not clause.subject and not led and not any(p for p in clause.phrases() if p is not target and p is not clause.subject):
        bare_object = is_object and not target.count and target.kind == "thing"
        if bare_object:
            return TOLD_OBJECT if is_told_object(clause, target) else 0.4
    if led and fact_type == "action" and says_again(led, target):
        owned = OWNED.match(target.text) is not None and not adds_mark(target)
        return (SAID_AGAIN_OWNED if owned else SAID_AGAIN) * worth_of_sort(target)
    if led and says_again(led, target) and worth_of_sort(target) < 1.0:
        return worth_of_sort(target)
    if led and led in (which_told(target), sought_word(target, verb_above(clause, target))) and fact_type == "action":
        return NAMED_OBJECT
    if is_object and not led and is_compound(target) and clause.subject is not None and clause.subject.kind == "thing":
        return SAID_AGAIN * SORT_ONLY  # « la franchise renforce l’esprit de clan »: nothing leads from one to the other
    if is_object and target.kind == "city" and clause.verb.lemma in word_set("clauses", "visiting"):
        return STOP
    if is_object and not led and fact_type == "action" and not target.count and target.kind in ("thing", "other", "organisation"):
        return worth_of_open(clause, target)
    if target is clause.subject and worth_of_sort(target) < 1.0 and asks_own_noun(target):
        return SAID_AGAIN * worth_of_sort(target) * COMPOUND_DOER
    if target is clause.subject and target.kind in ("thing", "other", "region") and not adds_mark(target):
        return SAID_AGAIN
    if target is clause.subject and target.kind == "person" and not target.entities:
        return 0.7  # « Qui… ? » wants a name
    bare = [p for p in clause.phrases() if p is not target and re.match(r"(le|la|les|son|sa|ses|leurs?|l’)\b", p.text) and says_little(p)]
    known = [p for p in bare if p.head in word_set("nouns", "situational")]
    return float(KNOWN_NOUN ** len(known) * BARE_NOUN ** (len(bare) - len(known)))


def says_again(led: str, target: Phrase) -> bool:
    """Whether the noun of a question is that of its answer, which adds no name and no figure: « Quelle motion ? La motion de censure »."""
    noun = led.rpartition(" ")[2]
    return "type" not in led and noun in words_of(target) and (OWNED.match(target.text) is not None or not adds_mark(target))


def worth_of_sort(target: Phrase) -> float:
    """Of what a noun alone is asked for: nothing of « une directive européenne », little of « les mesures de sécurité », all of more words."""
    owners = [e.kind for e in target.entities]
    if target.kind == "thing" and OWNER.search(target.text) and (owners == ["organisation"] or (not owners and target.taken_up)):
        return 0.0
    if SORT.fullmatch(target.text) is None or target.entities or target.count or any(c.isupper() for c in target.text):
        return 1.0
    if OWNED.match(target.text):
        return 0.0
    return 1.0 if target.named else SORT_ONLY  # « l’armée française »


def adds_mark(target: Phrase) -> bool:
    """Whether a phrase tells more than its noun and of what sort it is: a name, a figure, for or against what; not « la motion de censure »."""
    return bool(target.entities or target.named or target.count) or MARK.search(target.text[1:]) is not None


def worth_of_open(clause: Clause, target: Phrase) -> float:
    """Worth of « que » or « qui » for an object of which the question says no more: by what the verb leads to, and how much is answered."""
    verb = verb_above(clause, target)
    if is_somebody(target, verb):
        return NAMED_OBJECT if len(target.text.replace("’", "’ ").split()) > FEW else OPEN_OBJECT
    if verb.lemma not in word_set("clauses", "leading"):
        return OPEN_OBJECT
    return NAMED_OBJECT if target.entities or target.named else 0.5


def is_told_object(clause: Clause, target: Phrase) -> bool:
    """Whether « Qu’instaure X ? » leads to its answer: a known doer, a verb that wants to know what, words enough in the object."""
    subject = clause.subject
    known = subject is not None and bool(subject.entities or subject.named)
    return known and len(target.text.replace("’", "’ ").split()) >= LONG_OBJECT and clause.verb.lemma in word_set("clauses", "leading")


def says_little(target: Phrase) -> bool:
    """Whether an answer would be a noun that could stand anywhere: « la vie », « sa fille », « dans la ville »."""
    named, words = bool(target.named or target.entities), target.text.split()
    if target.kind in PLACE_KINDS and not named and len(words) < 3:
        return True
    short = len(re.sub(r"^(l’|d’)|\bnouve(?:au|aux|lle?s?|l) ", "", target.text).split()) < 3 and not target.text.startswith("des ")
    return target.kind not in TELLING_KINDS and not named and not target.count and short
