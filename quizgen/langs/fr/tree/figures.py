"""Figures that the parser hung astray -> hung where the words show that they belong. Part of the repairs.

« 52 % contre 48 % à X », « deux morts à Gand et de plus de vingt arrestations », « l’écart n’est que de 300 voix », « le taux avoisine les 7 % ».
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

NOMINAL = ("NOUN", "PROPN", "NUM", "SYM")
GIVING = ("à", "pour", "au", "aux")  # whose the figure behind « contre » is
REACH = 8  # tokens behind « contre » in which its figure and whose it is begin
NEAR = 6  # tokens before a year in which the figure of that year stands
LAST = ("dernier", "dernière", "précédent", "précédente")
RANKED = ("meilleur", "meilleure", "meilleurs", "meilleures", "pire", "pires")
OWNERS = ("le", "la", "les", "son", "sa", "ses", "leur", "leurs")
STEPS = 5  # steps up from what is joined to what it is joined to
AROUND = 40  # tokens of a sentence on either side of a word


def _own(tokens: list[Token], i: int) -> list[Token]:
    """What hangs on the word `i`."""
    return [t for t in tokens[max(0, i - AROUND) : i + AROUND] if t.head == i and t.i != i]


def _opening(tokens: list[Token], i: int, dep: str) -> Token | None:
    """What opens the word `i` as `dep`: « et de » of « et de plus d’un millier » hangs on « plus »."""
    near = (i, *(t.i for t in _own(tokens, i) if t.dep == "advmod" and t.i < i))
    return next((t for t in tokens[max(0, i - REACH) : i] if t.dep == dep and t.head in near), None)


def _case(tokens: list[Token], i: int) -> str:
    """The preposition of the word `i`, or empty."""
    found = _opening(tokens, i, "case")
    low = found.text.lower().replace("'", "’") if found is not None else ""
    return {"d’": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}.get(low, low)


def _hang_rival(tokens: list[Token], i: int) -> None:
    """« élu avec 52 % des voix contre 48 % à X » with X hung on the verb: he has the figure before him, and nobody is elected to him."""
    if tokens[i].text.lower() != "contre":
        return
    number = next((t for t in tokens[i + 1 : i + 3] if t.pos == "NUM"), None)
    if number is None:
        return
    unit = tokens[number.head] if number.dep == "nummod" and number.head > number.i else number
    opening = next((t for t in tokens[unit.i + 1 : unit.i + REACH] if t.text.lower() in GIVING), None)
    if opening is None or opening.dep != "case" or opening.head <= opening.i:
        return
    between = tokens[unit.i + 1 : opening.i]
    rival = tokens[opening.head]
    if (
        any(t.pos not in ("NOUN", "ADP", "ADJ") for t in between)
        or not (rival.name or rival.pos in ("NOUN", "PROPN"))
        or rival.head in (unit.i, number.i)
    ):
        return
    if rival.dep.split(":")[0] in ("obl", "nmod", "iobj"):
        tokens[rival.i] = replace(rival, dep="nmod", head=unit.i)


def _hang_compared_year(tokens: list[Token], i: int) -> None:
    """« sont tombées à 142, après 171 en 2018 » with the year hung on the verb: it is that of the figure before it."""
    year = tokens[i]
    dated = tokens[i - 1].text.lower() == "en" and year.text.isdigit() and len(year.text) == 4
    shifted = year.lemma in ("an", "année") and i + 1 < len(tokens) and tokens[i + 1].text.lower() in LAST
    if not year.dep.startswith("obl") or i < 4 or not (dated or shifted):
        return
    before = tokens[max(0, i - NEAR) : i - 1]
    opening = next((t for t in reversed(before) if t.text.lower() in ("contre", "après")), None)
    number = next((t for t in before if opening is not None and t.i > opening.i and t.pos == "NUM"), None)
    if opening is None or number is None or number.i != opening.i + 1 or tokens[opening.i - 1].text != "," or year.head > opening.i:
        return
    if all(t.pos in ("NUM", "NOUN", "SYM", "ADP", "DET") for t in tokens[opening.i + 1 : i - 1]):
        tokens[i] = replace(year, dep="nmod", head=tokens[number.i].head if tokens[number.i].dep == "nummod" else number.i)


def _free_compared(tokens: list[Token], i: int) -> None:
    """« contre 900 un an plus tôt » with 900 years: the number stands alone, and the year tells when it was so."""
    if tokens[i].text.lower() != "contre" or i + 3 >= len(tokens):
        return
    number, years = tokens[i + 1], tokens[i + 3]
    if number.pos != "NUM" or years.lemma not in ("an", "année") or number.head != years.i or tokens[i + 2].pos not in ("NUM", "DET"):
        return
    tokens[number.i] = replace(number, dep="obl:mod", head=years.head)
    tokens[years.i] = replace(years, dep="nmod", head=number.i)
    tokens[i] = replace(tokens[i], dep="case", head=number.i)


def _bind_quality(tokens: list[Token], i: int) -> None:
    """« a accordé un prêt remboursable en dix ans » with the years hung on the verb: it is to be paid back in them."""
    span = tokens[i]
    if not span.dep.startswith("obl") or span.lemma not in word_set("nouns", "durations") or i < 3 or tokens[i - 2].text.lower() != "en":
        return
    quality = tokens[i - 3]
    if (
        quality.pos == "ADJ"
        and quality.head > span.head
        and quality.text.lower().rstrip("s").endswith(("able", "ible"))
        and tokens[quality.head].pos == "NOUN"
    ):
        tokens[i] = replace(span, dep="obl:arg", head=quality.i)


def _bind_superlative(tokens: list[Token], i: int) -> None:
    """« signe son pire résultat depuis vingt ans » with the years hung on the verb: they say how long the superlative holds."""
    span = tokens[i]
    if not span.dep.startswith("obl") or span.lemma not in word_set("nouns", "durations") or i < 4 or tokens[i - 2].text.lower() != "depuis":
        return
    noun = tokens[i - 3]
    before = tokens[max(0, i - 7) : i - 2]
    ranked = any(t.text.lower() in RANKED or (t.text.lower() in ("plus", "moins") and tokens[t.i - 1].text.lower() in OWNERS) for t in before if t.i)
    if noun.pos in ("NOUN", "ADJ") and ranked and span.head < noun.i:
        tokens[i] = replace(span, dep="nmod", head=noun.i)


def _raise_receiver(tokens: list[Token], i: int) -> None:
    """« ont donné une semaine à la Commission » with the Commission hung on the week: it is given the time."""
    receiver = tokens[i]
    span = tokens[receiver.head]
    verb = tokens[span.head]
    if receiver.dep != "nmod" or span.lemma not in word_set("nouns", "durations") or span.dep != "obj" or span.i > i or _case(tokens, i) != "à":
        return
    if verb.pos == "VERB" and verb.lemma in word_set("verbs", "recipients"):
        tokens[i] = replace(receiver, dep="obl:arg", head=verb.i)


def _raise_price(tokens: list[Token], i: int) -> None:
    """« a perdu 11 % à 18 euros » with the euros hung on the share: it is where the verb leads."""
    price = tokens[i]
    share = tokens[price.head]
    verb = tokens[share.head]
    if price.dep != "nmod" or share.text != "%" or price.text == "%" or share.i > i or verb.pos != "VERB" or _case(tokens, i) != "à":
        return
    if price.lemma in word_set("nouns", "currencies") and any(t.dep == "nummod" and t.i < i for t in _own(tokens, i)):
        tokens[i] = replace(price, dep="obl:mod", head=verb.i)


def _raise_since(tokens: list[Token], i: int) -> None:
    """« a fait 300 morts et 40 disparus depuis 2009 » with the year hung on what is counted: it is the verb's."""
    year = tokens[i]
    if not year.dep.startswith(("nmod", "obl")) or not (year.text.isdigit() and len(year.text) == 4) or _case(tokens, i) != "depuis":
        return
    top = tokens[year.head]
    for _ in range(STEPS):
        if top.dep not in ("nmod", "conj"):
            break
        top = tokens[top.head]
    verb = tokens[top.head]
    if top.dep == "obj" and top.i < i and verb.pos == "VERB" and any(t.dep == "nummod" for t in _own(tokens, top.i)):
        tokens[i] = replace(year, dep="obl:mod", head=verb.i)


def _join_to_source(tokens: list[Token], i: int) -> None:
    """« Selon un porte-parole, le colonel X, 35 personnes ont été tuées » with the colonel under the verb: he is the spokesman."""
    noun = tokens[i]
    if noun.pos not in ("NOUN", "PROPN") or noun.head < i or not noun.dep.startswith(("obj", "obl", "dislocated", "nmod")) or _case(tokens, i):
        return
    opening = min((t.i for t in _own(tokens, i) if t.dep in ("det", "punct") and t.i < i), default=i)
    opening += tokens[opening].text == ","
    behind = next((t for t in tokens[i + 1 : i + REACH] if t.text == "," or t.pos in ("VERB", "AUX")), None)
    if opening < 2 or tokens[opening - 1].text != "," or behind is None or behind.text != ",":
        return
    source = next((t for t in reversed(tokens[max(0, opening - NEAR) : opening - 1]) if t.pos == "NOUN" and _case(tokens, t.i) == "selon"), None)
    if source is not None and source.head == noun.head:
        tokens[i] = replace(noun, dep="appos", head=source.i)


def _mend_fall(tokens: list[Token], i: int) -> None:
    """« Il est tombé 295 millimètres d’eau »: what fell is counted behind the verb, and « il » stands for nothing."""
    verb = tokens[i]
    if verb.lemma not in ("tomber", "manquer", "rester") or verb.pos != "VERB":
        return
    it = next((t for t in _own(tokens, i) if t.text.lower() == "il" and t.dep == "nsubj"), None)
    behind = [
        t for t in tokens[i + 1 : i + 5] if t.text.lower() not in ("jusqu’", "jusqu'", "à", "plus", "de", "près", "environ", "encore", "quelque")
    ]
    if it is not None and behind and behind[0].pos == "NUM" and tokens[i + 1].text.lower() not in ("à", "de"):
        tokens[it.i] = replace(it, dep="expl:subj")


def _join_alike(tokens: list[Token], i: int) -> None:
    """« de trois morts à Gand et de vingt arrestations » with the arrests joined to Gand: they go with what has the same preposition."""
    word = tokens[i]
    above = tokens[word.head]
    if word.dep != "conj" or word.pos not in NOMINAL or above.i > i or _opening(tokens, i, "cc") is None:
        return
    case = _case(tokens, i)
    counts = any(t.dep == "nummod" for t in _own(tokens, i)) or word.pos == "NUM"  # « et 600 en Allemagne »
    if _case(tokens, above.i) == case or (not case and not counts):
        return
    joint = _opening(tokens, i, "cc")
    between = tokens[above.i + 1 : joint.i] if joint is not None and case and above.dep.startswith("nsubj") else []
    alike = next((t for t in reversed(between) if t.pos in NOMINAL and _case(tokens, t.i) == case), None)
    if alike is not None:  # « le bac, long de 24 mètres et d’une capacité de 100 passagers »
        tokens[i] = replace(word, dep="nmod")
        return
    higher = above
    for _ in range(STEPS):
        if higher.head == higher.i or tokens[higher.head].pos not in NOMINAL:
            break
        higher = tokens[higher.head]
        if higher.i < above.i and _case(tokens, higher.i) == case and (case or any(t.dep == "nummod" for t in _own(tokens, higher.i))):
            tokens[i] = replace(word, head=higher.i)
            return
    verb = tokens[higher.head]
    if case or not higher.dep.startswith("obl") or verb.pos != "VERB":
        return
    counted = [t for t in _own(tokens, verb.i) if t.dep == "obj" and t.i < above.i and any(n.dep == "nummod" for n in _own(tokens, t.i))]
    if counted:  # « a fait deux morts à Gand et vingt blessés à Bruges »
        tokens[i] = replace(word, head=counted[-1].i)
        behind = next((t for t in tokens[i + 1 : i + REACH] if t.head == verb.i and t.dep.startswith("obl")), None)
        if word.pos == "NUM" and behind is not None and tokens[i + 1].head == behind.i and tokens[i + 1].dep == "case":
            tokens[behind.i] = replace(behind, dep="nmod", head=i)


def _join_to_object(tokens: list[Token], i: int) -> None:
    """« a envoyé 100 soldats et une dizaine de chars » with the chars joined to the verb: they go with its object."""
    word = tokens[i]
    verb = tokens[word.head]
    joint = _opening(tokens, i, "cc")
    if word.dep != "conj" or word.pos != "NOUN" or verb.pos != "VERB" or joint is None or joint.text.lower() != "et" or _case(tokens, i):
        return
    own = _own(tokens, i)
    if any(t.pos in ("VERB", "AUX") or t.dep.startswith("nsubj") for t in own) or not any(t.dep in ("nummod", "det") and t.i < i for t in own):
        return
    thing = next((t for t in reversed(_own(tokens, verb.i)) if t.dep == "obj" and verb.i < t.i < joint.i), None)
    counted = thing is not None and any(t.dep == "nummod" for t in _own(tokens, thing.i))
    if thing is not None and counted and all(t.head >= thing.i for t in tokens[thing.i + 1 : joint.i]):
        tokens[i] = replace(word, head=thing.i)


def _part_deeds(tokens: list[Token], i: int) -> None:
    """« Quatre civils ont été tués et 14 personnes blessées » with the persons joined to the verb: they were hurt, by a verb of their own."""
    noun = tokens[i]
    above = tokens[noun.head]
    verb = tokens[above.head] if above.dep.startswith("obl") and above.i < i else above  # « tués à Gao et 14 personnes blessées »
    own = _own(tokens, i)
    done = next((t for t in own if t.dep == "acl" and t.i > i and t.has("VerbForm=Part", "Tense=Past")), None)
    joint = _opening(tokens, i, "cc")
    if (
        noun.dep != "conj"
        or noun.pos != "NOUN"
        or verb.pos != "VERB"
        or done is None
        or joint is None
        or joint.text.lower() != "et"
        or _case(tokens, i)
    ):
        return
    passive = any(t.dep == "aux:pass" for t in _own(tokens, verb.i))
    agrees = done.has("Number=Plur") == noun.has("Number=Plur") == verb.has("Number=Plur") and done.has("Gender=Fem") == noun.has("Gender=Fem")
    between = tokens[i + 1 : done.i]
    if not passive or not agrees or any(t.pos in ("PUNCT", "VERB") for t in between) or not any(t.dep == "nummod" for t in own):
        return
    tokens[done.i] = replace(done, dep="conj", head=verb.i)
    tokens[i] = replace(noun, dep="nsubj:pass", head=done.i)
    tokens[joint.i] = replace(joint, head=done.i)


def _list_figures(tokens: list[Token], i: int) -> None:
    """« a fait 14 morts, 160 blessés et des dégâts » with two objects, « 71 ponts, de neuf viaducs et de deux tunnels »: one list."""
    second = tokens[i]
    own = _own(tokens, i)
    if second.dep not in ("obj", "appos") or second.pos != "NOUN" or not any(t.dep == "nummod" and t.i < i for t in own):
        return
    if not (second.dep == "appos" or any(t.dep == "conj" for t in own)):
        return
    opening = min(t.i for t in (second, *own) if t.i <= i and t.text != ",")
    if opening < 2 or tokens[opening - 1].text != ",":
        return
    if second.dep == "obj":
        rivals = [t for t in _own(tokens, second.head) if t.dep == "obj" and second.head < t.i < i]
        first = rivals[-1] if rivals else None
    else:
        first = tokens[second.head] if second.head < i else None
    if (
        first is None
        or first.pos != "NOUN"
        or _case(tokens, first.i) != _case(tokens, i)
        or not any(t.dep == "nummod" for t in _own(tokens, first.i))
    ):
        return
    joined = [t for t in _own(tokens, first.i if second.dep == "appos" else i) if t.dep == "conj" and t.i > i]
    if not joined:
        return
    tokens[i] = replace(second, dep="conj", head=first.i)
    for t in joined:
        tokens[t.i] = replace(t, head=first.i)


def _find_limited(tokens: list[Token], i: int) -> None:
    """« L’écart entre les deux hommes n’est que de 300 voix » with the votes hung on the men: they are what is said of the gap."""
    said = tokens[i]
    own = _own(tokens, i)
    copula = next((t for t in own if t.dep == "cop" and t.i < i), None)
    if (
        said.dep not in ("nmod", "conj", "appos")
        or said.pos not in NOMINAL
        or said.head > i
        or copula is None
        or any(t.dep.startswith("nsubj") for t in own)
    ):
        return
    if not any(t.text.lower() in ("que", "qu’", "qu'") and copula.i < t.i < i for t in own):
        return
    subject = tokens[said.head]
    for _ in range(STEPS):
        if subject.dep not in ("nmod", "appos", "conj"):
            break
        subject = tokens[subject.head]
    if subject.pos not in ("NOUN", "PROPN") or subject.i > copula.i:
        return
    head = i if subject.head == subject.i else subject.head
    tokens[i] = replace(said, dep=subject.dep, head=head)
    tokens[subject.i] = replace(subject, dep="nsubj", head=i)
    for t in tokens[i + 1 : i + AROUND]:
        if t.head == subject.i:
            tokens[t.i] = replace(t, head=i, dep="obl:mod" if t.dep == "nmod" else t.dep)


def _find_hidden_verb(tokens: list[Token], i: int) -> None:
    """« Le taux avoisine les 7 % » with the verb as an adjective of the subject: a noun that has a subject and no verb is what the verb governs."""
    root = tokens[i]
    own = _own(tokens, i)
    subject = next((t for t in own if t.dep == "nsubj" and t.i < i and t.pos == "NOUN"), None)
    if (
        root.dep != "ROOT"
        or root.pos not in ("NOUN", "SYM")
        or subject is None
        or any(t.dep in ("cop", "case") or t.pos in ("VERB", "AUX") for t in own)
    ):
        return
    first = min((t.i for t in own if t.dep in ("det", "nummod") and subject.i < t.i < i), default=i)
    verb = tokens[first - 1]
    ending = "ent" if subject.has("Number=Plur") else "e"
    if verb.pos != "ADJ" or verb.head != subject.i or verb.i <= subject.i or not verb.text.endswith(ending) or verb.lemma in _adjectives():
        return
    number = "Number=Plur" if subject.has("Number=Plur") else "Number=Sing"
    feats = frozenset({"Mood=Ind", number, "Person=3", "Tense=Pres", "VerbForm=Fin"})
    tokens[verb.i] = replace(verb, pos="VERB", dep="ROOT", head=verb.i, lemma=f"{verb.text.removesuffix(ending)}er", feats=feats)
    tokens[i] = replace(root, dep="obj", head=verb.i)
    tokens[subject.i] = replace(subject, head=verb.i)
    for t in own:
        if t.dep.startswith(("obl", "advmod", "punct", "advcl", "parataxis")):
            tokens[t.i] = replace(t, head=verb.i)


def _adjectives() -> frozenset[str]:
    """Adjectives that look like verbs."""
    return word_set("nouns", "functions")


def join_partitive(tokens: list[Token], i: int) -> None:
    """« signé par 22 des 27 gouvernements » with the governments hung on the verb: they are what 22 are of."""
    if tokens[i].text.lower() != "des" or i < 1 or i + 2 >= len(tokens):
        return
    part, number, noun = tokens[i - 1], tokens[i + 1], tokens[i + 2]
    if part.pos != "NUM" or number.pos != "NUM" or noun.pos != "NOUN" or noun.head in (i - 1, i) or part.head in (i, i + 1, i + 2):
        return
    if noun.dep == "ROOT" or part.dep in ("nummod", "ROOT"):
        return
    tokens[i] = replace(tokens[i], dep="case", head=noun.i)
    tokens[i + 1] = replace(number, dep="nummod", head=noun.i)
    tokens[i + 2] = replace(noun, dep="nmod", head=part.i)


FIGURES = (
    Slip(join_partitive, words=("des",)),
    Slip(_hang_rival, words=("contre",)),
    Slip(_free_compared, words=("contre",)),
    Slip(_hang_compared_year, deps=("obl",)),
    Slip(_bind_quality, deps=("obl",)),
    Slip(_bind_superlative, deps=("obl",)),
    Slip(_raise_receiver, deps=("nmod",)),
    Slip(_raise_price, deps=("nmod",)),
    Slip(_raise_since, deps=("nmod", "obl")),
    Slip(_join_to_source, deps=("obj", "obl", "dislocated", "nmod"), pos=("NOUN", "PROPN")),
    Slip(_mend_fall, pos=("VERB",)),
    Slip(_join_alike, deps=("conj",), pos=NOMINAL),
    Slip(_join_to_object, deps=("conj",), pos=("NOUN",)),
    Slip(_part_deeds, deps=("conj",), pos=("NOUN",)),
    Slip(_list_figures, deps=("obj", "appos"), pos=("NOUN",)),
    Slip(_find_limited, deps=("nmod", "conj", "appos"), pos=NOMINAL),
    Slip(_find_hidden_verb, deps=("ROOT",), pos=("NOUN", "SYM")),
)
