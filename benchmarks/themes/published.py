"""Random small networks, and everything that Caseboard would publish of them quarter by quarter and month by month."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import numpy as np

from benchmarks.themes.programme import Kind
from benchmarks.themes.tables import Published, Row
from caseboard.themes import publishing
from caseboard.themes.signals import Course, Cube, State, evaluate

HOUSES, THEMES, MONTHS = (5, 8), (3, 6), 18
FIRST_SIGNAL = 9


def network(seed: int) -> Cube:
    """A network at pilot size, in which a theme often rises in half of the houses towards the end."""
    random = np.random.default_rng([seed, 5])
    houses, themes = int(random.integers(HOUSES[0], HOUSES[1] + 1)), int(random.integers(THEMES[0], THEMES[1] + 1))
    sizes = random.lognormal(0, 0.7, houses)
    mix = np.array([random.dirichlet(np.ones(themes)) for _ in range(houses)]).T
    rates = random.uniform(0.5, 5) * houses * (sizes / sizes.sum() * mix)[:, :, None] * np.ones(MONTHS)
    rates[random.integers(themes), random.choice(houses, houses // 2, replace=False), -random.integers(3, 9) :] += 1
    return Cube(
        themes=tuple(f"theme {number}" for number in range(themes)),
        houses=tuple(f"house {number}" for number in range(houses)),
        months=tuple(date(2025 + month // 12, month % 12 + 1, 1) for month in range(MONTHS)),
        counts=random.poisson(rates),
    )


def rows(cube: Cube) -> list[Row]:
    """The counts of a cube one by one."""
    return [
        (cube.themes[theme], cube.houses[house], cube.months[month], int(cube.counts[theme, house, month]))
        for theme, house, month in np.argwhere(cube.counts).tolist()
    ]


def figures(cube: Cube) -> Iterator[Published]:
    """The quarterly figures of every theme, as they stand when the last month is over."""
    until = after(cube.months[-1])
    yield from of_snapshot({theme: publishing.quarterly(cube, theme, until, len(cube.houses)) for theme in cube.themes})


def totals(cube: Cube) -> Iterator[Published]:
    """The figure of all themes together, quarter by quarter."""
    together = Cube(("all",), cube.houses, cube.months, cube.counts.sum(axis=0, keepdims=True))
    yield from (Published(None, one.start, one.end, one.kind, one.value) for one in figures(together))


def sentences(cube: Cube) -> Iterator[Published]:
    """What the sentences of signals and watched themes say of the three months before them."""
    courses = dict.fromkeys(cube.themes, Course())
    for place in range(FIRST_SIGNAL, len(cube.months)):
        for theme, found in evaluate(cube, cube.months[place]).items():
            courses[theme] = courses[theme].after(found.state)
            held = courses[theme].state is State.SIGNAL and found.state is not State.SIGNAL
            by_house = window(cube, theme, place)
            submitters = sum(number > 0 for number in by_house.values())
            if not held and found.state not in (State.SIGNAL, State.WATCH):
                continue
            said = publishing.evidence(found, submitters, by_house, len(cube.houses), held=held)
            about = (theme, cube.months[place - 2], after(cube.months[place]))
            yield Published(*about, Kind.FIGURE, said.observed if said else None)
            if said and said.houses:
                yield Published(*about, Kind.HOUSES, said.houses)


def exact(cube: Cube) -> Iterator[Published]:
    """A broken rule, which the audit must catch: exact totals."""
    for one in figures(cube):
        places = [place for place, month in enumerate(cube.months) if one.start <= month < one.end]
        total = int(cube.counts[cube.themes.index(str(one.theme)), :, places].sum())
        yield Published(one.theme, one.start, one.end, Kind.EXACT, total)


def fewer_than_five(cube: Cube) -> Iterator[Published]:
    """A broken rule: three and four cases of three houses are shown as "fewer than five"."""
    for one in figures(cube):
        places = [place for place, month in enumerate(cube.months) if one.start <= month < one.end]
        brought = cube.counts[cube.themes.index(str(one.theme)), :, places].sum(axis=0)
        total, largest = int(brought.sum()), int(brought.max())
        enough = total >= 3 and (brought > 0).sum() >= 3 and (total >= 10 or 2 * largest <= total)
        shown = (0 if total < 5 else publishing.rounded(total)) if enough else None
        yield Published(one.theme, one.start, one.end, Kind.FEWER_THAN_FIVE, shown)


def window(cube: Cube, theme: str, place: int) -> Mapping[str, int]:
    """What each house brought of a theme in the three months up to the month at `place`."""
    brought = cube.counts[cube.themes.index(theme), :, place - 2 : place + 1].sum(axis=1)
    return dict(zip(cube.houses, brought.tolist(), strict=True))


def week_by_week(cube: Cube, days: Iterable[date]) -> Iterator[Published]:
    """The quarterly figures in the snapshot of every day, each counted from what was known then and then frozen."""
    frozen: dict[str, dict[date, int | None]] = {theme: {} for theme in cube.themes}
    for day in days:
        for theme, before in frozen.items():
            fresh = publishing.quarterly(cube, theme, day, len(cube.houses))
            frozen[theme] = publishing.freeze(before, fresh)
        yield from of_snapshot(frozen)


def of_snapshot(figures_of: Mapping[str, Mapping[date, int | None]]) -> Iterator[Published]:
    """What a snapshot says, given as theme → first day of the quarter → figure; for the audit of real snapshots."""
    for theme, by_quarter in figures_of.items():
        for quarter, figure in by_quarter.items():
            yield Published(theme, quarter, after_quarter(quarter), Kind.FIGURE, figure)


def after(month: date) -> date:
    """The first day of the following month."""
    return (month + timedelta(days=32)).replace(day=1)


def after_quarter(quarter: date) -> date:
    """The first day of the following quarter."""
    return publishing.following(quarter)
