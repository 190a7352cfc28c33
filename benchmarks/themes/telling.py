"""Whether all that is said month by month, states and what a house hears alone among it, tells small counts apart.

What an integer programme knows is in `audit`. Here everything is asked of the code that says it, for everybody who may
guess: a count is hidden where other counts are found of which all the same would have been said. What is looked for in
vain counts as told apart, although it may only be well hidden.
"""

from collections.abc import Callable, Mapping
from random import Random

import numpy as np

from benchmarks.themes import published
from benchmarks.themes.alternatives import MORE, Search
from benchmarks.themes.findings import ALL_OTHERS, Leak, Report
from benchmarks.themes.replay import Network, Replay
from caseboard.themes.signals import Cube

SEARCHES = 4
"""So many are made where something is left open: where one begins decides what it finds."""

Made = Callable[[int], Replay]


def examined(replay: Replay, seed: int = 0) -> Report:
    """What of the small counts is told apart: what none of a few searches with other dice has shown to be hidden."""
    search = _searched(replay, seed)
    left_open, programmes = search.open, search.programmes
    for again in range(1, SEARCHES):
        if not any(left.any() for left in left_open):
            break
        other = _searched(replay, seed + 1000 * again)
        left_open = [left & more for left, more in zip(left_open, other.open, strict=True)]
        programmes += other.programmes
    report = Report(counts=sum(int(some.sum()) for some in search.small), programmes=programmes)
    network = replay.network
    for kind, now, left in zip(search.kinds, search.now, left_open, strict=True):
        for guesser, whom, sign, theme, span, group in np.argwhere(left).tolist():
            count, months = int(now[guesser, whom, theme, span, group]), np.flatnonzero(kind.spans[span])
            report.leaks.append(
                Leak(
                    theme=network.themes[theme],
                    house=ALL_OTHERS if whom == len(network.houses) else network.houses[whom],
                    start=network.months[months[0]],
                    end=published.after(network.months[months[-1]]),
                    count=count,
                    least=None if sign == MORE else count,
                    most=count if sign == MORE else None,
                    known_to=None if guesser == len(network.houses) else network.houses[guesser],
                    group=[*network.groups, ""][group] if kind.apart else None,
                )
            )
    return report


def _searched(replay: Replay, seed: int) -> Search:
    search = Search(replay, Random(seed))  # noqa: S311 -- the same search every time
    search.exhaust()
    return search


def plans(cubes: int, broken: int) -> Mapping[str, tuple[int, Made]]:
    """The rules that hold, on so many networks, and one that is broken on purpose."""
    return {
        "all that is said": (cubes, lambda seed: of_cube(published.network(seed))),
        "where a house stands out": (cubes, lambda seed: of_cube(bursting(seed))),
        "where there is little": (cubes, lambda seed: of_cube(sparse(seed))),
        "broken: lasting by month": (broken, lambda seed: of_cube(published.network(seed), lasting_by_month=True)),
    }


def of_cube(cube: Cube, *, lasting_by_month: bool = False) -> Replay:
    """What is said of a network without client groups."""
    network = Network(cube.themes, cube.houses, cube.months, lasting_by_month=lasting_by_month)
    return Replay(network, cube.counts[..., None])


def bursting(seed: int) -> Cube:
    """A network in which a house or two bring much more of a theme towards the end."""
    cube, random = published.network(seed), np.random.default_rng([seed, 11])
    counts = cube.counts.copy()
    for _burst in range(random.integers(1, 3)):
        theme, house = random.integers(len(cube.themes)), random.integers(len(cube.houses))
        since = len(cube.months) - random.integers(2, 8)
        counts[theme, house, since:] += random.poisson(random.uniform(1, 4), len(cube.months) - since)
    return Cube(cube.themes, cube.houses, cube.months, counts)


def sparse(seed: int) -> Cube:
    """A network with one theme that all know and others that hardly ever come up, one of them of late in one house."""
    random, months = np.random.default_rng([seed, 12]), published.network(0).months
    houses, themes = int(random.integers(5, 8)), int(random.integers(2, 5))
    counts = random.poisson(random.uniform(0.02, 0.15, (themes, 1, 1)) * np.ones((themes, houses, len(months))))
    counts[0] = random.poisson(0.8, counts[0].shape)
    counts[1, 0, -3:] += random.poisson(random.uniform(1, 3), 3)
    names = [
        tuple(f"{word} {number}" for number in range(some)) for word, some in (("theme", themes), ("house", houses))
    ]
    return Cube(names[0], names[1], months, counts)
