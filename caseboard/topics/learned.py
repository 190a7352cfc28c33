"""What a classifier has learned from labels, in numbers: by theme, so that it outlives a change of the others, and as
bytes, so that other processes need not learn it again.

There is no text in it and, where the houses of the texts are known, nothing about a term that fewer than three use.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from caseboard.topics.features import COLUMNS, FIELD, rare
from caseboard.topics.fitting import Taught, Weights
from caseboard.topics.knowledge import TABLE
from caseboard.topics.naming import LEAST_HOUSES
from caseboard.topics.spec import ThemeSpec

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

FORM = 1
"""Raised whenever the numbers mean something else than before."""

ARRAYS = ("marks", "slopes", "offsets", "columns", "rows", "bias", "seen", "documents", "scalars")


@dataclass(frozen=True)
class Learned:
    """What labels taught.

    Attributes:
        marks: of each theme; whatever is learned holds for a theme as long as its mark is the same.
        taught: what to make of the beliefs, column by column for each theme.
        seen, documents: the columns of the labelled texts, and in how many of these they are.
        texts: how many labelled texts there were.
        certain: the log odds from which on a theme is counted unasked.
    """

    marks: tuple[str, ...]
    taught: Taught
    seen: np.ndarray
    documents: np.ndarray
    texts: int
    certain: float

    @property
    def rarity(self) -> np.ndarray:
        """How much each column says beside the labelled texts."""
        import numpy as np

        own = np.zeros(COLUMNS)
        own[self.seen] = self.documents
        return rare(own, self.texts)

    def meant_for(self, specs: Sequence[ThemeSpec]) -> Learned | None:
        """The same for these themes: of one that is new or means something else nothing is learned yet.

        Nothing at all where it is so of every theme.
        """
        import numpy as np

        places = [self.marks.index(one) if one in self.marks else -1 for one in map(mark, specs)]
        if all(place < 0 for place in places):
            return None
        has, taught = np.array(places) >= 0, self.taught
        weights = replace(
            taught.weights,
            rows=np.where(has, taught.weights.rows[:, places], 0),
            bias=np.where(has, taught.weights.bias[places], 0),
        )
        slopes, offsets = np.where(has, taught.slopes[places], 1), np.where(has, taught.offsets[places], 0)
        return replace(self, marks=tuple(map(mark, specs)), taught=Taught(slopes, offsets, weights))


def mark(spec: ThemeSpec) -> str:
    """Changes with whatever is believed of a theme before there are labels."""
    return hashlib.sha256(repr((FORM, spec, _shipped())).encode()).hexdigest()[:24]


@cache
def _shipped() -> str:
    """Changes with the starting knowledge and the frequencies of words that come with the program."""
    return hashlib.sha256(TABLE.read_bytes() + FIELD.read_bytes()).hexdigest()


def shared(counts: csr_matrix, houses: Sequence[str]) -> np.ndarray:
    """Which columns texts of at least three houses have; all of them where no house is known."""
    import numpy as np

    if not any(houses):
        return np.ones(COLUMNS, bool)
    names, numbers = np.unique(houses, return_inverse=True)
    pairs = counts.indices.astype(np.int64) * len(names) + np.repeat(numbers, np.diff(counts.indptr))
    return np.bincount(np.unique(pairs) // len(names), minlength=COLUMNS) >= LEAST_HOUSES


def only(matrix: csr_matrix, columns: np.ndarray) -> csr_matrix:
    """The matrix without what it says in other columns than these."""
    found = matrix.copy()
    found.data[~columns[found.indices]] = 0
    found.eliminate_zeros()
    return found


def packed(learned: Learned) -> bytes:
    """The numbers as bytes, the same bytes for the same numbers."""
    import numpy as np

    taught = learned.taught
    weights = taught.weights
    parts = (
        np.array(learned.marks),
        taught.slopes,
        taught.offsets,
        weights.columns.astype(np.int32),
        weights.rows.astype(np.float32),
        weights.bias.astype(np.float32),
        learned.seen.astype(np.int32),
        learned.documents.astype(np.int32),
        np.array([learned.texts, learned.certain], float),
    )
    file = io.BytesIO()
    np.savez_compressed(file, **dict(zip(ARRAYS, parts, strict=True)))
    return file.getvalue()


def unpacked(content: bytes) -> Learned | None:
    """The numbers from their bytes; nothing where these are damaged or of another form."""
    import numpy as np

    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            marks, slopes, offsets, columns, rows, bias, seen, documents, scalars = (file[name] for name in ARRAYS)
    except (BadZipFile, EOFError, KeyError, OSError, ValueError):
        return None
    taught = Taught(slopes, offsets, Weights(columns, rows, bias))
    return Learned(tuple(marks.tolist()), taught, seen, documents, int(scalars[0]), float(scalars[1]))
