"""The nearest counts that fit what can be written as sums, for what is not found by trying: an integer programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks.themes import published as rules
from benchmarks.themes.grouped import of_names
from benchmarks.themes.programme import Programme
from benchmarks.themes.replay import Counts, Replay
from benchmarks.themes.tables import NOT_STATED, Column, Part, Published

CEILING = 40


class Way(Enum):
    """Which counts of a theme may be others: of the quarters that are asked about; any, their sum kept; or any."""

    NEAR, KEPT, WIDE = range(3)


@dataclass(frozen=True)
class Question:
    """Whether a sum may have a value.

    Attributes:
        guesser: the house that knows its own row, or one beyond the last for somebody outside.
        whom: the house that is asked about, or one beyond the last for all others together.
        months: which months are summed up, one where a month is.
        group: of which group, or of all.
        value: what the sum is to be.
    """

    guesser: int
    whom: int
    months: NDArray[np.int_]
    group: int | None
    value: int


class Nearest:
    """Asks for tables of one theme in which its figures, groups and states are what was published."""

    def __init__(self, replay: Replay, theme: int) -> None:
        network, self._theme, self._true = replay.network, theme, replay.true[theme]
        name, keys = network.themes[theme], (*network.groups, NOT_STATED) if network.groups else (None,)
        columns = [Column(name, month, rules.after(month), key) for month in network.months for key in keys]
        told = [*_figures(replay, theme), *_states(replay, theme)]
        self._claims = Part(tuple(columns), tuple(told)).claims
        self._size = len(network.houses), len(columns)

    def table(self, question: Question, way: Way, dice: Random) -> Counts | None:
        """A table house × month × group that answers the question, with few other counts; none where there is none.

        Args:
            question: what is to be how much.
            way: which counts may be others.
            dice: what makes some counts dearer to change than others.
        """
        (houses, columns), true, groups = self._size, self._true, self._true.shape[2]
        most = CEILING * (1 + int(true.max()) // CEILING)
        programme = Programme(houses, columns, None, most, sorted_rows=False)
        for claim in self._claims:
            programme.claim(claim)
        asked = np.flatnonzero(question.months).tolist()
        near = {
            month
            for month in range(true.shape[1])
            if way is not Way.NEAR or any(month // 3 == one // 3 for one in asked)
        }
        fixed = [
            (house, month)
            for house in range(houses)
            for month in range(true.shape[1])
            if house == question.guesser or month not in near
        ]
        for house, month in fixed:
            for place, number in enumerate(true[house, month].tolist()):
                programme.require({programme.cell(house, month * groups + place): 1.0}, number, number)
        if way is Way.KEPT:
            programme.require(dict.fromkeys(range(houses * columns), 1.0), true.sum(), true.sum())
        places = range(groups) if question.group is None else [question.group]
        rows = [question.whom] if question.whom < houses else set(range(houses)) - {question.guesser}
        cells = [programme.cell(house, month * groups + place) for house in rows for month in asked for place in places]
        price = (lambda: 1 + dice.random()) if dice.random() < 0.8 else dice.random
        found = programme.nearest(true.reshape(houses, columns), dict.fromkeys(cells, 1.0), question.value, price)
        return None if found is None else found.reshape(true.shape)


def _figures(replay: Replay, theme: int) -> Iterator[Published]:
    network = replay.network
    for place, (first, _months) in enumerate(network.quarters):
        shown, chosen = replay.figures[theme, place]
        yield Published(network.themes[theme], first, rules.after_quarter(first), value=shown)
        if network.groups:
            yield from of_names(network.themes[theme], first, shown, chosen)


def _states(replay: Replay, theme: int) -> Iterator[Published]:
    cube = replay.network.cube(replay.true)
    one = replay.network.themes[theme]
    yield from (said for said in (*rules.sentences(cube), *rules.states(cube)) if said.theme == one)
