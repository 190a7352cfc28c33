"""Recent cases and those before them out of a stream, a sample of each where there are very many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

QUARTER = timedelta(days=90)
MOST_RECENT, MOST_BEFORE = 10_000, 20_000


@dataclass(frozen=True)
class Case:
    """A stripped text with its house and day."""

    id: str
    text: str
    house: str
    day: date


class Periods:
    """The cases of the last 90 days up to a day, and those before them."""

    def __init__(self, until: date) -> None:
        """Up to the day `until`."""
        self._since = until - QUARTER
        self._recent, self._before = _Sample(MOST_RECENT), _Sample(MOST_BEFORE)

    def offer(self, case: Case) -> None:
        """Let a case pass by, and perhaps keep it."""
        (self._before if case.day <= self._since else self._recent).offer(case)

    @property
    def recent(self) -> list[Case]:
        """The cases of the last 90 days."""
        return self._recent.cases

    @property
    def before(self) -> list[Case]:
        """The cases before them."""
        return self._before.cases


def parted(cases: Iterable[Case]) -> Periods:
    """All cases that there are; the last of their days is the end."""
    every = list(cases)
    periods = Periods(max((case.day for case in every), default=date.min + QUARTER))
    for case in every:
        periods.offer(case)
    return periods


class _Sample:
    """So many of the cases that pass by, each as likely as any other, the same of the same stream."""

    def __init__(self, most: int) -> None:
        self.cases: list[Case] = []
        self._most = most
        self._passed = 0
        self._dice = Random(0)  # noqa: S311 -- no secret

    def offer(self, case: Case) -> None:
        """Take the case, perhaps in place of another one."""
        self._passed += 1
        if len(self.cases) < self._most:
            self.cases.append(case)
        elif (place := self._dice.randrange(self._passed)) < self._most:
            self.cases[place] = case
