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
THOSE = ("celui", "celle", "ceux", "celles")
LONGEST_OPENING = 14  # tokens before « , elle »
NEAR_OBJECT = 8  # tokens after a verb in which its object stands
NO_PERSONS = ("advmod", "obl:mod")  # what a bare name of a person cannot be
FARTHEST_PARTICIPLE = 30  # tokens between two participles of one noun
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
    if tokens[i + 1].text.lower() != "au" or not dates.PARTS.fullmatch(tokens[i + 2].text):
        return
    if (verb := _verb_above(tokens, i)) is not None:
        tokens[i] = replace(day, dep="obl:mod", head=verb.i)


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
    """« à Gand d’ici à 2024 » with the year hung on Gand: it is the verb's."""
    if tokens[i].text.lower() != "ici" or i == 0 or tokens[i - 1].text.lower() not in ("d’", "d'"):
        return
    day = next((t for t in tokens[i + 1 : i + 4] if t.pos != "ADP" and t.pos != "DET"), None)
    if day is None or not re.search(r"\d{4}$", day.text):
        return
    verb = _verb_above(tokens, i) or _verb_above(tokens, i - 1) or _verb_above(tokens, day.i)
    if verb is not None:
        tokens[day.i] = replace(day, dep="obl:mod", head=verb.i)
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
    if not work.dep.startswith("nmod") or work.pos not in ("NOUN", "PROPN"):
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
)
