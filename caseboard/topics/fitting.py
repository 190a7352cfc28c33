"""A logistic regression for each theme, starting from what is believed already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

TRUST = 100.0
"""How far texts may move what is believed already: the inverse of the penalty on every weight."""

HABIT = 1.0
"""How hard it is for labels to change what a belief is worth, before they are looked at word by word."""

DOUBT = 0.5
"""What is left, once a theme has labels, of a belief that rests on its seeds and name alone."""

TURNS = 4
"""In so many turns labelled texts are asked by what the others teach."""

WANTED = 0.93
"""How often a theme that is counted unasked has to be right, with some to spare over nine of ten."""

MOST_STEPS, MEMORY = 60, 6

Tick = Callable[[], None]
"""Called after each theme, because many labels take a while; what it raises ends the learning."""


def silent() -> None:
    """Nobody waits for the learning."""


@dataclass(frozen=True)
class Weights:
    """What each column says for each theme: dense rows for the columns that say anything."""

    columns: np.ndarray
    rows: np.ndarray
    bias: np.ndarray

    def scores(self, matrix: csr_matrix) -> np.ndarray:
        """One row of scores for each text."""
        return matrix[:, self.columns] @ self.rows + self.bias


def fit(
    matrix: csr_matrix,
    labels: np.ndarray,
    believed: np.ndarray,
    balanced: np.ndarray | None = None,
    tick: Tick = silent,
) -> Weights:
    """The weights that, added to the scores believed so far, fit the labels best without straying far.

    Each theme is fitted for itself: whatever happens to one theme, what is said of the others stays as it is.

    Args:
        matrix: weighed texts.
        labels: for each text and theme one where it is labelled, else zero.
        believed: the scores that stand before there are labels, on the scale of log odds.
        balanced: for which themes the few texts that have them count as much as the many that have not; for none
            unless told otherwise.
        tick: see `Tick`.
    """
    import numpy as np

    columns = np.unique(matrix.indices)
    texts = matrix[:, columns].astype(np.float64).tocsr()
    back = texts.T.tocsr()
    themes = labels.shape[1]
    rows, bias = np.zeros((len(columns), themes), np.float32), np.zeros(themes, np.float32)
    for theme in range(themes):
        share = _evened(labels[:, theme]) if balanced is not None and balanced[theme] else 1.0
        point = _of_one(texts, back, labels[:, theme], believed[:, theme], share)
        rows[:, theme], bias[theme] = point[:-1], point[-1]
        tick()
    return Weights(columns, rows, bias)


def _evened(labels: np.ndarray) -> float:
    """How many texts without the theme there are for each that has it."""
    having = labels.sum()
    return float((len(labels) - having) / having) if 0 < having < len(labels) else 1.0


def _of_one(texts: csr_matrix, back: csr_matrix, labels: np.ndarray, believed: np.ndarray, share: float) -> np.ndarray:
    """The weights of one theme, and its bias behind them; each text that has it counts as much as `share` others.

    That makes it seem likelier by as much, which is added to the belief here so that it is not learned.
    """
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit

    believed, counts = believed + np.log(share), TRUST * np.where(labels > 0, share, 1.0)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        odds = believed + texts @ point[:-1] + point[-1]
        missed = counts * (expit(odds) - labels)
        value = (counts * (np.logaddexp(0, odds) - labels * odds)).sum() + point @ point / 2
        return value, np.append(back @ missed, missed.sum()) + point

    start = np.zeros(texts.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS, "maxcor": MEMORY}).x


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


@dataclass(frozen=True)
class Taught:
    """What labels say: what each belief is worth, and what single terms say beyond it."""

    slopes: np.ndarray
    offsets: np.ndarray
    weights: Weights

    def odds(self, texts: csr_matrix, believed: np.ndarray) -> np.ndarray:
        """The log odds of texts, from what was believed of them."""
        return self.slopes * believed + self.offsets + self.weights.scores(texts)


def teach(
    texts: csr_matrix, labels: np.ndarray, believed: np.ndarray, known: np.ndarray, tick: Tick = silent
) -> Taught:
    """Learn from labels: first what the beliefs are worth, then the single terms.

    Args:
        texts: weighed labelled texts.
        labels: for each text and theme one where it is labelled, else zero.
        believed: what is believed of them, as log odds.
        known: for each theme whether texts had taught the belief; one from seeds alone yields to labels sooner.
        tick: see `Tick`.
    """
    import numpy as np

    slopes, offsets = worth(believed, labels)
    doubted = ~known & labels.any(axis=0)
    slopes = np.where(doubted, DOUBT * slopes, slopes)
    return Taught(slopes, offsets, fit(texts, labels, slopes * believed + offsets, ~known, tick))


def unseen(
    texts: csr_matrix, labels: np.ndarray, believed: np.ndarray, known: np.ndarray, tick: Tick = silent
) -> np.ndarray:
    """The log odds of every text by what the others teach, in turns."""
    import numpy as np

    turn = np.arange(len(labels)) % TURNS
    odds = np.zeros(labels.shape)
    for number in range(TURNS):
        apart = turn == number
        taught = teach(texts[~apart], labels[~apart], believed[~apart], known, tick)
        odds[apart] = taught.odds(texts[apart], believed[apart])
    return odds


def worth(believed: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the belief in each theme is worth by the labels, as slopes and offsets; one and zero without labels.

    Seeds may be well or badly chosen; labels tell which before they have to correct single words.
    """
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit

    def loss(point: np.ndarray, scores: np.ndarray, truth: np.ndarray) -> tuple[float, np.ndarray]:
        odds = point[0] * scores + point[1]
        missed = expit(odds) - truth
        away = point - (1.0, 0.0)
        value = (np.logaddexp(0, odds) - truth * odds).sum() + HABIT * away @ away / 2
        return value, np.array([missed @ scores, missed.sum()]) + HABIT * away

    found = [
        minimize(loss, np.array([1.0, 0.0]), args=pair, jac=True, method="L-BFGS-B").x
        for pair in zip(believed.T, labels.T, strict=True)
    ]
    slopes, offsets = np.array(found).T
    return np.maximum(slopes, 0), offsets


def certain(odds: np.ndarray, labels: np.ndarray) -> float:
    """The log odds from which on themes are right as often as wanted."""
    import numpy as np

    order = np.argsort(-odds.ravel())
    right = np.cumsum(labels.ravel()[order]) / np.arange(1, labels.size + 1)
    enough = np.flatnonzero(right >= WANTED)
    return float(odds.ravel()[order][enough[-1]]) if len(enough) else float("inf")
