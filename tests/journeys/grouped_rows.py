"""The counts of the demo by client group: as they were read when each quarter was frozen."""

from collections import Counter
from datetime import date

import numpy as np

from benchmarks.themes.tables import NOT_STATED, Row
from caseboard.demo import history
from caseboard.themes import publishing
from caseboard.themes.grouping import Brought
from caseboard.themes.signals import Cube


class Noting:
    """Reads the groups of a quarter as the demo does, and remembers what it read."""

    def __init__(self) -> None:
        self._really = history.groups
        self.read: dict[date, Brought] = {}

    def __call__(self, quarter: date) -> Brought:
        """What each house brought of each group."""
        self.read[quarter] = self._really(quarter)
        return self.read[quarter]

    def rows(self, cube: Cube) -> list[Row]:
        """Every count of the cube; in which month of a quarter the cases of a group lie is said nowhere."""
        left = self._stated()
        rows = []
        for a, b, c in np.argwhere(cube.counts).tolist():
            theme, house, month = cube.themes[a], cube.houses[b], cube.months[c]
            number, stated = int(cube.counts[a, b, c]), left.get((publishing.quarter_of(month), theme, house), [])
            groups = Counter(stated[:number])
            del stated[:number]
            groups[NOT_STATED] = number - groups.total()
            rows += [Row(theme, house, month, many, group) for group, many in groups.items() if many]
        assert not any(left.values()), "cases of a group that the theme does not have"
        return rows

    def _stated(self) -> dict[tuple[date, str, str], list[str]]:
        """The group of every case for which one is stated, by quarter, theme and house."""
        found: dict[tuple[date, str, str], list[str]] = {}
        for quarter, by_theme in self.read.items():
            for theme, by_group in by_theme.items():
                for group, by_house in by_group.items():
                    for house, number in by_house.items():
                        found.setdefault((quarter, theme, house), []).extend([group] * number)
        return found
