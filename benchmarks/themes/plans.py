"""What the audit is run over: everything that is published of random networks, and what broken rules would publish."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.themes import grouped
from benchmarks.themes import published as rules
from benchmarks.themes.grouped import Grouped
from benchmarks.themes.programme import Kind
from benchmarks.themes.tables import Published, Row
from caseboard.themes.signals import Cube


@dataclass(frozen=True)
class Told:
    """Everything that was said of one network, and the truth behind it."""

    values: Sequence[Published]
    rows: Iterable[Row]
    houses: Sequence[str]


Tell = Callable[[int], Told]
Guessing = Callable[[Sequence[str]], Sequence[str | None]]
Plan = tuple[int, Tell, Guessing]
"""How many networks, what is told of each of them, and who guesses."""


def everybody(houses: Sequence[str]) -> tuple[str | None, ...]:
    """An outsider and every house, each by themselves."""
    return (None, *houses)


def plans(cubes: int, broken: int) -> Mapping[str, Plan]:
    """The rules that hold, on so many networks, and those that are broken on purpose."""
    return {
        "figures of quarters": (cubes, _plain(rules.figures), everybody),
        "week by week": (cubes, _plain(rules.every_week), everybody),
        "words of advisers": (cubes, _plain(rules.words), everybody),
        "and sentences of signals": (cubes, _plain(rules.figures, rules.sentences), everybody),
        "and states": (cubes, _plain(rules.figures, rules.sentences, rules.states), everybody),
        "and client groups": (cubes, _grouped(grouped.groups), everybody),
        "and all of these": (cubes, _grouped(grouped.groups, _sentences, _rises), everybody),
        "groups of tight tables": (10 * cubes, lambda seed: Told(*grouped.tight(seed)), everybody),
        "broken: fewer than five": (broken, _plain(rules.fewer_than_five), everybody),
        "broken: total of all": (broken // 3, _plain(rules.figures, rules.totals), everybody),
        "broken: all that rise": (1, lambda _seed: Told(*rules.bare_rise()), everybody),
        "broken: exact totals": (broken, _plain(rules.exact), everybody),
        "broken: every group": (1, _to_the_brim(Kind.NAMED), everybody),
        "broken: figures by group": (1, _to_the_brim(Kind.FIGURE, 5), everybody),
    }


def _plain(*parts: Callable[[Cube], Iterator[Published]]) -> Tell:
    def tell(seed: int) -> Told:
        cube = rules.network(seed)
        return Told([one for part in parts for one in part(cube)], rules.rows(cube), cube.houses)

    return tell


def _grouped(*parts: Callable[[Grouped], Iterator[Published]]) -> Tell:
    def tell(seed: int) -> Told:
        network = grouped.network(seed)
        return Told([one for part in parts for one in part(network)], network.rows(), network.cube.houses)

    return tell


def _sentences(network: Grouped) -> Iterator[Published]:
    yield from rules.sentences(network.cube)


def _rises(network: Grouped) -> Iterator[Published]:
    yield from rules.states(network.cube)


def _to_the_brim(kind: Kind, value: int | None = None) -> Tell:
    return lambda _seed: Told(*grouped.to_the_brim(kind, value))
