"""The arithmetic of the rule on whole arrays: what is expected, how it scatters, and how far observed counts lie above.

Loads numpy and scipy, so it is imported where it is needed and not when the application starts.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

if TYPE_CHECKING:
    from caseboard.themes.signals import Parameters

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Measured:
    """All themes at once: `observed`, `expected` and `baseline` by theme and house, everything else by theme."""

    basis: bool
    active: int
    observed: NDArray[np.int_]
    expected: Floats
    baseline: NDArray[np.int_]
    scatter: Floats
    ratio: Floats
    ratio_without_one: Floats
    above: NDArray[np.int_]
    largest: NDArray[np.int_]
    signal: Flags
    watch: Flags
    local: Flags
    standing: Flags


def measure(counts: NDArray[np.int_], parameters: "Parameters") -> Measured:
    """Apply the rule at the end of the last month of `counts` (theme × house × month)."""
    lived = counts[:, :, _first_month(counts) :]
    window, before = lived[:, :, -parameters.window_months :], lived[:, :, : -parameters.window_months]
    before = before[:, :, -parameters.baseline_months :]
    year = counts[:, :, -parameters.standing_months :]
    observed, baseline = window.sum(axis=2), before.sum(axis=2)
    habits = habit(baseline, parameters)
    expected = observed.sum(axis=0) * habits
    phi = scatter(before, habits, parameters)
    themes = np.arange(len(counts))
    largest = (observed - expected).argmax(axis=1)
    all_houses = tuple(one.sum(axis=1) for one in (observed, expected, baseline))
    without_one = tuple(
        total - one[themes, largest] for total, one in zip(all_houses, (observed, expected, baseline), strict=True)
    )

    def bound(figures: tuple[Floats, ...], quantile: float) -> Floats:
        return lower_bound(*figures, phi, quantile, parameters.smoothing)

    ratio = bound(all_houses, parameters.signal_quantile)
    ratio_without_one = bound(without_one, parameters.signal_quantile_without_one)
    above = ((observed >= 1) & (observed > expected)).sum(axis=1)
    enough = all_houses[0] >= parameters.least_cases
    spread = above >= parameters.least_houses
    risen = enough & (ratio > parameters.signal_ratio)
    signal = risen & spread & (ratio_without_one > parameters.signal_ratio_without_one)
    watch = (
        (enough & spread)
        & (bound(all_houses, parameters.watch_quantile) > parameters.watch_ratio)
        & (bound(without_one, parameters.watch_quantile_without_one) > parameters.watch_ratio_without_one)
    )
    basis = before.shape[2] >= parameters.least_baseline_months and baseline.sum() >= parameters.least_baseline_cases
    return Measured(
        basis=bool(basis),
        active=int((year.sum(axis=(0, 2)) > 0).sum()),
        observed=observed,
        expected=expected,
        baseline=baseline,
        scatter=phi,
        ratio=ratio,
        ratio_without_one=ratio_without_one,
        above=above,
        largest=largest,
        signal=signal,
        watch=watch,
        local=risen & ~signal,
        standing=standing(year, parameters) & basis,
    )


def habit(baseline: NDArray[np.int_], parameters: "Parameters") -> Floats:
    """The share of each theme in each house, drawn towards its share in all houses; a new house starts at that."""
    overall = baseline.sum(axis=1) / max(baseline.sum(), 1)
    weight = parameters.habit_weight
    return (baseline + weight * overall[:, None]) / (baseline.sum(axis=0) + weight)


def scatter(before: NDArray[np.int_], habits: Floats, parameters: "Parameters") -> Floats:
    """How much more the months of a theme scatter than chance alone, drawn towards what all themes do."""
    months = before.shape[2]
    expected = habits @ before.sum(axis=0) if months else np.zeros((len(habits), 0))
    squares = (before.sum(axis=1) - expected) ** 2 / np.maximum(expected, 1e-9)
    squares = np.minimum(squares, parameters.scatter_cap)
    common = max(parameters.least_common_scatter, float(squares.mean()) if squares.size else 0.0)
    weight = parameters.scatter_weight
    return np.maximum((weight * common + squares.sum(axis=1)) / (weight + months), parameters.least_scatter)


def lower_bound(
    observed: Floats, expected: Floats, baseline: Floats, phi: Floats, quantile: float, smoothing: float
) -> Floats:
    """What the ratio of observed to expected is at least, with the chance in the window and in the baseline."""
    o, e, b = (figure / phi + smoothing for figure in (observed, expected, baseline))
    return o / e * fdtri(2 * o, 2 * b, quantile)


def standing(year: NDArray[np.int_], parameters: "Parameters") -> Flags:
    """Which themes were there all year and nearly everywhere, whether they rise or not."""
    by_house = year.sum(axis=2)
    total = by_house.sum(axis=1)
    shares = by_house / np.maximum(total, 1)[:, None]
    active = int((by_house.sum(axis=0) > 0).sum())
    effective = 1 / np.maximum((shares**2).sum(axis=1), 1e-9)
    return (
        (total >= parameters.standing_cases)
        & ((year.sum(axis=1) > 0).sum(axis=1) >= parameters.standing_months_with_a_case)
        & ((by_house > 0).sum(axis=1) >= parameters.standing_share_of_houses * active)
        & (effective >= max(parameters.standing_effective_houses, parameters.standing_effective_share * active))
        & (shares.max(axis=1) <= parameters.standing_largest_share)
    )


def _first_month(counts: NDArray[np.int_]) -> int:
    """The month in which counting began; empty months before it are no baseline."""
    used = counts.sum(axis=(0, 1)) > 0
    return int(used.argmax()) if used.any() else counts.shape[2] - 1
