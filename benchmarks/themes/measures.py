"""What is measured of suggestions: the first against the main theme, three against all themes, and the sure ones."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

DRAWS = 1000
"""How often texts are drawn anew to see how far a measure hangs on them."""


@dataclass(frozen=True)
class Result:
    """Scores of some texts for all themes beside the truth.

    Attributes:
        scores: texts by themes, higher is likelier.
        truth: one where a text has a theme.
        main: the number of the main theme, minus one for none.
        sure: one where a theme would be counted unasked.
        none: how likely it is that no theme fits.
    """

    scores: np.ndarray
    truth: np.ndarray
    main: np.ndarray
    sure: np.ndarray | None = None
    none: np.ndarray | None = None

    def of(self, rows: np.ndarray) -> "Result":
        """The result of some of the texts, or of some of them more than once."""
        parts = (self.scores, self.truth, self.main, self.sure, self.none)
        return Result(*(None if part is None else part[rows] for part in parts))

    def interval(self, measure: str) -> tuple[float, float]:
        """Where the measure lies in nineteen of twenty draws of as many texts from these, each put back."""
        chance, number = np.random.default_rng(1), len(self.main)
        draws = [getattr(self.of(chance.integers(number, size=number)), measure) for _ in range(DRAWS)]
        low, high = np.nanpercentile(draws, (2.5, 97.5))
        return float(low), float(high)

    @property
    def macro_f1(self) -> float:
        """Of the first suggestion against the main theme, over the themes that have a text."""
        fits = self.main >= 0
        themes = sorted(set(self.main[fits]))
        return float(
            f1_score(self.main[fits], self.scores[fits].argmax(axis=1), labels=themes, average="macro", zero_division=0)
        )

    @property
    def first_fits(self) -> float:
        """How often the first suggestion is one of the text's themes."""
        fits = self.main >= 0
        return float(self.truth[fits][np.arange(fits.sum()), self.scores[fits].argmax(axis=1)].mean())

    @property
    def recall_of_three(self) -> float:
        """How many of all themes of the texts are among three suggestions."""
        best = np.argsort(-self.scores, axis=1)[:, :3]
        return float(np.take_along_axis(self.truth, best, axis=1).sum() / self.truth.sum())

    @property
    def precision(self) -> float:
        """How many of the themes counted unasked are right."""
        return float((self.sure * self.truth).sum() / max(self.sure.sum(), 1))

    @property
    def coverage(self) -> float:
        """How many of the texts have a theme that is counted unasked."""
        return float(self.sure.any(axis=1).mean())

    @property
    def covered_labels(self) -> float:
        """How many of all themes of the texts are counted unasked, and rightly."""
        return float((self.sure * self.truth).sum() / self.truth.sum())

    @property
    def none_auroc(self) -> float:
        """How well texts without any theme are told from the others."""
        return float(roc_auc_score(self.main < 0, self.none)) if (self.main < 0).any() else float("nan")

    @property
    def none_first(self) -> tuple[float, float]:
        """How often "none" is likelier than the first suggestion: of texts without a theme, and of all others."""
        ahead = self.none > 1 / (1 + np.exp(-self.scores.max(axis=1)))
        return float(ahead[self.main < 0].mean()), float(ahead[self.main >= 0].mean())


def together(results: Sequence[Result]) -> Result:
    """Several results as one."""

    def stacked(name: str) -> np.ndarray | None:
        parts = [getattr(one, name) for one in results]
        return None if parts[0] is None else np.concatenate(parts)

    return Result(*(stacked(name) for name in ("scores", "truth", "main", "sure", "none")))
