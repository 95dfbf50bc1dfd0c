"""An article's bytes -> the bytes of its files. What is sent to a worker and what comes back; both say all there is to know.

A worker needs quizgen and its models, and no disk in common with the others: it gets the article and returns the deck.
"""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from threading import Lock
from time import monotonic
from typing import Any

from quizgen import __version__
from quizgen.articles import read_given
from quizgen.articles.file import read_bytes
from quizgen.articles.kinds import Content
from quizgen.corpus.listing import Listed
from quizgen.corpus.manifest import Entry
from quizgen.document import check_length, read_documents
from quizgen.errors import ClusterError, ModelError, QuizgenError
from quizgen.exports import pack_deck
from quizgen.langs import get_pack
from quizgen.model import Article, Document
from quizgen.pipeline import Settings, ask_document

SELDOM = 50_000  # objects: rarely, so that no article pays for a collection, yet before cycles grow without bound
ONE_AT_A_TIME = Lock()  # a worker of a cluster may have several threads; the models are not made for them


@dataclass(frozen=True, kw_only=True)
class Task:
    """An article to be made into a deck; `key` stands for its bytes and for all that is asked."""

    name: str
    place: str
    content: Content
    formats: tuple[str, ...]
    settings: Settings
    key: str
    version: str = __version__


@dataclass(frozen=True, kw_only=True)
class Done:
    """What became of a task: the files to be written into `place`, and the figures for the report; or the error.

    What is not `lasting` (a lost worker) may go better another time, and is not kept in the manifest.
    """

    task_name: str
    key: str
    place: str
    slug: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    cards: int = 0
    facts: tuple[tuple[str, int], ...] = ()
    skipped: int = 0
    seconds: float = 0.0
    error: str = ""
    lasting: bool = True

    def entry(self, **more: Any) -> Entry:
        """Its line of the manifest and the report."""
        figures = {"cards": self.cards, "facts": self.facts, "skipped": self.skipped, "seconds": self.seconds, "error": self.error}
        return Entry(**{"source": self.task_name, "key": self.key, **figures, **more})


def read_task(listed: Listed, formats: tuple[str, ...], settings: Settings, key: str) -> Task | Entry:
    """The task of an article, or the entry that says why it cannot be read."""
    try:
        data = read_bytes(listed.path)
    except QuizgenError as error:
        return Entry(source=listed.name, error=f"{error.what} {error.todo}".strip())
    content = Content(data=data, where=listed.name, slug=listed.path.stem, suffix=listed.path.suffix.lower())
    own = hashlib.sha256(f"{key}\x1f{content.slug}{content.suffix}\x1f".encode() + data).hexdigest()
    return Task(name=listed.name, place=listed.place, content=content, formats=formats, settings=settings, key=own)


def make_key(formats: tuple[str, ...], settings: Settings) -> str:
    """What the decks depend on beside the articles, as a hash: the version, the formats, the settings, the user's templates."""
    plain = replace(settings.options, templates=None)
    parts = (__version__, formats, settings.wishes, settings.choice, plain, settings.forms, settings.parent, settings.tags, settings.model)
    digest = hashlib.sha256(repr(parts).encode())
    folder = settings.options.templates
    if folder is not None:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(f"\x1f{path.relative_to(folder)}\x1f".encode() + path.read_bytes())
    return digest.hexdigest()


def make_decks(tasks: Sequence[Task]) -> tuple[Done, ...]:
    """What becomes of `tasks`, in their order; their words go through the models together.

    Whatever goes wrong with one is its own error. Raises ModelError if there is no model, ClusterError if another version of quizgen sent them.
    """
    if any(task.version != __version__ for task in tasks):
        raise ClusterError(f"a worker has quizgen {__version__}, not {tasks[0].version}.", todo="Install the same version everywhere.")
    with ONE_AT_A_TIME, collecting_seldom():
        return _make_all(tasks)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """While this lasts, garbage that refers to itself is looked for after SELDOM new objects: articles leave little of it."""
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _make_all(tasks: Sequence[Task]) -> tuple[Done, ...]:
    read = [_read(task) for task in tasks]
    articles = [article for article in read if isinstance(article, Article)]
    documents = analyse(articles, tasks[0].settings.model if tasks else "")
    return tuple(_make(task, next(documents)) if isinstance(found, Article) else found for task, found in zip(tasks, read, strict=True))


def analyse(articles: Iterable[Article], model: str) -> Iterator[tuple[Document | Exception, float]]:
    """Each article's document, or what it made the models raise, with its share of the time."""
    for lang, same in groupby(articles, key=lambda article: article.lang):
        group = list(same)
        start, pack = monotonic(), get_pack(lang)
        try:
            found: list[Document | Exception] = list(read_documents(group, pack, model))
        except QuizgenError:
            raise
        except Exception:  # one of them: which one, they show alone
            found = [_analyse_alone(article, model) for article in group]
        share = (monotonic() - start) / max(1, sum(len(article.text) for article in group))
        yield from ((one, share * len(article.text)) for one, article in zip(found, group, strict=True))


def _analyse_alone(article: Article, model: str) -> Document | Exception:
    try:
        return next(read_documents((article,), get_pack(article.lang), model))
    except Exception as error:
        return error


def _read(task: Task) -> Article | Done:
    try:
        return check_length(read_given(task.content, task.settings.wishes))
    except QuizgenError as error:
        return fail(task, f"{error.what} {error.todo}".strip())
    except Exception as error:
        return fail(task, _blame(error))


def _make(task: Task, analysed: tuple[Document | Exception, float]) -> Done:
    document, spent = analysed
    start = monotonic()
    if isinstance(document, Exception):
        return fail(task, _blame(document))
    try:
        pack = get_pack(document.article.lang)
        deck, _ = ask_document(document, pack, task.settings)
        files = tuple(pack_deck(deck, pack, task.formats, task.settings.options).items()) if deck.cards else ()
    except ModelError:
        raise
    except QuizgenError as error:
        return fail(task, f"{error.what} {error.todo}".strip())
    except Exception as error:
        return fail(task, _blame(error))
    return Done(
        task_name=task.name, key=task.key, place=task.place, slug=deck.slug, files=files, cards=len(deck.cards),
        facts=tuple(sorted(Counter(fact.type for fact in deck.facts).items())), skipped=len(deck.skipped), seconds=spent + monotonic() - start,
    )  # fmt: skip


def fail(task: Task, error: str, *, lasting: bool = True) -> Done:
    """What becomes of a task that cannot be done."""
    return Done(task_name=task.name, key=task.key, place=task.place, error=error, lasting=lasting)


def _blame(error: Exception) -> str:
    return f"quizgen itself failed on this article ({type(error).__name__}: {error}). Report it, with the article."
