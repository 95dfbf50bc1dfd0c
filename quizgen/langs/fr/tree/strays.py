"""Words that the parser hung on a neighbour, where gender, commas or the order of words show to what they belong. Part of the repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.clefts import BEING
from quizgen.langs.fr.tree.participles import FINITE
from quizgen.model import Token

SUBJECTS = ("nsubj", "nsubj:pass")
NEAR = 4  # tokens between a subject and the participle before it
TIMES = ("veille", "an", "année", "semaine", "mois", "trimestre")
STEPS = 8  # words from one up to its verb
FAR = 30  # tokens between the parts of a clause
LONGEST_LIST = 12  # names
INSIDE = ("nmod", "appos", "flat:name")
AGREED = ("Gender=Fem", "Gender=Masc", "Number=Plur", "Number=Sing")


def hang_by_gender(tokens: list[Token], i: int) -> None:
    """« la 3e étape du Tour de X, longue de 40 km » with the adjective hung on the name behind « de »: it is the noun that agrees."""
    told = tokens[i]
    name = tokens[told.head]
    if (
        told.dep not in ("amod", "acl")
        or told.pos not in ("ADJ", "VERB")
        or name.dep != "nmod"
        or not name.name
        or i < 2
        or tokens[i - 1].text != ","
        or name.i > i
    ):
        return
    if not any(t.head == name.i and t.dep == "case" and t.text.lower() in ("de", "d’", "d'", "du") for t in tokens[max(0, name.i - NEAR) : name.i]):
        return
    noun = tokens[name.head]
    if noun.pos == "NOUN" and noun.i < name.i and all(told.has(sign) for sign in AGREED if noun.has(sign)) and noun.has("Gender=Fem"):
        tokens[i] = replace(told, head=noun.i)


def hang_on_named(tokens: list[Token], i: int) -> None:
    """« la mort de l’ancien chef X, décédé le 3 mai » with « décédé » hung on the death: where it does not agree, it tells of the one named."""
    told = tokens[i]
    noun = tokens[told.head]
    if told.dep != "acl" or not told.has("VerbForm=Part", "Tense=Past") or i < 2 or tokens[i - 1].text != "," or noun.i >= i - 2:
        return
    name = tokens[i - 2]
    if name.name != "PER" or noun.pos != "NOUN" or all(told.has(sign) for sign in AGREED if noun.has(sign)):
        return
    bearer = tokens[name.head] if name.dep in ("appos", "nmod", "flat:name") and name.head < name.i else name
    above = bearer if bearer.pos == "NOUN" and all(told.has(sign) for sign in AGREED if bearer.has(sign)) else name
    if above.head not in (i, above.i):
        tokens[i] = replace(told, head=above.i)


def join_names(tokens: list[Token], i: int) -> None:
    """« le Chili, le Pérou et Cuba » with Peru read as what Chile is called: names of one kind, told alike, are a list where « et » ends it."""
    name = tokens[i]
    first = tokens[name.head]
    for _ in range(LONGEST_LIST):
        if first.dep not in ("appos", "conj") or not first.name or first.head >= first.i:
            break
        first = tokens[first.head]
    if (
        name.dep != "appos"
        or not name.name
        or name.name != first.name
        or first.i >= i
        or i + 1 >= len(tokens)
        or tokens[i + 1].text not in (",", "et")
    ):
        return
    opened = [any(t.head == n.i and t.dep == "det" for t in tokens[max(0, n.i - 2) : n.i]) for n in (first, name)]
    start = i - 1 if tokens[i - 1].dep == "det" else i
    between = {t.pos for t in tokens[first.i + 1 : i]}
    if opened[0] != opened[1] or tokens[start - 1].text != "," or not between <= {"PUNCT", "DET", "PROPN", "NOUN"}:
        return
    listed = {t.i for t in tokens[i + 1 : i + FAR] if t.dep == "conj" and t.name == name.name and first.i <= t.head <= i}
    if any(t.dep == "cc" and t.text.lower() == "et" and t.head in listed and t.head > t.i for t in tokens[i + 1 : i + FAR]):
        tokens[i] = replace(name, dep="conj", head=first.i)


def lower_adjective(tokens: list[Token], i: int) -> None:
    """« le controversé projet de loi » with the adjective as the noun: what stands right behind it is the noun."""
    noun = tokens[i]
    said = tokens[i - 1] if i > 1 else noun
    if noun.dep != "appos" or noun.name or noun.pos != "NOUN" or noun.head != i - 1 or said.pos not in ("NOUN", "VERB", "ADJ") or said.name:
        return
    if not said.text.lower().rstrip("s").endswith(("é", "ée")) or tokens[i - 2].pos != "DET" or tokens[i - 2].head != said.i:
        return
    tokens[i] = replace(noun, dep=said.dep, head=i if said.head == said.i else said.head)
    tokens[said.i] = replace(said, pos="ADJ", dep="amod", head=i)
    for t in (*tokens[max(0, i - NEAR) : i - 1], *tokens[i + 1 : i + FAR]):
        if t.head == said.i:
            tokens[t.i] = replace(t, head=i)


def find_object_behind(tokens: list[Token], i: int) -> None:
    """« ces signes dessinent, assure X, un animal » with the animal in apposition to X: it is what the signs show."""
    thing = tokens[i]
    teller = tokens[thing.head]
    verb = tokens[teller.head]
    said = i > 2 and tokens[i - 1].pos == "DET" and tokens[i - 1].text.lower() in ("un", "une", "des") and tokens[i - 2].text == ","
    if (
        thing.dep != "appos"
        or thing.pos != "NOUN"
        or not said
        or teller.dep not in SUBJECTS
        or verb.i > teller.i
        or verb.lemma not in word_set("verbs", "report")
    ):
        return
    told = next((t for t in tokens[max(0, verb.i - FAR) : verb.i] if t.head == verb.i and t.dep in ("parataxis", "ccomp") and t.pos == "VERB"), None)
    if told is None and verb.dep == "parataxis" and tokens[verb.head].i < verb.i:
        told = tokens[verb.head]
    if told is not None and not any(t.head == told.i and t.dep in ("obj", "ccomp", "xcomp") for t in tokens[told.i : verb.i]):
        tokens[i] = replace(thing, dep="obj", head=told.i)


def raise_relative(tokens: list[Token], i: int) -> None:
    """« C’est X, trouvé en mai et vieux de 6 ans, qui … », « C’est une femme, Y, qui … » with « qui » for a word of the aside: it is for X."""
    link = tokens[i]
    verb = tokens[link.head]
    if i < 3 or link.text.lower() != "qui" or tokens[i - 1].text != "," or verb.dep != "acl:relcl" or verb.i < i or link.dep not in SUBJECTS:
        return
    this = next((t for t in reversed(tokens[max(0, i - FAR) : i]) if t.text.lower() in ("c’", "c'", "ce")), None)
    if this is None or this.i + 1 >= len(tokens) or tokens[this.i + 1].text.lower() not in BEING:
        return
    stressed = this.head
    if not this.i < stressed < verb.head < i or any(t.text in (".", ";", ":") for t in tokens[stressed:i]):
        return
    if tokens[verb.head].name and tokens[verb.head].dep.startswith("obl"):  # « C’est une pneumologue, Y, qui … »
        tokens[verb.head] = replace(tokens[verb.head], dep="appos", head=stressed)
    if tokens[verb.head].dep in ("obl:mod", "obl:arg", "nmod", "appos", "acl", "conj"):
        tokens[verb.i] = replace(verb, head=stressed)


def part_comparison(tokens: list[Token], i: int) -> None:
    """« 1 500 foyers contre 9 000 la veille », « contre 5 900 l’an passé » with the figure counting the time: the other is held against it."""
    time = tokens[i]
    figure = next((t for t in tokens[max(0, i - NEAR) : i] if t.head == i and t.dep == "nummod"), None)
    if (
        time.text.lower() not in TIMES
        or figure is None
        or figure.i < 1
        or tokens[figure.i - 1].text.lower() != "contre"
        or tokens[figure.i + 1].pos != "DET"
    ):
        return
    verb = _verb_over(tokens, tokens[time.head])
    if verb.pos in ("VERB", "AUX"):
        tokens[figure.i] = replace(figure, dep="obl:mod", head=verb.i)
        tokens[i] = replace(time, dep="nmod", head=figure.i)


def _verb_over(tokens: list[Token], token: Token) -> Token:
    """`token` if it is a verb, or the first verb above it; the last word looked at where none is near (a misread tree may go in a ring)."""
    for _ in range(STEPS):
        if token.pos in ("VERB", "AUX"):
            break
        token = tokens[token.head]
    return token


def free_square(tokens: list[Token], i: int) -> None:
    """« ont inauguré place de X une stèle » with the square as the object: it is where, and what stands behind it with an article is the object."""
    square = tokens[i]
    if square.dep != "obj" or square.pos != "NOUN" or square.lemma not in word_set("nouns", "streets") or tokens[i - 1].i != square.head or i < 1:
        return
    thing = next(
        (t for t in tokens[i + 1 : i + FAR] if t.dep in ("appos", "obj") and t.head in (square.head, *range(i, t.i)) and t.pos == "NOUN"), None
    )
    led = thing is not None and any(t.head == thing.i and t.pos == "DET" for t in tokens[i + 1 : thing.i])
    if thing is None or not led or any(t.head == thing.i and t.dep == "case" for t in tokens[i + 1 : thing.i]):
        return
    tokens[thing.i] = replace(thing, dep="obj", head=square.head)
    tokens[i] = replace(square, dep="obl:mod")
    for t in tokens[i + 1 : thing.i]:
        if t.head == square.head and t.dep.startswith(("obl", "nmod")):
            tokens[t.i] = replace(t, dep="nmod", head=i)


def lower_name(tokens: list[Token], i: int) -> None:
    """« X, venue avec ses collègues Y (Santé) et Z, a admis » with Z beside X, though the verb tells of one: Z goes with the name before « et »."""
    name = tokens[i]
    first = tokens[name.head]
    if name.dep != "conj" or not name.name or first.dep not in SUBJECTS or first.i > i:
        return
    verb = tokens[first.head]
    finite = next((t for t in tokens[i + 1 : verb.i + 1] if (t.i == verb.i or t.head == verb.i) and t.has("VerbForm=Fin")), None)
    nearer = next((t for t in reversed(tokens[first.i + 1 : i]) if t.name == name.name and t.dep in ("nmod", "appos", "flat:name")), None)
    if finite is None or not finite.has("Number=Sing") or nearer is None or nearer.head == first.i:
        return
    tokens[i] = replace(name, head=nearer.i)


def join_moreover(tokens: list[Token], i: int) -> None:
    """« s’est par ailleurs dit » with « par » as a helper of the verb: it belongs to « ailleurs »."""
    if tokens[i].text.lower() == "par" and tokens[i].dep.startswith("aux") and i + 1 < len(tokens) and tokens[i + 1].text.lower() == "ailleurs":
        tokens[i] = replace(tokens[i], dep="case", pos="ADP", head=i + 1)


def find_closed_subject(tokens: list[Token], i: int) -> None:
    """« dans la rue X, la grande artère de Y, la police a … » with the artery as the subject: what stands right before the verb is it."""
    real = tokens[i]
    first = tokens[real.head]
    if real.dep != "appos" or first.dep not in SUBJECTS or first.i > i or real.pos not in ("NOUN", "PROPN"):
        return
    verb = tokens[first.head]
    behind = [t for t in tokens[i + 1 : verb.i] if t.text == "," or t.dep == "acl:relcl"]
    led = any(t.head == i and t.pos == "DET" for t in tokens[max(0, i - NEAR) : i])
    before = tokens[first.i - 1 - sum(t.head == first.i for t in tokens[max(0, first.i - NEAR) : first.i])] if first.i > 1 else first
    if behind or not led or verb.i < i or before.text != "," or verb.has("Number=Plur") != real.has("Number=Plur"):
        return
    tokens[i] = replace(real, dep=first.dep, head=first.head)
    tokens[first.i] = replace(first, dep="appos", head=max(0, before.i - 1))


def find_done(tokens: list[Token], i: int) -> None:
    """« ont affirmé, dans la nuit, avoir pris le palais » with the infinitive read as a circumstance: it is what is said."""
    done = tokens[i]
    verb = tokens[done.head]
    helped = any(t.head == i and t.dep.startswith("aux") and t.has("VerbForm=Inf") for t in tokens[max(0, i - NEAR) : i])
    if done.dep != "advcl" or done.pos != "VERB" or not helped or verb.i > i or verb.lemma not in word_set("verbs", "report"):
        return
    own = tokens[verb.i : i + FAR]
    if not any(t.head == verb.i and t.dep in ("obj", "ccomp", "xcomp") for t in own) and not any(
        t.head == i and t.dep in ("mark", "case") for t in own
    ):
        tokens[i] = replace(done, dep="xcomp")


def join_announced(tokens: list[Token], i: int) -> None:
    """« a-t-il poursuivi, avant d’annoncer la fin de X, la reprise de Y » with the reprise as what he went on with: it is announced, too."""
    thing = tokens[i]
    verb = tokens[thing.head]
    inverted = any(t.head == verb.i and t.text.startswith("-") and t.dep.startswith("nsubj") for t in tokens[max(0, verb.i - NEAR) : verb.i + NEAR])
    if thing.dep != "obj" or thing.pos != "NOUN" or verb.i > i or not inverted:
        return
    inner = next((t for t in tokens[verb.i : i] if t.head == verb.i and t.dep == "advcl" and t.has("VerbForm=Inf")), None)
    first = next((t for t in tokens[inner.i : i] if t.head == inner.i and t.dep == "obj"), None) if inner is not None else None
    if first is not None and any(t.text == "," for t in tokens[first.i : i]):
        tokens[i] = replace(thing, dep="conj", head=first.i)


def raise_object(tokens: list[Token], i: int) -> None:
    """« X avait connu, la nuit où 39 personnes furent tuées, une série de Y » with the series under the passive, which has no object: X has."""
    thing = tokens[i]
    passive = tokens[thing.head]
    first = min((t.i for t in tokens[max(0, i - NEAR) : i] if t.head == i and t.pos in ("DET", "NUM", "ADJ")), default=i)
    if thing.dep != "obj" or thing.pos != "NOUN" or passive.i > i or first < 1 or tokens[first - 1].text != ",":
        return
    if not any(t.head == passive.i and t.dep == "aux:pass" for t in tokens[max(0, passive.i - NEAR) : passive.i]):
        return
    above = _verb_over(tokens, tokens[passive.head])
    own = any(t.head == above.i and t.dep in ("obj", "ccomp", "xcomp", "aux:pass") for t in tokens[max(0, above.i - NEAR) : i])
    if above.pos == "VERB" and above.i < passive.i and not own:
        tokens[i] = replace(thing, head=above.i)


def part_from_incise(tokens: list[Token], i: int) -> None:
    """« s’est réjoui le chef, X, cité par Y, lequel table sur Z par an » with « par an » hung on « réjoui »: it stands beyond the speaker."""
    word = tokens[i]
    verb = tokens[word.head]
    if not word.dep.startswith("obl") or verb.dep != "parataxis" or verb.i > i:
        return
    speaker = next((t for t in tokens[verb.i : i] if t.head == verb.i and t.dep.startswith("nsubj")), None)
    if speaker is not None and any(t.text.lower() in ("lequel", "laquelle", "lesquels", "lesquelles") for t in tokens[speaker.i : i]):
        tokens[i] = replace(word, dep="dep")


def stands_behind_quotation(tokens: list[Token], i: int) -> bool:
    """Whether the group of the verb `i` stands right behind a quotation, with or without a comma: « … », a dénoncé X », « … » s’est réjoui X »."""
    start = opening_of_group(tokens, i)
    comma = start > 1 and tokens[start - 1].text == ","
    return start > 1 and tokens[start - 1 - comma].text in ("»", "”")


def opening_of_group(tokens: list[Token], i: int) -> int:
    """The place of the first word of the group of the verb `i`: « s’ » of « s’est réjoui », « a » of « a dit »."""
    own = ("aux", "expl")
    return min([i, *(k for k in range(max(0, i - 3), i) if tokens[k].head == i and tokens[k].dep.startswith(own) and tokens[k].pos != "PUNCT")])


def read_incise(tokens: list[Token], i: int) -> None:
    """« … », soupire X » with the verb tagged as a noun: right behind a quotation and before a name it says who speaks."""
    word = tokens[i]
    after = tokens[i + 1 : i + 3]
    hung = word.dep in ("parataxis", "dep") and word.pos in ("NOUN", "ADJ")
    if not hung or not stands_behind_quotation(tokens, i) or not word.text.islower() or not after:
        return
    office = len(after) > 1 and after[0].pos == "DET" and after[0].head == after[1].i and after[1].pos == "NOUN"  # « », juge le ministère de X »
    name = after[1] if office else after[0]
    if not (office or name.name) or name.head != i or not word.text.endswith(("e", "t")):
        return
    lemma = f"{word.text}r" if word.text.endswith("e") else word.lemma
    tokens[i] = replace(word, pos="VERB", lemma=lemma, feats=FINITE, dep="parataxis")
    tokens[name.i] = replace(name, dep="nsubj")
    for t in tokens[name.i + 1 : i + FAR]:
        if t.head == i and t.dep in ("acl", "acl:relcl", "appos"):
            tokens[t.i] = replace(t, head=name.i)


def lift_full_name(tokens: list[Token], i: int) -> None:
    """« Le Bureau d’études (BE) a publié » with the acronym as the subject and the name as its preposition: the name is the subject."""
    name = tokens[i]
    short = tokens[i + 2] if i + 3 < len(tokens) else name
    if not name.name or name.dep not in ("case", "punct", "det") or name.head != i + 2 or tokens[i + 1].text != "(" or not short.name:
        return
    tokens[i] = replace(name, dep=short.dep, head=short.head)
    tokens[i + 2] = replace(short, dep="appos", head=i)
