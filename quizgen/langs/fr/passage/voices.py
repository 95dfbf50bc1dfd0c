"""What somebody says, in his own words with who says it before them: « Karl Lund a déclaré : « Nous avons perdu une saison entière. » ».

The sentence around the words is left behind, so that its asides, its length and what it points to do no harm; a quotation keeps its first
person, for one reads who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.langs.asides import find_brackets
from quizgen.langs.fr.forms.morphology import elide, upper_first
from quizgen.langs.fr.passage.asides import find_asides
from quizgen.langs.fr.passage.outside import SPOKEN, points_outside
from quizgen.langs.fr.passage.passages import fuse, lacks_consequence, read_pieces
from quizgen.langs.fr.reference.mentions import noun_antecedent
from quizgen.langs.passages import Passage, check_passage, choose_pieces, cut_asides, join_pieces
from quizgen.langs.refusal import Refused
from quizgen.model import Phrase, Reading, Token

FIRST = (*SPOKEN, "notre", "nos", "mon", "ma", "mes")  # one reads who speaks
ADDRESSED = ("vous", "votre", "vos", "tu", "te", "t’", "toi", "ton", "ta", "tes")
SAID_THEN = ("aujourd’hui", "maintenant", "désormais", "actuellement", "ici")  # on the day that stands over the card
THIRD = ("il", "elle", "ils", "elles", "lui", "leur", "eux", "le", "la", "les", "l’", "en", "y")


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Words that somebody says: `lead` names him, `run` are their tokens, `above` those of who says it; `quoted` in quotation marks."""

    lead: str
    run: frozenset[int]
    above: frozenset[int]
    quoted: bool
    speaker: Phrase


def read_words(reading: Reading, voice: Voice, first: int, last: int) -> Passage:
    """The words of `voice` around the tokens first..last (half-open), which are the answer. Raises Refused if they cannot be read alone."""
    document = reading.document
    asked = frozenset(range(first, last))

    def is_loose(token: Token, left: set[int]) -> bool:
        low = token.text.lower().replace("'", "’")
        if voice.quoted and low in (*FIRST, *SAID_THEN) and low not in ADDRESSED:
            return False
        if voice.quoted and token.pos == "PRON" and low in THIRD and agreeing_noun(reading, token, left) is not None:
            return False  # « L’idée est belle. Elle n’est pas prouvée. »
        return points_outside(reading, token, left | voice.above)

    asides = find_brackets(document, set(voice.run)) if voice.quoted else find_asides(document, set(voice.run))
    kept = cut_asides(document, set(voice.run), list(asides), asked, is_loose, resumed=True)
    if any(document.tokens[i].text.lower() in ADDRESSED for i in kept):
        raise Refused("it is not told whom he speaks to")
    if not voice.quoted and lacks_consequence(document, frozenset({min(kept) - 1, *kept})):
        raise Refused("half of a clause is left out")
    check_pronouns(reading, voice, kept)
    if voice.quoted:  # word for word
        pieces = list(choose_pieces(document, sorted(kept), asked, lambda token: ()))
    else:
        pieces = [p for p in read_pieces(reading, sorted(kept | voice.above), asked) if p.first in kept]
    before, answer, after = join_pieces(document, pieces, fuse)
    lead = voice.lead if voice.quoted or not before[:1] else f"{voice.lead.removesuffix('que ')}{elide('que', before)[: -len(before)]}"
    closed = f"{after.rstrip(' .;,')} »" if voice.quoted else after.rstrip(" .;,")
    passage = Passage(before=upper_first(lead + before), answer=answer, after=closed, kept=frozenset(kept), bare=0)
    check_passage(passage, pieces, ("«", "»"))
    return passage


def check_pronouns(reading: Reading, voice: Voice, kept: set[int]) -> None:
    """Raises Refused for « elle » that stands neither for who speaks nor for what he has named."""
    document = reading.document
    for token in (document.tokens[i] for i in sorted(kept)):
        if token.pos != "PRON" or token.text.lower().lstrip("-") not in THIRD or token.dep == "expl:subj":
            continue
        linked = set(reading.links.get(token.i, ()))
        named = {e for i in kept | voice.above if i < token.i for e in reading.links.get(i, ())}
        noun = agreeing_noun(reading, token, kept) if voice.quoted else noun_antecedent(reading, token)
        if not (linked & named or (noun is not None and noun.i in kept) or (linked and not voice.quoted)):
            raise Refused(f"« {token.text} » is not resolved")


def agreeing_noun(reading: Reading, pronoun: Token, kept: set[int]) -> Token | None:
    """The noun of the same quotation that a pronoun may take up: « la crue recule, et elle … »; the words stay as they were said."""
    signs = ("Gender=Fem", "Number=Plur")
    before = [reading.document.tokens[i] for i in sorted(kept) if i < pronoun.i]
    subjects = [t for t in before if t.pos == "NOUN" and t.dep.startswith("nsubj")]
    return next((t for t in reversed(subjects) if all(t.has(s) == pronoun.has(s) for s in signs)), None)
