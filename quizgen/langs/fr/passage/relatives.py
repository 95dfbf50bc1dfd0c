"""A relative clause -> a passage of its own, with what « qui » or « dont » takes up said in its place.

« …, étape du retrait des forces norvégiennes, dont le roi a avancé la date à 2014 » tells « le roi a avancé la date du retrait … à 2014 ».
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.clause.verbs import antecedent, find_subject, is_clause_head
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.asides import find_asides, has_agreeing_subject
from quizgen.langs.fr.passage.outside import points_outside
from quizgen.langs.fr.passage.passages import make_passage, read_pieces
from quizgen.langs.fr.passage.slips import is_plural_of_one
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import say_entity, say_tokens
from quizgen.langs.passages import Passage, Piece, cut_asides
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Reading, Token

TELLING = 3  # words from which a definite noun is known alone


def read_relative(reading: Reading, first: int, last: int) -> Passage:
    """The passage of the relative clause around the tokens first..last (half-open), its answer. Raises Refused if it cannot stand alone."""
    document = reading.document
    asked = frozenset(range(first, last))
    clause = next((t for t in (document.tokens[first], *document.ancestors(document.tokens[first])) if t.dep == "acl:relcl"), None)
    if clause is None or not is_clause_head(document, clause):
        raise Refused("no main clause with a subject holds it")
    others = {t.i for c in document.children(clause, "conj") if is_no_second_verb(document, c) for t in document.subtree(c)}
    unit = {t.i for t in document.subtree(clause) if t.pos != "PUNCT" or t.i > clause.i} - others
    if asked & of_whole_sentence(document, clause):
        raise Refused("behind a relative clause, what the whole sentence may tell")
    opener = document.tokens[min(unit)]
    if opener.i in asked or opener.text.lower() not in ("qui", "dont"):
        raise Refused("a relative clause that cannot be turned round")
    kept = cut_asides(document, unit, find_asides(document, unit), asked, lambda token, left: points_outside(reading, token, left))
    said = say_taken_up(reading, clause, opener)
    pieces = put_in_place(document, list(read_pieces(reading, sorted(kept), asked)), clause, opener, said)
    return make_passage(reading, pieces, frozenset(kept))


def of_whole_sentence(document: Document, clause: Token) -> frozenset[int]:
    """« à Gao, qui borde le fleuve, | assurant l’arrivée des vivres »: behind a comma, « -ant » may go with the main clause."""
    behind = (t for t in document.children(clause, "advcl") if t.i > clause.i and t.text.endswith("ant") and t.has("VerbForm=Part"))
    bare = (t for t in behind if document.tokens[t.i - 1].text.lower() != "en")  # « en ordonnant » goes with the nearest verb
    runs = ([w.i for w in document.subtree(t)] for t in bare)
    return frozenset(i for run in runs if document.tokens[run[0] - 1].text == "," or document.tokens[run[0]].text == "," for i in run)


def is_no_second_verb(document: Document, verb: Token) -> bool:
    """« X, qui R, et promulguée », « le maire, qui R, | devance Y »: a participle, or the main verb, which nothing joins to that of the relative."""
    bare = verb.has("VerbForm=Part") and not document.children(verb, "aux")
    before = document.before(document.subtree(verb)[0])
    comma = document.subtree(verb)[0].text == "," or (before is not None and before.text == ",")
    last = not any(t.i > verb.i for t in document.children(document.head(verb), "conj"))
    return bare or (last and comma and verb.has("VerbForm=Fin") and document.child(verb, "cc", "nsubj") is None)


def say_taken_up(reading: Reading, clause: Token, opener: Token) -> str:
    """What « qui » or « dont » stands for, in words that stand alone. Raises Refused if a reader would not know it."""
    document = reading.document
    noun = antecedent(document, opener, clause) if opener.text.lower() == "qui" else document.head(clause)
    if noun is not None and noun.name and document.child(noun, "case") is not None and noun.dep == "nmod":
        noun = document.head(noun)  # « la fanfare de Brume, qui … »
    if noun is None or noun.i > opener.i or document.head(clause).i < noun.i or is_plural_of_one(document, clause, noun):
        raise Refused("what the relative clause tells of is not sure")
    if is_measure(document, noun):
        raise Refused("a length or a time, which the relative clause tells from others")  # « les 40 kilomètres qui séparent … »
    try:
        phrase = read_phrase(reading, noun, "owner", subject=True)
    except Refused:
        return say_first_part(reading, noun)
    if len(phrase.entities) == 1:
        return say_entity(phrase.entities[0])
    if " qui " in phrase.text:
        raise Refused("what the relative clause tells of is told by it")
    if not is_definite(phrase) or len(phrase.text.replace("’", "’ ").split()) < TELLING:
        raise Refused(f"« {phrase.text} » could be any")
    return phrase.text


def is_measure(document: Document, noun: Token) -> bool:
    """« les quelque 40 kilomètres », « les deux millions d’euros »: so much of a unit, and no thing."""
    below = document.child(noun, "nmod") if noun.lemma in ("million", "milliard", "millier", "centaine", "dizaine") else noun
    return below is not None and below.lemma in word_set("nouns", "units") | word_set("nouns", "durations")


def say_first_part(reading: Reading, noun: Token) -> str:
    """« le retrait des forces norvégiennes » of « le retrait des forces norvégiennes dans ce pays ». Raises Refused if too little is left."""
    document = reading.document
    kept = kept_tokens(document, noun, reading)
    loose = next((t for t in kept if t.text.lower() in word_set("grammar", "demonstratives")), None)
    if loose is None or loose.i < noun.i:
        raise Refused("what the relative clause tells of is not sure")
    end = min((t.i for t in document.children(document.head(loose), "case") if t.i < loose.i), default=loose.i)
    left = [t for t in kept if t.i < end]
    _, article = read_marker(document, noun)
    text = say_tokens(reading, left, article)
    if len(text.replace("’", "’ ").split()) <= TELLING or not text.startswith(("le ", "la ", "les ", "l’")):
        raise Refused("what the relative clause tells of is not sure")
    return text


def put_in_place(document: Document, pieces: list[Piece], clause: Token, opener: Token, said: str) -> list[Piece]:
    """`pieces` with `said` for « qui », or after the noun that « dont » belongs to."""
    if opener.text.lower() == "qui":
        return [replace(p, text=said, changed=True) if p.first == opener.i else p for p in pieces]
    noun = possessed(document, clause, opener)
    of = join_preposition("de", said)
    return [replace(p, text=f"{p.text} {of}") if p.last == noun.i + 1 else p for p in pieces if p.first != opener.i]


def possessed(document: Document, clause: Token, dont: Token) -> Token:
    """The noun that « dont » belongs to: the bare one of subject and object. Raises Refused if that is not sure."""
    if not has_agreeing_subject(document, clause):
        raise Refused("a relative clause that cannot be turned round")
    verb = next((t for t in document.children(clause, "xcomp") if t.has("VerbForm=Inf")), clause)
    parts = [find_subject(document, clause), document.child(verb, "obj")]
    bare = [t for t in parts if t is not None and is_bare_noun(document, t, dont)]
    if len(bare) != 1 or document.before(bare[0]) is None:
        raise Refused("whose it is is not sure")
    return bare[0]


def is_bare_noun(document: Document, noun: Token, dont: Token) -> bool:
    """A noun with the definite article and nothing more, but perhaps « dont »."""
    determiner = document.child(noun, "det")
    others = [t for t in document.children(noun) if t.i != dont.i and t.pos != "PUNCT" and t.dep != "det"]
    return noun.pos == "NOUN" and determiner is not None and determiner.text.lower().startswith("l") and not others
