"""The command line: reads options, calls the pipeline, prints. No logic.

Paths go to standard output, one per line; everything else to standard error. Heavy imports wait until they are needed.
"""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import groupby
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from quizgen import __version__
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from quizgen.exports import Options
    from quizgen.model import Deck
    from quizgen.pipeline import Settings, Update


LONGEST_LINE = 90  # characters of a sentence shown on the terminal
SHOWN = ("articles", "facts")  # the stages that `quizgen facts --why` tells of


class Program(click.Group):
    """A group whose QuizgenErrors, and a break by the user, become one message and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QuizgenError as error:
            complain(str(error))
        except KeyboardInterrupt:
            complain("stopped; what was not finished is not written.")
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of a pipe has gone: click ends in silence
                raise
            complain(f"cannot go on: {error.strerror or error}. Is there room where the output goes?")
        ctx.exit(1)


def complain(message: str) -> None:
    """One message on standard error."""
    click.echo(f"quizgen: {message}", err=True)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizgen")
def main() -> None:
    """Turn an article into an Anki deck and a printable quiz, offline.

    \b
    Example:
      quizgen build article.txt
    """


def article_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on how to read an article, shared by the commands that read one."""
    for option in (
        click.option("--lang", default="auto", show_default=True, metavar="CODE", help="Language of the article."),
        click.option("--title", default="", help="Title, if the article does not give it."),
        click.option("--date", default="", help="Date of the article: 2022, 2022-01 or 2022-01-21."),
        click.option("--model", default="", metavar="NAME", help="A larger installed language model, where the language has one."),
    ):
        command = option(command)
    return command


def handout_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on how the printed quiz looks."""
    for option in (
        click.option(
            "--questions",
            "handout_cards",
            metavar="N",
            type=click.IntRange(min=1),
            default=20,
            show_default=True,
            help="Print at most N questions, the best ones.",
        ),
        click.option("--versions", type=click.IntRange(1, 26), default=1, show_default=True, help="Print versions A, B, C…, each with its key."),
        click.option("--duplex", is_flag=True, help="Start each version and each key on a new sheet of paper."),
        click.option("--key", type=click.Choice(("end", "apart", "none")), default="end", show_default=True, help="Where the key goes."),
        click.option(
            "--variant", type=click.Choice(("standard", "large", "dyslexia")), default="standard", show_default=True, help="Print for whom."
        ),
        click.option("--paper", type=click.Choice(("a4", "letter")), default="a4", show_default=True, help="Size of the paper."),
        click.option("--columns", type=click.IntRange(1, 2), default=1, show_default=True, help="Columns of questions."),
        click.option("--ink-saving", is_flag=True, help="Print thin lines, closer set."),
        click.option("--school", default="", metavar="NAME", help="Name of the school, above the quiz."),
        click.option("--logo", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Picture beside it: PNG, JPEG, GIF, WebP or SVG."),
        click.option("--templates", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Folder of templates that win over ours."),
    )[::-1]:
        command = option(command)
    return command


def card_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on which cards are made, and in which formats."""
    for option in (
        click.option("-f", "--format", "formats", multiple=True, metavar="FORMAT", help="Format, may be repeated [default: see `quizgen formats`]."),
        click.option("--form", "forms", multiple=True, metavar="FORM", help="Form of card, may be repeated [default: open, cloze]."),
        click.option("--max-cards", type=click.IntRange(min=1), help="Keep the N best cards."),
        click.option("--min-score", type=click.FloatRange(0, 1), help="Drop cards under this score."),
        click.option("--seed", type=int, default=0, show_default=True, help="Seed of whatever is shuffled."),
    )[::-1]:
        command = option(command)
    return command


def deck_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on where a deck stands in Anki, shared by the commands that make one."""
    for option in (
        click.option("--tag", "tags", multiple=True, metavar="TAG", help="Tag on every Anki card, may be repeated."),
        click.option("--deck", "parent", default="", metavar="DECK", help="Anki deck above this one: « Actualité::Europe »."),
    ):
        command = option(command)
    return command


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the results [default: ./out, a deck's own dist/].")
@card_options
@handout_options
@click.option("--why", is_flag=True, help="Say what was left out of the article, and why sentences gave no card.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but paths and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say more: what was read, how long it took.")
@deck_options
@article_options
def build(sources: tuple[str, ...], output: Path | None, formats: tuple[str, ...], **wishes: Any) -> None:
    """Build decks and quizzes from SOURCE: an article (text, Markdown, web page, PDF, Word, EPUB), an address, a folder of articles,
    a deck folder, or - for standard input.

    \b
    Example:
      quizgen build article.txt -f anki -f html -o results
    """
    from quizgen.ahead import Ahead
    from quizgen.articles import list_sources

    voice = Voice(why=wishes.pop("why"), quiet=wishes.pop("quiet"), verbose=wishes.pop("verbose"))
    settings = read_settings(wishes)
    check_formats(formats)
    listed = list(list_sources(sources))
    folders = [output or default_folder(str(source)) for source in listed]
    check_twins(listed, folders)
    if len(listed) > 1:
        settings = replace(settings, ahead=Ahead([source for source in listed if isinstance(source, str)], settings.wishes, settings.model))
    failed = []
    for number, (source, folder) in enumerate(zip(listed, folders, strict=True), start=1):
        if isinstance(source, QuizgenError):
            complain(str(source))
        elif build_one(source, formats, folder, settings, voice, place=f"{number}/{len(listed)}"):
            continue
        failed.append(source.where if isinstance(source, QuizgenError) else source)
    if failed and len(listed) > 1:
        complain(f"{len(failed)} of {len(listed)} gave no deck: {', '.join(failed)}")
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("source", metavar="DIR|LIST")
@click.option("-o", "--output", type=click.Path(path_type=Path), default="out", show_default=True, help="Folder for the results.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes of this machine.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="Dask scheduler whose workers do the work: tcp://host:8786.")
@card_options
@handout_options
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but paths and errors.")
@deck_options
@article_options
def corpus(source: str, output: Path, jobs: int, scheduler: str, quiet: bool, formats: tuple[str, ...], **wishes: Any) -> None:
    """Build the decks of thousands of articles: those in DIR and its folders, or those that the file LIST names, one a line.

    What is done is kept in manifest.jsonl by its content: run the same command again, and only new and changed articles are done.
    report.tsv has a row for each article.

    \b
    Example:
      quizgen corpus articles -o decks-of-today --jobs 4
    """
    from quizgen.corpus import Order, run_corpus, show_summary

    check_formats(formats)
    order = Order(source=source, folder=output, settings=read_settings(wishes), formats=formats, jobs=jobs, scheduler=scheduler)
    try:
        outcome = run_corpus(order, lambda path: click.echo(str(path)), keep_quiet if quiet else show_progress)
    finally:
        show_progress("")
    for entry in outcome.failed:
        complain(f"{entry.source}: {entry.error}")
    for line in () if quiet else show_summary(outcome.entries):
        click.echo(line, err=True)
    if outcome.gone and not quiet:
        click.echo(f"{count(len(outcome.gone), 'article')} of former runs are no longer there; their decks stay", err=True)
    sys.exit(1 if outcome.failed else 0)


def keep_quiet(text: str) -> None:
    """Where no progress is shown."""


class Voice(NamedTuple):
    """How much is said on standard error."""

    why: bool = False
    quiet: bool = False
    verbose: bool = False


def build_one(source: str, formats: Sequence[str], folder: Path, settings: Settings, voice: Voice, *, place: str) -> bool:
    """Build one source and say how it went; whether there was a card. Whatever goes wrong with it is one message: the others go on."""
    from quizgen.exports import default_formats
    from quizgen.pipeline import build as build_source

    def tell(doing: str) -> None:
        if not voice.quiet:
            show_progress(f"{place} {source}: {doing}")

    start = monotonic()
    try:
        deck, paths = build_source(source, formats or default_formats(), folder, replace(settings, tell=tell))
    except QuizgenError as error:
        show_progress("")
        complain(str(error))
        return False
    except OSError:
        raise
    except Exception as error:
        show_progress("")
        complain(
            f"{source}: quizgen itself failed on this article ({type(error).__name__}: {error}). Report it, with the article and the output of -v."
        )
        if voice.verbose:
            import traceback

            click.echo(traceback.format_exc(), err=True)
        return False
    show_progress("")
    return report(source, deck, paths, voice, seconds=monotonic() - start)


def check_formats(names: Sequence[str]) -> None:
    """Raises click.UsageError for a format that is not installed."""
    from quizgen.exports import get_format

    for name in names:
        try:
            get_format(name)
        except QuizgenError as error:
            raise click.UsageError(str(error)) from error


def check_twins(sources: Sequence[str | QuizgenError], folders: Sequence[Path]) -> None:
    """Raises click.UsageError for two sources whose results would have the same names in one folder."""
    from quizgen.articles import guess_slug

    seen: dict[Path, str] = {}
    for source, folder in zip(sources, folders, strict=True):
        if isinstance(source, QuizgenError):
            continue
        name = folder / guess_slug(source)
        if guess_slug(source) and name in seen:
            raise click.UsageError(f"“{seen[name]}” and “{source}” would both be written to {name}.*; rename one, or build them apart with -o.")
        seen[name] = source


def show_progress(text: str) -> None:
    """What is being done, on a terminal alone; the next text, or the next message, takes its place."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


PLAIN: dict[str, Any] = {
    "forms": (), "max_cards": None, "min_score": None, "seed": 0, "templates": None,
    "parent": "", "tags": (), "lang": "auto", "title": "", "date": "", "model": "",
}  # fmt: skip


def read_settings(wishes: dict[str, Any]) -> Settings:
    """The pipeline's settings from the command line's words. Raises click.UsageError for an unknown form or language."""
    from quizgen.articles import Wishes
    from quizgen.cards import find_forms
    from quizgen.deck import Choice
    from quizgen.langs import get_pack
    from quizgen.pipeline import Settings

    unknown = [form for form in wishes["forms"] if form not in find_forms()]
    if unknown:
        raise click.UsageError(f"there is no form “{unknown[0]}”. Installed: {', '.join(find_forms())}.")
    try:
        if wishes["lang"] != "auto":
            get_pack(wishes["lang"])
    except QuizgenError as error:
        raise click.UsageError(str(error)) from error
    limits = {key: wishes[key] for key in ("max_cards", "min_score") if wishes[key] is not None}
    return Settings(
        wishes=Wishes(lang=wishes["lang"], title=wishes["title"], date=wishes["date"]),
        choice=Choice(**limits, forms=wishes["forms"], seed=wishes["seed"]),
        options=read_options(wishes),
        forms=wishes["forms"],
        parent=wishes["parent"],
        tags=wishes["tags"],
        model=wishes["model"],
    )


def read_options(wishes: dict[str, Any]) -> Options:
    """What the exports are told. Raises click.UsageError for wishes that do not go together, QuizgenError for a bad logo."""
    from quizgen.exports import Options
    from quizgen.resources import read_picture

    names = {field.name for field in fields(Options)} & set(wishes) - {"logo"}
    logo = read_picture(wishes["logo"]) if wishes.get("logo") else ""
    try:
        return Options(logo=logo, **{name: wishes[name] for name in names})
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error


def default_folder(source: str) -> Path:
    """A deck folder's own dist/, else ./out."""
    return Path(source) / "dist" if source != "-" and os.path.isdir(source) else Path("out")


def report(source: str, deck: Deck, paths: tuple[Path, ...], voice: Voice, *, seconds: float) -> bool:
    """Print the paths written, or why there are none; whether there was a card."""
    for path in paths:
        click.echo(str(path))
    for line in show_skipped(deck) if voice.why else ():
        click.echo(line, err=True)
    if voice.verbose and deck.article:
        about = (deck.title and f"“{deck.title}”", deck.date, deck.source.publisher, ", ".join(deck.source.authors), f"language {deck.lang}")
        left_out = sum(bool(s.text) for s in deck.skipped)
        click.echo(f"{source}: {' · '.join(filter(None, about))}; {count(left_out, 'piece')} left out; {seconds:.1f} s", err=True)
    if not deck.cards:
        hint = "" if voice.why else " `--why` tells the reason for every sentence."
        complain(f"{source}: no sentence of this article gave a sound card.{hint}")
        return False
    if not voice.quiet:
        click.echo(summarise(deck), err=True)
    gone = sum(skipped.rule == "vanished" for skipped in deck.skipped)
    if gone and not voice.quiet:
        click.echo(f"{deck.slug}: {count(gone, 'card')} left out, for the article gives them no more; `quizgen update {source}` lists them", err=True)
    return True


def summarise(deck: Deck) -> str:
    """« slug: 240 words, 17 facts, 24 cards, 41 skipped »"""
    words = len(deck.article.text.split()) if deck.article else 0
    counts = (count(words, "word"), count(len(deck.facts), "fact"), count(len(deck.cards), "card"))
    return f"{deck.slug}: {', '.join(counts)}, {len(deck.skipped):,} skipped"


def count(number: int, noun: str) -> str:
    """« 1 card », « 2 cards »."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def show_skipped(deck: Deck, stages: Sequence[str] = ()) -> Iterator[str]:
    """What was left out (in `stages` alone, or in all), first of the source, then sentence by sentence, as lines to print."""
    text = deck.article.text if deck.article else ""
    ends = [0, *(m.end() for m in re.finditer(r"[.!?…»]\s|\n", text)), len(text)]
    wanted = [s for s in deck.skipped if not stages or s.stage in stages]
    for removed in (s for s in wanted if s.text):
        yield from (f"  “{shorten(removed.text)}”", f"     {removed.stage}/{removed.rule}: {removed.reason}")
    ordered = sorted((s for s in wanted if not s.text), key=lambda s: (s.span.start, s.stage, s.rule))
    for place, reasons in groupby(ordered, key=lambda s: bisect_right(ends, s.span.start, hi=len(ends) - 1)):
        yield f"  “{shorten(text[ends[place - 1] : ends[place]].strip())}”"
        yield from dict.fromkeys(f"     {s.stage}/{s.rule}: {s.reason}" for s in reasons)


def shorten(text: str) -> str:
    """The first words of `text`."""
    return text[:LONGEST_LINE] + "…" * (len(text) > LONGEST_LINE)


@main.command()
@click.argument("source")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (the facts and skipped of the JSON export).")
@click.option("--why", is_flag=True, help="Add what was skipped, and why.")
@article_options
def facts(source: str, as_json: bool, why: bool, **wishes: Any) -> None:
    """Show the facts of SOURCE with their evidence.

    \b
    Example:
      quizgen facts article.txt --why
    """
    from quizgen.exports.data import fact_data, skipped_data
    from quizgen.pipeline import make_deck

    deck, _ = make_deck(source, read_settings({**PLAIN, **wishes}))
    found = [fact_data(fact, deck.article) for fact in deck.facts]
    if as_json:
        left = [skipped_data(s, deck.article) for s in deck.skipped if s.stage in SHOWN]
        click.echo(json.dumps({"facts": found, **({"skipped": left} if why else {})}, ensure_ascii=False, indent=1))
    else:
        for text in (*map(show_fact, found), *(show_skipped(deck, SHOWN) if why else ())):
            click.echo(text)
    if not found:
        raise QuizgenError("no facts were found.", where=source, todo="" if why else "`--why` tells the reason for every sentence.")


def show_fact(fact: dict[str, Any]) -> str:
    """One fact as three lines: what, with which parts, from which words."""
    polarity = fact["polarity"] if fact["polarity"] != "positive" else ""
    marks = [fact["modality"], polarity, f"according to {fact['attribution']}" if fact["attribution"] else ""]
    parts = "; ".join(f"{a['role']}: {a['text']}" for a in fact["arguments"])
    head = f"{fact['id']}  {fact['type']} · {fact['predicate']}  [{', '.join(filter(None, marks))}]"
    return f"{head}\n     {parts}\n     “{' '.join(fact['evidence']['text'].split())}”  ({fact['rule']}, {fact['confidence']:.2f})"


@main.command()
@click.argument("slug")
@click.option("--from", "source", required=True, metavar="SOURCE", help="The article: a file, or - for standard input.")
@deck_options
@article_options
def new(slug: str, source: str, **wishes: Any) -> None:
    """Make the deck folder decks/SLUG: article.md to correct, deck.toml with the cards to keep, edit or drop.

    \b
    Example:
      quizgen new mon-article --from article.txt
    """
    from quizgen.articles.cleaning import make_slug
    from quizgen.pipeline import new_deck

    if slug != make_slug(slug):
        raise click.UsageError(f"“{slug}” is no name for a deck; write it as “{make_slug(slug)}”.")
    paths, done = new_deck(slug, source, read_settings({**PLAIN, **wishes}))
    for path in paths:
        click.echo(str(path))
    show_changes(slug, done)


@main.command()
@click.argument("deck")
def update(deck: str) -> None:
    """Make the cards of the folder DECK again; what you kept, edited, dropped or wrote by hand stays.

    \b
    Example:
      quizgen update decks/mon-article
    """
    from quizgen.pipeline import update as update_deck

    done = update_deck(deck, read_settings(PLAIN))
    click.echo(str(done.path))
    show_changes(deck, done)


def show_changes(name: str, done: Update) -> None:
    """What an update did: the counts, then the cards that vanished and those that wait for a human."""
    counts = Counter(change.kind for change in done.changes)
    said = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items())) or "nothing new"
    click.echo(f"{name}: {count(sum(entry.live for entry in done.entries), 'card')} in use; {said}", err=True)
    for change in done.changes:
        card, proposed = change.entry.card, change.entry.proposed
        if change.reason:
            click.echo(f"  {change.kind}: {card.id} “{card.question}”\n     {change.reason}", err=True)
        elif proposed:
            click.echo(f"  {change.kind}: {card.id}", err=True)
            for whose, words in (("yours", card), ("quizgen's", proposed)):
                click.echo(f"     {whose + ':':11}“{words.question}” → {words.answer}", err=True)
            click.echo("     Keep yours: remove the proposed_ lines. Take quizgen's: set status to draft.", err=True)


@main.command()
@click.argument("deck")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is anything to mend.")
def check(deck: str, strict: bool) -> None:
    """Look for flaws in the cards of the folder DECK, and for conflicts that wait for you.

    \b
    Example:
      quizgen check decks/mon-article
    """
    from quizgen.pipeline import check as check_deck

    found = 0
    cards = check_deck(deck)
    for entry, flaws in cards:
        waiting = ("conflict: quizgen has new words, see its proposed_ lines.",) if entry.proposed else ()
        lines = (*waiting, *(f"{flaw.name}: {flaw.reason}. {flaw.todo}" for flaw in flaws))
        found += len(lines)
        for line in (f"{entry.card.id}  {entry.card.code}  “{entry.card.question}”", *(f"     {line}" for line in lines)) if lines else ():
            click.echo(line)
    click.echo(f"{deck}: {count(len(cards), 'card')}, {count(found, 'thing')} to mend")
    sys.exit(1 if strict and found else 0)


@main.command()
@click.argument("deck")
@click.option("--address", envvar="QUIZGEN_ANKI", default="http://127.0.0.1:8765", show_default=True, help="Where AnkiConnect listens.")
@click.option("--key", envvar="QUIZGEN_ANKI_KEY", default="", help="The key that AnkiConnect asks for, if it does.")
def send(deck: str, address: str, key: str) -> None:
    """Add the cards of DECK to the Anki that runs on this machine, or update them there.

    Needs Anki's add-on AnkiConnect. Your reviews and your own field stay as they are.

    \b
    Example:
      quizgen send decks/mon-article
    """
    from quizgen.pipeline import send as send_deck

    sent = send_deck(deck, read_settings(PLAIN), address, key)
    for kind, ids in (("added", sent.added), ("updated", sent.updated)):
        click.echo(" ".join((f"{kind}: {len(ids)}", *ids)))
    click.echo(f"unchanged: {len(sent.unchanged)}")


@main.command()
def formats() -> None:
    """Show the formats that are installed.

    \b
    Example:
      quizgen formats
    """
    from quizgen.exports import default_formats, find_formats

    for name, module in find_formats().items():
        click.echo(f"{name:10} {module.SUFFIX:11} {module.SUMMARY}{' (default)' * (name in default_formats())}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def templates(folder: Path) -> None:
    """Copy the built-in templates into DIR, as a start for your own; leave there only those that you change.

    \b
    Example:
      quizgen templates my-templates
    """
    from quizgen.resources import copy_templates

    for path in copy_templates(folder):
        click.echo(str(path))


@main.command()
def languages() -> None:
    """Show the languages that are installed.

    \b
    Example:
      quizgen languages
    """
    from quizgen.langs import find_packs

    for code, pack in find_packs().items():
        click.echo(f"{code:8} {pack.name}")
