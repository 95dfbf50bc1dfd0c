"""Files made to harm: one clear error or an article, never a traceback, never more than 1 GB of memory or 30 seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.articles import Wishes, read_article
from quizgen.errors import ArticleError, QuizgenError
from quizgen.langs import LanguagePack
from tests.articles.hostile import FRENCH, archive, files, pdf, word
from tests.conftest import ROOT

Run = Callable[..., Result]
SECONDS, KILOBYTES = 30, 1_000_000
# Reads every file of a folder, each in a process of its own, and says in JSON lines what came of it, in how many seconds and kilobytes.
READ_ALL = """
import json, os, pathlib, resource, sys, time
import lxml, numpy, docx, pypdf, trafilatura
from quizgen.articles import Wishes, read_article
from quizgen.errors import QuizgenError
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    if child := os.fork():
        os.waitpid(child, 0)
        continue
    start = time.monotonic()
    try:
        read_article(str(path), Wishes(lang="fr"))
        outcome = "read"
    except QuizgenError as error:
        outcome = str(error)
    print(json.dumps([path.name, outcome, time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]), flush=True)
    os._exit(0)
"""


@pytest.mark.slow
def test_hostile_files(tmp_path: Path) -> None:
    """Each is read, or refused with one message that names it and says what to do; time and memory stay within bounds."""
    for name, data in files().items():
        (tmp_path / name).write_bytes(data)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", READ_ALL, str(tmp_path)], capture_output=True, text=True, timeout=600, env=environment)
    assert done.returncode == 0, done.stderr[-2000:]
    said = {name: outcome for name, outcome, *_ in map(json.loads, done.stdout.splitlines())}
    spent = [(name, seconds, memory) for name, _, seconds, memory in map(json.loads, done.stdout.splitlines())]
    assert set(said) == set(files()) and "Traceback" not in done.stderr
    assert [row for row in spent if row[1] > SECONDS or row[2] > KILOBYTES] == []
    for name, outcome in said.items():
        assert outcome == "read" or (outcome.startswith(f"{tmp_path / name}") and outcome.endswith(".") and "\n" not in outcome), outcome
    refused = {name for name, outcome in said.items() if outcome != "read"}
    assert {name for name in said if Path(name).suffix in (".docx", ".epub", ".pdf") or name.startswith(("noise", "head"))} <= refused


# A first run imports what the second needs: another user may not read our Python.
AS_ANOTHER = """
import contextlib, difflib, io, os, sqlite3, sys
from quizgen.cli import main
with contextlib.suppress(SystemExit), contextlib.redirect_stderr(io.StringIO()):
    main(["build", "nowhere.txt"])
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
main(["build", *sys.argv[1:]])
"""

SAID = {
    "bomb.docx": "would take 300 MB unpacked, the limit is 100 MB. Save its text alone as .txt.",
    "parts.docx": "holds 6,001 parts, the limit is 5,000.",
    "nodes.docx": "the limit is ",
    "entities.docx": "holds XML with a document type or entities, which is not opened.",
    "wide-entities.docx": "holds XML with a document type or entities",
    "outside.epub": "holds XML with a document type or entities",
    "loop.pdf": "is damaged: as a PDF it cannot be read (",
    "pages.pdf": "has 2,500 pages, the limit is 2,000. Save the pages of the article alone.",
    "text.pdf": "page 1 holds 28 MB of drawing, the limit is 8 MB.",
    "scan.pdf": "holds no text: it may be a scan. Run a text recognition on it",
    "tags.html": "has 5,000,002 tags, the limit is 200,000. Save the page as text",
    "yaml.md": "the front matter has more than 20,000 characters.",
}


def test_limits_are_named(tmp_path: Path) -> None:
    """The message of a limit says the limit and how to go on."""
    made = files()
    for name, message in SAID.items():
        (tmp_path / name).write_bytes(made[name])
        with pytest.raises(ArticleError) as caught:
            read_article(str(tmp_path / name), Wishes())
        assert message in str(caught.value), name


def test_many_tags_in_few_bytes(tmp_path: Path) -> None:
    """Tags are counted, too: in a tree, a short one takes a hundred times its bytes."""
    (tmp_path / "a.docx").write_bytes(word("<w>" + "<a/>" * 700_000 + "</w>"))
    with pytest.raises(ArticleError, match=r"holds 700,0\d\d tags, the limit is 600,000"):
        read_article(str(tmp_path / "a.docx"), Wishes())


def test_sparse_file(run: Run, tmp_path: Path) -> None:
    """2 GB that take no room on the disk are refused by their size, unread."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2_000_000_000)
    start = time.monotonic()
    result = run("build", "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "quizgen: a.txt: is larger than 20 MB. Save its text alone as .txt, or split it.\n"
    assert time.monotonic() - start < SECONDS


def test_pipe_and_device(run: Run, tmp_path: Path) -> None:
    """A named pipe, which nobody writes to, and a device that never ends are not opened."""
    os.mkfifo(tmp_path / "pipe.txt")
    for source in ("pipe.txt", "/dev/zero"):
        result = run("build", source)
        assert result.exit_code == 1
        assert result.stderr == f"quizgen: {source}: is a pipe or a device, not a file. Send it to standard input and give -.\n"


def test_no_permission(tmp_path: Path) -> None:
    """A folder and a file that may not be read: one message each. Run as another user where this one may read everything."""
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked.txt").write_text(FRENCH)
    for path in (tmp_path / "locked", tmp_path / "locked.txt"):
        path.chmod(0)
    other = os.geteuid() == 0
    for folder in (tmp_path, *tmp_path.parents[:2]) if other else ():
        folder.chmod(0o755)
    command = [sys.executable, "-c", AS_ANOTHER, "locked", "locked.txt", "-o", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.splitlines() == [
        "quizgen: locked: cannot be listed: Permission denied. Check its permissions.",
        "quizgen: locked.txt: cannot be read: Permission denied. Check its permissions.",
        "quizgen: 2 of 2 gave no deck: locked, locked.txt",
    ]


def test_locked_files(tmp_path: Path) -> None:
    """A PDF and an archive with a password say so."""
    from pypdf import PdfReader, PdfWriter

    plain = tmp_path / "plain.pdf"
    plain.write_bytes(pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R >>"))
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    locked = bytearray(archive({"word/document.xml": "<a/>"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.docx").write_bytes(bytes(locked))
    for name in ("a.pdf", "a.docx"):
        with pytest.raises(ArticleError, match=r"is protected by a password\. Save it without one\."):
            read_article(str(tmp_path / name), Wishes())


PIECES = st.sampled_from(
    [FRENCH, "« ", " »", "[1]", ". . ", "UNE La", "Lire aussi : ", "© ", "\n", "\n\n", "4 juillet 2012. - ", "{{", "]]", "'''", "=", "- ", "\x00"]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=12).map("".join)


@pytest.mark.slow
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS, suffix=st.sampled_from([".txt", ".md", ".html"]), lang=st.sampled_from(["auto", "fr"]))
def test_any_text(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str, lang: str) -> None:
    """2,000 made texts: an article whose parts are told, or one clear error."""
    path = tmp_path_factory.getbasetemp() / f"made{suffix}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        article = read_article(str(path), Wishes(lang=lang))
    except QuizgenError as error:
        assert str(error).startswith(str(path)) and str(error).endswith(".")
        return
    assert article.text and "\n\n\n" not in article.text and article.text == article.text.strip()
    assert all(skipped.text and skipped.span.end <= len(article.text) for skipped in article.removed)


@pytest.mark.model
@pytest.mark.slow
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
def test_any_text_to_its_deck(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Made texts go the whole way: a deck whose quotes stand in the text, or one clear error."""
    from quizgen.pipeline import Settings, make_deck

    path = tmp_path_factory.getbasetemp() / "made.txt"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        deck, _ = make_deck(str(path), Settings(wishes=Wishes(lang="fr")))
    except QuizgenError as error:
        assert str(error).startswith(str(path))
        return
    assert deck.article and all(card.quote in deck.article.text for card in deck.cards)


def test_cleaning_is_linear(french: LanguagePack) -> None:
    """Twice the text takes about twice the time, whatever the signs are that it is full of."""
    from quizgen.articles.characters import normalise_text
    from quizgen.articles.dirt import compile_patterns, cut_pieces, find_dirt

    for piece in ("« a ", '"a ', "<<a ", "( ", "[1", ". . a ", "© ", "a/", "a - ", "photo ", "UNE ", "L' ", "cookies ", "| "):
        spent = []
        for length in (50_000, 200_000):
            text, start = piece * (length // len(piece)), time.process_time()
            find_dirt(normalise_text(text), compile_patterns(french.page))
            cut_pieces(text, french.page)
            spent.append(time.process_time() - start)
        assert spent[1] < 12 * spent[0] + 0.3, piece


def test_one_reader_at_a_time_is_not_needed(tmp_path: Path) -> None:
    """Reading keeps nothing between articles: two threads give what one gives."""
    (tmp_path / "a.txt").write_text(FRENCH * 3)
    alone, both = read_article(str(tmp_path / "a.txt"), Wishes()), []
    threads = [threading.Thread(target=lambda: both.append(read_article(str(tmp_path / "a.txt"), Wishes()))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert both == [alone, alone]
