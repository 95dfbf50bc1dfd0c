"""What is not so, asked with yes or no: « L’armée va-t-elle partir ? — non », where the article denies it plainly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.clause.facts import attempt
from quizgen.langs.fr.clause.verbs import is_clause_head, read_negation
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.rules.clause import read_fact
from quizgen.langs.refusal import Refused
from quizgen.model import Argument, Document, Fact, Mention, Phrase, Reading, Sentence, Token

NAME = "denial"
SEEMING = ("semble", "semblent", "paraît", "paraissent")  # what only seems is not denied
NEGATIVE = ("aucun", "personne", "rien", "ni ", "non plus", "pas encore")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The plain denials of `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if is_clause_head(document, token) and is_denied(document, token):
            yield attempt(NAME, read_denial, reading, token)


def is_denied(document: Document, token: Token) -> bool:
    """Whether a verb has « ne … pas »."""
    try:
        return read_negation(document, token) == "pas"
    except Refused:
        return False


def holds_clause(document: Document, phrase: Phrase) -> bool:
    """Whether the parse has taken the next clause into a phrase: « le retard et le titre revient à Gao »."""
    tokens = document.tokens_in(phrase.span)
    return any(t.has("VerbForm=Fin") for t in tokens) and not any(t.text.lower() in ("qui", "que", "qu’", "qu'", "dont", "où") for t in tokens)


def read_denial(reading: Reading, token: Token) -> Fact:
    """The fact of a denied clause with what it denies as its one role. Raises Refused unless it is told whole and plainly."""
    fact = read_fact(reading, token)
    clause = fact.clause
    if clause is None or clause.verb.negation != "pas" or not clause.whole:
        raise Refused("it is not denied plainly")
    if clause.subject is None or not (clause.subject.entities or clause.subject.named) or clause.subject.kind == "people":
        raise Refused("it is denied of something that is not named")
    if any(" et " in p.text and holds_clause(reading.document, p) for p in clause.phrases()):
        raise Refused("another clause hangs on it")
    if any(p.role == "cause" for p in clause.phrases()):
        raise Refused("why it is not so is asked")  # « Paul Lund a-t-il signé en raison de sa grippe ? » could be denied of the reason
    if any(p.marker == "pour" and p.kind == "person" for p in clause.phrases()):
        raise Refused("it is somebody’s view")
    said = [p.text.lower() for p in clause.phrases()]
    doubted = {t.text.lower() for t in reading.document.subtree(token)} & word_set("grammar", "doubts")
    later = {t.text.lower() for t in reading.document.children(token, "advmod")}
    if (
        doubted
        or clause.verb.finite in SEEMING
        or any(text.startswith(NEGATIVE) for text in said)
        or later & {"encore", "non", "toujours", "forcément", "seulement"}
    ):
        raise Refused("it is denied in part only")
    if any(p.role == "object" and (p.marker == "de" or p.text.startswith(("de ", "d’"))) for p in clause.phrases()):
        raise Refused("« pas de » would need another article")
    words = Mention(span=token.span, text=" ".join(said), taken_up=tuple(s for p in clause.phrases() for s in p.taken_up))
    return replace(fact, rule=NAME, arguments=(Argument(role=speeches.DENIED, mention=words, kind="verdict"),))
