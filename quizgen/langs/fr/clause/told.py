"""Words of the article told again as they stand: what follows an infinitive or a verb, up to where the sentence turns to something else.

No part of the parse but the marks between clauses is trusted here, so that a complement hung on the wrong word is not lost.
"""

from __future__ import annotations

import re

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import is_everyones, joins
from quizgen.langs.fr.phrase.phrases import is_definite, mentions_in
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.reference.mentions import is_established
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Entity, Phrase, Reading, Span, Token

LONGEST = 12  # words of an answer
SHORTER = 11  # of one with an infinitive in it, whose end may be cut
STOPS = (".", ";", ":", "!", "?", "(", "[", "–", "—", "…", "...")
# Words that open another clause; what stands before them is whole.
TURNS = (
    "bien",
    "alors",
    "tandis",
    "lorsque",
    "lorsqu’",
    "quand",
    "puisque",
    "puisqu’",
    "car",
    "mais",
    "parce",
    "comme",
    "si",
    "ce",
    "selon",
    "malgré",
)
AIMS = ("pour", "afin", "dans", "lors", "après", "avant", "pendant", "suite", "grâce", "en")  # circumstances: what stands before them may stand alone
REFLEXIVE = ("se", "s’", "s'")
RELATIVE = ("qui", "que", "qu’", "qu'", "dont", "où")
OWNERS = {"son": "s", "sa": "s", "ses": "s", "leur": "p", "leurs": "p"}
LIST_WORDS = ("et", "ou", "ni")
NEAR = re.compile(r"(?i)hier|demain|aujourd[’']hui|prochaine?s?|dernière?s?|derniers?|prochainement|récemment|désormais|maintenant")
LINKING = ("également", "donc", "ainsi")  # they tie to a sentence before
SPOKEN = ("je", "j’", "nous", "vous", "me", "m’", "on", "ceci", "cela", "ça")  # of which what is told does not say who or what they are
TELLING = ("NOUN", "PROPN", "ADJ", "NUM", "VERB")


def tell_run(
    reading: Reading, head: Token, start: int, *, number: str = "", same: tuple[Entity, ...] = (), stop: int = 0, longest: int = LONGEST
) -> Phrase:
    """The words from the token `start` on (to `stop`, if given) that belong to the verb or noun `head`, told alone.

    `same` and `number` are those of whom « son », « se » and « il » may mean. Raises Refused if they need another sentence, or are more
    than `longest`, and cannot be cut before a circumstance.
    """
    tokens = [t for t in _run(reading.document, head, start) if not stop or t.i < stop]
    if tokens and tokens[0].text.lower() == "en" and head.has("VerbForm=Inf"):
        raise Refused("« en » stands for what is told elsewhere")  # « à en inscrire trois »
    _check_turn(reading.document, head, tokens)
    tokens = _cut_time(reading.document, tokens)
    tokens = _fitting(reading.document, tokens, head, longest)
    _check_closed(reading, tokens, number, same)
    if sum(t.pos in TELLING for t in tokens) < 2 and not tokens[0].lemma == "tout":  # « a nié toute responsabilité »
        raise Refused("it says too little")
    text = say_tokens(reading, [t for t in tokens if t.text.lower() not in LINKING])
    if len(text.split()) > longest and (shorter := _without_aim(reading.document, tokens)):
        tokens = shorter
        text = say_tokens(reading, [t for t in tokens if t.text.lower() not in LINKING])
    if len(text.split()) > longest:
        raise Refused("it is too long for an answer")
    span = Span(start=tokens[0].span.start, end=tokens[-1].span.end)
    return Phrase(role="told", text=text, span=span, head=head.lemma, taken_up=mentions_in(reading, tokens, None))


def _run(document: Document, head: Token, start: int) -> list[Token]:
    """The words from `start` to the first mark or word that opens something else."""
    sentence = document.sentence_of(head)
    inside = {t.i for t in document.subtree(head)}
    tokens: list[Token] = []
    for token in document.tokens[start : sentence.last]:
        low = token.text.lower()
        if token.i > head.i and (
            low in STOPS or (low in TURNS and token.pos in ("SCONJ", "CCONJ", "ADV", "ADP", "PRON")) or _parts(document, token, inside)
        ):
            break
        tokens.append(token)
    return _without_end(tokens)


def _without_aim(document: Document, tokens: list[Token]) -> list[Token]:
    """« quitter la course » of « quitter la course pour soigner une entorse », where the whole is too long; empty if no aim stands at the end."""
    aims = [t for t in tokens[1:] if t.text.lower() == "pour" and document.head(t).has("VerbForm=Inf") and document.head(t).i > t.i]
    return _without_end([t for t in tokens if t.i < aims[-1].i]) if aims else []


def _without_end(tokens: list[Token]) -> list[Token]:
    """`tokens` without words at their end that only lead to others: « par rapport à », « et »."""
    tokens = list(tokens)
    while tokens and tokens[-1].pos in ("PUNCT", "CCONJ", "ADP", "DET", "SCONJ", "PRON", "AUX") and tokens[-1].text not in ("»", "%"):
        tokens.pop()
    if [t.text.lower() for t in tokens[-2:]] in (["par", "rapport"], ["à", "partir"], ["à", "compter"]):
        tokens = tokens[:-2]
    if not tokens:
        raise Refused("it says too little")
    return tokens


def _check_turn(document: Document, head: Token, tokens: list[Token]) -> None:
    """Raises Refused where « mais » or « si » turns what was told, unless that was a denial."""
    after = [t for t in document.tokens[tokens[-1].i + 1 : tokens[-1].i + 4] if t.pos != "PUNCT"]
    on_condition = bool(after) and after[0].text.lower() in ("si", "s’", "s'") and after[0].pos == "SCONJ"  # « de partir si elle ne paie pas »
    parted = len(after) > 1 and after[1].dep.startswith("nsubj") and not on_condition
    turned = bool(after) and after[0].text.lower() in ("mais", "si", "s’", "s'", "sauf") and not parted
    other = next((t for t in after if t.dep == "conj" and document.head(t) not in document.subtree(head)), None)
    if turned and other is None and not any(t.text.lower() in ("ne", "n’", "n'") for t in tokens):
        raise Refused("what follows changes its sense")


def _parts(document: Document, token: Token, inside: set[int]) -> bool:
    """Whether a comma or « et » parts what belongs to the verb from what does not."""
    if token.text not in (",", *LIST_WORDS):
        return False
    following = document.after(token)
    joined = following is not None and next((t for t in (following, *document.ancestors(following)) if t.dep == "conj" and t.i > token.i), None)
    if not joined:
        return token.text == "," or (following is not None and following.i not in inside)
    return (
        document.head(joined).i not in inside
        or (joined.has("VerbForm=Fin") and token.text != ",")
        or (token.text == "," and not any(t.text in LIST_WORDS for t in document.tokens[token.i : token.i + 12]))
    )


def _cut_time(document: Document, tokens: list[Token]) -> list[Token]:
    """`tokens` without a time at their end that only the day of writing explains. Raises Refused for one in their midst."""
    near = next((t for t in tokens[1:] if NEAR.fullmatch(t.text) or _is_weekday(document, t)), None)
    if near is None:
        return tokens
    above = document.head(near) if near.pos == "ADJ" else near
    first = min(t.i for t in document.subtree(above) if t.i >= tokens[0].i)
    rest = [t for t in tokens if t.i < first]
    last = max(t.i for t in document.subtree(above) if t.i <= tokens[-1].i)
    if last < tokens[-1].i or len(rest) < 2 or tokens[0].i == first:
        raise Refused("a time that only the day of writing explains")
    return _without_end(rest)


def _is_weekday(document: Document, token: Token) -> bool:
    following = document.after(token)
    return token.text.lower() in dates.WEEKDAYS and not (following is not None and following.text[:1].isdigit())


def _fitting(document: Document, tokens: list[Token], head: Token, longest: int) -> list[Token]:
    """`tokens` up to the last circumstance (after a noun, infinitive) before which they are short enough."""
    deed = deed_of(document, head, tokens)
    if len(_words(tokens)) <= (SHORTER if deed else longest):
        return tokens
    cuts = [n for n, t in enumerate(tokens) if n > 1 and _opens_circumstance(document, t)]
    if deed:
        cuts = [n for n, t in enumerate(tokens) if t.i > deed.i + 1 and t.text == "et"]
    relative = next((n for n, t in enumerate(tokens) if n > 2 and t.text.lower() in RELATIVE), len(tokens))
    listed = [n for n, t in enumerate(tokens) if n > relative + 2 and t.text == "et"]  # of a relative clause, its first half tells enough
    known = [relative] if relative < len(tokens) and is_established(document, tokens[relative - 1]) else []  # « le traité qui … » is « le traité »
    fit = (n for cuts in (cuts, known, listed) for n in reversed(cuts) if len(_words(tokens[:n])) <= longest)
    cut = next(fit, None)
    if cut is None or tokens[cut - 1].pos not in ("NOUN", "PROPN", "ADJ"):
        raise Refused("it is too long for an answer")
    return tokens[:cut]


def _opens_circumstance(document: Document, token: Token) -> bool:
    """Whether what stands before a word may stand alone: before an aim or an occasion, not before those for whom alone it holds."""
    if token.text.lower() not in AIMS or token.pos != "ADP" or token.dep not in ("case", "mark"):
        return False
    return token.text.lower() != "pour" or document.head(token).pos not in ("NOUN", "PROPN")


def deed_of(document: Document, head: Token, tokens: list[Token]) -> Token | None:
    """« assurer » of « la capacité de l’armée d’assurer … »: without it the noun is nothing."""
    deed = next((t for t in tokens if t.has("VerbForm=Inf") and t.i > head.i), None)
    links = ("de", "d’", "d'", "à")
    return deed if head.pos == "NOUN" and deed and any(t.text.lower() in links for t in document.children(deed, "mark")) else None


def _words(tokens: list[Token]) -> list[str]:
    """The words as a reader counts them: « l’ » goes with its noun."""
    return [t.text for t in tokens if t.pos != "PUNCT" and not t.text.endswith(("’", "'"))]


def _check_closed(reading: Reading, tokens: list[Token], number: str, same: tuple[Entity, ...]) -> None:
    """Raises Refused for a word that points to another sentence, or to somebody not known."""
    for token in tokens:
        low = token.text.lower().replace("'", "’")
        linked = reading.links.get(token.i, ())
        if (low in word_set("grammar", "own") and not is_everyones(reading.document, token)) or low in SPOKEN:
            raise Refused(f"« {token.text} » points outside the sentence")
        if token.pos == "DET" and low in OWNERS and not linked and OWNERS[low] != number:
            raise Refused(f"whose « {token.text} » it is would not be clear")
        if token.pos == "DET" and low in word_set("grammar", "demonstratives") and not is_established(reading.document, reading.document.head(token)):
            raise Refused(f"« {token.text} » points outside the sentence")
        itself = low in (*REFLEXIVE, *RELATIVE) or low.endswith("-même") or _is_alone(reading, token)
        if token.pos == "PRON" and not itself and not (linked and linked == same):
            raise Refused(f"« {token.text} » is not resolved")
        if low in word_set("grammar", "pointing") and token.pos != "ADJ" and not joins(reading.document, token):
            raise Refused(f"« {token.text} » points outside the sentence")


def _is_alone(reading: Reading, pronoun: Token) -> bool:
    """« à elles seules »: the pronoun takes up what stands right before it."""
    following = reading.document.after(pronoun)
    return following is not None and following.lemma == "seul"


def is_known_actor(reading: Reading, phrase: Phrase) -> bool:
    """Whether one knows from the phrase alone, or with the event of the context line, who it is."""
    if phrase.entities or any(c.isupper() for c in phrase.text[1:]):
        return True
    words = len(phrase.text.replace("’", "’ ").split())
    if not is_definite(phrase) or phrase.count:
        return False
    body = phrase.head in word_set("nouns", "groups") | word_set("nouns", "organisations") | word_set("nouns", "situational")
    public = phrase.head in word_set("speech", "bodies")  # the event of the context line tells of which place or country
    office = phrase.head in word_set("nouns", "unique") and words > 2
    title = plain(phrase.head) in plain(reading.document.article.title).replace("’", " ").replace("'", " ").split()
    return words >= 4 or phrase.named or office or public or title or (body and (words > 2 or is_met(reading, phrase)))


def is_met(reading: Reading, phrase: Phrase) -> bool:
    """Whether the title or an earlier sentence has brought up the head of `phrase`."""
    noun = next((t for t in reading.document.tokens_in(phrase.span) if t.lemma == phrase.head), None)
    return noun is not None and is_established(reading.document, noun)
