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
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from benchmarks.themes import plans, telling
from benchmarks.themes.findings import ALL_OTHERS, Leak, Report
from benchmarks.themes.guesses import Guesses
from benchmarks.themes.programme import CEILING
from benchmarks.themes.tables import Column, Part, Published, Row, parts, table_of

SMALL = 3


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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cubes", type=int, default=200, help="networks for each rule that holds")
    parser.add_argument("--broken", type=int, default=10, help="networks for each rule that is broken on purpose")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="only rules whose name has this in it")
    options = parser.parse_args(arguments)
    passed = True
    for name, (cubes, found) in _reports(options.cubes, options.broken).items():
        if options.only in name:
            passed &= _print(name, map(found, range(options.seed, options.seed + cubes)))
    return 0 if passed else 1


def _reports(cubes: int, broken: int) -> Mapping[str, tuple[int, Callable[[int], Report]]]:
    """Every rule with how many networks it is tried on, and how one of them is audited."""

    def by_programme(plan: plans.Plan) -> tuple[int, Callable[[int], Report]]:
        number, told, guessing = plan
        audit = Audit()

        def found(seed: int) -> Report:
            one = told(seed)
            return audit(one.values, one.rows, one.houses, guessing(one.houses))

        return number, found

    def by_replay(number: int, made: telling.Made) -> tuple[int, Callable[[int], Report]]:
        return number, lambda seed: telling.examined(made(seed), seed)

    first = {name: by_programme(plan) for name, plan in plans.plans(cubes, broken).items()}
    return {**first, **{name: by_replay(*plan) for name, plan in telling.plans(cubes, broken).items()}}


def _print(name: str, found: Iterable[Report]) -> bool:
    """A line for a rule; whether it is as it should be."""
    began, reports = time.process_time(), list(found)
    together, dirty = sum(reports, Report()), sum(not one.clean for one in reports)
    known, took = sum(leak.determined for leak in together.leaks), time.process_time() - began
    sys.stdout.write(
        f"{name:26} {len(reports):>4} networks, {together.counts:>7} small counts, {dirty:>4} networks fail, "
        f"{len(together.leaks):>6} counts told apart, {known:>6} known exactly, {took:.0f} s\n"
    )
    sys.stdout.flush()
    return (dirty > 0) == name.startswith("broken")


if __name__ == "__main__":
    sys.exit(main())
