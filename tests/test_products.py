"""The models' matrix products: each document's rows by themselves, to the last bit the same in any company."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.document import analyse, load_analyser
from quizgen.langs import get_pack
from quizgen.products import DocumentOps

GOLD = Path(__file__).parent / "gold"
LENGTHS = st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=6)
WEIGHTS = np.random.default_rng(7).standard_normal((96, 64), dtype=np.float32)


def rows_of(documents: list[int], padding: int) -> np.ndarray:
    """Rows of documents, all of one content for one length, with rows of padding between."""
    gap = np.zeros((padding, 64), dtype=np.float32)
    parts = [np.random.default_rng(n).standard_normal((n, 64), dtype=np.float32) for n in documents]
    return np.concatenate([gap, *(piece for part in parts for piece in (part, gap))])


def multiply(documents: list[int], padding: int) -> np.ndarray:
    ops = DocumentOps()
    ops.lengths = tuple(documents)
    product: np.ndarray = ops.gemm(rows_of(documents, padding), WEIGHTS, trans2=True)
    return product


@given(LENGTHS, st.integers(min_value=0, max_value=4))
def test_a_product_is_the_same_alone_and_in_company(documents: list[int], padding: int) -> None:
    """To the last bit; and it is the product."""
    together = multiply(documents, padding)
    np.testing.assert_allclose(together, rows_of(documents, padding) @ WEIGHTS.T, atol=1e-4)
    start = padding
    for length in documents:
        alone = multiply([length], padding)[padding : padding + length]
        assert together[start : start + length].tobytes() == alone.tobytes()
        start += length + padding


@given(LENGTHS)
def test_rows_that_are_no_documents_are_multiplied_as_ever(documents: list[int]) -> None:
    """Without documents, with rows that are not theirs, and for gradients: by spaCy's own library."""
    ops = DocumentOps()
    plain = super(DocumentOps, ops).gemm
    x = rows_of(documents, 0)
    assert ops.gemm(x, WEIGHTS, trans2=True).tobytes() == plain(x, WEIGHTS, trans2=True).tobytes()
    ops.lengths = (*documents, 1)
    assert ops.find_padding(len(x)) is None
    assert ops.gemm(x, WEIGHTS, trans2=True).tobytes() == plain(x, WEIGHTS, trans2=True).tobytes()
    assert ops.gemm(x, x, trans1=True).tobytes() == plain(x, x, trans1=True).tobytes()


def test_products_go_where_they_are_wanted() -> None:
    """As spaCy's own: into the array that is given."""
    ops = DocumentOps()
    ops.lengths = (3, 5)
    out = np.zeros((8, 96), dtype=np.float32)
    assert ops.gemm(rows_of([3, 5], 0), WEIGHTS, out=out, trans2=True) is out and out.any()


@pytest.mark.model
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_vectors_are_the_same_alone_and_in_company(lang: str) -> None:
    """What the models make of a paragraph, to the last bit, whichever paragraphs go with it and in whichever order."""
    pack = get_pack(lang)
    analyser = load_analyser(pack)
    text = sorted((GOLD / lang).glob("*.txt"))[0].read_text(encoding="utf-8")
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    alone = [analyse([paragraph], analyser, pack)[0].tensor.tobytes() for paragraph in paragraphs]
    together = analyse(paragraphs[::-1], analyser, pack)[::-1]
    assert len(paragraphs) > 3 and [doc.tensor.tobytes() for doc in together] == alone
