"""An exact audit: whether anybody can tell a count under three from its neighbours by all that was ever published.

    python -m benchmarks.themes.audit [--cubes N] [--seed N]

Somebody who guesses knows every published value of every week, the public rules, and what their own jobcenter brought.
For every other jobcenter, theme and period with fewer than three cases, and for all others together, the programme must
allow one case less and one case more. Periods are those between two dates at which anything published begins or ends.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np

from benchmarks.themes.programme import CEILING, Claim, Guesses, Kind

SMALL = 3
ALL_OTHERS = "all other jobcenters together"

Row = tuple[str, str, date, int]
"""Theme, house, day, number of cases."""


@dataclass(frozen=True, order=True)
class Published:
    """One value in a snapshot, about the days from `start` up to but without `end`; no theme means all themes."""

    theme: str | None
    start: date
    end: date
    kind: Kind = Kind.FIGURE
    value: int | None = None


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


Column = tuple[str, date, date]
"""A theme in a period."""


@dataclass(frozen=True)
class Group:
    """Values that hang together: they share columns, directly or through one another."""

    columns: tuple[Column, ...]
    published: tuple[Published, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The values as claims about columns by number."""
        return tuple(Claim(one.kind, one.value, self.within(one)) for one in self.published)

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
                yield columns, (one.theme, one.start, one.end)


class Audit:
    """Audits several networks; equal programmes are solved once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Guesses] = {}

    def __call__(
        self,
        published: Iterable[Published],
        rows: Iterable[Row],
        houses: Sequence[str],
        guessers: Sequence[str | None] | None = None,
    ) -> Report:
        """Audit everything published in any snapshot against the counts behind it, for outsiders and every house."""
        distinct = sorted(set(published), key=str)
        report = Report(revised=_revised(distinct))
        rows = list(rows)
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
        for columns, (theme, start, end) in group.targets():
            places = sorted(columns)
            counts = {house: int(table[house][places].sum()) for house in houses if house != guesser}
            counts[ALL_OTHERS] = sum(counts.values())
            for house, count in counts.items():
                if count < SMALL:
                    report.counts += 1
                    question = guesses.about(columns, house == ALL_OTHERS)
                    if not question.hides(count):
                        report.leaks.append(Leak(theme, house, start, end, count, *question.bounds, guesser))


def _revised(published: Sequence[Published]) -> list[Published]:
    values = defaultdict(list)
    for one in published:
        values[one.theme, one.start, one.end, one.kind].append(one)
    return [one for same in values.values() if len(same) > 1 for one in same]


def _covers(one: Published, column: Column) -> bool:
    theme, start, end = column
    return one.theme in (None, theme) and one.start <= start and end <= one.end


def _groups(published: Sequence[Published], themes: Sequence[str]) -> Iterator[Group]:
    """The values sorted into groups that share no column, so that each is a programme of its own."""
    everywhere = sorted({*themes, *(one.theme for one in published if one.theme is not None)})
    together = any(one.theme is None for one in published)
    loose: list[tuple[set[Column], list[Published]]] = []
    for theme in everywhere:
        about = [one for one in published if together or one.theme == theme]
        borders = sorted({day for one in about for day in (one.start, one.end)})
        for start, end in pairwise(borders):
            if any(_covers(one, (theme, start, end)) for one in about):
                loose.append(({(theme, start, end)}, []))
    for one in published:
        touched = [group for group in loose if any(_covers(one, column) for column in group[0])]
        loose = [group for group in loose if group not in touched]
        loose.append(
            (set().union(*(group[0] for group in touched)), [one, *(old for group in touched for old in group[1])])
        )
    yield from (Group(tuple(sorted(columns)), tuple(sorted(some, key=str))) for columns, some in loose if some)


def _table(group: Group, rows: Iterable[Row], houses: Sequence[str]) -> dict[str, np.ndarray]:
    table = {house: np.zeros(len(group.columns), dtype=int) for house in houses}
    for theme, house, day, number in rows:
        for place, (of, start, end) in enumerate(group.columns):
            if of == theme and start <= day < end:
                table[house][place] += number
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
