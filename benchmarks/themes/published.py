"""Random small networks, and everything that Caseboard would publish of them quarter by quarter and month by month."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import numpy as np

from benchmarks.themes.programme import Kind
from benchmarks.themes.tables import Published, Row
from caseboard import clock
from caseboard.themes import publishing
from caseboard.themes.assessments import Occurrence, quarterly
from caseboard.themes.signals import STANDARD, Course, Cube, Evaluation, State, evaluate

HOUSES, THEMES, MONTHS = (5, 8), (3, 6), 18
FIRST_SIGNAL = 9
RISING = (State.SIGNAL, State.WATCH)


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


def decisions(cube: Cube) -> Iterator[tuple[int, Evaluation, Course]]:
    """What is decided on every theme at the end of every month, as far as it may be said, and its course."""
    courses = dict.fromkeys(cube.themes, Course())
    for place in range(FIRST_SIGNAL, len(cube.months)):
        for theme, found in evaluate(cube, cube.months[place]).items():
            said = publishing.sayable(found, window(cube, theme, place), len(cube.houses))
            courses[theme] = courses[theme].after(said.state)
            yield place, said, courses[theme]


def sentences(cube: Cube) -> Iterator[Published]:
    """What the sentences of signals and watched themes say of the three months before them."""
    for place, found, course in decisions(cube):
        held = course.state is State.SIGNAL and found.state is not State.SIGNAL
        if not held and found.state not in RISING:
            continue
        by_house = window(cube, found.theme, place)
        submitters = sum(number > 0 for number in by_house.values())
        said = publishing.evidence(found, submitters, by_house, len(cube.houses), held=held)
        about = (found.theme, *quarter_until(cube.months[place]))
        yield Published(*about, Kind.FIGURE, said.observed if said else None)
        if said and said.houses:
            yield Published(*about, Kind.HOUSES, said.houses)


def states(cube: Cube) -> Iterator[Published]:
    """What the states say by themselves, as far as it can be written as sums: a theme that rises has five cases."""
    for place, found, _course in decisions(cube):
        yield from of_state(found.theme, cube.months[place], found.state)


def of_state(theme: str, month: date, state: State) -> Iterator[Published]:
    """What the state of a theme at the end of a month says of the cases.

    That it does not rise, or that there is nothing to compare with, hangs on all cases of all themes: see `replay`.
    """
    if state in RISING:
        yield Published(theme, *quarter_until(month), Kind.NAMED)
        yield Published(theme, *quarter_until(month), Kind.CASES, STANDARD.least_cases)


def of_rise(theme: str, month: date) -> Iterator[Published]:
    """What it says of the cases that a theme rises, were that said of every theme that does."""
    yield Published(theme, *quarter_until(month), Kind.CASES, STANDARD.least_cases)
    yield Published(theme, *quarter_until(month), Kind.HOUSES, STANDARD.least_houses)


def bare_rise() -> tuple[list[Published], list[Row], tuple[str, ...]]:
    """A broken rule at its worst: it is said that a theme rises, and no figure of it may be shown."""
    month, houses = date(2026, 3, 1), ("house 0", "house 1", "house 2", "house 3", "house 4")
    told = [*of_rise("theme", month), Published("theme", *quarter_until(month))]
    return told, [Row("theme", house, month, number) for house, number in zip(houses, (3, 1, 1), strict=False)], houses


def words(cube: Cube) -> Iterator[Published]:
    """What is shown of the words of advisers, had they said what the cube counts: one word each, in the middle."""
    for theme, counts in zip(cube.themes, cube.counts, strict=True):
        said = [
            Occurrence(cube.houses[house], f"{house} {month} {number}", cube.months[month] + timedelta(days=14))
            for house, month in np.argwhere(counts).tolist()
            for number in range(counts[house, month])
        ]
        quarters = publishing.closed_quarters(after(cube.months[-1]), cube.months[0])
        yield from of_snapshot({theme: quarterly(said, quarters, len(cube.houses))})


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


def quarter_until(month: date) -> tuple[date, date]:
    """The three months up to a month, as the first day and the day after the last."""
    return clock.months_before(month, 2), after(month)


def week_by_week(cube: Cube, days: Iterable[date]) -> Iterator[Published]:
    """The quarterly figures in the snapshot of every day, each counted from what was known then and then frozen."""
    frozen: dict[str, dict[date, int | None]] = {theme: {} for theme in cube.themes}
    for day in days:
        for theme, before in frozen.items():
            fresh = publishing.quarterly(cube, theme, day, len(cube.houses))
            frozen[theme] = publishing.freeze(before, fresh)
        yield from of_snapshot(frozen)


def every_week(cube: Cube) -> Iterator[Published]:
    """The figures of all weekly snapshots from the fourth month on."""
    weeks = (after(cube.months[-1]) - cube.months[3]).days // 7
    yield from set(week_by_week(cube, [cube.months[3] + timedelta(weeks=week) for week in range(weeks + 1)]))


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
