"""What published figures leave possible, as an integer programme over the counts behind them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_matrix

from caseboard.themes import publishing

CEILING = 40
"""Whoever guesses takes it that no house brings more cases of one theme in one period: this, or a multiple of it."""

Sum = dict[int, float]
"""A linear expression: coefficient by variable."""


class Kind(StrEnum):
    """How a published value is to be read."""

    FIGURE = "figure"
    CASES = "cases"
    HOUSES = "houses"
    EXACT = "exact"
    FEWER_THAN_FIVE = "fewer_than_five"
    NAMED = "named"
    UNNAMED = "unnamed"
    REST = "rest"


@dataclass(frozen=True)
class Claim:
    """A published value about certain columns (a theme in a period, or a client group of it) of the hidden table.

    A group that is not named may be so because others are `above` it (their columns, and by how many cases at least)
    and the theme as a `whole` is so small without its largest house that no more are named (its columns, and the most).
    """

    kind: Kind
    value: int | None
    columns: frozenset[int]
    above: tuple[tuple[frozenset[int], int], ...] = ()
    whole: tuple[frozenset[int], int] | None = None


@dataclass
class Programme:
    """The table house × column of one group of claims that hang together; `own` is the row that the guesser knows."""

    houses: int
    columns: int
    own: tuple[int, ...] | None
    ceiling: int = CEILING
    sorted_rows: bool = True
    ceilings: list[float] = field(default_factory=list)
    rows: list[tuple[Sum, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ceilings = [float(self.ceiling)] * (self.houses * self.columns)
        for column, number in enumerate(self.own or ()):
            self.require({self.cell(0, column): 1.0}, number, number)
        # Houses of which nothing is known are alike: sorting them by the first column loses nothing and saves much.
        # The last one is left out of it, because it is the one that is asked about.
        for house in range(0 if self.own is None else 1, self.houses - 2 if self.sorted_rows else 0):
            self.require({self.cell(house, 0): 1.0, self.cell(house + 1, 0): -1.0}, 0, np.inf)

    def cell(self, house: int, column: int) -> int:
        """The variable of a count; the guesser's own house is house 0."""
        return house * self.columns + column

    def of_house(self, house: int, columns: frozenset[int]) -> Sum:
        """What a house brought in these columns."""
        return {self.cell(house, column): 1.0 for column in columns}

    def total(self, columns: frozenset[int]) -> Sum:
        """What all houses brought in these columns."""
        return _plus(*(self.of_house(house, columns) for house in range(self.houses)))

    def others(self, columns: frozenset[int]) -> Sum:
        """What all houses brought of which the guesser does not know it anyway."""
        first = 0 if self.own is None else 1
        return _plus(*(self.of_house(house, columns) for house in range(first, self.houses)))

    def require(self, expression: Sum, least: float, most: float) -> None:
        """Add a row."""
        self.rows.append((expression, least, most))

    def either(self) -> int:
        """A new variable that is 0 or 1."""
        self.ceilings.append(1.0)
        return len(self.ceilings) - 1

    def when(self, switch: int, expression: Sum, least: float = -np.inf, most: float = np.inf) -> None:
        """Require the row only where the switch is 1; the expression may leave its bounds by `slack` elsewhere."""
        slack = 2.0 * self.ceiling * len(expression) + 10
        if least > -np.inf:
            self.require(_plus(expression, {switch: -slack}), least - slack, np.inf)
        if most < np.inf:
            self.require(_plus(expression, {switch: slack}), -np.inf, most + slack)

    def there(self, columns: frozenset[int]) -> Sum:
        """How many houses have a case in these columns."""
        houses = []
        for house in range(self.houses):
            has = self.either()
            houses.append(has)
            brought = self.of_house(house, columns)
            self.require(_plus(brought, {has: -1.0}), 0, np.inf)
            self.require(_plus(brought, {has: -float(self.ceiling * len(columns))}), -np.inf, 0)
        return dict.fromkeys(houses, 1.0)

    def too_few(self, columns: frozenset[int]) -> list[int]:
        """Two variables that may be 1 only where there are too few cases, or too few houses."""
        few, narrow = self.either(), self.either()
        self.when(few, self.total(columns), most=publishing.LEAST_CASES - 1)
        self.when(narrow, self.there(columns), most=publishing.LEAST_HOUSES - 1)
        return [few, narrow]

    def claim(self, claim: Claim) -> None:
        """Add what a published value says under the public rules."""
        READINGS[claim.kind](self, claim)

    def world(self, expression: Sum, value: int) -> NDArray[np.int_] | None:
        """A table in which the expression is `value` and all claims hold, if there is any."""
        found = self._solve({}, [(expression, value, value)])
        if found.x is None:
            return None
        cells = np.rint(found.x[: self.houses * self.columns]).astype(int)
        return cells.reshape(self.houses, self.columns)

    def nearest(
        self, true: NDArray[np.int_], expression: Sum, value: int, price: Callable[[], float]
    ) -> NDArray[np.int_] | None:
        """The table in which the expression is `value` and all claims hold that is cheapest to make of the true one."""
        goal: Sum = {}
        rows = [(expression, float(value), float(value))]
        for cell, number in enumerate(true.ravel().tolist()):
            more, less = len(self.ceilings), len(self.ceilings) + 1
            self.ceilings += [float(self.ceiling)] * 2
            rows.append(({cell: 1.0, more: -1.0, less: 1.0}, number, number))
            goal |= {more: price(), less: price()}
        found = self._solve(goal, rows)
        return None if found.x is None else np.rint(found.x[: true.size]).astype(int).reshape(true.shape)

    def least(self, expression: Sum) -> int | None:
        """The smallest value that the expression may have."""
        found = self._solve(expression, [])
        return None if found.x is None else round(found.fun)

    def most(self, expression: Sum) -> int | None:
        """The largest value that the expression may have."""
        found = self._solve({place: -factor for place, factor in expression.items()}, [])
        return None if found.x is None else -round(found.fun)

    def _solve(self, goal: Sum, more: list[tuple[Sum, float, float]]) -> OptimizeResult:
        rows = self.rows + more
        places = [(row, place, factor) for row, (parts, _, _) in enumerate(rows) for place, factor in parts.items()]
        at, columns, factors = zip(*places, strict=True)
        size = len(self.ceilings)
        matrix = csr_matrix((factors, (at, columns)), shape=(len(rows), size))
        objective = np.zeros(size)
        for place, factor in goal.items():
            objective[place] = factor
        found = milp(
            objective,
            constraints=LinearConstraint(matrix, [row[1] for row in rows], [row[2] for row in rows]),
            bounds=Bounds(np.zeros(size), np.array(self.ceilings)),
            integrality=np.ones(size),
        )
        if found.status not in (0, 2):
            raise ArithmeticError(found.message)
        return found


def _plus(*expressions: Sum) -> Sum:
    together: Sum = {}
    for expression in expressions:
        for place, factor in expression.items():
            together[place] = together.get(place, 0.0) + factor
    return together


def _twice_less_total(programme: Programme, house: int, columns: frozenset[int]) -> Sum:
    total = dict.fromkeys(programme.total(columns), -1.0)
    return _plus(total, dict.fromkeys(programme.of_house(house, columns), 2.0))


def _rest(programme: Programme, house: int, columns: frozenset[int]) -> Sum:
    others = (programme.of_house(other, columns) for other in range(programme.houses) if other != house)
    return _plus(*others)


def _figure(programme: Programme, claim: Claim) -> None:
    if claim.value is None:
        _hidden(programme, claim)
        return
    least = publishing.LEAST_CASES if claim.value == publishing.STEP else claim.value - 2
    _fits(programme, claim, least, claim.value + 2)


def _fits(programme: Programme, claim: Claim, least: float, most: float) -> None:
    """So many cases that a figure may be shown, and no house behind it that brings too much of them."""
    large = _shown(programme, claim, least, most)
    for house in range(programme.houses):
        rest = _rest(programme, house, claim.columns)
        programme.require(rest, publishing.LEAST_REST, np.inf)
        programme.when(large, rest, least=publishing.LEAST_REST_OF_MANY)


def _fewer_than_five(programme: Programme, claim: Claim) -> None:
    """The rule that was there before: three and four are shown as "fewer than five"."""
    if claim.value is None:
        _dominated(programme, claim, programme.too_few(claim.columns))
    elif claim.value == 0:
        _shown(programme, claim, publishing.LEAST_CASES, publishing.STEP - 1)
    else:
        _shown(programme, claim, max(claim.value - 2, publishing.STEP), claim.value + 2)


def _shown(programme: Programme, claim: Claim, least: float, most: float) -> int:
    """What both rules have in common where a figure is shown; the variable that says whether there are ten or more."""
    total = programme.total(claim.columns)
    programme.require(total, least, most)
    programme.require(programme.there(claim.columns), publishing.LEAST_HOUSES, np.inf)
    small, large = programme.either(), programme.either()
    programme.require({small: 1.0, large: 1.0}, 1, 1)
    programme.when(small, total, most=publishing.SAFE_CELL - 1)
    programme.when(large, total, least=publishing.SAFE_CELL)
    for house in range(programme.houses):
        programme.when(small, _twice_less_total(programme, house, claim.columns), most=0)
    return large


def _named(programme: Programme, claim: Claim) -> None:
    _fits(programme, claim, publishing.LEAST_CASES, np.inf)


def _hidden(programme: Programme, claim: Claim) -> None:
    """One of the reasons for which nothing is shown must hold."""
    total = programme.total(claim.columns)
    reasons = programme.too_few(claim.columns) + _outranked(programme, claim)
    for house in range(programme.houses):
        rest = _rest(programme, house, claim.columns)
        little, less = programme.either(), programme.either()
        programme.when(little, rest, most=publishing.LEAST_REST - 1)
        programme.when(less, total, least=publishing.SAFE_CELL)
        programme.when(less, rest, most=publishing.LEAST_REST_OF_MANY - 1)
        reasons += [little, less]
    _dominated(programme, claim, reasons)


def _outranked(programme: Programme, claim: Claim) -> list[int]:
    """A variable that may be 1 only where all groups above this one have as many cases, and no more can be named."""
    if not claim.above and claim.whole is None:
        return []
    below = programme.either()
    own = dict.fromkeys(programme.total(claim.columns), -1.0)
    for columns, by in claim.above:
        programme.when(below, _plus(programme.total(columns), own), least=by)
    if claim.whole is None:
        return [below]
    columns, most = claim.whole
    short = {programme.either(): house for house in range(programme.houses)}
    for switch, house in short.items():
        programme.when(switch, _rest(programme, house, columns), most=most)
    programme.require(_plus(dict.fromkeys(short, 1.0), {below: -1.0}), 0, np.inf)
    return [below]


def _least_rest(programme: Programme, claim: Claim) -> None:
    """All houses but one brought so many, whichever that one is."""
    for house in range(programme.houses):
        programme.require(_rest(programme, house, claim.columns), claim.value or 0, np.inf)


def _dominated(programme: Programme, claim: Claim, reasons: list[int]) -> None:
    """One of these reasons, or one house has more than half of fewer than ten."""
    for house in range(programme.houses):
        most = programme.either()
        programme.when(most, programme.total(claim.columns), most=publishing.SAFE_CELL - 1)
        programme.when(most, _twice_less_total(programme, house, claim.columns), least=1)
        reasons.append(most)
    programme.require(dict.fromkeys(reasons, 1.0), 1, np.inf)


def _cases(programme: Programme, claim: Claim) -> None:
    """There are so many cases at least, whether a figure may be shown of them or not."""
    programme.require(programme.total(claim.columns), claim.value or 0, np.inf)


def _houses(programme: Programme, claim: Claim) -> None:
    programme.require(programme.there(claim.columns), claim.value or 0, np.inf)


def _exact(programme: Programme, claim: Claim) -> None:
    programme.require(programme.total(claim.columns), claim.value or 0, claim.value or 0)


READINGS: dict[Kind, Callable[[Programme, Claim], None]] = {
    Kind.FIGURE: _figure,
    Kind.CASES: _cases,
    Kind.HOUSES: _houses,
    Kind.EXACT: _exact,
    Kind.FEWER_THAN_FIVE: _fewer_than_five,
    Kind.NAMED: _named,
    Kind.UNNAMED: _hidden,
    Kind.REST: _least_rest,
}
