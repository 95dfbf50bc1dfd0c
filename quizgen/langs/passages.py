"""The kept words of a sentence -> a passage with a gap, joined and tidied; and the gaps that no question asks; in any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from quizgen.langs import Wording
from quizgen.langs.asides import is_bracket, is_joint
from quizgen.langs.refusal import Refused
from quizgen.langs.targets import quality_of
from quizgen.model import GAP, Argument, Document, Fact, Token

LONGEST = 24  # words that a learner reads in one go; asides go until a passage is as short
UPPER = 30  # words over which a stem is a flaw
SHORTEST = 6
LONGER = 3  # times the gap, from which an argument that holds it asks for something else
FIGURES = ("number", "dimension")  # roles whose answer is a number with what it counts
FAR = 60  # tokens from an aside to the verb
OPENING = 6  # tokens from the first word of a subject to its noun
MEASURES = ("dimension", "duration", "measure")  # of these the whole answer is a measure
BLOCK = 256  # characters; a few sentences

TOLD = 0.85  # worth of a gap in the article's own words: a question asks better

Fuse = Callable[[str, str], tuple[str, str, str]]  # the words so far, a changed piece -> those, that, and the space between


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words of a passage: those of the tokens first..last (half-open), or what stands for them; `asked` marks the answer."""

    first: int
    last: int
    text: str
    asked: bool = False
    changed: bool = False


@dataclass(frozen=True, kw_only=True)
class Passage:
    """The words before the answer, the answer, the words after, and the tokens that they are made of."""

    before: str
    answer: str
    after: str
    kept: frozenset[int]
    bare: int  # definite nouns that nothing in the passage tells more of

    @property
    def words(self) -> int:
        """How many words a learner reads; the gap is one of them."""
        return len(f"{self.before} {GAP} {self.after}".split())


def check_passage(passage: Passage, pieces: Iterable[Piece], quotes: tuple[str, str]) -> None:
    """Raises Refused for a passage that says a thing twice, is too short or too long, or cuts a quotation (in `quotes`) or bracket."""
    said = [piece.text for piece in pieces if piece.changed]
    if len(set(said)) < len(said):
        raise Refused("the same is said twice")
    if not SHORTEST <= passage.words <= UPPER:
        raise Refused(f"a passage of {passage.words} words")
    whole = f"{passage.before}{passage.answer}{passage.after}"
    if any(whole.count(a) != whole.count(b) for a, b in (quotes, ("(", ")"))) or whole.count('"') % 2:
        raise Refused("a quotation or bracket is cut")
    if re.search(r"[a-zà-ÿ]{4}\.,|,[,.;]", whole) or whole.rstrip(" .;:,").endswith("—"):  # not « Corp., »
        raise Refused("something was cut between two marks")


def choose_pieces(document: Document, kept: Sequence[int], asked: frozenset[int], replaced: Callable[[Token], Sequence[Piece]]) -> Iterator[Piece]:
    """The words of the tokens `kept`, in order; `replaced` gives what stands alone in place of those that begin at a token, or nothing."""
    done = -1
    for i in kept:
        if i > done:
            token = document.tokens[i]
            pieces = replaced(token) or (Piece(first=i, last=i + 1, text=token.text, asked=i in asked),)
            done = pieces[-1].last - 1
            yield from pieces


def word_gap(fact: Fact, told: tuple[str, str, str], role: str, hint: Callable[[str], str], polish: Callable[[str], str]) -> Wording | str:
    """`told`, the words around the first argument of `fact`, with a gap for it; `hint` by the kind of argument, `polish` of the language."""
    first = fact.arguments[0]
    if role != first.role:
        return "it is told with the fact, not asked"
    before, answer, after = told
    sentence = f"{before}{GAP}{hint(first.kind)}{after}".rstrip(" .;:,") + "."
    entity = first.mention.entity
    names = (entity.name, *entity.aliases) if entity else ()
    return Wording(
        question=polish(sentence[:1].upper() + sentence[1:]),
        answer=polish(answer),
        also_right=tuple(dict.fromkeys(n for n in names if n != answer)),
        quality=quality_of(sentence) * TOLD,
    )


def cut_asides(
    document: Document,
    unit: set[int],
    asides: Iterable[frozenset[int]],
    asked: frozenset[int],
    is_loose: Callable[[Token, set[int]], bool],
    *,
    resumed: bool = False,
) -> set[int]:
    """`unit` without the `asides` that hold a loose word, are in brackets, or make it long.

    Raises Refused if what is left still has a word that `is_loose` says points outside, or quoted words whose beginning is missing
    (unless it is known that they are `resumed`, and will be told so).
    """
    kept = set(unit)
    free = [a for a in asides if not a & asked]
    for aside in free:
        if any(is_loose(document.tokens[i], kept) for i in sorted(aside & kept)) or is_bracket(document, aside) or is_joint(document, aside):
            kept -= aside
    for aside in sorted(free, key=lambda a: (-min(a), len(a))):
        if word_count(document, kept) <= LONGEST:
            break
        if word_count(document, kept) > UPPER or word_count(document, kept - aside) >= SHORTEST:
            kept -= aside
    kept |= lost_marks(document, unit, kept)
    outside = next((document.tokens[i] for i in sorted(kept) if is_loose(document.tokens[i], kept)), None)
    if outside is not None:
        raise Refused(f"« {outside.text} » points outside the passage")
    if not resumed and opens_before(document, kept):
        raise Refused("a quotation is cut")
    return kept


def word_count(document: Document, kept: set[int]) -> int:
    """How many of the tokens `kept` are words."""
    return sum(document.tokens[i].pos != "PUNCT" for i in kept)


def lost_marks(document: Document, unit: set[int], kept: set[int]) -> set[int]:
    """What was cut with an aside and the rest still needs: « et » before a clause that is kept, the comma that ends an opening.

    « supprimé 70 postes, et, il y a dix jours, il … » keeps « et », « Situé au sud, dont …, l’île … » its comma.
    """
    marks = {i for i in unit - kept if document.tokens[i].dep == "cc" and document.tokens[i].head in kept}
    marks = {i for i in marks if document.tokens[document.tokens[i].head].head in kept and document.tokens[i].head > i and i > min(kept)}
    for i in sorted(unit - kept):
        following, before = i + 1, max((k for k in kept if k < i), default=-1)
        if document.tokens[i].text != "," or following not in kept or before < 0 or document.tokens[before].text == ",":
            continue
        if _leaves_aside_open(document, kept, before, following) or _ends_circumstance(document, kept, before, following):
            marks.add(i)
            continue
        if _opens_incise(document, following):
            marks.add(i)
            continue
        subject = _subject_from(document, following)
        opening = document.tokens[min(kept)]
        if subject is not None and subject.head > i and _hangs_ahead(document, opening, document.tokens[before], subject):
            marks.add(i)
    return marks


def _leaves_aside_open(document: Document, kept: set[int], before: int, following: int) -> bool:
    """« X, au nord de Y | , où …, | reste », « X | , au nord de Y, | où …, reste »: what stands behind the subject would be half shut."""
    verb = next((t for t in document.tokens[following : following + FAR] if t.dep == "ROOT"), None)
    subject = next((t for t in document.children(verb) if t.dep.startswith("nsubj")), None) if verb is not None else None
    if verb is None or subject is None or not subject.i <= before < following <= verb.i or any(t.dep == "conj" for t in document.children(subject)):
        return False
    return sum(document.tokens[k].text == "," for k in kept if subject.i < k < verb.i) % 2 == 1


def _opens_incise(document: Document, following: int) -> bool:
    """« …, | pour finir |, affirme X »: what tells who says it stands behind a comma."""
    verb = document.tokens[following]
    return verb.pos == "VERB" and verb.dep in ("parataxis", "ccomp") and document.head(verb).i < following and verb.has("VerbForm=Fin")


def _ends_circumstance(document: Document, kept: set[int], before: int, following: int) -> bool:
    """« avait connu, entre 2015 et le soir X | , où …, | une série »: a comma that opened a circumstance behind the verb wants its other."""
    above = takewhile(lambda t: t.pos not in ("VERB", "AUX"), document.ancestors(document.tokens[before]))
    top = [document.tokens[before], *above][-1]
    inside = document.subtree(top)
    verb = document.head(top)
    opened = inside[0].i - 1 if inside[0].text != "," else inside[0].i
    behind = verb is not top and verb.i < inside[0].i and document.tokens[following] not in inside
    return behind and opened in kept and document.tokens[opened].text == "," and top.dep.startswith("obl") and document.tokens[following].pos == "DET"


def _subject_from(document: Document, first: int) -> Token | None:
    """The subject whose phrase begins at the token `first`; None if none does."""
    return next((t for t in document.tokens[first : first + OPENING] if t.dep.startswith("nsubj") and document.subtree(t)[0].i == first), None)


def _hangs_ahead(document: Document, opening: Token, last: Token, subject: Token) -> bool:
    """Whether the words from `opening` to `last` stand before the subject as a circumstance of its verb: none of them is a subject."""
    verb = document.head(subject)
    own = [t for t in document.tokens[opening.i : last.i + 1] if document.head(t) is verb and t is not verb]
    return bool(own) and not any(t.dep.startswith(("nsubj", "conj", "cc")) for t in own) and last.i < subject.i < verb.i


def opens_before(document: Document, kept: set[int]) -> bool:
    """Whether quoted words are kept whose quotation opens outside: its end would be told as said by the article."""
    numbers = {document.quotations[i] for i in kept if i in document.quotations}
    return any(document.quoted[number][0] - 1 not in kept for number in numbers)


def join_pieces(document: Document, pieces: Sequence[Piece], fuse: Fuse) -> tuple[str, str, str]:
    """The words before the answer, the answer, the words after it; cuts are closed, and changed words made to fit by `fuse`."""
    parts = ["", "", ""]
    last: Piece | None = None
    place = 0
    for piece in pieces:
        place = 1 if piece.asked else 2 if place else 0
        gap = _gap_between(document, last, piece)
        text = piece.text
        if piece.changed and last is not None and not parts[place]:
            gap = " " if place else gap
        if piece.changed and parts[place]:
            parts[place], text, gap = fuse(parts[place] + gap, text)
        parts[place] += gap + text
        last = piece
    spaced = " " if parts[1].startswith(" ") and parts[0] else ""
    return _tidy(parts[0], first=True) + spaced, parts[1].strip(), _tidy(parts[2])


def _gap_between(document: Document, last: Piece | None, piece: Piece) -> str:
    """The space between two pieces: as in the article, or one where words were cut out."""
    if last is None:
        return ""
    before, after = document.tokens[last.last - 1].span.end, document.tokens[piece.first].span.start
    if last.last == piece.first:
        return " " if document.article.text[before:after] else ""
    punctuated = re.match(r"[,.;:)»]", piece.text) is not None
    if not punctuated and (reopens(document, piece.first) or closes_aside(document, last.last) or is_set_apart(document, piece.first)):
        return ", "
    return "" if punctuated or last.text.endswith(("’", "'", "(")) else " "


def reopens(document: Document, first: int) -> bool:
    """Whether a comma that was cut stands before the subject of a verb: « Dans sa lettre à X | , qui l’a lue, | Y écrit … » keeps one."""
    token = document.tokens[first]
    noun = document.head(token) if token.pos == "DET" else token
    return document.tokens[first - 1].text == "," and noun.dep.startswith("nsubj") and document.subtree(noun)[0].i == first


def is_set_apart(document: Document, first: int) -> bool:
    """Whether a participle behind a comma that was cut has its other comma: « overturned in Gao, | last year, | killing nine, was … » keeps one."""
    verb = document.tokens[first]
    if verb.pos != "VERB" or not verb.has("VerbForm=Part") or verb.dep not in ("acl", "advcl") or document.subtree(verb)[0] is not verb:
        return False
    end = max(t.i for t in document.subtree(verb) if t.pos != "PUNCT") + 1
    return end < len(document.tokens) and document.tokens[first - 1].text == document.tokens[end].text == ","


def closes_aside(document: Document, end: int) -> bool:
    """Whether a comma that was cut ends what was set beside a noun: « Sa fille, X | , qui vit à Y, | achève … » keeps one."""
    token = document.tokens[end - 1]
    first = next((t for t in document.subtree(token) if t.pos != "PUNCT"), token)
    joined = bool(document.children(token, "conj"))  # « the two unions, Elm | , which …, | and Ulm »: the list goes on
    return token.dep == "appos" and not joined and first.i > 0 and document.tokens[first.i - 1].text == "," and document.tokens[end].text == ","


def _tidy(text: str, *, first: bool = False) -> str:
    """`text` without doubled or opening commas."""
    text = re.sub(r"\s*\[\d+\]", "", text) if "[" in text else text
    text = re.sub(r" {2,}", " ", text) if "  " in text else text
    text = re.sub(r"(,\s*)+(?=[,.;])", "", re.sub(r"\s+([,.])", r"\1", text))
    return re.sub(r"^[\s,;:]+", "", text) if first else text


def drop_asked(facts: Sequence[Fact], ask: Callable[[Fact, str], Wording | str]) -> list[Fact]:
    """`facts` without the gaps for what a question of another fact asks."""
    near: dict[int, list[tuple[Fact, Argument]]] = {}
    for other in facts:
        for argument in other.arguments if other.told is None else ():
            for block in _blocks(argument):
                near.setdefault(block, []).append((other, argument))

    def is_asked(gap: Argument) -> bool:
        return any(_asks(other, argument, gap, ask) for block in _blocks(gap) for other, argument in near.get(block, ()))

    return [f for f in facts if f.told is None or not is_asked(f.arguments[0])]


def _blocks(argument: Argument) -> range:
    """The stretches of the text that an argument lies in: only those of the same stretch are compared, so that time grows with the length."""
    return range(argument.mention.span.start // BLOCK, argument.mention.span.end // BLOCK + 1)


def _asks(other: Fact, argument: Argument, gap: Argument, ask: Callable[[Fact, str], Wording | str]) -> bool:
    """Whether `other` asks for the words of `gap` as its own `argument`."""
    mine, theirs = gap.mention.span, argument.mention.span
    bare = gap.role == "number" and " " not in gap.mention.text
    counted = argument.role in FIGURES or (argument.role == "duration" and bare)  # « nine months » asks for the « nine »
    counted = counted or (gap.role == "number" and theirs != mine and argument.role in MEASURES)
    if not (mine.start < theirs.end and theirs.start < mine.end) or counted != (gap.role == "number"):
        return False
    whole = (argument.role in MEASURES and theirs != mine) or (theirs.end - theirs.start) < LONGER * (mine.end - mine.start)
    return whole and not isinstance(ask(other, argument.role), str)


def word_above(document: Document, token: Token) -> str:
    """The lemma of the noun that a number counts, or of the verb or noun that a date or name stands under: two gaps of a sentence differ by it."""
    above = (t for t in document.ancestors(token) if t.pos in ("NOUN", "VERB", "AUX", "PROPN"))
    return next((t.lemma for t in above), token.lemma)
