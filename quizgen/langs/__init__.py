"""The contract of a language pack, and the finder of packs: a language is a folder here that defines `PACK`, or an entry point elsewhere."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from quizgen.errors import PackError, QuizgenError
from quizgen.model import FORMS, Article, Card, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token

GROUP = "quizgen.languages"  # of the entry points by which other packages offer packs


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a pack says for one role of a fact: the question (or the sentence with its gap) and the answer."""

    question: str
    answer: str
    also_right: tuple[str, ...] = ()
    quality: float = 1.0  # 0..1, how natural the wording is
    options: tuple[str, ...] = ()  # of a choice, the key among them
    hidden: tuple[str, str] | None = None  # what a context must not betray, where that is not (question, answer)
    nearness: float = 0.0  # 0..1, how hard the options are to tell apart


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """A wrong filler of a role, said with the same grammar: `text` as an option, `phrase` to stand in the clause.

    `name` is its canonical name, by which it is looked up in other facts; `near` is 0..1, how close it comes to the right one.
    """

    text: str
    phrase: Phrase
    name: str
    near: float = 0.5


@dataclass(frozen=True, kw_only=True)
class Flaw:
    """What is wrong with a card: the rule's name, where it shows, and how to mend it."""

    name: str
    reason: str
    todo: str


@dataclass(frozen=True, kw_only=True)
class FlawRule:
    """A flaw by its name: `find` says where a card shows it, or nothing; only cards of `forms` are looked at."""

    name: str
    todo: str
    find: Callable[[Card, LanguagePack], str | None]
    forms: tuple[str, ...] = FORMS

    def judge(self, card: Card, pack: LanguagePack) -> Flaw | None:
        """The flaw of `card`, or None."""
        reason = self.find(card, pack) if card.form in self.forms else None
        return Flaw(name=self.name, reason=reason, todo=self.todo) if reason else None


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """Which models read a language: an installed spaCy package, and our own components laid over it.

    The first of `base` and `others` (the same model under other names) that is installed is taken; one of `larger` if the user names it.
    `install` is what pip installs the model with.
    """

    base: str
    others: tuple[str, ...] = ()
    larger: tuple[str, ...] = ()
    joined_first: bool = True  # the parser knows names and numbers as one word; else they are joined behind it
    install: str = ""
    components: Path | None = None
    before_import: Callable[[], None] | None = None  # called before the package's language is imported
    tokenizer: Callable[[Any], None] | None = None  # mends the tokenizer of the pipeline built from defaults


@dataclass(frozen=True, kw_only=True)
class Pointer:
    """A word that stands for something named before: what its antecedent must be.

    Empty `kinds` or `gender` allow all; `entities` names the antecedent outright; `last` asks for the name met last;
    `across` lets it stand in the last sentence of the paragraph before.
    `human` tells that the verb is said of people, so that of the nouns only `rivals` (lemmas) can be meant as well.
    """

    gender: str = ""
    number: str = "s"
    kinds: frozenset[str] = frozenset()
    count: int = 1
    entities: tuple[Entity, ...] = ()
    last: bool = False
    human: bool = False
    rivals: frozenset[str] = frozenset()
    across: bool = False


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """Words that show a line of a page not to be the article's own text. The lists say what they are for in a pack's words/page.toml."""

    telltales: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    cookie_speech: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    before_hyphen: tuple[str, ...] = ()
    after_hyphen: tuple[str, ...] = ()
    one_letter: tuple[str, ...] = ()


def read_page_words(path: Path) -> PageWords:
    """The lists of the file at `path`. Raises PackError for a key that is unknown or missing."""
    try:
        words = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"cannot be read: {error}.", where=str(path), todo="Reinstall quizgen or mend the file.") from error
    if wrong := {f.name for f in fields(PageWords)} ^ set(words):
        raise PackError(f"unknown or missing key: {', '.join(sorted(wrong))}.", where=str(path), todo="Compare with PageWords.")
    return PageWords(**{key: tuple(value) for key, value in words.items()})


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why a rule took nothing from a span."""

    span: Span
    rule: str
    reason: str


class LanguagePack(ABC):
    """All that quizgen knows of one language. Offsets are those of the text given."""

    code: str
    name: str
    analysis: Analysis
    labels: dict[str, str]  # words of the handout and of the card faces
    page: PageWords = PageWords()  # what stands on pages around an article; a pack without such words cleans less

    @abstractmethod
    def share_of_function_words(self, words: Sequence[str]) -> float:
        """How many of `words` are this language's function words, 0..1."""

    @abstractmethod
    def read_date(self, text: str) -> str | None:
        """The ISO date that the whole of `text` is, with the precision given, or None."""

    @abstractmethod
    def say_date(self, date: str) -> str:
        """An ISO date in words."""

    @abstractmethod
    def split_dateline(self, text: str) -> tuple[str, str]:
        """(ISO date or "", rest) of a text that may open with a date line."""

    @abstractmethod
    def find_units(self, text: str) -> list[Span]:
        """Numbers and fixed expressions that must be one token each."""

    @abstractmethod
    def find_full_names(self, text: str) -> list[tuple[Span, str]]:
        """Names that the text itself shows to be whole, with the recogniser's label for them."""

    @abstractmethod
    def trim_name(self, words: Sequence[str], label: str) -> tuple[int, int] | None:
        """The part (first, last, half-open) of `words`, which the recogniser has labelled, that is a name, or None if none of it is."""

    @abstractmethod
    def repair_tokens(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """`tokens` with the parser's known slips mended."""

    @abstractmethod
    def find_names(self, reading: Reading) -> Sequence[Token]:
        """The tokens that name something."""

    @abstractmethod
    def read_entities(self, names: Sequence[Token], reading: Reading) -> tuple[Entity, ...]:
        """One entity per real thing, from the name tokens of the document."""

    @abstractmethod
    def read_pointer(self, reading: Reading, token: Token) -> Pointer | None:
        """What `token` asks of its antecedent if it is a pronoun or a phrase that takes up a name, else None."""

    @abstractmethod
    def reject_sentence(self, reading: Reading, sentence: Sentence) -> str | None:
        """Why nothing may be taken from `sentence` (a fragment, a credit), or None."""

    @abstractmethod
    def read_facts(self, reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
        """The facts of a sentence, without ids, and the refusals of the rules."""

    @abstractmethod
    def finish_facts(self, reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
        """Facts that only the whole article allows, joined to those given."""

    @abstractmethod
    def ask(self, fact: Fact, role: str) -> Wording | str:
        """The open question for `role`, or the reason for none."""

    @abstractmethod
    def gap(self, fact: Fact, role: str) -> Wording | str:
        """The fact as a sentence with `role` as its gap, or the reason for none."""

    def tell(self, fact: Fact, without: str = "") -> Wording | str:
        """The fact as a statement, `answer` the words of the role `without` that is left out, or the reason for none."""
        return "this language does not tell facts"

    def alternatives(self, fact: Fact, role: str, facts: Sequence[Fact], entities: Sequence[Entity], article: Article) -> Sequence[Alternative]:
        """Wrong fillers of `role`, those of the article (`entities`) first; none by default, so that a pack without them makes no choice cards.

        They fit by kind and grammar; whether one of them is right too is for the cards stage to see.
        """
        return ()

    def state(self, fact: Fact, role: str, phrase: Phrase | None = None) -> str | None:
        """The fact as a sentence, with `phrase` (if given) where `role` stands.

        None if it cannot be said well; always None by default, so that a pack without it makes no true/false cards.
        """
        return None

    def affirm(self, fact: Fact) -> str | None:
        """A negated fact as if it were so, or None."""
        return None

    def repeat(self, fact: Fact) -> str | None:
        """The fact as the article has it, in a sentence, or None."""
        return None

    def verdict(self, correction: str) -> str:
        """The answer to a statement: true without a `correction`, else false and what is right."""
        return f"{self.labels['false']}: {correction}" if correction else self.labels["true"]

    def is_bulletin(self, title: str) -> bool:
        """Whether a text is of the day, by its `title`: a forecast, the prices of a session, of which nobody asks three months later."""
        return False

    def magnitude(self, text: str) -> float | None:
        """The value of a number, or the day of a date, by which options are sorted; None if `text` is neither."""
        return None

    @abstractmethod
    def contexts(self, article: Article, facts: Sequence[Fact]) -> Iterator[str]:
        """Context lines from the most telling to the plainest."""

    def is_whole_context(self, context: str) -> bool:
        """Whether a context line tells an event: by default, one in which no name is left open."""
        return "…" not in context

    def is_unexplained(self, context: str, question: str) -> bool:
        """Whether a question takes up what its context line does not tell; by default, never."""
        return False

    def told_by_the_way(self, document: Document, facts: Sequence[Fact], fact: Fact, role: str, wording: Wording) -> str | None:
        """Why a worded card asks what its article tells only in passing; None, as by default, if it does not."""
        return None

    @abstractmethod
    def find_flaw(self, context: str, question: str, answer: str) -> str | None:
        """The first defect of a worded card that the language shows, or None."""

    def flaw_rules(self) -> tuple[FlawRule, ...]:
        """The rules that need this language's words; none by default."""
        return ()

    @abstractmethod
    def role_code(self, role: str) -> str:
        """A short word for a role, as printed on cards."""


@cache
def find_packs() -> dict[str, LanguagePack]:
    """Every pack by its code, in alphabetical order: the folders here, then those of other installed packages (see GROUP).

    Raises PackError for an entry point that leads to no pack.
    """
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    own: list[LanguagePack] = [importlib.import_module(f"{__name__}.{name}").PACK for name in modules]
    others = (load_pack(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name))
    found = {pack.code: pack for pack in (*others, *own)}
    return {code: found[code] for code in sorted(found)}


def load_pack(point: EntryPoint) -> LanguagePack:
    """The pack that another package offers. Raises PackError if it cannot be loaded, or is none."""
    try:
        pack = point.load()
    except (ImportError, AttributeError) as error:
        raise PackError(f"cannot be loaded: {error}.", where=point.value, todo="Reinstall the package that brings it, or remove it.") from error
    if not isinstance(pack, LanguagePack):
        raise PackError("is no language pack.", where=point.value, todo="It must be an object of a class derived from LanguagePack.")
    return pack


def get_pack(code: str) -> LanguagePack:
    """The pack of `code`. Raises QuizgenError with the installed ones if there is none."""
    packs = find_packs()
    if code not in packs:
        raise QuizgenError(f"there is no language “{code}”.", todo=f"Installed: {', '.join(packs)} (see `quizgen languages`).")
    return packs[code]
