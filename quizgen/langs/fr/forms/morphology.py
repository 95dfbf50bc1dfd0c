"""French word forms: elision, contraction, agreement, number of verbs."""

from __future__ import annotations

import re

# A mute h elides, an aspirated one does not; the aspirated initials met in names of places and common nouns.
ASPIRATED = re.compile(
    r"(?i)^(h[âa]bl|hach|haddock|hagard|haies?\b|haillon|hain|haïr|haïss|hâl|hal[eè]t|hall\b|halls\b|halles?\b|hallebard|halos?\b|halte|hamac|hambourg|hamburger|"
    r"hameau|hampe|hamster|hanche|hand|hangar|hanneton|hans|hant|happ|harangu|haras|harcel|harcèl|hard|harem|hareng|hargn|haricot|harnach|harnais|harp|"
    r"hasard|hasch|hât|hauban|hauss|haut|havre|haye|hayon|heaume|henn|héraut|hériss|herni|hérons?\b|héros\b|hers|hêtre|heurt|hibou|hideu|hiérarchi|hip-hop|"
    r"hippie|hiss|hits?\b|hobby|hoch|hockey|hold|holland|homard|hong|hont|hooligan|hoquet|hordes?\b|hors|hott|houblon|houes?\b|houill|houl|hous|houx|houthi|"
    r"hublot|huch|hué|huguenot|huit|huns?\b|hurl|huron|husky|hussard|hutte|hutus?|hanoï|hamas|hezbollah|haïfa|halifax|harvard)"
)
# A capital h is one of a foreign name, which keeps its « de » (« de Howard »), save in French names and in nouns that open a sentence.
MUTE_NAME = re.compile(
    r"H(aïti|ector|él[èe]n|enri|érault|ermès|erv[eé]|ilair|ippoly|istoir|omère|omm|onor|onfleur|ôpit|ôtel|orac|ortens|ubert|ugu|umani|yèr|yacinth|ydro|ypo)"
)
VOWEL = re.compile(r"(?i)^[aeiouyàâäéèêëîïôöùûüæœh]")
# A y before a vowel is a consonant: « le Yémen », « de York », but « d'Yvelines ».
CONSONANT_Y = re.compile(r"(?i)^(y[aeiouéèê]|onz|oui\b|ouistiti|un%)")


def starts_with_vowel(word: str) -> bool:
    """Whether an article or « de » elides before `word`."""
    bare = word.lstrip("«“\"' \u00a0\u202f")
    if bare[:1] == "H" and not MUTE_NAME.match(bare):
        return False
    return bool(VOWEL.match(bare)) and not CONSONANT_Y.match(bare) and not ASPIRATED.match(bare)


def elide(word: str, following: str) -> str:
    """`word` (« de », « que », « le ») joined to `following`, elided where French elides."""
    if starts_with_vowel(following) and re.fullmatch(r"(?i)de|que|le|la|ne|se|lorsque|puisque|jusque|je|me|te", word):
        return f"{word[:-1]}’{following}"
    return f"{word} {following}"


def join_preposition(preposition: str, phrase: str) -> str:
    """`preposition` before `phrase`: « de » + « le pays » -> « du pays », « à » + « les » -> « aux »."""
    if preposition in ("jusqu’à", "jusqu’au"):
        return f"jusqu’{join_preposition('à', phrase)}"
    if not preposition:
        return phrase
    head, _, last = preposition.rpartition(" ")
    lead = f"{head} " if head else ""
    if last in ("de", "à"):
        for article, fused in (("le ", {"de": "du", "à": "au"}), ("les ", {"de": "des", "à": "aux"})):
            if phrase.startswith((article, "Les ") if article == "les " else article):  # « Le … » may be a surname
                return f"{lead}{fused[last]} {phrase[len(article) :]}"
    if last == "de" and phrase.startswith("des "):
        phrase = phrase[4:]  # de + des (partitive) = de
    if last == "de" and re.match(r"(du|de la) ", phrase):
        phrase = re.sub(r"^(du|de la) ", "", phrase)
    return lead + elide(last, phrase)


def bare_participle(form: str, gender: str, number: str) -> str:
    """The masculine singular of a past participle written for `gender` and `number`."""
    if re.search(r"(mis|pris|quis|ssis|clos|clus|fus|sous)$", form):
        return form
    if number == "p" and form.endswith("s"):
        form = form[:-1]
    if gender == "f" and form.endswith("e") and not form.endswith(("aire", "ble", "que")):  # « originaire », « capable »
        form = form[:-1]
    return form


def agree(participle: str, gender: str, number: str) -> str:
    """A masculine singular participle or adjective, agreed."""
    form = participle + "e" if gender == "f" and not participle.endswith("e") else participle
    return form + "s" if number == "p" and not form.endswith("s") else form


# Third person plural -> singular, where the endings below do not tell.
SINGULAR = {
    "ont": "a", "sont": "est", "font": "fait", "vont": "va", "peuvent": "peut", "veulent": "veut", "doivent": "doit",
    "savent": "sait", "disent": "dit", "lisent": "lit", "écrivent": "écrit", "suivent": "suit", "vivent": "vit",
    "reçoivent": "reçoit", "déçoivent": "déçoit", "aperçoivent": "aperçoit", "prennent": "prend", "viennent": "vient",
    "tiennent": "tient", "mettent": "met", "battent": "bat", "sortent": "sort", "partent": "part", "servent": "sert",
    "dorment": "dort", "mentent": "ment", "sentent": "sent", "perdent": "perd", "rendent": "rend", "vendent": "vend",
    "attendent": "attend", "entendent": "entend", "défendent": "défend", "répondent": "répond", "prétendent": "prétend",
    "dépendent": "dépend", "descendent": "descend", "craignent": "craint", "rejoignent": "rejoint", "joignent": "joint",
    "atteignent": "atteint", "conduisent": "conduit", "produisent": "produit", "construisent": "construit",
    "détruisent": "détruit", "réduisent": "réduit", "connaissent": "connaît", "naissent": "naît", "paraissent": "paraît",
    "croient": "croit", "voient": "voit", "meurent": "meurt", "courent": "court", "concluent": "conclut", "élisent": "élit",
    "valent": "vaut", "combattent": "combat", "permettent": "permet", "promettent": "promet", "soient": "soit",
    "aient": "ait", "furent": "fut", "eurent": "eut", "firent": "fit", "prirent": "prit", "mirent": "mit", "plaisent": "plaît",
    "virent": "vit", "vinrent": "vint", "tinrent": "tint", "durent": "dut", "purent": "put", "rompent": "rompt",
    "comprennent": "comprend", "apprennent": "apprend", "reprennent": "reprend", "deviennent": "devient",
    "reviennent": "revient", "interviennent": "intervient", "proviennent": "provient", "parviennent": "parvient",
    "maintiennent": "maintient", "soutiennent": "soutient", "obtiennent": "obtient", "contiennent": "contient",
    "détiennent": "détient", "appartiennent": "appartient", "convainquent": "convainc", "vainquent": "vainc",
    "poursuivent": "poursuit", "inscrivent": "inscrit", "décrivent": "décrit", "souscrivent": "souscrit", "quittent": "quitte",
}  # fmt: skip
ENDINGS = (
    ("aient", "ait"), ("èrent", "a"), ("urent", "ut"), ("irent", "it"), ("ront", "ra"), ("issent", "it"),
    ("ent", "e"),
)  # fmt: skip


def singular_verb(form: str) -> str:
    """The third person singular of a third person plural verb form; a singular form is given back."""
    low = form.lower()
    for prefix in ("", "re", "r", "dé", "sur", "entre"):
        if low.startswith(prefix) and low[len(prefix) :] in SINGULAR:
            return prefix + SINGULAR[low[len(prefix) :]]
    for ending, single in ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low[: -len(ending)] + single
    return low


def is_plural_form(form: str, lemma: str) -> bool:
    """Whether a verb form is the third person plural of the present of a verb in -er: « déroulent »."""
    return lemma.endswith("er") and form.lower() == f"{lemma[:-2]}ent"


def is_future(form: str, lemma: str) -> bool:
    """Whether a verb form is its infinitive with a future ending: « rencontrera », « rendront » (not « rencontra »)."""
    stem = lemma.removesuffix("e") if lemma.endswith("re") else lemma
    return form.lower() in {f"{stem}{ending}" for ending in ("a", "ont", "ait", "aient")}


def invert(finite: str, pronoun: str) -> str:
    """The verb with its subject pronoun behind it: « a-t-il », « enverra-t-elle », « sont-ils »."""
    vowel_end = re.search(r"[aeiouéèê]$", finite.lower()) is not None
    return f"{finite}-t-{pronoun}" if vowel_end and not pronoun.startswith("c") else f"{finite}-{pronoun}"


PRONOUNS = {("m", "s"): "il", ("f", "s"): "elle", ("m", "p"): "ils", ("f", "p"): "elles"}


def lower_first(text: str) -> str:
    """`text` with a small initial (for words that open a sentence in the article)."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """`text` with a capital initial."""
    return text[:1].upper() + text[1:]
