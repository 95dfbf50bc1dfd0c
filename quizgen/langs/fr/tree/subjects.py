"""A main verb without a subject -> the name or noun right before it, which the parser hung as something else. Part of the repairs."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

DOERS = ("nsubj", "nsubj:pass")
SUBJECTS = (*DOERS, "expl:subj", "csubj")
CLITICS = ("se", "s’", "le", "la", "l’", "les", "lui", "leur", "y", "en", "ne", "n’")  # what may stand between a subject and its verb
OPENERS = (
    "qui",
    "que",
    "qu’",
    "dont",
    "où",
    "si",
    "s’il",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
    "auquel",
    "duquel",
    "comme",
    "quand",
    "lorsque",
)
STRAY = ("acl", "amod", "nmod", "advcl", "conj")  # how the parser hangs a main verb on its own subject
MAIN = ("ROOT", "ccomp")
BREAKS = (":", ";", "«", "»", "que", "qu’", "qu'")  # where a clause begins
REACH = 30  # tokens around a verb in which what hangs on it stands
LONGEST = 25  # tokens between a subject and its verb
LONGEST_BRACKET = 5  # tokens of « (PS) »
FAR = 14  # tokens of « , dont le maillot vert X, »
CLOSE = 6  # tokens of « plus de 3 millions d’euros » before the verb


def free_after_side(tokens: list[Token], i: int) -> None:
    """« De son côté le groupe, dont …, a fermé » with the group hung on the side: a noun with an article and no preposition is the subject."""
    side, noun = tokens[i], next((t for t in tokens[i + 1 : i + 3] if t.head == i and t.dep == "nmod"), tokens[i])
    verb = tokens[side.head]
    around = tokens[i : i + REACH]
    if (
        side.text.lower() != "côté"
        or noun is side
        or i < 2
        or tokens[i - 1].text.lower() not in ("son", "leur")
        or verb.pos != "VERB"
        or verb.i < noun.i
    ):
        return
    article = any(t.head == noun.i and t.dep == "det" for t in around) or bool(noun.name)
    if article and not any((t.head == noun.i and t.dep == "case") or (t.head == verb.i and t.dep in SUBJECTS) for t in around):
        tokens[noun.i] = replace(noun, dep="nsubj", head=verb.i)


def give_sayer(tokens: list[Token], i: int) -> None:
    """« Il assure n’avoir rien vu » with « il » for nothing: a verb of saying that is neither passive nor reflexive has one who says it."""
    verb = tokens[tokens[i].head]
    if tokens[i].dep != "expl:subj" or tokens[i].text.lower() != "il" or verb.pos != "VERB" or not i < verb.i < i + CLOSE:
        return
    if verb.lemma not in word_set("verbs", "report"):
        return
    own = [t for t in tokens[i : verb.i] if t.head == verb.i]
    finite = verb.has("VerbForm=Fin") or any(t.dep == "aux:tense" for t in own)
    if finite and not any(t.dep in ("aux:pass", "cop") or t.text.lower().replace("'", "’") in ("se", "s’", "y", "en") for t in own):
        tokens[i] = replace(tokens[i], dep="nsubj")


def free_impersonal(tokens: list[Token], i: int) -> None:
    """« Il est prévu que la gare ouvre » with « il » for somebody: what is planned is told by « que », and « il » stands for nothing."""
    verb = tokens[tokens[i].head]
    if tokens[i].dep not in DOERS or tokens[i].text.lower() != "il" or not i < verb.i < i + CLOSE or not verb.has("VerbForm=Part"):
        return
    told = next((t for t in tokens[verb.i + 1 : verb.i + REACH] if t.head == verb.i and t.dep == "csubj"), None)
    mark = told is not None and any(t.head == told.i and t.dep == "mark" and t.text.lower() in ("que", "qu’", "qu'") for t in tokens[verb.i : told.i])
    if mark and any(t.head == verb.i and t.dep == "aux:pass" for t in tokens[i : verb.i]):
        tokens[i] = replace(tokens[i], dep="expl:subj")


def free_existence(tokens: list[Token], i: int) -> None:
    """« Il y a eu 30 voix » with « il » for somebody who got them there: before « y » and « avoir » it stands for nothing."""
    verb = tokens[tokens[i].head]
    if tokens[i].dep not in DOERS or tokens[i].text.lower() != "il" or not i < verb.i < i + CLOSE or verb.lemma != "avoir":
        return
    there = next((t for t in tokens[i + 1 : i + 3] if t.text.lower() == "y" and t.head == verb.i), None)
    if there is not None:
        tokens[i] = replace(tokens[i], dep="expl:subj")
        tokens[there.i] = replace(there, dep="expl:comp")


def find_lost_subject(tokens: list[Token], i: int) -> None:
    """« Par la suite, X (Y) a dénoncé … » with X hung elsewhere: a name right before the main verb, with no preposition, is its subject."""
    verb = tokens[i]
    if verb.dep not in MAIN or verb.pos not in ("VERB", "ADJ") or (start := _opening(tokens, verb)) is None or _has_subject(tokens, verb):
        return
    k = (_counted(tokens, start) or _bare_name(tokens, start)) if verb.dep == "ROOT" else None
    k = _before_aside(tokens, start, verb) if k is None else k
    if k is None:
        return
    passive = any(t.head == i and t.dep == "aux:pass" for t in tokens[start:i])
    tokens[k] = replace(tokens[k], dep="nsubj:pass" if passive else "nsubj", head=i)
    for t in tokens[k + 1 : start]:
        if t.head == k and t.dep == "conj" and t.has("VerbForm=Part"):
            tokens[t.i] = replace(t, dep="acl")  # « X, obligé de rentrer, a … »: no list


def give_fitting_subject(tokens: list[Token], i: int) -> None:
    """« Face à la crise, la banque a fermé » with « crise » as the subject: a noun after a preposition, or one that does not agree, is none.

    Who does it stands before the verb without a preposition, behind a comma or at the head of the sentence, and agrees.
    """
    wrong = tokens[i]
    verb = tokens[wrong.head]
    if wrong.pos != "NOUN" or wrong.dep not in DOERS or not i < verb.i < i + REACH:
        return
    finite = next((t for t in tokens[i + 1 : verb.i + 1] if (t.head == verb.i or t is verb) and t.has("VerbForm=Fin")), None)
    if finite is None or not finite.has("Person=3") or not (_is_governed(tokens, wrong) or _disagrees(tokens, wrong, finite)):
        return
    fitting = [t for t in tokens[max(0, i - LONGEST) : finite.i] if t is not wrong and _may_be_subject(tokens, t, finite)]
    if not fitting or (fitting[-1].i < i and len(fitting) > 1) or _is_above(tokens, fitting[-1], verb):
        return
    found = fitting[-1]
    tokens[i] = replace(wrong, dep="appos", head=found.i) if found.i < i else replace(wrong, dep="obl:mod")
    tokens[found.i] = replace(found, dep=wrong.dep, head=verb.i)


def _is_governed(tokens: list[Token], noun: Token) -> bool:
    """Whether a preposition stands before a noun and its article; « de nombreux » and « près de » are none."""
    own = [t for t in tokens[max(0, noun.i - CLOSE) : noun.i] if t.head == noun.i]
    case = next((t for t in own if t.dep == "case"), None)
    loose = case is not None and case.text.lower().replace("'", "’") in ("de", "d’", "des")
    return case is not None and (not loose or any(t.dep == "det" and t.i > case.i for t in own))


def _disagrees(tokens: list[Token], noun: Token, finite: Token) -> bool:
    """Whether a noun that stands alone has not the number of its verb; « la moitié des départs seront » agrees by sense."""
    near = tokens[max(0, noun.i - CLOSE) : finite.i]
    if any(t.head == noun.i and t.dep in ("conj", "nummod", "nmod") for t in near):
        return False
    return noun.has("Number=Plur") != finite.has("Number=Plur")


def _may_be_subject(tokens: list[Token], noun: Token, finite: Token) -> bool:
    """Whether a name or a noun with its article opens the sentence or follows a comma, has no preposition, and agrees."""
    own = [t for t in tokens[max(0, noun.i - CLOSE) : noun.i] if t.head == noun.i and t.pos != "PUNCT"]
    if noun.pos not in ("NOUN", "PROPN") or noun.dep in (*SUBJECTS, "obj") or any(t.dep in ("case", "cop", "cc", "mark") for t in own):
        return False
    if not (noun.name or any(t.dep == "det" for t in own)) or noun.has("Number=Plur") != finite.has("Number=Plur"):
        return False
    first = min([noun.i, *(t.i for t in own)])
    return _begins(tokens, first) or tokens[first - 1].text == "," or tokens[first - 1].text.lower() in BREAKS


def _is_above(tokens: list[Token], noun: Token, verb: Token) -> bool:
    """Whether `verb` hangs under `noun`."""
    k = verb.i
    for _ in range(REACH):
        if k == noun.i or tokens[k].head == k:
            break
        k = tokens[k].head
    return k == noun.i


def _begins(tokens: list[Token], k: int) -> bool:
    """Whether a sentence begins at `k`: the word before hangs from another root."""
    return k == 0 or _root(tokens, k - 1) != _root(tokens, k)


def _root(tokens: list[Token], k: int) -> int:
    for _ in range(REACH):
        if tokens[k].head == k:
            break
        k = tokens[k].head
    return k


def _opening(tokens: list[Token], verb: Token) -> int | None:
    """The place of the first word of the group of `verb` (« ne l’a pas », « a »); None if no finite form is in it."""
    helpers = [t for t in tokens[max(0, verb.i - REACH) : verb.i] if t.head == verb.i and t.dep.startswith(("aux", "cop"))]
    first = helpers[0] if helpers else verb
    if not first.has("VerbForm=Fin") or first.has("Mood=Imp") or not first.has("Person=3"):
        return None
    start = first.i
    while (
        start
        and not _begins(tokens, start)
        and tokens[start - 1].text.lower().replace("'", "’") in CLITICS
        and tokens[start - 1].pos in ("PRON", "ADV")
    ):
        start -= 1
    return start


def _has_subject(tokens: list[Token], verb: Token) -> bool:
    near = tokens[max(0, verb.i - REACH) : verb.i + REACH]
    heads = {verb.i, *(t.i for t in near if t.head == verb.i and t.dep.startswith(("aux", "cop")))}
    return any(t.head in heads and t.dep in SUBJECTS for t in near)


def _bare_name(tokens: list[Token], start: int) -> int | None:
    """The place of the name that ends right before `start`, opens the sentence or stands behind a comma, and has no preposition."""
    k = start - 1
    if k > 0 and tokens[k].text == ")":
        k = next((n - 1 for n in range(k, max(0, k - LONGEST_BRACKET), -1) if tokens[n].text == "("), k)
    if k < 0 or not tokens[k].name or tokens[k].has("Number=Plur") or not tokens[start:] or _plural(tokens, start):
        return None
    before = k - 1 if k and tokens[k - 1].pos == "DET" else k
    return k if tokens[before - 1].text in (",", ";") or _begins(tokens, before) else None


def _before_aside(tokens: list[Token], start: int, verb: Token) -> int | None:
    """The place of the first noun or name of the clause, if an aside between commas stands between it and the verb: « X, blessé à Gao, a … »."""
    if tokens[start - 1].text != "," or not tokens[start:]:
        return None
    finite = next((t for t in tokens[start : start + len(CLITICS)] if t.has("VerbForm=Fin")), verb)
    opening = next((n + 1 for n in range(start - 2, max(-1, start - REACH), -1) if tokens[n].text in BREAKS or _begins(tokens, n + 1)), None)
    words = tokens[opening:start] if opening is not None else []
    k = next((t.i for t in words if _may_be_subject(tokens, t, finite)), None)
    last = next((t.i for t in words if k is not None and t.i > k and t.text == ","), start) if k is not None else start
    told = any(t.has("VerbForm=Fin") or t.text.lower() in OPENERS for t in words if k is not None and t.i < last)
    return None if k is None or last >= start - 1 or told or _is_above(tokens, tokens[k], verb) else k


def _plural(tokens: list[Token], start: int) -> bool:
    finite = next((t for t in tokens[start : start + len(CLITICS)] if t.has("VerbForm=Fin")), None)
    return finite is None or finite.has("Number=Plur")


def _counted(tokens: list[Token], start: int) -> int | None:
    """The place of the noun of « plus de 3 millions d’euros » right before `start`, behind a comma or at the beginning."""
    end = (
        next((k for k in range(start - 2, max(0, start - FAR), -1) if tokens[k].text.lower() == "dont"), start)
        if tokens[start - 1].text == ","
        else start
    )
    number = next((k for k in range(end - 1, max(-1, end - CLOSE), -1) if tokens[k].pos == "NUM"), None)
    if number is None or not _plural(tokens, start) or tokens[number].head != number + 1 or tokens[number + 1].pos != "NOUN":
        return None
    behind = tokens[number + 2 : start]
    if any(t.pos not in ("ADP", "NOUN", "ADJ") for t in behind[: _aside(behind)]) or tokens[number + 1].dep.startswith("nsubj"):
        return None
    opening = next((k for k in range(number, max(-1, number - CLOSE), -1) if tokens[k - 1].text == "," or _begins(tokens, k)), None)
    words = " ".join(t.text.lower() for t in tokens[opening:number]) if opening is not None else "?"
    return number + 1 if not words or words in word_set("grammar", "approximations") else None


def _aside(words: list[Token]) -> int:
    """Where « , dont le capitaine, » begins in the words behind a counted noun: the end if there is none."""
    comma = next((n for n, t in enumerate(words) if t.text == ","), None)
    opens = comma is not None and comma + 1 < len(words) and words[comma + 1].text.lower() == "dont" and words[-1].text == ","
    plain = opens and comma is not None and not any(t.has("VerbForm=Fin") or t.text == "," for t in words[comma + 1 : -1])
    return comma if plain and comma is not None else len(words)


def raise_main_verb(tokens: list[Token], i: int) -> None:
    """« La région Bretagne versera pour sa part … » with the verb hung on its subject, the root: the verb is the root."""
    verb = tokens[i]
    hung = verb.pos in ("VERB", "ADJ", "NOUN") and verb.dep.split(":")[0] in STRAY and verb.dep != "acl:relcl"
    start = _opening(tokens, verb) if hung else None
    if start is None or _has_subject(tokens, verb) or any(t.head == i and t.dep in ("cc", "mark") for t in tokens[max(0, i - REACH) : i]):
        return
    root = next((t for t in reversed(tokens[max(0, i - LONGEST) : start]) if t.dep == "ROOT"), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or not _is_plain_opening(tokens, root, start):
        return
    finite = next(t for t in tokens[start : i + 1] if t.has("VerbForm=Fin"))
    if finite.has("Number=Plur") != root.has("Number=Plur"):
        return
    passive = any(t.head == i and t.dep == "aux:pass" for t in tokens[start:i])
    tokens[root.i] = replace(root, dep="nsubj:pass" if passive else "nsubj", head=i)
    tokens[i] = replace(verb, dep="ROOT", head=i)
    for t in tokens[start : i + REACH]:
        if t.head == root.i and t.i not in (i, root.i):
            tokens[t.i] = replace(t, head=i, dep=t.dep.replace("nmod", "obl:mod"))


def _is_plain_opening(tokens: list[Token], root: Token, start: int) -> bool:
    """Whether a noun with its article opens the sentence, and no other clause stands between it and the verb."""
    own = [t for t in tokens[max(0, root.i - CLOSE) : start] if t.head == root.i]
    determined = bool(root.name) or any(t.dep == "det" and t.i < root.i for t in own)
    first = min([root.i, *(t.i for t in own)])
    told = any(t.has("VerbForm=Fin") or t.text.lower() in OPENERS or t.text in (":", ";", "»") for t in tokens[root.i : start])
    return determined and not told and _begins(tokens, first) and not any(t.dep in ("case", "cop", "nsubj") for t in own)


def lower_opening(tokens: list[Token], i: int) -> None:
    """« Plus prudente, la Banque X, deuxième du pays, attend … » with « prudente » as the root: it opens what the verb behind tells."""
    opening = tokens[i]
    if opening.dep != "ROOT" or opening.pos not in ("ADJ", "VERB") or opening.has("VerbForm=Fin") or opening.has("VerbForm=Inf"):
        return
    near = tokens[max(0, i - CLOSE) : i + REACH]
    if any(t.head == i and t.dep.startswith(("aux", "cop", "nsubj", "expl")) for t in near) or i + 3 >= len(tokens):
        return
    subject = tokens[i + 3] if tokens[i + 2].pos == "DET" else tokens[i + 2]
    first = min(t.i for t in near if t.i == i or t.head == i)
    if (
        tokens[i + 1].text != ","
        or not _begins(tokens, first)
        or subject.pos not in ("NOUN", "PROPN")
        or subject.head != i
        or subject.dep in SUBJECTS
    ):
        return
    verb = next((t for t in near if t.i > subject.i and t.head == i and t.dep in ("conj", "advcl") and _opening(tokens, t) is not None), None)
    if verb is None or _has_subject(tokens, verb) or any(t.head == verb.i and t.dep in ("cc", "mark") for t in near):
        return
    tokens[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    tokens[verb.i] = replace(verb, dep="ROOT", head=verb.i)
    tokens[i] = replace(opening, dep="advcl", head=verb.i)
    for t in tokens[verb.i + 1 : verb.i + REACH]:
        if t.head == i:
            tokens[t.i] = replace(t, head=verb.i)


def free_circumstance(tokens: list[Token], i: int) -> None:
    """« Alors que la gauche était en minorité, X … » with the minority as a circumstance of X: what has a subject and a copula is a clause."""
    word = tokens[i]
    own = [t for t in tokens[max(0, i - REACH) : i] if t.head == i]
    if word.dep.startswith("obl") and all(any(t.dep == dep for t in own) for dep in ("mark", "nsubj", "cop")):
        tokens[i] = replace(word, dep="advcl")


def free_after_colon(tokens: list[Token], i: int) -> None:
    """« La nouvelle est tombée : le groupe fermera … » with the closing as what falls: behind a colon the article tells on."""
    verb = tokens[i]
    above = tokens[verb.head]
    if verb.dep != "ccomp" or above.i > i or above.lemma in word_set("verbs", "report") | word_set("speech", "saying", "telling"):
        return
    own = [t for t in tokens[max(0, i - REACH) : i] if t.head == i]
    marked = any(t.dep in ("mark", "obj") and t.text.lower() in ("que", "qu’", "qu'", "si") for t in own)
    colon = next((t for t in own if t.text == ":"), None) or next((tokens[t.i - 1] for t in own if t.dep in SUBJECTS and t.i), None)
    near = tokens[above.i : i]
    subject = next((t for t in own if t.dep in SUBJECTS), None)
    opened = subject is not None and any(t.text == ":" for t in near if t.i < subject.i) and not any(t.text == "«" for t in near if t.i < subject.i)
    if not marked and opened and colon is not None:
        tokens[i] = replace(verb, dep="parataxis")


def raise_titled(tokens: list[Token], i: int) -> None:
    """« M. Lund a signé » with « M. » as the subject and Lund under it: the name, which may not have been recognised, is the subject."""
    title = tokens[i]
    name = tokens[i + 1] if i + 1 < len(tokens) else title
    if title.text in ("M.", "Mme", "Mlle") and not name.name and name.pos == "PROPN" and re.fullmatch(r"[A-ZÀ-Ý][\w’-]{2,}", name.text):
        name = tokens[name.i] = replace(name, name="PER")
    if (
        title.text not in word_set("names", "addresses")
        or title.name
        or name.name != "PER"
        or name.head != i
        or title.dep not in ("nsubj", "nsubj:pass", "ROOT", "obj", "obl:arg", "obl:agent")
    ):
        return
    tokens[name.i] = replace(name, dep=title.dep, head=name.i if title.head == i else title.head)
    tokens[i] = replace(title, dep="flat:name", head=name.i)
    for t in tokens[max(0, i - CLOSE) : i + REACH]:
        if t.head == i and t.i not in (i, name.i):
            tokens[t.i] = replace(t, head=name.i)


def name_tried(tokens: list[Token], i: int) -> None:
    """« L’accusé n’a rien dit » with the participle as a verb: behind an article, as a subject, it is a noun."""
    word = tokens[i]
    if (
        word.pos not in ("VERB", "ADJ")
        or word.dep not in ("nsubj", "nsubj:pass")
        or not i
        or word.text.lower().rstrip("s") not in word_set("nouns", "tried")
    ):
        return
    article = tokens[i - 1]
    if article.head == i and article.pos == "DET":
        tokens[i] = replace(word, pos="NOUN", lemma=word.text.lower().rstrip("s"))
