"""Rules that others use for the same question, so that ours is seen beside them: one flag per theme and month."""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import gamma, nbinom

from caseboard.themes.ratios import habit, scatter
from caseboard.themes.signals import STANDARD

Counts = NDArray[np.int_]
Flags = NDArray[np.bool_]


def naive(counts: Counts) -> Flags:
    """At least three cases from at least two houses in 90 days."""
    window = counts[:, :, -3:].sum(axis=2)
    return (window.sum(axis=1) >= 3) & ((window > 0).sum(axis=1) >= 2)


def ears_c2(counts: Counts) -> Flags:
    """The month lies three standard deviations above seven months which ended two months before (EARS-C2)."""
    by_month = counts.sum(axis=1)
    before = by_month[:, -10:-3]
    spread = np.maximum(before.std(axis=1, ddof=1), 1e-9)
    return by_month[:, -1] > before.mean(axis=1) + 3 * spread


def ic025(counts: Counts) -> Flags:
    """The information component's lower bound is above zero, with the overall share as what is expected."""
    observed, expected, _ = _crude(counts)
    return gamma.ppf(0.025, observed + 0.5, scale=1 / (expected + 0.5)) > 1


def farrington(counts: Counts) -> Flags:
    """A Farrington-type limit: constant share, negative binomial scatter, one in two hundred; no trend, no season."""
    observed, expected, before = _crude(counts)
    spread = np.maximum(scatter(before, habit(before.sum(axis=2), STANDARD), STANDARD), 1.01)
    limit = nbinom.ppf(0.995, np.maximum(expected, 1e-6) / (spread - 1), 1 / spread)
    return (observed > limit) & (observed >= 5)


def _crude(counts: Counts) -> tuple[NDArray[np.float64], NDArray[np.float64], Counts]:
    window, before = counts[:, :, -3:], counts[:, :, -15:-3]
    share = before.sum(axis=(1, 2)) / max(before.sum(), 1)
    return window.sum(axis=(1, 2)), share * window.sum(), before
