"""Question words: « qui », « quel pays », « dans quelle ville », « à quelle date », by what the answer is."""

from __future__ import annotations

import re

from quizgen.langs.fr.asking.asked_nouns import say_which, sought_word, which_told
from quizgen.langs.fr.asking.circumstances import FACING, OCCASIONS, facing_word, gathers, turning_word, when_word
from quizgen.langs.fr.asking.counting import measure_word
from quizgen.langs.fr.asking.kind_words import dying_word, governed_word, meant_word, which_kind
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import agree, join_preposition
from quizgen.langs.fr.forms.nouns import is_class, is_function
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.reference.mentions import actors
from quizgen.langs.fr.reference.names import addressing, is_given_name, organisations
from quizgen.model import Phrase, Verb

MARKERS = ("", "à", "de", "avec", "par", "contre", "pour", "chez", "face à", "auprès de", "envers", "entre", "en", "dans", "vers", "depuis", "sur")
BESIDE = ("près de", "au large de", "au nord de", "au sud de", "à l’est de", "à l’ouest de", "autour de", "le long de")
IN_NAME = re.compile(r"le nom (?:du|de la|de l’|de|des|d’) ?(?:([a-zà-ÿ])|[A-ZÀ-Ý])")  # « au nom de la liberté », « au nom de Dieu »
CONTINENTS = ("Afrique", "Amérique", "Asie", "Europe", "Océanie")
PLACED = ("place", "destination")
NO_PEOPLE = {"siège", "pays", "véhicule"}  # among what bodies have as members
BARE_NOUN = 2  # words of « le groupe »
AGE = re.compile(r"l’âge de [\w-]+(?: [\w-]+)? ans")
YEARS = re.compile(r"[\w-]+(?: [\w-]+)? ans")
DYING = ("mourir", "décéder", "éteindre")  # « est mort à 34 ans » tells an age, « condamné à dix ans » none
CLOCK = re.compile(r"\d{1,2} heures?(?: \d{2})?")  # « à 9 heures »
COMPARED = re.compile(r" (?:plus|moins|aussi) [\wà-ÿ]+$")  # « rend l'animal moins visible »: no noun with its quality
FRAMING = re.compile(r"le (?:plan|terrain) [\wà-ÿ]+")  # « sur le plan physique » tells in what regard
ANYWHERE = ("donner", "vendre", "présenter", "proposer", "montrer")  # to somebody, or somewhere: « a donné un concert à Tal Massar »
EVERYWHERE = re.compile(r"(?:tout|toute|tous|toutes|l’ensemble|l’intégralité|la totalité|la quasi-totalité) ")
RATE = re.compile(r"une? ([\wà-ÿ]+) (?:de |d’)(?:[a-zà-ÿ]+ (?:de )?)?\d[\d, àet]*.?%")  # « avec une majorité de 62 % »
FIELDS = ("domaine", "secteur")  # of a matter: « dans le domaine de la pêche »
SETTING = re.compile(r"(?:une? |le |la |les |des |de )(cas|conditions?|circonstances|contexte|proportions?) (?:de |d’|du |des |où ).+")
GIVEN = ("à", "en", "dans", "pour", "sur", "vers")  # what stands after these may be a place or a thing
SORT = re.compile(
    r"(?:les? |la |l’|une? |des |son |sa |ses |leurs? )[\wà-ÿ-]+ (?:(?:de la |de l’|de |du |des |d’)?[\wà-ÿ-]+|[\wà-ÿ-]{5,} [\wà-ÿ-]{5,})"
)
OWNED = re.compile(r"(?:une?|des|son|sa|ses|leurs?) ")
MEASURE = re.compile(r"(?:les |ses |leurs )?\d")  # « parcourir les 300 derniers milles » is asked with « combien »
REGIONS = re.compile(r"(?:(?:la |le |les |l’)[A-ZÀ-Ý][\w’-]+(?:, | et )?){2,}")  # « la Corse et le Gard »
ENDS = {"country": "quels pays", "city": "quelles villes", "sea": "quelles mers"}  # what a way joins
FEMININE, MASCULINE = re.compile(r"(ion|nce|ie|que|té|ée|ise|aîne|ipe)$"), ("comité", "musée")  # nouns of bodies whose article is not seen
PLACE_WORDS = {"country": ("pays", "m"), "city": ("ville", "f"), "sea": ("mer", "f")}


def which_noun(phrase: Phrase) -> str | None:
    """« quel poste » for « le poste de ministre des Finances », « quelle université » for « l’université de Gao »; None for a noun alone."""
    match = re.fullmatch(r"(?:le |la |les |l’|sa |son |ses |leurs? )([\wà-ÿ-]+) (.+)", phrase.text)
    if match is None or phrase.count or len(phrase.entities) > 1 or not phrase.gender:
        return None
    noun, rest = match.groups()
    telling = [w for w in re.findall(r"[\wà-ÿ]{3,}", rest) if w.lower() not in word_set("grammar", "function_words")]
    if not noun.islower() or plain(noun)[:4] != plain(phrase.head)[:4] or not telling or not (phrase.named or len(telling) > 1):
        return None
    square = phrase.role in PLACED and phrase.head in word_set("nouns", "streets") and rest[:1].isupper()  # « sur la place X »
    if not (square or is_class(phrase.head)) or re.match(r"(?:de |d’)\d", rest):
        return None  # « les notes de 12 skieurs »: how many there are is asked
    return f"{say_which(phrase.gender, phrase.number)} {noun}"


def which_thing(phrase: Phrase) -> str | None:
    """« quel portefeuille », « quel type de laves » for an object; None for a deed (« la fondation de Gao ») and for a noun alone."""
    body = phrase.head in word_set("nouns", "organisations") and not phrase.entities
    return (None if body else which_noun(phrase) or which_kind(phrase)) or which_told(phrase)


def object_word(target: Phrase, verb: Verb) -> str | None:
    """« quelle usine », « quelle mesure », « qui » or « que » for a plain object; None where « que » with such a verb has a hundred answers."""
    if verb.lemma in word_set("clauses", "naming") or (verb.lemma == "rendre" and COMPARED.search(target.text)):
        return None  # of « surnomment leurs voisins les Renards » the parser makes one object
    if named := leading_word(target, verb):
        return named
    if is_somebody(target, verb):
        return "qui"
    if target.kind == "region" and REGIONS.fullmatch(target.text):
        return "quels territoires"
    return None if is_hollow(target, verb) or MEASURE.match(target.text) else "que"


def is_hollow(target: Phrase, verb: Verb) -> bool:
    """Whether « que » with such a verb has a hundred answers."""
    return verb.lemma in word_set("clauses", "hollow") and target.role == "object"


def leading_word(target: Phrase, verb: Verb) -> str:
    """`named_word`, but for « la motion de censure »: « Quelle motion … ? » asks a word out of a compound, « Qu’est-ce que … ? » what it was."""
    named = named_word(target, verb)
    own = named.rpartition(" ")[2] in words_of(target)
    return "" if own and is_compound(target) and not is_hollow(target, verb) else named


def is_compound(phrase: Phrase) -> bool:
    """« la motion de censure », « la gratuité scolaire »: a definite noun and one word of what sort it is, without a name."""
    bare = not (phrase.entities or phrase.count or phrase.named) and phrase.kind in ("thing", "other")
    return bare and phrase.text.islower() and SORT.fullmatch(phrase.text) is not None and OWNED.match(phrase.text) is None


def named_word(target: Phrase, verb: Verb) -> str:
    """What names the kind of a plain object: its own noun, what the article calls it, or what such a verb is done to; empty if nothing does."""
    return which_thing(target) or sort_word(target) or sought_word(target, verb)


def is_somebody(phrase: Phrase, verb: Verb) -> bool:
    """Whether an object is people or a body that acts like people: « reçoit la direction et les syndicats », « soutient le gouvernement »."""
    people = word_set("clauses", "somebody") | word_set("nouns", "groups") | word_set("nouns", "organisations") | word_set("nouns", "functions")
    return not phrase.entities and phrase.head in people and verb.lemma in word_set("clauses", "facing") | word_set("verbs", "moved")


def is_receiver(phrase: Phrase) -> bool:
    """Whether « à qui » asks for a phrase: people, bodies and countries; « à la recherche » is none of them."""
    somebody = actors() | word_set("nouns", "groups") | word_set("nouns", "forces") | word_set("clauses", "somebody") | word_set("nouns", "people")
    return bool(phrase.entities) or phrase.kind in ("person", "people", "organisation", "country") or phrase.head in somebody


def which_person(phrase: Phrase) -> str | None:
    """« quel poète malien » for « le poète malien X »; None for a name alone, and for an office that one alone holds."""
    if phrase.kind != "person" or len(phrase.entities) != 1 or phrase.head in word_set("nouns", "unique") or not is_function(phrase.head):
        return None
    title = phrase.text.removesuffix(phrase.entities[0].name)
    match = re.fullmatch(r"(?:le |la |l’)(\w[\w-]*(?: [\w-]+)?) ", title)
    if match is None or title == phrase.text or not match.group(1).islower() or not phrase.gender:
        return None
    return f"{'quel' if phrase.gender == 'm' else 'quelle'} {match.group(1)}"


def subject_word(subject: Phrase, *, many: bool, passive: bool = False) -> str | None:
    """« qui », « quel pays », « quelle organisation » for a subject, or None."""
    if subject.kind in ("thing", "region", "other", "sea", "city") and not subject.entities and not many:
        return which_noun(subject) or ("qui" if are_known_people(subject) else which_told(subject) if subject.kind != "region" else None)
    if which := which_person(subject):
        return which
    if subject.kind in ("person", "people") or (many and subject.kind == "organisation"):
        return "qui"
    if subject.kind == "country" and subject.entities:
        return "quels pays" if many else "quel pays"
    if subject.head in word_set("nouns", "camps") and not subject.entities:
        return "qui"  # « l’opposition conservatrice »
    if subject.kind == "organisation" and not many:
        if not subject.entities and subject.head not in word_set("nouns", "forces") and not any(c.isupper() for c in subject.text[1:]):
            return "qui" if len(subject.text.replace("’", "’ ").split()) > BARE_NOUN else None  # « Quel groupe… ? Le groupe… » tells nothing
        word = noun_word(subject)
        if subject.text.replace("’", " ").split()[1:] == word.split()[1:]:
            return "qui"  # not « Quelle armée … ? L’armée »
        known = word != "quelle organisation" or subject.head == "union" or any(plain(e.name) in organisations() for e in subject.entities)
        return word if known else sort_word(subject) or (None if passive else "qui")
    if subject.kind == "city" and not many:
        named = len(subject.entities) == 1 and subject.text == subject.entities[0].name  # not « le Lund », a ship
        return which_noun(subject) or ("quelle ville" if passive and named else "qui")
    return None if many else which_noun(subject)


def asks_own_noun(subject: Phrase) -> bool:
    """Whether the question for a subject names its noun: « Quelle directive demande … ? », « Quel chiffre d’affaires a reculé … ? »."""
    word = subject_word(subject, many=False) or ""
    return word.startswith("quel") and f" {word.partition(' ')[2]} " in f" {subject.text} "


def words_of(phrase: Phrase) -> list[str]:
    """The words of a phrase, its article apart: « l’asile politique » has the noun of « quel asile »."""
    return re.sub(r"^([ld]’)", r"\1 ", phrase.text).split()


def noun_word(phrase: Phrase) -> str:
    """« quel parti », « quelle banque » where the phrase begins with a known noun, else « quelle organisation »."""
    if any(plain(e.name) in organisations() for e in phrase.entities):
        return "quelle organisation"
    nouns = read_words("nouns")["organisations"]
    first = re.sub(r"^(?:les? |la |l’|un |une )", "", phrase.text).split(" ")[0].lower()
    if first in word_set("nouns", "sole_bodies") and phrase.number == "s":
        return "quelle institution"  # « Quel parlement ? Le Parlement norvégien »
    if first in nouns and first != "union" and phrase.number == "s":  # « Quelle union… ? » leads to nothing
        unseen = not phrase.gender or (len(phrase.entities) == 1 and not phrase.entities[0].gender)
        feminine = phrase.gender == "f" or (unseen and FEMININE.search(first) and first not in MASCULINE)
        return f"{'quelle' if feminine else 'quel'} {first}"
    return "quelle organisation"


def body_word(target: Phrase) -> str:
    """« quelle banque »; « qui » for an agent of which it is not told what it is."""
    word = noun_word(target)
    unknown = word == "quelle organisation" and not any(plain(e.name) in organisations() for e in target.entities)
    return sort_word(target) or "qui" if unknown and target.marker == "par" else word


def sort_word(phrase: Phrase) -> str:
    """« quelle société » for a bare name that the article calls so, or empty."""
    article, _, noun = phrase.sort.partition(" ")
    return f"{'quelle' if article == 'la' else 'quel'} {noun}" if noun and noun.lower() not in phrase.text.lower() else ""


def is_addressed(target: Phrase, verb: Verb) -> bool:
    """Whether « à qui » fits a name after « à »: a person told by a function, or behind a verb that has somebody to whom it is done.

    « doit se rendre à El Golea », « ont éclaté à Tal Massar »: the name of a place that no list knows is often read as that of a person.
    """
    if verb.reflexive and verb.lemma == "rendre":
        return False
    named = bool(target.entities) and not is_function(target.head)
    given = any(is_given_name(e.name.split()[0]) for e in target.entities) and verb.lemma not in word_set("verbs", "happening")
    told = given or any(e.gender for e in target.entities)
    to_somebody = verb.lemma in addressing() and (told or verb.lemma not in ANYWHERE)
    return not named or given or to_somebody or target.kind in ("organisation", "country", "people")


def known_body_word(target: Phrase, verb: Verb) -> str | None:
    """« à quelle organisation » with its preposition; None where a name that is no known body may be a place or a thing as well."""
    word = body_word(target)
    if not target.marker and word == "quelle organisation" and verb.lemma in word_set("clauses", "facing") | word_set("verbs", "winning"):
        return "qui"
    if word == "quelle organisation" and target.marker in GIVEN and not any(plain(e.name) in organisations() for e in target.entities):
        if target.marker == "à" and verb.lemma in word_set("verbs", "recipients") and not (verb.reflexive and verb.lemma == "rendre"):
            return "à qui"
        return join_preposition(target.marker, word) if governed_word(target, verb) else None
    return join_preposition(target.marker, word)


def question_word(target: Phrase, verb: Verb) -> str | None:
    """The question word for a part that is not the subject, with its preposition; « que » for a plain object."""
    many = len(target.entities) > 1
    marker = target.marker
    if target.role in ("ends", "time", "duration") or target.kind == "duration":
        return span_word(target, verb)
    if target.role == "between" or (marker in BESIDE and target.role in PLACED):
        return beside_word(target)
    if (around := around_word(target)) is not None or marker in OCCASIONS:
        return around
    if marker not in MARKERS:
        return None
    if marker == "à" and (named := IN_NAME.match(target.text)):
        return "au nom de quoi" if named.group(1) else "au nom de qui"
    if target.kind in PLACE_WORDS and target.entities:
        noun, gender = PLACE_WORDS[target.kind]
        quel = agree("quel", "m", "p" if many else "s") if gender == "m" else "quelles" if many else "quelle"
        phrase = f"{quel} {noun}{'s' if many and noun != 'pays' else ''}"
        inside = marker in ("en", "à") and not target.role.startswith(("addressee", "complement"))
        return join_preposition("dans" if inside else marker, phrase)
    if target.role in PLACED and (which := which_noun(target)) and marker in ("à", "dans", "sur"):
        return None if is_of_country(target) else f"{marker} {which}"
    if target.role in ("place", "destination") or (target.kind in (*PLACE_WORDS, "region") and marker in ("en", "dans", "vers")):
        return where_word(target)
    if marker == "à" and verb.reflexive and verb.lemma == "rendre" and target.entities and target.kind in ("person", "other"):
        return "où"
    if target.kind in ("person", "people") or (target.role == "agent" and (target.kind == "other" or are_people(target))):
        return person_word(target, verb, many=many)
    if target.kind == "organisation" and many and target.role == "agent":
        return join_preposition(marker, "qui")
    if target.role == "addressee" and marker == "à" and target.head in word_set("nouns", "houses") and (which := which_noun(target)):
        return join_preposition(marker, which)  # « à quel musée »
    if target.kind == "organisation" and target.entities and not many:
        return known_body_word(target, verb)
    if target.kind == "measure":
        return measure_word(target, verb)
    if target.role == "addressee" and marker == "à":
        return "à qui" if is_receiver(target) and is_addressed(target, verb) else None
    if marker == "pour" and verb.lemma in word_set("verbs", "awarding"):
        return awarded_word(target)
    return matter_word(target, verb) if marker else object_word(target, verb)


def person_word(target: Phrase, verb: Verb, *, many: bool) -> str | None:
    """« qui », « à qui », « contre qui », « quel poète malien » for people; None for several, and where a name after « à » may be that of a place."""
    marker = target.marker
    if marker == "à" and not is_addressed(target, verb):
        return None
    against = marker == "face à" or (marker == "contre" and verb.lemma in word_set("verbs", "winning"))  # not « porter plainte contre X »
    bound = target.core or against or marker in ("", "avec", "par") or target.role in ("addressee", "agent")
    return None if (many and target.role != "agent") or not bound else join_preposition(marker, (not marker and which_person(target)) or "qui")


def is_age(target: Phrase, verb: Verb) -> bool:
    """« à l’âge de neuf ans », and « à 34 ans » of somebody’s death."""
    dying = verb.lemma in DYING and YEARS.fullmatch(target.text) is not None
    return target.marker == "à" and (dying or AGE.fullmatch(target.text) is not None)


def matter_word(target: Phrase, verb: Verb) -> str | None:
    """« sur quel projet », « par qui », « de quoi » for a part with a preposition that is no name, time or place."""
    if is_age(target, verb):
        return "à quel âge"
    if (which := which_noun(target)) and target.marker in ("à", "dans", "sur", "de", "par", "avec", "contre", "en"):
        return join_preposition(target.marker, which)
    if target.marker == "avec" and (rate := RATE.match(target.text)):
        return f"avec {'quelle' if target.gender == 'f' else 'quel'} {rate.group(1)}"
    if target.marker == "dans" and target.head in FIELDS and len(target.text.replace("’", "’ ").split()) > BARE_NOUN:
        return f"dans quel {target.head}"
    if target.marker == "dans" and (setting := SETTING.fullmatch(target.text)):
        return f"dans {say_which(target.gender, target.number)} {setting.group(1)}"
    if target.role == "agent" and is_nameless_body(target):
        return "par qui"
    if target.marker == "auprès de" and are_known_people(target):
        return "auprès de qui"
    if told := dying_word(target, verb) or meant_word(target, verb, people=are_known_people(target)):
        return told
    return governed_word(target, verb) or core_word(target) or (facing_word(target) if target.marker == FACING else None)


def span_word(target: Phrase, verb: Verb) -> str | None:
    """« pendant combien de temps », « quand »; None for an hour of the day, which is a detail, and for how old something is."""
    if is_age(target, verb):
        return "à quel âge"
    if target.marker in ("à", "vers", "dès", "après", "avant") and CLOCK.fullmatch(target.text):
        return None
    aged = target.marker == "de" and target.kind == "duration" and verb.lemma not in word_set("verbs", "timed")
    return None if aged else time_word(target)


def core_word(target: Phrase) -> str | None:
    """« sur quoi », « de quoi », « à qui » for what the grammar binds to the verb, whatever the verb; « sur quoi » for any matter."""
    bound = target.core and target.marker in ("à", "de", "contre", "avec", "par")
    telling = target.kind in ("thing", "other") and not target.count and not target.entities and len(target.text.split()) > BARE_NOUN
    on_matter = target.marker == "sur" and target.head not in word_set("nouns", "frames") and not FRAMING.fullmatch(target.text)
    if not telling or not (bound or on_matter):
        return None
    if target.marker == "à" and (target.number == "p" or not are_known_people(target)):
        return None  # « à un distributeur » tells where; whether « aux combattants » are people no list tells
    if target.marker == "sur" and EVERYWHERE.match(target.text):
        return None
    return join_preposition(target.marker, "qui" if are_known_people(target) else "quoi")


def around_word(target: Phrase) -> str | None:
    """The word for what stands around a deed: an occasion, or an event before, since or until which it was so; None for other parts."""
    return occasion_word(target) if target.marker in OCCASIONS else turning_word(target) if target.role.startswith("complement") else None


def occasion_word(target: Phrase) -> str | None:
    """« lors de quel procès », « malgré quoi », « devant qui », « quand »; None for a noun alone."""
    if which := which_noun(target):
        return join_preposition(target.marker, which)
    if target.marker == "devant":
        return "devant qui" if are_known_people(target) or gathers(target) else None
    told = len(target.text.replace("’", "’ ").split()) > BARE_NOUN
    return ("malgré quoi" if told else None) if target.marker == "malgré" else when_word(target)


def where_word(place: Phrase) -> str | None:
    """« sur quel continent », « où »; None after a preposition that « où » would lose."""
    if EVERYWHERE.match(place.text):
        return None
    if place.marker == "en" and place.text in CONTINENTS:
        return "sur quel continent"
    return "où" if place.marker in ("en", "à", "dans", "sur", "vers") else None


def are_people(phrase: Phrase) -> bool:
    """« des paysans », « des clubs »: people by their trade or function, or several bodies, without a name."""
    trades = any(phrase.head in word_set("nouns", key) for key in ("functions", "persons", "members", "professions"))
    several = phrase.number == "p" and phrase.head in actors()
    return not phrase.entities and phrase.kind in ("thing", "organisation") and (trades or several)


def are_known_people(phrase: Phrase) -> bool:
    """« les députés du parti X », « les rebelles du Nord »: people told with more than their noun."""
    told = len(phrase.text.replace("’", "’ ").split()) > BARE_NOUN
    kinds = word_set("nouns", "functions") | word_set("nouns", "persons") | word_set("nouns", "professions") | word_set("clauses", "somebody")
    kinds |= word_set("nouns", "young") | word_set("nouns", "people")
    members = word_set("nouns", "members") - word_set("nouns", "forces") - NO_PEOPLE
    return told and not phrase.count and (phrase.head in kinds | members or (phrase.number == "p" and is_function(phrase.head)))


def is_nameless_body(phrase: Phrase) -> bool:
    """« l’aviation américaine », « la région »: a body that does things, and has no name that would tell its kind."""
    bodies = word_set("nouns", "administrations") | word_set("nouns", "groups") | word_set("nouns", "organisations")
    return not phrase.entities and phrase.number == "s" and phrase.head in bodies - word_set("speech", "documents")


def is_of_country(phrase: Phrase) -> bool:
    """« les prisons suédoises »: nothing but the country, which the event mostly tells."""
    words = re.findall(r"[\wà-ÿ-]+", re.sub(r"^(?:les? |la |l’)", "", phrase.text))
    return len(words) == 2 and words[1].islower() and phrase.named and not phrase.entities


def awarded_word(target: Phrase) -> str | None:
    """« pour quel roman », « pour quelle œuvre » for what somebody is given a prize for; None for what has no name."""
    if which := which_noun(target):
        return f"pour {which}"
    if re.match(r"(son|sa|ses) ", target.text):
        return "pour quoi"  # « pour ses travaux », « pour son rôle dans X »
    titled = target.kind in ("other", "thing") and any(word[:1].isupper() for word in target.text.split())
    return "pour quelle œuvre" if titled and not target.count else None


def beside_word(place: Phrase) -> str | None:
    """« près de quelle ville », « au large de quelle île », « entre quels pays »; None for what has no word of its kind."""
    if place.role == "between":
        return "entre quels pays" if place.entities and place.kind == "country" else "entre qui"
    noun, gender = PLACE_WORDS.get(place.kind, ("", ""))
    if noun and len(place.entities) == 1:
        return f"{place.marker} {'quel' if gender == 'm' else 'quelle'} {noun}"
    which = which_noun(place)
    return f"{place.marker} {which}" if which else None


def time_word(target: Phrase) -> str | None:
    """« pendant combien de temps » for a duration, « quels pays » for what a way joins, else what asks for a date."""
    if target.role == "ends":
        return ENDS[target.head]
    if target.role == "time":
        return date_word(target)
    if not target.marker and (limit := re.fullmatch(r"jusqu’à \d+ ([\wà-ÿ]+s)", target.text)):
        return f"jusqu’à combien {join_preposition('de', limit.group(1))}"  # « pêcher jusqu’à 14 semaines »
    lead = {"": "", "durant": "pendant "}.get(target.marker, f"{target.marker} ")
    return f"{lead}combien de temps" if target.marker in ("", "pendant", "durant", "depuis", "en", "après", "pour", "de") else None


def date_word(target: Phrase) -> str:
    """« en quelle année », « à quelle date » or « quand », by the precision of the answer."""
    if dates.is_century(target.text):
        return "à quel siècle" if target.text.startswith("au ") and " du " not in target.text else "quand"
    found = dates.find_date(target.text)
    precision = found[0].count("-") if found else -1
    if target.marker in ("avant", "après"):
        return "quand"
    lead = {"depuis": "depuis", "jusqu’à": "jusqu’à", "jusqu’en": "jusqu’en"}.get(target.marker, "")
    if lead == "depuis":
        return "depuis quand"
    if lead:
        return "jusqu’à quand"
    if dates.is_period(target.text):
        return "quand"
    if target.marker == "de":
        return "de quelle année" if precision == 0 else "de quand"  # « datent de 2009 »
    if target.marker.startswith("d’ici"):
        return "d’ici à quand"
    if target.marker in ("dès", "à partir de"):
        return {0: "à partir de quelle année", 2: "à partir de quelle date"}.get(precision, "à partir de quand")
    return {0: "en quelle année", 2: "à quelle date"}.get(precision, "quand")
