"""Slips of tagger and parser that agreement shows: the number of a verb form, what « qui » takes up."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms.morphology import is_plural_form
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

PLURAL = re.compile(r".*(aient|èrent|urent|irent|ont|ssent)")
SUBJUNCTIVE = re.compile(r"[a-zé]*(?:voie|croie|clue)")
FELT = ("regretter", "déplorer", "suggérer")  # telling verbs that call for a subjunctive
GENDERS = ("Gender=Fem", "Gender=Masc")
ARTICLES = {"une": "Gender=Fem", "la": "Gender=Fem", "cette": "Gender=Fem", "un": "Gender=Masc", "le": "Gender=Masc"}
PAST = re.compile(r"(?:d|p|m|pr|f|v|rend)[ûî]t")  # « dût », a common slip for « dut » where nothing is wished or feared
SEVERAL = ("les", "des", "aux", "ces", "ses", "leurs", "nos", "plusieurs", "quelques")
NUMBERED = re.compile(r"(?:\S*[^\Wsx][\s-]+)+\d+")  # « Apollo 11 », not « Jeux olympiques 2012 »
KILLING = ("tuer", "blesser", "endeuiller", "dévaster")
FARTHEST = 4  # nouns up from the one that the parser has chosen

BESIDE = ("nmod", "obl", "obl:mod", "obl:arg")  # nouns inside a phrase, which « qui » may take up


def mend_form(tokens: list[Token], i: int) -> None:
    """What a form says of itself: the number of a verb, the gender of a participle or of « découvreurs », the mood."""
    mend_noun(tokens, i)
    mend_number(tokens, i)
    mend_gender(tokens, i)
    mend_mood(tokens, i)
    mend_past(tokens, i)
    mend_ending(tokens, i)


def mend_noun(tokens: list[Token], i: int) -> None:
    """« les découvreurs » tagged as feminine, « les rafales » as masculine: the ending of a noun tells, save for those of a list (« couleur »)."""
    token = tokens[i]
    if token.pos != "NOUN" or token.name:
        return
    if (shown := _shown_gender(tokens, i) or _agreed_gender(tokens, i)) is not None:
        tokens[i] = replace(token, feats=token.feats - set(GENDERS) | {shown})
        return
    noun = token.text.lower().removesuffix("s")
    feminine, masculine = (noun.endswith(tuple(word_set("nouns", key))) for key in ("feminine_endings", "masculine_endings"))
    wrong, right = ("Gender=Masc", "Gender=Fem") if feminine else ("Gender=Fem", "Gender=Masc")
    if (feminine or masculine) and token.has(wrong) and noun not in word_set("nouns", "against_ending"):
        tokens[i] = replace(token, feats=token.feats - {wrong} | {right})


def _shown_gender(tokens: list[Token], i: int) -> str | None:
    """The gender that « une » or « le » before the noun shows, right before it or before an adjective; None if none does."""
    for t in tokens[max(0, i - 2) : i]:
        if t.head == i and t.dep == "det" and (shown := ARTICLES.get(t.text.lower())) is not None:
            return shown
    return None


def _agreed_gender(tokens: list[Token], i: int) -> str | None:
    """The gender that the participle of a passive shows for « les livres », which may be pounds or books; None if none does."""
    noun, verb = tokens[i], tokens[tokens[i].head]
    several = i > 0 and tokens[i - 1].head == i and tokens[i - 1].text.lower() in SEVERAL
    agreed = verb.pos == "VERB" and verb.has("VerbForm=Part", "Number=Plur") and verb.text.endswith("s")
    if not (several and agreed and noun.dep == "nsubj:pass"):
        return None
    return "Gender=Fem" if verb.text.endswith("es") else "Gender=Masc"


def mend_numbered_name(tokens: list[Token], i: int) -> None:
    """« Apollo 11 » tagged as a plural for its number: it is one, if its verb shows so, or nothing before it and no word of it shows several."""
    name = tokens[i]
    before = tokens[i - 1] if i else None
    several = before is not None and (before.pos == "NUM" or before.text.lower() in SEVERAL)
    one = (NUMBERED.fullmatch(name.text) and not several) or _has_singular_verb(tokens, i)
    if name.name and name.dep.startswith("nsubj") and name.has("Number=Plur") and name.text[-1].isdigit() and one:
        tokens[i] = replace(name, feats=name.feats - {"Number=Plur"} | {"Number=Sing"})


def _has_singular_verb(tokens: list[Token], subject: int) -> bool:
    """« Artemis 2 emporte »: whether the finite verb of a subject, or its helper, is a singular."""
    verb = tokens[tokens[subject].head]
    finite = [t for t in (verb, *tokens[subject + 1 : verb.i]) if t.head in (verb.i, verb.head) and t.has("VerbForm=Fin")]
    return bool(finite) and finite[0].has("Number=Sing")


def mend_number(tokens: list[Token], i: int) -> None:
    """« touchera » tagged as a plural: in French a verb of the third person is one only if it ends in -nt."""
    token = tokens[i]
    low = token.text.lower()
    if token.pos not in ("VERB", "AUX") or not (token.has("VerbForm=Fin") and token.has("Person=3")):
        return
    if token.has("Number=Plur") and not low.endswith("nt"):
        tokens[i] = replace(token, feats=token.feats - {"Number=Plur"} | {"Number=Sing"})
    elif token.has("Number=Sing") and (PLURAL.fullmatch(low) or is_plural_form(low, token.lemma)):
        tokens[i] = replace(token, feats=token.feats - {"Number=Sing"} | {"Number=Plur"})


def mend_gender(tokens: list[Token], i: int) -> None:
    """« convaincue » tagged as a masculine: a participle is feminine if, and only if, it ends in a mute e."""
    token = tokens[i]
    if token.pos != "VERB" or not (token.has("VerbForm=Part") and token.has("Tense=Past")):
        return
    feminine = token.text.lower().endswith(("e", "es"))
    wrong, right = ("Gender=Masc", "Gender=Fem") if feminine else ("Gender=Fem", "Gender=Masc")
    if token.has(wrong):
        tokens[i] = replace(token, feats=token.feats - {wrong} | {right})


def mend_mood(tokens: list[Token], i: int) -> None:
    """« la Ligue prévoie de … », « affirme que la Ligue prévoie … », a slip: a main verb, and what is said, is in the indicative."""
    token = tokens[i]
    verb = token.pos == "VERB" and token.has("VerbForm=Fin") and not token.lemma.endswith("yer")  # not « la trêve conclue »
    if not verb or token.dep not in ("ROOT", "parataxis", "ccomp") or not SUBJUNCTIVE.fullmatch(token.text):
        return
    above = tokens[token.head]
    denied = any(t.head == above.i and t.text.lower() in ("ne", "n’", "n'") for t in tokens[max(0, above.i - FARTHEST) : above.i])
    said = token.dep == "ccomp" and above.lemma in word_set("verbs", "report") and above.lemma not in FELT and not denied
    if said or (token.dep != "ccomp" and not any(t.head == i and t.dep == "mark" for t in tokens)):
        tokens[i] = replace(token, text=f"{token.text[:-1]}t", feats=token.feats - {"Mood=Sub"} | {"Mood=Ind"})


def mend_past(tokens: list[Token], i: int) -> None:
    """« X dût partir » in a main clause: the past tense, which has no hat."""
    token = tokens[i]
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if token.dep == "ROOT" and token.pos == "VERB" and PAST.fullmatch(token.text) and not after.startswith("-"):
        tokens[i] = replace(token, text=token.text.replace("û", "u").replace("î", "i"), feats=token.feats - {"Mood=Sub"} | {"Mood=Ind"})


def mend_ending(tokens: list[Token], i: int) -> None:
    """« définit la peine et alourdi l’amende » without its t: a participle without helper beside a verb in the present, with an object."""
    token = tokens[i]
    first = tokens[token.head]
    lone = not any(t.head in (i, first.i) and t.dep.startswith(("aux", "cop")) for t in tokens[max(0, first.i - 6) : i + 1])
    joined = token.dep == "conj" and token.has("VerbForm=Part", "Tense=Past") and token.text.endswith("i") and first.i < i
    acting = any(t.head == i and t.dep == "obj" for t in tokens[i + 1 : i + 6])
    if joined and lone and acting and first.has("VerbForm=Fin", "Number=Sing", "Person=3"):
        finite = {"VerbForm=Fin", "Mood=Ind", "Tense=Pres", "Number=Sing", "Person=3"}
        tokens[i] = replace(token, text=f"{token.text}t", feats=frozenset(finite))


def mend_relative(tokens: list[Token], i: int) -> None:
    """« les pourparlers sur le programme X qui se déroulent » with « qui » for the programme: it is the noun above that agrees."""
    verb = tokens[i]
    chosen = tokens[verb.head]
    if verb.dep != "acl:relcl" or chosen.pos not in ("NOUN", "PROPN") or chosen.i > i:
        return
    if not any(t.head == i and t.dep.startswith("nsubj") and t.text.lower() == "qui" for t in tokens[max(0, i - 8) : i]):
        return
    finite = next((t for t in tokens[max(0, i - 6) : i + 1] if (t.i == i or t.head == i) and t.has("VerbForm=Fin")), None)
    if finite is None or not _differs(chosen, finite) or any(t.head == chosen.i and t.dep == "conj" for t in tokens[chosen.i : i]):
        return
    above = chosen
    for _ in range(FARTHEST):
        if above.dep not in ("nmod", "obl", "obl:mod", "obl:arg", "appos", "fixed") or above.head >= above.i:
            break
        above = tokens[above.head]
        if above.pos == "NOUN" and not _differs(above, finite):
            tokens[i] = replace(verb, head=above.i)
            return
    nearer = [t for t in tokens[chosen.i + 1 : i] if t.pos == "NOUN" and t.dep in BESIDE and not _differs(t, finite)]
    if len(nearer) == 1:  # « une victoire due aux accords de Gao, qui prévoyaient … »
        tokens[i] = replace(verb, head=nearer[0].i)


def raise_toll(tokens: list[Token], i: int) -> None:
    """« l’incendie de l’usine, qui a fait 12 morts » with « qui » for the factory: what kills is the disaster of which it is said."""
    verb = tokens[i]
    chosen = tokens[verb.head]
    if verb.dep != "acl:relcl" or chosen.pos not in ("NOUN", "PROPN") or chosen.i > i or chosen.name == "PER":
        return
    if not any(t.head == i and t.dep.startswith("nsubj") and t.text.lower() == "qui" for t in tokens[max(0, i - 8) : i]):
        return
    harm = any(t.head == i and t.dep == "obj" and t.lemma in word_set("nouns", "toll") for t in tokens[i + 1 : i + 8])
    finite = next((t for t in tokens[max(0, i - 6) : i + 1] if (t.i == i or t.head == i) and t.has("VerbForm=Fin")), verb)
    above = chosen
    for _ in range(FARTHEST):
        if not (harm or verb.lemma in KILLING) or above.lemma in word_set("nouns", "disasters") or above.dep != "nmod" or above.head >= above.i:
            return
        above = tokens[above.head]
        if above.lemma in word_set("nouns", "disasters") and not _differs(above, finite):
            tokens[i] = replace(verb, head=above.i)
            return


def _differs(noun: Token, verb: Token) -> bool:
    """Whether the tags of a noun and a verb show different numbers; a name without one agrees with the singular."""
    plural = noun.has("Number=Plur")
    return plural != verb.has("Number=Plur") and (noun.has("Number=Sing") or plural or noun.pos == "PROPN")
