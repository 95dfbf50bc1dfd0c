"""The whole program: article -> document -> facts -> cards -> deck -> exports, and what a deck folder adds to it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen import __version__
from quizgen.ahead import Ahead
from quizgen.articles import Wishes, read_article
from quizgen.articles.folder import ARTICLE
from quizgen.cards import write_cards
from quizgen.cards.flaws import find_flaws
from quizgen.deck import Choice, build_deck
from quizgen.deck.article import write_article
from quizgen.deck.entries import DeckFile, Entry, new_file, read_deck_file, write_deck_file
from quizgen.deck.merging import Change, deck_of, limit_deck, merge_entries, stamp_entries
from quizgen.document import read_document
from quizgen.errors import DeckError
from quizgen.exports import Options, export_deck, send_deck, write_files
from quizgen.exports.sending import AnkiConnect, Sent
from quizgen.facts import extract_facts
from quizgen.langs import Flaw, LanguagePack, get_pack
from quizgen.model import Article, Card, Deck, Document
from quizgen.resources import read_picture

DECK_FILE = "deck.toml"


def keep_silent(doing: str) -> None:
    """What `tell` is where nobody listens."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All that a user can set for a build; `tell` hears what is being done, `ahead` has the documents of several sources."""

    wishes: Wishes = Wishes()
    choice: Choice = Choice()
    options: Options = Options()
    forms: tuple[str, ...] = ()
    parent: str = ""
    tags: tuple[str, ...] = ()
    model: str = ""
    tell: Callable[[str], None] = keep_silent
    ahead: Ahead | None = None


@dataclass(frozen=True, kw_only=True)
class Update:
    """A deck folder brought up to date: its deck, what changed, and the file that says so."""

    deck: Deck
    entries: tuple[Entry, ...]
    changes: tuple[Change, ...]
    path: Path


def make_deck(source: str, settings: Settings) -> tuple[Deck, LanguagePack]:
    """The deck of the article at `source`, and the language pack that made it. Raises QuizgenError."""
    settings.tell("reading")
    if settings.ahead and (document := settings.ahead.take(source)) is not None:
        pack = get_pack(document.article.lang)
        return ask_document(document, pack, settings)[0], pack
    article = read_article(source, settings.wishes)
    pack = get_pack(article.lang)
    return generate(article, pack, settings)[0], pack


def generate(article: Article, pack: LanguagePack, settings: Settings) -> tuple[Deck, tuple[Card, ...]]:
    """The deck of `article`, and all the cards among which its own were chosen. Raises QuizgenError."""
    settings.tell(f"analysing {len(article.text.split()):,} words")
    document = read_document(article, pack, settings.model)
    return ask_document(document, pack, settings)


def ask_document(document: Document, pack: LanguagePack, settings: Settings) -> tuple[Deck, tuple[Card, ...]]:
    """The deck of an analysed article, and all the cards among which its own were chosen."""
    article = document.article
    settings.tell("finding facts")
    facts, unread = extract_facts(document, pack)
    settings.tell(f"asking about {len(facts):,} facts")
    cards, unasked = write_cards(document, facts, pack, settings.forms)
    made_with = (("quizgen", __version__), ("model", document.model))
    deck = build_deck(article, facts, cards, (*article.removed, *unread, *unasked), choice=settings.choice, made_with=made_with)
    return replace(deck, parent=settings.parent, tags=settings.tags), cards


def open_deck(source: str, settings: Settings) -> tuple[Deck, LanguagePack]:
    """The deck of `source` as it is exported: a deck folder is brought up to date first. Raises QuizgenError."""
    if source == "-" or not os.path.isfile(os.path.join(source, DECK_FILE)):
        return make_deck(source, settings)
    deck = update(source, settings).deck
    return limit_deck(deck, settings.choice, settings.forms), get_pack(deck.lang)


def build(source: str, formats: Sequence[str], folder: Path, settings: Settings) -> tuple[Deck, tuple[Path, ...]]:
    """Make the deck of `source` and write it; (deck, paths), no paths if it has no card. Raises QuizgenError."""
    deck, pack = open_deck(source, settings)
    if not deck.cards:
        return deck, ()
    settings.tell("writing")
    return deck, export_deck(deck, pack, tuple(formats), folder, sheet_options(source, deck.slug, settings.options))


def sheet_options(source: str, slug: str, options: Options) -> Options:
    """`options` with the school and the logo that a deck file names, where the user has named none. Raises QuizgenError."""
    path = Path(source) / DECK_FILE
    if source == "-" or not os.path.isfile(path):
        return options
    file = read_file(path, slug)
    logo = options.logo or (read_picture(path.parent / file.logo) if file.logo else "")
    return replace(options, school=options.school or file.school, logo=logo)


def update(source: str, settings: Settings) -> Update:
    """Make the cards of a deck folder again and merge them with its deck.toml, which is written. Raises QuizgenError."""
    path = find_file(source)
    article = read_article(source, settings.wishes)
    file = read_file(path, article.id) if path.exists() else new_file(settings.parent, settings.tags)
    tags = (*file.tags, *(t for t in settings.tags if t not in file.tags))
    everything = Settings(parent=settings.parent or file.parent, tags=tags, tell=settings.tell)
    deck, cards = generate(article, get_pack(article.lang), everything)
    merged, changes = merge_entries(file.entries, deck, cards)
    entries = stamp_entries(merged, deck, read_clock())
    write_file(path, file, write_deck_file(file, entries))
    return Update(deck=deck_of(entries, deck, changes), entries=entries, changes=changes, path=path)


def new_deck(slug: str, source: str, settings: Settings) -> tuple[tuple[Path, ...], Update]:
    """Make decks/SLUG from the article at `source`; its files, and its cards. Raises QuizgenError."""
    folder = Path("decks") / slug
    if folder.exists():
        raise DeckError("there is such a deck already.", where=str(folder), todo=f"Use `quizgen update {folder}`, or choose another name.")
    article = replace(read_article(source, settings.wishes), id=slug)
    paths = write_files(folder, {ARTICLE: write_article(article).encode()})
    try:
        done = update(str(folder), settings)
    except BaseException:
        (folder / ARTICLE).unlink()
        folder.rmdir()
        raise
    return (*paths, done.path), done


def check(source: str) -> tuple[tuple[Entry, tuple[Flaw, ...]], ...]:
    """The cards of a deck folder that are in use, each with its flaws. Raises QuizgenError."""
    path = find_file(source)
    article = read_article(source, Wishes())
    if not path.exists():
        raise DeckError(f"this deck has no {DECK_FILE} yet.", where=source, todo=f"Make it with `quizgen update {source}`.")
    pack = get_pack(article.lang)
    return tuple((entry, find_flaws(entry.card, pack)) for entry in read_file(path, article.id).entries if entry.live)


def send(source: str, settings: Settings, address: str, key: str) -> Sent:
    """Put the cards of `source` into the Anki that listens at `address`. Raises QuizgenError if it cannot."""
    deck, pack = open_deck(source, settings)
    if not deck.cards:
        raise DeckError("no sentence of this article gave a sound card.", where=source, todo=f"`quizgen build {source} --why` tells the reasons.")
    sent: Sent = send_deck(deck, pack, settings.options, AnkiConnect(address=address, key=key))
    return sent


def find_file(source: str) -> Path:
    """Where the deck file of a deck folder is, or will be. Raises DeckError if `source` is no folder."""
    if not os.path.isdir(source):
        raise DeckError("is no deck folder.", where=source, todo="Make one with `quizgen new NAME --from ARTICLE`.")
    return Path(source) / DECK_FILE


def read_file(path: Path, slug: str) -> DeckFile:
    """The deck file at `path`. Raises DeckError if it cannot be read."""
    try:
        return read_deck_file(path.read_bytes().decode(), where=str(path), slug=slug)
    except UnicodeDecodeError as error:
        raise DeckError("is no UTF-8 text.", where=str(path), todo="Save it as UTF-8; nothing was changed.") from error


def write_file(path: Path, file: DeckFile, text: str) -> None:
    """Put `text` in place of `file`, unless it is the same. Raises DeckError if somebody has changed the file meanwhile."""
    if path.exists():
        if path.read_bytes() != file.text.encode():
            raise DeckError("was changed while quizgen was at work.", where=str(path), todo="Run the command again; nothing was overwritten.")
        if text == file.text:
            return
    write_files(path.parent, {path.name: text.encode()})


def read_clock() -> int:
    """The time in seconds, or what SOURCE_DATE_EPOCH says it is, as reproducible builds do."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(given) if given.isdigit() else int(time.time())
