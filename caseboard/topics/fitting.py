"""One logistic regression for each theme at once, starting from what is believed already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

TRUST = 10.0
"""How far labels may move what is believed already: the inverse of the penalty on every weight."""

MOST_STEPS, MEMORY = 60, 6


@dataclass(frozen=True)
class Weights:
    """What each column says for each theme: dense rows for the columns that say anything."""

    columns: np.ndarray
    rows: np.ndarray
    bias: np.ndarray

    def scores(self, matrix: csr_matrix) -> np.ndarray:
        """One row of scores for each text."""
        return matrix[:, self.columns] @ self.rows + self.bias


def fit(matrix: csr_matrix, labels: np.ndarray, believed: np.ndarray, trust: float = TRUST) -> Weights:
    """The weights that, added to the scores believed so far, fit the labels best without straying far.

    Args:
        matrix: weighed texts.
        labels: for each text and theme one where it is labelled, else zero.
        believed: the scores that stand before there are labels, on the scale of log odds.
        trust: how much the labels count against the belief.
    """
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit

    columns = np.unique(matrix.indices)
    texts = matrix[:, columns].astype(np.float64).tocsr()
    back = texts.T.tocsr()
    shape = (len(columns), labels.shape[1])
    size = shape[0] * shape[1]

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        rows, bias = point[:size].reshape(shape), point[size:]
        odds = believed + texts @ rows + bias
        missed = expit(odds) - labels
        value = trust * (np.logaddexp(0, odds) - labels * odds).sum() + (rows**2).sum() / 2 + (bias**2).sum() / 2
        slope = np.concatenate([(trust * (back @ missed) + rows).ravel(), trust * missed.sum(axis=0) + bias])
        return value, slope

    start = np.zeros(size + shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS, "maxcor": MEMORY}).x
    return Weights(columns, best[:size].reshape(shape).astype(np.float32), best[size:].astype(np.float32))


def calibrate(scores: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """The slope and the offset that turn scores into log odds, learned where the truth is known."""
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit

    scores, truth = scores.ravel(), truth.ravel()

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        odds = point[0] * scores + point[1]
        missed = expit(odds) - truth
        return (np.logaddexp(0, odds) - truth * odds).sum(), np.array([missed @ scores, missed.sum()])

    slope, offset = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B").x
    return float(slope), float(offset)
