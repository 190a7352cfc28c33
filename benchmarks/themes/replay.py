"""Everything that is said of some counts, by the code that says it: figures, client groups, states, sentences.

An integer programme knows only what can be written as sums. Whether a theme rises, is always there or has nothing to
be compared with hangs on all cases of all themes and on quantiles, so here it is asked of the rule itself: the months
are gone through one after the other, and what two tables of counts let everybody hear is compared.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from benchmarks.themes.published import after
from caseboard.themes import naming, publishing
from caseboard.themes.signals import STANDARD, Course, Cube, Evaluation, Parameters, State, evaluate
from caseboard.themes.verdicts import Verdict, verdict

Counts = NDArray[np.int_]
"""By theme, house, month and client group; the last group is "not stated"."""

Hears = tuple[str, int]
"""A house hears of its own cluster: the theme, and the place of the month."""


@dataclass(frozen=True)
class Network:
    """Which themes, houses, months and client groups there are; without groups there is only "not stated"."""

    themes: tuple[str, ...]
    houses: tuple[str, ...]
    months: tuple[date, ...]
    groups: tuple[str, ...] = ()
    size: int = 0
    lasting_by_month: bool = False
    """A rule that is broken on purpose: whether a theme is always there is said of exact counts, month by month."""
    parameters: Parameters = STANDARD

    @property
    def taking_part(self) -> int:
        """How many houses take part; one that has none of the counts does so, too."""
        return self.size or len(self.houses)

    @cached_property
    def quarters(self) -> tuple[tuple[date, tuple[int, ...]], ...]:
        """Every quarter that is over when the last month is, with the places of its months."""
        places: dict[date, list[int]] = {}
        for place, month in enumerate(self.months):
            places.setdefault(publishing.quarter_of(month), []).append(place)
        over = publishing.closed_quarters(after(self.months[-1]), self.months[0])
        return tuple((quarter, tuple(places[quarter])) for quarter in over)

    def cube(self, counts: Counts) -> Cube:
        """The counts as the rule reads them."""
        return Cube(self.themes, self.houses, self.months, counts.sum(axis=3))


@dataclass(frozen=True)
class Heard:
    """What everybody hears of each theme in a month, and of which theme each house hears that it has risen there."""

    public: tuple[object, ...]
    alone: tuple[str | None, ...]


@dataclass
class Replay:
    """What was said of the true counts, to compare with what would have been said of others."""

    network: Network
    true: Counts
    heard: list[Heard] = field(default_factory=list)
    courses: list[Mapping[str, Course]] = field(default_factory=list)
    figures: dict[tuple[int, int], object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.courses = [dict.fromkeys(self.network.themes, Course())]
        for said in self._months(self.true, 0):
            self.heard.append(self._heard(said))
            self.courses.append({one.found.theme: one.course for one in said})
        self.figures = {
            (theme, place): self._figure(self.true, theme, place)
            for theme in range(len(self.network.themes))
            for place in range(len(self.network.quarters))
        }

    def told_by_figures(self, counts: Counts, theme: int, months: Iterable[int]) -> bool:
        """Whether a figure of a theme, or a client group beside it, would be another one."""
        touched = set(months)
        return any(
            self._figure(counts, theme, place) != self.figures[theme, place]
            for place, (_quarter, within) in enumerate(self.network.quarters)
            if touched.intersection(within)
        )

    def told_by_states(self, counts: Counts, since: int, but: Collection[int]) -> set[int]:
        """The themes of which anything else would be said from a month on, to everybody or to a house but these."""
        told: set[int] = set()
        nobody = {None, *(self.network.houses[house] for house in but)}
        for place, said in enumerate(self._months(counts, since), start=since):
            now, then = self._heard(said), self.heard[place]
            if now == then:
                continue
            for theme in range(len(self.network.themes)):
                alone = {now.alone[theme], then.alone[theme]} - nobody
                if now.public[theme] != then.public[theme] or (alone and now.alone[theme] != then.alone[theme]):
                    told.add(theme)
        return told

    def _months(self, counts: Counts, since: int) -> Iterator[Sequence[Verdict]]:
        cube, courses = self.network.cube(counts), dict(self.courses[since])
        for place in range(since, len(self.network.months)):
            found = evaluate(cube, cube.months[place], self.network.parameters)
            window = cube.counts[:, :, max(0, place + 1 - self.network.parameters.window_months) : place + 1]
            by_theme = window.sum(axis=2).tolist()
            said = [
                self._verdict(one, courses[theme], by_theme[number])
                for number, (theme, one) in enumerate(found.items())
            ]
            courses = {one.found.theme: one.course for one in said}
            yield said

    def _verdict(self, found: Evaluation, before: Course, brought: Sequence[int]) -> Verdict:
        by_house = dict(zip(self.network.houses, brought, strict=True))
        return verdict(found, before, by_house, self.network.taking_part, self.network.parameters)

    def _figure(self, counts: Counts, theme: int, place: int) -> object:
        """The figure of a quarter, and the groups that are named beside it."""
        network, months = self.network, list(self.network.quarters[place][1])
        brought = counts[theme][:, months].sum(axis=1)
        total = dict(zip(network.houses, brought.sum(axis=1).tolist(), strict=True))
        shown = publishing.figure(total, sum(map(bool, total.values())), network.taking_part)
        by_group = {
            group: dict(zip(network.houses, brought[:, number].tolist(), strict=True))
            for number, group in enumerate(network.groups)
        }
        return shown, naming.named(shown, total, by_group, network.groups, network.taking_part)

    def _heard(self, said: Sequence[Verdict]) -> Heard:
        return Heard(tuple(map(self._public, said)), tuple(one.house for one in said))

    def _public(self, said: Verdict) -> object:
        """The state, and the sentence with how long a signal has been weak where there is one.

        Whether a theme is always there is read off the figures, so it says nothing beside them.
        """
        if said.course.state is State.STANDING and not self.network.lasting_by_month:
            return State.QUIET
        if said.course.state is not State.SIGNAL:
            return said.course.state
        return said.course, said.evidence
