"""What the parser hung on the nearest noun -> hung where the words show that it belongs: periods, agents, « près de ». Part of the repairs."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ", "SYM", "ADV")
PRONOUNS = ("il", "elle", "ils", "elles")
DAY_WORDS = (*dates.DAY_ADVERBS, *dates.DAY_PARTS, "nuit")
THOSE = ("celui", "celle", "ceux", "celles")
LONGEST_OPENING = 14  # tokens before « , elle »
NEAR_OBJECT = 8  # tokens after a verb in which its object stands
NO_PERSONS = ("advmod", "obl:mod")  # what a bare name of a person cannot be
FARTHEST_PARTICIPLE = 30  # tokens between two participles of one noun
REACH = 5  # tokens behind a noun in which what belongs to it stands
FARTHEST = 6  # steps from a word up to its verb

SUBJECTS = ("nsubj", "nsubj:pass")
# Prepositions that open a sentence before its subject: « Face à », « Malgré ».
OPENERS = (
    "face", "malgré", "après", "avant", "outre", "selon", "d’après", "dès", "depuis", "pendant", "durant", "sous", "avec", "dans", "en", "pour",
    "sans", "lors", "contre", "suite", "grâce", "devant", "à", "au", "aux", "chez", "parmi", "concernant",
)  # fmt: skip


def _verb_above(tokens: list[Token], i: int) -> Token | None:
    """The verb before the word `i` that it hangs on through nouns alone."""
    above = tokens[tokens[i].head]
    for _ in range(FARTHEST):
        if above.pos in ("VERB", "AUX"):
            return above if above.i < i else None
        if above.pos not in NOMINAL or above.head == above.i:
            return None
        above = tokens[above.head]
    return None


def _raise_period(tokens: list[Token], i: int) -> None:
    """« prévus à Gand du 2 au 12 août » with the days hung on Gand: they are the verb's."""
    day = tokens[i]
    if not day.dep.startswith("nmod") or not re.fullmatch(r"1er|\d{1,2}", day.text) or i + 2 >= len(tokens) or tokens[i - 1].text.lower() != "du":
        return
    if tokens[i + 1].text.lower() != "au" or not dates.PARTS.fullmatch(tokens[i + 2].text) or tokens[day.head].text.lower() == "nuit":
        return
    if (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(day, dep="obl:mod", head=verb.i)


def _raise_from_day(tokens: list[Token], i: int) -> None:
    """« a coulé lundi à 15 milles de Gand » with the place hung on the day: both are the verb's."""
    place = tokens[i]
    day = tokens[place.head]
    case = next((t for t in tokens[day.i + 1 : i] if t.head == i and t.dep == "case"), None)
    if place.dep.split(":")[0] not in ("nmod", "obl"):
        return
    timed = day.text.lower() in dates.WEEKDAYS or day.text.lower() in DAY_WORDS or dates.PARTS.fullmatch(day.text) is not None
    if not timed or day.i > i or case is None or case.text.lower() in ("de", "d’", "d'", "du", "des", "à partir", "jusque"):
        return
    told = any(t.name or t.pos == "NUM" for t in (place, *(t for t in tokens[day.i + 1 : i + REACH] if t.head == i)))
    if (
        not told
        or place.text.lower() in dates.WEEKDAYS
        or dates.PARTS.fullmatch(place.text)
        or place.lemma in word_set("nouns", "durations")
        or (verb := _verb_above(tokens, day.i)) is None
    ):
        return
    tokens[i] = replace(place, dep="obl:mod", head=verb.i)


def _join_night(tokens: list[Token], i: int) -> None:
    """« dans la nuit de lundi à mardi à Gand » with « à mardi » hung on the verb: both days are the night's; so « du 8 au 9 mai »."""
    words = [t.text.lower() for t in tokens[i + 1 : i + 5]]
    if tokens[i].text.lower() != "nuit" or len(words) < 4:
        return
    named = (words[0], words[2]) == ("de", "à") and words[1] in dates.WEEKDAYS and words[3] in dates.WEEKDAYS
    numbered = (words[0], words[2]) == ("du", "au") and words[1][0].isdigit() and dates.PARTS.match(words[3]) is not None
    if named or numbered:
        for day in (tokens[i + 2], tokens[i + 4]):
            tokens[day.i] = replace(day, dep="nmod", head=i)


def _raise_lead(tokens: list[Token], i: int) -> None:
    """« a terminé la saison en tête » with the lead hung on the season: it is how the verb is done."""
    lead = tokens[i]
    if lead.text.lower() != "tête" or lead.dep != "nmod" or tokens[i - 1].text.lower() != "en" or tokens[lead.head].dep != "obj":
        return
    if (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(lead, dep="obl:mod", head=verb.i)


def _lower_since(tokens: list[Token], i: int) -> None:
    """« gagne depuis son arrivée en 2015 » with the year hung on the verb: what lasts since then does not happen in it."""
    year = tokens[i]
    verb = tokens[year.head]
    since = next((t for t in tokens[max(0, i - REACH - 3) : i] if t.text.lower() == "depuis"), None)
    noun = tokens[since.head] if since is not None else year
    dated = tokens[i - 1].text.lower() == "en" and re.fullmatch(r"[12]\d{3}", year.text) is not None
    if not dated or not year.dep.startswith("obl") or noun.pos != "NOUN" or noun.head != verb.i or not noun.i < i:
        return
    if not any(t.text in (",", ";") for t in tokens[noun.i : i]):
        tokens[i] = replace(year, dep="nmod", head=noun.i)


def _lower_state(tokens: list[Token], i: int) -> None:
    """« resteront fermées pendant un mois » with the participle read as a second verb: a state, and what is hung on it is the verb's."""
    state = tokens[i]
    verb = tokens[state.head]
    if (
        state.dep != "xcomp"
        or state.pos != "VERB"
        or verb.lemma not in ("rester", "demeurer")
        or not state.has("VerbForm=Part")
        or state.i != verb.i + 1
    ):
        return
    tokens[i] = replace(state, pos="ADJ")
    for later in tokens[i + 1 : i + NEAR_OBJECT]:
        if later.head == i and later.dep in ("obl", "obl:mod"):
            tokens[later.i] = replace(later, dep="obl:mod", head=verb.i)


def _raise_state(tokens: list[Token], i: int) -> None:
    """« restera dix jours amarrée au quai »: it is the ship that is moored, no days."""
    state = tokens[i]
    time = tokens[state.head]
    verb = tokens[time.head]
    apart = any(state.has(mark) != time.has(mark) for mark in ("Gender=Fem", "Number=Plur"))
    if (
        state.dep == "acl"
        and state.has("VerbForm=Part")
        and apart
        and time.i == i - 1
        and time.pos == "NOUN"
        and verb.lemma in ("rester", "demeurer")
        and verb.i < time.i
    ):
        tokens[i] = replace(state, dep="xcomp", pos="ADJ", head=verb.i)


def _hang_affiliation(tokens: list[Token], i: int) -> None:
    """« le géologue X, de l’université de Y, a dit » with the body read as a second subject: it goes with the name before the comma."""
    body = tokens[i]
    first = tokens[body.head]
    own = {t.dep: t for t in tokens[body.head + 1 : i] if t.head == i}
    case = own.get("case")
    opened = case is not None and case.text.lower() in ("de", "d’", "d'", "du") and tokens[case.i - 1].text == ","
    listed = any(t.head == body.head and t.dep == "case" for t in tokens[max(0, body.head - 3) : body.head])
    person = next((t for t in tokens[body.head : case.i if case else i] if t.name == "PER"), None)
    if body.dep == "conj" and body.pos in ("NOUN", "PROPN") and opened and not listed and person is not None and "cc" not in own and first.i < i:
        tokens[i] = replace(body, dep="nmod")


def _raise_months(tokens: list[Token], i: int) -> None:
    """« ont augmenté de 6 % entre mars et mai » with March hung on the rate: the months are the verb's."""
    month = tokens[i]
    above = tokens[month.head]
    amount = above.lemma in word_set("nouns", "units") or above.text in word_set("nouns", "units")
    if month.dep != "nmod" or month.text.lower() not in dates.MONTHS or not amount or i < 1 or tokens[i - 1].text.lower() != "entre":
        return
    if (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(month, dep="obl:mod", head=verb.i)


def _raise_deadline(tokens: list[Token], i: int) -> None:
    """« le port de Gand d’ici à 2024 », « d’ici la fin de l’année » with the time hung on Gand, or as an object: it is the verb's."""
    if tokens[i].text.lower() != "ici" or i == 0 or tokens[i - 1].text.lower() not in ("d’", "d'"):
        return
    day = next((t for t in tokens[i + 1 : i + 5] if t.text.lower() not in ("à", "la", "le", "au", "l’", "l'")), None)
    if day is None or not (re.search(r"\d{4}$", day.text) or day.text.lower() in (*dates.MONTHS, *dates.EDGES, "mois") or re.match("mi-", day.text)):
        return
    year = tokens[day.i + 1] if day.i + 1 < len(tokens) and day.text.lower() in dates.EDGES else day
    verb = next((v for k in (i, i - 1, day.i, year.i) if (v := _verb_above(tokens, k)) is not None), None)
    if verb is None or verb.i in (day.i, i):
        return
    if re.fullmatch(r"\d{4}", year.text) and year is not day:
        tokens[year.i] = replace(year, dep="nmod", head=day.i)
    tokens[day.i] = replace(day, dep="obl:mod", head=verb.i, pos="NOUN" if day.text.lower() in dates.EDGES else day.pos)
    tokens[i - 1] = replace(tokens[i - 1], dep="case", head=day.i)
    tokens[i] = replace(tokens[i], pos="ADP", dep="fixed", head=i - 1)


def _raise_agent(tokens: list[Token], i: int) -> None:
    """« est financée pour un tiers par la région », « sera mis en place par la ville » with the agent hung on « tiers », « place »."""
    agent = tokens[i]
    between = tokens[agent.head]
    verb = tokens[between.head]
    if not agent.dep.startswith(("nmod", "obl")) or not between.dep.startswith("obl") or not verb.i < between.i < i or verb.pos != "VERB":
        return
    near = tokens[max(between.i, i - 4) : i]
    par = next((t for t in near if t.head == i and t.text.lower() == "par"), None)
    bare = not any(t.head == between.i and t.dep == "det" for t in tokens[max(0, between.i - 3) : between.i])
    shared = between.lemma in word_set("nouns", "shares") or bare
    group = tokens[max(0, verb.i - 5) : verb.i]
    passive = any(t.head == verb.i and t.dep == "aux:pass" for t in group)
    if par is not None and shared and passive and not any(t.head == verb.i and t.dep == "obl:agent" for t in tokens[verb.i : i + 12]):
        tokens[i] = replace(agent, dep="obl:agent", head=verb.i)


def _join_near(tokens: list[Token], i: int) -> None:
    """« s’est renversé mardi près de Gand »: « près de » is the preposition of the place, and the place is the verb's."""
    near = tokens[i]
    if near.text.lower() != "près" or near.pos != "ADV" or i + 2 >= len(tokens) or tokens[i + 1].text.lower() not in ("de", "d’", "d'", "du", "des"):
        return
    place = next((t for t in tokens[i + 2 : i + 7] if t.head == i and t.pos in ("NOUN", "PROPN")), None)
    if (
        place is None
        or any(t.pos == "NUM" for t in tokens[i + 2 : place.i])
        or place.lemma in word_set("nouns", "measures") | word_set("nouns", "shares")
    ):
        return
    above = tokens[near.head]
    weekday = above.text.lower() in dates.WEEKDAYS
    verb = above if above.pos == "VERB" else _verb_above(tokens, i) if weekday else None
    tokens[place.i] = replace(place, dep="obl:mod" if verb is not None else "nmod", head=verb.i if verb is not None else near.head)
    for k in (i, i + 1):
        tokens[k] = replace(tokens[k], dep="case", head=place.i, pos="ADP")


def _find_relative_subject(tokens: list[Token], i: int) -> None:
    """« le film qu’a tourné X » with X as a second object beside « que »: X is the subject, also where « que » was read as a conjunction."""
    name = tokens[i]
    verb = tokens[name.head]
    if name.dep != "obj" or verb.dep != "acl:relcl" or verb.i > i or name.pos not in ("NOUN", "PROPN"):
        return
    own = [t for t in tokens[max(0, verb.i - 6) : i + 1] if t.head == verb.i]
    relative = next((t for t in own if t.text.lower() in ("que", "qu’", "qu'") and t.dep in ("obj", "mark") and t.i < verb.i), None)
    if (
        relative is not None
        and not any(t.dep.startswith("nsubj") for t in own)
        and all(t.pos in ("DET", "ADJ", "PROPN") for t in tokens[verb.i + 1 : i])
    ):
        tokens[i] = replace(name, dep="nsubj")
        tokens[relative.i] = replace(relative, dep="obj", pos="PRON")


def _open_relative(tokens: list[Token], i: int) -> None:
    """« la commission que préside X » with the verb as a plain word of the noun: a finite verb whose object is « que » opens a relative clause."""
    verb = tokens[i]
    if verb.dep != "acl" or verb.pos != "VERB" or verb.head > i or not verb.has("VerbForm=Fin"):
        return
    if any(t.head == i and t.dep == "obj" and t.pos == "PRON" and t.text.lower() in ("que", "qu’", "qu'") for t in tokens[max(0, i - 6) : i]):
        tokens[i] = replace(verb, dep="acl:relcl")


def _find_opened_subject(tokens: list[Token], i: int) -> None:
    """« Née à Gand en 1971, X, 51 ans, est … » with X under the participle: a main verb without a subject has the name behind the comma."""
    name = tokens[i]
    opening = tokens[name.head]
    if (
        not name.name
        or opening.i >= i
        or opening.dep not in ("advcl", "acl")
        or tokens[i - 1].text != ","
        or not _is_bare_participle(tokens, opening)
    ):
        return
    main = tokens[opening.head]
    after = next((t for t in tokens[i + 1 : i + LONGEST_OPENING] if t.pos in ("VERB", "AUX") and t.has("VerbForm=Fin")), None)
    if after is None or main.i < i or after.i not in (main.i, *(t.i for t in tokens[i : main.i] if t.head == main.i)):
        return
    if any(t.head == i and t.dep == "cc" for t in tokens[opening.i : i]) or any(
        t.head == main.i and t.dep.startswith(("nsubj", "expl:subj")) for t in tokens[opening.i : main.i]
    ):
        return
    tokens[i] = replace(name, dep="nsubj", head=main.i)
    for t in tokens[i + 1 : after.i]:
        if t.head == opening.i and t.lemma in word_set("nouns", "durations"):
            tokens[t.i] = replace(t, dep="appos", head=i)


def _part_participles(tokens: list[Token], i: int) -> None:
    """« un comité fondé en 1920, qui siège à Gand, et dirigé par X »: a bare participle goes on with the one before, and tells of its noun."""
    second = tokens[i]
    if (
        second.dep != "conj"
        or not _is_bare_participle(tokens, second)
        or not any(t.head == i and t.text.lower() == "et" for t in tokens[max(0, i - 4) : i])
    ):
        return
    above = tokens[second.head]
    if above.i > i or not (_is_bare_participle(tokens, above) or (above.has("VerbForm=Fin") and above.dep == "acl:relcl")):
        return
    signs = ("Gender=Fem", "Number=Plur")
    first = next(
        (
            t
            for t in reversed(tokens[max(0, i - FARTHEST_PARTICIPLE) : i])
            if t.dep == "acl" and t.head < t.i and _is_bare_participle(tokens, t) and all(t.has(sign) == second.has(sign) for sign in signs)
        ),
        None,
    )
    if first is not None and (first is above or first.i < above.i):
        tokens[i] = replace(second, dep="acl", head=first.head)


def _is_bare_participle(tokens: list[Token], token: Token) -> bool:
    """Whether `token` is a past participle without an auxiliary."""
    helped = any(t.head == token.i and t.dep.startswith(("aux", "cop", "nsubj")) for t in tokens[max(0, token.i - 6) : token.i])
    return token.pos in ("VERB", "ADJ") and token.has("VerbForm=Part", "Tense=Past") and not helped


def _join_those(tokens: list[Token], i: int) -> None:
    """« reçoit celui de la Justice » with the Justice hung on the verb: what follows « celui de » tells which one it is."""
    if tokens[i].text.lower() not in THOSE or i + 2 >= len(tokens) or tokens[i + 1].text.lower() not in ("de", "d’", "d'", "du", "des"):
        return
    noun = tokens[tokens[i + 1].head]
    if i + 1 < noun.i < i + 5 and noun.head < i and noun.head == tokens[i].head:
        tokens[noun.i] = replace(noun, dep="nmod", head=i)


def _raise_joint(tokens: list[Token], i: int) -> None:
    """« A revient à X et Y reçoit B » with « et » hung on Y, the subject: it joins the clauses."""
    joint = tokens[i]
    subject = tokens[joint.head]
    if joint.dep != "cc" or joint.text.lower() != "et" or not subject.dep.startswith("nsubj") or subject.i < i:
        return
    verb = tokens[subject.head]
    if verb.i < subject.i or verb.head >= i or verb.dep not in ("parataxis", "conj", "ccomp", "advcl"):
        return
    if not any(t.head == subject.i and t.i < i for t in tokens[max(0, i - NEAR_OBJECT) : i]):
        tokens[i] = replace(joint, head=verb.i)
        tokens[verb.i] = replace(verb, dep="conj") if verb.dep == "parataxis" else verb


def _part_span(tokens: list[Token], i: int) -> None:
    """« après sept ans de guerre et une victoire » with the victory joined to the years, or an object: it is no time, and stands beside them."""
    other = tokens[i]
    durations = word_set("nouns", "durations")
    before = tokens[max(0, i - NEAR_OBJECT) : i]
    joint = next((t for t in before if t.head == i and t.text.lower() == "et"), None)
    if (
        joint is None
        or other.dep not in ("conj", "obj")
        or other.pos != "NOUN"
        or other.lemma in durations
        or any(t.head == i and t.dep == "nummod" for t in before)
    ):
        return
    span = next((t for t in reversed(before) if t.i < joint.i and t.lemma in durations and t.dep.startswith("obl")), None)
    if span is None or tokens[span.head].pos != "VERB" or other.head not in (span.i, span.head):
        return
    own = tokens[max(0, span.i - NEAR_OBJECT) : span.i]
    if any(t.head == span.i and t.dep == "case" for t in own) and any(t.head == span.i and t.dep == "nummod" for t in own):
        tokens[i] = replace(other, dep="conj", head=span.head)


def _raise_led(tokens: list[Token], i: int) -> None:
    """« l’association des pêcheurs de Gand, que préside X » with the clause hung on the fishermen: a body is presided over."""
    verb = tokens[i]
    noun = tokens[verb.head]
    bodies = word_set("nouns", "organisations") | word_set("nouns", "led_bodies")
    if verb.lemma not in word_set("verbs", "leading") or verb.pos != "VERB" or verb.dep != "acl:relcl" or verb.head > i:
        return
    if not any(t.head == i and t.dep == "obj" and t.text.lower() in ("que", "qu’", "qu'") for t in tokens[max(0, i - 6) : i]):
        return
    for _ in range(FARTHEST):
        if noun.lemma in bodies or not noun.dep.startswith("nmod"):
            break
        noun = tokens[noun.head]
    if noun.lemma in bodies:
        tokens[i] = replace(verb, head=noun.i)


def _raise_lasting(tokens: list[Token], i: int) -> None:
    """« a privé les élèves d’accès aux cours pendant six mois » with the months hung on the courses: they are those of the deed."""
    span = tokens[i]
    if not span.dep.startswith("nmod") or span.pos != "NOUN" or span.lemma not in word_set("nouns", "durations"):
        return
    if not any(t.head == i and t.dep == "case" and t.text.lower() in ("pendant", "durant") for t in tokens[max(0, i - 5) : i]):
        return
    above = tokens[span.head]
    if (verb := _verb_above(tokens, i)) is not None and not above.dep.startswith("nsubj"):
        tokens[i] = replace(span, dep="obl:mod", head=verb.i)


def _free_day(tokens: list[Token], i: int) -> None:
    """« a collecté des vivres aujourd’hui » with the day hung on the object: it is that of the verb."""
    day = tokens[i]
    above = tokens[day.head]
    if day.text.lower().replace("'", "’") not in dates.DAY_ADVERBS or day.pos != "ADV" or above.pos not in ("NOUN", "PROPN") or above.i > i:
        return
    verb = tokens[above.head]
    if verb.pos not in ("VERB", "ADJ") or not above.dep.startswith(("obj", "obl")) or (i and tokens[i - 1].pos == "ADP"):
        return
    tokens[i] = replace(day, head=verb.i)
    part = tokens[i + 1] if i + 1 < len(tokens) else None
    if part is not None and part.text.lower() in dates.DAY_PARTS and part.head == above.i:
        tokens[i + 1] = replace(part, head=i)  # « hier soir »


def _find_subject_behind(tokens: list[Token], i: int) -> None:
    """« Face à la crise, l’union a voté » with the crisis as subject and the union beside it: behind the comma stands the subject."""
    name = tokens[i]
    opening = tokens[name.head]
    if name.dep != "appos" or name.pos not in ("NOUN", "PROPN") or opening.dep not in SUBJECTS or not opening.i < i < opening.head:
        return
    first = next((k for k in range(i, opening.i, -1) if tokens[k - 1].text == ","), i)
    case = next((t for t in tokens[max(0, opening.i - 4) : opening.i] if t.head == opening.i and t.dep == "case"), None)
    if case is None or case.text.lower() not in OPENERS or i - first > 3 or tokens[first - 1].text != ",":
        return
    tokens[i] = replace(name, dep=opening.dep, head=opening.head)
    tokens[opening.i] = replace(opening, dep="obl:mod")


def _read_weekday(tokens: list[Token], i: int) -> None:
    """« a adopté mercredi une loi » with the day read as an adverb: it is a time like any other."""
    if tokens[i].pos == "NOUN" and tokens[i].dep == "advmod" and tokens[i].text.lower() in dates.WEEKDAYS:
        tokens[i] = replace(tokens[i], dep="obl:mod")


def _leave_helper(tokens: list[Token], i: int) -> None:
    """« le ministère a, de son côté, annoncé l’envoi » with the subject hung on « a »: it is that of the verb, what follows its object."""
    subject = tokens[i]
    helper = tokens[subject.head]
    if not subject.dep.startswith("nsubj") or not helper.dep.startswith("aux") or helper.i < i:
        return
    verb = tokens[helper.head]
    if verb.i < helper.i or any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[:i][-20:]):
        return
    tokens[i] = replace(subject, head=verb.i)
    for t in tokens[verb.i + 1 : verb.i + 8]:
        if t.head == verb.i and t.dep == "nsubj":
            tokens[t.i] = replace(t, dep="obj")


def _leave_copula(tokens: list[Token], i: int) -> None:
    """« une panne est à l’origine de l’incendie » with the subject hung on « est »: it is that of what is said of it."""
    copula = tokens[tokens[i].head]
    if tokens[i].dep in ("nsubj", "obl:mod") and copula.dep == "cop" and copula.head > copula.i:
        tokens[i] = replace(tokens[i], head=copula.head)


def _free_counted(tokens: list[Token], i: int) -> None:
    """« a reçu lundi à Gand cinq livres » with the things hung on the town: a counted noun without a comma is the verb's object."""
    thing = tokens[i]
    town = tokens[thing.head]
    between = tokens[town.i + 1 : i]
    counted = any(t.head == i and t.dep == "nummod" for t in between) and all(t.head == i and t.dep in ("nummod", "amod") for t in between)
    if thing.dep not in ("appos", "nmod") or thing.pos != "NOUN" or not town.name or not counted or town.i > i:
        return
    verb = tokens[town.head]
    if verb.pos == "VERB" and town.dep.startswith("obl") and not any(t.head == verb.i and t.dep == "obj" for t in tokens[verb.i : i + NEAR_OBJECT]):
        tokens[i] = replace(thing, dep="obj", head=verb.i)


def _raise_hour(tokens: list[Token], i: int) -> None:
    """« a franchi la ligne d’arrivée à 7 h 42 » with the hour hung on the noun: it is the verb's."""
    hour = tokens[i]
    timed = hour.text.lower() in ("h", "heure", "heures") and hour.dep == "nmod"
    own = {t.dep: t.text.lower() for t in tokens[max(0, i - 3) : i] if t.head == i}
    if timed and "nummod" in own and own.get("case") in ("à", "vers", "dès") and (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(hour, dep="obl:mod", head=verb.i)


def _raise_year(tokens: list[Token], i: int) -> None:
    """« a dépassé 50 % l’an dernier » with the year hung on the figure: it is the verb's."""
    spell = tokens[i]
    own = [t for t in tokens[max(0, i - 1) : i + 2] if t.head == i]
    shifted = any(t.text.lower() in ("dernier", "dernière", "prochain", "prochaine", "passé", "passée") for t in own)
    bare = any(t.dep == "det" for t in own) and not any(t.dep == "case" for t in own)
    if spell.dep not in ("nmod", "appos") or spell.pos != "NOUN" or spell.lemma not in word_set("nouns", "durations") or not (shifted and bare):
        return
    if tokens[i - 2].text != "," and (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(spell, dep="obl:mod", head=verb.i)


def _join_start(tokens: list[Token], i: int) -> None:
    """« s’appliquera à partir de 2025 » with the year hung on « à »: three words of one preposition, before a time of the verb."""
    if tokens[i].text.lower() != "partir" or not 0 < i < len(tokens) - 2 or tokens[i - 1].text.lower() not in ("à", "a"):
        return
    opening, of = tokens[i - 1], tokens[i + 1]
    time = tokens[of.head]
    if of.text.lower() not in ("de", "du", "d’", "d'", "des") or time.i <= of.i or time.head not in (i - 1, i):
        return
    above = tokens[opening.head] if opening.head != time.i else tokens[opening.i]
    if above.i in (opening.i, i):
        return
    tokens[time.i] = replace(time, dep="obl:mod", head=above.i)
    tokens[i - 1] = replace(opening, pos="ADP", dep="case", head=time.i)
    tokens[i] = replace(tokens[i], pos="ADP", dep="fixed", head=i - 1)


def _bind_record(tokens: list[Token], i: int) -> None:
    """« 6,3 %, son plus bas niveau depuis 2004 » with the year hung on the verb: it says how long the superlative holds."""
    noun = tokens[i - 2]
    ranked = any(t.text.lower() in ("plus", "moins", "meilleur", "meilleure", "pire") for t in tokens[max(0, i - 5) : i - 1])
    if (
        tokens[i].dep.startswith("obl")
        and tokens[i].pos in ("NUM", "NOUN")
        and tokens[i - 1].text.lower() == "depuis"
        and noun.pos in ("NOUN", "ADJ")
        and ranked
        and tokens[i].head < i - 2
    ):
        tokens[i] = replace(tokens[i], dep="nmod", head=noun.i)


def _raise_edge(tokens: list[Token], i: int) -> None:
    """« comptait 300 malades fin juin » with « fin » hung on the noun: it is the verb's."""
    month = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    timed = (
        tokens[i].text.lower() in ("début", "fin")
        and month.head == i
        and (month.text.lower() in dates.MONTHS or dates.PARTS.fullmatch(month.text) is not None)
    )
    if timed and tokens[i].dep == "nmod" and tokens[i - 1].pos != "ADP" and (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(tokens[i], dep="obl:mod", head=verb.i)


def _move_owner(tokens: list[Token], i: int) -> None:
    """« le retrait, dont le roi X a accéléré le calendrier » with « dont » under the king: a named one is nobody's, the calendar is."""
    owner = tokens[i]
    holder = tokens[owner.head]
    if owner.text.lower() != "dont" or holder.pos != "NOUN" or not holder.dep.startswith("nsubj") or holder.i < i:
        return
    verb = tokens[holder.head]
    named = any(t.head == holder.i and t.name == "PER" for t in tokens[holder.i : verb.i])
    near = tokens[verb.i : verb.i + NEAR_OBJECT]
    verbs = {verb.i, *(t.i for t in near if t.head == verb.i and t.dep == "xcomp")}
    thing = next((t for t in near if t.dep == "obj" and t.head in verbs and t.pos == "NOUN"), None)
    if named and thing is not None:
        tokens[i] = replace(owner, head=thing.i)


def _raise_presence(tokens: list[Token], i: int) -> None:
    """« a signé le traité en présence de X » with the presence hung on the treaty: it is that of the deed."""
    noun = tokens[i]
    if noun.text.lower() != "présence" or not noun.dep.startswith("nmod") or i < 1 or tokens[i - 1].text.lower() != "en":
        return
    if (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(noun, dep="obl:mod", head=verb.i)


def _free_emphatic(tokens: list[Token], i: int) -> None:
    """« elle avait elle-même signé » with « elle-même » as the subject: « elle » is, and what opened the sentence stands beside it."""
    word = tokens[i]
    if word.text.lower().endswith(("-même", "-mêmes")) and word.dep.startswith("nsubj"):
        tokens[i] = replace(word, dep="advmod", pos="ADV")
    if word.text.lower() not in PRONOUNS or not word.dep.startswith("nsubj") or i < 1 or tokens[i - 1].text != ",":
        return
    helper = tokens[word.head]
    verb = tokens[helper.head] if helper.dep.startswith("aux") else helper
    rivals = [t for t in tokens[max(0, i - LONGEST_OPENING) : i] if t.head == verb.i and t.dep.startswith("nsubj") and t.pos == "NOUN"]
    if verb.pos == "VERB" and (helper is not verb or rivals):
        tokens[i] = replace(word, head=verb.i)
        for rival in rivals:
            tokens[rival.i] = replace(rival, dep="dislocated")


def _find_named_object(tokens: list[Token], i: int) -> None:
    """« avait nationalisé la Kreditbank » with the name as a circumstance: right after its verb, without a preposition, it is the object."""
    name = tokens[i]
    verb = tokens[name.head]
    if not name.name or not name.dep.startswith("obl") or i < 2 or verb.i != i - 2 or tokens[i - 1].text.lower() not in ("la", "le", "l’", "l'"):
        return
    if (
        verb.pos == "VERB"
        and tokens[i - 1].pos == "DET"
        and not any(t.head == verb.i and t.dep in ("obj", "aux:pass") for t in tokens[verb.i - 4 : i + 6])
    ):
        tokens[i] = replace(name, dep="obj")


def _raise_century(tokens: list[Token], i: int) -> None:
    """« construisit le pont de Lund au XIe siècle » with the century hung on the bridge: it is that of the deed."""
    century = tokens[i]
    if century.lemma != "siècle" or not century.dep.startswith("nmod") or not any(t.text.lower() == "au" for t in tokens[max(0, i - 2) : i]):
        return
    if (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(century, dep="obl:mod", head=verb.i)


def _give_source(tokens: list[Token], i: int) -> None:
    """« La liste est longue : selon X, 30 personnes manquent » with the source hung on the clause before the colon: it is that of the one behind."""
    source = tokens[i]
    if not source.dep.startswith("obl") or source.head > i:
        return
    marks = [t for t in tokens[max(0, i - 4) : i] if t.head == i and t.dep == "case"]
    if not marks or marks[0].text.lower().replace("'", "’") not in ("selon", "d’") or tokens[marks[0].i - 1].text not in (":", ";"):
        return
    comma = next((t.i for t in tokens[i + 1 : i + NEAR_OBJECT] if t.text == ","), None)
    behind = tokens[comma + 1 : comma + LONGEST_OPENING] if comma is not None else []
    subject = next((t for t in behind if t.dep.startswith("nsubj")), None)
    if subject is not None and tokens[subject.head].pos == "VERB" and subject.head > subject.i:
        tokens[i] = replace(source, head=subject.head)


def _join_presented(tokens: list[Token], i: int) -> None:
    """« accorda la concession à un diplomate à la retraite, X. » with X as a word of the verb: a person is none, and is the diplomate."""
    person = tokens[i]
    if (
        person.name != "PER"
        or person.dep not in NO_PERSONS
        or i < 3
        or tokens[i - 1].text != ","
        or i + 1 >= len(tokens)
        or tokens[i + 1].text not in (",", ".")
    ):
        return
    nouns = (t for t in reversed(tokens[max(0, i - LONGEST_OPENING) : i - 1]) if t.head == person.head and t.pos == "NOUN")
    noun = next(nouns, None)
    if noun is not None and noun.i > person.head and is_function(noun.lemma):
        tokens[i] = replace(person, dep="appos", head=noun.i)


def _free_interval(tokens: list[Token], i: int) -> None:
    """« fonda deux ans plus tard la Compagnie » with the years as the object: they tell when, and the object is the name behind them."""
    years = tokens[i]
    verb = tokens[years.head]
    later = i + 2 < len(tokens) and tokens[i + 2].text == "tard" and tokens[i + 1].text == "plus"
    if (
        not later
        or years.dep != "obj"
        or years.lemma not in word_set("nouns", "durations")
        or verb.pos != "VERB"
        or verb.i > i
        or tokens[i - 1].pos != "NUM"
    ):
        return
    tokens[i] = replace(years, dep="obl:mod")
    thing = tokens[i + 4] if i + 4 < len(tokens) else None
    if thing is None or thing.head != i or not (thing.name or thing.pos == "NOUN") or tokens[i + 3].pos != "DET":
        return
    tokens[thing.i] = replace(thing, dep="obj", head=verb.i)
    for t in tokens[thing.i + 1 : thing.i + LONGEST_OPENING]:
        if t.head == i and t.dep == "acl:relcl":
            tokens[t.i] = replace(t, head=thing.i)


def _raise_charge(tokens: list[Token], i: int) -> None:
    """« a été mis en examen pour fraude » with the fraud hung on « examen »: it is what the verb is done for."""
    verb = tokens[tokens[i].head]
    if tokens[i].text.lower() != "examen" or verb.lemma != "mettre" or verb.i > i:
        return
    for charge in tokens[i + 1 : i + NEAR_OBJECT]:
        if charge.head == i and charge.pos == "NOUN" and any(t.head == charge.i and t.text == "pour" for t in tokens[i : charge.i]):
            tokens[charge.i] = replace(charge, dep="obl:mod", head=verb.i)


def _raise_award(tokens: list[Token], i: int) -> None:
    """« a reçu le prix X, la plus haute récompense du pays, pour Y » with Y hung on what the prize is: it is what it was given for."""
    work = tokens[i]
    counted = tokens[work.head].pos == "NUM" or tokens[work.head].lemma in word_set("nouns", "units")  # « obtient 52 %, contre 48 % pour X »
    if not work.dep.startswith("nmod") or work.pos not in ("NOUN", "PROPN") or counted:
        return
    before = tokens[max(0, i - 3) : i]
    verb = _verb_above(tokens, i)
    if verb is None or verb.lemma not in word_set("verbs", "awarding") or not any(t.head == i and t.text.lower() == "pour" for t in before):
        return
    if work.name or any(t.head == i and t.text.lower() in ("son", "sa", "ses") for t in before):
        tokens[i] = replace(work, dep="obl:mod", head=verb.i)


HANGING = (
    Slip(_raise_period, deps=("nmod",)),
    Slip(_raise_months, deps=("nmod",)),
    Slip(_raise_agent, deps=("nmod", "obl")),
    Slip(_join_near, words=("près",)),
    Slip(_find_relative_subject, deps=("obj",)),
    Slip(_free_day, pos=("ADV",)),
    Slip(_leave_copula, deps=("nsubj", "obl:mod")),
    Slip(_free_counted, deps=("appos", "nmod"), pos=("NOUN",)),
    Slip(_raise_hour, deps=("nmod",), words=("h", "heure", "heures")),
    Slip(_raise_year, deps=("nmod", "appos"), pos=("NOUN",)),
    Slip(_join_start, words=("partir",)),
    Slip(_bind_record, deps=("obl",), pos=("NUM", "NOUN")),
    Slip(_raise_edge, words=("début", "fin")),
    Slip(_read_weekday, deps=("advmod",), words=dates.WEEKDAYS),
    Slip(_find_subject_behind, deps=("appos",), pos=("NOUN", "PROPN")),
    Slip(_leave_helper, deps=("nsubj",)),
    Slip(_raise_award, deps=("nmod",), pos=("NOUN", "PROPN")),
    Slip(_move_owner, words=("dont",)),
    Slip(_raise_presence, words=("présence",)),
    Slip(_free_emphatic, deps=("nsubj",)),
    Slip(_find_named_object, deps=("obl",), named=True),
    Slip(_raise_century, deps=("nmod",)),
    Slip(_raise_lasting, deps=("nmod",), pos=("NOUN",)),
    Slip(_open_relative, deps=("acl",), pos=("VERB",)),
    Slip(_find_opened_subject, named=True),
    Slip(_part_participles, deps=("conj",), pos=("VERB", "ADJ")),
    Slip(_join_those, words=THOSE),
    Slip(_raise_joint, deps=("cc",), words=("et",)),
    Slip(_part_span, deps=("conj", "obj"), pos=("NOUN",)),
    Slip(_raise_led, deps=("acl",), pos=("VERB",)),
    Slip(_join_presented, deps=NO_PERSONS, named=True),
    Slip(_free_interval, deps=("obj",)),
    Slip(_raise_charge, words=("examen",)),
    Slip(_give_source, deps=("obl",)),
    Slip(_raise_deadline, words=("ici",)),
    Slip(_raise_from_day, deps=("nmod", "obl", "obl:mod")),
    Slip(_join_night, words=("nuit",)),
    Slip(_raise_lead, words=("tête",)),
    Slip(_lower_since, deps=("obl",), pos=("NUM", "NOUN")),
    Slip(_raise_state, deps=("acl",)),
    Slip(_lower_state, deps=("xcomp",), pos=("VERB",)),
    Slip(_hang_affiliation, deps=("conj",), pos=("NOUN", "PROPN")),
)
