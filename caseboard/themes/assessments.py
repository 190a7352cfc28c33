"""What advisers say before the rule has fired: words of three houses are an assessment, and no measured rise."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from caseboard import clock
from caseboard.themes import publishing

QUARTERS = 4
"""One planning year: what lies further back was already on the table when the last budget was made."""

LARGEST_SHARE = 50
"""In percent. Where one house says more than half of it, the theme is first of all its own, and no joint measure."""


@dataclass(frozen=True)
class Occurrence:
    """One adviser's last word of a quarter on whether it is the same at home."""

    jobcenter_id: str
    submitter_id: str
    day: date
    known: bool = True


@dataclass(frozen=True)
class Assessment:
    """Whether several houses know it, and how many of their advisers say so.

    The flag is there as soon as three houses say so, as promised to those who want to propose a measure. The figure is
    not: beside "too few for a figure" three words of three houses would leave hardly anything to guess. So figures
    begin where a flag without one still leaves everything from three to nine open.
    """

    flagged: bool
    figure: int | None


def quarterly(occurrences: Iterable[Occurrence], quarters: Collection[date], network: int) -> dict[date, int | None]:
    """The figure of each of these quarters; an adviser counts once in each. `network` is how many houses take part."""
    houses: defaultdict[date, dict[str, str]] = defaultdict(dict)
    for one in (one for one in occurrences if one.known):
        houses[publishing.quarter_of(one.day)][one.submitter_id] = one.jobcenter_id
    return {quarter: _figure(houses[quarter], network) for quarter in quarters}


def _figure(said: Mapping[str, str], network: int) -> int | None:
    enough = len(said) >= publishing.SAFE_CELL
    return publishing.figure(Counter(said.values()), len(said), network) if enough else None


def assess(
    occurrences: Iterable[Occurrence], figures: Mapping[date, int | None], today: date, network: int
) -> Assessment:
    """Judge what was said in the running quarter and the three before, where an adviser counts once, by the last word.

    The figure adds up what was published of the last four closed quarters; no word is counted over two of them.
    """
    here = publishing.quarter_of(today)
    since = _back(here, QUARTERS - 1)
    last = {one.submitter_id: one for one in sorted(occurrences, key=lambda one: one.day) if one.day >= since}
    recent = {one.submitter_id: one.jobcenter_id for one in last.values() if one.known}
    shown = (figure for day, figure in figures.items() if _back(here, QUARTERS) <= day < here)
    return Assessment(_flagged(recent, network), publishing.merged(shown))


def _back(quarter: date, number: int) -> date:
    return clock.months_before(quarter, 3 * number)


def _flagged(said: Mapping[str, str], network: int) -> bool:
    by_house = Counter(said.values())
    several = len(by_house) >= publishing.LEAST_HOUSES and len(said) >= publishing.LEAST_SUBMITTERS
    return network >= publishing.LEAST_NETWORK and several and max(by_house.values()) * 100 <= LARGEST_SHARE * len(said)
