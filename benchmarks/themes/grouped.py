"""Random networks whose cases have client groups, and everything that Caseboard would say of the groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benchmarks.themes import published
from benchmarks.themes.programme import Kind
from benchmarks.themes.tables import NOT_STATED, Published, Row
from caseboard.client_groups import names
from caseboard.themes import naming, publishing
from caseboard.themes.signals import Cube

GROUPS = tuple(names())


@dataclass(frozen=True, eq=False)
class Grouped:
    """A network with its counts by group as well, the last place being "not stated"."""

    cube: Cube
    counts: NDArray[np.int_]

    def quarter(self, theme: str, first: date) -> dict[str, dict[str, int]]:
        """What each house brought of each group in a quarter."""
        months = [place for place, month in enumerate(self.cube.months) if publishing.quarter_of(month) == first]
        some = self.counts[self.cube.themes.index(theme)][:, months].sum(axis=1)
        return {
            group: dict(zip(self.cube.houses, some[:, place].tolist(), strict=True))
            for place, group in enumerate(GROUPS)
        }

    def rows(self) -> list[Row]:
        """The counts one by one."""
        cube, keys = self.cube, (*GROUPS, NOT_STATED)
        return [
            Row(cube.themes[a], cube.houses[b], cube.months[c], int(self.counts[a, b, c, d]), keys[d])
            for a, b, c, d in np.argwhere(self.counts).tolist()
        ]


def network(seed: int) -> Grouped:
    """A network at pilot size in which every theme has groups of its own, and a third of the cases none."""
    random, cube = np.random.default_rng([seed, 8]), published.network(seed)
    counts = np.zeros((*cube.counts.shape, len(GROUPS) + 1), dtype=int)
    for theme in range(len(cube.themes)):
        shares = np.append(random.dirichlet(np.full(len(GROUPS), 0.4)) * random.uniform(0.5, 1), 0)
        shares[-1] = 1 - shares.sum()
        counts[theme] = random.multinomial(cube.counts[theme], shares)
    return Grouped(cube, counts)


def groups(some: Grouped) -> Iterator[Published]:
    """The figures of quarters and the groups that are named beside them."""
    last, network_size = some.cube.months[-1], len(some.cube.houses)
    for theme in some.cube.themes:
        figures = publishing.quarterly(some.cube, theme, published.after(last), network_size)
        yield from published.of_snapshot({theme: figures})
        for first, figure in figures.items():
            total = publishing.brought(some.cube, theme, first)
            chosen = naming.named(figure, total, some.quarter(theme, first), GROUPS, network_size)
            yield from of_names(theme, first, figure, chosen)


def of_names(theme: str, first: date, figure: int | None, chosen: Sequence[str]) -> Iterator[Published]:
    """What it says of every group that these are named; where the figure allows none, it says nothing."""
    if not naming.most_beside(figure):
        return
    about = (theme, first, published.after_quarter(first))
    if chosen:
        yield Published(*about, Kind.REST, naming.least_rest(len(chosen)))
    full = len(chosen) == naming.most_beside(figure)
    most_of_rest = None if full else naming.least_rest(len(chosen) + 1) - 1
    for group in GROUPS:
        above = tuple((one, int(GROUPS.index(group) < GROUPS.index(one))) for one in chosen)
        if group in chosen:
            yield Published(*about, Kind.NAMED, group=group)
        else:
            yield Published(*about, Kind.UNNAMED, group=group, above=above, most_of_rest=most_of_rest)


def tight(seed: int) -> tuple[list[Published], list[Row], tuple[str, ...]]:
    """A single quarter of a theme in five or six houses, with hardly more cases than what is said of it needs."""
    random, first = np.random.default_rng([seed, 9]), date(2026, 1, 1)
    houses = tuple(f"house {number}" for number in range(random.integers(5, 7)))
    keys = (*GROUPS[: random.integers(1, 5)], NOT_STATED)
    sizes = random.dirichlet(np.full(len(houses), random.choice([0.7, 2, 8])))
    mix = random.dirichlet(np.full(len(keys), random.choice([0.5, 2])))
    counts = random.multinomial(random.integers(10, 28), np.outer(sizes, mix).ravel()).reshape(len(houses), len(keys))
    by_group = {
        key: dict(zip(houses, column.tolist(), strict=True)) for key, column in zip(keys, counts.T, strict=True)
    }
    total = dict(zip(houses, counts.sum(axis=1).tolist(), strict=True))
    shown = publishing.figure(total, sum(map(bool, total.values())), len(houses))
    chosen = naming.named(shown, total, {**by_group, NOT_STATED: {}}, GROUPS, len(houses))
    told = [Published("theme", first, published.after_quarter(first), value=shown)]
    rows = [Row("theme", house, first, number, key) for key, some in by_group.items() for house, number in some.items()]
    return [*told, *of_names("theme", first, shown, chosen)], rows, houses


HOUSES = ("house 0", "house 1", "house 2", "house 3", "house 4")


def to_the_brim(kind: Kind, value: int | None = None) -> tuple[list[Published], list[Row], tuple[str, ...]]:
    """Broken rules at their worst: all of three groups are told that together are all the figure can stand for."""
    first, three = date(2026, 1, 1), GROUPS[:3]
    about = ("theme", first, published.after_quarter(first))
    rows = [Row("theme", house, first, 1, group) for group in three for house in HOUSES[1:]]
    told = [Published(*about, value=10), *(Published(*about, kind, value, group) for group in three)]
    return told, rows, HOUSES
