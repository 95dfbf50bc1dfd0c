"""Holders of a function as the parser reads them -> « la ministre, X, et son homologue, Y, » side by side; « Ancien maire, il … »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.model import Token

SUBJECTS = ("nsubj", "nsubj:pass")
HUNG = ("appos", "nmod", "nsubj", "nsubj:pass", "flat:name")  # how the parser hangs a name behind a function and its body
ASTRAY = ("conj", "acl", "appos", "advcl")  # how the parser hangs a participle behind a person and a trade
LONGEST_TRADE = 8  # tokens of what stands between a name and a participle
SAID_OF_TRADE = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ")
NEAR = 8  # tokens between the second function and its holder


def pair_holders(tokens: list[Token], i: int) -> None:
    """The name at `i`, between commas, given to the function before it, and that function to the first as its pair."""
    name = tokens[i]
    if name.name != "PER" or name.dep not in ("appos", "conj", "nmod") or i < 4 or tokens[i - 1].text != ",":
        return
    first = _first_function(tokens, i)
    second = next((t for t in reversed(tokens[max(0, i - NEAR) : i - 1]) if t.pos == "NOUN" and is_function(t.lemma)), None)
    if first is None or second is None or second.i <= first.i or second.dep != "conj":
        return
    opening = tokens[second.i - 2]
    if tokens[second.i - 1].pos != "DET" or opening.text.lower() != "et":
        return
    if not any(t.name == "PER" for t in tokens[first.i : opening.i]):
        return
    tokens[second.i] = replace(second, dep="conj", head=first.i)
    tokens[i] = replace(name, dep="appos", head=second.i)


def _first_function(tokens: list[Token], i: int) -> Token | None:
    """The subject above the token at `i`, if it is a function."""
    token = tokens[i]
    for _ in range(4):
        if token.dep in SUBJECTS:
            return token if token.pos == "NOUN" and is_function(token.lemma) else None
        token = tokens[token.head]
    return None


def join_holder_of_body(tokens: list[Token], i: int) -> None:
    """« la présidente de la Commission européenne X » with X hung on the body, or as a second subject: X is the president.

    Only behind a name: in « le directeur du lycée X » X is the school's.
    """
    name = tokens[i]
    if name.name != "PER" or name.dep not in HUNG or i < 4 or tokens[i - 1].pos != "PROPN" or tokens[i - 1].name == "PER":
        return
    if any(t.head == i and t.dep == "case" for t in tokens[i - 2 : i]):
        return
    for k in range(i - 2, max(0, i - NEAR), -1):
        noun = tokens[k]
        if noun.pos not in ("NOUN", "ADJ", "ADP", "DET", "PROPN") or noun.name == "PER":
            return
        new = k > 1 and tokens[k - 1].pos == "ADJ" and tokens[k - 1].head == k and tokens[k - 2].pos == "DET"  # « le nouveau directeur »
        if noun.pos == "NOUN" and is_function(noun.lemma) and (tokens[k - 1].pos == "DET" or new):
            if k < name.head < i or (name.dep in SUBJECTS and name.head == noun.head and noun.dep in SUBJECTS):
                tokens[i] = replace(name, dep="appos", head=k)
            return


def free_opening(tokens: list[Token], i: int) -> None:
    """« Ancienne ministre, elle avait elle-même fermé la banque »: the function at `i` opens the sentence, the pronoun is the subject."""
    noun = tokens[i]
    if noun.dep not in SUBJECTS or noun.pos != "NOUN" or any(t.head == i and t.pos == "DET" and t.i < i for t in tokens[max(0, i - 3) : i]):
        return
    comma = next((t.i for t in tokens[i + 1 : i + NEAR] if t.text == ","), 0)
    if not comma or comma + 1 >= len(tokens) or tokens[comma + 1].text.lower() not in ("il", "elle", "ils", "elles"):
        return
    pronoun, verb = tokens[comma + 1], noun.head
    if pronoun.head not in (verb, verb - 1, verb - 2):
        return
    tokens[i] = replace(noun, dep="dislocated")
    tokens[pronoun.i] = replace(pronoun, dep="nsubj", head=verb)
    for k in range(pronoun.i + 1, verb):
        if tokens[k].text.lower().endswith(("-même", "-mêmes")) and tokens[k].dep in SUBJECTS:
            tokens[k] = replace(tokens[k], dep="advmod")


def find_named_object(tokens: list[Token], i: int) -> None:
    """« a fermé la Norrlux » with the name read as a circumstance: right after its verb and without a preposition, it is the object."""
    name = tokens[i]
    if not name.name or name.dep != "obl:mod" or i < 2 or tokens[i - 1].pos != "DET" or tokens[i - 1].head != i or name.head != i - 2:
        return
    verb = tokens[name.head]
    if verb.pos == "VERB" and not any(t.head == verb.i and t.dep.startswith("obj") for t in tokens[max(0, i - NEAR) : i + NEAR]):
        tokens[i] = replace(name, dep="obj")


def hang_on_person(tokens: list[Token], i: int) -> None:
    """« X, architecte norvégien, mort à Gand » with the participle hung on the verb or a noun before: it tells of X, as what stands between."""
    done = tokens[i]
    if done.dep.split(":")[0] not in ASTRAY or done.pos not in ("VERB", "ADJ") or not done.has("VerbForm=Part", "Tense=Past"):
        return
    if i < 2 or tokens[i - 1].text != "," or done.head > i:
        return
    if any(t.head == i and t.dep.startswith(("aux", "cop", "nsubj")) for t in tokens[i - 2 : i + 2]):
        return
    comma = next((t for t in reversed(tokens[max(0, i - 2 - LONGEST_TRADE) : i - 2]) if t.text == ","), None)
    if comma is None or comma.i == 0 or tokens[comma.i - 1].name != "PER" or tokens[comma.i - 1].i == done.head:
        return
    between = tokens[comma.i + 1 : i - 1]
    trade = between[0] if between else done
    if trade.lemma == "ancien" and len(between) > 1:
        trade = between[1]
    said = is_function(trade.lemma) or trade.lemma in word_set("nouns", "professions")
    if not said or any(t.pos not in SAID_OF_TRADE for t in between):
        return
    gendered = trade.has("Gender=Fem") or trade.has("Gender=Masc")
    if done.has("Number=Plur") or (gendered and done.has("Gender=Fem") != trade.has("Gender=Fem")):
        return
    name = comma.i - 1
    tokens[i] = replace(done, dep="acl", head=name)
    for t in between:
        if t.dep == "conj" and t.head == name:  # « X, infirmière et poétesse, »: she is one
            tokens[t.i] = replace(t, dep="appos") if t.i == trade.i else replace(t, head=trade.i)
