"""How often a theme that nobody knows is among the candidates: `python -m benchmarks.themes.emerging`."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.themes import quarters, rivals
from benchmarks.themes.quarters import World
from caseboard.topics.candidates import MOST, Desk, find
from caseboard.topics.sampling import parted

CASES = Path(__file__).parent / "cases"
LAWS = Path("../shared/corpora/laws/law30.jsonl.gz")

PURE, FOUND = 0.5, 0.3
"""A hit is at least half of the new theme and holds at least three tenths of its cases."""

RIVALS = {
    f"growth of {rivals.CLUSTERS} clusters": rivals.clusters,
    "leftovers by size": rivals.by_size,
    "leftovers by growth": rivals.by_growth,
    "terms, expectation by theme": rivals.terms,
}
OURS = "candidates (crowds + leftovers)"


def hits(world: World, groups: Iterator[Collection[str]]) -> list[bool]:
    """For each of the first six groups whether it shows the new theme."""
    return [
        len(world.new & set(ids)) >= max(PURE * len(ids), FOUND * len(world.new))
        for ids in islice((ids for ids in groups if ids), MOST)
    ]


def measure(world: World) -> dict[str, list[bool]]:
    """The hits of every method in one world."""
    periods = parted(world.cases)
    desk = Desk(periods.recent, periods.before, world.classifier)
    found = {
        name: hits(world, ([desk.cases[place].id for place in places] for places in rival(desk)))
        for name, rival in RIVALS.items()
    }
    found[OURS] = hits(world, (candidate.ids for candidate in find(world.cases, world.classifier)))
    return found


def table(make: Callable[[int, int], World], number: int, runs: int, first: int) -> Iterator[str]:
    """A row for each method: how often the new theme is among the first three and among six candidates."""
    among: defaultdict[str, list[list[bool]]] = defaultdict(list)
    for seed in range(first, first + runs):
        for name, found in measure(make(number, seed)).items():
            among[name].append(found)
    for name, found in among.items():
        three, six = (sum(any(one[:most]) for one in found) / runs for most in (3, MOST))
        yield f"| {name} | {number} | {three:.2f} | {six:.2f} |"


def main() -> None:
    """Print the tables."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--laws", type=Path, default=LAWS)
    ask.add_argument("--runs", type=int, default=48)
    ask.add_argument("--first", type=int, default=200, help="The first seed.")
    ask.add_argument("--numbers", type=int, nargs="+", default=[6, 10, 20], help="How many cases the new theme has.")
    chosen = ask.parse_args()
    worlds = {
        "our texts, recombined": partial(quarters.of_cases, CASES),
        "law30": partial(quarters.of_laws, chosen.laws),
    }
    for title, make in worlds.items():
        sys.stdout.write(
            f"\n{title}: {quarters.RECENT} recent and {quarters.BASELINE} earlier cases, {chosen.runs} runs\n"
        )
        sys.stdout.write("| method | new cases | among 3 | among 6 |\n|---|---|---|---|\n")
        for number in chosen.numbers:
            for row in table(make, number, chosen.runs, chosen.first):
                sys.stdout.write(row + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
