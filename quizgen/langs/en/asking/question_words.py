"""English question words: « who », « which country », « in which city », « on what date », by what the answer is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.amounts import BALLOT, SCORE
from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.lexicon import actors, read_words, word_set
from quizgen.model import Entity, Phrase

PLACE_NOUNS = {"country": ("country", "countries"), "city": ("city", "cities"), "sea": ("sea", "seas")}
INSIDE = ("in", "at", "on", "near", "inside", "within", "outside", "off", "along", "across")
TOWARDS = ("to", "into", "onto", "towards", "toward")
SWAPPED = ("in exchange for", "in return for")
CARRIED = frozenset(
    "to with by for from against of in at on into under near through towards toward between during over after before about alongside behind off"
    " outside via across among within beside below above".split()
) | {"in front of", "on behalf of", *SWAPPED}
# Water by the noun of its name; a name without one is that of a sea, save for the oceans.
WATERS = ("ocean", "sea", "gulf", "strait", "channel", "bay", "lake", "river")
VAGUE = ("some", "many", "several", "most", "half", "one", "all", "both", "other", "more", "few", "two", "three", "each", "any")
FRONTED = ("to", "from", "into", "against", "of", "for")
CLOCK = re.compile(r"(?:about |around )?(?:\d{1,2}(?:[.:]\d{2})? ?(?:[ap]\.?m\.?|o[’']clock)|\d{1,2}[.:]\d{2}|noon|midnight)", re.I)
VAGUE_CLASS = ("thing", "something", "place", "area", "kind", "sort", "type", "part", "child", "man", "woman", "boy", "girl", "person")
RESULT = re.compile(r"\d[–-]\d")  # « lost to Gao 3–1 »
SPEED = re.compile(r"(?i)\bper (?:second|minute|hour)\b|mph|km/h|knots")
AREA = re.compile(r"(?i)\b(square|sq|acres?|hectares?)\b|[²]|km2")
PERCENT = re.compile(r"(?i)\bper ?cent\b|%")
BARE = re.compile(r"\d{1,3}|[a-z]+")  # « took five for 71 »: of what is not told
SPAN = re.compile(r"\d{4}[–/-]\d{2,4}")  # « the budget for 2025–26 »
LISTED = re.compile(r"((?:two|three|four|five) [a-z]+(?: [a-z]+)?), (.+ and .+)")  # « two warships, the Alder and the Elm »
CLASSED = re.compile(r"the ((?:[\w-]+ ){0,2}[a-z-]+) ([A-Z].*)")  # « the online supermarket Ulmer »
NAMED_AS = re.compile(
    r"an? ((?:[a-z-]+ ){0,2}[a-z-]+),? (?:called|named|dubbed|nicknamed|codenamed|known as) "
    r"((?:(?! (?:that|which|who|where|when|by|and|or|to)\b)[^,])+)"
)  # « a rare disease called kuru »
EXTENT = re.compile(
    r"an? [a-z]+ of (?:about |around |some |almost |nearly |over |more than )?[\d.,]+ [a-z]+(?: per hour| an hour)?"
)  # « a height of 45 metres »
SUM_SPAN = re.compile(r"(?:between|from) [^ ]*\d[^ ]*(?: \w+)? (?:and|to) [^ ]*\d")  # « between 10 and 25 million pounds »
LEAST_WORDS = 2  # that say which, beside the noun: « the regional hospital of Gao »


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question word; `stays` if the preposition of the answer stays behind (« What is the plan based on? »), `keeps` if the answer has it."""

    word: str
    stays: bool = False
    keeps: bool = False


def which_noun(phrase: Phrase) -> str | None:
    """« which hospital » for « the regional hospital in Gao »; None for a noun that nothing tells from others, or that is no class of things."""
    match = re.fullmatch(r"(?:(?:the|its|his|her|their) )?(.+)", phrase.text, re.I)
    if (
        match is None
        or (match.group() == match.group(1) and not (phrase.entities and phrase.text[:1].isupper()))
        or phrase.count
        or len(phrase.entities) > 1
    ):
        return None
    words = re.findall(r"[\w’'-]+", match.group(1))
    noun = next((w for w in words if w.islower() and head_of(w) == phrase.head), None) or _class_in_name(phrase, words)
    if noun is None or head_of(noun) not in word_set("questions", "classes"):
        return None
    telling = [w for w in words if w != noun and len(w) > 2 and w.lower() not in word_set("grammar", "function_words")]
    named = phrase.named and any(not w.islower() for w in telling)  # not « the bank of the river », whatever river it is
    if not telling or not (named or phrase.entities or len(telling) >= LEAST_WORDS):
        return None
    return f"which {noun.lower()}"


def _class_in_name(phrase: Phrase, words: list[str]) -> str | None:
    """« University » in « the University of Gao », « Canal » in « the Suez Canal », « Lake » in « Lake Auvine »."""
    if not phrase.entities:
        return None
    end = next((i for i, w in enumerate(words) if i and w in ("of", "in", "at", "for", "near", "on")), len(words))
    name = words[:end]
    last = [w.lower() for w in name[-1:] if w.lower() in word_set("questions", "classes") - word_set("questions", "in_firms")]
    first = [w.lower() for w in name[:1] if w.lower() in word_set("questions", "leading")]
    return next(iter((*last, *first)), None)


def named_as(phrase: Phrase) -> tuple[str, str] | None:
    """(what it is, its name) of « a rare disease called kuru », of which one may ask « which rare disease »; None for all else, and for people."""
    told = NAMED_AS.fullmatch(phrase.text)
    if told is None or phrase.kind in ("person", "people") or phrase.head in actors() or phrase.count or told.group(1).endswith(VAGUE_CLASS):
        return None
    return told.group(1), told.group(2)


def head_of(word: str) -> str:
    """The singular of a regular plural noun: « bridges », « parties »."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if re.search(r"(ss|x|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is", "ies", "works", "species")) else word


def subject_word(subject: Phrase, *, many: bool, passive: bool = False, owned: bool = False) -> str | None:
    """« who », « which country », « which organisation » for a subject, or None."""
    if subject.kind == "instances":
        return f"which {subject.head}"
    if (named := named_as(subject)) is not None:
        return f"which {named[0]}"
    if subject.kind != "person" and re.fullmatch(r".+’s? [a-z]+", subject.text):
        return None  # « Which association? Karl Lund’s association »
    if subject.kind in ("person", "people") or (many and subject.kind == "organisation") or is_human(subject):
        return "who"
    if subject.kind == "country" and subject.entities:
        return "which countries" if many else "which country"
    if subject.kind == "organisation" and not many:
        return _body_word(subject, passive=passive, owned=owned)
    if subject.kind in PLACE_NOUNS and subject.entities and not many:
        return which_noun(subject) or (
            _place_noun(subject, many=False) if subject.kind != "city" or is_known_city(subject) else "which place" if passive else None
        )
    return None if many else which_noun(subject) or ("what" if is_telling_thing(subject) else None)


def is_human(phrase: Phrase) -> bool:
    """Whether a phrase without a name tells people by what they do: « police divers », « service providers »."""
    return phrase.number == "p" and not phrase.entities and phrase.head.lower() in actors() | word_set("nouns", "informed")


def is_new_thing(phrase: Phrase) -> bool:
    """Whether a thing may be asked with « what » as a subject: one that the sentence brings up, not « the level of the lake », which fell."""
    return phrase.text.lower().startswith(("a ", "an ")) and is_telling_thing(phrase)


def is_telling_thing(phrase: Phrase) -> bool:
    """Whether a thing is said with words enough to answer « what »: « a footbridge for cyclists »; not somebody whose name is all that is known."""
    words = re.sub(r"^(?:the|a|an|its|his|her|their) ", "", phrase.text, flags=re.I).split()
    least = LEAST_WORDS + phrase.text.lower().startswith(("a ", "an "))  # « a bank loan » could be any
    common = phrase.head.islower() or not (phrase.text[:1].isupper() or phrase.entities)  # no name, for which « what » would be rude
    return common and phrase.kind in ("thing", "event") and not phrase.count and len(words) >= least and words[0].lower() not in VAGUE


def _body_word(subject: Phrase, *, passive: bool, owned: bool) -> str | None:
    """« which bank », « which organisation »; « who » where a body may be a company or a team, unless « its » stands in the question."""
    if not subject.entities and not any(c.isupper() for c in subject.text[1:]):
        return None  # « Which group? The group… » tells nothing
    led = subject.text.removesuffix(subject.entities[0].name).split() if len(subject.entities) == 1 else []
    classes = word_set("nouns", "organisations") | word_set("questions", "bodies") | word_set("questions", "classes")
    if len(led) == 2 and led[0] in ("the", "The", "a", "A") and led[1].islower() and led[1] not in classes:
        return None  # « the silver Renault » is no firm
    word = noun_word(subject)
    if word != "which organisation" and not (passive or owned) and is_class_of_scene(subject, word.removeprefix("which ")):
        return "who"  # « Which association? — the Football Association »
    if not subject.entities and re.match(r"(a|an|one|another) ", subject.text, re.I):
        return None  # « Which firm? A firm from Gao »
    return "who" if word == "which organisation" and not passive and not owned and not is_known_body(subject) else word


def is_class_of_scene(subject: Phrase, noun: str) -> bool:
    """Whether a name is a class and the matter of the article, so that to ask for the class tells the name: « the Football Association »."""
    words = re.findall(r"[\w-]+", subject.text.removeprefix("the ").lower())
    matter = frozenset(word for words in read_words("scenes")["scenes"] for word in words)
    return len(words) == LEAST_WORDS and words[1] == noun and words[0] in matter


def is_known_body(phrase: Phrase) -> bool:
    """Whether the words list the body among organisations of the world."""
    known = {plain(name) for name in word_set("distractors", "known_bodies")}
    return any(plain(name) in known for e in phrase.entities for name in (e.name, *e.aliases))


def noun_word(phrase: Phrase) -> str:
    """« which party », « which bank » where a known noun heads the phrase, else « which organisation »."""
    if is_known_body(phrase):
        return "which organisation"
    if classed := CLASSED.fullmatch(phrase.text):
        named = any(classed.group(2) == e.name for e in phrase.entities)
        if named and classed.group(1).split()[-1] in word_set("nouns", "organisations") | word_set("questions", "bodies"):
            return f"which {classed.group(1)}"
    bodies = word_set("questions", "bodies")
    names = [re.split(r",| of | for | in ", phrase.text)[0], *(e.name.split(" of ")[0] for e in phrase.entities)]
    last = next((w for name in names for w in (name.split() or [""])[-1:] if w.lower() in bodies), phrase.head)
    first = phrase.text.removeprefix("the ").split(" ")[0].lower()
    noun = next((w.lower() for w in (last, first) if w.lower() in bodies), None)
    known = noun or next(filter(None, (_class_in_name(phrase, name.split()) for name in names)), None)
    return f"which {known}" if known and phrase.number == "s" else "which organisation"


def question_word(target: Phrase, lemma: str) -> Asked | None:
    """How a part under the verb `lemma` that is not the subject is asked, with its preposition; None if no question is natural."""
    if target.role.startswith("time") or target.kind == "time":
        return time_word(target)
    if target.head == "counterpart" and not target.entities:
        return None  # « against whom » for a currency; of a minister, it is not told who he is
    if target.role == "rank":
        return Asked(word="in which place")
    if target.marker in SWAPPED:
        return Asked(word=f"{target.marker} what") if is_telling_thing(target) or target.kind == "measure" or target.named else None
    if target.kind == "instances":
        return _carried(target.marker, f"which {target.head}")
    if (named := named_as(target)) is not None:
        return _carried(target.marker, f"which {named[0]}")
    if listed := LISTED.fullmatch(target.text):
        return _carried(target.marker, f"which {listed.group(1)}")
    if target.kind == "duration" or target.role.startswith("duration"):
        return Asked(word="to what term") if target.marker == "to" and lemma in word_set("verbs", "sentencing") else _duration_word(target)
    beaten = lemma in word_set("questions", "playing") and not target.marker and target.kind in ("organisation", "other")
    if beaten and len(target.entities) == 1 and which_noun(target) is None and lemma not in ("win", "lose"):
        return Asked(word="whom")
    if target.kind == "measure":
        return _way_word(target) or _measure_word(target, lemma)
    if target.kind == "said":
        return Asked(word="what", keeps=True)
    if target.kind == "content":
        return Asked(word="what", keeps=True) if target.marker == "that" and lemma in word_set("questions", "telling") else None
    if target.role == "object" and target.kind == "region" and not (target.marker or target.entities):
        return _thing_word(target, lemma)  # « will close its schools »
    if target.kind in (*PLACE_NOUNS, "region") or target.role.startswith(("place", "destination", "origin")):
        return _place_word(target)
    if target.kind == "other" and target.marker == "in" and target.entities and lemma not in read_words("verbs")["governs"]["in"]:
        return Asked(word="where", keeps=True)  # a place that the recogniser does not know
    if target.kind != "people" and target.marker in TOWARDS and lemma in word_set("questions", "moving"):
        return Asked(word="where", keeps=True) if target.kind != "person" else None  # a place that the recogniser took for a body
    several = target.kind == "organisation" and target.number == "p" and target.role == "object" and not (target.marker or target.entities)
    if several:
        return Asked(word="what")  # « will close its schools and museums »
    return _being_word(target, lemma) if target.kind in ("person", "people", "organisation") else _thing_word(target, lemma)


def _carried(marker: str, word: str) -> Asked | None:
    """The question word behind its preposition: « from which country »."""
    if marker and marker not in CARRIED:
        return None
    return Asked(word=f"{marker} {word}".strip())


def _place_word(target: Phrase) -> Asked | None:
    many = len(target.entities) > 1
    if target.kind in PLACE_NOUNS and target.entities and (many or is_bare_name(target)) and (target.kind != "city" or is_known_city(target)):
        return _carried(target.marker, _place_noun(target, many=many))
    if which := which_noun(target):
        return _carried(target.marker, which)
    if target.role == "object" and not target.marker and re.match(r"(?:(?:north|south|east|west)\w*|central) [A-Z]", target.text):
        return Asked(word="which region")
    if not target.role.startswith(("place", "destination")) and target.kind not in ("region", "country", "city"):
        return None
    if target.marker in INSIDE:
        return Asked(word="where", keeps=True)
    return Asked(word="where", keeps=True) if target.marker in TOWARDS else Asked(word="where", stays=True) if target.marker == "from" else None


@cache
def _cities() -> frozenset[str]:
    return frozenset(plain(name) for names in read_words("distractors")["cities"].values() for name in names)


def is_known_city(phrase: Phrase) -> bool:
    """Whether each name of a phrase is surely that of a city, not of a village, a suburb or a district."""
    return all(map(names_known_city, phrase.entities))


def names_known_city(entity: Entity) -> bool:
    """Whether a name is on the list of cities."""
    return any(plain(name) in _cities() for name in (entity.name, *entity.aliases))


def is_bare_name(phrase: Phrase) -> bool:
    """Whether a name is said with no more than an article: not « northern Kenya »."""
    return any(plain(name) == plain(phrase.text) for e in phrase.entities for name in (e.name, *e.aliases))


def _place_noun(phrase: Phrase, *, many: bool) -> str:
    """« which country », « which cities », « which ocean »."""
    if phrase.kind != "sea" or many:
        return f"which {PLACE_NOUNS[phrase.kind][many]}"
    words = phrase.text.lower().split()
    own = next((w for w in words if w in WATERS), "")
    return f"which {own or ('ocean' if words[-1] in word_set('questions', 'oceans') else 'sea')}"


def _being_word(target: Phrase, lemma: str) -> Asked | None:
    many = len(target.entities) > 1
    if not many and (which := _named_class(target)):
        return _carried(target.marker, which)
    if target.kind == "organisation":
        bound = many and target.marker in ("with", "by", "against", "to", "for")
        return _carried(target.marker, "whom") if bound else _body_complement(target, lemma) if target.entities and not many else None
    if (not target.entities and not target.named) or target.role.startswith("attribute"):
        return None
    bound = target.core or target.marker in ("", "with", "by") or target.role.startswith(("addressee", "agent"))
    return _carried(target.marker, "whom") if bound else None


def _named_class(target: Phrase) -> str | None:
    """« which ship » for « the German research ship Alma Reuter »: the noun right before the name."""
    words = target.text.split()
    nouns = (words[i - 1] for i, w in enumerate(words) if i and w[:1].isupper())
    return next((f"which {noun}" for noun in nouns if noun in word_set("questions", "classes")), None)


def _body_complement(target: Phrase, lemma: str) -> Asked | None:
    """« against which party », « with whom »; a body that something is in may be a place, and so may one that somebody comes from."""
    if target.marker == "for" and target.text.lower().split()[-1] in word_set("nouns", "occasions") | word_set("nouns", "gatherings"):
        return Asked(word="for which event")
    word = noun_word(target)
    if word != "which organisation" or is_known_body(target):
        return _carried(target.marker, word)
    if not target.marker and (lemma in word_set("verbs", "standing") or lemma in ("join", "leave")):
        return Asked(word=word)  # a club is nobody
    answers = not target.marker and lemma in word_set("questions", "done_to_bodies")  # only somebody can be sued
    return (
        _carried(target.marker, "whom")
        if answers or target.marker in ("with", "by", "against", "to", "for", "on behalf of")
        else None  # « Which organisation did X reach? »: it may be none
    )


def _thing_word(target: Phrase, lemma: str) -> Asked | None:
    if target.marker and target.head in ("height", "depth", "distance", "altitude", "speed", "age") and " of " in target.text:
        return Asked(word=f"{target.marker} what {target.head}") if EXTENT.fullmatch(target.text) else None
    if not target.marker and SUM_SPAN.match(target.text) and is_money(target.text):
        return Asked(word="how much")
    if target.role.startswith("addressee") and target.marker == "to":
        return Asked(word="to whom") if target.head not in word_set("questions", "classes") | word_set("nouns", "spots") else None
    if which := which_noun(target):
        return _carried(target.marker, which)
    if len(target.entities) == 1 and target.head in word_set("questions", "bodies") and target.number == "s":
        return _carried(target.marker, f"which {target.head}")  # « heads Lake Watch, an association »
    if not target.marker:
        played = target.head == "penalty" and lemma not in ("impose", "receive", "face", "pay", "get", "demand", "seek", "avoid")
        ruled = target.head in word_set("questions", "rulings") and target.number == "s" and not played
        new = ruled and target.text.lower().startswith(("a ", "an "))
        told = ruled and target.text.lower().startswith("the ") and len(target.text.split()) > LEAST_WORDS
        return Asked(word=f"what {target.head}" if new else f"which {target.head}" if told else "what")
    if target.marker == "from" and target.entities and target.text[:1].isupper():
        return None  # « What was he bought from? » of a club that the recogniser does not know
    if target.role.startswith("agent") or lemma in read_words("verbs")["governs"].get(target.marker, ()):
        return Asked(word="what", stays=True)
    if target.marker == "through" and target.core and is_telling_thing(target):
        return Asked(word="through what")
    told = target.core and target.role.startswith("complement") and (is_telling_thing(target) or target.named)
    return Asked(word="what", stays=True) if told and target.marker in FRONTED else None


def _duration_word(target: Phrase) -> Asked | None:
    if target.marker in ("", "for"):
        return Asked(word="for how long" if target.marker else "how long")
    return Asked(word=f"{target.marker} how long") if target.marker in ("after", "within") else None


def _way_word(target: Phrase) -> Asked | None:
    """« from what level to what level » for « from 5% to 12% »; None for one measure."""
    return Asked(word="from what level to what level", keeps=True) if target.marker == "from" and " to " in target.text else None


def _measure_word(target: Phrase, lemma: str) -> Asked | None:
    """« how much », « how far », « by how much », « what percentage », by the unit and the preposition."""
    distance = is_distance(target)
    if target.marker == "at" and re.search(r"\d ?[ap]\.?m\b|o[’']clock|\d:\d", target.text, re.I):
        return Asked(word="at what time") if CLOCK.fullmatch(target.text) else None
    if target.marker == "by" and CLOCK.fullmatch(target.text):
        return Asked(word="by what time")
    if target.marker in ("until", "till") and CLOCK.fullmatch(target.text):
        return Asked(word="until what time")
    if BALLOT.search(target.text):
        return (
            Asked(word="by what tally" if lemma == "vote" else "by what vote")
            if target.marker == "by" and lemma in word_set("questions", "voting")
            else None
        )
    if all(SCORE.fullmatch(part) for part in target.text.split(", ")):
        return Asked(word="by what score") if not target.marker and lemma in word_set("questions", "playing") else None
    if target.marker == "for" and distance:
        return Asked(word="how far")
    if target.marker in ("", "about") and distance and not AREA.search(target.text):
        return Asked(word="how far") if lemma in word_set("questions", "moving") else None
    if not target.marker and lemma in word_set("questions", "covering"):
        return Asked(word="how large an area")
    if not target.marker and lemma == "weigh":
        return Asked(word="how much")
    if not target.marker and target.text.endswith("%") and lemma in word_set("questions", "changing"):
        return Asked(word="by how much")
    if not target.marker:
        return Asked(word="how much") if is_money(target.text) and lemma in word_set("questions", "costing") else None
    if target.marker == "at" and SPEED.search(target.text):
        return Asked(word="at what speed")
    if target.marker in ("by", "for") or (target.marker == "at" and lemma in ("value", "estimate", "put")):
        unknown = SPAN.fullmatch(target.text) or (target.marker != "at" and BARE.fullmatch(target.text))
        return None if unknown else Asked(word=f"{target.marker} how much")
    if target.marker == "at" and not re.search(r"[^\w\s-]|\d\s*\D", target.text):
        return Asked(word="at what age") if lemma not in ("stand", "peak", *word_set("questions", "ranging")) else None  # a bare number
    moving = lemma in word_set("questions", "changing") | word_set("questions", "ranging")
    levelled = target.marker == "at" or moving or PERCENT.search(target.text) is not None
    if target.marker in ("to", "at", "from") and levelled and not distance and not RESULT.search(target.text):
        return Asked(word=f"{target.marker} what {'price' if is_money(target.text) and target.marker == 'at' else 'level'}")
    return None


def is_distance(phrase: Phrase) -> bool:
    """Whether a measure is a length and no speed: « 70 km from Gori »."""
    words = re.findall(r"[A-Za-z]+", phrase.text)
    return "per" not in words and "/" not in phrase.text and any(w in word_set("questions", "lengths") for w in words)


def is_money(text: str) -> bool:
    """Whether a text is a sum: « 3 billion euros », « $40m »."""
    text = PERCENT.sub("", text)
    return any(sign in text for sign in read_words("questions")["signs"]) or any(
        w in word_set("questions", "currencies") for w in text.lower().split()
    )


def time_word(target: Phrase) -> Asked | None:
    """« in which year », « on what date » or « when », by the precision of the answer."""
    marker = target.marker
    if dates.is_period(f"{marker} {target.text}".strip()) or dates.is_period(target.text):
        return Asked(word="when", keeps=True)
    if marker == "for":
        day = dates.find_date(target.text)
        exact = day is not None and day[0].count("-") == 2
        return Asked(word=f"for {'which year' if target.text.isdigit() else 'what date' if exact else 'when'}")
    if marker in ("since", "until", "till"):
        return Asked(word=f"{marker} when")  # « since » wants a perfect: see questions.py
    if marker in ("before", "after", "by"):
        return Asked(word=f"{marker} {'which year' if target.text.isdigit() else 'what date'}")
    if marker not in ("", "in", "on", "during", "at"):
        return None
    found = dates.find_date(target.text)
    precision = found[0].count("-") if found and dates.is_date(target.text) else -1
    return {0: Asked(word="in which year"), 2: Asked(word="on what date")}.get(precision, Asked(word="when", keeps=True))
