"""The main job from a built wheel, in a clean virtual environment, in another folder.

The wheel is built from the sdist, so one build shows that both are whole.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from quizgen import __version__

pytestmark = [pytest.mark.slow, pytest.mark.model]

ROOT = Path(__file__).parent.parent
MAX_BYTES = 25_000_000  # the parser's weights are 9 MB; twice that leaves room for English, more would be an accident
NOT_SHIPPED = ("decks/", "tests/", "training/", "benchmarks/", "templates/")  # the templates go into quizgen/

ARTICLE = """\
Rencontre entre la Norvège et le Portugal à Lisbonne

La ministre norvégienne des Affaires étrangères, Ingrid Solheim, a rencontré son homologue portugais, Duarte Valadares, \
à Lisbonne le 12 mars 2019. La Norvège a annoncé l'envoi de deux frégates en Méditerranée. Quelque 4 000 réfugiés ont \
franchi la frontière bulgare en février 2019, selon Duarte Valadares. La Croatie a rejoint l'Union européenne en 2013. \
Le Portugal enverra 300 soldats au Mali.
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run `command` as a user would, with nothing of this checkout in the way; its standard output."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist, which is built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of python and quizgen in a clean environment: the wheel and what it asks for, in our pinned versions.

    A wheel in a folder has no published hash, so here the pins go without theirs; `make quiz` checks them.
    """
    folder = tmp_path_factory.mktemp("clean")
    pins = re.findall(r"^[^#\s][^\\\n]*", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    (folder / "pins.txt").write_text("\n".join(pins), "utf-8")
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    try:
        run(scripts / "python", "-m", "pip", "install", "--constraint", folder / "pins.txt", wheel, cwd=folder)
    except AssertionError as error:
        if "CI" not in os.environ and re.search(r"connection|name resolution|timed out", str(error), re.IGNORECASE):
            pytest.skip("pip reaches no package index from here")
        raise
    return scripts


def test_wheel_is_small(wheel: Path) -> None:
    """A wheel that grows past its bound carries something it should not."""
    assert wheel.stat().st_size < MAX_BYTES


def test_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    """Every tracked file of quizgen/ and templates/ is in the wheel, and nothing of the repository's other folders."""
    tracked = subprocess.run(["git", "ls-files", "quizgen", "templates"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if tracked.returncode:
        pytest.skip("no git here to say which files belong to the package")
    expected = {re.sub(r"^templates/", "quizgen/templates/", name) for name in tracked.stdout.splitlines() if (ROOT / name).exists()}
    names = set(zipfile.ZipFile(wheel).namelist())
    assert not expected - names
    assert not [name for name in names if name.startswith(NOT_SHIPPED)]


def test_wheel_names_its_licences(wheel: Path) -> None:
    """The program's licence, the parser's and its credits travel with the wheel, and the metadata names both licences."""
    archive = zipfile.ZipFile(wheel)
    info = f"quizgen-{__version__}.dist-info"
    metadata = archive.read(f"{info}/METADATA").decode("utf-8")
    assert "License-Expression: MIT AND CC-BY-SA-4.0" in metadata
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/quizgen/langs/fr/parser/CREDITS"} <= set(archive.namelist())


def test_main_job_runs_from_the_wheel(scripts: Path, tmp_path: Path) -> None:
    """An article in any folder becomes three files, through the templates that the wheel carries."""
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    printed = run(scripts / "quizgen", "build", "article.txt", "-f", "anki", "-f", "html", "-f", "json", cwd=tmp_path)
    assert [Path(line) for line in printed.splitlines()] == [Path("out", f"article.{suffix}") for suffix in ("apkg", "html", "json")]
    assert zipfile.is_zipfile(tmp_path / "out" / "article.apkg")
    cards = json.loads((tmp_path / "out" / "article.json").read_text("utf-8"))["cards"]
    assert "300" in {card["answer"] for card in cards}
    assert "Rencontre entre la Norvège" in (tmp_path / "out" / "article.html").read_text("utf-8")


def test_templates_come_from_the_wheel(scripts: Path, tmp_path: Path) -> None:
    """Installed, quizgen finds the templates inside its own package, not those of a checkout."""
    ask = "import quizgen.resources as r; print(r.find_templates().relative_to(r.__file__.removesuffix('resources.py')))"
    assert run(scripts / "python", "-c", ask, cwd=tmp_path).strip() == "templates"


def test_command_and_module_answer(scripts: Path, tmp_path: Path) -> None:
    """`quizgen` and `python -m quizgen` are the same program, and find formats and languages without a list."""
    assert run(scripts / "python", "-m", "quizgen", "--version", cwd=tmp_path).split()[-1] == __version__
    assert {line.split()[0] for line in run(scripts / "quizgen", "formats", cwd=tmp_path).splitlines()} >= {"anki", "html", "json"}
    assert [line.split()[0] for line in run(scripts / "quizgen", "languages", cwd=tmp_path).splitlines()] == ["en", "fr"]
