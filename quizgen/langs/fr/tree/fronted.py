"""What opens a clause before the name that it tells of (« Fondateur du groupe, X est mort ») -> the name as the subject. Part of the repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

SUBJECTS = ("nsubj", "nsubj:pass")
HUNG = ("appos", "nmod", "conj", "nsubj")  # how the parser hangs such a name
FARTHEST = 40  # tokens of what is told before the name
TRADE_DEPS = ("nsubj", "advcl", "obl", "appos", "dislocated")
STEPS = 3  # steps from the name up to what the parser took for the subject
ENDS = (".", "!", "?", "«", ";", ":")


def name_subject(tokens: list[Token], i: int) -> None:
    """« Ancien ministre et patron du groupe, X, mis en examen, est mort » with « ministre » as the subject: without article it tells what X is."""
    name = tokens[i]
    if i < 2 or tokens[i - 1].text != "," or not name.name or name.dep.split(":")[0] not in HUNG:
        return
    noun = _subject_above(tokens, i) if name.dep not in SUBJECTS else _first_subject(tokens, name)
    if noun is None or noun.pos not in ("NOUN", "ADJ") or not _opens_clause(tokens, noun.i) or any(t.text == ":" for t in tokens[noun.i : i]):
        return
    verb = noun.head
    if verb <= i or any(t.head == verb and t.dep in SUBJECTS for t in tokens[i + 1 : verb]):
        return
    tokens[i] = replace(name, dep=noun.dep, head=verb)
    if (
        tokens[noun.head].dep == "ROOT"
        and (opening := next((t for t in tokens[: noun.i] if t.head == noun.i and t.dep == "advcl"), None)) is not None
    ):
        tokens[opening.i] = replace(opening, head=verb)  # « Né à Gand, aîné de sept enfants, X a … »
    tokens[noun.i] = replace(noun, dep="appos", head=i)
    for t in tokens[i + 1 : verb]:
        if noun.i <= t.head < i and t.dep.startswith(("acl", "appos", "advcl")):
            tokens[t.i] = replace(t, head=i)


def _subject_above(tokens: list[Token], i: int) -> Token | None:
    """The noun before the name at `i` that the parser took for a subject."""
    token = tokens[i]
    for _ in range(STEPS):
        if token.dep in SUBJECTS or token.head == token.i:
            break
        token = tokens[token.head]
    return token if token.dep in SUBJECTS and i - FARTHEST < token.i < i else None


def _first_subject(tokens: list[Token], name: Token) -> Token | None:
    """The noun before a name that the parser took for a first subject of the same verb."""
    before = tokens[max(0, name.i - FARTHEST) : name.i]
    return next((t for t in before if t.dep in SUBJECTS and t.head == name.head and t.pos == "NOUN"), None)


def _opens_clause(tokens: list[Token], noun: int) -> bool:
    """Whether the noun has no article, and nothing but adjectives stands between it and the opening of its clause."""
    first = noun
    while first > 0 and tokens[first - 1].head == noun and tokens[first - 1].pos in ("ADJ", "ADV"):
        first -= 1
    return first == 0 or tokens[first - 1].text in (*ENDS, ",")


def free_opening_trade(tokens: list[Token], i: int) -> None:
    """« Juriste, puis ministre du pays, elle … »: a trade that has its capital only from the opening is no name, and not the subject."""
    noun = tokens[i]
    if noun.dep.split(":")[0] not in TRADE_DEPS:
        return
    if noun.pos not in ("PROPN", "NOUN") or not noun.text.istitle() or (i and tokens[i - 1].text not in ENDS) or not _is_trade(tokens, i):
        return
    pronoun = next((t for t in tokens[i + 2 : i + FARTHEST] if t.text in ("il", "elle") and t.dep in SUBJECTS), None)
    if pronoun is None or tokens[pronoun.i - 1].text != "," or any(t.text in ENDS or t.has("VerbForm=Fin") for t in tokens[i : pronoun.i]):
        return
    gender = frozenset({f"Gender={'Fem' if pronoun.text == 'elle' else 'Masc'}", "Number=Sing"})
    tokens[i] = replace(noun, pos="NOUN", lemma=noun.text.lower(), name="", feats=gender, dep="advcl", head=pronoun.head)


def _is_trade(tokens: list[Token], i: int) -> bool:
    """Whether a word is a known trade or function, or such a one is coordinated with it: « Pharmacienne et maire de Gand »."""
    word = tokens[i].text.lower()
    joined = (t for t in tokens[i + 1 : i + 5] if t.pos == "NOUN" and t.text.islower())
    return (
        is_function(word)
        or word in word_set("nouns", "professions")
        or (
            any(t.text in (",", "et", "puis") for t in tokens[i + 1 : i + 2])
            and (second := next(joined, None)) is not None
            and is_function(second.lemma)
        )
    )
