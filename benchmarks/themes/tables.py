"""What was published, and the hidden table it is about: sorted into parts that have nothing to do with each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from benchmarks.themes.programme import Claim, Kind

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
    each with by how many cases at least, and because all houses but the largest brought at most so many of the theme
    that no further group is named; where that is missing, the figure allows no further one.
    """

    theme: str | None
    start: date
    end: date
    kind: Kind = Kind.FIGURE
    value: int | None = None
    group: str | None = None
    above: tuple[tuple[str, int], ...] = ()
    most_of_rest: int | None = None


class Column(NamedTuple):
    """A theme in a period, and the cases of one client group where groups are named; else those of all."""

    theme: str
    start: date
    end: date
    group: str | None = None


@dataclass(frozen=True)
class Part:
    """Values that hang together: they share columns, directly or through one another."""

    columns: tuple[Column, ...]
    published: tuple[Published, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The values as claims about columns by number."""
        return tuple(self._claim(one) for one in self.published)

    def _claim(self, one: Published) -> Claim:
        above = tuple((self.within(replace(one, group=group)), by) for group, by in one.above)
        whole = None if one.most_of_rest is None else (self.within(replace(one, group=None)), one.most_of_rest)
        return Claim(one.kind, one.value, self.within(one), above, whole)

    def within(self, one: Published) -> frozenset[int]:
        """The columns that a value is about."""
        return frozenset(place for place, column in enumerate(self.columns) if covers(one, column))

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


def covers(one: Published, column: Column) -> bool:
    """Whether a value is about this column, perhaps among others."""
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
            if any(covers(one, column) for one in about):
                yield column


def parts(published: Sequence[Published], themes: Sequence[str]) -> Iterator[Part]:
    """The values sorted into groups that share no column, so that each is a programme of its own."""
    everywhere = sorted({*themes, *(one.theme for one in published if one.theme is not None)})
    together = any(one.theme is None for one in published)
    loose: list[tuple[set[Column], list[Published]]] = []
    for theme in everywhere:
        about = [one for one in published if together or one.theme == theme]
        loose += [({column}, []) for column in _columns(about, theme)]
    for one in published:
        touched = [group for group in loose if any(covers(one, column) for column in group[0])]
        loose = [group for group in loose if group not in touched]
        loose.append(
            (set().union(*(group[0] for group in touched)), [one, *(old for group in touched for old in group[1])])
        )
    yield from (Part(tuple(sorted(columns, key=str)), tuple(sorted(some, key=str))) for columns, some in loose if some)


def table_of(part: Part, rows: Iterable[Row], houses: Sequence[str]) -> dict[str, np.ndarray]:
    """What each house brought in the columns of a part."""
    table = {house: np.zeros(len(part.columns), dtype=int) for house in houses}
    for row in rows:
        for place, column in enumerate(part.columns):
            if column.theme == row.theme and column.start <= row.day < column.end and column.group in (None, row.group):
                table[row.house][place] += row.number
    return table
