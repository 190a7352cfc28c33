"""The one clock of the house, so that tests and the demo can let things happen on another day."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from holidays import Germany
from holidays.constants import CATHOLIC, PUBLIC

BERLIN = ZoneInfo("Europe/Berlin")

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The present instant, in UTC."""
    return _moment.get() or datetime.now(UTC)


def today() -> date:
    """The present day as people in the jobcenters see it on their wall."""
    return now().astimezone(BERLIN).date()


def midnight(day: date) -> datetime:
    """The instant at which `day` begins in the jobcenters."""
    return datetime(day.year, day.month, day.day, tzinfo=BERLIN)


def months_before(day: date, count: int) -> date:
    """The first day of the month that lies `count` months before that of `day`."""
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at `moment` (an aware datetime) inside the block."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def holiday(day: date, language: str = "de") -> str | None:
    """The name of the public holiday of Bavaria that falls on `day`.

    The Assumption of Mary is among them: it is kept in nearly every municipality of the region.
    """
    return _holidays(day.year, language).get(day)


@cache
def _holidays(year: int, language: str) -> Mapping[date, str]:
    spoken = "en_US" if language == "en" else "de"
    return dict(Germany(subdiv="BY", years=year, categories=(PUBLIC, CATHOLIC), language=spoken))


def is_working_day(day: date) -> bool:
    """Monday to Friday, without public holidays."""
    return day.weekday() < 5 and holiday(day) is None


def working_days_after(start: date, count: int) -> date:
    """The day that lies `count` working days after `start`."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
