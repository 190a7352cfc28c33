"""Texts that were written twice: almost the same words, from the same house, within two weeks; they count once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

ALIKE = 0.9
"""The cosine of two texts from which on they tell the same."""

WITHIN = 14
"""In days."""

AT_ONCE = 50_000
MOST_AT_ONCE = 5_000_000

Report = Callable[[int, int], None]
"""Hears how much of how much is compared, often enough that a search of minutes can be stopped."""


def silent(_done: int, _total: int) -> None:
    """Nobody wants to hear how far it is."""


def twice(weights: csr_matrix, houses: np.ndarray, days: np.ndarray, report: Report = silent) -> np.ndarray:
    """Which texts an earlier one of the same house has told already.

    Nothing is missed: two rows of length one with a cosine above `ALIKE` share one of their rarest terms, namely of
    those without which the rest of a row is shorter than `ALIKE`. So only rows that share such a term are compared.

    Args:
        weights: texts as rows of length one; a text of the same day that stands further down is the later one.
        houses: a number for each text's house.
        days: a number for each text's day.
        report: hears how far it is.
    """
    import numpy as np

    found = np.zeros(weights.shape[0], bool)
    for earlier, later in _pairs(weights, houses, days, report):
        for start in range(0, len(earlier), AT_ONCE):
            one, other = earlier[start : start + AT_ONCE], later[start : start + AT_ONCE]
            cosines = weights[one].multiply(weights[other]).sum(axis=1).A1
            found[other[cosines > ALIKE]] = True
    return found


def _pairs(
    weights: csr_matrix, houses: np.ndarray, days: np.ndarray, report: Report
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows of one house and fortnight that share a telling term, the earlier one first."""
    import numpy as np

    rows, columns = telling(weights, report)
    order = np.lexsort((rows, days[rows], columns, houses[rows]))
    rows, columns = rows[order], columns[order]
    first = np.arange(len(rows))
    step = 0
    while len(first):
        step += 1
        first = first[first + step < len(rows)]
        one, other = rows[first], rows[first + step]
        near = (columns[first] == columns[first + step]) & (houses[one] == houses[other])
        near &= days[other] - days[one] <= WITHIN
        first = first[near]
        report(len(rows) - len(first), len(rows))
        yield one[near], other[near]


def telling(weights: csr_matrix, report: Report = silent) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns of the rarest terms of every text, as many as it takes to leave less than `ALIKE` of it."""
    import numpy as np

    often = np.zeros(weights.shape[1], int)
    for start in range(0, weights.nnz, MOST_AT_ONCE):  # counting makes a wider copy of what it counts
        often += np.bincount(weights.indices[start : start + MOST_AT_ONCE], minlength=weights.shape[1])
    rank = np.empty(len(often), np.int32)
    rank[np.argsort(often, kind="stable")] = np.arange(len(often), dtype=np.int32)
    parts = []
    for start in range(0, max(weights.shape[0], 1), AT_ONCE):
        report(0, 1)
        parts.append(_telling(weights, rank, start))
    return np.concatenate([rows for rows, _columns in parts]), np.concatenate([columns for _rows, columns in parts])


def _telling(weights: csr_matrix, rank: np.ndarray, start: int) -> tuple[np.ndarray, np.ndarray]:
    import numpy as np

    part = weights[start : start + AT_ONCE]
    rows = np.repeat(np.arange(part.shape[0], dtype=np.int32), np.diff(part.indptr))
    order = np.lexsort((rank[part.indices], rows))
    squares = part.data[order].astype(np.float64) ** 2
    before = np.concatenate(([0.0], np.cumsum(squares)))
    within = before[:-1] - before[part.indptr[:-1]][rows]
    taken = within <= 1 - ALIKE**2 + 1e-6
    return rows[taken] + np.int32(start), part.indices[order][taken]
