"""Whether a clause says all that the sentence says of its verb: no half of an alternative, no condition left out, no quotation cut."""

from __future__ import annotations

import re

from quizgen.langs.fr.clause.verbs import REFLEXIVE
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.moments import is_relative_time
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Span, Token

SCOPES = ("pour", "chez", "parmi", "avant", "jusque", "jusqu’à", "jusqu’en", "jusqu’", "depuis", "sans", "sauf", "hormis", "faute")
# What a permission or a promise depends on, and what it does not hold for.
CONDITION = re.compile(
    r"(?:sur|sous|avec) (?:simple |seule |réserve|condition|présentation|autorisation|demande|ordonnance|inscription|dérogation)"
    r"|en cas d|à (?:la )?condition|à l’exception|à l’exclusion|sauf |hors |hormis |excepté "
)
EACH_OTHER = re.compile(r"(?:les un(?:e?s)|l[’']une?) (?:\w+ |d[’'])?(?:(?:les|des|aux) autres|l[’']autre)\b")
IF = ("si", "s’", "s'")
DEGREES = ("moins", "plus", "aussi", "si", "trop", "autant", "tellement")


def check_alternative(document: Document, head: Token) -> None:
    """Raises Refused for « les perdra ou les gagnera » and « sont moins nombreux »: half of it says something else."""
    if any(t.text.lower() == "ou" for c in (head, *document.children(head, "conj")) for t in document.children(c, "cc")):
        raise Refused("one of two things, it is not said which")
    halves = [(c, h) for c in document.children(head, "obl", "obj") for h in document.children(c, "conj")]
    if any(is_either(document, c) and is_either(document, h) for c, h in halves):
        raise Refused("one of two things, it is not said which")
    if sum(t.text.lower() == "soit" for t in document.subtree(head) if t.i > head.i) > 1:
        raise Refused("one of two things, it is not said which")  # « nourris, soit avec du maïs, soit avec du blé »
    if document.child(head, "cop") is None:
        return
    if head.has("VerbForm=Inf") or head.lemma == "tel" or is_compared(document, head):
        raise Refused("said by comparison with something else")


def is_either(document: Document, noun: Token) -> bool:
    """« soit avec du maïs »."""
    return any(t.text.lower() == "soit" for t in document.children(noun, "cc"))


def is_compared(document: Document, head: Token) -> bool:
    """Whether a quality is told by its degree: « plus haute »."""
    return any(t.text.lower() in DEGREES for t in document.children(head, "advmod"))


def check_comparison(document: Document, head: Token) -> None:
    """Raises Refused for « décrit sa fille comme … »: without it, the verb says something else."""
    words = (t for t in document.subtree(head) if t.i > head.i and t.text.lower() == "comme")
    if head.lemma in word_set("verbs", "seeing") and any(document.head(document.head(t)) in (head, *document.children(head, "obj")) for t in words):
        raise Refused("« comme » with a function of nobody knows what")


def check_borders(document: Document, head: Token) -> None:
    """Raises Refused where a complement lies beyond a colon, inside a quotation that the verb is not in, or in « les uns des autres »."""
    check_each_other(document, head)
    for token in document.children(head, "obj", "obl", "iobj", "xcomp", "ccomp", "nsubj"):
        if token.i in document.quotations and head.i not in document.quotations and token.dep != "ccomp" and _opens_quote(document, token):
            raise Refused("a quotation was read as a complement")
        if token.i > head.i and document.children(head, "obj")[:1] == (token,) and _follows_comma(document, head, token):
            raise Refused("an object beyond a comma")
        if _ends_range(document, token):
            raise Refused("half of a range was read as a complement")
        between = document.tokens[min(head.i, token.i) : max(head.i, token.i)]
        if any(t.text in (":", ";") for t in between):
            raise Refused("a complement beyond a colon")
        if token.dep.startswith("obl") and sum(t.text in ("–", "—") for t in between) % 2:
            raise Refused("a complement beyond a dash")


def check_colon(document: Document, head: Token, parts: list[Phrase | Clause]) -> None:
    """Raises Refused where a complement was read out of what follows a colon: « ont trouvé neuf puits : trois à X, six à Y »."""
    last = document.sentence_of(head).last
    colon = next((t for t in document.tokens[head.i + 1 : last] if t.text in (":", ";") and t.i not in document.quotations), None)
    if colon is not None and any(isinstance(p, Phrase) and p.role == "place" and p.span.start > colon.span.start for p in parts):
        raise Refused("a complement beyond a colon")


def _follows_comma(document: Document, head: Token, token: Token) -> bool:
    """« il a cabré devant le Norlys, un équipement de bord »: whether a comma stands before the object that no other comma answers."""
    opening = next(t for t in document.subtree(token) if t.pos != "PUNCT")
    commas = [t for t in document.tokens[head.i + 1 : opening.i] if t.text == ","]
    return len(commas) % 2 == 1 and commas[-1].i == opening.i - 1


def _ends_range(document: Document, token: Token) -> bool:
    """« atteindre 3 à 400 mètres »: whether the preposition of a phrase joins two numbers."""
    case = document.child(token, "case")
    before = document.before(case) if case is not None and case.text.lower() == "à" else None
    counted = token.pos == "NUM" or document.child(token, "nummod") is not None
    dated = before is not None and (dates.PARTS.fullmatch(before.text) or document.child(before, "case") is not None)  # « le 3 mai à 12 milles »
    return counted and before is not None and before.pos == "NUM" and not dated


def _opens_quote(document: Document, token: Token) -> bool:
    """Whether the whole quotation around `token` is a sentence of its own (a verb and more than some words in quotes)."""
    number = document.quotations[token.i]
    quoted = [t for t in document.words(document.sentence_of(token)) if document.quotations.get(t.i) == number]
    return any(t.has("VerbForm=Fin") for t in quoted)


def is_whole(reading: Reading, head: Token, complements: tuple[Phrase | Clause, ...]) -> bool:
    """Whether what follows the verb is all there: a condition or an exception that is left out changes the sense."""
    document = reading.document
    spans = [p.span for c in complements for p in (c.phrases() if isinstance(c, Clause) else (c,))]
    for token in document.children(head, "obl", "obj", "iobj", "advcl", "xcomp", "ccomp"):
        if (
            (token.i < head.i and not sets_scope(document, token))
            or token.text.lower() in (*REFLEXIVE, *dates.WEEKDAYS)
            or is_side_remark(document, token)
        ):
            continue
        inside = document.subtree(token)
        if any(t.text.lower() == "contre" for t in inside[:2]) and any(t.pos == "NUM" for t in inside):
            continue  # « contre 34 en 2012 »: a figure to compare with
        if is_relative_time(document.text(Span(start=inside[0].span.start, end=inside[-1].span.end))):
            continue
        if not any(span.start < inside[-1].span.end and inside[0].span.start < span.end for span in spans):
            return False
    return True


def check_each_other(document: Document, head: Token) -> None:
    """Raises Refused for « sont tombés dans les bras les uns des autres »: what is told of each of them would be left out."""
    for token in document.tokens[head.i + 1 : document.sentence_of(head).last]:
        if token.text in (",", ".", ";", ":") or token.has("VerbForm=Fin"):
            return
        if EACH_OTHER.match(document.article.text, token.span.start):
            raise Refused("what they did to each other")


def check_condition(document: Document, head: Token, complements: tuple[Phrase | Clause, ...]) -> None:
    """Raises Refused for « peut partir », of « peut partir sur simple demande »: what it depends on, or its exception, is left out."""
    phrases = [p for c in complements for p in (c.phrases() if isinstance(c, Clause) else (c,))]
    verbs = (head, *(t for t in document.children(head, "xcomp") if t.has("VerbForm=Inf")))
    own = [t for verb in verbs for t in document.children(verb, "obl", "obl:mod", "obl:arg") if t.i > verb.i]
    for part in (*own, *(t for noun in own for t in document.children(noun, "nmod"))):
        words = document.subtree(part)
        opening = document.text(Span(start=words[0].span.start, end=words[-1].span.end)).lower().replace("'", "’")
        told = any(p.span.start <= part.span.start < p.span.end and part.text in p.text for p in phrases)
        if not told and CONDITION.match(opening):
            raise Refused("what it depends on, or does not hold for, is left out")
    if depends_on_if(document, head):
        raise Refused("the condition it depends on is left out")


def depends_on_if(document: Document, head: Token) -> bool:
    """« si l’hébergeur refuse, X devra … », however the parser hung the condition; not « même si », nor a contrast (« si X, Y est »)."""
    finite = next((t for t in document.children(head, "aux:tense", "aux:pass", "cop") if t.has("VerbForm=Fin")), head)
    if not (finite.has("Tense=Fut") or finite.has("Mood=Cnd") or head.lemma in ("devoir", "pouvoir")):
        return False
    subject = document.child(head, "nsubj", "nsubj:pass")
    opening = document.subtree(subject)[0] if subject is not None else head
    comma = document.before(opening)
    conditions = [t for child in document.children(head, "advcl") for t in document.children(child, "mark") if child.has("VerbForm=Fin")]
    if comma is not None and comma.text == ",":
        for token in reversed(document.tokens[document.sentence_of(head).first : comma.i]):
            if token.text in (";", ":", "»"):
                break
            conditions += [token] if token.dep == "mark" else []
    before = [(t, document.before(t)) for t in conditions if t.text.lower() in IF]
    return any(lead is None or lead.text.lower() not in ("même", "comme") for _, lead in before)


def sets_scope(document: Document, token: Token) -> bool:
    """Whether a part before the verb says for whom the clause holds: « Pour les plus riches, », « Chez les jeunes, », « Parmi eux, »."""
    marks = [t.text.lower() for t in document.children(token, "case")]
    return token.dep.startswith("obl") and bool(marks) and marks[0] in SCOPES


def tells_of_name(document: Document, token: Token) -> bool:
    """« signé par le gouvernement X, composé de deux partis »: a participle behind a comma tells of what stands before it, not of the deed."""
    before = document.before(document.subtree(token)[0])
    opens = document.subtree(token)[0].text == "," or (before is not None and before.text == ",")
    bare = token.has("VerbForm=Part", "Tense=Past") and not document.children(token, "aux", "nsubj", "mark")
    return bare and opens and token.i > token.head


def is_side_remark(document: Document, token: Token) -> bool:
    """Whether what hangs on the verb may be left out: a concession, a contrast, the occasion (« en présence de »)."""
    if token.dep == "advcl":
        marks = {t.text.lower() for t in document.children(token, "mark")}
        done = not document.head(token).has("VerbForm=Inf")  # « peut voter | en présentant sa carte » depends on it
        means = marks == {"en"} and done and token.has("VerbForm=Part", "Tense=Pres") and token.i > token.head  # « a nié toute faute en affirmant … »
        return means or bool(marks & word_set("grammar", "concessions")) or tells_of_name(document, token)
    born = document.head(token).lemma == "naître" and any(t.text.lower() in ("de", "d’", "d'") for t in document.children(token, "case"))
    return born or (token.lemma in word_set("nouns", "frames") and token.lemma not in word_set("nouns", "conditions"))
