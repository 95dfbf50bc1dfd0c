"""The values that travel from stage to stage: frozen, keyword-only, checked when built. Imports nothing of quizgen.

Offsets are half-open and count characters of `Article.text`. All text is plain text: exporters escape it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

FORMS = ("open", "cloze", "choice", "true_false")
GAP = "_____"


@dataclass(frozen=True, kw_only=True, order=True)
class Span:
    """Characters start..end of `Article.text`, half-open."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where an article comes from; every field may be empty."""

    address: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""


@dataclass(frozen=True, kw_only=True)
class Article:
    """`id` is a slug chosen once; `date` is a year, year-month or full day in ISO form, or empty;
    `updated` is the date of the last correction, in the same form. `removed` is what the source had around the text."""

    id: str
    lang: str
    title: str
    text: str
    date: str = ""
    updated: str = ""
    source: Source = Source()
    removed: tuple[Skipped, ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.id):
            raise ValueError(f"not a slug: {self.id!r}")
        for date in filter(None, (self.date, self.updated)):
            if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", date):
                raise ValueError(f"not a date: {date!r}")


@dataclass(frozen=True, kw_only=True)
class Token:
    """One word of the analysis: `i` and `head` index `Document.tokens`; a root is its own head."""

    i: int
    span: Span
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: frozenset[str] = frozenset()
    name: str = ""  # the recogniser's label when the token is a name

    def has(self, *feats: str) -> bool:
        """Whether the token carries all of `feats` (« Number=Plur »)."""
        return self.feats.issuperset(feats)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """Tokens first..last (half-open) of the document; `paragraph` counts from 0."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class Document:
    """An article and its analysis; knows the shape of its trees, nothing of any language."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    model: str

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        lists: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                lists[token.head].append(token)
        return tuple(map(tuple, lists))

    @cached_property
    def _labelled(self) -> tuple[dict[str, tuple[Token, ...]], ...]:
        """For each token: label -> its dependents of that label; a label with « : » also counts as what stands before it."""
        found: list[dict[str, tuple[Token, ...]]] = [{} for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below = found[token.head]
                for label in {token.dep, token.dep.split(":")[0]}:
                    below[label] = (*below.get(label, ()), token)
        return tuple(found)

    @cached_property
    def _neighbours(self) -> tuple[tuple[Token | None, Token | None], ...]:
        """For each token: the ones to its left and right in the same sentence."""
        found: list[tuple[Token | None, Token | None]] = []
        for sentence in self.sentences:
            words = (None, *self.words(sentence), None)
            found += zip(words, words[2:], strict=False)
        return tuple(found)

    @cached_property
    def quotations(self) -> dict[int, int]:
        """Token index -> number of the quotation (« … », “ … ”, " … ") that holds it."""
        inside: dict[int, int] = {}
        opened, current = 0, 0
        for token in self.tokens:
            if token.text in ("«", "“") or (token.text == '"' and not current):
                opened += 1
                current = opened
            elif token.text in ("»", "”", '"'):
                current = 0
            elif current:
                inside[token.i] = current
        return inside

    @cached_property
    def quoted(self) -> dict[int, tuple[int, ...]]:
        """Number of a quotation -> the indices of its tokens, in text order."""
        found: dict[int, list[int]] = {}
        for i, number in self.quotations.items():
            found.setdefault(number, []).append(i)
        return {number: tuple(indices) for number, indices in found.items()}

    @cached_property
    def by_lemma(self) -> dict[str, tuple[int, ...]]:
        """Lemma -> indices of its tokens, in text order."""
        found: dict[str, list[int]] = {}
        for token in self.tokens:
            found.setdefault(token.lemma, []).append(token.i)
        return {lemma: tuple(indices) for lemma, indices in found.items()}

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        return tuple(n for n, sentence in enumerate(self.sentences) for _ in range(sentence.first, sentence.last))

    @cached_property
    def memory(self) -> dict[Any, Any]:
        """What has been found out of this document, kept for as long as it is."""
        return {}

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The dependents of `token`, in text order; with `deps`, those labels alone (a prefix before « : » counts)."""
        if not deps:
            return self._children[token.i]
        labelled = self._labelled[token.i]
        if len(deps) == 1:
            return labelled.get(deps[0], ())
        found = [labelled[dep] for dep in deps if dep in labelled]
        if len(found) < 2:
            return found[0] if found else ()
        wanted = {t.i for some in found for t in some}
        return tuple(t for t in self._children[token.i] if t.i in wanted)

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first of `children`, or None."""
        found = self._labelled[token.i].get(deps[0], ()) if len(deps) == 1 else self.children(token, *deps)
        return found[0] if found else None

    def head(self, token: Token) -> Token:
        """The governor of `token` (itself for a root)."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of `token`, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """`token` and all that hangs from it, in text order."""
        if not self._children[token.i]:
            return (token,)
        words = self.memory.get(key := ("subtree", token.i))
        if words is None:
            words = self.memory[key] = self._hanging_from(token)
        return words

    def _hanging_from(self, token: Token) -> tuple[Token, ...]:
        found, todo = {token.i}, [token.i]
        while todo:
            below = [t.i for t in self._children[todo.pop()] if t.i not in found]
            found.update(below)
            todo += below
        return tuple(self.tokens[i] for i in sorted(found))

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that holds `token`."""
        return self.sentences[self._sentence_of[token.i]]

    def sentence_number(self, token: Token) -> int:
        """The place of `token`'s sentence in the article, from 0."""
        return self._sentence_of[token.i]

    def goes_on(self, number: int) -> bool:
        """Whether a sentence goes on with the one before: in one paragraph with it, or as an item of the list that it opens."""
        if not number:
            return False
        before = self.sentences[number - 1]
        return before.paragraph == self.sentences[number].paragraph or self.tokens[before.last - 1].text in (":", ";")

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of `sentence`."""
        return self.tokens[sentence.first : sentence.last]

    def before(self, token: Token) -> Token | None:
        """The token to the left in the same sentence."""
        return self._neighbours[token.i][0]

    def after(self, token: Token) -> Token | None:
        """The token to the right in the same sentence."""
        return self._neighbours[token.i][1]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie in `span`."""
        first = bisect_left(self.tokens, span.start, key=lambda t: t.span.start)
        last = bisect_right(self.tokens, span.end, key=lambda t: t.span.end)
        return self.tokens[first:last]

    def tokens_from(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin in `span`."""
        first = bisect_left(self.tokens, span.start, key=lambda t: t.span.start)
        last = bisect_left(self.tokens, span.end, key=lambda t: t.span.start)
        return self.tokens[first:last]

    def text(self, span: Span) -> str:
        """The article's words at `span`."""
        return self.article.text[span.start : span.end]


@dataclass(frozen=True, kw_only=True)
class Entity:
    """One real thing; `kind` is person, people, country, city, region, sea, organisation, event or other.

    `gender` is m, f or empty; `number` s or p; `mentions` are token indices of the names that stand for it.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    gender: str = ""
    number: str = "s"
    mentions: tuple[int, ...] = ()
    with_article: bool = False  # the article says it with one: « le FMI »
    functions: tuple[frozenset[str], ...] = ()  # the words of the functions that the article gives a person


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A document whose names and pronouns are linked to entities.

    `links` maps a token index to the entities that it stands for (several for « les deux dirigeants »).
    """

    document: Document
    entities: tuple[Entity, ...]
    links: dict[int, tuple[Entity, ...]]
    settled: bool = False  # no link will be added, so that what is found out may be kept

    @cached_property
    def memory(self) -> dict[Any, Any] | None:
        """What has been found out of this reading, kept for as long as it is; None while links are being made."""
        return {} if self.settled else None

    @cached_property
    def uses(self) -> Counter[str]:
        """How many words stand for each entity, by its name; for a settled reading."""
        return Counter(entity.name for linked in self.links.values() for entity in linked)

    def entity(self, token: Token) -> Entity | None:
        """The one entity that `token` stands for, or None."""
        found = self.links.get(token.i, ())
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Words of the article and the entity that they name, if any."""

    span: Span
    text: str
    entity: Entity | None = None
    taken_up: tuple[Span, ...] = ()  # earlier mentions in whose words it is told: « le navire » -> « le navire X »


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A noun phrase ready to be said: no unresolved pronoun in it.

    `marker` is its preposition without the article (« en », « à », empty for subjects and objects); `text` what follows
    it, with its article; `kind` as of an entity, or number, time, duration, thing; `number` and `gender` of its head.
    """

    role: str
    text: str
    span: Span
    marker: str = ""
    kind: str = "thing"
    gender: str = "m"
    number: str = "s"
    head: str = ""
    entities: tuple[Entity, ...] = ()
    core: bool = True  # needed for the sense: a question never drops it
    count: str = ""  # the number in it (« quelque 100 000 »), as written
    counted: str = ""  # what is counted (« soldats russes »)
    named: bool = False  # a name or the adjective of a country stands in it
    taken_up: tuple[Span, ...] = ()  # earlier mentions in whose words it is said
    same_as_subject: bool = False  # a pronoun for the subject of the clause above
    topical: bool = False  # the title of the article names it
    recent: bool = False  # a day of the news, told in passing
    sort: str = ""  # what the article calls the thing that a bare name stands for: « la société »
    presented: str = ""  # the words in which a question says a bare name: « la ministre de la Pêche Vera Holm »


@dataclass(frozen=True, kw_only=True)
class Verb:
    """A verb group: `finite` is the conjugated word, `rest` what follows it (participles), as written."""

    lemma: str
    finite: str
    rest: str = ""
    number: str = "s"
    reflexive: bool = False
    passive: bool = False
    with_be: bool = False  # the participle agrees with the subject
    negation: str = ""  # « pas », « plus », « jamais »; empty for a positive verb
    before: str = ""  # what stands right before the verb: object pronouns, in English « once »


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A clause as data: said again as a statement or a question by the language pack.

    `link` is the word that ties it to the clause above (« que », « de », « pour »; empty for a main clause).
    """

    verb: Verb
    subject: Phrase | None = None
    complements: tuple[Phrase | Clause, ...] = ()
    link: str = ""
    role: str = ""
    core: bool = True
    whole: bool = True  # nothing that follows the verb was left out

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase of the clause and of the clauses in it, in order."""
        if self.subject:
            yield self.subject
        for part in self.complements:
            if isinstance(part, Clause):
                yield from part.phrases()
            else:
                yield part


@dataclass(frozen=True, kw_only=True)
class Argument:
    """A role of a fact and what fills it; `kind` as of a Phrase; `value` the ISO date of a time that is one."""

    role: str
    mention: Mention
    kind: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that the article says; `confidence` is 0..1, `rule` the name of the rule that found it."""

    id: str
    type: str
    predicate: str
    arguments: tuple[Argument, ...]
    evidence: Span
    rule: str
    polarity: str = "positive"
    modality: str = "actual"
    attribution: str = ""
    confidence: float = 1.0
    clause: Clause | None = field(default=None, compare=False)
    told: tuple[str, str, str] | None = field(default=None, compare=False)  # in the article's words: before its first argument, that, and after
    said_again: tuple[Span, ...] = field(default=(), compare=False)  # other sentences that say the same

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not within 0..1")
        if not self.arguments:
            raise ValueError("a fact needs an argument")

    def argument(self, role: str) -> Argument | None:
        """The first argument in `role`, or None."""
        return next((a for a in self.arguments if a.role == role), None)


@dataclass(frozen=True, kw_only=True)
class Card:
    """A question and its answer; in a cloze the question shows the gap as `GAP`."""

    id: str
    form: str
    context: str
    question: str
    answer: str
    fact: str
    role: str
    quote: str
    span: Span
    also_right: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    ordered: bool = False  # the options are numbers or dates, and stay in their order
    type: str = ""
    code: str = ""  # short name shared by the card and the printed quiz
    score: float = 0.0
    difficulty: int = 2
    changed: int = 0  # when its content last changed, in seconds since 1970; 0 if nobody keeps that
    tags: tuple[str, ...] = ()  # the user's own

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ValueError(f"unknown form {self.form!r}")
        if not (self.question and self.answer and (self.quote or not self.fact)):
            raise ValueError("a card needs a question, an answer and a quote (the last unless it was written by hand)")
        if self.form == "cloze" and self.question.count(GAP) != 1:
            raise ValueError("a cloze needs exactly one gap")

    @property
    def key(self) -> str:
        """The option that is right: the answer, or what the answer opens with (« Faux : … »); "" if there is none."""
        if self.answer in self.options:
            return self.answer
        said = self.answer.casefold()
        fits = (o for o in self.options if said.startswith(o.casefold()) and not said[len(o.casefold()) :][:1].isalnum())
        return max(fits, key=len, default="")


@dataclass(frozen=True, kw_only=True)
class Skipped:
    """Why a sentence, a fact or a role gave no card; `text` holds words that were left out before offsets began."""

    span: Span
    stage: str
    rule: str
    reason: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Deck:
    """Cards in reading order, with the facts behind them and what was left out."""

    slug: str
    title: str
    lang: str
    date: str
    source: Source
    made_with: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]
    facts: tuple[Fact, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    article: Article | None = None
    parent: str = ""  # the path of decks above this one, parted by two colons
    tags: tuple[str, ...] = ()  # the user's own, on every card
