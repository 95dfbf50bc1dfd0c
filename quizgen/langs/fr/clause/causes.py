"""Causes told beside a verb: « en raison des inondations », « à cause de la neige », « parce que son gardien était blessé »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.langs.fr.clause.told import tell_run
from quizgen.langs.fr.clause.verbs import is_passive
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import article_for, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Span, Token

LONGEST = 12  # words of an answer
FURTHER = re.compile(r" (?:dans|sur|sous|lors|qui|que|qu’|dont|où)\b ?")
TELLING = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM")  # what a cause may be told with
CLOSED = ("qui", "se", "s’", "s'", "il", "elle", "ils", "elles")
REASONS = ("raison", "motif")
UNTOLD = ("inconnu", "divers", "différent", "mystérieux", "obscur", "évident", "tel")  # reasons that are no answer
SECOND_REASON = re.compile(r",| et (?:à|afin|dans|en|par|pour|sur)\b")  # « pour des raisons de coût | et dans l’idée de … »
TAKEN = ("prendre", "tenir", "laisser", "donner", "compter", "passer")  # « pris pour cible », « laissé pour mort »: an idiom, no reason
GROUNDED = ("au motif qu", "sous prétexte qu", "de peur qu", "de crainte qu", "par peur qu", "par crainte qu")
BECAUSE = ("parce", "car", "puisque", "puisqu’", "puisqu'")


def read_cause(reading: Reading, token: Token) -> Phrase | None:
    """The cause that `token`, a dependent of a verb, tells; None if it tells none that can be said alone."""
    document = reading.document
    words = without_comma(document.subtree(token))
    said = document.text(Span(start=words[0].span.start, end=words[-1].span.end)).lower().replace("'", "’")
    lead = next((c for c in read_words("grammar")["causes"] if opens_with(said, c)), None)
    if lead is not None:
        return _named_cause(reading, words, lead)
    if token.dep == "advcl" and said.startswith(GROUNDED):
        return _told_cause(reading, words)
    case = document.child(token, "case")
    if case is not None and case.text.lower() == "pour" and token.lemma in REASONS:
        return _reason(reading, token)
    if (done := done_before(document, token)) is not None:
        return _done_cause(reading, token, done)
    above = document.head(token)
    passive = is_passive(document, above) or (
        above.has("VerbForm=Inf") and is_passive(document, document.head(above))
    )  # « condamné à payer, pour vol »
    taken = above.lemma in TAKEN and not document.children(token, "nmod", "amod")
    if case is not None and case.text.lower() == "pour" and passive and not taken and token.pos == "NOUN" and document.child(token, "det") is None:
        return _charge(reading, token)
    mark = document.child(token, "mark")
    if token.dep == "advcl" and mark is not None and mark.text.lower() in BECAUSE:
        return _told_cause(reading, words)
    return None


def done_before(document: Document, token: Token) -> Token | None:
    """The auxiliary of « (condamné) pour avoir pollué la rivière », by which what was done before tells why; None for anything else."""
    mark = document.child(token, "mark", "case")
    helpers = [t for t in document.children(token, "aux:tense", "aux") if t.has("VerbForm=Inf") and t.i < token.i]
    if mark is None or mark.text.lower() != "pour" or len(helpers) != 1 or helpers[0].i < mark.i or token.i in document.quotations:
        return None
    return helpers[0]


def _done_cause(reading: Reading, token: Token, helper: Token) -> Phrase | None:
    """« pour avoir pollué la rivière », up to the next mark; None if it is one of several deeds, or looks at what is told elsewhere."""
    document = reading.document
    before = [t for t in document.children(token, "expl", "expl:comp", "advmod", "obj", "iobj") if t.i < helper.i]
    if any(t.pos == "PRON" and t.text.lower() not in ("s’", "s'") for t in before):
        return None
    try:
        told = tell_run(reading, token, min([helper.i, *(t.i for t in before)]))
    except Refused:
        return None
    after = next((t for t in document.tokens if t.span.start >= told.span.end), None)
    if after is not None and after.text.lower() in ("et", "ou"):
        return None
    return replace(told, role="cause", kind="cause", marker="pour", core=False)


def opens_with(said: str, preposition: str) -> bool:
    """Whether words open with a preposition, however it is joined to what follows: « en raison d’ », « grâce aux »."""
    lead, _, last = preposition.rpartition(" ")
    joined = {"de": (f"{lead} d",), "à": (f"{lead} à ", f"{lead} au ", f"{lead} aux ")}.get(last, (preposition,))
    return said.startswith(joined if lead else preposition)


def without_comma(words: Sequence[Token]) -> Sequence[Token]:
    """The words of a phrase without the comma that parts it from what goes before."""
    return words[1:] if len(words) > 1 and words[0].text == "," else words


def _named_cause(reading: Reading, words: Sequence[Token], lead: str) -> Phrase | None:
    """A cause that is a noun after « en raison de » and its like."""
    count = len(lead.replace("’", "’ ").split())
    if (deed := next((t for t in words[count : count + 3] if t.has("VerbForm=Inf")), None)) is not None:
        return _feared_deed(reading, words, deed, lead)
    noun = next((t for t in words[count - 1 :] if t.pos in ("NOUN", "PROPN") and t.lemma not in lead), None)
    if noun is None:
        return None
    try:
        phrase = read_phrase(reading, noun, "cause")
    except Refused:
        return _first_of_cause(reading, words, noun, lead)
    if len(phrase.text.split()) + count > LONGEST:
        phrase = replace(phrase, text=FURTHER.split(phrase.text)[0])  # « la défaillance d’une valve | dans un moteur de l’étage »
    if len(phrase.text.split()) + count > LONGEST or phrase.count:
        return None
    span = Span(start=words[0].span.start, end=phrase.span.end)
    condition = lead in ("à la suite de", "suite à") and phrase.text.startswith(("un ", "une "))  # « à la suite d’une panne, il faut … »
    return Phrase(role="cause", text=phrase.text, span=span, marker=lead, kind="cause", head=phrase.head, core=condition, named=phrase.named)


def _feared_deed(reading: Reading, words: Sequence[Token], deed: Token, lead: str) -> Phrase | None:
    """« perdre les terres de la vallée » of « de peur de perdre … »; None if it looks at what is told elsewhere."""
    try:
        told = tell_run(reading, deed, deed.i)
    except Refused:
        return None
    span = Span(start=words[0].span.start, end=told.span.end)
    return replace(told, role="cause", span=span, marker=lead, kind="cause", core=False)


def _first_of_cause(reading: Reading, words: Sequence[Token], noun: Token, lead: str) -> Phrase | None:
    """« la rupture d’un câble », where what goes on (« sous un des six piliers du pont ») cannot be said; None if nothing is left."""
    document = reading.document
    behind = [t for t in words if t.i > noun.i]
    end = next((t.i for t in behind if FURTHER.fullmatch(f" {t.text.lower()} ") or t.text == ","), 0)
    said = list(document.tokens[noun.i : end])
    own = document.child(noun, "det")
    told = any(t.pos in ("NOUN", "PROPN") for t in said[1:]) and len(said) <= LONGEST and own is not None
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "possessives")
    if not told or any(t.pos not in TELLING or t.text.lower() in pointing for t in (own, *said) if t is not None):
        return None
    some = own is not None and own.text.lower() in ("un", "une")
    text = f"{own.text.lower()} {say_tokens(reading, said)}" if some and own else f"{article_for(noun, noun.text)}{say_tokens(reading, said)}"
    many = "p" if noun.has("Number=Plur") else "s"
    span = Span(start=words[0].span.start, end=said[-1].span.end)
    return Phrase(role="cause", text=text, span=span, marker=lead, kind="cause", head=noun.lemma, number=many, core=some)


def _charge(reading: Reading, noun: Token) -> Phrase | None:
    """What somebody is tried or praised for: « mis en examen pour fraude »."""
    try:
        phrase = read_phrase(reading, noun, "cause")
    except Refused:
        return None
    return None if phrase.count or phrase.kind in ("time", "duration") else replace(phrase, role="cause", kind="cause", marker="pour", core=False)


def _reason(reading: Reading, noun: Token) -> Phrase | None:
    """« pour des raisons économiques », « pour raisons de santé »: a reason that is told with more than its noun, and points to none told before."""
    own = reading.document.child(noun, "det")
    if own is not None and own.text.lower() not in ("des", "de", "d’", "une", "un"):
        return None
    told = [t for t in reading.document.children(noun, "amod", "nmod") if t.i > noun.i and t.lemma not in UNTOLD]
    try:
        phrase = read_phrase(reading, noun, "cause")
    except Refused:
        return None
    text = SECOND_REASON.split(phrase.text)[0]
    return replace(phrase, role="cause", text=text, kind="cause", marker="pour", core=False) if told and not phrase.count else None


def is_closed(document: Document, pronoun: Token) -> bool:
    """Whether a pronoun of a clause looks at nothing outside: « qui », « elle » of the subject, « y » of « il y avait »."""
    low, after = pronoun.text.lower(), document.after(pronoun)
    return low in CLOSED or (low == "y" and after is not None and after.lemma == "avoir")


def _told_cause(reading: Reading, words: Sequence[Token]) -> Phrase | None:
    """A cause that is a clause, in the article's words, if no pronoun in it looks outside."""
    document = reading.document
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "pointing")
    low = [t.text.lower() for t in words]
    if any(t.pos == "PRON" and not is_closed(document, t) for t in words) or pointing.intersection(low):
        return None
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    text = document.text(span)
    if len(text.split()) > LONGEST or "," in text:
        return None
    if low[0] == "car":  # no answer begins with it
        text = f"parce {'qu’' if text[4:5].lower() in 'aeiouyhéèêâîô' else 'que '}{text[4:]}"
    return Phrase(role="cause", text=text, span=span, kind="cause", head="cause", core=False)
