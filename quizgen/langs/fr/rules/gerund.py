"""What is done beside another thing, told by a form in -ant: « X a cédé en signant le bail », « un train transportant 200 clients ».

It becomes a clause of its own, of the same subject and time: « X a signé le bail », « le train transportait … ».
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.complements import read_complements
from quizgen.langs.fr.clause.facts import attempt, build_fact, has_anchor, is_report
from quizgen.langs.fr.clause.verbs import CLITICS, REFLEXIVE, find_subject, is_clause_head, read_verb
from quizgen.langs.fr.clause.wholeness import is_whole
from quizgen.langs.fr.forms.conjugation import imperfect, perfect, present
from quizgen.langs.fr.lexicon import verb_type, word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import told_thing
from quizgen.langs.fr.rules.clause import check_content, check_standing, tells_toll
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "gerund"
CONFIDENCE = 0.85  # how the two deeds hang together is left out
# Forms that only join, compare or date, or that need more than is said here.
JOINING = (
    "suivre",
    "concerner",
    "venir",
    "passer",
    "aller",
    "dépendre",
    "viser",
    "comprendre",
    "dater",
    "être",
    "avoir",
    "relier",
    "faire",
    "voir",
    "commencer",
)
ORDERING = ("annoncer", "ordonner", "décréter", "demander", "réclamer", "proposer")  # what is told with a noun: « en ordonnant le retrait »


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts of the forms in -ant of `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if not is_gerund(token) or token.i in document.quotations or token.lemma in JOINING or not tells_deed(document, token):
            continue
        if token.dep == "acl" and token.i > token.head and not is_marked(document, token):
            yield attempt(NAME, read_quality, reading, token)
        elif token.dep in ("advcl", "acl", "obl:mod", "obl"):
            yield attempt(NAME, read_deed, reading, token)


def is_gerund(token: Token) -> bool:
    """Whether `token` is a present participle or a gerund."""
    return token.pos == "VERB" and token.text.lower().endswith("ant") and not token.has("VerbForm=Fin")


def tells_deed(document: Document, token: Token) -> bool:
    """Whether the form tells what is done, and not what is said: « en ordonnant le retrait », not « en affirmant que »."""
    if not is_report(token):
        return True
    thing = document.child(token, "obj")
    return token.lemma in ORDERING and thing is not None and thing.pos == "NOUN" and document.child(token, "ccomp", "xcomp") is None


def is_marked(document: Document, token: Token) -> bool:
    """Whether « en » stands before the form."""
    before = document.before(token)
    return before is not None and before.text.lower() == "en"


def read_deed(reading: Reading, token: Token) -> Fact:
    """« X a cédé en signant le bail » -> « X a signé le bail ». Raises Refused where the subject or the time is not sure."""
    clause, attribution = read_deed_clause(reading, token)
    return told(reading, token, clause, attribution)


def read_deed_clause(reading: Reading, token: Token) -> tuple[Clause, str]:
    """The clause of what is done beside another deed, and who says so. Raises Refused where the subject or the time is not sure."""
    document = reading.document
    main = verb_beside(document, token)
    attribution = check_standing(reading, main)
    group = read_verb(document, main)
    marked, before = is_marked(document, token), document.before(token)
    if not marked and (before is None or before.text != ","):
        raise Refused("it is not sure of what the participle is told")
    if group.negation or (group.passive and marked):
        raise Refused("it is not sure who does it")
    subject_token = find_subject(document, main)
    if subject_token is None:
        raise Refused("no subject was found")
    subject = read_phrase(reading, subject_token, "subject", subject=True)
    return read_beside(reading, token, subject, said_beside(document, token, main, subject.number)), attribution


def read_quality(reading: Reading, token: Token) -> Fact:
    """« un train transportant 200 passagers » -> « le train transportait 200 passagers ». Raises Refused unless the thing is known."""
    document = reading.document
    noun = document.head(token)
    before = document.before(token)
    if noun.pos not in ("NOUN", "PROPN") or (before is not None and before.text == ","):
        raise Refused("it is not sure of what the participle is told")
    thing = told_thing(reading, noun, token.i, "subject")
    if thing.number == "p":
        raise Refused("several things, which may be any")
    root = next((t for t in document.ancestors(token) if is_clause_head(document, t)), None)
    if root is None:
        raise Refused("the time is not known")
    if is_told_past(document, root):
        finite: str | None = imperfect(token.text, thing.number)
    else:
        finite = present(token.text, token.lemma, thing.number)
    if finite is None:
        raise Refused("a form that no rule gives")
    return told(reading, token, read_beside(reading, token, thing, Verb(lemma=token.lemma, finite=finite, number=thing.number)), "")


def verb_beside(document: Document, token: Token) -> Token:
    """The finite clause that the form in -ant stands beside: the nearest above it. Raises Refused if it is inside another statement."""
    main = next((t for t in document.ancestors(token) if is_clause_head(document, t)), None)
    if main is None or main.i > token.i:
        raise Refused("it is not sure of what the participle is told")
    between = [t for t in document.ancestors(token) if t.i != main.i][: list(document.ancestors(token)).index(main)]
    if any(t.has("VerbForm=Inf") for t in between) and not is_recent(document, main):
        raise Refused("it belongs to what is only planned")
    return main


def is_recent(document: Document, head: Token) -> bool:
    """« vient d’accélérer »: it has just been done."""
    return head.lemma == "venir" and any(t.has("VerbForm=Inf") and document.child(t, "mark") is not None for t in document.children(head, "xcomp"))


def is_told_past(document: Document, head: Token) -> bool:
    """Whether the clause of `head` tells of the past."""
    if is_recent(document, head):
        return True
    finite = next((t for t in document.children(head, "aux:tense", "aux:pass", "cop") if t.has("VerbForm=Fin")), head)
    return finite.has("Tense=Past") or finite.has("Tense=Imp") or document.child(head, "aux:tense") is not None


def said_beside(document: Document, token: Token, main: Token, number: str) -> Verb:
    """The form in -ant in the time of the clause of `main`. Raises Refused where that time is neither past nor present."""
    finite = next((t for t in document.children(main, "aux:tense", "aux:pass", "cop") if t.has("VerbForm=Fin")), main)
    if finite.has("Mood=Cnd") or finite.has("Tense=Fut") or finite.text.lower().endswith(("rait", "raient", "ra", "ront")):
        raise Refused("what would or will be is told by its own verb")
    if any(t.has("VerbForm=Inf") for t in document.children(main, "xcomp")) and not is_recent(document, main):
        raise Refused("it belongs to what is only planned")
    if is_told_past(document, main):
        if (forms := perfect(token.lemma, number)) is None:
            raise Refused("a form that no rule gives")
        return Verb(lemma=token.lemma, finite=forms[0], rest=forms[1], number=number)
    if (form := present(token.text, token.lemma, number)) is None:
        raise Refused("a form that no rule gives")
    return Verb(lemma=token.lemma, finite=form, number=number)


def read_beside(reading: Reading, token: Token, subject: Phrase, verb: Verb) -> Clause:
    """The clause of `verb` with what belongs to the form in -ant. Raises Refused if that was not read whole."""
    document = reading.document
    low = [t.text.lower().replace("'", "’") for t in document.children(token) if t.i < token.i]
    if any(w in (*CLITICS, *REFLEXIVE, "ne", "n’", "s’") and w != "en" for w in low) or document.children(token, "nsubj"):
        raise Refused("a pronoun or a negation before the participle")
    complements = read_complements(reading, token, subject)
    if not is_whole(reading, token, complements) or not any(isinstance(p, Phrase) for p in complements):
        raise Refused("something that belongs to it was not read")
    return Clause(verb=verb, subject=subject, complements=complements)


def told(reading: Reading, token: Token, clause: Clause, attribution: str, *, rule: str = NAME, confidence: float = CONFIDENCE) -> Fact:
    """The fact of the clause. Raises Refused if it says too little by itself."""
    if token.lemma in word_set("verbs", "light") and not (has_anchor(clause) or tells_toll(clause)):
        raise Refused("the verb says too little")
    kind = verb_type(token.lemma)
    kind = "action" if kind == "meeting" else kind
    check_content(reading, clause, kind)
    return build_fact(reading, token, clause, type=kind, rule=rule, attribution=attribution, confidence=confidence)
