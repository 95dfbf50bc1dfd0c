"""A sentence -> the part of it that tells one thing, in the article's own words, and so that it can be read alone.

Where no clause can be turned round safely, the sentence itself is kept: asides go, pronouns give way to what they stand for, dates are
completed, and what nothing in the article explains makes the passage refused. Nothing is added that the article does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.langs.fr import dates
from quizgen.langs.fr.asides import find_asides, find_brackets, read_unit
from quizgen.langs.fr.constituents import kept_tokens
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.mentions import fuller_mention, noun_antecedent
from quizgen.langs.fr.morphology import elide, join_preposition
from quizgen.langs.fr.outside import SHIFTS, is_unexplained, points_outside, say_moment
from quizgen.langs.fr.refusal import Refused
from quizgen.langs.fr.wording import as_definite, is_bare, say_list
from quizgen.model import Document, Reading, Span, Token

LONGEST = 24  # words that a learner reads in one go; asides go until a passage is as short
UPPER = 30  # words over which a stem is a flaw
SHORTEST = 6
DAY_PARTS = ("matin", "soir", "midi", "après-midi")


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
        """How many words a learner reads."""
        return len(f"{self.before} {self.answer} {self.after}".split())


def read_passage(reading: Reading, first: int, last: int) -> Passage:
    """The passage around the tokens first..last (half-open), which are its answer. Raises Refused if it cannot be read alone."""
    document = reading.document
    asked = frozenset(range(first, last))
    unit, sure = read_unit(document, asked)
    kept = cut_asides(reading, unit, asked, sure=sure)
    pieces = list(read_pieces(reading, sorted(kept), asked))
    said = [piece.text for piece in pieces if piece.changed]
    if len(set(said)) < len(said):
        raise Refused("the same is said twice")
    before, answer, after = join_pieces(document, pieces)
    passage = Passage(before=before, answer=answer, after=after, kept=frozenset(kept), bare=sum(is_unexplained(reading, t, kept) for t in kept))
    if not SHORTEST <= passage.words <= UPPER:
        raise Refused(f"a passage of {passage.words} words")
    whole = f"{before}{answer}{after}"
    if any(whole.count(a) != whole.count(b) for a, b in (("«", "»"), ("(", ")"))) or whole.count('"') % 2:
        raise Refused("a quotation or bracket is cut")
    return passage


def cut_asides(reading: Reading, unit: set[int], asked: frozenset[int], *, sure: bool) -> set[int]:
    """`unit` without the asides that point outside of it or make it long; where the parse is not `sure`, without brackets alone.

    Raises Refused if what is left still points outside.
    """
    document = reading.document
    kept = set(unit)
    asides = [a for a in (find_asides(document, unit) if sure else find_brackets(document, unit)) if not a & asked]
    for aside in asides:
        loose = any(points_outside(reading, document.tokens[i], kept) for i in sorted(aside & kept))
        if loose or _is_bracket(document, aside) or is_joint(document, aside, unit):
            kept -= aside
    for aside in sorted(asides, key=lambda a: (-min(a), len(a))):
        if _length(document, kept) > LONGEST:
            kept -= aside
    outside = next((document.tokens[i] for i in sorted(kept) if points_outside(reading, document.tokens[i], kept)), None)
    if outside is not None:
        raise Refused(f"« {outside.text} » points outside the passage")
    return kept


def is_joint(document: Document, aside: frozenset[int], unit: set[int]) -> bool:
    """Whether a part only ties the clause to the one before: « cependant », « et » at its opening."""
    words = [document.tokens[i] for i in sorted(aside) if document.tokens[i].text != ","]
    return len(words) == 1 and (words[0].dep == "advmod" or words[0].pos in ("CCONJ", "PRON"))


def _length(document: Document, kept: set[int]) -> int:
    return sum(document.tokens[i].pos != "PUNCT" for i in kept)


def _is_bracket(document: Document, aside: frozenset[int]) -> bool:
    return document.tokens[min(aside)].text in ("(", "–", "—", "[")


def read_pieces(reading: Reading, kept: list[int], asked: frozenset[int]) -> Iterator[Piece]:
    """The words of the tokens `kept`, in order, with what stands alone in place of what does not."""
    document = reading.document
    done = -1
    for i in kept:
        if i <= done:
            continue
        token = document.tokens[i]
        piece = None if i in asked else _replaced(reading, token, kept, asked)
        piece = piece or Piece(first=i, last=i + 1, text=token.text, asked=i in asked)
        done = piece.last - 1
        yield piece


def _replaced(reading: Reading, token: Token, kept: list[int], asked: frozenset[int]) -> Piece | None:
    """What is said instead of the words that begin at `token`, or None."""
    low = token.text.lower().lstrip("-")
    if token.pos == "PRON" and low in ("il", "elle", "ils", "elles") and token.dep != "expl:subj":
        return _for_pronoun(reading, token, kept)
    for noun in _nouns_after(reading.document, token):
        run = range(token.i, _end_of_moment(reading.document, noun))
        if not set(run) <= set(kept) or asked & set(run):
            continue
        if (said := say_moment(reading, noun)) and _needs_saying(reading.document, noun):
            return Piece(first=run.start, last=run.stop, text=said, changed=True)
        if token.pos == "DET" and noun.pos == "NOUN" and (piece := _for_noun(reading, token, noun)):
            return piece
    return None


def _nouns_after(document: Document, token: Token) -> list[Token]:
    """`token` itself, or the noun whose preposition and article begin at it."""
    if token.dep in ("case", "det"):
        head = document.head(token)
        first = min((t.i for t in document.children(head, "case", "det") if t.i < head.i), default=head.i)
        return [head] if head.i > token.i and first == token.i and head.i - token.i <= 3 else []
    return [token]


def _end_of_moment(document: Document, noun: Token) -> int:
    """The end of a date with what shifts it: « vendredi soir », « le 28 juin dernier »."""
    last = noun.i + 1
    while last < len(document.tokens) and document.tokens[last].text.lower() in (*SHIFTS, *DAY_PARTS):
        last += 1
    return last


def _needs_saying(document: Document, noun: Token) -> bool:
    """Whether a date is not said in full as it stands."""
    found = dates.find_date(noun.text)
    before = document.before(noun)
    whole = found is not None and found[2] - found[1] == len(noun.text)
    after = _end_of_moment(document, noun) > noun.i + 1
    return not whole or after or (before is not None and before.text.lower() in ("ce", "cette"))


def _for_pronoun(reading: Reading, token: Token, kept: list[int]) -> Piece | None:
    """The name or noun that « il » stands for, unless the passage has named it before."""
    entities = reading.links.get(token.i, ())
    if token.text.startswith("-"):
        return None
    if entities and any(set(reading.links.get(i, ())) & set(entities) for i in kept if i < token.i):
        return None
    noun = None if entities else noun_antecedent(reading, token)
    if noun is not None and noun.i in kept:
        return None
    said = say_list(entities) if entities else as_definite(reading, noun) if noun is not None else ""
    return Piece(first=token.i, last=token.i + 1, text=said, changed=True) if said else None


def _for_noun(reading: Reading, determiner: Token, noun: Token) -> Piece | None:
    """« le navire », « ce transfert » in the words of the fuller mention, or with « le » for « ce »."""
    document = reading.document
    words = kept_tokens(document, noun, reading)
    if is_bare(document, noun, words) and (full := fuller_mention(reading, noun)) is not None:
        return Piece(first=determiner.i, last=noun.i + 1, text=as_definite(reading, full), changed=True)
    if determiner.text.lower() in word_set("grammar", "demonstratives"):
        article = "les" if noun.has("Number=Plur") else "la" if noun.has("Gender=Fem") else "le"
        said = elide(article, document.text(Span(start=document.tokens[determiner.i + 1].span.start, end=noun.span.end)))
        return Piece(first=determiner.i, last=noun.i + 1, text=said, changed=True)
    return None


def join_pieces(document: Document, pieces: list[Piece]) -> tuple[str, str, str]:
    """The words before the answer, the answer, the words after it; cuts are closed, elisions made anew."""
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
            parts[place], text, gap = _fuse(parts[place] + gap, text)
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
    return "" if re.match(r"[,.;:)»]", piece.text) or last.text.endswith(("’", "'", "(")) else " "


def _fuse(said: str, text: str) -> tuple[str, str, str]:
    """The words before a changed piece, the piece, and no space: « de » + « le Rwanda », « qu’ » + « Bernard X »."""
    match = re.search(r"(?i)(?:^|(?<=[\s’]))(d’|de|à|qu’|que|du|des|au|aux) ?$", said)
    if match is None:
        return said, text, ""
    word = match.group(1).lower()
    base = {"d’": "de", "qu’": "que", "du": "de", "des": "de", "au": "à", "aux": "à"}.get(word, word)
    joined = elide("que", text) if base == "que" else join_preposition(base, text)
    return said[: match.start()], joined, ""


def _tidy(text: str, *, first: bool = False) -> str:
    """`text` without doubled or opening commas."""
    text = re.sub(r"\s*\[\d+\]", "", text)
    text = re.sub(r"(,\s*)+(?=[,.;])", "", re.sub(r"\s+([,.])", r"\1", re.sub(r" {2,}", " ", text)))
    return re.sub(r"^[\s,;:]+", "", text) if first else text
