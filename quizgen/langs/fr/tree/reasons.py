"""Words that tell why: « à cause de », « afin de », and « car », which after an article is a coach (« un car scolaire »)."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import read_words
from quizgen.model import Token

BEFORE_NOUN = ("un", "le", "du", "au", "ce", "son", "leur", "chaque", "aucun")
AIM = 8  # tokens from « afin » to its verb
OF = ("de", "d’", "d'")
REASONS = {"cause": "à", "raison": "en", "effet": "l’", "fait": "du"}  # « à cause de », « en raison de », « sous l’effet de », « du fait de »
FAR = 5  # tokens from « cause » to the noun of it
ASCRIBING = ("attribuer", "imputer")  # to somebody, or to a cause
TO = ("à", "au", "aux")
GROUNDS = {"motif": ("au",), "prétexte": ("sous",), "peur": ("de", "par"), "crainte": ("de", "par")}  # « au motif que », « de peur de »
MASCULINE = frozenset({"Gender=Masc", "Number=Sing"})


def hang_reason(tokens: list[Token], i: int) -> None:
    """« car » joins no second statement: its clause tells why, as one with « parce que » does."""
    because = tokens[i]
    verb = tokens[because.head]
    if because.text.lower() != "car" or because.dep != "cc" or verb.i < i or verb.dep != "conj" or verb.head > i or _follows_article(tokens, i):
        return
    tokens[i] = replace(because, dep="mark", pos="SCONJ")
    tokens[verb.i] = replace(verb, dep="advcl")


def raise_coach(tokens: list[Token], i: int) -> None:
    """« Un car gratuit sera mis en place » with « car » read as a conjunction: the coach is what is told of."""
    coach = tokens[i]
    if coach.text.lower() != "car" or coach.pos != "CCONJ" or not _follows_article(tokens, i):
        return
    article, verb = tokens[i - 1], tokens[coach.head]
    opening = tokens[i - 2] if i > 1 else None
    noun = replace(coach, pos="NOUN", feats=MASCULINE)
    if article.text.lower() == "du" or (opening is not None and opening.text.lower() in OF):
        owner = tokens[i - 2 if article.text.lower() == "du" else i - 3]
        if owner.pos != "NOUN":
            return
        tokens[i] = replace(noun, dep="nmod", head=owner.i)
    elif article.text.lower() == "au" or (opening is not None and opening.pos == "ADP") or verb.i < i:
        return
    else:
        passive = any(t.head == verb.i and t.dep == "aux:pass" for t in tokens[i : verb.i])
        tokens[i] = replace(noun, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
        _take_beside(tokens, i, verb.i)
    tokens[i - 1] = replace(article, dep="case" if article.text.lower() == "du" else "det", head=i)


def _take_beside(tokens: list[Token], i: int, verb: int) -> None:
    """« car gratuit », « car de touristes »: what was read as the subject right after the coach says which one it is."""
    for t in tokens[i + 1 : min(i + 4, verb)]:
        if t.head == verb and t.dep.startswith("nsubj"):
            led = any(c.head == t.i and c.dep == "case" for c in tokens[i + 1 : t.i])
            tokens[t.i] = replace(t, dep="nmod", head=i) if led else replace(t, dep="amod", pos="ADJ", head=i)


def _follows_article(tokens: list[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].text.lower() in BEFORE_NOUN


def hang_meanwhile(tokens: list[Token], i: int) -> None:
    """« a chaviré alors que soufflaient des vents »: « alors que » opens a clause of its own, and is no adverb of the first verb."""
    then = tokens[i]
    if then.text.lower() != "alors" or then.dep != "advmod" or i + 1 >= len(tokens) or tokens[i + 1].text.lower() not in ("que", "qu’", "qu'"):
        return
    clause = next((t for t in tokens[i + 2 : i + 12] if t.head == then.head and t.dep in ("xcomp", "ccomp") and t.i > i), None)
    if clause is not None:
        tokens[clause.i] = replace(clause, dep="advcl")
        tokens[i] = replace(then, dep="mark", head=clause.i)


def join_reason(tokens: list[Token], i: int) -> None:
    """« reporté à cause d’une panne » with the panne as the verb's: what follows « à cause de » belongs to it."""
    lead = tokens[i]
    before = REASONS.get(lead.text.lower())
    if before is None or i < 1 or tokens[i - 1].text.lower() != before or not lead.dep.startswith("obl") or i + 1 >= len(tokens):
        return
    of = tokens[i + 1]
    noun = tokens[of.head]
    apart = noun.head == lead.head and noun.dep.startswith("obl") and of.dep in ("case", "det") and i + 1 < noun.i <= i + FAR
    if of.text.lower().replace("'", "’") in ("de", "d’", "du", "des") and apart:
        tokens[noun.i] = replace(noun, dep="nmod", head=i)


def hang_aim(tokens: list[Token], i: int) -> None:
    """« élargi afin de recevoir le tram » with the aim hung on « afin » as on an adverb: it is one of the verb, as behind « pour »."""
    mark = tokens[i]
    aim = next((t for t in tokens[i + 1 : i + AIM] if t.head == i and t.dep in ("ccomp", "xcomp") and t.has("VerbForm=Inf")), None)
    if mark.text.lower() != "afin" or mark.dep != "advmod" or aim is None or mark.head in (i, aim.i) or tokens[i + 1].text.lower() not in OF:
        return
    tokens[aim.i] = replace(aim, dep="advcl", head=mark.head)
    tokens[i] = replace(mark, dep="mark", pos="ADP", head=aim.i)


def hang_ground(tokens: list[Token], i: int) -> None:
    """« a retiré l’agrément à l’école au motif que … », « a refusé le projet de peur de … »: the ground is the verb’s, not of the noun before it."""
    noun = tokens[i]
    led = i > 0 and tokens[i - 1].text.lower() in GROUNDS.get(noun.text.lower(), ())
    if not led or i + 2 >= len(tokens) or (verb := _verb_above(tokens, i)) is None:
        return
    joint = tokens[i + 1]
    clause = tokens[joint.head]
    deed = next((t for t in tokens[i + 2 : i + FAR] if t.has("VerbForm=Inf")), None)
    if joint.text.lower().replace("'", "’") in ("que", "qu’") and clause.i > joint.i:
        tokens[clause.i] = replace(clause, dep="advcl", head=verb.i)
        tokens[i] = replace(noun, dep="fixed", head=joint.i)
        tokens[i - 1] = replace(tokens[i - 1], dep="fixed", head=joint.i)
    elif joint.text.lower().replace("'", "’") in ("de", "d’") and deed is not None:
        tokens[i] = replace(noun, dep="obl:mod", head=verb.i)
        tokens[deed.i] = replace(deed, dep="acl", head=i)


def _verb_above(tokens: list[Token], i: int) -> Token | None:
    """The nearest verb before the word `i` that it hangs under."""
    at = tokens[i].head
    for _ in range(FAR):
        if tokens[at].pos == "VERB" and at < i:
            return tokens[at]
        at = tokens[at].head
    return None


def raise_request(tokens: list[Token], i: int) -> None:
    """« a demandé au conseil d’adopter un texte » with the infinitive hung on who is asked: it is what the verb asks."""
    deed = tokens[i]
    asked = tokens[deed.head]
    verb = tokens[asked.head]
    led = [t for t in tokens[asked.i : i] if t.head == i and t.dep in ("mark", "case") and t.text.lower() in OF]
    addressed = any(t.head == asked.i and t.dep == "case" and t.text.lower() in TO for t in tokens[max(0, asked.i - FAR) : asked.i])
    alone = not any(t.head == verb.i and t.dep in ("xcomp", "ccomp") for t in tokens[verb.i : i])
    if (
        deed.dep in ("xcomp", "acl")
        and deed.has("VerbForm=Inf")
        and verb.i < asked.i < i
        and asked.pos in ("NOUN", "PROPN")
        and asked.dep.split(":")[0] in ("obl", "iobj")
        and verb.lemma in read_words("speech")["for_others"]["de"]
        and led
        and addressed
        and alone
    ):
        tokens[i] = replace(deed, dep="xcomp", head=verb.i)


def raise_blamed(tokens: list[Token], i: int) -> None:
    """« a attribué l’attentat aux rebelles » with « aux rebelles » hung on the attack: it is to them that the verb lays it."""
    blamed = tokens[i]
    thing = tokens[blamed.head]
    verb = tokens[thing.head]
    laid = verb.pos == "VERB" and verb.lemma in ASCRIBING and thing.dep == "obj" and verb.i < thing.i < i
    led = any(t.head == i and t.dep == "case" and t.text.lower() in TO for t in tokens[thing.i : i])
    if blamed.dep == "nmod" and laid and led and not any(t.head == verb.i and t.dep == "obl:arg" for t in tokens[verb.i : i]):
        tokens[i] = replace(blamed, dep="obl:arg", head=verb.i)
