"""Where recent texts crowd together more than known themes explain: the groups that a new theme may stand behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from caseboard.topics.duplicates import Report, silent

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

QUANTILE = 0.025
SMOOTHING = 0.5
"""The information component of pharmacovigilance: its lower bound, with half a case added on both sides."""

UNSURE = 0.35
MOST_SEEDS = 3000
"""The least sure part of the recent texts, of which leftovers are made, and the most that are looked at."""

SURE_COSTS = 1.0
"""What a crowd of the surest texts loses against one of the least sure: doubt orders crowds, but shuts out none,
because a classifier may be sure of what it has never seen."""

LEAST_TEXTS, LEAST_HOUSES = 3, 3
NEIGHBOURS = 30
OVERLAP = 0.3
"""A group that shares more than this part of its texts with stronger ones is no group of its own."""

DIMENSIONS, TOGETHER = 100, 0.65
"""Leftovers are put together up to this distance on average, in a space of so many dimensions."""

CORE = 0.25
"""This part of a group may lie further out than what is counted as alike."""

AT_ONCE = 200


@dataclass(frozen=True)
class Group:
    """Recent texts that belong together, and how sure it is that they are more than expected."""

    places: np.ndarray
    strength: float


@dataclass(frozen=True)
class Rows:
    """Recent texts and those before them, as rows of length one, with what the classifier thinks of them.

    Attributes:
        recent, before: the texts.
        recent_mix, before_mix: for each text the shares of the themes, and last the share of none.
        houses: a number for the house of each recent text.
    """

    recent: csr_matrix
    before: csr_matrix
    recent_mix: np.ndarray
    before_mix: np.ndarray
    houses: np.ndarray

    @cached_property
    def expected(self) -> np.ndarray:
        """How many recent texts each earlier one stands for, if only the mix of the themes had changed.

        This is the stratified expectation of pharmacovigilance: the growth of a known theme is expected growth.
        """
        import numpy as np

        recent, before = self.recent_mix.sum(axis=0), self.before_mix.sum(axis=0)
        return self.before_mix @ np.divide(recent, before, out=np.zeros_like(recent), where=before > 0)

    @cached_property
    def unsure(self) -> np.ndarray:
        """The recent texts that known themes explain least, the least sure first."""
        return self.seeds[: round(UNSURE * self.recent.shape[0])]

    @cached_property
    def seeds(self) -> np.ndarray:
        """The recent texts that are looked at, the least sure first."""
        import numpy as np

        return np.argsort(self.sureness, kind="stable")[:MOST_SEEDS]

    @cached_property
    def sureness(self) -> np.ndarray:
        """For each recent text the part of them that the classifier is less sure of."""
        import numpy as np

        surest = self.recent_mix[:, :-1].max(axis=1, initial=0)
        return np.argsort(np.argsort(surest, kind="stable"), kind="stable") / max(len(surest), 1)

    def wide(self, places: np.ndarray) -> bool:
        """Whether texts come from enough houses."""
        return len(places) >= LEAST_TEXTS and len(set(self.houses[places].tolist())) >= LEAST_HOUSES


def strength(observed: np.ndarray | float, expected: np.ndarray | float) -> np.ndarray:
    """The lower bound of the information component: above zero there is more than expected."""
    import numpy as np
    from scipy.special import gammaincinv

    return np.log2(gammaincinv(np.asarray(observed) + SMOOTHING, QUANTILE) / (np.asarray(expected) + SMOOTHING))


def crowds(periods: Rows, report: Report = silent) -> Iterator[Group]:
    """The neighbourhoods that hold more recent texts than expected, the strongest and least sure first."""
    import numpy as np

    def order(group: Group) -> float:
        return SURE_COSTS * float(periods.sureness[group.places].mean()) - group.strength

    found = sorted(_neighbourhoods(periods, report), key=order)
    covered: set[int] = set()
    for group in found:
        members = set(group.places.tolist())
        if group.strength > 0 and periods.wide(group.places) and len(members & covered) <= OVERLAP * len(members):
            covered |= members
            yield Group(np.array(group.places), group.strength)


def _neighbourhoods(periods: Rows, report: Report) -> Iterator[Group]:
    """Around each text so many of its neighbours as make the strongest group."""
    import numpy as np

    everything = _stacked(periods)
    worth = np.concatenate([np.zeros(periods.recent.shape[0]), periods.expected])
    for start in range(0, len(periods.seeds), AT_ONCE):
        report(start, len(periods.seeds))
        seeds = periods.seeds[start : start + AT_ONCE]
        alike = (periods.recent[seeds] @ everything).toarray()
        alike[np.arange(len(seeds)), seeds] = np.inf  # a text is its own first neighbour
        for near, likeness in zip(*_nearest(alike), strict=True):
            recent = near < periods.recent.shape[0]
            strengths = strength(np.cumsum(recent), np.cumsum(worth[near]))
            strengths[: LEAST_TEXTS - 1] = -np.inf
            strengths[likeness <= 0] = -np.inf
            last = int(strengths.argmax())
            yield Group(near[: last + 1][recent[: last + 1]], float(strengths[last]))


def _stacked(periods: Rows) -> csr_matrix:
    from scipy.sparse import vstack

    return vstack([periods.recent, periods.before]).T.tocsr()


def _nearest(alike: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """In each row the places of the greatest values and these, the greatest first."""
    import numpy as np

    number = min(NEIGHBOURS, alike.shape[1])
    some = np.argpartition(-alike, number - 1, axis=1)[:, :number]
    values = np.take_along_axis(alike, some, 1)
    order = np.argsort(-values, axis=1, kind="stable")
    return np.take_along_axis(some, order, 1), np.take_along_axis(values, order, 1)


def leftovers(periods: Rows, report: Report = silent) -> Iterator[Group]:
    """Groups among the unsure texts, made without a look at the past, the one that has grown most first."""

    def grown() -> Iterator[Group]:
        for spaces in linked(periods):
            report(1, 1)
            yield _grown(periods, *spaces)

    groups = grown()
    yield from sorted((group for group in groups if group.strength > 0), key=lambda group: -group.strength)


def linked(periods: Rows) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Unsure texts put together by average linkage; with each group both periods in the space of few dimensions."""
    import numpy as np
    from sklearn.cluster import AgglomerativeClustering

    if len(periods.unsure) < LEAST_TEXTS:
        return
    recent, before = reduced(periods)
    linkage = AgglomerativeClustering(None, distance_threshold=TOGETHER, metric="cosine", linkage="average")
    labels = linkage.fit_predict(recent[periods.unsure])
    for label in range(labels.max() + 1):
        places = periods.unsure[labels == label]
        if periods.wide(places):
            yield np.array(places), recent, before


def reduced(periods: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Both periods in few dimensions, rows of length one."""
    import numpy as np
    from scipy.sparse import vstack
    from sklearn.decomposition import TruncatedSVD

    matrix = vstack([periods.recent, periods.before]).tocsc()
    matrix = matrix[:, np.diff(matrix.indptr) > 0].tocsr()
    if min(matrix.shape) <= DIMENSIONS:
        space = matrix.toarray() + 1e-12
    else:
        space = TruncatedSVD(DIMENSIONS, random_state=0).fit_transform(matrix) + 1e-12
    space /= np.linalg.norm(space, axis=1, keepdims=True)
    return space[: periods.recent.shape[0]], space[periods.recent.shape[0] :]


def _grown(periods: Rows, places: np.ndarray, recent: np.ndarray, before: np.ndarray) -> Group:
    """A group with its strength: how many texts of each period are as near to its middle as its core is."""
    import numpy as np

    middle = recent[places].mean(axis=0)
    near = np.quantile(recent[places] @ middle, CORE)
    observed, expected = (recent @ middle >= near).sum(), periods.expected[before @ middle >= near].sum()
    return Group(places, float(strength(observed, expected)))
