"""The models' matrix products, document by document: numpy's library is two to three times as fast as the one that spaCy uses.

Its rounding depends on where a row stands in its matrix, and so on the other documents that are analysed along with one's own; spaCy's
does not. So each document's rows are multiplied by themselves, and come out the same in any company. On one thread, for the same reason: how
rows are dealt out to threads depends on the machine's cores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from contextlib import contextmanager
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


class DocumentOps(NumpyOps):  # type: ignore[misc]
    """What layers compute with, told of the documents whose rows they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths: tuple[int, ...] = ()

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """`x` times `y`, each transposed if wished."""
        padding = None if trans1 else self.find_padding(len(x))
        if padding is None:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        weights = y.T if trans2 else y
        out = np.empty((len(x), weights.shape[1]), dtype=x.dtype) if out is None else out
        between = np.ones(len(x), dtype=bool)
        start = padding
        for length in self.lengths:
            rows = slice(start, start + length)
            np.matmul(x[rows], weights, out=out[rows])
            between[rows] = False
            start += length + padding
        if padding:  # seen from either side: by the library whose rounding knows no place
            out[between] = super().gemm(x[between], y, trans2=trans2)
        return out

    def find_padding(self, rows: int) -> int | None:
        """How many rows of padding lie before, between and behind the documents; None if the rows are not theirs."""
        padding, rest = divmod(rows - sum(self.lengths), len(self.lengths) + 1)
        return padding if self.lengths and padding >= 0 and not rest else None


class Products:
    """The products of some models: `by_document` while documents run through them."""

    def __init__(self, models: Sequence[Model[Any, Any]]) -> None:
        self.ops = DocumentOps()
        self.threads = ThreadpoolController()
        for node in (node for model in models for node in model.walk()):
            node.ops = self.ops

    @contextmanager
    def by_document(self, docs: Sequence[Sized]) -> Iterator[None]:
        """While this lasts, the rows that layers are given are those of `docs`, in their order."""
        with self.threads.limit(limits=1, user_api="blas"):
            self.ops.lengths = tuple(map(len, docs))
            try:
                yield
            finally:
                self.ops.lengths = ()
