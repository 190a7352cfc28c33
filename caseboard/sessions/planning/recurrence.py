"""Dates that come back: pure reckoning on the wall calendar of Berlin, turned into instants at the very end.

Adding seven days to an instant would move a session by an hour when the clocks change. So days are counted first, and
only then does each one get the time on the wall.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from dateutil.rrule import MONTHLY, WEEKLY, rrule
from dateutil.rrule import weekday as on

from caseboard import clock
from caseboard.models import Rhythm

MOST_DATES = 60
"""A little more than a year of weekly dates; who wants more makes another series then."""

EARLIEST, LATEST = time(6, 0), time(21, 0)
"""Sessions are held by day, so no date ever falls into the hour that is missing in March or doubled in October."""


class OnHoliday(StrEnum):
    """What becomes of a date on a public holiday: whoever makes the series decides."""

    DROP = "drop"
    MOVE = "move"
    KEEP = "keep"


@dataclass(frozen=True)
class Occurrence:
    """One date of a series; a dropped one stays on the list, so that everybody sees that nothing was forgotten."""

    starts_at: datetime
    ends_at: datetime
    drops_out: bool = False


@dataclass(frozen=True)
class Pattern:
    """How dates come back; `nth` is the place of the weekday in its month, -1 the last one."""

    rhythm: Rhythm
    every: int
    first_day: date
    wall_time: time
    minutes: int
    nth: int | None = None
    until: date | None = None
    count: int | None = None
    on_holiday: OnHoliday = OnHoliday.KEEP

    @property
    def weekday(self) -> int:
        """The weekday of the first date is that of all."""
        return self.first_day.weekday()

    def days(self) -> list[date]:
        """The days on which it falls, at most `MOST_DATES` of them."""
        start = datetime.combine(self.first_day, time())
        until = datetime.combine(self.until, time()) if self.until else None
        count = min(self.count or MOST_DATES, MOST_DATES)
        weekdays = on(self.weekday) if self.rhythm is Rhythm.WEEKS else on(self.weekday, self.nth)
        frequency = WEEKLY if self.rhythm is Rhythm.WEEKS else MONTHLY
        found = rrule(frequency, dtstart=start, interval=self.every, byweekday=weekdays, until=until)
        return [moment.date() for moment, _number in zip(found, range(count), strict=False)]

    def dates(self) -> list[tuple[datetime, datetime]]:
        """Beginning and end of each date; what stays the same is the time on the wall."""
        return [instants(day, self.wall_time, self.minutes) for day in self.days()]

    def occurrences(self) -> list[Occurrence]:
        """The dates with what was decided about public holidays; two never fall on one day."""
        found: list[Occurrence] = []
        planned = set(self.days())
        for day in self.days():
            held = day
            if clock.holiday(day) and self.on_holiday is OnHoliday.MOVE:
                held = _next_free(day, planned)
                planned.add(held)
            drops_out = bool(clock.holiday(day)) and self.on_holiday is OnHoliday.DROP
            found.append(Occurrence(*instants(held, self.wall_time, self.minutes), drops_out))
        return found


def _next_free(day: date, taken: set[date]) -> date:
    """The next working day on which the series has no other date."""
    later = clock.working_days_after(day, 1)
    while later in taken:
        later = clock.working_days_after(later, 1)
    return later


def instants(day: date, wall_time: time, minutes: int) -> tuple[datetime, datetime]:
    """From when to when a session lasts that begins at this time on the wall in Berlin."""
    starts = datetime.combine(day, wall_time, clock.BERLIN).astimezone(UTC)
    return starts, starts + timedelta(minutes=minutes)


def place_in_month(day: date) -> int:
    """Which Tuesday of its month a Tuesday is; a fifth one counts as the last, because most months have none."""
    place = (day.day - 1) // 7 + 1
    return -1 if place > 4 else place
