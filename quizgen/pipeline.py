"""The whole program: article -> document -> facts -> cards -> deck -> exports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen import __version__
from quizgen.articles import Wishes, read_article
from quizgen.cards import write_cards
from quizgen.deck import Choice, build_deck
from quizgen.document import read_document
from quizgen.exports import Options, export_deck
from quizgen.facts import extract_facts
from quizgen.langs import LanguagePack, get_pack
from quizgen.model import Deck


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All that a user can set for a build."""

    wishes: Wishes = Wishes()
    choice: Choice = Choice()
    options: Options = Options()
    forms: tuple[str, ...] = ()


def keep_silent(doing: str) -> None:
    """What `tell` is where nobody listens."""


def make_deck(source: str, settings: Settings, tell: Callable[[str], None] = keep_silent) -> tuple[Deck, LanguagePack]:
    """The deck of the article at `source`, and the language pack that made it; `tell` hears what is being done. Raises QuizgenError."""
    tell("reading")
    article = read_article(source, settings.wishes)
    pack = get_pack(article.lang)
    tell(f"analysing {len(article.text.split()):,} words")
    document = read_document(article, pack)
    tell("finding facts")
    facts, unread = extract_facts(document, pack)
    tell(f"asking about {len(facts):,} facts")
    cards, unasked = write_cards(document, facts, pack, settings.forms)
    made_with = (("quizgen", __version__), ("model", document.model))
    deck = build_deck(article, facts, cards, (*article.removed, *unread, *unasked), choice=settings.choice, made_with=made_with)
    return deck, pack


def build(
    source: str, formats: Sequence[str], folder: Path, settings: Settings, tell: Callable[[str], None] = keep_silent
) -> tuple[Deck, tuple[Path, ...]]:
    """Make the deck of `source` and write it; (deck, paths), no paths if it has no card. Raises QuizgenError."""
    deck, pack = make_deck(source, settings, tell)
    if not deck.cards:
        return deck, ()
    tell("writing")
    return deck, export_deck(deck, pack, tuple(formats), folder, settings.options)
