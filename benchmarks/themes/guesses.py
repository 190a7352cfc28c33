"""What somebody can find out from what was published: first looked for nearby, and where nothing is near, solved.

A table in which all claims hold proves that its counts are possible. Most of the time such a table lies one or two
cases away from the true one; only where none is found there the integer programme is asked, which alone can say
"impossible".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from benchmarks.themes.programme import CEILING, Claim, Kind, Programme, Sum
from caseboard.themes import publishing

Table = NDArray[np.int_]
SEEN = frozenset({Kind.FIGURE, Kind.HOUSES, Kind.NAMED, Kind.UNNAMED, Kind.REST, Kind.CASES})
"""Kinds that are read off a table here as well; where there are others, everything is solved."""


def holds(claim: Claim, table: Table) -> bool:
    """Whether this would have been published of the table."""
    by_house = table[:, sorted(claim.columns)].sum(axis=1)
    there = int((by_house > 0).sum())
    if claim.kind is Kind.HOUSES:
        return there >= (claim.value or 0)
    if claim.kind is Kind.REST:
        return int(by_house.sum() - by_house.max()) >= (claim.value or 0)
    if claim.kind is Kind.CASES:
        return int(by_house.sum()) >= (claim.value or 0)
    shown = publishing.figure(dict(enumerate(by_house.tolist())), there, len(table))  # type: ignore[arg-type]
    if claim.kind is Kind.FIGURE:
        return shown == claim.value
    if claim.kind is Kind.NAMED:
        return shown is not None
    return shown is None or _outranked(claim, table, int(by_house.sum()))


def _outranked(claim: Claim, table: Table, own: int) -> bool:
    if not all(int(table[:, sorted(others)].sum()) - own >= by for others, by in claim.above):
        return False
    if claim.whole is None:
        return bool(claim.above)
    columns, most = claim.whole
    by_house = table[:, sorted(columns)].sum(axis=1)
    return int(by_house.sum() - by_house.max()) <= most


class Question:
    """What is possible for one sum of hidden counts; asked often, found once."""

    def __init__(self, guesses: "Guesses", columns: frozenset[int], others: bool) -> None:
        self._guesses, self._columns, self._others = guesses, columns, others
        self._possible: dict[int, bool] = {}

    def possible(self, value: int) -> bool:
        """Whether the sum may have this value."""
        if value not in self._possible:
            self._possible[value] = value >= 0 and self._find(value)
        return self._possible[value]

    def hides(self, count: int) -> bool:
        """Whether the true count cannot be told from one less and one more.

        Raises:
            ValueError: the true count is impossible, so something else was published than the rules make of it.
        """
        if not self.possible(count):
            raise ValueError("what was published is not what the rules make of the counts")
        return self.possible(count + 1) and (count == 0 or self.possible(count - 1))

    @cached_property
    def bounds(self) -> tuple[int | None, int | None]:
        """The smallest and the largest value that the sum may have."""
        return self._guesses.programme.least(self._asked()), self._guesses.programme.most(self._asked())

    def _find(self, value: int) -> bool:
        places, worlds = sorted(self._columns), self._guesses.worlds
        if any(value in self._sums(world, places) for world in worlds):
            return True
        near = next((one for world in worlds for one in self._near(world, places, value)), None)
        found = self._guesses.programme.world(self._asked(), value) if near is None else near
        if found is not None:
            self._guesses.saw(found)
        return found is not None

    def _sums(self, world: Table, places: Sequence[int]) -> set[int]:
        by_house = world[self._guesses.first :, places].sum(axis=1)
        return {int(by_house.sum())} if self._others else set(by_house.tolist())

    def _near(self, world: Table, places: Sequence[int], value: int) -> Iterator[Table]:
        """Tables that differ from a known one in one count, or in two that make up for each other."""
        first, houses = self._guesses.first, len(world)
        now = world[first:, places].sum(axis=1)
        for house in range(first, houses):
            step = value - int(now.sum() if self._others else now[house - first])
            for column in places:
                for there in self._elsewhere(world, house, column):
                    changed = world.copy()
                    changed[house, column] += step
                    if there is not None:
                        changed[there] -= step
                    if value in self._sums(changed, places) and self._guesses.allows(changed, world):
                        yield changed

    def _elsewhere(self, world: Table, house: int, column: int) -> Iterator[tuple[int, int] | None]:
        """Where a case more here may be a case less: nowhere, in the same house, in the same column, anywhere."""
        yield None
        near = sorted(range(world.shape[1]), key=lambda other: abs(other - column))
        yield from ((house, other) for other in near[1:])
        others = [other for other in range(self._guesses.first, len(world)) if other != house]
        yield from ((other, place) for place in near for other in others)

    def _asked(self) -> Sum:
        programme = self._guesses.programme
        if self._others:
            return programme.others(self._columns)
        return programme.of_house(programme.houses - 1, self._columns)


class Guesses:
    """All that somebody can find out from some claims, as an outsider or as a house that knows its own counts."""

    MOST_WORLDS = 60

    def __init__(
        self, houses: int, columns: int, claims: Sequence[Claim], own: tuple[int, ...] | None, ceiling: int = CEILING
    ) -> None:
        self._size, self._claims = (houses, columns, own, ceiling), claims
        self.first = 0 if own is None else 1
        self.worlds: list[Table] = []
        self._questions: dict[tuple[frozenset[int], bool], Question] = {}

    def about(self, columns: frozenset[int], others: bool) -> Question:
        """The question for what one other house brought in these columns, or all others together."""
        return self._questions.setdefault((columns, others), Question(self, columns, others))

    def saw(self, table: Table) -> None:
        """Remember a table in which all claims hold, the true one among them; the row of the guesser comes first."""
        if len(self.worlds) < self.MOST_WORLDS and all(claim.kind in SEEN for claim in self._claims):
            self.worlds.append(table)

    def allows(self, table: Table, known: Table | None = None) -> bool:
        """Whether everything that was published would have been published of this table, too.

        Args:
            table: the counts of every house in every column.
            known: a table of which that is known; then only what is about other counts is looked at.
        """
        _houses, _columns, _own, ceiling = self._size
        if (table < 0).any() or (table > ceiling).any():
            return False
        if known is None:
            return all(holds(claim, table) for claim in self._claims)
        changed = np.flatnonzero((table != known).any(axis=0)).tolist()
        return all(holds(claim, table) for claim in dict.fromkeys(one for at in changed for one in self._about[at]))

    @cached_property
    def _about(self) -> Mapping[int, Sequence[Claim]]:
        """The claims by the columns that they are about."""
        found: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            others = [columns for columns, _by in (*claim.above, *([claim.whole] if claim.whole else []))]
            for place in claim.columns.union(*others):
                found[place].append(claim)
        return found

    @cached_property
    def programme(self) -> Programme:
        """The claims as an integer programme."""
        built = Programme(*self._size)
        for claim in self._claims:
            built.claim(claim)
        return built
