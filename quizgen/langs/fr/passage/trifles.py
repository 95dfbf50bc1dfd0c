"""A number, date or name in a passage -> why a gap for it would be a detail, or be filled from the rest of the passage."""

from __future__ import annotations

import re
from functools import cache

from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.fr.forms.dates import WEEKDAYS
from quizgen.langs.fr.lexicon import verb_type, word_set
from quizgen.langs.fr.phrase.things import DEED_ALONE, SOMEBODY_AGED
from quizgen.langs.fr.reference.mentions import is_in_title
from quizgen.langs.passages import Passage
from quizgen.model import Document, Token

ABOUT = ("à", "vers", "dès", "soit", "avant", "depuis", "jusqu’à")  # before an hour of the day, not before a time that something takes
ORDINALS = ("premier", "dernier", "prochain")
FEW = 20  # of a small group told by its parts, each part follows from the others
LONG_LIST = 2  # figures beside the one that is asked
OPEN = ("Quant ", "Et ", "Mais ", "Or ")  # what goes on from the sentence before
YEAR_BESIDE = re.compile(r"(?:, | et )(?:en )?\d{4}(?!\d)")  # « 2002, 2003 et 2010 »
TOLD_HOUR = re.compile(r"\d+\s?h(?:\s?\d+)?")
QUOTED = re.compile(r":\s*«")
TAKEN_UP = re.compile(r"(?!Bien |Tout |En )[A-ZÀ-Ý][^,:]*\b(?:ayant|étant)\b[^,]*,")  # « M. Lima ayant accepté, »
PLACES = ("country", "city", "region", "sea")
NAME_BEHIND = re.compile(r", (?:le |la |les |l’)?[A-ZÀ-Ý]")
SO_FAR = re.compile(r"(?i)\bbilan (?:encore )?(?:le plus récent|provisoire)|\bdernier bilan\b")
COMPARED = re.compile(r"(?:par rapport à|comparé[es]{0,2} à|contre \d\S* (?:\S+ )?en) (?:l’an(?:née)? )?$")
YEAR_TWICE = re.compile(r"(?i)\ben (\d{4})\b.*\ben \1\b")
IN_YEARS = re.compile(r"(?i)en [\wà-ÿ]+ (?:ans|années|mois|semaines|jours)\b")
CLEFT_LIST = re.compile(r"(?i)\bce sont\b.*\bqui\b[^,]*, ")
TWO_VERBS = re.compile(r"(?i)\b(?:est|sont) (?:est|sont)\b")  # a slip of the writer's
OUT_OF = re.compile(r"\d \S+ sur $")  # « 40 postes sur 900 »
AT_HOUR = re.compile(r"\d\s?h(?:eures?)?(?:\s?\d+)?\s$")  # « à 7 h 44 _____ »
OF_YEAR = re.compile(r"\b(?:budget|exercice|rentrée|saison) $")  # « le budget _____ », of which one knows the year
CUT_OFF = re.compile(r"[A-ZÀ-Ý][\w’-]+(?: [A-ZÀ-Ý][\w’-]+)*, (?:a|ont|est|sont|avait|avaient|était|étaient|fut|furent|sera|seront) ")
SETS = re.compile(r"(?<!\d)[0-7]-[0-7], [0-7]-[0-7](?!\d)")
STANDING = re.compile(r"(?i)\b(?:au |aux |derniers? |premiers? )pointages?\b|\bclassement provisoire\b|\bà mi-course\b")
OF_RACE = re.compile(
    r"\ben tête\b|\b(?:mène|menait|devance|devançait|précède|précédait)\b|\b(?:\d+e|deuxième|seconde|troisième) (?:position|place)\b"
)
FOR_AND_AGAINST = re.compile(r"\bpour\b.*\bcontre\b")
VOTERS = re.compile(r"\b(?:suffrages|votes) exprimés\b")
OCCASIONS = ("cérémonie", "communiqué", "conférence", "discours", "entretien", "hommage", "interview", "point", "réunion")
ATTENDING = ("assister", "participer")
SETTINGS = ("lors de ", "lors d’", "au cours de ", "au cours d’", "dans ", "pendant ", "par ")
NEAR = 3  # tokens of an answer in which its noun stands
AT_NOON = re.compile(
    r"(?:Le (?:matin|soir|midi)|Dans (?:la |l’)(?:matinée|soirée|après-midi|nuit)"
    r"|(?:Peu |Juste )?(?:[Aa]près|[Aa]vant|[Vv]ers) (?:minuit|midi))\b(?! du)"
)
WHOLE_DAY = re.compile(r"\b\d{1,2}(?:er)? [a-zûé]+ \d{4}\b")
SHORT = 10  # words beside a gap
ROW = 3  # figures of one unit
SCENE = ("time", "city", "country", "region")
SMALL = ("deux", "trois", "2", "3")  # of twelve gaps for so few readers took four
LISTED = re.compile(r"[\s ]\S+ (?:de )?,? ?(\S+(?:, \S+)* et \S+)")


def reason_against(document: Document, passage: Passage, first: int, last: int, role: str) -> str | None:
    """Why readers would not take a gap for the tokens first..last (half-open) of `passage`, or None."""
    if reason := reason_against_opening(passage) or reason_against_wording(document, passage, role):
        return reason
    if begins_with_verb(document, passage):
        return "what stood before its verb is cut"
    token = document.tokens[first]
    if reason := reason_against_setting(document, passage, token, role):
        return reason
    if role not in (*SCENE, "person", "number") and opens_with_gap(passage):
        return "many would do so, or be such"
    if role == "thing" and is_said_beside(document, passage, first, last):
        return "its noun stands beside the gap"
    if role == "number" and last < len(document.tokens):
        return reason_against_number(document, passage, token, document.tokens[last])
    if role in PLACES and (is_one_of_names(passage) or is_one_of_places(document, token)):
        return "one name of a list"
    if role in ("country", "region") and tells_where_town_is(passage):
        return "the town before it tells the country"
    above = document.head(token)
    if role in SCENE and above.lemma in word_set("clauses", "on_matter") and is_alone(document, above):
        return "it is not told on what"
    if role == "time" and (reason := reason_against_day(document, token)):
        return reason
    if role == "time" and is_told_beside_own(document, token):
        return "the date of what is told in passing"
    if role == "time" and (COMPARED.search(passage.before) or OF_YEAR.search(passage.before)):
        return "a year to compare with, or one that is part of a name"
    if role == "time" and is_one_of_years(passage):
        return "it is one of several dates"
    if role == "thing" and is_account(document, first, last) and re.search(r"\d", passage.after):
        return "the figure is asked, not what has it"
    if role == "time" and token.dep == "nmod" and above.lemma in ("journée", "soirée", "nuit", "matinée", "publication"):
        return f"the date is part of « {above.text} »"
    if role == "person" and above.i < first and above.lemma in word_set("nouns", "led"):
        return f"« {above.text} » is told by the name of who leads it"
    of = document.child(token, "case")
    if role == "person" and token.dep == "nmod" and of is not None and above.has("Number=Sing") and above.lemma not in people():
        return f"« {above.text} » is no person"
    return None


def reason_against_setting(document: Document, passage: Passage, token: Token, role: str) -> str | None:
    """Why a gap for who announced it, or for the occasion on which one spoke or stood by, is of no interest, or None."""
    above = document.head(token)
    announced = above.dep == "parataxis" and verb_type(above.lemma) in ("announcement", "statement") and token.dep.startswith("nsubj")
    if role in ("organisation", "thing") and announced:
        return "who announced it is soon of no interest"
    noun = next((t for t in document.tokens[token.i : token.i + NEAR] if t.pos == "NOUN"), token)
    attended = document.head(noun).lemma in ATTENDING or passage.before.lower().endswith(SETTINGS)
    return "on what occasion it was said or done is a detail" if role == "thing" and noun.lemma in OCCASIONS and attended else None


def opens_with_gap(passage: Passage) -> bool:
    """« _____ utilise la barque pour ses livraisons », « _____ est un logiciel libre … »: the gap comes first, and nothing of its own follows."""
    few = len(passage.after.replace("’", "’ ").split()) < SHORT or re.match(r"\s?est une? ", passage.after) is not None
    return few and not passage.before and not re.search(r"\d", passage.after)


def reason_against_opening(passage: Passage) -> str | None:
    """Why what stands before the gap leans on the sentence before, or None."""
    if passage.before.startswith(OPEN):
        return "it goes on from the sentence before"
    return "it is not told which ones are meant" if re.search(r"(?i)\bces $", passage.before) else None


def reason_against_wording(document: Document, passage: Passage, role: str) -> str | None:
    """Why the words of a passage leave open what it tells, whatever is asked of it, or None."""
    whole = f"{passage.before}{passage.answer}{passage.after}"
    kept = {document.tokens[i].lemma for i in passage.kept}
    if QUOTED.search(whole) and not kept & word_set("verbs", "report"):
        return "it is not told who says the quotation"
    if AT_NOON.match(whole) and not WHOLE_DAY.search(whole):
        return "it is not told of which day"
    if SOMEBODY_AGED.search(whole):
        return "it is not told who is meant"
    if YEAR_TWICE.search(whole):
        return "the same year is said twice"
    if TAKEN_UP.match(whole) and any(is_absolute(document, document.tokens[i]) for i in passage.kept):
        return "its opening takes up what another sentence tells"
    if is_post_untold(document, passage):
        return "it is not told which post is meant"
    if any(is_deed_untold(document, document.tokens[i], passage.kept) for i in passage.kept):
        return "it is not told what was done or decided"
    if CUT_OFF.match(whole):
        return "the subject stands before what the passage begins with"  # « la fusée, faite par une firme : Rodan, a décollé »
    if AT_HOUR.search(passage.before):
        return "how the hour is counted is a detail"
    if SO_FAR.search(whole) or (STANDING.search(whole) and OF_RACE.search(whole)):
        return "a figure of the day of writing, or who leads at one moment of a race"
    if IN_YEARS.match(whole) and not re.search(r"\b(?:19|20)\d\d\b", whole):
        return "it is not told which years are meant"
    if TWO_VERBS.search(whole):
        return "two verbs where one should stand"
    if CLEFT_LIST.search(whole):
        return "two sentences in one"
    if kept & {"sembler", "paraître"} and not passage.before:
        return "it seems so to the writer"
    if DEED_ALONE.search(whole):
        return "it is not told what is to be done away with, or made"
    if kept & word_set("grammar", "doubts"):
        return "it is no more than likely"
    return None


def begins_with_verb(document: Document, passage: Passage) -> bool:
    """« (Dans la loi) figure une taxe qui … »: such an order needs what is left out."""
    verb = document.tokens[min(passage.kept)]
    late = any(t.i > verb.i for t in document.children(verb, "nsubj", "nsubj:pass"))
    return late and verb.has("VerbForm=Fin") and verb.i > document.sentence_of(verb).first


def is_absolute(document: Document, token: Token) -> bool:
    """« M. Lima ayant accepté, »: a participle with a subject of its own, which is no « des analyses ayant été faites »."""
    return token.dep == "advcl" and document.child(token, "nsubj", "nsubj:pass") is not None


def is_post_untold(document: Document, passage: Passage) -> bool:
    """« a conservé son poste » of somebody whose office is not told."""
    posts = [i for i in passage.kept if document.tokens[i].lemma in word_set("nouns", "posts")]
    bare = [i for i in posts if [c.dep for c in document.children(document.tokens[i])] == ["det"] and is_own(document.tokens[i - 1])]
    return bool(bare) and not any(document.tokens[i].lemma in word_set("nouns", "functions") for i in passage.kept)


def is_deed_untold(document: Document, noun: Token, kept: frozenset[int]) -> bool:
    """« justifiant sa décision », « selon son choix »: what somebody did is told in another sentence, as nothing here or in the title does."""
    if noun.pos != "NOUN" or noun.has("Number=Plur") or noun.lemma not in word_set("nouns", "done") or not is_own(document.tokens[noun.i - 1]):
        return False
    told = is_in_title(document, noun) or any(i < noun.i and document.tokens[i].lemma == noun.lemma for i in kept)
    return not told and [c.dep for c in document.children(noun) if c.pos != "PUNCT"] == ["det"] and noun.dep.startswith(("obj", "obl", "nsubj"))


def reason_against_day(document: Document, time: Token) -> str | None:
    """Why the time of a verb is not asked: « nommée en 2017, », « a annoncé mardi le ministre »."""
    verb = document.head(time)
    if verb.lemma in word_set("verbs", "appointing") | word_set("verbs", "entitling") and is_alone(document, verb):
        return "it is not told to what office"
    # « on apprit que »
    everybody = document.child(verb, "ccomp") is not None and any(t.text.lower() == "on" for t in document.children(verb, "nsubj"))
    telling = everybody or verb_type(verb.lemma) in ("announcement", "statement")
    told = telling and verb.pos == "VERB" and document.child(verb, "aux:pass") is None
    return "the day on which something is told is soon of no interest" if told and not verb.dep.startswith("acl") else None


def is_told_beside_own(document: Document, time: Token) -> bool:
    """« son entrevue de mars 2011 avec X »: when something was that is told in passing."""
    above = document.head(time)
    of = document.child(time, "case")
    return (
        time.dep == "nmod"
        and of is not None
        and of.text.lower() in ("de", "d’", "d'", "du")
        and any(is_own(t) for t in document.children(above, "det", "nmod:poss"))
    )


def is_alone(document: Document, verb: Token) -> bool:
    """Whether nothing but when and where is told under a verb: « devrait se prononcer en 2021 à Oslo »."""
    below = document.children(verb, "obj", "obl", "obl:arg", "obl:mod", "ccomp", "xcomp", "advcl")
    settled = (t.has("Reflex=Yes") or t.name == "LOC" or t.text.lower() in WEEKDAYS or any(c.isdigit() for c in t.text) for t in below)
    return all(settled)


def is_own(token: Token) -> bool:
    """« son », « leur »."""
    return token.text.lower() in word_set("grammar", "possessives")


def tells_where_town_is(passage: Passage) -> bool:
    """« à Bergen, en ___ », « à Québec, au ___ »."""
    return re.search(r"[A-ZÀ-Ý][\w’-]+,? (?:en|au|aux|dans (?:la |les |l’)) ?$", passage.before) is not None


def is_one_of_years(passage: Passage) -> bool:
    """« après 2002, 2003 et 2010 », « de 1912 à 1914, puis en _____ »: with others of a list, or two more years in the passage."""
    if not passage.answer.isdigit():
        return False
    if len(set(re.findall(r"(?<!\d)(?:1\d|20)\d\d(?!\d)", f"{passage.before}{passage.after}"))) >= LONG_LIST:
        return True
    return bool(YEAR_BESIDE.match(passage.after)) or re.search(r"(?<!\d)\d{4}(?:,| et) $", passage.before) is not None


@cache
def people() -> frozenset[str]:
    """Nouns of people, by what they are, do, or suffer."""
    return frozenset().union(*(word_set("nouns", key) for key in ("persons", "functions", "professions", "kin", "toll", "young")))


def reason_against_number(document: Document, passage: Passage, number: Token, unit: Token) -> str | None:
    """The same for a number before its `unit`."""
    if is_age(document, number, unit):
        return "an age is a detail"
    if is_hour(document, number, unit) or TOLD_HOUR.fullmatch(passage.answer):
        return "an hour of the day is a detail"
    following = document.after(unit)
    if unit.lemma in ORDINALS and following is not None and following.lemma in word_set("nouns", "durations"):
        return "the months of a period are no quantity"
    if passage.before == "En " and unit.lemma in word_set("nouns", "durations") and re.search(r"\d", passage.after):
        return "the figures are asked, not in how long they came about"
    if (
        passage.answer.lower() in SMALL
        and unit.text != "%"
        and unit.lemma not in word_set("nouns", "units")
        and not tells_harm(document, passage, unit)
    ):
        return "so few are a detail"
    if document.head(unit).lemma in word_set("clauses", "visiting") and unit.dep == "obj":
        return "how many places somebody goes to is soon of no interest"
    if is_seniority(document, passage, unit):
        return "how long somebody has been something is a detail"
    if is_of_counted(document, unit):
        return "what is counted is of a thing that is counted itself"
    if unit.lemma in word_set("nouns", "leaves"):
        return "how long a text is is a detail"
    if passage.before.endswith("(à ") or is_beside_score(passage) or is_one_of_row(document, passage, unit):
        return "one figure of many of the kind"
    if is_told_in_passing(document, unit):
        return "a size that is told in passing"
    if re.search(r"(?i)^(?:sur|parmi|pour) les $", passage.before) or OUT_OF.search(passage.before):
        return "the part is asked, not the whole"
    if is_one_of_figures(passage) or is_one_of_counts(document, passage):
        return "one figure of a list"
    if is_difference(passage):
        return "it is what the other figures differ by"
    if is_of_ballot(passage) or is_told_by_parts(document, passage, unit):
        return "the rest of the passage gives the number"
    return None


def tells_harm(document: Document, passage: Passage, unit: Token) -> bool:
    """Whether what is counted are victims, or what befell them."""
    harmed = unit.lemma in word_set("nouns", "toll") | word_set("nouns", "disasters")
    return harmed or any(document.tokens[i].lemma in word_set("verbs", "harming") for i in passage.kept)


def is_of_ballot(passage: Passage) -> bool:
    """« Sur 90 votants et 80 suffrages exprimés, il y a eu 50 voix pour et 30 contre »: votes of both sides, and of how many people."""
    whole = f"{passage.before}{passage.answer}{passage.after}"
    return VOTERS.search(whole) is not None and FOR_AND_AGAINST.search(whole) is not None


def is_told_in_passing(document: Document, unit: Token) -> bool:
    """« installé dans un télescope de 3,6 mètres », « au terme d’une étape de 118 kilomètres »: the size of what is no more than a circumstance."""
    thing = document.head(unit)
    measured = unit.dep == "nmod" and unit.lemma in word_set("nouns", "units") and unit.lemma not in word_set("nouns", "currencies")
    return (
        measured
        and unit.text != "%"
        and thing.pos == "NOUN"
        and thing.dep.split(":")[0] in ("nmod", "obl")
        and document.child(thing, "case") is not None
    )


def is_of_counted(document: Document, unit: Token) -> bool:
    """« 126 coureuses de 22 nations »: the number of the others is the greater thing; not « les 30 pages de 12 rapports », which are named."""
    whole = document.head(unit)
    return unit.dep == "nmod" and whole.pos == "NOUN" and whole.i < unit.i and document.child(whole, "nummod") is not None and unit.text != "%"


def is_seniority(document: Document, passage: Passage, unit: Token) -> bool:
    """« Ana Lima, déléguée et souffleuse depuis dix ans », beside what she says."""
    trade = document.head(unit)
    first = document.head(trade) if trade.dep == "conj" else trade
    person = trade.lemma in people() or (first.dep == "appos" and document.head(first).name == "PER")
    return passage.before.endswith("depuis ") and trade.pos == "NOUN" and person


def is_beside_score(passage: Passage) -> bool:
    """« mène 6-3, 5-2 avec 9 aces »: a figure of a match, beside its score."""
    return SETS.search(f"{passage.before}{passage.after}") is not None


def is_one_of_row(document: Document, passage: Passage, unit: Token) -> bool:
    """« de 12 euros, de 18 euros en 2007 et 16 euros en 2006 »: not the first of three figures or more with one unit."""
    units = [i for i in passage.kept if document.tokens[i].lemma == unit.lemma and document.child(document.tokens[i], "nummod") is not None]
    return unit.lemma in word_set("nouns", "units") and len(units) >= ROW and unit.i > min(units)


def is_age(document: Document, number: Token, unit: Token) -> bool:
    """« un cycliste de 67 ans », « Anna Kolar, 38 ans, », « âgés d’environ 18 ans »."""
    before, following = document.before(number), document.after(unit)
    if unit.lemma != "an" or before is None:
        return False
    if before.text in (",", "("):
        return following is None or following.pos == "PUNCT"
    above = document.head(unit)
    return above.lemma in ("âgé", "âgée") or above.lemma in people()


def is_hour(document: Document, number: Token, unit: Token) -> bool:
    """« vers 7 heures », « à 19 h », not « pendant 7 heures », « à 7 heures de Paris »."""
    before, following = document.before(number), document.after(unit)
    far = following is not None and following.text.lower() in ("de", "d’", "du")
    return unit.lemma in ("heure", "h") and before is not None and before.text.lower() in ABOUT and not far


def is_one_of_figures(passage: Passage) -> bool:
    """« 27 camps : 10 à A, 4 à B et 2 à C »: one of the figures behind a colon, of which nobody keeps more than the sum and the greatest."""
    _, bracket, opened = passage.before.rpartition("(")
    if bracket and ")" not in opened:  # « 30 membres (12 juges, 10 élus) »
        beside = re.findall(r"\d+", f"{opened}{passage.after.partition(')')[0]}")
        if beside and not is_greatest(passage, beside):
            return True
    _, colon, lead = passage.before.rpartition(":")
    beside = re.findall(r"\d+", f"{lead}{passage.after}")
    return bool(colon) and len(beside) >= LONG_LIST and not is_greatest(passage, beside)


def is_greatest(passage: Passage, beside: list[str]) -> bool:
    """Whether the figure that is asked is greater than each of the whole numbers `beside` it."""
    return passage.answer.isdigit() and len(beside) >= LONG_LIST and all(int(passage.answer) > int(other) for other in beside)


def is_one_of_names(passage: Passage) -> bool:
    """« la Chine, le _____, le Canada et Cuba »: one name of many, each of which could be left out."""
    return bool(re.search(r"[a-zà-ÿ], (?:le |la |les |l’)?$", passage.before) and NAME_BEHIND.match(passage.after))


def is_one_of_places(document: Document, place: Token) -> bool:
    """« en _____ et au Chili », « à _____ et à Gand »: the one place is told by its sister, and several are asked together or not at all."""
    sisters = [*document.children(place, "conj"), *([document.head(place)] if place.dep == "conj" else [])]
    return any(t.name and abs(t.i - place.i) <= LONG_LIST + 3 for t in sisters)


def is_one_of_counts(document: Document, passage: Passage) -> bool:
    """« 17 chantiers, 254 cours dans près de 80 villages »: three things or more that one sentence counts, of which nobody keeps each.

    Unless they are those of what the title names: « Le Mois du cirque offre 60 spectacles et 200 ateliers dans 40 villes ».
    """
    if any(document.tokens[i].dep.startswith("nsubj") and is_in_title(document, document.tokens[i]) for i in passage.kept):
        return False
    counted = {document.head(document.tokens[i]).lemma for i in passage.kept if document.tokens[i].dep == "nummod"}
    measured = word_set("nouns", "units") | word_set("nouns", "durations") | word_set("nouns", "toll")
    return len(counted - measured) >= ROW and not counted & word_set("nouns", "votes")


def is_said_beside(document: Document, passage: Passage, first: int, last: int) -> bool:
    """« casser les codes du camp adverse, puis _____ »: of « les codes navals » the rest gives the noun."""
    noun = next((t for t in document.tokens[first:last] if t.pos == "NOUN"), None)
    around = {document.tokens[i].lemma for i in passage.kept if not first <= i < last and document.tokens[i].pos == "NOUN"}
    return noun is not None and last - first > 1 and noun.lemma in around


def is_account(document: Document, first: int, last: int) -> bool:
    """« la perte nette »: what every firm has, and what a figure beside it tells of."""
    noun = next((t for t in document.tokens[first:last] if t.pos == "NOUN"), None)
    told = noun is not None and noun.lemma in word_set("nouns", "firm_parts") and noun.dep.startswith("nsubj")
    return told and not any(t.name for t in document.tokens[first:last])


def is_difference(passage: Passage) -> bool:
    """« 303 voix, soit 33 de plus que les 270 requises »: each figure follows from the others."""
    behind = re.match(r"(?:[\s ]\S+)?[\s ]de (?:plus|moins) qu", passage.after)
    return bool(behind or re.search(r"de (?:plus|moins) que (?:les |de )?$", passage.before))


def is_told_by_parts(document: Document, passage: Passage, unit: Token) -> bool:
    """Whether the passage tells the parts of a number, or what is left of it: a sum, a hundred per cent, a list of so many, « et une femme »."""
    value = magnitude(passage.answer)
    if value is None:
        return False
    others = [v for v in (magnitude(t) for t in re.findall(r"\d+(?:[.,]\d+)?(?= ?%)" if unit.text == "%" else r"\d+", passage.after)) if v]
    others += [v for v in (magnitude(t) for t in re.findall(r"\d+(?:[.,]\d+)?(?=\s?%)", passage.before)) if v and unit.text == "%"]
    if unit.text == "%":
        return any(abs(value + other - 100) < 0.05 for other in others)
    if any(abs(sum(others[:n]) - value) < 0.05 for n in range(2, len(others) + 1)):
        return True
    listed = LISTED.match(passage.after)
    if listed and len(re.split(r", | et ", listed.group(1))) == value:
        return True
    beside = document.child(unit, "conj")
    return value <= FEW and beside is not None and any(t.text.lower() in ("un", "une") for t in document.children(beside, "det", "nummod"))
