"""A sentence -> the part of it that tells one thing, in the article's own words, and so that it can be read alone.

Where no clause can be turned round safely, the sentence itself is kept: asides go, pronouns give way to what they stand for, dates are
completed, and what nothing in the article explains makes the passage refused. Nothing is added that the article does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.langs.fr import dates
from quizgen.langs.fr.constituents import kept_tokens
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.mentions import fuller_mention, is_established, noun_antecedent
from quizgen.langs.fr.moments import read_moment
from quizgen.langs.fr.morphology import elide, join_preposition
from quizgen.langs.fr.refusal import Refused
from quizgen.langs.fr.verbs import find_subject, is_clause_head
from quizgen.langs.fr.wording import as_definite, is_bare, say_list
from quizgen.model import Document, Reading, Span, Token

LONGEST = 24  # words that a learner reads in one go; asides go until a passage is as short
UPPER = 30  # words over which a stem is a flaw
SHORTEST = 6
ASIDES = ("acl", "acl:relcl", "appos", "advcl", "parataxis", "obl", "nmod")  # what may go if commas part it from the rest
BOUND = (
    "si",
    "s’",
    "sauf",
    "sans",
    "selon",
    "d’après",
    "moins",
    "pour",
    "afin",
    "que",
    "qu’",
    "hors",
    "suivant",
)  # openings without which it is untrue
SPOKEN = ("je", "j’", "nous", "vous", "tu", "on", "me", "m’", "moi", "te", "t’", "toi")
CONTRAST = ("lui", "elle", "eux", "elles")  # « les parents, eux, »
SHIFTS = ("dernier", "dernière", "prochain", "prochaine", "passé", "passée", "suivant")
SPELLS = ("week-end", "nuit", "soirée", "journée", "saison", "rentrée")
DAY_PARTS = ("matin", "soir", "midi", "après-midi")
HERE = (
    "ici", "là", "ci-dessus", "ci-dessous", "hier", "demain", "aujourd’hui", "avant-hier", "récemment", "actuellement", "désormais", "maintenant",
    "auparavant", "autrefois", "jadis",
)  # fmt: skip
LATER = ("après", "avant", "alors", "plus tôt", "plus tard")  # adverbs of a time that another sentence tells


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
    unit = read_unit(document, asked)
    kept = cut_asides(reading, unit, asked)
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


def read_unit(document: Document, asked: frozenset[int]) -> set[int]:
    """The tokens of the coordinate clause that holds `asked`. Raises Refused if it has no verb and subject of its own."""
    token = document.tokens[min(asked)]
    sentence = document.sentence_of(token)
    head = next((t for t in (token, *document.ancestors(token)) if _is_main(document, t)), None)
    if head is None or not is_clause_head(document, head) or find_subject(document, head) is None:
        raise Refused("no main clause with a subject holds it")
    unit = {t.i for t in document.subtree(head)}
    for other in document.children(head, "conj", "parataxis"):
        if _is_main(document, other) and not asked & {t.i for t in document.subtree(other)}:
            unit -= {t.i for t in document.subtree(other)}
    if not unit <= set(range(sentence.first, sentence.last)):
        raise Refused("the clause reaches over its sentence")
    return unit


def _is_main(document: Document, token: Token) -> bool:
    """Whether `token` heads the sentence, or a clause with its own subject beside its head: after « et », a colon or a semicolon."""
    if token.head == token.i:
        return True
    beside = token.dep == "conj" or (token.dep == "parataxis" and not _is_incise(token) and _follows_mark(document, token))
    own = document.child(token, "nsubj") is not None
    return beside and own and is_clause_head(document, token) and _is_main(document, document.head(token))


def _follows_mark(document: Document, token: Token) -> bool:
    """Whether a clause opens after a colon or a semicolon, which may count among its own words."""
    opening = document.subtree(token)[0]
    before = document.before(opening)
    return opening.text in (":", ";") or (before is not None and before.text in (":", ";"))


def _is_incise(token: Token) -> bool:
    """Whether a side clause says who says the rest."""
    return token.lemma in word_set("verbs", "report")


def cut_asides(reading: Reading, unit: set[int], asked: frozenset[int]) -> set[int]:
    """`unit` without the asides that point outside of it or make it long. Raises Refused if what is left still points outside."""
    document = reading.document
    kept = set(unit)
    asides = [a for a in find_asides(document, unit) if not a & asked]
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


def find_asides(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """The parts of a clause that it stays true without: what brackets, dashes or commas part from it, and joining words."""
    yield from _brackets(document, unit)
    first = min(unit)
    for i in sorted(unit):
        token = document.tokens[i]
        if (token.dep == "advmod" and token.text.lower() in word_set("grammar", "connectives")) or (i == first and token.pos == "CCONJ"):
            yield frozenset(_with_commas(document, {i}, unit))
        if token.text.lower() in CONTRAST and _stands_apart(document, {i}, unit):
            yield frozenset(_with_commas(document, {i}, unit))
        base = token.dep.split(":")[0]
        part = {t.i for t in document.subtree(token)}
        if token.dep not in ASIDES and base not in ASIDES and not _is_second_verb(document, token):
            continue
        if not part <= unit or max(part) - min(part) + 1 != len(part) or is_bound(document, part, token):
            continue
        if _stands_apart(document, part, unit) or is_loose_time(document, token) or _is_second_verb(document, token):
            yield frozenset(_with_commas(document, part, unit))


def _brackets(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """What stands in brackets or between two dashes."""
    opened: int | None = None
    for i in sorted(unit):
        text = document.tokens[i].text
        if opened is None and text in ("(", "[", "–", "—"):
            opened = i
        elif opened is not None and text == {"(": ")", "[": "]"}.get(document.tokens[opened].text, document.tokens[opened].text):
            yield frozenset(range(opened, i + 1)) & frozenset(unit)
            opened = None


def _is_second_verb(document: Document, token: Token) -> bool:
    """Whether `token` is a further verb of the same subject: « … et a reçu une cape »."""
    return token.dep == "conj" and is_clause_head(document, token) and is_clause_head(document, document.head(token))


def is_bound(document: Document, part: set[int], token: Token) -> bool:
    """Whether a part is a condition, an aim, an exception, or says who says it: without it the rest is not what the article says."""
    first = document.tokens[min(part)].text.lower().replace("'", "’")
    reported = token.dep == "parataxis" and _is_incise(token)
    said = token.i in document.quotations or any(i in document.quotations for i in part)
    return first in BOUND or reported or said


def _stands_apart(document: Document, part: set[int], unit: set[int]) -> bool:
    """Whether a comma, or the edge of the clause, stands on both sides of `part`."""
    before, after = min(part) - 1, max(part) + 1
    opens = document.tokens[min(part)].text == "," or (before in unit and document.tokens[before].text in (",", ";"))
    starts = before not in unit
    ends = after not in unit or document.tokens[after].text in (",", ".", ";", ":", "!", "…", "»")
    return (opens and ends) or (starts and after in unit and document.tokens[after].text == ",")


def is_loose_time(document: Document, token: Token) -> bool:
    """Whether `token` is a time told by the day of writing, which a sentence can do without: « mercredi soir », « la semaine prochaine »."""
    words = {t.text.lower() for t in document.subtree(token)}
    timed = token.text.lower() in dates.WEEKDAYS or token.lemma in word_set("nouns", "durations")
    return token.dep.startswith("obl") and timed and len(words) <= 4 and bool(words & word_set("grammar", "relative_time"))


def _with_commas(document: Document, part: set[int], unit: set[int]) -> set[int]:
    """`part` with the comma before it, or after it where it opens the clause."""
    before, after = min(part) - 1, max(part) + 1
    if before in unit and document.tokens[before].text == ",":
        closing = {after} if after in unit and document.tokens[after].text == "," and after + 1 in unit else set()
        return part | {before} | (closing if document.tokens[min(part)].text != "," else set())
    if before not in unit and after in unit and document.tokens[after].text == ",":
        return part | {after}
    return part


def points_outside(reading: Reading, token: Token, kept: set[int]) -> bool:
    """Whether a reader of the tokens `kept` alone cannot know what `token` means."""
    document = reading.document
    low = token.text.lower().replace("'", "’").lstrip("-")
    if token.i in document.quotations and low in (*SPOKEN, "notre", "nos", "mon", "ma", "mes"):
        return not any(document.tokens[i].lemma in word_set("verbs", "report") for i in kept)
    if low in (*SPOKEN, *HERE, "-ci", "ci", "-là") or (token.pos == "ADV" and low in LATER) or token.lemma == "tel":
        return True
    if token.pos == "PRON":
        return _is_loose_pronoun(reading, token, low, kept)
    if token.pos == "DET" and low in word_set("grammar", "possessives"):
        return low in word_set("grammar", "own") or (token.i not in reading.links and not _named_before(reading, token.i, kept))
    if token.pos == "DET" and low in word_set("grammar", "demonstratives"):
        noun = document.head(token)
        return _moment(reading, noun) is None and not is_established(document, noun) and fuller_mention(reading, noun) is None
    if dates.PARTS.fullmatch(token.text) and _is_one_of_several(document, token):
        return True
    if low in dates.MONTHS:
        before = document.before(token)
        return before is None or before.text.lower() not in ("en", "début", "fin", "mi-") or _moment(reading, token) is None
    if low in dates.WEEKDAYS or low in ("veille", "lendemain"):
        return _moment(reading, token) is None
    if low not in (*SHIFTS, "précédent", "précédente", "suivant", "suivante") or document.head(token).lemma not in (
        *word_set("nouns", "durations"),
        *SPELLS,
    ):
        return False
    return _moment(reading, document.head(token)) is None


def _is_one_of_several(document: Document, date: Token) -> bool:
    """« les 16 et 17 juin », « du 15 au 16 juin »: the day before has its month from the one after."""
    joint = document.before(date)
    while joint is not None and joint.text.lower() in ("le", "et", "au", "ou", "à"):
        joint = document.before(joint)
    return joint is not None and joint.i < date.i - 1 and joint.text.isdigit() and len(joint.text) < 3


def _moment(reading: Reading, token: Token) -> str | None:
    """A date or period that begins at `token`, in words that stand alone, with its preposition."""
    try:
        phrase = read_moment(reading, token, "time")
    except Refused:
        return None
    return join_preposition(phrase.marker, phrase.text) if phrase else None


def _is_loose_pronoun(reading: Reading, token: Token, low: str, kept: set[int]) -> bool:
    if token.has("PronType=Rel") or token.has("Reflex=Yes") or low in ("qui", "que", "qu’", "dont", "où", "se", "s’", "lequel", "laquelle"):
        return False
    if low in ("il", "elle", "ils", "elles"):
        known = token.i in reading.links or noun_antecedent(reading, token) is not None
        return token.dep != "expl:subj" and not known
    if low in ("y", "en") and token.dep.startswith("expl"):
        return False
    return low not in ("tout", "rien", "personne", "beaucoup")


def _named_before(reading: Reading, i: int, kept: set[int]) -> bool:
    """Whether a name or noun that could own what follows stands before `i` in the passage."""
    document = reading.document
    owners = (document.tokens[j] for j in sorted(kept) if j < i)
    return any((t.name or t.pos in ("NOUN", "PROPN")) and t.dep.startswith(("nsubj", "obj", "nmod", "obl", "ROOT")) for t in owners)


def is_unexplained(reading: Reading, i: int, kept: set[int]) -> bool:
    """Whether the noun `i` is bare and definite, with no fuller mention and no place in the title: a reader must guess which."""
    document = reading.document
    noun = document.tokens[i]
    if noun.pos != "NOUN" or not is_bare(document, noun, kept_tokens(document, noun, reading)):
        return False
    return i not in reading.links and fuller_mention(reading, noun) is None and noun.lemma not in word_set("nouns", "situational")


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
        if (said := _moment(reading, noun)) and _needs_saying(reading.document, noun):
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
