"""A passage -> the slip of its writer, or the half of a pair, that a reader would stumble over; in a sentence kept as it stands nothing mends it."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.langs.fr.clause.verbs import is_clause_head, is_singular_of_two
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Document, Token

PAIRED = ("soit", "ni")  # words that stand twice or not at all
FAR = 8  # tokens from a subject to its verb


def find_slip(document: Document, kept: set[int]) -> str | None:
    """What is wrong with the words `kept` of a sentence, or None."""
    if any(is_half(document, kept, word) for word in PAIRED):
        return "half of a pair is left out"
    tokens = [document.tokens[i] for i in sorted(kept)]
    if any(is_cut_short(document, t) or is_singular_of_two(document, t) for t in tokens):
        return "a verb that does not agree, as its writer left it"
    if any(is_plural_of_one(document, t, document.child(t, "nsubj")) or is_plural_behind_one(document, t) for t in tokens):
        return "a verb in the plural after one thing"
    if any(is_masculine_of_feminine(document, t) or is_finite_for_participle(document, t) for t in tokens):
        return "a participle that does not agree, as its writer left it"
    if any(changes_tense(document, t) for t in tokens):
        return "two tenses for what was done in a row"
    if any(adds_to_figure(document, t) for t in tokens):
        return "a name that is added to a figure, as if it were one"
    if any(is_cut_stop(document, i, kept) for i in kept):
        return "the stop of an abbreviation, without its letters"
    if is_hanging(document, tokens):
        return "its opening tells of somebody whom the sentence does not name"
    return None


def is_plural_of_one(document: Document, verb: Token, subject: Token | None) -> bool:
    """« La version allégée ne durent que deux ans »: one thing right under a verb in the plural; not « une foule de gens crient »."""
    if subject is None or subject.pos != "NOUN" or subject.i > verb.i or not is_clause_head(document, verb) or not verb.has("Number=Plur"):
        return False
    article = document.child(subject, "det")
    one = article is not None and article.text.lower().replace("'", "’") in ("le", "la", "l’", "un", "une", "ce", "cette", "son", "sa")
    alone = not document.children(subject, "conj", "appos") and not any(t.has("Number=Plur") for t in document.children(subject, "nmod"))
    return one and alone and verb.has("VerbForm=Fin") and verb.i - subject.i <= FAR


def is_plural_behind_one(document: Document, verb: Token) -> bool:
    """« la version allégée (VA) qui ne durent que deux ans »: nothing between « qui » and the one thing that it takes up is in the plural."""
    who, noun = document.child(verb, "nsubj"), document.head(verb)
    if who is None or who.text.lower() != "qui" or verb.dep != "acl:relcl" or not verb.has("VerbForm=Fin", "Number=Plur"):
        return False
    one = any(t.text.lower().replace("'", "’") in ("le", "la", "l’", "un", "une") for t in document.children(noun, "det"))
    between = document.tokens[noun.i + 1 : who.i]
    return one and noun.pos == "NOUN" and noun.has("Number=Sing") and not any(t.has("Number=Plur") or t.text in ("et", "de", "des") for t in between)


def is_masculine_of_feminine(document: Document, verb: Token) -> bool:
    """« la halle a été fermé »: a participle in the masculine after one thing whose article is feminine."""
    subject = document.child(verb, "nsubj:pass", "nsubj")
    if subject is None or subject.pos != "NOUN" or document.child(verb, "aux:pass") is None or verb.text.lower().endswith(("e", "es")):
        return False
    feminine = any(t.text.lower() in ("la", "une", "cette") for t in document.children(subject, "det"))
    alone = not document.children(subject, "conj") and not any(t.has("Number=Plur") for t in document.children(subject, "nmod"))
    return feminine and alone and subject.i < verb.i and verb.has("VerbForm=Part")


def is_finite_for_participle(document: Document, verb: Token) -> bool:
    """« se sont réjouit de la vente », « a définit le délit »: the present where the participle in -i belongs."""
    helped = any(t.i < verb.i for t in document.children(verb, "aux", "aux:tense", "aux:pass"))
    return helped and verb.text.lower().endswith("it") and verb.lemma.endswith("ir") and verb.pos == "VERB"


def changes_tense(document: Document, verb: Token) -> bool:
    """« a remplacé le bureau et nomma un directeur »: the writer changed from one past to the other between two deeds of one subject."""
    first = document.head(verb)
    helper = document.child(first, "aux:tense")
    spelled = verb.lemma.endswith("er") and verb.lemma != "aller" and verb.text.endswith(("a", "èrent"))
    simple = verb.has("VerbForm=Fin") and (spelled or verb.has("Tense=Past")) and document.child(verb, "nsubj", "expl:subj") is None
    return verb.dep == "conj" and first.i < verb.i and simple and helper is not None and helper.has("Tense=Pres", "VerbForm=Fin")


def adds_to_figure(document: Document, name: Token) -> bool:
    """« demandait une hausse de 5 % ainsi que le SNT qui … »: what the list begins with was cut."""
    above = document.head(name)
    measured = above.lemma in word_set("nouns", "units") and document.child(above, "nummod") is not None
    return name.dep == "conj" and bool(name.name) and measured


def is_cut_stop(document: Document, i: int, kept: set[int]) -> bool:
    """« se trouve dans le Cygne | , à 4 a.l | . de la Terre »: a stop amid the sentence whose letters went with an aside."""
    return document.tokens[i].text == "." and i + 1 in kept and i - 1 not in kept and document.tokens[i + 1].text[:1].islower()


def is_hanging(document: Document, tokens: Sequence[Token]) -> bool:
    """« Voix connue de la radio, sa mort … »: an opening without an article that is said of somebody, and « sa » in place of him."""
    opening = tokens[0]
    subject = next((t for t in tokens if t.dep in ("nsubj", "nsubj:pass") and document.head(t).dep == "ROOT"), None)
    if subject is None or opening.pos not in ("NOUN", "ADJ", "VERB") or opening.i >= subject.i or opening.name:
        return False
    apart = any(t.text == "," for t in tokens if opening.i < t.i < subject.i)
    owner = document.child(subject, "det", "nmod:poss")
    return apart and owner is not None and owner.text.lower() in word_set("grammar", "possessives")


def is_half(document: Document, kept: set[int], word: str) -> bool:
    """« payées soit en or », of « soit en or, soit en sel »."""
    sentence = document.sentence_of(document.tokens[min(kept)])
    found = [t.i for t in document.words(sentence) if t.text.lower() == word and not is_clause_head(document, t)]
    left = [i for i in found if i in kept]
    return 0 < len(left) < len(found)


def is_cut_short(document: Document, verb: Token) -> bool:
    """« définit le délit et alourdi les peines »: a participle with an object beside a verb that has no helper."""
    first = document.head(verb)
    joined = verb.dep == "conj" and verb.pos == "VERB" and verb.has("VerbForm=Part", "Tense=Past") and document.child(verb, "cc") is not None
    helped = document.children(first, "aux", "aux:tense", "aux:pass", "cop") or document.children(verb, "aux", "aux:tense", "aux:pass", "cop")
    own = document.child(verb, "obj")
    return joined and not helped and first.has("VerbForm=Fin") and own is not None and own.i > verb.i
