"""What advisers say before the rule has fired: words of three houses are an assessment, and no measured rise."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from caseboard import clock
from caseboard.themes import publishing

QUARTERS = 4
"""One planning year: what lies further back was already on the table when the last budget was made."""


@dataclass(frozen=True)
class Occurrence:
    """One adviser's word that it is the same at home."""

    jobcenter_id: str
    submitter_id: str
    day: date


@dataclass(frozen=True)
class Assessment:
    """Whether several houses know it, and how many of their advisers say so.

    The one never stands without the other. A flag without a figure would say that three houses know it and too few
    for any figure, which leaves hardly anything to guess.
    """

    figure: int | None

    @property
    def flagged(self) -> bool:
        """Whether it may be called an assessment."""
        return self.figure is not None


def quarterly(occurrences: Iterable[Occurrence], quarters: Collection[date], network: int) -> dict[date, int | None]:
    """The figure of each of these quarters; an adviser counts once in each. `network` is how many houses take part."""
    houses: defaultdict[date, dict[str, str]] = defaultdict(dict)
    for one in occurrences:
        houses[publishing.quarter_of(one.day)][one.submitter_id] = one.jobcenter_id
    return {
        quarter: publishing.figure(Counter(houses[quarter].values()), len(houses[quarter]), network)
        for quarter in quarters
    }


def assess(figures: Mapping[date, int | None], today: date) -> Assessment:
    """Add up what was published of the last four closed quarters; nothing is ever counted over two of them.

    Were the year counted anew each week, the week in which a theme is flagged would tell who has just come to know it.
    """
    here = publishing.quarter_of(today)
    first = clock.months_before(here, 3 * QUARTERS)
    return Assessment(publishing.merged(figure for day, figure in figures.items() if first <= day < here))
