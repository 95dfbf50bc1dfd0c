"""A sentence -> the part of it that tells one thing, in the article's own words, and so that it can be read alone.

Where no clause can be turned round safely, the sentence itself is kept: asides go, pronouns give way to what they stand for, dates are
completed, and what nothing in the article explains makes the passage refused. Nothing is added that the article does not say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from quizgen.langs.asides import find_brackets
from quizgen.langs.en.clause.soundness import is_ownerless
from quizgen.langs.en.clause.verbs import is_clause_head
from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.geography import is_demonym
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.passage.asides import find_asides, read_unit
from quizgen.langs.en.passage.outside import (
    THIRD,
    is_day_owner,
    is_unexplained,
    noun_of_one,
    points_outside,
    say_moment,
)
from quizgen.langs.en.phrase.fuller import fuller_mention
from quizgen.langs.en.phrase.moments import MARKERS
from quizgen.langs.en.phrase.phrases import is_misread_verb
from quizgen.langs.en.phrase.wording import OWNERS, as_definite, possessive, say_entity, say_list, say_tokens
from quizgen.langs.en.reference.mentions import noun_antecedent, noun_of_worst
from quizgen.langs.passages import OPENING, Passage, Piece, check_passage, choose_pieces, cut_asides, join_pieces
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Entity, Phrase, Reading, Token

# « eight-year », « 5.6-magnitude »: the number is asked.
HYPHENED = re.compile(
    r"(\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)(-(?!(?:one|two|three|four|five|six|seven|eight|nine|thirds?|quarters?|fifths?)\b)[a-z]+)",
    re.I,
)
AN = re.compile(r"\ban? $")  # it would tell how the number begins
AROUND_ASIDE = re.compile(r"\b(by|from|with), (?=the |[A-Z])")  # « paid for by, | the Lund Trust », where « among others » was cut
LEFT_OVER = re.compile(r",? (?:but|and|or|while|in an? (?:attempt|bid|effort|move))[ .,]*$")  # before a verb that was cut
# « and » of a clause that was cut, before who says it: « 40 people were rescued, and|, the agency said »
JOINT_OF_CUT = re.compile(r",? (?:and|but|or)(?=, (?:the )?[\w’ ]{2,40} (?:said|says|added|reported|announced)[^,]*$)")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def read_passage(reading: Reading, first: int, last: int, *, wider: Callable[[Document, int], set[int]] | None = None) -> Passage:
    """The passage around the tokens first..last (half-open), which are its answer: its clause, or the tokens that `wider` gives.

    Raises Refused if it cannot be read alone.
    """
    document = reading.document
    asked = frozenset(range(first, last))
    unit, sure = (wider(document, first), True) if wider is not None else read_unit(document, asked)
    asides = find_asides(document, unit) if sure else find_brackets(document, unit)
    kept = cut_asides(document, unit, asides, asked, lambda token, left: points_outside(reading, token, left))
    if any(is_ownerless(document, document.tokens[i]) for i in kept):
        raise Refused("what of his it is is told elsewhere")
    if any(is_misread_verb(document, document.tokens[i]) for i in asked):
        raise Refused("a verb read as an adjective")
    if any([t.text.lower() for t in document.tokens[i : i + 2]] == ["among", "others"] for i in unit - kept):
        raise Refused("it was so of others too")
    pieces = list(read_pieces(reading, sorted(kept), asked))
    before, answer, after = join_pieces(document, pieces, lambda said, text: (said, text, ""))
    if after.lstrip().startswith("-"):  # « an eight|-year journey »
        before, after = AN.sub("a(n) ", before), after.lstrip()
    before, after = (AROUND_ASIDE.sub(r"\1 ", text) for text in (before, after))
    after = JOINT_OF_CUT.sub("", LEFT_OVER.sub("", after))
    passage = Passage(before=before, answer=answer, after=after, kept=frozenset(kept), bare=sum(is_unexplained(reading, i) for i in kept))
    check_passage(passage, pieces, ("“", "”"))
    return passage


def announced_unit(document: Document, first: int) -> set[int]:
    """The whole sentence of the token `first`, if a colon before it announces its clause. Raises Refused if none does, or more than one."""
    sentence = document.sentence_of(document.tokens[first])
    words = document.words(sentence)
    marks = [t.i for t in words if t.text in (":", ";")]
    if len(marks) != 1 or marks[0] > first or document.tokens[marks[0]].text != ":":
        raise Refused("no colon announces it")
    return set(range(sentence.first, sentence.last))


def announcing_unit(document: Document, first: int) -> set[int]:
    """The words before the colon that stands behind the token `first`, if they are a clause that is whole. Raises Refused if not."""
    sentence = document.sentence_of(document.tokens[first])
    words = document.words(sentence)
    mark = next((t.i for t in words if t.text == ":"), -1)
    before = [t for t in words if t.i < mark]
    heads = [t for t in before if is_clause_head(document, t) and document.child(t, "nsubj", "nsubj:pass", "expl") is not None]
    last = before[-1] if before else None
    if mark < first or not heads or last is None or last.pos in ("VERB", "AUX", "ADP") or any(t.text == ";" for t in before):
        raise Refused("no colon stands behind it")
    if any(t.lemma in word_set("verbs", "report") or t.lemma in ("be", "include") for t in heads):
        raise Refused("what is announced belongs to it")
    return set(range(sentence.first, mark))


def joined_unit(document: Document, first: int) -> set[int]:
    """The part that holds the token `first` of a sentence in which « , and » or « , but » joins two clauses with a subject each, however it was read.

    Raises Refused if there are not two such, or if what stands before is somebody's words.
    """
    sentence = document.sentence_of(document.tokens[first])
    words = document.words(sentence)
    joints = [t.i for t, after in pairwise(words) if t.text == "," and after.text.lower() in ("and", "but") and _opens_clause(document, after.i + 1)]
    if len(joints) != 1 or any(t.text in (":", ";") for t in words) or any(t.lemma in word_set("verbs", "report") for t in words):
        raise Refused("no two clauses are joined")
    left, right = range(sentence.first, joints[0]), range(joints[0] + 2, sentence.last)
    if not any(_has_own_subject(document, document.tokens[i], left) for i in left):
        raise Refused("what is joined is no clause")
    return set(left) if first in left else set(right)


def _opens_clause(document: Document, start: int) -> bool:
    """Whether the subject of a finite verb begins at the token `start`."""
    near = document.tokens[start : start + OPENING]
    subject = next((t for t in near if t.dep in ("nsubj", "nsubj:pass") and document.subtree(t)[0].i == start), None)
    verb = document.head(subject) if subject is not None else None
    return subject is not None and verb is not None and verb.i > subject.i and is_clause_head(document, verb)


def _has_own_subject(document: Document, verb: Token, part: range) -> bool:
    """Whether a finite verb and its subject stand in a part of the sentence."""
    own = document.child(verb, "nsubj", "nsubj:pass") if is_clause_head(document, verb) and verb.dep not in ("acl:relcl", "advcl") else None
    return own is not None and own.i in part


def contrasted_unit(document: Document, first: int) -> set[int]:
    """The clause of the token `first` with the one that « but » sets it against. Raises Refused if none does."""
    sentence = document.sentence_of(document.tokens[first])
    marks = [t.i for t in document.words(sentence) if t.text in (":", ";")]
    start = max((i + 1 for i in marks if i < first), default=sentence.first)
    end = min((i for i in marks if i > first), default=sentence.last)
    joints = [i for i in range(start + 1, end) if document.tokens[i].text.lower() == "but"]
    if len(joints) != 1 or joints[0] > first or document.tokens[joints[0] - 1].text != ",":
        raise Refused("nothing is set against it")
    return set(range(start, end)) - _unsure_days(document, range(start, joints[0]))


def rest_unit(document: Document, first: int) -> set[int]:
    """The whole sentence of the token `first`, if « the rest » in its clause is that of a sum told before. Raises Refused if not."""
    sentence = document.sentence_of(document.tokens[first])
    words = [t for t in document.words(sentence) if t.i < first]
    rest = next((t for t in words if t.text.lower() == "rest" and t.dep == "nsubj"), None)
    if rest is None or not any(t.pos == "NUM" and t.i < rest.i for t in words):
        raise Refused("it is the rest of nothing")
    return set(range(sentence.first, sentence.last))


def likened_unit(document: Document, first: int) -> set[int]:
    """The whole sentence of the token `first`, if « similar » before it takes up what the first of two clauses tells. Raises Refused if not."""
    sentence = document.sentence_of(document.tokens[first])
    before = [t for t in document.words(sentence) if t.i < first]
    similar = next((t.i for t in before if t.text.lower() == "similar"), -1)
    joints = [t for t, after in pairwise(before) if t.text == "," and after.text.lower() == "and" and t.i < similar]
    if len(joints) != 1 or not _opens_clause(document, joints[0].i + 2):
        raise Refused("nothing is likened to what stands before")
    return set(range(sentence.first, sentence.last))


def _unsure_days(document: Document, before: range) -> set[int]:
    """The days of a plan that was given up, whose year is not sure and which it can do without: « had been due to close in April »."""
    days = (document.tokens[i] for i in before if document.tokens[i].dep == "pobj" and document.head(document.tokens[i]).i in before)
    yearless = (t for t in days if t.text.lower() in dates.MONTHS or dates.yearless(t.text) is not None)
    return {w.i for t in yearless if document.head(t).dep == "prep" for w in document.subtree(document.head(t))}


def read_pieces(reading: Reading, kept: list[int], asked: frozenset[int]) -> Iterator[Piece]:
    """The words of the tokens `kept`, in order, with what stands alone in place of what does not."""
    return choose_pieces(reading.document, kept, asked, lambda token: tuple(_replaced(reading, token, kept, asked)))


def _replaced(reading: Reading, token: Token, kept: list[int], asked: frozenset[int]) -> Iterator[Piece]:
    """What is said instead of the words that begin at `token`; nothing if they stay."""
    document = reading.document
    for head in _heads_after(document, token):
        moment = say_moment(reading, head)
        if moment is not None and (pieces := _for_moment(document, token, moment, asked)) and set(range(token.i, pieces[-1].last)) <= set(kept):
            yield from pieces
            return
    if token.i in asked:
        if (parts := HYPHENED.fullmatch(token.text)) is not None and len(asked) == 1:
            yield Piece(first=token.i, last=token.i + 1, text=parts.group(1), asked=True, changed=True)
            yield Piece(first=token.i + 1, last=token.i + 1, text=parts.group(2), changed=True)
        return
    if is_day_owner(document, token):
        yield Piece(first=token.i, last=token.i + 2, text="the", changed=True)
    elif (worst := noun_of_worst(document, token)) is not None:
        yield Piece(first=token.i, last=token.i + 1, text=f"the {worst.text}", changed=True)
    elif token.text.lower() in THIRD and token.pos in ("PRON", "DET"):
        yield from _for_pronoun(reading, token, kept)
    elif token.dep == "det":
        yield from _for_noun(reading, token, kept)
    elif (noun := noun_of_one(document, token)) is not None:
        yield Piece(first=token.i, last=token.i + 1, text=noun.text, changed=True)
    elif (noun := noun_of_ordinal(document, token)) is not None:
        yield Piece(first=token.i, last=token.i + 1, text=f"{token.text} {noun.text}", changed=True)
    elif token.name and (entity := reading.entity(token)) and is_first_name_here(reading, token, entity, kept):
        before = document.before(token)
        titled = before is not None and before.i in kept and entity.name.startswith(f"{before.text} ")  # « King | Magnus », whose name has the title
        yield Piece(first=token.i, last=token.i + 1, text=token.text if titled else entity.name, changed=True)


def noun_of_ordinal(document: Document, token: Token) -> Token | None:
    """« minute » for « until the 88th », right behind a sentence with « in the 23rd minute »; None if it is not sure."""
    number = document.sentence_number(token)
    if not ORDINAL.fullmatch(token.text) or token.dep not in ("pobj", "obj") or not number:
        return None
    before = document.words(document.sentences[number - 1])
    nouns = [document.head(t) for t in before if ORDINAL.fullmatch(t.text) and document.head(t).pos == "NOUN" and document.head(t).i == t.i + 1]
    return nouns[0] if len(nouns) == 1 and nouns[0].has("Number=Sing") else None


def is_first_name_here(reading: Reading, token: Token, entity: Entity, kept: list[int]) -> bool:
    """Whether `token` is the first name of a person in the passage, who is then told by the full name."""
    told = any(entity in reading.links.get(i, ()) for i in kept if i < token.i)
    return entity.kind == "person" and token.dep not in ("compound", "nmod", "amod") and not told and token.text in entity.name


def _heads_after(document: Document, token: Token) -> list[Token]:
    """The times that may begin at `token`: itself, the noun it opens, the one behind its preposition."""
    found = [token]
    if token.dep == "prep":
        found = [t for t in document.children(token, "pobj", "pcomp") if t.i - token.i <= 3]
    elif token.dep in ("amod", "det", "nummod", "advmod"):
        found.append(document.head(token))
    return [t for t in found if t.i >= token.i]


def _for_moment(document: Document, token: Token, moment: Phrase, asked: frozenset[int]) -> list[Piece]:
    """The preposition of a time and the time, in full; nothing where it is said in full already."""
    words = [t for t in document.tokens[token.i : token.i + 8] if t.span.start < moment.span.end]
    last = words[-1].i + 1
    start = next((t.i for t in words if t.span.start >= moment.span.start), token.i)
    written = document.article.text[words[0].span.start : moment.span.end]
    above = document.before(token)
    as_of = token.text.lower() == "of" and above is not None and above.text.lower() == "as"
    moment = replace(moment, marker="of") if as_of else moment
    said = f"{moment.marker} {moment.text}".strip()
    if above is not None and above.dep == "det" and above.head == token.i and moment.text.startswith(f"{above.text.lower()} "):
        return []  # « since the | 1970s »
    led = token.dep != "prep" and above is not None and above.text.lower() in MARKERS
    if (token.text.lower() == "of" and not as_of) or token.span.start > moment.span.start:
        return []  # « the summit of 2015 » was not held « in 2015 » for what the verb tells
    if start > token.i + 1 or (start > token.i and token.dep != "prep") or led:
        return []
    if not asked & set(range(token.i, last)):
        return [] if written == said else [Piece(first=token.i, last=last, text=said, changed=True)]
    lead = [Piece(first=token.i, last=max(start, token.i), text=moment.marker, changed=True)] if moment.marker else []
    return [*lead, Piece(first=start, last=last, text=moment.text, asked=True, changed=True)]


def _for_pronoun(reading: Reading, token: Token, kept: list[int]) -> Iterator[Piece]:
    """The name or noun that « he » or « its » stands for, unless the passage has named it before."""
    document = reading.document
    entities = reading.links.get(token.i, ())
    if entities and any(set(reading.links.get(i, ())) & set(entities) for i in kept if i < token.i):
        return
    plural = None if entities else bare_plural(reading, token, kept)
    if plural is not None:
        yield Piece(first=token.i, last=token.i + 1, text=f"the {plural.text.lower()}", changed=True)
        return
    if token.dep in ("nsubj", "nsubj:pass") and any(_is_holder(reading, document.tokens[i]) for i in kept if i < token.i):
        return  # « the Scot announced that he would leave »: he is named by what he is
    noun = None if entities or (token.dep == "poss" and _has_subject(document, token, kept)) else noun_antecedent(reading, token)
    if noun is not None and (noun.i in kept or _is_said_before(reading, token, noun, kept)):
        return
    said = say_list(entities) if entities else as_definite(reading, noun) if noun is not None else ""
    if said:
        said = possessive(said) if token.text.lower() in OWNERS and token.dep == "poss" else said
        yield Piece(first=token.i, last=token.i + 1, text=said, changed=True)


def bare_plural(reading: Reading, token: Token, kept: list[int]) -> Token | None:
    """The plural noun before « they », where no name stands before it in the passage: said again it is clearer; None for others."""
    document = reading.document
    noun = noun_antecedent(reading, token) if token.text.lower() == "they" else None
    before = [document.tokens[i] for i in kept[1:] if i < token.i]
    named = any(t.text[:1].isupper() for t in before)
    return noun if noun is not None and noun.i in kept and noun.pos == "NOUN" and not named else None


def _is_said_before(reading: Reading, token: Token, noun: Token, kept: list[int]) -> bool:
    """Whether a pronoun for the same noun stands before `token` in the passage, where the noun is said for it."""
    words = (reading.document.tokens[i] for i in kept if i < token.i)
    return any(t.text.lower() in THIRD and t.pos in ("PRON", "DET") and noun_antecedent(reading, t) is noun for t in words)


def _is_holder(reading: Reading, token: Token) -> bool:
    """Whether a word is a definite subject that tells of a person by what he is, without a name."""
    document = reading.document
    human = token.lemma in actors() and token.i not in reading.links
    definite = any(t.text.lower() in ("the", "his", "her") for t in document.children(token, "det", "poss"))
    entity = reading.entity(token)
    called = is_demonym(token.text) or (
        token.pos == "PROPN" and (entity is None or entity.kind in ("person", "other"))
    )  # « the Scot » passes for a name
    return token.dep in ("nsubj", "nsubj:pass") and (human or called) and definite


def _has_subject(document: Document, token: Token, kept: list[int]) -> bool:
    """Whether a subject stands before an owner in its own clause, in the passage."""
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    subject = document.child(verb, "nsubj", "nsubj:pass") if verb is not None else None
    return subject is not None and subject.i in kept and subject.i < token.i


def _for_noun(reading: Reading, determiner: Token, kept: list[int]) -> Iterator[Piece]:
    """« the company » by its name, « the pool » in the words that brought it up, « the » for « these »."""
    document = reading.document
    noun = document.head(determiner)
    entities = reading.links.get(noun.i, ())
    if (noun.pos == "NOUN" or is_demonym(noun.text)) and entities and noun.i > determiner.i and set(range(determiner.i, noun.i + 1)) <= set(kept):
        if not any(set(reading.links.get(i, ())) & set(entities) for i in kept if i != noun.i):
            said = say_list(entities) if len(entities) > 1 else say_entity(entities[0])
            yield Piece(first=determiner.i, last=noun.i + 1, text=said, changed=True)
    elif noun.i == determiner.i + 1 and (words := fuller_mention(reading, noun)):
        yield Piece(first=determiner.i, last=noun.i + 1, text=f"the {say_tokens(reading, words)}", changed=True)
    elif determiner.text.lower() in word_set("grammar", "demonstratives"):
        yield Piece(first=determiner.i, last=determiner.i + 1, text="the", changed=True)
