"""Which one of a row somebody is: « X est la quatrième femme à recevoir le prix », « X est devenu le premier Letton à gagner le tournoi ».

So is « ce vote fait de X le premier N de Y », and « X a gagné, devenant le premier N de Y ».

Asked by what is told of the row: « Qui est la quatrième femme à recevoir le prix ? ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head, read_negation
from quizgen.langs.fr.forms.morphology import elide
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "ordinal"
ORDINAL = re.compile(r"premi(?:er|ère)|second|seconde|dernier|dernière|seule?|[a-zà-ÿ-]+ième|\d+(?:e|er|ère|ème)")
MAKING = ("fait", "fit")
BECOMING = ("devenir", "être")
LONGEST = 22  # words of what is told of the row
ENDS = (",", ";", ":", "(", "«", "–", "—", ".")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The ranks that `sentence` gives to a named one."""
    document = reading.document
    for deed in document.words(sentence):
        opening = document.before(deed)
        if deed.i not in document.quotations and (found := find_made(document, deed)) is not None:
            yield attempt(NAME, read_made, reading, deed, *found)
        if not deed.has("VerbForm=Inf") or opening is None or opening.text.lower() != "à" or deed.i in document.quotations:
            continue
        if (rank := find_rank(document, opening)) is not None:
            yield attempt(NAME, read_ordinal, reading, rank, opening)


def find_rank(document: Document, opening: Token) -> Token | None:
    """The « quatrième » of « la quatrième femme » right before « à »; None if there is no row."""
    before = [t for t in document.tokens[max(0, opening.i - 5) : opening.i] if t.i >= document.sentence_of(opening).first]
    rank = next((t for t in before if ORDINAL.fullmatch(t.text.lower())), None)
    if rank is None or any(t.pos in ("VERB", "AUX", "PUNCT", "ADP") for t in document.tokens[rank.i + 1 : opening.i]):
        return None
    article = document.before(rank)
    return rank if article is not None and article.text.lower() in ("le", "la") else None


def find_made(document: Document, deed: Token) -> tuple[Token, Token] | None:
    """(X, « premier ») of « fait de X le premier … » and « devenant le premier … », whatever the parser made of it; None if it is neither."""
    words = document.tokens[deed.i + 1 : min(deed.i + 5, document.sentence_of(deed).last)]
    if deed.text.lower() == "devenant":
        article, subject = 0, find_subject(document, document.head(deed)) if deed.dep in ("advcl", "conj") else None
    elif deed.text.lower() in MAKING and len(words) == 4 and words[0].text.lower().replace("'", "’") in ("de", "du", "d’") and words[1].name:
        article, subject = 2, words[1]
    else:
        return None
    ranked = len(words) > article + 1 and words[article].text.lower() in ("le", "la") and ORDINAL.fullmatch(words[article + 1].text.lower())
    return (subject, words[article + 1]) if ranked and subject is not None else None


def read_made(reading: Reading, deed: Token, subject: Token, rank: Token) -> Fact:
    """« X est le premier N de Y ». Raises Refused unless it is told as a fact, of whom, and among which."""
    document = reading.document
    verb = document.head(deed) if deed.text.lower() == "devenant" else deed
    if read_negation(document, verb) or not is_clause_head(document, verb):
        raise Refused("it is not told of whom it is the rank")
    attribution = check_standing(reading, verb)
    among = words_of_row(document, rank)[1:]
    if not any(t.name or t.text[:1].isupper() or t.lemma == "histoire" for t in among):
        raise Refused("it is not said among which")
    return build_rank(reading, subject, rank, attribution)


def read_ordinal(reading: Reading, rank: Token, opening: Token) -> Fact:
    """« X est le Ne N à V ». Raises Refused unless X is named, and nothing in the words points elsewhere."""
    document = reading.document
    verb = next((t for t in (opening, *document.ancestors(opening), *document.ancestors(rank)) if is_being(document, t)), None)
    if verb is None or read_negation(document, verb):
        raise Refused("it is not told of whom it is the rank")
    attribution = check_standing(reading, verb)
    subject = find_subject(document, verb)
    if subject is None or subject.i > rank.i:
        raise Refused("it is not told of whom it is the rank")
    return build_rank(reading, subject, rank, attribution)


def build_rank(reading: Reading, subject: Token, rank: Token, attribution: str) -> Fact:
    """« X est le Ne N … ». Raises Refused unless X is named, and nothing in the words points elsewhere."""
    document = reading.document
    term = replace(read_phrase(reading, subject, "term", subject=True), marker="")
    if len(term.entities) != 1 or term.kind not in ("person", "country", "city", "organisation"):
        raise Refused(f"« {term.text} » is no named one")
    words = words_of_row(document, rank)
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    said = say_tokens(reading, words)
    gloss = Phrase(role="told_gloss", text=f"{elide(document.tokens[rank.i - 1].text.lower(), said)}", span=span, head="rang")
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=term, complements=(gloss,))
    return build_fact(reading, rank, clause, type="definition", rule=NAME, predicate="rang", attribution=attribution)


def is_being(document: Document, token: Token) -> bool:
    """Whether `token` is the predicate of « être », or « devenir »."""
    copula = document.child(token, "cop") is not None
    return is_clause_head(document, token) and (copula or token.lemma in BECOMING)


def words_of_row(document: Document, rank: Token) -> list[Token]:
    """The words from the rank to the end of what is done. Raises Refused for a pronoun in them, and for too many."""
    words = [rank]
    while (following := document.after(words[-1])) is not None and following.text not in ENDS:
        words.append(following)
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "possessives") | word_set("grammar", "pointing")
    if any((t.pos == "PRON" and t.text.lower() not in ("se", "s’", "s'")) or t.text.lower() in pointing for t in words):
        raise Refused("the words point elsewhere")
    if len(words) > LONGEST:
        raise Refused("too much would have to be told")
    return words
