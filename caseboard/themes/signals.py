"""When a theme recurs more than before: the rule on counts by theme, house and month, with every number it uses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    from caseboard.themes.ratios import Measured


class State(StrEnum):
    """What the rule says of a theme at the end of a month."""

    SIGNAL = "signal"
    WATCH = "watch"
    LOCAL = "local"
    STANDING = "standing"
    QUIET = "quiet"
    NO_BASIS = "no_basis"


STRICTER = "stricter"
UP, DOWN = "up", "down"
"""The direction in which a parameter makes flags rarer; one without a direction only moves them elsewhere."""


def _up(value: float) -> Any:
    return field(default=value, metadata={STRICTER: UP})


def _down(value: float) -> Any:
    return field(default=value, metadata={STRICTER: DOWN})


@dataclass(frozen=True)
class Parameters:
    """Every number of the rule; together they stand for one to two false signals a year at thirty themes.

    The rate was measured in the simulation (benchmarks/themes/simulation.py) and holds for these values only, which is
    why `looser_than` names every departure that it does not cover.
    """

    version: str = "2026-1"
    false_alarms_a_year: tuple[int, int] = (1, 2)

    # 1. What is compared: a window of about 90 days with up to a year directly before it.
    window_months: int = 3
    baseline_months: int = 12
    least_baseline_months: int = _up(6)
    least_baseline_cases: int = _up(60)
    # 2. What would be expected: how much a house's own habit weighs against the share in all houses, in cases.
    habit_weight: float = 20
    # 3. How much theme months scatter anyway.
    least_common_scatter: float = _up(1.2)
    least_scatter: float = _up(1.1)
    scatter_weight: float = 8
    scatter_cap: float = _up(9)
    # 4. to 6. The lower bound of the ratio, with all houses and without the one that exceeds most.
    smoothing: float = 0.5
    least_cases: int = _up(5)
    least_houses: int = _up(3)
    signal_quantile: float = _down(0.025)
    signal_ratio: float = _up(1.2)
    signal_quantile_without_one: float = _down(0.10)
    signal_ratio_without_one: float = _up(1.0)
    watch_quantile: float = _down(0.05)
    watch_ratio: float = _up(1.0)
    watch_quantile_without_one: float = _down(0.20)
    watch_ratio_without_one: float = _up(1.0)
    # 6. What is always there.
    standing_months: int = 12
    standing_cases: int = _up(12)
    standing_months_with_a_case: int = _up(8)
    standing_share_of_houses: float = _up(0.5)
    standing_effective_houses: float = _up(3)
    standing_effective_share: float = _up(1 / 3)
    standing_largest_share: float = _down(0.40)
    # 7. How a signal ends.
    evaluations_to_end: int = 2

    def looser_than(self, standard: "Parameters") -> tuple[str, ...]:
        """The numbers that would flag more than `standard`, or that its false-alarm rate says nothing about."""
        return tuple(name for name in _numbers() if _looser(name, getattr(self, name), getattr(standard, name)))


STANDARD = Parameters()


@dataclass(frozen=True, eq=False)
class Cube:
    """How many cases of each theme each house brought in each month; months follow one another without a gap."""

    themes: tuple[str, ...]
    houses: tuple[str, ...]
    months: tuple[date, ...]
    counts: "np.ndarray"

    @classmethod
    def of(
        cls,
        rows: Iterable[tuple[str, str, date, int]],
        themes: Sequence[str],
        houses: Sequence[str],
        until: date,
    ) -> "Cube":
        """The cube of (theme, house, day or month, number) rows, from the first of them to the month `until`.

        Rows of other themes or houses and rows after `until` are left out.
        """
        import numpy as np

        last = until.replace(day=1)
        known = [
            row for row in rows if row[0] in set(themes) and row[1] in set(houses) and row[2].replace(day=1) <= last
        ]
        months = _months(min((row[2] for row in known), default=last).replace(day=1), last)
        places = [{name: place for place, name in enumerate(axis)} for axis in (themes, houses, months)]
        counts = np.zeros((len(themes), len(houses), len(months)), dtype=int)
        for theme, house, day, number in known:
            counts[places[0][theme], places[1][house], places[2][day.replace(day=1)]] += number
        return cls(tuple(themes), tuple(houses), months, counts)


@dataclass(frozen=True)
class Evaluation:
    """What the rule found for one theme in one month, with the evidence; exact figures, so nothing to be shown."""

    theme: str
    month: date
    state: State
    observed: int
    expected: float
    baseline: int
    scatter: float
    ratio: float
    ratio_without_one: float
    houses_above: int
    houses_with_a_case: int
    houses_active: int
    largest_house: str
    largest_house_observed: int
    local_house: str | None
    standing: bool
    rule_version: str

    def seen_from(self, house: str | None) -> State:
        """The state that somebody of `house` may see: a local cluster is for that house alone."""
        if self.state is State.LOCAL and house != self.local_house:
            return State.STANDING if self.standing else State.QUIET
        return self.state


@dataclass(frozen=True)
class Course:
    """Where a theme stands from month to month: a signal ends only after some evaluations below watch."""

    state: State = State.QUIET
    below_watch: int = 0

    def after(self, found: State, parameters: Parameters = STANDARD) -> "Course":
        """The course once a month's evaluation has found `found`."""
        if self.state is State.SIGNAL and found is not State.SIGNAL:
            below = 0 if found is State.WATCH else self.below_watch + 1
            if below < parameters.evaluations_to_end:
                return Course(State.SIGNAL, below)
        return Course(found)


def evaluate(cube: Cube, month: date | None = None, parameters: Parameters = STANDARD) -> dict[str, Evaluation]:
    """What the rule says of every theme at the end of `month` (the last of the cube unless named)."""
    from caseboard.themes import ratios

    last = cube.months.index((month or cube.months[-1]).replace(day=1))
    measured = ratios.measure(cube.counts[:, :, : last + 1], parameters)
    return {
        theme: _evaluation(cube, measured, place, cube.months[last], parameters)
        for place, theme in enumerate(cube.themes)
    }


def _evaluation(cube: Cube, measured: "Measured", place: int, month: date, parameters: Parameters) -> Evaluation:
    largest = int(measured.largest[place])
    local = bool(measured.basis and measured.local[place])
    return Evaluation(
        theme=cube.themes[place],
        month=month,
        state=_state(measured, place),
        observed=int(measured.observed[place].sum()),
        expected=float(measured.expected[place].sum()),
        baseline=int(measured.baseline[place].sum()),
        scatter=float(measured.scatter[place]),
        ratio=float(measured.ratio[place]),
        ratio_without_one=float(measured.ratio_without_one[place]),
        houses_above=int(measured.above[place]),
        houses_with_a_case=int((measured.observed[place] > 0).sum()),
        houses_active=measured.active,
        largest_house=cube.houses[largest],
        largest_house_observed=int(measured.observed[place, largest]),
        local_house=cube.houses[largest] if local else None,
        standing=bool(measured.standing[place]),
        rule_version=parameters.version,
    )


def _state(measured: "Measured", place: int) -> State:
    if not measured.basis:
        return State.NO_BASIS
    ranked = (
        (State.SIGNAL, measured.signal),
        (State.WATCH, measured.watch),
        (State.LOCAL, measured.local),
        (State.STANDING, measured.standing),
    )
    return next((state for state, found in ranked if found[place]), State.QUIET)


def _months(first: date, last: date) -> tuple[date, ...]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(
        date(first.year + (first.month - 1 + step) // 12, (first.month - 1 + step) % 12 + 1, 1) for step in range(count)
    )


def _numbers() -> tuple[str, ...]:
    return tuple(one.name for one in fields(Parameters) if one.name not in ("version", "false_alarms_a_year"))


def _looser(name: str, value: float, standard: float) -> bool:
    stricter = Parameters.__dataclass_fields__[name].metadata.get(STRICTER)
    if stricter == UP:
        return value < standard
    if stricter == DOWN:
        return value > standard
    return value != standard
