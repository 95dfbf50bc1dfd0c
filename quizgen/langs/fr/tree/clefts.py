"""Sentences whose order hides the clause (« c’est X qui a fait Y », « c’est à Z que X est né », « figure une taxe ») -> the plain tree."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

BEING = ("est", "sont", "était", "étaient", "fut", "furent", "serait", "seraient")
DAYS = ("aujourd’hui", "demain", "hier")
LINKS = ("qui", "que", "qu’", "qu'")
FARTHEST = 25  # tokens from the stressed words to « qui » or « que »
LONGEST = 40  # tokens from « que » to the verb of its clause
SUBJECTS = ("nsubj", "nsubj:pass")
CLAUSES = ("acl:relcl", "advcl", "ccomp", "csubj", "acl", "parataxis")


def mend_cleft(tokens: list[Token], i: int) -> None:
    """« C’est en mai que X est parti » read as « c’est en mai »: X left in May; what is stressed hangs on the verb."""
    this = tokens[i]
    if this.text.lower() not in ("c’", "c'", "ce") or i + 2 >= len(tokens) or tokens[i + 1].text.lower() not in BEING:
        return
    stressed = tokens[i + 1].head
    if stressed <= i + 1 or this.head != stressed or tokens[i + 1].dep != "cop":
        return
    link = find_link(tokens, stressed)
    if link is None:
        return
    verb = find_verb(tokens, stressed, link)
    role = role_of_stressed(tokens, stressed, i, tokens[link].text.lower())
    if verb is None or not role or (role == "nsubj" and describes(tokens, stressed, i + 2, verb)):
        return
    above = tokens[stressed]
    passive = any(t.head == verb and t.dep == "aux:pass" for t in tokens[link:verb])
    tokens[verb] = replace(tokens[verb], dep=above.dep, head=verb if above.head == stressed else above.head)
    tokens[stressed] = replace(above, dep="nsubj:pass" if role == "nsubj" and passive else role, head=verb)
    for k in (i, i + 1, link):
        tokens[k] = replace(tokens[k], dep="aux:cleft", head=verb)
    for t in tokens[max(0, i - FARTHEST) : i]:  # « Selon X, ce sont deux hommes qui … »
        if t.head == stressed and t.dep.startswith(("obl", "advmod")):
            tokens[t.i] = replace(t, head=verb)


def mend_only_then(tokens: list[Token], i: int) -> None:
    """« Ce n’est qu’en 1868 que X accorda Y »: X did so in 1868; what is stressed hangs on the verb, and nothing is denied."""
    words = [t.text.lower().replace("'", "’") for t in tokens[i : i + 4]]
    if len(words) < 4 or words[0] != "ce" or words[1] not in ("n’", "ne") or words[2] not in BEING or words[3] not in ("qu’", "que"):
        return
    stressed = next((t for t in tokens[i + 4 : i + 7] if any(c.isdigit() for c in t.text)), None)
    if stressed is None or stressed.i + 1 >= len(tokens) or tokens[stressed.i + 1].text.lower() not in LINKS:
        return
    if any(t.head != stressed.i or t.dep not in ("case", "det") for t in tokens[i + 4 : stressed.i]):
        return
    link = stressed.i + 1
    above = tokens[stressed.head]
    verb = above if stressed.head > link else next((t for t in tokens[link : link + LONGEST] if t.head == stressed.i and t.dep in CLAUSES), None)
    if verb is None or verb.pos not in ("VERB", "AUX", "ADJ"):
        return
    if verb is not above:
        tokens[verb.i] = replace(verb, dep=stressed.dep, head=verb.i if stressed.head == stressed.i else stressed.head)
    tokens[stressed.i] = replace(stressed, dep="obl:mod", head=verb.i)
    for k in (*range(i, i + 4), link):
        tokens[k] = replace(tokens[k], dep="aux:cleft", head=verb.i)


def lower_participle(tokens: list[Token], i: int) -> None:
    """« Ce film racontant la guerre a coûté … » with the participle as the main verb: it hangs on the noun, which is the subject of what follows."""
    told = tokens[i]
    if told.dep != "ROOT" or told.pos != "VERB" or not told.has("VerbForm=Part", "Tense=Pres"):
        return
    subject = next((t for t in tokens[max(0, i - 3) : i] if t.head == i and t.dep in SUBJECTS and t.pos == "NOUN"), None)
    main = next((t for t in tokens[i + 1 : i + FARTHEST] if t.head == i and t.dep in ("parataxis", "advcl", "conj") and t.pos == "VERB"), None)
    if subject is None or main is None:
        return
    own = [t for t in tokens[i + 1 : main.i] if t.head == main.i]
    finite = main.has("VerbForm=Fin") or any(t.has("VerbForm=Fin") for t in own)
    if not finite or any(t.dep in ("mark", *SUBJECTS) or t.pos == "PRON" or t.text in (",", ";", ":") for t in own):
        return
    passive = any(t.dep == "aux:pass" for t in own)
    tokens[main.i] = replace(main, dep="ROOT", head=main.i)
    tokens[i] = replace(told, dep="acl", head=subject.i)
    tokens[subject.i] = replace(subject, dep="nsubj:pass" if passive else "nsubj", head=main.i)
    for t in tokens[main.i + 1 : main.i + FARTHEST]:
        if t.head == i:
            tokens[t.i] = replace(t, head=main.i)


def find_link(tokens: list[Token], stressed: int) -> int | None:
    """The « qui » or « que » after the stressed words, in their sentence."""
    for k in range(stressed + 1, min(stressed + FARTHEST, len(tokens))):
        if tokens[k].text in (".", ";", ":", "!", "?", "»"):
            return None
        if tokens[k].text.lower() in LINKS:
            return k
    return None


def find_verb(tokens: list[Token], stressed: int, link: int) -> int | None:
    """The verb of the clause that `link` opens, if the parser has it under the stressed word, or in what is inserted: « X, selon Y, qui … »."""
    inserted = tokens[stressed + 1].text == "," and tokens[link - 1].text == "," and link - 1 > stressed + 1
    for k in range(link + 1, min(link + LONGEST, len(tokens))):
        if tokens[k].dep == "parataxis" and tokens[k].pos == "NOUN":
            continue  # a figure in brackets
        if tokens[k].pos in ("VERB", "AUX", "ADJ", "NOUN") and tokens[k].dep in CLAUSES:
            return k if tokens[k].head == stressed or (inserted and stressed < tokens[k].head < link) else None
    return None


def describes(tokens: list[Token], stressed: int, first: int, verb: int) -> bool:
    """Whether « qui » only tells what a thing is: « ce sont des oiseaux qui vivent au sol »; done deeds are told of the stressed one."""
    vague = tokens[first].text.lower() in ("un", "une", "des", "de", "d’", "d'") and tokens[stressed].pos == "NOUN"
    done = any(t.head == verb and t.dep == "aux:tense" for t in tokens[stressed:verb]) or tokens[verb].has("Tense=Past", "VerbForm=Fin")
    return vague and (not done or tokens[first].text.lower() in ("un", "une"))


def role_of_stressed(tokens: list[Token], stressed: int, first: int, link: str) -> str:
    """What the stressed words are to the verb: its subject, a circumstance, or empty if it is not sure."""
    between = [t.text.lower() for t in tokens[first : stressed + 1]]
    if any(w in ("ne", "n’", "n'", "pas", "plus", "comme", "parce") for w in between):
        return ""
    if tokens[stressed].text.lower().replace("'", "’") in DAYS and link != "qui":
        return "advmod"
    case = any(t.head == stressed and t.dep == "case" and t.i < stressed for t in tokens[first:stressed])
    noun = tokens[stressed].pos in ("NOUN", "PROPN", "NUM")
    if link == "qui":
        return "nsubj" if noun and not case else ""
    dated = tokens[stressed].pos == "NUM" or any(c.isdigit() for c in tokens[stressed].text)
    return "obl:mod" if noun and (case or dated) else ""


def mend_late_subject(tokens: list[Token], i: int) -> None:
    """« Dans la loi figure une taxe », « à Y, où s’ouvre le congrès »: such a verb has no object; the noun after it is its subject."""
    verb = tokens[i]
    if verb.lemma not in word_set("clauses", "appearing") or not verb.has("VerbForm=Fin") or i == 0:
        return
    around = tokens[max(0, i - 12) : i + 16]
    where = next((t for t in around if t.head == i and t.i < i and t.dep == "nsubj" and t.text.lower() == "où"), None)  # « où vivent 300 personnes »
    if any(t.head == i and t.dep.startswith(("nsubj", "expl:subj")) and t is not where for t in around):
        return
    if verb.lemma in word_set("clauses", "appearing_reflexive") and tokens[i - 1].text.lower() not in ("se", "s’", "s'"):
        return
    found = next((t for t in around if t.head == i and t.i > i and t.dep == "obj" and t.pos in ("NOUN", "PROPN")), None)
    if found is not None:
        tokens[found.i] = replace(found, dep="nsubj")
    if found is not None and where is not None:
        tokens[where.i] = replace(where, dep="obl:mod")


def mend_late_passive(tokens: list[Token], i: int) -> None:
    """« En 1886 est ouverte l’école X, un lieu qui … »: a passive has no object; the noun right behind it is its subject, the next a remark on it."""
    around = tokens[max(0, i - 12) : i + 16]
    own = [t for t in around if t.head == i]
    helper = next((t for t in own if t.dep == "aux:pass" and t.i == i - 1), None)
    if helper is None or any(t.i < i and t.dep.startswith(("nsubj", "expl:subj", "csubj")) for t in own):
        return
    found = next((t for t in own if t.i > i and t.dep in ("obj", "obl:mod") and t.pos in ("NOUN", "PROPN")), None)
    if found is None or any(t.head != found.i or t.dep == "case" for t in tokens[i + 1 : found.i]):
        return
    timed = found.text.lower() in dates.WEEKDAYS or found.lemma in word_set("nouns", "durations") or any(c.isdigit() for c in found.text)
    if found.dep != "obj" and (found.i == i + 1 or timed):
        return  # « est ouvert le lundi »
    tokens[found.i] = replace(found, dep="nsubj:pass")
    for t in own:
        if t.i > found.i and t.dep.startswith("nsubj"):
            tokens[t.i] = replace(t, dep="appos", head=found.i)


def mend_headless(tokens: list[Token], i: int) -> None:
    """« Les soldats qui restent seront chargés de … » read as a noun with a clause in a clause: the noun is the subject of the second verb."""
    verb = tokens[i]
    relative, noun = tokens[verb.head], tokens[tokens[verb.head].head]
    if verb.dep != "ccomp" or relative.dep != "acl:relcl" or noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN") or not noun.i < relative.i < i:
        return
    inside = [t for t in tokens[relative.i : i + 1] if t.head == i]
    opened = any(t.head == relative.i and t.text.lower() == "qui" for t in tokens[noun.i : relative.i])
    finite = verb.has("VerbForm=Fin") or any(t.has("VerbForm=Fin") for t in inside)
    if not opened or not finite or any(t.dep.startswith(("nsubj", "mark", "expl:subj")) for t in inside) or any(t.text == "," for t in inside):
        return
    passive = any(t.dep == "aux:pass" for t in inside)
    tokens[i] = replace(verb, dep="ROOT", head=i)
    tokens[noun.i] = replace(noun, dep="nsubj:pass" if passive else "nsubj", head=i)


def mend_ago(tokens: list[Token], i: int) -> None:
    """« Il y a vingt ans, le 3 mai, la ville fut prise », « C’était il y a vingt ans, … » read as « il a »: the years are a time of what follows."""
    if (
        tokens[i].text.lower() != "il"
        or i + 4 >= len(tokens)
        or tokens[i + 1].text.lower() != "y"
        or tokens[i + 2].text.lower() != "a"
        or tokens[i + 2].pos not in ("VERB", "AUX")
    ):
        return
    has = tokens[i + 2]
    years = next((t for t in tokens[i + 3 : i + 10] if t.lemma in word_set("nouns", "durations") and t.head == has.i), None)
    if years is None or years.i + 1 >= len(tokens) or tokens[years.i + 1].text not in (",", ":"):
        return
    opening = opening_of_ago(tokens, i)
    behind = tokens[years.i + 1 : years.i + FARTHEST]
    main = tokens[has.head] if has.dep == "advcl" else next((t for t in behind if t.head == has.i and t.dep in CLAUSES and t.pos == "VERB"), None)
    if main is None or main.i < years.i or not any(t.head == main.i and t.dep in SUBJECTS for t in behind):
        return
    if has.dep != "advcl":
        tokens[main.i] = replace(main, dep=has.dep, head=main.i if has.head == has.i else has.head)
    for t in tokens[opening : years.i + FARTHEST]:
        if t.head == has.i and t.i not in (years.i, main.i, has.i):
            tokens[t.i] = replace(t, head=main.i if t.i > years.i else years.i)
    for k in range(opening, i + 3):
        tokens[k] = replace(tokens[k], dep="case" if k >= i else "advmod", head=years.i, pos="ADP" if k >= i else "ADV")
    tokens[years.i] = replace(years, dep="obl:mod", head=main.i)


def opening_of_ago(tokens: list[Token], i: int) -> int:
    """Where « il y a » begins: at « C’était » before it, if that stands there."""
    before = [t.text.lower() for t in tokens[max(0, i - 2) : i]]
    return i - 2 if len(before) == 2 and before[0] in ("c’", "c'") and before[1] in BEING else i
