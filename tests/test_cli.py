"""The command line: paths on standard output, the rest on standard error, exit codes, nothing half-written."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from anki.collection import Collection
from click.testing import Result

from quizgen.cli import main
from tests.conftest import ROOT
from tests.exports.anki_server import AnkiServer

Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[str]"]

ARTICLE = (
    "La visite de Berlin\n3 mai 2022\n\n"
    "Le président Karl Lund a rencontré Jens Olsen à Berlin le 3 mai 2022. "
    "La Norvège enverra deux frégates en mer Baltique.\n\nLa Suède a rejoint l’OTAN en 2024."
)
POOR = "Il dort dans la grande salle. Elle lit un livre et elle rit.\n\nOn parle de tout et de rien, mais qui le sait\u202f?"


def files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def commands() -> dict[str, click.Command]:
    return {"": main, **main.commands}


# --- what cannot be done -----------------------------------------------------------------------------------------------

BAD = {
    "missing file": (["build", "non.txt"], 1, "quizgen: non.txt: there is no such file. Check the path."),
    "missing file, facts": (["facts", "non.txt"], 1, "quizgen: non.txt: there is no such file."),
    "folder that is no deck": (
        ["build", "vide"],
        1,
        "quizgen: vide: this folder holds no article and no article.md. Put the article into vide/article.md, or articles (",
    ),
    "empty file": (["build", "empty.txt"], 1, "quizgen: empty.txt: is empty. Give a file with the text of an article."),
    "binary file": (["build", "binary.txt"], 1, "quizgen: binary.txt: is a binary file, not text. Give the article as plain text (UTF-8)."),
    "bytes that are no text": (["build", "bytes.txt"], 1, "quizgen: bytes.txt: is no text in a known encoding. Save it as UTF-8."),
    "folder, facts": (["facts", "vide"], 1, "quizgen: vide: this folder is no deck: it has no article.md. Put the article into vide/article.md."),
    "broken UTF-8": (["build", "broken.txt"], 1, "quizgen: broken.txt:2: the byte 0xE9 is not UTF-8"),
    "PDF": (["build", "a.pdf"], 1, "quizgen: a.pdf: is damaged: as a PDF it cannot be read"),
    "address": (["build", "ftp://x.example/a"], 1, "is no address of a web page. Give one that begins with https:// or http://."),
    "bad date": (["build", "good.txt", "--date", "hier"], 1, "quizgen: good.txt: “hier” is no date. Write it as 2022, 2022-01 or 2022-01-21."),
    "front matter in an unknown language": (["build", "tlh.md"], 1, "there is no language “tlh”. Installed: en, fr"),
    "standard input empty": (["build", "-"], 1, "quizgen: standard input: is empty."),
    "name too long": (["build", "a" * 5000], 1, "there is no such file"),
    "unknown format": (
        ["build", "good.txt", "-f", "zip"],
        2,
        "there is no format “zip”. Installed: anki, anki-text, cards-html, html, json, pdf, study (see `quizgen formats`).",
    ),
    "unknown language": (["build", "good.txt", "--lang", "tlh"], 2, "there is no language “tlh”. Installed: en, fr"),
    "unknown form": (["build", "good.txt", "--form", "essay"], 2, "there is no form “essay”. Installed: choice, cloze, open, true_false."),
    "no source": (["build"], 2, "Missing argument 'SOURCE...'"),
    "no cards": (["build", "good.txt", "--max-cards", "0"], 2, "--max-cards"),
    "score out of range": (["build", "good.txt", "--min-score", "7"], 2, "--min-score"),
    "templates nowhere": (["build", "good.txt", "--templates", "nowhere"], 2, "nowhere"),
    "two of one name": (["build", "good.txt", "sub/good.md"], 2, "“good.txt” and “sub/good.md” would both be written to out/good.*"),
    "two columns of large letters": (["build", "good.txt", "--columns", "2", "--variant", "large"], 2, "the variant “large” has one column"),
    "logo that is no picture": (
        ["build", "good.txt", "--logo", "binary.txt"],
        1,
        "quizgen: binary.txt: is no picture that can be printed. Give a PNG",
    ),
    "templates over a file": (["templates", "good.txt"], 1, "quizgen: good.txt: cannot be written: "),
    "update of a file": (["update", "good.txt"], 1, "quizgen: good.txt: is no deck folder. Make one with `quizgen new NAME --from ARTICLE`."),
    "check of nothing": (["check", "non"], 1, "quizgen: non: is no deck folder."),
    "update of a folder without an article": (["update", "vide"], 1, "quizgen: vide: this folder is no deck: it has no article.md."),
    "new without an article": (["new", "lac"], 2, "Missing option '--from'"),
    "new with a bad name": (["new", "../Lac", "--from", "good.txt"], 2, "“../Lac” is no name for a deck; write it as “lac”."),
    "unknown command": (["bild"], 2, "No such command"),
}


@pytest.mark.parametrize(("words", "code", "message"), BAD.values(), ids=BAD)
def test_bad_input(run: Run, tmp_path: Path, words: list[str], code: int, message: str) -> None:
    """One message that says what, where and what next; exit 1, or 2 for wrong usage; no file, no path, no traceback."""
    (tmp_path / "vide").mkdir()
    (tmp_path / "sub").mkdir()
    for name, data in {
        "empty.txt": b"", "binary.txt": bytes(range(256)), "bytes.txt": b"le maire \x01\x02", "broken.txt": "é\nl'".encode() + b"\xe9t\xe9",
        "a.pdf": b"%PDF-1.4", "good.txt": ARTICLE.encode(), "sub/good.md": ARTICLE.encode(), "tlh.md": b"---\nlang: tlh\n---\nLe lac.",
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    before = files(tmp_path)
    result = run(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1 or code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert files(tmp_path) == before and not (tmp_path / "out").exists()


@pytest.mark.model
def test_no_usable_fact(run: Run, tmp_path: Path) -> None:
    """An article that gives nothing says so; --why tells the reason for every sentence; no file, no folder."""
    (tmp_path / "pauvre.txt").write_text(POOR)
    short, long = run("build", "pauvre.txt"), run("build", "pauvre.txt", "--why")
    assert (short.exit_code, long.exit_code, short.stdout, long.stdout) == (1, 1, "", "")
    assert short.stderr == "quizgen: pauvre.txt: no sentence of this article gave a sound card. `--why` tells the reason for every sentence.\n"
    for sentence in ("Il dort dans la grande salle.", "Elle lit un livre et elle rit.", "On parle de tout"):
        assert re.search(rf"^  “{re.escape(sentence)}.*”\n     facts/[\w-]+: ", long.stderr, re.M), sentence
    assert files(tmp_path) == ["pauvre.txt"] and not (tmp_path / "out").exists()
    facts = run("facts", "pauvre.txt", "--why")
    assert facts.exit_code == 1 and "no facts were found." in facts.stderr and "Il dort dans la grande salle." in facts.stdout


@pytest.mark.model
def test_unwritable_folder(run: Run, tmp_path: Path) -> None:
    """A file in place of the output folder, or above it, is one message; the file stays as it was."""
    (tmp_path / "good.txt").write_text(ARTICLE)
    for folder in ("good.txt", "good.txt/deep"):
        result = run("build", "good.txt", "-o", folder)
        assert (result.exit_code, result.stdout) == (1, "")
        assert re.fullmatch(rf"quizgen: {folder}: cannot be written: .+\. Choose another folder with -o\.\n", result.stderr)
    assert files(tmp_path) == ["good.txt"] and (tmp_path / "good.txt").read_text() == ARTICLE


def test_break(tmp_path: Path) -> None:
    """Ctrl-C: one message, exit 1, no traceback, no file. Progress is shown, for standard error is a terminal here."""
    terminal, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "quizgen", "build", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=theirs, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    os.close(theirs)
    said = b""
    while b"1/1 -" not in said:
        said += os.read(terminal, 100)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    said += os.read(terminal, 10_000)
    assert process.returncode == 1 and out == b""
    assert b"quizgen: stopped; what was not finished is not written." in said and b"Traceback" not in said
    assert files(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_full_disk(spawn: Spawn) -> None:
    """Standard output that takes nothing more: one message, no traceback."""
    with open("/dev/full", "w") as full:
        done = spawn("-m", "quizgen", "languages", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode != 0 and "Traceback" not in done.stderr and done.stderr.startswith("quizgen: cannot go on: ")


# --- what is done ------------------------------------------------------------------------------------------------------


@pytest.mark.model
def test_build(run: Run, tmp_path: Path) -> None:
    """The default formats go to ./out; standard output has their paths alone; no progress where there is no terminal."""
    (tmp_path / "visite.txt").write_text(ARTICLE)
    result = run("build", "visite.txt")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == ["out/visite.apkg", "out/visite.html"]
    assert files(tmp_path / "out") == ["visite.apkg", "visite.html"]
    assert re.fullmatch(r"visite: 29 words, \d+ facts?, \d+ cards?, \d+ skipped\n", result.stderr)


@pytest.mark.model
def test_formats_folder_and_title(run: Run, tmp_path: Path) -> None:
    """-f, -o, --title, --date, --form and --max-cards are heard."""
    (tmp_path / "visite.txt").write_text(ARTICLE)
    result = run("build", "visite.txt", "-f", "json", "-o", "x/y", "--title", "À Berlin", "--date", "2022-05", "--form", "open", "--max-cards", "2")
    assert result.stdout == "x/y/visite.json\n"
    data = json.loads((tmp_path / "x/y/visite.json").read_text())
    assert (data["deck"]["title"], data["deck"]["date"], len(data["cards"])) == ("À Berlin", "2022-05", 2)
    assert {card["form"] for card in data["cards"]} == {"open"}


@pytest.mark.model
def test_handout_options(run: Run, tmp_path: Path) -> None:
    """The options of the printed quiz reach it: versions, the key in a file of its own, school and logo."""
    (tmp_path / "visite.txt").write_text(ARTICLE)
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n")
    result = run(*"build visite.txt -f html --versions 2 --key apart --variant large --paper letter --ink-saving --duplex".split(),
                 "--school", "Lycée <du Lac>", "--logo", "logo.png")  # fmt: skip
    assert result.stdout.splitlines() == ["out/visite.html", "out/visite.key.html"], result.stderr
    sheet, key = ((tmp_path / path).read_text() for path in result.stdout.splitlines())
    assert 'id="sheetB"' in sheet and "size: letter" in sheet and '<body class="large columns-1 ink-saving duplex"' in sheet
    assert "Lycée &lt;du Lac&gt;" in sheet and 'src="data:image/png;base64,iVBORw0K"' in sheet
    assert 'id="keyB"' in key and "Corrigé" not in sheet and 'id="sheet' not in key
    assert run("build", "visite.txt", "-f", "html", "--questions", "1").exit_code == 0
    assert (tmp_path / "out/visite.html").read_text().count('<li class="q"') == 1


def test_templates(run: Run, tmp_path: Path) -> None:
    """`templates` copies ours; what is there stays as it is; a copy that was changed wins, the others remain ours."""
    first = run("templates", "mine/here")
    assert first.exit_code == 0 and "mine/here/handout/handout.html" in first.stdout.splitlines()
    assert sorted(first.stdout.splitlines()) == files(tmp_path)
    for path in first.stdout.splitlines():
        assert Path(path).read_bytes() == (ROOT / "templates" / Path(path).relative_to("mine/here")).read_bytes()
    again = run("templates", "mine/here")
    assert (again.exit_code, again.stdout) == (1, "") and "is there already. Choose another folder" in again.stderr


@pytest.mark.model
def test_standard_input(run: Run, tmp_path: Path) -> None:
    """« - » reads standard input and names its files by the title."""
    result = run("build", "-", "-f", "json", input=ARTICLE)
    assert (result.exit_code, result.stdout) == (0, "out/la-visite-de-berlin.json\n")


@pytest.mark.model
def test_deck_folder(run: Run, tmp_path: Path) -> None:
    """A deck folder builds into its own dist/, unless -o says otherwise."""
    (tmp_path / "decks/visite").mkdir(parents=True)
    (tmp_path / "decks/visite/article.md").write_text(ARTICLE)
    assert run("build", "decks/visite", "-f", "json").stdout == "decks/visite/dist/visite.json\n"
    assert run("build", "decks/visite", "-f", "json", "-o", "ici").stdout == "ici/visite.json\n"


@pytest.mark.model
def test_several_sources(run: Run, tmp_path: Path) -> None:
    """One source that fails does not stop the others; the exit code says that one failed."""
    for name in ("un", "deux"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE)
    result = run("build", "un.txt", "non.txt", "deux.txt", "-f", "json")
    assert (result.exit_code, result.stdout) == (1, "out/un.json\nout/deux.json\n")
    assert result.stderr.count("non.txt: there is no such file.") == 1
    assert run("build", "un.txt", "deux.txt", "-f", "json").exit_code == 0


@pytest.mark.model
def test_bad_among_many(run: Run, tmp_path: Path) -> None:
    """A folder means its articles; bad ones do not stop the rest, are named again at the end, and the exit code says so."""
    (tmp_path / "pages").mkdir()
    for name, data in {"a.txt": ARTICLE.encode(), "b.pdf": b"%PDF-1.4", "c.md": ARTICLE.encode(), "d.txt": bytes(range(256))}.items():
        (tmp_path / "pages" / name).write_bytes(data)
    result = run("build", "pages", "-f", "json")
    assert (result.exit_code, result.stdout) == (1, "out/a.json\nout/c.json\n")
    lines = result.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["a", "quizgen", "c", "quizgen", "quizgen"]
    assert lines[-1] == "quizgen: 2 of 4 gave no deck: pages/b.pdf, pages/d.txt"


@pytest.mark.model
def test_one_failure_of_ours_does_not_stop_the_rest(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a stage may raise on one article is one message; -v adds where it happened."""
    from quizgen import ahead, pipeline

    def fail_on_un(source: str, wishes: object) -> object:
        if source == "un.txt":
            raise ZeroDivisionError("division by zero")
        return read(source, wishes)  # type: ignore[arg-type]

    read = pipeline.read_article
    for where in (pipeline, ahead):
        monkeypatch.setattr(where, "read_article", fail_on_un)
    for name in ("un", "deux"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE)
    result = run("build", "un.txt", "deux.txt", "-f", "json")
    assert (result.exit_code, result.stdout) == (1, "out/deux.json\n")
    assert "quizgen: un.txt: quizgen itself failed on this article (ZeroDivisionError: division by zero). Report it" in result.stderr
    assert "Traceback" not in result.stderr and "Traceback" in run("build", "un.txt", "-v").stderr


@pytest.mark.model
def test_quiet_and_verbose(run: Run, tmp_path: Path) -> None:
    """-q leaves paths and errors; -v adds what was read, how much of it was left out, and the time."""
    (tmp_path / "visite.txt").write_text(f"{ARTICLE}\n\n© Ada Brun")
    quiet = run("build", "visite.txt", "non.txt", "-q", "-f", "json")
    assert quiet.stdout == "out/visite.json\n"
    assert quiet.stderr == "quizgen: non.txt: there is no such file. Check the path.\nquizgen: 1 of 2 gave no deck: non.txt\n"
    told = run("build", "visite.txt", "-v", "-f", "json").stderr.splitlines()
    assert re.fullmatch(r"visite\.txt: “La visite de Berlin” · 2022-05-03 · language fr; 1 piece left out; \d+\.\d s", told[0])
    assert told[1].startswith("visite: 29 words, ")


@pytest.mark.model
def test_why_tells_what_was_no_text(run: Run, tmp_path: Path) -> None:
    """--why begins with the lines that were left out of the article, each with its rule; the JSON has their words and the text."""
    (tmp_path / "visite.txt").write_text(f"{ARTICLE}\n\nLire aussi : Le lac gèle\n\n© Ada Brun")
    result = run("build", "visite.txt", "--why", "-f", "json")
    assert result.stderr.startswith(
        "  “Lire aussi : Le lac gèle”\n     articles/teaser: points to another article\n"
        "  “© Ada Brun”\n     articles/credit: a credit of a picture or an agency\n"
    )
    assert "articles/teaser: points to another article" in run("facts", "visite.txt", "--why").stdout
    data = json.loads((tmp_path / "out/visite.json").read_text())
    assert [s["text"] for s in data["skipped"] if s["stage"] == "articles"] == ["Lire aussi : Le lac gèle", "© Ada Brun"]
    text = data["deck"]["text"]
    assert text.endswith("La Suède a rejoint l’OTAN en 2024.")
    assert all(text[f["evidence"]["start"] : f["evidence"]["end"]] == f["evidence"]["text"] for f in data["facts"])


@pytest.mark.model
def test_plain_text_needs_no_reader(spawn: Spawn, tmp_path: Path) -> None:
    """A text is built without the libraries for pages, PDFs, Word files, languages and old encodings."""
    (tmp_path / "visite.txt").write_text(ARTICLE + " Le roi de Suède et la reine ont dîné avec eux dans le palais et sont partis pour la Norvège.")
    names = ("trafilatura", "pypdf", "docx", "lxml", "ftfy", "py3langid", "yaml", "charset_normalizer.api")
    code = f"import sys; from quizgen.articles import *; read_article('visite.txt', Wishes()); print([m for m in {names} if m in sys.modules])"
    assert spawn("-c", code).stdout == "[]\n"


@pytest.mark.model
def test_facts(run: Run, tmp_path: Path) -> None:
    """`facts` shows each fact with its evidence; --json gives the same as data, with what was skipped."""
    (tmp_path / "visite.txt").write_text(ARTICLE)
    shown, data = run("facts", "visite.txt"), json.loads(run("facts", "visite.txt", "--json", "--why").stdout)
    assert shown.exit_code == 0 and "meeting · " in shown.stdout and "Jens Olsen à Berlin" in shown.stdout
    assert [f["id"] for f in data["facts"]] == re.findall(r"^(f\w+)  ", shown.stdout, re.M)
    assert list(data) == ["facts", "skipped"] and files(tmp_path) == ["visite.txt"]


@pytest.mark.model
@pytest.mark.slow
def test_same_bytes(spawn: Spawn, tmp_path: Path) -> None:
    """Two processes under two hash seeds, in two folders: the same bytes in all formats; an odd title does no harm."""
    built = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        (folder / "visite.txt").write_text(ARTICLE)
        words = (
            "build",
            "visite.txt",
            "-f",
            "anki",
            "-f",
            "html",
            "-f",
            "json",
            "--title",
            b"caf\xe9 \xff\xfe {{x}}".decode(errors="surrogateescape"),
        )
        done = spawn("-m", "quizgen", *words, cwd=folder, env={"PYTHONHASHSEED": seed})
        assert done.returncode == 0, done.stderr
        built.append({path: (folder / path).read_bytes() for path in done.stdout.split()})
    assert len(built[0]) == 3 and built[0] == built[1]
    assert json.loads(built[0]["out/visite.json"])["deck"]["title"] == "caf {{x}}"


def test_lists(run: Run) -> None:
    """`formats` and `languages` show what is installed, one to a line."""
    shown = run("formats").stdout
    assert re.findall(r"^([\w-]+) +(\.[\w.]+) ", shown, re.M) == [
        ("anki", ".apkg"), ("anki-text", ".anki.txt"), ("cards-html", ".cards.html"), ("html", ".html"), ("json", ".json"),
        ("pdf", ".pdf"), ("study", ".study.html"),
    ]  # fmt: skip
    assert [line.split()[0] for line in shown.splitlines() if line.endswith("(default)")] == ["anki", "html"]
    assert run("languages").stdout.split() == ["en", "English", "fr", "français"]


# --- help --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[str]:
    """The address of an Anki that runs."""
    (tmp_path / "anki").mkdir()
    collection = Collection(str(tmp_path / "anki" / "collection.anki2"))
    server = AnkiServer(collection)
    yield server.address
    server.close()
    collection.close()


@pytest.mark.model
@pytest.mark.parametrize("name", [n for n in commands()])
def test_help_has_an_example_that_runs(run: Run, tmp_path: Path, name: str, anki: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The help of every command ends its text with an example, and the example does what it says."""
    (tmp_path / "articles").mkdir()
    for path in (tmp_path / "article.txt", tmp_path / "articles" / "one.txt"):
        path.write_text(ARTICLE)
    monkeypatch.setenv("QUIZGEN_ANKI", anki)
    if name in ("update", "check", "send"):
        run("new", "mon-article", "--from", "article.txt")
    shown = run(*filter(None, [name]), "--help").stdout
    (example,) = re.findall(r"^ +Example:\n +quizgen (.+)$", shown, re.M)
    result = run(*shlex.split(example))
    assert result.exit_code == 0 and result.stdout, result.stderr


HEAVY = ("spacy", "thinc", "numpy", "genanki", "babel", "jinja2", "sqlite3", "trafilatura", "pypdf", "docx", "lxml", "urllib3", "yaml")


@pytest.mark.parametrize("name", [n for n in commands()])
def test_help_is_light(spawn: Spawn, name: str) -> None:
    """--help of every command imports nothing heavy."""
    words = [*filter(None, [name]), "--help"]
    heavy = f"[m for m in {HEAVY} if m in sys.modules]"
    done = spawn("-c", f"import sys; from quizgen.cli import main; main({words}, standalone_mode=False); print({heavy}, file=sys.stderr)")
    assert "Usage:" in done.stdout and done.stderr.strip() == "[]"


def test_module_and_version(spawn: Spawn) -> None:
    """`python -m quizgen` is the same program."""
    done = spawn("-m", "quizgen", "--version")
    assert re.fullmatch(r"quizgen, version \d+\.\d+\.\d+\n", done.stdout) and done.returncode == 0
