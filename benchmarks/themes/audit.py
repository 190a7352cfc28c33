"""An exact audit: whether anybody can tell a count under three from its neighbours by all that was ever published.

    python -m benchmarks.themes.audit [--cubes N] [--seed N]

Somebody who guesses knows every published value of every week, the public rules, and what their own jobcenter brought.
For every other jobcenter, theme and period with fewer than three cases, and for all others together, the programme must
allow one case less and one case more. Periods are those between two dates at which anything published begins or ends.
Where client groups are named, that holds for the cases of every group by themselves too, and for those without any.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from benchmarks.themes.guesses import Guesses
from benchmarks.themes.programme import CEILING, Claim, Kind

SMALL = 3
ALL_OTHERS = "all other jobcenters together"

NOT_STATED = ""
"""The cases whose authors named no client group; nothing is ever published of them by themselves."""


class Row(NamedTuple):
    """So many cases of a theme, a house, a day and a client group."""

    theme: str
    house: str
    day: date
    number: int
    group: str = NOT_STATED


@dataclass(frozen=True)
class Published:
    """One value in a snapshot, about the days from `start` up to but without `end`; no theme means all themes.

    With a client group it says whether that one is named; if not, then perhaps because of those `above` it in size,
    each with by how many cases at least.
    """

    theme: str | None
    start: date
    end: date
    kind: Kind = Kind.FIGURE
    value: int | None = None
    group: str | None = None
    above: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Leak:
    """A count under three that can be told from a neighbour, and the bounds within which it is known."""

    theme: str
    house: str
    start: date
    end: date
    count: int
    least: int | None
    most: int | None
    known_to: str | None
    group: str | None = None

    @property
    def determined(self) -> bool:
        """Whether it is known exactly."""
        return self.least == self.most


@dataclass
class Report:
    """How much was looked at and what was found."""

    counts: int = 0
    programmes: int = 0
    revised: list[Published] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing can be told apart and nothing was published twice with different values."""
        return not self.leaks and not self.revised

    def __add__(self, other: "Report") -> "Report":
        return Report(
            self.counts + other.counts,
            self.programmes + other.programmes,
            self.revised + other.revised,
            self.leaks + other.leaks,
        )


class Column(NamedTuple):
    """A theme in a period, and the cases of one client group where groups are named; else those of all."""

    theme: str
    start: date
    end: date
    group: str | None = None


@dataclass(frozen=True)
class Group:
    """Values that hang together: they share columns, directly or through one another."""

    columns: tuple[Column, ...]
    published: tuple[Published, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The values as claims about columns by number."""
        return tuple(self._claim(one) for one in self.published)

    def _claim(self, one: Published) -> Claim:
        above = tuple((self.within(replace(one, group=group)), by) for group, by in one.above)
        return Claim(one.kind, one.value, self.within(one), above)

    def within(self, one: Published) -> frozenset[int]:
        """The columns that a value is about."""
        return frozenset(place for place, column in enumerate(self.columns) if _covers(one, column))

    def targets(self) -> Iterator[tuple[frozenset[int], Column]]:
        """What must stay hidden: every column, and the columns of a theme that a value sums up."""
        seen = set()
        for place, column in enumerate(self.columns):
            seen.add(frozenset((place,)))
            yield frozenset((place,)), column
        for one in self.published:
            columns = self.within(one)
            if one.theme is not None and columns not in seen:
                seen.add(columns)
                yield columns, Column(one.theme, one.start, one.end, one.group)


class Audit:
    """Audits several networks; equal programmes are solved once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Guesses] = {}

    def __call__(
        self,
        published: Iterable[Published],
        rows: Iterable[tuple[str, str, date, int] | Row],
        houses: Sequence[str],
        guessers: Sequence[str | None] | None = None,
    ) -> Report:
        """Audit everything published in any snapshot against the counts behind it, for outsiders and every house."""
        distinct = sorted(set(published), key=str)
        report = Report(revised=_revised(distinct))
        rows = [Row(*row) for row in rows]
        for group in _groups(distinct, sorted({row[0] for row in rows})):
            table = _table(group, rows, houses)
            for guesser in (None, *houses) if guessers is None else guessers:
                self._group(report, group, table, houses, guesser)
        return report

    def _group(
        self, report: Report, group: Group, table: Mapping[str, np.ndarray], houses: Sequence[str], guesser: str | None
    ) -> None:
        own = None if guesser is None else tuple(int(number) for number in table[guesser])
        most = max(int(counts.max()) for counts in table.values())
        key = (len(houses), len(group.columns), group.claims, own, CEILING * (most // CEILING + 1))
        guesses = self._known.setdefault(key, Guesses(*key))
        true = np.array([table[house] for house in sorted(houses, key=lambda house: house != guesser)])
        if guesses.allows(true):
            guesses.saw(true)
        for columns, about in group.targets():
            places = sorted(columns)
            counts = {house: int(table[house][places].sum()) for house in houses if house != guesser}
            counts[ALL_OTHERS] = sum(counts.values())
            for house, count in counts.items():
                if count < SMALL:
                    report.counts += 1
                    question = guesses.about(columns, house == ALL_OTHERS)
                    if not question.hides(count):
                        report.leaks.append(_leak(about, house, count, question.bounds, guesser))


def _leak(about: Column, house: str, count: int, bounds: tuple[int | None, int | None], guesser: str | None) -> Leak:
    return Leak(about.theme, house, about.start, about.end, count, *bounds, guesser, about.group)


def _revised(published: Sequence[Published]) -> list[Published]:
    values = defaultdict(list)
    for one in published:
        about = (one.theme, one.start, one.end, one.group)
        values[about if one.group is not None else (*about, one.kind)].append(one)
    return [one for same in values.values() if len(same) > 1 for one in same]


def _covers(one: Published, column: Column) -> bool:
    within = one.theme in (None, column.theme) and one.start <= column.start and column.end <= one.end
    return within and one.group in (None, column.group)


def _columns(about: Sequence[Published], theme: str) -> Iterator[Column]:
    """A theme in every period, by client group where one is named or said not to be."""
    groups = [NOT_STATED, *sorted({one.group for one in about if one.group is not None})]
    borders = sorted({day for one in about for day in (one.start, one.end)})
    for start, end in pairwise(borders):
        apart = any(one.group is not None and one.start <= start and end <= one.end for one in about)
        for group in groups if apart else [None]:
            column = Column(theme, start, end, group)
            if any(_covers(one, column) for one in about):
                yield column


def _groups(published: Sequence[Published], themes: Sequence[str]) -> Iterator[Group]:
    """The values sorted into groups that share no column, so that each is a programme of its own."""
    everywhere = sorted({*themes, *(one.theme for one in published if one.theme is not None)})
    together = any(one.theme is None for one in published)
    loose: list[tuple[set[Column], list[Published]]] = []
    for theme in everywhere:
        about = [one for one in published if together or one.theme == theme]
        loose += [({column}, []) for column in _columns(about, theme)]
    for one in published:
        touched = [group for group in loose if any(_covers(one, column) for column in group[0])]
        loose = [group for group in loose if group not in touched]
        loose.append(
            (set().union(*(group[0] for group in touched)), [one, *(old for group in touched for old in group[1])])
        )
    yield from (Group(tuple(sorted(columns, key=str)), tuple(sorted(some, key=str))) for columns, some in loose if some)


def _table(group: Group, rows: Iterable[Row], houses: Sequence[str]) -> dict[str, np.ndarray]:
    table = {house: np.zeros(len(group.columns), dtype=int) for house in houses}
    for row in rows:
        for place, column in enumerate(group.columns):
            if column.theme == row.theme and column.start <= row.day < column.end and column.group in (None, row.group):
                table[row.house][place] += row.number
    return table


def everybody(houses: Sequence[str]) -> tuple[str | None, ...]:
    """An outsider and every house, each by themselves."""
    return (None, *houses)


def some(houses: Sequence[str]) -> tuple[str | None, ...]:
    """An outsider and two houses, where windows overlap and no two programmes are alike."""
    return (None, houses[0], houses[-1])


def main(arguments: list[str] | None = None) -> int:
    """Audit random networks under the rules that hold and under three that are broken on purpose."""
    from benchmarks.themes import published as rules

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cubes", type=int, default=200, help="networks with figures of quarters and of sentences")
    parser.add_argument("--broken", type=int, default=10, help="networks for each rule that is broken on purpose")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    plans = {
        "figures of quarters": (options.cubes, (rules.figures,), everybody),
        "and sentences of signals": (options.cubes, (rules.figures, rules.sentences), some),
        "broken: fewer than five": (options.broken, (rules.fewer_than_five,), everybody),
        "broken: total of all": (options.broken // 3, (rules.figures, rules.totals), everybody),
        "broken: exact totals": (options.broken, (rules.exact,), everybody),
    }
    passed = True
    for name, (cubes, parts, guessing) in plans.items():
        began, audit, reports = time.process_time(), Audit(), []
        for seed in range(options.seed, options.seed + cubes):
            cube = rules.network(seed)
            values = [one for part in parts for one in part(cube)]
            reports.append(audit(values, rules.rows(cube), cube.houses, guessing(cube.houses)))
        together = sum(reports, Report())
        dirty = sum(not one.clean for one in reports)
        known = sum(leak.determined for leak in together.leaks)
        took = time.process_time() - began
        sys.stdout.write(
            f"{name:26} {cubes:>4} networks, {together.counts:>7} small counts, {dirty:>4} networks fail, "
            f"{len(together.leaks):>6} counts told apart, {known:>6} known exactly, {took:.0f} s\n"
        )
        sys.stdout.flush()
        passed &= (dirty > 0) == name.startswith("broken")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
