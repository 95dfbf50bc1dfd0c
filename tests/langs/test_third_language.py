"""A language that another package brings: found by its entry point, read, asked and exported, with no line of the core changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen import langs
from quizgen.articles.language import choose_pack
from quizgen.cli import main
from quizgen.document import load_analyser
from quizgen.errors import PackError
from quizgen.langs import find_packs

TOY = Path(__file__).parent / "toy"
TEXT = "Norvalo sendis 12 ŝipojn al Brumo. La prezidanto de la lago ne parolis pri tio."
LOADER = "from spacy.util import load_model_from_init_py\n\n\ndef load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n"


def write_model(folder: Path) -> None:
    """A spaCy package that knows where sentences end, and two names."""
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("entity_ruler", name="ner").add_patterns([{"label": "LOC", "pattern": name} for name in ("Norvalo", "Brumo")])  # type: ignore[attr-defined]
    nlp.add_pipe("sentencizer")
    nlp.meta.update(name="model", version="1.0")
    folder.mkdir()
    nlp.to_disk(folder / "xx_model-1.0")
    (folder / "meta.json").write_text((folder / "xx_model-1.0" / "meta.json").read_text("utf-8"), "utf-8")
    (folder / "__init__.py").write_text(LOADER, "utf-8")
    info = folder.parent / f"{folder.name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {folder.name}\nVersion: 1.0\n", "utf-8")


@pytest.fixture
def esperanto(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The folder of the toy pack on the path, its model beside it, and an article."""
    write_model(tmp_path / "toy_model")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(TOY)
    find_packs.cache_clear()
    article = tmp_path / "lago.txt"
    article.write_text(TEXT, "utf-8")
    yield article
    find_packs.cache_clear()
    load_analyser.cache_clear()
    for name in ("quizgen_esperanto", "toy_model"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("esperanto")
def test_a_pack_from_elsewhere_is_found() -> None:
    """It stands among the languages, in alphabetical order, and a text in it is known as such."""
    assert list(find_packs()) == sorted(find_packs()) and find_packs()["eo"].name == "Esperanto"
    assert choose_pack(f"{TEXT} {'La ŝipoj estas en la lago kaj ili ne parolis pri tio. ' * 3}", "a.txt").code == "eo"


@pytest.mark.model
@pytest.mark.parametrize("suffix", [".json", ".html", ".apkg", ".study.html"])
def test_a_deck_in_a_third_language(esperanto: Path, suffix: str) -> None:
    """Every format can be made of an article in it."""
    formats = {".json": "json", ".html": "html", ".apkg": "anki", ".study.html": "study"}
    run = CliRunner().invoke(main, ["build", str(esperanto), "--lang", "eo", "-f", formats[suffix], "-o", str(esperanto.parent)])
    assert run.exit_code == 0, run.output
    assert (esperanto.parent / f"lago{suffix}").stat().st_size > 500


@pytest.mark.model
def test_its_cards(esperanto: Path) -> None:
    """The cards ask what the toy's one rule has found, and the sentence that gave nothing is told with the reason."""
    run = CliRunner().invoke(
        main, ["build", str(esperanto), "--lang", "eo", "-f", "json", "-o", str(esperanto.parent), "--form", "open", "--form", "cloze"]
    )
    assert run.exit_code == 0, run.output
    deck = json.loads((esperanto.parent / "lago.json").read_text("utf-8"))
    assert {(c["form"], c["question"], c["answer"]) for c in deck["cards"]} == {
        ("open", "Kiu sendis ŝipojn al Brumo?", "Norvalo"),
        ("open", "Al kiu lando Norvalo sendis ŝipojn?", "Brumo"),
        ("open", "Kiom da ŝipoj Norvalo sendis al Brumo?", "12"),
        ("cloze", "Norvalo sendis ŝipojn al _____.", "Brumo"),
    }
    assert deck["deck"]["lang"] == "eo" and "nobody sends anything" in [s["reason"] for s in deck["skipped"]]


def test_a_broken_pack_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An entry point that leads to no pack is an error that names it, and says what to do."""
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[{langs.GROUP}]\nxx = json:dumps\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    find_packs.cache_clear()
    with pytest.raises(PackError, match=r"json:dumps.*is no language pack"):
        find_packs()
    monkeypatch.undo()
    find_packs.cache_clear()
