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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from benchmarks.themes.guesses import Guesses
from benchmarks.themes.programme import CEILING
from benchmarks.themes.tables import Column, Part, Published, Row, parts, table_of

SMALL = 3
ALL_OTHERS = "all other jobcenters together"


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
        for part in parts(distinct, sorted({row[0] for row in rows})):
            table = table_of(part, rows, houses)
            for guesser in (None, *houses) if guessers is None else guessers:
                self._part(report, part, table, houses, guesser)
        return report

    def _part(
        self, report: Report, part: Part, table: Mapping[str, np.ndarray], houses: Sequence[str], guesser: str | None
    ) -> None:
        own = None if guesser is None else tuple(int(number) for number in table[guesser])
        most = max(int(counts.max()) for counts in table.values())
        key = (len(houses), len(part.columns), part.claims, own, CEILING * (most // CEILING + 1))
        guesses = self._known.setdefault(key, Guesses(*key))
        true = np.array([table[house] for house in sorted(houses, key=lambda house: house != guesser)])
        if guesses.allows(true):
            guesses.saw(true)
        for columns, about in part.targets():
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


def main(arguments: list[str] | None = None) -> int:
    """Audit random networks under the rules that hold and under some that are broken on purpose."""
    from benchmarks.themes.plans import plans

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cubes", type=int, default=200, help="networks for each rule that holds")
    parser.add_argument("--broken", type=int, default=10, help="networks for each rule that is broken on purpose")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    passed = True
    for name, (cubes, told, guessing) in plans(options.cubes, options.broken).items():
        began, audit, reports = time.process_time(), Audit(), []
        for seed in range(options.seed, options.seed + cubes):
            one = told(seed)
            reports.append(audit(one.values, one.rows, one.houses, guessing(one.houses)))
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
