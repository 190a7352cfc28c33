"""The one clock of the house, so that tests and the demo can let things happen on another day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

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


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at `moment` (an aware datetime) inside the block."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def working_days_after(start: date, count: int) -> date:
    """The day that lies `count` working days (Monday to Friday) after `start`."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
