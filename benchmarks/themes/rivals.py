"""What the search for candidates is measured against: grown clusters, leftovers by size or growth, and terms alone."""

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_matrix

from caseboard.topics.candidates import Desk
from caseboard.topics.growth import LEAST_HOUSES, LEAST_TEXTS, leftovers, linked, reduced, strength

Groups = Iterator[np.ndarray]
CLUSTERS = 60
MOST_TERMS, TOGETHER = 80, 0.4


def clusters(desk: Desk) -> Groups:
    """KMeans on both periods; the clusters that have grown most, the mix of the themes not considered."""
    from sklearn.cluster import KMeans

    recent, before = reduced(desk.periods)
    labels = KMeans(CLUSTERS, n_init=1, random_state=0).fit_predict(np.vstack([recent, before]))
    now, then = (np.bincount(part, minlength=CLUSTERS) for part in (labels[: len(recent)], labels[len(recent) :]))
    for cluster in np.argsort(-strength(now, then * len(recent) / len(before))):
        yield np.flatnonzero(labels[: len(recent)] == cluster)


def by_size(desk: Desk) -> Groups:
    """The least sure 35 % put together by average linkage, the largest group first."""
    groups = [places for places, _recent, _before in linked(desk.periods)]
    yield from sorted(groups, key=len, reverse=True)


def by_growth(desk: Desk) -> Groups:
    """The same groups, the one that has grown most first."""
    yield from (group.places for group in leftovers(desk.periods))


def terms(desk: Desk) -> Groups:
    """Terms in more recent texts than expected theme by theme, grouped where they stand in the same texts."""
    from sklearn.cluster import AgglomerativeClustering

    having = (desk.counts > 0).astype(np.float32).tocsc()
    chosen = _risen(desk, having)
    if len(chosen) < 2:
        return
    table = having[:, chosen].toarray()
    sizes = table.sum(axis=0)
    apart = 1 - (table.T @ table) / np.minimum.outer(sizes, sizes)
    linkage = AgglomerativeClustering(None, distance_threshold=1 - TOGETHER, metric="precomputed", linkage="average")
    labels = linkage.fit_predict(np.maximum(apart, 0))
    before = desk.counts_before[:, chosen] > 0
    yield from _strongest(desk, table, before, labels)


def _risen(desk: Desk, having: csr_matrix) -> np.ndarray:
    number = np.asarray(having.sum(axis=0)).ravel()
    expected = (desk.counts_before > 0).T @ desk.periods.expected
    some = np.flatnonzero((number >= LEAST_TEXTS) & (number <= 0.2 * having.shape[0]))
    strengths = strength(number[some], expected[some])
    best = some[np.argsort(-strengths, kind="stable")][: min(MOST_TERMS, int((strengths > 0).sum()))]
    wide = [len(set(desk.periods.houses[having[:, place].indices].tolist())) >= LEAST_HOUSES for place in best]
    return best[np.array(wide, bool)]


def _strongest(desk: Desk, table: np.ndarray, before: csr_matrix, labels: np.ndarray) -> Groups:
    found = []
    for label in range(labels.max() + 1):
        own = labels == label
        needed = min(2, own.sum())
        places = np.flatnonzero(table[:, own].sum(axis=1) >= needed)
        if desk.periods.wide(places):
            expected = desk.periods.expected[np.asarray(before[:, own].sum(axis=1)).ravel() >= needed].sum()
            found.append((float(strength(len(places), expected)), places))
    yield from (places for _strength, places in sorted(found, key=lambda pair: -pair[0]))
