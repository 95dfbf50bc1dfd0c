"""What a verb governs and what places it: objects, addressees, places, times, aims, clauses under it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.clause.attendance import read_attendance
from quizgen.langs.fr.clause.between import BETWEEN, is_pair, split_between
from quizgen.langs.fr.clause.causes import done_before, read_cause
from quizgen.langs.fr.clause.clause_times import check_time_order, shared_moments, stray_moments
from quizgen.langs.fr.clause.ellipsis import shared_behind
from quizgen.langs.fr.clause.fractions import read_fraction
from quizgen.langs.fr.clause.outer import outer_object, outer_place
from quizgen.langs.fr.clause.predicates import read_state, read_title, read_trend, with_hour
from quizgen.langs.fr.clause.shades import is_picked, with_shades
from quizgen.langs.fr.clause.tails import LONGEST_FUNCTION, read_fixed, split_tail, tie_times
from quizgen.langs.fr.clause.verbs import REFLEXIVE, RELATIVE_OBJECT, find_subject, is_passive, read_verb
from quizgen.langs.fr.clause.wholeness import DEGREES, check_alternative, check_borders, check_colon, check_comparison, check_condition, is_whole
from quizgen.langs.fr.clause.word_order import object_first
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import read_words, verb_type, word_set
from quizgen.langs.fr.phrase.measures import is_unit
from quizgen.langs.fr.phrase.moments import is_date, is_relative_time, read_moment
from quizgen.langs.fr.phrase.phrases import ONE_SPAN, PLACES, is_definite, read_phrase
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Span, Token

LIMIT = 3  # words of a group that tells which of them are meant
NEAR = 6  # tokens before a part, of which one is no preposition
LEVELS = ("niveau", "cote", "taux", "record", "sommet", "plancher")  # « la cote de 7,68 mètres »
REACHING = ("atteindre", "dépasser", "avoisiner", "frôler")
ALONG = ("le long de", "au large de", "près de")  # what follows these is a place, whatever it is
AIM = {
    "object": "aim_object",
    "amount": "aim_object",
    "complement": "aim_complement",
    "addressee": "aim_complement",
}  # told with the aim, never asked alone
TELLING = 4  # words from which an agent is told from others: « par une combinaison de facteurs »
LINKING = (
    "effet",
    "outre",
    "revanche",
    "fait",
    "général",
    "particulier",
    "somme",
    "fin",
    "tout",
    "suite",
    "plus",
    "parallèle",
    "contrepartie",
    "échange",
    "bref",
    "cas",
    "principe",
)
BARE = ("en", "à", "de", "par", "sur", "sous", "hors", "sans", "avec")
LONGEST_PURPOSE = 18  # words; a longer aim is a second statement
PLACE_MARKERS = (
    "en",
    "à",
    "dans",
    "vers",
    "sur",
    "le long de",
    "près de",
    "au large de",
    "au sud de",
    "au nord de",
    "à l’est de",
    "à l’ouest de",
    "depuis",
    "autour de",
)

ALIAS = re.compile(r"le nom (?:de |d’)(?:la |le |l’)?(?:« )?[A-ZÀ-Ý].*")
MANY = re.compile(r"(?i)les (?:\w+ )?\w+")  # « les cinq pays », « les soldats »
SOME = re.compile(r"des [\w-]+")
SOME_KIND = re.compile(r"(?:des|une?) ")
OUTSIDE = re.compile(r"que|qu[’']|dont|où|(?:l|du|au|des|aux)(?:a)?quel(?:le)?s?")  # « à laquelle il travaille depuis 2016 »
RATED = re.compile(r" de [A-Ca-d]{1,3}[+\d-]*$")
TWO_FIGURES = re.compile(r"\d.* et \d")  # « 27 degrés à Nice et 23 degrés à Gap »


def read_complements(reading: Reading, head: Token, subject: Phrase | None) -> tuple[Phrase | Clause, ...]:
    """What the verb governs and what places it, in reading order. Raises Refused if something needed is unclear."""
    check_borders(reading.document, head)
    check_comparison(reading.document, head)
    check_alternative(reading.document, head)
    parts: list[tuple[int, Phrase | Clause]] = []
    copula = reading.document.child(head, "cop")
    trend = read_trend(reading, head) if copula is not None else ()
    if copula is not None and head.pos not in ("ADJ", "VERB"):
        parts += ((head.i, p) for p in trend or (_attribute(reading, head),))
    parts += ((i, moment) for i, moment in (*stray_moments(reading, head), *shared_moments(reading, head)))
    objects = [t for t in reading.document.children(head, "obj") if t.pos in ("NOUN", "PROPN") and not _is_moment(reading, t)]
    for token in (*reading.document.children(head), *shared_behind(reading.document, head)):
        if token in objects[1:] and _is_after_comma(reading.document, token):
            continue  # « le prix X, la plus haute récompense du pays »: says again what the object is
        if any(t.text.lower() == "quant" for t in reading.document.children(token, "case")):
            continue  # « quant à X, elle… »: the pronoun is said by the name
        check_nominal(reading.document, token)
        why = token.dep in ("obl", "obl:mod", "obl:arg", "advmod", "advcl", "nmod") or done_before(reading.document, token) is not None
        if why and (cause := read_cause(reading, token)):
            parts.append((token.i, cause))
        elif token.dep == "xcomp" and token.pos == "ADJ":
            parts.append((token.i, read_state(reading, token)))
        elif token.dep == "xcomp" and token.pos in ("NOUN", "PROPN"):
            if reading.document.child(token, "cop") is not None:
                raise Refused("what something may or must be")  # « pourrait n’être qu’un singe »
            parts.append((token.i, read_title(reading, token, head)))
        elif token.dep in ("xcomp", "ccomp"):
            parts.append((token.i, read_inner(reading, token, subject)))
        elif token.dep == "conj" and token.has("VerbForm=Inf") and head.has("VerbForm=Inf"):
            if reading.document.child(token, "cc") is None or len(reading.document.children(head, "conj")) > 1:
                raise Refused("a list of actions")
            parts.append((token.i, replace(read_inner(reading, token, subject), link="et")))
        elif token.dep == "advcl" and (aim := _purpose(reading, token)):
            parts.append((token.i, aim))
        elif copula is None or token.i > head.i or head.pos in ("ADJ", "VERB") or trend:
            outside = token.i < head.i and token.text.lower() in (*RELATIVE_OBJECT, "où")  # its noun is said right after the verb
            parts += ((head.i if outside else token.i, p) for p in _phrases(reading, token, head))
    parts = with_exception([(i, part) for i, part in parts if not is_picked(reading.document, part)])
    check_colon(reading.document, head, [part for _, part in parts])
    return _in_order([(i, with_hour(reading.document, part) if trend else part) for i, part in parts], head)


def with_exception(parts: list[tuple[int, Phrase | Clause]]) -> list[tuple[int, Phrase | Clause]]:
    """« a interdit les rassemblements | à l’exception des mariages »: what an object does not hold for is told with it, and never without it."""
    excepted = next((p for _, p in parts if isinstance(p, Phrase) and p.marker == "à" and p.head == "exception"), None)
    whole = next((p for _, p in parts if isinstance(p, Phrase) and excepted is not None and 0 < excepted.span.start - p.span.end <= 4), None)
    if excepted is None or whole is None or whole.role not in ("object", "content"):
        return parts
    text = f"{whole.text} à {excepted.text}"
    told = replace(whole, text=text, span=Span(start=whole.span.start, end=excepted.span.end), taken_up=(*whole.taken_up, *excepted.taken_up))
    return [(i, told if p is whole else p) for i, p in parts if p is not excepted]


def _in_order(parts: list[tuple[int, Phrase | Clause]], head: Token) -> tuple[Phrase | Clause, ...]:
    """The parts with their places, as they are said after the verb: what opens the sentence last, a day once."""
    ordered = tie_times([part for _, part in sorted(parts, key=lambda p: (p[0] < head.i, p[0]))])
    return object_first(tuple(part for n, part in enumerate(ordered) if not _is_said_day(part, ordered[:n])))


def _is_said_day(part: Phrase | Clause, before: list[Phrase | Clause]) -> bool:
    """Whether the day is told twice: « ce mardi 3 mai au matin »."""
    days = {p.text for p in before if isinstance(p, Phrase) and p.kind == "time"}
    return isinstance(part, Phrase) and part.kind == "time" and part.text in days


def _is_moment(reading: Reading, token: Token) -> bool:
    return token.lemma in word_set("nouns", "durations") or token.text.lower() in dates.WEEKDAYS or read_moment(reading, token, "time") is not None


def _is_after_comma(document: Document, token: Token) -> bool:
    """Whether the phrase of `token` opens after a comma."""
    opening, *rest = document.subtree(token)
    before = document.before(opening)
    parted = opening.text == "," and bool(rest) and rest[0].text.lower() != "dont"  # « 45,5 %, deux points de plus que … »
    return parted or (before is not None and before.text == ",")


def _tells_how_far(reading: Reading, token: Token) -> bool:
    """« devait rejoindre Calais, à 40 km »: whether a distance stands after a comma behind the town that is so far."""
    opening = reading.document.subtree(token)[0]
    comma = opening if opening.text == "," else reading.document.before(opening)
    town = reading.document.before(comma) if comma is not None and comma.text == "," else None
    entity = reading.entity(town) if town is not None else None
    return entity is not None and entity.kind == "city"


def _attribute(reading: Reading, head: Token) -> Phrase:
    if head.pos not in ("NOUN", "PROPN", "NUM", "SYM"):
        raise Refused("what is said after « être » is no name or noun")
    phrase = read_phrase(reading, head, "attribute")
    if phrase.marker == "de" and (phrase.kind == "measure" or phrase.count):
        return replace(phrase, role="measure")  # « la participation a été de 52 % »
    if phrase.marker:
        raise Refused("what is said after « être » is a circumstance")
    return phrase


def is_share_done(phrase: Phrase) -> bool:
    """« (financé) pour un tiers »: without it the whole would be told as done."""
    return phrase.marker in ("pour", "à") and phrase.head in ("tiers", "moitié", "quart")


def _phrases(reading: Reading, token: Token, head: Token) -> list[Phrase]:
    """The complements that `token` gives: itself and the place that the parser hung on it."""
    dep = token.dep.split(":")[0]
    if (told := _read_by_its_words(reading, token, head, dep)) is not None:
        return [told]
    pronoun = token.pos == "PRON" and token.text.lower() in (*REFLEXIVE, "qui")
    beside = (dep == "obl" and _only_frames(reading, token, head)) or _is_compared(reading.document, token)
    if pronoun or dep not in ("obj", "obl", "iobj") or beside:
        return []
    if token.text.lower() in RELATIVE_OBJECT and token.dep == "obj":
        return [outer_object(reading, token, head)]
    if token.text.lower() == "où" and head.dep == "acl:relcl":
        return [outer_place(reading, token, head)]
    if OUTSIDE.fullmatch(token.text.lower()) and token.i < head.i:
        raise Refused("a relative clause whose object is outside")
    needed = dep in ("obj", "iobj") or token.dep in ("obl:arg", "obl:agent")
    try:
        phrase = read_phrase(reading, token, role_of(reading.document, token, head))
    except Refused:
        if needed and token.i > head.i:
            raise
        return []
    if phrase.kind == "time" or phrase.role == "time":
        return _time(reading, phrase, head)
    if _is_cut(reading.document, phrase, head) or (not needed and _loses_comparison(reading.document, token, phrase)):
        return []
    if _is_dropped(phrase) and not (phrase.role == "agent" and head.lemma in word_set("clauses", "caused")):
        return []
    if (seen := is_seen_as(reading.document, token, head, phrase)) or _is_idiom(reading, token, phrase):
        return [] if token.lemma in LINKING else [replace(phrase, role="told_seen_as" if seen else "told_idiom", core=True)]
    if phrase.marker == "à" and (phrase.count or phrase.kind == "measure") and not needed and _tells_how_far(reading, token):
        return []
    core = needed or phrase.marker == "chez" or is_share_done(phrase) or _limits(phrase)
    phrase = replace(phrase, role=_measure_role(phrase) or _place_role(phrase), core=core)
    check_each_ones(reading.document, token, head, phrase)
    takes = is_received(reading.document, head, phrase)
    if phrase.marker == "à" and phrase.role in ("complement", "place") and takes:
        phrase = replace(phrase, role="addressee", core=True)
    if phrase.role == "addressee" and phrase.kind != "person" and not (takes or needed):
        phrase = replace(phrase, role="complement")  # « construite à X »: a name that may be a place
    return [_as_length(p, head) for p in _parted(reading, token, head, phrase)]


def _read_by_its_words(reading: Reading, token: Token, head: Token, dep: str) -> Phrase | None:
    """A part that its own words show to be a fixed phrase, a fraction, an attendance, a level or an alias; else None."""
    fixed = read_fixed(reading, token) if dep in ("obj", "obl") else None
    told = fixed or read_fraction(reading, token, head) or read_attendance(reading, token) or read_level(reading, token, head)
    return told or read_alias(reading, token, head)


def read_alias(reading: Reading, token: Token, verb: Token) -> Phrase | None:
    """« sous le nom de Finnstar »: the name under which something is done, and no thing that it is done to; else None."""
    if token.lemma != "nom" or not any(t.text.lower() == "sous" for t in reading.document.children(token, "case")):
        return None
    phrase = read_phrase(reading, token, "alias")
    subject = find_subject(reading.document, verb)
    own = {e.name for e in (reading.links.get(subject.i, ()) if subject is not None else ())}
    named = ALIAS.fullmatch(phrase.text) is not None and not any(phrase.text.endswith(name) for name in own)
    return replace(phrase, marker="sous", kind="other", entities=(), named=True, core=True) if named else None


def _as_length(phrase: Phrase, head: Token) -> Phrase:
    """What « durer » tells is the point of its clause; « pendant trois ans » beside another verb is told in passing."""
    return replace(phrase, role="length") if phrase.role == "duration" and head.lemma == "durer" else phrase


def read_level(reading: Reading, noun: Token, verb: Token) -> Phrase | None:
    """« un niveau record de 45,5 % » behind « a atteint », as a measure; None for anything but a level told by its figure."""
    document = reading.document
    amount = next((t for t in document.children(noun, "nmod") if t.i > noun.i and document.child(t, "nummod") is not None), None)
    if (
        noun.dep != "obj"
        or verb.lemma not in REACHING
        or noun.lemma not in LEVELS
        or amount is None
        or not is_unit(amount)
        or document.child(noun, "acl") is not None
    ):
        return None
    if read_phrase(reading, amount, "amount").counted:
        return None
    return replace(read_phrase(reading, noun, "amount"), marker="", kind="measure", core=True)


def _belongs_to_opening(document: Document, token: Token, head: Token) -> bool:
    """« Né en 2019 à Gand, en marge des partis, le collectif compte … »: whether a circumstance stands with a participle that opens the sentence."""
    first = document.sentence_of(token).first
    opening = next((t for t in document.children(head, "advcl") if t.i == first and t.has("VerbForm=Part", "Tense=Past")), None)
    subject = find_subject(document, head)
    behind = opening is not None and document.subtree(token)[0].i > opening.i
    return behind and subject is not None and token.i < subject.i and read_moment_at(document, token) is None


def read_moment_at(document: Document, token: Token) -> str | None:
    """The date that `token` is by itself, if it is one."""
    found = dates.find_date(token.text)
    return found[0] if found is not None else None


def is_seen_as(document: Document, token: Token, head: Token, phrase: Phrase) -> bool:
    """« a choisi X comme candidate »: the function for which the object is taken."""
    short = len(phrase.text.split()) <= LONGEST_FUNCTION and not phrase.entities
    return phrase.marker == "comme" and short and token.i > head.i and is_function(token.lemma) and document.child(head, "obj") is not None


def _is_cut(document: Document, phrase: Phrase, head: Token) -> bool:
    """« née | d’un père maçon », « huit jours | avant son élection »: whether a part says too little, or something else, by itself."""
    words = document.tokens_in(phrase.span)
    if not words or (head.lemma == "naître" and phrase.marker == "de"):
        return bool(words)
    after = document.after(words[-1])
    if words[-1].lemma in word_set("nouns", "durations") and after is not None and after.text.lower() in ("avant", "après"):
        return True
    if phrase.marker == "avec" and SOME_KIND.match(phrase.text) and after is not None and after.text.lower() in ("qui", "dont", "où"):
        return True  # « avec des vents | qui soufflent à 105 km/h »
    if phrase.marker in ("sur", "dans") and SOME_KIND.match(phrase.text) and after is not None and after.text.lower() == "où":
        return True  # « sur une portion | où la vitesse est limitée »
    before = next((t for t in reversed(document.tokens[max(0, words[0].i - NEAR) : words[0].i]) if t.pos != "ADP"), words[0])
    return phrase.marker in ("avant", "après") and before.lemma in word_set("nouns", "durations")


def check_each_ones(document: Document, token: Token, head: Token, phrase: Phrase) -> None:
    """Raises Refused for the place of one of several: « X et Y, nés l’un à Gand, en Flandre, l’autre à Metz, ont été lâchés »."""
    words = [t.text.lower() for t in document.tokens[document.sentence_of(token).first : head.i]]
    each = any(one in words and other in words for one, other in (("un", "autre"), ("une", "autre"), ("premier", "second")))
    if phrase.role == "place" and token.i < head.i and each:
        raise Refused("the place of one of several")


def check_nominal(document: Document, token: Token) -> None:
    """Raises Refused for « ont voté contre ou se sont abstenus » with a noun « abstenus », and for « obtenir que X soit un Y » with an object."""
    if token.pos not in ("NOUN", "PROPN"):
        return
    if document.child(token, "aux", "aux:tense", "expl:pv") is not None:
        raise Refused("a verb was read as a noun")
    opened = (t for t in document.subtree(token) if t.i < token.i and t.dep == "mark" and t.text.lower().rstrip("’'") in ("que", "qu"))
    if token.dep.startswith(("obj", "obl")) and any(opened):
        raise Refused("a clause was read as a complement")


def check_told_apart(document: Document, noun: Token, phrase: Phrase) -> None:
    """Raises Refused for « les cinq pays » of « les cinq pays qui élèvent des rennes »: the clause tells which ones are meant."""
    after = document.after(noun)
    bound = after is not None and after.text.lower() == "qui" and document.child(noun, "acl:relcl") is not None
    if phrase.role == "object" and bound and MANY.fullmatch(phrase.text):
        raise Refused(f"« {phrase.text} » lacks the clause that tells which")


def is_received(document: Document, verb: Token, phrase: Phrase) -> bool:
    """Whether somebody gets something by a verb: « a accordé un prêt à Malte »; a town may be where, but for money (« a versé 3 millions à Gao »)."""
    if verb.lemma not in word_set("verbs", "recipients"):
        return False
    paid = any(t.lemma in word_set("nouns", "currencies") for t in document.children(verb, "obj"))
    bare = phrase.kind == "region" and not phrase.text.startswith(("le ", "la ", "les ", "l’"))  # « vend ses fromages à Vern »
    return paid or not ((phrase.kind == "city" or bare) and phrase.role == "place")


def _loses_comparison(document: Document, token: Token, phrase: Phrase) -> bool:
    """« avec un cratère plus large que l’actuel »: whether the phrase says « plus » and not than what."""
    words = document.subtree(token)
    degree = next((t for t in words if t.text.lower() in DEGREES and t.i > token.i and document.head(t).pos in ("ADJ", "VERB")), None)
    beyond = (t for t in words if degree is not None and t.i > degree.i and t.span.start >= phrase.span.end)
    return any(t.text.lower() in ("que", "qu’", "qu'") for t in beyond)


def _is_compared(document: Document, token: Token) -> bool:
    """« soit plus qu’en 2010 », « moins qu’au premier »: what the verb is compared with, and no part of what is told of it."""
    link = next((t for t in document.children(token) if t.i < token.i and t.text.lower().rstrip("’'") in ("que", "qu")), None)
    before = document.before(link) if link is not None else None
    only = any(t.text.lower() in ("ne", "n’", "n'") for t in document.children(document.head(token)))  # « ne compte plus que onze élèves »
    return before is not None and before.text.lower() in DEGREES and not only


def _limits(phrase: Phrase) -> bool:
    """« pour les foyers de plus de trois enfants »: those alone of whom it holds, which no question may leave out."""
    return phrase.marker == "pour" and phrase.number == "p" and phrase.text.startswith("les ") and len(phrase.text.split()) > LIMIT


def _parted(reading: Reading, token: Token, head: Token, phrase: Phrase) -> list[Phrase]:
    """`phrase`, and what the parser hung on it and belongs to the verb."""
    if phrase.core and SOME.fullmatch(phrase.text) and any(t.dep == "acl" for t in reading.document.children(token)):
        return [replace(phrase, role="told_idiom")]  # « à des peines | allant de un à dix ans »
    said = head.lemma in word_set("verbs", "report")  # « a annoncé l'envoi d'une frégate en mer X »: the place is the envoi's
    if phrase.role == "complement" and phrase.marker == "entre" and is_pair(reading, token):
        return [replace(phrase, role=BETWEEN, core=True)]
    if phrase.role == "complement" and not said:
        parts = split_place(reading, token, phrase)
        return parts if parts[-1].marker in ALONG else [phrase]  # « dans une embuscade | près de Gao »
    if phrase.role != "object":
        return [phrase]
    if RATED.search(phrase.text):
        return [replace(phrase, role="told_object")]  # « la note de Ba3 | à B1 » is told, and not asked
    check_told_apart(reading.document, token, phrase)
    phrase, *tail = split_tail(reading.document, phrase)
    phrase, *pair = split_between(reading, token, phrase)
    if pair:
        return [phrase, *pair, *tail]
    parts = [phrase] if said else split_place(reading, token, phrase, verb_type(head.lemma))
    if len(parts) > 1 and TWO_FIGURES.search(parts[0].text):
        raise Refused("two figures, each with its place")
    return [*(_as_addressee(parts[0], p) for p in (_as_span(parts[0]), *parts[1:])), *tail]


def _as_span(phrase: Phrase) -> Phrase:
    """« un mois | à Gao »: a span of time, once the place is gone."""
    lasting = phrase.head in word_set("nouns", "durations") and ONE_SPAN.fullmatch(phrase.text)
    return replace(phrase, role="duration", kind="duration") if lasting else phrase


def _as_addressee(thing: Phrase, part: Phrase) -> Phrase:
    """« sa demande d’aide | à la zone euro »: it goes to somebody, and is not there."""
    sent = part.role == "place" and part.marker == "à" and part.kind in ("organisation", "thing") and thing.head in word_set("nouns", "sent")
    return replace(part, role="addressee") if sent else part


def _measure_role(phrase: Phrase) -> str:
    """amount or duration for a measure that the verb governs, or empty."""
    if phrase.role not in ("object", "complement"):
        return ""
    return {"measure": "amount", "duration": "duration"}.get(phrase.kind, "")


def _only_frames(reading: Reading, token: Token, head: Token) -> bool:
    """Whether a circumstance only frames the clause (« à la suite de », « de son côté »); not « sur la place Rouge »."""
    document = reading.document
    if token.lemma in ("fois", "revanche", "ailleurs", "reste") or _belongs_to_opening(document, token, head):
        return True
    case = document.child(token, "case")
    lasted = case is not None and case.text.lower() == "en" and document.child(token, "nummod") is not None
    timed = lasted or is_sentence(document, token) or read_moment(reading, token, "time") is not None
    named = token.dep == "obl:arg" and any(t.name for t in document.children(token))  # « appartient à la compagnie X »
    if token.lemma not in word_set("nouns", "frames") or timed or named:
        return False  # « fin 2023 », « en 3 heures »
    if any(t.text.lower() in word_set("grammar", "possessives") for t in document.children(token, "det")):
        return True
    placed = token.lemma in word_set("nouns", "spots") and any(t.name for t in document.subtree(token))
    return not placed and document.child(token, "nmod", "det", "amod") is not None


def is_sentence(document: Document, span: Token) -> bool:
    """« à 18 mois de prison », not « à trois mois des élections », « à un an du scrutin »: what somebody is sentenced to."""
    case, of = document.child(span, "case"), next((t for t in document.children(span, "nmod") if t.i > span.i), None)
    bare = of is not None and of.pos == "NOUN" and document.child(of, "det") is None
    plain = bare and of is not None and any(t.text.lower() in ("de", "d’", "d'") for t in document.children(of, "case"))
    return plain and case is not None and case.text.lower() == "à" and document.child(span, "nummod") is not None


def _time(reading: Reading, phrase: Phrase, head: Token) -> list[Phrase]:
    """A time that holds by itself, or nothing. Raises Refused if it does not fit the verb."""
    if dates.is_century(phrase.text):
        return [replace(phrase, role="time", core=False)]
    if is_relative_time(phrase.text) or not dates.find_date(phrase.text):
        return []
    known = phrase.marker in ("", "en", "depuis", "avant", "après", "dès", "à partir de", "d’ici à", "jusqu’à") and (
        is_date(phrase.text) or dates.is_period(phrase.text)
    )
    known = known or (phrase.marker == "de" and head.lemma == "dater" and head.dep != "conj" and is_date(phrase.text))
    check_time_order(reading, phrase, head)
    if phrase.marker == "dès" and reading.document.child(head, "aux:tense") is not None:  # « a annulé dès le 3 mai »: it was done on that day
        phrase = replace(phrase, marker="" if phrase.text.startswith("le ") else "en")
    return [replace(phrase, role="time", core=False)] if known else []


def _is_dropped(phrase: Phrase) -> bool:
    """Whether a circumstance is left out: another figure (« contre 34 auparavant »), an agent who could be anybody, a link to what went before."""
    if phrase.marker.startswith("il ") or phrase.role == "circumstance" or word_set("grammar", "connectives").intersection(phrase.marker.split()):
        return True
    acting = is_definite(phrase) and phrase.head in word_set("nouns", "administrations") | word_set("nouns", "elements")
    if phrase.role == "agent" and not (acting or phrase.entities or phrase.named or phrase.kind == "person" or len(phrase.text.split()) >= TELLING):
        return True
    if phrase.marker == "avec" and re.fullmatch(r"une? [\w-]+", phrase.text):
        return True  # « avec une capacité qui … »: what it is said for is left out
    if phrase.marker == "de" and phrase.head in word_set("nouns", "dimensions") and re.match(r"une? ", phrase.text):
        return True  # « D’une masse de 6 tonnes, l’engin a été construit … »
    if phrase.marker == "de" and phrase.head == "origine":
        return True  # « naît à Gao d’origine malienne »
    figure = bool(phrase.count) or any(c.isdigit() for c in phrase.text)
    return (phrase.marker == "contre" and figure) or (phrase.marker == "après" and re.match(r"\d[\d\s,]*(?: %| en \d{4})?$", phrase.text) is not None)


def _is_idiom(reading: Reading, token: Token, phrase: Phrase) -> bool:
    """Whether a bare noun belongs to the verb: « en sorte », « à quai », « sans billet », « prendre part »."""
    bound = (phrase.marker in BARE and phrase.role != "agent") or (
        not phrase.marker and token.dep == "obj" and reading.document.child(token, "det") is None
    )
    return bound and not phrase.entities and phrase.text.islower() and " " not in phrase.text and not phrase.count


def role_of(document: Document, token: Token, head: Token) -> str:
    """The role that the grammar gives: object, addressee, agent, time, place or complement."""
    if token.dep == "obl:agent":
        taken = head.lemma in read_words("clauses")["asked"]["par"]  # « a commencé par le ski »
        return "agent" if is_passive(document, head) else "complement" if taken else "circumstance"
    markers = [t.text.lower() for t in document.children(token, "case")]
    if not markers or (token.dep == "obl:arg" and markers == ["des"]):
        low = token.text.lower()
        counted = head.lemma == "durer" or (token.dep == "obj" and is_some_span(document, token))
        if low in dates.WEEKDAYS or token.lemma in dates.MONTHS or (token.lemma in word_set("nouns", "durations") and not counted):
            return "time"
        return "object" if token.dep.startswith(("obj", "obl:arg")) or (counted and token.lemma in word_set("nouns", "durations")) else "circumstance"
    if token.lemma in dates.MONTHS or re.fullmatch(r"(1[5-9]|20)\d\d", token.text):
        return "time"
    return "complement"


def is_some_span(document: Document, token: Token) -> bool:
    """« trois jours », « une journée »: a span that something is done to; « lundi » and « la semaine dernière » tell when."""
    determiner = document.child(token, "det")
    return document.child(token, "nummod") is not None or (determiner is not None and determiner.text.lower() in ("un", "une"))


def _place_role(phrase: Phrase) -> str:
    spot = phrase.kind in PLACES or phrase.head in word_set("nouns", "spots")
    if phrase.role == "complement" and ((spot and phrase.marker in PLACE_MARKERS) or phrase.marker in ALONG):
        return "place"
    if phrase.role == "complement" and phrase.kind == "time":
        return "time"
    if phrase.role == "complement" and phrase.marker == "à" and (phrase.kind == "person" or (phrase.kind == "organisation" and phrase.entities)):
        return "addressee"
    if phrase.role == "object" and phrase.marker == "de":
        return "object"
    return phrase.role


def split_place(reading: Reading, token: Token, phrase: Phrase, kind: str = "action") -> list[Phrase]:
    """`phrase`, and apart from it the place at its end: « des frégates | en mer Baltique ».

    The parser often hangs a place on the nearest noun; at the end of an object both readings put it in the same question.
    """
    document = reading.document
    for owner in reversed(document.subtree(token)):
        if owner.i <= token.i or not _hangs_freely(document, owner, token) or _is_in_remark(document, owner, token):
            continue
        marks = [t.text.lower() for t in document.children(owner, "case")]
        origin = kind == "withdrawal" and bool(marks) and marks[0] in ("de", "d’", "d'", "du", "des")
        if not marks or (not origin and marks[0] in ("de", "d’", "d'", "du", "des", "avec", "pour", "entre")):
            continue
        try:
            place = replace(read_phrase(reading, owner, "complement"), core=False)
        except Refused:
            continue
        place = replace(place, role="place" if origin and place.kind in PLACES else _place_role(place))
        start = min(t.span.start for t in document.children(owner, "case"))
        if place.role == "place" and start >= phrase.span.end:
            return [phrase, place]
        if place.role == "place" and place.span.end >= phrase.span.end and start > phrase.span.start:
            said = phrase.text
            cut = said.find(f" {document.text(Span(start=start, end=place.span.start)).strip()} ")
            if cut > 0:
                shorter = replace(phrase, text=said[:cut].rstrip(" ,"), span=Span(start=phrase.span.start, end=start))
                return [replace(shorter, counted=phrase.counted[: max(0, phrase.counted.find(said[cut:]))] or phrase.counted), place]
    return [phrase]


def _is_in_remark(document: Document, owner: Token, top: Token) -> bool:
    """« a annulé le vote, une première en Afrique »: whether a place hangs on what is said of the deed behind a comma."""
    above = document.head(owner)
    before = document.before(document.subtree(above)[0]) if above.i != top.i else None
    return above.dep == "appos" and (document.subtree(above)[0].text == "," or (before is not None and before.text == ","))


def _hangs_freely(document: Document, owner: Token, top: Token) -> bool:
    """Whether a place hangs on the noun `top` or on a name or noun in it, with no verb between."""
    if not owner.dep.startswith(("nmod", "obl")):
        return False
    path = list(document.ancestors(owner))
    return all(t.pos in ("NOUN", "PROPN", "NUM", "ADJ") and t.dep != "acl:relcl" for t in path[: path.index(top) + 1])


def read_inner(reading: Reading, head: Token, subject: Phrase | None) -> Clause:
    """A clause under a verb: « qu’elle enverrait des navires », « d’envoyer des troupes »."""
    document = reading.document
    marks = [t.text.lower().replace("'", "’") for t in document.children(head, "mark", "case") if t.i < head.i]
    marks = [m for m in marks if head.dep != "conj"]
    link = {"qu’": "que", "d’": "de", "à": "à", "de": "de", "que": "que", "": ""}.get(marks[0] if marks else "")
    if link is None:
        raise Refused(f"a clause that begins with « {marks[0]} »")
    if any(t.text.lower() == "en" and t.i < head.i and t.dep in ("iobj", "obj", "obl:mod", "nmod", "expl:comp") for t in document.children(head)):
        raise Refused("« en » stands for what is told elsewhere")
    verb = read_verb(document, head)
    inner = None
    if link == "que":
        token = find_subject(document, head)
        if token is None:
            raise Refused("no subject was found in the clause after « que »")
        inner = _inner_subject(reading, token, subject)
    elif not head.has("VerbForm=Inf") and not any(t.has("VerbForm=Inf") for t in document.children(head, "aux", "cop")):
        raise Refused("an inner clause that is no infinitive")
    complements = with_shades(document, head, read_complements(reading, head, inner or subject))
    check_condition(document, head, complements)
    return Clause(verb=verb, subject=inner, complements=complements, link=link, role="content", whole=is_whole(reading, head, complements))


def _inner_subject(reading: Reading, token: Token, outer: Phrase | None) -> Phrase:
    phrase = replace(read_phrase(reading, token, "inner_subject"), marker="")
    if token.pos == "PRON" and outer and phrase.entities == outer.entities:
        return replace(phrase, text=token.text.lower(), same_as_subject=True)
    return phrase


def _purpose(reading: Reading, token: Token) -> Clause | None:
    """« pour rejoindre les forces »: a short aim that can be said; None if it cannot."""
    document = reading.document
    mark = document.child(token, "mark", "case")
    if mark is None or mark.text.lower() not in ("pour", "afin") or not token.has("VerbForm=Inf"):
        return None
    there = any(t.text.lower() in ("y", "en") and mark.i < t.i < token.i for t in document.children(token))
    if there and not is_put_there(document, token):
        return None  # « pour y faire face »: to what, another sentence tells
    try:
        parts = tuple(map(_as_aim, read_complements(reading, token, None)))
        if verb_type(document.head(token).lemma) != "deployment":  # « enverra des navires rejoindre X en Méditerranée » tells where they go
            parts = tuple(replace(p, role="aim_place") if p.role == "place" else p for p in parts)
        clause = Clause(verb=read_verb(document, token), complements=parts, link="pour", role="purpose", core=False)
    except Refused:
        return None
    return clause if parts and len(said_of(document, token)) <= LONGEST_PURPOSE else None


def is_put_there(document: Document, deed: Token) -> bool:
    """« a fermé deux écoles afin d’y loger des familles »: « y » is the thing that the clause itself tells of, where something comes to be."""
    above, put = document.head(deed), document.child(deed, "obj")
    there = [t.text.lower() for t in document.children(deed) if t.i < deed.i and t.text.lower() in ("y", "en")] == ["y"]
    things = [t for t in document.children(above, "obj", "nsubj:pass") if t.pos == "NOUN"]
    new = put is not None and (
        document.child(put, "nummod") is not None
        or any(t.text.lower() in ("un", "une", "des", "de", "du", "d’") for t in document.children(put, "det"))
    )
    return there and new and len(things) == 1 and deed.lemma not in word_set("speech", "pale")


def said_of(document: Document, aim: Token) -> list[Token]:
    """The words of an aim without the clauses that a comma parts from it, which are not said: « pour préparer un train de sanctions, qui … »."""
    asides = [t for t in document.subtree(aim) if t.dep == "acl:relcl" and _is_after_comma(document, t)]
    dropped = {t.i for aside in asides for t in document.subtree(aside)}
    return [t for t in document.subtree(aim) if t.i not in dropped]


def _as_aim(part: Phrase | Clause) -> Phrase | Clause:
    """A part of an aim, which is told with it and never asked alone."""
    if isinstance(part, Clause):
        return replace(part, complements=tuple(map(_as_aim, part.complements)))
    return replace(part, role=AIM.get(part.role, part.role))
